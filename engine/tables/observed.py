"""What was observed from outside, with its interval: the record that a scenario's past answers to.

A row is of a series of the output table, by its column, or of what is derived from some; behind
an `@` stands over what it is taken: `year` and `quarter` end with the month, `from:2025-11` begins
with that one, `to_date` with the scenario's first, `history` is all up to the month.
"""

from __future__ import annotations

import functools
import math
import re
from collections.abc import Mapping
from dataclasses import dataclass, fields

from engine.resource import resource
from engine.tables.grades import GRADES
from engine.tables.parameter import MONTH_PATTERN
from engine.tables.record_rows import number_or_nothing, rows_of
from engine.text import translate

FILE = "observed.csv"
WINDOW = re.compile(rf"year|quarter|history|to_date|from:{MONTH_PATTERN.pattern}", re.ASCII)
NAME = re.compile(r"[a-z][a-z0-9_]*", re.ASCII)


@dataclass(frozen=True)
class Observed:
    """One observed value in `unit`: 5th, 50th and 95th percentile, None where there is no bound."""

    series: str
    month: str  # YYYY-MM
    p5: float | None
    p50: float | None
    p95: float | None
    unit: str
    source: str
    grade: str

    @property
    def quantity(self) -> str:
        """What was observed, without over what."""
        return self.series.partition("@")[0]

    @property
    def window(self) -> str:
        """Over what it is taken; empty where it is of the month itself."""
        return self.series.partition("@")[2]

    @property
    def source_text(self) -> str:
        """The source in the reader's language."""
        return translate("Source", self.source)

    @property
    def bounds(self) -> tuple[float, float]:
        """Lower and upper bound, infinite where there is none."""
        low = -math.inf if self.p5 is None else self.p5
        return low, math.inf if self.p95 is None else self.p95

    @property
    def is_judgeable(self) -> bool:
        """Whether a value can lie outside: at least one bound is there."""
        return self.p5 is not None or self.p95 is not None


COLUMNS = tuple(column.name for column in fields(Observed))


@functools.cache
def observed() -> tuple[Observed, ...]:
    """The shipped record, in the order of its file."""
    return read_observed(resource(FILE).read_text("utf-8"))


def read_observed(text: str) -> tuple[Observed, ...]:
    """Observed values from CSV.

    Takes: `text`, with a line of headings.
    Gives: observed values, in the order of the lines.
    Raises: ValueError that names line, column, value and what is allowed.
    """
    return tuple(_row(at, cells) for at, cells in rows_of(text, COLUMNS))


def _row(at: str, cells: Mapping[str, str]) -> Observed:
    name, mark, window = cells["series"].partition("@")
    if not NAME.fullmatch(name) or (mark and not WINDOW.fullmatch(window)):
        allowed = "a name, or one with @year, @quarter, @history, @to_date or @from:YYYY-MM"
        raise ValueError(f"{at}: series {cells['series']!r}: allowed is {allowed}")
    if not MONTH_PATTERN.fullmatch(cells["month"]):
        raise ValueError(f"{at}: month {cells['month']!r}: allowed is YYYY-MM")
    for key in ("unit", "source"):
        if not cells[key].strip():
            raise ValueError(f"{at}: {key} is empty: allowed is a text")
    if cells["grade"] not in GRADES:
        raise ValueError(f"{at}: grade {cells['grade']!r}: allowed is {', '.join(GRADES)}")
    p5, p50, p95 = (number_or_nothing(at, key, cells[key]) for key in ("p5", "p50", "p95"))
    known = [value for value in (p5, p50, p95) if value is not None]
    if not known or known != sorted(known):
        said = ", ".join(cells[key] or "none" for key in ("p5", "p50", "p95"))
        raise ValueError(f"{at}: {said}: allowed are p5, p50, p95 ascending, at least one of them")
    texts = {key: cells[key] for key in ("series", "month", "unit", "source", "grade")}
    return Observed(p5=p5, p50=p50, p95=p95, **texts)
