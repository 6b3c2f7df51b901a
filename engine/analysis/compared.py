"""Several scenarios on the same luck, side by side: aligned by date, never summed unlike.

They may differ in anything. What has another horizon has gaps where it has no months; sums run
over the months that all have; what has another first month lives in other worlds month by month,
and is left out where worlds are compared one by one.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from engine import allowed
from engine.analysis.paired import TIE
from engine.analysis.regret import by_halves, felt, of_outcomes
from engine.analysis.variants import changed
from engine.model.arrays import DRAW, HOST, SCENARIO, TIME, Array
from engine.run.backend import NUMPY, Backend
from engine.run.simulation import Simulation
from engine.tables.parameter import month_number, month_text
from engine.tables.scenario import Scenario
from engine.worlds.ensemble import Band, Progress, each_block, made_quantities
from engine.worlds.quantiles import mean, quantiles, sample

PRACTICAL = 0.01  # of the larger of two values: closer is a tie to whoever decides


@dataclass(frozen=True)
class Drawn:
    """A scenario's `lines` in each world, by column, each (time, draw) [unit of the column].

    Columns that the scenario has not, of a family of others, are not there.
    """

    scenario: Scenario
    draws: int
    seed: int
    lines: Mapping[str, Array]

    def band(self, column: str) -> Band:
        """How a column spreads over the worlds.

        Takes: `column`, one of the `lines`.
        Gives: Band, (time,) [unit of the column].
        """
        return spread(self.lines[column])


def spread(values: Array) -> Band:
    """How values spread over the worlds.

    Takes: `values` (row, draw) [any unit].
    Gives: Band, (row,) [the same unit], NaN where nothing is defined.
    """
    p5, p25, p50, p75, p95 = quantiles(HOST, sample(HOST, values))
    return Band(p5, p25, p50, p75, p95, mean(HOST, values))


def drawn(
    scenario: Scenario,
    columns: Sequence[str],
    draws: int,
    *,
    seed: int | None = None,
    backend: Backend = NUMPY,
    progress: Progress | None = None,
) -> Drawn:
    """A scenario's columns in each world of a seed.

    Takes: `scenario`; `columns` of a run's CSV, or made of them (`commitment_bn@to_date`,
        `served_share`), of which those that it has not are left out; `draws`, how many worlds;
        `seed`, by default its own.
    Gives: Drawn.
    Raises: ValueError for no draws; Cancelled where `progress` says False.
    """
    count = allowed.draws(draws)
    luck = scenario.seed if seed is None else seed
    known = made_quantities(scenario.families, scenario.start)
    wanted = {column: known[column] for column in columns if column in known}
    months = scenario.horizon_months
    lines = {column: np.empty((months, count)) for column in wanted}

    def found(simulation: Simulation, here: int) -> tuple[int, dict[str, Array]]:
        return here, {
            column: np.broadcast_to(backend.to_numpy(quantity(simulation)), (months, 1, here))[:, 0]
            for column, quantity in wanted.items()
        }

    blocks = each_block([changed(scenario, seed=luck)], count, found, backend, progress)
    for first, (here, values) in blocks:
        for column, line in values.items():
            lines[column][:, first : first + here] = line
    return Drawn(scenario, count, luck, lines)


@dataclass(frozen=True)
class Calendar:
    """Months that some scenarios span: `first` is a month's number, `count` how many."""

    first: int
    count: int

    @property
    def months(self) -> tuple[str, ...]:
        """Each as `YYYY-MM`."""
        return tuple(month_text(self.first + t) for t in range(self.count))

    def place(self, month: str) -> int | None:
        """The index of a month, None where it lies outside.

        Takes: `month`, YYYY-MM.
        Gives: [months since the first], or None.
        """
        index = month_number(month) - self.first
        return index if 0 <= index < self.count else None

    def aligned(self, scenario: Scenario, line: Array) -> Array:
        """A scenario's line on these months.

        Takes: `scenario`; `line` (time, ...) of its own months [any unit].
        Gives: (month, ...) [the same unit], NaN where the scenario has no such month.
        """
        found = np.full((self.count, *line.shape[1:]), np.nan)
        shift = month_number(scenario.start) - self.first
        first, last = max(shift, 0), min(shift + len(line), self.count)
        if first < last:
            found[first:last] = line[first - shift : last - shift]
        return found


