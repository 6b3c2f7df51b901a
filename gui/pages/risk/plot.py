"""A small painted plot: where its values stand, its grid, its words. No widget."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen, QPolygonF

from engine import Array
from gui.widgets.directions import each_by_itself
from gui.widgets.palette import Palette

LETTERS = 0.9  # of a plot's words, of the widget's
AIR = 4.0
BASE = 0.35  # of a line's height: from its middle down to where letters stand
PLATE = 3.0  # pixels of ground around a word


@dataclass(frozen=True)
class Frame:
    """A box of pixels and the values at its edges."""

    box: QRectF
    left: float
    right: float
    bottom: float
    top: float

    def x(self, value: float) -> float:
        share = (value - self.left) / ((self.right - self.left) or 1.0)
        return self.box.left() + share * self.box.width()

    def y(self, value: float) -> float:
        share = (value - self.bottom) / ((self.top - self.bottom) or 1.0)
        return self.box.bottom() - share * self.box.height()

    def value_at(self, x: float) -> float:
        share = (x - self.box.left()) / max(self.box.width(), 1.0)
        return self.left + share * (self.right - self.left)

    def height_at(self, y: float) -> float:
        share = (self.box.bottom() - y) / max(self.box.height(), 1.0)
        return self.bottom + share * (self.top - self.bottom)

    def line(self, xs: Array, ys: Array) -> QPolygonF:
        """A line through the points, without those that are undefined."""
        points = zip(xs.tolist(), ys.tolist(), strict=True)
        return QPolygonF([QPointF(self.x(x), self.y(y)) for x, y in points if y == y and x == x])

    def stairs(self, ys: Array, first: int = 0) -> QPolygonF:
        """A step as wide as 1 for each value, from `first` on."""
        points = []
        for place, y in enumerate(ys.tolist(), first):
            height = self.y(y)
            points += [QPointF(self.x(place), height), QPointF(self.x(place + 1), height)]
        return QPolygonF(points)


def small(font: QFont) -> QFont:
    """The letters of a plot."""
    found = QFont(font)
    found.setPointSizeF(font.pointSizeF() * LETTERS)
    return found


def pen(colour: str, width: float, style: Qt.PenStyle = Qt.PenStyle.SolidLine) -> QPen:
    made = QPen(QColor(colour), width, style)
    made.setCapStyle(Qt.PenCapStyle.FlatCap)
    made.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    return made


class Pencil:
    """Paints the words and the grid of one plot."""

    def __init__(self, painter: QPainter, palette: Palette, font: QFont) -> None:
        self.painter, self._palette = painter, palette
        self._font = small(font)
        self._metrics = QFontMetricsF(self._font)
        self._taken: list[QRectF] = []
        painter.setFont(self._font)
        each_by_itself(painter)

    @property
    def line_height(self) -> float:
        return self._metrics.height()

    def width(self, text: str) -> float:
        return self._metrics.horizontalAdvance(text)

    def grid(
        self,
        frame: Frame,
        across: Iterable[tuple[float, str]],
        along: Iterable[tuple[float, str]],
    ) -> None:
        """Level lines with their words at the left, and words below."""
        for value, text in across:
            y = frame.y(value)
            self.painter.setPen(pen(self._palette.grid, 1.0))
            self.painter.drawLine(QPointF(frame.box.left(), y), QPointF(frame.box.right(), y))
            self.painter.setPen(QColor(self._palette.quiet))
            place = QPointF(frame.box.left() - self.width(text) - AIR, y + self.line_height * BASE)
            self.painter.drawText(place, text)
        for value, text in along:
            x = frame.x(value)
            self.painter.setPen(pen(self._palette.grid, 1.0))
            self.painter.drawLine(
                QPointF(x, frame.box.bottom()), QPointF(x, frame.box.bottom() + AIR)
            )
            self.painter.setPen(QColor(self._palette.quiet))
            wide = self.width(text)
            left = min(max(x - wide / 2, frame.box.left()), frame.box.right() - wide / 2)
            below = frame.box.bottom() + self.line_height + AIR / 2
            self.painter.drawText(QPointF(left, below), text)

    def take(self, box: QRectF) -> None:
        """No word may stand here."""
        self._taken.append(box)

    def take_line(self, line: QPolygonF) -> None:
        """No word may stand on this line."""
        points = (line.at(place) for place in range(line.size()))
        for one, other in itertools.pairwise(points):
            self.take(QRectF(one, other).normalized().adjusted(-1, -1, 1, 1))

    def word(self, text: str, places: Sequence[QPointF], colour: str) -> QRectF | None:
        """A word on a plate of ground, its left end and middle at the first place that is free."""
        wide, high = self.width(text), self.line_height
        for place in places:
            box = QRectF(place.x(), place.y() - high / 2, wide, high)
            plate = box.adjusted(-PLATE, 0, PLATE, 0)
            if any(plate.intersects(other) for other in self._taken):
                continue
            self._taken.append(plate)
            ground = QColor(self._palette.ground)
            ground.setAlphaF(0.8)
            self.painter.fillRect(plate, ground)
            self.painter.setPen(QColor(colour))
            self.painter.drawText(QPointF(box.left(), box.bottom() - self._metrics.descent()), text)
            return plate
        return None
