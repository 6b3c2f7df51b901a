"""The cells of a report's workbook, the tables of a comparison, and what may be asked for."""

from __future__ import annotations

import io
import math
from types import SimpleNamespace

import numpy as np
import openpyxl
import pytest

from engine import ScenarioError
from gui.report.compare import COLUMNS, ROLES, Comparison
from gui.report.drawing import Drawing, drawing_from
from gui.report.options import Options, checked
from gui.report.table import BY_ROW, Table, TableColumn
from gui.report.tables import drawn_table
from gui.report.workbook import cells_of, named_sheets, number_format, rounded, workbook_bytes
from tests.gui.reports import Run, content, plan

# The workbook


def opened(*tables: Table, carried: str = "", summary=("Title", "Said")) -> openpyxl.Workbook:
    named = {table.key: table for table in tables}
    return openpyxl.load_workbook(io.BytesIO(workbook_bytes(summary, named, carried, "Title")))


@pytest.mark.parametrize(
    ("style", "value", "expected"),
    [
        (",.0f", 1.5, "#,##0"),
        (",.2f", 1.5, "#,##0.00"),
        (".3f", 1.5, "0.000"),
        (".0%", 0.5, "0%"),
        (".1%", 0.5, "0.0%"),
        (",.1%", 0.5, "#,##0.0%"),
        ("", 1.5, "General"),
        ("", 3, "0"),
        ("d", 3, "0"),
        (",.4g", 1.5, "General"),
    ],
)
def test_that_a_format_is_a_spreadsheet_s(style, value, expected) -> None:
    assert number_format(style, value) == expected


def monthly(count: int = 2) -> Table:
    columns = (
        TableColumn("t"),
        TableColumn("month", months=True),
        TableColumn("power", "GW", ",.2f"),
        TableColumn("binding"),
        TableColumn("a heading of more than forty characters"),
    )
    rows = tuple((i, f"2026-{i + 1:02d}", 1.5 + i, "supply", None) for i in range(count))
    return Table("monthly", "Monthly", columns, rows)


def test_that_each_cell_has_its_place_its_kind_and_its_format() -> None:
    sheet = opened(monthly())["Monthly"]
    assert [cell.value for cell in sheet[1]] == [
        *("t", "month", "power [GW]", "binding", "a heading of more than forty characters")
    ]
    assert [[cell.value for cell in row[2:]] for row in sheet.iter_rows(min_row=2)] == [
        [1.5, "supply", None],
        [2.5, "supply", None],
    ]
    formats = [cell.number_format for cell in sheet[3]]
    assert formats == ["0", "yyyy-mm", "#,##0.00", "General", "General"]
    assert all(cell.font.bold for cell in sheet[1])
    assert all(cell.alignment.wrap_text for cell in sheet[1])
    assert all(cell.border.bottom.style == "thin" for cell in sheet[1])
    assert not any(cell.font.bold for cell in sheet[2])
    assert {cell.alignment.vertical for row in sheet["A1:D3"] for cell in row} == {"top"}
    assert sheet["B2"].alignment.horizontal == "left"
    assert sheet.max_row == 3


def test_that_a_sheet_is_as_wide_as_what_stands_in_it_within_bounds() -> None:
    columns = (
        TableColumn("a"),
        TableColumn("b"),
        TableColumn("c"),
        TableColumn("h" * 30),
        TableColumn("k" * 1),
    )
    rows = (("x" * 20, "y" * 90, "z", "", "w" * 57), ("x", "y", "zzzzzzz", "", ""))
    sheet = opened(Table("x", "Wide", columns, rows))["Wide"]
    widths = [sheet.column_dimensions[letter].width for letter in "ABCDE"]
    # two more than the longest, at least 8 and at most 60; headings wrap: two thirds of theirs
    assert widths == pytest.approx([22, 60, 9, 22, 59], abs=0.8)
    narrow = opened(Table("x", "Wide", (TableColumn("a"),), (("b",),)))["Wide"]
    assert narrow.column_dimensions["A"].width == pytest.approx(8, abs=0.8)


