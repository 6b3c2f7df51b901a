"""The loops over months, compiled where there is a compiler: the same steps, to the last bit.

`_loops` is built from the C files beside this one. Without it, and on a GPU, arrays do the same
(`buying`, `repowering`, `stocks`); they are what is meant, and the tests hold this to them.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from typing import Any

from engine.model.arrays import HOST, Array, ArrayModule, Wholes, on_host

SWITCH = "HEADROOM_WITHOUT_COMPILED"  # set to anything: as where it was not built
EDITION = 2  # raised with what functions take: a library left over from older sources is not used


def found() -> Any:
    """The library, or none."""
    if os.environ.get(SWITCH):
        return None
    try:
        from engine.model.compiled import _loops as built
    except ImportError:
        return None
    return of_this_edition(built)


def of_this_edition(library: Any) -> Any:
    """The library where it was built from these sources, or none.

    Takes: `library`.
    Gives: the library or None.
    Source: model, section 5: one loop, however it is computed.
    """
    return library if getattr(library, "EDITION", None) == EDITION else None


_loops = found()


def usable(xp: ArrayModule) -> bool:
    """Whether the compiled loops are there, for arrays of this module.

    Takes: `xp`, the array module.
    Gives: yes or no.
    Source: model, section 5: one loop, however it is computed.
    """
    return _loops is not None and xp is HOST


def usable_for(arrays: Sequence[Array]) -> bool:
    """The same for these arrays.

    Takes: `arrays` (...) [any unit].
    Gives: yes or no.
    Source: model, section 0, draws.
    """
    return _loops is not None and on_host(arrays[0])


def buy(
    plan: tuple[Array | None, ...],
    bought: tuple[Array | None, ...],
    removed: tuple[Array | Wholes, ...] | None,
) -> None:
    """Steps 1 to 8 for every month.

    Takes: `plan` (time, ...), the arrays of Plan with life as numbers, and then those of
        Repowering or nothing; `bought` (time, ...), those of Purchases that are filled: power by
        family, power and then the nominal peak of each family, what is taken, and so on;
        `removed` (time, family, ...), those of Removed. Axes and units are named there.
    Source: model, section 5, steps 1 to 8.
    """
    _loops.buy(plan, bought, removed)


def stock(
    delivered: Array, initial: Array, life: Wholes, bring_up: Wholes | None, out: Array
) -> Array:
    """What came `bring_up` months ago or earlier and is alive, and what is left of before.

    Takes: `delivered` (time, ...) [any unit, a month] and `initial` (time, ...) [the same unit],
        both by family or neither; `life` (scenario, ...) and `bring_up` (family, scenario, ...)
        [months], whole, none for no wait; `out` (time, ...) [the same unit], which is filled.
    Gives: `out` (time, ...) [unit of `initial`].
    Source: model, section 5.
    """
    wait = None if bring_up is None else bring_up.astype(float)
    by_family = out.ndim - life.ndim > 1
    _loops.stock(out, delivered, initial, life.astype(float), wait, by_family)
    return out


def queued(
    delivered: Array, initial: Array, head: Wholes, part: Array, out: Array, *, leaving: bool
) -> Array:
    """What came less what has left in the order it came, or what leaves in each month.

    Takes: `delivered` (time, family, ...) [any unit, a month]; `initial` (family, ...)
        [the same unit]; `head` (time, family, ...), whole numbers, and `part` (time, family, ...)
        [share], those of Removed; `out` (time, family, ...) [the same unit], which is filled;
        `leaving`, whether with what leaves.
    Gives: `out` (time, family, ...) [unit of `initial`].
    Source: model, section 5, step 4.
    """
    _loops.queued(out, delivered, initial, head, part, leaving)
    return out


def serving(
    through: Array,
    through_rest: Array,
    gone: Array,
    gone_rest: Array,
    bring_up: Wholes,
    out: Array,
) -> Array:
    """The peak that came at least `bring_up` months ago and has not left.

    Takes: `through` and `through_rest` (lot, family, ...) [TFLOP/s] and `gone` and `gone_rest`
        (time, family, ...) [TFLOP/s], of those of Removed; `bring_up` (family, scenario, ...)
        [months], whole; `out` (time, family, ...) [TFLOP/s], which is filled.
    Gives: `out` (time, family, ...) [TFLOP/s].
    Source: model, section 5, step 9.
    """
    _loops.serving(out, bring_up.astype(float), (through, through_rest, gone, gone_rest))
    return out


def take_over(
    blend: Array, older: Array, newer: Array, month: Array, available: Array, ramp: Array
) -> None:
    """Fill `blend` with `older` where a newer generation has taken its share.

    Takes: `blend` (4, time, ...), which may be `older` (4, time or 1, ...), and `newer`
        (4, 1, ...) [TFLOP/s, W IT, $, $ per hour]; `month` (time, 1, ...) and `available` (...)
        [months since start]; `ramp` (...) [months], of which none is 0.
    Source: model, section 1.
    """
    _loops.take_over(blend, older, newer, month, available, ramp)


def weighted(
    weight: Array | None, counted: Sequence[int], factors: Sequence[Array], out: Array
) -> Array:
    """The sum over some families of a product.

    Takes: `weight` (family, ...) [share], none for one; `counted`, places of families; `factors`
        (time, family or 1, ...) [any units]; `out` (time, ...) [product of the units], which is
        filled.
    Gives: `out` (time, ...) [product of the units].
    Source: model, section 0, draws.
    """
    _loops.weighted(out, weight, tuple(counted), tuple(factors))
    return out
