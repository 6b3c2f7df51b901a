"""The least change in the unlocked levers that brings a number to a target."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np

from engine import allowed
from engine.analysis import asked
from engine.analysis.alone import alone, together
from engine.analysis.kpi import Kpi, values
from engine.analysis.reach import Reach
from engine.analysis.variants import Lever
from engine.model.arrays import Array
from engine.run.simulate import simulate_batch
from engine.tables.scenario import Scenario
from engine.tables.series import series
from engine.worlds.ensemble import Cancelled, Progress

CLOSE_ENOUGH = 1e-6  # of the target
AT_ONCE = 96  # runs: who waits for nothing any more is heard after so many
WORLDS_AT_ONCE = 2048  # of a number over worlds
LONGER = 2.0  # as far as a way that few worlds have shown is followed with more
NO_MOVE = 1e-5  # of a slider: nobody would see it, though a share may do much by not being zero
AT_AN_END = 1e-9  # of a slider
WORTH_A_LEVER = 0.01  # of what all levers gain together: those that add less stay

Why = Literal["", "no lever", "no effect", "passes over", "too far"]


@dataclass(frozen=True)
class Solution:
    """The scenario nearest to the one asked about that reaches the target, or comes nearest.

    `moved` gives each changed lever's value before and after. Where the target is not
    reached, levers that bring it next to nothing nearer are not moved, `at_end` are the levers
    that stand at an end of their slider, `binding` is what limits deliveries in the KPI's month
    (or its last), and `why` says what was found: `no lever` is unlocked, none has an effect
    (`no effect`), the number jumps over the target (`passes over`: a lever in whole steps, or a
    limit that gives way at once), or it stays on one side wherever the levers were tried
    (`too far`).
    """

    scenario: Scenario
    reached: bool
    value: float
    moved: tuple[tuple[Lever, float, float], ...]
    at_end: tuple[Lever, ...]
    binding: str
    why: Why

    @property
    def change(self) -> float:
        """How far the levers were moved, each along its slider, added up [sliders]."""
        return math.fsum(
            abs(lever.position(after) - lever.position(before))
            for lever, before, after in self.moved
        )


def solve(
    scenario: Scenario,
    kpi: Kpi,
    target: float,
    unlocked: Sequence[Lever],
    progress: Progress | None = None,
) -> Solution:
    """Move the `unlocked` levers as little as possible until the KPI is at `target`.

    Change is measured along the sliders (0 to 1 each, added up), so that few levers are moved far
    rather than all of them a little. The space is searched from many starts (see `Reach`), for
    there can be several ways to a target, and the nearest found is given; nothing proves that there
    is no nearer one. A month that a lever sets stays after `as_of`.

    Takes: `scenario`; `kpi`; `target`, in the unit of the KPI; `unlocked`, levers; `progress`,
        asked before each batch of runs.
    Gives: Solution.
    Raises: ValueError for a target that is no finite number, and for levers or a KPI that the
        scenario does not have; Cancelled where `progress` says False.
    """
    problem = _Problem(scenario, kpi, target, unlocked, progress)
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
    place, there = problem.pared(place, there)
    why: Why = "too far"
    if reach.crossed:
        why = "passes over"
    elif reach.flat:
        why = "no effect"
    return problem.solution(place, there, why)


def solve_alone(
    scenario: Scenario,
    kpi: Kpi,
    target: float,
    unlocked: Sequence[Lever],
    progress: Progress | None = None,
) -> tuple[Solution, ...]:
    """Each of the `unlocked` levers that brings the KPI to `target`, or beyond it, by itself.

    Takes: `scenario`; `kpi`; `target`, in the unit of the KPI; `unlocked`, levers; `progress`,
        asked before each batch of runs.
    Gives: Solutions, that which moves its lever least first; `passes over` where it jumps beyond.
    Raises: ValueError for a target that is no finite number, and for levers or a KPI that the
        scenario does not have; Cancelled where `progress` says False.
    """
    problem = _Problem(scenario, kpi, target, unlocked, progress)
    places = alone(problem.start, problem.misses, problem.tolerance) if len(problem.start) else []
    misses = problem.misses(places).tolist() if places else []
    return tuple(
        problem.solution(place, miss, "" if abs(miss) <= problem.tolerance else "passes over")
        for place, miss in zip(places, misses, strict=True)
    )


def solve_together(
    scenario: Scenario,
    kpi: Kpi,
    target: float,
    unlocked: Sequence[Lever],
    progress: Progress | None = None,
) -> Solution:
    """The strongest of the `unlocked` levers, put to their ends until the KPI is at `target`.

    The first thing that can be said, long before the least change is found.

    Takes: `scenario`; `kpi`; `target`, in the unit of the KPI; `unlocked`, levers; `progress`,
        asked before each batch of runs.
    Gives: Solution.
    Raises: ValueError for a target that is no finite number, and for levers or a KPI that the
        scenario does not have; Cancelled where `progress` says False.
    """
    problem = _Problem(scenario, kpi, target, unlocked, progress)
    place = problem.start
    if not len(place):
        return problem.solution(place, float(problem.misses([place])[0]), "no lever")
    place = together(place, problem.misses, problem.tolerance)
    miss = float(problem.misses([place])[0])
    return problem.solution(place, miss, "" if abs(miss) <= problem.tolerance else "too far")


def solve_along(
    scenario: Scenario,
    kpi: Kpi,
    target: float,
    way: Solution,
    progress: Progress | None = None,
) -> Solution | None:
    """Where the target is met first if all that a solution moves goes the same way.

    So that what few worlds have shown is put right with more.

    Takes: `scenario`; `kpi`; `target`, in the unit of the KPI; `way`, a solution of it that moves
        something; `progress`, asked before each batch of runs.
    Gives: Solution, or None where the target is not met up to twice as far.
    Raises: ValueError for a target that is no finite number, and a KPI that the scenario does not
        have; Cancelled where `progress` says False.
    """
    levers = [lever for lever, *_ in way.moved]
    problem = _Problem(scenario, kpi, target, levers, progress)
    far = np.array([lever.position(lever.value(way.scenario)) for lever in levers]) - problem.start

    def place(share: Array) -> Array:
        return np.asarray(np.clip(problem.start + LONGER * float(share[0]) * far, 0, 1))

    found = alone(np.zeros(1), lambda shares: problem.misses(map(place, shares)), problem.tolerance)
    if not found:
        return None
    there = place(found[0])
    [miss] = problem.misses([there]).tolist()
    return problem.solution(there, miss, "" if abs(miss) <= problem.tolerance else "passes over")


class _Problem:
    def __init__(
        self,
        scenario: Scenario,
        kpi: Kpi,
        target: float,
        unlocked: Sequence[Lever],
        progress: Progress | None,
    ) -> None:
        allowed.number("target", target)
        self._scenario, self._kpi, self._target = scenario, kpi, target
        self._levers = asked.levers(unlocked, scenario)
        self._progress = progress
        self.start = np.array([lever.position(lever.value(scenario)) for lever in self._levers])
        self.tolerance = CLOSE_ENOUGH * max(abs(target), CLOSE_ENOUGH)

    @property
    def steps(self) -> Array:
        """(lever,) the smallest step along each slider: of a whole-number lever, one."""
        sizes = [
            1 / (lever.bounds[1] - lever.bounds[0]) if lever.row.whole or lever.row.is_date else 0.0
            for lever in self._levers
        ]
        return np.array(sizes)

    def world(self, place: Array) -> Scenario:
        moved = self._scenario
        for lever, position, start in zip(self._levers, place, self.start, strict=True):
            if abs(position - start) > NO_MOVE:
                value = lever.at(float(position))
                if lever.row.is_date:  # whole months, and what is past is past
                    value = max(round(value), min(lever.value(moved), self._scenario.as_of + 1))
                moved = lever.moved(moved, value)
        return moved

    def misses(self, places: Iterable[Array]) -> Array:
        """(place,) how far above the target each is; NaN where undefined."""
        worlds = [self.world(place) for place in places]
        found = np.empty(len(worlds))
        runs = self._kpi.runs
        at_once = AT_ONCE if runs == 1 else max(1, min(AT_ONCE, WORLDS_AT_ONCE // runs))
        for first in range(0, len(worlds), at_once):
            if self._progress is not None and not self._progress(0.0):
                raise Cancelled
            some = slice(first, first + at_once)
            found[some] = values(worlds[some], self._kpi)
        return found - self._target

    def pared(self, place: Array, there: float) -> tuple[Array, float]:
        """A place that misses hardly more, with those levers put back that hardly matter."""
        [miss] = self.misses([self.start]).tolist()
        worth = WORTH_A_LEVER * abs(there - miss)
        for lever in np.argsort(np.abs(place - self.start)).tolist():
            if place[lever] == self.start[lever] or not math.isfinite(worth):
                continue
            fewer = place.copy()
            fewer[lever] = self.start[lever]
            [without] = self.misses([fewer]).tolist()
            if abs(without) <= abs(there) + worth:
                place, there = fewer, without
        return place, there

    def solution(self, place: Array, miss: float, why: Why) -> Solution:
        world = self.world(place)
        moved = tuple(
            (lever, before, after)
            # shares that only made room for another have not been moved
            for lever, position, start in zip(self._levers, place, self.start, strict=True)
            if abs(position - start) > NO_MOVE
            and (before := lever.value(self._scenario)) != (after := lever.value(world))
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
