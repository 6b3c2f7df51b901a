"""Why a number differs: the part of each group of levers, each opened into its levers."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass

from engine.analysis.attribution import Attribution, attribution, shapley
from engine.analysis.kpi import Kpi, values
from engine.analysis.variants import changed
from engine.tables.scenario import PARAMETERS, Scenario, parameter
from engine.text import figures, translate
from engine.worlds.ensemble import Cancelled, Progress

DIGITS = 3  # of what is said
MOST_EXACT = 10  # parameters of a group whose subsets are all run; beyond, in sequence both ways


@dataclass(frozen=True)
class Waterfall:
    """The groups of the gap, `levers` by group with what each adds; those sum to the group's part.

    Parts are in the unit of the KPI. Without `levers` the groups have not been opened yet.
    """

    groups: Attribution
    levers: Mapping[str, Mapping[str, float]]

    def __str__(self) -> str:
        gap = self.groups.gap
        if not self.groups.parts:
            return translate("Waterfall", "Nothing differs.")
        most = max(self.groups.parts, key=lambda name: abs(self.groups.parts[name]))
        if not any(self.groups.parts.values()):
            return translate("Waterfall", "Nothing that differs changes it.")
        text = translate("Waterfall", "It changes by {gap}; the most by {group}, {part}.")
        part = figures(self.groups.parts[most], DIGITS, "+")
        group = translate("Group", most)
        return text.format(gap=figures(gap, DIGITS, "+"), group=group, part=part)


def waterfall(
    before: Scenario,
    after: Scenario,
    kpi: Kpi,
    *,
    opened: bool = True,
    progress: Progress | None = None,
) -> Waterfall:
    """The exact split of a number's gap: of groups by Shapley, of a group's part by its levers.

    Within a group the levers' Shapley values, all other groups as they are before and as they are
    after in equal parts, are brought to the group's part by shares of what is left that are as
    large as they are: what moves nothing has no part.

    Takes: `before` and `after`, scenarios; `kpi`, the number; `opened`, whether groups are split
        into their levers; `progress`, told the share of the groups that are.
    Gives: Waterfall [unit of the KPI].
    Raises: ValueError for different catalogues or horizons, and for a KPI that they have not;
        Cancelled where `progress` says False.
    Source: L. S. Shapley, "A value for n-person games", 1953.
    """
    groups = attribution(before, after, kpi)
    if not opened:
        return Waterfall(groups, {})
    moved: dict[str, list[str]] = {}
    for key in differing(before, after):
        moved.setdefault(parameter(key).group, []).append(key)
    split: dict[str, Mapping[str, float]] = {}
    for name, part in groups.parts.items():
        if progress is not None and not progress(len(split) / len(groups.parts)):
            raise Cancelled
        split[name] = _opened(before, after, kpi, moved[name], part)
    return Waterfall(groups, split)


def differing(before: Scenario, after: Scenario) -> tuple[str, ...]:
    """The parameters in which two scenarios differ.

    Takes: `before` and `after`, scenarios.
    Gives: their keys, in the table's order.
    """
    return tuple(r.key for r in PARAMETERS if getattr(before, r.key) != getattr(after, r.key))


def _opened(
    before: Scenario, after: Scenario, kpi: Kpi, keys: list[str], part: float
) -> dict[str, float]:
    count = len(keys)
    if count == 1:
        return {keys[0]: part}
    back = {key: getattr(before, key) for key in keys}
    there = {key: getattr(after, key) for key in keys}
    exact = count <= MOST_EXACT
    subsets = range(2**count) if exact else [*(2**i for i in range(count)), 0]
    runs = []
    for base in (before, changed(after, **back)):
        for subset in subsets:
            some = {key: there[key] for i, key in enumerate(keys) if subset >> i & 1}
            runs.append(changed(base, **some))
    found = values(runs, kpi).tolist()
    half = len(found) // 2
    alike = [(a + b) / 2 for a, b in zip(found[:half], found[half:], strict=True)]
    if exact:
        shares = [shapley(alike, i, count) for i in range(count)]
    else:
        shares = [value - alike[-1] for value in alike[:-1]]
    left, size = part - math.fsum(shares), math.fsum(abs(share) for share in shares)
    # where all effects cancel out, nothing says whose what is left would be
    weights = [abs(share) / size if size else 1 / count for share in shares]
    return {
        key: share + left * weight for key, share, weight in zip(keys, shares, weights, strict=True)
    }
