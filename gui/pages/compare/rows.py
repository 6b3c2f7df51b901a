"""The rows of the table: what plans come to in a month, and the inputs they have. No Qt here."""

from __future__ import annotations

import functools
import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np

from engine import PARAMETERS, Array, Result, Scenario, series
from engine.analysis.compared import Calendar, Drawn, common_months, own_calendar
from engine.analysis.variants import Lever
from engine.tables.catalogue import family_label
from engine.tables.parameter import Parameter
from engine.text import translate, written
from engine.values import PerFamily, Value
from engine.worlds.ensemble import Band
from engine.worlds.standing import SERVED_SHARE
from gui.words import units
from gui.words.abbreviate import short
from gui.words.month_names import month_words
from gui.words.numbers import number_words
from gui.words.seen_from import counted_from, seen_from
from gui.words.signs import with_sign
from gui.words.value_lists import points_words
from gui.words.value_texts import (
    PERCENT,
    as_shown,
    matches,
    shown_unit,
    value_words,
    word_of,
)

NOTHING = "—"
MINUS = "−"
SAME = 1e-9  # a relative difference below this is rounding
FIRST = "2000-01"  # from which dates are counted where plans are sorted by them
LONGEST_TEXT = 60  # letters of a value in words
WORLDS = (
    "capacity_eflops",
    SERVED_SHARE,
    "facility_power_gw",
    "commitment_bn",
    "economic_cost_bn",
    "unserved_revenue_bn",
    "usd_per_pflop_hour",
)


@dataclass(frozen=True)
class ShownFigure:
    """What a plan shows of one figure: the plan's value, and how it spreads over the worlds.

    `why` says why there is none.
    """

    value: float = math.nan
    low: float = math.nan
    median: float = math.nan
    high: float = math.nan
    why: str = ""


@dataclass(frozen=True)
class PlanFigure:
    """What plans come to: a series in a month, or summed from the first month that all have.

    `column` of the worlds has its spread, empty where none are kept.
    """

    key: str
    label: str
    unit: str
    format: str
    line: Callable[[Result], Array | None] = field(compare=False)
    column: str = ""
    to_date: bool = False

    def of(self, result: Result, month: str, since: Calendar, drawn: Drawn | None) -> ShownFigure:
        """One plan's, in a month of the calendar; the plan's own months decide, never the nearest.

        `since`: the months that all plans have.
        """
        own = own_calendar(result.scenario)
        place = own.place(month)
        if place is None:
            return ShownFigure(why=_outside(own))
        line = self.line(result)
        if line is None:
            return ShownFigure(why=translate("Compare", "has no such family"))
        first = place
        if self.to_date:
            if since.place(month) is None:
                return ShownFigure(why=translate("Compare", "not a month that all plans have"))
            first = since.first - own.first
        value = float(line[first : place + 1].sum())
        if value != value:
            return ShownFigure(why=translate("Compare", "undefined"))
        if drawn is None or self.column not in drawn.lines:
            return ShownFigure(value)
        worlds = drawn.lines[self.column][first : place + 1].sum(axis=0)
        low, median, high = _three(worlds)
        return ShownFigure(value, low, median, high)

    def text(self, value: float) -> str:
        """In the reader's unit, without it."""
        if value != value:
            return NOTHING
        shown = self._shown
        amount = written(abs(shown.number(value)), shown.format(self.format))
        return with_sign(value, amount, amount) if value < 0 else amount

    def difference(self, value: float, base: float) -> str:
        """How much more than `base`, signed; percentage points for a share."""
        if not (math.isfinite(value) and math.isfinite(base)):
            return NOTHING
        if abs(value - base) <= SAME * max(abs(value), abs(base)):
            return "="
        shown, style = self._shown, self.format.lstrip(",")
        if self.unit == "share":
            points = with_sign(value - base, written(abs(value - base) * PERCENT, ",.1f"), "")
            return translate("Compare", "{points} points").format(points=points) if points else "="
        amount = written(abs(shown.number(value) - shown.number(base)), f",{shown.format(style)}")
        return with_sign(value - base, amount, "=")

    @property
    def _shown(self) -> units.Shown:
        return units.Shown("") if self.unit == "share" else units.of(self.unit)

    @property
    def unit_text(self) -> str:
        return "" if self.unit == "share" else units.of(self.unit).unit


