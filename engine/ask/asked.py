"""What is asked of a scenario, and what an answer is made of."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from engine.analysis.kpi import Kpi
from engine.analysis.variants import Lever
from engine.problems import Problem, ScenarioError
from engine.tables.catalogue import family_label
from engine.tables.parameter import month_number, month_text
from engine.tables.scenario import Scenario
from engine.text import written

Row = Mapping[str, Any]


@dataclass(frozen=True)
class Named:
    """A key or a number for programs, and for people what it is called."""

    key: Any
    words: str

    @staticmethod
    def family(key: str) -> Named:
        """A family.

        Takes: `key`, as scenarios have it.
        Gives: Named.
        """
        return Named(key, family_label(key))

    @staticmethod
    def share(value: float, digits: int = 4) -> Named:
        """A share, that people read in percent.

        Takes: `value` [share]; `digits`, how many say enough.
        Gives: Named.
        """
        return Named(value, written(100 * value, f".{digits}g") + "%")

    @staticmethod
    def lever(lever: Lever) -> Named:
        """A lever: `mix.tpu`, `Target mix, Google TPU`.

        Takes: `lever`.
        Gives: Named.
        """
        return Named(lever.code, lever.label)


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
    share: float
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

    def lever_value(self, lever: Lever, value: float, digits: int = 4) -> Any:
        """A value of a lever: of one that sets a month people read the date, of a share percent.

        Takes: `lever`; `value` [the parameter's unit]; `digits` of a share in percent.
        Gives: a number, or Named.
        """
        if lever.row.is_share:
            return Named.share(value, digits)
        if not lever.row.is_date:
            return value
        return Named(value, self.month(round(value)) or "")

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
