"""What a plot is made of: lines, and areas between two lines; painted as they are, and quickly.

Each covers the whole plot: Qt then need not ask again and again where it ends.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPainterPath, QPen, QPolygonF

from gui.system.plotting import pg

NO_PEN = QPen(Qt.PenStyle.NoPen)
NO_BRUSH = QBrush()
NOTHING = np.empty(0)
STRETCHES_LEVEL = -1  # behind all curves
SHADE_ALPHA, EDGE_ALPHA = 26, 90


class Item(pg.GraphicsObject):
    """Something that is drawn over the whole plot."""

    def __init__(self) -> None:
        super().__init__()
        self._bounds = QRectF()
        self.smooth = True  # fine edges, which take most of a paint
        self.full = True  # rims, and lines between layers: what a moving hand can do without

    def cover(self, bounds: QRectF) -> None:
        """The part of the plane that the plot shows."""
        if bounds != self._bounds:
            self.prepareGeometryChange()
            self._bounds = bounds

    def boundingRect(self) -> QRectF:
        return self._bounds

    def shape(self) -> QPainterPath:
        return QPainterPath()  # takes no clicks


class Line(Item):
    """A line through points; where one is not finite there is a gap."""

    def __init__(self) -> None:
        super().__init__()
        self._pen = NO_PEN
        self._rim: QPen | None = None
        self._runs: list[QPolygonF] = []
        self.data = (NOTHING, NOTHING)  # the points' x and y

    def set_pen(self, pen: QPen, rim: QPen | None = None) -> None:
        """How it is drawn, and a wider stroke below it."""
        self._pen, self._rim = pen, rim
        self.update()

    def set_data(self, x: Any, y: Any) -> None:
        if same((x, y), self.data):
            return  # and no paint
        self.data = (x, y)
        self._runs = runs(x, y)
        self.update()

    def paint(self, painter: QPainter, *_: Any) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, self.smooth)
        for pen in (self._rim if self.full else None, self._pen):
            if pen is None:
                continue
            painter.setPen(pen)
            for run in self._runs:
                painter.drawPolyline(run)


class Upright(Item):
    """A line from the bottom to the top of the plot."""

    def __init__(self) -> None:
        super().__init__()
        self._pen = NO_PEN

    @property
    def pen(self) -> QPen:
        return self._pen

    def set_pen(self, pen: QPen) -> None:
        self._pen = pen
        self.update()

    def move_to(self, x: float) -> None:
        if x != self.x():
            self.setPos(x, 0)

    def boundingRect(self) -> QRectF:
        return self._bounds.translated(-self.x(), 0)

    def paint(self, painter: QPainter, *_: Any) -> None:
        painter.setPen(self._pen)
        painter.drawLine(QPointF(0, self._bounds.top()), QPointF(0, self._bounds.bottom()))


class Stretches(Item):
    """Stretches of the time axis, shaded behind all curves from the bottom to the top."""

    def __init__(self) -> None:
        super().__init__()
        self._brush, self._pen = NO_BRUSH, NO_PEN
        self.spans: tuple[tuple[float, float], ...] = ()
        self.setZValue(STRETCHES_LEVEL)

    def set_colour(self, colour: str, width: float) -> None:
        """Lightly; with a line of so many pixels where each begins."""
        shade, edge = QColor(colour), QColor(colour)
        shade.setAlpha(SHADE_ALPHA)
        edge.setAlpha(EDGE_ALPHA)
        self._brush, self._pen = QBrush(shade), pg.mkPen(edge, width=width)
        self.update()

    def set_spans(self, spans: tuple[tuple[float, float], ...]) -> None:
        if spans != self.spans:
            self.spans = spans
            self.update()

    def paint(self, painter: QPainter, *_: Any) -> None:
        top, bottom = self._bounds.top(), self._bounds.bottom()
        for begins, ends in self.spans:
            begins = max(begins, self._bounds.left())
            room = QRectF(begins, top, ends - begins, bottom - top)
            painter.fillRect(room.intersected(self._bounds), self._brush)
            painter.setPen(self._pen)
            painter.drawLine(QPointF(begins, top), QPointF(begins, bottom))


class Crosshair(pg.InfiniteLine):
    """Measured while it is shown alone: each change of the plot's range would have it measured."""

    def setVisible(self, visible: bool) -> None:
        self.prepareGeometryChange()
        super().setVisible(visible)
        if visible:
            self.viewTransformChanged()
            for label in self.childItems():
                label.viewTransformChanged()

    def boundingRect(self) -> QRectF:
        if not self.isVisible():
            return QRectF()
        found: QRectF = super().boundingRect()
        return found


