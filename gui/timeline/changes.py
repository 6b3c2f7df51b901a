"""What a hand does to an entry, as a new entry within what its columns allow. No Qt here."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any

from engine import Scenario
from gui.entries.listed import free_name, new_entry
from gui.timeline.bars import columns
from gui.timeline.lane_table import SHORTEST, LaneRow

LEAST_SHARE = 0.01  # that can be set by hand


def moved(lane: LaneRow, entry: Any, months: int, horizon: int) -> Any:
    """So many months later; it begins within the horizon."""
    if lane.fixed(entry):
        return entry
    column, now = columns(lane, entry)[lane.start], getattr(entry, lane.start)
    start = _within(now + months, column.low, max(min(horizon - 1, column.high), now))
    return replace(entry, **{lane.start: start})


def longer(lane: LaneRow, entry: Any, months: int) -> Any:
    """Its end so many months later, its beginning where it was."""
    column = columns(lane, entry)[lane.length]
    length = getattr(entry, lane.length) + months
    return replace(entry, **{lane.length: _within(length, SHORTEST, column.high)})


def begun(lane: LaneRow, entry: Any, months: int) -> Any:
    """Its beginning so many months later, its end where it was."""
    if lane.fixed(entry):
        return entry
    found = columns(lane, entry)
    start, length = getattr(entry, lane.start), getattr(entry, lane.length)
    end = start + length
    lowest = max(found[lane.start].low, end - found[lane.length].high)
    at = _within(start + months, lowest, end - SHORTEST)
    return replace(entry, **{lane.start: at, lane.length: end - at})


def weighed(lane: LaneRow, entry: Any, part: float) -> Any:
    """Its share more by a part of the whole scale: more severe, firmer, likelier; in percent."""
    column = columns(lane, entry)[lane.share]
    if column.void:
        return entry
    share = round(getattr(entry, lane.share) + part * column.high, 2)
    share = min(max(share, column.low, LEAST_SHARE), column.high)
    return replace(entry, **{lane.share: share})


def _within(value: int, low: float, high: float) -> int:
    return int(min(max(value, low), high))


def exchanged(entries: Sequence[Any], index: int, entry: Any) -> tuple[Any, ...]:
    """The list with another entry in that place."""
    return (*entries[:index], entry, *entries[index + 1 :])


def without(entries: Sequence[Any], index: int) -> tuple[Any, ...]:
    """The list without the entry in that place."""
    return (*entries[:index], *entries[index + 1 :])


def renamed(lane: LaneRow, entry: Any, entries: Iterable[Any]) -> Any:
    """A copy with a name that the list does not have yet: `North 2`."""
    return replace(entry, name=free_name(entry.name, entries)) if entry.name else entry


def added(lane: LaneRow, scenario: Scenario, month: int) -> tuple[Any, ...]:
    """The list with one more entry, that begins in a month of the horizon."""
    entries = lane.entries(scenario)
    at = min(max(month, 0), scenario.horizon_months - 1)
    name = free_name(lane.schema.place(len(entries)), entries)
    entry = new_entry(lane.schema, scenario, name)
    return (*entries, replace(entry, **{lane.start: at}))


def after(lane: LaneRow, entry: Any, horizon: int) -> int:
    """The months by which a copy comes later, so that it stands behind what it was made of."""
    start, length = int(getattr(entry, lane.start)), int(getattr(entry, lane.length))
    return max(min(length, horizon - 1 - start), 0)
