"""What a hand does to a lever: keys, drags, texts, locks; by real events."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from engine import PARAMETERS, Scenario, parameter
from gui.levers import track
from gui.levers.panel import LeverPanel
from gui.levers.rows import FamilyRow, NumberRow
from gui.levers.slider import NEAR
from gui.levers.staggered_previews import WITH_A_FRAME
from gui.levers.track import Preview
from gui.widgets.focus_ring import FocusRing
from gui.widgets.slider_scale import Mapping
from gui.widgets.spin_boxes import short_text
from gui.words.quantity_parser import Unit, read
from gui.words.typed_months import read_month

ON_SLIDERS = [row for row in PARAMETERS if row.is_number]
SHIFT, CTRL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier
PLAIN = Qt.KeyboardModifier.NoModifier
LEFT = Qt.MouseButton.LeftButton
Key = Qt.Key


@pytest.fixture
def panel(qtbot, session):
    widget = LeverPanel(session)
    qtbot.addWidget(widget)
    widget.resize(340, 900)
    widget.show()
    qtbot.waitExposed(widget)
    widget.activateWindow()
    return widget


@pytest.fixture
def power(panel) -> NumberRow:
    row = panel.row("power_budget_gw")
    assert isinstance(row, NumberRow)
    row.line.slider.setFocus()
    return row


def double_click(widget, button, modifiers=Qt.KeyboardModifier.NoModifier, at=None) -> None:
    """A whole one: QTest's own leaves the button pressed."""
    at = widget.rect().center() if at is None else at
    QTest.mouseDClick(widget, button, modifiers, at)
    QTest.mouseRelease(widget, button, modifiers, at)


def move(slider, x: float, modifiers=PLAIN, y: float = track.TRACK_Y) -> None:
    """The pointer, with the left button held: QTest's own move knows no modifiers."""
    at = QPointF(x, y)
    event = QMouseEvent(
        QMouseEvent.Type.MouseMove,
        at,
        slider.mapToGlobal(at),
        Qt.MouseButton.NoButton,
        LEFT,
        modifiers,
    )
    QApplication.sendEvent(slider, event)


def press(slider, x: float, modifiers=PLAIN) -> None:
    QTest.mousePress(slider, LEFT, modifiers, QPoint(round(x), round(track.TRACK_Y)))


def release(slider, x: float = 0) -> None:
    QTest.mouseRelease(slider, LEFT, PLAIN, QPoint(round(x), round(track.TRACK_Y)))


def along(line) -> Mapping:
    """The track that a line shows."""
    mapping = Mapping.of(parameter(line.row.key))
    return mapping.over(*line.span, mapping.step)


def handle(slider) -> float:
    return track.x_of(slider.place, slider.width())


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


# Fields


def enter(spin, text: str, key=Key.Key_Return) -> None:
    spin.setFocus()
    spin.selectAll()
    QTest.keyClicks(spin, text)
    QTest.keyClick(spin, key)


@pytest.mark.parametrize(
    ("key", "text", "value"),
    [
        ("power_budget_gw", "1.2 GW", 1.2),
        ("power_budget_gw", "350 MW", 0.35),
        ("power_budget_gw", "1,500 MW", 1.5),
        ("power_budget_gw", "=8*0.3", 2.4),
        ("availability", "95 %", 0.95),
        ("active_params", "3.5e9", 3.5e9),
        ("active_params", "70 bn", 70e9),
        ("horizon_months", "=8*12", 96),
        ("life_months", "6 years", 72),
        ("investment_budget_bn_per_year", "$80 bn", 80),
    ],
)
def test_that_a_field_takes_numbers_as_people_write_them(panel, session, key, text, value):
    if key == "investment_budget_bn_per_year":
        panel.row(key).tick.click()
    panel.show_lever(key)
    enter(panel.row(key).line.spin, text)
    assert getattr(session.scenario, key) == pytest.approx(value)
    assert panel.row(key)._problem.isHidden()


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("99", "At most 30 GW facility"),
        ("1 MW", "At least 0.1 GW facility"),
        ("-3", "At least 0.1"),
        ("lots", "no number"),
        ("20 %", "no unit here"),
    ],
)
@pytest.mark.parametrize("key", [Key.Key_Return, Key.Key_Tab])
def test_that_a_refused_text_stays_and_the_limit_shows_below(power, session, qtbot, text, why, key):
    spin = power.line.spin
    spin.setFocus()
    qtbot.waitUntil(spin.hasFocus)
    enter(spin, text, key)
    assert spin.lineEdit().text() == text
    assert why in power._problem.text()
    assert power._problem.isVisible()
    assert session.scenario == Scenario()
    enter(spin, "3")
    assert session.scenario.power_budget_gw == 3
    assert not power._problem.isVisible()


def test_that_escape_in_a_field_gives_the_number_back(power, session):
    spin = power.line.spin
    enter(spin, "nonsense")
    QTest.keyClick(spin, Key.Key_Escape)
    assert spin.lineEdit().text() == "2.50"
    assert not power._problem.isVisible()


def test_that_a_text_for_the_value_there_already_becomes_the_number(power, session):
    enter(power.line.spin, "=5/2")
    assert power.line.spin.lineEdit().text() == "2.50"
    assert session.history.count() == 0


def test_that_a_part_of_a_month_is_refused(panel, session):
    panel.show_lever("life_months")
    enter(panel.row("life_months").line.spin, "60.5")
    assert "whole number" in panel.row("life_months")._problem.text()


def test_that_a_share_takes_percent_with_and_without_the_sign(panel, session):
    row = panel.row("mix")
    assert isinstance(row, FamilyRow)
    for text in ("20 %", "30", "=20+20"):
        enter(row.lines["tpu"].spin, text)
        expected = {"20 %": 0.2, "30": 0.3, "=20+20": 0.4}[text]
        assert session.scenario.mix["tpu"] == pytest.approx(expected)
    enter(row.lines["tpu"].spin, "120 %")
    assert "At most 100%" in row._problem.text()


@pytest.mark.parametrize("row", ON_SLIDERS, ids=lambda row: row.key)
def test_that_every_number_a_field_shows_reads_back_as_itself(qtbot, panel, row):
    line = panel.row(row.key).line
    mapping = Mapping.of(row)
    for place in (0.0, 0.1, 0.437, 0.9, 1.0):
        value = mapping.at(place)
        line.show_value(value)
        shown = line.spin.lineEdit().text()
        if row.is_date:
            assert read_month(shown, panel.row(row.key).session.scenario.start, 0) == round(
                value
            ), shown
        else:
            percent = 100 if row.is_share else 1
            assert read(shown, Unit.of(row.unit)) == pytest.approx(value * percent), shown


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.integers(1, 10**13))
def test_that_large_numbers_in_words_lose_nothing(value):
    text = short_text(float(value))
    if text is not None:
        assert read(text, Unit.of("parameters")) == value


# Locks, marks and names


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
