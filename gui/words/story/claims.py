"""What the story claims: how much of what by when, who said so, and whether it is met. No Qt here.

A claim is a row of `resources/claims.csv`. It is met where the plan has at least `low` in its
month, whose figure and source it names; a range also says how much would be more than was claimed.
"""

from __future__ import annotations

import csv
import functools
import io
import weakref
from dataclasses import dataclass

import numpy as np

from engine import Array, Result
from engine.resource import resource
from engine.run.latest_cache import LatestCache
from engine.tables.parameter import month_number
from engine.text import translate
from engine.worlds.standing import TO_DATE
from gui.words.month_names import month_words


@dataclass(frozen=True)
class Claim:
    """A claim: at least `low` of a column by a month; up to `high` where a range was named.

    `tile` is the figure above the charts that says it, `short` how.
    """

    tile: str
    column: str
    month: str
    low: float
    high: float | None
    unit: str
    short: str
    label: str
    detail: str
    source: str

    @property
    def label_text(self) -> str:
        return translate("Claim", self.label)

    @property
    def short_text(self) -> str:
        return translate("Claim", self.short)

    def place(self, months: tuple[str, ...]) -> int | None:
        """Its month's index, None where that lies outside."""
        index = month_number(self.month) - month_number(months[0])
        return index if 0 <= index < len(months) else None

    def met(self, value: float) -> bool:
        return value >= self.low


FEW = 4  # results that are looked at together: the plan, the baseline, and those before


@dataclass(frozen=True)
class Judged:
    """A claim beside a plan: what the plan has in its month, and whether that is enough."""

    claim: Claim
    place: int  # the month
    value: float  # of the plan
    met: bool

    @property
    def sign(self) -> str:
        """A mark, beside a word that says the same."""
        return "✓" if self.met else "✗"

    @property
    def verdict(self) -> str:
        return translate("Claim", "met") if self.met else translate("Claim", "missed")

    @property
    def mark(self) -> str:
        """What stands beside the claim's mark in a chart."""
        text = translate("Claim", "{claim}: {verdict}")
        return f"{self.sign} {text.format(claim=self.claim.label_text, verdict=self.verdict)}"

    @property
    def words(self) -> str:
        """All of it, in words."""
        text = translate(
            "Claim", "Claimed for {month}: {detail} The plan: {verdict}. Source: {source}."
        )
        return text.format(
            month=month_words(self.claim.month),
            detail=translate("Claim", self.claim.detail),
            verdict=self.verdict,
            source=translate("Source", self.claim.source),
        )


_judged = LatestCache[tuple["weakref.ref[Result]", tuple[Judged, ...]]](FEW)


@functools.cache
def claims() -> tuple[Claim, ...]:
    """All of them, in the file's order."""
    text = resource("claims.csv").read_text("utf-8")
    return tuple(map(_claim, csv.DictReader(io.StringIO(text))))


def _claim(row: dict[str, str]) -> Claim:
    words = {key: row[key] for key in row if key not in ("low", "high")}
    high = float(row["high"]) if row["high"] else None
    return Claim(low=float(row["low"]), high=high, **words)


def judged(result: Result) -> tuple[Judged, ...]:
    """The claims that speak of this result's months and families, each met or missed.

    Tiles and charts of a frame ask it of the same few results: each is judged once.
    """
    kept = _judged.get(
        id(result),
        lambda known: known[0]() is result,
        lambda: (weakref.ref(result), _judge(result)),
    )
    return kept[1]


def _judge(result: Result) -> tuple[Judged, ...]:
    found = []
    for claim in claims():
        place, column = claim.place(result.months), claim.column.removesuffix(TO_DATE)
        if place is None or column not in result:
            continue
        line: Array = result[column]
        to_date = claim.column.endswith(TO_DATE)
        value = float(np.sum(line[: place + 1]) if to_date else line[place])
        found.append(Judged(claim, place, value, claim.met(value)))
    return tuple(found)
