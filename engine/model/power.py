"""Section 4: facility power: the schedule of the levers, and the sites."""

from __future__ import annotations

from engine.model.arrays import Array, ArrayModule
from engine.model.conventions import MONTHS_PER_YEAR, ramp


def facility_limit(
    xp: ArrayModule,
    month: Array,
    as_of: Array,
    delay: Array,
    start_gw: Array,
    ready_gw: Array,
    ramp_start: Array,
    ready_month: Array,
    growth_gw_per_year: Array,
) -> Array:
    """Facility power available, before outages.

    What is planned after `as_of` comes `delay` months late.

    Takes: `month` (time, ...) [months since start]; `as_of` (...) [months since start]; `delay`
        (...) [months]; `start_gw` and `ready_gw` (...) [GW]; `ramp_start` and `ready_month` (...)
        [months since start]; `growth_gw_per_year` (...) [GW per year].
    Gives: (time, ...) [GW].
    Source: model, section 4.
    """
    seen = xp.maximum(xp.minimum(month, as_of), month - delay)
    built = start_gw + (ready_gw - start_gw) * ramp(xp, seen, ramp_start, ready_month)
    growth_gw_per_month = growth_gw_per_year / MONTHS_PER_YEAR
    return built + growth_gw_per_month * xp.maximum(seen - ready_month, 0.0)


def site_share(
    xp: ArrayModule, month: Array, as_of: Array, delay: Array, start: Array, length: Array
) -> Array:
    """Share of a site's power that has come; what has begun by `as_of` is not delayed any more.

    Takes: `month` (time, ...) [months since start]; `as_of` (...) and `start` (...)
        [months since start]; `delay` (...) and `length` (...), that of its ramp [months].
    Gives: (time, ...) [share].
    Source: model, section 4, sites.
    """
    begins = start + xp.where(start > as_of, delay, 0.0)
    return xp.minimum(xp.maximum((month - begins + 1) / length, 0.0), 1.0)


def add_site(
    xp: ArrayModule, total: Array, month: Array, begins: Array, length: Array, gw: Array
) -> None:
    """Add to `total` the power of a site whose first month is known for each world.

    The same as `site_share`, in place: sites that hang on luck are most of what power costs.

    Takes: `total` (time, ...) [GW], changed; `month` (time, ...) and `begins` (...)
        [months since start]; `length` (...) of the ramp [months]; `gw` (...) [GW].
    Source: model, section 4, sites.
    """
    power = xp.subtract(month, begins - 1, out=xp.empty(total.shape))
    power *= gw / length
    xp.maximum(power, 0.0, out=power)
    total += xp.minimum(power, gw, out=power)
