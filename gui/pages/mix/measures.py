"""What the triangle can map: a measure, over a month or over the months to the end. No Qt."""

from __future__ import annotations

import functools
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import numpy as np

from engine import Result, Scenario
from engine.analysis.kpi import Kpi, at
from engine.run.simulation import Simulation
from engine.tables.output import undefined
from engine.tables.parameter import QT_TRANSLATE_NOOP, month_number, month_text
from engine.text import translate, written
from engine.worlds.risk import default_window, is_short
from gui.words.kpis import chance_words, month_words, points_words, share_words
from gui.words.units import money_words, price_words, unit_cost_words

PERCENT = 100.0
SHORT_OF = ("capacity_eflops", "demand_eflops")  # columns
NO_BREAK = "\u00a0"  # a space that keeps a number and its unit on one line
UNWRITTEN = 1e-12  # too little for any text of a measure
Get = Callable[[str], Any]  # a series by its key, months first


@dataclass(frozen=True)
class Period:
    """The months `first` to `last`, both included; `month` says whether one was chosen."""

    first: int
    last: int
    month: bool

    @staticmethod
    def of(scenario: Scenario, index: int, *, month: bool) -> Period:
        """The month `index`, or all months that decisions and chance can still touch."""
        if month:
            at = min(max(index, 0), scenario.horizon_months - 1)
            return Period(at, at, True)
        return Period(*default_window(scenario), False)

    def ends(self, scenario: Scenario) -> tuple[str, str]:
        """The first and the last month as the reader says them."""
        start = month_number(scenario.start)
        first, last = (month_words(month_text(start + t)) for t in (self.first, self.last))
        return first, last


@dataclass(frozen=True)
class MixMeasure:
    """One number of a run, with its {value} in a phrase and in a clause, all to be translated.

    `drawn`: it only means something over drawn worlds.
    """

    key: str
    label: str
    said: str
    verb: str
    take: Callable[[Get, Period, float], Any] = field(compare=False)
    text: Callable[[float], str] = field(compare=False)
    lower_is_better: bool = True
    drawn: bool = False
    running: bool = False  # counted from the first month on
    share: bool = False  # differences are points
    help: str = ""

    def number(self, value: float) -> str:
        """The value alone."""
        return self.text(value) if value == value else undefined()

    def words(self, value: float) -> str:
        """The value with its unit."""
        if value != value:
            return undefined()
        return translate("Measure", self.said).format(value=self.text(value))

    def clause(self, value: float) -> str:
        """The value with a verb, for the middle of a sentence."""
        return translate("Measure", self.verb).format(value=self.text(value))

    @property
    def label_text(self) -> str:
        """The label as the reader's language has it; so is the help."""
        return translate("Measure", self.label)

    @property
    def help_text(self) -> str:
        return translate("Measure", self.help) if self.help else ""

    def rests_on(self, period: Period, scenario: Scenario) -> tuple[Kpi, ...]:
        """The numbers of a plain run that say what it hangs on."""
        if self.drawn:  # no single run has it: what falls short of what
            return tuple(at(column, period.last) for column in SHORT_OF)
        return (Reading.make(self, period, scenario),)

    def of_result(self, result: Result, period: Period) -> float:
        tolerance = result.scenario.shortfall_tolerance
        return float(self.take(lambda key: result[key], period, tolerance))

    def when(self, period: Period, scenario: Scenario) -> str:
        """The months that the value is of, in words."""
        first, last = period.ends(scenario)
        if self.running:
            return translate("Measure", "up to {month}").format(month=last)
        if period.month:
            return translate("Measure", "in {month}").format(month=first)
        return translate("Measure", "from {first} to {last}").format(first=first, last=last)

    def difference(self, value: float, other: float, *, in_percent: bool = False) -> str:
        """How far `value` is from `other`, in words without a sign; nothing where both read alike.

        `in_percent` adds which part of `other` that is.
        """
        apart = value - other
        if apart != apart:
            return undefined()
        far = self._far(abs(apart))
        if far in (self._far(0.0), self._far(UNWRITTEN)):
            return ""
        if in_percent:
            far += f" ({percent(1, abs(value / other - 1))})"
        if apart > 0:
            return translate("Measure", "{amount} more").format(amount=far)
        return translate("Measure", "{amount} less").format(amount=far)

    def _far(self, apart: float) -> str:
        if not self.share:
            return self.text(apart)
        return points_words(apart)


@dataclass(frozen=True)
class Reading(Kpi):
    """A measure as the engine's analyses take one."""

    measure: MixMeasure | None = None
    period: Period | None = None
    tolerance: float = 0.0

    @staticmethod
    def make(measure: MixMeasure, period: Period, scenario: Scenario) -> Reading:
        return Reading(
            measure.key,
            first=period.first,
            last=period.last,
            measure=measure,
            period=period,
            tolerance=scenario.shortfall_tolerance,
        )

    def check(self, scenario: Scenario) -> None:
        self.check_months(scenario)  # a measure is no column

    def of(self, simulation: Simulation) -> Any:
        assert self.measure is not None
        assert self.period is not None
        return self.measure.take(simulation.__getitem__, self.period, self.tolerance)


