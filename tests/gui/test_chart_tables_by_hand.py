"""A chart as a table, and on the clipboard, of numbers worked by hand."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import Qt

from engine import Observed
from gui.charts.chart_spec import ChartSpec, Curve, Fan, Layer
from gui.charts.observed import Beside, Points
from gui.charts.table import SpecTable, months_of, number_text, tab_separated
from gui.widgets.table_keys import COPIED

ROLE = Qt.ItemDataRole
ACROSS, DOWN = Qt.Orientation.Horizontal, Qt.Orientation.Vertical
YEARS = 2026 + np.arange(11, 14) / 12  # December, January, February
SPEC = ChartSpec(
    "k",
    "Title",
    "GW",
    ",.1f",
    YEARS,
    layers=(
        Layer("TPU", "tpu", np.zeros(3), np.array([1.0, 2.0, 3.0])),
        Layer("GPU", "gpu", np.array([1.0, 2.0, 3.0]), np.array([1.25, np.nan, 4.0])),
    ),
)


def seen(month: int) -> Points:
    row = Observed("it_power_gw", "2027-01", 1.0, 2.0, 3.0, "GW", "A page", "B")
    one = np.array([2.0])
    return Points(Beside("it_power_gw"), (row,), (month,), one - 1, one, one + 1)


@pytest.fixture
def table(qapp) -> SpecTable:
    found = SpecTable()
    found.show_spec(SPEC)
    return found


def cells(table: SpecTable, role: int = ROLE.DisplayRole) -> list[list[object]]:
    return [
        [table.data(table.index(row, column), role) for column in range(table.columnCount())]
        for row in range(table.rowCount())
    ]


def test_that_months_stand_at_the_side_and_parts_above_with_their_values(table):
    assert months_of(SPEC) == ("2026-12", "2027-01", "2027-02")
    assert [table.headerData(row, DOWN) for row in range(3)] == ["Dec 2026", "Jan 2027", "Feb 2027"]
    assert [table.headerData(column, ACROSS) for column in range(3)] == ["GPU", "TPU", "Total"]
    assert cells(table) == [
        ["0.2", "1.0", "1.2"],
        ["undefined", "2.0", "undefined"],
        ["1.0", "3.0", "4.0"],
    ]
    assert cells(table, COPIED) == [
        ["0.25", "1.0", "1.25"],
        ["", "2.0", ""],
        ["1.0", "3.0", "4.0"],
    ]
    right = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
    assert table.data(table.index(0, 0), ROLE.TextAlignmentRole) == right
    assert table.data(table.index(0, 0), ROLE.ToolTipRole) is None
    assert table.headerData(0, ACROSS, ROLE.ToolTipRole) is None
    assert table.headerData(0, DOWN, ROLE.ToolTipRole) is None


def test_that_other_numbers_in_the_same_cells_leave_the_table_standing(table):
    resets, changed = [], []
    table.modelReset.connect(lambda: resets.append(True))
    table.dataChanged.connect(
        lambda first, last, *_: changed.append(
            (first.row(), first.column(), last.row(), last.column())
        )
    )
    more = Layer("GPU", "gpu", np.array([1.0, 2.0, 3.0]), np.array([9.0, 9.0, 9.0]))
    table.show_spec(replace(SPEC, layers=(SPEC.layers[0], more)))
    assert (resets, changed) == ([], [(0, 0, 2, 2)])
    assert cells(table)[1] == ["7.0", "2.0", "9.0"]
    for other in (
        replace(SPEC, years=YEARS + 1),
        replace(SPEC, layers=SPEC.layers[:1]),
        replace(SPEC, unit="MW"),
    ):
        resets.clear()
        table.show_spec(SPEC)
        table.show_spec(other)
        assert resets
    assert changed == [(0, 0, 2, 2)] * 2  # once more, where the first came back


def test_that_what_was_observed_has_a_column_with_its_source_as_a_tip(table):
    table.show_spec(replace(SPEC, observed=seen(1)))
    assert table.columnCount() == 4
    assert table.headerData(3, ACROSS) == "Observed"
    assert [row[3] for row in cells(table)] == [None, "2.0 (1.0 to 3.0)", None]
    assert [row[3] for row in cells(table, COPIED)] == [None, "2.0 (1.0 to 3.0)", None]
    tip = str(table.data(table.index(1, 3), ROLE.ToolTipRole))
    assert "A page; grade B" in tip
    assert table.data(table.index(1, 3), ROLE.TextAlignmentRole) is None


def test_that_a_table_of_nothing_is_empty(qapp):
    table = SpecTable()
    assert (table.rowCount(), table.columnCount()) == (0, 0)
    assert table.data(table.index(0, 0)) is None
    assert table.over(0, ROLE.DisplayRole) is None
    assert table.at_row(0, ROLE.DisplayRole) is None


def test_that_the_clipboard_has_a_line_a_month_with_units_above():
    assert tab_separated(SPEC).splitlines() == [
        "month\tGPU [GW]\tTPU [GW]\tTotal [GW]",
        "2026-12\t0.25\t1.0\t1.25",
        "2027-01\t\t2.0\t",
        "2027-02\t1.0\t3.0\t4.0",
    ]
    assert tab_separated(SPEC).endswith("\n")
    assert number_text(float("nan")) == ""
    assert number_text(1 / 3) == "0.3333333333333333"


def test_that_worlds_and_baseline_have_their_columns_behind_the_parts():
    ones = np.ones(3)
    line = Curve("Plan", "capacity", ones * 2)
    fan = Fan("worlds", "capacity", (ones, ones, ones * 4, ones * 5), ones * 3)
    ghost = Curve("Plan, baseline", "capacity", ones * 7)
    spec = replace(SPEC, layers=(), curves=(line,), fans=(fan,), ghosts=(ghost,))
    assert [(label, values[0]) for label, values in spec.numbers()] == [
        ("Plan", 2.0),
        ("Plan, median", 3.0),
        ("Plan, 5%", 1.0),
        ("Plan, 95%", 5.0),
        ("Plan, baseline", 7.0),
    ]
    other = replace(fan, role="demand")
    assert [label for label, _ in replace(spec, fans=(other,)).numbers()] == [
        "Plan",
        "Plan, baseline",
    ]
    bare = replace(fan, median=None)
    assert len(list(replace(spec, fans=(bare,)).numbers())) == 2
