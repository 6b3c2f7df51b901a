"""A plan: which scenarios there are, in which order, and what is kept of each."""

from __future__ import annotations

import functools
import hashlib
import json
import math
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass
from typing import Any

from engine.files.file_text import plain
from engine.files.fingerprint import fingerprint
from engine.problems import Problem, ScenarioError
from engine.sweep.factors import Cell, Factor, Level, applied
from engine.sweep.measures import Measure, window_of
from engine.tables.parameter import month_number, month_text
from engine.tables.scenario import Scenario
from engine.text import translate
from engine.worlds.ensemble import all_columns

MOST_SCENARIOS = 1_000_000
STOP, SKIP = "stop", "skip"  # what is done about a scenario that can't be
NOTHING, OF_MEASURES, EVERYTHING = "none", "measures", "all"  # raw values that are kept
Seen = Callable[[int, Scenario], object]
BASE = "base"  # the column that says which of the bases


@dataclass(frozen=True)
class Plan:
    """Every base with every level of every factor; the last factor changes fastest.

    `draws` and `seed` None are each scenario's own; `months` None is all that chance can touch.
    `text` is the file that it was read from.
    """

    name: str
    bases: tuple[tuple[str, Scenario], ...]
    factors: tuple[Factor, ...] = ()
    draws: int | None = None
    seed: int | None = None
    columns: tuple[str, ...] = ()
    measures: tuple[Measure, ...] = ()
    months: tuple[str, str] | None = None
    raw: str = NOTHING
    impossible: str = STOP
    text: str = ""

    @functools.cached_property
    def count(self) -> int:
        """How many scenarios it has."""
        return len(self.bases) * math.prod(len(factor.levels) for factor in self.factors)

    @functools.cached_property
    def varied(self) -> tuple[str, ...]:
        """The columns of what differs, the base first."""
        return (BASE, *(column for factor in self.factors for column in factor.columns))

    def places(self, number: int) -> tuple[int, ...]:
        """Which base and which level of each factor a scenario has.

        Takes: `number` of the scenario, from 0.
        Gives: places, the base's first.
        """
        found: list[int] = []
        for factor in reversed(self.factors):
            number, place = divmod(number, len(factor.levels))
            found.append(place)
        return (number, *reversed(found))

    def _levels(self, number: int) -> list[Level]:
        places = self.places(number)[1:]
        return [f.levels[place] for f, place in zip(self.factors, places, strict=True)]

    def cells(self, number: int) -> tuple[Cell, ...]:
        """What differs in a scenario, in the order of `varied`.

        Takes: `number` of the scenario, from 0.
        Gives: cells.
        """
        base = self.bases[self.places(number)[0]][0]
        return (base, *(cell for level in self._levels(number) for cell in level.cells))

    def scenario(self, number: int) -> Scenario:
        """A scenario of the plan.

        Takes: `number` of the scenario, from 0.
        Gives: Scenario.
        Raises: ScenarioError where it can't be, saying which and why.
        """
        base = self.bases[self.places(number)[0]][1]
        try:
            return applied(base, self._levels(number), self.seed)
        except ScenarioError as error:
            raise error.in_file(self.said(number)) from None

    def said(self, number: int) -> str:
        """A scenario's `number` with what differs in it, on a line. Gives: text."""
        varied = zip(self.varied, self.cells(number), strict=True)
        cells = ", ".join(f"{name} {_short(cell)}" for name, cell in varied)
        text = translate("Sweep", "scenario {number} ({cells})")
        return text.format(number=number, cells=cells)

    def draws_of(self, scenario: Scenario) -> int:
        """How many worlds a `scenario` is drawn in. Gives: the number."""
        return scenario.draws if self.draws is None else self.draws

    def columns_of(self, scenario: Scenario) -> tuple[str, ...]:
        """The columns of which a `scenario` has bands kept. Gives: columns."""
        everything = self.columns == (EVERYTHING,)
        return all_columns(scenario.families) if everything else self.columns

    def window(self, scenario: Scenario) -> tuple[int, int]:
        """The months that measures of a `scenario` are over. Gives: [months since start]."""
        if self.months is None:
            return window_of(scenario, None)
        first, last = (month_of(scenario, month) for month in self.months)
        return first, last

    @functools.cached_property
    def fingerprint(self) -> str:
        """SHA-256 of all that its results hang on, in hexadecimal; not of names and comments."""
        content = {
            "bases": [(label, fingerprint(base)) for label, base in self.bases],
            "factors": [
                [factor.name, [_content(level) for level in factor.levels]]
                for factor in self.factors
            ],
            "draws": [self.draws, self.seed],
            "kept": [self.columns, [asdict(measure) for measure in self.measures]],
            "months": self.months,
            "raw": self.raw,
        }
        return hashlib.sha256(json.dumps(content, sort_keys=True).encode()).hexdigest()


def _content(level: Level) -> list[object]:
    adds = {key: [plain_entry(entry) for entry in more] for key, more in level.adds.items()}
    sets = {key: plain(value) for key, value in level.sets.items()}
    return [level.cells, sets, adds, {key: list(names) for key, names in level.removes.items()}]


def plain_entry(entry: Any) -> Any:
    """An `entry` of a list as JSON has it. Gives: what JSON can hold."""
    if isinstance(entry, dict):
        return entry
    [found] = plain((entry,))
    return found


def _short(cell: Cell) -> str:
    return cell if isinstance(cell, str) else f"{cell:.6g}"


def month_of(scenario: Scenario, month: str) -> int:
    """Where a month stands in a scenario.

    Takes: `scenario`; `month`, YYYY-MM.
    Gives: [months since start].
    Raises: ScenarioError where it is outside the horizon, or no month.
    """
    first = month_number(scenario.start)
    last = first + scenario.horizon_months - 1
    try:
        number = month_number(month)
    except ValueError:
        number = -1
    if not first <= number <= last:
        allowed = translate("Sweep", "allowed is a month from {low} to {high}")
        allowed = allowed.format(low=month_text(first), high=month_text(last))
        raise ScenarioError(Problem("month", str(month), allowed))
    return number - first


def impossible(plan: Plan, seen: Seen = lambda number, scenario: None) -> Iterator[tuple[int, str]]:
    """The scenarios that can't be, looked for before anything runs.

    Takes: `plan`; `seen` is given the number and each scenario that can be.
    Gives: for each its number and why.
    """
    for number in range(plan.count):
        try:
            scenario = plan.scenario(number)
        except ScenarioError as error:
            yield number, str(error)
        else:
            seen(number, scenario)
