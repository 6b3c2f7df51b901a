"""What some scenarios come to over a window, world by world, all under the same luck."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from engine import allowed
from engine.analysis import asked
from engine.analysis.kpi import Kpi
from engine.model.arrays import TIME, Array
from engine.run.backend import NUMPY, Backend
from engine.run.simulation import Simulation
from engine.tables.scenario import Scenario
from engine.worlds.ensemble import Progress, each_block
from engine.worlds.risk import default_window, is_short

# Sums over the window, undiscounted [$bn].
FLOWS = {
    "unserved_revenue": "unserved_revenue_bn",
    "economic_cost": "economic_cost_bn",
    "cash_cost": "cash_cost_bn",
    "idle_commitment": "idle_commitment_bn",
}
# What the window adds to a running present value, as of month 0 [$bn].
RUNNING = {
    "npv_economic_cost": "npv_economic_cost_bn",
    "npv_cash_cost": "npv_cash_cost_bn",
}
SHORTFALL = "shortfall"  # 1 in a world with a short month in the window, else 0
MEASURES = (*FLOWS, *RUNNING, SHORTFALL)


@dataclass(frozen=True)
class MeanDifference:
    """A measure in two scenarios on the same draws: `before`, `after`, each a mean.

    `mean` is after less before, and `standard_error` that of this mean: of the difference world by
    world, which the shared luck makes small. [$bn; a chance for `shortfall`]
    """

    before: float
    after: float
    mean: float
    standard_error: float


@dataclass(frozen=True)
class Outcomes:
    """Each measure by name (scenario, draw), and a number asked for beside them, if any."""

    window: tuple[int, int]
    of: Mapping[str, Array]
    kpi: Array | None

    def difference(self, measure: str, before: int, after: int) -> MeanDifference:
        """How a measure differs between two of the scenarios.

        Takes: `measure`, one of `MEASURES`; `before` and `after`, the scenarios' places.
        Gives: MeanDifference.
        Raises: ValueError for another measure.
        """
        allowed.word("measure", measure, MEASURES)
        return _difference(self.of[measure][before], self.of[measure][after])

    def net(self, before: int, after: int) -> MeanDifference:
        """How much better off one is: revenue that is served, less economic cost [$bn].

        Takes: `before` and `after`, the scenarios' places.
        Gives: MeanDifference; each side is what is neither left unserved nor spent.
        """
        lost = -(self.of["unserved_revenue"] + self.of["economic_cost"])
        return _difference(lost[before], lost[after])


def _difference(first: Array, second: Array) -> MeanDifference:
    """Of two scenarios, world by world."""
    gone = second - first
    count = len(gone)
    error = float(np.std(gone, ddof=1) / np.sqrt(count)) if count > 1 else float("nan")
    return MeanDifference(float(first.mean()), float(second.mean()), float(gone.mean()), error)


def over_window(
    simulation: Simulation, measure: str, window: tuple[int, int], tolerance: float
) -> Array:
    """A measure in each world.

    Takes: `simulation`, of some worlds; `measure`, one of `MEASURES`; `window`, first and last
        month; `tolerance`, the share of demand that may be unserved before a month is short.
    Gives: (scenario, ...) [$bn; 1 or 0 for `shortfall`].
    Raises: ValueError for another measure.
    Source: model, sections 6 and 8.
    """
    allowed.word("measure", measure, MEASURES)
    first, last = window
    if measure in FLOWS:
        total: Array = simulation[FLOWS[measure]][first : last + 1].sum(axis=TIME)
        return total
    if measure in RUNNING:
        line = simulation[RUNNING[measure]]
        added: Array = line[last] - (line[first - 1] if first else 0)
        return added
    unserved, demand = simulation["shortfall_eflops"], simulation["demand_eflops"]
    short = is_short(unserved, demand, tolerance)[first : last + 1]
    ever: Array = (short.sum(axis=TIME) > 0).astype(float)
    return ever


def outcomes(
    scenarios: Sequence[Scenario],
    draws: int,
    window: tuple[int, int] | None = None,
    kpi: Kpi | None = None,
    backend: Backend = NUMPY,
    progress: Progress | None = None,
) -> Outcomes:
    """Revenue unserved, costs and shortfall of each scenario in each world.

    Takes: `scenarios` of one horizon and catalogue, with the first's seed; `draws`, how many
        worlds; `window`, first and last month, by default all after `as_of`; `kpi`, a number
        beside them.
    Gives: Outcomes, (scenario, draw) each.
    Raises: ValueError for scenarios that differ so, no draws, a window or KPI out of the horizon;
        Cancelled where `progress` says False.
    Source: model, sections 6 and 8.
    """
    count = allowed.draws(draws)
    asked.same_horizon(scenarios)
    of = scenarios[0]
    wanted = default_window(of) if window is None else window
    first, last = allowed.months("window", wanted, of.horizon_months)
    if kpi is not None:
        kpi.check(of)
    many = len(scenarios)

    def totals(simulation: Simulation, draws_here: int) -> Array:
        xp = simulation.xp

        def spread(line: Array) -> Array:
            return xp.broadcast_to(line, (many, draws_here))

        tolerance = of.shortfall_tolerance
        found = [
            spread(over_window(simulation, measure, (first, last), tolerance))
            for measure in MEASURES
        ]
        if kpi is not None:
            found.append(spread(kpi.of(simulation)))
        return backend.to_numpy(xp.stack(found))

    # so many worlds at once as with one scenario: the scenarios share a block
    smaller = dataclasses.replace(backend, block=max(1, backend.block // many))
    whole = np.empty((len(MEASURES) + (kpi is not None), many, count))
    for begin, here in each_block(scenarios, count, totals, smaller, progress):
        whole[:, :, begin : begin + here.shape[2]] = here
    by_name = dict(zip(MEASURES, whole, strict=False))
    return Outcomes((first, last), by_name, None if kpi is None else whole[-1])
