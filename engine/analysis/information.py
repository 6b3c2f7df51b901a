"""What it would be worth to know an assumption before a decision is made."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

import numpy as np

from engine import allowed
from engine.analysis import asked
from engine.analysis.mix_map import CORNERS, mixes
from engine.analysis.variants import Lever, levers
from engine.model.arrays import Array
from engine.run.simulate import simulate_batch
from engine.tables.scenario import Scenario
from engine.worlds.ensemble import Cancelled, Progress
from engine.worlds.risk import default_window

# an assumption's 10% point, where it stands, and its 90% point stand for its whole range
WEIGHTS = np.array([0.3, 0.4, 0.3])
LOSS = ("economic_cost_bn", "unserved_revenue_bn")  # summed: what is paid, and what is missed
STEPS = 5  # of twenty percent: 21 mixes of three families


@dataclass(frozen=True)
class DecisionOptions:
    """What can be decided: a scenario for each, and in words which it is."""

    names: tuple[str, ...]
    scenarios: tuple[Scenario, ...]


@dataclass(frozen=True)
class Known:
    """What knowing one assumption is worth [$bn of loss].

    `chosen` are the places of the best option at its low point, where it stands, and at its high
    point; `blind` is the best without knowing. Nothing is worth knowing that changes no decision.
    """

    lever: Lever
    worth: float
    chosen: tuple[int, int, int]
    blind: int


def mix_options(scenario: Scenario, steps: int = STEPS) -> DecisionOptions:
    """The target mixes of up to three families, in equal parts.

    Takes: `scenario`; `steps`, how many parts.
    Gives: DecisionOptions.
    Raises: ValueError for no steps.
    """
    families = scenario.families[:CORNERS]
    shares, scenarios = mixes(scenario, families, steps)
    names = (
        " / ".join(f"{family} {share:.0%}" for family, share in zip(families, row, strict=True))
        for row in shares.tolist()
    )
    return DecisionOptions(tuple(names), tuple(scenarios))


def contract_options(scenario: Scenario) -> DecisionOptions:
    """All contracts as they stand, and without each of them.

    Takes: `scenario`.
    Gives: Options; the scenario alone where it has no contracts.
    """
    names, scenarios = ["all"], [scenario]
    for contract in scenario.contracts:
        kept = tuple(other for other in scenario.contracts if other is not contract)
        names.append(f"without {contract.name}")
        scenarios.append(replace(scenario, contracts=kept))
    return DecisionOptions(tuple(names), tuple(scenarios))


def value_of_information(
    scenario: Scenario,
    options: DecisionOptions,
    of: Sequence[Lever] | None = None,
    *,
    progress: Progress | None = None,
    told: Callable[[Known], None] | None = None,
) -> tuple[Known, ...]:
    """The expected value of perfect information on each assumption by itself.

    The loss of an option is what it costs and the revenue that it leaves unserved, after `as_of`.
    Each assumption has three points, with the weights of Swanson's rule; the others stand still.

    Takes: `scenario`; `options`; `of`, levers, by default all that a plain run feels and that have
        a plausible range, less the target mix; `told` hears each as it is known.
    Gives: Known, the one most worth knowing first [$bn].
    Raises: ValueError for a lever that the scenario has not; Cancelled where `progress` says False.
    Source: H. Raiffa and R. Schlaifer, "Applied statistical decision theory", 1961; weights: A. C.
        Hurst, G. C. Brown and R. I. Swanson, "Swanson's 30-40-30 rule", AAPG Bulletin 84 (2000).
    """
    chosen = [lever for lever in levers(scenario) if lever.key != "mix"] if of is None else of
    ends = asked.ranges(asked.levers(chosen, scenario), scenario, all_of_them=of is not None)
    as_it_stands = _losses(options.scenarios, scenario)
    found: list[Known] = []
    for place, (lever, span) in enumerate(ends.items()):
        moved = [lever.moved(option, value) for value in span for option in options.scenarios]
        count = len(options.scenarios)
        edges = _losses(moved, scenario)
        known = of_losses(lever, np.stack([edges[:count], as_it_stands, edges[count:]]))
        found.append(known)
        if told is not None:
            told(known)
        if progress is not None and not progress((place + 1) / len(ends)):
            raise Cancelled
    return tuple(sorted(found, key=lambda known: -known.worth))


def of_losses(lever: Lever, losses: Array) -> Known:
    """What knowing is worth, from the loss of each option at three points of an assumption.

    Takes: `lever`; `losses` (point, option) [any unit].
    Gives: Known [unit of the losses].
    Raises: ValueError for another shape.
    """
    if losses.ndim != 2 or len(losses) != len(WEIGHTS) or not losses.size:
        raise ValueError(f"losses of shape {losses.shape}; allowed is (point, option), of 3 points")
    expected = WEIGHTS @ losses
    blind = int(np.argmin(expected))
    worth = float(expected[blind] - WEIGHTS @ losses.min(axis=1))
    first, middle, last = (int(place) for place in losses.argmin(axis=1))
    return Known(lever, max(worth, 0.0), (first, middle, last), blind)


def _losses(scenarios: Sequence[Scenario], base: Scenario) -> Array:
    """Cost and unserved revenue of each, over the months after the base's history [$bn]."""
    first, last = default_window(base)
    window = slice(allowed.whole("first month", first, 0), last + 1)
    results = simulate_batch(scenarios, LOSS)
    return np.array([sum(float(r[key][window].sum()) for key in LOSS) for r in results])
