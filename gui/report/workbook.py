"""A report as a workbook (XLSX): numbers as numbers, text that never becomes a formula. No Qt."""

from __future__ import annotations

import hashlib
import io
import re
from collections.abc import Mapping, Sequence
from datetime import date
from decimal import ROUND_HALF_UP, Context
from typing import Any

from engine.text import translate
from gui.report.table import Cell, Table, TableColumn
from gui.report.workbook_file import CARRIER, LONGEST_CELL, Sheet
from gui.words.sanitize import clean

LONGEST_SHEET_NAME = 31
HEAD_ROWS = 1
WIDEST, NARROWEST = 60, 8  # characters of a column
PYTHON_FORMAT = re.compile(r"(,?)\.(\d+)([f%])")
WRITTEN_DIGITS = 16  # that XlsxWriter writes
MONTH_FORMAT = "yyyy-mm"
DAY_ZERO, FIRST_YEAR = date(1899, 12, 30), 1900  # in which Excel has a day too many
KEPT_DIGITS = 15  # that LibreOffice keeps when it saves anew


def workbook_bytes(
    summary: Sequence[str], tables: Mapping[str, Table], carried: str, title: str
) -> bytes:
    """The workbook: a sheet of words, a sheet a table, and hidden what it carries."""
    import xlsxwriter

    out = io.BytesIO()
    options = {
        "in_memory": True,
        "strings_to_formulas": False,
        "strings_to_urls": False,
        "strings_to_numbers": False,
    }
    with xlsxwriter.Workbook(out, options) as book:
        book.set_properties({"title": _text(title)[:200], "company": "", "author": "Headroom"})
        _words(book, summary)
        for name, table in named_sheets(tables).items():
            _sheet(book, name, table)
        if carried:
            hidden = book.add_worksheet(CARRIER)
            for row, start in enumerate(range(0, len(carried), LONGEST_CELL)):
                hidden.write_string(row, 0, carried[start : start + LONGEST_CELL])
            hidden.hide()
    return out.getvalue()


def named_sheets(tables: Mapping[str, Table]) -> dict[str, Table]:
    """The tables by the names of their sheets, which are short and each its own."""
    found: dict[str, Table] = {}
    for table in tables.values():
        name = re.sub(r"[\[\]:*?/\\']", " ", _text(table.title)).strip()[:LONGEST_SHEET_NAME]
        if not name or name in found or name.lower() == CARRIER.lower():
            name = f"{name[: LONGEST_SHEET_NAME - 3]} {len(found) + 2}".strip()
        found[name] = table
    return found


def _words(book: Any, summary: Sequence[str]) -> None:
    sheet = book.add_worksheet(translate("Report", "Summary")[:LONGEST_SHEET_NAME])
    sheet.set_column(0, 0, 110)
    sheet.hide_gridlines(2)
    head = book.add_format({"bold": True, "font_size": 16, "valign": "top"})
    plain = book.add_format({"text_wrap": True, "valign": "top"})
    for row, line in enumerate(summary):
        sheet.write_string(row * 2, 0, _text(line), plain if row else head)


def _sheet(book: Any, name: str, table: Table) -> None:
    sheet = book.add_worksheet(name)
    head = book.add_format({"bold": True, "text_wrap": True, "valign": "top", "bottom": 1})
    plain = book.add_format({"valign": "top"})
    months = book.add_format({"num_format": MONTH_FORMAT, "valign": "top", "align": "left"})
    formats: dict[str, Any] = {}
    for j, column in enumerate(table.columns):
        sheet.write_string(0, j, _text(column.full_heading), head)
        sheet.set_column(j, j, _width(table, j, column))
    for i, row in enumerate(table.rows):
        for j, value in enumerate(row):
            day = month_serial(value) if table.is_month(i, j) else None
            if day is not None:
                sheet.write_number(i + HEAD_ROWS, j, day, months)
            elif isinstance(value, str):
                sheet.write_string(i + HEAD_ROWS, j, _text(value), plain)
            elif value is not None and value == value:
                style = number_format(table.format(i, j), value)
                if style not in formats:
                    formats[style] = book.add_format({"num_format": style, "valign": "top"})
                sheet.write_number(i + HEAD_ROWS, j, value, formats[style])
    frozen = 2 if [c.heading for c in table.columns[:2]] == ["t", "month"] else 0
    sheet.freeze_panes(HEAD_ROWS, frozen)
    if table.rows:
        sheet.autofilter(0, 0, len(table.rows), len(table.columns) - 1)
    sheet.set_landscape()
    sheet.repeat_rows(0)


def number_format(style: str, value: float) -> str:
    """A Python format as a spreadsheet's; in full where there is none."""
    found = PYTHON_FORMAT.fullmatch(style)
    if found is None:
        return "0" if isinstance(value, int) else "General"
    digits = "." + "0" * int(found[2]) if int(found[2]) else ""
    return ("#,##0" if found[1] else "0") + digits + ("%" if found[3] == "%" else "")


def month_serial(value: Cell) -> int | None:
    """The first day of a month `YYYY-MM` as spreadsheets count days; None before they all agree."""
    year, month = map(int, str(value).split("-"))
    return (date(year, month, 1) - DAY_ZERO).days if year > FIRST_YEAR else None


def _width(table: Table, j: int, column: TableColumn) -> int:
    lengths = [len(column.heading) / 1.5]
    lengths += [len(table.text(i, j)) for i in range(len(table.rows))]
    return min(max(round(max(lengths)) + 2, NARROWEST), WIDEST)


def _text(text: str) -> str:
    return clean(text)[:LONGEST_CELL]


def cells_of(table: Table, digits: int = WRITTEN_DIGITS) -> Sheet:
    """What the checked cells of a table's sheet are; a sheet knows no whole numbers."""
    found: Sheet = {}
    for i, j, value in table.cells():
        day = month_serial(value) if table.is_month(i, j) else None
        if day is not None:
            found[i + HEAD_ROWS, j] = float(day)
        elif isinstance(value, str):
            if value:
                found[i + HEAD_ROWS, j] = _text(value)
        elif value is not None and value == value:
            found[i + HEAD_ROWS, j] = rounded(value, digits)
    return found


def rounded(value: float, digits: int) -> float:
    """`value` as a workbook keeps it, to so many digits."""
    written = f"{value:.{WRITTEN_DIGITS}G}"
    if digits == WRITTEN_DIGITS:
        return float(written)
    # from the digits written, a five upwards, where Python would take the binary number's side
    return float(Context(digits, ROUND_HALF_UP).create_decimal(written))


def digest_of(sheets: Mapping[str, Sheet]) -> str:
    """The digest of cells, whatever the file around them."""
    whole = hashlib.sha256()
    for name in sorted(sheets):
        for place, value in sorted(sheets[name].items()):
            whole.update(f"{name}\0{place}\0{value!r}\n".encode("utf-8", "replace"))
    return whole.hexdigest()
