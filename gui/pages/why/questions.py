"""What the page asks about a change, and of what: plain functions, the quickest first. No Qt."""

from __future__ import annotations

from dataclasses import dataclass

from engine import Scenario
from engine.analysis.flip import flip
from engine.analysis.kpi import values
from engine.analysis.paired import Paired, paired
from engine.analysis.waterfall import Waterfall, waterfall
from gui.pages.analysis.asking import GENTLY, AskingStep, rounds
from gui.pages.why.measures import WhyMeasure, WhyPeriod, short
from gui.pages.why.rows import put_back
from gui.system.latest import GoOn

BEYOND = 0.01  # of the change: less beyond what the number was is no other answer
GROUPS, LEVERS, TURNED, CHANCE = "groups", "levers", "turned", "chance"


@dataclass(frozen=True)
class WhySubject:
    """The number that is explained, from one scenario to another.

    Names and notes are left out: they change nothing that is computed.
    """

    before: Scenario
    after: Scenario
    measure: WhyMeasure
    period: WhyPeriod

    @staticmethod
    def of(before: Scenario, after: Scenario, measure: WhyMeasure, period: WhyPeriod) -> WhySubject:
        return WhySubject(before.bare, after.bare, measure, period)

    @property
    def comparable(self) -> bool:
        """Whether both have the same months and chips, so that a change can be split."""
        one, other = self.before, self.after
        return (
            one.horizon_months == other.horizon_months
            and one.start == other.start
            and one.catalogue == other.catalogue
        )


@dataclass(frozen=True)
class Turned:
    """What, put back, turns an answer round: better or worse than before, short or not.

    Keys of parameters; none where no few do it. `was_short` and `is_short` are of the plain runs,
    `was` and `to` what the number was, and is with `better` put back.
    """

    better: tuple[str, ...]
    was: float
    to: float
    short: tuple[str, ...]
    was_short: bool
    is_short: bool


def _groups(subject: WhySubject, _: int, go_on: GoOn) -> Waterfall:
    kpi = subject.measure.kpi(subject.period)
    return waterfall(subject.before, subject.after, kpi, opened=False, progress=go_on)


def _levers(subject: WhySubject, _: int, go_on: GoOn) -> Waterfall:
    kpi = subject.measure.kpi(subject.period)
    return waterfall(subject.before, subject.after, kpi, progress=go_on)


def _turned(subject: WhySubject, _: int, go_on: GoOn) -> Turned:
    before, after = subject.before, subject.after
    kpi = subject.measure.kpi(subject.period)
    was, now = values([before, after], kpi).tolist()
    clearly = BEYOND * (now - was) ** 2
    better = flip(before, after, kpi, lambda v: (v - was) * (now - was) < -clearly, go_on)
    [to] = values([put_back(after, before, better)], kpi).tolist()
    shortage = short(after.shortfall_tolerance).kpi(subject.period)
    was_short, is_short = (value > 0 for value in values([before, after], shortage).tolist())
    keys: tuple[str, ...] = ()
    if was_short != is_short:
        keys = flip(before, after, shortage, lambda v: (v > 0) == was_short, go_on)
    return Turned(better, was, to, keys, was_short, is_short)


def _chance(subject: WhySubject, worlds: int, go_on: GoOn) -> Paired:
    return paired(
        subject.after,
        subject.before,
        subject.measure.line,
        higher_is_better=not subject.measure.lower_is_better,
        draws=worlds,
        backend=GENTLY,
        progress=go_on,
    )


def splitting() -> tuple[AskingStep[WhySubject], ...]:
    """The groups at once, then their levers."""
    return AskingStep(GROUPS, 0, _groups), AskingStep(LEVERS, 0, _levers)


def steps(subject: WhySubject) -> tuple[AskingStep[WhySubject], ...]:
    """The parts of the change, then what turns it round, then the worlds."""
    return (
        *splitting(),
        AskingStep(TURNED, 0, _turned),
        *(
            AskingStep(CHANCE, worlds, _chance, last)
            for worlds, last in rounds(subject.after.draws)
        ),
    )
