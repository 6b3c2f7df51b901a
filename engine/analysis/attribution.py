"""Why two scenarios differ: the gap in a number, shared out exactly among groups of levers."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from engine import allowed
from engine.analysis.kpi import Kpi, values
from engine.analysis.variants import changed
from engine.tables.scenario import PARAMETERS, Scenario

MOST_GROUPS = 12  # 4,096 runs


@dataclass(frozen=True)
class Attribution:
    """The KPI of the two scenarios and what each group of levers adds on the way."""

    before: float
    after: float
    parts: Mapping[str, float]

    @property
    def gap(self) -> float:
        """What the KPI gains from the first scenario to the second, in its unit."""
        return self.after - self.before


def attribution(
    before: Scenario,
    after: Scenario,
    kpi: Kpi,
    groups: Mapping[str, Sequence[str]] | None = None,
) -> Attribution:
    """The exact Shapley split of the KPI's gap; the parts sum to the gap.

    Only groups in which the scenarios differ get a part, and what no group names is a group
    `other`. A group's part is its effect averaged over all orders in which the groups can be
    changed; one run for each subset.

    Takes: `before` and `after`, scenarios; `kpi`, the number; `groups`, sets of parameter keys by
        name, by default the table's groups.
    Gives: Attribution, in the unit of the KPI.
    Raises: ValueError for different catalogues or horizons, for more than 12 groups, and for a
        group of keys that are none or that another group names too.
    Source: L. S. Shapley, "A value for n-person games", 1953.
    """
    if before.catalogue != after.catalogue or before.horizon_months != after.horizon_months:
        raise ValueError("attribution needs one catalogue and one horizon")
    moves = _moves(before, after, _table_groups() if groups is None else _checked(groups))
    names, count = list(moves), len(moves)
    if count > MOST_GROUPS:
        raise ValueError(f"{count} groups differ; allowed are {MOST_GROUPS}")
    runs = []
    for subset in range(2**count):
        chosen: dict[str, Any] = {}
        for i, name in enumerate(names):
            if subset >> i & 1:
                chosen |= moves[name]
        runs.append(changed(before, **chosen))
    found = values(runs, kpi).tolist()
    parts = {name: shapley(found, i, count) for i, name in enumerate(names)}
    return Attribution(found[0], found[-1], parts)


def shapley(found: Sequence[float], player: int, count: int) -> float:
    """The player's effect, averaged over all orders in which the players can join.

    Takes: `found`, the value of each subset, which stands at its place as a binary number;
        `player`, its place; `count` of players.
    Gives: [unit of the values].
    Source: L. S. Shapley, "A value for n-person games", 1953.
    """
    bit, orders = 1 << player, math.factorial(count)
    effects = (
        (found[subset | bit] - found[subset])
        * (math.factorial(subset.bit_count()) * math.factorial(count - subset.bit_count() - 1))
        for subset in range(2**count)
        if not subset & bit
    )
    return math.fsum(effects) / orders


def _checked(groups: Mapping[str, Sequence[str]]) -> Mapping[str, Sequence[str]]:
    group_of: dict[str, str] = {}
    for name, keys in groups.items():
        for key in keys:
            allowed.word(f"parameter of the group {name}", key, (row.key for row in PARAMETERS))
            if group_of.setdefault(key, name) != name:
                raise ValueError(
                    f"{key} is in the groups {group_of[key]} and {name}; allowed is one"
                )
    return groups


def _table_groups() -> dict[str, list[str]]:
    groups: dict[str, list[str]] = {}
    for row in PARAMETERS:
        groups.setdefault(row.group, []).append(row.key)
    return groups


def _moves(
    before: Scenario, after: Scenario, groups: Mapping[str, Sequence[str]]
) -> dict[str, dict[str, Any]]:
    """By group the values that differ, as they are after."""
    group_of = {key: name for name, keys in groups.items() for key in keys}
    moves: dict[str, dict[str, Any]] = {}
    for row in PARAMETERS:
        value = getattr(after, row.key)
        if value != getattr(before, row.key):
            moves.setdefault(group_of.get(row.key, "other"), {})[row.key] = value
    return moves