class Area(Item):
    """The area between two lines; nothing where the upper is not above the lower."""

    def __init__(self) -> None:
        super().__init__()
        self._brush = QBrush()
        self._pattern = QBrush()  # over it
        self._edge = NO_PEN
        self._polygons: list[QPolygonF] = []
        self._edges: list[QPolygonF] = []
        self._data = (NOTHING, NOTHING, NOTHING)

    @property
    def empty(self) -> bool:
        return not self._polygons

    def set_style(self, brush: QBrush, edge: QPen = NO_PEN, pattern: QBrush = NO_BRUSH) -> None:
        """How it is filled, with a pattern over it, and how its lower line is drawn; no ends.

        The lower one: what lies below is painted before, and would lose half of an upper one.
        """
        if (edge.style() == Qt.PenStyle.NoPen) != (self._edge.style() == Qt.PenStyle.NoPen):
            self._data = (NOTHING, NOTHING, NOTHING)  # the lines are to be made, or not
        self._brush, self._pattern = brush, pattern
        self._edge = edge
        self.update()

    def set_data(self, x: Any, lower: Any, upper: Any) -> None:
        if same((x, lower, upper), self._data):
            return
        self._data = (x, lower, upper)
        defined = np.isfinite(lower) & np.isfinite(upper)
        self._polygons, self._edges = [], []
        for part in stretches(defined):
            above, below = np.maximum(upper[part], lower[part]), lower[part]
            if not (above > below).any():
                continue
            xs = x[part]
            outline_x = np.concatenate([xs, xs[::-1]])
            outline_y = np.concatenate([above, below[::-1]])
            self._polygons.append(polygon(outline_x, outline_y))
            if self._edge.style() != Qt.PenStyle.NoPen:
                self._edges.append(polygon(xs, below))
        self.update()

    def paint(self, painter: QPainter, *_: Any) -> None:
        if not self._polygons:
            return
        painter.setPen(NO_PEN)
        for brush in (self._brush, self._pattern):
            if brush.style() == Qt.BrushStyle.NoBrush:
                continue
            if brush.style() != Qt.BrushStyle.SolidPattern:
                # a hatch is a pattern of the screen: undo the plot's own stretching
                transform = painter.combinedTransform()
                inverse, invertible = painter.transform().inverted()
                if invertible:
                    brush.setTransform(inverse)
                painter.setBrushOrigin(QPointF(transform.dx(), transform.dy()))
            painter.setBrush(brush)
            for each in self._polygons:
                painter.drawPolygon(each)
        if self._edges and self.full:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing, self.smooth)
            painter.setPen(self._edge)
            for each in self._edges:
                painter.drawPolyline(each)


def same(one: Sequence[Any], other: Sequence[Any]) -> bool:
    """Whether the arrays of one are those of the other, bit by bit: an undefined value too, and
    ten times as quick as value by value."""
    pairs = zip(one, other, strict=True)
    return all(a is b or (len(a) == len(b) and a.tobytes() == b.tobytes()) for a, b in pairs)


def polygon(x: Any, y: Any) -> QPolygonF:
    found: QPolygonF = pg.functions.arrayToQPolygonF(x, y)
    return found


def runs(x: Any, y: Any) -> list[QPolygonF]:
    """The line through (x, y) in pieces without a gap."""
    defined = np.isfinite(y)
    return [polygon(x[part], y[part]) for part in stretches(defined)]


def stretches(defined: Any) -> list[slice]:
    """Where `defined` (n,) is true, as stretches in order."""
    if defined.all():
        return [slice(0, len(defined))]
    edges = np.flatnonzero(np.diff(np.concatenate([[False], defined, [False]])))
    return [slice(a, b) for a, b in zip(edges[::2].tolist(), edges[1::2].tolist(), strict=True)]
