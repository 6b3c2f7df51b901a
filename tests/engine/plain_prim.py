"""The textbook's patient rule induction, written plainly: the second program beside ours.

It peels as `ema_workbench` 2.5.3 does by default on columns of real numbers;
`make_prim_reference.py` compares the two.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

ALPHA = 0.05
SMALLEST = 0.05

Column = Sequence[float]


def peeling(inputs: npt.ArrayLike, fails: Sequence[bool]) -> list[tuple[float, float]]:
    """(coverage, density) of the whole space and after each peel; `inputs` (input, world)."""
    columns = [list(map(float, row)) for row in np.asarray(inputs)]
    worlds, failing = len(fails), sum(map(bool, fails))
    inside = list(range(worlds))
    limited: set[int] = set()
    path = [(1.0, failing / worlds)]
    while True:
        hits = sum(bool(fails[i]) for i in inside)
        best: tuple[float, int] | None = None
        chosen: tuple[int, list[int]] | None = None
        for place, column in enumerate(columns):
            ordered = sorted(column[i] for i in inside)
            for keeps in (_below(ordered), _above(ordered)):
                left = [i for i in inside if keeps[0] <= column[i] <= keeps[1]]
                if not left or len(left) == len(inside):
                    continue
                hits_left = sum(bool(fails[i]) for i in left)
                gain = hits_left / len(left) - hits / len(inside)
                gain /= len(inside) - len(left)
                worth = gain, -len(limited | {place})
                if best is None or worth > best:
                    best, chosen = worth, (place, left)
        if best is None or chosen is None or best[0] <= 0:
            return path
        if len(chosen[1]) / worlds < SMALLEST:
            return path
        limited.add(chosen[0])
        inside = chosen[1]
        hits = sum(bool(fails[i]) for i in inside)
        path.append((hits / failing, hits / len(inside)))


def _below(ordered: Column) -> tuple[float, float]:
    at = (len(ordered) - 1) * (1 - ALPHA)
    low, high = math.floor(at), math.ceil(at)
    while ordered[low] == ordered[high] and low > 0:
        low -= 1
    return -math.inf, (ordered[low] + ordered[high]) / 2


def _above(ordered: Column) -> tuple[float, float]:
    at = (len(ordered) - 1) * ALPHA
    low, high = math.floor(at), math.ceil(at)
    while ordered[low] == ordered[high] and high < len(ordered) - 1:
        high += 1
    return (ordered[low] + ordered[high]) / 2, math.inf


def balance(coverage: float, density: float, share_failing: float) -> float:
    """Coverage less the share of the other worlds in the box (Youden)."""
    if not density:
        return 0.0
    others = coverage * share_failing * (1 - density) / density / (1 - share_failing)
    return coverage - others
