"""Forged workbooks: what a spreadsheet shows as a value is what was compared."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from gui.report.verify import verify
from gui.report.workbook_file import sheets
from tests.gui.reports import example, with_part, write

IDENTICAL = "identical: the value of every cell; how cells look was not compared"
OTHER_TEXT = "not identical: its text was changed; the numbers are the same"
TEXTS = "xl/sharedStrings.xml"


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory, qapp) -> Path:
    folder = tmp_path_factory.mktemp("report")
    write(folder, [example(name="2026", notes="12.5")], ["xlsx"], draws=16)
    return folder


def part_of(path: Path, title: str) -> str:
    """The part of the sheet of a name."""
    return f"xl/worksheets/sheet{list(sheets(path)).index(title) + 1}.xml"


def with_number(path: Path, title: str, place: str, number: str) -> None:
    """Another number in a cell that has one."""
    cell = re.compile(rf'(<c r="{place}"[^>]*><v>)[^<]*(?=</v>)')
    with_part(path, part_of(path, title), lambda text: cell.sub(rf"\g<1>{number}", text, count=1))


@pytest.mark.parametrize(
    ("place", "number", "says"),
    [
        ("B5", "7", "About, value, seed: expected 20251023, found 7.0"),
        ("B5", "20251023.00000001", "About, value, seed: expected 20251023, found 20251023.0000"),
        ("B6", "17", "About, value, draws: expected 16, found 17.0"),
        ("B7", "50000", "About, value, month: expected 2026-12, found 50000.0"),
    ],
)
def test_that_a_forged_number_of_what_made_it_is_named(copy, place, number, says) -> None:
    path = copy("r0.xlsx")
    assert verify(path).words == IDENTICAL
    with_number(path, "About", place, number)
    assert says in verify(path).words


@pytest.mark.parametrize(("old", "new"), [("2026", "2027"), ("12.5", "99")])
def test_that_a_forged_text_that_reads_as_a_number_is_found(copy, old, new) -> None:
    path = copy("r0.xlsx")
    with_part(path, TEXTS, lambda text: text.replace(f"<t>{old}</t>", f"<t>{new}</t>"))
    assert verify(path).words == OTHER_TEXT


def test_that_a_number_written_as_a_text_is_found(copy) -> None:
    path = copy("r0.xlsx")
    with_part(
        path, part_of(path, "About"), lambda text: text.replace('<c r="B5"', '<c r="B5" t="str"')
    )
    assert verify(path).words == OTHER_TEXT
