"""Keys do what they say wherever the keys are, and frames show only who works with them."""

from __future__ import annotations

import re
from collections import Counter

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLineEdit,
    QMenu,
    QMessageBox,
    QPlainTextEdit,
    QWidget,
)

from gui.system.language import install_language
from gui.widgets.focus_ring import OWN, shows_focus
from gui.widgets.questions import save_question
from gui.window.main_window import MainWindow

TYPED = (QLineEdit, QPlainTextEdit, QAbstractSpinBox, QAbstractButton)
MNEMONIC = re.compile(r"&([^&\s])")


@pytest.fixture
def active(window, qtbot):
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    return window


def takers(window: MainWindow) -> list[QWidget]:
    """What can have the keys on the page in front, but for what types or is pressed."""
    found = [
        widget
        for widget in window.findChildren(QWidget)
        if widget.isVisibleTo(window)
        and widget.isEnabled()
        and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
    ]
    return [w for w in found if not isinstance(w, TYPED) and w.focusProxy() is None]


def test_that_space_shows_the_baseline_wherever_nothing_is_typed_or_pressed(active):
    window = active
    asked: Counter[str] = Counter()
    for key in window.pages.keys:
        window.pages.show_key(key)
        QApplication.processEvents()
        for widget in takers(window):
            widget.setFocus()
            QTest.keyPress(widget, Qt.Key.Key_Space)
            assert window.presenter.holding, f"{key}: {widget.accessibleName()} {widget}"
            QTest.keyRelease(widget, Qt.Key.Key_Space)
            assert not window.presenter.holding
            asked[type(widget).__name__] += 1
    for kind in ("ComboBox", "QTableView", "LeverSlider", "ChartPanel"):
        assert asked[kind], (kind, asked)


def test_that_the_baseline_goes_when_another_window_has_the_release(active):
    QTest.keyPress(active.levers.measure, Qt.Key.Key_Space)
    assert active.presenter.holding
    other = QWidget()
    other.show()
    other.activateWindow()
    QTest.qWaitForWindowActive(other)
    assert not active.presenter.holding
    other.close()


@pytest.mark.qt_log_ignore("grabbing the keyboard", extend=True)
def test_that_a_list_opens_by_enter_and_f1_helps_while_it_is_open(active, qtbot):
    combo = active.pages["overview"].charts["cost"].findChild(QComboBox)
    combo.setFocus()
    QTest.keyClick(combo, Qt.Key.Key_Return)
    assert combo.view().isVisible()
    QTest.keyClick(combo.view(), Qt.Key.Key_F1)
    qtbot.waitUntil(lambda: active.help.book is not None and active.help.book.isVisible())
    assert not combo.view().isVisible()
    assert (active.help.book.place.page, active.help.book.place.anchor) == ("outputs", "cost")
    active.help.close()


@pytest.mark.parametrize(
    ("take", "place"),
    [
        (lambda window: window.kpis.month_box, ("manual", "plan-and-odds")),
        (lambda window: window.levers.measure, ("manual", "")),
    ],
)
def test_that_f1_knows_what_each_list_is_about(active, qtbot, take, place):
    combo = take(active)
    combo.setFocus()
    QTest.keyClick(combo, Qt.Key.Key_F1)
    qtbot.waitUntil(lambda: active.help.book is not None and active.help.book.isVisible())
    assert (active.help.book.place.page, active.help.book.place.anchor) == place
    active.help.close()


def test_that_f2_edits_the_cell_and_never_renames_from_a_table(active, monkeypatch):
    window = active
    renamed = []
    window.actions_by_key["edit.rename"].triggered.disconnect()
    window.actions_by_key["edit.rename"].triggered.connect(lambda: renamed.append(1))
    window.pages.show_key("supply")
    table = window.pages["supply"].chips.table
    table.setFocus()
    QTest.keyClick(table, Qt.Key.Key_F2)
    editor = table.viewport().findChild(QLineEdit)
    assert editor is not None
    QTest.keyClick(editor, Qt.Key.Key_F2)
    QTest.keyClick(editor, Qt.Key.Key_Escape)
    window.pages.show_key("overview")
    chart = window.pages["overview"].charts["capacity"]
    chart.toggle_table()
    for view in (chart._table, window.pages["compare"].changes.table, window.pages["notes"].list):
        QTest.keyClick(view, Qt.Key.Key_F2)
    assert renamed == []
    QTest.keyClick(window, Qt.Key.Key_F2)
    assert renamed == [1]


