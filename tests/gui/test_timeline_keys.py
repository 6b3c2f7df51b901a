"""The timeline by keys and its card, read out, and locked."""

from __future__ import annotations

import json
from dataclasses import replace

from PySide6.QtCore import QMimeData, QPointF, Qt
from PySide6.QtGui import QAccessible, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from engine.values import Event
from gui.entries.cells import word_shown
from gui.timeline import clipboard
from tests.gui.timelines import CONTROL, NONE, SHIFT, STOP, box, drag, events, months

# By keys


def test_that_each_key_does_to_a_bar_what_the_help_says(window, lanes):
    lanes.setFocus(Qt.FocusReason.TabFocusReason)
    assert lanes.current.title == "GPU stop 40%"
    for key, modifier, expected in (
        (Qt.Key.Key_Right, NONE, {"start_month": 25}),
        (Qt.Key.Key_Left, NONE, {"start_month": 24}),
        (Qt.Key.Key_Right, SHIFT, {"duration_months": 10}),
        (Qt.Key.Key_Left, SHIFT | Qt.KeyboardModifier.AltModifier, {"start_month": 23}),
        (Qt.Key.Key_Up, NONE, {"severity": 0.45}),
        (Qt.Key.Key_Down, SHIFT, {"severity": 0.44}),
    ):
        QTest.keyClick(lanes, key, modifier)
        for name, value in expected.items():
            assert getattr(events(window)[0], name) == value
    QTest.keyClick(lanes, Qt.Key.Key_Delete)
    assert events(window) == ()
    assert lanes.current is None
    QTest.keyClick(lanes, Qt.Key.Key_Down, CONTROL)
    assert lanes.lane.key == "contracts"
    QTest.keyClick(lanes, Qt.Key.Key_End)
    assert lanes.current.title.startswith("Google, up to one million TPUs")


def test_that_presses_that_follow_closely_are_one_step(window, lanes):
    lanes.setFocus()
    for _ in range(5):
        QTest.keyClick(lanes, Qt.Key.Key_Right)
    assert window.session.history.count() == 1
    QTest.keyClick(lanes, Qt.Key.Key_Up)
    assert window.session.history.count() == 2


def test_that_a_bar_is_copied_and_pasted_behind_itself_with_a_name_of_its_own(window, lanes):
    lanes.setFocus()
    QTest.keyClick(lanes, Qt.Key.Key_C, CONTROL)
    QTest.keyClick(lanes, Qt.Key.Key_V, CONTROL)
    assert events(window) == (STOP, replace(STOP, start_month=33))
    QTest.keyClick(lanes, Qt.Key.Key_Down, CONTROL)
    QTest.keyClick(lanes, Qt.Key.Key_C, CONTROL)
    QTest.keyClick(lanes, Qt.Key.Key_V, CONTROL)
    names = [contract.name for contract in window.session.scenario.contracts]
    assert len(names) == len(set(names)) == 5
    assert QGuiApplication.clipboard().text()


def test_that_what_is_no_bar_on_the_clipboard_is_refused_in_words(window, lanes, qtbot):
    lanes.setFocus()
    for data in (b"{", b'{"events": 3}', b"[]", json.dumps({"events": {"kind": "x"}}).encode()):
        mime = QMimeData()
        mime.setData(clipboard.KIND, data)
        QGuiApplication.clipboard().setMimeData(mime)
        with qtbot.waitSignal(lanes.keys.told):
            QTest.keyClick(lanes, Qt.Key.Key_V, CONTROL)
    assert events(window) == (STOP,)


def test_that_the_card_changes_the_bar_at_once_and_is_one_step(window, lanes):
    lanes.setFocus()
    QTest.keyClick(lanes, Qt.Key.Key_Return)
    details = window.overview.timeline.details
    date, share = details.fields["start_month"], details.fields["severity"]
    date.setFocus()
    date.selectAll()
    QTest.keyClicks(date, "Mar 2028")
    share.setFocus()
    assert events(window)[0].start_month == 38
    share.selectAll()
    QTest.keyClicks(share, "75 %")
    kind = details.fields["kind"]
    kind.setFocus()
    assert events(window)[0].severity == 0.75
    kind.setCurrentIndex(kind.findData("power_outage"))
    assert events(window)[0] == Event("power_outage", "all", 38, 9, 0.75)
    assert "scope" not in details.fields
    QTest.keyClick(details, Qt.Key.Key_Return)
    assert window.session.history.count() == 1
    assert QApplication.focusWidget() is lanes
    window.edit.undo()
    assert events(window) == (STOP,)


