"""One world of an ensemble as a scenario of its own: its luck written out as parameters."""

from __future__ import annotations

import math
from dataclasses import replace
from typing import Any

import numpy as np

from engine import allowed
from engine.analysis.variants import changed
from engine.model.conventions import MONTHS_PER_YEAR
from engine.run.graph.demand import Demand
from engine.run.scenario_arrays import Inputs, Luck
from engine.tables.scenario import Scenario
from engine.values import Event, PerFamily, Site
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

    log_drawn = math.log(scenario.algorithmic_efficiency) + lot.log_efficiency[0, -1]
    saving = (1 - scenario.rebound - lot.rebound[0, -1]) * log_drawn
    if scenario.later_compute_growth is not None:  # luck moves what is chosen as far
        planned = (1 - scenario.rebound) * math.log(scenario.algorithmic_efficiency)
        saving += -math.log(scenario.later_compute_growth) - planned
    prices = np.exp(lot.log_price[:, 0, -1]).tolist()
    factors = scenario.chip_price_factor
    return changed(
        scenario,
        **_growth(scenario, float(lot.log_growth[0, -1])),
        later_compute_growth=math.exp(-saving),
        chip_price_factor=PerFamily(
            {f: factors[f] * price for f, price in zip(families, prices, strict=True)}
        ),
        generation_slip_months=added("generation_slip_months", lot.slip[:, 0, -1].tolist()),
        grid_delay_months=scenario.grid_delay_months + float(lot.grid_delay[0, -1]),
        sites=_sites(scenario, lot),
        events=(*scenario.events, *_events(families, lot)),
    )


def _growth(scenario: Scenario, luck: float) -> dict[str, Any]:
    """Known points up to the as-of month, which luck leaves alone, and growth from there on."""
    last = scenario.revenue_anchors[-1][0]
    known = range(last + 1, scenario.as_of + 1)
    if not known:
        return {"revenue_growth": scenario.revenue_growth * math.exp(luck)}
    plain = Inputs([scenario])
    month = np.arange(scenario.as_of + 1, dtype=float).reshape((-1, 1))
    revenue = Demand(plain).planned_revenue(month).ravel().tolist()
    half_life, longrun = scenario.growth_half_life_years, math.log(scenario.revenue_growth_longrun)
    left = 0.5 ** (len(known) / MONTHS_PER_YEAR / half_life) if half_life > 0 else 0.0
    excess = (math.log(scenario.revenue_growth) - longrun + luck) * left
    return {
        "revenue_anchors": (*scenario.revenue_anchors, *((t, revenue[t]) for t in known)),
        "revenue_growth": math.exp(longrun + excess),
    }


def _sites(scenario: Scenario, lot: Luck) -> tuple[Site, ...]:
    """The sites that are built, each as late as its own luck makes it."""
    if lot.site_built is None:
        return scenario.sites
    later = (lot.site_delay[:, 0, -1] - lot.grid_delay[0, -1]).tolist()
    built = lot.site_built[:, 0, -1].tolist()
    return tuple(
        replace(site, delay_months=site.delay_months + own)
        for site, own, stands in zip(scenario.sites, later, built, strict=True)
        if stands
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
