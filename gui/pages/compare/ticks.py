"""Round numbers along an axis that may go below zero. No Qt here."""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np

from engine import Array

STEPS = (1.0, 2.0, 2.5, 5.0, 10.0)
ROOM = 0.04  # of the span, above the highest


def span(lines: Sequence[Array]) -> tuple[float, float]:
    """From the lowest to the highest of what is drawn, zero included, with a little air."""
    low = high = 0.0
    for line in lines:
        known = line[np.isfinite(line)]
        if len(known):
            low, high = min(low, float(known.min())), max(high, float(known.max()))
    if low == high:
        return 0.0, 1.0
    air = (high - low) * ROOM
    return (low - air if low < 0 else 0.0), (high + air if high > 0 else 0.0)


def ticks(low: float, high: float, most: int) -> list[float]:
    """At most so many round numbers within the span."""
    if not high > low or most < 1:
        return []
    raw = (high - low) / most
    power = 10.0 ** math.floor(math.log10(raw))
    step = next(s for s in STEPS if s * power >= raw * (1 - 1e-9)) * power
    first = math.ceil(low / step - 1e-9)
    last = math.floor(high / step + 1e-9)
    return [float(f"{place * step:.12g}") for place in range(first, last + 1)]


def decimals(marks: Sequence[float]) -> int:
    """As many as the finest of the marks needs."""
    for digits in range(6):
        if all(abs(mark - round(mark, digits)) <= 1e-9 * max(abs(mark), 1) for mark in marks):
            return digits
    return 6
