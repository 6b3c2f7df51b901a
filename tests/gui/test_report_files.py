"""The files of a report: what is in them, and that no name and no language harms one."""

from __future__ import annotations

import csv
import io
import re
from datetime import datetime
from pathlib import Path
from xml.etree import ElementTree

import numpy as np
import openpyxl
import pytest
from pypdf import PdfReader
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QImage, QPolygonF
from PySide6.QtWidgets import QApplication

from engine import simulate
from engine.files.fingerprint import fingerprint, short_code
from gui.charts import specs
from gui.charts.export import Renderer
from gui.charts.strokes import strokes_in
from gui.report.carried import document_in
from gui.report.table import Table, TableColumn, csv_bytes
from gui.report.verify import Verifier
from gui.report.workbook import month_serial
from gui.system.language import install_language
from gui.words.sanitize import clean, escaped, one_line
from tests.gui.reports import NASTY, example, write

GOLDEN = Path(__file__).parents[1] / "engine" / "golden"
TWELVE_DIGITS = 5e-12  # half a unit of the twelfth


def rows(path: Path) -> list[list[str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.reader(file, strict=True))


# CSV


def test_that_a_csv_is_rfc_4180_with_units_and_points(tmp_path: Path) -> None:
    (path, *_) = write(tmp_path, [example()], ["csv"])
    data = path.read_bytes()
    assert data.decode("utf-8").count("\r\n") == data.count(b"\n") == 97
    assert data.startswith(b"\xef\xbb\xbft,month,")  # the mark by which Excel knows UTF-8, once
    assert data.count(b"\xef\xbb\xbf") == 1
    header, *lines = rows(path)
    assert header[:3] == ["t", "month", "revenue_bn_per_year [$bn/year]"]
    assert "binding" in header
    result = simulate(example())
    column = header.index("facility_power_gw [GW]")
    assert [float(line[column]) for line in lines] == result["facility_power_gw"].tolist()


@pytest.mark.parametrize("name", ["article_2025_10", "public_record_2026_11"])
def test_that_a_csv_agrees_with_another_machine_s_to_twelve_digits(tmp_path, name: str) -> None:
    (path, *_) = write(tmp_path, [example(name)], ["csv"])
    ours = {head.partition(" [")[0]: cells for head, *cells in zip(*rows(path), strict=True)}
    theirs = {head: cells for head, *cells in zip(*rows(GOLDEN / f"{name}.csv"), strict=True)}
    assert set(theirs) <= set(ours)
    for key in theirs.keys() - {"t", "month", "binding"}:
        mine, stored = ([float(c or "nan") for c in cells[key]] for cells in (ours, theirs))
        largest = np.nanmax(np.abs(stored), initial=0.0)
        np.testing.assert_allclose(
            mine, stored, rtol=TWELVE_DIGITS, atol=1e-15 * largest, err_msg=key
        )


def test_that_no_cell_of_a_csv_is_a_formula() -> None:
    starts = ("=1+1", "+1", "-1", "@x", "\t=1", "\r=1", "＝1")
    table = Table("x", "x", (TableColumn("=h"),), tuple((cell,) for cell in (*starts, -1.5)))
    found = [
        row[0] for row in csv.reader(io.StringIO(csv_bytes(table).decode("utf-8-sig"), newline=""))
    ]
    assert found[0] == "'=h"
    assert found[-1] == "-1.5"
    assert all(cell[0] not in "=+-@＝\t" for cell in found[:-1])


# Pictures


def pixels(image: QImage) -> np.ndarray:
    plain = image.convertToFormat(QImage.Format.Format_RGB32)
    flat = np.frombuffer(plain.constBits(), np.uint8)
    return flat.reshape(plain.height(), plain.width(), 4)[:, :, :3].astype(float)


def test_that_a_chart_is_the_same_picture_at_every_scale(qapp) -> None:
    spec = specs.overview(simulate(example()))["capacity"]  # with a hatch
    images = []
    for scale in (1, 2, 4):
        renderer = Renderer(scale=scale)
        images.append(renderer.chart(spec, "caption"))
        renderer.close()
    plain = pixels(images[0])
    for scale, image in zip((2, 4), images[1:], strict=True):
        assert (image.width(), image.height()) == (900 * scale, 520 * scale)
        smooth = Qt.TransformationMode.SmoothTransformation
        aspect = Qt.AspectRatioMode.IgnoreAspectRatio
        small = pixels(image.scaled(900, 520, aspect, smooth))
        difference = np.abs(small - plain)
        assert difference.mean() < 2
        assert (difference.max(axis=2) > 128).mean() < 0.005


def test_that_a_hatch_covers_its_area_and_nothing_else() -> None:
    square = QPolygonF([QPointF(0, 0), QPointF(100, 0), QPointF(100, 100), QPointF(0, 100)])
    strokes = strokes_in(square, 8)
    assert 15 < len(strokes) < 20
    for stroke in strokes:
        for end in (stroke.p1(), stroke.p2()):
            assert -1e-6 <= end.x() <= 100 + 1e-6
            assert -1e-6 <= end.y() <= 100 + 1e-6
    flat = QPolygonF([QPointF(0, 0), QPointF(9, 0), QPointF(0, 0)])
    assert all(stroke.length() == 0 for stroke in strokes_in(flat, 8))


def test_that_an_svg_keeps_every_month_of_a_curve(tmp_path: Path) -> None:
    """Six digits of a calendar year would move a point by half a month."""
    paths = write(tmp_path, [example()], ["svg"])
    path = next(p for p in paths if p.name == "r0-unit-cost.svg")
    root = ElementTree.parse(path).getroot()
    curves = [e.get("d", "") for e in root.iter("{http://www.w3.org/2000/svg}path")]
    longest = max(curves, key=len)
    points = [float(x) for x, _ in re.findall(r"[ML]?(-?[\d.]+),(-?[\d.]+)", longest)]
    steps = np.diff(points)
    assert len(points) >= 90
    assert np.ptp(steps) < 0.02


def test_that_pictures_are_of_the_size_and_scale_asked_for(tmp_path: Path) -> None:
    paths = write(tmp_path, [example()], ["png", "svg"], size=(640, 400), scale=3)
    overview = QImage(str(paths[0]))
    assert (overview.width(), overview.height()) == (1920, 1200)
    assert overview.dotsPerMeterX() == round(96 * 3 / 0.0254)
    svg = ElementTree.parse(next(p for p in paths if p.suffix == ".svg")).getroot()
    assert (svg.get("width"), svg.get("height")) == ("640", "400")


# Pages and workbook


@pytest.mark.parametrize(("page", "width", "height"), [("a4", 595, 842), ("letter", 612, 792)])
def test_that_a_pdf_says_everything_on_numbered_pages(tmp_path, page, width, height) -> None:
    baseline = example("article_2025_10")
    (path,) = write(tmp_path, [example()], ["pdf"], baseline=baseline, draws=16, page=page)
    reader = PdfReader(path)
    assert reader.pages[0].mediabox.width == pytest.approx(width, abs=1)
    assert reader.pages[0].mediabox.height == pytest.approx(height, abs=1)
    texts = [found.extract_text() for found in reader.pages]
    for number, said in enumerate(texts, 1):
        assert f"Page {number} of {len(texts)}" in said
        assert number == 1 or "Starved of power" in said
    whole = " ".join(" ".join(texts).split())
    for piece in (
        "In Dec 2026 it comes to",
        "facility power from",
        "The announcement of October 2025",
        "What differs from the baseline",
        "Risk over drawn worlds",
        "Chips that can be bought",
        f"SHA-256 {fingerprint(example())}",
        "Seed: 20251023",
        "judgement",
        "65 differences from the baseline, “The announcement of October 2025”. In Dec 2026:",
    ):
        assert piece in whole, piece
    assert "+1.37" in whole.replace(" ", "")


def test_that_a_pdf_has_its_letters_inside_and_its_charts_as_lines(tmp_path: Path) -> None:
    (path,) = write(tmp_path, [example()], ["pdf"])
    names, images = set(), 0
    for page in PdfReader(path).pages:
        resources = page["/Resources"]
        for font in resources.get("/Font", {}).values():
            inside = font.get_object()["/DescendantFonts"][0].get_object()
            descriptor = inside["/FontDescriptor"].get_object()
            assert any(key.startswith("/FontFile") for key in descriptor)
            names.add(str(descriptor["/FontName"]).rpartition("+")[2].lstrip("/"))
        images += len(page.images)
    assert {"Inter-Regular", "Inter-SemiBold"} <= names
    assert images == 0


def test_that_a_workbook_has_numbers_with_formats_and_sheets_with_sources(tmp_path) -> None:
    (path,) = write(tmp_path, [example()], ["xlsx"], baseline=example("article_2025_10"), draws=16)
    book = openpyxl.load_workbook(path)
    assert book.sheetnames == [
        *("Summary", "Figures", "Monthly", "Bands", "Differences", "What it rests on"),
        *("Assumptions", "Chips", "Risk", "About", "Headroom"),
    ]
    monthly = book["Monthly"]
    column = next(c for c in monthly[1] if c.value == "facility_power_gw [GW]").column
    result = simulate(example())
    found = [row[column - 1].value for row in monthly.iter_rows(min_row=2)]
    assert found == pytest.approx(result["facility_power_gw"].tolist(), rel=1e-15)
    assert monthly.cell(2, column).number_format == "#,##0.00"
    headings = [cell.value for cell in book["Assumptions"][1]]
    sources = [
        row[headings.index("Source")].value for row in book["Assumptions"].iter_rows(min_row=2)
    ]
    assert len(sources) > 100
    assert all(sources)
    formulas = [c for sheet in book for row in sheet for c in row if c.data_type == "f"]
    assert formulas == []


def test_that_the_months_of_every_sheet_are_dates(tmp_path: Path) -> None:
    (path,) = write(
        tmp_path,
        [example(start="2026-03", name="2025-01")],
        ["xlsx"],
        baseline=example("article_2025_10", start="2025-01"),
        draws=16,
    )
    book = openpyxl.load_workbook(path)
    for name in ("Monthly", "Bands"):
        column = [row[1] for row in book[name].iter_rows(min_row=2)]
        assert column[0].value == datetime(2026, 3, 1)
        assert column[11].value == datetime(2027, 2, 1)
        assert {cell.number_format for cell in column} == {"yyyy-mm"}
        assert all(cell.is_date for cell in column)
    found = {
        (name, row[0].value): [cell.value for cell in row if cell.is_date]
        for name in ("Differences", "Risk", "About")
        for row in book[name].iter_rows(min_row=2)
    }
    assert found["Differences", "start"] == [datetime(2025, 1, 1), datetime(2026, 3, 1)]
    assert found["Risk", "window_first"] == [datetime(2027, 12, 1)]
    assert found["About", "month"][0].day == 1
    assert found["About", "scenario"] == []  # a name that looks like a month is a name
    available = book["Chips"]["C2"]
    assert (available.value, available.number_format) == (datetime(2023, 11, 1), "yyyy-mm")
    left = [c.value for sheet in book for row in sheet for c in row if c.data_type == "s"]
    assert [text for text in left if re.fullmatch(r"\d{4}-\d\d", text)] == ["2025-01"] * 2
    assert Verifier().verify(path).identical
    assert document_in(path).scenario.start == "2026-03"


def test_that_days_are_counted_as_spreadsheets_do() -> None:
    # of Excel's own documentation: 1 January 2008 is day 39448; and 1 January 2024 is 45292
    assert month_serial("2008-01") == 39448
    assert month_serial("2024-01") == 45292
    assert month_serial("1900-02") is None  # where programs differ by a day
    assert month_serial("0000-01") is None


# Several scenarios


def test_that_several_scenarios_are_compared(tmp_path: Path) -> None:
    paths = write(tmp_path, [example(), example("article_2025_10")], ["csv", "md", "pdf"])
    names = {path.name for path in paths}
    assert {"comparison-figures.csv", "comparison-levers.csv", "comparison.md"} <= names
    header, *lines = rows(tmp_path / "comparison-levers.csv")
    assert header[-2:] == ["Starved of power", "The announcement of October 2025"]
    levers = {line[0]: line[-2:] for line in lines}
    assert levers["mix.tpu"] == [repr(example(n).mix["tpu"]) for n in NAMES]
    assert all(one != other for one, other in levers.values())
    text_of = " ".join(p.extract_text() for p in PdfReader(tmp_path / "comparison.pdf").pages)
    assert "Levers that differ" in text_of


def test_that_a_comparison_says_each_picture_that_it_drew(tmp_path: Path) -> None:
    paths = write(tmp_path, [example(), example("article_2025_10")], ["svg"])
    compared = {path for path in paths if path.name.startswith("comparison")}
    assert compared == set(tmp_path.glob("comparison*.svg"))
    assert tmp_path / "comparison-capacity-eflops.svg" in compared
    assert Verifier().verify(tmp_path / "comparison-capacity-eflops.svg").identical


NAMES = ("power_starved", "article_2025_10")


def test_that_scenarios_of_one_name_and_other_months_are_told_apart(tmp_path: Path) -> None:
    shorter = example(horizon_months=60)
    write(tmp_path, [example(), shorter, example()], ["csv"])
    header, *_ = rows(tmp_path / "comparison-figures.csv")
    assert header[-3:] == ["Starved of power", "Starved of power (2)", "Starved of power (3)"]
    assert Verifier().verify(tmp_path / "comparison-figures.csv").identical


# Names


@pytest.mark.parametrize("number", range(len(NASTY)))
def test_that_no_name_harms_any_format(tmp_path: Path, number: int) -> None:
    name = NASTY[number]
    scenario = example(name=name, notes=name)
    folder = tmp_path / "report"
    paths = write(folder, [scenario, example()], ["csv", "xlsx", "md"])
    pictures = ["pdf", "svg", "png"] if number in (0, 5) else ["pdf"]
    paths += write(folder, [scenario], pictures, baseline=scenario.having(pue=1.2))
    assert {path.parent for path in paths} == {folder}
    assert [path.name for path in tmp_path.iterdir()] == ["report"]
    for path in paths:
        if path.suffix == ".svg":
            ElementTree.parse(path)
        elif path.suffix == ".csv":
            assert all(len(row) == len(rows(path)[0]) for row in rows(path))
        elif path.suffix == ".xlsx":
            book = openpyxl.load_workbook(path)
            assert not [c for sheet in book for row in sheet for c in row if c.data_type == "f"]
        elif path.suffix == ".pdf":
            assert len(PdfReader(path).pages) > 3
        elif path.suffix == ".md":
            said = path.read_text("utf-8")
            assert "<b>" not in said
            assert "\u202e" not in said
    kept = document_in(folder / "r0.xlsx").scenario
    assert kept == scenario
    verifier = Verifier()
    for path in (
        folder / "r0.xlsx",
        folder / "r0.csv",
        folder / "r0.pdf",
        folder / "comparison.xlsx",
    ):
        assert verifier.verify(path).identical, path.name


def test_that_text_loses_what_no_file_can_hold() -> None:
    assert clean("a\x00b\ud800c\ufffe\r\nd\te\u202ef") == "a\ufffdb\ufffdc\ufffd\nd ef"
    assert one_line("a\n b\t\tc", 4) == "a b…"
    assert escaped("- [x](y) <b> $1 http://a") == r"\- \[x\](y) \<b\> \$1 http\://a"


# Languages


def test_that_another_language_changes_no_file_that_programs_read(
    tmp_path: Path, qapp: QApplication
) -> None:
    english = write(tmp_path / "en", [example()], ["csv"])
    install_language(qapp, "fr")
    try:
        french = write(tmp_path / "fr", [example()], ["csv", "md", "xlsx", "pdf"])
    finally:
        install_language(qapp, "en")
    assert english[0].read_bytes() == french[0].read_bytes()
    assert "3,90" in (tmp_path / "fr" / "r0.md").read_text("utf-8")
    verifier = Verifier()
    assert all(verifier.verify(path).identical for path in french)


def test_that_the_short_code_is_of_the_numbers_and_not_of_the_name() -> None:
    scenario = example()
    assert short_code(scenario) == short_code(scenario.having(name="x", notes="y"))
    assert short_code(scenario) != short_code(scenario.having(pue=1.2))
    assert len(short_code(scenario)) == 12
