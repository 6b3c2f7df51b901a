"""What the page asks about dates: each decision later and later, of few worlds, then more."""

from __future__ import annotations

from dataclasses import dataclass

from engine import Scenario
from engine.analysis.calendar import Decision, calendar
from engine.analysis.waiting import Target
from gui.pages.analysis.asking import GENTLY, AskingStep, rounds
from gui.pages.why.measures import WhyMeasure, WhyPeriod
from gui.system.latest import GoOn

DATES = "dates"
FIRST, MOST = 16, 256  # worlds: each decision is run with each wait, so these are many runs


@dataclass(frozen=True)
class Deadlines:
    """The target that is to hold with a chance [share of the worlds]; names are left out."""

    scenario: Scenario
    measure: WhyMeasure
    period: WhyPeriod
    value: float
    chance: float

    @staticmethod
    def of(
        scenario: Scenario, measure: WhyMeasure, period: WhyPeriod, value: float, chance: float
    ) -> Deadlines:
        return Deadlines(scenario.bare, measure, period, value, chance)

    @property
    def target(self) -> Target:
        side = "at most" if self.measure.lower_is_better else "at least"
        return Target(self.measure.kpi(self.period), side, self.value)  # type: ignore[arg-type]


def _dates(subject: Deadlines, worlds: int, go_on: GoOn) -> tuple[Decision, ...]:
    found = calendar(
        subject.scenario,
        subject.target,
        subject.chance,
        draws=worlds,
        backend=GENTLY,
        progress=go_on,
    )
    return tuple(sorted(found, key=_first_to_be_late))


def _first_to_be_late(one: Decision) -> tuple[bool, int, int]:
    last = one.month if one.last_month is None else one.last_month
    return one.open_ended, last, one.month


def steps(subject: Deadlines) -> tuple[AskingStep[Deadlines], ...]:
    """Few worlds at once, then more."""
    most = min(subject.scenario.draws, MOST)
    return tuple(
        AskingStep(DATES, worlds, _dates, last) for worlds, last in rounds(most, min(FIRST, most))
    )
