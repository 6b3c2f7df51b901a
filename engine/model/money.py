"""Section 6: what the fleet costs. Monthly, in $ unless said; real 2025 dollars."""

from __future__ import annotations

import functools
import operator
from types import ModuleType

from engine.model.conventions import (
    DOLLARS_PER_BN,
    FLOP_PER_PARAMETER_AND_TOKEN,
    FLOP_PER_PFLOP_HOUR,
    HOURS_PER_MONTH,
    MONTHS_PER_YEAR,
    PFLOPS_PER_EFLOPS,
    TOKENS_PER_MILLION,
    WATTS_PER_KW,
    WATTS_PER_MW,
    WIDE,
    Array,
    over_families,
    ratio,
    running_sum,
    years,
)

PLATFORM_WATTS = WATTS_PER_KW  # a family with more than this alive needs its software stack


def monthly_rate(xp: ModuleType, yearly: Array) -> Array:
    """The monthly interest that compounds to `yearly`."""
    return xp.expm1(xp.log1p(yearly) / MONTHS_PER_YEAR)


def capital_recovery_factor(xp: ModuleType, rate: Array, periods: Array) -> Array:
    """Level payment per $ of capital over `periods` at `rate` a period; 1/n at no interest.

    The annuity formula of any text on engineering economics.
    """
    positive = rate > 0
    safe = xp.where(positive, rate, 1.0)
    return xp.where(positive, safe / -xp.expm1(-periods * xp.log1p(safe)), 1.0 / periods)


def highest_so_far(xp: ModuleType, series: Array, before: Array) -> Array:
    """(time, ...) the highest value up to each month, `before` month 0 included."""
    maximum = xp.maximum
    if series[0].size < WIDE and hasattr(maximum, "accumulate"):  # CuPy's has not
        return maximum(maximum.accumulate(series, axis=0), before)
    highest, level = xp.empty_like(series), before
    for value, row in zip(series, highest, strict=True):
        level = maximum(level, value, out=row)
    return highest


def increments(xp: ModuleType, series: Array, before: Array) -> Array:
    """Month by month change of `series`, from `before` month 0."""
    change = xp.empty_like(series)
    change[0] = series[0] - before
    change[1:] = series[1:] - series[:-1]
    return change


def energy_per_watt(load_factor: Array, pue: Array, usd_per_kwh: Array) -> Array:
    """A month's energy bill of an owned watt: average load, with facility losses."""
    return load_factor * pue * HOURS_PER_MONTH / WATTS_PER_KW * usd_per_kwh


def electricity_price(xp: ModuleType, month: Array, at_start: Array, escalation: Array) -> Array:
    """$/kWh in `month`."""
    return at_start * xp.exp(xp.log1p(escalation) * years(month))


def site_operation_per_watt(usd_per_mw_year: Array) -> Array:
    """What staff and operation of an owned watt cost in a month."""
    return usd_per_mw_year / WATTS_PER_MW / MONTHS_PER_YEAR


def platform_bn(xp: ModuleType, watts: Array, usd_per_year: Array) -> Array:
    """(time, ...) standing cost of the software stacks in use [$bn]."""
    monthly = usd_per_year / (MONTHS_PER_YEAR * DOLLARS_PER_BN)
    families = range(watts.shape[1])
    costs = (xp.where(watts[:, f] > PLATFORM_WATTS, monthly[f], 0.0) for f in families)
    return functools.reduce(operator.add, costs)


def facility_by_family(xp: ModuleType, facility_capex: Array, owned_delivered: Array) -> Array:
    """(time, family, ...) facility capex split by the owned IT power delivered in the month."""
    total = over_families(owned_delivered)[:, None]
    return facility_capex[:, None] * ratio(xp, owned_delivered, total, 0.0)


def usd_per_pflop_hour(xp: ModuleType, cost_bn: Array, capacity: Array) -> Array:
    """Unit cost; `cost_bn` [$bn], `capacity` [effective EFLOP/s]. NaN without capacity."""
    usd = cost_bn * DOLLARS_PER_BN
    return ratio(xp, usd, capacity * (PFLOPS_PER_EFLOPS * HOURS_PER_MONTH), float("nan"))


def usd_per_million_tokens(unit_cost: Array, active_parameters: Array) -> Array:
    """From $ per effective PFLOP-hour: 2 FLOP per active parameter and token."""
    flop = FLOP_PER_PARAMETER_AND_TOKEN * active_parameters * TOKENS_PER_MILLION
    return unit_cost / FLOP_PER_PFLOP_HOUR * flop


def economic_cost(
    xp: ModuleType,
    owned_watts: Array,
    owned_capex: Array,
    facility_watts: Array,
    rent: Array,
    platform: Array,
    energy_rate: Array,
    site_rate: Array,
    maintenance_rate: Array,
    chip_charge_rate: Array,
    facility_charge_rate: Array,
) -> Array:
    """Cost of use: charges, `rent`, upkeep of what is owned, `platform`. Rates are a month's."""
    chips = owned_capex * (chip_charge_rate + maintenance_rate)
    sites = facility_watts * facility_charge_rate + owned_watts * (energy_rate + site_rate)
    return chips + sites + rent + platform


def unserved_revenue(
    xp: ModuleType, shortfall: Array, demand: Array, revenue_per_year: Array
) -> Array:
    """Revenue a month of the share of demand that is not served."""
    return ratio(xp, shortfall, demand, 0.0) * revenue_per_year / MONTHS_PER_YEAR


def running_value(xp: ModuleType, month: Array, flow: Array, rate: Array) -> Array:
    """Running net present value of a monthly flow at the yearly `rate`."""
    return running_sum(xp, flow * xp.exp(-xp.log1p(rate) * years(month)))
