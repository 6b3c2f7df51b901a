"""Up to three different least changes that reach a target, better ones as they are found."""

from __future__ import annotations

import math
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np

from engine import allowed
from engine.analysis.entry_levers import entry_levers
from engine.analysis.kpi import Kpi, values
from engine.analysis.outcomes import MeanDifference, outcomes
from engine.analysis.shortness import Shortness
from engine.analysis.solve import (
    CLOSE_ENOUGH,
    Solution,
    solve,
    solve_alone,
    solve_along,
    solve_together,
)
from engine.analysis.variants import Lever, levers
from engine.tables.scenario import Scenario
from engine.worlds.ensemble import Progress

MOST = 3
LOOKS = 5  # places of a slider where a lever is asked whether it has an effect
SAME = 1e-9  # of a step
FIRST_DRAWS = 64  # worlds that say cost and chance while changes are still looked for
MOST_LEVERS = 5  # that one proposal moves, where as many will do
FEWER, FURTHER = (3, 5), 1.5  # levers that are tried then, and how much longer the way may be
AGAIN = 128  # worlds in which it is sought again, where those were not enough
AT_ONCE = 8  # worlds in which a first way to a chance is sought
SEARCHED = 32  # worlds at most in which a chance is sought; all of them put right what is found

# The decisions that a search for a goal may move. How fast demand grows is decided by customers.
DECISIONS = (
    *("power_budget_gw", "power_growth_gw_per_year", "power_ready_month"),
    *("mix", "mix_month", "life_months", "repower_share_per_year", "repower_threshold"),
    *("plan_ahead_months", "reserve_margin", "investment_budget_bn_per_year", "owned_share"),
)


@dataclass(frozen=True)
class Proposal:
    """A way to the target, what it costs more [$bn over the window], and how sure it is.

    `chance` is the share of the worlds that are at the target or beyond it, seen from where the
    scenario was, and `chance_before` that without any change. `reached` holds for a plain run
    beyond it, too: a whole step may lead no nearer. `upwards` says whether the target lies above
    where the scenario was.
    """

    reached: bool
    solution: Solution
    cost: MeanDifference
    chance: float
    chance_before: float
    upwards: bool

    @property
    def short(self) -> float:
        """Of a chance that was sought: the share of the worlds that are short."""
        return self.chance if self.upwards else 1 - self.chance

    @property
    def short_before(self) -> float:
        """The same without any change."""
        return self.chance_before if self.upwards else 1 - self.chance_before


@dataclass(frozen=True)
class GoalFound:
    """Proposals so far, the least change first, from so many worlds; whether it is the last word.

    Where the target can't be reached, the nearest that can be had is the only one.
    """

    proposals: tuple[Proposal, ...]
    draws: int
    settled: bool


def decisions(scenario: Scenario, locked: Collection[str] = ()) -> tuple[Lever, ...]:
    """What a search for a goal may move: levers, then sites and contracts that are still to come.

    A month that has passed is none, nor is the share of a family that is the only one.

    Takes: `scenario`; `locked`, keys of parameters and lists that are left alone.
    Gives: levers, in the table's order.
    """

    def free(lever: Lever) -> bool:
        if lever.key not in DECISIONS or lever.key in locked:
            return False
        if lever.row.is_date and lever.value(scenario) <= scenario.as_of:
            return False
        return not lever.row.sums_to_one or len(scenario.families) > 1

    return (
        *(lever for lever in levers(scenario) if free(lever)),
        *entry_levers(scenario, locked),
    )


