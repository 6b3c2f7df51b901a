"""Between a value and its place on a slider, and how many digits it is written with. No Qt."""

from __future__ import annotations

import math
from collections import abc
from dataclasses import dataclass, replace

from engine.tables.parameter import Parameter

MOST_POSITIONS = 2000  # finer than any screen is wide
LOG_POSITIONS = 600
MOST_DECIMALS = 6
PERCENT_STEP = 0.01
PAGES = 10  # PageUp and PageDown move by a tenth of the range
SLIVER = 1e-9  # what a whole number of units may lose to rounding


@dataclass(frozen=True)
class Mapping:
    """A slider's whole positions 0..`positions`, on a linear or a logarithmic scale.

    Its track goes from `low` to `high`; what is `allowed` may reach beyond.
    """

    low: float
    high: float
    step: float
    log: bool
    whole: bool
    bounds: tuple[float, float] | None = None  # of what is allowed, if not those of the track
    grain: float | None = None  # between two positions, if not a step

    @staticmethod
    def of(row: Parameter) -> Mapping:
        """A track over all that is allowed."""
        assert row.low is not None, row.key
        assert row.high is not None, row.key
        return Mapping(row.low, row.high, row.step, row.scale == "log", row.whole)

    def over(self, low: float, high: float, step: float, grain: float | None = None) -> Mapping:
        """A track over a part of it, in steps and between them in positions of its own."""
        return replace(self, low=low, high=high, step=step, bounds=self.allowed, grain=grain)

    @property
    def allowed(self) -> tuple[float, float]:
        """Lowest and highest, on the track or off it."""
        return self.bounds or (self.low, self.high)

    @property
    def positions(self) -> int:
        if self.log:
            return LOG_POSITIONS
        grain = self.grain or self.step
        return min(max(round((self.high - self.low) / grain), 1), MOST_POSITIONS)

    def position(self, value: float) -> int:
        """The nearest position; the value itself is kept elsewhere and loses nothing."""
        return round(self.place(value) * self.positions)

    def value(self, position: int) -> float:
        """The value at a position: a round one, within the bounds."""
        return self.at(position / self.positions)

    def place(self, value: float) -> float:
        """How far along the track a value is, from 0 to 1."""
        if self.log:
            share = math.log(max(value, self.low) / self.low) / math.log(self.high / self.low)
        else:
            share = (value - self.low) / (self.high - self.low)
        return min(max(share, 0.0), 1.0)

    def at(self, place: float, *, fine: bool = False) -> float:
        """The round value nearest to a place from 0 to 1; `fine` for a tenth of the step."""
        place = min(max(place, 0.0), 1.0)
        if self.log:
            raw = self.low * math.exp(math.log(self.high / self.low) * place)
            # three significant digits at least, or the row's own step where that is finer
            digit = math.pow(10.0, math.floor(math.log10(raw)) - 2)
            grid = min(self.step, digit)
        else:
            raw = self.low + (self.high - self.low) * place
            grid = self.grain or self.step
        if fine:
            grid = min(grid, self.step / 10) if not self.log else grid / 10
        if self.whole:
            grid = max(1.0, grid)
        rounded = round(raw / grid) * grid
        if not self.log:  # steps count from the lower bound
            least = self.allowed[0]
            rounded = least + round((raw - least) / grid) * grid
        decimals = max(0, -math.floor(math.log10(grid)) + 1)
        return min(max(round(rounded, decimals), self.low), self.high)

    def moved(self, value: float, steps: float) -> float:
        """The value some steps on; a step of a log scale is a percent."""
        if self.log:
            factor = 1 + PERCENT_STEP * abs(steps)
            raw = value * factor if steps > 0 else value / factor
            digits = 2 if abs(steps) >= 1 else 3
            raw = float(f"{raw:.{digits}e}")
        else:
            raw = float(f"{value + steps * self.step:.12g}")
        if self.whole:
            raw = float(round(raw))
            if raw == value:  # a tenth of one still moves a whole number
                raw += math.copysign(1.0, steps)
        least, most = self.allowed
        return min(max(raw, least), most)

    def paged(self, value: float, pages: float) -> float:
        """The value some tenths of the track on."""
        return self.at(self.place(value) + pages / PAGES)


