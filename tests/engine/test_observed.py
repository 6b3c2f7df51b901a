"""The public record beside the model: observed values, their intervals and where they are from."""

from __future__ import annotations

import csv
import io
import math
import re

import pytest

from engine.resource import resource
from engine.tables.observed import COLUMNS, Observed, observed, read_observed
from engine.tables.scenario import Scenario
from engine.tables.series import SERIES

HEADER = "series,month,p5,p50,p95,unit,source,grade"
GOOD = "h100e,2025-12,842242,1189574,1716535,H100e,Epoch AI,B"
DERIVED = {"it_power_share_trainium", "h100e_per_mw", "revenue_bn", "unserved_share"}


def with_cell(column: str, value: str) -> str:
    cells = dict(zip(COLUMNS, GOOD.split(","), strict=True)) | {column: value}
    out = io.StringIO()
    csv.writer(out, lineterminator="\n").writerow(cells.values())
    return f"{HEADER}\n{out.getvalue()}"


def test_that_a_value_has_its_interval_unit_source_and_grade() -> None:
    values = 842242.0, 1189574.0, 1716535.0
    expected = Observed("h100e", "2025-12", *values, "H100e", "Epoch AI", "B")
    assert read_observed(f"{HEADER}\n{GOOD}\n") == (expected,)


def test_that_a_bound_that_is_not_there_bounds_nothing() -> None:
    (low,) = read_observed(f"{HEADER}\nchips_alive_gpu,2026-11,325000,,,chips,S-1,B\n")
    assert (low.p50, low.bounds) == (None, (325000.0, math.inf))
    assert low.is_judgeable
    (middle,) = read_observed(f"{HEADER}\ncost@year,2026-12,,20,,bn USD,press,C\n")
    assert middle.bounds == (-math.inf, math.inf)
    assert not middle.is_judgeable


@pytest.mark.parametrize(
    ("series", "quantity", "window"),
    [
        ("it_power_gw", "it_power_gw", ""),
        ("revenue_bn@quarter", "revenue_bn", "quarter"),
        ("economic_cost_bn@year", "economic_cost_bn", "year"),
        ("unserved_share@history", "unserved_share", "history"),
        ("chips_delivered_tpu@from:2025-11", "chips_delivered_tpu", "from:2025-11"),
    ],
)
def test_that_a_series_says_what_and_over_what(series: str, quantity: str, window: str) -> None:
    (row,) = read_observed(with_cell("series", series))
    assert (row.quantity, row.window) == (quantity, window)


@pytest.mark.parametrize(
    ("column", "value", "why"),
    [
        ("series", "", "line 2: series ''"),
        ("series", "h100e@decade", "line 2: series 'h100e@decade': allowed is a name, or one with"),
        ("series", "h100e@", "line 2: series 'h100e@'"),
        ("series", "x@from:2025-13", "line 2: series 'x@from:2025-13'"),
        ("month", "2025-13", "line 2: month '2025-13': allowed is YYYY-MM"),
        ("month", "Dec 2025", "line 2: month 'Dec 2025': allowed is YYYY-MM"),
        ("p5", "few", "line 2: p5 'few': allowed is a number, or nothing"),
        ("p95", "nan", "line 2: p95 'nan': allowed is a number, or nothing"),
        ("p95", "inf", "line 2: p95 'inf': allowed is a number, or nothing"),
        ("p5", "2e6", "line 2: 2e6, 1189574, 1716535: allowed are p5, p50, p95 ascending"),
        ("unit", " ", "line 2: unit is empty: allowed is a text"),
        ("source", "", "line 2: source is empty: allowed is a text"),
        ("grade", "D", "line 2: grade 'D': allowed is A, B, C"),
    ],
)
def test_that_a_wrong_cell_is_refused_by_line_and_column(column: str, value: str, why: str) -> None:
    with pytest.raises(ValueError, match=f"^{re.escape(why)}"):
        read_observed(with_cell(column, value))


def test_that_a_row_without_any_number_is_refused() -> None:
    with pytest.raises(ValueError, match="none, none, none: allowed are"):
        read_observed(f"{HEADER}\nh100e,2025-12,,,,H100e,Epoch AI,B\n")


@pytest.mark.parametrize("text", ["", "a,b\n", f"{HEADER},more\n"])
def test_that_another_table_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"^line 1: .*allowed is series,month,p5"):
        read_observed(text)


def test_that_a_line_of_too_few_cells_is_refused_by_its_number() -> None:
    with pytest.raises(ValueError, match="line 3: 2 cells: allowed are 8"):
        read_observed(f"{HEADER}\n{GOOD}\nh100e,2025-12\n")


def test_that_the_shipped_record_is_read_whole() -> None:
    lines = resource("observed.csv").read_text("utf-8").splitlines()
    assert len(observed()) == len(lines) - 1 == 36
    first = observed()[0]
    assert (first.series, first.month, first.p50) == ("h100e", "2024-12", 208560.0)


def test_that_the_shipped_record_is_of_what_the_model_gives_or_of_what_follows_from_it() -> None:
    families = Scenario().families
    columns = {column for row in SERIES for column in row.columns(families)}
    assert {row.quantity for row in observed()} <= columns | DERIVED


def test_that_the_shipped_record_lies_within_the_years_that_it_is_of() -> None:
    assert {row.month[:4] for row in observed()} == {"2024", "2025", "2026"}
    for row in observed():
        assert "20" not in row.unit or row.window.startswith("from:")
