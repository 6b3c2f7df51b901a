"""Charts of what can be had: new power, and contracts against demand and power. No Qt here."""

from __future__ import annotations

import numpy as np

from engine import Array, Result, series
from engine.analysis.contracted import contracted as promised
from engine.tables.catalogue import family_label
from engine.tables.parameter import QT_TRANSLATE_NOOP
from engine.text import translate
from gui.charts.chart_spec import ChartSpec, Curve, Layer
from gui.charts.months import years_of
from gui.widgets.palette import family_role

CONTRACTED_CHOICES = {
    "all": (QT_TRANSLATE_NOOP("Chart", "All that is promised"),),
    "firm": (QT_TRANSLATE_NOOP("Chart", "What must be taken"),),
}


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


def wanted_in_service(result: Result) -> Array:
    """IT power that would be in service had the month brought all that was asked for [GW IT]."""
    there: Array = result.by_family("it_power_gw").sum(axis=0)
    return there + np.maximum(result["wanted_it_gw"] - result["delivered_it_gw"], 0.0)


def ready_it_gw(result: Result) -> Array:
    """IT power that the facilities can carry at its peak [GW IT]."""
    return result["power_limit_gw"] / result.scenario.peak_ratio


def contracted(result: Result, choice: str = "all") -> ChartSpec:
    label = CONTRACTED_CHOICES[choice][0]
    of_all = promised(result.scenario)
    stocks = of_all.firm if choice == "firm" else of_all.it_gw
    layers, lower = [], np.zeros(len(stocks))
    for place, family in enumerate(result.scenario.families):
        upper = lower + stocks[:, place]
        layers.append(Layer(family_label(family), family_role(family, place), lower, upper))
        lower = upper
    row = series("it_power_gw")
    return ChartSpec(
        "contracted",
        translate("Chart", "Contracted, wanted, and powered"),
        row.unit,
        row.format,
        years_of(result),
        layers=tuple(layers),
        curves=(
            Curve(translate("Chart", "Wanted"), "demand", wanted_in_service(result), dashed=True),
            Curve(translate("Chart", "Has power"), "limit", ready_it_gw(result)),
        ),
        notes=translate("Chart", label),
    )
