"""Scenarios next to a scenario: one lever moved, the rest left alone."""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from engine.allowed import word
from engine.tables.catalogue import family_label
from engine.tables.parameter import Parameter
from engine.tables.plausible import plausible
from engine.tables.scenario import PARAMETERS, Scenario, parameter
from engine.values import PerFamily

# What a plain run does not feel, or what is no position on a slider.
GROUPS_OF_CHANCE = ("Risk", "Ensemble")


@dataclass(frozen=True)
class Lever:
    """One slider: a parameter, of one family where it has families."""

    key: str
    family: str = ""

    @property
    def row(self) -> Parameter:
        """The parameter that it moves."""
        return parameter(self.key)

    @property
    def code(self) -> str:
        """What it is for programs: `mix.tpu`."""
        return f"{self.key}.{self.family}" if self.family else self.key

    @property
    def label(self) -> str:
        """What it is called: `Target mix, Google TPU`."""
        label = self.row.label_text
        return f"{label}, {family_label(self.family)}" if self.family else label

    @property
    def bounds(self) -> tuple[float, float]:
        """Lowest and highest value [the parameter's unit]."""
        row = self.row
        assert row.low is not None
        assert row.high is not None
        return row.low, row.high

    def check(self, scenario: Scenario) -> None:
        """That the scenario has it.

        Takes: `scenario`.
        Raises: ValueError where it has not.
        """
        numbers = {row.key: row for row in PARAMETERS if row.is_number or row.per_family}
        word("lever", self.key, numbers)
        if numbers[self.key].per_family:
            word(f"family of the lever {self.key}", self.family, scenario.families)
        elif self.family:
            raise ValueError(
                f"lever {self.key} has no families; allowed is none, not {self.family!r}"
            )

    def value(self, scenario: Scenario) -> float:
        """Where it stands; no budget stands at its upper end.

        Takes: `scenario`.
        Gives: [the parameter's unit].
        """
        value = getattr(scenario, self.key)
        if self.family:
            return float(value[self.family])
        return self.bounds[1] if value is None else float(value)

    def moved(self, scenario: Scenario, value: float) -> Scenario:
        """The scenario with the lever at another value, within its bounds; not checked again.

        A share of a sum of one takes from the other families in proportion, in equal parts where
        they have nothing.

        Takes: `scenario`; `value` [the parameter's unit].
        Gives: another scenario.
        Raises: ValueError for a value that is not a number.
        """
        if math.isnan(value):
            raise ValueError(f"{self.key} {value}: {self.row.allowed}")
        low, high = self.bounds
        value = min(max(value, low), high)
        row = self.row
        if row.whole:
            value = round(value)
        if not self.family:
            return changed(scenario, **{self.key: value})
        families: PerFamily = getattr(scenario, self.key)
        if row.sums_to_one:
            return changed(scenario, **{self.key: _share(families, self.family, value)})
        return changed(scenario, **{self.key: families.having(**{self.family: value})})

    def plausible(self, scenario: Scenario) -> tuple[float, float] | None:
        """Its 10% and its 90% point about where it stands; None where nothing is set.

        Takes: `scenario`.
        Gives: low and high [the parameter's unit], or None.
        Source: `engine.tables.plausible`.
        """
        if getattr(scenario, self.key) is None:
            return None
        return plausible(self.row, self.value(scenario), self.family)

    def position(self, value: float) -> float:
        """Where on the slider a value stands; along the logarithm on a log slider.

        Takes: `value` [the parameter's unit].
        Gives: [share of the slider], 0 at the lower bound.
        """
        low, high = self.bounds
        if self.row.scale == "log":
            return math.log(value / low) / math.log(high / low)
        return (value - low) / (high - low)

    def at(self, position: float) -> float:
        """The value at a place on the slider.

        Takes: `position` [share of the slider].
        Gives: [the parameter's unit].
        """
        low, high = self.bounds
        if self.row.scale == "log":
            return float(low * (high / low) ** position)
        return low + (high - low) * position


def _share(shares: PerFamily, family: str, value: float) -> PerFamily:
    others = [name for name in shares if name != family]
    if not others:
        return shares
    left = sum(shares[name] for name in others)
    rest = {
        name: (1 - value) * (shares[name] / left if left > 0 else 1 / len(others))
        for name in others
    }
    return PerFamily({name: value if name == family else rest[name] for name in shares})


def changed(scenario: Scenario, **values: Any) -> Scenario:
    """A copy with values that are known to be allowed: no check, for there are hundreds.

    Takes: `scenario`; `values` by field.
    Gives: another scenario.
    """
    other = object.__new__(Scenario)
    vars(other).update(vars(scenario), **values)
    return other


def levers(scenario: Scenario, *, of_chance: bool = False) -> tuple[Lever, ...]:
    """Every slider that a plain run feels (with `of_chance` also those of luck alone).

    Takes: `scenario`; `of_chance`.
    Gives: levers, in the table's order.
    """
    return _levers(scenario.families, of_chance)


@lru_cache(maxsize=8)  # a window asks at each frame
def _levers(families: tuple[str, ...], of_chance: bool) -> tuple[Lever, ...]:
    found: list[Lever] = []
    for row in PARAMETERS:
        if row.group in GROUPS_OF_CHANCE and not of_chance:
            continue
        if not row.assumed:  # how it is computed, no lever
            continue
        if row.is_number:
            found.append(Lever(row.key))
        elif row.per_family:
            found += [Lever(row.key, family) for family in families]
    return tuple(found)
