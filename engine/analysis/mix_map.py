"""Any number over all mixes of three chip families: a triangular grid."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from engine import allowed
from engine.analysis import asked
from engine.analysis.kpi import Kpi, over_draws, values
from engine.analysis.variants import changed
from engine.model.arrays import DRAW, Array
from engine.run.backend import NUMPY, Backend
from engine.tables.scenario import Scenario
from engine.values import PerFamily
from engine.worlds.ensemble import Progress

STEPS = 20  # of five percent: 231 mixes of three families
DRAWS = 64
CORNERS = 3


@dataclass(frozen=True)
class MixMap:
    """`shares` (mix, family) of the `families`, and the KPI's mean over the draws, (mix,)."""

    families: tuple[str, ...]
    shares: Array
    values: Array


def mix_map(
    scenario: Scenario,
    kpi: Kpi,
    *,
    steps: int = STEPS,
    draws: int = DRAWS,
    families: Sequence[str] | None = None,
    backend: Backend = NUMPY,
    progress: Progress | None = None,
) -> MixMap:
    """The KPI for every mix of some families, in equal parts; other families keep their share.

    Takes: `scenario`; `kpi`; `steps`, how many parts; `draws`, how many worlds, the same for every
        mix, 0 for the plain run; `families`, by default the first three.
    Gives: MixMap, of the mean over the worlds, NaN where a world has none [unit of the KPI].
    Raises: ValueError for families or a KPI that the scenario does not have, and for no steps;
        Cancelled where `progress` says False.
    """
    allowed.whole("draws", draws, 0, allowed.MOST_DRAWS)
    chosen = tuple(scenario.families[:CORNERS] if families is None else families)
    shares, scenarios = mixes(scenario, chosen, steps)
    if draws == 0:
        return MixMap(chosen, shares, values(scenarios, kpi))
    found = over_draws(scenarios, kpi, draws, backend, progress).mean(axis=DRAW)
    return MixMap(chosen, shares, found)


def mixes(scenario: Scenario, families: Sequence[str], steps: int) -> tuple[Array, list[Scenario]]:
    """Every way to share out the target mix among some families, others keeping their share.

    Takes: `scenario`; `families`, their names; `steps`, how many equal parts.
    Gives: (mix, family) shares, and the scenario with each as its target mix.
    Raises: ValueError for families that the scenario has not, and for no steps.
    """
    families = asked.families(families, scenario.families)
    steps = allowed.whole("steps", steps, 1)
    shares = np.array(_parts(steps, len(families)), float) / steps
    others = {f: s for f, s in scenario.mix.items() if f not in families}
    left = max(1 - sum(others.values()), 0.0)
    scenarios = [
        changed(
            scenario,
            mix=PerFamily(
                {
                    f: others[f] if f in others else left * own[families.index(f)]
                    for f in scenario.families
                }
            ),
        )
        for own in shares.tolist()
    ]
    return shares, scenarios


def _parts(whole: int, pieces: int) -> list[tuple[int, ...]]:
    """Every way to share out `whole` among so many."""
    if pieces == 1:
        return [(whole,)]
    return [
        (first, *rest)
        for first in range(whole, -1, -1)
        for rest in _parts(whole - first, pieces - 1)
    ]
