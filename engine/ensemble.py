"""Section 8, the many worlds: bands and risk of a scenario over its draws, block by block."""

from __future__ import annotations

import functools
import operator
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

import numpy as np
import numpy.typing as npt

from engine import luck, risk
from engine.backend import NUMPY, Backend, let_the_allocator_keep_memory
from engine.inputs import Inputs
from engine.kept import Everything, Kept, Sketches, SortedMeanwhile
from engine.model.conventions import Array
from engine.parameter import month_number, month_text
from engine.scenario import Scenario
from engine.series import SERIES
from engine.simulate import Simulation

Line = npt.NDArray[np.float64]
Work = TypeVar("Work")
Progress = Callable[[float], bool]

ON_SCREEN = ("capacity_eflops", "facility_power_gw", "economic_cost_bn", "usd_per_pflop_hour")

EXACT_DRAWS = 16_384  # up to here every world's value is kept, beyond a sketch
EXACT_VALUES = 2**25  # numbers kept at most: 256 MB; more columns than that are sketched


class Cancelled(Exception):  # noqa: N818 - nothing has gone wrong
    """The caller's `progress` said to stop."""


@dataclass(frozen=True)
class Band:
    """How one column spreads over the worlds, each (time,); NaN where undefined in all."""

    p5: Line
    p25: Line
    p50: Line
    p75: Line
    p95: Line
    mean: Line


BAND_COLUMNS = ("p5", "p25", "p50", "p75", "p95", "mean")


@dataclass(frozen=True)
class Ensemble:
    """What `draws` worlds give: a band for each column asked for, and the risk measures.

    `exact` says whether quantiles come from every world or from a sketch.
    """

    scenario: Scenario
    draws: int
    bands: Mapping[str, Band]
    risk: risk.Risk | None
    exact: bool
    backend: str

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
) -> Ensemble:
    """Bands of the `columns` (those of a run's CSV) over the scenario's draws.

    `draws` is the scenario's own number unless given. `window` is the first and last month
    for risk over a time, by default all after `as_of`; `concentration` adds how concentrated
    the fleet is (it takes longer). `progress` hears the share done after every block; where
    it says False, Cancelled is raised. Raises KeyError for a column there is not, or one of
    words (`binding`), which have no quantiles.
    """
    count = scenario.draws if draws is None else draws
    xp, months = backend.xp, scenario.horizon_months
    known = quantities(scenario.families)
    wanted = {column: known[column] for column in columns}
    measure = risk.Measure(scenario, window, concentration) if with_risk else None
    heights = dict.fromkeys(columns, months) | (measure.heights if measure else {})
    rows = sum(heights.values()) + months * len(columns)  # bands are kept twice, once sorted
    exact = count <= EXACT_DRAWS and rows * count <= EXACT_VALUES
    kept: Kept
    if not exact:
        kept = Sketches(backend, heights, unsorted=measure.means if measure else ())
    elif backend.sorters is not None:
        kept = SortedMeanwhile(backend, heights, count, columns)
    else:
        kept = Everything(backend, count)

    def found(simulation: Simulation, draws_here: int) -> Iterator[tuple[str, Array]]:
        def whole(name: str, line: Array) -> tuple[str, Array]:
            return name, xp.broadcast_to(line, (heights[name], 1, draws_here))[:, 0]

        for column, quantity in wanted.items():
            yield whole(column, quantity(simulation))
        if measure:
            for name, line in measure.lines(simulation).items():
                yield whole(name, line)

    for first, lines in each_block([scenario], count, found, backend, progress):
        for name, values in lines:  # one is sorted while the next is computed
            kept.add(first, name, values)

    def band(column: str) -> Band:
        return Band(*map(_line(backend), (*kept.spread(column), kept.mean(column))))

    bands = {column: band(column) for column in columns}
    measured = measure.risk(backend, kept) if measure else None
    return Ensemble(scenario, count, bands, measured, exact, backend.name)


def all_columns(families: Sequence[str]) -> tuple[str, ...]:
    """Every column that has quantiles."""
    return tuple(c for row in SERIES if not row.codes for c in row.columns(families))


@functools.cache
def quantities(families: tuple[str, ...]) -> Mapping[str, Callable[[Simulation], Array]]:
    """How each column that is a number is had from a simulation, as (time, scenario, ...)."""
    found: dict[str, Callable[[Simulation], Array]] = {}
    for row in SERIES:
        if row.total and not row.codes:
            found[row.key] = operator.attrgetter(row.key)
        if row.by_family:
            for f, family in enumerate(families):
                found[f"{row.key}_{family}"] = functools.partial(_of_family, row.key, f)
    return found


def _of_family(key: str, family: int, simulation: Simulation) -> Array:
    by_family: Array = getattr(simulation, f"{key}_by_family")
    return by_family[:, family]


def _line(backend: Backend) -> Callable[[Array], Line]:
    def line(array: Array) -> Line:
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
    """(first draw, what `work` makes of the block) for the draws in order, block by block.

    The scenarios share horizon, catalogue and seed; `work` is given a Simulation of all of
    them over the block, and how many draws it holds. `months` is how many are computed, by
    default all of the horizon.
    """
    let_the_allocator_keep_memory()
    starts = range(0, draws, backend.block)

    def block(first: int) -> Work:
        size = min(backend.block, draws - first)
        scenario = scenarios[0]
        drawn = luck.chance(scenario.seed, scenario.families, scenario.horizon_months, first, size)
        inputs = Inputs(scenarios, luck.luck(scenarios, drawn), backend, months)
        return work(Simulation(inputs), size)

    def heard(first: int) -> None:
        done = min(first + backend.block, draws) / draws
        if progress is not None and not progress(done):
            raise Cancelled

    for first in starts:
        yield first, block(first)
        heard(first)
