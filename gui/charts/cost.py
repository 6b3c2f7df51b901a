"""The cost chart: by kind, family or contract; cash, economic or signed; a month, year or to date.

No Qt here.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import numpy as np

from engine import Array, Result
from engine.analysis.by_contract import cost_by_contract
from engine.tables.catalogue import family_label
from engine.tables.parameter import QT_TRANSLATE_NOOP, month_number
from engine.text import translate
from engine.worlds.standing import IN_YEAR, MONTHS_PER_YEAR, TO_DATE, years
from gui.charts.chart_spec import ChartSpec
from gui.charts.months import years_of
from gui.charts.stacks import by_family, stack
from gui.widgets.palette import family_role, part_role
from gui.words.abbreviate import short

KINDS = {  # of cost, by role
    "capital": QT_TRANSLATE_NOOP("Chart", "Chips"),
    "facility": QT_TRANSLATE_NOOP("Chart", "Facilities"),
    "rent": QT_TRANSLATE_NOOP("Chart", "Rent"),
    "energy": QT_TRANSLATE_NOOP("Chart", "Energy"),
    "operation": QT_TRANSLATE_NOOP("Chart", "Operation"),
    "platform": QT_TRANSLATE_NOOP("Chart", "Platform"),
}
# the ends of choices that split cost by who makes the chips, or by what they were signed for
BY_FAMILY, BY_CONTRACT = "_by_family", "_by_contract"
MOST_CONTRACTS = 5  # have a layer of their own, the largest
LONGEST_NAME = 30  # letters, in the legend
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
    "signed": (
        ("chip_capex_bn", "capital"),
        ("facility_capex_bn", "facility"),
        ("signed_rent", "rent"),
    ),
}
COLUMNS = {"economic": "economic_cost_bn", "cash": "cash_cost_bn", "signed": "commitment_bn"}
COST_CHOICES: Mapping[str, tuple[str, str]] = {  # label, and unit
    "economic": (QT_TRANSLATE_NOOP("Chart", "Economic"), "$bn/month"),
    "cash": (QT_TRANSLATE_NOOP("Chart", "Cash"), "$bn/month"),
    "signed": (QT_TRANSLATE_NOOP("Chart", "Signed"), "$bn/month"),
    "economic_by_family": (QT_TRANSLATE_NOOP("Chart", "Economic, by family"), "$bn/month"),
    "cash_by_family": (QT_TRANSLATE_NOOP("Chart", "Cash, by family"), "$bn/month"),
    "signed_by_family": (QT_TRANSLATE_NOOP("Chart", "Signed, by family"), "$bn/month"),
    "economic_by_contract": (QT_TRANSLATE_NOOP("Chart", "Economic, by contract"), "$bn/month"),
    "cash_by_contract": (QT_TRANSLATE_NOOP("Chart", "Cash, by contract"), "$bn/month"),
    "signed_by_contract": (QT_TRANSLATE_NOOP("Chart", "Signed, by contract"), "$bn/month"),
    "economic@year": (QT_TRANSLATE_NOOP("Chart", "Economic, a year"), "$bn/year"),
    "cash@year": (QT_TRANSLATE_NOOP("Chart", "Cash, a year"), "$bn/year"),
    "signed@year": (QT_TRANSLATE_NOOP("Chart", "Signed, a year"), "$bn/year"),
    "economic_by_family@year": (
        QT_TRANSLATE_NOOP("Chart", "Economic, by family, a year"),
        "$bn/year",
    ),
    "cash_by_family@year": (QT_TRANSLATE_NOOP("Chart", "Cash, by family, a year"), "$bn/year"),
    "signed_by_family@year": (QT_TRANSLATE_NOOP("Chart", "Signed, by family, a year"), "$bn/year"),
    "economic_by_contract@year": (
        QT_TRANSLATE_NOOP("Chart", "Economic, by contract, a year"),
        "$bn/year",
    ),
    "cash_by_contract@year": (QT_TRANSLATE_NOOP("Chart", "Cash, by contract, a year"), "$bn/year"),
    "signed_by_contract@year": (
        QT_TRANSLATE_NOOP("Chart", "Signed, by contract, a year"),
        "$bn/year",
    ),
    "economic@to_date": (QT_TRANSLATE_NOOP("Chart", "Economic, to date"), "$bn"),
    "cash@to_date": (QT_TRANSLATE_NOOP("Chart", "Cash, to date"), "$bn"),
    "signed@to_date": (QT_TRANSLATE_NOOP("Chart", "Signed, to date"), "$bn"),
    "economic_by_family@to_date": (
        QT_TRANSLATE_NOOP("Chart", "Economic, by family, to date"),
        "$bn",
    ),
    "cash_by_family@to_date": (QT_TRANSLATE_NOOP("Chart", "Cash, by family, to date"), "$bn"),
    "signed_by_family@to_date": (QT_TRANSLATE_NOOP("Chart", "Signed, by family, to date"), "$bn"),
    "economic_by_contract@to_date": (
        QT_TRANSLATE_NOOP("Chart", "Economic, by contract, to date"),
        "$bn",
    ),
    "cash_by_contract@to_date": (QT_TRANSLATE_NOOP("Chart", "Cash, by contract, to date"), "$bn"),
    "signed_by_contract@to_date": (
        QT_TRANSLATE_NOOP("Chart", "Signed, by contract, to date"),
        "$bn",
    ),
}

# what the choices of a month, a year and to date are called beside what is shown
SPANS: Mapping[str, str] = {
    "": QT_TRANSLATE_NOOP("Chart", "a month"),
    "@year": QT_TRANSLATE_NOOP("Chart", "a year"),
    "@to_date": QT_TRANSLATE_NOOP("Chart", "to date"),
}


def fan_column(choice: str) -> str:
    """The column whose worlds are drawn over the stack of a choice."""
    kind, at, span = choice.partition("@")
    return COLUMNS[kind.partition("_")[0]] + at + span


def cost(result: Result, choice: str = "economic") -> ChartSpec:
    """What it costs, as chosen."""
    label, unit = COST_CHOICES[choice]
    kind, at, span = choice.partition("@")
    if kind in PARTS:
        title = translate("Chart", "Cost by kind")
        layers = stack([_kind(result, key, role) for key, role in PARTS[kind]])
    elif kind.endswith(BY_CONTRACT):
        title = translate("Chart", "Cost by contract")
        layers = stack(_by_contract(result, kind.removesuffix(BY_CONTRACT)))
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
        short_title=translate("Chart", "Cost"),
    )


def _by_contract(result: Result, kind: str) -> list[tuple[str, str, Array]]:
    """Family by family: the largest contracts, on what else the family costs."""
    scenario = result.scenario
    parts = cost_by_contract(scenario, kind)
    signed = [part for part in parts if part.contract is not None and part.cost.any()]
    largest = sorted(signed, key=lambda part: -float(part.cost.sum()))[:MOST_CONTRACTS]
    found = []
    for f, family in enumerate(scenario.families):
        role, label = family_role(family, f), family_label(family)
        own = [part for part in largest if part.family == family]
        rest = sum(
            (part.cost for part in parts if part.family == family and part not in own),
            np.zeros(len(result.months)),
        )
        others = translate("Chart", "{family}, the rest") if own else "{family}"
        found.append((others.format(family=label), role, rest))
        for part in own:
            assert part.contract is not None
            name = short(part.contract.name, LONGEST_NAME)
            found.append((name, part_role(role, largest.index(part)), part.cost))
    return found


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
    if key == "signed_rent":
        bought = result["chip_capex_bn"] + result["facility_capex_bn"]
        return label, role, result["commitment_bn"] - bought
    if key == "rent":
        return label, role, result["rent_bn"] + result["idle_commitment_bn"]
    return label, role, result[key]
