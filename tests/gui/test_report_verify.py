"""`headroom verify`: identical, or the first difference, for every kind of file."""

from __future__ import annotations

import io
import os
import re
import zipfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from pypdf import PdfReader, PdfWriter
from pypdf.generic import DecodedStreamObject, NameObject
from PySide6.QtGui import QColor, QImage

from engine import ScenarioError, simulate
from gui.report import carried, png_file, svg_file, tables, verify, workbook
from gui.report.carried import KEY, sidecar
from gui.report.command import verify as command
from tests.gui.reports import example, with_part, with_payload, write

CARRIERS = ("r0-overview.png", "r0-unit-cost.svg", "r0.pdf")


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory, qapp) -> Path:
    """Two reports in every format, and the one that compares them."""
    folder = tmp_path_factory.mktemp("report")
    write(folder, [example(), example("article_2025_10")], baseline=example(draws=64), draws=16)
    return folder


def said(path: Path) -> str:
    verdict = verify.verify(path)
    assert not verdict.identical
    assert "\n" not in verdict.words
    return verdict.words


def test_that_every_file_of_a_report_is_identical(report: Path) -> None:
    paths = [path for path in sorted(report.iterdir()) if path.suffix != ".headroom"]
    kinds = {path.suffix for path in paths}
    assert kinds == {".png", ".svg", ".csv", ".xlsx", ".pdf", ".md"}
    verifier = verify.Verifier()
    verdicts = {path.name: verifier.verify(path).words for path in paths}
    said = {
        ".png": "identical: every number, and the picture drawn again",
        ".svg": "identical: every number, and the picture drawn again",
        ".pdf": "identical: every number, and every page drawn again",
        ".md": "identical: every number, and the text written again",
        ".csv": "identical: every cell",
        ".xlsx": "identical: the value of every cell; how cells look was not compared",
    }
    wrong = {name: words for name, words in verdicts.items() if words != said[Path(name).suffix]}
    assert not wrong


def change_digit(text: str) -> str:
    """The last digit of a number, which is one of 16 or 17."""
    return text[:-1] + str((int(text[-1]) + 3) % 10)


def test_that_a_changed_digit_in_a_csv_is_named(copy) -> None:
    path = copy("r0.csv")
    lines = path.read_bytes().decode().split("\r\n")
    cells = lines[12].split(",")
    column = next(i for i, c in enumerate(lines[0].split(",")) if c.startswith("facility_power"))
    expected = cells[column]
    cells[column] = expected.replace(expected[2], str((int(expected[2]) + 1) % 10), 1)
    lines[12] = ",".join(cells)
    path.write_bytes("\r\n".join(lines).encode())
    words = said(path)
    assert "Monthly, facility_power_gw, 2025-12" in words
    assert f"expected {expected}, found {cells[column]}" in words


@pytest.mark.parametrize("written", ["inf", "nan", "1e999"])
def test_that_what_is_no_number_any_more_is_named_and_no_rounding(copy, written: str) -> None:
    path = copy("r0.csv")
    lines = path.read_bytes().decode().split("\r\n")
    cells = lines[12].split(",")
    column = next(i for i, c in enumerate(lines[0].split(",")) if c.startswith("facility_power"))
    cells[column] = written
    lines[12] = ",".join(cells)
    path.write_bytes("\r\n".join(lines).encode())
    words = said(path)
    assert f"found {written}" in words


def test_that_the_last_digit_counts_as_well(copy) -> None:
    path = copy("r0.csv")
    text = path.read_bytes().decode()
    number = re.findall(r"\d+\.\d{12,}", text)[200]
    path.write_bytes(text.replace(number, change_digit(number), 1).encode())
    assert change_digit(number) in said(path)


def test_that_changed_words_in_a_csv_are_told_from_changed_numbers(copy) -> None:
    path = copy("r0-assumptions.csv")
    path.write_bytes(path.read_bytes().replace(b"What it means", b"What it meant", 1))
    assert "the numbers are the same" in said(path)


def test_that_a_changed_month_in_a_workbook_is_named(copy) -> None:
    path = copy("r0.xlsx")

    def later(sheet: str) -> str:
        assert sheet.count("<v>45689</v>") == 1  # 1 February 2025
        return sheet.replace("<v>45689</v>", "<v>45690</v>")

    with_part(path, "xl/worksheets/sheet3.xml", later)
    assert "Monthly, month, 2025-02: expected 2025-02, found 45690" in said(path)


