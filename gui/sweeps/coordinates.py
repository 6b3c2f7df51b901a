"""Parallel coordinates: an axis for each thing that differs or is measured, brushed to choose."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

import numpy as np
from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QToolTip, QWidget

from engine.text import joined, translate
from gui.sweeps.axes import (
    BRUSH_WIDE,
    AxesLayout,
    SweptAxis,
    paint_axes,
    paint_one,
    paint_scenarios,
)
from gui.sweeps.chart import SweptChart
from gui.sweeps.painting import letters
from gui.sweeps.pictures import Painting
from gui.sweeps.quantities import Chosen
from gui.widgets.palette import Palette
from gui.widgets.plain import tip

NEAR = 5.0  # pixels from the edge of a brush, or from a line
LEAST = QSize(420, 170)
LEAST_DRAG = 4.0  # pixels: less is a click
KEY_STEP = 0.05  # of an axis
LEAST_SPAN = 0.005  # of an axis under a brush


class Coordinates(SweptChart):
    """Drag over an axis to choose a part of it, drag the part to move it, click to let it go.

    Keys: Left and Right go from axis to axis; Up and Down move the upper end of what is chosen,
    with Shift the lower one; Delete lets the axis go. A click on a line picks its scenario.
    """

    brushed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        name = translate("Sweeps", "Parallel coordinates: what differs and what is measured")
        super().__init__(name, LEAST, parent)
        self.setMouseTracking(True)
        self.axes: Sequence[SweptAxis] = ()
        self.brushes: dict[str, tuple[float, float]] = {}
        self.axis = 0  # that has the keys
        self._press: QPointF | None = None
        self._before: tuple[float, float] | None = None  # the brush that is dragged, as it was
        self._grip = ""  # what of it: "low", "high", "all", or "" for a new one

    def sizeHint(self) -> QSize:
        return QSize(1080, 270)

    # What is shown

    def show_axes(self, axes: Sequence[SweptAxis]) -> None:
        """Other axes; brushes over those that are there still stay."""
        self.axes = axes
        keys = [axis.quantity.key for axis in axes]
        self.brushes = {key: span for key, span in self.brushes.items() if key in keys}
        self.axis = min(self.axis, max(len(axes) - 1, 0))
        self._describe()
        self.update()

    def brush(self, brushes: dict[str, tuple[float, float]]) -> None:
        """These parts of axes in the place of all others."""
        self.brushes = dict(brushes)
        self._tell()

    @property
    def _layout(self) -> AxesLayout:
        return AxesLayout(QRectF(self.rect()), len(self.axes))

    def _painting(self) -> Painting | None:
        if not self.axes:
            return None
        return partial(_paint, self._layout, self.axes, self._chosen, self._palette)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = self._begin()
        if not self.axes:
            return
        self._lay_image(painter)
        if self._current is not None:
            paint_one(painter, self._layout, self.axes, self._current, self._palette)
        size = self._palette.tick_points
        fonts = (letters(size + 0.5, bold=True), letters(size))
        marked = self.axis if self._has_keys else None
        paint_axes(painter, self._layout, self.axes, self._palette, fonts, self.brushes, marked)

    # Brushes

    def _tell(self) -> None:
        self._describe()
        self.update()
        self.brushed.emit()

    def _set(self, key: str, span: tuple[float, float] | None) -> None:
        if span is None:
            self.brushes.pop(key, None)
        else:
            low, high = (min(max(end, 0.0), 1.0) for end in span)
            self.brushes[key] = (min(low, high), max(low, high))
        self._tell()

    def words(self) -> str:
        """Which parts of which axes are chosen."""
        said = []
        for axis in self.axes:
            span = self.brushes.get(axis.quantity.key)
            if span is not None:
                low, high = (axis.quantity.text(axis.scale.value(end)) for end in span)
                text = translate("Sweeps", "{name}: {low} to {high}")
                said.append(text.format(name=axis.quantity.heading, low=low, high=high))
        return joined(said)

    def _describe(self) -> None:
        if not self.axes:
            return
        at = self.tr("Axis {name}.").format(name=self.axes[self.axis].quantity.heading)
        self.setAccessibleDescription(f"{at} {self.words()}".strip())

    # The mouse

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton or not self.axes:
            return
        layout, point = self._layout, event.position()
        self.axis = layout.nearest(point.x())
        self._press, self._before, self._grip = None, None, ""
        if abs(float(layout.across()[self.axis]) - point.x()) <= BRUSH_WIDE:
            self._press = point
            self._before = self.brushes.get(self.axes[self.axis].quantity.key)
            if self._before is not None:
                room = layout.brush_room(self.axis, self._before)
                if abs(point.y() - room.top()) <= NEAR:
                    self._grip = "high"
                elif abs(point.y() - room.bottom()) <= NEAR:
                    self._grip = "low"
                elif room.top() < point.y() < room.bottom():
                    self._grip = "all"
        else:
            self._pick(point)
        self._describe()
        self.update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if not self.axes:
            return
        layout, point = self._layout, event.position()
        if self._press is None or not event.buttons() & Qt.MouseButton.LeftButton:
            axis = layout.nearest(point.x())
            over = abs(float(layout.across()[axis]) - point.x()) <= BRUSH_WIDE
            self.setCursor(Qt.CursorShape.CrossCursor if over else Qt.CursorShape.ArrowCursor)
            return
        if (point - self._press).manhattanLength() < LEAST_DRAG:
            return
        here, began = layout.place(point.y()), layout.place(self._press.y())
        span = (began, here)
        if self._before is not None and self._grip:
            low, high = self._before
            if self._grip == "all":
                by = min(max(here - began, -low), 1 - high)
                span = (low + by, high + by)
            else:
                span = (here, high) if self._grip == "low" else (low, here)
        self._set(self.axes[self.axis].quantity.key, span)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._press is not None and self.axes:
            moved = (event.position() - self._press).manhattanLength()
            if moved < LEAST_DRAG and self._before is not None:
                self._set(self.axes[self.axis].quantity.key, None)
        self._press = None

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if self._press is None and self._current is not None and self.axes:
            self.wanted.emit(self._current)

    def _pick(self, point: QPointF) -> None:
        """The chosen scenario whose line runs nearest to a point, where one is near."""
        layout, across = self._layout, self._layout.across()
        left = int(np.searchsorted(across, point.x())) - 1
        if not 0 <= left < len(self.axes) - 1:
            return
        share = (point.x() - across[left]) / (across[left + 1] - across[left])
        ends = [layout.down(self.axes[left + side].places) for side in (0, 1)]
        away = np.abs(ends[0] * (1 - share) + ends[1] * share - point.y())
        away = np.where(self._chosen & ~np.isnan(away), away, np.inf)
        nearest = int(np.argmin(away))
        if away[nearest] <= NEAR:
            self.picked.emit(nearest)

    # Keys

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._key(event.key(), event.modifiers()):
            super().keyPressEvent(event)

    def _key(self, key: int, modifiers: Qt.KeyboardModifier) -> bool:
        if not self.axes:
            return False
        if key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self.axis = (self.axis + (1 if key == Qt.Key.Key_Right else -1)) % len(self.axes)
            self._describe()
            self.update()
            return True
        name = self.axes[self.axis].quantity.key
        if key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) and name in self.brushes:
            self._set(name, None)
            return True
        if key not in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            return False
        low, high = self.brushes.get(name, (0.0, 1.0))
        step = KEY_STEP if key == Qt.Key.Key_Up else -KEY_STEP
        if modifiers & Qt.KeyboardModifier.ShiftModifier:
            low = min(max(low + step, 0.0), high - LEAST_SPAN)
        else:
            high = max(min(high + step, 1.0), low + LEAST_SPAN)
        self._set(name, None if (low, high) == (0.0, 1.0) else (low, high))
        return True

    def event(self, event: QEvent) -> bool:
        """A name that was cut is told whole."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent) and self.axes:
            axis = self._layout.nearest(event.pos().x())
            over = self._layout.name_room(axis).contains(QPointF(event.pos()))
            text = tip(self.axes[axis].quantity.heading) if over else ""
            QToolTip.showText(event.globalPos(), text, self)
            return True
        return super().event(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self.update()


def _paint(
    layout: AxesLayout,
    axes: Sequence[SweptAxis],
    chosen: Chosen,
    palette: Palette,
    painter: QPainter,
    go_on: object,
) -> None:
    paint_scenarios(painter, layout, axes, chosen, palette)
