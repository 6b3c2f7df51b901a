"""The price of the hedge: this mix against each single-family mix, under the same luck."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from engine import allowed
from engine.analysis.variants import changed
from engine.model.arrays import HOST, TIME, Array
from engine.run.backend import NUMPY, Backend
from engine.run.simulation import Simulation
from engine.tables.scenario import Scenario
from engine.values import PerFamily
from engine.worlds import quantiles
from engine.worlds.ensemble import Progress, each_block
from engine.worlds.risk import Spread, default_window, spread_of


@dataclass(frozen=True)
class Outcome:
    """What a mix costs and leaves unserved over the window, $bn of 2025, over the worlds."""

    cost: Spread
    unserved_revenue: Spread


@dataclass(frozen=True)
class Hedge:
    """The scenario's mix, and the same scenario with its target mix in one family each."""

    mix: Outcome
    single: Mapping[str, Outcome]

    def premium(self, family: str) -> float:
        """What the mix costs more, on average, than `family` alone [$bn].

        Takes: `family`, a name.
        Gives: $bn over the window.
        """
        return self.mix.cost.mean - self.single[family].cost.mean

    def relief(self, family: str) -> float:
        """How much less revenue the mix leaves unserved in the worst 5% of worlds [$bn].

        Takes: `family`, a name.
        Gives: $bn over the window.
        """
        alone = self.single[family].unserved_revenue.cvar95
        return alone - self.mix.unserved_revenue.cvar95


def hedge(
    scenario: Scenario,
    draws: int | None = None,
    *,
    window: tuple[int, int] | None = None,
    backend: Backend = NUMPY,
    progress: Progress | None = None,
) -> Hedge:
    """Economic cost and unserved revenue of each mix over the window, undiscounted.

    Only the target mix changes: the fleet that is there stays.

    Takes: `scenario`; `draws`, how many worlds, by default its own; `window`, first and last month,
        by default all after `as_of`.
    Gives: Hedge [$bn over the window].
    Raises: ValueError for no draws and for a window out of the horizon; Cancelled where `progress`
        says False.
    Source: model, section 8, the price of the hedge.
    """
    count = allowed.draws(scenario.draws if draws is None else draws)
    asked = default_window(scenario) if window is None else window
    first, last = allowed.months("window", asked, scenario.horizon_months)
    scenarios = [scenario, *(alone(scenario, family) for family in scenario.families)]

    def totals(simulation: Simulation, draws_here: int) -> Array:
        flows = (simulation["economic_cost_bn"], simulation["unserved_revenue_bn"])
        shape = (scenario.horizon_months, len(scenarios), draws_here)
        xp = simulation.xp
        sums = [xp.broadcast_to(flow, shape)[first : last + 1].sum(axis=TIME) for flow in flows]
        return backend.to_numpy(xp.stack(sums))

    found = np.empty((2, len(scenarios), count))
    for begin, here in each_block(scenarios, count, totals, backend, progress):
        found[:, :, begin : begin + here.shape[2]] = here

    def spread(values: Array) -> Spread:
        row = values[None]
        return spread_of(NUMPY, quantiles.sample(HOST, row), quantiles.mean(HOST, row))

    outcomes = [Outcome(spread(cost), spread(lost)) for cost, lost in zip(*found, strict=True)]
    return Hedge(outcomes[0], dict(zip(scenario.families, outcomes[1:], strict=True)))


def alone(scenario: Scenario, family: str) -> Scenario:
    """The scenario with its target mix in `family` alone.

    Takes: `scenario`; `family`, a name.
    Gives: another scenario, named after the family.
    Raises: ValueError for a family that the scenario has not.
    """
    allowed.word("family", family, scenario.families)
    mix = PerFamily({name: float(name == family) for name in scenario.families})
    return changed(scenario, mix=mix, name=family)
