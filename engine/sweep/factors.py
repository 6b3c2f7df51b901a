"""What a plan varies: factors, each with its levels, and what a level does to a scenario."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from engine.analysis.variants import Lever, changed
from engine.problems import Problem, ScenarioError, shown
from engine.tables.limits import one_of
from engine.tables.scenario import PARAMETERS, Scenario, parameter
from engine.text import translate
from engine.values import PerFamily

Cell = float | str
LISTS = tuple(row.key for row in PARAMETERS if row.schema is not None)


@dataclass(frozen=True)
class Level:
    """One position of a factor: what its `cells` say in tables, and what it changes.

    `sets` are values by `key` or `key.family`; `adds` entries by list; `removes` their names.
    """

    cells: tuple[Cell, ...]
    sets: Mapping[str, Any] = field(default_factory=dict)
    adds: Mapping[str, Sequence[Any]] = field(default_factory=dict)
    removes: Mapping[str, Sequence[str]] = field(default_factory=dict)


@dataclass(frozen=True)
class Factor:
    """What is varied as one: a lever, a choice of options, or levers that are sampled together.

    `columns` are of its tables, in `groups` of those that one lever has; `points` is the size of
    each sample of Saltelli's design, 0 for other factors.
    """

    name: str
    method: str  # "grid", "options", "latin", "sobol" or "saltelli"
    decision: bool
    columns: tuple[str, ...]
    groups: tuple[tuple[str, ...], ...]
    levels: tuple[Level, ...]
    points: int = 0

    @property
    def levers(self) -> tuple[str, ...]:
        """What each of its groups is called: a column, or what its columns have in front."""
        return tuple(own[0] if len(own) == 1 else own[0].rpartition(".")[0] for own in self.groups)


def lever_of(name: str, families: Sequence[str]) -> Lever:
    """The slider that a plan calls `key` or `key.family`.

    Takes: `name`; `families`, names.
    Gives: Lever, whose family is empty where it has none.
    Raises: ScenarioError where there is no such parameter or family.
    """
    key, dot, family = name.partition(".")
    row = parameter(key)
    if dot and (not row.per_family or family not in families):
        allowed = one_of(families) if row.per_family else translate("Sweep", "has no families")
        raise ScenarioError(Problem(name, "", allowed))
    return Lever(key, family)


def is_decision(keys: Iterable[str]) -> bool:
    """Whether all of these `keys` are of what one decides, not of what comes to pass."""
    rows = [parameter(key.partition(".")[0]) for key in keys]
    return bool(rows) and all(
        row.role == "decision" or (row.role == "headline" and row.group != "Demand") for row in rows
    )


def applied(base: Scenario, levels: Iterable[Level], seed: int | None = None) -> Scenario:
    """A base with each level's changes, in order, checked together.

    Takes: `base`; `levels`, one of each factor; `seed`, in the place of the base's.
    Gives: another scenario.
    Raises: ScenarioError for values that can't be, alone or together.
    """
    changes: dict[str, Any] = {} if seed is None else {"seed": seed}
    for level in levels:
        for name, value in level.sets.items():
            key, _, family = name.partition(".")
            now = changes.get(key, getattr(base, key))
            changes[key] = _of_family(base, now, Lever(key, family), value) if family else value
        for key, names in level.removes.items():
            entries = changes.get(key, getattr(base, key))
            changes[key] = _without(key, entries, names)
        for key, more in level.adds.items():
            changes[key] = [*changes.get(key, getattr(base, key)), *more]
    return base.having(**changes)


def _of_family(base: Scenario, now: Mapping[str, float], lever: Lever, value: Any) -> PerFamily:
    """The numbers of all families with that of one changed; shares make room for it."""
    low, high = lever.bounds
    known = isinstance(value, int | float) and not isinstance(value, bool)
    if not known or not low <= value <= high:
        raise lever.row.refuse(value, f"{lever.key}.{lever.family}")
    before = changed(base, **{lever.key: PerFamily(now)})
    found: PerFamily = getattr(lever.moved(before, float(value)), lever.key)
    return found


def _without(key: str, entries: Sequence[Any], names: Sequence[str]) -> list[Any]:
    there = {_name_of(entry) for entry in entries}
    for name in names:
        if name not in there:
            raise ScenarioError(Problem(f"remove.{key}", shown(name), one_of(sorted(there - {""}))))
    return [entry for entry in entries if _name_of(entry) not in names]


def _name_of(entry: Any) -> str:
    return str(entry.get("name", "") if isinstance(entry, Mapping) else entry.name)


def named(scenario: Scenario, number: int) -> Scenario:
    """The `scenario` of a `number`, its name saying so. Gives: another one."""
    text = translate("Sweep", "{name} (scenario {number} of a sweep)")
    return replace(scenario, name=text.format(name=scenario.name, number=number))
