"""Reads the cells of a workbook (XLSX) back: what it carries, and its tables. No Qt here."""

from __future__ import annotations

import lzma
import posixpath
import re
import struct
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from engine.files.reading import open_plain
from gui.report.bounds import LARGEST_TEXT, Budget, End, ShortReads, Start, Text, walk

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
LINK = "http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
CARRIER = "Headroom"  # the hidden sheet
LONGEST_CELL = 30_000  # characters; a sheet takes 32,767
ESCAPED = re.compile("_x([0-9A-Fa-f]{4})_")  # as the format writes control characters
PLACE = re.compile(r"([A-Z]{1,3})([1-9]\d{0,6})")
TABLE, ROW, CELL = f"{MAIN}sheetData", f"{MAIN}row", f"{MAIN}c"
VALUE, INLINE, FORMULA, SHARED_TEXT = f"{MAIN}v", f"{MAIN}is", f"{MAIN}f", f"{MAIN}t"
# what stands directly in what, and nothing else in these; a worksheet holds other things too
WITHIN = {TABLE: f"{MAIN}worksheet", ROW: TABLE, CELL: ROW, VALUE: CELL, INLINE: CELL}
INSIDE = (TABLE, ROW, CELL, VALUE)
TEXTS = "xl/sharedStrings.xml"
PACKINGS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
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
    found = sheets(path, only=CARRIER).get(CARRIER)
    if found is None:
        return None
    pieces = [str(value) for (_, column), value in sorted(found.items()) if column == 0]
    return "".join(pieces).encode("utf-8", "replace")


def sheets(path: Path, only: str = "") -> dict[str, Sheet]:
    """The cells of each sheet by (row, column), from 0. Raises ValueError for a damaged file."""
    with _opened(path) as parts:
        texts = parts.shared_texts()
        names = parts.sheets()
        return {
            name: parts.cells(part, texts)
            for name, part in names.items()
            if not only or name == only
        }
    return {}


@contextmanager
def _opened(path: Path) -> Iterator[_Parts]:
    try:
        with open_plain(path) as file, zipfile.ZipFile(ShortReads(file)) as archive:
            yield _Parts(archive)
    except DAMAGED as error:
        reason = str(error)[:SHOWN_CHARACTERS] or type(error).__name__
        raise ValueError(f"damaged workbook: {reason}") from None


class _Parts:
    """The parts of one archive, read as long as the budget lasts."""

    def __init__(self, archive: zipfile.ZipFile) -> None:
        self._archive = archive
        self._budget = Budget()

    def _walk(
        self, name: str, start: Start, end: End | None = None, text: Text | None = None
    ) -> None:
        entry = self._archive.getinfo(name)
        if entry.compress_type not in PACKINGS:
            raise ValueError("not a plain workbook")
        with self._archive.open(entry) as stream:
            try:
                walk(self._budget.pieces(stream), self._budget, start, end, text)
            except ValueError as error:
                raise ValueError(f"damaged workbook: {error}") from None

    def shared_texts(self) -> list[str]:
        """The texts that cells name by their number."""
        if TEXTS not in self._archive.namelist():
            return []
        texts: list[str] = []
        pieces: list[str] = []
        inside = False

        def start(name: str, _: dict[str, str]) -> None:
            nonlocal inside
            inside = name == f"{MAIN}t"
            if name == f"{MAIN}si":
                pieces.clear()

        def end(name: str) -> None:
            nonlocal inside
            inside = False
            if name == f"{MAIN}si":
                texts.append(_unescaped("".join(pieces)))

        def text(piece: str) -> None:
            if inside:
                pieces.append(piece)

        self._walk(TEXTS, start, end, text)
        return texts

    def sheets(self) -> dict[str, str]:
        """The part of each sheet, by the sheet's name."""
        links: dict[str, str] = {}
        found: dict[str, str] = {}

        def link(_: str, attributes: dict[str, str]) -> None:
            if "Id" in attributes:
                links[attributes["Id"]] = attributes.get("Target", "")

        def sheet(name: str, attributes: dict[str, str]) -> None:
            if name == f"{MAIN}sheet":
                target = links[attributes[LINK]]
                part = posixpath.normpath(posixpath.join("/xl", target)).lstrip("/")
                found[attributes.get("name", "")] = part

        self._walk("xl/_rels/workbook.xml.rels", link)
        self._walk("xl/workbook.xml", sheet)
        return found

    def cells(self, part: str, texts: list[str]) -> Sheet:
        """Every cell of a sheet that holds something."""
        reader = _Cells(texts)
        self._walk(part, reader.start, reader.end, reader.text)
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
        self._inline: list[str] = []

    def start(self, name: str, attributes: dict[str, str]) -> None:
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
            self._value, self._inline = [], []
        elif name in (VALUE, INLINE):
            self._meet(f"{self._place} value")
            if (name == INLINE) != (self._kind == "inlineStr"):
                raise ValueError("a cell with a value of another kind")
            self._kept = self._value if name == VALUE else None
        elif name == SHARED_TEXT and INLINE in self._around:
            self._kept = self._inline

    def _meet(self, what: str) -> str:
        if what in self._met:
            raise ValueError("two rows or cells of one place")
        self._met.add(what)
        return what

    def text(self, piece: str) -> None:
        if self._kept is not None:
            self._kept.append(piece)

    def end(self, name: str) -> None:
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
            return _unescaped("".join(self._inline))
        if not value:
            return None
        if kind == "s":
            number = int(value) if value.isascii() and value.isdigit() and len(value) < 9 else -1
            if not 0 <= number < len(self._texts):
                raise ValueError("a cell names a text that is not there")
            return self._texts[number]
        if kind == "n":
            try:
                return float(value)
            except ValueError:
                raise ValueError("a cell with a number that is none") from None
        return value


def _unescaped(text: str) -> str:
    return ESCAPED.sub(lambda code: chr(int(code[1], 16)), text)


def _column_number(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number - 1
