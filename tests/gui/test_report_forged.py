"""Forged files of reports: what they show was changed, and all their seals were made anew."""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pypdf import PdfReader, PdfWriter
from pypdf.generic import DecodedStreamObject, NameObject
from PySide6.QtCore import QBuffer, QCoreApplication, QIODevice
from PySide6.QtGui import QColor, QFont, QImage, QPainter

from gui.report import digests, made_again, pdf_file, svg_file
from gui.report.carried import KEY, digest
from gui.report.command import verify as command
from gui.report.verify import Verdict, verify
from gui.system.language import install_language
from tests.gui.reports import example, with_part, with_payload, write

NAMES = ("r0-cost.png", "r0-overview.png", "r0-cost.svg", "r0.pdf", "r0.md")


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory, qapp) -> Path:
    folder = tmp_path_factory.mktemp("report")
    write(folder, [example(name="Plan B ★ 計画", notes="Notes")], draws=16)
    return folder


@pytest.fixture
def french(qapp: QCoreApplication) -> Iterator[None]:
    install_language(qapp, "fr")
    yield
    install_language(qapp, "en")


def sealed(path: Path, body: str, **changes: object) -> None:
    """Everything that a file says of itself, made to fit what it shows now."""

    def change(content: dict) -> None:
        content[KEY]["body"] = body
        content[KEY].update(changes)

    with_payload(path, change)


def as_png(image: QImage) -> bytes:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    for key in image.textKeys():
        image.setText(key, "")
    image.save(buffer, "PNG")
    return bytes(buffer.data().data())


def forge_png(path: Path, change: Callable[[QPainter], None], **changes: object) -> None:
    """Paint over the picture; one who forges keeps what it carries."""
    from gui.report import png_file

    text = png_file.carried(path)
    assert text is not None
    image = QImage(str(path)).convertToFormat(QImage.Format.Format_RGB32)
    painter = QPainter(image)
    change(painter)
    painter.end()
    data = as_png(image)
    path.write_bytes(png_file.with_carried(data, text.decode()))
    sealed(path, digests.pixels(data), **changes)


def a_digit(painter: QPainter) -> None:
    """Another figure over one of the axis's."""
    painter.fillRect(20, 60, 30, 24, QColor("white"))
    painter.setFont(QFont("Inter", 9))
    painter.drawText(22, 78, "9")


def test_that_a_forged_picture_is_found(copy) -> None:
    path = copy("r0-cost.png")
    forge_png(path, a_digit)
    found = verify(path)
    assert found == Verdict(
        False, "not identical: the picture was changed; the numbers are the same"
    )
    assert command([str(path)]) == 1


def test_that_one_pixel_of_the_overview_is_found(copy) -> None:
    path = copy("r0-overview.png")
    forge_png(path, lambda painter: painter.fillRect(400, 300, 1, 1, QColor("#112233")))
    assert not verify(path).identical


def test_that_a_picture_of_another_size_is_found_before_it_is_unpacked(copy, monkeypatch) -> None:
    path = copy("r0-cost.png")
    image = QImage(30_000, 30_000, QImage.Format.Format_Mono)
    image.fill(0)
    from gui.report import png_file

    text = png_file.carried(path)
    path.write_bytes(png_file.with_carried(as_png(image), text.decode()))
    for module in (digests, made_again):  # loaded before: what is patched must not stay in it
        monkeypatch.setattr(module, "picture_of", lambda _: pytest.fail("it was unpacked"))
    assert "the picture was changed" in verify(path).words


def test_that_a_picture_of_another_scenario_is_found(copy, tmp_path: Path) -> None:
    """A picture that Headroom drew, of another plan, with the numbers of this one."""
    from gui.report import png_file

    other = tmp_path / "other"
    write(other, [example(name="Plan B ★ 計画", notes="Notes", power_budget_gw=9.0)], ["png"])
    path = copy("r0-cost.png")
    text = png_file.carried(path)
    image = QImage(str(other / "r0-cost.png"))
    data = as_png(image)
    path.write_bytes(png_file.with_carried(data, text.decode()))
    sealed(path, digests.pixels(data))
    assert "the picture was changed" in verify(path).words


