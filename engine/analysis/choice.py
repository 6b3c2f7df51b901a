"""Which of several scenarios to choose: the front, the regret, and who is best how surely."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from engine.analysis.compared import (
    Best,
    Calendar,
    Drawn,
    Front,
    Measure,
    Regrets,
    chance_best,
    common_months,
    front,
    regrets,
)
from engine.model.arrays import DRAW, TIME, Array

COST, LOSS = "economic_cost_bn", "unserved_revenue_bn"


@dataclass(frozen=True)
class PlanChoice:
    """Scenarios held against each other over their worlds.

    `cost` and `loss` are what each pays and leaves unserved over the `months` that all have, means
    over its worlds, each (scenario,) [$bn], NaN where there is no such month.
    """

    months: tuple[str, ...]
    cost: Array
    loss: Array
    front: Front
    regrets: Regrets
    best: Best


def choice(each: Sequence[Drawn], measure: Measure, month: str) -> PlanChoice:
    """The front of cost against unserved revenue, and regret and odds by a measure.

    Takes: `each`, scenarios with their worlds, of one seed; `measure`; `month`, YYYY-MM, of the
        regret.
    Gives: PlanChoice.
    """
    months = common_months([one.scenario for one in each])
    cost, loss = (_means(each, key, months) for key in (COST, LOSS))
    return PlanChoice(
        months.months,
        cost,
        loss,
        front(cost, loss),
        regrets(each, measure, month),
        chance_best(each, measure),
    )


def _means(each: Sequence[Drawn], key: str, months: Calendar) -> Array:
    """The sum over the months that all have, its mean over each scenario's worlds."""
    if not months.count:
        return np.full(len(each), np.nan)
    sums = (months.aligned(one.scenario, one.lines[key]).sum(axis=TIME) for one in each)
    return np.array([float(line.mean(axis=DRAW)) for line in sums])