def proposals(
    scenario: Scenario,
    kpi: Kpi,
    target: float,
    unlocked: Sequence[Lever],
    draws: int,
    progress: Progress | None = None,
) -> Iterator[GoalFound]:
    """A first way at once, then single levers; the least change of all, and without those levers.

    The first way puts the strongest levers to their ends, and gives way to what is better. A
    caller that has seen enough asks no more. A chance (`Shortness`) is sought in some of the
    worlds, and the changes that were found are then put right with all of them.

    Takes: `scenario`; `kpi`; `target`, in the unit of the KPI; `unlocked`, levers; `draws`, how
        many worlds say cost and chance in the end; `progress`, asked again and again.
    Gives: what is found so far, again and again.
    Raises: ValueError for a target that is no number, no draws, and levers or a KPI that the
        scenario does not have; Cancelled where `progress` says False.
    """
    allowed.draws(draws)
    few = min(draws, FIRST_DRAWS)
    search = _Search(scenario, kpi, target, draws)
    kpi = search.kpi
    if search.is_there:
        found = search.found([solve(scenario, kpi, search.here, (), progress)], draws, progress)
        yield GoalFound(found.proposals, draws, True)
        return
    first = search.first_way(unlocked, progress)
    yield search.found([first], few, progress)
    known = list(map(search.seen, solve_alone(scenario, kpi, target, unlocked, progress)))
    if known:
        yield search.found(known, few, progress)
    left = search.felt(tuple(unlocked))
    for number in range(MOST):
        solution = search.seen(solve(scenario, kpi, target, left, progress))
        if not number and not search.reaches(solution) and len(left) < len(unlocked):
            left = tuple(unlocked)  # together they may do what none does alone
            solution = search.seen(solve(scenario, kpi, target, left, progress))
        if number and not search.reaches(solution):
            break
        solution = search.fewer(solution, progress)
        known.append(solution)
        if not search.reaches(solution) or not solution.moved:
            break
        yield search.found(known, few, progress)
        left = tuple(lever for lever in left if lever != furthest(solution))
        if not left:
            break
    if search.reaches(first) and not any(map(search.reaches, known)):
        known.append(first)
    found = search.found(search.put_right(known, draws, progress), draws, progress)
    yield GoalFound(found.proposals, draws, True)


def furthest(solution: Solution) -> Lever:
    """The lever that a solution moves most, of those that it moves.

    Takes: `solution`, which moves one at least.
    Gives: Lever.
    """
    lever, *_ = max(
        solution.moved, key=lambda move: abs(move[0].position(move[2]) - move[0].position(move[1]))
    )
    return lever