@pytest.mark.parametrize(
    ("old", "new"), [(b">2027<", b">2028<"), (b"#0072b2", b"#0073b2"), (b"</svg>", b"<g/></svg>")]
)
def test_that_a_forged_svg_is_found(copy, old: bytes, new: bytes) -> None:
    path = copy("r0-cost.svg")
    data = path.read_bytes()
    if old not in data:
        old = b'fill="#'
        new = b'fill="#0'
    path.write_bytes(data.replace(old, new, 1))
    sealed(path, digest(svg_file.body(path.read_bytes())))
    assert "the picture was changed" in verify(path).words


def forge_pdf(path: Path, change: Callable[[PdfWriter], None]) -> None:
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(path.read_bytes())))
    change(writer)
    writer.write(path)
    sealed(path, pdf_file.body(path.read_bytes()))


def draw_more(writer: PdfWriter) -> None:
    page = writer.pages[1]
    stream = DecodedStreamObject()
    stream.set_data(page.get_contents().get_data() + b"\n0 0 m 9 9 l S")
    page[NameObject("/Contents")] = writer._add_object(stream)


def swap_fonts(writer: PdfWriter) -> None:
    """The page says the same glyphs, which are other letters now."""
    fonts = writer.pages[0]["/Resources"]["/Font"]
    first, second = sorted(fonts)[:2]
    fonts[NameObject(first)], fonts[NameObject(second)] = (
        fonts.raw_get(second),
        fonts.raw_get(first),
    )


def lay_over(writer: PdfWriter) -> None:
    from pypdf.annotations import FreeText

    writer.add_annotation(0, FreeText(text="99 GW", rect=(50, 550, 200, 650)))


@pytest.mark.parametrize("change", [draw_more, swap_fonts, lay_over, lambda w: w.remove_page(3)])
def test_that_a_forged_page_is_found(copy, change) -> None:
    path = copy("r0.pdf")
    forge_pdf(path, change)
    assert verify(path).words == "not identical: its pages were changed; the numbers are the same"


def test_that_a_forged_summary_is_found(copy) -> None:
    path = copy("r0.md")
    text = path.read_text("utf-8")
    path.write_text(text.replace("GW", "TW", 1), "utf-8")
    sealed(path, digest(path.read_bytes()))
    assert verify(path).words == "not identical: its text was changed; the numbers are the same"


def test_that_forged_words_in_a_table_are_found(copy) -> None:
    path = copy("r0-assumptions.csv")
    path.write_bytes(path.read_bytes().replace(b"What it means", b"What it meant", 1))
    sealed(path, digest(path.read_bytes()))
    assert "its text was changed" in verify(path).words


def test_that_a_name_of_digits_is_words_and_no_number(tmp_path) -> None:
    write(tmp_path, [example(name="2026"), example(name="2030")], ["csv"])
    path = tmp_path / "comparison-rests.csv"
    assert verify(path).identical
    path.write_bytes(path.read_bytes().replace(b"\n2026,", b"\n2027,", 1))
    sealed(path, digest(path.read_bytes()))
    assert "its text was changed" in verify(path).words


@pytest.mark.parametrize("old", ["Its main levers", "Assumption", "Plan B"])
def test_that_forged_words_in_a_workbook_are_found(copy, old: str) -> None:
    path = copy("r0.xlsx")
    with_part(path, "xl/sharedStrings.xml", lambda text: text.replace(old, "Whatever", 1))
    assert "not identical" in verify(path).words


@pytest.mark.parametrize("name", NAMES)
def test_that_what_was_made_in_french_is_checked_in_french(tmp_path, qapp, french, name) -> None:
    write(tmp_path, [example(name="L’usine à 3,5 GW")], [Path(name).suffix[1:]], draws=16)
    assert verify(tmp_path / name).identical
    install_language(qapp, "en")
    assert verify(tmp_path / name).words.startswith("identical: ")


@pytest.mark.parametrize("name", ["r0-cost.png", "r0-overview.png", "r0-cost.svg", "r0.pdf"])
def test_that_size_scale_and_paper_are_those_of_the_file(tmp_path: Path, name: str) -> None:
    write(tmp_path, [example()], [Path(name).suffix[1:]], size=(640, 400), scale=3, page="letter")
    assert verify(tmp_path / name).identical


