"""What a lever would do, before it is touched: a KPI along each slider's whole range."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from engine.analysis.kpi import Kpi, values
from engine.analysis.variants import Lever, levers
from engine.scenario import Scenario

POINTS = 17


@dataclass(frozen=True)
class Curve:
    """The KPI along a lever: `at` (point,) in the lever's unit, `kpi` (point,) in its own."""

    lever: Lever
    at: npt.NDArray[np.float64]
    kpi: npt.NDArray[np.float64]

    @property
    def lowest(self) -> float:
        """Where along the lever the KPI is lowest; NaN where it is never defined."""
        return self._where(np.nanargmin)

    @property
    def highest(self) -> float:
        """Where along the lever the KPI is highest; NaN where it is never defined."""
        return self._where(np.nanargmax)

    def _where(self, find: object) -> float:
        if np.isnan(self.kpi).all():
            return float("nan")
        return float(self.at[find(self.kpi)])  # type: ignore[operator]


def foresight(
    scenario: Scenario, kpi: Kpi, of: Sequence[Lever] | None = None, points: int = POINTS
) -> tuple[Curve, ...]:
    """A curve for each lever, evenly spaced along its slider (on a log slider: in ratios).

    Whole-number levers have fewer points where their range is short.
    """
    chosen = levers(scenario) if of is None else tuple(of)
    places = [_places(lever, points) for lever in chosen]
    runs = [
        lever.moved(scenario, value)
        for lever, at in zip(chosen, places, strict=True)
        for value in at
    ]
    found = values(runs, kpi)
    curves, begin = [], 0
    for lever, at in zip(chosen, places, strict=True):
        curves.append(Curve(lever, np.array(at, float), found[begin : begin + len(at)]))
        begin += len(at)
    return tuple(curves)


def _places(lever: Lever, points: int) -> list[float]:
    places = [lever.at(float(position)) for position in np.linspace(0, 1, points)]
    return sorted({float(round(p)) for p in places}) if lever.row.whole else places