def test_that_headings_stay_in_sight_and_rows_can_be_chosen() -> None:
    book = opened(
        monthly(), Table("x", "Other", (TableColumn("t"), TableColumn("value")), ((1, 2.5),))
    )
    assert book["Monthly"].freeze_panes == "C2"
    assert book["Other"].freeze_panes == "A2"
    assert book["Monthly"].auto_filter.ref == "A1:E3"
    assert book["Other"].auto_filter.ref == "A1:B2"
    assert book["Monthly"].page_setup.orientation == "landscape"
    assert book["Monthly"].print_title_rows == "$1:$1"
    empty = opened(Table("x", "Empty", (TableColumn("a"),), ()))["Empty"]
    assert empty.auto_filter.ref is None
    assert empty.freeze_panes == "A2"


def test_that_the_first_sheet_is_the_words_every_second_row() -> None:
    book = opened(monthly(), summary=("Plan", "It is so.", "And so."))
    sheet = book.worksheets[0]
    assert sheet.title == "Summary"
    assert [sheet.cell(row, 1).value for row in range(1, 6)] == [
        *("Plan", None, "It is so.", None, "And so.")
    ]
    assert (sheet["A1"].font.bold, sheet["A1"].font.size) == (True, 16)
    assert (sheet["A3"].font.bold, sheet["A3"].alignment.wrap_text) == (False, True)
    assert sheet.column_dimensions["A"].width == pytest.approx(110, abs=0.8)
    assert sheet.column_dimensions["A"].max == 1  # the words alone
    assert not sheet.sheet_view.showGridLines
    assert (book.properties.title, book.properties.creator) == ("Title", "Headroom")


def test_that_what_is_carried_is_hidden_and_cut_into_cells() -> None:
    text = "".join(chr(97 + i % 26) for i in range(60_001))
    book = opened(monthly(), carried=text)
    assert book["Headroom"].sheet_state == "hidden"
    cells = [row[0].value for row in book["Headroom"].iter_rows()]
    assert [len(cell) for cell in cells] == [30_000, 30_000, 1]
    assert "".join(cells) == text
    assert opened(monthly()).sheetnames == ["Summary", "Monthly"]


def test_that_texts_that_look_like_more_are_texts() -> None:
    cells = ("=1+1", "http://a.b", "12.5", "{=1}")
    table = Table("x", "X", (TableColumn("a"),), tuple((cell,) for cell in cells))
    found = [row[0] for row in opened(table)["X"].iter_rows(min_row=2)]
    assert [(cell.value, cell.data_type) for cell in found] == [(cell, "s") for cell in cells]
    assert all(cell.hyperlink is None for cell in found)


def test_that_sheets_have_names_that_a_workbook_takes() -> None:
    titles = ["A/b[c]:d", "x" * 40, "x" * 35, "", "headroom", "Plain", "Plain"]
    tables = {str(i): Table(str(i), t, (TableColumn("a"),), ()) for i, t in enumerate(titles)}
    names = list(named_sheets(tables))
    assert names == [
        *("A b c  d", "x" * 31, "x" * 28 + " 4", "5", "headroom 6", "Plain", "Plain 8")
    ]
    assert [table.key for table in named_sheets(tables).values()] == list("0123456")


def test_that_the_cells_that_are_checked_are_those_of_the_sheet() -> None:
    columns = (
        TableColumn("month", months=True),
        TableColumn("said", checked=False),
        TableColumn("value"),
    )
    rows = (("2026-01", "a", 1 / 3), ("2026-02", "b", None), ("", "c", math.nan), ("x", "d", 7))
    found = cells_of(Table("x", "x", columns, rows))
    # 1 January 2026 is day 46023 of spreadsheets
    assert found == {
        (1, 0): 46023.0,
        (1, 2): 0.3333333333333333,
        (2, 0): 46054.0,
        (4, 0): "x",
        (4, 2): 7.0,
    }


