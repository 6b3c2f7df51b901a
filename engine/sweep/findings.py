"""What a sweep's folder says: what drives each measure, the best, the least regret, the front.

It reads `summary.csv` and the manifest alone, both of bounded size.
"""

from __future__ import annotations

import functools
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from engine.analysis import regret
from engine.analysis.prim import Score, Search
from engine.analysis.rank_correlation import ranks
from engine.model.arrays import Array, Truths
from engine.sweep.indices import Index, indices
from engine.sweep.measures import COSTS, UNSERVED
from engine.sweep.summary import (
    LARGEST_SUMMARY,
    SCENARIO,
    Column,
    Facts,
    MeasureFacts,
    read_facts,
    read_summary,
)

WORST_SHARE = 0.75  # of the scenarios are not among those that fail
LEAST = Score(0.5, 0.5)  # coverage and density that a box is worth telling with


@dataclass(frozen=True)
class End:
    """Where a condition ends: a `column` is at least, or at most, a `value` [its unit]."""

    column: str
    at_least: bool
    value: float


@dataclass(frozen=True)
class Conditions:
    """A box around the worst quarter, how much of it that covers, and how pure it is [share].

    `fails` (scenario,) says which are of the worst quarter.
    """

    ends: tuple[End, ...]
    coverage: float
    density: float
    fails: Truths


