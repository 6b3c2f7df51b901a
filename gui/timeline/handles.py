"""Round handles over a plot, with what they say above the one that is meant."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPainterPath, QPen

from gui.charts.inks import EVERYWHERE
from gui.system.plotting import pg
from gui.widgets.palette import FONT_FAMILY, LIGHT, Palette

LEVEL = 101  # over the names of the curves
RADIUS, RING = 4.5, 8.0  # of a handle, and of the ring around the one with the keys
PILL_HEIGHT, PILL_PAD = 18.0, 6.0
LINE = 1.75


@dataclass(frozen=True)
class Handle:
    """Where one stands, in the plot's pixels; whether it is meant, and what it says."""

    place: QPointF
    current: bool
    words: str


class Handles(pg.GraphicsObject):
    """The topmost item of a plot's scene; hidden until somebody looks for it."""

    def __init__(self, shown: Callable[[], Sequence[Handle]], area: Callable[[], QRectF]) -> None:
        """`shown`: the handles, asked at each paint; `area`: where the data are drawn."""
        super().__init__()
        self._shown, self._area = shown, area
        self._palette = LIGHT
        self._font = QFont(FONT_FAMILY)
        self.focused = False  # the current one has the keys
        self.held = False  # or is under the hand
        self.setZValue(LEVEL)
        self.hide()

    def use_palette(self, palette: Palette) -> None:
        self._palette = palette
        self._font.setPointSizeF(palette.tick_points)
        self.update()

    def boundingRect(self) -> QRectF:
        return EVERYWHERE

    def shape(self) -> QPainterPath:
        return QPainterPath()  # takes no clicks

    def paint(self, painter: QPainter, *_: Any) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ink, ground = QColor(self._palette.text), QColor(self._palette.ground)
        for handle in self._shown():
            painter.setPen(QPen(ink, LINE))
            painter.setBrush(ink if handle.current and self.held else ground)
            painter.drawEllipse(handle.place, RADIUS, RADIUS)
            if handle.current and self.focused:
                painter.setPen(QPen(QColor(self._palette.accent), 2))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawEllipse(handle.place, RING, RING)
            if handle.current:
                self._paint_words(painter, handle)

    def _paint_words(self, painter: QPainter, handle: Handle) -> None:
        """Above the handle where there is room, and within the plot."""
        painter.setFont(self._font)
        wide = QFontMetricsF(self._font).horizontalAdvance(handle.words) + 2 * PILL_PAD
        high, area = PILL_HEIGHT * self._palette.type_scale, self._area()
        x = min(max(handle.place.x() - wide / 2, area.left()), area.right() - wide)
        y = handle.place.y() - high - 2 * RADIUS - 2
        y = y if y >= area.top() else handle.place.y() + 2 * RADIUS + 2
        box = QRectF(x, y, wide, high)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._palette.text))
        painter.drawRoundedRect(box, 3, 3)
        painter.setPen(QColor(self._palette.ground))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, handle.words)
