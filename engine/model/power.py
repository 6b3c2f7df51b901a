"""Section 4: the facility power limit."""

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
    seen = xp.where(month >= as_of, xp.maximum(month - delay, as_of), month)
    built = start_gw + (ready_gw - start_gw) * ramp(xp, seen, ramp_start, ready_month)
    growth_gw_per_month = growth_gw_per_year / MONTHS_PER_YEAR
    return built + growth_gw_per_month * xp.maximum(seen - ready_month, 0.0)
