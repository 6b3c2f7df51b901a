"""The search beside the window: what is found so far is told, again and again. No widgets."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from engine import Scenario
from engine.analysis.kpi import Kpi
from engine.analysis.proposals import GoalFound, Proposal, decisions, proposals
from engine.analysis.shortness import Shortness
from engine.worlds.ensemble import Cancelled
from gui.pages.why.measures import WhyMeasure, WhyPeriod
from gui.system.latest import GoOn, Latest

REST, LATER = 30, 10  # milliseconds until the first answer is begun, and until each that follows


@dataclass(frozen=True)
class GoalQuestion:
    """What is to be `target` [the measure's own unit], and what must be left alone."""

    scenario: Scenario
    measure: WhyMeasure
    period: WhyPeriod
    target: float
    locked: frozenset[str]

    @property
    def kpi(self) -> Kpi:
        """The number that the engine leads to its aim."""
        if not self.measure.of_worlds:
            return self.measure.kpi(self.period)
        first, last = self.period.first, self.period.last
        worlds = self.scenario.draws
        return Shortness(self.measure.key, first=first, last=last, share=self.target, worlds=worlds)

    @property
    def aim(self) -> float:
        """What that number is to be."""
        return Shortness.aim(self.scenario) if self.measure.of_worlds else self.target

    def value_of(self, proposal: Proposal) -> float:
        """Where a proposal leads [the measure's own unit]."""
        return proposal.short if self.measure.of_worlds else proposal.solution.value


class GoalWork:
    """Takes what the engine has found of one question, stage by stage."""

    def __init__(self) -> None:
        self._of: GoalQuestion | None = None  # what the stages are of
        self._stages: Iterator[GoalFound] = iter(())
        self._go_on: GoOn = lambda _: True

    def part(self, question: GoalQuestion) -> GoalQuestion:
        return question

    def answer(self, part: GoalQuestion, go_on: GoOn) -> GoalFound:
        self._go_on = go_on
        if part is not self._of:
            self._of = part
            self._stages = proposals(
                part.scenario,
                part.kpi,
                part.aim,
                decisions(part.scenario, part.locked),
                part.scenario.draws,
                lambda share: self._go_on(share),
            )
        try:
            found = next(self._stages)
        except (Cancelled, StopIteration):
            self._of = None
            raise Cancelled from None
        if found.settled:
            self._of = None
        return found

    def rest(
        self, question: GoalQuestion, part: GoalQuestion, answer: object
    ) -> GoalQuestion | None:
        assert isinstance(answer, GoalFound)
        return None if answer.settled else part

    def stops(self, part: GoalQuestion) -> bool:
        return True

    def serves(self, part: GoalQuestion, newest: GoalQuestion) -> bool:
        return False


def goal_worker(parent: Any = None) -> Latest[GoalQuestion]:
    return Latest(GoalWork(), first=REST, later=LATER, parent=parent)
