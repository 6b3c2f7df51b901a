"""What a hand does to a lever: keys and drags, by real events."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from engine import Scenario
from gui.levers import track
from gui.levers.slider import NEAR
from gui.widgets.slider_scale import Mapping
from tests.gui.lever_hands import (
    CTRL,
    LEFT,
    ON_SLIDERS,
    PLAIN,
    SHIFT,
    Key,
    along,
    double_click,
    handle,
    move,
    press,
    release,
)

# Keys


@pytest.mark.parametrize(
    ("key", "modifiers", "value"),
    [
        (Key.Key_Right, PLAIN, 2.55),
        (Key.Key_Up, PLAIN, 2.55),
        (Key.Key_Left, PLAIN, 2.45),
        (Key.Key_Right, SHIFT, 3.0),
        (Key.Key_Down, SHIFT, 2.0),
        (Key.Key_Right, CTRL, 2.505),
        (Key.Key_Left, CTRL, 2.495),
        (Key.Key_PageUp, PLAIN, 2.9),
        (Key.Key_PageDown, PLAIN, 2.1),
        (Key.Key_Home, PLAIN, 1.0),
        (Key.Key_End, PLAIN, 5.0),
    ],
)
def test_that_each_key_moves_a_lever_by_its_own_step(power, session, key, modifiers, value):
    QTest.keyClick(power.line.slider, key, modifiers)
    assert session.scenario.power_budget_gw == pytest.approx(value, abs=1e-12)
    assert power.line.spin.value() == pytest.approx(value)


@pytest.mark.parametrize(("modifiers", "value"), [(PLAIN, 7.07), (SHIFT, 7.7), (CTRL, 7.007)])
def test_that_a_step_on_a_logarithmic_lever_is_a_percent(panel, session, modifiers, value):
    QTest.keyClick(panel.row("revenue_growth").line.slider, Key.Key_Right, modifiers)
    assert session.scenario.revenue_growth == pytest.approx(value)


def test_that_a_value_between_positions_is_stepped_from_where_it_is(power, session):
    session.edit("power_budget_gw", 2.5371)
    QTest.keyClick(power.line.slider, Key.Key_Right)
    assert session.scenario.power_budget_gw == pytest.approx(2.5871)


def test_that_ten_small_steps_make_one_step(power, session):
    for _ in range(10):
        QTest.keyClick(power.line.slider, Key.Key_Right, CTRL)
    assert session.scenario.power_budget_gw == pytest.approx(2.55)


def test_that_keys_pressed_in_a_row_are_one_step_of_undo(power, session):
    for _ in range(5):
        QTest.keyClick(power.line.slider, Key.Key_Right)
    assert session.history.count() == 1


@pytest.mark.parametrize("row", ON_SLIDERS, ids=lambda row: row.key)
def test_that_any_step_from_anywhere_is_a_value_the_table_allows(row):
    mapping = Mapping.of(row)
    for place in (0.0, 0.013, 0.5, 0.77, 1.0):
        value = mapping.at(place, fine=True)
        for steps in (1, -1, 10, -10, 0.1, -0.1):
            moved = mapping.moved(value, steps)
            row.check(int(moved) if row.whole else moved, ())
            inside = value < row.high if steps > 0 else value > row.low
            assert (moved - value) * steps > 0 if inside else moved == value
        for pages in (1, -1):
            paged = mapping.paged(value, pages)
            row.check(int(paged) if row.whole else paged, ())


def test_that_keys_in_the_field_step_and_page_as_on_the_slider(power, session):
    spin = power.line.spin
    for key, modifiers, value in (
        (Key.Key_Up, PLAIN, 2.55),
        (Key.Key_Up, SHIFT, 3.05),
        (Key.Key_Down, CTRL, 3.045),
        (Key.Key_PageUp, PLAIN, 3.45),
    ):
        QTest.keyClick(spin, key, modifiers)
        assert session.scenario.power_budget_gw == pytest.approx(value, abs=0.026)


# Drags


def test_that_escape_during_a_drag_puts_the_value_back_and_leaves_no_step(power, session):
    slider = power.line.slider
    session.edit("power_budget_gw", 2.5371)
    steps = session.history.count()
    press(slider, 60)
    move(slider, 180)
    assert session.scenario.power_budget_gw > 3.2
    QTest.keyClick(slider, Key.Key_Escape)
    assert session.scenario.power_budget_gw == 2.5371
    assert session.history.count() == steps
    move(slider, 120)  # the button is still down: nothing moves any more
    release(slider, 120)
    assert session.scenario.power_budget_gw == 2.5371
    assert handle(slider) == pytest.approx(
        track.x_of(along(power.line).place(2.5371), slider.width())
    )


def test_that_escape_during_a_drag_of_a_share_puts_all_shares_back(panel, session):
    session.edit("mix", {"tpu": 0.333, "trainium": 0.3335, "gpu": 0.3335})
    before = session.scenario.mix
    slider = panel.row("mix").lines["tpu"].slider
    press(slider, handle(slider))
    move(slider, slider.width())
    assert session.scenario.mix["tpu"] == 1
    QTest.keyClick(slider, Key.Key_Escape)
    release(slider)
    assert session.scenario.mix == before
    assert session.history.count() == 1


def test_that_taking_hold_of_the_handle_moves_nothing(power, session):
    slider = power.line.slider
    session.edit("power_budget_gw", 2.5371)
    press(slider, handle(slider) + 3)
    release(slider, handle(slider) + 3)
    assert session.scenario.power_budget_gw == 2.5371
    assert session.history.count() == 1


def test_that_a_drag_with_shift_is_ten_times_finer(power, session):
    slider = power.line.slider
    press(slider, handle(slider))
    move(slider, handle(slider) + 50)
    coarse = session.scenario.power_budget_gw - 2.5
    QTest.keyClick(slider, Key.Key_Escape)
    release(slider)
    began = handle(slider)
    press(slider, began, SHIFT)
    move(slider, began + 50, SHIFT)
    fine = session.scenario.power_budget_gw - 2.5
    release(slider, began + 50)
    assert fine == pytest.approx(coarse / 10, abs=0.02)
    assert fine > 0


def test_that_shift_pressed_in_the_middle_of_a_drag_goes_on_finely_from_there(power, session):
    slider = power.line.slider
    began = handle(slider)
    press(slider, began)
    move(slider, began + 50)
    middle = session.scenario.power_budget_gw
    move(slider, began + 50, SHIFT)
    move(slider, began + 60, SHIFT)
    assert 0 < session.scenario.power_budget_gw - middle < 0.5
    release(slider, began + 60)
    assert session.history.count() == 1


@pytest.mark.parametrize("y", [track.TRACK_Y + 4 * NEAR, track.TRACK_Y - 4 * NEAR])
def test_that_a_drag_far_above_or_below_the_track_is_finer(power, session, y):
    slider = power.line.slider
    began = round(handle(slider))
    press(slider, began)
    move(slider, began + 40)
    coarse = session.scenario.power_budget_gw - 2.5
    move(slider, began + 40, y=y)
    assert session.scenario.power_budget_gw == 2.5 + coarse  # down alone moves nothing
    move(slider, began + 80, y=y)
    fine = session.scenario.power_budget_gw - 2.5 - coarse
    assert fine == pytest.approx(coarse / 4, abs=0.03)  # a step is 0.05
    move(slider, began + 40, y=y)
    move(slider, began + 40)
    move(slider, began)
    release(slider, began)
    assert session.scenario.power_budget_gw == 2.5
    assert session.history.count() == 0


def test_that_the_right_button_takes_a_drag_back_as_escape_does(power, session):
    slider = power.line.slider
    began = handle(slider)
    press(slider, began)
    move(slider, began + 60)
    assert session.scenario.power_budget_gw > 2.5
    at = QPoint(round(began + 60), round(track.TRACK_Y))
    QTest.mousePress(slider, Qt.MouseButton.RightButton, PLAIN, at)
    assert session.scenario.power_budget_gw == 2.5
    move(slider, began + 90)
    QTest.mouseRelease(slider, Qt.MouseButton.RightButton, PLAIN, at)
    release(slider, began + 90)
    assert session.scenario.power_budget_gw == 2.5
    assert session.history.count() == 0


def test_that_a_double_click_goes_to_the_default_and_can_be_undone(power, session):
    session.edit("power_budget_gw", 9.0)
    double_click(power.line.slider, LEFT, PLAIN, QPoint(30, round(track.TRACK_Y)))
    assert session.scenario.power_budget_gw == 2.5
    session.history.undo()
    assert session.scenario.power_budget_gw == 9.0


def test_that_the_first_click_of_a_double_click_is_no_step_of_its_own(power, session):
    session.edit("power_budget_gw", 9.0)
    at = QPoint(80, round(track.TRACK_Y))  # beside the handle
    QTest.mouseClick(power.line.slider, LEFT, PLAIN, at)
    assert session.scenario.power_budget_gw not in (9.0, 2.5)
    double_click(power.line.slider, LEFT, PLAIN, at)
    assert session.scenario.power_budget_gw == 2.5
    session.history.undo()
    assert session.scenario.power_budget_gw == 9.0


def test_that_a_double_click_on_a_share_puts_the_whole_mix_back(panel, session):
    session.edit("mix", {"tpu": 0.1, "trainium": 0.1, "gpu": 0.8})
    slider = panel.row("mix").lines["gpu"].slider
    double_click(slider, LEFT, PLAIN, QPoint(round(handle(slider)), 24))
    assert session.scenario.mix == Scenario().mix


def test_that_the_wheel_over_a_focused_lever_turns_step_by_step(power, session, qtbot):
    slider = power.line.slider
    qtbot.waitUntil(slider.hasFocus)
    centre = QPointF(slider.rect().center())
    for modifiers, value in ((PLAIN, 2.55), (SHIFT, 3.05), (CTRL, 3.055)):
        event = QWheelEvent(
            centre,
            slider.mapToGlobal(centre),
            QPoint(0, 0),
            QPoint(0, 120),
            Qt.MouseButton.NoButton,
            modifiers,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        )
        QApplication.sendEvent(slider, event)
        assert session.scenario.power_budget_gw == pytest.approx(value)