def decimals(step: float, value: float) -> int:
    """Digits after the point that show both the step and the value itself."""
    for digits in range(MOST_DECIMALS):
        fits = all(abs(x - round(x, digits)) < 1e-9 * max(abs(x), 1) for x in (step, value))
        if fits:
            return digits
    return MOST_DECIMALS


SHARE_UNITS = 10_000  # shares are whole hundredths of a percent: what is shown sums to 100.00%


def whole_shares(shares: abc.Mapping[str, float]) -> dict[str, int]:
    """Shares as hundredths of a percent that sum to 100.00%: largest remainders round up."""
    total = sum(shares.values())
    parts = _parts(SHARE_UNITS, [share / total for share in shares.values()])
    return dict(zip(shares, parts, strict=True))


def share_out(
    shares: abc.Mapping[str, float], changed: str, value: float, locked: abc.Collection[str] = ()
) -> dict[str, float]:
    """Shares after one is set to `value`: the others keep their proportions and all sum to 1.

    A locked share keeps its value; where no other is free to give or take, nothing changes.
    """
    others = [family for family in shares if family != changed]
    if not others:
        return {changed: 1.0}
    free = [family for family in others if family not in locked]
    if not free or changed in locked:
        return dict(shares)
    room = _room(shares, locked)
    fixed = min(max(round(value * SHARE_UNITS), 0), room)
    total = sum(shares[family] for family in free)
    weights = [shares[f] / total if total > 0 else 1 / len(free) for f in free]
    parts = dict(zip(free, _filled(room - fixed, weights), strict=True)) | {changed: fixed}
    return {f: parts[f] / SHARE_UNITS if f in parts else shares[f] for f in shares}


def nearest_shares(
    wanted: abc.Mapping[str, float],
    shares: abc.Mapping[str, float],
    locked: abc.Collection[str] = (),
) -> dict[str, float]:
    """The allowed shares nearest to `wanted`, which may lie outside; locked ones stay.

    Nearest in the triangle is nearest in the shares: the projection on the simplex.
    """
    free = [family for family in shares if family not in locked]
    if len(free) < 2:
        return dict(shares)
    room = _room(shares, locked)
    inside = list(free)
    while True:  # each round drops those that would be negative
        excess = (sum(wanted[f] for f in inside) - room / SHARE_UNITS) / len(inside)
        below = [f for f in inside if wanted[f] - excess < 0]
        if not below:
            break
        inside = [f for f in inside if f not in below]
    weights = [max(wanted[f] - excess, 0.0) if f in inside else 0.0 for f in free]
    total = sum(weights)
    filled = _filled(room, [weight / total if total > 0 else 1 / len(free) for weight in weights])
    parts = dict(zip(free, filled, strict=True))
    return {f: parts[f] / SHARE_UNITS if f in parts else shares[f] for f in shares}


def _room(shares: abc.Mapping[str, float], locked: abc.Collection[str]) -> float:
    """The hundredths of a percent that locked shares, which keep all their digits, leave."""
    room = SHARE_UNITS * (1 - math.fsum(shares[f] for f in shares if f in locked))
    return round(room) if abs(room - round(room)) < SLIVER * SHARE_UNITS else room


def _filled(room: float, weights: list[float]) -> list[float]:
    """`room` in whole parts by `weights`; what is less than one goes to the largest."""
    parts: list[float] = list(_parts(math.floor(room), weights))
    parts[weights.index(max(weights))] += room - math.floor(room)
    return parts


def _parts(whole: int, weights: list[float]) -> list[int]:
    """`whole` in parts by `weights` that sum to 1; the largest remainders take what is left."""
    parts = [math.floor(whole * weight + SLIVER) for weight in weights]
    by_remainder = sorted(
        range(len(weights)), key=lambda i: whole * weights[i] - parts[i], reverse=True
    )
    for i in by_remainder[: whole - sum(parts)]:
        parts[i] += 1
    return parts
