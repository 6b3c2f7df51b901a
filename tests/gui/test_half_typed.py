"""A number that was typed and not entered is part of the plan for every command, and at the end."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from engine.files import scenario_files
from gui.entries.table import EntriesTable
from gui.widgets import questions


@pytest.fixture
def saved(window, tmp_path):
    path = tmp_path / "plan.headroom"
    assert window.file.save_to(path)
    window.activateWindow()
    return path


def type_power(window, qtbot, text: str) -> None:
    field = window.levers.row("power_budget_gw").line.spin
    field.setFocus()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is field)
    field.selectAll()
    QTest.keyClicks(field, text)


def power_in(path) -> float:
    return scenario_files.load(path).scenario.power_budget_gw


def test_that_save_takes_a_number_that_was_not_entered(window, saved, qtbot):
    type_power(window, qtbot, "2.9")
    window.actions_by_key["file.save"].trigger()
    assert power_in(saved) == 2.9
    assert not window.session.modified


def test_that_the_key_of_save_does_as_its_menu_does(window, saved, qtbot):
    type_power(window, qtbot, "2.9")
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: power_in(saved) == 2.9)


def test_that_closing_asks_about_a_number_that_was_not_entered(window, saved, qtbot, monkeypatch):
    asked = []

    def ask(*_: object) -> object:
        asked.append(window.session.scenario.power_budget_gw)
        return questions.QMessageBox.StandardButton.Cancel

    monkeypatch.setattr(questions, "ask_to_save", ask)
    type_power(window, qtbot, "2.9")
    assert not window.close()
    assert asked == [2.9]


def test_that_a_text_that_cannot_be_read_stays_and_is_refused(window, saved, qtbot):
    type_power(window, qtbot, "much")
    window.actions_by_key["file.save"].trigger()
    assert power_in(saved) == 1.6
    row = window.levers.row("power_budget_gw")
    assert row.line.spin.text().startswith("much")
    assert row._problem.isVisible()


def test_that_a_change_of_units_keeps_a_number_that_was_not_entered(window, saved, qtbot):
    type_power(window, qtbot, "2.5")
    window.settings.power_unit = "MW"
    assert window.session.scenario.power_budget_gw == 2.5


def test_that_a_cell_that_is_edited_is_saved_too(window, saved, qtbot):
    window.pages.show_key("supply")
    page = window.pages["supply"]
    page.show_part("sites")
    view = page.parts["sites"].findChild(EntriesTable).view
    qtbot.waitUntil(view.isVisible)
    model = view.model()
    column = next(c for c in range(model.columnCount()) if model.columns[c].key == "name")
    index = model.index(0, column)
    view.setCurrentIndex(index)
    view.edit(index)
    field = view.findChild(QLineEdit)
    qtbot.waitUntil(lambda: QApplication.focusWidget() is field)
    field.selectAll()
    QTest.keyClicks(field, "North")
    window.actions_by_key["file.save"].trigger()
    assert scenario_files.load(saved).scenario.sites[model._order[0]].name == "North"
