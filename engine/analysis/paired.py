"""The chance that one scenario beats another, month by month, under the same luck."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np

from engine import allowed
from engine.analysis.variants import changed
from engine.model.arrays import DRAW, Array
from engine.run.backend import NUMPY, Backend
from engine.run.simulation import Simulation
from engine.tables.scenario import Scenario
from engine.worlds.ensemble import Progress, each_block, quantities

Line = Callable[[Simulation], Array]

TIE = 1e-9  # relative: closer than rounding tells apart; model section 9


@dataclass(frozen=True)
class Paired:
    """Shares of the worlds, each (time,) and together 1: A better, neither, B better."""

    a_better: Array
    tie: Array
    b_better: Array


def paired(
    a: Scenario,
    b: Scenario,
    column: str | Line,
    *,
    higher_is_better: bool = True,
    draws: int | None = None,
    backend: Backend = NUMPY,
    progress: Progress | None = None,
) -> Paired:
    """Which scenario has the better column in each world of A's seed, by month.

    Over the months that both have. Where one is undefined the other is better.

    Takes: `a` and `b`, scenarios; `column` of a run's CSV, or what gives such a line of a run
        (time, scenario, draw); `higher_is_better`; `draws`, how many
        worlds, by default A's own.
    Gives: Paired, (time,) [share of the worlds].
    Raises: ValueError for a column that one of them has not, for no draws, and where they do not
        begin in the same month; Cancelled where `progress` says False.
    """
    count = allowed.draws(a.draws if draws is None else draws)
    for scenario in (a, b) if isinstance(column, str) else ():
        allowed.word("column", column, quantities(scenario.families))
    if a.start != b.start:
        raise ValueError(f"start {b.start}: allowed is that of the other scenario, {a.start}")
    b = changed(b, seed=a.seed)
    months = min(a.horizon_months, b.horizon_months)
    wins = np.zeros((2, months))

    def lines(scenario: Scenario, heard: Progress | None) -> Any:
        if isinstance(column, str):
            quantity: Line = quantities(scenario.families)[column]
        else:
            quantity = column

        def line(simulation: Any, draws_here: int) -> Any:
            found = backend.to_numpy(quantity(simulation)[:months, 0])
            return np.broadcast_to(found, (months, draws_here))

        return each_block([scenario], count, line, backend, heard)

    for (_, of_a), (_, of_b) in zip(lines(a, None), lines(b, progress), strict=True):
        better, worse = (of_a, of_b) if higher_is_better else (of_b, of_a)
        close = np.abs(of_a - of_b) <= TIE * np.maximum(np.abs(of_a), np.abs(of_b))
        wins[0] += np.sum(~close & (better > worse) | np.isnan(of_b) & ~np.isnan(of_a), axis=DRAW)
        wins[1] += np.sum(~close & (worse > better) | np.isnan(of_a) & ~np.isnan(of_b), axis=DRAW)
    shares = wins / count
    return Paired(shares[0], np.asarray(1 - (wins[0] + wins[1]) / count), shares[1])
