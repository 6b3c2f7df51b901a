"""Section 5: the fleet. The one loop over time, and the stocks that follow from it."""

from __future__ import annotations

import functools
import math
from collections.abc import Callable
from dataclasses import dataclass
from types import ModuleType
from typing import Any

from engine.model.conventions import (
    MONTHS_PER_YEAR,
    VANISHING,
    Array,
    Fuse,
    fade,
    over_families,
    plainly,
    ramp,
    ratio,
    years,
)

BINDING = ("demand", "supply", "budget", "power")
DEMAND, SUPPLY, BUDGET, POWER = range(4)

BINDING_TOLERANCE = 1e-9  # of the wanted power, or of 1 W; model section 5, step 8
SMALLEST_SLACK_WATTS = 1e-9  # less than this to spare is nothing to spare


def mix_of_new_power(
    xp: ModuleType, month: Array, start: Array, target: Array, from_month: Array, at: Array
) -> Array:
    """Share of each family in new IT power; sums to 1 over families."""
    return start + (target - start) * ramp(xp, month, from_month, at)


def supply(
    xp: ModuleType,
    month: Array,
    chips_per_year: Array,
    log_growth: Array,
    log_growth_longrun: Array,
    half_life: Array,
    kept: Array,
) -> Array:
    """Chips of each family that can be had in a month; `kept` is what events have left."""
    grown = xp.exp(fade(xp, years(month), log_growth, log_growth_longrun, half_life))
    return chips_per_year / MONTHS_PER_YEAR * grown * kept


def initial_share_alive(xp: ModuleType, month: Array, life: Array) -> Array:
    """Share of the initial fleet alive: it leaves in equal parts over months 1..life."""
    return xp.maximum(life - month, 0.0) / life


@dataclass(frozen=True)
class Purchases:
    """What the loop decided, month by month. Watts of IT power."""

    by_family: Array  # (time, family, ...) delivered
    wanted: Array  # (time, ...) w0: what the plan asks for
    within_power: Array  # w1
    within_budget: Array  # w2
    delivered: Array  # d


def buy(
    xp: ModuleType,
    target: Array,
    capacity_per_watt: Array,
    mix: Array,
    it_limit: Array,
    budget: Array | None,
    supplied: Array,
    may_substitute: Array,
    substitution: Array,
    initial_power: Array,
    initial_capacity: Array,
    life: Array,
    fuse: Fuse = plainly,
) -> Purchases:
    """Steps 1 to 7 for every month: retire, aim, split, and meet power, budget and supply.

    `target` (time, ...): mature capacity to reach [EFLOP/s]. `capacity_per_watt` (time,
    family, ...) of a delivery. `it_limit`, `budget` (time, ...) and `supplied` (time,
    family, ...) in W; no budget is None. `initial_power` [W] and `initial_capacity`
    (time, ...): what is left of the initial fleet. `life` [months], whole, on the host.

    Power and mature capacity are kept as two rows of one array, for both are limited, added
    and retired alike. `fuse` may turn a function of arrays into one kernel.
    """
    months, families = len(target), mix.shape[1]
    per_watt = over_families(mix * capacity_per_watt)
    watts_per_capacity = ratio(xp, xp.ones_like(per_watt), per_watt, 0.0)
    lendable = supplied * may_substitute  # what a family may deliver beyond its own orders
    lendable_by_all = over_families(lendable)
    # rows: power, in W; capacity, in EFLOP/s
    spare_at_start = _rows(xp, it_limit - initial_power, target - initial_capacity)

    shape = _after_time(per_watt, lendable_by_all, spare_at_start[:, 0], substitution[None])
    if budget is not None:
        shape = _after_time(budget, xp.empty((1, *shape)))
    by_family = xp.empty((months, families, *shape))
    purchased = xp.empty((months, 2, *shape))
    wanted, within_power = xp.empty((months, *shape)), xp.empty((months, *shape))
    within_budget = within_power if budget is None else xp.empty((months, *shape))
    bought = xp.zeros((2, *shape))
    leaves = _Leavers(xp, life, shape)
    add_up, (orders, lent) = xp.add.reduce, _steps(xp, fuse)

    for t in range(months):
        if leaves.any_by(t):  # 1
            bought = bought - leaves.of(purchased, t)
        room, missing = xp.maximum(spare_at_start[t] - bought, 0.0)  # 2
        gap = xp.multiply(missing, watts_per_capacity[t], out=wanted[t])  # 3
        w2 = xp.minimum(gap, room, out=within_power[t])  # 4
        if budget is not None:  # 5
            w2 = xp.minimum(w2, budget[t], out=within_budget[t])
        got = orders(mix[t], w2, supplied[t])  # 6
        placed = add_up(got, axis=0)
        from_others = lent(w2, placed, lendable_by_all[t], substitution, lendable[t], got)
        got = xp.add(got, from_others, out=by_family[t])
        month = purchased[t]  # 7
        add_up(got, axis=0, out=month[0])
        add_up(got * capacity_per_watt[t], axis=0, out=month[1])
        bought = bought + month
    return Purchases(by_family, wanted, within_power, within_budget, purchased[:, 0])


@functools.cache
def _steps(xp: ModuleType, fuse: Fuse) -> tuple[Callable[..., Array], Callable[..., Array]]:
    """The two elementwise parts of step 6: a family's own orders, and what it lends."""

    def orders(mix: Array, watts: Array, supplied: Array) -> Array:
        return xp.minimum(mix * watts, supplied)

    def lent(
        watts: Array,
        placed: Array,
        lendable_by_all: Array,
        substitution: Array,
        lendable: Array,
        got: Array,
    ) -> Array:
        unmet = xp.maximum(watts - placed, 0.0)
        # outside the mix nothing may be lent, and nothing was got either
        spare = xp.maximum(lendable_by_all - placed, SMALLEST_SLACK_WATTS)
        return (lendable - got) * xp.minimum(substitution * unmet / spare, 1.0)

    return fuse(orders), fuse(lent)


