"""From what the expected loss comes: each source of luck switched off, on the same draws."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from engine import allowed
from engine.analysis.attribution import shapley
from engine.analysis.kpi import Kpi, over_draws, total
from engine.analysis.variants import changed
from engine.run.backend import NUMPY, Backend
from engine.tables.scenario import Scenario
from engine.values import PerFamily
from engine.worlds.ensemble import Progress
from engine.worlds.risk import cvar, default_window


def _never(key: str) -> Callable[[Scenario], dict[str, Any]]:
    return lambda scenario: {key: PerFamily(dict.fromkeys(scenario.families, 0.0))}


def _no_grid_luck(scenario: Scenario) -> dict[str, Any]:
    sites = tuple(replace(site, probability=1.0) for site in scenario.sites)
    return {"p_grid": 0.0, "sites": sites}


# What is changed where a source is switched off.
OFF: Mapping[str, Callable[[Scenario], dict[str, Any]]] = {
    "growth": lambda _: {"sigma_growth": 0.0},
    "efficiency": lambda _: {"sigma_algorithmic": 0.0, "sigma_rebound": 0.0},
    "prices": lambda _: {"sigma_price": 0.0},
    "slips": _never("p_slip"),
    "grid": _no_grid_luck,
    "outages": _never("outage_rate_per_year"),
    "recalls": _never("recall_rate_per_year"),
}


@dataclass(frozen=True)
class Sources:
    """A total over the worlds, and what each source of luck adds to it [the KPI's unit].

    `plain` is the total without any luck; `plain` and `mean_parts` sum to `mean`, `plain` and
    `cvar95_parts` to `cvar95`, the mean of the worst 5% of worlds. `standard_error` is that of
    `mean` over `draws`.
    """

    draws: int
    plain: float
    mean: float
    standard_error: float
    mean_parts: Mapping[str, float]
    cvar95: float
    cvar95_parts: Mapping[str, float]


def sources(
    scenario: Scenario,
    draws: int | None = None,
    kpi: Kpi | None = None,
    *,
    backend: Backend = NUMPY,
    progress: Progress | None = None,
) -> Sources:
    """The exact Shapley split of a loss among the sources of luck; no order matters.

    One ensemble for each subset of the seven sources, all on the same draws. A site that may not be
    built belongs to the luck of the grid, rebound to that of efficiency.

    Takes: `scenario`; `draws`, how many worlds, by default its own; `kpi`, where high is bad, by
        default the unserved revenue of all months after `as_of` [$bn].
    Gives: Sources [unit of the KPI].
    Raises: ValueError for no draws, and a KPI that the scenario has not or that is undefined in
        some world; Cancelled where `progress` says False.
    Source: L. S. Shapley, "A value for n-person games", 1953; model, section 8.
    """
    count = allowed.draws(scenario.draws if draws is None else draws)
    loss = total("unserved_revenue_bn", *default_window(scenario)) if kpi is None else kpi
    names, many = list(OFF), len(OFF)
    runs = []
    for subset in range(2**many):
        off: dict[str, Any] = {}
        for i, name in enumerate(names):
            if not subset >> i & 1:
                off |= OFF[name](scenario)
        runs.append(changed(scenario, **off))
    found = over_draws(runs, loss, count, backend, progress)
    means = found.mean(axis=1).tolist()
    tails = [cvar(row) for row in found]
    whole = found[-1]
    error = float(np.std(whole, ddof=1) / np.sqrt(count)) if count > 1 else float("nan")
    return Sources(
        count,
        means[0],
        means[-1],
        error,
        {name: shapley(means, i, many) for i, name in enumerate(names)},
        tails[-1],
        {name: shapley(tails, i, many) for i, name in enumerate(names)},
    )
