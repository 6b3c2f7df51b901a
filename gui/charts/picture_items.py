"""Lines and areas for pictures and pages: drawn in the device's own coordinates.

SVG keeps six digits of a coordinate, so calendar years would come out with kinks.
"""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QBrush, QPainter, QPainterPath, QPen, QPolygonF, QTransform

from gui.charts.items import Area, Line
from gui.charts.patterns import WAY_OF_STYLE
from gui.charts.strokes import strokes_in

HATCH_SPACING = 8.0  # as the hatch of the screen, in pixels


class PictureLine(Line):
    """A line, with round joins at any size."""

    def paint(self, painter: QPainter, *_: Any) -> None:
        painter.save()
        transform = painter.transform()
        painter.setTransform(QTransform())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for pen in (self._rim, self._pen):
            for run in self._runs:
                _stroke(painter, transform.map(run), pen)
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
            for brush in (self._brush, self._pattern):
                self._fill(painter, polygon, brush)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for edge in self._edges:
            _stroke(painter, transform.map(edge), self._edge)
        painter.restore()

    def _fill(self, painter: QPainter, polygon: QPolygonF, brush: QBrush) -> None:
        way = WAY_OF_STYLE.get(brush.style())
        if way is None:
            painter.setPen(QPen(Qt.PenStyle.NoPen))
            painter.setBrush(brush)
            painter.drawPolygon(polygon)
        else:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(brush.color(), self._scale))
            painter.drawLines(strokes_in(polygon, HATCH_SPACING * self._scale, way))


def _stroke(painter: QPainter, points: QPolygonF, drawn_with: QPen | None) -> None:
    if drawn_with is None:
        return
    path = QPainterPath()
    path.addPolygon(points)
    pen = QPen(drawn_with)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.strokePath(path, pen)
