"""The lists that stand in tables: what their columns are, a new entry, and how they are kept."""

from __future__ import annotations

import functools
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from engine import Scenario, parameter
from engine.tables.list_schema import LONGEST_NAME, Column, ListSchema
from engine.tables.parameter import (
    LARGEST_ANCHOR_BN,
    LATEST_ANCHOR_MONTH,
    LEAST_ANCHOR_BN,
    MOST_ANCHORS,
    QT_TRANSLATE_NOOP,
    SINCE_START,
)
from engine.text import translate
from engine.values import Contract, Event, Site
from gui.entries.cells import has_words, is_month, shown, word_shown
from gui.words import units
from gui.words.month_names import months_words
from gui.words.numbers import number_words
from gui.words.typed_months import month_shown

TOLD_EVENTS = 3  # in a summary
# what of an entry is summed there, and its unit
_POWER = {"sites": ("gw", "GW facility"), "contracts": ("it_gw", "GW IT")}
NUMBER_LETTERS = 5  # of the number behind a name, and its blank


@dataclass(frozen=True)
class Point:
    """A known point of revenue: a month, and the yearly rate in it [$bn]."""

    month: int
    level: float


POINTS = (
    Column(
        "month",
        "whole",
        QT_TRANSLATE_NOOP("Lists", "month"),
        QT_TRANSLATE_NOOP("Lists", "The month of the point; the first is the scenario's first."),
        unit=SINCE_START,
        high=LATEST_ANCHOR_MONTH,
    ),
    Column(
        "level",
        "number",
        QT_TRANSLATE_NOOP("Lists", "revenue"),
        QT_TRANSLATE_NOOP("Lists", "Yearly rate of revenue in that month."),
        unit="$bn/year",
        low=LEAST_ANCHOR_BN,
        high=LARGEST_ANCHOR_BN,
    ),
)


@dataclass(frozen=True)
class Listed:
    """A list of the scenario as rows of cells; `key` is the parameter that it is."""

    key: str

    @property
    def schema(self) -> ListSchema | None:
        """None for known revenue, whose points are pairs."""
        return parameter(self.key).schema

    @property
    def title(self) -> str:
        return parameter(self.key).label_text

    @property
    def columns(self) -> tuple[Column, ...]:
        return POINTS if self.schema is None else self.schema.columns

    @property
    def most(self) -> int:
        return MOST_ANCHORS if self.schema is None else self.schema.most

    @property
    def named(self) -> bool:
        return any(column.kind == "name" for column in self.columns)

    def entries(self, scenario: Scenario) -> tuple[Any, ...]:
        value = getattr(scenario, self.key)
        return tuple(Point(*pair) for pair in value) if self.schema is None else value

    def value(self, entries: Iterable[Any]) -> tuple[Any, ...]:
        """The entries as the scenario has them; points in the order of their months."""
        if self.schema is not None:
            return tuple(entries)
        points = sorted(entries, key=lambda point: point.month)
        return tuple((point.month, point.level) for point in points)

    def column(self, key: str, entry: Any) -> Column:
        """A column as this entry has it: what it says in one may narrow another."""
        narrowed = None if self.schema is None else self.schema.narrowed
        columns = self.columns if narrowed is None else narrowed(vars(entry))
        return next(column for column in columns if column.key == key)

    def words(self, entry: Any, scenario: Scenario) -> str:
        """An entry in words, without its name: its cells, each after its label."""
        said = []
        for column in self.columns:
            own = self.column(column.key, entry)
            text = "" if own.void else shown(own, getattr(entry, own.key), scenario)
            if own.note or own.kind == "name" or not text:
                continue
            if has_words(own) or is_month(own):
                said.append(text)
            elif own.unit == "months" and getattr(entry, own.key) == 1:  # no plural
                said.append(f"{own.label_text} {months_words(1)}")
            elif own.kind == "share":
                said.append(f"{own.label_text} {text}")
            else:
                unit = units.of(own.unit).unit
                said.append(f"{own.label_text} {text} {unit}" if unit else text)
        return ", ".join(said)

    def fixed(self, entry: Any, key: str) -> bool:
        """Whether a cell can't be changed at all."""
        return (self.schema is None and key == "month" and entry.month == 0) or self.column(
            key, entry
        ).void

    def with_cell(self, entry: Any, key: str, value: Any, families: Sequence[str]) -> Any:
        """The entry with another cell; cells that this one leaves no say become their default."""
        changed = replace(entry, **{key: value})
        for column in self.columns:
            own = self.column(column.key, changed)
            if column.key != key and self.column(column.key, entry).needed and not own.needed:
                changed = replace(changed, **{own.key: own.default})
            try:
                own.check(own.default if own.void else getattr(changed, own.key), families)
            except ValueError:
                if column.key == key:
                    continue
                usual = own.high if own.default is None else own.default
                changed = replace(changed, **{own.key: usual})
            else:
                if own.void:
                    changed = replace(changed, **{own.key: own.default})
        return changed

    def fresh(self, scenario: Scenario) -> Any:
        """A new entry, sensible and allowed, to be written over."""
        entries = self.entries(scenario)
        if self.schema is None:
            last = entries[-1]
            return Point(min(last.month + 6, LATEST_ANCHOR_MONTH), last.level)
        name = free_name(self.schema.place(len(entries)), entries)
        return new_entry(self.schema, scenario, name)

    def copied(self, entry: Any, entries: Sequence[Any]) -> Any:
        """A copy that the list can have beside it."""
        if self.schema is None:
            taken = {point.month for point in entries}
            return replace(
                entry, month=next(m for m in range(entry.month, 10**6) if m not in taken)
            )
        return replace(entry, name=free_name(entry.name, entries)) if entry.name else entry


