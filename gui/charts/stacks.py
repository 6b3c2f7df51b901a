"""Stacks of layers, bottom first. No Qt here."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from engine import Array, Result
from engine.tables.catalogue import family_label
from gui.charts.chart_spec import Layer
from gui.widgets.palette import family_role


def stack(parts: Sequence[tuple[str, str, Array]]) -> tuple[Layer, ...]:
    """Layers from (label, role, thickness), bottom first."""
    layers = []
    lower = np.zeros_like(parts[0][2])
    for label, role, thickness in parts:
        upper = lower + thickness
        layers.append(Layer(label, role, lower, upper))
        lower = upper
    return tuple(layers)


def by_family(result: Result, key: str, factor: float = 1.0) -> tuple[Layer, ...]:
    """A layer for each family, of the columns of one series, times `factor`."""
    families = result.scenario.families
    return stack(
        [
            (family_label(f), family_role(f, i), result[f"{key}_{f}"] * factor)
            for i, f in enumerate(families)
        ]
    )
