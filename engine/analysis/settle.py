"""Which uncertainty decides most whether a target holds: what would have to be settled first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from engine.model.arrays import Array, Truths

NOISE = 2.0  # standard errors that a difference has to be worth
FEWEST = 8  # worlds on either side


@dataclass(frozen=True)
class Settle:
    """An uncertain input, and the chance that the target holds where it is low and where high.

    Low are the worlds up to its median, high those above it [share of the worlds]. `key` is what
    `engine.analysis.uncertain` has it by, where it is one of those.
    """

    name: str
    low: float
    high: float
    key: str = ""


def settle_first(names: Sequence[str], inputs: Array, held: Truths) -> Settle | None:
    """The input between whose low and high worlds the chance of holding differs most.

    Takes: `names` of the inputs; `inputs` (input, world), each in its own unit; `held` (world,),
        whether the target holds.
    Gives: Settle, or None where no difference is clearly more than chance.
    Raises: ValueError for other shapes.
    """
    if inputs.shape != (len(names), len(held)):
        raise ValueError(
            f"inputs has shape {inputs.shape} for {len(names)} names and {len(held)} worlds; "
            "allowed is (name, world)"
        )
    best: Settle | None = None
    largest = 0.0
    for name, row in zip(names, inputs, strict=True):
        high = row > np.median(row)
        if high.sum() < FEWEST:  # most worlds have the same: the others are low
            high = row >= np.median(row)
        above, below = int(high.sum()), int((~high).sum())
        if min(above, below) < FEWEST:
            continue
        up, down = float(held[high].mean()), float(held[~high].mean())
        share = float(held.mean())
        error = float(np.sqrt(share * (1 - share) * (1 / above + 1 / below)))
        if abs(up - down) > max(largest, NOISE * error):
            best, largest = Settle(name, down, up), abs(up - down)
    return best