def test_that_numbers_are_kept_as_spreadsheets_keep_them() -> None:
    assert rounded(1 / 3, 16) == 0.3333333333333333
    assert rounded(2 / 3, 15) == 0.666666666666667
    # the sixteenth digit a five: upwards, from what is written
    assert rounded(0.1234567890123445, 15) == 0.123456789012345
    assert rounded(1234.5, 15) == 1234.5


# Several scenarios


def run(name: str, start: str, months: int, **series: object) -> SimpleNamespace:
    made = Run(name, **series)
    made.scenario = made.scenario.having(start=start, horizon_months=months)
    first = int(start[5:])
    made.months = tuple(f"{start[:4]}-{first + i:02d}" for i in range(12))
    return content(made)


def test_that_scenarios_of_other_months_are_drawn_on_all_of_them() -> None:
    early = run("Early", "2025-01", 12, capacity_eflops=np.arange(12) + 1.0)
    late = run("Late", "2025-04", 12, capacity_eflops=np.arange(12) + 100.0)
    chart = Comparison((early, late)).charts["capacity_eflops"]
    assert list(Comparison((early, late)).charts) == list(COLUMNS)
    assert (chart.title, chart.unit, chart.format) == ("Capacity", "EFLOP/s", ",.0f")
    assert chart.years == pytest.approx(2025 + np.arange(15) / 12)
    one, other = chart.curves
    assert (one.label, other.label) == ("Early", "Late")
    assert one.values.tolist()[:12] == list(range(1, 13))
    assert np.isnan(one.values[12:]).all()
    assert np.isnan(other.values[:3]).all()
    assert other.values.tolist()[3:] == list(range(100, 112))
    table = drawn_table(chart)
    assert table.key == "chart capacity_eflops"
    assert table.rows[0] == ("2025-01", 1.0, None)
    assert table.rows[-1] == ("2026-03", None, 111.0)
    assert [column.full_heading for column in table.columns] == [
        *("month", "Early [EFLOP/s]", "Late [EFLOP/s]")
    ]
    assert table.columns[0].months


def test_that_the_ninth_scenario_takes_the_first_s_colour_and_is_dashed() -> None:
    several = Comparison(tuple(run(f"P{i}", "2025-01", 12) for i in range(9)))
    curves = several.charts["shortfall_eflops"].curves
    assert [curve.role for curve in curves] == [*ROLES, ROLES[0]]
    assert len(set(ROLES)) == 8
    assert [curve.dashed for curve in curves] == [False] * 8 + [True]


def test_that_names_of_scenarios_are_cut_and_told_apart() -> None:
    names = ["A", "A", "A (2)", "", "n" * 41, "n" * 40]
    found = Comparison(tuple(run(name, "2025-01", 12) for name in names)).names
    assert found == ("A", "A (2)", "A (2) (2)", "?", "n" * 39 + "…", "n" * 40)


def test_that_the_figures_of_a_comparison_are_each_of_its_own_month() -> None:
    late = content(plan())
    late.scenario = late.result.scenario = late.scenario.having(name="Late", start="2025-02")
    table = Comparison((content(plan()), late)).tables["compared_figures"]
    assert [column.heading for column in table.columns] == [
        *("key", "Figure", "Unit", "Plan", "Late")
    ]
    assert [column.checked for column in table.columns] == [True, False, True, True, True]
    rows = {row[0]: row[2:] for row in table.rows}
    assert rows["capacity_eflops"] == ("EFLOP/s", 1232.0, 1231.0)
    assert rows["committed_bn"] == ("$bn", 6.0, 3.0)  # since the first month of both
    assert table.text(0, 3) == "1,232"
    assert {column.format for column in table.columns[3:]} == {BY_ROW}


