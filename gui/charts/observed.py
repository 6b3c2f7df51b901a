"""Observed values beside a chart's lines: which, where they lie, and what is said of them. No Qt.

They are made once for a scenario's months and the shown units, not at each frame.
"""

from __future__ import annotations

import functools
import math
from collections.abc import Callable, Iterator
from dataclasses import dataclass

import numpy as np

from engine import Array, Observed, Scenario, observed, parameter, series
from engine.analysis.backtest import STOCKS
from engine.tables.parameter import month_number
from engine.text import translate
from gui.words.kpis import month_words


@dataclass(frozen=True)
class Beside:
    """The observed series that a chart's line, or the top of its stack, answers to.

    It is drawn times `factor`, and times the scenario's `parameter` where one is named.
    """

    series: str
    factor: float = 1.0
    parameter: str = ""

    def factor_of(self, scenario: Scenario) -> float:
        return self.factor * (getattr(scenario, self.parameter) if self.parameter else 1.0)


@dataclass(frozen=True, eq=False)
class Points:
    """Observed values on a chart's months, in its unit; NaN where there is no such bound."""

    beside: Beside
    rows: tuple[Observed, ...]
    places: tuple[int, ...]  # the chart's month of each
    low: Array
    middle: Array
    high: Array

    @functools.cached_property
    def ends(self) -> tuple[Array, Array]:
        """The lowest and the highest that is known of each."""
        lines = self.low, self.middle, self.high
        return functools.reduce(np.fmin, lines), functools.reduce(np.fmax, lines)

    @functools.cached_property
    def highest(self) -> float:
        """Of all."""
        return float(self.ends[1].max())

    def at(self, month: int) -> Iterator[int]:
        """Which of them lie in this month of the chart."""
        return (i for i, place in enumerate(self.places) if place == month)

    def value_words(self, which: int, text: Callable[[float], str]) -> str:
        """The value with its interval: `1.38 (0.99 to 1.89)`."""
        low, middle, high = (float(line[which]) for line in (self.low, self.middle, self.high))
        interval = _interval_words(low, high, text)
        if math.isnan(middle):
            return interval
        if not interval:
            return text(middle)
        both = translate("Observed", "{value} ({interval})")
        return both.format(value=text(middle), interval=interval)

    def words(self, which: int, text: Callable[[float], str], unit: str) -> str:
        """All that is known of one: month, value, interval, source, grade; a line each."""
        row = self.rows[which]
        value = self.value_words(which, text)
        lines = [
            translate("Observed", "Observed, {month}: {value} {unit}").format(
                month=month_words(row.month), value=value, unit=unit
            ),
            translate("Observed", "{source}; grade {grade}").format(
                source=row.source_text, grade=row.grade
            ),
        ]
        if self.beside.parameter:
            made = translate("Observed", "From {series}, times {parameter}")
            lines.append(
                made.format(
                    series=series(self.beside.series).label_text,
                    parameter=parameter(self.beside.parameter).label_text,
                )
            )
        return "\n".join(lines)


def label() -> str:
    """What a legend calls them."""
    return translate("Observed", "Observed, P5 to P95")


def heading() -> str:
    """What a table's column of them is called."""
    return translate("Observed", "Observed")


def points(beside: Beside, scenario: Scenario, shown: float = 1.0) -> Points | None:
    """The observed values that lie on the scenario's months; None where none does.

    `shown` is the factor of the unit that is shown.
    """
    factor = beside.factor_of(scenario) * shown
    return _points(beside, factor, scenario.start, scenario.horizon_months)


@functools.lru_cache(maxsize=64)
def _points(beside: Beside, factor: float, start: str, months: int) -> Points | None:
    first = month_number(start)
    # what there is at the end of the month before lies at the left edge
    least = -1 if beside.series in STOCKS else 0
    found = [
        (row, max(place, 0))
        for row in observed()
        if row.series == beside.series
        and least <= (place := month_number(row.month) - first) < months
    ]
    if not found:
        return None
    rows, places = zip(*found, strict=True)
    bounds = ([getattr(row, key) for row in rows] for key in ("p5", "p50", "p95"))
    low, middle, high = (np.array(line, dtype=float) * factor for line in bounds)
    return Points(beside, rows, places, low, middle, high)


def _interval_words(low: float, high: float, text: Callable[[float], str]) -> str:
    if math.isnan(low) and math.isnan(high):
        return ""
    if math.isnan(high):
        return translate("Observed", "at least {low}").format(low=text(low))
    if math.isnan(low):
        return translate("Observed", "at most {high}").format(high=text(high))
    return translate("Observed", "{low} to {high}").format(low=text(low), high=text(high))
