"""Numbers of lists in full, in the shown unit; and known revenue in words."""

from __future__ import annotations

from engine.tables.parameter import Parameter, month_number, month_text
from engine.values import Anchors
from gui.words import numbers, units
from gui.words.kpis import month_words


def in_full(unit: str, value: float) -> str:
    """A number of the engine's unit in the shown one, so that it reads back as itself."""
    shown = units.of(unit)
    short = float(f"{shown.number(value):.12g}")
    full = short if shown.back(short) == value else value * shown.factor
    return numbers.current().written(full)


def points_words(row: Parameter, points: Anchors, start: str) -> str:
    """`Jan 2025 1 · Oct 2025 3.0671`, in the shown currency."""
    first = month_number(start)
    said = ((month_words(month_text(first + month)), level) for month, level in points)
    unit = row.unit.partition("; ")[2]
    return " · ".join(f"{month} {in_full(unit, level)}" for month, level in said)
