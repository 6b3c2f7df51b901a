"""The pages in the window: chosen by key, remembered, and at work only in front."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from gui.document import templates
from gui.window.main_window import MainWindow

CONTROL = Qt.KeyboardModifier.ControlModifier


def mapped(qtbot, window) -> None:
    qtbot.waitUntil(lambda: window.pages["mix"].picture is not None, timeout=20_000)


@pytest.mark.parametrize(
    ("number", "key"),
    [
        (1, "overview"),
        (2, "fleet"),
        (3, "supply"),
        (4, "mix"),
        (5, "risk"),
        (6, "why"),
        (7, "compare"),
    ],
)
def test_that_a_digit_with_control_chooses_a_page(window, qtbot, number, key):
    window.pages.show_key("mix" if key != "mix" else "fleet")
    qtbot.keyClick(window, Qt.Key(Qt.Key.Key_0 + number), CONTROL)
    assert window.pages.key == key
    assert window.pages.currentWidget() is window.pages[key]


def test_that_the_map_is_worked_out_only_while_its_page_is_in_front(window, qtbot):
    window.session.edit("power_budget_gw", 4.0)
    qtbot.wait(150)
    assert window.pages["mix"].picture is None
    assert window.pages["mix"].mapper._question is None
    window.pages.show_key("mix")
    mapped(qtbot, window)
    assert window.pages["mix"].picture.question.scenario.power_budget_gw == 4.0


def test_that_the_puck_in_the_window_moves_levers_and_figures(window, qtbot):
    window.pages.show_key("mix")
    QTest.keyClick(window.pages["mix"].triangle, Qt.Key.Key_Up)
    assert window.session.scenario.mix["tpu"] == pytest.approx(0.61)
    assert window.levers.row("mix").lines["tpu"].value == pytest.approx(0.61)
    qtbot.waitUntil(lambda: window.result.scenario == window.session.scenario)
    assert window.pages["mix"].triangle.value_text().startswith("Google TPU 61")


def test_that_a_month_chosen_on_another_page_is_the_map_s(window, qtbot):
    window.kpis.choose_month(40)
    window.pages.show_key("mix")
    assert window.pages["mix"].periods.itemText(0) == "Month: May 2028"


def test_that_changes_made_behind_another_page_show_when_it_comes_back(window, qtbot):
    window.pages.show_key("mix")
    window.pages.show_key("overview")
    window.session.pin_baseline()
    window.session.edit("mix", {"tpu": 0.2, "trainium": 0.5, "gpu": 0.3})
    window.pages.show_key("mix")
    assert window.pages["mix"].shares.fields["trainium"].value() == 50
    assert window.pages["mix"].triangle._baseline == {"tpu": 0.6, "trainium": 0.22, "gpu": 0.18}


def test_that_a_map_that_fails_is_said_in_the_bar_and_the_window_lives_on(window, qtbot):
    window.pages["mix"].failed.emit(ValueError("no such mix"))
    assert window.messages.text == "The map of mixes can't be worked out: no such mix"


def test_that_the_mix_lever_leads_to_the_map(window, qtbot):
    row = window.levers.row("mix")
    link = next(w for w in row.findChildren(type(row.reset)) if w.objectName() == "link")
    qtbot.mouseClick(link, Qt.MouseButton.LeftButton)
    assert window.pages.key == "mix"


def test_that_the_page_is_remembered(window, qtbot, monkeypatch):
    window.pages.show_key("fleet")
    window.close()
    again = MainWindow(templates.default_document())
    again.show()
    qtbot.addWidget(again)
    assert again.pages.key == "fleet"
    again.close()
