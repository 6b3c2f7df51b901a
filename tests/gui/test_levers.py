"""Levers: what a hand can do to them, and what it can't."""

from __future__ import annotations

import dataclasses
import random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication

from engine import PARAMETERS, Scenario, parameter
from gui.entries.listed import summary
from gui.levers import track
from gui.levers.number_line import NumberLine
from gui.levers.panel import LeverPanel, matches
from gui.levers.rows import FamilyRow, NumberRow, make_row
from gui.widgets.slider_scale import Mapping, decimals, share_out
from gui.words.value_texts import tooltip

ON_SLIDERS = [row for row in PARAMETERS if row.is_number]


@pytest.fixture
def panel(qtbot, session):
    widget = LeverPanel(session)
    qtbot.addWidget(widget)
    widget.show()
    return widget


@pytest.mark.parametrize("row", ON_SLIDERS, ids=lambda row: row.key)
def test_that_every_position_of_a_slider_is_a_value_the_table_allows(row):
    mapping = Mapping.of(row)
    for position in range(0, mapping.positions + 1, max(1, mapping.positions // 200)):
        value = mapping.value(position)
        row.check(int(value) if row.whole else value, ())
        assert abs(mapping.position(value) - position) <= 1


@pytest.mark.parametrize("row", ON_SLIDERS, ids=lambda row: row.key)
def test_that_both_ends_of_a_slider_are_the_bounds(row):
    mapping = Mapping.of(row)
    assert (mapping.value(0), mapping.value(mapping.positions)) == (row.low, row.high)


def test_that_opening_a_group_wraps_no_name_of_another_anew(panel, qtbot):
    panel.resize(340, 900)
    first = next(panel.groups[0].in_order())
    before = first.width()
    for group in panel.groups[1:]:
        group.header.setChecked(True)
    QApplication.processEvents()
    assert first.width() == before


def test_that_a_refusal_stands_below_the_line_it_is_about(panel, session):
    row = panel.row("supply_growth")
    panel.show_lever("supply_growth")
    for line in row.lines.values():
        line.spin.setFocus()
        line.spin.lineEdit().setText("nonsense")
        line.spin.lineEdit().setModified(True)
        line.spin.finish()
        QApplication.processEvents()
        assert row._problem.isVisible()
        assert row.content.indexOf(row._problem) == row.content.indexOf(line) + 1
        line.spin.show_number(1.0, 2)


def test_that_a_refusal_outlives_the_lines_of_other_families(panel, session):
    row = panel.row("supply_growth")
    row.lines["tpu"].refused.emit("why")
    row._build(("tpu",))
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    row.show_problem("again")
    assert row._problem.text() == "again"


@given(
    st.lists(st.tuples(st.integers(0, 2), st.floats(0, 1)), min_size=1, max_size=60),
)
def test_that_linked_shares_sum_to_a_hundred_percent_after_any_edits(edits):
    families = ("tpu", "trainium", "gpu")
    shares = {"tpu": 0.6, "trainium": 0.22, "gpu": 0.18}
    for place, value in edits:
        shares = share_out(shares, families[place], value)
        assert round(sum(round(share * 10_000) for share in shares.values())) == 10_000
        assert all(0 <= share <= 1 for share in shares.values())
        Scenario().having(mix=shares)


def test_that_linked_shares_still_sum_after_ten_thousand_edits():
    rng = random.Random(1)
    shares = {"tpu": 0.6, "trainium": 0.22, "gpu": 0.18}
    for _ in range(10_000):
        shares = share_out(shares, rng.choice(list(shares)), rng.random())
    assert sum(round(share * 10_000) for share in shares.values()) == 10_000


def test_that_a_changed_share_leaves_the_others_in_proportion():
    shares = share_out({"tpu": 0.6, "trainium": 0.3, "gpu": 0.1}, "tpu", 0.2)
    assert shares == {"tpu": 0.2, "trainium": 0.6, "gpu": 0.2}


@pytest.mark.parametrize(
    ("step", "value", "digits"), [(0.05, 2.5, 2), (0.1, 7.0, 1), (1, 60, 0), (0.01, 0.2537, 4)]
)
def test_that_a_field_shows_as_many_digits_as_the_value_has(step, value, digits):
    assert decimals(step, value) == digits


def test_that_nothing_is_written_as_a_plain_zero(qtbot, session):
    lever = make_row(parameter("grid_delay_months"), session)
    qtbot.addWidget(lever)
    lever.show_scenario(session.scenario)
    assert lever.line.spin.text() == "0"


@pytest.mark.parametrize("row", ON_SLIDERS, ids=lambda row: row.key)
def test_that_a_field_is_wide_enough_for_the_largest_value(qtbot, row):
    line = NumberLine(row, row.label)
    qtbot.addWidget(line)
    line.show_value(row.high)
    line.show()
    field = line.spin.lineEdit()
    assert field.fontMetrics().horizontalAdvance(line.spin.text()) < field.width()


@pytest.mark.parametrize("row", PARAMETERS, ids=lambda row: row.key)
def test_that_every_row_of_the_table_has_a_lever_that_shows_and_keeps_its_value(
    qtbot, session, row
):
    lever = make_row(row, session)
    qtbot.addWidget(lever)
    lever.show_scenario(session.scenario)
    assert session.scenario == Scenario()
    assert row.source in tooltip(row)
    assert not lever.reset.isEnabled()


def test_that_a_row_added_to_the_table_appears_in_the_panel_with_no_other_edit(
    qtbot, session, monkeypatch
):
    extra = dataclasses.replace(parameter("power_start_gw"), label="A brand new lever")
    others = [row for row in PARAMETERS if row.key != extra.key]
    monkeypatch.setattr("gui.levers.panel.PARAMETERS", (*others, extra))
    panel = LeverPanel(session)
    qtbot.addWidget(panel)
    panel.search.setText("brand new")
    found = [r for g in panel.groups for r in g.rows.values() if not r.isHidden()]
    assert "A brand new lever" in [row.row.label for row in found]


def test_that_growth_mix_and_power_come_first_and_need_no_unfolding(panel):
    first = panel.groups[0]
    assert list(first.rows) == ["revenue_growth", "mix", "power_budget_gw"]
    assert all(row.isVisible() for row in first.rows.values())


def test_that_a_group_folds_open_and_shut(panel, qtbot):
    money = next(g for g in panel.groups if g.header.text() == "Money")
    assert not money.rows
    qtbot.mouseClick(money.header, Qt.MouseButton.LeftButton)
    assert all(row.isVisible() for row in money.rows.values())
    qtbot.mouseClick(money.header, Qt.MouseButton.LeftButton)
    assert not any(row.isVisible() for row in money.rows.values())


def test_that_search_shows_just_the_matching_levers_and_gives_the_groups_back(panel, qtbot):
    qtbot.keyClicks(panel.search, "electricity price")
    shown = [k for g in panel.groups for k, r in g.rows.items() if r.isVisible()]
    assert "electricity_usd_per_kwh" in shown
    assert all(
        matches(r.row, ["electricity", "price"])
        for g in panel.groups
        for r in g.rows.values()
        if r.isVisible()
    )
    panel.search.clear()
    assert all(g.isVisible() for g in panel.groups)


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Down])
def test_that_the_search_hands_the_keys_to_the_first_lever_it_found(panel, session, qtbot, key):
    panel.activateWindow()
    panel.search.setFocus()
    qtbot.keyClicks(panel.search, "long-run")
    qtbot.keyClick(panel.search, key)
    slider = panel.row("revenue_growth_longrun").line.slider
    assert slider.hasFocus()
    before = session.scenario.revenue_growth_longrun
    qtbot.keyClick(slider, Qt.Key.Key_Right)
    assert session.scenario.revenue_growth_longrun > before


