"""Forged workbooks: what a spreadsheet shows as a value is what was compared."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest

from engine import ScenarioError
from gui.report.command import verify as command
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


def with_parts(path: Path, change: Callable[[dict[str, str]], None]) -> None:
    """Change the parts of a workbook by their names."""
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name).decode() for name in archive.namelist()}
    before = dict(parts)
    change(parts)
    assert parts != before
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            archive.writestr(name, text)


TYPES, ROOT, BOOK = "[Content_Types].xml", "_rels/.rels", "xl/workbook.xml"
LINKS = "xl/_rels/workbook.xml.rels"


def other_book(parts: dict[str, str]) -> None:
    """A whole second workbook, with another number in it."""
    for name, text in list(parts.items()):
        if name.startswith("xl/"):
            parts[name.replace("xl/", "xl2/", 1)] = text
    figures = "xl2/worksheets/sheet2.xml"
    parts[figures] = re.sub(r"<v>\d+\.\d+</v>", "<v>999</v>", parts[figures], count=1)


def linked(parts: dict[str, str]) -> None:
    parts[ROOT] = parts[ROOT].replace("xl/workbook", "xl2/workbook")


def typed(parts: dict[str, str]) -> None:
    parts[TYPES] = parts[TYPES].replace('"/xl/', '"/xl2/')


def other_texts(parts: dict[str, str]) -> None:
    parts["xl/other.xml"] = parts[TEXTS].replace(">Capacity<", ">Power<")


def texts_linked(parts: dict[str, str]) -> None:
    parts[LINKS] = parts[LINKS].replace("sharedStrings.xml", "other.xml")


def texts_typed(parts: dict[str, str]) -> None:
    parts[TYPES] = parts[TYPES].replace("/xl/sharedStrings.xml", "/xl/other.xml")


def twice(part: str, entry: str, **changes: str) -> Callable[[dict[str, str]], None]:
    """A list of parts says more of one of them: `entry` is a pattern of what it says."""

    def change(parts: dict[str, str]) -> None:
        found = re.search(entry, parts[part])
        assert found is not None
        more = found[0]
        for name, value in changes.items():
            more = re.sub(rf'{name}="[^"]*"', f'{name}="{value}"', more)
        parts[part] = parts[part].replace(found[0], found[0] + more)

    return change


def named(kind: str) -> Callable[[dict[str, str]], None]:
    """Another part, which changes cells."""
    return twice(LINKS, r"<Relationship [^>]*theme[^>]*>", Id="rId99", Type=f"x/{kind}")


def replaced(part: str, old: str, new: str) -> Callable[[dict[str, str]], None]:
    def change(parts: dict[str, str]) -> None:
        assert old in parts[part]
        parts[part] = parts[part].replace(old, new, 1)

    return change


@pytest.mark.parametrize("absolute", [False, True])
def test_that_another_workbook_beside_ours_is_the_one_that_is_read(copy, absolute) -> None:
    path = copy("r0.xlsx")

    def forge(parts: dict[str, str]) -> None:
        for change in (other_book, linked, typed):
            change(parts)
        if absolute:
            parts[ROOT] = parts[ROOT].replace('"xl2/', '"/xl2/')

    with_parts(path, forge)
    assert "found 999.0" in verify(path).words


def test_that_other_texts_beside_ours_are_those_that_are_read(copy) -> None:
    path = copy("r0.xlsx")
    for change in (other_texts, texts_linked, texts_typed):
        with_parts(path, change)
    assert verify(path).words == OTHER_TEXT


def test_that_parts_that_lie_elsewhere_and_are_named_from_the_top_are_found(copy) -> None:
    path = copy("r0.xlsx")

    def move(parts: dict[str, str]) -> None:
        parts["xl/texts/all.xml"] = parts.pop(TEXTS)
        parts[TYPES] = parts[TYPES].replace("/xl/sharedStrings.xml", "/xl/texts/all.xml")
        parts[LINKS] = parts[LINKS].replace('"sharedStrings.xml', '"/xl/texts/all.xml')
        parts[LINKS] = parts[LINKS].replace('"worksheets/', '"/xl/worksheets/')
        parts[ROOT] = parts[ROOT].replace('"xl/', '"/xl/')

    with_parts(path, move)
    assert verify(path).words == IDENTICAL


ONE_BOOK = "not one officeDocument that all programs find"
ONE_TEXTS = "not one sharedStrings that all programs find"
DOCTYPE = '<!DOCTYPE workbook [<!ATTLIST c t CDATA "s">]><workbook '


@pytest.mark.parametrize(
    ("changes", "says"),
    [
        ((other_book, linked), ONE_BOOK),
        ((other_book, typed), ONE_BOOK),
        ((other_book, twice(ROOT, "<R[^>]*rId1[^>]*>", Id="z", Target="xl2/w.xml")), ONE_BOOK),
        ((other_texts, texts_linked), ONE_TEXTS),
        ((other_texts, texts_typed), ONE_TEXTS),
        ((other_texts, twice(LINKS, "<R[^>]*Strings[^>]*>", Id="z")), ONE_TEXTS),
        ((other_texts, twice(TYPES, "<O[^>]*Strings[^>]*>", PartName="/xl/other.xml")), ONE_TEXTS),
        ((twice(TYPES, "<O[^>]*Strings[^>]*>", ContentType="x"),), "two types of one part"),
        ((twice(LINKS, "<R[^>]*rId2[^>]*>"),), "two relationships of one name"),
        ((replaced(LINKS, "<Relationship ", '<x xmlns=""/><Relationship '),), "something else in"),
        ((replaced(BOOK, "<sheets>", "<sheets/><sheets>"),), "a sheet out of its place"),
        ((replaced(BOOK, "<sheets>", "<x><sheets>"), replaced(BOOK, "</sheets>", "</sheets></x>")),
         "a sheet out of its place"),
        ((twice(BOOK, "<sheet [^>]*Figures[^>]*>", name="figures"),), "two sheets of one name"),
        ((replaced(BOOK, "<workbookPr ", '<workbookPr date1904="1" '),), "counted from 1904"),
        ((replaced(BOOK, "<workbook ", DOCTYPE),), "it declares what it is made of"),
        ((named("vbaProject"),), "changes cells when it is opened"),
        ((named("connections"),), "changes cells when it is opened"),
        ((named("pivotCacheDefinition"),), "changes cells when it is opened"),
    ],
)  # fmt: skip
def test_that_a_workbook_that_programs_take_apart_otherwise_is_refused(
    copy, capsys, changes, says: str
) -> None:
    path = copy("r0.xlsx")
    for change in changes:
        with_parts(path, change)
    assert command([str(path)]) == 2
    said = capsys.readouterr().err
    assert (says in said, said.count("\n")) == (True, 1)


@pytest.mark.filterwarnings("ignore:Duplicate name")
@pytest.mark.parametrize(
    "name", [TEXTS, "XL/SharedStrings.xml", "xl\\sharedStrings.xml", "xl/%73haredStrings.xml"]
)
def test_that_two_parts_of_one_name_are_refused(copy, capsys, name: str) -> None:
    path = copy("r0.xlsx")
    with zipfile.ZipFile(path, "a") as archive:
        info = zipfile.ZipInfo("placeholder")
        info.filename = name
        archive.writestr(info, "<sst/>")
    assert command([str(path)]) == 2
    assert "two parts of one name" in capsys.readouterr().err


SAID = "<si><t>12.5</t></si>"
MARKUP = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("<si><t>1</t><rPh><t>2.5</t></rPh></si>", OTHER_TEXT),
        ("<si><t>12.5</t><phoneticPr/><rPh><x><t>3</t></x></rPh></si>", IDENTICAL),
        ("<si><r><rPr><b/></rPr><t>12</t></r><r><t>.5</t></r></si>", IDENTICAL),
        ("<si><t>12.5</t><t></t></si>", "two texts of one cell"),
        ("<si><r><t>12.5</t><t/></r></si>", "two texts of one cell"),
        ("<si><t>12.5</t><r><t/></r></si>", "two texts of one cell"),
        (f"<si><t>12.5</t><x {MARKUP}><t>3</t></x></si>", "a text with something else in it"),
        ("<si><t>12.5<x>3</x></t></si>", "a text with something else in it"),
        (f"<x>{SAID}</x>{SAID}", "a text out of its place"),
    ],
)
def test_that_a_text_is_what_is_shown_of_it(copy, text: str, says: str) -> None:
    path = copy("r0.xlsx")
    with_part(path, TEXTS, lambda old: old.replace(SAID, text, 1))
    assert says in words_of(path)


def words_of(path: Path) -> str:
    """What is said of a file, be it refused."""
    try:
        return verify(path).words
    except ScenarioError as error:
        return str(error)


def in_seed(change: str) -> Callable[[str], str]:
    cell = re.compile(r'<c r="B5"[^>]*><v>20251023</v></c>')
    return lambda text: cell.sub(change, text, count=1)


@pytest.mark.parametrize(
    ("cell", "says"),
    [
        ('<c r="B5" vm="1"><v>20251023</v></c>', "a cell that shows something else"),
        ('<c r="B5" t="b"><v>1</v></c>', "expected 20251023, found TRUE"),
        ('<c r="B5" t="e"><v>20251023</v></c>', "a cell of a kind that no report has"),
        ('<c r="B5" t="d"><v>2026-12</v></c>', "a cell of a kind that no report has"),
        ('<c r="B5"><v>2_0251023</v></c>', "a cell with a number that is none"),
        ('<c r="B5" t="inlineStr"><is><t>20251023</t></is></c>', OTHER_TEXT),
        ('<c r="B5" t="inlineStr"><is><t>2</t><rPh><t>3</t></rPh></is></c>', "found 2"),
        ('<c r="B5"><v>20251023</v></c><c r="Z5"><v>999</v></c>', OTHER_TEXT),
    ],
)
def test_that_a_cell_is_what_is_shown_of_it(copy, cell: str, says: str) -> None:
    path = copy("r0.xlsx")
    with_part(path, part_of(path, "About"), in_seed(cell))
    assert says in words_of(path)


def test_that_nothing_stands_beside_what_is_carried(copy) -> None:
    path = copy("r0.xlsx")
    part = part_of(path, "Headroom")
    with_part(path, part, lambda t: t.replace("</c></row>", '</c><c r="B1"><v>9</v></c></row>', 1))
    assert "more than it carries stands beside it" in words_of(path)


def test_that_a_sheet_behind_ours_is_found(copy) -> None:
    path = copy("r0.xlsx")
    sheet = r"<sheet [^>]*About[^>]*>"
    with_parts(path, twice(BOOK, sheet, name="More", sheetId="99", state="hidden"))
    assert verify(path).words == OTHER_TEXT


def test_that_openpyxl_saves_anew_what_is_identical(copy) -> None:
    path = copy("r0.xlsx")
    openpyxl.load_workbook(path).save(path)
    assert verify(path).words == IDENTICAL
