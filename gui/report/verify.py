"""Checks a report's file against a new run: identical, or the first difference. No window."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from engine import Document, Problem, Scenario, ScenarioError
from engine.csv_out import cell
from engine.text import translate
from engine.version import PROGRAM_VERSION
from engine.worlds.ensemble import Progress
from gui.report import carried, compare, workbook_file
from gui.report.carried import Carried
from gui.report.content import Content, Order, gather
from gui.report.digests import body_digest
from gui.report.table import Cell, Table, csv_bytes, near, without_mark
from gui.report.workbook import (
    HEAD_ROWS,
    KEPT_DIGITS,
    WRITTEN_DIGITS,
    digest_of,
    month_serial,
    rounded,
)
from gui.words.sanitize import clean, one_line

if TYPE_CHECKING:
    from gui.report.made_again import MadeAgain

OWN = f"Headroom {PROGRAM_VERSION}"
TABLE = "table "
DRAWN = ("picture", "pages")
ROOM, SPARE = 4, 1_000_000  # a table has at most so many times its bytes, and so many more
LONGEST = 60  # characters of a cell that are shown

Grid = Mapping[tuple[int, int], str | float]


@dataclass(frozen=True)
class Verdict:
    """Whether the file says what a new run says, and that in a line of words.

    `checked` is False where a part of it could not be held against anything.
    """

    identical: bool
    words: str
    checked: bool = True


@dataclass(frozen=True)
class Difference:
    """A cell that is not what a new run gives; `far` where rounding can't be why."""

    words: str
    far: bool


def verify(path: Path, progress: Progress | None = None) -> Verdict:
    """Recompute what `path` rests on. Raises ScenarioError where it carries nothing to check."""
    return Verifier(progress).verify(path)


class Verifier:
    """Checks files, and runs what several of them rest on once.

    `progress` is told how far the drawn worlds are, and stops them where it says False.
    """

    def __init__(self, progress: Progress | None = None) -> None:
        self._progress = progress
        self._made: tuple[tuple[Order, tuple[Scenario, ...]], tuple[Content, ...]] | None = None

    def verify(self, path: Path) -> Verdict:
        """Whether `path` says what a new run says. Raises ScenarioError, or Cancelled."""
        found = carried.carried_in(path)
        part = _part_of(path, found)
        from gui.report.made_again import MadeAgain  # draws: a refusal doesn't wait for it

        contents = self._contents(found)
        again = MadeAgain(path, found, contents)
        try:
            held = _held(path, found, tables_of(contents), again)
            first, first_far = _differences(held.expected, held.given)
            words = translate("Verify", "not identical: {why}")
            problem = first_far or (None if found.whole and held.intact else first)
            if problem is not None:
                return Verdict(False, words.format(why=problem.words) + _other_program(found))
            if not found.whole:
                why = translate("Verify", "what it carries was changed after it was written")
                return Verdict(False, words.format(why=why))
            if not held.intact:
                return Verdict(False, words.format(why=_changed(part)))
            if again.same(part, path):
                return Verdict(True, _identical(part, near=first is not None))
        except ScenarioError as error:
            raise error if error.file else error.in_file(str(path)) from None
        except (ValueError, OSError, MemoryError, csv.Error) as error:
            raise carried.unreadable(path, error) from None
        # the numbers are the same, what shows them is not, where that can be said
        if found.program != OWN or (part in DRAWN and not again.alike()):
            return Verdict(False, _not_checked(part, found), checked=False)
        return Verdict(False, words.format(why=_changed(part)))

    def _contents(self, found: Carried) -> tuple[Content, ...]:
        asked = (found.order, found.others)
        if self._made is None or self._made[0] != asked:
            documents = [found.order.document, *map(Document, found.others)]
            orders = [replace(found.order, document=document) for document in documents]
            made = tuple(gather(order, self._progress) for order in orders)
            self._made = (asked, made)
        return self._made[1]


def _part_of(path: Path, found: Carried) -> str:
    """What of a file there is to compare beside its numbers. Raises ScenarioError."""
    start = carried.start_of(path)
    kinds = ((b"\x89PNG", "picture"), (b"%PDF", "pages"), (b"PK\x03\x04", "sheets"))
    part = next((part for mark, part in kinds if start.startswith(mark)), "")
    if not part and b"<svg" in start:
        part = "picture"
    table = found.kind.startswith(TABLE)
    part = part or ("table" if table else "words")
    meant = {"picture": "picture", "pages": "picture", "sheets": "workbook", "words": "words"}
    if found.kind != meant.get(part, found.kind if table else ""):
        text = translate("Verify", "carries what belongs to another kind of file")
        raise ScenarioError(Problem("", "", text), str(path))
    return part