def test_that_a_search_that_found_nothing_keeps_the_keys(panel, qtbot):
    panel.activateWindow()
    panel.search.setFocus()
    qtbot.keyClicks(panel.search, "no such lever")
    qtbot.keyClick(panel.search, Qt.Key.Key_Return)
    assert panel.search.hasFocus()


def test_that_escape_gives_a_search_up(panel, qtbot):
    panel.activateWindow()
    panel.search.setFocus()
    qtbot.keyClicks(panel.search, "growth")
    qtbot.keyClick(panel.search, Qt.Key.Key_Escape)
    assert panel.search.text() == ""
    assert panel.search.hasFocus()
    assert panel.row("power_budget_gw").isVisible()


def test_that_dragging_a_slider_is_one_step_of_undo(panel, session, qtbot):
    slider = panel.row("power_budget_gw").line.slider
    y = slider.height() // 2
    qtbot.mousePress(slider, Qt.MouseButton.LeftButton, pos=QPoint(20, y))
    for x in range(24, 120, 8):
        qtbot.mouseMove(slider, QPoint(x, y))
    qtbot.mouseRelease(slider, Qt.MouseButton.LeftButton, pos=QPoint(116, y))
    assert session.scenario.power_budget_gw > 2.6
    assert session.history.count() == 1
    session.history.undo()
    assert session.scenario == Scenario()


def test_that_two_drags_of_one_slider_are_two_steps(panel, session, qtbot):
    slider = panel.row("power_budget_gw").line.slider
    y = slider.height() // 2
    for start in (20, 90):
        qtbot.mousePress(slider, Qt.MouseButton.LeftButton, pos=QPoint(start, y))
        qtbot.mouseMove(slider, QPoint(start + 30, y))
        qtbot.mouseRelease(slider, Qt.MouseButton.LeftButton, pos=QPoint(start + 30, y))
    assert session.history.count() == 2


