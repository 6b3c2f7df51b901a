"""The front of cost against unserved revenue, as a chart to point at."""

from __future__ import annotations

from functools import partial

import numpy as np
from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import (
    QFocusEvent,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from engine.text import translate
from gui.sweeps.painting import Canvas, letters
from gui.sweeps.pictures import WAIT, PictureWanted, PictureWork
from gui.sweeps.plane import Plane, PlaneLayout, paint_cloud, paint_plane
from gui.sweeps.quantities import Chosen
from gui.system.latest import Latest
from gui.widgets.focus_ring import shows_focus
from gui.widgets.palette import LIGHT, Palette

NEAR = 12.0  # pixels from a point


def front_title() -> str:
    """What the chart is called."""
    return translate("Sweeps", "Cost against unserved revenue; the line is the front")


class FrontChart(QWidget):
    """A click picks a scenario, a double click opens it; the arrow keys walk along the front."""

    picked = Signal(int)  # the place of a scenario
    wanted = Signal(int)  # the same, to be opened

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.plane: Plane | None = None
        self._chosen: Chosen = np.zeros(0, bool)
        self._current: int | None = None
        self._palette = LIGHT
        self._image: QImage | None = None
        self.worker: Latest[PictureWanted] = Latest(
            PictureWork(), first=WAIT, later=WAIT, parent=self
        )
        self.worker.answered.connect(self._show_image)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setProperty("paintsItsFocus", True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(260, 200)
        self.setAccessibleName(front_title())

    def sizeHint(self) -> QSize:
        return QSize(420, 300)

    # What is shown

    def show_plane(self, plane: Plane | None) -> None:
        """The points and the front; None where the sweep has not kept both measures."""
        self.plane = plane
        self._describe()
        self._ask()

    def show_chosen(self, chosen: Chosen) -> None:
        self._chosen = chosen
        self._ask()

    def show_current(self, place: int | None) -> None:
        """The scenario that the table is at."""
        self._current = place
        self._describe()
        self.update()

    def use_palette(self, palette: Palette) -> None:
        self._palette = palette
        self._ask()

    def stop(self) -> None:
        self.worker.stop()

    @property
    def _layout(self) -> PlaneLayout:
        return PlaneLayout(QRectF(self.rect()))

    def _ask(self) -> None:
        if self.plane is not None and len(self._chosen) and self.width() and self.height():
            canvas = Canvas(self.size(), self.devicePixelRatioF())
            paint = partial(_paint, self._layout, self.plane, self._chosen, self._palette)
            self.worker.request(PictureWanted(canvas, paint))
        self.update()

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

    @Slot(object, object)
    def _show_image(self, _part: PictureWanted, image: QImage) -> None:
        self._image = image
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._ask()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), self._palette.ground)
        if self.plane is None:
            painter.setPen(self.palette().placeholderText().color())
            flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
            text = self.tr("The sweep has kept no cost and unserved revenue.")
            painter.drawText(QRectF(self.rect()).adjusted(20, 0, -20, 0), flags, text)
            return
        if self._image is not None:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawImage(QRectF(self.rect()), self._image)
        size = self._palette.tick_points
        bold, plain = letters(size + 0.5, bold=True), letters(size)
        layout, plane, palette = self._layout, self.plane, self._palette
        heading = plane.unserved.quantity.heading
        paint_plane(painter, layout, plane, palette, (bold, plain), heading, self._current)
        if self.hasFocus() and shows_focus(self):
            painter.setPen(palette.accent)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(QRectF(self.rect()).adjusted(1, 1, -1, -1))

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

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
