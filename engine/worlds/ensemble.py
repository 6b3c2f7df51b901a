"""Section 8, the many worlds: bands and risk of a scenario over its draws, block by block."""

from __future__ import annotations

import functools
import operator
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TypeVar

import numpy as np

from engine import allowed
from engine.model.arrays import Array
from engine.run.backend import NUMPY, Backend, let_the_allocator_keep_memory
from engine.run.scenario_arrays import Inputs
from engine.run.simulation import Simulation
from engine.tables.parameter import month_number, month_text
from engine.tables.scenario import Scenario
from engine.tables.series import SERIES
from engine.worlds import random_draws, risk
from engine.worlds.sample_store import Everything, SampleStore, Sketches
from engine.worlds.standing import (
    ABOVE,
    BELOW,
    MONTHLY,
    REACHED,
    SERVED_SHARE,
    Standing,
    Standings,
    served_share,
    summed,
)

Work = TypeVar("Work")
Progress = Callable[[float], bool]

ON_SCREEN = ("capacity_eflops", "facility_power_gw", "economic_cost_bn", "usd_per_pflop_hour")

EXACT_DRAWS = 16_384  # up to here every world's value is kept, beyond a sketch
EXACT_VALUES = 2**25  # numbers kept at once: 256 MB; more columns than that take turns


class Cancelled(Exception):  # noqa: N818 - nothing has gone wrong
    """The caller's `progress` said to stop."""


@dataclass(frozen=True)
class Band:
    """How one column spreads over the worlds, each (time,); NaN where undefined in all."""

    p5: Array
    p25: Array
    p50: Array
    p75: Array
    p95: Array
    mean: Array


BAND_COLUMNS = ("p5", "p25", "p50", "p75", "p95", "mean")


@dataclass(frozen=True)
class Ensemble:
    """What `draws` worlds give: a band for each column asked for, and the risk measures.

    Totals of the risk come from every world. So do quantiles where `exact`; else they are of a
    sketch, and `rank_error` says how far at most they are from their place in the order of the
    worlds, as a share of the worlds.
    """

    scenario: Scenario
    draws: int
    bands: Mapping[str, Band]
    risk: risk.Risk | None
    exact: bool
    rank_error: float
    backend: str
    standings: Mapping[str, Standing] = field(default_factory=dict)  # those asked for
    reached: Mapping[str, Array] = field(default_factory=dict)  # chance of it, each (time,)

    @property
    def months(self) -> tuple[str, ...]:
        """The calendar month of each value, `YYYY-MM`."""
        first = month_number(self.scenario.start)
        return tuple(month_text(first + t) for t in range(self.scenario.horizon_months))


def ensemble(
    scenario: Scenario,
    draws: int | None = None,
    columns: Sequence[str] = ON_SCREEN,
    *,
    with_risk: bool = True,
    concentration: bool = False,
    window: tuple[int, int] | None = None,
    backend: Backend = NUMPY,
    progress: Progress | None = None,
    standing: Sequence[str] = (),
    reach: Mapping[str, float] | None = None,
) -> Ensemble:
    """Bands of some columns over the scenario's draws, and its risk.

    Takes: `scenario`; `draws`, how many worlds, by default its own; `columns` of a run's CSV,
        or made of them (`commitment_bn@to_date`, `economic_cost_bn@year`, `served_share`);
        `with_risk`; `concentration`, whether to add how concentrated the fleet is
        (it takes longer); `window`, first and last month for risk over a time, by default all after
        `as_of`; `progress` hears the share done after every block; `standing`, of the `columns`
        those of which to say where the plan stands among its worlds; `reach`, by column the value
        of which to say in how many worlds it is reached.
    Gives: Ensemble.
    Raises: ValueError for no draws, for a window outside the horizon, and for a column there is
        not, or one of words (`binding`), which have no quantiles; Cancelled where `progress` says
        False.
    Source: model, section 8.
    """
    count = allowed.draws(scenario.draws if draws is None else draws)
    known = made_quantities(scenario.families, scenario.start)
    allowed.words("column", columns, known)
    allowed.words("column", standing, columns)
    allowed.words("column", reach or (), known)
    measure = risk.RiskSamples(scenario, window, concentration) if with_risk else None
    exact = count <= EXACT_DRAWS
    passes = _passes(columns, scenario.horizon_months * count, measure) if exact else [columns]
    bands: dict[str, Band] = {}
    standings: dict[str, Standing] = {}
    reached: dict[str, Array] = {}
    measured, rank_error = None, 0.0
    for turn, some in enumerate(passes):
        measuring = measure if turn == 0 else None
        heard = _part(progress, turn, len(passes))
        least = {c: (known[c], value) for c, value in (reach or {}).items()} if turn == 0 else {}
        placed = Standings(scenario, {c: known[c] for c in some if c in standing}, least)
        wanted = {c: known[c] for c in some}
        samples = _sampled(scenario, count, wanted, (measuring, placed), backend, heard)
        line = _line(backend)
        for column in some:
            bands[column] = Band(*map(line, (*samples.spread(column), samples.mean(column))))
            if column in standing:
                sides = (samples.mean(side + column) for side in (BELOW, ABOVE))
                standings[column] = Standing(*map(line, sides))
        reached |= {column: line(samples.mean(REACHED + column)) for column in least}
        measured = measuring.risk(backend, samples) if measuring else measured
        rank_error = max(rank_error, samples.rank_error)
    made = exact, rank_error, backend.name, standings, reached
    return Ensemble(scenario, count, bands, measured, *made)


