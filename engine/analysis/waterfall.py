"""Why a number differs: groups of levers, each opened into its levers, and what would flip it."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import combinations

from engine.analysis.attribution import Attribution, attribution, shapley
from engine.analysis.kpi import Kpi, values
from engine.analysis.variants import changed
from engine.tables.scenario import PARAMETERS, Scenario
from engine.text import translate, written

MOST_EXACT = 10  # parameters of a group whose subsets are all run; beyond, in sequence both ways
MOST_FLIPPED = 3  # changes taken back at once


@dataclass(frozen=True)
class Waterfall:
    """The groups of the gap, `levers` by group with what each adds; those sum to the group's part.

    `flip` is the smallest set of parameters that, put back, turns better into worse or worse into
    better than the first scenario; empty where no few do.
    """

    groups: Attribution
    levers: Mapping[str, Mapping[str, float]]
    flip: tuple[str, ...]

    def __str__(self) -> str:
        gap = self.groups.gap
        if not self.groups.parts:
            return translate("Waterfall", "Nothing differs.")
        most = max(self.groups.parts, key=lambda name: abs(self.groups.parts[name]))
        text = translate("Waterfall", "It changes by {gap}; most of it by {group}, {part}.")
        part = written(self.groups.parts[most], "+.3g")
        group = translate("Group", most)
        return text.format(gap=written(gap, "+.3g"), group=group, part=part)


def waterfall(before: Scenario, after: Scenario, kpi: Kpi) -> Waterfall:
    """The exact split of a number's gap: of groups by Shapley, of a group's part by its levers.

    Within a group the levers' Shapley values, all other groups as they are before and as they are
    after in equal parts, are brought to the group's part by equal shares of what is left.

    Takes: `before` and `after`, scenarios; `kpi`, the number.
    Gives: Waterfall [unit of the KPI].
    Raises: ValueError for different catalogues or horizons, and for a KPI that they have not.
    Source: L. S. Shapley, "A value for n-person games", 1953.
    """
    groups = attribution(before, after, kpi)
    moved: dict[str, list[str]] = {}
    for row in PARAMETERS:
        if getattr(before, row.key) != getattr(after, row.key):
            moved.setdefault(row.group, []).append(row.key)
    opened = {
        name: _opened(before, after, kpi, moved[name], part) for name, part in groups.parts.items()
    }
    keys = [key for some in moved.values() for key in some]
    return Waterfall(groups, opened, _flip(before, after, kpi, keys, groups))


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
    left = (part - math.fsum(shares)) / count
    return {key: share + left for key, share in zip(keys, shares, strict=True)}


def _flip(
    before: Scenario, after: Scenario, kpi: Kpi, keys: list[str], groups: Attribution
) -> tuple[str, ...]:
    """The least set of `keys` that, put back, brings the number across what it was before."""
    for size in range(1, min(MOST_FLIPPED, len(keys) - 1) + 1):
        sets = list(combinations(keys, size))
        undone = [changed(after, **{key: getattr(before, key) for key in some}) for some in sets]
        found = values(undone, kpi).tolist()
        across = [
            (abs(value - groups.before), some)
            for value, some in zip(found, sets, strict=True)
            if (value - groups.before) * groups.gap < 0
        ]
        if across:
            return max(across)[1]
    return ()
