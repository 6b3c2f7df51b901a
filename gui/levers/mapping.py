"""Between a value and its place on a slider, and how many digits it is written with. No Qt."""

from __future__ import annotations

import math
from dataclasses import dataclass

from engine.parameter import Parameter

MOST_POSITIONS = 2000  # finer than any screen is wide
LOG_POSITIONS = 600
MOST_DECIMALS = 6


@dataclass(frozen=True)
class Mapping:
    """A slider's whole positions 0..`positions`, on a linear or a logarithmic scale."""

    low: float
    high: float
    step: float
    log: bool
    whole: bool

    @staticmethod
    def of(row: Parameter) -> Mapping:
        assert row.low is not None, row.key
        assert row.high is not None, row.key
        return Mapping(row.low, row.high, row.step, row.scale == "log", row.whole)

    @property
    def positions(self) -> int:
        if self.log:
            return LOG_POSITIONS
        return min(max(round((self.high - self.low) / self.step), 1), MOST_POSITIONS)

    def position(self, value: float) -> int:
        """The nearest position; the value itself is kept elsewhere and loses nothing."""
        if self.log:
            share = math.log(value / self.low) / math.log(self.high / self.low)
        else:
            share = (value - self.low) / (self.high - self.low)
        return round(min(max(share, 0.0), 1.0) * self.positions)

    def value(self, position: int) -> float:
        """The value at a position: a round one, within the bounds."""
        share = position / self.positions
        if self.log:
            raw = self.low * math.exp(math.log(self.high / self.low) * share)
            # three significant digits at least, or the row's own step where that is finer
            digit = math.pow(10.0, math.floor(math.log10(raw)) - 2)
            grid = min(self.step, digit)
        else:
            raw = self.low + (self.high - self.low) * share
            grid = self.step
        if self.whole:
            grid = max(1.0, grid)
        rounded = round(raw / grid) * grid
        if not self.log:  # steps count from the lower bound
            rounded = self.low + round((raw - self.low) / grid) * grid
        decimals = max(0, -math.floor(math.log10(grid)) + 1)
        return min(max(round(rounded, decimals), self.low), self.high)


def decimals(step: float, value: float) -> int:
    """Digits after the point that show both the step and the value itself."""
    for digits in range(MOST_DECIMALS):
        fits = all(abs(x - round(x, digits)) < 1e-9 * max(abs(x), 1) for x in (step, value))
        if fits:
            return digits
    return MOST_DECIMALS


def share_out(shares: dict[str, float], changed: str, value: float) -> dict[str, float]:
    """Shares after one is set to `value`: the others keep their proportions and all sum to 1.

    Shares are whole hundredths of a percent, so that what is shown sums to 100.00 % as well.
    """
    units = 10_000
    fixed = min(max(round(value * units), 0), units)
    others = [family for family in shares if family != changed]
    if not others:
        return {changed: 1.0}
    rest = units - fixed
    total = sum(shares[family] for family in others)
    weights = [shares[f] / total if total > 0 else 1 / len(others) for f in others]
    parts = [math.floor(rest * weight) for weight in weights]
    # the largest remainders take what rounding down left over
    by_remainder = sorted(
        range(len(others)), key=lambda i: rest * weights[i] - parts[i], reverse=True
    )
    for i in by_remainder[: rest - sum(parts)]:
        parts[i] += 1
    result = dict(zip(others, parts, strict=True)) | {changed: fixed}
    return {family: result[family] / units for family in shares}
