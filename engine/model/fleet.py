"""Section 5: the fleet. The one loop over time, and the stocks that follow from it."""

from __future__ import annotations

import functools
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from engine.model import stocks
from engine.model.arrays import FAMILY, Array, ArrayModule, Fuse, Wholes
from engine.model.conventions import (
    MONTHS_PER_YEAR,
    VANISHING,
    fade,
    over_families,
    plainly,
    product_over_families,
    ramp,
    ratio,
    years,
)

BINDING = ("demand", "supply", "budget", "power")
DEMAND, SUPPLY, BUDGET, POWER = range(4)

BINDING_TOLERANCE = 1e-9  # of the wanted power, or of 1 W; model section 5, step 8
SMALLEST_SLACK_WATTS = 1e-9  # less than this to spare is nothing to spare


SMALLEST_SURE_SHARE = 1e-9  # a mix of shares above it has no zero on the way, by rounding either


def mix_of_new_power(
    xp: ArrayModule, month: Array, start: Array, target: Array, from_month: Array, at: Array
) -> Array:
    """Share of each family in new IT power; sums to 1 over families.

    Takes: `month` (time, 1, ...) [months since start]; `start` and `target` (family, ...) [share];
        `from_month` and `at` (...) [months since start].
    Gives: (time, family, ...) [share].
    Source: model, section 5, step 3.
    """
    return start + (target - start) * ramp(xp, month, from_month, at)


def supply(
    xp: ArrayModule,
    month: Array,
    chips_per_year: Array,
    log_growth: Array,
    log_growth_longrun: Array,
    half_life: Array,
    kept: Array,
) -> Array:
    """Chips of each family that can be had in a month.

    Takes: `month` (time, 1, ...) [months since start]; `chips_per_year` (family, ...)
        [chips per year]; `log_growth` (family, ...) and `log_growth_longrun` (...) [ln per year];
        `half_life` (...) [years]; `kept` (time, family, ...) [share], what events have left.
    Gives: (time, family, ...) [chips a month].
    Source: model, section 5, step 3.
    """
    grown = xp.exp(fade(xp, years(month), log_growth, log_growth_longrun, half_life))
    return chips_per_year / MONTHS_PER_YEAR * grown * kept


def initial_share_alive(xp: ArrayModule, month: Array, life: Array) -> Array:
    """Share of the initial fleet alive: it leaves in equal parts over months 1 to `life`.

    Takes: `month` (time, ...) [months since start]; `life` (...) [months].
    Gives: (time, ...) [share].
    Source: model, section 5.
    """
    return xp.maximum(life - month, 0.0) / life


@dataclass(frozen=True)
class Purchases:
    """What the loop decided, month by month. Watts of IT power."""

    by_family: Array  # (time, family, ...) delivered
    capacity_by_family: Array  # (time, family, ...) its mature capacity [EFLOP/s]
    wanted: Array  # (time, ...) w0: what the plan asks for
    within_power: Array  # w1
    within_budget: Array  # w2
    delivered: Array  # d


def buy(
    xp: ArrayModule,
    target: Array,
    capacity_per_watt: Array,
    mix: Array,
    it_limit: Array,
    budget: Array | None,
    supplied: Array,
    may_substitute: Array | None,
    substitution: Array,
    initial_power: Array,
    initial_capacity: Array,
    life: Wholes,
    fuse: Fuse = plainly,
) -> Purchases:
    """Steps 1 to 7 for every month: retire, aim, split, and meet power, budget and supply.

    Power and mature capacity are kept as two rows of one array, for both are limited, added and
    retired alike. `fuse` may turn a function of arrays into one kernel.

    Takes: `target` (time, ...) [effective EFLOP/s], mature capacity to reach; `capacity_per_watt`
        (time, family, ...) [effective EFLOP/s per W IT] of a delivery; `mix` (time, family, ...)
        [share]; `it_limit` (time, ...) [W IT]; `budget` (time, ...) [W IT a month], None without
        one; `supplied` (time, family, ...) [W IT a month]; `may_substitute` (time, family, ...)
        [0 or 1], 1 where a family may deliver beyond its own orders, None where all may;
        `substitution` (...) [share]; `initial_power` (time, ...) [W IT] and `initial_capacity`
        (time, ...) [effective EFLOP/s], what is left of the initial fleet; `life` (scenario, ...)
        [months], whole, on the host.
    Gives: Purchases, on the axes and in the units that are named there.
    Source: model, section 5, steps 1 to 7.
    """
    months, families = len(target), mix.shape[FAMILY]
    per_watt = product_over_families(mix, capacity_per_watt)
    watts_per_capacity = ratio(xp, 1.0, per_watt, 0.0)
    lendable = supplied if may_substitute is None else supplied * may_substitute
    lendable_by_all = over_families(lendable)

    decisive = (per_watt, lendable_by_all, it_limit, target, initial_power, initial_capacity)
    shape = _after_time(*decisive, substitution[None], *([] if budget is None else [budget]))
    spare = xp.empty((months, 2, *shape))  # rows: power, in W; capacity, in EFLOP/s
    xp.subtract(it_limit, initial_power, out=spare[:, 0])
    xp.subtract(target, initial_capacity, out=spare[:, 1])
    wanted = xp.empty((months, *shape))
    within = xp.empty((months, 2, *shape))  # rows: w2, and what all families may lend, in W
    within[:, 1] = lendable_by_all
    within_power = within[:, 0] if budget is None else xp.empty((months, *shape))
    purchased = xp.empty((months, 2, families, *shape))
    ledger = _Ledger(xp, spare, life)
    nothing, least = xp.zeros((2, *shape)), xp.zeros((2, *shape))
    least[1] = SMALLEST_SLACK_WATTS
    add_up, add, minimum, multiply = xp.add.reduce, xp.add, xp.minimum, xp.multiply
    lend, all_of_it = xp.empty(shape), xp.ones(shape)
    lend[:] = substitution
    left_over, orders, lent = _steps(xp, fuse)
    bought, entered = ledger.bought, ledger.entered

    # by measurement: an index is quicker than to unpack, two arrays of one shape than others
    for t in range(months):
        if t in ledger.retiring:  # 1
            ledger.retire(t)
        left = left_over(spare[t], bought, nothing)  # 2
        gap = multiply(left[1], watts_per_capacity[t], out=wanted[t])  # 3
        w2 = minimum(gap, left[0], out=within_power[t])  # 4
        if budget is not None:  # 5
            w2 = minimum(w2, budget[t], out=within[t, 0])
        own = orders(mix[t], w2, supplied[t])  # 6
        left = left_over(within[t], add_up(own, axis=0), least)
        others = lent(lendable[t], own, left[0], left[1], lend, all_of_it)
        got = purchased[t]  # 7
        multiply(add(own, others, out=got[0]), capacity_per_watt[t], out=got[1])
        bought += add_up(got, axis=1, out=entered[t])
    return Purchases(
        by_family=purchased[:, 0],
        capacity_by_family=purchased[:, 1],
        wanted=wanted,
        within_power=within_power,
        within_budget=within[:, 0],
        delivered=entered[:, 0],
    )