def _passes(
    columns: Sequence[str], values: int, measure: risk.RiskSamples | None
) -> list[Sequence[str]]:
    """The columns, of so many `values` each, by the pass in which all of theirs are kept.

    So that which columns are asked for never decides whether they are exact.
    """
    room = max(EXACT_VALUES // values, 1)
    first = max(room - len(measure.means), 1) if measure else room  # the measures come first
    starts = range(first, len(columns), room)
    return [columns[:first], *(columns[start : start + room] for start in starts)]


def _part(progress: Progress | None, turn: int, turns: int) -> Progress | None:
    """What hears the progress of one of so many passes."""
    return None if progress is None else lambda done: progress((turn + done) / turns)


def _sampled(
    scenario: Scenario,
    count: int,
    wanted: Mapping[str, Callable[[Simulation], Array]],
    measures: tuple[risk.RiskSamples | None, Standings],
    backend: Backend,
    progress: Progress | None,
) -> SampleStore:
    """What is to be known of `count` worlds: the columns `wanted`, and what is measured."""
    measure, placed = measures
    heights = dict.fromkeys(wanted, scenario.horizon_months) | (measure.heights if measure else {})
    heights |= placed.heights
    samples: SampleStore = Everything(backend, count)
    if count > EXACT_DRAWS:
        means = (*(measure.means if measure else ()), *placed.means)
        samples = Sketches(backend, count, heights, unsorted=means, whole=risk.TOTALS)

    def found(simulation: Simulation, draws_here: int) -> Iterator[tuple[str, Array]]:
        lines = {column: quantity(simulation) for column, quantity in wanted.items()}
        measured = measure.lines(simulation) if measure else {}
        for name, line in (lines | measured | placed.lines(simulation, lines)).items():
            yield name, backend.xp.broadcast_to(line, (heights[name], 1, draws_here))[:, 0]

    for first, lines in each_block([scenario], count, found, backend, progress):
        for name, values in lines:
            samples.add(first, name, values)
    return samples


def all_columns(families: Sequence[str]) -> tuple[str, ...]:
    """Every column that has quantiles.

    Takes: `families`, names.
    Gives: columns of a run's CSV.
    """
    return tuple(c for row in SERIES if not row.codes for c in row.columns(families))


@functools.cache
def quantities(families: tuple[str, ...]) -> Mapping[str, Callable[[Simulation], Array]]:
    """How each column that is a number is had from a simulation.

    Takes: `families`, names.
    Gives: by column a function that gives (time, scenario, ...) [unit of the column].
    """
    found: dict[str, Callable[[Simulation], Array]] = {}
    for row in SERIES:
        if row.total and not row.codes:
            found[row.key] = operator.itemgetter(row.key)
        if row.by_family:
            for f, family in enumerate(families):
                found[f"{row.key}_{family}"] = functools.partial(_of_family, row.key, f)
    return found


@functools.cache
def made_quantities(
    families: tuple[str, ...], start: str
) -> Mapping[str, Callable[[Simulation], Array]]:
    """The columns, and what is made of them: sums of money over time, and the share served.

    Takes: `families`, names; `start`, the first calendar month.
    Gives: by column a function that gives (time, scenario, ...) [unit of the column; for its sums
        `column@to_date` and `column@year` times months; for `served_share` a share].
    """
    known = quantities(families)
    money = [c for row in SERIES if row.unit == MONTHLY for c in row.columns(families)]
    return {**known, **summed(known, money, start), SERVED_SHARE: served_share}


def _of_family(key: str, family: int, simulation: Simulation) -> Array:
    return simulation[f"{key}_by_family"][:, family]


def _line(backend: Backend) -> Callable[[Array], Array]:
    def line(array: Array) -> Array:
        host = np.ascontiguousarray(backend.to_numpy(array))
        host.setflags(write=False)
        return host

    return line


def each_block(
    scenarios: Sequence[Scenario],
    draws: int,
    work: Callable[[Simulation, int], Work],
    backend: Backend = NUMPY,
    progress: Progress | None = None,
    months: int | None = None,
) -> Iterator[tuple[int, Work]]:
    """What some work makes of the draws, in order, block by block.

    The scenarios share horizon, catalogue and seed.

    Takes: `scenarios`; `draws`, how many worlds; `work`, which is given a Simulation of all
        scenarios over a block, and how many draws it holds; `months`, how many are computed, by
        default all.
    Gives: for each block its first draw, and what `work` made of it.
    Raises: ValueError for no draws; Cancelled where `progress` says False.
    """
    let_the_allocator_keep_memory()
    starts = range(0, allowed.draws(draws), backend.block)

    def block(first: int) -> Work:
        size = min(backend.block, draws - first)
        scenario = scenarios[0]
        drawn = random_draws.chance(
            scenario.seed, scenario.families, scenario.horizon_months, first, size
        )
        inputs = Inputs(scenarios, random_draws.luck(scenarios, drawn), backend, months)
        return work(Simulation(inputs), size)

    def heard(first: int) -> None:
        done = min(first + backend.block, draws) / draws
        if progress is not None and not progress(done):
            raise Cancelled

    for first in starts:
        yield first, block(first)
        heard(first)
