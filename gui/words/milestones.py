"""What happened when, from the article and the public record, with its source. No Qt here."""

from __future__ import annotations

import csv
import functools
import io
from dataclasses import dataclass

from engine.resource import resource
from engine.tables.parameter import month_number
from engine.text import filled, translate
from gui.words.kpis import month_words


@dataclass(frozen=True)
class Milestone:
    """A dated fact: calendar month, a short label, what it says, and who said it."""

    month: str
    label: str
    detail: str
    source: str

    @property
    def sentence(self) -> str:
        text = translate("Milestone", "{month}: {detail} Source: {source}.")
        detail, source = translate("Milestone", self.detail), translate("Source", self.source)
        return filled(text, month=month_words(self.month), detail=detail, source=source)

    @property
    def label_text(self) -> str:
        return translate("Milestone", self.label)


@functools.cache
def milestones() -> tuple[Milestone, ...]:
    """All of them, oldest first."""
    text = resource("milestones.csv").read_text("utf-8")
    found = [Milestone(**row) for row in csv.DictReader(io.StringIO(text))]
    return tuple(sorted(found, key=lambda milestone: milestone.month))


def place(milestone: Milestone, months: tuple[str, ...]) -> int | None:
    """Its index among the months, None where it lies outside."""
    index = month_number(milestone.month) - month_number(months[0])
    return index if 0 <= index < len(months) else None
