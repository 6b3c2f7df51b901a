"""Decisions about what a list names: a site that comes later, a contract's month and its size.

They are moved as the levers of the table are, each along a slider of its own.
"""

from __future__ import annotations

import math
from collections.abc import Collection
from dataclasses import dataclass, replace
from functools import lru_cache

from engine.allowed import word
from engine.analysis.variants import Lever, changed
from engine.tables.list_schema import Column
from engine.tables.parameter import Parameter
from engine.tables.scenario import Scenario, parameter
from engine.text import translate

SITES, CONTRACTS = "sites", "contracts"
START, SIZE = "start_month", "it_gw"
TIMES = 4.0  # a contract may be that much smaller or larger
SIZE_STEP = 0.01  # GW


@dataclass(frozen=True)
class EntryLever(Lever):
    """A number of an entry of a list, from `low` to `high` [the column's unit].

    `key` is the list's, `name` the entry's, `column` the number's.
    """

    name: str = ""
    column: str = ""
    low: float = 0.0
    high: float = 1.0

    @property
    def row(self) -> Parameter:
        """What it is, as a row of the table says it."""
        return _row(self)

    @property
    def schema_column(self) -> Column:
        """The column of the list that it moves."""
        return _column(self.key, self.column)

    @property
    def bounds(self) -> tuple[float, float]:
        """Lowest and highest value [the column's unit]."""
        return self.low, self.high

    @property
    def code(self) -> str:
        """What it is for programs: `contracts.North.it_gw`."""
        return f"{self.key}.{self.name}.{self.column}"

    @property
    def label(self) -> str:
        """What it is called: `Site North, start month`; a contract may have the same name."""
        text = translate("EntryLever", "Contract {entry}, {column}")
        if self.key == SITES:
            text = translate("EntryLever", "Site {entry}, {column}")
        return text.format(entry=self.name, column=self.schema_column.label_text)

    def check(self, scenario: Scenario) -> None:
        """That the scenario has the entry.

        Takes: `scenario`.
        Raises: ValueError where it has not.
        """
        word(self.key, self.name, [entry.name for entry in getattr(scenario, self.key)])

    def value(self, scenario: Scenario) -> float:
        """Where it stands.

        Takes: `scenario`.
        Gives: [the column's unit].
        """
        entries = getattr(scenario, self.key)
        return float(getattr(next(x for x in entries if x.name == self.name), self.column))

    def moved(self, scenario: Scenario, value: float) -> Scenario:
        """The scenario with the number at another value, within its bounds; not checked again.

        Takes: `scenario`; `value` [the column's unit].
        Gives: another scenario.
        Raises: ValueError for a value that is not a number.
        """
        if math.isnan(value):
            raise ValueError(f"{self.code} {value}: allowed are {self.low} to {self.high}")
        value = min(max(value, self.low), self.high)
        number = round(value) if self.row.whole else value
        entries = tuple(
            replace(entry, **{self.column: number}) if entry.name == self.name else entry
            for entry in getattr(scenario, self.key)
        )
        return changed(scenario, **{self.key: entries})


def _column(key: str, column: str) -> Column:
    schema = parameter(key).schema
    assert schema is not None
    return next(one for one in schema.columns if one.key == column)


@lru_cache(maxsize=256)
def _row(lever: EntryLever) -> Parameter:
    column, dated = _column(lever.key, lever.column), lever.column == START
    return replace(
        parameter(lever.key),
        kind="whole" if dated else "number",
        label=column.label,
        unit=column.unit,
        low=lever.low,
        high=lever.high,
        step=1.0 if dated else SIZE_STEP,
        scale="linear" if dated else "log",
        whole=dated,
        schema=None,
    )


def entry_levers(scenario: Scenario, locked: Collection[str] = ()) -> tuple[EntryLever, ...]:
    """What of sites and contracts that have not begun yet can still be decided.

    A site can be had later, never sooner than it is promised. A contract can be signed for any
    month to come, and for a quarter to four times its size.

    Takes: `scenario`; `locked`, keys of lists that are left alone.
    Gives: levers, in the lists' order.
    """
    last = scenario.horizon_months - 1
    found: list[EntryLever] = []
    for key in (SITES, CONTRACTS):
        if key in locked:
            continue
        for entry in getattr(scenario, key):
            if not scenario.as_of < entry.start_month < last:
                continue
            first = entry.start_month if key == SITES else scenario.as_of + 1
            found.append(EntryLever(key, "", entry.name, START, first, last))
            if key == CONTRACTS:
                found.append(EntryLever(key, "", entry.name, SIZE, *_sizes(entry.it_gw)))
    return tuple(found)


def _sizes(gw: float) -> tuple[float, float]:
    """The smallest and the largest contract that is thought of [GW IT]."""
    column = _column(CONTRACTS, SIZE)
    return max(gw / TIMES, column.low), min(gw * TIMES, column.high)
