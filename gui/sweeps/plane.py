"""Two measures against each other, a scenario a point: where all stands, and how it is painted."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen

from engine import Array
from gui.sweeps.axes import SweptAxis, behind
from gui.sweeps.painting import (
    BIG_POINT,
    CLEAR,
    OPAQUE,
    POINT,
    GoOn,
    ink,
    paint_front,
    paint_points,
    paint_text,
)
from gui.sweeps.quantities import Chosen
from gui.widgets.palette import Palette

LEFT, RIGHT, ABOVE, BELOW = 58.0, 18.0, 34.0, 42.0  # pixels around the plot
AIR = 0.04  # of an axis beyond the outermost points
PIXELS_A_TICK = (90.0, 40.0)
TICK, NAME, GAP = 14.0, 16.0, 6.0
RING = 6.0


@dataclass(frozen=True)
class PlaneLayout:
    """Where the plot stands in a room."""

    room: QRectF

    @property
    def plot(self) -> QRectF:
        return self.room.adjusted(LEFT, ABOVE, -RIGHT, -BELOW)

    def x(self, places: Array) -> Array:
        """Where places of the cost stand [pixels]."""
        inner = self.plot.width() * (1 - 2 * AIR)
        return np.asarray(self.plot.left() + self.plot.width() * AIR + inner * places)

    def y(self, places: Array) -> Array:
        """Where places of unserved revenue stand [pixels]; more is higher."""
        inner = self.plot.height() * (1 - 2 * AIR)
        return np.asarray(self.plot.bottom() - self.plot.height() * AIR - inner * places)


@dataclass(frozen=True)
class Plane:
    """Cost across, unserved revenue upwards, and which places are on the front."""

    cost: SweptAxis
    unserved: SweptAxis
    front: Sequence[int]

    def points(self, layout: PlaneLayout) -> tuple[Array, Array]:
        """Where each scenario stands (scenario,) [pixels]."""
        return layout.x(self.cost.places), layout.y(self.unserved.places)


def paint_cloud(
    painter: QPainter,
    layout: PlaneLayout,
    plane: Plane,
    chosen: Chosen,
    palette: Palette,
    go_on: GoOn | None = None,
) -> None:
    """A point a scenario, the chosen ones on top. Raises Cancelled where nobody waits."""
    x, y = plane.points(layout)
    for which, colour, strength in (
        (~chosen, behind(palette), CLEAR),
        (chosen, palette.accent, OPAQUE),
    ):
        paint_points(
            painter, x[which], y[which], ink(colour, int(which.sum()), strength), POINT + 1, go_on
        )


def paint_plane(
    painter: QPainter,
    layout: PlaneLayout,
    plane: Plane,
    palette: Palette,
    fonts: tuple[QFont, QFont],
    title: str,
    current: int | None = None,
) -> None:
    """Title, axes and front; `current` is the scenario that is ringed."""
    plot = layout.plot
    painter.setPen(QPen(QColor(palette.text), 1.0))
    painter.drawLine(plot.bottomLeft(), plot.bottomRight())
    painter.drawLine(plot.bottomLeft(), plot.topLeft())
    painter.setFont(fonts[1])
    side, middle = Qt.AlignmentFlag.AlignRight, Qt.AlignmentFlag.AlignHCenter
    for place, value in plane.cost.scale.ticks(max(int(plot.width() / PIXELS_A_TICK[0]), 2)):
        at = float(layout.x(np.array(place)))
        painter.setPen(QPen(QColor(palette.text), 1.0))
        painter.drawLine(QPointF(at, plot.bottom()), QPointF(at, plot.bottom() + 4))
        area = QRectF(at - PIXELS_A_TICK[0] / 2, plot.bottom() + GAP, PIXELS_A_TICK[0], TICK)
        paint_text(painter, area, plane.cost.quantity.text(value), palette.quiet, middle)
    for place, value in plane.unserved.scale.ticks(max(int(plot.height() / PIXELS_A_TICK[1]), 2)):
        at = float(layout.y(np.array(place)))
        painter.setPen(QPen(QColor(palette.text), 1.0))
        painter.drawLine(QPointF(plot.left() - 4, at), QPointF(plot.left(), at))
        area = QRectF(layout.room.left(), at - TICK / 2, LEFT - GAP - 2, TICK)
        paint_text(painter, area, plane.unserved.quantity.text(value), palette.quiet, side)
    foot = QRectF(plot.left(), layout.room.bottom() - NAME - 2, plot.width(), NAME)
    paint_text(painter, foot, plane.cost.quantity.heading, palette.quiet, side)
    x, y = plane.points(layout)
    ends = [QPointF(float(x[place]), float(y[place])) for place in plane.front]
    paint_front(painter, ends, palette, QPointF(plot.right(), plot.top()))
    if current is not None and not np.isnan(x[current] + y[current]):
        painter.setPen(QPen(QColor(palette.ground), 5.0))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        point = QPointF(float(x[current]), float(y[current]))
        painter.drawEllipse(point, RING, RING)
        painter.setPen(QPen(QColor(palette.text), 2.0))
        painter.drawEllipse(point, RING, RING)
        painter.setBrush(QColor(palette.text))
        painter.drawEllipse(point, BIG_POINT / 2, BIG_POINT / 2)
    painter.setFont(fonts[0])
    head = QRectF(layout.room.left() + 16, layout.room.top() + 8, layout.room.width() - 32, NAME)
    paint_text(painter, head, title, palette.text, Qt.AlignmentFlag.AlignLeft)