class _Search:
    def __init__(self, scenario: Scenario, kpi: Kpi, target: float, draws: int) -> None:
        self._scenario, self.kpi, self._target = scenario, kpi, target
        self._share = kpi.share if isinstance(kpi, Shortness) else 0.0
        self.is_there = False  # of a chance: whether as many worlds are short as may be
        if isinstance(kpi, Shortness):
            self.kpi = kpi = kpi.finer(draws)
            self.is_there = kpi.short_worlds(scenario, target) == kpi.may_be_short
        self.here = float(values([scenario], kpi)[0])
        self._upwards = target >= self.here
        if isinstance(kpi, Shortness) and not self.is_there and draws > SEARCHED:
            # what holds in few worlds by a hair does not in all of them
            sure = kpi.finer(SEARCHED).surer(upwards=self._upwards)
            # few worlds that see the scenario on the other side would lead the wrong way
            for few in (sure, kpi.finer(min(draws, AGAIN))):
                if (target >= float(values([scenario], few)[0])) == self._upwards:
                    self.kpi = few
                    break

    def first_way(self, unlocked: Sequence[Lever], progress: Progress | None) -> Solution:
        """What can be said at once: of a chance from few worlds."""
        kpi = self.kpi
        if isinstance(kpi, Shortness):
            kpi = kpi.finer(min(kpi.worlds, AT_ONCE))
        way = solve_together(self._scenario, kpi, self._target, unlocked, progress)
        [value] = values([way.scenario], self.kpi).tolist()
        return self.seen(replace(way, value=value, reached=way.reached and kpi is self.kpi))

    def felt(self, unlocked: tuple[Lever, ...]) -> tuple[Lever, ...]:
        """Those that move the number alone: the search has fewer to turn."""
        places = np.linspace(0, 1, LOOKS)
        runs = [
            lever.moved(self._scenario, lever.at(place))
            for lever in unlocked
            for place in places.tolist()
        ]
        if not runs:
            return unlocked
        [here] = values([self._scenario], self.kpi)
        found = values(runs, self.kpi).reshape(len(unlocked), LOOKS)
        moves = ~np.all((found == here) | np.isnan(found), axis=1)
        return tuple(lever for lever, moved in zip(unlocked, moves, strict=True) if moved)

    def reaches(self, solution: Solution) -> bool:
        """Whether it is on the target or beyond it, seen from where the scenario is."""
        beyond = solution.value > self._target if self._upwards else solution.value < self._target
        return solution.reached or beyond

    def seen(self, solution: Solution) -> Solution:
        """A solution beyond a jump with its levers moved by whole steps: less is no decision."""
        if solution.reached or not self.reaches(solution):
            return solution
        world = self._scenario
        moved = []
        for lever, before, after in solution.moved:
            steps = max(math.ceil(abs(after - before) / lever.row.step - SAME), 1)
            far = before + math.copysign(steps * lever.row.step, after - before)
            world = lever.moved(world, far)
            moved.append((lever, before, lever.value(world)))
        [value] = values([world], self.kpi).tolist()
        stepped = replace(solution, scenario=world, value=value, moved=tuple(moved))
        return stepped if self.reaches(stepped) else solution

    def fewer(self, solution: Solution, progress: Progress | None) -> Solution:
        """The same way by those levers alone that it moves most, where it moves too many."""
        if len(solution.moved) <= MOST_LEVERS or not self.reaches(solution):
            return solution

        def far(move: tuple[Lever, float, float]) -> float:
            lever, before, after = move
            return -abs(lever.position(after) - lever.position(before))

        for count in FEWER:
            moved = tuple(sorted(solution.moved, key=far)[:count])
            way = replace(solution, moved=moved)
            found = solve_along(self._scenario, self.kpi, self._target, way, progress)
            if found is not None and found.change <= FURTHER * solution.change:
                return self.seen(found)
        return solution

    def put_right(
        self, known: Sequence[Solution], draws: int, progress: Progress | None
    ) -> Sequence[Solution]:
        """The best of what few worlds have shown, as far along its way as all worlds ask for."""
        if not isinstance(self.kpi, Shortness) or self.kpi.worlds == draws or not known:
            return known
        ways = [one for one in self._different(known) if self.reaches(one) and one.moved]
        self.kpi = whole = self.kpi.finer(draws).of_share(self._share)
        if right := self._along(ways, progress):
            return right
        if ways:  # few worlds were not enough: of what they moved the least with more
            moved = tuple(dict.fromkeys(lever for one in ways for lever, *_ in one.moved))
            self.kpi = whole.finer(min(draws, AGAIN))
            again = self.seen(solve(self._scenario, self.kpi, self._target, moved, progress))
            reached = [again] if self.reaches(again) and again.moved else []
            self.kpi = whole
            if right := self._along(reached, progress):
                return right
        runs = [solution.scenario for solution in known]
        again = values(runs, self.kpi).tolist()
        return [
            replace(solution, value=value, reached=False)
            for solution, value in zip(known, again, strict=True)
        ]

    def _along(self, ways: Sequence[Solution], progress: Progress | None) -> list[Solution]:
        """Each as far along its way as the target asks for, where it is met there."""
        ends = (solve_along(self._scenario, self.kpi, self._target, one, progress) for one in ways)
        return [self.seen(end) for end in ends if end is not None]

    def found(self, known: Sequence[Solution], draws: int, progress: Progress | None) -> GoalFound:
        """The best of what is known, with what each costs and how sure it is."""
        if not known:
            return GoalFound((), draws, False)
        chosen = self._different(known)
        runs = [self._scenario, *(solution.scenario for solution in chosen)]
        of = outcomes(runs, draws, None, self.kpi, progress=progress)
        assert of.kpi is not None
        drawn = of.kpi
        # a world that stops where the search did is there, as the plan itself is
        near = CLOSE_ENOUGH * max(abs(self._target), CLOSE_ENOUGH)
        upwards, target = self._upwards, self._target
        beyond = drawn >= target - near if upwards else drawn <= target + near
        chances = np.mean(beyond, axis=1).tolist()
        made = (
            Proposal(
                self.reaches(solution),
                solution,
                of.difference("economic_cost", 0, place),
                chances[place],
                chances[0],
                self._upwards,
            )
            for place, solution in enumerate(chosen, start=1)
        )
        return GoalFound(tuple(made), draws, False)

    def _different(self, known: Iterable[Solution]) -> list[Solution]:
        """The least changes, none by a lever by which another goes; the nearest if none reaches."""
        solutions = sorted(known, key=lambda solution: solution.change)
        reaching = [solution for solution in solutions if self.reaches(solution)]
        if not reaching:
            return [min(solutions, key=lambda solution: abs(solution.value - self._target))]
        chosen: list[Solution] = []
        for solution in reaching:
            if not solution.moved:
                return [solution]
            mains = {furthest(other) for other in chosen}
            if furthest(solution) not in mains and len(chosen) < MOST:
                chosen.append(solution)
        return chosen
