"""Patterns over colours that not everybody tells apart: on screen, in pictures, in legends."""

from __future__ import annotations

import functools

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPen, QPolygonF

from gui.charts.strokes import strokes_in
from gui.widgets.palette import DARK_INK, LIGHT_INK, Palette, pattern_of

ALPHA = 150  # of the strokes: the colour below still speaks
MARK_SPACING = 3.0  # of strokes in a small mark, in pixels
STYLES = {
    "falling": Qt.BrushStyle.FDiagPattern,
    "level": Qt.BrushStyle.HorPattern,
    "upright": Qt.BrushStyle.VerPattern,
    "squares": Qt.BrushStyle.CrossPattern,
    "diamonds": Qt.BrushStyle.DiagCrossPattern,
    "dots": Qt.BrushStyle.Dense7Pattern,
    "rising": Qt.BrushStyle.BDiagPattern,
}
WAY_OF_STYLE = {style: way for way, style in STYLES.items()}


def pattern_brush(role: str) -> QBrush:
    """What is painted over the colour of a role; no brush where its colour is enough."""
    pattern = pattern_of(role)
    if pattern is None:
        return QBrush()
    ink = QColor(DARK_INK if pattern.dark else LIGHT_INK)
    ink.setAlpha(ALPHA)
    return QBrush(ink, STYLES[pattern.way])


def fill_mark(painter: QPainter, box: QRectF, palette: Palette, role: str) -> None:
    """A box in a role's colour and pattern, as in a legend."""
    painter.fillRect(box, QColor(palette.colour(role)))
    brush = pattern_brush(role)
    if brush.style() == Qt.BrushStyle.NoBrush:
        return
    painter.save()
    painter.setPen(QPen(brush.color(), 1.0))
    painter.translate(box.topLeft())
    painter.drawLines(_strokes(box.width(), box.height(), WAY_OF_STYLE[brush.style()]))
    painter.restore()


@functools.lru_cache(maxsize=64)  # a legend is painted anew at each frame
def _strokes(width: float, height: float, way: str) -> list[QLineF]:
    corners = [QPointF(0, 0), QPointF(width, 0), QPointF(width, height), QPointF(0, height)]
    return strokes_in(QPolygonF(corners), MARK_SPACING, way)
