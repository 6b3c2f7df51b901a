"""Observed values as points with whiskers, in the device's own coordinates: alike at any size."""

from __future__ import annotations

import math
from collections.abc import Iterator
from typing import Any

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QTransform

from engine import Array
from gui.charts.items import Item
from gui.charts.months import MONTHS_PER_YEAR
from gui.charts.observed import Points

CAP = 3.5  # pixels: half a cap, and the head of an arrow
DOT = 2.5  # its radius
OPEN = 14.0  # how far an arrow goes where there is no bound
STROKE, RIM, RIM_ALPHA = 1.4, 1.2, 200
NEAR = 7.0  # of the pointer


class Whiskers(Item):
    """All observed values of one plot; `scale` is that of a picture, 1 on the screen."""

    def __init__(self, scale: float = 1.0) -> None:
        super().__init__()
        self._scale = scale
        self._ink, self._rim = QColor(), QColor()
        self.points: Points | None = None
        self._years: list[float] = []

    def set_colours(self, ink: str, ground: str) -> None:
        """Ink with a rim of the ground, so that it is seen on any layer."""
        self._ink, self._rim = QColor(ink), QColor(ground)
        self._rim.setAlpha(RIM_ALPHA)
        self.update()

    def set_points(self, points: Points | None, years: Array) -> None:
        first = float(years[0])
        places = [] if points is None else [first + p / MONTHS_PER_YEAR for p in points.places]
        if points is self.points and places == self._years:
            return
        self.points, self._years = points, places
        self.update()

    def near(self, pointer: QPointF, to_device: QTransform) -> list[int]:
        """Which lie under the pointer, both in the coordinates that `to_device` leads to."""
        return [
            which
            for which, across, ends, _ in self._placed(to_device)
            if abs(pointer.x() - across) <= NEAR
            and min(ends) - NEAR <= pointer.y() <= max(ends) + NEAR
        ]

    def _placed(
        self, to_device: QTransform
    ) -> Iterator[tuple[int, float, tuple[float, float], tuple[float, float, float]]]:
        """(which, across, (bottom, top), (low, middle, high)) of each, in the device's pixels."""
        if self.points is None:
            return
        box = to_device.mapRect(self._bounds)
        edge = (CAP + 1) * self._scale
        lines = (self.points.low, self.points.middle, self.points.high)
        for which, year in enumerate(self._years):
            levels = [float(line[which]) for line in lines]
            low, middle, high = (to_device.map(QPointF(year, level)).y() for level in levels)
            across = to_device.map(QPointF(year, 0.0)).x()
            across = min(max(across, box.left() + edge), box.right() - edge)
            known = [at for at in (low, middle, high) if not math.isnan(at)]
            one = math.isnan(low) and math.isnan(high)
            beyond = 0.0 if one else OPEN * self._scale
            bottom = max(known) + beyond if math.isnan(low) else low
            top = min(known) - beyond if math.isnan(high) else high
            yield which, across, (bottom, top), (low, middle, high)

    def paint(self, painter: QPainter, *_: Any) -> None:
        if self.points is None:
            return
        strokes, dots = QPainterPath(), QPainterPath()
        cap = CAP * self._scale
        for _which, x, (bottom, top), (low, middle, high) in self._placed(painter.transform()):
            if bottom != top:
                strokes.moveTo(x, bottom)
                strokes.lineTo(x, top)
                for at, bound, inward in ((bottom, low, -cap), (top, high, cap)):
                    # a cap at a bound, the head of an arrow where there is none
                    lean = inward if math.isnan(bound) else 0.0
                    strokes.moveTo(x - cap, at + lean)
                    strokes.lineTo(x, at)
                    strokes.lineTo(x + cap, at + lean)
            if not math.isnan(middle):
                dots.addEllipse(QPointF(x, middle), DOT * self._scale, DOT * self._scale)
        painter.save()
        painter.setTransform(QTransform())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rim = QPen(self._rim, (STROKE + 2 * RIM) * self._scale)
        rim.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.strokePath(strokes, rim)
        painter.strokePath(dots, QPen(self._rim, 2 * RIM * self._scale))
        painter.strokePath(strokes, QPen(self._ink, STROKE * self._scale))
        painter.fillPath(dots, self._ink)
        painter.restore()


def paint_sign(painter: QPainter, corner: QPointF, ink: str) -> None:
    """The mark of a legend: a whisker as high as its line."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(ink), STROKE))
    x, top, bottom = corner.x() + 5, corner.y() + 3, corner.y() + 14
    painter.drawLine(QPointF(x, top), QPointF(x, bottom))
    for y in (top, bottom):
        painter.drawLine(QPointF(x - CAP, y), QPointF(x + CAP, y))
    painter.setBrush(QColor(ink))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.drawEllipse(QRectF(x - DOT, (top + bottom) / 2 - DOT, 2 * DOT, 2 * DOT))
    painter.restore()
