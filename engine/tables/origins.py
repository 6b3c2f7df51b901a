"""Where numbers come from: producer, version, dates and licence behind the text of a source."""

from __future__ import annotations

import csv
import functools
import io
import re
from dataclasses import dataclass, fields
from datetime import date

from engine.resource import resource
from engine.tables.parameter import MONTHS_PER_YEAR, month_number

FILE = "origins.csv"
OWN = "Headroom"  # the producer of judgements and conventions
STALE = 12  # months after which a source is old
DATE = re.compile(r"(?<![\d.])20\d\d(?:-(?:0[1-9]|1[0-2])(?:-[0-3]\d)?)?(?![\d.])", re.ASCII)
YEARS_END = "12"  # where a source is known to be of a year alone


@dataclass(frozen=True)
class Origin:
    """What a source is: whose, which version, when it was published and read, under what terms.

    `match` is how its texts begin or what they name. Dates are as exact as they are known.
    """

    match: str
    producer: str
    title: str
    version: str
    published: str
    accessed: str
    licence: str
    link: str

    @property
    def is_judgement(self) -> bool:
        """Whether it is nobody's publication but the model's own choice."""
        return self.producer == OWN


@dataclass(frozen=True)
class Sourced:
    """A source's text with its origin, and the month that it speaks of, YYYY-MM."""

    text: str
    origin: Origin
    as_of: str

    def age(self, today: date) -> int:
        """How old it is.

        Takes: `today`.
        Gives: [months], 0 for what is of this month or later.
        """
        now = today.year * MONTHS_PER_YEAR + today.month - 1
        return max(now - month_number(self.as_of), 0)


COLUMNS = tuple(column.name for column in fields(Origin))


@functools.cache
def origins() -> tuple[Origin, ...]:
    """All of them; the first that matches a text is its origin.

    Gives: Origins.
    """
    rows = csv.DictReader(io.StringIO(resource(FILE).read_text("utf-8")), strict=True)
    return tuple(Origin(**row) for row in rows)


@functools.lru_cache(maxsize=1024)
def sourced(text: str) -> Sourced | None:
    """The origin of a source's text.

    Its month is that of the publication, else the first date that the text names and that was
    past when it was read, else when it was read.

    Takes: `text`.
    Gives: Sourced, None where no origin matches: somebody's own source.
    """
    for origin in origins():
        if re.search(origin.match, text):
            return Sourced(text, origin, _as_of(text, origin))
    return None


def _as_of(text: str, origin: Origin) -> str:
    if origin.published and not origin.is_judgement:
        return _month(origin.published)
    read = _month(origin.accessed)
    dates = [_month(found[0]) for found in DATE.finditer(text)]
    return next((month for month in dates if month <= read), read)


def _month(text: str) -> str:
    """The month of a date; the last of a year where no more is known."""
    year, _, rest = text.partition("-")
    return f"{year}-{rest[:2] or YEARS_END}"
