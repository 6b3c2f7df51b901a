"""Section 1: what a delivery of each family consists of, month by month."""

from __future__ import annotations

from collections.abc import Sequence

from engine.model.arrays import Array, ArrayModule
from engine.model.conventions import MONTHS_PER_YEAR, VANISHING, WIDE

TOPS, IT_WATTS, CAPEX, RENT = range(4)
ATTRIBUTES = 4  # of a generation, in the order above


def available_months(
    xp: ArrayModule, known: Sequence[Array], cadence: Array, horizon: int
) -> Array:
    """Unslipped months at which generations arrive.

    Extrapolated ones follow the last known every `cadence` months while that is before `horizon`.

    Takes: `known`, for each generation, oldest first, (...) [months since start]; `cadence` (...)
        [months]; `horizon` [months].
    Gives: (generation, ...) [months since start].
    Source: model, section 1.
    """
    months = list(known)
    next_one = known[-1] + cadence
    while next_one.min() < horizon:
        months.append(next_one)
        next_one = next_one + cadence
    return xp.stack(xp.broadcast_arrays(*months))


def generation_attributes(
    xp: ArrayModule,
    known: Sequence[Array],
    count: int,
    cadence: Array,
    perf_per_watt_growth: Array,
    watts_per_chip_growth: Array,
    price_performance_growth: Array,
) -> list[Array]:
    """Attributes of `count` generations: the known ones, then extrapolated ones.

    Each later one grows from the one before by the yearly factors over the cadence. Rent moves with
    capex.

    Takes: `known`, for each generation (4, ...) [TFLOP/s, W IT, $, $ per hour]; `count`, how many;
        `cadence` (...) [months]; `perf_per_watt_growth`, `watts_per_chip_growth` and
        `price_performance_growth` (...) [factor per year].
    Gives: for each generation (4, ...) [TFLOP/s, W IT, $, $ per hour].
    Source: model, section 1.
    """
    c = cadence / MONTHS_PER_YEAR
    tops = (perf_per_watt_growth * watts_per_chip_growth) ** c
    watts = watts_per_chip_growth**c
    capex = (perf_per_watt_growth * watts_per_chip_growth / price_performance_growth) ** c
    factors = xp.stack(xp.broadcast_arrays(tops, watts, capex, capex))
    attributes = list(known)
    while len(attributes) < count:
        attributes.append(attributes[-1] * factors)
    return attributes


def slipped(xp: ArrayModule, months: Array, slip: Array, as_of: Array) -> Array:
    """`months` later by `slip` where they lie after the catalogue's history.

    Takes: `months` (generation, ...) [months since start]; `slip` (...) [months]; `as_of` (...)
        [months since start].
    Gives: (generation, ...) [months since start].
    Source: model, section 1.
    """
    return months + xp.where(months > as_of, slip, 0.0)


def share_taken_over(
    xp: ArrayModule, month: Array, available: Array, ramp_months: Array, *, steps: bool
) -> Array:
    """Share of deliveries a generation has taken over from older ones.

    With a ramp of zero length (only looked for with `steps`) it takes over at once, from the month
    it is available.

    Takes: `month` (time, ...) [months since start]; `available` (...) [months since start];
        `ramp_months` (...) [months]; `steps`, whether some ramp has no length.
    Gives: (time, ...) [share].
    Source: model, section 1, `ramp_k`.
    """
    if not steps:
        taken = (month - (available - 1)) / xp.maximum(ramp_months, VANISHING)
        return xp.minimum(xp.maximum(taken, 0.0, out=taken), 1.0, out=taken)
    rising = (month - (available - 1)) / xp.where(ramp_months > VANISHING, ramp_months, 1.0)
    return xp.where(ramp_months > VANISHING, xp.clip(rising, 0.0, 1.0), month >= available)


def ramp_windows(
    xp: ArrayModule, available: Array, ramp_months: Array, horizon: int
) -> tuple[list[int], list[int]]:
    """For each generation the months [from, to) in which a takeover is under way in any world.

    Before it the generation plays no part, after it no older one does.

    Takes: `available` (generation, ...) [months since start] and `ramp_months` (...) [months], both
        on the host; `horizon` [months].
    Gives: two lists (generation,) [months since start]: from, and to.
    Source: model, section 1.
    """
    worlds = (len(available), -1)
    done = available + xp.maximum(ramp_months - 1, 0.0)
    first = xp.floor(available.reshape(worlds).min(axis=1))
    last = xp.ceil(done.reshape(worlds).max(axis=1))
    return (
        xp.clip(first, 0, horizon).astype(int).tolist(),
        xp.clip(last, 0, horizon).astype(int).tolist(),
    )


def take_over(xp: ArrayModule, blend: Array, older: Array, newer: Array, share: Array) -> None:
    """Fill `blend` with `older` where a newer generation has taken `share`; exact at 0 and 1.

    Applied oldest to newest this is `share_k = ramp_k * prod over newer j of (1 - ramp_j)`. `older`
    may be the blend itself.

    Takes: `blend` (4, time, ...), `older` (4, time or 1, ...) and `newer` (4, 1, ...)
        [TFLOP/s, W IT, $, $ per hour]; `share` (time, ...) [share].
    Source: model, section 1.
    """
    left = 1.0 - share
    if share.size < WIDE:
        xp.multiply(older, left, out=blend)
        blend += newer * share
        return
    scratch = xp.empty(blend.shape[1:])  # one attribute after the other stays in the cache
    for new, old, now in zip(newer, older, blend, strict=True):
        xp.multiply(old, left, out=now)
        xp.add(now, xp.multiply(new, share, out=scratch), out=now)


def price_level(xp: ArrayModule, month: Array, as_of: Array, factor: Array, shock: Array) -> Array:
    """Factor on capex and rent of deliveries: `factor` from the as-of month on, times `shock`.

    Takes: `month` (time, 1, ...) [months since start]; `as_of` (...) [months since start]; `factor`
        (family, ...) [factor]; `shock` (time, family, ...) [factor].
    Gives: (time, family, ...) [factor].
    Source: model, section 1, price level.
    """
    return xp.where(month >= as_of, factor * shock, shock)


def price_growth(xp: ArrayModule, month: Array, as_of: Array, log_growth: Array) -> Array:
    """What prices have grown by since the as-of month.

    Takes: `month` (time, 1, ...) and `as_of` (...) [months since start]; `log_growth`
        (family, ...) [ln per year].
    Gives: (time, family, ...) [factor]; 1 up to the as-of month.
    Source: model, section 1, price level.
    """
    return xp.exp(log_growth * (xp.maximum(month - as_of, 0.0) / MONTHS_PER_YEAR))
