"""The cost chart: by kind or by family; cash, economic or signed; a month, a year or to date.

No Qt here.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import numpy as np

from engine import Array, Result
from engine.tables.parameter import QT_TRANSLATE_NOOP, month_number
from engine.text import translate
from engine.worlds.standing import IN_YEAR, MONTHS_PER_YEAR, TO_DATE, years
from gui.charts.chart_spec import ChartSpec
from gui.charts.months import years_of
from gui.charts.stacks import by_family, stack

KINDS = {  # of cost, by role
    "capital": QT_TRANSLATE_NOOP("Chart", "Chips"),
    "facility": QT_TRANSLATE_NOOP("Chart", "Facilities"),
    "rent": QT_TRANSLATE_NOOP("Chart", "Rent"),
    "energy": QT_TRANSLATE_NOOP("Chart", "Energy"),
    "operation": QT_TRANSLATE_NOOP("Chart", "Operation"),
    "platform": QT_TRANSLATE_NOOP("Chart", "Platform"),
}
BY_FAMILY = "_by_family"  # the end of a choice that splits cost by who makes the chips
SHARED = (
    ("rent", "rent"),
    ("energy_bn", "energy"),
    ("operation", "operation"),
    ("platform_bn", "platform"),
)
PARTS = {
    "economic": (
        ("chip_capital_charge_bn", "capital"),
        ("facility_capital_charge_bn", "facility"),
        *SHARED,
    ),
    "cash": (("chip_capex_bn", "capital"), ("facility_capex_bn", "facility"), *SHARED),
}
COLUMNS = {"economic": "economic_cost_bn", "cash": "cash_cost_bn", "signed": "commitment_bn"}
COST_CHOICES: Mapping[str, tuple[str, str]] = {  # label, and unit
    "economic": (QT_TRANSLATE_NOOP("Chart", "Economic"), "$bn/month"),
    "cash": (QT_TRANSLATE_NOOP("Chart", "Cash"), "$bn/month"),
    "economic_by_family": (QT_TRANSLATE_NOOP("Chart", "Economic, by family"), "$bn/month"),
    "cash_by_family": (QT_TRANSLATE_NOOP("Chart", "Cash, by family"), "$bn/month"),
    "signed_by_family": (QT_TRANSLATE_NOOP("Chart", "Signed, by family"), "$bn/month"),
    "economic@year": (QT_TRANSLATE_NOOP("Chart", "Economic, a year"), "$bn/year"),
    "cash@year": (QT_TRANSLATE_NOOP("Chart", "Cash, a year"), "$bn/year"),
    "economic_by_family@year": (
        QT_TRANSLATE_NOOP("Chart", "Economic, by family, a year"),
        "$bn/year",
    ),
    "cash_by_family@year": (QT_TRANSLATE_NOOP("Chart", "Cash, by family, a year"), "$bn/year"),
    "signed_by_family@year": (QT_TRANSLATE_NOOP("Chart", "Signed, by family, a year"), "$bn/year"),
    "economic@to_date": (QT_TRANSLATE_NOOP("Chart", "Economic, to date"), "$bn"),
    "cash@to_date": (QT_TRANSLATE_NOOP("Chart", "Cash, to date"), "$bn"),
    "economic_by_family@to_date": (
        QT_TRANSLATE_NOOP("Chart", "Economic, by family, to date"),
        "$bn",
    ),
    "cash_by_family@to_date": (QT_TRANSLATE_NOOP("Chart", "Cash, by family, to date"), "$bn"),
    "signed_by_family@to_date": (QT_TRANSLATE_NOOP("Chart", "Signed, by family, to date"), "$bn"),
}


def fan_column(choice: str) -> str:
    """The column whose worlds are drawn over the stack of a choice."""
    kind, at, span = choice.partition("@")
    return COLUMNS[kind.removesuffix(BY_FAMILY)] + at + span


def cost(result: Result, choice: str = "economic") -> ChartSpec:
    """What it costs, as chosen."""
    label, unit = COST_CHOICES[choice]
    kind, at, span = choice.partition("@")
    if kind in PARTS:
        title = translate("Chart", "Cost by kind")
        layers = stack([_kind(result, key, role) for key, role in PARTS[kind]])
    else:
        title = translate("Chart", "Cost by family")
        layers = by_family(result, COLUMNS[kind.removesuffix(BY_FAMILY)])
    layers = tuple(
        replace(
            layer,
            lower=summed(layer.lower, at + span, result),
            upper=summed(layer.upper, at + span, result),
        )
        for layer in layers
    )
    return ChartSpec(
        "cost",
        title,
        unit,
        ",.2f" if not at else ",.1f",
        years_of(result),
        layers=layers,
        notes=translate("Chart", label),
    )


def summed(values: Array, span: str, result: Result) -> Array:
    """Monthly values over their calendar years, or up to each month; as they are without a span."""
    if span == TO_DATE:
        return np.cumsum(values)
    if span != IN_YEAR:
        return values
    found = np.empty_like(values)
    first = month_number(result.scenario.start) % MONTHS_PER_YEAR
    for year in years(first, len(values)):
        found[year] = values[year].sum()
    return found


def _kind(result: Result, key: str, role: str) -> tuple[str, str, Array]:
    label = translate("Chart", KINDS[role])
    if key == "operation":  # two thin layers read as one
        return label, role, result["site_opex_bn"] + result["maintenance_bn"]
    if key == "rent":
        return label, role, result["rent_bn"] + result["idle_commitment_bn"]
    return label, role, result[key]
