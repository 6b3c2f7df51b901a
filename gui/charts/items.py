"""What a plot is made of: a filled area between two lines, as one polygon."""

from __future__ import annotations

from typing import Any

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QPainter, QPainterPath, QPen, QPolygonF


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
