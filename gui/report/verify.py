"""Checks a report's file against a new run: identical, or the first difference. No window."""

from __future__ import annotations

import csv
import hashlib
import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from engine import Document, Problem, Scenario, ScenarioError
from engine.tables import cell
from engine.text import translate
from engine.version import PROGRAM_VERSION
from gui.report import carried, compare, pdf_file, svg_file, workbook_file
from gui.report.carried import Carried
from gui.report.content import Content, Order, gather
from gui.report.letters import clean, one_line
from gui.report.table import Cell, Table, without_mark
from gui.report.workbook import (
    HEAD_ROWS,
    KEPT_DIGITS,
    WRITTEN_DIGITS,
    cells_of,
    digest_of,
    month_serial,
    named_sheets,
    rounded,
)

NEAR = 1e-12  # relative: machines agree to twelve digits
LONGEST = 60  # characters of a cell that are shown

Grid = Mapping[tuple[int, int], str | float]


@dataclass(frozen=True)
class Verdict:
    """Whether the file says what a new run says, and that in a line of words."""

    identical: bool
    words: str


@dataclass(frozen=True)
class Difference:
    """A cell that is not what a new run gives; `far` where rounding can't be why."""

    words: str
    far: bool


def verify(path: Path) -> Verdict:
    """Recompute what `path` rests on. Raises ScenarioError where it carries nothing to check."""
    return Verifier().verify(path)


class Verifier:
    """Checks files, and runs what several of them rest on once."""

    def __init__(self) -> None:
        self._made: tuple[Order, tuple[Scenario, ...], dict[str, Table]] | None = None

    def verify(self, path: Path) -> Verdict:
        """Whether `path` says what a new run says. Raises ScenarioError."""
        found = carried.carried_in(path)
        intact, expected, given = _both(path, found, self._tables(found))
        first, first_far = _differences(expected, given)
        problem = first_far or first
        if first_far is None and found.whole and intact:
            return Verdict(True, _identical() if first is None else _nearly())
        words = translate("Verify", "not identical: {why}")
        if problem is not None:
            return Verdict(False, words.format(why=problem.words) + _other_program(found))
        if not found.whole:
            why = translate("Verify", "what it carries was changed after it was written")
        else:
            why = translate("Verify", "its text or picture was changed; the numbers are the same")
        return Verdict(False, words.format(why=why))

    def _tables(self, found: Carried) -> dict[str, Table]:
        asked = (found.order, found.others)
        if self._made is None or self._made[:2] != asked:
            self._made = (*asked, tables_of(found))
        return self._made[2]


def _identical() -> str:
    return translate("Verify", "identical")


def _nearly() -> str:
    return translate("Verify", "identical to 12 digits")


def _other_program(found: Carried) -> str:
    own = f"Headroom {PROGRAM_VERSION}"
    if found.program == own:
        return ""
    text = translate("Verify", " (made by {theirs}, checked by {own})")
    return text.format(theirs=one_line(found.program, LONGEST), own=own)


def _both(
    path: Path, found: Carried, tables: dict[str, Table]
) -> tuple[bool, dict[str, Table], dict[str, Grid]]:
    """Whether the file's body is as written, and by table what should be there and what is."""
    data = carried.bytes_of(path)
    if found.kind.startswith("table "):
        table = tables.get(found.kind.removeprefix("table "))
        if table is None:
            raise _unknown(path)
        intact = carried.digest(without_mark(data)) == found.body
        return intact, {table.key: table}, {table.key: _grid(data)}
    if found.kind == "workbook":
        return _workbook(path, found, tables)
    numbers = {key: _rows(rows) for key, rows in found.numbers.items()}
    expected = {key: table for key, table in tables.items() if key in numbers}
    if set(expected) != set(numbers):
        raise _unknown(path)
    return body_digest(data) == found.body, expected, numbers


def _unknown(path: Path) -> ScenarioError:
    text = translate("Verify", "carries tables that this Headroom does not know")
    return ScenarioError(Problem("", "", text), str(path))


def tables_of(found: Carried) -> dict[str, Table]:
    """Everything a report of what is carried would say, computed now."""
    if found.others:
        documents = [found.order.document, *map(Document, found.others)]
        orders = [replace(found.order, document=document) for document in documents]
        return compare.Comparison(tuple(gather(order) for order in orders)).all_tables
    content: Content = gather(found.order)
    return {**content.tables, **content.drawn}


def body_digest(data: bytes) -> str:
    """The digest of a file without what it carries."""
    if data.startswith(b"\x89PNG"):
        return pixels(data)
    if data.startswith(b"%PDF"):
        return pdf_file.body(data)
    return carried.digest(svg_file.body(data))


