"""Results to charts as plain data: which series, in which order and role. No Qt here."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any

import numpy as np
import numpy.typing as npt

from engine import Result, series
from engine.catalogue import family_label
from engine.parameter import month_number
from gui.charts.palette import family_role

Line = npt.NDArray[np.float64]

MONTHS_PER_YEAR = 12
# an axis ends at one of these, times a power of ten
AXIS_TOPS = (1.0, 1.2, 1.4, 1.6, 1.8, 2.0, 2.5, 3.0, 3.5, 4.0, 4.5, 5.0, 6.0, 7.0, 8.0, 9.0, 10.0)


@dataclass(frozen=True)
class Curve:
    """A line. `role` picks its colour; `values` may hold NaN, which leaves a gap."""

    label: str
    role: str
    values: Line
    dashed: bool = False


@dataclass(frozen=True)
class Layer:
    """One layer of a stack, between two lines; `values` is its thickness."""

    label: str
    role: str
    lower: Line
    upper: Line

    @property
    def values(self) -> Line:
        return self.upper - self.lower


@dataclass(frozen=True)
class Shade:
    """A hatched area between two lines, nothing where they meet."""

    label: str
    role: str
    lower: Line
    upper: Line

    @property
    def values(self) -> Line:
        return self.upper - self.lower


@dataclass(frozen=True)
class ChartSpec:
    """A chart: what to draw against time, in which unit, and how numbers are written."""

    key: str
    title: str
    unit: str
    format: str
    years: Line
    layers: tuple[Layer, ...] = ()
    curves: tuple[Curve, ...] = ()
    shades: tuple[Shade, ...] = ()
    notes: str = ""

    @property
    def parts(self) -> tuple[Curve | Layer | Shade, ...]:
        """What the legend names, in reading order."""
        return (*self.curves, *self.shades, *self.layers[::-1])

    @property
    def top(self) -> float:
        """The end of the value axis: a round number above everything drawn."""
        highest = 0.0
        lines = [curve.values for curve in self.curves]
        lines += [layer.upper for layer in self.layers[-1:]]
        lines += [shade.upper for shade in self.shades]
        for values in lines:
            finite = values[np.isfinite(values)]
            highest = max(highest, float(finite.max()) if finite.size else 0.0)
        return axis_top(highest)

    def text(self, value: float) -> str:
        return "undefined" if math.isnan(value) else format(value, self.format)


def axis_top(highest: float) -> float:
    """The smallest round number not below `highest`, with a little air."""
    if not highest > 0:
        return 1.0
    power = 10.0 ** math.floor(math.log10(highest))
    with_air = highest / power * 1.02
    return next((top for top in AXIS_TOPS if top >= with_air), 12.0) * power


def years_of(result: Result) -> Line:
    """Each month's place on the time axis: calendar years, January at the whole number."""
    first = month_number(result.scenario.start)
    return (first + np.arange(len(result.months))) / MONTHS_PER_YEAR


def stack(parts: Sequence[tuple[str, str, Line]]) -> tuple[Layer, ...]:
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
        "Capacity and demand",
        row.unit,
        row.format,
        years_of(result),
        curves=(
            Curve("Capacity", "capacity", result["capacity_eflops"]),
            Curve("Demand", "demand", demand, dashed=True),
        ),
        shades=(Shade("Shortfall", "shortfall", served, demand),),
    )


def power(result: Result, choice: str = "") -> ChartSpec:
    row = series("facility_power_gw")
    return ChartSpec(
        "power",
        "Facility power and its limit",
        row.unit,
        row.format,
        years_of(result),
        layers=_by_family(result, "it_power_gw", result.scenario.peak_ratio),
        curves=(Curve("Limit", "limit", result["power_limit_gw"], dashed=True),),
    )


FLEET_CHOICES = {
    "chips": ("Chips", "chips_alive", 1e-6, "million chips", ",.2f"),
    "power": ("Power", "it_power_gw", 1.0, "GW IT", ",.2f"),
    "compute": ("Compute", "capacity_eflops", 1.0, "EFLOP/s", ",.0f"),
}


