"""One number from a run: which column, and how its months are drawn together."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Literal

import numpy as np
import numpy.typing as npt

from engine import luck
from engine.backend import NUMPY, Backend
from engine.ensemble import Cancelled, Progress, each_block, quantities
from engine.inputs import Inputs
from engine.model.conventions import Array
from engine.scenario import Scenario
from engine.simulate import MIX_INDEPENDENT, Simulation

How = Literal["at", "total", "mean", "highest", "lowest"]

WORLDS_AT_ONCE = 1024  # scenarios times draws in one block: their arrays stay in the cache


@dataclass(frozen=True)
class Kpi:
    """A column of a run's CSV, reduced over the months `first` to `last` (both included).

    `at` is the value in month `first` alone. Unit: the column's, times months for `total`.
    """

    column: str
    how: How = "at"
    first: int = 0
    last: int = 0

    def of(self, simulation: Simulation) -> Array:
        """(scenario, ...) the number in each world."""
        line = quantities(simulation.inputs.families)[self.column](simulation)
        if self.how == "at":
            return line[self.first]
        window = line[self.first : self.last + 1]
        if self.how == "total":
            return window.sum(axis=0)
        if self.how == "mean":
            return window.mean(axis=0)
        return window.max(axis=0) if self.how == "highest" else window.min(axis=0)


def at(column: str, month: int) -> Kpi:
    """The value of `column` in one month; of a running value in the last, the whole."""
    return Kpi(column, "at", month, month)


def total(column: str, first: int, last: int) -> Kpi:
    """The sum of `column` over the months, both ends included."""
    return Kpi(column, "total", first, last)


def values(scenarios: Sequence[Scenario], kpi: Kpi) -> npt.NDArray[np.float64]:
    """(scenario,) the KPI of each plain run; those that share horizon and catalogue as one."""
    found = np.empty(len(scenarios))
    together: dict[object, list[int]] = {}
    for i, scenario in enumerate(scenarios):
        together.setdefault((scenario.horizon_months, id(scenario.catalogue)), []).append(i)
    for members in together.values():
        found[members] = kpi.of(Simulation(Inputs([scenarios[i] for i in members])))
    return found


def over_draws(
    scenarios: Sequence[Scenario],
    kpi: Kpi,
    draws: int,
    backend: Backend = NUMPY,
    progress: Progress | None = None,
) -> npt.NDArray[np.float64]:
    """(scenario, draw) the KPI of each scenario in each world, all with the first's luck.

    The scenarios share horizon and catalogue. Where they differ in the mix alone, demand,
    roadmap and supply are computed once for all.
    """
    found = np.empty((len(scenarios), draws))
    if draws * len(scenarios) <= backend.block or len(scenarios) == 1:
        for first, here in each_block(
            scenarios, draws, lambda simulation, count: kpi.of(simulation), backend, progress
        ):
            host = backend.to_numpy(here)
            found[:, first : first + _length(host, draws - first, backend)] = host
        return found
    return _scenarios_in_blocks(scenarios, kpi, draws, backend, progress, found)


def _length(host: Any, left: int, backend: Backend) -> int:
    return min(backend.block, left)


def _scenarios_in_blocks(
    scenarios: Sequence[Scenario],
    kpi: Kpi,
    draws: int,
    backend: Backend,
    progress: Progress | None,
    found: npt.NDArray[np.float64],
) -> npt.NDArray[np.float64]:
    first = scenarios[0]
    stretch = min(draws, backend.block)
    many = max(1, max(WORLDS_AT_ONCE, backend.block) // stretch)
    only_mix = _differ_in_mix_alone(scenarios)
    for start in range(0, draws, stretch):
        count = min(stretch, draws - start)
        drawn = luck.chance(first.seed, first.families, first.horizon_months, start, count)
        shared: dict[str, Array] = {}
        for begin in range(0, len(scenarios), many):
            some = scenarios[begin : begin + many]
            inputs = Inputs(some, luck.luck(some, drawn), backend)
            simulation = Simulation(inputs)
            vars(simulation).update(shared)
            result = backend.to_numpy(kpi.of(simulation))
            found[begin : begin + len(some), start : start + count] = result
            if only_mix and not shared:
                shared = {k: v for k, v in vars(simulation).items() if k in MIX_INDEPENDENT}
            done = (start * len(scenarios) + count * (begin + len(some))) / found.size
            if progress is not None and not progress(min(done, 1.0)):
                raise Cancelled
    return found


def _differ_in_mix_alone(scenarios: Sequence[Scenario]) -> bool:
    first = vars(scenarios[0])
    names = ("mix", "name", "notes")
    return all(
        value is first[key] or key in names or value == first[key]
        for scenario in scenarios[1:]
        for key, value in vars(scenario).items()
    )
