"""Each lever alone, or some one after another: the first answers of a goal search, at once."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Sequence

import numpy as np

from engine.model.arrays import Array

Misses = Callable[[Sequence[Array]], Array]

POINTS = 17  # along each lever's slider
ROUNDS = 40  # of closing in on the target
TINY = 1e-12  # of a slider: nothing lies between two places so near


def alone(start: Array, misses: Misses, tolerance: float) -> list[Array]:
    """For each lever that meets the target alone, where it does so first, on its nearer side.

    All levers are followed at once, so that a round is one batch of runs.

    Takes: `start` (lever,) [share of the slider]; `misses` says of places how far above the target
        they are, NaN where that is undefined; `tolerance` [the unit of the misses].
    Gives: places (lever,), on the target or just beyond it; those that move least first.
    """
    [here] = misses([start])
    if np.isnan(here):
        return []
    brackets = _brackets(start, misses, float(here), tolerance)
    found = [
        _moved(start, lever, end) for lever, end in _closed(start, brackets, misses, tolerance)
    ]
    return sorted(found, key=lambda place: float(np.sum(np.abs(place - start))))


def together(start: Array, misses: Misses, tolerance: float) -> Array:
    """Levers put to their better ends, the strongest first, until the target is met.

    That by which it is met goes as far as it must. No least change, but three batches of runs.

    Takes: `start` (lever,) [share of the slider]; `misses` says of places how far above the target
        they are, NaN where that is undefined; `tolerance` [the unit of the misses].
    Gives: a place (lever,) on the target or just beyond it; the nearest of those looked at where
        none is.
    """
    ways = [(i, end) for i in range(len(start)) for end in (0.0, 1.0) if start[i] != end]
    here, *ends = misses([start, *(_moved(start, *way) for way in ways)]).tolist()
    gains: dict[int, tuple[float, float]] = {}
    for (lever, end), miss in zip(ways, ends, strict=True):
        gain = abs(here) - miss * np.sign(here)
        if gain > gains.get(lever, (0.0, end))[0]:
            gains[lever] = gain, end
    if not gains:
        return start
    places = [start]
    order = sorted(gains, key=lambda lever: -gains[lever][0])
    for lever in order:
        places.append(_moved(places[-1], lever, gains[lever][1]))
    found = [here, *misses(places[1:]).tolist()]
    for lever, (near, far), (before, after) in zip(
        order, itertools.pairwise(places), itertools.pairwise(found), strict=True
    ):
        if abs(after) <= tolerance or (after > 0) != (here > 0):
            bracket = _Bracket(lever, float(near[lever]), before, float(far[lever]), after)
            [(_, position)] = _closed(near, [bracket], misses, tolerance)
            return _moved(near, lever, position)
    return places[int(np.nanargmin(np.abs(found)))]


def _moved(start: Array, lever: int, position: float) -> Array:
    place = start.copy()
    place[lever] = position
    return place


class _Bracket:
    """Of one lever: a position `near` the start short of the target, and one `far` beyond it."""

    def __init__(self, lever: int, near: float, miss_near: float, far: float, miss_far: float):
        self.lever = lever
        self.near, self.miss_near = near, miss_near
        self.far, self.miss_far = far, miss_far
        self._weights = [1.0, 1.0]  # Illinois: an end that stays counts half as much

    @property
    def middle(self) -> float:
        """Where a line between both ends meets the target, never at an end itself."""
        a, b = self.miss_near * self._weights[0], self.miss_far * self._weights[1]
        share = a / (a - b) if a != b and np.isfinite(a - b) else 0.5
        return self.near + min(max(share, 0.01), 0.99) * (self.far - self.near)

    def take(self, position: float, miss: float) -> None:
        """Close in: the position becomes the end on whose side its miss is."""
        beyond = miss == 0 or (miss > 0) != (self.miss_near > 0)
        if beyond:
            self.far, self.miss_far = position, miss
            self._weights = [self._weights[0] / 2, 1.0]
        else:
            self.near, self.miss_near = position, miss
            self._weights = [1.0, self._weights[1] / 2]


def _brackets(start: Array, misses: Misses, here: float, tolerance: float) -> list[_Bracket]:
    """Around the first place beyond the target along each lever, upwards and downwards."""
    steps = np.linspace(0, 1, POINTS)[1:]
    ways = [
        (lever, start[lever] + steps * (end - start[lever]))
        for lever in range(len(start))
        for end in (0.0, 1.0)
        if start[lever] != end
    ]
    found = misses([_moved(start, lever, float(at)) for lever, line in ways for at in line])
    nearest: dict[int, _Bracket] = {}
    for place, (lever, line) in enumerate(ways):
        there = found[place * len(steps) : (place + 1) * len(steps)]
        before = (float(start[lever]), here)
        for position, miss in zip(line.tolist(), there.tolist(), strict=True):
            if np.isnan(miss):
                break
            if abs(miss) <= tolerance or (miss > 0) != (here > 0):
                made = _Bracket(lever, *before, position, miss)
                known = nearest.get(lever)
                if known is None or abs(made.far - start[lever]) < abs(known.far - start[lever]):
                    nearest[lever] = made
                break
            before = position, miss
    return list(nearest.values())


def _closed(
    start: Array, brackets: Sequence[_Bracket], misses: Misses, tolerance: float
) -> list[tuple[int, float]]:
    """Each lever's position on the target, or the first beyond a jump."""
    open_ones = [b for b in brackets if abs(b.miss_far) > tolerance]
    for _ in range(ROUNDS):
        if not open_ones:
            break
        middles = [b.middle for b in open_ones]
        found = misses(
            [_moved(start, b.lever, at) for b, at in zip(open_ones, middles, strict=True)]
        )
        for bracket, at, miss in zip(open_ones, middles, found.tolist(), strict=True):
            bracket.take(at, miss)
        open_ones = [
            b for b in open_ones if abs(b.miss_far) > tolerance and abs(b.far - b.near) > TINY
        ]
    return [(b.lever, b.far) for b in brackets]
