"""The mix one would regret least, over the worlds that may come, and how sure that is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from engine.analysis.kpi import Kpi, over_draws
from engine.analysis.mix_map import CORNERS, DRAWS, mixes
from engine.model.arrays import DRAW, SCENARIO, Array
from engine.run.backend import NUMPY, Backend
from engine.tables.scenario import Scenario
from engine.worlds.ensemble import Progress

STEPS = 10  # of ten percent: 66 mixes of three families
NINTH_DECILE = 0.9
# The worst world decides, so that more draws do not settle it: over the shipped scenarios two
# seeds choose the same mix in 60 to 70% of cases, with 64 draws as with 512. What another seed
# chooses is among what halves of the draws choose in nine cases of ten.
HALVES = 64


@dataclass(frozen=True)
class Regret:
    """How much worse each mix is than the best mix of the same world, in the KPI's unit.

    `shares` (mix, family); `worst`, `p90` and `mean` regret over the worlds, (mix,);
    `least_worst` and `best_on_average` are places in them. Regret depends on which mixes
    are on the menu.

    Which world is the worst that was drawn is luck: `sure` is the share of random halves of the
    worlds in which `least_worst` is the least too, `rivals` are the places of those that are it
    in the other halves, the most frequent first.
    """

    families: tuple[str, ...]
    shares: Array
    worst: Array
    p90: Array
    mean: Array
    least_worst: int
    best_on_average: int
    sure: float
    rivals: tuple[int, ...]

    @property
    def apart(self) -> float:
        """How far the rivals are from the least in any one share [share]; 0 where none are."""
        away = np.abs(self.shares[list(self.rivals)] - self.shares[self.least_worst])
        return float(away.max(initial=0.0))


def regret(
    scenario: Scenario,
    kpi: Kpi,
    *,
    higher_is_better: bool = False,
    steps: int = STEPS,
    draws: int = DRAWS,
    families: Sequence[str] | None = None,
    backend: Backend = NUMPY,
    progress: Progress | None = None,
) -> Regret:
    """Minimax regret over the mixes of some families, in equal parts.

    A world in which the KPI is undefined for a mix counts as that mix's worst.

    Takes: `scenario`; `kpi`; `higher_is_better`; `steps`, how many parts; `draws`, how many worlds;
        `families`, by default the first three.
    Gives: Regret [unit of the KPI].
    Raises: ValueError for families or a KPI that the scenario does not have, for no steps and for
        no draws; Cancelled where `progress` says False.
    Source: L. J. Savage 1951.
    """
    chosen = tuple(scenario.families[:CORNERS] if families is None else families)
    shares, scenarios = mixes(scenario, chosen, steps)
    found = over_draws(scenarios, kpi, draws, backend, progress)
    worst, p90, mean, least, best = of_outcomes(found, higher_is_better=higher_is_better)
    sure, rivals = by_halves(felt(found, higher_is_better=higher_is_better), least)
    return Regret(chosen, shares, worst, p90, mean, least, best, sure, rivals)


def of_outcomes(outcomes: Array, *, higher_is_better: bool) -> tuple[Array, Array, Array, int, int]:
    """Worst, 90% and mean regret of each action, and the two best actions.

    Takes: `outcomes` (action, world) [any unit]; `higher_is_better`.
    Gives: worst, 90% and mean regret, each (action,) [unit of the outcomes]; the places of the
        least worst and of the least mean.
    """
    regrets = felt(outcomes, higher_is_better=higher_is_better)
    worst, mean = regrets.max(axis=DRAW), regrets.mean(axis=DRAW)
    p90 = np.quantile(regrets, NINTH_DECILE, axis=DRAW, method="higher")
    return worst, p90, mean, int(np.argmin(worst)), int(np.argmin(mean))


def felt(outcomes: Array, *, higher_is_better: bool) -> Array:
    """How much worse each outcome is than the best of its world.

    Takes: `outcomes` (action, world) [any unit]; `higher_is_better`.
    Gives: (action, world) [unit of the outcomes], infinite where undefined.
    Raises: ValueError for another shape, and for no outcomes.
    """
    if outcomes.ndim != 2 or not outcomes.size:
        raise ValueError(f"outcomes of shape {outcomes.shape}; allowed is (action, world)")
    loss = -outcomes if higher_is_better else outcomes
    loss = np.where(np.isnan(loss), np.inf, loss)
    best = np.min(loss, axis=SCENARIO)
    return np.asarray(np.where(loss == best, 0.0, loss - np.where(np.isfinite(best), best, 0.0)))


def by_halves(regrets: Array, least: int) -> tuple[float, tuple[int, ...]]:
    """The share of random halves of the worlds in which `least` is the least, and its rivals.

    Where another is as low as it, `least` counts. The halves are the same at each call.

    Takes: `regrets` (action, world) [any unit]; `least`, the place of the least worst.
    Gives: [share] of the halves, and the places of the rivals, the most frequent first.
    """
    worlds = regrets.shape[1]
    shuffled = np.random.Generator(np.random.Philox(key=0))
    times = np.zeros(len(regrets), int)
    for _ in range(HALVES):
        half = shuffled.permutation(worlds)[: (worlds + 1) // 2]
        worst = regrets[:, half].max(axis=DRAW)
        lowest = int(np.argmin(worst))
        times[least if worst[least] == worst[lowest] else lowest] += 1
    order = np.argsort(-times, kind="stable").tolist()
    return float(times[least] / HALVES), tuple(i for i in order if times[i] and i != least)
