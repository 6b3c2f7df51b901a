"""What differs between the scenarios of a sweep and what is measured of them, in words. No Qt."""

from __future__ import annotations

import functools
import math
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from engine import Array, parameter
from engine.analysis.outcomes import SHORTFALL
from engine.problems import ScenarioError
from engine.sweep.findings import Findings
from engine.sweep.plan import BASE
from engine.sweep.summary import MeasureFacts
from engine.tables.catalogue import family_label
from engine.tables.output import undefined
from engine.tables.parameter import QT_TRANSLATE_NOOP, Parameter
from engine.text import percent_sign, translate, written
from gui.words import units
from gui.words.sanitize import one_line
from gui.words.value_texts import as_shown, value_words

MEASURES = {
    "unserved_revenue": QT_TRANSLATE_NOOP("Sweeps", "Unserved revenue"),
    "economic_cost": QT_TRANSLATE_NOOP("Sweeps", "Economic cost"),
    "cash_cost": QT_TRANSLATE_NOOP("Sweeps", "Cash cost"),
    "idle_commitment": QT_TRANSLATE_NOOP("Sweeps", "Idle commitment"),
    "npv_economic_cost": QT_TRANSLATE_NOOP("Sweeps", "Economic cost, present value"),
    "npv_cash_cost": QT_TRANSLATE_NOOP("Sweeps", "Cash cost, present value"),
    SHORTFALL: QT_TRANSLATE_NOOP("Sweeps", "Chance of a shortfall"),
}
STATISTICS = {
    "mean": QT_TRANSLATE_NOOP("Sweeps", "Mean over the draws"),
    "p50": QT_TRANSLATE_NOOP("Sweeps", "Median over the draws"),
    "p5": QT_TRANSLATE_NOOP("Sweeps", "5% of the draws are below"),
    "p95": QT_TRANSLATE_NOOP("Sweeps", "5% of the draws are above"),
    "worst5": QT_TRANSLATE_NOOP("Sweeps", "Mean of the worst twentieth"),
    "plan": QT_TRANSLATE_NOOP("Sweeps", "Where nothing goes wrong"),
}
Chosen = npt.NDArray[np.bool_]  # (scenario,)
MEAN = "mean"
SHARE = "share"
LONGEST_LABEL = 60  # letters
PERCENT = 100.0
WHOLE_FROM = 1000  # no digits after the point from here on


@dataclass(frozen=True)
class SweptQuantity:
    """A column of a sweep: its name, its unit, and what stands there by scenario.

    `values` are numbers in the shown unit, NaN where not defined; of texts, their places among
    `words`, which are in the order of their first scenario.
    """

    key: str
    label: str
    unit: str
    values: Array
    words: tuple[str, ...] = ()
    is_measure: bool = False
    row: Parameter | None = None
    factor: float = 1.0

    @property
    def heading(self) -> str:
        """Name and unit, on one line."""
        return f"{self.label} [{self.unit}]" if self.unit else self.label

    def text(self, value: float) -> str:
        """A value of it, without its unit."""
        if math.isnan(value):
            return undefined()
        if self.words:
            return self.words[min(max(round(value), 0), len(self.words) - 1)]
        if self.row is not None and (self.row.is_date or not self.row.is_number):
            return value_words(self.row, value / self.factor)
        whole = abs(value) >= WHOLE_FROM
        text = written(value, ",.0f") if whole else written(float(f"{value:.4g}"), ",.15g")
        return text + (percent_sign() if self.unit.startswith("%") else "")

    @property
    def log(self) -> bool:
        """Whether factors of it count more than sums, as the table of parameters has it."""
        return self.row is not None and self.row.scale == "log" and self.span[0] > 0

    @functools.cached_property
    def span(self) -> tuple[float, float]:
        """The least and the largest defined value; of texts, their first and last place."""
        known = self.values[~np.isnan(self.values)]
        return (float(known.min()), float(known.max())) if len(known) else (0.0, 0.0)

    @property
    def differs(self) -> bool:
        """Whether any two scenarios differ in it."""
        return self.span[0] < self.span[1]


def varied(found: Findings) -> list[SweptQuantity]:
    """What differs between the scenarios, in the plan's order; without what has one value."""
    every = (_varied(found, column) for column in found.facts.varied)
    return [quantity for quantity in every if quantity.differs]


def measured(found: Findings, statistic: str = MEAN) -> list[SweptQuantity]:
    """The measures, by one of the `STATISTICS` of their draws."""
    return [_measured(found, measure, statistic) for measure in found.facts.measures]


def _varied(found: Findings, column: str) -> SweptQuantity:
    line = found.columns[column]
    row, family = _known(column)
    label = translate("Sweeps", "Base") if column == BASE else one_line(column, LONGEST_LABEL)
    unit, factor = "", 1.0
    if row is not None:
        label = f"{family_label(family)} · {row.label_text}" if family else row.label_text
        if isinstance(line, np.ndarray):
            shown = as_shown(row)
            unit, factor = shown.unit, shown.factor
            return SweptQuantity(column, label, unit, line * factor, (), False, row, factor)
    if isinstance(line, np.ndarray):
        return SweptQuantity(column, label, unit, line)
    places = {word: place for place, word in enumerate(dict.fromkeys(line))}
    values = np.array([float(places[word]) for word in line])
    words = tuple(one_line(word, LONGEST_LABEL) for word in places)
    return SweptQuantity(column, label, unit, values, words)


def _known(column: str) -> tuple[Parameter | None, str]:
    """The parameter that a column is of, and the family."""
    key, _, family = column.partition(".")
    try:
        return parameter(key), family
    except ScenarioError:
        return None, ""


def measure_label(name: str) -> str:
    """A measure's name as it is read; one of a user's own as it was called."""
    if name in MEASURES:
        return translate("Sweeps", MEASURES[name])
    return one_line(name.replace("_", " "), LONGEST_LABEL)


def statistic_label(statistic: str) -> str:
    """What of the draws is shown."""
    return translate("Sweeps", STATISTICS[statistic])


def _measured(found: Findings, measure: MeasureFacts, statistic: str) -> SweptQuantity:
    line = np.asarray(found.columns[f"{measure.name}_{statistic}"], float)
    shown = units.Shown("%", PERCENT) if measure.unit == SHARE else units.of(measure.unit)
    label = measure_label(measure.name)
    key = measure.name
    return SweptQuantity(key, label, shown.unit, line * shown.factor, is_measure=True)
