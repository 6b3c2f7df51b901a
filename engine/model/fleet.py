"""Section 5: the fleet. The one loop over time, and the stocks that follow from it."""

from __future__ import annotations

import math
from dataclasses import dataclass
from types import ModuleType

from engine.model.conventions import MONTHS_PER_YEAR, Array, fade, ramp, ratio, years

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
) -> Purchases:
    """Steps 1 to 7 for every month: retire, aim, split, and meet power, budget and supply.

    `target` (time, ...): mature capacity to reach [EFLOP/s]. `capacity_per_watt` (time,
    family, ...) of a delivery. `it_limit`, `budget` (time, ...) and `supplied` (time,
    family, ...) in W; no budget is None. `initial_power` [W] and `initial_capacity`
    (time, ...): what is left of the initial fleet. `life` [months], whole, on the host.

    Power and mature capacity are kept as two rows of one array, for they are limited,
    added and retired alike: half the steps, and the loop is what a run waits for.
    """
    months, families = len(target), mix.shape[1]
    per_watt = xp.sum(mix * capacity_per_watt, axis=1)
    watts_per_capacity = ratio(xp, xp.ones_like(per_watt), per_watt, 0.0)
    lendable = supplied * may_substitute  # what a family may deliver beyond its own orders
    # rows: power, in W; capacity, in EFLOP/s
    spare_at_start = _rows(xp, it_limit - initial_power, target - initial_capacity)
    in_watts = _rows(xp, xp.ones_like(watts_per_capacity), watts_per_capacity)
    gained = _rows(xp, xp.ones_like(capacity_per_watt), capacity_per_watt)

    shape = _after_time(target, mix[:, 0], supplied[:, 0], spare_at_start[:, 0], in_watts[:, 0])
    if budget is not None:
        shape = _after_time(budget, xp.empty((1, *shape)))
    by_family = xp.empty((months, families, *shape))
    purchased = xp.empty((months, 2, *shape))
    wanted, within_power = xp.empty((months, *shape)), xp.empty((months, *shape))
    within_budget = within_power if budget is None else xp.empty((months, *shape))
    bought = xp.zeros((2, *shape))
    leaves = _Leavers(xp, life, shape)
    add_up = xp.add.reduce

    for t in range(months):
        if leaves.any_by(t):  # 1
            bought = bought - leaves.of(purchased, t)
        room, gap = xp.maximum(spare_at_start[t] - bought, 0.0) * in_watts[t]  # 2
        wanted[t] = gap  # 3
        w2 = xp.minimum(gap, room, out=within_power[t])  # 4
        if budget is not None:  # 5
            w2 = xp.minimum(w2, budget[t], out=within_budget[t])
        got = xp.minimum(mix[t] * w2, supplied[t])  # 6
        unmet = xp.maximum(w2 - add_up(got, axis=0), 0.0)
        slack = lendable[t] - got  # zero outside the mix, where nothing was got either
        spare = xp.maximum(add_up(slack, axis=0), SMALLEST_SLACK_WATTS)
        got = xp.add(got, slack * xp.minimum(substitution * unmet / spare, 1.0), out=by_family[t])
        bought = bought + add_up(got * gained[t], axis=1, out=purchased[t])  # 7
    return Purchases(by_family, wanted, within_power, within_budget, purchased[:, 0])


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
        self._shortest = int(life.min())
        self._same = self._shortest == int(life.max())
        self._life = xp.broadcast_to(xp.asarray(life), shape)

    def any_by(self, t: int) -> bool:
        return t >= self._shortest

    def of(self, history: Array, t: int) -> Array:
        if self._same:
            return history[t - self._shortest]
        born = t - self._life
        found = self._xp.take_along_axis(history, self._xp.maximum(born, 0)[None], axis=0)[0]
        return found * (born >= 0)


def binding(xp: ModuleType, bought: Purchases) -> Array:
    """Step 8: what held each month's purchases back, an index into BINDING."""
    slack = BINDING_TOLERANCE * xp.maximum(bought.wanted, 1.0)
    by_money = xp.where(bought.within_budget < bought.within_power - slack, BUDGET, POWER)
    short = bought.delivered < bought.within_budget - slack
    by_supply = xp.where(short, SUPPLY, by_money)
    return xp.where(bought.delivered >= bought.wanted - slack, DEMAND, by_supply)


def later(xp: ModuleType, running: Array, months: Array, *, by_family: bool) -> Array:
    """`running` (time, ...) moved `months` later, zero before; `months` whole, on the host.

    With `by_family`, axis 1 is the family and `months` starts with it.
    """
    lowest, highest = int(months.min()), int(months.max())
    if lowest == highest:
        return _shift(xp, running, lowest)
    if by_family and all(math.prod(row.shape) == 1 for row in months):
        moved = [_shift(xp, running[:, f], int(row.item())) for f, row in enumerate(months)]
        return xp.stack(moved, axis=1)
    delay = xp.asarray(months)[None]
    time = xp.arange(len(running)).reshape((-1,) + (1,) * (running.ndim - 1))
    born = time - delay
    shape = _full_shape(running.shape, born.shape)
    index = xp.broadcast_to(xp.maximum(born, 0), shape)
    found = xp.take_along_axis(xp.broadcast_to(running, shape), index, axis=0)
    return found * (born >= 0)


def _full_shape(a: tuple[int, ...], b: tuple[int, ...]) -> tuple[int, ...]:
    return tuple(max(x, y) for x, y in zip(a, b, strict=True))


def _shift(xp: ModuleType, running: Array, months: int) -> Array:
    if months == 0:
        return running
    moved = xp.zeros_like(running)
    moved[months:] = running[:-months]
    return moved


def curtailment(xp: ModuleType, it_limit: Array, it_power: Array) -> Array:
    """Step 9: the share of the fleet that the power of the month can run, at most 1."""
    drawing = it_power > 0
    return xp.where(drawing, xp.minimum(it_limit / xp.where(drawing, it_power, 1.0), 1.0), 1.0)
