"""Entries as bars: from when to when, how full, what they say. No Qt here."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from engine import Scenario
from engine.tables.list_schema import Column
from engine.tables.parameter import month_number, month_text
from engine.text import joined, translate
from gui.timeline.lane_table import SHORTEST, LaneRow, percent, short_family
from gui.words.kpis import month_words
from gui.words.month_names import months_words


@dataclass(frozen=True)
class LaneBar:
    """One entry of a lane. Months count from the scenario's first; `share` goes from 0 to 1."""

    lane: str
    index: int  # in its list
    title: str
    role: str
    first: int
    length: int
    share: float | None  # None where it has none
    fixed: bool  # has no date: it can't be moved, only made longer

    @property
    def last(self) -> int:
        """The month after its last."""
        return self.first + max(self.length, SHORTEST)


def bars_of(lane: LaneRow, scenario: Scenario) -> tuple[LaneBar, ...]:
    """The bars of a lane, in the order of its list."""
    return tuple(_bar(lane, scenario, i, e) for i, e in enumerate(lane.entries(scenario)))


def _bar(lane: LaneRow, scenario: Scenario, index: int, entry: Any) -> LaneBar:
    family = short_family(getattr(entry, lane.family)) if lane.family else ""
    column = columns(lane, entry)[lane.share]
    fixed = lane.fixed(entry)
    return LaneBar(
        lane.key,
        index,
        lane.words(entry, family),
        lane.role(entry, scenario),
        scenario.as_of if fixed else getattr(entry, lane.start),
        getattr(entry, lane.length),
        None if column.void else getattr(entry, lane.share) / column.high,
        fixed,
    )


def columns(lane: LaneRow, entry: Any) -> dict[str, Column]:
    """The columns as an entry has them: its kind may narrow what they may be."""
    schema = lane.schema
    found = schema.narrowed(vars(entry)) if schema.narrowed else schema.columns
    return {column.key: column for column in found}


def month_at(scenario: Scenario, month: int) -> str:
    """A month of the scenario, also before its first, in words."""
    return month_words(month_text(month_number(scenario.start) + month))


def when_words(bar: LaneBar, scenario: Scenario) -> str:
    """`Mar 2027 to Nov 2027, 9 months`."""
    if bar.fixed:
        return months_words(bar.length)
    return translate("Timeline", "{first} to {last}, {months}").format(
        first=month_at(scenario, bar.first),
        last=month_at(scenario, bar.last - 1),
        months=months_words(bar.length),
    )


def sentence(lane: LaneRow, bar: LaneBar, scenario: Scenario) -> str:
    """All that a bar says, for a tip and for a screen reader."""
    entry = lane.entries(scenario)[bar.index]
    parts = [bar.title, when_words(bar, scenario)]
    column = columns(lane, entry)[lane.share]
    if not column.void:
        parts.append(f"{column.label_text} {percent(getattr(entry, lane.share))}")
    return joined(parts)


def elsewhere(
    lane: LaneRow, bars: Sequence[LaneBar], shown: Scenario, baseline: Scenario
) -> dict[tuple[str, int], tuple[int, int]]:
    """From when to when the baseline has the bars that are at another time now.

    An entry is known by its name; one without is the one in its place.
    """
    entries, others = lane.entries(shown), bars_of(lane, baseline)
    names = {entry.name: place for place, entry in enumerate(lane.entries(baseline)) if entry.name}
    found = {}
    for bar in bars:
        name = entries[bar.index].name
        place = names.get(name, -1) if name else bar.index
        if 0 <= place < len(others):
            other = others[place]
            if (other.first, other.last) != (bar.first, bar.last):
                found[bar.lane, bar.index] = (other.first, other.last)
    return found
