"""Lines and areas for pictures and pages: drawn in the device's own coordinates.

SVG keeps six digits of a coordinate, so calendar years would come out with kinks.
"""

from __future__ import annotations

from typing import Any

import numpy as np
from PySide6.QtCore import QLineF, QPointF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen, QPolygonF, QTransform

from gui.charts.items import Area, Line

HATCH_SPACING = 8.0  # as the hatch of the screen, in pixels
MOST_STROKES = 10_000


class PictureLine(Line):
    """A line, with round joins at any size."""

    def paint(self, painter: QPainter, *_: Any) -> None:
        painter.save()
        transform = painter.transform()
        painter.setTransform(QTransform())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for run in self._runs:
            _stroke(painter, transform.map(run), self._pen)
        painter.restore()


class PictureArea(Area):
    """An area, hatched line by line: a hatch of the screen is as fine as the device's pixels."""

    def __init__(self, scale: float) -> None:
        super().__init__()
        self._scale = scale

    def paint(self, painter: QPainter, *_: Any) -> None:
        painter.save()
        transform = painter.transform()
        painter.setTransform(QTransform())
        painter.setPen(QPen(Qt.PenStyle.NoPen))
        for each in self._polygons:
            polygon = transform.map(each)
            if self._brush.style() in (Qt.BrushStyle.SolidPattern, Qt.BrushStyle.NoBrush):
                painter.setBrush(self._brush)
                painter.drawPolygon(polygon)
            else:
                painter.setRenderHint(QPainter.RenderHint.Antialiasing)
                painter.setPen(QPen(self._brush.color(), self._scale))
                painter.drawLines(hatch(polygon, HATCH_SPACING * self._scale))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for edge in self._edges:
            _stroke(painter, transform.map(edge), self._edge)
        painter.restore()


def _stroke(painter: QPainter, points: QPolygonF, drawn_with: QPen) -> None:
    path = QPainterPath()
    path.addPolygon(points)
    pen = QPen(drawn_with)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.strokePath(path, pen)


def hatch(polygon: QPolygonF, spacing: float) -> list[QLineF]:
    """The strokes of a rising hatch inside `polygon`, by the even-odd rule."""
    points = np.array([(point.x(), point.y()) for point in polygon.toList()])
    # in these coordinates the strokes are level: along = x - y, across = x + y
    along, across = points[:, 0] - points[:, 1], points[:, 0] + points[:, 1]
    ahead, beyond = np.roll(along, -1), np.roll(across, -1)
    step = max(spacing * np.sqrt(2), np.ptp(across) / MOST_STROKES)
    strokes = []
    first, last = (int(np.ceil(end / step)) for end in (across.min(), across.max()))
    for level in (number * step for number in range(first, last)):
        crossing = (across <= level) != (beyond <= level)
        if not crossing.any():
            continue
        part = (level - across[crossing]) / (beyond[crossing] - across[crossing])
        places = np.sort(along[crossing] + part * (ahead[crossing] - along[crossing]))
        for left, right in zip(places[::2].tolist(), places[1::2].tolist(), strict=True):
            ends = [((level + at) / 2, (level - at) / 2) for at in (left, right)]
            strokes.append(QLineF(QPointF(*ends[0]), QPointF(*ends[1])))
    return strokes
