"""Results to charts as plain data: which series, in which order and role. No Qt here."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

import numpy as np

from engine import Array, Result, series
from engine.tables.catalogue import family_label
from engine.tables.parameter import QT_TRANSLATE_NOOP
from engine.text import translate
from engine.worlds.ensemble import Band
from gui.charts.chart_spec import TOTAL, ChartSpec, Curve, Fan, Layer, Shade
from gui.charts.months import on_months, years_of
from gui.charts.observed import Beside, points
from gui.widgets.palette import family_role
from gui.words.units import of, spec_as_shown


def stack(parts: Sequence[tuple[str, str, Array]]) -> tuple[Layer, ...]:
    """Layers from (label, role, thickness), bottom first."""
    layers = []
    lower = np.zeros_like(parts[0][2])
    for label, role, thickness in parts:
        upper = lower + thickness
        layers.append(Layer(label, role, lower, upper))
        lower = upper
    return tuple(layers)


def _by_family(result: Result, key: str, factor: float = 1.0) -> tuple[Layer, ...]:
    families = result.scenario.families
    return stack(
        [
            (family_label(f), family_role(f, i), result[f"{key}_{f}"] * factor)
            for i, f in enumerate(families)
        ]
    )


def capacity(result: Result, choice: str = "") -> ChartSpec:
    demand, served = result["demand_eflops"], result["served_eflops"]
    row = series("capacity_eflops")
    return ChartSpec(
        "capacity",
        translate("Chart", "Capacity and demand"),
        row.unit,
        row.format,
        years_of(result),
        curves=(
            Curve(translate("Chart", "Capacity"), "capacity", result["capacity_eflops"]),
            Curve(translate("Chart", "Demand"), "demand", demand, dashed=True),
        ),
        shades=(Shade(translate("Chart", "Shortfall"), "shortfall", served, demand),),
    )


def power(result: Result, choice: str = "") -> ChartSpec:
    row = series("facility_power_gw")
    return ChartSpec(
        "power",
        translate("Chart", "Facility power and its limit"),
        row.unit,
        row.format,
        years_of(result),
        layers=_by_family(result, "it_power_gw", result.scenario.peak_ratio),
        curves=(
            Curve(translate("Chart", "Limit"), "limit", result["power_limit_gw"], dashed=True),
        ),
    )


FLEET_CHOICES = {
    "chips": (
        QT_TRANSLATE_NOOP("Chart", "Chips"),
        "chips_alive",
        1e-6,
        QT_TRANSLATE_NOOP("Unit", "million chips"),
        ",.2f",
    ),
    "power": (QT_TRANSLATE_NOOP("Chart", "Power"), "it_power_gw", 1.0, "GW IT", ",.2f"),
    "compute": (QT_TRANSLATE_NOOP("Chart", "Compute"), "capacity_eflops", 1.0, "EFLOP/s", ",.0f"),
}


def fleet(result: Result, choice: str = "chips") -> ChartSpec:
    label, key, factor, unit, style = FLEET_CHOICES[choice]
    return ChartSpec(
        "fleet",
        translate("Chart", "Fleet by family"),
        unit,
        style,
        years_of(result),
        layers=_by_family(result, key, factor),
        notes=translate("Chart", label),
    )


KINDS = {  # of cost, by role
    "capital": QT_TRANSLATE_NOOP("Chart", "Chips"),
    "facility": QT_TRANSLATE_NOOP("Chart", "Facilities"),
    "rent": QT_TRANSLATE_NOOP("Chart", "Rent"),
    "energy": QT_TRANSLATE_NOOP("Chart", "Energy"),
    "operation": QT_TRANSLATE_NOOP("Chart", "Operation"),
    "platform": QT_TRANSLATE_NOOP("Chart", "Platform"),
}
BY_FAMILY = "_by_family"  # the end of a choice that splits cost by who makes the chips
COST_CHOICES = {
    "economic": (
        QT_TRANSLATE_NOOP("Chart", "Economic"),
        (
            ("chip_capital_charge_bn", "capital"),
            ("facility_capital_charge_bn", "facility"),
            ("rent", "rent"),
            ("energy_bn", "energy"),
            ("operation", "operation"),
            ("platform_bn", "platform"),
        ),
    ),
    "cash": (
        QT_TRANSLATE_NOOP("Chart", "Cash"),
        (
            ("chip_capex_bn", "capital"),
            ("facility_capex_bn", "facility"),
            ("rent", "rent"),
            ("energy_bn", "energy"),
            ("operation", "operation"),
            ("platform_bn", "platform"),
        ),
    ),
    "economic_by_family": (QT_TRANSLATE_NOOP("Chart", "Economic, by family"), ()),
    "cash_by_family": (QT_TRANSLATE_NOOP("Chart", "Cash, by family"), ()),
}


def cost(result: Result, choice: str = "economic") -> ChartSpec:
    label, kinds = COST_CHOICES[choice]
    parts: list[tuple[str, str, Array]] = []
    for key, role in kinds:
        label = translate("Chart", KINDS[role])
        if key == "operation":  # two thin layers read as one
            parts.append((label, role, result["site_opex_bn"] + result["maintenance_bn"]))
        elif key == "rent":
            parts.append((label, role, result["rent_bn"] + result["idle_commitment_bn"]))
        else:
            parts.append((label, role, result[key]))
    return ChartSpec(
        "cost",
        translate("Chart", "Cost by kind") if kinds else translate("Chart", "Cost by family"),
        "$bn/month",
        ",.2f",
        years_of(result),
        layers=stack(parts)
        if kinds
        else _by_family(result, f"{choice.removesuffix(BY_FAMILY)}_cost_bn", 1.0),
        notes=translate("Chart", label),
    )


UNIT_COST_CHOICES = {
    "pflop_hour": (QT_TRANSLATE_NOOP("Chart", "Per PFLOP-hour"), "usd_per_pflop_hour"),
    "tokens": (QT_TRANSLATE_NOOP("Chart", "Per million tokens"), "usd_per_million_tokens"),
}


def unit_cost(result: Result, choice: str = "pflop_hour") -> ChartSpec:
    label, key = UNIT_COST_CHOICES[choice]
    row = series(key)
    return ChartSpec(
        "unit_cost",
        translate("Chart", "Unit cost"),
        row.unit,
        row.format,
        years_of(result),
        curves=(
            Curve(
                row.label_text,
                "unit_cost",
                result[key],
            ),
        ),
        notes=translate("Chart", label),
    )


DELIVERY_CHOICES = {
    "delivered": (
        QT_TRANSLATE_NOOP("Chart", "Delivered"),
        "chips_delivered",
        QT_TRANSLATE_NOOP("Chart", "Chips delivered each month"),
    ),
    "retired": (
        QT_TRANSLATE_NOOP("Chart", "Retired"),
        "chips_retired",
        QT_TRANSLATE_NOOP("Chart", "Chips retired each month"),
    ),
}


def deliveries(result: Result, choice: str = "delivered") -> ChartSpec:
    _, key, title = DELIVERY_CHOICES[choice]
    return ChartSpec(
        "deliveries",
        translate("Chart", title),
        QT_TRANSLATE_NOOP("Unit", "thousand chips"),
        ",.1f",
        years_of(result),
        layers=_by_family(result, key, 1e-3),
    )


def commitment(result: Result, choice: str = "") -> ChartSpec:
    row = series("commitment_bn")
    return ChartSpec(
        "commitment",
        translate("Chart", "Commitment signed each month"),
        row.unit,
        row.format,
        years_of(result),
        layers=_by_family(result, "commitment_bn"),
    )


def h100e(result: Result, choice: str = "") -> ChartSpec:
    return ChartSpec(
        "h100e",
        translate("Chart", "H100 equivalents"),
        QT_TRANSLATE_NOOP("Unit", "million H100e"),
        ",.2f",
        years_of(result),
        layers=_by_family(result, "h100e", 1e-6),
    )


def new_power(result: Result, choice: str = "") -> ChartSpec:
    row = series("delivered_it_gw")
    return ChartSpec(
        "new_power",
        translate("Chart", "New IT power: wanted and delivered"),
        row.unit,
        row.format,
        years_of(result),
        curves=(
            Curve(translate("Chart", "Delivered"), "capacity", result["delivered_it_gw"]),
            Curve(translate("Chart", "Wanted"), "demand", result["wanted_it_gw"], dashed=True),
        ),
    )


@dataclass(frozen=True, eq=False)
class ChartRow:
    """A chart of a page: its maker, what it draws, the choices of its header, and its fan.

    `outputs` are the rows of the output table that its help links to. `fan_columns` has the
    column whose spread is drawn for each choice ("" where there is only one picture), and
    `fan_role` its colour. `observed` has the observed series that stands beside each choice.
    """

    key: str
    make: Callable[[Result, str], ChartSpec]
    outputs: tuple[str, ...]
    choices: Mapping[str, str] = field(default_factory=dict)
    fan_columns: Mapping[str, str] = field(default_factory=dict)
    fan_role: str = TOTAL
    observed: Mapping[str, Beside] = field(default_factory=dict)

    def fan(self, choice: str) -> tuple[str, str]:
        return self.fan_columns.get(choice, ""), self.fan_role


def _labels(choices: Mapping[str, Any]) -> dict[str, str]:
    return {key: value[0] for key, value in choices.items()}


CHARTS: tuple[ChartRow, ...] = (
    ChartRow(
        "capacity",
        capacity,
        ("capacity_eflops", "demand_eflops", "served_eflops", "shortfall_eflops"),
        fan_columns={"": "capacity_eflops"},
        fan_role="capacity",
    ),
    ChartRow(
        "power",
        power,
        ("it_power_gw", "facility_power_gw", "power_limit_gw"),
        fan_columns={"": "facility_power_gw"},
        observed={"": Beside("it_power_gw", parameter="peak_ratio")},
    ),
    FLEET_CHART := ChartRow(
        "fleet",
        fleet,
        ("chips_alive", "it_power_gw", "capacity_eflops"),
        _labels(FLEET_CHOICES),
        observed={"power": Beside("it_power_gw")},
    ),
    ChartRow(
        "cost",
        cost,
        ("economic_cost_bn", "cash_cost_bn"),
        _labels(COST_CHOICES),
        {choice: f"{choice.removesuffix(BY_FAMILY)}_cost_bn" for choice in COST_CHOICES},
    ),
    ChartRow(
        "unit_cost",
        unit_cost,
        ("usd_per_pflop_hour", "usd_per_million_tokens"),
        _labels(UNIT_COST_CHOICES),
        {choice: column for choice, (_, column) in UNIT_COST_CHOICES.items()},
        "unit_cost",
    ),
)

FLEET_CHARTS: tuple[ChartRow, ...] = (
    FLEET_CHART,
    ChartRow("deliveries", deliveries, ("chips_delivered",), _labels(DELIVERY_CHOICES)),
    ChartRow("new_power", new_power, ("wanted_it_gw", "delivered_it_gw")),
    ChartRow("h100e", h100e, ("h100e",), observed={"": Beside("h100e", 1e-6)}),
    ChartRow("commitment", commitment, ("commitment_bn",)),
)


# each once, whatever pages it is on
ALL_CHARTS: tuple[ChartRow, ...] = tuple(dict.fromkeys((*CHARTS, *FLEET_CHARTS)))


def fan_columns() -> tuple[str, ...]:
    """The columns whose spread a chart can show, so that no choice has to wait for its own."""
    return tuple(dict.fromkeys(c for row in ALL_CHARTS for c in row.fan_columns.values()))


def overview(
    result: Result,
    choices: Mapping[str, str] | None = None,
    baseline: Result | None = None,
    bands: Mapping[str, Band] | None = None,
) -> dict[str, ChartSpec]:
    """Every chart of the Overview, by key; `choices` by chart, the first by default.

    `baseline` stands behind as thin lines; `bands` (by column) as fans. Bands may be of a
    scenario a moment older: they stay until newer ones are there.
    """
    return charts(CHARTS, result, choices, baseline, bands)


def fleet_page(
    result: Result,
    choices: Mapping[str, str] | None = None,
    baseline: Result | None = None,
    bands: Mapping[str, Band] | None = None,
) -> dict[str, ChartSpec]:
    """Every chart of the Fleet page, by key."""
    return charts(FLEET_CHARTS, result, choices, baseline, bands)


def charts(
    rows: Sequence[ChartRow],
    result: Result,
    choices: Mapping[str, str] | None = None,
    baseline: Result | None = None,
    bands: Mapping[str, Band] | None = None,
) -> dict[str, ChartSpec]:
    """The charts of some rows, by key."""
    specs = {}
    for row in rows:
        chosen = (choices or {}).get(row.key) or next(iter(row.choices), "")
        spec = row.make(result, chosen)
        if baseline is not None and baseline is not result:
            spec = replace(spec, ghosts=_ghosts(row.make(baseline, chosen), spec.years))
        column, role = row.fan(chosen)
        if bands and column in bands and len(bands[column].p5) == len(spec.years):
            spec = replace(spec, fans=(_fan(bands[column], role),))
        shown = spec_as_shown(spec)
        if (beside := row.observed.get(chosen)) is not None:
            seen = points(beside, result.scenario, of(spec.unit).factor)
            shown = replace(shown, observed=seen)
        specs[row.key] = shown
    return specs


def _ghosts(spec: ChartSpec, years: Array) -> tuple[Curve, ...]:
    """The baseline's lines, and the top of its stack, on this chart's months."""
    text = translate("Chart", "{label}, baseline")
    lines = spec.curves if spec.total is None else (*spec.curves, spec.total)
    return tuple(
        Curve(
            text.format(label=line.label),
            line.role,
            on_months(spec.years, line.values, years),
            dashed=True,
        )
        for line in lines
    )


def _fan(band: Band, role: str) -> Fan:
    return Fan(
        translate("Chart", "5% to 95% of worlds, and 25% to 75%"),
        role,
        (band.p5, band.p25, band.p75, band.p95),
        band.p50,
    )
