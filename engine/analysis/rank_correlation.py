"""Which assumptions matter when all move together: rank correlation over joint draws.

A tornado moves one lever at a time, and so is blind to what only acts together: power that
matters where demand is high alone. Here every assumption is drawn within its plausible range, all
at once, and each one's ranks are held against the ranks of the number asked for.

Drawn uniformly between the 10% and the 90% point, along the lever's own scale: the two points are
all that is known of an assumption, a triangle would need a peak that nobody states, and ranks
hardly hang on the shape.
"""

from __future__ import annotations

import zlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from engine import allowed
from engine.analysis import asked
from engine.analysis.kpi import Kpi, values
from engine.analysis.variants import Lever, changed, levers
from engine.model.arrays import Array
from engine.tables.scenario import Scenario
from engine.values import PerFamily
from engine.worlds.ensemble import Cancelled, Progress

DRAWS = 1024
BLOCK = 128  # scenarios computed as one; every lever differs, so a block is heavy
SAME = 9  # digits: values closer than that, of the largest, are a tie; model section 9


@dataclass(frozen=True)
class Rank:
    """A lever, its plausible range in its unit, and Spearman's rho of it with the KPI.

    `rho` is -1 to 1; 0 where the lever or the KPI does not move; NaN where the KPI is undefined.
    """

    lever: Lever
    low: float
    high: float
    rho: float


@dataclass(frozen=True)
class RankCorrelation:
    """Every lever, the strongest first; from how many draws in which the KPI is defined."""

    ranks: tuple[Rank, ...]
    draws: int

    @property
    def noise(self) -> float:
        """The standard error of a rho that is truly 0: less than twice that says nothing."""
        return float("nan") if self.draws < 2 else float(1 / np.sqrt(self.draws - 1))


def rank_correlation(
    scenario: Scenario,
    kpi: Kpi,
    draws: int = DRAWS,
    of: Sequence[Lever] | None = None,
    progress: Progress | None = None,
) -> RankCorrelation:
    """Spearman's rank correlation of each lever with the KPI over joint draws.

    Takes: `scenario`; `kpi`; `draws`, how many plain runs; `of`, levers, by default all that a
        plain run feels and that are set; `progress` hears the share done after each block.
    Gives: RankCorrelation.
    Raises: ValueError for no draws and for a lever or KPI that the scenario does not have;
        Cancelled where `progress` says False.
    Source: Spearman 1904; the sample: McKay, Beckman and Conover 1979 (Latin hypercube).
    """
    count = allowed.draws(draws)
    kpi.check(scenario)
    chosen = levers(scenario) if of is None else asked.levers(of, scenario)
    ranges = asked.ranges(chosen, scenario, all_of_them=of is not None)
    runs = moved_together(scenario, joint_draws(ranges, count, scenario.seed))
    found = np.empty(count)
    for first in range(0, count, BLOCK):
        found[first : first + BLOCK] = values(runs[first : first + BLOCK], kpi)
        if progress is not None and not progress(min(first + BLOCK, count) / count):
            raise Cancelled
    defined = np.flatnonzero(~np.isnan(found))
    of_kpi = ranks(found[defined])
    ordered = [
        Rank(lever, low, high, _correlation(ranks(_where(runs, lever)[defined]), of_kpi))
        for lever, (low, high) in ranges.items()
    ]
    ordered.sort(key=lambda rank: -abs(rank.rho))
    return RankCorrelation(tuple(ordered), len(defined))


def joint_draws(
    ranges: Mapping[Lever, tuple[float, float]], draws: int, seed: int
) -> Mapping[Lever, Array]:
    """A Latin hypercube: of each lever one value from each of as many slices as there are draws.

    A lever's values hang on its name and the seed alone, not on which others are drawn.

    Takes: `ranges`, by lever [its unit]; `draws`; `seed`.
    Gives: by lever (draw,) [its unit].
    """
    found = {}
    for lever, (low, high) in ranges.items():
        name = zlib.crc32(f"{lever.key}.{lever.family}".encode())
        random = np.random.Generator(np.random.Philox(key=[seed, name]))
        place = (random.permutation(draws) + random.random(draws)) / draws
        if lever.row.scale == "log":
            found[lever] = low * (high / low) ** place
        else:
            found[lever] = low + (high - low) * place
    return found


def moved_together(scenario: Scenario, drawn: Mapping[Lever, Array]) -> list[Scenario]:
    """A scenario for each draw. Shares of a sum of one are brought back to one together.

    Takes: `scenario`; `drawn`, by lever (draw,) [its unit], within its bounds.
    Gives: scenarios.
    """
    count = len(next(iter(drawn.values()), ()))
    by_key: dict[str, dict[str, Array]] = {}
    for lever, line in drawn.items():
        line = np.round(line).astype(int) if lever.row.whole else line
        by_key.setdefault(lever.key, {})[lever.family] = line.tolist()
    found = []
    for i in range(count):
        here: dict[str, Any] = {}
        for key, lines in by_key.items():
            if "" in lines:
                here[key] = lines[""][i]
                continue
            families = dict(getattr(scenario, key)) | {f: line[i] for f, line in lines.items()}
            total = sum(families.values())
            if Lever(key).row.sums_to_one and total > 0:
                families = {family: share / total for family, share in families.items()}
            here[key] = PerFamily(families)
        found.append(changed(scenario, **here))
    return found


def ranks(line: Array) -> Array:
    """The place of each value in the order of all, from 1; those that tie share their mean place.

    Takes: `line` (draw,), all defined.
    Gives: (draw,).
    """
    largest = np.max(np.abs(line), initial=0.0)
    if largest > 0:
        line = np.round(line / largest, SAME)
    _, which, times = np.unique(line, return_inverse=True, return_counts=True)
    last = np.cumsum(times)
    places: Array = (last - (times - 1) / 2)[which]
    return places


def _where(runs: Sequence[Scenario], lever: Lever) -> Array:
    return np.array([lever.value(run) for run in runs])


def _correlation(a: Array, b: Array) -> float:
    """Pearson's of two lines of ranks: Spearman's, ties and all."""
    if not len(a):
        return float("nan")
    a, b = a - a.mean(), b - b.mean()
    scale = np.sqrt(np.sum(a * a) * np.sum(b * b))
    return float(np.sum(a * b) / scale) if scale > 0 else 0.0
