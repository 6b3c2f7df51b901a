"""How far an assumption may plausibly lie either way: its 10% and 90% points.

A row that knows better says so (`plausible`, with a source); for every other the range follows
from its grade, in the one function below.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import Protocol

Span = tuple[float, float]


class Ranged(Protocol):
    """What of a row of the input table its range hangs on."""

    @property
    def key(self) -> str:
        """Its key."""

    @property
    def low(self) -> float | None:
        """Lowest value allowed [its unit]."""

    @property
    def high(self) -> float | None:
        """Highest value allowed [its unit]."""

    @property
    def whole(self) -> bool:
        """Whether it is a whole number."""

    @property
    def grade(self) -> str:
        """A, B or C."""

    @property
    def per_family(self) -> bool:
        """Whether it is a number for each family."""

    @property
    def plausible(self) -> Span | Mapping[str, Span] | None:
        """The range it states, if any [its unit]."""

    @property
    def plausible_source(self) -> str:
        """Where that is from."""


# of the value, either way: a vendor's or filed number, an analyst's, an estimate
WITHIN = {"A": 0.05, "B": 0.15, "C": 0.30}


def stated(row: Ranged, family: str = "") -> Span | None:
    """The range that the row itself states, of one family where it has families.

    Takes: `row`; `family`, a name.
    Gives: low and high [the row's unit], or None where it states none.
    """
    if isinstance(row.plausible, Mapping):
        return row.plausible.get(family)
    return row.plausible


def plausible(row: Ranged, value: float, family: str = "") -> Span:
    """The 10% and the 90% point of an assumption that stands at `value`.

    The row's own range, as far as it reaches to hold the value too; else the grade's share of the
    value either way, of whole numbers at least one. Never out of the row's bounds.

    Takes: `row`; `value` [its unit]; `family`, a name.
    Gives: low and high [the row's unit].
    Source: each row's `plausible_source`; the widths by grade are judgement.
    """
    assert row.low is not None
    assert row.high is not None
    low, high = stated(row, family) or _by_grade(row, value)
    if row.whole:
        low, high = math.floor(low + 0.5), math.floor(high + 0.5)
    return max(_plain(min(low, value)), row.low), min(_plain(max(high, value)), row.high)


def _plain(value: float) -> float:
    """Without the rounding of the last digits: 46.8, not 46.80000000000001."""
    return float(f"{value:.12g}")


def _by_grade(row: Ranged, value: float) -> Span:
    reach = WITHIN[row.grade] * abs(value)
    if row.whole:
        reach = max(reach, 1)
    return value - reach, value + reach


def check(row: Ranged) -> None:
    """That what a row states of its range can be.

    Takes: `row`.
    Raises: TypeError for a slip in the table, at import.
    """
    if row.plausible is None:
        if row.plausible_source:
            raise TypeError(f"{row.key}: a source of a range that is not there")
        return
    of_families = isinstance(row.plausible, Mapping)
    spans = [*row.plausible.values()] if isinstance(row.plausible, Mapping) else [row.plausible]
    if not row.plausible_source or (of_families and not row.per_family):
        raise TypeError(f"{row.key}: the plausible range has no source, or families too many")
    for low, high in spans:
        if row.low is None or row.high is None or not row.low <= low < high <= row.high:
            raise TypeError(f"{row.key}: the plausible range is none within the bounds")