def _three(worlds: Array) -> tuple[float, float, float]:
    """5%, median and 95% of some worlds, of those in which it is defined."""
    known = worlds[~np.isnan(worlds)]
    if not len(known):
        return math.nan, math.nan, math.nan
    low, median, high = np.quantile(known, (0.05, 0.5, 0.95)).tolist()
    return low, median, high


def _outside(own: Calendar) -> str:
    text = translate("Compare", "its months are {first} to {last}")
    months = own.months
    return text.format(first=month_words(months[0]), last=month_words(months[-1]))


def _of(column: str, result: Result) -> Array | None:
    return result.get(column)


def _served(result: Result) -> Array:
    demand = result["demand_eflops"]
    served = np.ones(len(demand))
    np.divide(result["served_eflops"], demand, out=served, where=demand > 0)
    return served


def _chips(result: Result) -> Array:
    found: Array = result.by_family("chips_alive").sum(axis=0)
    return found


def figures(scenarios: Sequence[Scenario]) -> tuple[PlanFigure, ...]:
    """What the plans come to; chips by family for every family that any of them has."""
    since = common_months(scenarios)
    return _figures(since.months[:1], _families(scenarios))


def _families(scenarios: Sequence[Scenario]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(f for scenario in scenarios for f in scenario.families))


def _figures(since: tuple[str, ...], families: tuple[str, ...]) -> tuple[PlanFigure, ...]:
    begin = month_words(since[0]) if since else NOTHING

    def series_row(key: str, *, drawn: bool = False) -> PlanFigure:
        row = series(key)
        return PlanFigure(
            key,
            translate("Series", row.label),
            row.unit,
            row.format,
            functools.partial(_of, key),
            key if drawn else "",
        )

    def summed(key: str, label: str) -> PlanFigure:
        line = functools.partial(_of, key)
        return PlanFigure(f"{key}@since", label.format(month=begin), "$bn", ",.1f", line, key, True)

    chips = translate("Compare", "Chips, {family}")
    return (
        series_row("capacity_eflops", drawn=True),
        series_row("demand_eflops"),
        PlanFigure(
            "served",
            translate("Report", "Demand served"),
            "share",
            ".1%",
            _served,
            SERVED_SHARE,
        ),
        series_row("facility_power_gw", drawn=True),
        series_row("power_limit_gw"),
        PlanFigure("chips", translate("Report", "Chips installed"), "chips", ",.0f", _chips),
        *(
            PlanFigure(
                f"chips_alive_{family}",
                chips.format(family=family_label(family)),
                "chips",
                ",.0f",
                functools.partial(_of, f"chips_alive_{family}"),
            )
            for family in families
        ),
        summed("commitment_bn", translate("Compare", "Committed since {month}")),
        summed("economic_cost_bn", translate("Compare", "Economic cost since {month}")),
        summed("unserved_revenue_bn", translate("Compare", "Revenue unserved since {month}")),
        series_row("economic_cost_bn", drawn=True),
        series_row("usd_per_pflop_hour", drawn=True),
        series_row("usd_per_million_tokens"),
    )


