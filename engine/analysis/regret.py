"""The mix one would regret least, over the worlds that may come."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from engine.analysis.kpi import Kpi, over_draws
from engine.analysis.mix_map import CORNERS, DRAWS, mixes
from engine.backend import NUMPY, Backend
from engine.ensemble import Progress
from engine.scenario import Scenario

STEPS = 10  # of ten percent: 66 mixes of three families
NINTH_DECILE = 0.9


@dataclass(frozen=True)
class Regret:
    """How much worse each mix is than the best mix of the same world, in the KPI's unit.

    `shares` (mix, family); `worst`, `p90` and `mean` regret over the worlds, (mix,);
    `least_worst` and `best_on_average` are places in them. Regret depends on which mixes
    are on the menu.
    """

    families: tuple[str, ...]
    shares: npt.NDArray[np.float64]
    worst: npt.NDArray[np.float64]
    p90: npt.NDArray[np.float64]
    mean: npt.NDArray[np.float64]
    least_worst: int
    best_on_average: int


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
    """Minimax regret (L. J. Savage 1951) over the mixes of `families` in `steps` parts.

    A world in which the KPI is undefined for a mix counts as that mix's worst.
    """
    chosen = tuple(families or scenario.families[:CORNERS])
    shares, scenarios = mixes(scenario, chosen, steps)
    found = over_draws(scenarios, kpi, draws, backend, progress)
    return Regret(chosen, shares, *of_outcomes(found, higher_is_better=higher_is_better))


def of_outcomes(
    outcomes: npt.NDArray[np.float64], *, higher_is_better: bool
) -> tuple[npt.NDArray[np.float64], npt.NDArray[np.float64], npt.NDArray[np.float64], int, int]:
    """Worst, 90 % and mean regret of (action, world) outcomes, and the two best actions."""
    loss = -outcomes if higher_is_better else outcomes
    loss = np.where(np.isnan(loss), np.inf, loss)
    best = np.min(loss, axis=0)
    felt = np.where(loss == best, 0.0, loss - np.where(np.isfinite(best), best, 0.0))
    worst, mean = felt.max(axis=1), felt.mean(axis=1)
    p90 = np.quantile(felt, NINTH_DECILE, axis=1, method="higher")
    return worst, p90, mean, int(np.argmin(worst)), int(np.argmin(mean))