def own_calendar(scenario: Scenario) -> Calendar:
    """The months of one scenario.

    Takes: `scenario`.
    Gives: Calendar.
    """
    return Calendar(month_number(scenario.start), scenario.horizon_months)


def all_months(scenarios: Sequence[Scenario]) -> Calendar:
    """From the first month that any has to the last.

    Takes: `scenarios`, one or more.
    Gives: Calendar.
    """
    spans = [own_calendar(scenario) for scenario in scenarios]
    first = min(span.first for span in spans)
    return Calendar(first, max(span.first + span.count for span in spans) - first)


def common_months(scenarios: Sequence[Scenario]) -> Calendar:
    """The months that all of them have.

    Takes: `scenarios`, one or more.
    Gives: Calendar, of no months where there are none.
    """
    spans = [own_calendar(scenario) for scenario in scenarios]
    first = max(span.first for span in spans)
    return Calendar(first, max(min(span.first + span.count for span in spans) - first, 0))


@dataclass(frozen=True)
class Measure:
    """What scenarios are judged by: the sum of some columns, in a month or up to it.

    `to_date` adds up from the first month that all have, so that an earlier start counts nothing.
    """

    key: str
    columns: tuple[str, ...]
    to_date: bool = False
    higher_is_better: bool = False

    def of(self, line: Mapping[str, Array], scenario: Scenario, since: Calendar) -> Array:
        """The measure month by month.

        Takes: `line`, (time, ...) by column; `scenario`; `since`, the months that all have.
        Gives: (month, ...) over `since` [unit of the columns; times months for `to_date`].
        Raises: KeyError for a column that is not there.
        """
        found = sum(since.aligned(scenario, line[column]) for column in self.columns)
        assert isinstance(found, np.ndarray)
        return np.cumsum(found, axis=TIME) if self.to_date else found

    def has(self, columns: Mapping[str, object]) -> bool:
        """Whether all of its columns are there.

        Takes: `columns`, by name.
        Gives: whether it can be told.
        """
        return all(column in columns for column in self.columns)


MEASURES = (
    Measure("net", ("economic_cost_bn", "unserved_revenue_bn"), to_date=True),
    Measure("cost", ("economic_cost_bn",), to_date=True),
    Measure("unserved", ("unserved_revenue_bn",), to_date=True),
    Measure("served", ("served_share",), higher_is_better=True),
    Measure("capacity", ("capacity_eflops",), higher_is_better=True),
    Measure("unit_cost", ("usd_per_pflop_hour",)),
)


@dataclass(frozen=True)
class Best:
    """By month, how sure it is that each scenario is the best of them: over the same worlds.

    `months` are those that all compared have. `chance` (scenario, month) [share of the worlds];
    ties are shared out, so that a month adds up to 1. `left_out` are the places of scenarios that
    begin in another month or have no such figure: their chance is NaN.
    """

    months: tuple[str, ...]
    chance: Array
    left_out: tuple[int, ...]


@dataclass(frozen=True)
class Regrets:
    """How much worse each scenario is than the best of the same world, in one month.

    `plain` are the scenarios' own means over the worlds; `mean`, `p90` and `worst` the regret, each
    (scenario,) [unit of the measure], NaN for those `left_out`. `least_worst` and `best_on_average`
    are places, None where fewer than two can be compared; `sure` is the share of random halves of
    the worlds in which `least_worst` is the least too.
    """

    plain: Array
    mean: Array
    p90: Array
    worst: Array
    best: Array  # chance of it
    least_worst: int | None
    best_on_average: int | None
    sure: float
    left_out: tuple[int, ...]


def _outcomes(
    each: Sequence[Drawn], measure: Measure
) -> tuple[Calendar, dict[int, Array], tuple[int, ...]]:
    """The months that are compared, (month, draw) by place, and the places left out."""
    likes = [i for i, one in enumerate(each) if measure.has(one.lines)]
    lead = likes[0] if likes else 0
    kin = [
        i
        for i in likes
        if each[i].scenario.start == each[lead].scenario.start
        and each[i].seed == each[lead].seed
        and each[i].draws == each[lead].draws
    ]
    left_out = tuple(i for i in range(len(each)) if i not in kin)
    if not kin:
        return Calendar(0, 0), {}, left_out
    months = common_months([each[i].scenario for i in kin])
    return (
        months,
        {i: measure.of(each[i].lines, each[i].scenario, months) for i in kin},
        left_out,
    )


