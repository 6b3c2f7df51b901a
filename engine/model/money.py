"""Section 6: what the fleet costs, in real 2025 dollars.

What is priced for each watt, chip or operation is in $, what the whole fleet costs in $bn; each
function says which.
"""

from __future__ import annotations

import functools
import operator

from engine.model.arrays import Array, ArrayModule
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
    over_families,
    ratio,
    running_sum,
    years,
)

PLATFORM_WATTS = WATTS_PER_KW  # a family with more than this alive needs its software stack


def monthly_rate(xp: ArrayModule, yearly: Array) -> Array:
    """The monthly interest that compounds to `yearly`.

    Takes: `yearly` (...) [share per year].
    Gives: (...) [share per month].
    Source: model, section 6.
    """
    return xp.expm1(xp.log1p(yearly) / MONTHS_PER_YEAR)


def capital_recovery_factor(xp: ArrayModule, rate: Array, periods: Array) -> Array:
    """Level payment that pays back capital over some periods; 1/n at no interest.

    Takes: `rate` (...) [share per period]; `periods` (...) [periods].
    Gives: (...) [$ a period per $ of capital].
    Source: model, section 6; the annuity formula of any text on engineering economics.
    """
    positive = rate > 0
    safe = xp.where(positive, rate, 1.0)
    return xp.where(positive, safe / -xp.expm1(-periods * xp.log1p(safe)), 1.0 / periods)


def highest_so_far(xp: ArrayModule, series: Array, before: Array) -> Array:
    """The highest value up to each month, `before` month 0 included.

    Takes: `series` (time, ...) and `before` (...) [any unit, of facilities W IT].
    Gives: (time, ...) [unit of `series`].
    Source: model, section 6, facility built.
    """
    maximum = xp.maximum
    if series[0].size < WIDE and hasattr(maximum, "accumulate"):  # CuPy's has not
        return maximum(maximum.accumulate(series, axis=0), before)
    highest, level = xp.empty_like(series), before
    for value, row in zip(series, highest, strict=True):
        level = maximum(level, value, out=row)
    return highest


def increments(xp: ArrayModule, series: Array, before: Array) -> Array:
    """Month by month change of `series`, from `before` month 0.

    Takes: `series` (time, ...) and `before` (...) [any unit, of facilities W IT].
    Gives: (time, ...) [unit of `series`, a month].
    Source: model, section 6, facility capex.
    """
    change = xp.empty_like(series)
    change[0] = series[0] - before
    change[1:] = series[1:] - series[:-1]
    return change


def energy_per_watt(load_factor: Array, pue: Array, usd_per_kwh: Array) -> Array:
    """A month's energy bill of an owned watt: average load, with facility losses.

    Takes: `load_factor` (...) [share of IT power]; `pue` (...) [facility energy per IT energy];
        `usd_per_kwh` (time, ...) [$/kWh].
    Gives: (time, ...) [$ a month per W IT].
    Source: model, section 6, energy.
    """
    return load_factor * pue * HOURS_PER_MONTH / WATTS_PER_KW * usd_per_kwh


def electricity_price(xp: ArrayModule, month: Array, at_start: Array, escalation: Array) -> Array:
    """The price of electricity in `month`.

    Takes: `month` (time, ...) [months since start]; `at_start` (...) [$/kWh]; `escalation` (...)
        [share per year].
    Gives: (time, ...) [$/kWh].
    Source: model, section 6, energy.
    """
    return at_start * xp.exp(xp.log1p(escalation) * years(month))


def site_operation_per_watt(usd_per_mw_year: Array) -> Array:
    """What staff and operation of an owned watt cost in a month.

    Takes: `usd_per_mw_year` (...) [$ per MW IT and year].
    Gives: (...) [$ a month per W IT].
    Source: model, section 6, site opex.
    """
    return usd_per_mw_year / WATTS_PER_MW / MONTHS_PER_YEAR


def rent_from_cost(
    capex: Array, it_watts: Array, of_capital: Array, of_watt: Array, margin: Array
) -> Array:
    """The rent of a chip that covers what a provider pays for it, and its margin.

    Takes: `capex` (time, family, ...) [$ per chip]; `it_watts` (time, family, ...) [W IT per
        chip]; `of_capital` (...) [share a month], the annuity and upkeep; `of_watt` (time, 1, ...)
        [$ a month per W IT], building, energy and operation; `margin` (...) [share of cost].
    Gives: (time, family, ...) [$ per hour].
    Source: model, section 6, rents from cost.
    """
    return (1 + margin) / HOURS_PER_MONTH * (capex * of_capital + it_watts * of_watt)


def platform_bn(xp: ArrayModule, watts: Array, usd_per_year: Array) -> Array:
    """Standing cost of the software stacks in use.

    Takes: `watts` (time, family, ...) [W IT alive]; `usd_per_year` (family, ...) [$ per year].
    Gives: (time, ...) [$bn a month].
    Source: model, section 6, platform.
    """
    monthly = usd_per_year / (MONTHS_PER_YEAR * DOLLARS_PER_BN)
    families = range(watts.shape[1])
    costs = (xp.where(watts[:, f] > PLATFORM_WATTS, monthly[f], 0.0) for f in families)
    return functools.reduce(operator.add, costs)


