"""Names on the lines and in the layers themselves, where they fit. No Qt here.

Places are found while nothing moves; under the hand a name keeps its months and goes up and
down with its line, for one that jumps about can't be read.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

import numpy as np

from engine import Array
from engine.tables.parameter import QT_TRANSLATE_NOOP
from engine.text import translate
from gui.charts.chart_spec import TOTAL, ChartSpec, Curve
from gui.charts.mark import Mark

GAP = 3.0  # pixels between a name and its line
ASIDE = 6.0  # pixels between two names beside each other, or they would be read as one
AIR = 2.0  # above and below a name within its layer
EDGE = 8.0  # to the sides of the plot
EDGE_OF_BAND, LATEST = "fan", 0.6  # its role; of the plot's width
ALONG = 2.0  # pixels: lines closer than this can't be told apart
ROOM = 5.0  # around a whisker
REACH = 4.5  # pixels: half the height of a claim's mark
TOUCH = 1.0  # pixels by which one name may be over another
STEPS = 28  # places tried along the plot
STEEPEST = 2.5  # heights of a line that a curve may rise along its name
HIGH = QT_TRANSLATE_NOOP("Chart", "95%")
LOW = QT_TRANSLATE_NOOP("Chart", "5%")
MEDIAN = QT_TRANSLATE_NOOP("Chart", "median")
PLAN = QT_TRANSLATE_NOOP("Chart", "plan")
BASELINE = QT_TRANSLATE_NOOP("Chart", "baseline")

WIDE, WITHIN, ABOVE, BELOW = "wide", "within", "above", "below"


@dataclass(frozen=True)
class PlotBox:
    """A plot in pixels, the height of a name, and how wide each one is."""

    width: float
    height: float
    top: float  # the end of the value axis
    line: float
    measure: Callable[[str], float]

    def across(self, years: Array) -> Array:
        found: Array = (years - years[0]) / (years[-1] - years[0]) * self.width
        return found

    def year(self, years: Array, across: float) -> float:
        return float(years[0] + across / self.width * (years[-1] - years[0]))

    def down(self, values: Array) -> Array:
        return self.height - values / self.top * self.height


@dataclass(frozen=True)
class Name:
    """Which text is written where: over the months `first` to before `last`, on which side."""

    text: str
    role: str
    year: float  # on the time axis, at its middle
    first: int
    last: int
    side: str


_NOTHING = np.empty(0)

Rect = tuple[float, float, float, float]  # left, top, right, bottom
Place = tuple[float, float]  # pixels from the left, from the top


def names(spec: ChartSpec, box: PlotBox) -> list[Name]:
    """Names that fit, none over another; a single line without worlds needs none."""
    if len(spec.parts) + len(spec.fans) < 2 or len(spec.years) < 2 or box.width < box.line * 8:
        return []
    found: list[Name] = []
    taken: list[Rect] = [*_observed(spec, box), *_marked(spec, box)]
    lines = [box.down(curve.values) for curve in spec.curves]
    behind = [box.down(ghost.values) for ghost in spec.ghosts]
    if spec.total is not None:
        behind.append(box.down(spec.total.values))
    behind += [box.down(fan.median) for fan in spec.fans if fan.median is not None]
    for text, role, lower, upper in _wanted(spec):
        name, rect = (
            _in_layer(spec, box, text, role, lower, upper, taken)
            if lower is not None
            else _on_line(spec, box, text, role, upper, (lines, behind), taken)
        )
        if name is not None and rect is not None:
            found.append(name)
            taken.append((rect[0] - ASIDE, rect[1], rect[2] + ASIDE, rect[3]))
    return found


def _observed(spec: ChartSpec, box: PlotBox) -> Iterator[Rect]:
    """Where the whiskers of what was observed stand, which no name may cover."""
    if spec.observed is None:
        return
    across = box.across(spec.years)
    low, high = map(box.down, spec.observed.ends)
    for place, bottom, top in zip(spec.observed.places, low, high, strict=True):
        yield across[place] - ROOM, top - ROOM, across[place] + ROOM, bottom + ROOM


def _marked(spec: ChartSpec, box: PlotBox) -> Iterator[Rect]:
    """Where claims are marked and said."""
    for _, middle, rect in rects(spec, box):
        yield _around(middle)
        if rect is not None:
            yield rect


def rects(spec: ChartSpec, box: PlotBox) -> Iterator[tuple[Mark, Place, Rect | None]]:
    """Each claim's mark that is inside the plot, its middle, and the room of its text, in pixels.

    The text stands at the right, or at the left where there is more room; where a plot has too
    little at either side, over its mark or under it, for words on a mark hide what they are of.
    There is no room for it where that would cover what was observed, or another claim.
    """
    if not spec.marks:  # as most charts have it, at every paint
        return
    across = box.across(spec.years)
    inside = [
        (mark, (float(across[mark.place]), box.height - mark.value / box.top * box.height))
        for mark in spec.marks
    ]
    inside = [(mark, place) for mark, place in inside if 0 <= place[1] <= box.height]
    taken = [*_observed(spec, box), *(_around(place) for _, place in inside)]
    for mark, place in inside:
        rooms = _rooms(box, place, box.measure(mark.text))
        found = next((rect for rect in rooms if apart(rect, taken)), None)
        if found is not None:
            taken.append(found)
        yield mark, place, found


def _rooms(box: PlotBox, place: Place, wide: float) -> Iterator[Rect]:
    """Where a mark's words have room in the plot, the best first."""
    (x, y), off = place, REACH + GAP
    shifted = max(min(x - REACH, box.width - wide), 0.0)
    beside, over, under = y - box.line / 2, y - off - box.line, y + off
    for left, top in (
        (x + off, beside),
        (x - off - wide, beside),
        (shifted, over),
        (shifted, under),
    ):
        fits = left >= 0 and left + wide <= box.width
        if fits and (top == beside or 0 <= top <= box.height - box.line):
            yield left, top, left + wide, top + box.line


