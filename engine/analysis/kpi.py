"""One number from a run: which column, and how its months are drawn together."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Literal, get_args

import numpy as np

from engine import allowed
from engine.analysis import asked
from engine.model.arrays import TIME, Array
from engine.run.backend import NUMPY, Backend
from engine.run.record import Record
from engine.run.scenario_arrays import Inputs
from engine.run.simulation import Simulation
from engine.tables.scenario import Scenario
from engine.worlds import random_draws
from engine.worlds.ensemble import Cancelled, Progress, each_block, quantities

How = Literal["at", "total", "mean", "highest", "lowest"]
_METHODS = {"total": "sum", "mean": "mean", "highest": "max", "lowest": "min"}  # of an array


@dataclass(frozen=True)
class Kpi:
    """A column of a run's CSV, reduced over the months `first` to `last` (both included).

    `at` is the value in month `first` alone. Unit: the column's, times months for `total`.
    Raises ValueError for a word that `how` does not know, and for months that are none.
    """

    column: str
    how: How = "at"
    first: int = 0
    last: int = 0

    def __post_init__(self) -> None:
        allowed.word("how", self.how, get_args(How))
        first = allowed.whole("first month", self.first, 0)
        last = allowed.whole("last month", self.last, 0)
        if self.how == "at":
            object.__setattr__(self, "last", max(first, last))
        elif last < first:
            raise ValueError(f"last month {last}: allowed are months from the first, {first}")

    @property
    def month(self) -> int:
        """The month that it is of, or the last of them [months since start]."""
        return self.first if self.how == "at" else self.last

    @property
    def runs(self) -> int:
        """How many runs the number of a scenario takes."""
        return 1

    @property
    def months(self) -> int:
        """How many months have to be computed: no month depends on a later one."""
        return self.last + 1

    def check(self, scenario: Scenario) -> None:
        """That it can be asked of the scenario.

        Takes: `scenario`.
        Raises: ValueError where it has not the column or the months.
        """
        allowed.word("column", self.column, quantities(scenario.families))
        self.check_months(scenario)

    def check_months(self, scenario: Scenario) -> None:
        """That the scenario has its months.

        Takes: `scenario`.
        Raises: ValueError where it has not.
        """
        allowed.whole("last month", self.last, 0, scenario.horizon_months - 1)

    def of(self, simulation: Simulation) -> Array:
        """The number in each world.

        Takes: `simulation`, of some worlds.
        Gives: (scenario, ...) [unit of the column; over the months for `total`].
        """
        return self.drawn_together(quantities(simulation.inputs.families)[self.column](simulation))

    def drawn_together(self, line: Array) -> Array:
        """A line's months as one number.

        Takes: `line`, (time, ...) [unit].
        Gives: (...) [unit; over the months for `total`].
        """
        if self.how == "at":
            value: Array = line[self.first]
            return value
        window = line[self.first : self.last + 1]
        value = getattr(window, _METHODS[self.how])(axis=TIME)
        return value

    def values(self, scenarios: Sequence[Scenario]) -> Array:
        """The number of each plain run; those that share horizon and catalogue computed as one.

        Takes: `scenarios`.
        Gives: (scenario,) [unit of the column; over the months for `total`].
        Raises: ValueError for a column or months that one of them does not have.
        """
        found = np.empty(len(scenarios))
        together: dict[object, list[int]] = {}
        for i, scenario in enumerate(scenarios):
            together.setdefault((scenario.horizon_months, id(scenario.catalogue)), []).append(i)
        for members in together.values():
            some = [scenarios[i] for i in members]
            self.check(some[0])
            found[members] = self.of(Simulation(Inputs(some, months=self.months)))
        return found


def at(column: str, month: int) -> Kpi:
    """The value of `column` in one month; of a running value in the last, the whole.

    Takes: `column` of a run's CSV; `month` [months since start].
    Gives: Kpi [unit of the column].
    """
    return Kpi(column, "at", month, month)


def total(column: str, first: int, last: int) -> Kpi:
    """The sum of `column` over the months, both ends included.

    Takes: `column` of a run's CSV; `first` and `last` [months since start].
    Gives: Kpi [unit of the column, over the months].
    """
    return Kpi(column, "total", first, last)


def values(scenarios: Sequence[Scenario], kpi: Kpi) -> Array:
    """The KPI of each plain run; those that share horizon and catalogue are computed as one.

    Takes: `scenarios`; `kpi`.
    Gives: (scenario,) [unit of the KPI].
    Raises: ValueError for a column or months that one of them does not have.
    """
    return kpi.values(scenarios)


def over_draws(
    scenarios: Sequence[Scenario],
    kpi: Kpi,
    draws: int,
    backend: Backend = NUMPY,
    progress: Progress | None = None,
) -> Array:
    """The KPI of each scenario in each world, all with the first's luck.

    The scenarios share horizon and catalogue. What rests on nothing in which they differ is
    computed once for all.

    Takes: `scenarios`; `kpi`; `draws`, how many worlds.
    Gives: (scenario, draw) [unit of the KPI].
    Raises: ValueError where the scenarios differ so, for no draws, and for a KPI that they do not
        have; Cancelled where `progress` says so.
    """
    allowed.draws(draws)
    asked.same_horizon(scenarios)
    kpi.check(scenarios[0])
    found = np.empty((len(scenarios), draws))
    if draws * len(scenarios) <= backend.block or len(scenarios) == 1:

        def work(simulation: Simulation, count: int) -> tuple[int, Any]:
            return count, backend.to_numpy(kpi.of(simulation))

        blocks = each_block(scenarios, draws, work, backend, progress, kpi.months)
        for first, (count, here) in blocks:
            found[:, first : first + count] = here
        return found
    stretch = min(draws, backend.block)
    for first in range(0, draws, stretch):
        here = found[:, first : first + stretch]
        heard = _of_all(progress, first / draws, here.shape[1] / draws)
        _scenarios_in_blocks(scenarios, kpi, first, here, backend, heard)
    return found


def _of_all(progress: Progress | None, before: float, share: float) -> Progress:
    """What hears the progress of a `share` of all the work, which has got to `before`."""
    return lambda done: progress is None or progress(min(before + share * done, 1.0))


def _scenarios_in_blocks(
    scenarios: Sequence[Scenario],
    kpi: Kpi,
    first: int,
    found: Array,
    backend: Backend,
    progress: Progress,
) -> None:
    """Fill `found` (scenario, draw) for the draws from `first` on."""
    count = found.shape[1]
    many = max(1, backend.block // count)
    one = scenarios[0]
    drawn = random_draws.chance(one.seed, one.families, one.horizon_months, first, count)
    shared: dict[str, Array] = {}  # by measurement a mix map takes 1.1 times as long without
    for begin in range(0, len(scenarios), many):
        some = scenarios[begin : begin + many]
        record = Record() if begin == 0 else None
        inputs = Inputs(some, random_draws.luck(some, drawn), backend, kpi.months, record)
        simulation = Simulation(inputs)
        simulation.take(shared)
        found[begin : begin + len(some)] = backend.to_numpy(kpi.of(simulation))
        if record is not None:
            shared = record.independent_of(Inputs(scenarios).differing)
        if not progress(min((begin + many) / len(scenarios), 1.0)):
            raise Cancelled