def platform_bn_by_family(xp: ArrayModule, watts: Array, usd_per_year: Array) -> Array:
    """The same for each family.

    Takes: `watts` (time, family, ...) [W IT alive]; `usd_per_year` (family, ...) [$ per year].
    Gives: (time, family, ...) [$bn a month].
    Source: model, section 6, platform.
    """
    monthly = usd_per_year / (MONTHS_PER_YEAR * DOLLARS_PER_BN)
    return xp.where(watts > PLATFORM_WATTS, monthly, 0.0)


def facility_by_family(xp: ArrayModule, facility_capex: Array, owned_delivered: Array) -> Array:
    """Facility capex split by the owned IT power delivered in the month.

    Takes: `facility_capex` (time, ...) [$bn a month]; `owned_delivered` (time, family, ...)
        [W IT a month].
    Gives: (time, family, ...) [$bn a month]; 0 where nothing owned is delivered.
    Source: model, section 6, commitment.
    """
    total = over_families(owned_delivered)[:, None]
    return facility_capex[:, None] * ratio(xp, owned_delivered, total, 0.0)


def usd_per_pflop_hour(xp: ArrayModule, cost_bn: Array, capacity: Array) -> Array:
    """Unit cost of effective compute.

    Takes: `cost_bn` (time, ...) [$bn a month]; `capacity` (time, ...) [effective EFLOP/s].
    Gives: (time, ...) [$ per effective PFLOP-hour], NaN without capacity.
    Source: model, section 6.
    """
    usd = cost_bn * DOLLARS_PER_BN
    return ratio(xp, usd, capacity * (PFLOPS_PER_EFLOPS * HOURS_PER_MONTH), float("nan"))


def usd_per_million_tokens(unit_cost: Array, active_parameters: Array) -> Array:
    """Cost of serving a million tokens, at 2 FLOP per active parameter and token.

    Takes: `unit_cost` (time, ...) [$ per effective PFLOP-hour]; `active_parameters` (...)
        [parameters].
    Gives: (time, ...) [$ per million tokens].
    Source: model, section 6; the 2 FLOP are those of Kaplan et al. 2020.
    """
    flop = FLOP_PER_PARAMETER_AND_TOKEN * active_parameters * TOKENS_PER_MILLION
    return unit_cost / FLOP_PER_PFLOP_HOUR * flop


def economic_cost(
    xp: ArrayModule,
    owned_watts: Array,
    capex_signed: Array,
    capex_alive: Array,
    facility_watts: Array,
    rent: Array,
    platform: Array,
    energy_rate: Array,
    site_rate: Array,
    maintenance_rate: Array,
    chip_charge_rate: Array,
    facility_charge_rate: Array,
) -> Array:
    """Cost of use: capital charges, rent, upkeep of what is owned, and platforms.

    Takes: `owned_watts` (time, ...) [W IT alive]; `capex_signed` and `capex_alive` (time, ...) [$],
        of owned chips that are not paid off, and of those alive; `facility_watts` (time, ...)
        [W IT built]; `rent` and `platform` (time, ...) [$bn a month];
        `energy_rate` (time, ...) and `site_rate` (...) [$bn a month per W IT]; `maintenance_rate`
        and `chip_charge_rate` (...) [$bn a month per $ of chips]; `facility_charge_rate` (...)
        [$bn a month per W IT].
    Gives: (time, ...) [$bn a month].
    Source: model, section 6, economic cost.
    """
    chips = capex_signed * chip_charge_rate + capex_alive * maintenance_rate
    sites = facility_watts * facility_charge_rate + owned_watts * (energy_rate + site_rate)
    return chips + sites + rent + platform


def unserved_revenue(
    xp: ArrayModule, shortfall: Array, demand: Array, revenue_per_year: Array
) -> Array:
    """Revenue of the share of demand that is not served.

    Takes: `shortfall` and `demand` (time, ...) [effective EFLOP/s]; `revenue_per_year` (time, ...)
        [$bn per year].
    Gives: (time, ...) [$bn a month]; 0 without demand.
    Source: model, section 6.
    """
    return ratio(xp, shortfall, demand, 0.0) * revenue_per_year / MONTHS_PER_YEAR


def running_value(xp: ArrayModule, month: Array, flow: Array, rate: Array) -> Array:
    """Running net present value of a monthly flow.

    Takes: `month` (time, ...) [months since start]; `flow` (time, ...) [$bn a month]; `rate` (...)
        [share per year].
    Gives: (time, ...) [$bn, so far, discounted to month 0].
    Source: model, section 6.
    """
    return running_sum(xp, flow * xp.exp(-xp.log1p(rate) * years(month)))
