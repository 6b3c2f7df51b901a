"""What a plan will cost, from a short trial of a few of its scenarios."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace

from engine.sweep.plan import Plan
from engine.sweep.running import task_of
from engine.sweep.task import run_task

TRIED = 3  # scenarios, spread over the plan
TRIAL_DRAWS = 1536
SECONDS_AN_HOUR = 3600


@dataclass(frozen=True)
class Estimate:
    """How many draws in all, core-hours, and bytes; `raw` of them are of single draws."""

    draws: int
    core_hours: float
    size: float
    raw: float


def estimate(plan: Plan, kind: str, skipped: Collection[int] = ()) -> Estimate:
    """What a plan will cost.

    Takes: `plan`; `kind` of its tables; `skipped`, scenarios that are left out.
    Gives: Estimate.
    Raises: ScenarioError where no scenario can be.
    """
    numbers = [n for n in range(plan.count) if n not in skipped]
    if not numbers:
        plan.scenario(0)
    places = sorted({numbers[i * (len(numbers) - 1) // (TRIED - 1)] for i in range(TRIED)})
    seconds = size = raw = draws = 0.0
    for turn, number in enumerate([places[0], *places]):
        task = task_of(plan, number, kind)
        few = min(task.draws, TRIAL_DRAWS)
        done = run_task(replace(task, draws=few))
        if turn == 0:  # what is computed once for all, and imports
            continue
        many = task.draws / few
        seconds += done.seconds * many
        size += len(done.table) + len(done.raw) * many
        raw += len(done.raw) * many
        draws += task.draws
    each = len(numbers) / len(places)
    return Estimate(round(draws * each), seconds * each / SECONDS_AN_HOUR, size * each, raw * each)