def chance_best(each: Sequence[Drawn], measure: Measure) -> Best:
    """How likely each scenario is the best, by month, in worlds that share their luck.

    Those that begin in the month of the first can be compared. An undefined value is the worst;
    where nothing is defined nothing is best.

    Takes: `each`, scenarios with their worlds, drawn with one seed; `measure`.
    Gives: Best.
    """
    months, outcomes, left_out = _outcomes(each, measure)
    chance = np.full((len(each), months.count), np.nan)
    if outcomes and months.count:
        places = list(outcomes)
        values = np.stack([outcomes[i] for i in places])  # (scenario, month, draw)
        won = _shared_wins(values, measure.higher_is_better)
        chance[places] = won.mean(axis=2)
    return Best(months.months, chance, left_out)


def _shared_wins(values: Array, higher_is_better: bool) -> Array:
    """1 for the best of each world along the first axis, shared out among ties."""
    loss = np.where(np.isnan(values), np.inf, -values if higher_is_better else values)
    lowest = loss.min(axis=0)
    known = np.isfinite(lowest)
    level = np.where(known, lowest, 0.0)
    margin = level + TIE * np.abs(level)
    best = (loss <= margin) & known
    shares: Array = best / np.maximum(best.sum(axis=0), 1)
    return shares


def regrets(each: Sequence[Drawn], measure: Measure, month: str) -> Regrets:
    """The regret of each scenario in a month, over worlds that share their luck.

    Takes: `each`, scenarios with their worlds, drawn with one seed; `measure`; `month`, YYYY-MM.
    Gives: Regrets [unit of the measure].
    Source: L. J. Savage 1951.
    """
    months, outcomes, left_out = _outcomes(each, measure)
    plain, middle, ninth, worst, sure_best = (np.full(len(each), np.nan) for _ in range(5))
    lines = (plain, middle, ninth, worst, sure_best)
    place = months.place(month)
    if place is None or len(outcomes) < 2:
        return Regrets(*lines, None, None, math.nan, left_out)
    places = list(outcomes)
    values = np.stack([outcomes[i][place] for i in places])
    higher = measure.higher_is_better
    most, p90, average, least, best = of_outcomes(values, higher_is_better=higher)
    sure, _ = by_halves(felt(values, higher_is_better=higher), least)
    won = _shared_wins(values[:, None], higher)[:, 0]
    known = (mean(HOST, values), average, p90, most, won.mean(axis=DRAW))
    for line, found in zip(lines, known, strict=True):
        line[places] = found
    return Regrets(*lines, places[least], places[best], sure, left_out)


@dataclass(frozen=True)
class Front:
    """Which of some points are on the front, both axes being better when lower.

    `on` (point,): nothing beats it. `tied` (point,): something does, yet by less than anybody
    would notice in either. `beaten_by` names for each of the rest the place of what beats it most
    clearly, None for the others. Points that are undefined are in none.
    """

    on: tuple[bool, ...]
    tied: tuple[bool, ...]
    beaten_by: tuple[int | None, ...]


def front(across: Array, down: Array, practical: float = PRACTICAL) -> Front:
    """The points that no other beats in both, and those that are as good in practice.

    Takes: `across` and `down`, each (point,) [any units], where lower is better; `practical`
        [share of the larger of two values], below which they count as equal.
    Gives: Front.
    Raises: ValueError for two shapes, and for a share that is none.
    """
    allowed.share("practical", practical)
    points = np.stack([np.asarray(across, float), np.asarray(down, float)])
    if points.ndim != 2:
        raise ValueError(f"points of shape {points.shape[1:]}; allowed is (point,)")
    count = points.shape[1]
    on: list[bool] = []
    tied: list[bool] = []
    beaten: list[int | None] = []
    for i in range(count):
        own = points[:, i, None]
        if np.isnan(own).any():
            on.append(False)
            tied.append(False)
            beaten.append(None)
            continue
        better = np.all(points <= own, axis=SCENARIO) & np.any(points < own, axis=SCENARIO)
        gap = own - points
        clear = gap > practical * np.maximum(np.abs(own), np.abs(points))
        clearly = better & np.any(clear, axis=SCENARIO)
        on.append(not better.any())
        tied.append(bool(better.any()) and not clearly.any())
        relative = np.where(clearly, (gap / np.maximum(np.abs(own), TIE)).max(axis=0), -np.inf)
        beaten.append(int(np.argmax(relative)) if clearly.any() else None)
    return Front(tuple(on), tuple(tied), tuple(beaten))
