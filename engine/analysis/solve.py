"""The least change in the unlocked levers that brings a number to a target."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np

from engine import allowed
from engine.analysis import asked
from engine.analysis.kpi import Kpi, values
from engine.analysis.reach import Reach
from engine.analysis.variants import Lever
from engine.model.arrays import Array
from engine.run.simulate import simulate_batch
from engine.tables.scenario import Scenario
from engine.tables.series import series

CLOSE_ENOUGH = 1e-6  # of the target
AT_AN_END = 1e-9  # of a slider

Why = Literal["", "no lever", "no effect", "passes over", "too far"]


@dataclass(frozen=True)
class Solution:
    """The scenario nearest to the one asked about that reaches the target, or comes nearest.

    `moved` gives each changed lever's value before and after. Where the target is not
    reached, `at_end` are the levers that stand at an end of their slider, `binding` is
    what limits deliveries in the KPI's month (or its last), and `why` says what was found:
    `no lever` is unlocked, none has an effect (`no effect`), the number jumps over the target
    (`passes over`: a lever in whole steps, or a limit that gives way at once), or it stays on
    one side wherever the levers were tried (`too far`).
    """

    scenario: Scenario
    reached: bool
    value: float
    moved: tuple[tuple[Lever, float, float], ...]
    at_end: tuple[Lever, ...]
    binding: str
    why: Why


def solve(scenario: Scenario, kpi: Kpi, target: float, unlocked: Sequence[Lever]) -> Solution:
    """Move the `unlocked` levers as little as possible until the KPI is at `target`.

    Change is measured along the sliders (0 to 1 each, summed in squares). The space is searched
    from many starts (see `Reach`), for there can be several ways to a target, and the nearest found
    is given; nothing proves that there is no nearer one.

    Takes: `scenario`; `kpi`; `target`, in the unit of the KPI; `unlocked`, levers.
    Gives: Solution.
    Raises: ValueError for a target that is no finite number, and for levers or a KPI that the
        scenario does not have.
    """
    allowed.number("target", target)
    problem = _Problem(scenario, kpi, target, asked.levers(unlocked, scenario))
    start = problem.start
    [miss] = problem.misses([start])
    if abs(miss) <= problem.tolerance:
        return problem.solution(start, float(miss), "")
    if not len(start):
        return problem.solution(start, float(miss), "no lever")
    reach = Reach(start, problem.misses, problem.tolerance, problem.steps)
    place, there = reach.nearest()
    if abs(there) <= problem.tolerance:
        return problem.solution(place, there, "")
    why: Why = "too far"
    if reach.crossed:
        why = "passes over"
    elif reach.flat:
        why = "no effect"
    return problem.solution(place, there, why)


class _Problem:
    def __init__(
        self, scenario: Scenario, kpi: Kpi, target: float, levers: tuple[Lever, ...]
    ) -> None:
        self._scenario, self._kpi, self._target, self._levers = scenario, kpi, target, levers
        self.start = np.array([lever.position(lever.value(scenario)) for lever in levers])
        self.tolerance = CLOSE_ENOUGH * max(abs(target), CLOSE_ENOUGH)

    @property
    def steps(self) -> Array:
        """(lever,) the smallest step along each slider: of a whole-number lever, one."""
        sizes = [
            1 / (lever.bounds[1] - lever.bounds[0]) if lever.row.whole else 0.0
            for lever in self._levers
        ]
        return np.array(sizes)

    def world(self, place: Array) -> Scenario:
        moved = self._scenario
        for lever, position, start in zip(self._levers, place, self.start, strict=True):
            if position != start:
                moved = lever.moved(moved, lever.at(float(position)))
        return moved

    def misses(self, places: Iterable[Array]) -> Array:
        """(place,) how far above the target each is; NaN where undefined."""
        return values([self.world(place) for place in places], self._kpi) - self._target

    def solution(self, place: Array, miss: float, why: Why) -> Solution:
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
        binding = series("binding").codes[int(result["binding"][self._kpi.month])]
        reached = bool(abs(miss) <= self.tolerance)
        return Solution(world, reached, self._target + miss, moved, ends, binding, why)
