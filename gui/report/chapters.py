"""The pages of analyses that a report takes along where they are chosen. No Qt here."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from engine import Scenario
from engine.tables.parameter import QT_TRANSLATE_NOOP
from engine.text import translate
from engine.worlds.ensemble import Progress
from gui.report import risk_chapter, why_chapter
from gui.report.table import Table


class ChapterAsk(Protocol):
    """What works a page out: of a scenario, a baseline, so many worlds, and a month's place."""

    def __call__(
        self,
        scenario: Scenario,
        baseline: Scenario | None,
        draws: int | None,
        month: int,
        progress: Progress | None = None,
    ) -> Any: ...


@dataclass(frozen=True)
class Chapter:
    """A page by its key: its title, how its answers are had, and their tables.

    `keys` are those of the tables, whether there is anything in them or not.
    """

    key: str
    title: str
    ask: ChapterAsk
    tables: Callable[[Any], Sequence[Table]]
    keys: tuple[str, ...]

    @property
    def title_text(self) -> str:
        return translate("Page", self.title)


CHAPTERS: Mapping[str, Chapter] = {
    chapter.key: chapter
    for chapter in (
        Chapter(
            "risk",
            QT_TRANSLATE_NOOP("Page", "Risk"),
            risk_chapter.ask,
            risk_chapter.tables,
            (
                "risk_sources",
                "risk_exceedance",
                "risk_levers",
                "risk_conditions",
                "risk_shocks",
                "risk_mixes",
                "risk_commitments",
                "risk_counterparties",
            ),
        ),
        Chapter(
            "why",
            QT_TRANSLATE_NOOP("Page", "Why"),
            why_chapter.ask,
            why_chapter.tables,
            ("why_parts",),
        ),
    )
}
TABLES = tuple(key for chapter in CHAPTERS.values() for key in chapter.keys)