def fleet(result: Result, choice: str = "chips") -> ChartSpec:
    label, key, factor, unit, style = FLEET_CHOICES[choice]
    return ChartSpec(
        "fleet",
        "Fleet by family",
        unit,
        style,
        years_of(result),
        layers=_by_family(result, key, factor),
        notes=label,
    )


COST_CHOICES = {
    "economic": (
        "Economic",
        (
            ("chip_capital_charge_bn", "capital"),
            ("facility_capital_charge_bn", "facility"),
            ("rent_bn", "rent"),
            ("energy_bn", "energy"),
            ("operation", "operation"),
            ("platform_bn", "platform"),
        ),
    ),
    "cash": (
        "Cash",
        (
            ("chip_capex_bn", "capital"),
            ("facility_capex_bn", "facility"),
            ("rent_bn", "rent"),
            ("energy_bn", "energy"),
            ("operation", "operation"),
            ("platform_bn", "platform"),
        ),
    ),
}


def cost(result: Result, choice: str = "economic") -> ChartSpec:
    label, kinds = COST_CHOICES[choice]
    parts = []
    for key, role in kinds:
        if key == "operation":  # two thin layers read as one
            both = result["site_opex_bn"] + result["maintenance_bn"]
            parts.append(("Operation, maintenance", role, both))
        else:
            parts.append((series(key).label, role, result[key]))
    return ChartSpec(
        "cost",
        "Cost by kind",
        "$bn/month",
        ",.2f",
        years_of(result),
        layers=stack(parts),
        notes=label,
    )


UNIT_COST_CHOICES = {
    "pflop_hour": ("$ per PFLOP-hour", "usd_per_pflop_hour"),
    "tokens": ("$ per million tokens", "usd_per_million_tokens"),
}


def unit_cost(result: Result, choice: str = "pflop_hour") -> ChartSpec:
    label, key = UNIT_COST_CHOICES[choice]
    row = series(key)
    return ChartSpec(
        "unit_cost",
        "Unit cost",
        row.unit,
        row.format,
        years_of(result),
        curves=(Curve("Economic cost per unit of effective compute", "unit_cost", result[key]),),
        notes=label,
    )


@dataclass(frozen=True)
class ChartRow:
    """A chart of the Overview: its maker, and the choices its header offers."""

    key: str
    make: Any
    choices: Mapping[str, str] = field(default_factory=dict)


def _labels(choices: Mapping[str, Any]) -> dict[str, str]:
    return {key: value[0] for key, value in choices.items()}


CHARTS: tuple[ChartRow, ...] = (
    ChartRow("capacity", capacity),
    ChartRow("power", power),
    ChartRow("fleet", fleet, _labels(FLEET_CHOICES)),
    ChartRow("cost", cost, _labels(COST_CHOICES)),
    ChartRow("unit_cost", unit_cost, _labels(UNIT_COST_CHOICES)),
)


def overview(result: Result, choices: Mapping[str, str] | None = None) -> dict[str, ChartSpec]:
    """Every chart of the Overview, by key; `choices` by chart, the first by default."""
    specs = {}
    for row in CHARTS:
        chosen = (choices or {}).get(row.key) or next(iter(row.choices), "")
        specs[row.key] = row.make(result, chosen)
    return specs


@dataclass(frozen=True)
class Stretch:
    """Months in a row that the same limit binds: from `first` to before `last`."""

    limit: str
    first: int
    last: int


def binding_stretches(result: Result) -> tuple[Stretch, ...]:
    """What binds, as stretches of months."""
    codes = series("binding").codes
    values = result["binding"].astype(int)
    edges = [0, *(np.flatnonzero(np.diff(values)) + 1).tolist(), len(values)]
    return tuple(Stretch(codes[values[a]], a, b) for a, b in pairwise(edges))
