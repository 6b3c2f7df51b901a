"""Values of plans that begin in different months, told apart by the months of the calendar. No Qt.

A scenario keeps its dates as months after its first. Where two scenarios are held against each
other these are counted from one month: what stands in the same month of both does not differ.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from engine import Scenario
from engine.tables.list_schema import ListSchema
from engine.tables.parameter import SINCE_START, Parameter, month_number

DIGITS = 9  # of a month: what is behind them is rounding


def months_later(start: str, first: str) -> int:
    """How many months after `first` a scenario begins in `start`."""
    return 0 if start == first else month_number(start) - month_number(first)


def seen_from(first: str, row: Parameter, scenario: Scenario) -> Any:
    """A scenario's value of a parameter, its months counted from `first` as those of another."""
    return counted_from(first, row, getattr(scenario, row.key), scenario.start)


def counted_from(first: str, row: Parameter, value: Any, start: str) -> Any:
    """A value of a scenario that begins in `start`, its months counted from `first`."""
    later = months_later(start, first)
    if not later or value is None:
        return value
    if row.is_date:
        return round(value + later, DIGITS)
    if row.kind == "anchors":
        return tuple((month + later, level) for month, level in value)
    if row.schema is not None:
        return tuple(entry_later(row.schema, entry, later) for entry in value)
    return value


def entry_later(schema: ListSchema, entry: Any, later: int) -> Any:
    """An entry of a list with every date that it has so many months later."""
    columns = schema.columns if schema.narrowed is None else schema.narrowed(vars(entry))
    dates = {c.key: getattr(entry, c.key) for c in columns if c.unit == SINCE_START and not c.void}
    without = {c.key for c in columns if not c.needed and dates.get(c.key) == c.default}
    return replace(entry, **{key: dates[key] + later for key in dates.keys() - without})