def _rows(xp: ModuleType, power: Array, capacity: Array) -> Array:
    """(time, 2, ...) the two rows of the ledger."""
    return xp.stack(xp.broadcast_arrays(power, capacity), axis=1)


def _after_time(*arrays: Array) -> tuple[int, ...]:
    """The common shape of the arrays' axes after time."""
    lengths = zip(*(array.shape[1:] for array in arrays), strict=True)
    return tuple(max(axis) for axis in lengths)


class _Leavers:
    """Which past month's delivery leaves in month t; lives may differ between worlds."""

    def __init__(self, xp: ModuleType, life: Array, shape: tuple[int, ...]) -> None:
        self._xp = xp
        self._usual, self._others = _by_delay(xp, life)
        self._shortest = min(self._usual, *self._others, self._usual)

    def any_by(self, t: int) -> bool:
        return t >= self._shortest

    def of(self, history: Array, t: int) -> Array:
        xp, usual = self._xp, self._usual
        left = history[t - usual] if t >= usual else xp.zeros_like(history[0])
        if self._others:
            left = left.copy()
        for life, worlds in self._others.items():
            left[worlds] = history[t - life][worlds] if t >= life else 0.0
        return left


def _by_delay(xp: ModuleType, months: Array) -> tuple[int, dict[int, Any]]:
    """The most common of `months` (scenario, ...), and for each other one where it holds.

    The places are an index of the scenario axis of an array with the same axes after it.
    """
    first, tail = months.ravel().tolist(), (slice(None),) * (months.ndim - 1)
    usual = max(set(first), key=first.count)
    others = {
        value: (..., xp.asarray([i for i, v in enumerate(first) if v == value]), *tail)
        for value in set(first) - {usual}
    }
    return usual, others


def binding(xp: ModuleType, bought: Purchases) -> Array:
    """Step 8: what held each month's purchases back, an index into BINDING."""
    slack = BINDING_TOLERANCE * xp.maximum(bought.wanted, 1.0)
    by_money = xp.where(bought.within_budget < bought.within_power - slack, BUDGET, POWER)
    short = bought.delivered < bought.within_budget - slack
    by_supply = xp.where(short, SUPPLY, by_money)
    return xp.where(bought.delivered >= bought.wanted - slack, DEMAND, by_supply)


def alive(xp: ModuleType, running: Array, initial: Array, life: Array) -> Array:
    """(time, ...) stock after deliveries, from the `running` sum of what arrives.

    `initial` (time, ...): what is left of what was there; `life` [months], whole, on the
    host. A delivery leaves `life` months after it came.
    """
    return _stock(xp, running, running, initial, life)


def serving(xp: ModuleType, running: Array, initial: Array, bring_up: Array, life: Array) -> Array:
    """(time, family, ...) the same, of what has been brought up `bring_up` months ago.

    `bring_up` (family, ...) [months], whole, on the host.
    """
    return _stock(xp, _by_family_later(xp, running, bring_up), running, initial, life)


def _stock(xp: ModuleType, come: Array, running: Array, initial: Array, life: Array) -> Array:
    usual, others = _by_delay(xp, life)
    if others:
        stock = come - later(xp, running, life)
    else:
        stock = xp.empty_like(come)
        stock[:usual] = come[:usual]
        xp.subtract(come[usual:], running[: _left(running, usual)], out=stock[usual:])
    stock = xp.maximum(stock, 0.0, out=stock)  # rounding can leave less than nothing
    return xp.add(stock, initial, out=stock) if _covers(stock, initial) else stock + initial


def _covers(larger: Array, other: Array) -> bool:
    """Whether `other` broadcasts to the shape of `larger`."""
    return all(a >= b for a, b in zip(larger.shape, other.shape, strict=True))


def _by_family_later(xp: ModuleType, running: Array, months: Array) -> Array:
    rows = [later(xp, running[:, f], row) for f, row in enumerate(months)]
    widest = max((row.shape for row in rows), key=math.prod)
    moved = xp.empty((len(running), len(rows), *widest[1:]))
    for f, row in enumerate(rows):
        moved[:, f] = row
    return moved


def later(xp: ModuleType, running: Array, months: Array) -> Array:
    """`running` (time, ...) moved `months` later, zero before.

    `months` (scenario, ...), whole, on the host; as many axes as `running` has from there on.
    """
    usual, others = _by_delay(xp, months)
    if others:  # every world needs a place of its own
        shape = list(running.shape)
        shape[-months.ndim] = len(months)
        running = xp.broadcast_to(running, tuple(shape))
    moved = xp.empty(running.shape)
    moved[:usual] = 0.0
    moved[usual:] = running[: _left(running, usual)]
    for delay, places in others.items():
        moved[:delay][places] = 0.0
        moved[delay:][places] = running[: _left(running, delay)][places]
    return moved


def _left(running: Array, delay: int) -> int:
    """How many months there are `delay` months before the end."""
    return max(len(running) - delay, 0)


def curtailment(xp: ModuleType, it_limit: Array, it_power: Array) -> Array:
    """Step 9: the share of the fleet that the power of the month can run, at most 1."""
    drawing = it_power > VANISHING
    return xp.where(drawing, xp.minimum(it_limit / xp.where(drawing, it_power, 1.0), 1.0), 1.0)