def test_that_a_workbook_whose_months_are_texts_is_still_identical(copy, monkeypatch) -> None:
    """As they were written before months became dates."""
    monkeypatch.setattr(workbook, "month_serial", lambda value: None)
    path = copy("r0.xlsx")
    write(path.parent, [example()], ["xlsx"], baseline=example(draws=64), draws=16)
    monkeypatch.undo()
    assert b"<t>2025-02</t>" in zipfile.ZipFile(path).read("xl/sharedStrings.xml")
    assert verify.verify(path).identical


@pytest.mark.parametrize("name", ["r0.csv", "r0-assumptions.csv"])
def test_that_a_csv_without_the_mark_that_excel_wants_is_the_same_file(copy, name: str) -> None:
    path = copy(name)
    whole = path.read_bytes()
    assert whole.startswith(b"\xef\xbb\xbf")
    path.write_bytes(whole.removeprefix(b"\xef\xbb\xbf"))
    assert verify.verify(path).identical


def test_that_rows_too_many_or_too_few_are_named(copy) -> None:
    path = copy("r0.csv")
    whole = path.read_bytes()
    path.write_bytes(whole + whole.split(b"\r\n")[-2] + b"\r\n")
    assert "rows that a new run does not give" in said(path)
    path.write_bytes(b"\r\n".join(whole.split(b"\r\n")[:-3]) + b"\r\n")
    assert "found nothing" in said(path)


@pytest.mark.parametrize(("sheet", "table"), [(3, "Monthly"), (4, "Bands"), (9, "Risk")])
def test_that_a_changed_digit_in_a_workbook_is_named(copy, sheet: int, table: str) -> None:
    path = copy("r0.xlsx")

    def change(text: str) -> str:
        number = re.findall(r"<v>(\d+\.\d{6,})</v>", text)[5]
        return text.replace(f"<v>{number}<", f"<v>{change_digit(number)}<", 1)

    with_part(path, f"xl/worksheets/sheet{sheet}.xml", change)
    words = said(path)
    assert f"{table}, " in words
    assert "expected" in words


@pytest.mark.parametrize("kind", CARRIERS)
def test_that_a_changed_digit_in_what_is_drawn_is_named(copy, kind: str) -> None:
    path = copy(kind)

    def change(content: dict) -> None:
        rows = content[KEY]["numbers"]["chart unit_cost"]
        rows[14][1] += 0.001

    with_payload(path, change)
    words = said(path)
    assert "Unit cost, " in words
    assert "2026-03" in words


@pytest.mark.parametrize("kind", [*CARRIERS, "r0.csv", "r0.md"])
def test_that_a_changed_digit_in_the_scenario_is_found(copy, kind: str) -> None:
    path = copy(kind)
    with_payload(path, lambda content: content["parameters"].update(pue=1.19))
    assert "expected" in said(path)


@pytest.mark.parametrize("kind", [*CARRIERS, "r0.csv", "r0.md"])
def test_that_what_changes_no_number_is_found_by_the_seal(copy, kind: str) -> None:
    path = copy(kind)
    with_payload(path, lambda content: content.update(notes="Nothing"), sealed=False)
    assert "what it carries was changed" in said(path)


def test_that_a_changed_pixel_is_found(copy) -> None:
    path = copy("r0-overview.png")
    text = png_file.carried(path)
    image = QImage(str(path))
    image.setPixelColor(100, 100, QColor("#FF0000"))
    image.save(str(path))
    plain = path.read_bytes()
    start = plain.find(b"iTXt")
    if start > 0:  # Qt kept the text
        length = int.from_bytes(plain[start - 4 : start])
        plain = plain[: start - 4] + plain[start + length + 8 :]
    path.write_bytes(png_file.with_carried(plain, text.decode()))
    assert "the picture was changed" in said(path)


def test_that_a_picture_packed_anew_is_the_same(copy) -> None:
    path = copy("r0-overview.png")
    text = png_file.carried(path)
    image = QImage(str(path))
    for key in image.textKeys():
        image.setText(key, "")
    image.save(str(path), quality=0)
    path.write_bytes(png_file.with_carried(path.read_bytes(), text.decode()))
    assert verify.verify(path).identical


def test_that_a_changed_label_of_an_svg_is_found(copy) -> None:
    path = copy("r0-unit-cost.svg")
    data = path.read_bytes()
    assert b">2027</text>" in svg_file.body(data)
    path.write_bytes(data.replace(b">2027</text>", b">2028</text>", 1))
    assert "the picture was changed" in said(path)


