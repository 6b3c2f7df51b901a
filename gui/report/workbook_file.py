"""Reads the cells of a workbook (XLSX) back: what it carries, and its tables. No Qt here."""

from __future__ import annotations

import re
import zipfile
from pathlib import Path
from xml.etree import ElementTree

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
LINK = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
CARRIER = "Headroom"  # the hidden sheet
LARGEST_PART = 100_000_000  # bytes once unpacked
LONGEST_CELL = 30_000  # characters; a sheet takes 32,767
ESCAPED = re.compile("_x([0-9A-Fa-f]{4})_")  # as the format writes control characters
PLACE = re.compile(r"([A-Z]{1,3})(\d{1,7})")

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
    try:
        with zipfile.ZipFile(path) as archive:
            texts = _shared_texts(archive)
            names = _sheet_parts(archive)
            return {
                name: _cells(_part(archive, part), texts)
                for name, part in names.items()
                if not only or name == only
            }
    except (zipfile.BadZipFile, KeyError, IndexError, ElementTree.ParseError) as error:
        raise ValueError(f"damaged workbook: {error}") from None
    except (NotImplementedError, RuntimeError):  # encrypted, or an unknown compression
        raise ValueError("not a plain workbook") from None


def _part(archive: zipfile.ZipFile, name: str) -> ElementTree.Element:
    if archive.getinfo(name).file_size > LARGEST_PART:
        raise ValueError("the workbook is too large")
    return ElementTree.fromstring(archive.read(name))


def _shared_texts(archive: zipfile.ZipFile) -> list[str]:
    if "xl/sharedStrings.xml" not in archive.namelist():
        return []
    root = _part(archive, "xl/sharedStrings.xml")
    return [_text(entry) for entry in root.iter(f"{MAIN}si")]


def _text(entry: ElementTree.Element) -> str:
    text = "".join(piece.text or "" for piece in entry.iter(f"{MAIN}t"))
    return ESCAPED.sub(lambda code: chr(int(code[1], 16)), text)


def _sheet_parts(archive: zipfile.ZipFile) -> dict[str, str]:
    """The part of each sheet, by the sheet's name."""
    links = {
        link.get("Id"): link.get("Target", "")
        for link in _part(archive, "xl/_rels/workbook.xml.rels")
    }
    found = {}
    for sheet in _part(archive, "xl/workbook.xml").iter(f"{MAIN}sheet"):
        target = links[sheet.get(LINK)]
        found[sheet.get("name", "")] = target.lstrip("/") if target[:1] == "/" else f"xl/{target}"
    return found


def _cells(root: ElementTree.Element, texts: list[str]) -> Sheet:
    found: Sheet = {}
    for cell in root.iter(f"{MAIN}c"):
        place = PLACE.fullmatch(cell.get("r", ""))
        if place is None:
            raise ValueError("damaged workbook: a cell without a place")
        kind, value = cell.get("t", "n"), cell.findtext(f"{MAIN}v")
        content: str | float | None
        if kind == "inlineStr":
            content = _text(cell)
        elif value is None:
            continue
        elif kind == "s":
            content = texts[int(value)]
        else:
            content = float(value) if kind == "n" else value
        found[int(place[2]) - 1, _column_number(place[1])] = content
    return found


def _column_number(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number - 1
