"""What a plot is made of: areas between two lines; and curves and areas for pictures."""

from __future__ import annotations

from typing import Any

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QPainter, QPainterPath, QPen, QPolygonF, QTransform

HATCH_SPACING = 8.0  # as the hatch of the screen, in pixels
MOST_STROKES = 10_000


class Area(pg.GraphicsObject):
    """The area between two lines; nothing where the upper is not above the lower."""

    def __init__(self) -> None:
        super().__init__()
        self._brush = QBrush()
        self._pen = QPen(Qt.PenStyle.NoPen)
        self._polygon = QPolygonF()
        self._bounds = QRectF()

    def set_style(self, brush: QBrush, pen: QPen | None = None) -> None:
        """How it is filled, and outlined where `pen` is given."""
        self._brush = brush
        self._pen = pen or QPen(Qt.PenStyle.NoPen)
        self.update()

    def set_data(self, x: Any, lower: Any, upper: Any) -> None:
        shown = np.isfinite(lower) & np.isfinite(upper)
        x, lower, upper = x[shown], lower[shown], np.maximum(upper, lower)[shown]
        outline_x = np.concatenate([x, x[::-1]])
        outline_y = np.concatenate([upper, lower[::-1]])
        if len(x):
            self._polygon = pg.functions.arrayToQPolygonF(outline_x, outline_y)
        else:  # pyqtgraph fails on an outline of no points
            self._polygon = QPolygonF()
        bounds = self._polygon.boundingRect()
        if bounds != self._bounds:
            self.prepareGeometryChange()
            self._bounds = bounds
        self.update()

    def boundingRect(self) -> QRectF:
        return self._bounds

    def shape(self) -> QPainterPath:
        return QPainterPath()  # areas take no clicks

    def paint(self, painter: QPainter, *_: Any) -> None:
        if self._polygon.isEmpty() or self._bounds.height() == 0:
            return
        painter.setPen(self._pen)
        if self._brush.style() not in (Qt.BrushStyle.SolidPattern, Qt.BrushStyle.NoBrush):
            # a hatch is a pattern of the screen: undo the plot's own stretching
            transform = painter.combinedTransform()
            inverse, invertible = painter.transform().inverted()
            if invertible:
                self._brush.setTransform(inverse)
            painter.setBrushOrigin(QPointF(transform.dx(), transform.dy()))
        painter.setBrush(self._brush)
        painter.drawPolygon(self._polygon)


class PictureArea(Area):
    """An area for pictures and pages: in the device's own coordinates, hatched line by line.

    SVG keeps six digits of a coordinate, so calendar years would come out with kinks; and a
    hatch of the screen is as fine as the device's pixels, whatever its scale.
    """

    def __init__(self, scale: float) -> None:
        super().__init__()
        self._scale = scale

    def paint(self, painter: QPainter, *_: Any) -> None:
        if self._polygon.isEmpty() or self._bounds.height() == 0:
            return
        painter.save()
        polygon = painter.transform().map(self._polygon)
        painter.setTransform(QTransform())
        painter.setPen(self._pen)
        if self._brush.style() in (Qt.BrushStyle.SolidPattern, Qt.BrushStyle.NoBrush):
            painter.setBrush(self._brush)
            painter.drawPolygon(polygon)
        else:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(self._brush.color(), self._scale))
            painter.drawLines(hatch(polygon, HATCH_SPACING * self._scale))
        painter.restore()


class PictureCurve(pg.PlotCurveItem):
    """A curve for pictures and pages, in the device's own coordinates."""

    def paint(self, painter: QPainter, *_: Any) -> None:
        if self.xData is None or len(self.xData) == 0:
            return
        painter.save()
        path = painter.transform().map(self.getPath())
        painter.setTransform(QTransform())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = QPen(self.opts["pen"])
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.strokePath(path, pen)
        painter.restore()


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
