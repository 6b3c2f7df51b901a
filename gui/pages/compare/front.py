"""The front: what each plan costs against what it leaves unserved, both better when lower."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPolygonF,
)
from PySide6.QtWidgets import QWidget

from engine.text import written
from gui.document.comparison import PlanColumn
from gui.pages.compare.colours import role_of
from gui.pages.compare.ticks import ticks
from gui.widgets.directions import each_by_itself
from gui.widgets.palette import FONT_FAMILY, LIGHT, Palette
from gui.words import units

LEFT, RIGHT, TOP, BOTTOM = 58.0, 20.0, 26.0, 38.0
DOT, RING, NEAR = 5.0, 8.5, 14.0  # pixels
PER_TICK = 70.0
LEAST_NAME = 190.0  # pixels, of a name that is cut
NAME_SHARE = 0.4  # of the picture, where that is more
AIR = 0.12  # of the span, around the points
LEAST = QSize(270, 240)
RIGHT_HAND = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignAbsolute


@dataclass(frozen=True)
class FrontPoint:
    """A plan: means over its worlds, in $bn; on the front, tied with it, or beaten by another."""

    column: PlanColumn
    cost: float
    loss: float
    on: bool
    tied: bool
    words: str


class PlanFront(QWidget):
    """Full dots are on the front, ringed ones are as good in practice, hollow ones are beaten."""

    looked_at = Signal(object)  # a PlanColumn, or None

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._palette = LIGHT
        self._font = QFont(FONT_FAMILY)
        self._font.setFeature(QFont.Tag("tnum"), 1)
        self.points: tuple[FrontPoint, ...] = ()
        self._hovered: PlanColumn | None = None
        self.setMinimumSize(LEAST)
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)  # as every chart
        self.setMouseTracking(True)
        self.setAccessibleName(self.tr("Cost against unserved revenue"))

    def use_palette(self, palette: Palette) -> None:
        self._palette = palette
        self._font.setPointSizeF(palette.tick_points)
        self.update()

    def show_points(self, points: Sequence[FrontPoint]) -> None:
        """Those that are defined."""
        self.points = tuple(p for p in points if p.cost == p.cost and p.loss == p.loss)
        self.setAccessibleDescription("; ".join(point.words for point in self.points))
        self.update()

    @property
    def _area(self) -> QRectF:
        return QRectF(self.rect()).adjusted(LEFT, TOP, -RIGHT, -BOTTOM)

    def _spans(self) -> tuple[float, float, float, float]:
        """Left, right, bottom and top of what is shown."""
        costs = [p.cost for p in self.points] or [0.0, 1.0]
        losses = [p.loss for p in self.points] or [0.0, 1.0]
        wide = (max(costs) - min(costs)) or max(abs(max(costs)), 1.0)
        high = max(losses) or 1.0
        return min(costs) - AIR * wide, max(costs) + AIR * wide, -AIR * high / 2, high * (1 + AIR)

    def _at(self, cost: float, loss: float) -> QPointF:
        left, right, low, high = self._spans()
        area = self._area
        across = area.left() + (cost - left) / (right - left) * area.width()
        return QPointF(across, area.bottom() - (loss - low) / (high - low) * area.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        each_by_itself(painter)
        painter.fillRect(self.rect(), QColor(self._palette.ground))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(self._font)
        self._paint_axes(painter)
        self._paint_front(painter)
        taken: list[QRectF] = []
        for point in sorted(self.points, key=lambda p: (p.column is not self._hovered, not p.on)):
            self._paint_point(painter, point, taken)
        painter.end()

    def _paint_axes(self, painter: QPainter) -> None:
        palette, area = self._palette, self._area
        metrics, money = QFontMetricsF(self._font), units.of("$bn")
        left, right, low, high = self._spans()
        painter.setPen(QPen(QColor(palette.grid), 1))
        for value in ticks(low, high, max(int(area.height() / PER_TICK), 1)):
            y = self._at(left, value).y()
            painter.setPen(QPen(QColor(palette.quiet if value == 0 else palette.grid), 1))
            painter.drawLine(QPointF(area.left(), y), QPointF(area.right(), y))
            painter.setPen(QColor(palette.quiet))
            at = QRectF(0, y - metrics.height() / 2, LEFT - 6, metrics.height())
            text = written(money.number(value), ",.6g")
            painter.drawText(at, RIGHT_HAND, text)
        for value in ticks(left, right, max(int(area.width() / PER_TICK), 1)):
            x = self._at(value, 0).x()
            at = QRectF(x - PER_TICK / 2, area.bottom() + 4, PER_TICK, metrics.height())
            text = written(money.number(value), ",.6g")
            painter.drawText(at, Qt.AlignmentFlag.AlignHCenter, text)
        unit = money.unit
        title = self.tr("↑ unserved revenue, {unit}").format(unit=unit)
        painter.drawText(QRectF(4, 4, self.width(), metrics.height()), title)
        below = QRectF(area.left(), area.bottom() + 19, area.width(), metrics.height())
        text = self.tr("economic cost, {unit} →").format(unit=unit)
        painter.drawText(below, RIGHT_HAND, text)

    def _paint_front(self, painter: QPainter) -> None:
        """The stairs along the points that nothing beats."""
        on = sorted((p.cost, p.loss) for p in self.points if p.on)
        if not on:
            return
        stairs = QPolygonF()
        for (cost, loss), following in zip(on, [*on[1:], None], strict=True):
            stairs.append(self._at(cost, loss))
            if following is not None:
                stairs.append(self._at(following[0], loss))
        painter.setPen(QPen(QColor(self._palette.quiet), 1.25, Qt.PenStyle.DashLine))
        painter.drawPolyline(stairs)

    def _paint_point(self, painter: QPainter, point: FrontPoint, taken: list[QRectF]) -> None:
        palette, middle = self._palette, self._at(point.cost, point.loss)
        colour = QColor(palette.colour(role_of(point.column)))
        front = point.column is self._hovered
        painter.setPen(QPen(colour, 2))
        painter.setBrush(colour if point.on or point.tied else QColor(palette.ground))
        painter.drawEllipse(middle, DOT + front, DOT + front)
        if point.tied:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(colour, 1.25))
            painter.drawEllipse(middle, RING, RING)
        metrics = QFontMetricsF(self._font)
        most = max(LEAST_NAME, self._area.width() * NAME_SHARE)
        name = metrics.elidedText(point.column.title, Qt.TextElideMode.ElideMiddle, most)
        wide = metrics.horizontalAdvance(name)
        right = middle.x() + RING + 4
        if right + wide > self.width() - 4:
            right = middle.x() - RING - 4 - wide
        high = metrics.height()  # above the line of the front, which runs to the right
        place = QRectF(right, middle.y() - (high + 1 if point.on else high / 2), wide, high)
        if any(place.intersects(other) for other in taken):
            return
        taken.append(place)
        painter.setPen(QColor(palette.text))
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, name)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        found = [
            (QPointF(self._at(p.cost, p.loss) - event.position()).manhattanLength(), p)
            for p in self.points
        ]
        close = [pair for pair in found if pair[0] <= NEAR]
        hovered = min(close, key=lambda pair: pair[0])[1].column if close else None
        if hovered is not self._hovered:
            self._hovered = hovered
            self.looked_at.emit(hovered)
            self.update()
