"""What the page asks, and of what: steps of plain functions, the quickest first. No Qt."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from engine import Scenario
from engine.analysis.exceedance import Exceedance, exceedance
from engine.analysis.failing import Failing, failing
from engine.analysis.mixes import MixOutcome, mixes_compared
from engine.analysis.rank_correlation import RankCorrelation, rank_correlation
from engine.analysis.shocks import Shocks, shocks
from engine.analysis.sources import Sources, sources
from engine.analysis.supplier_loss import SupplierLoss, supplier_loss
from engine.analysis.tornado import Bar, tornado
from engine.analysis.variants import levers
from engine.values import ALL, Event
from engine.worlds.ensemble import ensemble
from engine.worlds.risk import Risk
from gui.pages.analysis.asking import FINER, GENTLY, AskingStep, rounds
from gui.pages.risk.measures import BY_KEY, MEASURES, RiskMeasure
from gui.system.latest import GoOn

RISK, CURVES, SPLIT = "risk", "curves", "split"
TORNADO, RANKS, FAILS = "tornado", "ranks", "fails"
PLAUSIBLE, WHOLE, DECIDED = "plausible", "whole", "decided"
DECISIONS = ("headline", "decision")  # roles of levers that somebody decides on
DECK, MIXES, LOSSES = "deck", "mixes", "losses"
MOST_SPLIT = 1024  # worlds of the split: it runs each of them 128 times
MOST_RANKED = 1024  # joint draws: each is a scenario of its own
WORST = 8  # worlds that are listed
FAILING = 0.1  # share of the worlds that count as failed, at first


@dataclass(frozen=True)
class Subject:
    """The scenario, what it is compared with, and the measure in its month.

    Names and notes are left out: they change nothing that is computed.
    """

    scenario: Scenario
    baseline: Scenario | None
    key: str
    month: int
    share: float = FAILING  # of the worlds that count as failed
    own: tuple[Event, ...] = ()  # cards of somebody's own
    moves: str = PLAUSIBLE  # which levers are moved one by one, and how far

    @staticmethod
    def of(
        scenario: Scenario,
        baseline: Scenario,
        key: str,
        month: int,
        share: float = FAILING,
        own: tuple[Event, ...] = (),
        moves: str = PLAUSIBLE,
    ) -> Subject:
        """A month counts where the measure is of one; a baseline where it can be held against."""
        # as many worlds for both, or a baseline of other draws alone would be another one
        plain, other = (replace(s.bare, draws=scenario.draws) for s in (scenario, baseline))
        alike = (
            other.horizon_months == plain.horizon_months
            and other.catalogue == plain.catalogue
            and other.start == plain.start
        )
        month = month if BY_KEY[key].of_month else 0
        held = other if alike and other != plain else None
        return Subject(plain, held, key, month, share, own, moves)

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
    found, splits = [], []
    for worlds, last in rounds(subject.scenario.draws):
        found += [AskingStep(RISK, worlds, _risk, last), AskingStep(CURVES, worlds, _curves, last)]
        if worlds <= MOST_SPLIT:
            final = last or worlds * FINER > MOST_SPLIT
            splits.append(AskingStep(SPLIT, worlds, _split, final))
    # the split runs each world 128 times: its finer rounds come when all else is said
    return (*found[:2], *splits[:1], *found[2:], *splits[1:])


def _tornado(subject: Subject, _: int, go_on: GoOn) -> tuple[Bar, ...]:
    if subject.moves == PLAUSIBLE:
        return tornado(subject.scenario, subject.kpi)
    of = None
    if subject.moves == DECIDED:
        of = [one for one in levers(subject.scenario) if one.row.role in DECISIONS]
    return tornado(subject.scenario, subject.kpi, "full", of)


def _ranks(subject: Subject, worlds: int, go_on: GoOn) -> RankCorrelation:
    return rank_correlation(subject.scenario, subject.kpi, worlds, progress=go_on)


def _fails(subject: Subject, worlds: int, go_on: GoOn) -> Failing:
    return failing(
        subject.scenario,
        subject.kpi,
        subject.share,
        worlds,
        high_is_bad=subject.measure.high_is_bad,
        backend=GENTLY,
        progress=go_on,
    )


def matters(subject: Subject) -> tuple[AskingStep[Subject], ...]:
    """What moves the number, one lever at a time and all together, and when the worst comes."""
    found = [AskingStep(TORNADO, 0, _tornado)]
    for worlds, last in rounds(subject.scenario.draws):
        if worlds > 1:  # of one world nothing can be told apart
            found.append(AskingStep(FAILS, worlds, _fails, last))
        if worlds <= MOST_RANKED:
            final = last or worlds * FINER > MOST_RANKED
            found.append(AskingStep(RANKS, worlds, _ranks, final))
    return tuple(found)


def _deck(subject: Subject, _: int, go_on: GoOn) -> Shocks:
    known = (ALL, *subject.scenario.families)
    own = [event for event in subject.own if event.scope in known]
    return shocks(subject.scenario, subject.kpi, high_is_bad=subject.measure.high_is_bad, more=own)


def deck(subject: Subject) -> tuple[AskingStep[Subject], ...]:
    """What each shock does, and the worst two at once: plain runs alone."""
    return (AskingStep(DECK, 0, _deck),)


def _mixes(subject: Subject, worlds: int, go_on: GoOn) -> tuple[MixOutcome, ...]:
    loss = MEASURES[0].kpi(subject.scenario, subject.month)
    return mixes_compared(subject.scenario, worlds, loss, backend=GENTLY, progress=go_on)


def _losses(subject: Subject, _: int, go_on: GoOn) -> SupplierLoss:
    return supplier_loss(subject.scenario)


def hedge(subject: Subject) -> tuple[AskingStep[Subject], ...]:
    """What each supplier's failure costs, and what the mix costs and buys beside others."""
    found = [AskingStep(LOSSES, 0, _losses)]
    for worlds, last in rounds(subject.scenario.draws):
        found.append(AskingStep(MIXES, worlds, _mixes, last))
    return tuple(found)
