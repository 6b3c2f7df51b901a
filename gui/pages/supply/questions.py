"""What the page asks of drawn worlds: worths, and the price of waiting; few worlds, then more."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass
from typing import Any, Protocol, TypeVar

from engine import Scenario, parameter
from engine.analysis.waiting import MOST_MONTHS, SLIP, Target, Waiting, What, waiting
from engine.analysis.worth import Worth, worth
from gui.system.latest import GoOn, Latest

FIRST_DRAWS = 64  # worlds of the first answer
FINER = 4  # times as many for each that follows
REST, LATER = 120, 40  # milliseconds until the first answer is begun, and until each finer one
FAMILIES: What = "generations"


@dataclass(frozen=True)
class WorthQuestion:
    """What each contract, or each site, is worth. Names and notes do not matter."""

    scenario: Scenario
    kind: str
    draws: int = FIRST_DRAWS


@dataclass(frozen=True)
class WaitingQuestion:
    """What each later month costs of one of `what`: sites, contracts, or a family's generations."""

    scenario: Scenario
    what: What
    name: str
    target: Target
    draws: int = FIRST_DRAWS


@dataclass(frozen=True)
class Worths:
    """The worths of every entry, from so many worlds; whether more worlds follow."""

    of: tuple[Worth, ...]
    draws: int
    settled: bool


@dataclass(frozen=True)
class Waited:
    """The price of waiting, from so many worlds; whether more worlds follow."""

    of: Waiting
    draws: int
    settled: bool


class Question(Protocol):
    """What both have."""

    @property
    def scenario(self) -> Scenario: ...
    @property
    def draws(self) -> int: ...


Q = TypeVar("Q", bound=Question)


def bare(scenario: Scenario) -> Scenario:
    """Without what changes nothing that is computed."""
    return scenario.bare


def first(question: Q) -> Q:
    """A question as it is asked at first."""
    found: Q = _of(question, min(FIRST_DRAWS, question.scenario.draws))
    return found


def _of(question: Any, draws: int) -> Any:
    return dataclasses.replace(question, draws=draws)


def _finer(question: Q) -> Q | None:
    """The same of more worlds; None where the scenario wants no more."""
    if question.draws >= question.scenario.draws:
        return None
    found: Q = _of(question, min(question.draws * FINER, question.scenario.draws))
    return found


class WorthWork:
    """Answers what entries are worth, in stages."""

    def part(self, question: WorthQuestion) -> WorthQuestion:
        return question

    def answer(self, part: WorthQuestion, go_on: GoOn) -> Worths:
        found = worth(part.scenario, part.kind, draws=part.draws, progress=go_on)
        return Worths(found, part.draws, _finer(part) is None)

    def rest(
        self, question: WorthQuestion, part: WorthQuestion, answer: object
    ) -> WorthQuestion | None:
        return _finer(part)

    def stops(self, part: WorthQuestion) -> bool:
        return True

    def serves(self, part: WorthQuestion, newest: WorthQuestion) -> bool:
        """While a hand moves a lever, what was true a moment ago still is of the same entries."""
        names = [[e.name for e in getattr(q.scenario, q.kind)] for q in (part, newest)]
        return part.kind == newest.kind and names[0] == names[1]


class WaitingWork:
    """Answers what waiting costs, in stages."""

    def part(self, question: WaitingQuestion) -> WaitingQuestion:
        return question

    def answer(self, part: WaitingQuestion, go_on: GoOn) -> Waited:
        found = waiting(
            part.scenario,
            part.what,
            part.name,
            most_months(part.scenario, part.what, part.name),
            part.target,
            part.draws,
            progress=go_on,
        )
        return Waited(found, part.draws, _finer(part) is None)

    def rest(
        self, question: WaitingQuestion, part: WaitingQuestion, answer: object
    ) -> WaitingQuestion | None:
        return _finer(part)

    def stops(self, part: WaitingQuestion) -> bool:
        return True

    def serves(self, part: WaitingQuestion, newest: WaitingQuestion) -> bool:
        same = (part.what, part.name) == (newest.what, newest.name)
        return same and part.target.kpi == newest.target.kpi


def most_months(scenario: Scenario, what: What, name: str) -> int:
    """How many later months there are to ask about; none for what has begun or is not there."""
    if what == FAMILIES:
        if name not in scenario.families:
            return 0
        high = parameter(SLIP).high
        assert high is not None
        return int(min(MOST_MONTHS, high - scenario.generation_slip_months[name]))
    entry = next((entry for entry in getattr(scenario, what) if entry.name == name), None)
    return 0 if entry is None or entry.start_month <= scenario.as_of else MOST_MONTHS


def worth_worker(parent: Any = None) -> Latest[WorthQuestion]:
    return Latest(WorthWork(), first=REST, later=LATER, parent=parent)


def waiting_worker(parent: Any = None) -> Latest[WaitingQuestion]:
    return Latest(WaitingWork(), first=REST, later=LATER, parent=parent)
