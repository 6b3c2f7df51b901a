"""How often a number is exceeded: the worlds of a scenario in order, and which are the worst."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from engine import allowed
from engine.analysis.kpi import Kpi, over_draws
from engine.analysis.variants import changed
from engine.analysis.world import world
from engine.model.arrays import Array
from engine.run.backend import NUMPY, Backend
from engine.tables.scenario import Scenario
from engine.worlds.ensemble import Progress

WORST = 5


@dataclass(frozen=True)
class Exceedance:
    """A number over the worlds: `values` (world,), the worst first [the KPI's unit].

    `chance` (world,) is the share of worlds at least as bad. `worst` are the draws of the worst
    worlds, `scenario.world(draw)` by `scenario_of`. An undefined value is the worst there is.
    """

    scenario: Scenario
    values: Array
    chance: Array
    worst: tuple[int, ...]

    def exceeded_in(self, share: float) -> float:
        """The value that as bad a share of worlds reaches.

        Takes: `share` [share of the worlds].
        Gives: [the KPI's unit].
        Raises: ValueError for no share.
        """
        place = np.ceil(allowed.share("share", share) * len(self.values)) - 1
        return float(self.values[int(max(place, 0))])

    def scenario_of(self, place: int) -> Scenario:
        """A world of the worst as a scenario, its events and delays written out.

        Takes: `place` among the worst, 0 the worst of all.
        Gives: another scenario.
        Raises: ValueError for a place that there is not.
        """
        place = allowed.whole("place", place, 0, len(self.worst) - 1)
        return world(self.scenario, self.worst[place])


def exceedance(
    scenarios: Sequence[Scenario],
    kpi: Kpi,
    draws: int | None = None,
    *,
    high_is_bad: bool = True,
    worst: int = WORST,
    backend: Backend = NUMPY,
    progress: Progress | None = None,
) -> tuple[Exceedance, ...]:
    """The curve of each scenario, all under the first's luck: its own and the baseline's.

    Takes: `scenarios` of one horizon and catalogue; `kpi`; `draws`, how many worlds, by default
        the first's own; `high_is_bad`; `worst`, how many worlds are named.
    Gives: an Exceedance for each [unit of the KPI].
    Raises: ValueError for scenarios that differ so, no draws and a KPI that they have not;
        Cancelled where `progress` says False.
    """
    count = allowed.draws(scenarios[0].draws if draws is None else draws)
    allowed.whole("worst worlds", worst, 1)
    found = over_draws(scenarios, kpi, count, backend, progress)
    chance = np.arange(1, count + 1) / count
    curves = []
    for scenario, row in zip(scenarios, found, strict=True):
        bad = row if high_is_bad else -row
        order = np.argsort(np.where(np.isnan(bad), -np.inf, -bad), kind="stable")
        own = changed(scenario, seed=scenarios[0].seed)
        curves.append(Exceedance(own, row[order], chance, tuple(order[:worst].tolist())))
    return tuple(curves)
