"""Levers locked, marked and named, and their curves while one is dragged."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from engine import PARAMETERS, Scenario
from gui.levers.staggered_previews import WITH_A_FRAME
from gui.levers.track import Preview
from gui.widgets.focus_ring import FocusRing
from tests.gui.lever_hands import (
    LEFT,
    Key,
    along,
    double_click,
    enter,
    move,
    press,
    release,
)


def test_that_a_locked_lever_does_not_move_and_says_why(power, panel, session):
    QTest.mouseClick(power.lock, LEFT)
    slider, spin = power.line.slider, power.line.spin
    QTest.keyClick(slider, Key.Key_Right)
    assert "Locked" in power._problem.text()
    press(slider, 120)
    move(slider, 140)
    release(slider, 140)
    enter(spin, "9")
    QTest.keyClick(spin, Key.Key_Up)
    double_click(slider, LEFT)
    assert session.scenario == Scenario()
    assert "locked" in slider.accessibleDescription()
    QTest.mouseClick(power.lock, LEFT)
    assert not power._problem.isVisible()
    QTest.keyClick(slider, Key.Key_Right)
    assert session.scenario.power_budget_gw == pytest.approx(2.55)


@pytest.mark.parametrize("entry", PARAMETERS, ids=lambda row: row.key)
def test_that_every_kind_of_lever_can_be_locked(panel, session, entry):
    row = panel.row(entry.key)
    row.lock.click()
    assert not row.ask(row.row.default)
    if hasattr(row, "tick"):
        row.tick.click()
    if hasattr(row, "field"):
        QTest.keyClicks(row.field, "1")
        QTest.keyClick(row.field, Key.Key_Return)
    for line in row.lines.values():
        QTest.keyClick(line.slider, Key.Key_End)
        QTest.keyClick(line.spin, Key.Key_Up)
    assert session.scenario == Scenario()


def test_that_undo_still_moves_a_locked_lever(power, session):
    session.edit("power_budget_gw", 9.0)
    power.lock.click()
    session.history.undo()
    assert power.line.value == 2.5


def test_that_a_changed_lever_has_a_dot_until_it_is_put_back(power, session):
    assert not power._changed.on
    session.edit("power_budget_gw", 9.0)
    assert power._changed.on
    QTest.mouseClick(power.reset, LEFT)
    assert not power._changed.on


def test_that_default_and_baseline_are_marked_on_the_track(power, session):
    line = power.line
    mapping = along(line)
    assert line.slider.marks.default == mapping.place(2.5)
    assert line.slider.marks.baseline is None
    line.set_baseline(4.0)
    assert line.slider.marks.baseline == mapping.place(4.0)
    line.set_baseline(None)
    assert line.slider.marks.baseline is None


def test_that_a_logarithmic_lever_has_ticks_at_the_decades_and_says_log(panel):
    row = panel.row("revenue_growth")
    assert row.line.slider.marks.decades == (along(row.line).place(10.0),)
    assert not panel.row("power_budget_gw").line.slider.marks.decades


@pytest.mark.parametrize("entry", PARAMETERS, ids=lambda row: row.key)
def test_that_every_control_of_a_lever_has_a_name_and_says_its_value(panel, entry):
    row = panel.row(entry.key)
    assert entry.label in row.lock.accessibleName()
    assert entry.label in row.reset.accessibleName()
    for line in row.lines.values():
        assert entry.label in line.slider.accessibleName()
        assert entry.label in line.spin.accessibleName()
        said, shown = line.slider.spoken_value(), line.spin.text()
        assert said == shown or said.startswith((f"{shown} ", f"{shown}%"))
        assert (said == shown) is (entry.is_date or not line._unit)
        assert "default" in line.slider.accessibleDescription() or entry.default is None


def test_that_a_focused_slider_and_lock_look_different(power, panel, qtbot):
    ring = FocusRing(panel)  # as its window has one
    for widget in (power.line.slider, power.lock):
        panel.search.setFocus()
        qtbot.waitUntil(lambda widget=widget: not widget.hasFocus())
        before = widget.grab().toImage()
        widget.setFocus(Qt.FocusReason.TabFocusReason)  # by the mouse there is no frame
        qtbot.waitUntil(widget.hasFocus)
        assert widget.grab().toImage() != before
    ring.deleteLater()


# Curves come with the frames of a drag


def test_that_curves_come_a_few_with_each_frame_and_all_soon(panel, session, qtbot):
    arrivals = panel.curves.arrivals
    lines = [line for row in panel._rows_in_sight() for line in row.lines.values()]
    assert len(lines) > WITH_A_FRAME
    panel.curves.stop()
    for line in lines:
        line.show_preview(None)
    arrivals.bring({line: Preview((0.0, 1.0), (0.0, 1.0), words="new") for line in lines})
    assert not any(line.slider.preview for line in lines)
    session.edit("power_budget_gw", 3.0)
    assert sum(line.slider.preview is not None for line in lines) == WITH_A_FRAME
    qtbot.waitUntil(lambda: all(line.slider.preview is not None for line in lines))


def test_that_a_frame_lays_nothing_out_anew(window, qtbot):
    """A layout of the window is a painting more."""
    qtbot.waitUntil(lambda: window.presenter.ensemble is not None)
    slider = window.levers.row("mix").lines["tpu"].slider
    asked = []

    class Requests(QObject):
        def eventFilter(self, watched: QObject, event: QEvent) -> bool:
            if event.type() == QEvent.Type.LayoutRequest:
                asked.append(watched)
            return False

    def drag(places):
        for place in places:
            slider.setValue(round(slider.maximum() * place))
            qtbot.waitUntil(lambda: window.result.scenario is window.session.scenario)

    window.presenter.interaction._timer.setInterval(60_000)  # a hand, however slow the machine
    window._timing.say("9999.9 ms · 1,024 draws · NumPy")
    slider.setSliderDown(True)
    drag((0.61, 0.4, 0.2345, 0.5))  # the widest texts so far
    requests = Requests()
    QApplication.instance().installEventFilter(requests)
    drag((0.52, 0.41, 0.3333, 0.45))
    QApplication.instance().removeEventFilter(requests)
    slider.setSliderDown(False)
    assert [type(w).__name__ + ":" + w.objectName() for w in asked] == []
