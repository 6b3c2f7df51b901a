"""Section 5: the fleet. The one loop over time, and the stocks that follow from it."""

from __future__ import annotations

import math
from dataclasses import dataclass
from types import ModuleType

from engine.model.conventions import MONTHS_PER_YEAR, Array, fade, ramp, years

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
    """
    months = len(target)
    per_watt = xp.sum(mix * capacity_per_watt, axis=1)
    watts_per_capacity = xp.where(per_watt > 0, 1.0 / xp.where(per_watt > 0, per_watt, 1.0), 0.0)
    room_at_start = it_limit - initial_power
    gap_at_start = target - initial_capacity

    shape = _broadcast(target, mix[:, 0], supplied[:, 0], it_limit, watts_per_capacity)
    if budget is not None:
        shape = _broadcast(target, mix[:, 0], supplied[:, 0], it_limit, budget)
    families = mix.shape[1]
    by_family = xp.zeros((months, families, *shape))
    delivered, wanted, within_power, within_budget, added = (
        xp.zeros((months, *shape)) for _ in range(5)
    )
    bought_power, bought_capacity = xp.zeros(shape), xp.zeros(shape)
    leaves = _Leavers(xp, life, shape)

    for t in range(months):
        if leaves.any_by(t):  # 1
            bought_power = bought_power - leaves.of(delivered, t)
            bought_capacity = bought_capacity - leaves.of(added, t)
        gap = xp.maximum(gap_at_start[t] - bought_capacity, 0.0)  # 2
        w0 = gap * watts_per_capacity[t]  # 3
        w1 = xp.minimum(w0, xp.maximum(room_at_start[t] - bought_power, 0.0))  # 4
        w2 = w1 if budget is None else xp.minimum(w1, budget[t])  # 5
        got = xp.minimum(mix[t] * w2, supplied[t])  # 6
        unmet = xp.maximum(w2 - xp.sum(got, axis=0), 0.0)
        slack = (supplied[t] - got) * may_substitute[t]
        spare = xp.maximum(xp.sum(slack, axis=0), SMALLEST_SLACK_WATTS)
        got = got + slack * xp.minimum(substitution * unmet / spare, 1.0)
        by_family[t] = got  # 7
        delivered[t] = d = xp.sum(got, axis=0)
        added[t] = new = xp.sum(got * capacity_per_watt[t], axis=0)
        wanted[t], within_power[t], within_budget[t] = w0, w1, w2
        bought_power = bought_power + d
        bought_capacity = bought_capacity + new
    return Purchases(by_family, wanted, within_power, within_budget, delivered)


def _broadcast(*arrays: Array) -> tuple[int, ...]:
    """The common shape of the arrays' axes after time."""
    depth = max(array.ndim for array in arrays) - 1
    shapes = [(1,) * (depth + 1 - array.ndim) + array.shape[1:] for array in arrays]
    return tuple(max(lengths) for lengths in zip(*shapes, strict=True))


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