@functools.cache
def _steps(xp: ArrayModule, fuse: Fuse) -> tuple[Callable[..., Array], ...]:
    """The elementwise parts of the steps: what is left over, own orders, what others lend."""

    def left_over(limits: Array, taken: Array, least: Array) -> Array:
        return xp.maximum(limits - taken, least)

    def orders(mix: Array, watts: Array, supplied: Array) -> Array:
        return xp.minimum(mix * watts, supplied)

    def lent(
        lendable: Array, got: Array, unmet: Array, spare: Array, lend: Array, most: Array
    ) -> Array:
        # outside the mix nothing may be lent, and nothing was got
        return (lendable - got) * xp.minimum(lend * unmet / spare, most)

    return fuse(left_over), fuse(orders), fuse(lent)


def _after_time(*arrays: Array) -> tuple[int, ...]:
    """The common shape of the arrays' axes after time."""
    lengths = zip(*(array.shape[1:] for array in arrays), strict=True)
    return tuple(max(axis) for axis in lengths)


class _Ledger:
    """What was bought and is alive, in two rows: power and capacity.

    Lives may differ between worlds. As in `stocks`, time is cut into blocks of one life, so
    that what has left leaves no rounding behind: `bought` is that of the block under way, and
    what is alive of the one before is taken from what the limits leave to `spare`.
    """

    def __init__(self, xp: ArrayModule, spare: Array, life: Wholes) -> None:
        """`spare` (time, 2, ...): what the initial fleet leaves of the limits; is changed."""
        self._xp = xp
        self._spare = spare
        self.bought = xp.zeros(spare.shape[1:])
        self.entered = xp.empty(spare.shape)  # in each month
        lives = life.ravel().tolist()
        usual, others = stocks.by_value(xp, lives, life.ndim)
        places: dict[int, Any] = {usual: ..., **others}
        if others:
            places[usual] = stocks.places_of(xp, usual, lives, life.ndim)
        self.retiring: dict[int, list[tuple[int, Any]]] = {}  # by month, where blocks begin
        for own, where in places.items():
            for t in range(own, len(spare), own):
                self.retiring.setdefault(t, []).append((own, where))

    def retire(self, t: int) -> None:
        """Begin blocks: what was bought in those before leaves in them, month by month."""
        for life, places in self.retiring[t]:
            self.bought[places] = 0.0
            left = self.entered[t - life + 1 : t][places]
            if len(left):
                left = stocks.still_there(self._xp, left)
                spare = self._spare[t : t + len(left)]
                spare[places] -= left[: len(spare)]


def binding(xp: ArrayModule, bought: Purchases) -> Array:
    """What held each month's purchases back.

    Takes: `bought`, Purchases [W IT a month].
    Gives: (time, ...) [index into BINDING].
    Source: model, section 5, step 8.
    """
    slack = BINDING_TOLERANCE * xp.maximum(bought.wanted, 1.0)
    by_money = xp.where(bought.within_budget < bought.within_power - slack, BUDGET, POWER)
    short = bought.delivered < bought.within_budget - slack
    by_supply = xp.where(short, SUPPLY, by_money)
    return xp.where(bought.delivered >= bought.wanted - slack, DEMAND, by_supply)


def curtailment(xp: ArrayModule, it_limit: Array, it_power: Array) -> Array:
    """The share of the fleet that the power of the month can run, at most 1.

    Takes: `it_limit` and `it_power` (time, ...) [GW IT].
    Gives: (time, ...) [share]; 1 where there is no fleet.
    Source: model, section 5, step 9.
    """
    share = xp.minimum(it_limit / xp.maximum(it_power, VANISHING), 1.0)
    return xp.where(it_power > VANISHING, share, 1.0)
