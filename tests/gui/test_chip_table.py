"""The table of chips as data, without a window: what a cell says, and each change a step."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QModelIndex, Qt

from engine import Scenario, shipped_catalogue
from engine.tables.catalogue import CHIP_BOUNDS
from gui.pages.compare.changes import differences
from gui.pages.supply.chips_model import COLUMNS, ChipTable

PLACES = {column.key: place for place, column in enumerate(COLUMNS)}
ROWS = len(shipped_catalogue().chips)


@pytest.fixture
def table(session):
    return ChipTable(session)


def at(table, row, key):
    return table.index(row, PLACES[key])


def names(table):
    return [chip.name for chip in table.catalogue.chips]


def test_that_the_table_has_its_rows_and_none_below_a_cell(table):
    assert (table.rowCount(), table.columnCount()) == (ROWS, len(COLUMNS))
    below = at(table, 0, "name")
    assert (table.rowCount(below), table.columnCount(below)) == (0, 0)
    assert table.rowCount(QModelIndex()) == ROWS


def test_that_every_cell_but_the_mark_can_be_edited_and_numbers_stand_at_the_right(table):
    for column in COLUMNS:
        index = at(table, 0, column.key)
        editable = bool(table.flags(index) & Qt.ItemFlag.ItemIsEditable)
        assert editable == (column.key != "mark"), column.key
    assert not table.setData(at(table, 0, "mark"), "x")
    assert table.data(at(table, 0, "name"), Qt.ItemDataRole.TextAlignmentRole) is None


def test_that_a_name_typed_twice_is_two_steps_and_the_same_name_is_none(table, session):
    shipped = names(table)[0]
    for name in ("New name", "Newer name"):
        index = at(table, 0, "name")
        assert table.setData(index, name) is True
        assert table.data(index) == name
        assert table.setData(index, name) is True  # the same again is no step
    assert session.history.count() == 2
    assert table.standing_of(0) == "added"  # of another name: no shipped one
    session.history.undo()
    session.history.undo()
    assert table.standing_of(0) == ""
    assert names(table)[0] == shipped


def test_that_an_edited_number_is_marked_bold_and_says_what_was_shipped(table, session):
    key = next(c.key for c in COLUMNS if c.key in CHIP_BOUNDS)
    index, shipped = at(table, 0, key), getattr(shipped_catalogue().chips[0], key)
    tip, font = Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.FontRole
    right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
    assert table.data(index, Qt.ItemDataRole.TextAlignmentRole) == right
    assert (table.data(index, tip), table.data(index, font)) == (None, None)
    assert table.setData(index, str(shipped * 1.25))
    assert table.standing_of(0) == "edited"
    assert table.data(at(table, 0, "mark")) == "edited"
    assert f"As shipped: {shipped:,.10g}" in table.data(index, tip)
    assert table.data(index, font).bold()
    assert table.data(at(table, 0, "name"), font) is None
    assert [table.standing_of(row) for row in range(1, ROWS)] == [""] * (ROWS - 1)
    table.back_to_shipped(0)
    assert getattr(session.scenario.catalogue.chips[0], key) == shipped
    assert table.standing_of(0) == ""
    assert session.history.count() == 2


def test_that_other_roles_take_no_value(table, session):
    assert table.setData(at(table, 0, "name"), "x", Qt.ItemDataRole.ToolTipRole) is False
    assert session.history.count() == 0


def test_that_chips_are_added_after_the_newest_of_their_family_and_removed_again(table, session):
    family = table.catalogue.chips[0].family
    last = max(i for i, chip in enumerate(table.catalogue.chips) if chip.family == family)
    for step in (1, 2):
        assert table.add(0) == last + step
        assert table.rowCount() == ROWS + step
        assert table.standing_of(last + step) == "added"
        assert session.history.undoText() == "Add a chip"
    table.remove(last + 2)
    table.remove(last + 1)
    assert table.rowCount() == ROWS
    assert session.history.count() == 4
    table.all_as_shipped()
    assert session.history.count() == 4  # as it is shipped already
    assert session.scenario.catalogue == shipped_catalogue()


def test_that_a_new_family_has_the_first_free_number(table):
    families = len(table.catalogue.families)
    assert table.free_family() == f"family_{families + 1}"
    table.add(0, f"family_{families + 2}")
    assert table.free_family() == f"family_{families + 3}"


def test_that_all_goes_back_to_shipped_as_one_step_each_time(table, session):
    for name in ("One", "Two"):
        table.setData(at(table, 0, "name"), name)
        table.all_as_shipped()
        assert session.scenario.catalogue == shipped_catalogue()
        assert session.history.undoText() == "All chips as shipped"
    assert session.history.count() == 4


def test_that_a_lever_s_change_tells_the_table_nothing_and_a_chip_s_its_whole_extent(
    table, session
):
    told = []
    table.dataChanged.connect(lambda a, b: told.append((a.row(), a.column(), b.row(), b.column())))
    session.edit("power_budget_gw", 3.0)
    assert told == []
    for name in ("One", "Two"):
        table.setData(at(table, 0, "name"), name)
    assert told == [(0, 0, ROWS - 1, len(COLUMNS) - 1)] * 2


# What the page of changes says of two scenarios


def test_that_differences_go_both_ways_with_sign_and_share():
    base, more = Scenario(), Scenario().having(power_budget_gw=3.0)
    assert differences(base, base) == []
    assert differences(base, more)[0][:5] == (
        "Facility power when ready",
        "2.5",
        "3",
        "+0.5 (+20.0%)",
        "GW facility",
    )
    assert differences(more, base)[0][1:4] == ("3", "2.5", "-0.5 (-16.7%)")


def test_that_from_nothing_there_is_no_share_and_of_a_switch_or_a_list_no_difference():
    slip = {"tpu": 0.0, "trainium": 3.0, "gpu": 0.0}
    there = Scenario().having(
        generation_slip_months=slip,
        substitute_any=True,
        revenue_anchors=((0, 1.0), (9, 3.0), (12, 4.0)),
    )
    found = {row[0]: row[1:4] for row in differences(Scenario(), there)}
    assert found["Generation slip, AWS Trainium"] == ("0", "3", "+3")
    assert found["Known revenue"] == ("2 entries", "3 entries", "")
    switch = found["Substitute outside the mix"]
    assert switch[2] == ""
    assert switch[0] != switch[1]
    assert len(found) == 3
