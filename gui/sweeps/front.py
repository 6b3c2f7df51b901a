"""The front of cost against unserved revenue, as a chart to point at."""

from __future__ import annotations

from functools import partial

import numpy as np
from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from engine.text import translate
from gui.sweeps.chart import SweptChart
from gui.sweeps.painting import letters
from gui.sweeps.pictures import Painting
from gui.sweeps.plane import Plane, PlaneLayout, paint_cloud, paint_plane
from gui.sweeps.quantities import Chosen
from gui.widgets.palette import Palette

NEAR = 12.0  # pixels from a point
LEAST = QSize(260, 200)


def front_title() -> str:
    """What the chart is called."""
    return translate("Sweeps", "Cost against unserved revenue; the line is the front")


class FrontChart(SweptChart):
    """A click picks a scenario, a double click opens it; the arrow keys walk along the front."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(front_title(), LEAST, parent)
        self.plane: Plane | None = None

    def sizeHint(self) -> QSize:
        return QSize(420, 300)

    # What is shown

    def show_plane(self, plane: Plane | None) -> None:
        """The points and the front; None where the sweep has not kept both measures."""
        self.plane = plane
        self._describe()
        self._ask()

    def show_current(self, place: int | None) -> None:
        super().show_current(place)
        self._describe()

    @property
    def _layout(self) -> PlaneLayout:
        return PlaneLayout(QRectF(self.rect()))

    def _painting(self) -> Painting | None:
        if self.plane is None:
            return None
        return partial(_paint, self._layout, self.plane, self._chosen, self._palette)

    def _describe(self) -> None:
        """Where the current scenario stands, and how many are on the front."""
        if self.plane is None:
            return
        said = [translate("Sweeps", "%n scenario(s) on the front.", "", len(self.plane.front))]
        if self._current is not None:
            for axis in (self.plane.cost, self.plane.unserved):
                value = axis.quantity.text(float(axis.quantity.values[self._current]))
                said.append(f"{axis.quantity.heading}: {value}.")
        self.setAccessibleDescription(" ".join(said))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = self._begin()
        if self.plane is None:
            painter.setPen(self.palette().placeholderText().color())
            flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
            text = self.tr("The sweep has kept no cost and unserved revenue.")
            painter.drawText(QRectF(self.rect()).adjusted(20, 0, -20, 0), flags, text)
            return
        self._lay_image(painter)
        size = self._palette.tick_points
        bold, plain = letters(size + 0.5, bold=True), letters(size)
        layout, plane, palette = self._layout, self.plane, self._palette
        heading = plane.unserved.quantity.heading
        paint_plane(painter, layout, plane, palette, (bold, plain), heading, self._current)
        if self._has_keys:
            painter.setPen(palette.accent)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(QRectF(self.rect()).adjusted(1, 1, -1, -1))

    # The hand

    def mousePressEvent(self, event: QMouseEvent) -> None:
        place = self._at(event.position())
        if place is not None:
            self.picked.emit(place)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        place = self._at(event.position())
        if place is not None:
            self.wanted.emit(place)

    def _at(self, point: QPointF) -> int | None:
        """The nearest scenario, of those that are chosen."""
        if self.plane is None or not len(self._chosen):
            return None
        x, y = self.plane.points(self._layout)
        away = np.hypot(x - point.x(), y - point.y())
        away = np.where(self._chosen & ~np.isnan(away), away, np.inf)
        nearest = int(np.argmin(away))
        return nearest if away[nearest] <= NEAR else None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {
            **dict.fromkeys((Qt.Key.Key_Right, Qt.Key.Key_Down), 1),
            **dict.fromkeys((Qt.Key.Key_Left, Qt.Key.Key_Up), -1),
        }
        step = steps.get(Qt.Key(event.key()))
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._current is not None:
            self.wanted.emit(self._current)
        elif step is not None and self.plane is not None and self.plane.front:
            front = list(self.plane.front)
            at = front.index(self._current) + step if self._current in front else 0
            self.picked.emit(front[min(max(at, 0), len(front) - 1)])
        else:
            super().keyPressEvent(event)


def _paint(
    layout: PlaneLayout,
    plane: Plane,
    chosen: Chosen,
    palette: Palette,
    painter: QPainter,
    go_on: object,
) -> None:
    paint_cloud(painter, layout, plane, chosen, palette)
