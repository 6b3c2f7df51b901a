"""Months on the axis of a chart. No Qt here."""

from __future__ import annotations

import functools

import numpy as np

from engine import Array, Result
from engine.tables.parameter import month_number

MONTHS_PER_YEAR = 12


def years_of(result: Result) -> Array:
    """Each month's place on the time axis: calendar years, January at the whole number."""
    return _years(result.scenario.start, result.scenario.horizon_months)


@functools.lru_cache(maxsize=64)  # one array for all charts, which see that it is the same
def _years(start: str, count: int) -> Array:
    years: Array = (month_number(start) + np.arange(count)) / MONTHS_PER_YEAR
    years.setflags(write=False)
    return years


def on_months(own: Array, values: Array, years: Array) -> Array:
    """`values` of the months `own` on the months `years`; NaN where there are none."""
    if len(own) == len(years) and own[0] == years[0]:
        return values
    shift = round(float(years[0] - own[0]) * MONTHS_PER_YEAR)
    places = np.arange(len(years)) + shift
    inside = (places >= 0) & (places < len(own))
    return np.where(inside, values[np.clip(places, 0, len(own) - 1)], np.nan)
