"""What was said, by whom and when: each sentence of the story, and the record that came after it.

A row of `resources/record.csv` that names a series can be held against a scenario; the others are
context. `later` says what has overtaken it.
"""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass, fields

from engine.resource import resource
from engine.tables.grades import GRADES
from engine.tables.observed import NAME, WINDOW
from engine.tables.parameter import MONTH_PATTERN
from engine.tables.record_rows import number_or_nothing, rows_of
from engine.text import translate

FILE = "record.csv"
PARTS = ("article", "compute", "deals", "revenue", "prices")
DATE = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?", re.ASCII)


@dataclass(frozen=True)
class Statement:
    """A sentence of the story or of the record.

    `said` is a date, as exact as it is known. Where `series` is not empty, it claims that the
    series lies from `low` to `high` in `month`; None where a side is open.
    """

    part: str
    said: str
    who: str
    detail: str
    series: str
    month: str
    low: float | None
    high: float | None
    unit: str
    source: str
    link: str
    licence: str
    grade: str
    later: str

    @property
    def is_context(self) -> bool:
        """Whether the model has nothing to hold against it."""
        return not self.series

    @property
    def detail_text(self) -> str:
        """The sentence in the reader's language."""
        return translate("Claim", self.detail)

    @property
    def later_text(self) -> str:
        """What has overtaken it, empty where nothing has."""
        return translate("Claim", self.later) if self.later else ""

    @property
    def who_text(self) -> str:
        """Who said it, in the reader's language."""
        return translate("Claim", self.who)

    @property
    def source_text(self) -> str:
        """The source in the reader's language."""
        return translate("Source", self.source) if self.source else ""


COLUMNS = tuple(column.name for column in fields(Statement))


@functools.cache
def statements() -> tuple[Statement, ...]:
    """All of them, in the order of the file.

    Gives: Statements.
    """
    return read_statements(resource(FILE).read_text("utf-8"))


def read_statements(text: str) -> tuple[Statement, ...]:
    """Statements from CSV.

    Takes: `text`, with a line of headings.
    Gives: Statements, in the order of the lines.
    Raises: ValueError that names line, column, value and what is allowed.
    """
    return tuple(_statement(at, cells) for at, cells in rows_of(text, COLUMNS))


def _statement(at: str, cells: dict[str, str]) -> Statement:
    for key, choice in (("part", PARTS), ("grade", GRADES)):
        if cells[key] not in choice:
            raise ValueError(f"{at}: {key} {cells[key]!r}: allowed is {', '.join(choice)}")
    for key in ("who", "detail", "source", "licence"):
        if not cells[key].strip():
            raise ValueError(f"{at}: {key} is empty: allowed is a text")
    if not DATE.fullmatch(cells["said"]):
        raise ValueError(f"{at}: said {cells['said']!r}: allowed is a date, YYYY-MM-DD")
    if cells["link"] and not cells["link"].startswith("https://"):
        raise ValueError(f"{at}: link {cells['link']!r}: allowed is an address, https://")
    name, mark, window = cells["series"].partition("@")
    claimed = bool(cells["series"])
    if claimed and (not NAME.fullmatch(name) or (mark and not WINDOW.fullmatch(window))):
        raise ValueError(
            f"{at}: series {cells['series']!r}: allowed is a name, or one with @window"
        )
    low, high = (number_or_nothing(at, key, cells[key]) for key in ("low", "high"))
    if claimed != bool(cells["month"]) or (claimed and not MONTH_PATTERN.fullmatch(cells["month"])):
        raise ValueError(f"{at}: month {cells['month']!r}: allowed is YYYY-MM beside a series")
    known = [value for value in (low, high) if value is not None]
    if claimed != bool(known) or known != sorted(known):
        said = f"{cells['low'] or 'none'} to {cells['high'] or 'none'}"
        raise ValueError(f"{at}: {said}: allowed are low and high ascending, beside a series")
    return Statement(**{**cells, "low": low, "high": high})  # type: ignore[arg-type]