def _around(middle: Place) -> Rect:
    x, y = middle
    return x - ROOM, y - ROOM, x + ROOM, y + ROOM


def places(named: Iterable[Name], spec: ChartSpec, box: PlotBox) -> Iterator[tuple[Name, Place]]:
    """Names with their middles now, in pixels from the left and from the top.

    Left out is one that has no line any more, or no room: outside, or over another.
    """
    parts = _parts(spec)
    begin, end = float(spec.years[0]), float(spec.years[-1])
    taken: list[Rect] = []
    for name in named:
        down = _height(name, parts, box)
        if down is None or not 0 <= down <= box.height:
            continue
        across = (name.year - begin) / (end - begin) * box.width
        half = box.measure(name.text) / 2 - TOUCH
        rect = (across - half, down - box.line / 2 + TOUCH, across + half, down + box.line / 2)
        if rect[0] >= 0 and rect[2] <= box.width and apart(rect, taken):
            taken.append(rect)
            yield name, (across, down)


def height_of(name: Name, spec: ChartSpec, box: PlotBox) -> float | None:
    """How far down the middle of a name is now; None where its line is gone."""
    return _height(name, _parts(spec), box)


def _parts(spec: ChartSpec) -> dict[str, tuple[Array | None, Array]]:
    """(lower, upper) by text; of parts of the same name the first."""
    wanted = reversed(list(_wanted(spec)))
    return {text: (lower, upper) for text, _, lower, upper in wanted}


def _height(name: Name, parts: dict[str, tuple[Array | None, Array]], box: PlotBox) -> float | None:
    lower, upper = parts.get(name.text, (None, _NOTHING))
    if name.last > len(upper):
        return None
    at = _middle(box, lower, upper, slice(name.first, name.last), name.side)
    return None if at != at else at


def _wanted(spec: ChartSpec) -> Iterable[tuple[str, str, Array | None, Array]]:
    """(text, role, lower, upper) of each; lines have no lower."""
    found = spec.with_worlds
    for curve in spec.curves:
        of_plan = found is not None and curve is found[0]
        yield _plan(spec, curve) if of_plan else curve.label, curve.role, None, curve.values
    if found is not None and spec.total is not None:
        yield _plan(spec, spec.total), TOTAL, None, spec.total.values
    for layer in reversed(spec.layers):
        yield layer.label, layer.role, layer.lower, layer.upper
    for fan in spec.fans:
        if not (fan.bounds[-1] > fan.bounds[0]).any():
            continue  # nothing spreads
        if fan.median is not None:
            yield translate("Chart", MEDIAN), EDGE_OF_BAND, None, fan.median
        yield translate("Chart", HIGH), EDGE_OF_BAND, None, fan.bounds[-1]
        yield translate("Chart", LOW), EDGE_OF_BAND, None, fan.bounds[0]
    for ghost in spec.ghosts[:1]:  # its dashes are those of the others
        yield translate("Chart", BASELINE), EDGE_OF_BAND, None, ghost.values


