"""The part of a lever's range that its track shows: where the sense lies, and what stands there.

What is allowed reaches far: a track over all of it would leave the useful values a few pixels.
So a track covers the plausible range with room either side, in round numbers, and stretches for a
value that lies outside; the field beside it takes all that is allowed. No Qt.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping

from engine.tables.parameter import MONTHS_PER_YEAR, Parameter
from engine.tables.plausible import Span, plausible

FACTOR = 2.0  # a decision is tried from half of its default to twice that, at least
ROOM = 0.5  # of the track, beyond a value that it stretches for
NEAR_THE_END = 0.01  # of the track: a value so close to its end has no room
ALL_FROM = 0.75  # of what is allowed: a part as large as this might as well be all of it
LEAST_STEPS = 12  # of whole numbers and of months: fewer are no track
CALENDAR = 2 * MONTHS_PER_YEAR  # either side of a month of the calendar, at least
PARTS = 5  # about as many round numbers a track is long
ROUND = (5.0, 2.0, 1.0)
ROUND_MONTHS = (12, 6, 3, 2, 1)
KEYED = 40  # steps of the keys on a track, at least: else they are made finer
DRAGGED = 150  # places for the handle, likewise: else a drag would jump
FINER = (1, 5, 10, 50, 100)
SLIVER = 1e-9  # of a step: what a round number may lose to rounding


class SoftRange:
    """What a row's tracks cover now; it grows with what is set and shrinks when asked."""

    def __init__(self, row: Parameter) -> None:
        self._row = row
        self.base = soft_range(row)
        self.step = fine_step(row, self.base)
        self.grain = fine_step(row, self.base, DRAGGED)
        self.span = self.base

    def hold(self, values: Iterable[float]) -> Span:
        """The span with room for these values, and no less than it was."""
        low, high = stretched(self._row, self.base, values)
        self.span = min(low, self.span[0]), max(high, self.span[1])
        return self.span

    def begin_anew(self) -> None:
        """Forget what it has stretched for."""
        self.span = self.base


def soft_range(row: Parameter) -> Span:
    """Where the sense of a row lies, the same for all of its families."""
    assert row.low is not None
    assert row.high is not None
    if not row.has_range or row.sums_to_one or row.default is None:
        return row.low, row.high
    if isinstance(row.default, Mapping):
        spans = [_with_room(row, value, family) for family, value in row.default.items()]
    else:
        spans = [_with_room(row, float(row.default))]  # type: ignore[arg-type]
    span = _rounded(row, min(low for low, _ in spans), max(high for _, high in spans))
    whole = _measure(row, row.high) - _measure(row, row.low)
    part = _measure(row, span[1]) - _measure(row, span[0])
    return (row.low, row.high) if part >= ALL_FROM * whole else span


def fine_step(row: Parameter, span: Span, least: int = KEYED) -> float:
    """The row's step, or a round part of it where a track would have few of them."""
    if _coarse(row) or row.scale == "log":
        return row.step
    for finer in FINER:
        if (span[1] - span[0]) * finer >= least * row.step * (1 - SLIVER):
            break
    return row.step / finer


def stretched(row: Parameter, span: Span, values: Iterable[float]) -> Span:
    """A span with room for values that lie beyond its ends, or on one that more lies behind."""
    low, high = span
    assert row.low is not None
    assert row.high is not None
    begin, end = _measure(row, low), _measure(row, high)
    for value in values:
        at, room = _measure(row, value), ROOM * (end - begin)
        near = NEAR_THE_END * (end - begin)
        if value > row.low and at <= begin + near:
            low = min(low, _rounded(row, _value(row, at - room), high)[0])
        if value < row.high and at >= end - near:
            high = max(high, _rounded(row, low, _value(row, at + room))[1])
        low, high = min(low, max(value, row.low)), max(high, min(value, row.high))
    return low, high


def _with_room(row: Parameter, value: float, family: str = "") -> Span:
    """The plausible range with as much again either side."""
    low, high = (_measure(row, end) for end in plausible(row, value, family))
    low, high = _value(row, 2 * low - high), _value(row, 2 * high - low)
    if row.is_date:
        return min(low, value - CALENDAR), max(high, value + CALENDAR)
    if row.role != "assumption" and value > 0:
        return min(low, value / FACTOR), max(high, value * FACTOR)
    return low, high


def _rounded(row: Parameter, low: float, high: float) -> Span:
    """Round numbers about a span, within what is allowed."""
    assert row.low is not None
    assert row.high is not None
    low, high = max(low, row.low), min(high, row.high)
    if row.scale == "log":
        return max(_round_below(low), row.low), min(1 / _round_below(1 / high), row.high)
    unit = _unit(row, high - low)
    low, high = math.floor(low / unit + SLIVER) * unit, math.ceil(high / unit - SLIVER) * unit
    if _coarse(row):
        high = max(high, low + LEAST_STEPS * row.step)
    return max(_plain(low), row.low), min(_plain(high), row.high)


def _unit(row: Parameter, length: float) -> float:
    """A round part of a length: about a fifth."""
    if _in_months(row):
        return next(months for months in ROUND_MONTHS if months * PARTS <= length or months == 1)
    part = max(length / PARTS, row.step / FINER[-1])
    unit = _round_below(part)
    return max(1.0, math.ceil(unit / row.step - SLIVER) * row.step) if row.whole else unit


def _in_months(row: Parameter) -> bool:
    return row.is_date or row.unit == "months"


def _coarse(row: Parameter) -> bool:
    """Whether nobody wants a tenth of its step on a track."""
    return row.whole or _in_months(row)


def _round_below(value: float) -> float:
    """The largest 1, 2 or 5 with noughts that is no larger."""
    power = 10.0 ** math.floor(math.log10(value) + SLIVER)
    return next(_plain(n * power) for n in ROUND if n * power <= value * (1 + SLIVER))


def _measure(row: Parameter, value: float) -> float:
    """Where a value lies along its scale."""
    assert row.low is not None
    return math.log(max(value, row.low)) if row.scale == "log" else value


def _value(row: Parameter, measure: float) -> float:
    return math.exp(measure) if row.scale == "log" else measure


def _plain(value: float) -> float:
    return float(f"{value:.12g}")