def test_that_frames_come_with_the_keys_and_not_with_the_mouse(active, qtbot):
    window, ring = active, active._ring
    for widget in (
        window.levers.search,
        window.pages["overview"].charts["power"],
        window.levers.row("power_budget_gw").line.slider,
        window.levers.row("power_budget_gw").lock,
        window.pages["overview"].flags,
    ):
        QTest.mouseClick(widget, Qt.MouseButton.LeftButton)
        assert widget.hasFocus(), widget
        assert ring.isHidden(), widget
        assert not shows_focus(widget), widget
        QTest.keyClick(widget, Qt.Key.Key_Tab)
        now = QApplication.focusWidget()
        assert now is not widget
        assert shows_focus(now) if now.property(OWN) else ring.around is now, now


def test_that_what_a_click_moves_the_keys_to_has_no_frame_either(active, qtbot):
    active.messages.say("Something happened", actions=[("Go on", lambda: None)])
    button = active.messages.buttons["Go on"]
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert not button.isVisible()
    assert active._ring.isHidden()


def test_that_an_arrow_brings_the_frame_of_what_was_clicked(active):
    slider = active.levers.row("power_budget_gw").line.slider
    QTest.mouseClick(slider, Qt.MouseButton.LeftButton)
    assert not shows_focus(slider)
    QTest.keyClick(slider, Qt.Key.Key_Right)
    assert shows_focus(slider)


def clashes(texts: list[str]) -> dict[str, list[str]]:
    keys: dict[str, list[str]] = {}
    for text in texts:
        for key in MNEMONIC.findall(text.replace("&&", "")):
            keys.setdefault(key.lower(), []).append(text)
    return {key: having for key, having in keys.items() if len(having) > 1}


@pytest.fixture
def language(request, qapp):
    install_language(qapp, request.param)
    yield request.param
    install_language(qapp, "en")


@pytest.mark.parametrize("language", ["en", "fr"], indirect=True)
def test_that_no_key_of_a_menu_or_a_button_is_given_twice(language, qtbot, monkeypatch):
    from gui.document import templates

    window = MainWindow(templates.default_document())
    qtbot.addWidget(window)
    window.show()
    tops = [action.text() for action in window.menuBar().actions()]
    assert len(tops) == 6
    tour = [window.help.tour_.skip.text(), window.help.tour_.back.text()]
    assert clashes(tops + tour) == {}
    window.help.tour()
    steps = {window.help.tour_.next.text()}
    while not window.help.tour_.skip.isHidden():
        window.help.tour_._go_on()
        steps.add(window.help.tour_.next.text())
    assert len(steps) == 2
    for step in steps:
        assert clashes([*tops, *tour, step]) == {}
    for menu in window.menuBar().findChildren(QMenu):
        assert clashes([action.text() for action in menu.actions()]) == {}, menu.title()
    window.edit.settings()
    dialog = window.edit._settings
    labels = [w.text() for w in dialog.findChildren(QWidget) if hasattr(w, "text")]
    assert clashes([text for text in labels if isinstance(text, str)]) == {}
    dialog.close()
    monkeypatch.setattr(window.file, "may_leave", lambda: True)
    window.close()


@pytest.mark.parametrize("language", ["en", "fr"], indirect=True)
def test_that_giving_work_up_has_no_key_and_escape_stays(language, qtbot):
    box = save_question(None, "A & B <img src=x>")
    qtbot.addWidget(box)
    buttons = QMessageBox.StandardButton
    assert MNEMONIC.search(box.button(buttons.Save).text())
    assert not MNEMONIC.search(box.button(buttons.Discard).text())
    assert box.escapeButton() is box.button(buttons.Cancel)
    assert box.defaultButton() is box.button(buttons.Save)
    box.show()
    for key in "dneas":
        if key != "s":
            QTest.keyClick(box, key, Qt.KeyboardModifier.AltModifier)
            pressed = box.clickedButton()
            assert pressed is None or pressed is not box.button(buttons.Discard)
    box.close()
