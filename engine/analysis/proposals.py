"""Up to three different least changes that reach a target, one after the other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from engine import allowed
from engine.analysis.kpi import Kpi, values
from engine.analysis.outcomes import MeanDifference, outcomes
from engine.analysis.solve import Solution, solve
from engine.analysis.variants import Lever
from engine.tables.scenario import Scenario

MOST = 3


@dataclass(frozen=True)
class Proposal:
    """A way to the target, what it costs more [$bn over the window], and how sure it is.

    `chance` is the share of the worlds that are at the target or beyond it, seen from where the
    scenario was. `reached` holds for a plain run beyond it, too: a whole step may lead no nearer.
    """

    reached: bool
    solution: Solution
    cost: MeanDifference
    chance: float


def proposals(
    scenario: Scenario, kpi: Kpi, target: float, unlocked: Sequence[Lever], draws: int
) -> Iterator[Proposal]:
    """The least change first, then the least without the lever that moved furthest in each.

    A caller that has seen enough asks no more. Where the target can't be reached, the nearest that
    can be had is the only one.

    Takes: `scenario`; `kpi`; `target`, in the unit of the KPI; `unlocked`, levers; `draws`, how
        many worlds say its cost and chance.
    Gives: Proposals.
    Raises: ValueError for a target that is no number, no draws, and levers or a KPI that the
        scenario does not have.
    """
    allowed.draws(draws)
    left = tuple(unlocked)
    start = float(values([scenario], kpi)[0])
    for number in range(MOST):
        found = solve(scenario, kpi, target, left)
        reached = found.reached or (
            found.value > target if target > start else found.value < target
        )
        if number and not reached:
            return
        both = outcomes([scenario, found.scenario], draws, None, kpi)
        assert both.kpi is not None
        drawn = both.kpi[1]
        beyond = drawn >= target if target >= start else drawn <= target
        cost = both.difference("economic_cost", 0, 1)
        yield Proposal(reached, found, cost, float(np.mean(beyond)))
        if not reached or not found.moved:
            return
        furthest, *_ = max(
            found.moved, key=lambda move: abs(move[0].position(move[2]) - move[0].position(move[1]))
        )
        left = tuple(lever for lever in left if lever != furthest)
        if not left:
            return
