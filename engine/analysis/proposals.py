"""Up to three different least changes that reach a target, better ones as they are found."""

from __future__ import annotations

import math
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np

from engine import allowed
from engine.analysis.kpi import Kpi, values
from engine.analysis.outcomes import MeanDifference, outcomes
from engine.analysis.solve import Solution, solve, solve_alone
from engine.analysis.variants import Lever, levers
from engine.tables.scenario import Scenario
from engine.worlds.ensemble import Progress

MOST = 3
LOOKS = 5  # places of a slider where a lever is asked whether it has an effect
SAME = 1e-9  # of a step
FIRST_DRAWS = 64  # worlds that say cost and chance while changes are still looked for

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
    beyond it, too: a whole step may lead no nearer.
    """

    reached: bool
    solution: Solution
    cost: MeanDifference
    chance: float
    chance_before: float


@dataclass(frozen=True)
class GoalFound:
    """Proposals so far, the least change first, from so many worlds; whether it is the last word.

    Where the target can't be reached, the nearest that can be had is the only one.
    """

    proposals: tuple[Proposal, ...]
    draws: int
    settled: bool


def decisions(scenario: Scenario, locked: Collection[str] = ()) -> tuple[Lever, ...]:
    """The levers that a search for a goal may move.

    A month that has passed is none, nor is the share of a family that is the only one.

    Takes: `scenario`; `locked`, keys of parameters that are left alone.
    Gives: levers, in the table's order.
    """

    def free(lever: Lever) -> bool:
        if lever.key not in DECISIONS or lever.key in locked:
            return False
        if lever.row.is_date and lever.value(scenario) <= scenario.as_of:
            return False
        return not lever.row.sums_to_one or len(scenario.families) > 1

    return tuple(lever for lever in levers(scenario) if free(lever))


def proposals(
    scenario: Scenario,
    kpi: Kpi,
    target: float,
    unlocked: Sequence[Lever],
    draws: int,
    progress: Progress | None = None,
) -> Iterator[GoalFound]:
    """Single levers at once; then the least change of all together, and without those levers.

    A caller that has seen enough asks no more.

    Takes: `scenario`; `kpi`; `target`, in the unit of the KPI; `unlocked`, levers; `draws`, how
        many worlds say cost and chance in the end; `progress`, asked again and again.
    Gives: what is found so far, again and again.
    Raises: ValueError for a target that is no number, no draws, and levers or a KPI that the
        scenario does not have; Cancelled where `progress` says False.
    """
    allowed.draws(draws)
    few = min(draws, FIRST_DRAWS)
    search = _Search(scenario, kpi, target)
    known = list(map(search.seen, solve_alone(scenario, kpi, target, unlocked, progress)))
    yield search.found(known, few, progress)
    left = search.felt(tuple(unlocked))
    for number in range(MOST):
        solution = search.seen(solve(scenario, kpi, target, left, progress))
        if not number and not search.reaches(solution) and len(left) < len(unlocked):
            left = tuple(unlocked)  # together they may do what none does alone
            solution = search.seen(solve(scenario, kpi, target, left, progress))
        if number and not search.reaches(solution):
            break
        known.append(solution)
        if not search.reaches(solution) or not solution.moved:
            break
        yield search.found(known, few, progress)
        left = tuple(lever for lever in left if lever != furthest(solution))
        if not left:
            break
    found = search.found(known, draws, progress)
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
    def __init__(self, scenario: Scenario, kpi: Kpi, target: float) -> None:
        self._scenario, self._kpi, self._target = scenario, kpi, target
        self._upwards = target >= float(values([scenario], kpi)[0])

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
        [here] = values([self._scenario], self._kpi)
        found = values(runs, self._kpi).reshape(len(unlocked), LOOKS)
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
        [value] = values([world], self._kpi).tolist()
        stepped = replace(solution, scenario=world, value=value, moved=tuple(moved))
        return stepped if self.reaches(stepped) else solution

    def found(self, known: Sequence[Solution], draws: int, progress: Progress | None) -> GoalFound:
        """The best of what is known, with what each costs and how sure it is."""
        if not known:
            return GoalFound((), draws, False)
        chosen = self._different(known)
        runs = [self._scenario, *(solution.scenario for solution in chosen)]
        of = outcomes(runs, draws, None, self._kpi, progress=progress)
        assert of.kpi is not None
        drawn = of.kpi
        beyond = drawn >= self._target if self._upwards else drawn <= self._target
        chances = np.mean(beyond, axis=1).tolist()
        made = (
            Proposal(
                self.reaches(solution),
                solution,
                of.difference("economic_cost", 0, place),
                chances[place],
                chances[0],
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