@dataclass(frozen=True)
class Findings:
    """A finished part of a sweep: its lines in order, and what its manifest says of them."""

    facts: Facts
    columns: dict[str, Column]

    @functools.cached_property
    def scenarios(self) -> list[int]:
        """The numbers of the scenarios."""
        return [int(number) for number in self.columns[SCENARIO]]

    def mean(self, measure: str) -> Array:
        """The mean of a `measure` over the draws. Gives: (scenario,) [its unit]."""
        return np.asarray(self.columns[f"{measure}_mean"], float)

    @functools.cached_property
    def numbers(self) -> dict[str, Array]:
        """What differs and is a number, by column (scenario,) [its unit]."""
        lines = {column: self.columns[column] for column in self.facts.varied}
        return {
            column: line
            for column, line in lines.items()
            if isinstance(line, np.ndarray) and len(np.unique(line)) > 1
        }

    def drivers(self, measure: str) -> list[tuple[str, float]]:
        """Spearman's rho of each number that differs with a `measure`. Gives: strongest first."""
        value = self.mean(measure)
        known = ~np.isnan(value)
        of_measure = ranks(value[known])
        found = [
            (column, _correlation(ranks(line[known]), of_measure))
            for column, line in self.numbers.items()
        ]
        return sorted(found, key=lambda pair: -abs(pair[1]))

    def indices(self, measure: str) -> list[Index]:
        """Which share of a `measure`'s variance each lever of Saltelli's design makes.

        Where other things vary as well, it is of the variance at each of their positions, all
        counted together.

        Takes: `measure`.
        Gives: indices, of each design the largest total first; none where there is no design, or
            too little of it is finished.
        """
        found: list[Index] = []
        value, numbers = self.mean(measure), np.array(self.scenarios)
        step = 1  # in the number of a scenario, from a level of the factor to the next
        for factor in reversed(self.facts.factors):
            levels, points = factor.levels, factor.points
            if not levels:
                return []
            if points and levels == points * (2 + len(factor.levers)):
                elsewhere = numbers // (step * levels) * step + numbers % step
                _, place = np.unique(elsewhere, return_inverse=True)
                table = np.full((place.max() + 1, levels), np.nan)
                table[place, numbers // step % levels] = value
                designs = table.reshape(len(table), -1, points)
                found += indices(list(factor.levers), np.concatenate(designs, axis=1))
            step *= levels
        return found

    def best(self, measure: str, low_is_better: bool) -> int | None:
        """The place of the best scenario. Takes: `measure`; `low_is_better`. Gives: a place."""
        value = self.mean(measure)
        if np.isnan(value).all():
            return None
        return int(np.nanargmin(value if low_is_better else -value))

    @functools.cached_property
    def cost(self) -> MeasureFacts | None:
        """The measure of cost that the front is of."""
        kept = {measure.name: measure for measure in self.facts.measures}
        return next((kept[name] for name in COSTS if name in kept), None)

    @functools.cached_property
    def unserved(self) -> MeasureFacts | None:
        """The measure of unserved revenue, where the sweep has kept it."""
        return next((m for m in self.facts.measures if m.name == UNSERVED), None)

    def front(self) -> list[int]:
        """Places of the scenarios of which none is both cheaper and better served.

        Gives: places, the cheapest first; none where the sweep has not kept both measures.
        """
        if self.cost is None or self.unserved is None:
            return []
        costs, unserved = self.mean(self.cost.name), self.mean(self.unserved.name)
        found: list[int] = []
        for place in np.lexsort((unserved, costs)).tolist():
            if np.isnan(costs[place]) or np.isnan(unserved[place]):
                continue
            if not found or unserved[place] < unserved[found[-1]]:
                found.append(place)
        return found

    def regrets(self, measure: str, low_is_better: bool) -> list[tuple[int, float]]:
        """The largest regret of each choice over what may come to pass, least first.

        A choice is a position of all that is decided; worlds are positions of all the rest. Only
        where each choice is there in each world can they be compared.

        Takes: `measure`; `low_is_better`.
        Gives: a place with that choice, and its largest regret [unit of the measure].
        """
        decided = [c for f in self.facts.factors if f.decision for c in f.columns]
        others = [column for column in self.facts.varied if column not in decided]
        choices, worlds = self._groups(decided), self._groups(others)
        count = len(choices), len(worlds)
        if not decided or count[0] < 2 or count[0] * count[1] != len(self.scenarios):
            return []
        table = np.full(count, np.nan)
        first: dict[int, int] = {}
        value = self.mean(measure)
        for place in range(len(value)):
            row = choices[self._key(place, decided)]
            table[row, worlds[self._key(place, others)]] = value[place]
            first.setdefault(row, place)
        worst = regret.felt(table, higher_is_better=not low_is_better).max(axis=1)
        order = np.argsort(worst, kind="stable").tolist()
        return [(first[row], float(worst[row])) for row in order if not np.isnan(worst[row])]

    def _key(self, place: int, columns: Sequence[str]) -> tuple[Any, ...]:
        return tuple(self.columns[column][place] for column in columns)

    def _groups(self, columns: Sequence[str]) -> dict[tuple[Any, ...], int]:
        keys = dict.fromkeys(self._key(place, columns) for place in range(len(self.scenarios)))
        return {key: number for number, key in enumerate(keys)}

    def conditions(self) -> Conditions | None:
        """Under which conditions the worst quarter of unserved revenue lies (PRIM).

        Gives: Conditions, None where nothing tells it apart.
        """
        inputs = self.numbers
        if self.unserved is None or not inputs:
            return None
        value = self.mean(self.unserved.name)
        known = ~np.isnan(value)
        if not known.any():
            return None
        fails: Truths = known & (value > np.quantile(value[known], WORST_SHARE))
        if not 0 < fails.sum() < len(fails):
            return None
        search = Search(np.stack(list(inputs.values())), fails)
        box = search.best(LEAST)
        if box is None:
            return None
        ends = tuple(
            End(column, side == 0, float(box.ends[side, i]))
            for i, column in enumerate(inputs)
            for side in (0, 1)
            if np.isfinite(box.ends[side, i])
        )
        score = search.score(box)
        return Conditions(ends, score.coverage, score.density, fails)


def _correlation(one: Array, other: Array) -> float:
    if not len(one):
        return 0.0
    one, other = one - one.mean(), other - other.mean()
    scale = np.sqrt(np.sum(one * one) * np.sum(other * other))
    return float(np.sum(one * other) / scale) if scale > 0 else 0.0


def read_findings(path: Path, largest: int = LARGEST_SUMMARY) -> Findings:
    """The findings of a folder.

    Takes: `path` of the folder; `largest`, so many bytes of its summary at most.
    Gives: Findings.
    Raises: ScenarioError where it is no sweep's, damaged or too large, or nothing is finished.
    """
    facts = read_facts(path)
    return Findings(facts, read_summary(path, facts, largest))
