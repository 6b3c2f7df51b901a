"""What the page can explain and seek: a number of one month, or of the months to come. No Qt."""

from __future__ import annotations

import functools
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import numpy as np

from engine import Array, Result, Scenario
from engine.analysis.kpi import Kpi
from engine.run.simulation import Simulation
from engine.tables.catalogue import family_label
from engine.tables.output import undefined
from engine.tables.parameter import QT_TRANSLATE_NOOP, month_number, month_text
from engine.text import translate
from engine.worlds.ensemble import quantities
from engine.worlds.risk import default_window, is_short
from gui.words.kpis import (
    capacity_words,
    chance_words,
    count_words,
    month_words,
    points_words,
    share_words,
)
from gui.words.numbers import plain_nought
from gui.words.story.odds import lead_family
from gui.words.units import (
    is_no_money,
    money_words,
    power_words,
    price_words,
    unit_cost_words,
)

Get = Callable[[str], Any]  # a column of a run, months first
Over = Callable[[Get, "WhyMeasure", int, int], Any]
LEAD = "chips"  # the measure whose column hangs on the families
UNWRITTEN = 1e-12  # too little for any text


@dataclass(frozen=True)
class WhyMeasure:
    """A number of a run: `monthly` is its line, `over` what some months of it come to.

    `unit` is the engine's, of what is typed; `tile` the figure above the charts that shows it.
    """

    key: str
    label: str
    unit: str
    monthly: Callable[[Get], Any] = field(compare=False)
    over: Over = field(compare=False)
    text: Callable[[float], str] = field(compare=False)
    lower_is_better: bool = False
    tile: str = ""
    share: bool = False
    of_worlds: bool = False  # a chance: no single run has it

    @property
    def label_text(self) -> str:
        return translate("WhyMeasure", self.label)

    def words(self, value: float) -> str:
        """A value with its unit."""
        return self.text(value) if value == value else undefined()

    def change_words(self, change: float) -> str:
        """How far a value has moved, with a sign; and without digits where there is none."""
        if change != change:
            return undefined()
        far = self.distance(abs(change))
        if far in (self.distance(0.0), self.distance(UNWRITTEN)):
            return self.nothing
        return f"+{far}" if change > 0 else f"\u2212{far}"

    def distance(self, apart: float) -> str:
        """How far two values are apart, without a sign."""
        return points_words(apart) if self.share else self.text(apart)

    def readable(self, change: float) -> bool:
        """Whether a change is large enough to be read at all."""
        return self.change_words(change) != self.nothing

    @property
    def nothing(self) -> str:
        """How no change at all is said: `0 GW`."""
        return plain_nought(self.distance(0.0))

    def better(self, change: float) -> bool:
        """Whether a change is for the better."""
        return (change < 0) == self.lower_is_better

    def line(self, simulation: Simulation) -> Array:
        """(time, scenario, ...) each month alone."""
        found: Array = self.monthly(_of(simulation))
        return found

    def when(self, period: WhyPeriod, scenario: Scenario) -> str:
        """The months in words, and what is taken of several: their mean, or the last of them."""
        if self.over is _at_last:
            period = WhyPeriod(period.last, period.last)
        said = period.words(scenario)
        if self.over is not _mean or period.first == period.last:
            return said
        return translate("WhyMeasure", "on average {months}").format(months=said)

    def kpi(self, period: WhyPeriod) -> WhyKpi:
        """The measure of some months as the engine's analyses take one."""
        return WhyKpi(self.key, first=period.first, last=period.last, measure=self)

    def of(self, result: Result, period: WhyPeriod) -> float:
        """What it comes to in a run."""
        return float(self.over(result.__getitem__, self, period.first, period.last))


@dataclass(frozen=True)
class WhyPeriod:
    """The months `first` to `last`, both included."""

    first: int
    last: int

    @staticmethod
    def of(scenario: Scenario, month: int, *, whole: bool) -> WhyPeriod:
        """The month chosen, or all that decisions and chance can still touch."""
        if whole:
            return WhyPeriod(*default_window(scenario))
        at = min(max(month, 0), scenario.horizon_months - 1)
        return WhyPeriod(at, at)

    def words(self, scenario: Scenario) -> str:
        """`in Dec 2028`, `from Oct 2026 to Dec 2032`."""
        start = month_number(scenario.start)
        first, last = (month_words(month_text(start + t)) for t in (self.first, self.last))
        if self.first == self.last:
            return translate("WhyMeasure", "in {month}").format(month=first)
        return translate("WhyMeasure", "from {first} to {last}").format(first=first, last=last)


@dataclass(frozen=True)
class WhyKpi(Kpi):
    """A measure over some months, for the engine."""

    measure: WhyMeasure | None = None

    def check(self, scenario: Scenario) -> None:
        self.check_months(scenario)  # a measure is no column

    def of(self, simulation: Simulation) -> Array:
        assert self.measure is not None
        found: Array = self.measure.over(_of(simulation), self.measure, self.first, self.last)
        return found

    @property
    def month(self) -> int:
        return self.last


def _of(simulation: Simulation) -> Get:
    columns = quantities(simulation.inputs.families)
    return lambda key: columns[key](simulation)


def _sum(get: Get, measure: WhyMeasure, first: int, last: int) -> Any:
    return measure.monthly(get)[first : last + 1].sum(axis=0)


def _mean(get: Get, measure: WhyMeasure, first: int, last: int) -> Any:
    return measure.monthly(get)[first : last + 1].mean(axis=0)


