"""What the page asks, and of what: steps of plain functions, the quickest first. No Qt."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from engine import Scenario
from engine.analysis.exceedance import Exceedance, exceedance
from engine.analysis.sources import Sources, sources
from engine.worlds.ensemble import ensemble
from engine.worlds.risk import Risk
from gui.pages.analysis.asking import GENTLY, AskingStep, rounds
from gui.pages.risk.measures import BY_KEY, RiskMeasure
from gui.system.latest import GoOn

RISK, CURVES, SPLIT = "risk", "curves", "split"
MOST_SPLIT = 1024  # worlds of the split: it runs each of them 128 times
WORST = 8  # worlds that are listed


@dataclass(frozen=True)
class Subject:
    """The scenario, what it is compared with, and the measure in its month.

    Names and notes are left out: they change nothing that is computed.
    """

    scenario: Scenario
    baseline: Scenario | None
    key: str
    month: int

    @staticmethod
    def of(scenario: Scenario, baseline: Scenario, key: str, month: int) -> Subject:
        """A month counts where the measure is of one; a baseline where it can be held against."""
        plain, other = (replace(s, name="", notes="") for s in (scenario, baseline))
        alike = (
            other.horizon_months == plain.horizon_months
            and other.catalogue == plain.catalogue
            and other.start == plain.start
        )
        month = month if BY_KEY[key].of_month else 0
        return Subject(plain, other if alike and other != plain else None, key, month)

    @property
    def measure(self) -> RiskMeasure:
        return BY_KEY[self.key]

    @property
    def kpi(self) -> Any:
        return self.measure.kpi(self.scenario, self.month)


def _risk(subject: Subject, worlds: int, go_on: GoOn) -> Risk:
    found = ensemble(
        subject.scenario, worlds, ["capacity_eflops"], backend=GENTLY, progress=go_on
    ).risk
    assert found is not None
    return found


def _curves(subject: Subject, worlds: int, go_on: GoOn) -> tuple[Exceedance, ...]:
    both = [subject.scenario]
    if subject.baseline is not None:
        both.append(subject.baseline)
    return exceedance(
        both,
        subject.kpi,
        worlds,
        high_is_bad=subject.measure.high_is_bad,
        worst=min(WORST, worlds),
        backend=GENTLY,
        progress=go_on,
    )


def _split(subject: Subject, worlds: int, go_on: GoOn) -> Sources:
    return sources(subject.scenario, worlds, backend=GENTLY, progress=go_on)


def odds(subject: Subject) -> tuple[AskingStep[Subject], ...]:
    """How often, how badly and from what, in rounds of more and more worlds."""
    most = subject.scenario.draws
    found = []
    for worlds, last in rounds(most):
        found += [AskingStep(RISK, worlds, _risk, last), AskingStep(CURVES, worlds, _curves, last)]
        if worlds <= MOST_SPLIT:
            final = last or worlds * 4 > MOST_SPLIT
            found.append(AskingStep(SPLIT, worlds, _split, final))
    return tuple(found)
