"""Section 5: the fleet: by what it is bought, what comes of it, and what holds it back."""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import Any

from engine.model.arrays import Array, ArrayModule, Wholes
from engine.model.conventions import MONTHS_PER_YEAR, VANISHING, fade, ramp, ratio, years

BINDING = ("demand", "supply", "budget", "power")
DEMAND, SUPPLY, BUDGET, POWER = range(4)

BINDING_TOLERANCE = 1e-9  # of the wanted power, or of 1 W; model section 5, step 8
REPOWERING_TOLERANCE = 1e-9  # of the limit, and of what is worth keeping; section 5, step 4
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
) -> Array:
    """Chips of each family that can be had in a month beside contracts, before losses.

    Takes: `month` (time, 1, ...) [months since start]; `chips_per_year` (family, ...)
        [chips per year]; `log_growth` (family, ...) and `log_growth_longrun` (...) [ln per year];
        `half_life` (...) [years].
    Gives: (time, family, ...) [chips a month].
    Source: model, section 5, step 3.
    """
    grown = xp.exp(fade(xp, years(month), log_growth, log_growth_longrun, half_life))
    return chips_per_year / MONTHS_PER_YEAR * grown


def premium(xp: ArrayModule, ordinary: Array, contracts: Array, priced: Array) -> Array:
    """Factor on the price of deliveries for what contracts cost beside the list price.

    Takes: `ordinary` (time, family, ...) [W IT a month] and `contracts` (time, family, ...)
        [W IT a month], what can be had of each before losses; `priced` (time, family, ...)
        [W IT a month], the latter times their price factors.
    Gives: (time, family, ...) [factor]; 1 where nothing can be had.
    Source: model, section 6, price of a family's deliveries.
    """
    return ratio(xp, ordinary + priced, ordinary + contracts, 1.0)


def initial_share_alive(xp: ArrayModule, month: Array, life: Array) -> Array:
    """Share of the initial fleet alive: it leaves in equal parts over months 1 to `life`.

    Takes: `month` (time, ...) [months since start]; `life` (...) [months].
    Gives: (time, ...) [share].
    Source: model, section 5.
    """
    return xp.maximum(life - month, 0.0) / life


@dataclass(frozen=True)
class Repowering:
    """When old chips make way for new ones; model section 5, step 4."""

    threshold: Array  # (...) theta, share of a new chip's compute per watt; 0 is never
    most_per_month: Array  # (...) [share of IT power]
    begins: Array  # (...) as_of [months since start]
    first_month: int  # the earliest of them in any world


OF_LOTS = ("watts_through", "peak_through", "peak_through_rest")  # of Removed


@dataclass(frozen=True)
class Removed:
    """How far the queue of each family's lots has left; lot 0 is the initial fleet.

    Axes (time, family, ...) but those of the lots, which have one more entry along the first.
    """

    head: Wholes  # lots before it are gone, whole numbers
    part: Array  # of that lot is gone, too [share]
    watts_alive: Array  # after the month's deliveries [W]
    peak_alive: Array  # likewise [TFLOP/s]
    watts_through: Array  # (lot, family, ...) of all lots up to each [W]
    peak_through: Array  # (lot, family, ...) likewise [TFLOP/s]
    peak_through_rest: Array  # what rounding has left of that
    peak_rest: Array  # that has left beside `peak_of_lots`, with what rounding has left of that
    peak_of_lots: Array  # that has left with whole lots [TFLOP/s]

    @classmethod
    def of(cls, xp: ArrayModule, shape: tuple[int, ...]) -> Removed:
        """Room for what leaves queues of lots, not yet filled.

        Takes: `xp`, the array module; `shape` (time, family, ...) of what is of months.
        Gives: Removed.
        Source: model, section 5, step 4.
        """
        months, *row = shape
        lots = (months + 1, *row)
        room: dict[str, Any] = {
            part.name: xp.empty(lots if part.name in OF_LOTS else shape) for part in fields(cls)
        }
        return cls(**room | {"head": xp.zeros(shape).astype(int)})


@dataclass(frozen=True)
class Plan:
    """What is bought by: demand, limits and prices of every month.

    Axes (time, [family,] scenario, [draw]); watts are of IT power, peak is nominal [TFLOP/s].
    """

    target: Array  # (time, ...) mature capacity to reach [effective EFLOP/s]
    use: Array  # (time, family, ...) [effective EFLOP/s per TFLOP/s] of the month, old chips too
    peak_per_watt: Array  # (time, family, ...) [TFLOP/s per W] of a delivery
    mix: Array  # (time, family, ...) [share] of new power
    it_limit: Array  # (time, ...) [W]
    budget: Array | None  # (time, ...) [W a month], None without one
    supplied: Array  # (time, family, ...) [W a month] that can be had
    firm: Array | None  # (time, family, ...) [W a month] of them to be taken, None without any
    may_substitute: Array | None  # (time, family, ...) [0 or 1], None where all may lend
    substitution: Array  # (...) [share]
    initial_watts: Array  # (family, ...) [W]
    initial_peak: Array  # (family, ...) [TFLOP/s]
    initial_alive: Array  # (time, ...) [share]
    life: Wholes  # (scenario, ...) [months], whole, on the host
    repowering: Repowering | None  # None where old chips never make way


@dataclass(frozen=True)
class Purchases:
    """What the loop decided, month by month. Watts of IT power."""

    by_family: Array  # (time, family, ...) delivered
    peak_by_family: Array  # (time, family, ...) its nominal peak [TFLOP/s]
    taken_by_family: Array | None  # (time, family, ...) the firm part of it, None without any
    wanted: Array  # (time, ...) w0: what the plan asks for, after repowering
    within_power: Array  # w1
    within_budget: Array  # w2
    delivered: Array  # d
    repowered: Array | None  # y, None where old chips never make way
    removed: Removed | None  # what has left so far, by age and for new chips


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