def _identical(part: str, *, near: bool) -> str:
    said = {
        "picture": translate("Verify", "every number, and the picture drawn again"),
        "pages": translate("Verify", "every number, and every page drawn again"),
        "words": translate("Verify", "every number, and the text written again"),
        "table": translate("Verify", "every cell"),
        "sheets": translate("Verify", "the value of every cell; how cells look was not compared"),
    }[part]
    text = translate("Verify", "identical: {what}")
    if near:
        text = translate("Verify", "identical to 12 digits: {what}")
    return text.format(what=said)


def _changed(part: str) -> str:
    """That what shows the numbers is another one."""
    return {
        "picture": translate("Verify", "the picture was changed; the numbers are the same"),
        "pages": translate("Verify", "its pages were changed; the numbers are the same"),
        "words": translate("Verify", "its text was changed; the numbers are the same"),
        "table": translate("Verify", "its text was changed; the numbers are the same"),
        "sheets": translate("Verify", "its text was changed; the numbers are the same"),
    }[part]


def _not_checked(part: str, found: Carried) -> str:
    """That the numbers are the same, and why what shows them can't be compared."""
    if found.program != OWN:
        why = translate("Verify", "made by {theirs}, checked by {own}")
        why = why.format(theirs=one_line(found.program, LONGEST), own=OWN)
    else:
        why = translate("Verify", "letters are drawn otherwise here than where it was made")
    text = {
        "picture": translate("Verify", "numbers identical; picture not checked: {why}"),
        "pages": translate("Verify", "numbers identical; pages not checked: {why}"),
    }.get(part, translate("Verify", "numbers identical; text not checked: {why}"))
    return text.format(why=why)


def _other_program(found: Carried) -> str:
    if found.program == OWN:
        return ""
    text = translate("Verify", " (made by {theirs}, checked by {own})")
    return text.format(theirs=one_line(found.program, LONGEST), own=OWN)


def tables_of(contents: Sequence[Content]) -> dict[str, Table]:
    """Everything a report of these runs would say."""
    if len(contents) > 1:
        return compare.Comparison(tuple(contents)).all_tables
    return {**contents[0].tables, **contents[0].drawn}


@dataclass(frozen=True)
class _Held:
    """What should be in the file and what is, by table; and whether the rest is as written."""

    expected: Mapping[str, Table]
    given: Mapping[str, Grid]
    intact: bool


def _held(path: Path, found: Carried, tables: dict[str, Table], again: MadeAgain) -> _Held:
    """Raises ScenarioError or ValueError."""
    if found.kind.startswith(TABLE):
        table = tables.get(found.kind.removeprefix(TABLE))
        if table is None:
            raise _unknown(path)
        data = carried.bytes_of(path, ROOM * len(csv_bytes(table)) + SPARE)
        intact = carried.digest(without_mark(data)) == found.body
        return _Held({table.key: table}, {table.key: _grid(data)}, intact)
    if found.kind == "workbook":
        return _workbook(path, found, tables)
    numbers = {key: _rows(rows) for key, rows in found.numbers.items()}
    expected = {key: table for key, table in tables.items() if key in numbers}
    if set(expected) != set(numbers):
        raise _unknown(path)
    data = carried.bytes_of(path)
    # a picture of another size is not even unpacked
    intact = again.has_its_form(data) and body_digest(data) == found.body
    return _Held(expected, numbers, intact)


def _unknown(path: Path) -> ScenarioError:
    text = translate("Verify", "carries tables that this Headroom does not know")
    return ScenarioError(Problem("", "", text), str(path))


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


def _workbook(path: Path, found: Carried, tables: Mapping[str, Table]) -> _Held:
    sheets = list(workbook_file.sheets(path).values())[1:]  # the first is in words
    expected = {key: table for key, table in tables.items() if not key.startswith("chart ")}
    given: dict[str, Grid] = {}
    checked: dict[str, workbook_file.Sheet] = {}
    for table, sheet in zip(expected.values(), sheets, strict=False):
        columns = [j for j, column in enumerate(table.columns) if column.checked]
        body = {place: v for place, v in sheet.items() if place[0] >= HEAD_ROWS}
        checked[table.key] = {place: v for place, v in body.items() if place[1] in columns}
        given[table.key] = {(i - HEAD_ROWS, j): v for (i, j), v in body.items()}
    return _Held(expected, given, digest_of(checked) in found.body.split())


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
    for i, j, value in table.compared():
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
    """Whether two numbers differ by no more than two machines may; they count alike."""
    if not isinstance(value, float) or there is None:
        return False
    try:
        return near(value, float(there))
    except ValueError:
        return False


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
