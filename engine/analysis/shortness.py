"""A chance of a shortfall as a number that a search can lead to a target."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from engine import allowed
from engine.analysis.kpi import Kpi, over_draws
from engine.model.arrays import TIME, Array
from engine.run.simulation import Simulation
from engine.tables.scenario import Scenario

INSIDE = 1e-6  # of demand: so far within the tolerance the target lies
PLENTY = -1.0  # where nothing is demanded


@dataclass(frozen=True)
class Shortness(Kpi):
    """How short the worlds are of which only a share may be short.

    In each world: the largest share of demand that capacity lacks in a month, negative where there
    is more than demanded. The number of a scenario is that of the world next to the `share` of
    `worlds` that are worst: where it is at most the tolerance, no more than that share is short. A
    chance itself moves by whole worlds, this number with every lever. [share of demand]
    """

    share: float = 0.0
    worlds: int = 0

    def __post_init__(self) -> None:
        super().__post_init__()
        allowed.share("share", self.share)
        allowed.draws(self.worlds)

    @property
    def month(self) -> int:
        """The last of its months [months since start]."""
        return self.last

    @property
    def runs(self) -> int:
        """How many worlds a scenario is run in."""
        return self.worlds

    @staticmethod
    def aim(scenario: Scenario) -> float:
        """What the number is to be, at most.

        Takes: `scenario`.
        Gives: [share of demand].
        """
        return scenario.shortfall_tolerance - INSIDE

    def check(self, scenario: Scenario) -> None:
        """That the scenario has its months.

        Takes: `scenario`.
        Raises: ValueError where it has not.
        """
        self.check_months(scenario)

    def of(self, simulation: Simulation) -> Array:
        """How short each world is at its worst.

        Takes: `simulation`, of some worlds.
        Gives: (scenario, draw) [share of demand].
        """
        xp, months = simulation.xp, slice(self.first, self.last + 1)
        demand, capacity = (simulation[k][months] for k in ("demand_eflops", "capacity_eflops"))
        there = demand > 0
        lacking = xp.where(there, 1 - capacity / xp.where(there, demand, 1.0), PLENTY)
        worst: Array = lacking.max(axis=TIME)
        return worst

    def values(self, scenarios: Sequence[Scenario]) -> Array:
        """The number of each scenario, all with the first's luck.

        Takes: `scenarios` of one horizon and catalogue.
        Gives: (scenario,) [share of demand].
        Raises: ValueError for months that they do not have, and where they differ so.
        """
        lacking = over_draws(scenarios, self, self.worlds)
        place = -1 - min(self.may_be_short, self.worlds - 1)
        return np.asarray(np.partition(lacking, place, axis=1)[:, place])

    @property
    def may_be_short(self) -> int:
        """How many of the worlds may be short."""
        return int(np.floor(self.share * self.worlds + INSIDE))

    def short_worlds(self, scenario: Scenario, aim: float) -> int:
        """How many of the worlds are short.

        Takes: `scenario`; `aim`, as `aim` gives it [share of demand].
        Gives: a number of worlds.
        """
        return int(np.sum(over_draws([scenario], self, self.worlds)[0] > aim))

    def surer(self, *, upwards: bool) -> Shortness:
        """The same with a share that lies a standard error of a sample beyond its own.

        Takes: `upwards`, whether more worlds are to be short than are.
        Gives: Shortness.
        """
        error = float(np.sqrt(self.share * (1 - self.share) / self.worlds))
        share = self.share + error if upwards else self.share - error
        return self.of_share(min(max(share, 0.0), 1.0))

    def of_share(self, share: float) -> Shortness:
        """The same where another share of the worlds may be short.

        Takes: `share` [share of the worlds].
        Gives: Shortness.
        """
        return replace(self, share=share)

    def finer(self, worlds: int) -> Shortness:
        """The same from so many worlds.

        Takes: `worlds`.
        Gives: Shortness.
        """
        return replace(self, worlds=worlds)
