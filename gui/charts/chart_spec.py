"""What a chart is, as plain data: curves, layers, shades, ghosts and fans. No Qt here."""

from __future__ import annotations

import math
import sys
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np

from engine import Array
from engine.tables.output import undefined
from engine.tables.parameter import QT_TRANSLATE_NOOP
from engine.text import translate, written
from gui.charts.mark import Mark
from gui.charts.observed import Points

TOTAL = "total"  # the role of a stack's top
WORLDS = (
    QT_TRANSLATE_NOOP("Chart", "{label}, median"),
    QT_TRANSLATE_NOOP("Chart", "{label}, 5%"),
    QT_TRANSLATE_NOOP("Chart", "{label}, 95%"),
)
Size = tuple[int, int]  # of a picture, in pixels

# an axis ends at one of these, times a power of ten
AXIS_TOPS = (1.0, 1.2, 1.4, 1.6, 1.8, 2.0, 2.5, 3.0, 3.5, 4.0, 4.5, 5.0, 6.0, 7.0, 8.0, 9.0, 10.0)


@dataclass(frozen=True)
class Curve:
    """A line. `role` picks its colour; `values` may hold NaN, which leaves a gap."""

    label: str
    role: str
    values: Array
    dashed: bool = False


@dataclass(frozen=True)
class Layer:
    """One layer of a stack, between two lines; `values` is its thickness."""

    label: str
    role: str
    lower: Array
    upper: Array

    @property
    def values(self) -> Array:
        return self.upper - self.lower


@dataclass(frozen=True)
class Shade:
    """A hatched area between two lines, nothing where they meet."""

    label: str
    role: str
    lower: Array
    upper: Array

    @property
    def values(self) -> Array:
        return self.upper - self.lower


@dataclass(frozen=True)
class Fan:
    """How a quantity spreads over the drawn worlds: P5 to P95, P25 to P75 within, the median."""

    label: str
    role: str
    bounds: tuple[Array, Array, Array, Array]  # P5, P25, P75, P95
    median: Array | None = None


@dataclass(frozen=True)
class ChartSpec:
    """A chart: what to draw against time, in which unit, and how numbers are written."""

    key: str
    title: str
    unit: str
    format: str
    years: Array
    layers: tuple[Layer, ...] = ()
    curves: tuple[Curve, ...] = ()
    shades: tuple[Shade, ...] = ()
    ghosts: tuple[Curve, ...] = ()  # the baseline's lines
    fans: tuple[Fan, ...] = ()
    notes: str = ""
    observed: Points | None = None
    spans: tuple[tuple[float, float], ...] = ()  # years in which a shock acts on it
    marks: tuple[Mark, ...] = ()  # what was claimed
    short_title: str = ""  # where its choices say the rest, and room is short

    @property
    def parts(self) -> tuple[Curve | Layer | Shade, ...]:
        """What the legend names, in reading order."""
        return (*self.curves, *self.shades, *self.layers[::-1])

    @property
    def total(self) -> Curve | None:
        """The top of the stack, as a line; None without one, or where a solid line crosses it."""
        if not self.layers or not all(curve.dashed for curve in self.curves):
            return None
        return Curve(translate("Chart", "Total"), TOTAL, self.layers[-1].upper)

    @property
    def with_worlds(self) -> tuple[Curve, Fan] | None:
        """The line of which worlds are drawn, and they; None while none are."""
        for fan in self.fans:
            lines = [self.total] if self.layers else self.curves
            for line in lines:
                if line is not None and (self.layers or line.role == fan.role):
                    return line, fan
        return None

    @property
    def lines_of_worlds(self) -> list[Array]:
        """The median; over a stack also 5% and 95%, which are shaded elsewhere."""
        found = []
        for fan in self.fans:
            if fan.median is not None:
                edges = (fan.bounds[0], fan.bounds[-1]) if self.layers else ()
                found += [fan.median, *edges]
        return found

    def numbers(self) -> Iterator[tuple[str, Array]]:
        """Heading and values of all that is drawn: parts, total, worlds, baseline."""
        yield from ((part.label, part.values) for part in self.parts)
        if self.total is not None and len(self.layers) > 1:
            yield self.total.label, self.total.values
        if (found := self.with_worlds) is not None and found[1].median is not None:
            label, (fan, median) = found[0].label, (found[1], found[1].median)
            for name, line in zip(WORLDS, (median, fan.bounds[0], fan.bounds[-1]), strict=True):
                yield translate("Chart", name).format(label=label), line
        yield from ((ghost.label, ghost.values) for ghost in self.ghosts)

    @property
    def reach(self) -> float:
        """How high the scenario itself goes; baseline and bands aside."""
        lines = [curve.values for curve in self.curves]
        lines += [layer.upper for layer in self.layers[-1:]]
        lines += [shade.upper for shade in self.shades]
        return _highest(lines)

    @property
    def top(self) -> float:
        """The end of the value axis: a round number above everything drawn."""
        behind = [ghost.values for ghost in self.ghosts]
        behind += [fan.bounds[-1] for fan in self.fans]
        observed = 0.0 if self.observed is None else self.observed.highest
        claimed = max((mark.value for mark in self.marks), default=0.0)
        return axis_top(max(self.reach, _highest(behind), observed, claimed))

    def observed_words(self, which: int) -> str:
        """What is known of one of the observed values."""
        assert self.observed is not None
        return self.observed.words(which, self.text, self.unit)

    def text(self, value: float) -> str:
        return undefined() if math.isnan(value) else written(value, self.format)


def without(spec: ChartSpec, hidden: Collection[str]) -> ChartSpec:
    """The chart without the parts of these labels; what is left of a stack closes up.

    The spread, the baseline and what was observed of a total that is not shown go with it.
    """
    if not any(part.label in hidden for part in spec.parts):
        return spec
    layers, lower = [], np.zeros_like(spec.years)
    for layer in spec.layers:
        if layer.label not in hidden:
            upper = lower + layer.values
            layers.append(replace(layer, lower=lower, upper=upper))
            lower = upper
    curves = [curve for curve in spec.curves if curve.label not in hidden]
    whole = len(layers) == len(spec.layers)
    roles = {curve.role for curve in curves}
    ghosts = [
        ghost
        for ghost, of in zip(spec.ghosts, (*spec.curves, None), strict=False)
        if (whole if of is None else of.label not in hidden)
    ]
    return replace(
        spec,
        layers=tuple(layers),
        curves=tuple(curves),
        shades=tuple(shade for shade in spec.shades if shade.label not in hidden),
        ghosts=tuple(ghosts),
        marks=spec.marks if whole else (),
        fans=tuple(fan for fan in spec.fans if (whole if spec.layers else fan.role in roles)),
        observed=spec.observed
        if (whole if spec.layers else len(curves) == len(spec.curves))
        else None,
    )


def _highest(lines: Sequence[Array]) -> float:
    """The highest value that is defined and finite, 0 where there is none."""
    highest = 0.0
    for values in lines:
        top = float(np.fmax.reduce(values)) if len(values) else 0.0
        if math.isinf(top):
            top = float(np.max(values, where=np.isfinite(values), initial=0.0))
        highest = max(highest, top)  # NaN, where nothing is defined, is never above
    return highest


def axis_top(highest: float) -> float:
    """The smallest round number not below `highest`, with a little air."""
    if not highest >= sys.float_info.min:  # less can not be divided by
        return 1.0
    power = 10.0 ** math.floor(math.log10(highest))
    with_air = highest / power * 1.02
    return next((top for top in AXIS_TOPS if top >= with_air), 12.0) * power
