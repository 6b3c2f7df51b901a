"""The figures above the charts, for one chosen month, as plain data. No Qt here."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from engine import Result, series
from engine.catalogue import family_label
from engine.parameter import month_number
from gui.units import money_words, of, power_words, price_words

DEFAULT_MONTH = "2026-12"
# fmt: off
SAME = 1e-9  # a relative difference below this is rounding
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
    number: float = float("nan")  # what a difference is taken of
    delta: str = ""  # against the baseline, short
    delta_words: str = ""  # and in words


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


def kpis(
    result: Result,
    t: int,
    baseline: Result | None = None,
    chance_of_shortfall: float | None = None,
) -> tuple[Kpi, ...]:
    """The tiles for month `t`, each with its difference from the baseline."""
    tiles = _tiles(result, t, chance_of_shortfall)
    if baseline is None or baseline is result:
        return tiles
    other = {k.key: k for k in _tiles(baseline, month_index(baseline, result.months[t]), None)}
    return tuple(with_delta(kpi, other[kpi.key]) if kpi.key in other else kpi for kpi in tiles)


def with_delta(kpi: Kpi, base: Kpi) -> Kpi:
    """`kpi` with what differs from `base`: sign, unit and words."""
    difference = kpi.number - base.number
    if not abs(difference) > SAME * max(abs(base.number), abs(kpi.number)):
        return kpi
    write = DELTAS[kpi.key]
    sign = "+" if difference > 0 else "\u2212"
    arrow = "▲" if difference > 0 else "▼"
    amount = write(abs(difference))
    more = "more" if difference > 0 else "less"
    words = f"{amount} {more} than the baseline's {base.value}"
    return replace(kpi, delta=f"{arrow} {sign}{amount}", delta_words=words)


def _tiles(result: Result, t: int, chance_of_shortfall: float | None) -> tuple[Kpi, ...]:
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
            float(capacity),
        ),
        Kpi(
            "power",
            "Facility power",
            power_words(power),
            f"of {power_words(limit)}",
            series("facility_power_gw").help,
            float(power),
        ),
        Kpi(
            "chips",
            "Chips",
            count_words(sum(chips)),
            _split(families, [count_words(n) for n in chips]),
            "Chips installed, by family.",
            float(sum(chips)),
        ),
        Kpi(
            "committed",
            "Committed so far",
            money_words(committed),
            _split(families, [f"{of('$bn').number(x):,.1f}" for x in by_family]),
            "Signed from the first month to this one: chips and facilities bought, and rent "
            "over the whole term.",
            float(committed),
        ),
        Kpi(
            "unit_cost",
            "Unit cost",
            price_words(unit_cost, series("usd_per_pflop_hour").format)
            if unit_cost == unit_cost
            else "undefined",
            "per effective PFLOP-hour",
            series("usd_per_pflop_hour").help,
            float(unit_cost),
        ),
        Kpi(
            "served",
            "Demand served",
            f"{served:.1%}",
            f"{money_words(result['unserved_revenue_bn'][t])} a month unserved",
            series("served_eflops").help,
            float(served),
        ),
        Kpi(
            "risk",
            "Shortfall risk",
            "…" if chance_of_shortfall is None else f"{chance_of_shortfall:.0%}",
            "chance that the month is short",
            "The share of drawn worlds in which more of the month's demand than the tolerance "
            "goes unserved.",
        ),
    )


DELTAS: dict[str, Callable[[float], str]] = {
    "capacity": lambda x: f"{x:,.0f} EFLOP/s",
    "power": power_words,
    "chips": count_words,
    "committed": money_words,
    "unit_cost": lambda x: price_words(x, ",.3f"),
    "served": lambda x: f"{x * 100:,.1f} points",
}


def _split(families: tuple[str, ...], texts: list[str]) -> str:
    short = [family_label(family).split()[-1] for family in families]
    return " · ".join(f"{name} {text}" for name, text in zip(short, texts, strict=True))