@dataclass(frozen=True)
class Input:
    """A parameter, of one family where it has families."""

    key: str
    family: str = ""

    @property
    def row(self) -> Parameter:
        return Lever(self.key).row

    @property
    def label(self) -> str:
        label = self.row.label_text
        return f"{label}, {family_label(self.family)}" if self.family else label

    @property
    def unit(self) -> str:
        return shown_unit(self.row)

    def value(self, scenario: Scenario) -> object:
        """Its value; None as well where the plan has not the family."""
        value = getattr(scenario, self.key)
        return value.get(self.family) if isinstance(value, PerFamily) else value

    def lacks(self, scenario: Scenario) -> bool:
        """Whether the plan has no such family."""
        return bool(self.family) and self.family not in scenario.families

    def text(self, scenario: Scenario) -> str:
        """As its lever shows it, without the unit."""
        row = self.row
        if self.lacks(scenario):
            return NOTHING
        value = self.value(scenario)
        if row.schema is not None:
            assert isinstance(value, tuple)
            return translate("Compare", "%n entry(ies)", "", len(value))
        if row.kind == "anchors":
            return short(points_words(row, value, scenario.start), LONGEST_TEXT)  # type: ignore[arg-type]
        if isinstance(value, bool) or not isinstance(value, int | float):
            return short(word_of(row, value), LONGEST_TEXT)
        return value_words(row, value, scenario.start).replace("-", MINUS)

    def difference(self, scenario: Scenario, base: Scenario) -> str:
        """How much more than in `base`, signed; the value itself where it is no number."""
        value, other = self._counted_from(base.start, scenario), self.value(base)
        if self.lacks(scenario) or self.lacks(base):
            return NOTHING if self.lacks(scenario) else self.text(scenario)
        if value == other:
            return "="
        numbers = [v for v in (value, other) if isinstance(v, int | float) and type(v) is not bool]
        if len(numbers) < 2 or self.row.schema is not None:
            return self.text(scenario)
        shown = as_shown(self.row)
        change = shown.number(float(numbers[0])) - shown.number(float(numbers[1]))
        return with_sign(change, number_words(abs(change)), "=")

    def is_same(self, scenario: Scenario, base: Scenario) -> bool:
        """Whether it is what it is in `base`: a date, where it is the same month."""
        return self._counted_from(base.start, scenario) == self.value(base)

    def number(self, scenario: Scenario) -> float:
        """What columns are sorted by; NaN where it is none."""
        value = None if self.lacks(scenario) else self._counted_from(FIRST, scenario)
        return float(value) if isinstance(value, int | float) else math.nan

    def _counted_from(self, first: str, scenario: Scenario) -> object:
        """Its value, dates counted from a month that is the same for all."""
        return counted_from(first, self.row, self.value(scenario), scenario.start)


def inputs(
    scenarios: Sequence[Scenario], *, every: bool = False, words: Sequence[str] = ()
) -> tuple[Input, ...]:
    """The inputs in which the plans are not all the same, or all of them; those with the words."""
    families = _families(scenarios)
    found: list[Input] = []
    for row in PARAMETERS:
        if words and not matches(row, words):
            continue
        values = [seen_from(scenarios[0].start, row, scenario) for scenario in scenarios]
        if not every and all(value is values[0] or value == values[0] for value in values[1:]):
            continue
        if not row.per_family:
            found.append(Input(row.key))
            continue
        for family in families:
            each = [value.get(family) for value in values]
            if every or any(value != each[0] for value in each):
                found.append(Input(row.key, family))
    return tuple(found)


def other_chips(scenarios: Sequence[Scenario]) -> bool:
    """Whether the plans buy from unlike catalogues."""
    return any(scenario.catalogue != scenarios[0].catalogue for scenario in scenarios[1:])


def unlike(names: Sequence[str], scenarios: Sequence[Scenario]) -> tuple[str, ...]:
    """What makes the plans unlike each other, and what is done about it, a sentence each."""
    said = []
    spans = {(s.start, s.horizon_months) for s in scenarios}
    if len(spans) > 1:
        since = common_months(scenarios).months
        if since:
            text = translate(
                "Compare",
                "Plans span different months: they are aligned by date, and sums run over the "
                "months that all have, {first} to {last}.",
            )
            said.append(text.format(first=month_words(since[0]), last=month_words(since[-1])))
        else:
            said.append(
                translate("Compare", "No month is in all plans: nothing is summed across them.")
            )
    if len({s.start for s in scenarios}) > 1:
        said.append(
            translate(
                "Compare",
                "Plans that begin in another month live in other worlds: they are left out of "
                "the odds.",
            )
        )
    if len({s.families for s in scenarios}) > 1:
        said.append(translate("Compare", "Plans have different families of chips; a dash is none."))
    elif other_chips(scenarios):
        said.append(translate("Compare", "Plans buy from different catalogues of chips."))
    return tuple(said)


def bands(drawn: Mapping[int, Drawn], column: str) -> dict[int, Band]:
    """How a column spreads in the worlds of each plan that has it."""
    return {key: one.band(column) for key, one in drawn.items() if column in one.lines}


def changed_value(lever: Input, scenario: Scenario, value: object) -> Value:
    """What the parameter becomes where this one of its values does."""
    if not lever.family:
        return value  # type: ignore[return-value]
    moved = Lever(lever.key, lever.family).moved(scenario, float(value))  # type: ignore[arg-type]
    return getattr(moved, lever.key)  # type: ignore[no-any-return]