def new_entry(schema: ListSchema, scenario: Scenario, name: str) -> Any:
    """An entry that a table or the timeline begins with, from the month after what is known."""
    return _FRESH[schema.entry](scenario, name)


def _event(scenario: Scenario, name: str) -> Event:
    return Event("supply_stop", scenario.families[-1], _soon(scenario), 6, 0.5)


def _site(scenario: Scenario, name: str) -> Site:
    return Site(name, 0.5, _soon(scenario), 12, 0.9)


def _contract(scenario: Scenario, name: str) -> Contract:
    return Contract(name, scenario.families[0], _soon(scenario), 12, 0.5, 0.8, 1.0)


_FRESH: dict[type, Any] = {Event: _event, Site: _site, Contract: _contract}


def _soon(scenario: Scenario) -> int:
    """The month after what is known."""
    return int(min(scenario.as_of + 1, scenario.horizon_months - 1))


def free_name(name: str, entries: Iterable[Any]) -> str:
    """The name, or with the first number that makes it one that the list does not have."""
    names = {entry.name for entry in entries}
    if name not in names:
        return name
    stem, _, number = name.rpartition(" ")
    stem = (stem if stem and number.isdigit() else name)[: LONGEST_NAME - NUMBER_LETTERS]
    tried = (f"{stem} {count}" for count in range(2, len(names) + 3))
    return next(found for found in tried if found not in names)


@functools.cache
def listed(key: str) -> Listed:
    """The list of a parameter: events, sites, contracts or revenue_anchors."""
    if parameter(key).kind not in ("list", "anchors"):
        raise ValueError(f"{key}: allowed is a parameter that is a list")
    return Listed(key)


def summary(key: str, scenario: Scenario) -> str:
    """A list in words: how many entries, and what they come to; for the line over its table."""
    entries = listed(key).entries(scenario)
    said = [_count(key, len(entries))]
    if key == "events" and entries:
        said += [_event_words(event, scenario) for event in entries[:TOLD_EVENTS]]
        said += ["…"] if len(entries) > TOLD_EVENTS else []
    elif key in _POWER and entries:
        total = units.of(_POWER[key][1]).number(sum(getattr(e, _POWER[key][0]) for e in entries))
        said.append(f"{number_words(float(f'{total:.4g}'))} {units.of(_POWER[key][1]).unit}")
    elif key == "revenue_anchors":
        first, last = (month_shown(scenario.start, entries[place].month) for place in (0, -1))
        said.append(translate("Entries", "{first} to {last}").format(first=first, last=last))
    return " · ".join(said)


def _event_words(event: Event, scenario: Scenario) -> str:
    """`Supply stop, Mar 2027`."""
    what = event.name or word_shown(event.kind)
    if not listed("events").column("start_month", event).needed:  # it has no beginning
        return what
    return f"{what}, {month_shown(scenario.start, event.start_month)}"


def _count(key: str, count: int) -> str:
    """`3 sites`."""
    said = {
        "events": translate("Entries", "%n shock(s)", "", count),
        "sites": translate("Entries", "%n site(s)", "", count),
        "contracts": translate("Entries", "%n contract(s)", "", count),
        "revenue_anchors": translate("Entries", "%n point(s)", "", count),
    }
    return said[key]
