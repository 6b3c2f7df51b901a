"""A report's tables as plain data: the one source of its CSV, sheets, pages and checks. No Qt."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass

from engine.csv_out import MARK, cell, csv_text
from engine.tables.parameter import MONTH_PATTERN
from engine.text import written
from gui.words.sanitize import clean
from gui.words.signs import is_nought

MONTH_UNITS = ("month", "YYYY-MM")
BY_ROW = "by row"
FULL, PLAIN = ",.12g", "d"  # numbers with no format of their own

Cell = str | float | int | None
NEAR = 1e-12  # relative: machines agree to twelve digits


@dataclass(frozen=True)
class TableColumn:
    """What a column holds: its unit, and the format its numbers are read in.

    `checked` columns are digested, and `headroom verify` names what differs in them; of the others,
    words in the reader's language, it names numbers, and holds the words to what is written anew.
    """

    heading: str
    unit: str = ""
    format: str = ""
    checked: bool = True
    signed: bool = False  # a difference: people see its plus as well
    months: bool = False  # `YYYY-MM`, which a workbook has as dates; else by the row's unit

    @property
    def full_heading(self) -> str:
        return f"{self.heading} [{self.unit}]" if self.unit else self.heading


@dataclass(frozen=True)
class Table:
    """`rows` of cells under `columns`; None is undefined, and empty in every format."""

    key: str
    title: str
    columns: tuple[TableColumn, ...]
    rows: tuple[tuple[Cell, ...], ...]
    row_formats: tuple[str, ...] = ()  # where a row's format is its own

    def format(self, row: int, column: int) -> str:
        own = self.columns[column].format
        return self.row_formats[row] if own == BY_ROW and self.row_formats else own

    def text(self, row: int, column: int) -> str:
        """A cell as people read it."""
        value = self.rows[row][column]
        if isinstance(value, str):
            return value
        if value is None or value != value:
            return ""
        text = written(
            value, self.format(row, column) or (PLAIN if isinstance(value, int) else FULL)
        )
        if is_nought(text):
            return text.replace("-", "")  # nothing has no sign
        sign = "+" if self.columns[column].signed and value > 0 else ""
        return sign + text.replace("-", "−", 1)

    def is_month(self, row: int, column: int) -> bool:
        """Whether a cell is a calendar month, `YYYY-MM`: by its column, or by its row's unit."""
        value = self.rows[row][column]
        if not isinstance(value, str) or not MONTH_PATTERN.fullmatch(value):
            return False
        return self.columns[column].months or any(unit in self.rows[row] for unit in MONTH_UNITS)

    def cells(self) -> Iterator[tuple[int, int, Cell]]:
        """Row, column and value of every cell that is checked."""
        for i, row in enumerate(self.rows):
            for j, value in enumerate(row):
                if self.columns[j].checked:
                    yield i, j, value

    def compared(self) -> Iterator[tuple[int, int, Cell]]:
        """The same, and numbers and months of the other columns: no language says them otherwise.

        What is digested stays `cells`: the digests that files carry are of these.
        """
        for i, row in enumerate(self.rows):
            for j, value in enumerate(row):
                number = value is not None and not isinstance(value, str)
                if self.columns[j].checked or number or self.is_month(i, j):
                    yield i, j, value


def near(one: float, other: float) -> bool:
    """Whether two numbers differ by no more than two machines may."""
    known = math.isfinite(one) and math.isfinite(other)
    return known and abs(other - one) <= NEAR * max(abs(other), abs(one))


def csv_bytes(table: Table) -> bytes:
    """RFC 4180 in UTF-8 with its mark: units in headings, decimal points, no formulas."""
    header = (cell(clean(column.full_heading)) for column in table.columns)
    rows = ((cell(_cleaned(value)) for value in row) for row in table.rows)
    return (MARK + csv_text(header, rows, line_end="\r\n")).encode()


def without_mark(data: bytes) -> bytes:
    """A CSV's bytes as they were without the mark of UTF-8, which editors add and leave out."""
    return data.removeprefix(MARK.encode())


def _cleaned(value: Cell) -> Cell:
    return clean(value) if isinstance(value, str) else value
