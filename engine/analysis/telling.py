"""Which sides of a box tell the failing worlds apart, and which chance alone would have found.

B. P. Bryant and R. J. Lempert, "Thinking inside the box", Technological Forecasting and Social
Change 77 (2010) 34, section 3.3: the quasi-p-value of a side.
"""

from __future__ import annotations

import math

import numpy as np

from engine.analysis.prim import Box, Search
from engine.model.arrays import Array, Truths

# a search tries every side at its best place, so that one in twenty is found where there is none
LUCK = 0.01


def telling(box: Box, inputs: Array, fails: Truths) -> Box:
    """The box without the sides that chance alone would explain, the least telling first.

    A side is explained where, of worlds taken at random from the box without it, as many would fail
    in more than a hundredth of all cases. Once one is gone the others are moved to where they
    serve best: they stood where it left them room.

    Takes: `box`; `inputs` (input, world) [each input's unit]; `fails` (world,).
    Gives: Box.
    Source: Bryant and Lempert 2010, section 3.3.
    """
    search = Search(inputs, fails)
    while box.limits:
        lucks = {limit: _luck(box, limit, inputs, fails) for limit in box.limits}
        worst = max(lucks, key=lambda limit: lucks[limit])
        if lucks[worst] <= LUCK:
            break
        box = search.settled(box.without(*worst))
    return box


def _luck(box: Box, limit: tuple[int, int], inputs: Array, fails: Truths) -> float:
    """The chance of as many failing worlds in the box, were this side of it of no matter."""
    inside, wide = box.holds(inputs), box.without(*limit).holds(inputs)
    return at_least(int(fails[inside].sum()), int(inside.sum()), float(fails[wide].mean()))


def at_least(failing: int, count: int, share: float) -> float:
    """The chance that of `count` worlds at least `failing` fail where a `share` of all does.

    Takes: `failing` and `count`, numbers of worlds; `share` [share].
    Gives: [share].
    """
    if failing <= 0 or share >= 1.0:
        return 1.0
    if share <= 0.0:
        return 0.0
    of_factorials = np.concatenate([[0.0], np.cumsum(np.log(np.arange(1, count + 1)))])
    some = np.arange(failing, count + 1)
    ways = of_factorials[count] - of_factorials[some] - of_factorials[count - some]
    logs = ways + some * math.log(share) + (count - some) * math.log1p(-share)
    return float(min(np.exp(logs).sum(), 1.0))