def pixels(png: bytes) -> str:
    """The digest of a picture's pixels, however they are packed."""
    from PySide6.QtGui import QImage

    image = QImage.fromData(png).convertToFormat(QImage.Format.Format_RGB32)
    whole = hashlib.sha256(f"{image.width()}x{image.height()}".encode())
    whole.update(image.constBits())
    return whole.hexdigest()


def _grid(data: bytes) -> Grid:
    rows = csv.reader(io.StringIO(data.decode("utf-8-sig", "replace"), newline=""))
    return {
        (i - HEAD_ROWS, j): text
        for i, row in enumerate(rows)
        for j, text in enumerate(row)
        if i >= HEAD_ROWS and text
    }


def _rows(rows: Sequence[Sequence[Cell]]) -> Grid:
    return {
        (i, j): value
        for i, row in enumerate(rows)
        for j, value in enumerate(row)
        if value is not None and value != ""
    }


def _workbook(
    path: Path, found: Carried, tables: Mapping[str, Table]
) -> tuple[bool, dict[str, Table], dict[str, Grid]]:
    try:
        sheets = list(workbook_file.sheets(path).values())[1:]  # the first is in words
    except ValueError as error:
        raise ScenarioError(Problem("", "", one_line(str(error))), str(path)) from None
    expected = {key: table for key, table in tables.items() if not key.startswith("chart ")}
    given: dict[str, Grid] = {}
    checked: dict[str, workbook_file.Sheet] = {}
    for table, sheet in zip(expected.values(), sheets, strict=False):
        columns = [j for j, column in enumerate(table.columns) if column.checked]
        body = {place: v for place, v in sheet.items() if place[0] >= HEAD_ROWS}
        checked[table.key] = {place: v for place, v in body.items() if place[1] in columns}
        given[table.key] = {(i - HEAD_ROWS, j): v for (i, j), v in body.items()}
    return digest_of(checked) in found.body.split(), expected, given


def workbook_digests(tables: Mapping[str, Table]) -> str:
    """What `_workbook` finds in a workbook of these tables, and in one saved anew."""
    named = named_sheets(tables).values()
    whole = [
        digest_of({table.key: cells_of(table, digits) for table in named})
        for digits in (WRITTEN_DIGITS, KEPT_DIGITS)
    ]
    return " ".join(whole)


def _differences(
    expected: Mapping[str, Table], given: Mapping[str, Grid]
) -> tuple[Difference | None, Difference | None]:
    """The first difference, and the first that is more than rounding."""
    first: Difference | None = None
    for key, table in expected.items():
        if key not in given:
            missing = translate("Verify", "{table} is missing").format(table=table.title)
            return first, Difference(missing, True)
        for found in _cell_differences(table, given[key]):
            first = first or found
            if found.far:
                return first, found
    return first, None


def _cell_differences(table: Table, given: Grid) -> list[Difference]:
    """Cells that differ, up to the first that is far; then rows that are too many."""
    differences = []
    for i, j, value in table.cells():
        there = given.get((i, j))
        if _same(value, there) or (table.is_month(i, j) and there == month_serial(value)):
            continue
        near = _near(value, there)
        differences.append(Difference(_words(table, i, j, value, there), far=not near))
        if not near:
            return differences
    most = max((i for i, _ in given), default=-1)
    if most >= len(table.rows):
        text = translate("Verify", "{table} has rows that a new run does not give")
        differences.append(Difference(text.format(table=table.title), True))
    return differences


def _same(value: Cell, there: Cell) -> bool:
    if value is None or value != value or value == "":
        return there is None
    if isinstance(there, str):  # of a CSV, or text
        return there == (cell(clean(value)) if isinstance(value, str) else cell(value)) or (
            isinstance(value, str) and there == clean(value)
        )
    if isinstance(value, str) or there is None:
        return False
    return float(there) in (value, *(rounded(value, n) for n in (WRITTEN_DIGITS, KEPT_DIGITS)))


def _near(value: Cell, there: Cell) -> bool:
    """Whether two numbers differ by no more than two machines may."""
    if not isinstance(value, int | float) or there is None:
        return False
    try:
        other = float(there)
    except ValueError:
        return False
    return abs(other - value) <= NEAR * max(abs(other), abs(value))


def _words(table: Table, i: int, j: int, value: Cell, there: Cell) -> str:
    text = translate("Verify", "{table}, {column}, {row}: expected {expected}, found {found}")
    row = table.rows[i]
    name = row[1] if table.columns[0].heading == "t" else row[0]
    if table.columns[0].checked is False:
        name = row[1]
    return text.format(
        table=table.title,
        column=table.columns[j].heading,
        row=_short(name),
        expected=_short(value),
        found=_short(there),
    )


def _short(value: Cell) -> str:
    if value is None or value == "":
        return translate("Verify", "nothing")
    return one_line(value, LONGEST) if isinstance(value, str) else repr(value)
