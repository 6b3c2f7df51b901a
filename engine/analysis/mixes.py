"""What a mix costs and what it buys, beside every single family and the least-regret mix."""

from __future__ import annotations

from dataclasses import dataclass

from engine import allowed
from engine.analysis.hedge import alone
from engine.analysis.kpi import Kpi
from engine.analysis.outcomes import MeanDifference, Outcomes, outcomes
from engine.analysis.regret import regret
from engine.analysis.variants import changed
from engine.run.backend import NUMPY, Backend
from engine.tables.scenario import Scenario
from engine.values import PerFamily
from engine.worlds.ensemble import Progress
from engine.worlds.risk import cvar

THIS, LEAST = "this mix", "least regret"
COST, LOSS = "economic_cost", "unserved_revenue"
MOST_REGRET_DRAWS = 64  # worlds over which regret is weighed: 66 mixes of each
SEARCHED = 0.5  # of the time that all of it takes


@dataclass(frozen=True)
class MixOutcome:
    """A mix over the window, over the worlds: what it costs, what it leaves unserved [$bn].

    `premium` is what it costs more than the scenario's own mix, and `relief` what more it leaves
    unserved, each a mean on the same draws. `unserved_cvar95` is the mean of the worst 5%.
    """

    name: str
    mix: PerFamily
    premium: MeanDifference
    relief: MeanDifference
    unserved_cvar95: float

    @property
    def cost(self) -> float:
        """Its mean economic cost [$bn]."""
        return self.premium.after

    @property
    def unserved(self) -> float:
        """The mean of what it leaves unserved [$bn]."""
        return self.relief.after


def mixes_compared(
    scenario: Scenario,
    draws: int | None = None,
    regretted: Kpi | None = None,
    *,
    backend: Backend = NUMPY,
    progress: Progress | None = None,
) -> tuple[MixOutcome, ...]:
    """The scenario's own mix first, each family alone, and the mix of the least regret.

    Takes: `scenario`; `draws`, how many worlds, by default its own; `regretted`, the number whose
        worst regret is to be least, high being bad; None leaves that mix out.
    Gives: MixOutcomes [$bn over all months after `as_of`].
    Raises: ValueError for no draws and a KPI that the scenario has not; Cancelled where
        `progress` says False.
    Source: model, section 8, the price of the hedge; L. J. Savage 1951.
    """
    count = allowed.draws(scenario.draws if draws is None else draws)

    def part(before: float, share: float) -> Progress | None:
        return None if progress is None else lambda done: progress(before + share * done)

    named = [(THIS, scenario), *((f, alone(scenario, f)) for f in scenario.families)]
    if regretted is not None:
        worlds = min(count, MOST_REGRET_DRAWS)
        found = regret(
            scenario, regretted, draws=worlds, backend=backend, progress=part(0.0, SEARCHED)
        )
        best = found.shares[found.least_worst].tolist()
        others = {f: s for f, s in scenario.mix.items() if f not in found.families}
        left = max(1 - sum(others.values()), 0.0)
        shares = {f: left * s for f, s in zip(found.families, best, strict=True)}
        mix = PerFamily({f: {**others, **shares}[f] for f in scenario.families})
        named.append((LEAST, changed(scenario, mix=mix)))
    before = SEARCHED if regretted is not None else 0.0
    all_of_them = [one for _, one in named]
    whole = outcomes(all_of_them, count, None, None, backend, part(before, 1 - before))
    return tuple(_outcome(name, one, whole, i) for i, (name, one) in enumerate(named))


def _outcome(name: str, scenario: Scenario, found: Outcomes, place: int) -> MixOutcome:
    return MixOutcome(
        name,
        scenario.mix,
        found.difference(COST, 0, place),
        found.difference(LOSS, 0, place),
        cvar(found.of[LOSS][place]),
    )
