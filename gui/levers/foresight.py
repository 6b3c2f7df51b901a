"""What each visible lever would do, worked out beside the window as the others move."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from statistics import median

import numpy as np
from PySide6.QtCore import QObject, Signal, Slot

from engine import Scenario, series
from engine.analysis.foresight import LeverCurve, foresight
from engine.analysis.kpi import Kpi, at, total
from engine.analysis.variants import Lever
from engine.tables.parameter import QT_TRANSLATE_NOOP, month_number, month_text
from engine.tables.plausible import Span
from engine.text import percent_sign, translate, written
from gui.levers.track import Preview
from gui.system.latest import GoOn, Latest
from gui.words.kpis import capacity_words, month_words
from gui.words.numbers import number_words, short_text
from gui.words.units import Units, current, money_words, of, power_words, unit_cost_words
from gui.words.value_texts import value_words, with_unit

INTERVAL = 100  # milliseconds between two rounds: ten a second, so that frames come first
AT_ONCE = 4  # levers of a round under a hand: it takes a third of one of all in sight
# The curve is as tall as the effect is large: full height from here on, of the KPI's value.
FULL_HEIGHT, CUT_OFF = 0.2, 0.6
TOLERANCE = 1e-3  # of the KPI's value: less is no difference worth a mark
PERCENT = 100.0
WHOLE_FROM = 999.5  # an amount has no decimals: three digits would need an exponent


@dataclass(frozen=True)
class ForesightKpi:
    """A KPI to look ahead at: its column, whether it is summed, and which way is better."""

    key: str
    label: str
    column: str
    write: Callable[[float], str]
    summed: bool = False
    more_is_better: bool = False
    least_scale: float = 0.0  # a curve is drawn as if its value were this at least

    @property
    def label_text(self) -> str:
        return translate("Foresight", self.label)

    def kpi(self, month: int) -> Kpi:
        return total(self.column, 0, month) if self.summed else at(self.column, month)


def _per_pflop_hour(dollars: float) -> str:
    return translate("Foresight", "{price} per PFLOP-hour").format(price=unit_cost_words(dollars))


MEASURES = (
    ForesightKpi(
        "unit_cost",
        QT_TRANSLATE_NOOP("Foresight", "Unit cost"),
        "usd_per_pflop_hour",
        _per_pflop_hour,
    ),
    ForesightKpi(
        "capacity",
        QT_TRANSLATE_NOOP("Foresight", "Capacity"),
        "capacity_eflops",
        capacity_words,
        more_is_better=True,
    ),
    ForesightKpi(
        "power",
        QT_TRANSLATE_NOOP("Foresight", "Facility power"),
        "facility_power_gw",
        power_words,
    ),
    ForesightKpi(
        "unserved",
        QT_TRANSLATE_NOOP("Foresight", "Unserved revenue so far"),
        "unserved_revenue_bn",
        money_words,
        summed=True,
    ),
    ForesightKpi(
        "committed",
        QT_TRANSLATE_NOOP("Foresight", "Commitment so far"),
        "commitment_bn",
        money_words,
        summed=True,
    ),
)


@dataclass(frozen=True)
class ForesightQuestion:
    """The curves of some levers, for one measure in one month."""

    scenario: Scenario
    levers: tuple[Lever, ...]
    measure: ForesightKpi
    month: int
    spans: Mapping[Lever, Span] = field(default_factory=dict)  # of their tracks, if not all
    units: Units = field(default_factory=current)  # that the answer is worded in


def answer(question: ForesightQuestion) -> dict[Lever, Preview]:
    """A preview for each lever asked about."""
    scenario, measure = question.scenario, question.measure
    month = min(max(question.month, 0), scenario.horizon_months - 1)
    when = month_words(month_text(month_number(scenario.start) + month))
    spans = question.spans
    kpi = measure.kpi(month)
    curves = foresight(scenario, kpi, question.levers, binding=True, spans=spans)
    return {
        curve.lever: preview(curve, scenario, measure, when, spans.get(curve.lever))
        for curve in curves
    }


def preview(
    curve: LeverCurve,
    scenario: Scenario,
    measure: ForesightKpi,
    when: str,
    span: Span | None = None,
) -> Preview:
    """A curve as it is painted and said, along a track of this span or of the whole range."""
    return replace(_drawn(curve, scenario, measure, when, span or curve.lever.bounds), span=span)


def _drawn(
    curve: LeverCurve, scenario: Scenario, measure: ForesightKpi, when: str, span: Span
) -> Preview:
    lever, kpi = curve.lever, curve.kpi
    begin, end = (lever.position(value) for value in span)

    def place(value: float) -> float:
        return (lever.position(value) - begin) / (end - begin)

    places = tuple(place(float(value)) for value in curve.at)
    if np.isnan(kpi).all():
        return Preview(
            places,
            tuple(np.full(len(places), np.nan)),
            words=translate("Foresight", "Undefined here"),
        )
    now = float(np.interp(place(lever.value(scenario)), places, kpi))
    if np.isnan(now):
        now = median(kpi[~np.isnan(kpi)].tolist())  # NumPy's would load its masked arrays now
    lowest, highest = float(np.nanmin(kpi)), float(np.nanmax(kpi))
    scale = max(abs(now) or max(abs(lowest), abs(highest)) or 1.0, measure.least_scale)
    limits = _limits(curve, places)
    what = translate("Foresight", "{measure} in {month}")
    what = what.format(measure=measure.label_text, month=when)
    if highest - lowest < TOLERANCE * scale:
        words = translate("Foresight", "{measure}: {value} wherever this lever stands.")
        words = words.format(measure=what, value=measure.write(now))
        return Preview(places, _heights(kpi, now, scale), None, limits, words)
    best = _best(kpi, TOLERANCE * scale, more=measure.more_is_better)
    words = translate(
        "Foresight", "{measure}: {low} to {high} along this lever; lowest at {place}."
    )
    if measure.more_is_better:
        words = translate(
            "Foresight", "{measure}: {low} to {high} along this lever; highest at {place}."
        )
    words = words.format(
        measure=what,
        low=measure.write(lowest),
        high=measure.write(highest),
        place=_amount(lever, float(curve.at[best]), scenario.start),
    )
    words += _what_binds(curve, scenario.start)
    return Preview(places, _heights(kpi, now, scale), places[best], limits, words)


def _best(kpi: np.ndarray, tolerance: float, *, more: bool) -> int:
    """The first place that is as good as any, so that a plateau has its mark where it begins."""
    if more:
        return int(np.argmax(kpi >= np.nanmax(kpi) - tolerance))
    return int(np.argmax(kpi <= np.nanmin(kpi) + tolerance))


def _heights(kpi: np.ndarray, now: float, scale: float) -> tuple[float, ...]:
    """From 0 to 1; a small effect is a low curve, and a steep end does not flatten the rest."""
    low = max(float(np.nanmin(kpi)), now - CUT_OFF * scale)
    high = min(float(np.nanmax(kpi)), now + CUT_OFF * scale)
    span = max(high - low, FULL_HEIGHT * scale)
    middle = (low + high) / 2
    return tuple(np.clip((kpi - middle) / span + 0.5, 0.0, 1.0).tolist())


def _limits(curve: LeverCurve, places: Sequence[float]) -> tuple[float, ...]:
    changes = np.flatnonzero(np.diff(curve.binds)).tolist()
    return tuple((places[i] + places[i + 1]) / 2 for i in changes)


def _what_binds(curve: LeverCurve, start: str) -> str:
    changes = np.flatnonzero(np.diff(curve.binds))
    if not len(curve.binds) or not len(changes):
        return ""
    first = _binder(curve.binds[0])
    text = translate("Foresight", "{limit} from {place}")
    then = ", ".join(
        text.format(
            limit=_binder(curve.binds[i + 1]),
            place=_amount(curve.lever, float(curve.at[i + 1]), start),
        )
        for i in changes
    )
    text = translate("Foresight", "What binds: {first}, {then}.")
    return " " + text.format(first=first, then=then)


def _binder(code: int) -> str:
    name = series("binding").codes[int(code)]
    return translate("Foresight", "no limit") if name == "demand" else translate("Limit", name)


def _amount(lever: Lever, value: float, start: str) -> str:
    if lever.row.is_date:
        return value_words(lever.row, value, start)
    shown = of(lever.row.unit)
    unit, value = shown.unit, shown.number(value)
    if lever.row.is_share:
        return written(value * PERCENT, ",.3g") + percent_sign()
    number = short_text(value)
    if not number:  # three digits, and no exponent: 2,000 MW
        whole = value >= WHOLE_FROM
        number = written(value, ",.0f") if whole else number_words(float(f"{value:.3g}"))
    return with_unit(lever.row, number, unit)


class Rounds:
    """Curves of a question, all at once or, under a hand, of a few levers at a time.

    While the scenario changes from frame to frame, a round is of those that have waited longest:
    a frame that shares the machine with all of them is late. Where it stands, the others follow
    together.
    """

    def __init__(self) -> None:
        self.moving = False  # the scenario has changed since the question was asked or had a round
        self._rounds: dict[Lever, int] = {}  # the last one of each lever in sight
        self._round = 0

    def part(self, question: ForesightQuestion) -> ForesightQuestion:
        levers = list(question.levers)
        self._rounds = {lever: self._rounds.get(lever, 0) for lever in levers}
        if self.moving:
            levers = sorted(levers, key=self._rounds.__getitem__)[:AT_ONCE]
        self._round += 1
        self._rounds.update(dict.fromkeys(levers, self._round))
        self.moving = False
        return replace(question, levers=tuple(levers))

    def answer(self, part: ForesightQuestion, go_on: GoOn) -> dict[Lever, Preview]:
        return answer(part)

    def rest(
        self, question: ForesightQuestion, part: ForesightQuestion, answer: object
    ) -> ForesightQuestion | None:
        others = tuple(lever for lever in question.levers if lever not in part.levers)
        return replace(question, levers=others) if others else None

    def stops(self, part: ForesightQuestion) -> bool:
        return False  # a round is short

    def serves(self, part: ForesightQuestion, newest: ForesightQuestion) -> bool:
        """A moment old, yet newer than what is shown."""
        return _alike(part, newest)


class ForesightWorker(QObject):
    """Answers the newest question, one round at a time and ten a second."""

    answered = Signal(object)  # {lever: preview}
    failed = Signal(object)  # the exception

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rounds = Rounds()
        self.latest: Latest[ForesightQuestion] = Latest(
            self._rounds, first=INTERVAL, later=INTERVAL, parent=self
        )
        self.latest.answered.connect(self._deliver)
        self.latest.failed.connect(self.failed)

    def request(self, question: ForesightQuestion) -> None:
        """Answer `question` soon, unless another one comes in its place."""
        if not question.levers:
            self.latest.forget()
            return
        wanted = self.latest.wanted
        if wanted is not None and wanted.scenario is not question.scenario:
            self._rounds.moving = True
        self.latest.request(question)

    @Slot(object, object)
    def _deliver(self, question: ForesightQuestion, found: object) -> None:
        if question.units == current():  # else it speaks of units that are shown no more
            self.answered.emit(found)

    def stop(self) -> None:
        """End the worker; nothing is delivered after this."""
        self.latest.stop()


def _alike(one: ForesightQuestion, other: ForesightQuestion) -> bool:
    """Whether an answer to one may stand until that to the other is there."""
    same_kpi = (one.measure, one.month, one.units) == (other.measure, other.month, other.units)
    return same_kpi and one.scenario.families == other.scenario.families
