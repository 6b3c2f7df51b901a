"""THE output table: one row for each series that a run gives."""

from __future__ import annotations

from engine import allowed
from engine.model.fleet import BINDING
from engine.tables.output import Series
from engine.tables.parameter import QT_TRANSLATE_NOOP

SERIES: tuple[Series, ...] = (
    Series(
        "revenue_bn_per_year",
        QT_TRANSLATE_NOOP("Series", "Revenue run-rate"),
        "$bn/year",
        ",.2f",
        QT_TRANSLATE_NOOP("Series", "Yearly run-rate of revenue, after demand shocks."),
    ),
    Series(
        "demand_eflops",
        QT_TRANSLATE_NOOP("Series", "Demand"),
        "EFLOP/s",
        ",.0f",
        QT_TRANSLATE_NOOP("Series", "Effective 8-bit compute that serving and training ask for."),
    ),
    Series(
        "power_limit_gw",
        QT_TRANSLATE_NOOP("Series", "Facility power limit"),
        "GW",
        ",.2f",
        QT_TRANSLATE_NOOP("Series", "Facility power available, after outages."),
    ),
    Series(
        "it_limit_gw",
        QT_TRANSLATE_NOOP("Series", "IT power limit"),
        "GW IT",
        ",.2f",
        QT_TRANSLATE_NOOP("Series", "The facility limit over the facility-to-IT ratio."),
    ),
    Series(
        "it_power_gw",
        QT_TRANSLATE_NOOP("Series", "IT power"),
        "GW IT",
        ",.2f",
        QT_TRANSLATE_NOOP(
            "Series", "Nameplate IT power of the chips alive, after the month's deliveries."
        ),
        by_family=True,
    ),
    Series(
        "facility_power_gw",
        QT_TRANSLATE_NOOP("Series", "Facility power"),
        "GW",
        ",.2f",
        QT_TRANSLATE_NOOP(
            "Series",
            "Peak facility power of the chips alive: IT power times the facility-to-IT ratio.",
        ),
    ),
    Series(
        "chips_alive",
        QT_TRANSLATE_NOOP("Series", "Chips alive"),
        "chips",
        ",.0f",
        QT_TRANSLATE_NOOP("Series", "Chips installed at the end of the month."),
        total=False,
        by_family=True,
    ),
    Series(
        "chips_delivered",
        QT_TRANSLATE_NOOP("Series", "Chips delivered"),
        "chips",
        ",.0f",
        QT_TRANSLATE_NOOP("Series", "Chips that arrive in the month."),
        total=False,
        by_family=True,
    ),
    Series(
        "chips_retired",
        QT_TRANSLATE_NOOP("Series", "Chips retired"),
        "chips",
        ",.0f",
        QT_TRANSLATE_NOOP("Series", "Chips that leave in the month, the initial fleet's included."),
        total=False,
        by_family=True,
    ),
    Series(
        "capacity_eflops",
        QT_TRANSLATE_NOOP("Series", "Capacity"),
        "EFLOP/s",
        ",.0f",
        QT_TRANSLATE_NOOP(
            "Series", "Effective compute in service: after bring-up, losses and curtailment."
        ),
        by_family=True,
    ),
    Series(
        "mature_capacity_eflops",
        QT_TRANSLATE_NOOP("Series", "Mature capacity"),
        "EFLOP/s",
        ",.0f",
        QT_TRANSLATE_NOOP(
            "Series", "Effective compute of all chips alive, as if all were in service."
        ),
    ),
    Series(
        "h100e",
        QT_TRANSLATE_NOOP("Series", "H100 equivalents"),
        "H100e",
        ",.0f",
        QT_TRANSLATE_NOOP(
            "Series", "Nominal 8-bit compute of the chips alive, as H100s (Epoch AI)."
        ),
        by_family=True,
    ),
    Series(
        "served_eflops",
        QT_TRANSLATE_NOOP("Series", "Served demand"),
        "EFLOP/s",
        ",.0f",
        QT_TRANSLATE_NOOP("Series", "The part of demand that capacity can serve."),
    ),
    Series(
        "shortfall_eflops",
        QT_TRANSLATE_NOOP("Series", "Shortfall"),
        "EFLOP/s",
        ",.0f",
        QT_TRANSLATE_NOOP("Series", "The part of demand that capacity cannot serve."),
    ),
    Series(
        "curtailment",
        QT_TRANSLATE_NOOP("Series", "Share of the fleet powered"),
        "share",
        ".1%",
        QT_TRANSLATE_NOOP("Series", "One unless an outage leaves less power than the fleet draws."),
    ),
    Series(
        "wanted_it_gw",
        QT_TRANSLATE_NOOP("Series", "Wanted new IT power"),
        "GW IT",
        ",.3f",
        QT_TRANSLATE_NOOP("Series", "New IT power the plan asks for this month, before any limit."),
    ),
    Series(
        "delivered_it_gw",
        QT_TRANSLATE_NOOP("Series", "Delivered new IT power"),
        "GW IT",
        ",.3f",
        QT_TRANSLATE_NOOP("Series", "New IT power that arrives this month."),
    ),
    Series(
        "binding",
        QT_TRANSLATE_NOOP("Series", "What binds"),
        "limit",
        "",
        QT_TRANSLATE_NOOP(
            "Series", "What held this month's deliveries back: demand, supply, budget or power."
        ),
        codes=BINDING,
    ),
    Series(
        "chip_capex_bn",
        QT_TRANSLATE_NOOP("Series", "Chip capital cost"),
        "$bn/month",
        ",.3f",
        QT_TRANSLATE_NOOP("Series", "Cash paid for owned chips."),
    ),
    Series(
        "facility_capex_bn",
        QT_TRANSLATE_NOOP("Series", "Facility capital cost"),
        "$bn/month",
        ",.3f",
        QT_TRANSLATE_NOOP("Series", "Cash paid for facilities of owned chips."),
    ),
    Series(
        "rent_bn",
        QT_TRANSLATE_NOOP("Series", "Rent"),
        "$bn/month",
        ",.3f",
        QT_TRANSLATE_NOOP("Series", "Rent of rented chips, power and building included."),
    ),
    Series(
        "energy_bn",
        QT_TRANSLATE_NOOP("Series", "Energy"),
        "$bn/month",
        ",.3f",
        QT_TRANSLATE_NOOP("Series", "Electricity of owned chips."),
    ),
    Series(
        "site_opex_bn",
        QT_TRANSLATE_NOOP("Series", "Site operation"),
        "$bn/month",
        ",.3f",
        QT_TRANSLATE_NOOP("Series", "Staff and operation of owned sites."),
    ),
    Series(
        "maintenance_bn",
        QT_TRANSLATE_NOOP("Series", "Maintenance"),
        "$bn/month",
        ",.3f",
        QT_TRANSLATE_NOOP("Series", "Maintenance and spares of owned chips."),
    ),
    Series(
        "platform_bn",
        QT_TRANSLATE_NOOP("Series", "Platform cost"),
        "$bn/month",
        ",.3f",
        QT_TRANSLATE_NOOP("Series", "Standing cost of the software stacks in use."),
    ),
    Series(
        "chip_capital_charge_bn",
        QT_TRANSLATE_NOOP("Series", "Chip capital charge"),
        "$bn/month",
        ",.3f",
        QT_TRANSLATE_NOOP(
            "Series", "Owned chips' capital cost as a level monthly payment over their life."
        ),
    ),
    Series(
        "facility_capital_charge_bn",
        QT_TRANSLATE_NOOP("Series", "Facility capital charge"),
        "$bn/month",
        ",.3f",
        QT_TRANSLATE_NOOP(
            "Series", "Facilities' capital cost as a level monthly payment over their life."
        ),
    ),
    Series(
        "cash_cost_bn",
        QT_TRANSLATE_NOOP("Series", "Cash cost"),
        "$bn/month",
        ",.2f",
        QT_TRANSLATE_NOOP(
            "Series",
            "Money out of the door: capital costs, rent, energy, operation, upkeep, platforms.",
        ),
        by_family=True,
    ),
    Series(
        "economic_cost_bn",
        QT_TRANSLATE_NOOP("Series", "Economic cost"),
        "$bn/month",
        ",.2f",
        QT_TRANSLATE_NOOP("Series", "Cost of use: capital charges in the place of capital costs."),
        by_family=True,
    ),
    Series(
        "commitment_bn",
        QT_TRANSLATE_NOOP("Series", "Commitment signed"),
        "$bn/month",
        ",.2f",
        QT_TRANSLATE_NOOP(
            "Series",
            "Signed in the month: owned chips and facilities, and rent over the whole life.",
        ),
        by_family=True,
    ),
    Series(
        "usd_per_pflop_hour",
        QT_TRANSLATE_NOOP("Series", "Unit cost"),
        "$/PFLOP-h",
        ",.3f",
        QT_TRANSLATE_NOOP(
            "Series",
            "Economic cost of one effective PFLOP-hour in service; undefined without capacity.",
        ),
    ),
    Series(
        "usd_per_million_tokens",
        QT_TRANSLATE_NOOP("Series", "Cost of tokens"),
        "$/million tokens",
        ",.4f",
        QT_TRANSLATE_NOOP(
            "Series", "Unit cost of a million tokens at 2 FLOP per active parameter and token."
        ),
    ),
    Series(
        "unserved_revenue_bn",
        QT_TRANSLATE_NOOP("Series", "Unserved revenue"),
        "$bn/month",
        ",.3f",
        QT_TRANSLATE_NOOP("Series", "Revenue of the demand that is not served."),
    ),
    Series(
        "economic_cost_per_revenue",
        QT_TRANSLATE_NOOP("Series", "Compute intensity of revenue"),
        "$/$",
        ",.2f",
        QT_TRANSLATE_NOOP(
            "Series", "Economic cost over revenue, both a year; undefined without revenue."
        ),
    ),
    Series(
        "npv_cash_cost_bn",
        QT_TRANSLATE_NOOP("Series", "Cash cost to date, discounted"),
        "$bn",
        ",.1f",
        QT_TRANSLATE_NOOP(
            "Series", "Running net present value of the cash cost from the first month."
        ),
    ),
    Series(
        "npv_economic_cost_bn",
        QT_TRANSLATE_NOOP("Series", "Economic cost to date, discounted"),
        "$bn",
        ",.1f",
        QT_TRANSLATE_NOOP(
            "Series", "Running net present value of the economic cost from the first month."
        ),
    ),
    Series(
        "repowered_it_gw",
        QT_TRANSLATE_NOOP("Series", "Repowered"),
        "GW IT",
        ",.3f",
        QT_TRANSLATE_NOOP(
            "Series", "Old IT power that makes way for new chips this month, where power is short."
        ),
    ),
    Series(
        "site_power_gw",
        QT_TRANSLATE_NOOP("Series", "Power of sites"),
        "GW",
        ",.2f",
        QT_TRANSLATE_NOOP("Series", "Facility power of the sites, after delays and outages."),
    ),
    Series(
        "idle_commitment_bn",
        QT_TRANSLATE_NOOP("Series", "Idle commitments"),
        "$bn/month",
        ",.3f",
        QT_TRANSLATE_NOOP(
            "Series", "Rent of chips that had to be taken and found no power, while it is owed."
        ),
    ),
    Series(
        "economic_cost_bn_per_gw_year",
        QT_TRANSLATE_NOOP("Series", "Cost of a gigawatt"),
        "$bn/GW-year",
        ",.2f",
        QT_TRANSLATE_NOOP(
            "Series", "Economic cost for each GW of IT power in a year; undefined without any."
        ),
    ),
    Series(
        "revenue_bn_per_gw_year",
        QT_TRANSLATE_NOOP("Series", "Revenue of a gigawatt"),
        "$bn/GW-year",
        ",.2f",
        QT_TRANSLATE_NOOP(
            "Series", "Revenue served for each GW of IT power in a year; undefined without any."
        ),
    ),
)

_BY_KEY = {row.key: row for row in SERIES}


def series(key: str) -> Series:
    """The row with this key.

    Takes: `key`.
    Gives: Series.
    Raises: ValueError where there is none.
    """
    allowed.word("series", key, _BY_KEY)
    return _BY_KEY[key]
