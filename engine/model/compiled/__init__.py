"""The loops over months, compiled where there is a compiler: the same steps, to the last bit.

`_loops` is built from the C files beside this one. Without it, and on a GPU, arrays do the same
(`buying`, `repowering`, `stocks`); they are what is meant, and the tests hold this to them.
"""

from __future__ import annotations

import importlib
import os
from collections.abc import Sequence
from typing import Any

from engine.model.arrays import HOST, Array, ArrayModule, Wholes
from engine.model.fleet import Plan, Purchases, Removed

SWITCH = "HEADROOM_WITHOUT_COMPILED"  # set to anything: as where it was not built


def _found() -> Any:
    if os.environ.get(SWITCH):
        return None
    try:
        return importlib.import_module("engine.model.compiled._loops")
    except ImportError:
        return None


_loops = _found()


def usable(xp: ArrayModule) -> bool:
    """Whether the compiled loops are there, for arrays of this module.

    Takes: `xp`, the array module.
    Gives: yes or no.
    Source: model, section 5: one loop, however it is computed.
    """
    return _loops is not None and xp is HOST


def buy(plan: Plan, entered: Array, found: Purchases) -> None:
    """Steps 1 to 8 for every month.

    Takes: `plan`, on the axes and in the units that are named there; `entered`
        (time, 1 + family, ...), power [W IT] and then the nominal peak [TFLOP/s] of deliveries,
        and `found`, Purchases, which are filled.
    Source: model, section 5, steps 1 to 8.
    """
    terms, removed = plan.repowering, found.removed
    inputs = (
        *(plan.target, plan.use, plan.peak_per_watt, plan.mix, plan.it_limit, plan.budget),
        *(plan.supplied, plan.firm, plan.may_substitute, plan.substitution),
        *(plan.initial_watts, plan.initial_peak, plan.initial_alive, plan.life.astype(float)),
        *((None,) * 3 if terms is None else (terms.threshold, terms.most_per_month, terms.begins)),
    )
    outputs = (
        *(found.by_family, entered, found.taken_by_family, found.wanted),
        *(found.within_power, found.within_budget, found.repowered),
    )
    _loops.buy(inputs, outputs, None if removed is None else _parts(removed))


def _parts(removed: Removed) -> tuple[Array | Wholes, ...]:
    return (
        *(removed.head, removed.part, removed.watts, removed.peak, removed.watts_alive),
        *(removed.peak_alive, removed.watts_through, removed.peak_through),
        *(removed.peak_through_rest, removed.peak_rest, removed.peak_of_lots),
    )


def stock(
    delivered: Array, initial: Array, life: Wholes, bring_up: Wholes | None, out: Array
) -> None:
    """What came `bring_up` months ago or earlier and is alive, and what is left of before.

    Takes: `delivered` (time, [family,] ...) [any unit, a month]; `initial` (time, [family,] ...)
        [the same unit]; `life` (scenario, ...) and `bring_up` (family, scenario, ...) [months],
        whole, none for no wait; `out` (time, [family,] ...) [the same unit], which is filled.
    Source: model, section 5.
    """
    wait = None if bring_up is None else bring_up.astype(float)
    by_family = out.ndim - life.ndim > 1
    _loops.stock(out, delivered, initial, life.astype(float), wait, by_family)


def queued(
    delivered: Array, initial: Array, removed: Removed, out: Array, *, leaving: bool
) -> None:
    """What came less what has left in the order it came, or what leaves in each month.

    Takes: `delivered` (time, family, ...) [any unit, a month]; `initial` (family, ...)
        [the same unit]; `removed`, Removed; `out` (time, family, ...) [the same unit], which is
        filled; `leaving`, whether with what leaves.
    Source: model, section 5, step 4.
    """
    _loops.queued(out, delivered, initial, removed.head, removed.part, leaving)


def weighted(
    weight: Array | None, counted: Sequence[int], factors: Sequence[Array], out: Array
) -> None:
    """The sum over some families of a product.

    Takes: `weight` (family, ...) [share], none for one; `counted`, places of families; `factors`
        (time, family or 1, ...) [any units]; `out` (time, ...), which is filled.
    Source: model, section 0, draws.
    """
    _loops.weighted(out, weight, tuple(counted), tuple(factors))