def _months(get: Get, key: str, period: Period) -> Any:
    return get(key)[period.first : period.last + 1]


def _unit_cost(get: Get, period: Period, _: float) -> Any:
    """Over several months: all their cost over all their capacity."""
    cost = _months(get, "usd_per_pflop_hour", period)
    capacity = _months(get, "capacity_eflops", period)
    paid = np.where(capacity > 0, cost * capacity, 0.0).sum(axis=0)
    whole = capacity.sum(axis=0)
    return np.where(whole > 0, paid / np.where(whole > 0, whole, 1.0), np.nan)


def _served(get: Get, period: Period, _: float) -> Any:
    demand = _months(get, "demand_eflops", period).sum(axis=0)
    served = _months(get, "served_eflops", period).sum(axis=0)
    return np.where(demand > 0, served / np.where(demand > 0, demand, 1.0), 1.0)


def _unserved(get: Get, period: Period, tolerance: float) -> Any:
    return 1 - _served(get, period, tolerance)


def _committed(get: Get, period: Period, _: float) -> Any:
    return get("commitment_bn")[: period.last + 1].sum(axis=0)


def _short(get: Get, period: Period, tolerance: float) -> Any:
    unserved = _months(get, "shortfall_eflops", period)
    demand = _months(get, "demand_eflops", period)
    return is_short(unserved, demand, tolerance).any(axis=0) * 1.0


def _revenue(get: Get, period: Period, _: float) -> Any:
    return _months(get, "unserved_revenue_bn", period).sum(axis=0)


def percent(digits: int, share: float) -> str:
    return written(share, f".{digits}%")


def _money_or_none(billions: float) -> str:
    """`$0` where there is none: a digit more would promise that somebody had looked for it."""
    return money_words(billions) if billions else price_words(0.0, ",.0f")


UNIT_COST = MixMeasure(
    "unit_cost",
    QT_TRANSLATE_NOOP("Measure", "Unit cost"),
    QT_TRANSLATE_NOOP("Measure", "{value} per PFLOP-hour"),
    QT_TRANSLATE_NOOP("Measure", "a PFLOP-hour costs {value}"),
    _unit_cost,
    unit_cost_words,
    help=QT_TRANSLATE_NOOP("Measure", "Economic cost for each effective PFLOP-hour of capacity."),
)
UNSERVED = MixMeasure(
    "unserved",
    QT_TRANSLATE_NOOP("Measure", "Demand unserved"),
    QT_TRANSLATE_NOOP("Measure", "{value} of demand unserved"),
    QT_TRANSLATE_NOOP("Measure", "{value} of demand goes unserved"),
    _unserved,
    functools.partial(percent, 2),
    share=True,
)
CHANCE = MixMeasure(
    "chance",
    QT_TRANSLATE_NOOP("Measure", "Chance of shortfall"),
    QT_TRANSLATE_NOOP("Measure", "{value} of worlds fall short"),
    QT_TRANSLATE_NOOP("Measure", "{value} of worlds fall short"),
    _short,
    chance_words,
    drawn=True,
    share=True,
    help=QT_TRANSLATE_NOOP(
        "Measure",
        "Share of drawn worlds in which more than the tolerated share of demand is unserved: "
        "in the month, or in at least one month to the end.",
    ),
)
MEASURES = (
    UNIT_COST,
    MixMeasure(
        "served",
        QT_TRANSLATE_NOOP("Measure", "Demand served"),
        QT_TRANSLATE_NOOP("Measure", "{value} of demand served"),
        QT_TRANSLATE_NOOP("Measure", "{value} of demand is served"),
        _served,
        share_words,
        lower_is_better=False,
        share=True,
        help=QT_TRANSLATE_NOOP("Measure", "Share of demand that capacity can serve."),
    ),
    MixMeasure(
        "commitment",
        QT_TRANSLATE_NOOP("Measure", "Commitment"),
        QT_TRANSLATE_NOOP("Measure", "{value} committed"),
        QT_TRANSLATE_NOOP("Measure", "{value} is committed"),
        _committed,
        money_words,
        running=True,
        help=QT_TRANSLATE_NOOP(
            "Measure",
            "Signed from the first month on: chips and facilities bought, and rent over its "
            "whole term.",
        ),
    ),
    CHANCE,
    MixMeasure(
        "unserved_revenue",
        QT_TRANSLATE_NOOP("Measure", "Unserved revenue"),
        QT_TRANSLATE_NOOP("Measure", "{value} of revenue unserved"),
        QT_TRANSLATE_NOOP("Measure", "{value} of revenue goes unserved"),
        _revenue,
        _money_or_none,
        help=QT_TRANSLATE_NOOP("Measure", "Revenue of the demand that capacity can't serve."),
    ),
)


def regretted(measure: MixMeasure) -> MixMeasure:
    """What regret is counted in: of a shortfall that is or isn't, how large it is."""
    return UNSERVED if measure.drawn else measure
