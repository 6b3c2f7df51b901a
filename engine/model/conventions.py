"""Section 0: units, constants and the two curves (ramp and fade) that other sections use."""

from __future__ import annotations

import functools
import math
import operator
from collections.abc import Sequence
from typing import TypeVar

from engine.model import compiled
from engine.model.arrays import FAMILY, HOST, TIME, Array, ArrayModule, Equation, Fuse

Number = TypeVar("Number", float, Array)

MONTHS_PER_YEAR = 12
HOURS_PER_MONTH = 730.5  # 8766 / 12, everywhere; model section 0
H100_TOPS = 1979.0  # dense 8-bit TFLOP/s of one H100, Epoch AI's unit of account

WATTS_PER_GW = 1e9
WATTS_PER_MW = 1e6
WATTS_PER_KW = 1e3
DOLLARS_PER_BN = 1e9
EFLOPS_PER_TFLOPS = 1e-6
PFLOPS_PER_EFLOPS = 1e3
FLOP_PER_PFLOP_HOUR = 3.6e18
TOKENS_PER_MILLION = 1e6
FLOP_PER_PARAMETER_AND_TOKEN = 2  # one multiply and one add; Kaplan et al. 2020

VANISHING = 1e-100  # what is smaller is nothing: dividing by it could overflow
WIDE = 128  # values a month from which adding month by month beats cumsum, by 2.0x at 1,024


def plainly(function: Equation) -> Equation:
    """The function as it is: what NumPy makes of a request to fuse.

    Takes: `function`, any.
    Gives: the same function.
    """
    return function


@functools.cache
def as_kernel(equation: Equation, xp: ArrayModule, fuse: Fuse) -> Equation:
    """An elementwise `equation(xp, ...)` of arrays alone, as what `fuse` makes of it.

    The same again for the same equation, so that a kernel is compiled once.

    Takes: `equation`, pure, `xp` first; `xp`, the array module; `fuse`, what makes a kernel.
    Gives: a function of the arrays alone.
    """

    @functools.wraps(equation)
    def on_arrays(*arrays: Array) -> Array:
        return equation(xp, *arrays)

    return fuse(on_arrays)


def years(month: Array) -> Array:
    """Years since month 0; a year is twelve months.

    Takes: `month` (time, ...) [months since start].
    Gives: (time, ...) [years].
    Source: model, section 0.
    """
    return month / MONTHS_PER_YEAR


def ramp(xp: ArrayModule, month: Array, first: Array | float, last: Array) -> Array:
    """0 up to `first`, 1 from `last`, straight between; a step at `last` where not later.

    Takes: `month` (time, ...) [months since start]; `first` and `last` (...) [months since start].
    Gives: (time, ...) [share].
    Source: model, sections 0 (a ramp of no length) and 4.
    """
    rises = last > first
    begin, length = xp.where(rises, first, last), xp.where(rises, last - first, VANISHING)
    # a step is a rise of no length that ends where it begins: so it is 1 there, not 0
    rising = (month - begin) / length + xp.where(rises, 0.0, 1.0)
    return xp.minimum(xp.maximum(rising, 0.0), 1.0)  # clip can't be part of a fused kernel


def fade(xp: ArrayModule, elapsed: Array, log_start: Array, log_end: Array, half: Array) -> Array:
    """Logarithm of what has grown after `elapsed` years.

    The yearly rate decays from `log_start` to `log_end` with the half-life `half`; a half-life of
    zero means the long-run rate at once.

    Takes: `elapsed` (time, ...) [years]; `log_start` and `log_end` (...) [ln per year]; `half`
        (...) [years].
    Gives: (time, ...) [ln].
    Source: model, section 2.
    """
    excess = fading_years(xp, elapsed, half)
    return elapsed * log_end + (log_start - log_end) * excess


def fading_years(xp: ArrayModule, elapsed: Array, half: Array) -> Array:
    """Years at the full rate that a rate fading to nothing amounts to after `elapsed` years.

    Takes: `elapsed` (time, ...) [years]; `half` (...) [years], its half-life; 0 is at once.
    Gives: (time, ...) [years].
    Source: model, section 2, phi.
    """
    lasting = half > VANISHING
    safe = xp.where(lasting, half, 1.0)
    excess = -xp.expm1(-math.log(2) * elapsed / safe) * (safe / math.log(2))
    return xp.where(lasting, excess, 0.0)