def test_that_a_picture_of_a_machine_with_other_letters_is_not_judged(copy, capsys) -> None:
    path = copy("r0-cost.png")
    forge_png(path, a_digit)

    def elsewhere(content: dict) -> None:
        content[KEY]["drawing"]["probe"] = "0" * 32

    with_payload(path, elsewhere)
    found = verify(path)
    assert found.words == (
        "numbers identical; picture not checked: "
        "letters are drawn otherwise here than where it was made"
    )
    assert (found.identical, found.checked) == (False, False)
    assert command([str(path)]) == 2
    assert "picture not checked" in capsys.readouterr().out


def test_that_a_picture_of_another_version_is_not_judged(copy) -> None:
    path = copy("r0-cost.png")
    forge_png(path, a_digit, made_with="Headroom 0.0.1")
    assert verify(path).words.startswith(
        "numbers identical; picture not checked: made by Headroom 0.0.1, checked by Headroom "
    )


def test_that_a_picture_that_does_not_say_how_it_was_drawn_is_held_to_the_usual_way(copy) -> None:
    path = copy("r0-cost.png")
    with_payload(path, lambda content: content[KEY].pop("drawing"))
    assert verify(path).identical
    forge_png(path, a_digit)
    assert "the picture was changed" in verify(path).words


def test_that_a_table_carried_by_a_picture_is_refused(copy, capsys) -> None:
    path = copy("r0-cost.png")
    with_payload(path, lambda content: content[KEY].update(kind="table monthly"))
    assert command([str(path)]) == 2
    assert "another kind of file" in capsys.readouterr().err


def test_that_an_infinite_cell_is_not_near_anything(copy) -> None:
    path = copy("r0.csv")
    lines = path.read_bytes().decode().split("\r\n")
    cells = lines[12].split(",")
    cells[8] = "inf"
    lines[12] = ",".join(cells)
    path.write_bytes("\r\n".join(lines).encode())
    sealed(path, digest(path.read_bytes()))
    assert "found inf" in verify(path).words


MONTHLY = "xl/worksheets/sheet3.xml"
A_CELL = re.compile(r'<c r="C5"[^>]*><v>[^<]*</v></c>')
A_ROW = re.compile(r'<row r="5".*?</row>')
OTHER = '<c r="C5"><v>777</v></c>'
ALTERNATE = (
    '<mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">'
    '<mc:Choice Requires="x">{choice}</mc:Choice><mc:Fallback>{row}</mc:Fallback>'
    "</mc:AlternateContent>"
)


def in_cell(change: Callable[[str], str]) -> Callable[[str], str]:
    return lambda text: A_CELL.sub(lambda found: change(found[0]), text, count=1)


def in_row(change: Callable[[str], str]) -> Callable[[str], str]:
    return lambda text: A_ROW.sub(lambda found: change(found[0]), text, count=1)


@pytest.mark.parametrize(
    ("change", "says"),
    [
        (in_cell(lambda cell: cell.replace("<v>", "<f>777</f><v>")), "a cell with a formula"),
        (in_cell(lambda cell: OTHER + cell), "two rows or cells of one place"),
        (in_cell(lambda cell: cell.replace("</c>", "<v>7</v></c>")), "two rows or cells"),
        (in_cell(lambda cell: f'<x:y xmlns:x="x">{cell}</x:y>'), "out of its place"),
        (in_cell(lambda cell: cell.replace("<v>", "<is><t>777</t></is><v>")), "another kind"),
        (in_row(lambda row: f'<row r="5">{OTHER}</row>{row}'), "two rows or cells"),
        (
            in_row(lambda row: ALTERNATE.format(choice=A_CELL.sub(OTHER, row), row=row)),
            "out of its place",
        ),
        (lambda text: text.replace('<row r="5"', '<row r="777"', 1), "without a place"),
        (
            lambda text: text.replace("<sheetData>", "<sheetData></sheetData><sheetData>", 1),
            "two rows or cells",
        ),
    ],
)
def test_that_a_workbook_that_spreadsheets_show_otherwise_is_refused(
    copy, capsys, change, says: str
) -> None:
    path = copy("r0.xlsx")
    with_part(path, MONTHLY, change)
    assert command([str(path)]) == 2
    assert says in capsys.readouterr().err
