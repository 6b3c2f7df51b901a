"""Axes side by side, a scenario a line across them: where all stands, and how it is painted."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen

from engine import Array
from engine.sweep.findings import Conditions, Findings
from gui.sweeps.painting import (
    CLEAR,
    MOST_LINES,
    OPAQUE,
    GoOn,
    evenly,
    ink,
    paint_lines,
    paint_text,
)
from gui.sweeps.quantities import Chosen, SweptQuantity
from gui.sweeps.scale import SweptScale
from gui.widgets.palette import Palette, mix

MOST_VARIED, MOST_MEASURES = 8, 4  # axes: more would stand too near to each other
SIDE, ABOVE, BELOW = 78.0, 64.0, 16.0  # pixels around the axes
NAME_GAP, NAME_LINE = 8.0, 15.0
TICK, TICK_GAP, TICK_HEIGHT = 4.0, 7.0, 14.0
PIXELS_A_TICK = 34.0
BRUSH_WIDE = 15.0
RING = 4.0
VEIL = 46  # of 255
BEHIND = 0.35  # of the quiet colour in what is not chosen


@dataclass(frozen=True)
class SweptAxis:
    """A quantity along its scale: where each scenario stands [0 to 1], NaN where not defined."""

    quantity: SweptQuantity
    scale: SweptScale
    places: Array

    @staticmethod
    def of(quantity: SweptQuantity, *, log: bool = True) -> SweptAxis:
        """A quantity along a scale that all its values fit in; by factors where `log` lets it."""
        scale = SweptScale.of(quantity) if log else SweptScale(*quantity.span)
        return SweptAxis(quantity, scale, scale.places(quantity.values))

    def texts(self, height: float) -> list[tuple[float, str]]:
        """Places and what is written there, where the axis is so many pixels high."""
        most = max(int(height / PIXELS_A_TICK), 2)
        quantity = self.quantity
        own = None if quantity.is_measure else quantity.values
        if quantity.words:
            places = range(len(quantity.words))
            values = [float(place) for place in places]
            step = max(len(values) // most, 1) if len(values) > most else 1
            return [
                (float(self.scale.places(np.array([value]))[0]), quantity.text(value))
                for value in values[::step]
            ]
        return [(place, quantity.text(value)) for place, value in self.scale.ticks(most, own)]


def chosen_axes(
    found: Findings, varied: Sequence[SweptQuantity], measures: Sequence[SweptQuantity]
) -> list[SweptAxis]:
    """Those that are shown: of what differs first what drives a measure most, in its own order."""
    strength = {quantity.key: float(bool(quantity.words)) for quantity in varied}
    if len(varied) > MOST_VARIED:
        for measure in found.facts.measures:
            for column, rho in found.drivers(measure.name):
                strength[column] = max(strength.get(column, 0.0), abs(rho))
    strongest = sorted(varied, key=lambda quantity: -strength[quantity.key])[:MOST_VARIED]
    shown = [quantity for quantity in varied if quantity in strongest]
    return [SweptAxis.of(quantity) for quantity in (*shown, *measures[:MOST_MEASURES])]


def brushes_of(conditions: Conditions, axes: Sequence[SweptAxis]) -> dict[str, tuple[float, float]]:
    """The parts of the axes that a box's conditions leave."""
    found: dict[str, tuple[float, float]] = {}
    for axis in axes:
        key = axis.quantity.key
        for end in conditions.ends:
            if end.column == key:
                value = np.array(end.value * axis.quantity.factor)
                place = min(max(float(axis.scale.places(value)), 0.0), 1.0)
                low, high = found.get(key, (0.0, 1.0))
                found[key] = (place, high) if end.at_least else (low, place)
    return found


@dataclass(frozen=True)
class AxesLayout:
    """Where the axes stand in a room."""

    room: QRectF
    count: int

    @property
    def top(self) -> float:
        return self.room.top() + ABOVE

    @property
    def bottom(self) -> float:
        return self.room.bottom() - BELOW

    @property
    def step(self) -> float:
        """From an axis to the next."""
        return (self.room.width() - 2 * SIDE) / max(self.count - 1, 1)

    def across(self) -> Array:
        """Where each axis stands (axis,) [pixels]."""
        return np.asarray(self.room.left() + SIDE + self.step * np.arange(self.count))

    def down(self, places: Array) -> Array:
        """Where places of an axis stand [pixels]; 1 is on top."""
        return np.asarray(self.bottom - (self.bottom - self.top) * places)

    def place(self, y: float) -> float:
        """The place at a height, within the axis."""
        share = (self.bottom - y) / max(self.bottom - self.top, 1.0)
        return min(max(share, 0.0), 1.0)

    def nearest(self, x: float) -> int:
        """The axis nearest to a point."""
        return min(
            max(round((x - self.room.left() - SIDE) / max(self.step, 1.0)), 0), self.count - 1
        )

    def name_room(self, axis: int) -> QRectF:
        """Where an axis's name stands."""
        wide = min(max(self.step - NAME_GAP, 40.0), 2 * SIDE - NAME_GAP)
        middle = float(self.across()[axis])
        return QRectF(middle - wide / 2, self.room.top() + 4, wide, ABOVE - 14)

    def brush_room(self, axis: int, span: tuple[float, float]) -> QRectF:
        """Where a brush over an axis stands."""
        low, high = (float(self.down(np.array(place))) for place in span)
        middle = float(self.across()[axis])
        return QRectF(middle - BRUSH_WIDE / 2, high, BRUSH_WIDE, max(low - high, 2.0))


