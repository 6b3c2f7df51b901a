"""A scenario against the record: each observed value beside the model's, and how they agree."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from engine.model.arrays import Array
from engine.model.conventions import H100_TOPS, MONTHS_PER_YEAR, WATTS_PER_GW
from engine.run.result import Result
from engine.run.scenario_arrays import Inputs
from engine.run.simulate import simulate
from engine.run.simulation import Simulation
from engine.tables.observed import Observed, observed
from engine.tables.parameter import month_number
from engine.tables.scenario import Scenario
from engine.tables.series import SERIES
from engine.text import translate

# what flows is summed over months; all else has a mean
FLOWS = frozenset(
    {"chips_delivered", "chips_retired", "wanted_it_gw", "delivered_it_gw", "repowered_it_gw"}
    | {row.key for row in SERIES if row.unit.endswith("/month")}
)
REVENUE = "revenue_bn"  # in a month
POWER_SHARE = "it_power_share_"
A_YEAR = 12  # months
ROUNDING = 1e-9  # of a value that lies on an end
MW_PER_GW = 1e3
MONTHS_OF = {"year": 12, "quarter": 3}
# of what there is at the start of month 0 too: the end of the month before
STOCKS = frozenset({"it_power_gw", "facility_power_gw", "h100e", "chips_alive"})

Lines = Callable[[str], Array]

DERIVED: Mapping[str, Callable[[Lines], Array]] = {
    REVENUE: lambda line: line("revenue_bn_per_year") / MONTHS_PER_YEAR,
    "h100e_per_mw": lambda line: line("h100e") / line("it_power_gw") / MW_PER_GW,
    "unserved_share": lambda line: line("unserved_revenue_bn") / line(REVENUE),
    "revenue_times_a_year_before": lambda line: _times_a_year_before(line("revenue_bn_per_year")),
}


DERIVED_UNITS = {
    REVENUE: "$bn",
    "h100e_per_mw": "H100e per MW IT",
    "unserved_share": "share",
    "revenue_times_a_year_before": "x",
}


def quantity_line(name: str, column: Lines) -> Array:
    """A quantity by month: a column, or what is made of some.

    Takes: `name`, of a quantity; `column`, which gives a column by its name, (time, ...).
    Gives: (time, ...) [the quantity's unit]; undefined months are NaN.
    """

    def line(name: str) -> Array:
        if name in DERIVED:
            return DERIVED[name](line)
        if name.startswith(POWER_SHARE):
            family = name.removeprefix(POWER_SHARE)
            return column(f"it_power_gw_{family}") / column("it_power_gw")
        return column(name)

    return line(name)


def _times_a_year_before(line: Array) -> Array:
    """Each month over the one twelve before it; NaN in the first year."""
    found = np.full_like(line, np.nan)
    found[A_YEAR:] = line[A_YEAR:] / line[:-A_YEAR]
    return found


@dataclass(frozen=True)
class Answer:
    """An observed value and the model's, in its unit; None where it has none, and `why` says so."""

    observed: Observed
    value: float | None
    why: str = ""

    @property
    def inside(self) -> bool | None:
        """Whether the value is in the interval, ends included; None where none can be judged."""
        if self.value is None or not self.observed.is_judgeable:
            return None
        low, high = self.observed.bounds
        slack = ROUNDING * abs(self.value)
        return low - slack <= self.value <= high + slack

    @property
    def off(self) -> float | None:
        """How far the value is from the middle, as a share of it: 0.41 is 41% above it."""
        middle = self.observed.p50
        return None if self.value is None or not middle else self.value / middle - 1

    @property
    def log_error(self) -> float | None:
        """Size of the logarithm of value over middle; None where either is not above nought."""
        middle = self.observed.p50
        if self.value is None or middle is None or not (self.value > 0 and middle > 0):
            return None
        return abs(math.log(self.value / middle))


@dataclass(frozen=True)
class Backtest:
    """A scenario's answers to the record, in its order, and the score.

    The score is two numbers. `share_inside`: of the values that have an interval, open to a side
    or not, the share that lies in it. `mean_log_error`: how far values are from the middle ones,
    the mean size of the logarithm of their ratio; 0.1 is about 10% either way. What the model
    has no value for counts in neither.
    """

    answers: tuple[Answer, ...]

    @property
    def judged(self) -> int:
        """How many values have an interval."""
        return sum(answer.inside is not None for answer in self.answers)

    @property
    def inside(self) -> int:
        """How many of them lie in it."""
        return sum(answer.inside is True for answer in self.answers)

    @property
    def share_inside(self) -> float:
        """The share of the judged that lies inside; NaN where none is judged."""
        return self.inside / self.judged if self.judged else math.nan

    @property
    def measured(self) -> int:
        """How many values have a middle one to be measured against."""
        return sum(answer.log_error is not None for answer in self.answers)

    @property
    def mean_log_error(self) -> float:
        """The mean size of the logarithm of value over middle; NaN where none is measured."""
        errors = [error for a in self.answers if (error := a.log_error) is not None]
        return sum(errors) / len(errors) if errors else math.nan


def backtest(
    scenario: Scenario, record: Sequence[Observed] | None = None, result: Result | None = None
) -> Backtest:
    """What the scenario says of each observed value.

    Over a year, a quarter or from a month on, what flows is summed and all else has its mean;
    over the history it is the highest month. The month before month 0 has the initial fleet.

    Takes: `scenario`; `record`, by default the shipped one; `result`, its run where there is one.
    Gives: Backtest.
    """
    model = _Model(scenario, result)
    rows = observed() if record is None else record
    with np.errstate(divide="ignore", invalid="ignore"):
        return Backtest(tuple(model.answer(row) for row in rows))


def over_time(result: Result, name: str) -> Array | None:
    """A quantity month by month, each taken over as much as a row of the record is.

    Takes: `result`; `name`, a series of the record: `revenue_bn@year` has in each month the sum of
        the twelve that end with it.
    Gives: (time,) [unit of the record], NaN where the window reaches back before the first month;
        None where the scenario has no such quantity.
    """
    quantity, _, window = name.partition("@")
    with np.errstate(divide="ignore", invalid="ignore"):
        try:
            line = _Model(result.scenario, result).line(quantity)
        except _MissingError:
            return None
    kind, _, month = window.partition(":")
    if not kind:
        return line
    if kind == "history":
        return np.fmax.accumulate(line)
    places = np.arange(len(line))
    if kind in MONTHS_OF:
        begins = places + 1 - MONTHS_OF[kind]
    else:
        since = month_number(month) - month_number(result.scenario.start) if month else 0
        begins = np.full(len(line), since)
    known = np.nan_to_num(line)
    upto = np.concatenate([[0.0], np.cumsum(known)])
    fits = (begins >= 0) & (begins <= places)
    totals = np.where(fits, upto[places + 1] - upto[np.clip(begins, 0, len(line))], np.nan)
    return totals if flows(quantity) else totals / np.maximum(places + 1 - begins, 1)


def quantities(families: Sequence[str]) -> tuple[str, ...]:
    """What a scenario of some families can be held against: its columns, and what is made of them.

    Takes: `families`, names.
    Gives: names, without over what they are taken.
    """
    columns = [c for row in SERIES if not row.codes for c in row.columns(families)]
    return (*columns, *DERIVED, *(f"{POWER_SHARE}{family}" for family in families))


def quantity_unit(name: str) -> str:
    """The unit of a quantity; empty for one that is not known.

    Takes: `name`, a series of the record: `revenue_bn@year` is in $bn.
    Gives: the unit; of what flows and is summed over months without `/month`.
    """
    quantity, _, window = name.partition("@")
    if quantity in DERIVED_UNITS:
        return DERIVED_UNITS[quantity]
    if quantity.startswith(POWER_SHARE):
        return "share of IT power"
    own = [row for row in SERIES if f"{quantity}_".startswith(f"{row.key}_")]
    if not own:
        return ""
    unit = max(own, key=lambda row: len(row.key)).unit
    return unit.removesuffix("/month") if window and window != "history" else unit


def flows(quantity: str) -> bool:
    """Whether a quantity is summed over time; a family's is as its series is.

    Takes: `quantity`, a column, or what is made of some.
    Gives: whether it is; all else has a mean.
    """
    if quantity == REVENUE:
        return True
    # the longest name that it begins with: that of its series
    named = (row.key for row in SERIES if f"{quantity}_".startswith(f"{row.key}_"))
    own = max(named, key=len, default="")
    return own in FLOWS


class _MissingError(Exception):
    """A series that the scenario hasn't; the text says why."""


class _Model:
    """The scenario's lines, each with the month before month 0 in front, NaN where undefined."""

    def __init__(self, scenario: Scenario, result: Result | None = None) -> None:
        self._scenario = scenario
        self._result = simulate(scenario) if result is None else result
        self._before = _at_start(self._result)
        self._keys = {c: row.key for row in SERIES for c in row.columns(scenario.families)}

    def answer(self, row: Observed) -> Answer:
        try:
            line = self._line(row.quantity)
        except _MissingError as missing:
            return Answer(row, None, str(missing))
        first, last = self._months(row)
        # only what is of the month itself can be of the one before
        begins = -1 if not row.window and not math.isnan(line[0]) else 0
        if not begins <= first <= last < self._scenario.horizon_months:
            return Answer(row, None, translate("Backtest", "outside the scenario's months"))
        values = line[first + 1 : last + 2]
        value = float(self._over(row)(values))
        if not math.isfinite(value):
            return Answer(row, None, translate("Backtest", "undefined"))
        return Answer(row, value)

    def line(self, quantity: str) -> Array:
        """A quantity over the scenario's own months; raises _MissingError."""
        return self._line(quantity)[1:]

    def _months(self, row: Observed) -> tuple[int, int]:
        """The first and last month that it is of, from month 0."""
        start = month_number(self._scenario.start)
        last = month_number(row.month) - start
        window, _, month = row.window.partition(":")
        if window == "from":
            return month_number(month) - start, last
        if window == "history":
            return min(last, 0), last
        if window == "to_date":
            return 0, last
        return last + 1 - MONTHS_OF.get(window, 1), last

    def _over(self, row: Observed) -> Callable[[Array], Array]:
        if row.window == "history":
            return np.max
        key = self._keys.get(row.quantity, row.quantity)
        return np.sum if key == REVENUE or key in FLOWS else np.mean

    def _line(self, name: str) -> Array:
        return quantity_line(name, self._column)

    def _column(self, name: str) -> Array:
        if name not in self._result:
            raise _MissingError(_why_missing(name))
        return np.concatenate([[self._before.get(name, math.nan)], self._result[name]])


def _why_missing(name: str) -> str:
    for row in SERIES:
        if row.by_family and name.startswith(f"{row.key}_"):
            text = translate("Backtest", "the scenario has no family {family}")
            return text.format(family=name.removeprefix(f"{row.key}_"))
    return translate("Backtest", "the model has no such series")


def _at_start(result: Result) -> dict[str, float]:
    """What the initial fleet is before month 0, by column."""
    scenario = result.scenario
    simulation = Simulation(Inputs([scenario]))
    power = simulation.purchases.initial_watts / WATTS_PER_GW
    by_family = {
        "it_power_gw": power,
        "chips_alive": simulation.fleet.initial_chips,
        "h100e": simulation.purchases.initial_peak / H100_TOPS,
    }
    found = {key: float(values.sum()) for key, values in by_family.items()}
    found["facility_power_gw"] = found["it_power_gw"] * scenario.peak_ratio
    for key, values in by_family.items():
        found |= {f"{key}_{f}": float(v[0]) for f, v in zip(scenario.families, values, strict=True)}
    return found
