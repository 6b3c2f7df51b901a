"""What is asked of a scenario, and what an answer is made of."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from engine.analysis.kpi import Kpi
from engine.analysis.variants import Lever
from engine.problems import Problem, ScenarioError
from engine.tables.parameter import month_number, month_text
from engine.tables.scenario import Scenario

Row = Mapping[str, Any]


@dataclass(frozen=True)
class Asked:
    """A question as it was typed: the scenarios, the number, and what is asked of it."""

    scenario: Scenario
    baseline: Scenario | None
    kpi: Kpi
    draws: int
    high_is_bad: bool
    target: float | None
    chance: float
    levers: tuple[Lever, ...]

    @property
    def other(self) -> Scenario:
        """The baseline.

        Raises: ScenarioError where there is none.
        """
        if self.baseline is None:
            raise ScenarioError(Problem("--baseline", "", "allowed is a scenario file"))
        return self.baseline

    @property
    def aim(self) -> float:
        """The target.

        Raises: ScenarioError where there is none.
        """
        if self.target is None:
            raise ScenarioError(Problem("--target", "", "allowed is a number"))
        return self.target

    def month(self, place: int | None) -> str | None:
        """The calendar month of a place in the horizon.

        Takes: `place` [months since start], or None.
        Gives: YYYY-MM, or None.
        """
        return None if place is None else month_text(month_number(self.scenario.start) + place)


@dataclass(frozen=True)
class Answer:
    """Facts by name, and tables of rows."""

    facts: Row
    tables: Mapping[str, Sequence[Row]] = field(default_factory=dict)