def test_that_a_kind_whose_severity_means_nothing_is_set_back_and_forth(window, lanes):
    details = window.overview.timeline.details
    window.overview.timeline.open_details("events", 0)
    kind = details.fields["kind"]
    for word in ("price_shock", "grid_delay", "supply_stop", "generation_slip", "demand_shock"):
        kind = details.fields["kind"]
        kind.setCurrentIndex(kind.findData(word))
        assert events(window)[0].kind == word
        assert kind.currentText() == word_shown(word)
    assert 0 < events(window)[0].severity <= 1
    details.finish()


def test_that_a_text_that_is_no_number_is_refused_in_the_card(window, lanes):
    window.overview.timeline.open_details("events", 0)
    details = window.overview.timeline.details
    share = details.fields["severity"]
    share.setFocus()
    share.selectAll()
    QTest.keyClicks(share, "900")
    QTest.keyClick(share, Qt.Key.Key_Return)
    assert details.isVisible()
    assert details._problem.text()
    details.cancel()
    assert events(window) == (STOP,)


# What screen readers are told


def test_that_each_bar_is_an_item_of_a_list_with_name_and_value(window, lanes):
    found = QAccessible.queryAccessibleInterface(lanes)
    assert found.role() == QAccessible.Role.List
    assert found.childCount() == 1 + 4 + 2
    item = found.child(0)
    assert item.role() == QAccessible.Role.ListItem
    assert item.text(QAccessible.Text.Name) == "Shocks: GPU stop 40%"
    assert "Jan 2027 to Sep 2027, 9 months" in item.text(QAccessible.Text.Value)
    inside = lanes.mapToGlobal(box(lanes).center().toPoint())
    assert item.rect().contains(inside)
    assert found.childAt(inside.x(), inside.y()).text(QAccessible.Text.Name) == item.text(
        QAccessible.Text.Name
    )
    lanes.setFocus()
    assert item.state().selected
    window.session.edit("events", [])
    lanes.show_scenario(window.session.scenario, 0)
    assert found.childCount() == 6


def test_that_where_the_keys_are_is_said(window, lanes):
    lanes.setFocus(Qt.FocusReason.TabFocusReason)
    assert lanes.accessibleDescription().startswith("Shocks 1 of 1: GPU stop 40%; Jan 2027")
    QTest.keyClick(lanes, Qt.Key.Key_Right)
    assert "Feb 2027" in lanes.accessibleDescription()
    QTest.keyClick(lanes, Qt.Key.Key_Delete)
    assert lanes.accessibleDescription() == "Shocks: none; Insert adds one"


# Locked


def test_that_a_locked_list_is_neither_dragged_nor_changed_by_keys_and_says_why(window, lanes):
    lever = window.levers.row("events")
    lever.lock.setChecked(True)
    said = []
    lanes.keys.told.connect(said.append)
    window.overview.timeline.refused.connect(said.append)
    drag(lanes, box(lanes).center() - QPointF(20, 0), months(lanes, 3))
    assert events(window) == (STOP,)
    assert said[-1] == "Shocks: it is locked; open its lock among the levers to change it"
    assert not lanes.dragging
    lanes.setFocus()
    clipboard.copy(lanes.lane, STOP, window.session.scenario)
    for key, modifiers in (
        (Qt.Key.Key_Right, NONE),
        (Qt.Key.Key_Up, NONE),
        (Qt.Key.Key_Delete, NONE),
        (Qt.Key.Key_Insert, NONE),
        (Qt.Key.Key_Return, NONE),
        (Qt.Key.Key_V, CONTROL),
    ):
        count = len(said)
        QTest.keyClick(lanes, key, modifiers)
        assert len(said) > count, key
        assert "locked" in said[-1]
    assert events(window) == (STOP,)
    assert window.session.history.count() == 0
    lever.lock.setChecked(False)
    drag(lanes, box(lanes).center() - QPointF(20, 0), months(lanes, 3))
    assert events(window)[0].start_month == 27


def test_that_what_was_done_before_a_lock_can_still_be_undone(window, lanes):
    drag(lanes, box(lanes).center() - QPointF(20, 0), months(lanes, 3))
    window.session.lock("events", held=True)
    window.edit.undo()
    assert events(window) == (STOP,)
