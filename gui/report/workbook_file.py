"""Reads the cells of a workbook (XLSX) back: what it carries, and its tables. No Qt here."""

from __future__ import annotations

import lzma
import re
import struct
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from engine.files.reading import open_plain
from gui.report.bounds import LARGEST_TEXT, ShortReads
from gui.report.workbook_parts import Package
from gui.report.workbook_texts import MAIN, Said, unescaped

CARRIER = "Headroom"  # the hidden sheet
LONGEST_CELL = 30_000  # characters; a sheet takes 32,767
PLACE = re.compile(r"([A-Z]{1,3})([1-9]\d{0,6})")
NUMBER = re.compile(r"[+-]?(\d+\.?\d*|\.\d+)([Ee][+-]?\d+)?", re.ASCII)
SHEET, TABLE, ROW, CELL = (f"{MAIN}{name}" for name in ("worksheet", "sheetData", "row", "c"))
VALUE, INLINE, FORMULA = f"{MAIN}v", f"{MAIN}is", f"{MAIN}f"
# what stands directly in what, and nothing else in these; a worksheet holds other things too
WITHIN = {SHEET: "", TABLE: SHEET, ROW: TABLE, CELL: ROW, VALUE: CELL, INLINE: CELL}
INSIDE = (TABLE, ROW, CELL, VALUE)
METADATA = ("vm", "cm")  # of a cell: what is shown instead of its value, or how it is worked out
LOGICAL = {"0": "FALSE", "1": "TRUE"}
SHOWN_CHARACTERS = 60  # of what is odd
# what a damaged archive makes the standard library raise
DAMAGED = (
    zipfile.BadZipFile,
    zlib.error,
    lzma.LZMAError,
    struct.error,
    EOFError,
    KeyError,
    IndexError,
    OverflowError,
    UnicodeError,
    NotImplementedError,
    RuntimeError,  # encrypted
)

Sheet = dict[tuple[int, int], str | float]


def carried(path: Path) -> bytes | None:
    """The text that the file carries. Raises ValueError for a damaged file."""
    found = _sheets(path, only=CARRIER).get(CARRIER)
    if found is None:
        return None
    pieces = [str(value) for (_, column), value in sorted(found.items()) if column == 0]
    return "".join(pieces).encode("utf-8", "replace")


def sheets(path: Path) -> dict[str, Sheet]:
    """The cells of each sheet by (row, column), from 0.

    Raises ValueError for a damaged file, and where spreadsheets may show other values.
    """
    found = _sheets(path)
    if any(column for _, column in found.get(CARRIER, {})):
        raise ValueError("more than it carries stands beside it")
    return found


def _sheets(path: Path, only: str = "") -> dict[str, Sheet]:
    """All sheets, or that of a name, which a workbook that does more things may carry as well."""
    with _opened(path) as parts:
        if not only:
            parts.refuse_changing()
        texts = parts.shared_texts()
        names = parts.sheets()
        return {
            name: _cells(parts, part, texts)
            for name, part in names.items()
            if not only or name == only
        }
    return {}


@contextmanager
def _opened(path: Path) -> Iterator[Package]:
    try:
        with open_plain(path) as file, zipfile.ZipFile(ShortReads(file)) as archive:
            yield Package(archive)
    except DAMAGED as error:
        reason = str(error)[:SHOWN_CHARACTERS] or type(error).__name__
        raise ValueError(f"damaged workbook: {reason}") from None


def _cells(parts: Package, part: str, texts: list[str]) -> Sheet:
    """Every cell of a sheet that holds something."""
    reader = _Cells(texts)
    if part:
        parts.walk(part, reader.start, reader.end, reader.text)
    return reader.found


class _Cells:
    """Gathers cells while their sheet is walked through.

    Only what every program shows alike is read: one row and one cell of a place, each directly
    in what it belongs to, and no formulas, whose values are worked out anew. Raises ValueError.
    """

    def __init__(self, texts: list[str]) -> None:
        self.found: Sheet = {}
        self._texts = texts
        self._room = LARGEST_TEXT
        self._around: list[str] = []  # the elements that are open, from the outermost
        self._met: set[str] = set()  # rows by number, cells by place, and the table of them
        self._row = ""
        self._place = ""
        self._kind = ""
        self._kept: list[str] | None = None
        self._value: list[str] = []
        self._said: Said | None = None  # an inline text that is open
        self._inline = ""

    def start(self, name: str, attributes: dict[str, str]) -> None:
        if self._said is not None:
            self._said.start(name)
            return
        self._kept = None
        parent = self._around[-1] if self._around else ""
        self._around.append(name)
        if name == FORMULA:
            raise ValueError("a cell with a formula")
        if (name in WITHIN or parent in INSIDE) and WITHIN.get(name) != parent:
            raise ValueError("a row or a cell out of its place")
        if name == TABLE:
            self._meet("table")
        elif name == ROW:
            self._row = self._meet(attributes.get("r", ""))
        elif name == CELL:
            self._place = self._meet(attributes.get("r", ""))
            self._kind = attributes.get("t", "n")
            self._value, self._inline = [], ""
            if any(name in attributes for name in METADATA):
                raise ValueError("a cell that shows something else")
        elif name in (VALUE, INLINE):
            self._meet(f"{self._place} value")
            if (name == INLINE) != (self._kind == "inlineStr"):
                raise ValueError("a cell with a value of another kind")
            self._kept = self._value if name == VALUE else None
            self._said = Said() if name == INLINE else None

    def _meet(self, what: str) -> str:
        if what in self._met:
            raise ValueError("two rows or cells of one place")
        self._met.add(what)
        return what

    def text(self, piece: str) -> None:
        if self._said is not None:
            self._said.text(piece)
        elif self._kept is not None:
            self._kept.append(piece)

    def end(self, name: str) -> None:
        if self._said is not None:
            if self._said.open:
                self._said.end()
                return
            self._inline, self._said = self._said.whole(), None
        self._kept = None
        self._around.pop()
        if name != CELL:
            return
        place = PLACE.fullmatch(self._place)
        if place is None or place[2] != self._row:
            raise ValueError("a cell without a place")
        content = self._content(self._kind)
        if isinstance(content, str):  # one text may stand in a million cells
            self._room -= len(content)
            if self._room < 0:
                raise ValueError("its texts are too long")
        if content is not None:
            self.found[int(place[2]) - 1, _column_number(place[1])] = content

    def _content(self, kind: str) -> str | float | None:
        value = "".join(self._value)
        if kind == "inlineStr":
            return self._inline
        if not value:
            return None
        if kind == "s":
            number = int(value) if value.isascii() and value.isdigit() and len(value) < 9 else -1
            if not 0 <= number < len(self._texts):
                raise ValueError("a cell names a text that is not there")
            return self._texts[number]
        if kind == "n":
            if not NUMBER.fullmatch(value):
                raise ValueError("a cell with a number that is none")
            return float(value)
        if kind == "str":
            return unescaped(value)
        if kind != "b" or value not in LOGICAL:
            raise ValueError("a cell of a kind that no report has")
        return LOGICAL[value]


def _column_number(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number - 1
