"""The least change in the unlocked levers that brings a number to a target."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from engine.analysis.kpi import Kpi, values
from engine.analysis.variants import Lever
from engine.scenario import Scenario
from engine.series import series
from engine.simulate import simulate_batch

Array = npt.NDArray[np.float64]

MOST_ROUNDS = 12
CLOSE_ENOUGH = 1e-6  # of the target
NUDGE = 1e-4  # of a slider, for slopes
FRACTIONS = (1.0, 0.5, 0.25, 0.1, 0.03, 0.01)  # of a step, tried together
SCAN_POINTS = 17  # along each lever, where slopes lead nowhere
WORTH_A_ROUND = 0.9  # of the miss: steps that gain less are not worth another
SMALLEST_STEP = 1e-12  # of the way between two places
AT_AN_END = 1e-9  # of a slider


@dataclass(frozen=True)
class Solution:
    """The scenario nearest to the one asked about that reaches the target, or comes nearest.

    `moved` gives each changed lever's value before and after. Where the target is not
    reached, `at_end` are the levers that stand at an end of their slider and `binding` is
    what limits deliveries in the KPI's month (or its last).
    """

    scenario: Scenario
    reached: bool
    value: float
    moved: tuple[tuple[Lever, float, float], ...]
    at_end: tuple[Lever, ...]
    binding: str


def solve(scenario: Scenario, kpi: Kpi, target: float, unlocked: Sequence[Lever]) -> Solution:
    """Move the `unlocked` levers as little as possible until the KPI is at `target`.

    Change is measured along the sliders (0 to 1 each, summed in squares). Gauss-Newton steps
    to the linearised target's nearest point, clipped to the sliders, each tried at several
    lengths; where slopes lead nowhere (a limit binds) each lever is scanned, and the way to
    the nearest point beyond the target is halved. Every round is one batch. The nearest
    point found is a local one.
    """
    problem = _Problem(scenario, kpi, target, tuple(unlocked))
    start = problem.start
    best, miss = start, problem.misses([start])[0]
    for _ in range(MOST_ROUNDS):
        if abs(miss) <= problem.tolerance:
            break
        tried = problem.steps(best, miss)
        found = problem.misses(tried)
        if np.min(np.abs(found)) > abs(miss) * WORTH_A_ROUND:
            tried = problem.scan(best)
            found = problem.misses(tried)
            across = problem.across(best, miss, tried, found)
            if across is not None:
                best = problem.between(best, miss, across)
                miss = problem.misses([best])[0]
                break
        place = int(np.argmin(np.abs(found)))
        if abs(found[place]) >= abs(miss) * (1 - CLOSE_ENOUGH):
            break
        best, miss = tried[place], found[place]
    return problem.solution(best, float(miss))


class _Problem:
    def __init__(
        self, scenario: Scenario, kpi: Kpi, target: float, levers: tuple[Lever, ...]
    ) -> None:
        self._scenario, self._kpi, self._target, self._levers = scenario, kpi, target, levers
        self.start = np.array([lever.position(lever.value(scenario)) for lever in levers])
        self.tolerance = CLOSE_ENOUGH * max(abs(target), CLOSE_ENOUGH)

    def world(self, place: Array) -> Scenario:
        moved = self._scenario
        for lever, position, start in zip(self._levers, place, self.start, strict=True):
            if position != start:
                moved = lever.moved(moved, lever.at(float(position)))
        return moved

    def misses(self, places: Sequence[Array]) -> Array:
        """(place,) how far above the target each is; infinite where undefined."""
        found = values([self.world(place) for place in places], self._kpi) - self._target
        return np.where(np.isnan(found), np.inf, found)

    def steps(self, here: Array, miss: float) -> list[Array]:
        """Fractions of the way to where the tangent reaches the target nearest to the start."""
        slope = self._slope(here, miss)
        aim, free = here.copy(), np.ones(len(here), bool)
        for _ in range(len(here)):  # what hits an end stays there, the others go further
            power = float(np.sum(slope[free] ** 2))
            if power == 0 or not np.isfinite(power):
                break
            held = float(np.sum(slope[~free] * (aim - here)[~free]))
            back = float(np.sum(slope[free] * (here - self.start)[free]))
            aim[free] = self.start[free] + slope[free] * (back - miss - held) / power
            over = free & ((aim < 0) | (aim > 1))
            if not over.any():
                break
            aim = np.clip(aim, 0, 1)
            free &= ~over
        return [here + fraction * (aim - here) for fraction in FRACTIONS]

    def _slope(self, here: Array, miss: float) -> Array:
        nudged = []
        for i, lever in enumerate(self._levers):
            low, high = lever.bounds
            step = max(NUDGE, 1 / (high - low)) if lever.row.whole else NUDGE
            there = here.copy()
            there[i] += step if here[i] + step <= 1 else -step
            nudged.append(there)
        rise = self.misses(nudged) - miss
        run = np.array([there[i] - here[i] for i, there in enumerate(nudged)])
        return np.where(np.isfinite(rise), rise / run, 0.0)

    def scan(self, here: Array) -> list[Array]:
        places = []
        for i in range(len(self._levers)):
            for position in np.linspace(0, 1, SCAN_POINTS):
                there = here.copy()
                there[i] = position
                places.append(there)
        return places

    def across(
        self, here: Array, miss: float, tried: Sequence[Array], found: Array
    ) -> Array | None:
        """The nearest place tried from which the target lies on the other side."""
        beyond = [
            there
            for there, other in zip(tried, found.tolist(), strict=True)
            if np.isfinite(other) and np.sign(other) == -np.sign(miss)
        ]
        return min(beyond, key=lambda there: float(np.sum((there - here) ** 2)), default=None)

    def between(self, here: Array, miss: float, there: Array) -> Array:
        """Where on the way from `here` to `there` the target is met."""
        low, high = 0.0, 1.0
        while high - low > SMALLEST_STEP:
            share = np.linspace(low, high, SCAN_POINTS)
            found = self.misses([here + s * (there - here) for s in share.tolist()])
            same = np.isfinite(found) & (np.sign(found) == np.sign(miss))
            first = max(int(np.argmin(same)), 1)  # the first place on the other side
            low, high = float(share[first - 1]), float(share[first])
        return here + high * (there - here)

    def solution(self, place: Array, miss: float) -> Solution:
        world = self.world(place)
        moved = tuple(
            (lever, before, after)
            for lever in self._levers
            if (before := lever.value(self._scenario)) != (after := lever.value(world))
        )
        ends = tuple(
            lever
            for lever, position in zip(self._levers, place, strict=True)
            if min(position, 1 - position) <= AT_AN_END
        )
        [result] = simulate_batch([world], ["binding"])
        month = self._kpi.first if self._kpi.how == "at" else self._kpi.last
        binding = series("binding").codes[int(result["binding"][month])]
        reached = bool(abs(miss) <= self.tolerance)
        return Solution(world, reached, self._target + miss, moved, ends, binding)
