"""Claims as marks in a chart: at what was claimed, on the layer that it is of. No Qt here."""

from __future__ import annotations

from engine import Result
from engine.worlds.standing import TO_DATE
from gui.charts.chart_spec import ChartSpec
from gui.charts.mark import Mark
from gui.charts.observed import Beside
from gui.widgets.palette import family_role
from gui.words.story.claims import Judged, judged


def marks(
    asked: tuple[Beside, ...], result: Result, spec: ChartSpec, shown: float
) -> tuple[Mark, ...]:
    """The claims on some columns, each on its layer; `shown` is the factor of the shown unit."""
    if not asked:
        return ()
    said = {each.claim.column: each for each in judged(result)}
    found = (
        _mark(said[beside.series], beside.factor_of(result.scenario) * shown, result, spec)
        for beside in asked
        if beside.series in said
    )
    return tuple(mark for mark in found if mark is not None)


def _mark(claimed: Judged, factor: float, result: Result, spec: ChartSpec) -> Mark | None:
    families = result.scenario.families
    column = claimed.claim.column.removesuffix(TO_DATE)
    for place, family in enumerate(families):
        if not column.endswith(f"_{family}"):
            continue
        for layer in spec.layers:
            if layer.role == family_role(family, place):
                below = float(layer.lower[claimed.place])
                value = below + claimed.claim.low * factor
                return Mark(claimed.place, value, claimed.mark, claimed.words, claimed.met)
    return None
