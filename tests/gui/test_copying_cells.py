"""What a table puts on the clipboard: selected cells, as the reader's spreadsheet reads them."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QItemSelection, QItemSelectionModel, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from gui.system.language import install_language

CONTROL = Qt.KeyboardModifier.ControlModifier


def select(table, top: int, bottom: int, left: int, right: int) -> None:
    model = table.model()
    cells = QItemSelection(model.index(top, left), model.index(bottom, right))
    table.selectionModel().select(cells, QItemSelectionModel.SelectionFlag.ClearAndSelect)


@pytest.fixture
def chart(window, qtbot):
    window.activateWindow()
    panel = window.pages["overview"].charts["capacity"]
    panel.toggle_table()
    qtbot.waitUntil(panel._table.isVisible)
    panel._table.setFocus()
    return panel


def copied(widget) -> str:
    QTest.keyClick(widget, Qt.Key.Key_C, CONTROL)
    return QApplication.clipboard().text()


def test_that_only_the_selected_cells_are_copied(window, chart):
    select(chart._table, 3, 6, 0, 0)
    capacity = window.result["capacity_eflops"]
    assert copied(chart._table) == "".join(f"{value}\n" for value in capacity[3:7].tolist())
    select(chart._table, 3, 4, 0, 1)
    lines = copied(chart._table).splitlines()
    assert [len(line.split("\t")) for line in lines] == [2, 2]
    assert float(lines[1].split("\t")[1]) == window.result["demand_eflops"][4]


def test_that_without_a_selection_all_is_copied(window, chart):
    chart._table.clearSelection()
    lines = copied(chart._table).splitlines()
    assert len(lines) == 97
    assert lines[0].startswith("month\tCapacity [EFLOP/s]\t")


def test_that_what_is_selected_stays_so_while_numbers_change(window, chart, qtbot):
    select(chart._table, 3, 6, 0, 0)
    window.session.edit("power_budget_gw", 1.6)
    qtbot.waitUntil(lambda: window.result.scenario is window.session.scenario)
    window.presenter.refresh()
    capacity = window.result["capacity_eflops"]
    assert [float(x) for x in copied(chart._table).split()] == capacity[3:7].tolist()


def test_that_french_cells_have_commas_and_no_marks_between_thousands(window, chart, qapp):
    install_language(qapp, "fr")
    try:
        select(chart._table, 30, 31, 0, 0)
        capacity = window.result["capacity_eflops"][30:32].tolist()
        assert capacity[0] > 1000
        text = copied(chart._table)
        assert text == "".join(f"{value}\n".replace(".", ",") for value in capacity)
        chart._table.clearSelection()
        line = copied(chart._table).splitlines()[31]
        assert line.split("\t")[:2] == ["2027-07", str(capacity[0]).replace(".", ",")]
    finally:
        install_language(qapp, "en")


def test_that_the_page_of_changes_copies_its_selected_levers(window, qtbot, qapp):
    window.session.edit("supply_chips_per_year", {"tpu": 1e6, "trainium": 60000, "gpu": 40000})
    window.session.edit("power_budget_gw", 2.25)
    window.activateWindow()
    window.pages.show_key("compare")
    window.pages["compare"].show_part("two")
    table = window.pages["compare"].changes.table
    table.setFocus()
    qtbot.waitUntil(lambda: table.rowCount() == 2 + 7)  # levers, and what they come to
    assert copied(table).splitlines()[0].startswith("Lever\t")
    select(table, 0, 0, 0, 5)
    power = copied(table)
    assert power.startswith("Facility power when ready\t1.6\t2.25\t+0.65")
    assert len(power.splitlines()) == 1
    select(table, 1, 1, 0, 5)
    assert copied(table).split("\t")[1:3] == ["60000", "1000000"]


def test_that_a_cell_of_the_chips_is_copied_from_its_table(window, qtbot):
    window.pages.show_key("supply")
    page = window.pages["supply"].chips
    table = page.table
    table.setFocus()
    table.setCurrentIndex(table.model().index(0, 1))
    assert copied(table).strip() == table.model().index(0, 1).data()
