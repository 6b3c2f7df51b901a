"""The scenario's own claims as marks in a chart, each on the line or the layer it is of. No Qt."""

from __future__ import annotations

import weakref
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from engine import Result
from engine.run.latest_cache import LatestCache
from engine.tables.own import OwnClaim
from engine.tables.parameter import month_number
from engine.text import translate
from engine.worlds.standing import TO_DATE
from gui.charts.chart_spec import ChartSpec
from gui.charts.mark import Mark
from gui.charts.observed import Beside
from gui.widgets.palette import family_role
from gui.words.abbreviate import short
from gui.words.month_names import month_words
from gui.words.sanitize import one_line

LONGEST = 32  # letters beside a mark; all of it is in the tip
FEW = 4  # results that are looked at together


@dataclass(frozen=True)
class OwnJudged:
    """A claim beside a plan: the month's index, the bound that is drawn, and whether it holds."""

    claim: OwnClaim
    place: int
    bound: float
    holds: bool

    @property
    def verdict(self) -> str:
        return translate("Claim", "met") if self.holds else translate("Claim", "missed")

    @property
    def mark(self) -> str:
        text = translate("Claim", "{claim}: {verdict}")
        said = text.format(claim=short(one_line(self.claim.detail), LONGEST), verdict=self.verdict)
        return f"{'✓' if self.holds else '✗'} {said}"

    @property
    def words(self) -> str:
        """All of it."""
        text = translate(
            "Claim", "{who} claims for {month}: {detail} The plan: {verdict}. Source: {source}."
        )
        return text.format(
            who=one_line(self.claim.who),
            month=month_words(self.claim.month),
            detail=one_line(self.claim.detail),
            verdict=self.verdict,
            source=one_line(self.claim.source) or translate("Claim", "none"),
        )


_judged = LatestCache[tuple["weakref.ref[Result]", tuple[OwnJudged, ...]]](FEW)


def own_judged(result: Result) -> tuple[OwnJudged, ...]:
    """The own claims that speak of a month, or up to one, of this run: judged once for a run."""
    kept = _judged.get(
        id(result),
        lambda known: known[0]() is result,
        lambda: (weakref.ref(result), tuple(_judge(result))),
    )
    return kept[1]


def _judge(result: Result) -> list[OwnJudged]:
    first, found = month_number(result.scenario.start), []
    for claim in result.scenario.own_claims:
        column, to_date = claim.series.removesuffix(TO_DATE), claim.series.endswith(TO_DATE)
        place = month_number(claim.month) - first
        if column not in result or not 0 <= place < len(result.months):
            continue
        line = result[column]
        value = float(np.sum(line[: place + 1]) if to_date else line[place])
        low = -np.inf if claim.low is None else claim.low
        high = np.inf if claim.high is None else claim.high
        bound = claim.high if claim.low is None else claim.low
        assert bound is not None
        found.append(OwnJudged(claim, place, bound, bool(low <= value <= high)))
    return found


def own_marks(
    asked: Sequence[Beside], result: Result, spec: ChartSpec, shown: float
) -> tuple[Mark, ...]:
    """The own claims on some series, a family's on its layer; `shown` is the unit's factor."""
    if not result.scenario.own_claims:
        return ()
    found = []
    for judged in own_judged(result):
        for beside in asked:
            below = _below(judged, beside, result, spec)
            if below is not None:
                value = below + judged.bound * beside.factor_of(result.scenario) * shown
                found.append(Mark(judged.place, value, judged.mark, judged.words, judged.holds))
                break
    return tuple(found)


def _below(judged: OwnJudged, beside: Beside, result: Result, spec: ChartSpec) -> float | None:
    """Where the layer of the claim's family begins; 0 for the whole, None where it is not of it."""
    series, at, window = beside.series.partition("@")
    column = judged.claim.series.removesuffix(TO_DATE)
    if judged.claim.series.removeprefix(column) != at + window:
        return None
    if column == series:
        return 0.0
    for place, family in enumerate(result.scenario.families):
        if column != f"{series}_{family}":
            continue
        for layer in spec.layers:
            if layer.role == family_role(family, place):
                return float(layer.lower[judged.place])
    return None
