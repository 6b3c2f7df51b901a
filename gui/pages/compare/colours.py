"""The colour and the dashes of each column: they stay with it wherever it is put."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from gui.document.comparison import Kind, PlanColumn
from gui.widgets.palette import FURTHER, LINE_WIDTH, THIN_WIDTH, Palette

SOLID: tuple[float, ...] = ()
# in widths of the pen; neighbours in colour differ in dashes as well
DASHES: tuple[tuple[float, ...], ...] = (SOLID, (5, 2.5), (1.5, 1.5), (7, 2, 1.5, 2))
BASELINE_DASH: tuple[float, ...] = (2.5, 2)
# places among the palette's further colours, so that neighbours are far apart
ORDER = (0, 4, 8, 5, 6, 3, 9, 2, 1, 10, 11, 7)
ALPHA = 46  # of a band under its line


def role_of(column: PlanColumn) -> str:
    """Its role in the palette: the window's own scenario is in the colour of text."""
    if column.kind is Kind.CURRENT:
        return "demand"
    if column.kind is Kind.BASELINE:
        return "baseline"
    return f"{FURTHER}{ORDER[column.slot]}"


def dash_of(column: PlanColumn) -> tuple[float, ...]:
    """Its dashes."""
    if column.kind is Kind.CURRENT:
        return SOLID
    if column.kind is Kind.BASELINE:
        return BASELINE_DASH
    return DASHES[column.slot % len(DASHES)]


def pen_of(column: PlanColumn, palette: Palette, *, wide: bool = False) -> QPen:
    """What its lines are drawn with."""
    pen = QPen(QColor(palette.colour(role_of(column))))
    thin = column.kind is Kind.BASELINE and not wide
    pen.setWidthF((THIN_WIDTH if thin else LINE_WIDTH) + (1.0 if wide else 0.0))
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    if dash := dash_of(column):
        pen.setDashPattern(list(dash))
    return pen


def paint_sample(painter: QPainter, rect: QRectF, column: PlanColumn, palette: Palette) -> None:
    """A short stretch of its line, as a legend has it."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(pen_of(column, palette, wide=True))
    middle = rect.center().y()
    painter.drawLine(QPointF(rect.left(), middle), QPointF(rect.right(), middle))
    painter.restore()
