"""The rows of the waterfall as plain data: from where the number was to where it is. No Qt."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from engine import Scenario, parameter
from engine.analysis.waterfall import Waterfall
from engine.text import translate
from gui.words.list_changes import list_change
from gui.words.moved import lever_words

ENOUGH = 1e-9  # of the numbers: a part below this is rounding


@dataclass(frozen=True)
class ChangeStep:
    """One row: a group of changes, or one of them; from where the bar comes and to where it goes.

    `keys` are the parameters that are put back with it.
    """

    label: str
    keys: tuple[str, ...]
    begin: float
    end: float
    steps: tuple[ChangeStep, ...] = ()

    @property
    def change(self) -> float:
        return self.end - self.begin


@dataclass(frozen=True)
class ChangeSteps:
    """The whole way, the largest group first; what changed without any effect is counted."""

    before: float
    after: float
    groups: tuple[ChangeStep, ...]
    idle: tuple[str, ...]  # keys of changes that the number does not feel

    @property
    def ends(self) -> tuple[float, float]:
        """The lowest and the highest that any bar reaches."""
        places = [self.before, self.after]
        for group in self.groups:
            for step in (group, *group.steps):
                places += [step.begin, step.end]
        return min(places), max(places)


def steps(
    found: Waterfall,
    before: Scenario,
    after: Scenario,
    readable: Callable[[float], bool] = lambda part: True,
) -> ChangeSteps:
    """The rows of a waterfall, each bar where the one before it ends.

    A part that is too small to be written (`readable`) has no row where others have one.
    """
    groups = found.groups
    size = max(abs(groups.before), abs(groups.after), abs(groups.gap))
    felt = _felt(groups.parts, ENOUGH * size, readable)
    made, at = [], groups.before
    idle: list[str] = []
    for name in sorted(felt, key=lambda name: -abs(felt[name])):
        parts = dict(found.levers.get(name, {}))
        inside, begin = [], at
        named = _felt(parts, ENOUGH * size, readable)
        for key in sorted(parts, key=lambda key: -abs(parts[key])):
            if key not in named:
                idle.append(key)
                continue
            end = begin + parts[key]
            inside.append(ChangeStep(lever_label(key, before, after), (key,), begin, end))
            begin = end
        keys = tuple(parts)
        label = translate("Group", name)
        made.append(ChangeStep(label, keys, at, at + felt[name], tuple(inside)))
        at += felt[name]
    for name in groups.parts.keys() - felt.keys():
        idle += found.levers.get(name, {})
    return ChangeSteps(groups.before, groups.after, tuple(made), tuple(idle))


def _felt(
    parts: Mapping[str, float], rounding: float, readable: Callable[[float], bool]
) -> dict[str, float]:
    """The parts that are more than rounding, and of these the ones that can be written, if any."""
    felt = {name: part for name, part in parts.items() if abs(part) > rounding}
    return {name: part for name, part in felt.items() if readable(part)} or felt


def lever_label(key: str, before: Scenario, after: Scenario) -> str:
    """A change as it is read: `Power budget 2.5 → 1.5 GW`."""
    row = parameter(key)
    old, new = getattr(before, key), getattr(after, key)
    if row.schema is not None:
        return list_change(row, old, new)
    return lever_words(row, old, new, (before.start, after.start), named=True)


def put_back(scenario: Scenario, before: Scenario, keys: Sequence[str]) -> Scenario:
    """The scenario with some parameters as they were. Raises ScenarioError where that can't be."""
    return scenario.having(**{key: getattr(before, key) for key in keys})
