"""The tables of events, sites, contracts and known revenue: by mouse, by keys, by clipboard."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from engine import Document, Scenario
from engine.values import Contract, Event, Site
from gui.document.session import Session
from gui.entries.editors import MonthField
from gui.entries.table import EntriesTable
from gui.widgets.table_keys import selected_text

SITES = (
    Site("North", 0.5, 24, 12, 0.8, "Ohio", "a filing", "A"),
    Site("East", 1 / 3, 18, 6, 0.85),
    Site("West", 1.25, 30, 1, 1.0, "", "press", "C"),
)
EVENTS = (Event("supply_stop", "gpu", 17, 9, 1.0), Event("price_shock", "tpu", 30, 3, 2.5))
CONTRACTS = (Contract("Tranche 1", "gpu", 20, 18, 0.46, 0.8, 1.15, "A cloud", 72, 3),)


@pytest.fixture
def session(qapp) -> Session:
    scenario = Scenario().having(sites=SITES, events=EVENTS, contracts=CONTRACTS)
    return Session(Document(scenario))


@pytest.fixture
def table_of(session, qtbot):
    """A table of a list, shown, with the keys."""

    def make(key: str) -> EntriesTable:
        table = EntriesTable(session, key)
        qtbot.addWidget(table)
        table.resize(900, 300)
        table.show()
        with qtbot.waitActive(table):
            table.activateWindow()
        table.view.setFocus()
        return table

    return make


def put(table: EntriesTable, row: int, key: str, text: str) -> bool:
    keys = [column.key for column in table.model.columns]
    return table.model.setData(table.model.index(row, keys.index(key)), text)


def texts(table: EntriesTable, key: str) -> list[object]:
    section = [column.key for column in table.model.columns].index(key)
    model = table.model
    return [model.data(model.index(row, section)) for row in range(model.rowCount())]


def test_that_dates_families_and_shares_are_shown_as_people_say_them(table_of) -> None:
    table = table_of("events")
    assert texts(table, "kind") == ["Supply stop", "Price jump"]
    assert texts(table, "scope") == ["NVIDIA GPU", "Google TPU"]
    assert texts(table, "start_month") == ["Jun 2026", "Jul 2027"]
    assert texts(table, "severity") == ["100%", "250%"]
    headings = [table.model.headerData(place, Qt.Orientation.Horizontal) for place in range(6)]
    assert headings == ["Kind", "Scope", "Start month", "Duration in months", "Severity", "Name"]


def test_that_each_edit_is_one_step_of_undo(table_of, session) -> None:
    table = table_of("sites")
    assert put(table, 0, "start_month", "Mar 2027")
    assert put(table, 0, "probability", "60")
    assert session.scenario.sites[0] == Site("North", 0.5, 26, 12, 0.6, "Ohio", "a filing", "A")
    session.history.undo()
    assert session.scenario.sites[0].probability == 0.8
    session.history.undo()
    assert session.scenario.sites == SITES
    assert texts(table, "start_month")[0] == "Jan 2027"


def test_that_what_cannot_be_stays_typed_in_its_cell_and_one_line_says_why(
    table_of, session
) -> None:
    table = table_of("contracts")
    assert not put(table, 0, "firm", "140%")
    assert session.scenario.contracts == CONTRACTS
    assert texts(table, "firm") == ["140%"]
    assert table.problem.text() == "Row 1, firm share: “140%”: allowed is 0 to 100%"
    assert table.problem.isVisible()
    assert not table.count.isVisible()
    assert not put(table, 0, "it_gw", "much")
    assert table.problem.text().endswith("allowed is 0 to 100% (and 1 more)")
    assert put(table, 0, "firm", "40%")
    assert put(table, 0, "it_gw", "0.5")
    assert not table.problem.isVisible()
    assert session.scenario.contracts[0].firm == 0.4


def test_that_a_name_that_another_has_is_refused_at_its_own_cell(table_of, session) -> None:
    table = table_of("sites")
    assert not put(table, 0, "name", "West")
    assert table.problem.text().startswith("Row 1, name: “West”: the names of a list differ")
    assert session.scenario.sites == SITES


def test_that_another_kind_of_event_takes_what_it_has_no_say_in_with_it(table_of, session) -> None:
    table = table_of("events")
    assert put(table, 0, "kind", "Grid delay")
    assert session.scenario.events[0] == Event("grid_delay", "all", 0, 9, 0.0)
    assert (texts(table, "start_month")[0], texts(table, "severity")[0]) == ("", "–")
    severity = table.model.index(0, 4)
    assert not table.model.flags(severity) & Qt.ItemFlag.ItemIsEditable


def test_that_sorting_leaves_the_file_alone_until_it_is_asked(table_of, session) -> None:
    table = table_of("sites")
    table.view.sortByColumn(1, Qt.SortOrder.DescendingOrder)
    assert texts(table, "name") == ["West", "North", "East"]
    assert session.scenario.sites == SITES
    assert put(table, 0, "gw", "0.1")  # rows stay where they are while they are typed in
    assert texts(table, "name") == ["West", "North", "East"]
    assert session.scenario.sites[2].gw == 0.1
    assert table.keep_order.isVisible()
    table.keep_order.click()
    assert [site.name for site in session.scenario.sites] == ["West", "North", "East"]
    assert not table.keep_order.isVisible()
    session.history.undo()
    assert [site.name for site in session.scenario.sites] == ["North", "East", "West"]


def test_that_a_block_of_a_spreadsheet_goes_in_as_one_step(table_of, session, spoken) -> None:
    spoken("fr_FR")
    table = table_of("sites")
    table.view.setCurrentIndex(table.model.index(2, 0))
    QGuiApplication.clipboard().setText(
        "Ouest\t1,5\tmars 2028\t6\t75 %\r\nSud\t0,25\t01/06/2028\t12\t50%\r\n"
    )
    table.paste.click()
    assert session.scenario.sites[2] == Site("Ouest", 1.5, 38, 6, 0.75, "", "press", "C")
    assert session.scenario.sites[3] == Site("Sud", 0.25, 41, 12, 0.5)
    session.history.undo()
    assert session.scenario.sites == SITES


def test_that_headings_say_which_column_is_which(table_of, session) -> None:
    table = table_of("contracts")
    text = "Start month\tName\tFirm share\n2027-01\tOption\t10%\n2027-06\tSecond\t0\n"
    QGuiApplication.clipboard().setText(text)
    table.view.setCurrentIndex(table.model.index(0, 4))
    table.paste.click()
    assert session.scenario.contracts[0].name == "Option"
    assert session.scenario.contracts[1].start_month == 29
    assert session.scenario.contracts[1].firm == 0.0


def test_that_a_block_with_two_headings_alike_is_refused_by_their_name(table_of, session) -> None:
    table = table_of("sites")
    table.view.setCurrentIndex(table.model.index(0, 0))
    QGuiApplication.clipboard().setText("Name\tName\nX\tY\n")
    table.paste.click()
    assert session.scenario.sites == SITES
    assert table.problem.text() == "The heading “Name” stands in the block twice"


def test_that_a_block_with_a_fault_names_it_and_changes_nothing(table_of, session) -> None:
    table = table_of("sites")
    table.view.setCurrentIndex(table.model.index(0, 1))
    QGuiApplication.clipboard().setText("0.5\tsoon\n2\t2027-01\n")
    table.paste.click()
    assert session.scenario.sites == SITES
    assert table.problem.text().startswith("Row 1, start month: “soon” is no month")


def test_that_what_is_copied_pastes_as_itself(table_of, session) -> None:
    table = table_of("sites")
    table.view.selectAll()
    text = selected_text(table.view)
    assert text.splitlines()[1].split("\t")[:5] == ["East", repr(1 / 3), "2026-07", "6", "85%"]
    table.view.setCurrentIndex(table.model.index(0, 0))
    QGuiApplication.clipboard().setText(text)
    table.paste.click()
    assert session.scenario.sites == SITES
    assert not session.history.canUndo()


def test_that_rows_are_added_copied_and_deleted_by_keys(table_of, session) -> None:
    table = table_of("sites")
    QTest.keyClick(table.view, Qt.Key.Key_Insert)
    assert [site.name for site in session.scenario.sites] == ["North", "East", "West", "Site 4"]
    assert table.view.currentIndex().row() == 3
    table.choose(0)
    QTest.keyClick(table.view, Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
    assert [site.name for site in session.scenario.sites][:2] == ["North", "North 2"]
    assert table.view.currentIndex().row() == 1
    QTest.keyClick(table.view, Qt.Key.Key_Delete)
    QTest.keyClick(table.view, Qt.Key.Key_Delete)
    assert [site.name for site in session.scenario.sites] == ["North", "West", "Site 4"]


def test_that_a_date_is_typed_stepped_and_given_up_by_keys(table_of, session, qapp) -> None:
    table = table_of("sites")
    table.view.setCurrentIndex(table.model.index(0, 2))
    QTest.keyClick(table.view, Qt.Key.Key_Return)
    [field] = table.view.findChildren(MonthField)
    assert field.text() == "Jan 2027"
    QTest.keyClick(field, Qt.Key.Key_Up)
    QTest.keyClick(field, Qt.Key.Key_PageUp)
    assert field.text() == "Feb 2028"
    QTest.keyClick(field, Qt.Key.Key_Return)
    qapp.processEvents()
    assert session.scenario.sites[0].start_month == 37
    QTest.keyClick(table.view, Qt.Key.Key_Return)
    [field] = (f for f in table.view.findChildren(MonthField) if f.isVisible())
    field.setText("soon")
    QTest.keyClick(field, Qt.Key.Key_Return)
    qapp.processEvents()
    assert texts(table, "start_month")[0] == "soon"
    QTest.keyClick(table.view, Qt.Key.Key_Escape)
    assert texts(table, "start_month")[0] == "Feb 2028"
    assert not table.problem.isVisible()


def test_that_a_family_is_chosen_from_the_list(table_of, session) -> None:
    table = table_of("contracts")
    table.view.setCurrentIndex(table.model.index(0, 1))
    QTest.keyClick(table.view, Qt.Key.Key_F2)
    [box] = table.view.findChildren(QComboBox)
    assert [box.itemText(i) for i in range(box.count())] == [
        *("Google TPU", "AWS Trainium", "NVIDIA GPU")
    ]
    assert box.currentText() == "NVIDIA GPU"
    box.setCurrentIndex(0)
    box.activated.emit(0)
    assert session.scenario.contracts[0].family == "tpu"


def test_that_tab_leaves_the_table(session, qtbot) -> None:
    around = QWidget()
    qtbot.addWidget(around)
    table, after = EntriesTable(session, "sites"), QPushButton("after")
    layout = QVBoxLayout(around)
    layout.addWidget(table)
    layout.addWidget(after)
    around.show()
    with qtbot.waitActive(around):
        around.activateWindow()
    table.view.setFocus()
    for _ in range(8):
        QTest.keyClick(around.focusWidget(), Qt.Key.Key_Tab)
        if after.hasFocus():
            break
    assert after.hasFocus()


def test_that_every_cell_and_control_has_a_name_for_screen_readers(table_of) -> None:
    table = table_of("sites")
    assert table.view.accessibleName() == "Sites"
    role = Qt.ItemDataRole.AccessibleTextRole
    assert table.model.data(table.model.index(0, 2), role) == "Start month Jan 2027"
    put(table, 0, "gw", "x")
    said = table.model.data(table.model.index(0, 1), role)
    assert said.startswith("Power, GW facility x: Row 1, power: “x” is no number")
    table.view.edit(table.model.index(0, 3))
    [field] = (f for f in table.view.viewport().findChildren(QLineEdit) if f.isVisible())
    assert field.accessibleName() == "Ramp, months"


# Known revenue


def test_that_known_revenue_is_a_table_in_the_order_of_its_months(table_of, session) -> None:
    table = table_of("revenue_anchors")
    assert texts(table, "month") == ["Jan 2025", "Oct 2025"]
    table.add.click()
    assert session.scenario.revenue_anchors[-1] == (15, 3.0671)
    assert put(table, 2, "month", "Jul 2025")
    assert session.scenario.revenue_anchors == ((0, 1.0), (6, 3.0671), (9, 3.0671))
    assert table.view.currentIndex().row() == 1
    assert put(table, 1, "level", "$2 bn")
    assert session.scenario.revenue_anchors[1] == (6, 2.0)


def test_that_the_first_point_keeps_its_month_and_its_place(table_of, session) -> None:
    table = table_of("revenue_anchors")
    first = table.model.index(0, 0)
    assert not table.model.flags(first) & Qt.ItemFlag.ItemIsEditable
    table.view.setCurrentIndex(first)
    assert not table.remove.isEnabled()
    table.view.setCurrentIndex(table.model.index(1, 0))
    table.remove.click()
    assert session.scenario.revenue_anchors == ((0, 1.0),)


def test_that_two_points_in_a_month_are_refused_where_they_were_typed(table_of, session) -> None:
    table = table_of("revenue_anchors")
    table.add.click()
    assert not put(table, 2, "month", "Oct 2025")
    assert table.problem.text().startswith("Row 3, month: “Oct 2025”: ")
    assert len(session.scenario.revenue_anchors) == 3


def test_that_enter_on_a_cell_that_has_no_say_does_nothing_and_warns_of_nothing(
    table_of, session
) -> None:
    session.edit("events", (Event("grid_delay", "all", 0, 6, 1.0),))
    table = table_of("events")
    model, view = table.model, table.view
    silent = [
        model.index(0, column)
        for column in range(model.columnCount())
        if not model.index(0, column).flags() & Qt.ItemFlag.ItemIsEditable
    ]
    assert silent
    for index in silent:
        view.setCurrentIndex(index)
        QTest.keyClick(view, Qt.Key.Key_Return)
        assert view.state() == QAbstractItemView.State.NoState


def test_that_a_locked_list_takes_nothing_and_says_why_in_one_line(table_of, session) -> None:
    table = table_of("contracts")
    before = session.scenario
    session.lock("contracts", held=True)
    assert table.problem.text().startswith("Contracts: it is locked; open its lock")
    assert not any(b.isEnabled() for b in (table.add, table.copy_row, table.remove, table.paste))
    assert not table.model.flags(table.model.index(0, 0)) & Qt.ItemFlag.ItemIsEditable
    QGuiApplication.clipboard().setText("Tranche 2\tgpu")
    for key, modifiers in (
        (Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier),
        (Qt.Key.Key_Insert, Qt.KeyboardModifier.NoModifier),
        (Qt.Key.Key_Delete, Qt.KeyboardModifier.NoModifier),
        (Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier),
        (Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier),
    ):
        QTest.keyClick(table.view, key, modifiers)
    assert session.scenario is before
    assert table.view.state() != QAbstractItemView.State.EditingState
    assert "locked" in table.problem.text()
    session.lock("contracts", held=False)
    assert table.problem.isHidden()
    assert put(table, 0, "name", "Another")
    assert session.scenario.contracts[0].name == "Another"