def test_that_the_levers_of_a_comparison_are_those_that_differ() -> None:
    one = content(plan())
    other = content(plan())
    other.scenario = one.scenario.having(pue=1.5, mix={"tpu": 0.6, "trainium": 0.1, "gpu": 0.3})
    one.scenario = one.scenario.having(pue=1.2, mix={"tpu": 0.6, "trainium": 0.2, "gpu": 0.2})
    table = Comparison((one, other)).tables["compared_levers"]
    assert [row[0] for row in table.rows] == ["mix.trainium", "mix.gpu", "pue"]
    assert [row[3:] for row in table.rows] == [(0.2, 0.1), (0.2, 0.3), (1.2, 1.5)]
    assert [row[1] for row in table.rows][:2] == [
        *("Target mix of new power, AWS Trainium", "Target mix of new power, NVIDIA GPU")
    ]
    assert [c.heading for c in table.columns] == ["key", "Lever", "Unit", "Plan", "Plan (2)"]
    assert [c.checked for c in table.columns] == [True, False, True, True, True]


# What may be asked for


@pytest.mark.parametrize("size", [(320, 240), (8000, 3750), (3750, 8000), None])
def test_that_sizes_up_to_the_bounds_are_taken(size) -> None:
    options = Options(size=size)  # at scale 2: 8000 x 3750 are 120 million pixels
    assert checked(options) is options


@pytest.mark.parametrize(
    ("size", "scale"),
    [((319, 240), 1), ((320, 239), 1), ((8001, 240), 1), ((320, 8001), 1), ((8000, 3751), 2)],
)
def test_that_sizes_beyond_the_bounds_are_refused(size, scale) -> None:
    with pytest.raises(ScenarioError) as caught:
        checked(Options(size=size, scale=scale))
    assert str(caught.value) == (
        f"--size = {size[0]}x{size[1]}: allowed is 320x240 to 8000x8000, "
        "and 120 million pixels in all"
    )


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"formats": ()}, "--format: allowed are png, svg, csv, xlsx, pdf, md"),
        ({"formats": ("csv", "doc")}, "--format = doc: allowed are png, svg, csv, xlsx, pdf, md"),
        ({"page": "a5"}, "--page = a5: allowed are a4, letter"),
        ({"scale": 5}, "--scale = 5: allowed are 1, 2, 3, 4"),
    ],
)
def test_that_what_can_t_be_done_is_refused(change, says) -> None:
    with pytest.raises(ScenarioError) as caught:
        checked(Options(**change))
    assert str(caught.value) == says


def test_that_a_report_is_pdf_png_and_csv_on_a4_at_scale_2_where_nothing_is_said() -> None:
    assert Options() == Options(("pdf", "png", "csv"), "a4", None, 2, outside=False)


DRAWN = {"language": "en", "page": "a4", "size": [640, 400], "scale": 3, "probe": "x" * 64}


def test_that_how_a_picture_was_drawn_is_read_back() -> None:
    drawing = drawing_from(DRAWN)
    assert drawing == Drawing("en", "a4", (640, 400), 3, "x" * 64)
    assert drawing.options == Options((), "a4", (640, 400), 3, outside=True)
    assert Drawing("en", "a4", (640, 400), 3, "p").as_json() == {
        **DRAWN,
        "size": (640, 400),
        "probe": "p",
    }
    assert drawing_from({**DRAWN, "size": None}) == Drawing("en", "a4", None, 3, "x" * 64)
    assert drawing_from(None) is None


@pytest.mark.parametrize(
    "change",
    [
        *({"size": [640]}, {"size": [640, 400, 1]}, {"size": [640.0, 400]}, {"scale": True}),
        *({"scale": None}, {"scale": "3"}, {"probe": "x" * 65}, {"page": None}, {"language": 1}),
    ],
)
def test_that_how_a_picture_can_t_have_been_drawn_is_refused(change) -> None:
    with pytest.raises(TypeError):
        drawing_from({**DRAWN, **change})
    with pytest.raises(TypeError):
        drawing_from([DRAWN])


@pytest.mark.parametrize("change", [{"scale": 5}, {"page": "a5"}, {"size": [640, 9000]}])
def test_that_what_nobody_could_ask_for_can_t_have_been_drawn(change) -> None:
    with pytest.raises(ScenarioError):
        drawing_from({**DRAWN, **change})