def _plan(spec: ChartSpec, line: Curve) -> str:
    """What the plan's own line is called beside its worlds."""
    if len(spec.parts) < 2:
        return translate("Chart", PLAN)
    return translate("Chart", "{label}, plan").format(label=line.label)


def _middle(box: PlotBox, lower: Array | None, upper: Array, span: slice, side: str) -> float:
    line = box.down(upper[span])
    if lower is not None:
        return float((line.max() + box.down(lower[span]).min()) / 2)
    if side == ABOVE:
        return float(line.min() - GAP - box.line / 2)
    return float(line.max() + GAP + box.line / 2)


def _spans(spec: ChartSpec, box: PlotBox, wide: float) -> Iterable[tuple[float, slice]]:
    """Where a name so wide might stand, from the right to the left."""
    across = box.across(spec.years)
    right, left = box.width - EDGE - wide / 2, EDGE + wide / 2
    for middle in np.linspace(right, left, STEPS).tolist() if right > left else ():
        first = max(int(np.searchsorted(across, middle - wide / 2)) - 1, 0)
        last = int(np.searchsorted(across, middle + wide / 2)) + 1
        yield middle, slice(first, min(last, len(across)))


def _rect(box: PlotBox, middle: float, wide: float, at: float) -> Rect:
    return middle - wide / 2, at - box.line / 2, middle + wide / 2, at + box.line / 2


def apart(rect: Rect, others: Iterable[Rect]) -> bool:
    """Whether a rectangle touches none of the others."""
    return all(
        rect[2] <= o[0] or rect[0] >= o[2] or rect[3] <= o[1] or rect[1] >= o[3] for o in others
    )


def _in_layer(
    spec: ChartSpec,
    box: PlotBox,
    text: str,
    role: str,
    lower: Array,
    upper: Array,
    taken: list[Rect],
) -> tuple[Name | None, Rect | None]:
    """Where the layer is thickest along the name."""
    wide = box.measure(text)
    best: tuple[float, Name, Rect] | None = None
    for middle, span in _spans(spec, box, wide):
        room = float(box.down(lower[span]).min() - box.down(upper[span]).max())
        if not room >= box.line + 2 * AIR or (best is not None and room <= best[0] * 1.05):
            continue
        rect = _rect(box, middle, wide, _middle(box, lower, upper, span, WITHIN))
        if apart(rect, taken):
            year = box.year(spec.years, middle)
            best = (room, Name(text, role, year, span.start, span.stop, WITHIN), rect)
    return (best[1], best[2]) if best else (None, None)


def _on_line(
    spec: ChartSpec,
    box: PlotBox,
    text: str,
    role: str,
    upper: Array,
    others: tuple[list[Array], list[Array]],
    taken: list[Rect],
) -> tuple[Name | None, Rect | None]:
    """The first place from the right, above the line or below, that crosses nothing."""
    wide = box.measure(text)
    own = box.down(upper)
    for middle, span in _spans(spec, box, wide):
        part = own[span]
        if not np.isfinite(part).all() or np.ptp(part) > STEEPEST * box.line:
            continue
        if role == EDGE_OF_BAND and middle < LATEST * box.width:
            break  # a band is named where it is wide
        for side in (ABOVE, BELOW):
            rect = _rect(box, middle, wide, _middle(box, None, upper, span, side))
            inside = rect[1] >= 0 and rect[3] <= box.height
            lines, behind = others
            crossed = _crossed(rect, [*lines, *behind], own, span)
            if (
                inside
                and apart(rect, taken)
                and not crossed
                and not _beside(lines, own, span, rect, side)
            ):
                year = box.year(spec.years, middle)
                return Name(text, role, year, span.start, span.stop, side), rect
    return None, None


def _crossed(rect: Rect, lines: list[Array], own: Array, span: slice) -> bool:
    """Whether another line goes through the rectangle."""
    for line in lines:
        part = line[span]
        if np.array_equal(line, own, equal_nan=True) or not np.isfinite(part).any():
            continue
        if np.nanmin(part) < rect[3] and np.nanmax(part) > rect[1]:
            return True
    return False


def _beside(lines: list[Array], own: Array, span: slice, rect: Rect, side: str) -> bool:
    """Whether another line runs along this one, or between it and the name's rectangle.

    The name would be of either.
    """
    part = own[span]
    high, low = (rect[1], part + ALONG) if side == ABOVE else (part - ALONG, rect[3])
    for line in lines:
        other = line[span]
        if not np.array_equal(other, part, equal_nan=True) and (
            ((other >= high) & (other <= low)).any()
        ):
            return True
    return False
