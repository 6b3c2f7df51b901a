"""The worlds in the plane of the two conditions that tell most, and the box where they fail."""

from __future__ import annotations

import math

import numpy as np
from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from engine import Array
from engine.analysis.failing import Failing, When
from engine.text import joined
from gui.pages.risk.kept_plot import KeptPlot
from gui.pages.risk.lever_words import input_value
from gui.pages.risk.measures import share_words
from gui.pages.risk.plot import AIR, Frame, Pencil, pen
from gui.widgets.palette import LINE_WIDTH

MARGINS = (16.0, 12.0, 24.0, 36.0)  # pixels: left, right, above, below
DOT = 2.2
FAINT = 110  # of a world that does not fail
SHADE = 26  # of the box
CROSS = 6.0  # pixels from the plan's middle
ROOM = 0.03  # of a scale, left free at both ends


class WorldScatter(KeptPlot):
    """Every world a dot, the failing ones orange; nothing to do in it that the table has not."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._found: Failing | None = None
        self.setMinimumSize(220, 180)
        self.setAccessibleName(self.tr("Worlds by the conditions that tell most"))

    def sizeHint(self) -> QSize:
        return QSize(360, 260)

    def show_failing(self, found: Failing) -> None:
        self._found = found
        self.setVisible(bool(found.conditions))
        if found.conditions:
            names = [when.name for when in found.conditions[:2]]
            text = self.tr("{count} of the worlds fail. Drawn by: {names}")
            said = text.format(count=share_words(found.failing), names=joined(names))
            self.setAccessibleDescription(said)
        self._redraw()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._found is None or not self._found.conditions:
            return
        painter = QPainter(self)
        painter.drawPixmap(0, 0, self._picture)
        painter.end()

    def _paint(self, painter: QPainter) -> None:
        found = self._found
        assert found is not None
        across = found.conditions[0]
        along = found.conditions[1] if len(found.conditions) > 1 else None
        scale = self._palette.type_scale
        left, right, above, below = (margin * scale for margin in MARGINS)
        box = QRectF(self.rect()).adjusted(left, above, -right, -below)
        heights = _spread(len(found.fails)) if along is None else along.values
        frame = Frame(box, *_ends(across), *((0.0, 1.0) if along is None else _ends(along)))
        painter.setPen(pen(self._palette.grid, 1.0))
        painter.drawRect(box)
        self._paint_box(painter, frame, across, along)
        for failing in (False, True):
            colour = QColor(self._palette.colour("shortfall" if failing else "baseline"))
            if not failing:
                colour.setAlpha(FAINT)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour)
            chosen = found.fails if failing else ~found.fails
            for x, y in zip(across.values[chosen], heights[chosen], strict=True):
                painter.drawEllipse(QPointF(frame.x(float(x)), frame.y(float(y))), DOT, DOT)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if along is not None:
            self._paint_plan(painter, QPointF(frame.x(across.plan), frame.y(along.plan)))
        self._paint_words(Pencil(painter, self._palette, self.font()), frame, across, along)

    def _paint_box(self, painter: QPainter, frame: Frame, across: When, along: When | None) -> None:
        low, high = _box(across, frame.left, frame.right)
        bottom, top = (0.0, 1.0) if along is None else _box(along, frame.bottom, frame.top)
        inside = QRectF(
            QPointF(frame.x(low), frame.y(top)), QPointF(frame.x(high), frame.y(bottom))
        )
        fill = QColor(self._palette.colour("shortfall"))
        fill.setAlpha(SHADE)
        painter.fillRect(inside, fill)
        painter.setPen(pen(self._palette.colour("shortfall"), LINE_WIDTH, Qt.PenStyle.DashLine))
        painter.drawRect(inside)

    def _paint_plan(self, painter: QPainter, at: QPointF) -> None:
        painter.setPen(pen(self._palette.text, LINE_WIDTH))
        for way in (QPointF(CROSS, 0), QPointF(0, CROSS)):
            painter.drawLine(at - way, at + way)

    def _paint_words(self, pencil: Pencil, frame: Frame, across: When, along: When | None) -> None:
        painter, high = pencil.painter, pencil.line_height
        painter.setPen(QColor(self._palette.quiet))
        ends = [input_value(across, end) for end in (across.smallest, across.largest)]
        below = frame.box.bottom() + high + AIR / 2
        painter.drawText(QPointF(frame.box.left(), below), ends[0])
        painter.drawText(QPointF(frame.box.right() - pencil.width(ends[1]), below), ends[1])
        name = across.name + " \u2192"
        place = QPointF(frame.box.right() - pencil.width(name), below + high)
        painter.drawText(place, name)
        if along is None:
            return
        low, top = (input_value(along, end) for end in (along.smallest, along.largest))
        name = f"\u2191 {along.name}, {low} \u2026 {top}"
        painter.drawText(QPointF(frame.box.left(), frame.box.top() - AIR), name)


def _ends(when: When) -> tuple[float, float]:
    low, high = min(when.smallest, when.plan), max(when.largest, when.plan)
    room = (high - low) * ROOM or 1.0
    return low - room, high + room


def _box(when: When, low: float, high: float) -> tuple[float, float]:
    return low if when.low is None else when.low, high if when.high is None else when.high


def _spread(count: int) -> Array:
    """Heights of dots that have none of their own, so that they don't lie on each other."""
    golden = (math.sqrt(5) - 1) / 2
    return np.array([golden * place % 1.0 for place in range(count)])
