"""A scenario as a small picture: what there is against what is asked for."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPixmap, QPolygonF

from engine import Result
from gui.widgets.palette import Palette

WIDTH, HEIGHT = 208, 112  # pixels
MARGIN = 8
LOWEST_SHARE = 1e-3  # of the highest value: the foot of the log scale


def thumbnail(result: Result, palette: Palette, ratio: float = 1.0) -> QPixmap:
    """Capacity filled, demand as a line over it, both on one log scale."""
    picture = QPixmap(round(WIDTH * ratio), round(HEIGHT * ratio))
    picture.setDevicePixelRatio(ratio)
    picture.fill(QColor(palette.ground))
    capacity = np.asarray(result["capacity_eflops"], float)
    demand = np.asarray(result["demand_eflops"], float)
    highest = max(float(capacity.max()), float(demand.max()), 1e-12)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(palette.grid), 1))
    painter.drawRect(0, 0, WIDTH - 1, HEIGHT - 1)
    colour = QColor(palette.colour("capacity"))
    line = _points(capacity, highest)
    filled = QColor(colour)
    filled.setAlphaF(0.25)
    foot = HEIGHT - MARGIN
    area = QPolygonF([QPointF(MARGIN, foot), *line, QPointF(WIDTH - MARGIN, foot)])
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(filled)
    painter.drawPolygon(area)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(colour, 1.6))
    painter.drawPolyline(QPolygonF(line))
    dashed = QPen(QColor(palette.colour("demand")), 1.4)
    dashed.setStyle(Qt.PenStyle.DashLine)
    painter.setPen(dashed)
    painter.drawPolyline(QPolygonF(_points(demand, highest)))
    painter.end()
    return picture


def blank(text: str, colour: str = "#808080") -> QPixmap:
    """No picture, but why there is none."""
    picture = QPixmap(WIDTH, HEIGHT)
    picture.fill(Qt.GlobalColor.transparent)
    if text:
        painter = QPainter(picture)
        painter.setPen(QColor(colour))
        painter.drawText(picture.rect(), Qt.AlignmentFlag.AlignCenter, text)
        painter.end()
    return picture


def _points(values: np.ndarray, highest: float) -> list[QPointF]:
    """Places in the picture, from left to right."""
    share = np.log(np.maximum(values / highest, LOWEST_SHARE)) / -np.log(LOWEST_SHARE) + 1
    x = np.linspace(MARGIN, WIDTH - MARGIN, len(values))
    y = HEIGHT - MARGIN - share * (HEIGHT - 2 * MARGIN)
    return [QPointF(a, b) for a, b in zip(x.tolist(), y.tolist(), strict=True)]