def test_that_a_changed_page_of_a_pdf_is_found(copy) -> None:
    path = copy("r0.pdf")
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(path.read_bytes())))
    page = writer.pages[1]
    stream = DecodedStreamObject()
    stream.set_data(page.get_contents().get_data() + b"\n0 0 m 9 9 l S")
    page[NameObject("/Contents")] = writer._add_object(stream)
    writer.write(path)
    assert "its pages were changed" in said(path)


def test_that_a_changed_figure_of_the_summary_is_found(copy) -> None:
    path = copy("r0.md")
    path.write_text(path.read_text("utf-8").replace("3", "4", 1), "utf-8")
    assert "its text was changed" in said(path)


def test_that_a_comparison_is_checked_against_all_its_scenarios(copy) -> None:
    path = copy("comparison-capacity-eflops.png")
    with_payload(path, lambda content: content[KEY]["others"][0]["parameters"].update(pue=1.19))
    assert verify.verify(path).identical  # capacity does not depend on it
    with_payload(
        path, lambda content: content[KEY]["others"][0]["parameters"].update(horizon_months=60)
    )
    assert "Capacity" in said(path)


def test_that_two_machines_may_differ_in_the_thirteenth_digit(copy, monkeypatch) -> None:
    path = copy("r0.csv")
    plain = verify.tables_of

    def noisy(factor: float):
        def tables_of(found: carried.Carried):
            made = plain(found)
            table = made["monthly"]
            rows = tuple(
                tuple(v * factor if isinstance(v, float) else v for v in row) for row in table.rows
            )
            return {**made, "monthly": replace(table, rows=rows)}

        return tables_of

    monkeypatch.setattr(verify, "tables_of", noisy(1 + 3e-14))
    verdict = verify.verify(path)
    assert (verdict.identical, verdict.words) == (True, "identical to 12 digits: every cell")
    monkeypatch.setattr(verify, "tables_of", noisy(1 + 3e-11))
    assert "expected" in said(path)


def test_that_another_version_is_said_where_the_numbers_differ(copy) -> None:
    path = copy("r0-overview.png")

    def change(content: dict) -> None:
        content["parameters"]["pue"] = 1.19
        content[KEY]["made_with"] = "Headroom 0.0.1"

    with_payload(path, change)
    assert "made by Headroom 0.0.1" in said(path)


def test_that_the_command_says_one_line_a_file_and_the_worst_as_its_code(copy, capsys) -> None:
    good, bad, none = copy("r0.csv"), copy("r0.md"), Path("LICENSE")
    bad.write_text(bad.read_text("utf-8") + " ", "utf-8")
    assert command([str(good)]) == 0
    assert command([str(good), str(bad)]) == 1
    assert command([str(good), str(bad), str(none)]) == 2
    out, err = capsys.readouterr()
    assert out.count("\n") == 5
    assert f"{good}: identical: every cell\n" in out
    assert err.count("\n") == 1


def test_that_undefined_is_the_same_as_undefined_only() -> None:
    table = tables.monthly_table(simulate(example()))
    undefined = replace(table, rows=(tuple(None for _ in table.columns),))
    assert verify._differences({"monthly": undefined}, {"monthly": {}}) == (None, None)
    first, far = verify._differences({"monthly": undefined}, {"monthly": {(0, 5): "0.0"}})
    assert first is far is not None


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes here")
def test_that_a_table_replaced_by_a_pipe_is_refused_and_not_waited_for(
    copy: Callable[[str], Path],
) -> None:
    table = copy("r0.csv")
    assert sidecar(table).exists()
    table.unlink()
    os.mkfifo(table)
    with pytest.raises(ScenarioError) as refused:
        verify.verify(table)
    assert str(refused.value) == f"{table}: is not a plain file"


def test_that_a_report_of_sites_and_contracts_with_and_without_notes_holds(tmp_path) -> None:
    noted = {"place": "Ohio", "source": "=a filing;\nin\x07two lines ", "grade": "A"}
    site = {"name": "East", "gw": 0.3, "start_month": 12, "ramp_months": 6, "probability": 0.8}
    contract = {"name": "=2 racks", "family": "gpu", "start_month": 12, "ramp_months": 6}
    contract |= {"it_gw": 0.2, "firm": 0.5, "price_factor": 1.1}
    scenario = example(
        horizon_months=24,
        sites=[site, site | {"name": "“West”  \u202e, <b>=1  "} | noted],
        contracts=[contract],
        rent_basis="cost",
    )
    paths = write(tmp_path, [scenario], ["xlsx", "csv", "pdf"], baseline=example(horizon_months=24))
    verifier = verify.Verifier()
    for path in paths:
        assert carried.found_in(path).document.scenario == scenario
        verdict = verifier.verify(path)
        assert verdict.identical, verdict.words