def behind(palette: Palette) -> str:
    """The colour of what is not chosen."""
    return mix(palette.quiet, palette.ground, 1 - BEHIND)


def paint_scenarios(
    painter: QPainter,
    layout: AxesLayout,
    axes: Sequence[SweptAxis],
    chosen: Chosen,
    palette: Palette,
    go_on: GoOn | None = None,
) -> None:
    """A line a scenario, the chosen ones on top. Raises Cancelled where nobody waits."""
    across = layout.across()
    down = layout.down(np.stack([axis.places for axis in axes], axis=1))
    for which, colour, strength in (
        (np.flatnonzero(~chosen), behind(palette), CLEAR),
        (np.flatnonzero(chosen), palette.accent, OPAQUE),
    ):
        some = evenly(which, MOST_LINES)
        paint_lines(painter, across, down[some], ink(colour, len(some), strength), go_on)


def paint_one(
    painter: QPainter,
    layout: AxesLayout,
    axes: Sequence[SweptAxis],
    which: int,
    palette: Palette,
) -> None:
    """One scenario's line, to be seen among all."""
    across = layout.across()
    down = layout.down(np.array([axis.places[which] for axis in axes]))
    points = [
        QPointF(x, y)
        for x, y in zip(across.tolist(), down.tolist(), strict=True)
        if not np.isnan(y)
    ]
    for colour, width in ((palette.ground, 5.0), (palette.text, 2.0)):
        painter.setPen(QPen(QColor(colour), width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        painter.drawPolyline(points)


def paint_axes(
    painter: QPainter,
    layout: AxesLayout,
    axes: Sequence[SweptAxis],
    palette: Palette,
    fonts: tuple[QFont, QFont],
    brushes: Mapping[str, tuple[float, float]],
    marked: int | None = None,
) -> None:
    """The axes with names, values and brushes; `marked` is the one that has the keys.

    `fonts` of the names and of the values.
    """
    height = layout.bottom - layout.top
    for place, (axis, x) in enumerate(zip(axes, layout.across().tolist(), strict=True)):
        span = brushes.get(axis.quantity.key)
        if span is not None:
            fill = QColor(palette.accent)
            fill.setAlpha(VEIL)
            painter.fillRect(layout.brush_room(place, span), fill)
            painter.setPen(QPen(QColor(palette.accent), 1.5))
            painter.drawRect(layout.brush_room(place, span))
        painter.setPen(QPen(QColor(palette.text), 1.0))
        painter.drawLine(QPointF(x, layout.top), QPointF(x, layout.bottom))
        painter.setFont(fonts[1])
        for where, text in axis.texts(height):
            y = float(layout.down(np.array(where)))
            painter.setPen(QPen(QColor(palette.text), 1.0))
            painter.drawLine(QPointF(x - TICK / 2, y), QPointF(x + TICK / 2, y))
            wide = max(layout.step - 2 * TICK_GAP, SIDE - TICK_GAP)
            room = QRectF(x + TICK_GAP, y - TICK_HEIGHT / 2, wide, TICK_HEIGHT)
            if place == len(axes) - 1:
                room.setWidth(SIDE - TICK_GAP - 2)
            paint_text(
                painter, room, text, palette.quiet, Qt.AlignmentFlag.AlignLeft, palette.ground
            )
        _paint_name(
            painter, layout.name_room(place), axis.quantity, palette, fonts, place == marked
        )


def _paint_name(
    painter: QPainter,
    room: QRectF,
    quantity: SweptQuantity,
    palette: Palette,
    fonts: tuple[QFont, QFont],
    marked: bool,
) -> None:
    metrics = QFontMetricsF(fonts[0])
    lines = in_lines(quantity.label, metrics, room.width(), 2)
    middle = Qt.AlignmentFlag.AlignHCenter
    top = room.bottom() - NAME_LINE * (len(lines) + bool(quantity.unit))
    painter.setFont(fonts[0])
    for i, line in enumerate(lines):
        area = QRectF(room.left(), top + NAME_LINE * i, room.width(), NAME_LINE)
        paint_text(painter, area, line, palette.accent if marked else palette.text, middle)
    painter.setFont(fonts[1])
    area = QRectF(room.left(), room.bottom() - NAME_LINE, room.width(), NAME_LINE)
    paint_text(painter, area, quantity.unit, palette.quiet, middle)
    if marked:
        painter.setPen(QPen(QColor(palette.accent), 1.5))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        wide = min(max(metrics.horizontalAdvance(line) for line in lines), room.width())
        ring = QRectF(room.center().x() - wide / 2, top, wide, room.bottom() - top)
        painter.drawRoundedRect(ring.adjusted(-RING, -1, RING, 1), RING, RING)


def in_lines(text: str, metrics: QFontMetricsF, width: float, most: int) -> list[str]:
    """A text on at most so many lines, broken between words; the last may be too long."""
    lines: list[str] = []
    for word in text.split(" "):
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and (len(lines) == most or metrics.horizontalAdvance(longer) <= width):
            lines[-1] = longer
        else:
            lines.append(word)
    return lines
