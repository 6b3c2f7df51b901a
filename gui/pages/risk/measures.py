"""What the page looks at: a number of each world, and how it is said. No Qt."""

from __future__ import annotations

from dataclasses import dataclass

from engine import Result, Scenario, series
from engine.analysis.kpi import Kpi, at, total
from engine.tables.output import undefined
from engine.tables.parameter import QT_TRANSLATE_NOOP, month_number, month_text
from engine.text import translate, written
from engine.worlds.risk import default_window
from gui.words.kpis import eflops_words, month_words
from gui.words.numbers import plain_nought
from gui.words.signs import with_sign
from gui.words.units import is_no_money, money_words, power_words, price_words


@dataclass(frozen=True)
class RiskMeasure:
    """A column of a run, over the window or in the month of the figures.

    `over_plan`: what counts is how far it is from the plan's own.
    """

    key: str
    label: str
    column: str
    high_is_bad: bool = True
    of_month: bool = False
    in_its_month: str = ""  # what it is called beside that month
    over_plan: bool = False

    @property
    def label_text(self) -> str:
        return translate("Risk", self.label)

    def kpi(self, scenario: Scenario, month: int) -> Kpi:
        first, last = default_window(scenario)
        if self.of_month:
            return at(self.column, min(max(month, 0), last))
        return total(self.column, first, last)

    def of(self, result: Result, month: int) -> float:
        """The plan's own number."""
        kpi = self.kpi(result.scenario, month)
        line = result[kpi.column]
        return float(line[kpi.first] if kpi.how == "at" else line[kpi.first : kpi.last + 1].sum())

    def amount(self, value: float) -> str:
        """A number without a sign, with its unit."""
        if value != value:
            return undefined()
        unit = series(self.column).unit
        if unit.startswith("GW"):
            return power_words(value)
        return money(value) if "$" in unit else eflops_words(value)

    def words(self, value: float, plan: float = 0.0) -> str:
        """A value as it is said: where the plan counts, how far above or below it."""
        if not self.over_plan or value != value:
            return self.amount(value)
        return self.change(value - plan)

    def change(self, value: float) -> str:
        """A difference, with its sign."""
        if value != value:
            return undefined()
        amount = self.amount(abs(value))
        return with_sign(value, amount, plain_nought(amount))

    def is_nothing(self, value: float) -> bool:
        """Whether it is none at all, and there is no less: not so of what is held to the plan."""
        apart = self.high_is_bad and not self.over_plan
        return apart and value == value and self.amount(value) == self.amount(0.0)

    def worse(self, change: float) -> bool:
        """Whether a difference is for the worse."""
        return change > 0 if self.high_is_bad else change < 0

    def when(self, scenario: Scenario, month: int) -> str:
        """The months that it is of, in words."""
        start = month_number(scenario.start)
        kpi = self.kpi(scenario, month)
        first, last = (month_words(month_text(start + t)) for t in (kpi.first, kpi.last))
        if first == last:
            return translate("Risk", "in {month}").format(month=first)
        return translate("Risk", "{first} to {last}").format(first=first, last=last)

    def about(self, scenario: Scenario, month: int) -> str:
        """What it is and of which months, none of them twice: `Capacity, in Dec 2027`."""
        name = translate("Risk", self.in_its_month) if self.of_month else self.label_text
        return f"{name}, {self.when(scenario, month)}"


MEASURES = (
    RiskMeasure("unserved", QT_TRANSLATE_NOOP("Risk", "Unserved revenue"), "unserved_revenue_bn"),
    RiskMeasure(
        "cost",
        QT_TRANSLATE_NOOP("Risk", "Cost over plan"),
        "economic_cost_bn",
        over_plan=True,
    ),
    RiskMeasure(
        "shortfall",
        QT_TRANSLATE_NOOP("Risk", "Demand unserved in the month"),
        "shortfall_eflops",
        of_month=True,
        in_its_month=QT_TRANSLATE_NOOP("Risk", "Demand unserved"),
    ),
    RiskMeasure(
        "capacity",
        QT_TRANSLATE_NOOP("Risk", "Capacity in the month"),
        "capacity_eflops",
        high_is_bad=False,
        of_month=True,
        in_its_month=QT_TRANSLATE_NOOP("Risk", "Capacity"),
    ),
    RiskMeasure(
        "power",
        QT_TRANSLATE_NOOP("Risk", "Power in use in the month"),
        "facility_power_gw",
        high_is_bad=False,
        of_month=True,
        in_its_month=QT_TRANSLATE_NOOP("Risk", "Power in use"),
    ),
)
BY_KEY = {measure.key: measure for measure in MEASURES}


def share_words(share: float) -> str:
    """A chance or a share, without a false digit."""
    return written(share, ".0%")


def money(billions: float) -> str:
    """An amount of money; `$0` where there is none, or too little to say."""
    nothing = price_words(0.0, ",.0f")
    if is_no_money(billions):
        return nothing
    return money_words(billions)


def money_margin(billions: float, beside: float) -> str:
    """How near an amount lies, in its scale; empty where not known, or too little to say."""
    nothing = billions != billions or is_no_money(billions)
    return "" if nothing else money_words(billions, beside=beside)
