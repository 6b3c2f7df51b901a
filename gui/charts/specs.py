"""Results to charts as plain data: which series, in which order and role. No Qt here."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from engine import Array, Result, series
from engine.tables.parameter import QT_TRANSLATE_NOOP
from engine.text import translate
from engine.worlds.ensemble import Band
from engine.worlds.standing import IN_YEAR
from gui.charts.chart_spec import TOTAL, ChartSpec, Curve, Fan, Shade
from gui.charts.cost import COST_CHOICES, SPANS, cost, fan_column
from gui.charts.marks import marks
from gui.charts.months import on_months, years_of
from gui.charts.observed import Beside, points
from gui.charts.own_marks import own_marks
from gui.charts.shocks import spans
from gui.charts.stacks import by_family
from gui.charts.supply_charts import CONTRACTED_CHOICES, contracted, new_power
from gui.words.units import of, spec_as_shown

BASELINE = QT_TRANSLATE_NOOP("Chart", "{label}, baseline")
PROPOSAL = QT_TRANSLATE_NOOP("Chart", "{label}, proposal")


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
        layers=by_family(result, "it_power_gw", result.scenario.peak_ratio),
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
        layers=by_family(result, key, factor),
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
        QT_TRANSLATE_NOOP("Chart", "Deliveries"),
        "chips_delivered",
        QT_TRANSLATE_NOOP("Chart", "Chips delivered each month"),
    ),
    "retired": (
        QT_TRANSLATE_NOOP("Chart", "Retirements"),
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
        layers=by_family(result, key, 1e-3),
    )


def commitment(result: Result, choice: str = "") -> ChartSpec:
    row = series("commitment_bn")
    return ChartSpec(
        "commitment",
        translate("Chart", "Commitment signed each month"),
        row.unit,
        row.format,
        years_of(result),
        layers=by_family(result, "commitment_bn"),
    )


def h100e(result: Result, choice: str = "") -> ChartSpec:
    return ChartSpec(
        "h100e",
        translate("Chart", "H100 equivalents"),
        QT_TRANSLATE_NOOP("Unit", "million H100e"),
        ",.2f",
        years_of(result),
        layers=by_family(result, "h100e", 1e-6),
    )


@dataclass(frozen=True, eq=False)
class ChartRow:
    """A chart of a page: its maker, what it draws, the choices of its header, and its fan.

    `outputs` are the rows of the output table that its help links to. `fan_columns` has the
    column whose spread is drawn for each choice ("" where there is only one picture), and
    `fan_role` its colour. `observed` has the observed series that stands beside each choice,
    `claims` the columns of which claims are marked, `series` those that are drawn, whole or by
    family: on them stand the claims that a scenario has of its own.
    """

    key: str
    make: Callable[[Result, str], ChartSpec]
    outputs: tuple[str, ...]
    choices: Mapping[str, str] = field(default_factory=dict)
    fan_columns: Mapping[str, str] = field(default_factory=dict)
    fan_role: str = TOTAL
    observed: Mapping[str, Beside] = field(default_factory=dict)
    claims: Mapping[str, tuple[Beside, ...]] = field(default_factory=dict)
    series: Mapping[str, tuple[Beside, ...]] = field(default_factory=dict)
    # endings of the choices, each with its label, where what is shown has as many spans
    spans: Mapping[str, str] = field(default_factory=dict)

    @property
    def first_choices(self) -> dict[str, str]:
        """The choices without those that differ by their span alone."""
        endings = tuple(span for span in self.spans if span)
        return {k: label for k, label in self.choices.items() if not k.endswith(endings or "\n")}

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
        series={"": (Beside("capacity_eflops"), Beside("demand_eflops"))},
    ),
    ChartRow(
        "power",
        power,
        ("it_power_gw", "facility_power_gw", "power_limit_gw"),
        fan_columns={"": "facility_power_gw"},
        observed={"": Beside("it_power_gw", parameter="peak_ratio")},
        claims={"": (Beside("it_power_gw_tpu", parameter="peak_ratio"),)},
        series={
            "": (
                Beside("it_power_gw", parameter="peak_ratio"),
                Beside("facility_power_gw"),
                Beside("power_limit_gw"),
            )
        },
    ),
    FLEET_CHART := ChartRow(
        "fleet",
        fleet,
        ("chips_alive", "it_power_gw", "capacity_eflops"),
        _labels(FLEET_CHOICES),
        observed={"power": Beside("it_power_gw")},
        claims={
            "chips": (Beside("chips_alive_tpu", 1e-6), Beside("chips_alive_trainium", 1e-6)),
            "power": (Beside("it_power_gw_tpu"),),
        },
        series={
            choice: (Beside(key, factor),)
            for choice, (_, key, factor, _, _) in FLEET_CHOICES.items()
        },
    ),
    ChartRow(
        "cost",
        cost,
        ("economic_cost_bn", "cash_cost_bn"),
        _labels(COST_CHOICES),
        {choice: fan_column(choice) for choice in COST_CHOICES},
        claims={"signed_by_family@to_date": (Beside("commitment_bn_tpu@to_date"),)},
        series={
            choice: (Beside(fan_column(choice)),)
            for choice in COST_CHOICES
            if not choice.endswith(IN_YEAR)
        },
        spans=SPANS,
    ),
    ChartRow(
        "unit_cost",
        unit_cost,
        ("usd_per_pflop_hour", "usd_per_million_tokens"),
        _labels(UNIT_COST_CHOICES),
        {choice: column for choice, (_, column) in UNIT_COST_CHOICES.items()},
        "unit_cost",
        series={choice: (Beside(column),) for choice, (_, column) in UNIT_COST_CHOICES.items()},
    ),
)

FLEET_CHARTS: tuple[ChartRow, ...] = (
    FLEET_CHART,
    ChartRow(
        "deliveries",
        deliveries,
        ("chips_delivered",),
        _labels(DELIVERY_CHOICES),
        series={choice: (Beside(key, 1e-3),) for choice, (_, key, _) in DELIVERY_CHOICES.items()},
    ),
    ChartRow(
        "new_power",
        new_power,
        ("wanted_it_gw", "delivered_it_gw"),
        series={"": (Beside("delivered_it_gw"), Beside("wanted_it_gw"))},
    ),
    ChartRow(
        "h100e",
        h100e,
        ("h100e",),
        observed={"": Beside("h100e", 1e-6)},
        series={"": (Beside("h100e", 1e-6),)},
    ),
    ChartRow("commitment", commitment, ("commitment_bn",), series={"": (Beside("commitment_bn"),)}),
)

SUPPLY_CHARTS: tuple[ChartRow, ...] = (
    CONTRACTED_CHART := ChartRow(
        "contracted",
        contracted,
        ("it_power_gw", "wanted_it_gw", "power_limit_gw"),
        _labels(CONTRACTED_CHOICES),
    ),
)

# each once, whatever pages it is on
ALL_CHARTS: tuple[ChartRow, ...] = tuple(dict.fromkeys((*CHARTS, *FLEET_CHARTS, *SUPPLY_CHARTS)))


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
    behind: str = BASELINE,
) -> dict[str, ChartSpec]:
    """The charts of some rows, by key; `behind` says what the thin lines are of."""
    specs = {}
    for row in rows:
        chosen = (choices or {}).get(row.key) or next(iter(row.choices), "")
        spec = row.make(result, chosen)
        if baseline is not None and baseline is not result:
            spec = replace(spec, ghosts=_ghosts(row.make(baseline, chosen), spec.years, behind))
        column, role = row.fan(chosen)
        if bands and column in bands and len(bands[column].p5) == len(spec.years):
            spec = replace(spec, fans=(_fan(bands[column], role),))
        shown = spec_as_shown(spec)
        if (beside := row.observed.get(chosen)) is not None:
            seen = points(beside, result.scenario, of(spec.unit).factor)
            shown = replace(shown, observed=seen)
        if asked := row.claims.get(chosen):
            said = marks(asked, result, shown, of(spec.unit).factor)
            shown = replace(shown, marks=said)
        if own := own_marks(row.series.get(chosen, ()), result, shown, of(spec.unit).factor):
            shown = replace(shown, marks=(*shown.marks, *own))
        specs[row.key] = replace(shown, spans=spans(result.scenario, row.key))
    return specs


def _ghosts(spec: ChartSpec, years: Array, behind: str) -> tuple[Curve, ...]:
    """The baseline's lines, and the top of its stack, on this chart's months."""
    text = translate("Chart", behind)
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