def test_that_a_value_between_two_positions_is_shown_and_not_rounded(panel, session):
    session.edit("power_budget_gw", 2.5371)
    row = panel.row("power_budget_gw")
    assert row.line.spin.value() == pytest.approx(2.5371)
    assert session.scenario.power_budget_gw == 2.5371


def test_that_a_number_typed_into_the_field_is_taken_on_enter(panel, session, qtbot):
    spin = panel.row("power_budget_gw").line.spin
    spin.setFocus()
    spin.selectAll()
    qtbot.keyClicks(spin, "3.75")
    assert session.scenario.power_budget_gw == 2.5
    qtbot.keyClick(spin, Qt.Key.Key_Return)
    assert session.scenario.power_budget_gw == 3.75


def test_that_the_wheel_turns_only_a_lever_that_has_the_focus(panel, session, qtbot):
    line = panel.row("power_budget_gw").line

    def turn() -> None:
        centre = QPointF(line.slider.rect().center())
        event = QWheelEvent(
            centre,
            line.slider.mapToGlobal(centre),
            QPoint(0, 0),
            QPoint(0, 120),
            Qt.MouseButton.NoButton,
            Qt.KeyboardModifier.NoModifier,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        )
        QApplication.sendEvent(line.slider, event)

    panel.search.setFocus()
    turn()
    assert session.scenario.power_budget_gw == 2.5
    panel.activateWindow()
    line.slider.setFocus()
    qtbot.waitUntil(line.slider.hasFocus)
    turn()
    assert session.scenario.power_budget_gw > 2.5


def test_that_dragging_a_share_to_the_end_and_back_changes_nothing(panel, session, qtbot):
    slider = panel.row("mix").lines["tpu"].slider
    before = session.scenario
    slider.setSliderDown(True)
    began = slider.value()
    for position in (began + 1, slider.maximum(), slider.minimum(), began):
        slider.setValue(position)
    slider.setSliderDown(False)
    assert session.scenario == before
    assert not session.history.canUndo()


def test_that_reset_puts_the_default_back_and_can_be_undone(panel, session, qtbot):
    row = panel.row("power_budget_gw")
    session.edit("power_budget_gw", 9.0)
    assert row.reset.isEnabled()
    qtbot.mouseClick(row.reset, Qt.MouseButton.LeftButton)
    assert session.scenario.power_budget_gw == 2.5
    session.history.undo()
    assert session.scenario.power_budget_gw == 9.0


def test_that_moving_one_share_moves_the_others_on_screen(panel, session, qtbot):
    row = panel.row("mix")
    assert isinstance(row, FamilyRow)
    spin = row.lines["gpu"].spin
    spin.selectAll()
    qtbot.keyClicks(spin, "59")
    qtbot.keyClick(spin, Qt.Key.Key_Return)
    shown = {family: line.spin.value() for family, line in row.lines.items()}
    assert shown == {"tpu": 30.0, "trainium": 11.0, "gpu": 59.0}
    assert dict(session.scenario.mix) == {"tpu": 0.3, "trainium": 0.11, "gpu": 0.59}


def test_that_a_budget_can_be_switched_on_and_off(panel, session, qtbot):
    row = panel.row("investment_budget_bn_per_year")
    row.tick.click()
    assert session.scenario.investment_budget_bn_per_year == 300
    row.tick.click()
    assert session.scenario.investment_budget_bn_per_year is None


@pytest.mark.parametrize("key", ["events", "sites", "contracts", "revenue_anchors"])
def test_that_a_list_is_told_in_words_and_opens_its_table(panel, session, qtbot, key):
    row = panel.row(key)
    assert row.summary.text() == summary(key, session.scenario)
    row.open.click()
    window = row.window_
    assert window.isVisible()
    assert not window.isModal()
    row.open.click()
    assert row.window_ is window
    window.close()
    qtbot.waitUntil(lambda: row.window_ is None)


def test_that_a_locked_list_does_not_open(panel):
    row = panel.row("events")
    row.lock.click()
    assert not row.open.isEnabled()


def test_that_every_lever_tells_a_screen_reader_its_name(panel):
    for entry in PARAMETERS:
        row = panel.row(entry.key)
        if isinstance(row, NumberRow):
            assert entry.label in row.line.slider.accessibleName()
            named = row.line.spin.accessibleName()
            unit = entry.unit.replace("share", "%").removeprefix("integer")
            assert named == entry.label if entry.is_date else unit in named


def test_that_name_and_field_of_a_number_stand_at_its_groove(panel, qtbot):
    panel.resize(360, 900)
    panel.show()
    qtbot.waitExposed(panel)
    lines = [line for line in panel.findChildren(NumberLine) if line.isVisible()]
    assert len(lines) >= 5  # growth, three families of the mix, power
    for line in lines:
        groove = line.slider.y() + track.TRACK_Y
        for beside in (line.spin, line._caption):
            if beside.isVisible():
                assert abs(beside.geometry().center().y() - groove) <= 3.5, line.row.key
