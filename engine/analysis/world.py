"""One world of an ensemble as a scenario of its own: its luck written out as parameters."""

from __future__ import annotations

import math

import numpy as np

from engine import allowed
from engine.analysis.variants import changed
from engine.run.scenario_arrays import Luck
from engine.tables.scenario import Scenario
from engine.values import Event, PerFamily
from engine.worlds import random_draws


def world(scenario: Scenario, draw: int) -> Scenario:
    """The scenario whose plain run is one world of the scenario's ensemble.

    Outages and recalls become events, a run of months each; values may lie outside a slider's
    bounds, as luck does.

    Takes: `scenario`; `draw`, the world's number.
    Gives: another scenario.
    Raises: ValueError for a draw that is none.
    """
    draw = allowed.whole("draw", draw, 0, allowed.MOST_DRAWS - 1)
    first = draw - draw % random_draws.FLOATS_PER_COUNTER
    drawn = random_draws.chance(
        scenario.seed, scenario.families, scenario.horizon_months, first, draw - first + 1
    )
    lot = random_draws.luck([scenario], drawn)
    families = scenario.families

    def added(key: str, values: list[float]) -> PerFamily:
        before: PerFamily = getattr(scenario, key)
        return PerFamily({f: before[f] + v for f, v in zip(families, values, strict=True)})

    prices = np.exp(lot.log_price[:, 0, -1]).tolist()
    factors = scenario.chip_price_factor
    return changed(
        scenario,
        revenue_growth=scenario.revenue_growth * math.exp(lot.log_growth[0, -1]),
        algorithmic_efficiency=scenario.algorithmic_efficiency
        * math.exp(lot.log_efficiency[0, -1]),
        chip_price_factor=PerFamily(
            {f: factors[f] * price for f, price in zip(families, prices, strict=True)}
        ),
        generation_slip_months=added("generation_slip_months", lot.slip[:, 0, -1].tolist()),
        grid_delay_months=scenario.grid_delay_months + float(lot.grid_delay[0, -1]),
        events=(*scenario.events, *_events(families, lot)),
    )


def _events(families: tuple[str, ...], lot: Luck) -> list[Event]:
    found = []
    for kind, kept in (("supply_stop", lot.supply_kept), ("base_loss", lot.base_kept)):
        for f, family in enumerate(families):
            line = kept[:, f, 0, -1]
            edges = np.flatnonzero(np.diff(line)) + 1
            starts = [0, *edges.tolist()]
            for begin, end in zip(starts, [*starts[1:], len(line)], strict=True):
                if line[begin] < 1:
                    loss = 1 - float(line[begin])
                    found.append(Event(kind, family, begin, end - begin, loss))
    return found