def ratio(xp: ArrayModule, numerator: Array | float, denominator: Array, otherwise: float) -> Array:
    """`numerator / denominator`, `otherwise` where the denominator is not above zero.

    Takes: `numerator` and `denominator` (...) [any unit]; `otherwise`, a number.
    Gives: (...) [unit of the quotient].
    Source: model, section 6: without capacity a unit cost is undefined, never an error.
    """
    quotient = numerator / xp.maximum(denominator, VANISHING)
    return xp.where(denominator > VANISHING, quotient, otherwise)


def running_sum(xp: ArrayModule, flow: Array, out: Array | None = None) -> Array:
    """The sum of `flow` up to each month, in `out` where given.

    Month by month for wide arrays: NumPy's cumsum along the first axis jumps through memory. Both
    add in the same order and give the same bits.

    Takes: `flow` and `out` (time, ...) [any unit].
    Gives: (time, ...) [unit of `flow`].
    """
    if len(flow) < 2 or flow[0].size < WIDE:
        return xp.cumsum(flow, axis=TIME, out=out)
    total = xp.empty(flow.shape) if out is None else out
    add, rows = xp.add, iter(zip(flow, total, strict=True))
    first, before = next(rows)
    before[...] = first
    for more, row in rows:
        before = add(before, more, out=row)
    return total


def add_exactly(a: Number, b: Number) -> tuple[Number, Number]:
    """A sum, and what rounding has left of it: together they are exact.

    Takes: `a` and `b`, numbers or arrays (...) [any unit].
    Gives: twice (...) [unit of `a`].
    Source: model, section 5, step 4, needs it; D. E. Knuth, The Art of Computer Programming,
        volume 2, section 4.2.2, theorem B.
    """
    total = a + b
    added = total - a
    return total, (a - (total - added)) + (b - added)


def over_families(by_family: Array) -> Array:
    """The sum over families, added in order, so that every batch adds alike.

    Takes: `by_family` (time, family, ...) [any unit].
    Gives: (time, ...) [unit of `by_family`].
    """
    if by_family.shape[FAMILY] == 1:
        return by_family[:, 0]
    total = by_family[:, 0] + by_family[:, 1]
    for f in range(2, by_family.shape[FAMILY]):
        total += by_family[:, f]
    return total


def product_over_families(*factors: Array) -> Array:
    """The sum over families of a product, which is never held as a whole.

    Takes: `factors` (time, family or 1, ...) [any units].
    Gives: (time, ...) [product of the units].
    """
    families = max(factor.shape[FAMILY] for factor in factors)
    if compiled.usable_for(factors):
        return _weighted(None, range(families), factors)
    return _added([_product(f, factors) for f in range(families)])


def weighted_over_families(weight: Array, counted: Sequence[int], *factors: Array) -> Array:
    """The same times `weight`, which is zero but for the families `counted`.

    Takes: `weight` (family, ...) [share]; `counted`, places of families; `factors`
        (time, family or 1, ...) [any units].
    Gives: (time, ...) [product of the units].
    """
    if compiled.usable_for(factors):
        return _weighted(weight, counted or [0], factors)
    return _added([weight[f] * _product(f, factors) for f in counted or [0]])


def _weighted(weight: Array | None, counted: Sequence[int], factors: Sequence[Array]) -> Array:
    worlds = [factor.shape[2:] for factor in factors]
    if weight is not None:
        worlds.append(weight.shape[1:])
    shape = max(map(len, factors)), *(max(axis) for axis in zip(*worlds, strict=True))
    return compiled.weighted(weight, counted, factors, HOST.empty(shape))


def _product(family: int, factors: Sequence[Array]) -> Array:
    parts = [factor[:, family if factor.shape[FAMILY] > 1 else 0] for factor in factors]
    return functools.reduce(operator.mul, parts)


def _added(parts: Sequence[Array]) -> Array:
    return functools.reduce(operator.add, parts)
