"""How a claim's mark is painted."""

from __future__ import annotations

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from gui.charts.labels import REACH
from gui.widgets.palette import Palette

NEAR = 8.0  # pixels around a mark's middle that count as on it


def paint_mark(painter: QPainter, middle: QPointF, palette: Palette, *, met: bool) -> None:
    """A diamond with a rim of the ground: full where the claim is met, hollow where not."""
    corners = [QPointF(0, -REACH), QPointF(REACH, 0), QPointF(0, REACH), QPointF(-REACH, 0)]
    shape = QPolygonF([middle + corner for corner in corners])
    ground, ink = QColor(palette.ground), QColor(palette.text)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(ground, 4.0))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPolygon(shape)
    painter.setPen(QPen(ink, 1.5))
    painter.setBrush(ink if met else ground)
    painter.drawPolygon(shape)
    painter.restore()
