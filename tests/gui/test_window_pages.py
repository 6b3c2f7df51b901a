"""The pages in the window: chosen by key, remembered, and at work only in front."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

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
    assert window.pages["mix"].triangle.spoken_value().startswith("Google TPU 61")


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


def test_that_a_page_nobody_has_asked_for_is_not_made(window):
    assert list(window.pages.by_key) == ["overview"]
    window.pages.show_key("fleet")
    assert list(window.pages.by_key) == ["overview", "fleet"]
    assert set(window.pages.keys) > {"overview", "fleet", "mix", "supply"}


def test_that_the_state_of_a_page_nobody_looked_at_outlives_two_sessions(window, qtbot):
    panel = next(panel for panel in window.pages["fleet"].panels.values() if panel.row.choices)
    panel.choice = next(choice for choice in panel.row.choices if choice != panel.choice)
    before = window.pages["fleet"].state
    window.close()
    for _ in range(2):
        again = MainWindow(templates.default_document())
        qtbot.addWidget(again)
        assert "fleet" not in again.pages.by_key
        again.close()
    again = MainWindow(templates.default_document())
    qtbot.addWidget(again)
    assert again.pages["fleet"].state == before
    again.layout_.reset()
    assert again.pages["fleet"].state != before
    again.close()


def test_that_a_state_no_page_can_use_leaves_it_as_it_is_at_first(window):
    first = window.pages["fleet"].state
    window.pages.use_states({"mix": {"period": []}, "fleet": first, "no such page": 3})
    window.pages.show_key("mix")
    assert window.pages.key == "mix"


def test_that_a_page_made_late_is_wired_dressed_and_still_as_the_others(window, qtbot):
    window.settings.reduced_motion = True
    window.actions_by_key["view.theme_dark"].trigger()
    panels = window.pages["fleet"].panels.values()
    (chart, *_) = (panel for panel in window.pages["overview"].panels.values())
    assert {panel.plot.backgroundBrush().color().name() for panel in panels} == {
        chart.plot.backgroundBrush().color().name()
    }
    assert not any(panel.plot.scale.eased for panel in panels)
    window.pages["fleet"].month_chosen.emit(31)
    assert window.kpis.index == 31


def test_that_the_keys_go_through_a_late_page_in_one_go_and_back_to_the_rail(window):
    window.pages.show_key("mix")
    window.pages.show_key("fleet")
    fleet = window.pages["fleet"]
    chain = [window.pages.rail.buttons["fleet"]]
    chain[0].setFocus()
    while window.focusNextChild() and window.focusWidget() is not chain[0]:
        chain.append(window.focusWidget())
    places = [n for n, stop in enumerate(chain) if fleet.isAncestorOf(stop)]
    assert len(places) > 3
    assert places == list(range(places[0], len(chain)))


@pytest.mark.parametrize("key", ["overview", "fleet"])
def test_that_the_flags_and_the_ribbon_are_called_what_they_are(window, qtbot, key):
    window.pages.show_key(key)
    page = window.pages[key]
    qtbot.waitUntil(page.isVisible)
    seen = {label.text() for label in page.findChildren(QLabel) if label.isVisible()}
    assert {"Milestones", "What binds"} <= seen
