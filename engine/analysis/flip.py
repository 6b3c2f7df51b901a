"""The fewest changes that, put back, turn an answer round."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import combinations

import numpy as np

from engine.analysis.kpi import Kpi, values
from engine.analysis.variants import changed
from engine.analysis.waterfall import differing
from engine.model.arrays import Array, Truths
from engine.tables.scenario import Scenario
from engine.worlds.ensemble import Cancelled, Progress

MOST_AT_ONCE = 3  # changes put back
MOST_COMBINED = 14  # changes that are put back together: those that do most alone

Judge = Callable[[Array], Truths]


def flip(
    before: Scenario,
    after: Scenario,
    kpi: Kpi,
    turned: Judge,
    progress: Progress | None = None,
) -> tuple[str, ...]:
    """The smallest set of changes without which the answer is the other one.

    Of sets as small, that which moves the number furthest. Of many changes, only those that move
    it most alone are tried together.

    Takes: `before` and `after`, scenarios; `kpi`, the number; `turned`, which of some values
        (run,) are the other answer; `progress`, asked before each batch of runs.
    Gives: keys of parameters, to be put back to what they were before; none where no few do it.
    Raises: ValueError for a KPI that the scenarios have not; Cancelled where `progress` says False.
    """
    keys = differing(before, after)
    [now] = values([after], kpi).tolist()

    def without(sets: Sequence[tuple[str, ...]]) -> Array:
        if progress is not None and not progress(0.0):
            raise Cancelled
        runs = [changed(after, **{key: getattr(before, key) for key in some}) for some in sets]
        return values(runs, kpi)

    sets: list[tuple[str, ...]] = [(key,) for key in keys]
    for size in range(1, min(MOST_AT_ONCE, len(keys)) + 1):
        if size > 1:
            sets = list(combinations(keys, size))
        if not sets:
            break
        found = without(sets)
        moved = np.nan_to_num(np.abs(found - now))
        across = np.flatnonzero(turned(found))
        if len(across):
            return sets[int(across[np.argmax(moved[across])])]
        if size == 1:
            most = np.argsort(-moved, kind="stable")[:MOST_COMBINED]
            keys = tuple(keys[place] for place in sorted(most.tolist()) if moved[place] > 0)
    return ()
