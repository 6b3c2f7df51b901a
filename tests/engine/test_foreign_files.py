"""Files that are none of ours are called what they are."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest

from engine.files.foreign import LOOKED_AT, kind_of
from engine.files.scenario_files import load
from engine.problems import ScenarioError


def archive(*names: str) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as packed:
        for name in names:
            packed.writestr(name, "application/vnd.oasis.opendocument.spreadsheet")
    return out.getvalue()


SALES = b"name,designer,units_med\nGoogle TPU v7 Q1 2026,Google,306846\nTrainium2,Amazon,1000\n"
PAGE = b"<!-- saved -->\n<!DOCTYPE html>\n<html><body>Chips</body></html>"
KINDS = {
    "table": (SALES, "is a CSV table, not a scenario"),
    "table of semicolons": ("Name;Größe\nA;1,5\nB;2\n".encode("cp1252"), "is a CSV table"),
    "table of numbers alone": (b"1,2\n3,4\n", "is a CSV table, not a scenario"),
    "our own table": (b"\xef\xbb\xbft,month,rent_bn\r\n0,2025-01,0.5\r\n", "is a CSV table"),
    "table longer than what is looked at": (b"a,b\n" + b"12345,67890\n" * 9000, "is a CSV table"),
    "table of one row": (b"t,month", "is a CSV table, not a scenario"),
    "words": (b"Dear all,\n\nplease find the plan below, as agreed.\n", "is a text, not"),
    "words of one line": ("Le plan arrêté".encode(), "is a text, not a scenario"),
    "page": (PAGE, "is a web page (HTML), not a scenario"),
    "page without a type": (b"<html>", "is a web page (HTML), not a scenario"),
    "picture of vectors": (b"<?xml version='1.0'?>\n<svg/>", "is an SVG picture, not a scenario"),
    "markup": (b"<?xml version='1.0'?><plist/>", "is an XML document, not a scenario"),
    "comments without an end": (b"<!--" * 3000, "is an XML document, not a scenario"),
    "photograph": (b"\xff\xd8\xff\xe0\0\x10JFIF", "is a JPEG picture, not a scenario"),
    "document": (b"%PDF-1.7\n", "is a PDF document, not a scenario"),
    "archive": (archive("plan.headroom"), "is a ZIP archive, not a scenario"),
    "empty archive": (archive(), "is a ZIP archive, not a scenario"),
    "sheet": (archive("[Content_Types].xml"), "is an Office document, not a scenario"),
    "open sheet": (archive("mimetype"), "is an OpenDocument file, not a scenario"),
    "compressed": (b"\x1f\x8b\x08\0\0", "is an archive, not a scenario"),
    "nothing": (b"", "is empty"),
}


@pytest.mark.parametrize(("content", "says"), KINDS.values(), ids=KINDS.keys())
def test_that_a_foreign_file_is_called_what_it_is(
    tmp_path: Path, content: bytes, says: str
) -> None:
    file = tmp_path / "foreign.headroom"
    file.write_bytes(content)
    with pytest.raises(ScenarioError) as caught:
        load(file)
    assert str(caught.value).startswith(f"{file}: {says}")
    assert "JSON" not in str(caught.value)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    "damaged", [b'{"format": "headroom-scenario", "version"', b'[{"a": 1},\n', b'{"a", "b"}']
)
def test_that_damaged_json_is_still_called_damaged(tmp_path: Path, damaged: bytes) -> None:
    file = tmp_path / "plan.headroom"
    file.write_bytes(damaged)
    with pytest.raises(ScenarioError, match="damaged JSON in line"):
        load(file)


def test_that_a_huge_foreign_file_is_called_what_it_is_by_its_beginning(tmp_path: Path) -> None:
    file = tmp_path / "huge.csv"
    with file.open("wb") as handle:
        handle.write(SALES * (LOOKED_AT // len(SALES) + 1))
        handle.truncate(100_000_000)
    with pytest.raises(ScenarioError, match="is a CSV table, not a scenario"):
        load(file)


def test_that_a_letter_cut_by_the_end_of_the_beginning_is_no_fault() -> None:
    whole = ("name,größe\n" + "ä,ö\n" * 3000).encode()
    for cut in range(LOOKED_AT - 4, LOOKED_AT):
        assert kind_of(whole[:cut]) == "a CSV table"


def test_that_a_letter_that_is_cut_is_one_only_where_the_file_goes_on() -> None:
    letters = ("x" + "é" * LOOKED_AT).encode()
    assert letters[LOOKED_AT - 1 : LOOKED_AT + 1] == "é".encode()
    assert kind_of(letters) == "a text"
    assert kind_of(b"Dear all, a caf\xc3") == ""


def test_that_a_line_cut_by_the_end_of_the_beginning_says_nothing_of_the_table() -> None:
    """Its last cell may be missing; a line that is the only one is all there is to go by."""
    row = b"northern site,0.25\n"
    table = row * (LOOKED_AT // len(row)) + b"northern"
    assert kind_of(table.ljust(LOOKED_AT, b"n")) == "a CSV table"
    assert kind_of(row * 3 + b"northern") == "a text"  # nothing was cut: the row has one cell
    assert kind_of(b"a,b," * LOOKED_AT) == "a text"  # with nothing behind its last mark
    assert kind_of(b"a,b,c" * LOOKED_AT) == "a CSV table"


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"a,b,c\n1,2\n1,2,3\n", "a CSV table"),  # rows of other lengths under a head
        (b"a,b\n1,2,3\n1,2\n", "a text"),
        (b"a,b,c.\n1,2\n1,2,3\n", "a text"),
        (b"a,,c\n1,2\n1,2,3\n", "a text"),
        (b"a;b;c\n1;2\n1;2;3\n", "a CSV table"),
        (b"a\tb\n1\t2\n", "a CSV table"),
        (b"One, two\nthree, four\n", "a text"),  # what follows a comma of a sentence is spaced
        (b"a,b\n" + b"and then it goes on and on\n" * LOOKED_AT, "a text"),
    ],
)
def test_that_lines_of_cells_are_a_table_and_sentences_are_none(data: bytes, kind: str) -> None:
    assert kind_of(data) == kind
