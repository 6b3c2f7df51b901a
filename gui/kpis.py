"""The figures above the charts, for one chosen month, as plain data. No Qt here."""

from __future__ import annotations

from dataclasses import dataclass

from engine import Result, series
from engine.catalogue import family_label
from engine.parameter import month_number

DEFAULT_MONTH = "2026-12"
# fmt: off
MONTH_NAMES = (
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
)
# fmt: on


@dataclass(frozen=True)
class Kpi:
    """One tile: what it is, the figure, and a line below it."""

    key: str
    label: str
    value: str
    detail: str
    help: str


def month_words(month: str) -> str:
    """`2026-12` as the reader says it."""
    year, number = month.split("-")
    return f"{MONTH_NAMES[int(number) - 1]} {year}"


def month_index(result: Result, month: str) -> int:
    """The index of a calendar month, the nearest one within the horizon."""
    wanted = month_number(month) - month_number(result.scenario.start)
    return min(max(wanted, 0), len(result.months) - 1)


def count_words(chips: float) -> str:
    """A number of chips, short: 1.90 M, 457 k."""
    if chips >= 1e6:
        return f"{chips / 1e6:,.2f} M"
    return f"{chips / 1e3:,.0f} k" if chips >= 1e4 else f"{chips:,.0f}"


def money_words(billions: float) -> str:
    if billions and abs(billions) < 1:
        return f"${billions * 1e3:,.0f} m"
    return f"${billions:,.1f} bn" if abs(billions) < 100 else f"${billions:,.0f} bn"


def kpis(result: Result, t: int) -> tuple[Kpi, ...]:
    """The tiles for month `t`."""
    families = result.scenario.families
    capacity, demand = result["capacity_eflops"][t], result["demand_eflops"][t]
    power, limit = result["facility_power_gw"][t], result["power_limit_gw"][t]
    chips = [result[f"chips_alive_{family}"][t] for family in families]
    committed = result["commitment_bn"][: t + 1].sum()
    by_family = [result[f"commitment_bn_{family}"][: t + 1].sum() for family in families]
    unit_cost = result["usd_per_pflop_hour"][t]
    served = result["served_eflops"][t] / demand if demand > 0 else 1.0
    return (
        Kpi(
            "capacity",
            "Capacity, EFLOP/s",
            f"{capacity:,.0f}",
            f"demand {demand:,.0f}",
            series("capacity_eflops").help,
        ),
        Kpi(
            "power",
            "Facility power",
            f"{power:,.2f} GW",
            f"of {limit:,.2f} GW",
            series("facility_power_gw").help,
        ),
        Kpi(
            "chips",
            "Chips",
            count_words(sum(chips)),
            _split(families, [count_words(n) for n in chips]),
            "Chips installed, by family.",
        ),
        Kpi(
            "committed",
            "Committed so far",
            money_words(committed),
            _split(families, [f"{x:,.1f}" for x in by_family]),
            "Signed from the first month to this one: chips and facilities bought, and rent "
            "over the whole term.",
        ),
        Kpi(
            "unit_cost",
            "Unit cost",
            f"${series('usd_per_pflop_hour').text(unit_cost)}"
            if unit_cost == unit_cost
            else "undefined",
            "per effective PFLOP-hour",
            series("usd_per_pflop_hour").help,
        ),
        Kpi(
            "served",
            "Demand served",
            f"{served:.1%}",
            f"{money_words(result['unserved_revenue_bn'][t])} a month unserved",
            series("served_eflops").help,
        ),
    )


def _split(families: tuple[str, ...], texts: list[str]) -> str:
    short = [family_label(family).split()[-1] for family in families]
    return " · ".join(f"{name} {text}" for name, text in zip(short, texts, strict=True))
