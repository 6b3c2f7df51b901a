"""What a chart is, as plain data: curves, layers, shades, ghosts and fans. No Qt here."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from engine.series import undefined
from engine.text import written

Line = npt.NDArray[np.float64]

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
class Fan:
    """How a quantity spreads over the drawn worlds: P5 to P95, and P25 to P75 within."""

    label: str
    role: str
    bounds: tuple[Line, Line, Line, Line]  # P5, P25, P75, P95


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
    ghosts: tuple[Curve, ...] = ()  # the baseline's lines
    fans: tuple[Fan, ...] = ()
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
        lines += [ghost.values for ghost in self.ghosts]
        lines += [fan.bounds[-1] for fan in self.fans]
        for values in lines:
            finite = values[np.isfinite(values)]
            highest = max(highest, float(finite.max()) if finite.size else 0.0)
        return axis_top(highest)

    def text(self, value: float) -> str:
        return undefined() if math.isnan(value) else written(value, self.format)


def axis_top(highest: float) -> float:
    """The smallest round number not below `highest`, with a little air."""
    if not highest > 0:
        return 1.0
    power = 10.0 ** math.floor(math.log10(highest))
    with_air = highest / power * 1.02
    return next((top for top in AXIS_TOPS if top >= with_air), 12.0) * power