def _at_last(get: Get, measure: WhyMeasure, first: int, last: int) -> Any:
    return measure.monthly(get)[last]


def _share(part: Any, whole: Any, of_nothing: float) -> Any:
    there = whole > 0
    return np.where(there, part / np.where(there, whole, 1.0), of_nothing)


def _served(get: Get, measure: WhyMeasure, first: int, last: int) -> Any:
    """Over several months: all that is served of all that is wanted."""
    wanted, served = (
        get(key)[first : last + 1].sum(axis=0) for key in ("demand_eflops", "served_eflops")
    )
    return _share(served, wanted, 1.0)


def _unit_cost(get: Get, measure: WhyMeasure, first: int, last: int) -> Any:
    """Over several months: all their cost over all their capacity."""
    months = slice(first, last + 1)
    cost, capacity = get("usd_per_pflop_hour")[months], get("capacity_eflops")[months]
    paid = np.where(capacity > 0, cost * capacity, 0.0).sum(axis=0)
    return _share(paid, capacity.sum(axis=0), np.nan)


def _short(get: Get, measure: WhyMeasure, first: int, last: int) -> Any:
    """1 where more than the tolerated share of demand goes unserved in one of the months."""
    months = slice(first, last + 1)
    return (measure.monthly(get)[months] > 0).any(axis=0) * 1.0


def short(tolerance: float) -> WhyMeasure:
    """Whether a month is short: no number to look at, but an answer that changes may turn."""
    return WhyMeasure(
        "short",
        "",
        "",
        lambda get: is_short(get("shortfall_eflops"), get("demand_eflops"), tolerance) * 1.0,
        _short,
        str,
        lower_is_better=True,
    )


def _column(key: str) -> Callable[[Get], Any]:
    return lambda get: get(key)


def money(billions: float) -> str:
    """An amount; `$0` where there is none, or too little to say."""
    return price_words(0.0, ",.0f") if is_no_money(billions) else money_words(billions)


SERVED = WhyMeasure(
    "served",
    QT_TRANSLATE_NOOP("WhyMeasure", "Demand served"),
    "share",
    lambda get: _share(get("served_eflops"), get("demand_eflops"), 1.0),
    _served,
    share_words,
    tile="served",
    share=True,
)
CAPACITY = WhyMeasure(
    "capacity",
    QT_TRANSLATE_NOOP("WhyMeasure", "Capacity"),
    "EFLOP/s",
    _column("capacity_eflops"),
    _mean,
    capacity_words,
    tile="capacity",
)
OTHERS = (
    WhyMeasure(
        "unserved_revenue",
        QT_TRANSLATE_NOOP("WhyMeasure", "Unserved revenue"),
        "$bn",
        _column("unserved_revenue_bn"),
        _sum,
        money,
        lower_is_better=True,
    ),
    CAPACITY,
    WhyMeasure(
        "power",
        QT_TRANSLATE_NOOP("WhyMeasure", "Facility power in use"),
        "GW facility",
        _column("facility_power_gw"),
        _mean,
        power_words,
        tile="power",
    ),
    WhyMeasure(
        "unit_cost",
        QT_TRANSLATE_NOOP("WhyMeasure", "Unit cost of a PFLOP-hour"),
        QT_TRANSLATE_NOOP("Unit", "$/PFLOP-hour"),
        _column("usd_per_pflop_hour"),
        _unit_cost,
        unit_cost_words,
        lower_is_better=True,
        tile="unit_cost",
    ),
    WhyMeasure(
        "economic_cost",
        QT_TRANSLATE_NOOP("WhyMeasure", "Economic cost"),
        "$bn",
        _column("economic_cost_bn"),
        _sum,
        money,
        lower_is_better=True,
    ),
    WhyMeasure(
        "cash_cost",
        QT_TRANSLATE_NOOP("WhyMeasure", "Cash cost"),
        "$bn",
        _column("cash_cost_bn"),
        _sum,
        money,
        lower_is_better=True,
    ),
    WhyMeasure(
        "committed",
        QT_TRANSLATE_NOOP("WhyMeasure", "Committed so far"),
        "$bn",
        lambda get: np.cumsum(get("commitment_bn"), axis=0),
        _at_last,
        money,
        lower_is_better=True,
        tile="committed",
    ),
)

RISK = WhyMeasure(
    "risk",
    QT_TRANSLATE_NOOP("WhyMeasure", "Chance of a shortfall"),
    "share",
    _column("shortfall_eflops"),
    _at_last,
    chance_words,
    lower_is_better=True,
    tile="risk",
    share=True,
    of_worlds=True,
)


@functools.lru_cache(maxsize=8)
def sought(families: tuple[str, ...]) -> tuple[WhyMeasure, ...]:
    """Those that a target can be set for: a chance, too."""
    return (*measures(families), RISK)


@functools.lru_cache(maxsize=8)
def measures(families: tuple[str, ...]) -> tuple[WhyMeasure, ...]:
    """Those that a scenario of these families has; demand served first."""
    lead = lead_family(families)
    chips = WhyMeasure(
        LEAD,
        QT_TRANSLATE_NOOP("WhyMeasure", "{family} chips"),
        "chips",
        _column(f"chips_alive_{lead}"),
        _mean,
        count_words,
        tile="lead",
    )
    return (SERVED, *OTHERS, chips)


def label(measure: WhyMeasure, families: tuple[str, ...]) -> str:
    """A measure's name, with the family that it is of where it is of one."""
    if measure.key != LEAD:
        return measure.label_text
    return measure.label_text.format(family=family_label(lead_family(families)))
