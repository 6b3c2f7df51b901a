"""Tables that are read: cells, their order and width; and the words of what differs."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QWidget

from engine import Scenario
from engine.values import PerFamily, Site
from gui.pages.compare.changes import _difference, _text, differences
from gui.pages.evidence.table import ORDER, ReadCell, ReadModel, ReadRow, ReadTable
from gui.widgets.palette import DARK, LIGHT
from gui.widgets.table_keys import COPIED

HEADS = (("Name", "What it is called"), ("Amount", ""), ("Word", ""))
ROLE = Qt.ItemDataRole


def row(key, name: str, amount: float, word: str = "b", role: str = "") -> ReadRow:
    shown = "—" if amount != amount else f"{amount:,.1f}".replace("-", "−")
    cells = (
        ReadCell(name, tip="of " + name),
        ReadCell(shown, amount, right=True),
        ReadCell(word, role=role),
    )
    return ReadRow(key, cells)


ROWS = (
    row(1, "beta", 1234.5),
    row(2, "Alpha", -2.0, "", "quiet"),
    row(3, "gamma", float("nan"), "c", "problem"),
)


@pytest.fixture
def table(qtbot):
    found = ReadTable(HEADS, "Things")
    qtbot.addWidget(found)
    found.resize(600, 300)
    found.widths(100, 80, 90, stretch=2)
    found.show_rows(ROWS)
    found.show()
    qtbot.waitExposed(found)
    return found


def shown(table, column: int = 0) -> list[str]:
    model = table.model()
    return [model.index(place, column).data() for place in range(model.rowCount())]


def test_that_rows_stand_as_they_are_until_a_heading_sorts_them(table):
    assert shown(table) == ["beta", "Alpha", "gamma"]
    table.sortByColumn(0, Qt.SortOrder.AscendingOrder)
    assert shown(table) == ["Alpha", "beta", "gamma"]  # whatever their case
    table.sortByColumn(1, Qt.SortOrder.AscendingOrder)
    assert shown(table) == ["gamma", "Alpha", "beta"]  # what is undefined is the least
    table.sortByColumn(1, Qt.SortOrder.DescendingOrder)
    assert shown(table) == ["beta", "Alpha", "gamma"]
    assert [table.row_of(key) for key in (1, 2, 3, 4)] == [0, 1, 2, -1]
    table.sortByColumn(0, Qt.SortOrder.AscendingOrder)
    assert [table.row_of(key) for key in (1, 2, 3)] == [1, 0, 2]


def test_that_the_row_that_is_looked_at_is_told_by_its_key(table):
    told = []
    table.looked_at.connect(told.append)
    assert table.key == 1  # the first has the keys
    table.sortByColumn(0, Qt.SortOrder.AscendingOrder)
    table.setCurrentIndex(table.model().index(0, 0))
    assert (told, table.key) == ([2], 2)


def test_that_the_same_things_stay_where_they_are_and_others_are_a_new_table(qapp):
    around = QWidget()
    model, told = ReadModel(HEADS, around), []
    model.modelReset.connect(lambda: told.append("reset"))
    model.dataChanged.connect(lambda a, b: told.append((a.row(), b.row(), b.column())))
    model.show_rows(ROWS)
    model.show_rows((row(1, "x", 1.0), row(2, "y", 2.0), row(3, "z", 3.0)))
    assert model.index(0, 0).data() == "x"
    model.use_palette(DARK)
    model.show_rows(ROWS[:1])
    model.show_rows(())
    model.use_palette(LIGHT)
    assert told == ["reset", (0, 2, 2), (0, 2, 2), "reset", "reset"]


def test_that_a_cell_says_what_is_copied_and_what_it_is_sorted_by(table):
    model = table.read
    cell = model.index
    assert cell(0, 1).data(COPIED) == "1234.5"
    assert cell(1, 1).data(COPIED) == "-2.0"
    assert cell(0, 0).data(COPIED) == "beta"
    assert cell(1, 0).data(ORDER) == "alpha"
    assert (cell(0, 1).data(ORDER), cell(2, 1).data(ORDER)) == (1234.5, float("-inf"))
    assert "of beta" in cell(0, 0).data(ROLE.ToolTipRole)
    assert "1,234.5" in cell(0, 1).data(ROLE.ToolTipRole)
    assert cell(1, 2).data(ROLE.ToolTipRole) is None
    assert cell(0, 0).data(ROLE.ForegroundRole) is None
    assert cell(1, 2).data(ROLE.ForegroundRole) == QColor(LIGHT.quiet)
    assert cell(2, 2).data(ROLE.ForegroundRole) == QColor(LIGHT.colour("problem"))
    sides = [Qt.AlignmentFlag(cell(0, n).data(ROLE.TextAlignmentRole)) for n in range(3)]
    assert [bool(side & Qt.AlignmentFlag.AlignRight) for side in sides] == [False, True, False]


def test_that_a_word_behind_a_number_has_air_before_it_and_its_heading_too(table):
    model, across = table.read, Qt.Orientation.Horizontal
    airs = [model.index(0, n).data(ROLE.DecorationRole) is not None for n in range(3)]
    assert airs == [False, False, True]
    heads = [model.headerData(n, across, ROLE.DecorationRole) is not None for n in range(3)]
    assert heads == airs
    assert [model.headerData(n, across) for n in range(3)] == ["Name", "Amount", "Word"]
    assert "What it is called" in model.headerData(0, across, ROLE.ToolTipRole)
    assert model.headerData(1, across, ROLE.ToolTipRole) is None
    side = Qt.AlignmentFlag(model.headerData(1, across, ROLE.TextAlignmentRole))
    assert side & Qt.AlignmentFlag.AlignRight


def test_that_a_cut_text_gets_of_what_is_left_and_the_rest_is_the_stretched_column_s(table, qtbot):
    wide = table.viewport().width()
    qtbot.waitUntil(lambda: table.columnWidth(2) == wide - 180)
    long = tuple(row(n, "a name that is longer than a hundred pixels", 1.0) for n in (7, 8))
    table.show_rows(long)
    needs = table.sizeHintForColumn(0)
    assert needs > 100
    qtbot.waitUntil(lambda: table.columnWidth(0) in (100, needs))
    left = wide - 180 - 90
    expected = needs if needs - 100 <= left // 3 else 100
    assert table.columnWidth(0) == expected
    assert table.columnWidth(2) == wide - expected - 80
    table.resize(250, 300)  # no room at all
    qtbot.waitUntil(lambda: table.columnWidth(2) == 90)


# What differs


def test_that_a_difference_of_numbers_has_its_share_and_of_nothing_none():
    assert _difference(2.0, 3.0) == "+1 (+50.0%)"
    assert _difference(4, 3) == "-1 (-25.0%)"
    assert _difference(0.0, 3.0) == "+3"
    assert _difference(1000.0, 3345.678912) == "+2,345.68 (+234.6%)"
    for before, after in ((None, 2.0), (2.0, "x"), (True, 2.0), (False, True)):
        assert _difference(before, after) == ""


def test_that_a_value_is_written_in_full_or_counted_or_said():
    assert _text(1234.5678912345) == "1,234.567891"
    assert _text(True) != _text(False)
    assert _text(()) == "0 entries"
    assert _text((1,)) == "1 entry"


PLAN = Scenario().having(start="2026-01", sites=(Site("North", 0.5, 10, 6, 0.75),))


def test_that_each_lever_that_differs_has_a_row():
    assert differences(PLAN, PLAN) == []
    other = PLAN.having(power_budget_gw=PLAN.power_budget_gw * 2)
    [found] = differences(PLAN, other)
    assert found[0] == "Facility power when ready"
    assert found[3].endswith("(+100.0%)")
    assert found[4].startswith("GW")
    shares = PLAN.having(owned_share=PerFamily({"tpu": 0.25, "trainium": 0.5, "gpu": 0.5}))
    more = shares.having(owned_share=PerFamily({"tpu": 0.75, "trainium": 0.5, "gpu": 0.5}))
    [found] = differences(shares, more)
    assert found[0].endswith(", Google TPU")
    assert found[1:4] == ("25", "75", "+50 (+200.0%)")


def test_that_each_cell_of_an_entry_and_each_new_one_has_a_row():
    moved = PLAN.having(sites=(Site("North", 0.75, 12, 6, 0.75),))
    rows = differences(PLAN, moved)
    assert len(rows) == 2
    assert all("North" in found[0] for found in rows)
    new = PLAN.having(sites=(*PLAN.sites, Site("South", 0.5, 10, 6, 1.0)))
    [found] = differences(PLAN, new)
    assert "South" in found[0]
    [gone] = differences(new, PLAN)
    assert (found[1], found[2]) == (gone[2], gone[1])
    later = PLAN.having(start="2026-04")  # and all that is so many months after it
    first, *dates = differences(PLAN, later)
    assert first[:5] == ("First month", "Jan 2026", "Apr 2026", "", "")
    assert [row[3] for row in dates if row[4] == "months"] == ["+3"] * 7
