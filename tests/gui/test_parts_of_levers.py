"""What a row of the lever panel is made of, for eyes and for ears, and what its line tells."""

from __future__ import annotations

from itertools import pairwise

import pytest
from PySide6.QtCore import Qt

from engine import PARAMETERS, Scenario, parameter
from gui.levers.rows import ChoiceRow, FamilyRow, OptionalRow, SwitchRow, TextRow, make_row

POWER = "power_budget_gw"
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def row_of(session, qtbot):
    def made(key: str):
        row = make_row(parameter(key), session)
        qtbot.addWidget(row)
        session.scenario_changed.connect(row.show_scenario)
        row.show_scenario(session.scenario)
        row.resize(340, row.sizeHint().height())
        return row

    return made


def test_that_a_row_has_its_label_its_unit_and_its_three_buttons_with_their_names(row_of):
    row = row_of(POWER)
    label = "Facility power when ready"
    assert row._label.text() == label
    assert (row.objectName(), row._label.objectName()) == ("lever", "leverLabel")
    assert row.property("headline") is True
    assert row_of("wacc").property("headline") is False
    assert row._label.wordWrap()
    assert row.unit.text() == "GW facility"
    assert row.reset.text() == "↺"
    assert row.reset.accessibleName() == f"Reset {label}"
    assert row.lock.accessibleName() == f"Lock {label}"
    assert row.help.accessibleName() == f"Help about {label}"
    assert (row.reset.width(), row.reset.height()) == (20, 20)
    assert row.reset.autoRaise()
    assert "Back to the default: 2.5" in row.reset.toolTip()
    assert row.spoken_name() == label
    assert row.spoken_description() == parameter(POWER).help_text
    assert row._problem.isHidden()
    assert row._found.isHidden()
    assert (row._problem.objectName(), row._found.objectName()) == ("problem", "caption")
    assert row._problem.wordWrap()
    assert row._found.wordWrap()
    assert "<b>Facility power when ready</b>" in row.toolTip()


def test_that_the_buttons_stand_in_one_line_above_what_sets_the_value(row_of, qtbot):
    row = row_of(POWER)
    row.show()
    qtbot.waitUntil(lambda: row.line.slider.width() > 120)
    places = [
        w.geometry() for w in (row._changed, row._label, row.unit, row.lock, row.reset, row.help)
    ]
    assert [p.left() for p in places] == sorted(p.left() for p in places)
    assert all(a.right() <= b.left() for a, b in pairwise(places))
    assert max(place.bottom() for place in places) <= row.line.y()
    assert row.line.slider.geometry().right() < row.line.spin.x()


def test_that_a_row_shows_whether_it_is_changed_and_goes_back(row_of, session, qtbot):
    row = row_of(POWER)
    edited = []
    row.edited.connect(lambda: edited.append(True))
    assert (row._changed.on, row.reset.isEnabled(), row.changed) == (False, False, False)
    assert row.ask(3.0)
    assert (row._changed.on, row.reset.isEnabled(), row.changed) == (True, True, True)
    assert edited == [True]
    qtbot.mouseClick(row.reset, LEFT)
    assert session.scenario.power_budget_gw == 2.5
    assert (row._changed.on, row.reset.isEnabled()) == (False, False)


def test_that_a_locked_row_refuses_and_says_why_until_it_is_opened(row_of, session):
    row = row_of(POWER)
    told = []
    row.lock_changed.connect(lambda key, locked: told.append((key, locked)))
    row.lock.setChecked(True)
    assert row.locked
    assert told == [(POWER, True)]
    assert row.line.spin.isReadOnly()
    assert row.line.slider.locked
    assert not row.ask(3.0)
    assert session.scenario.power_budget_gw == 2.5
    assert row._problem.text() == "Locked: open the lock to change it"
    assert not row._problem.isHidden()
    row.lock.setChecked(False)
    assert row._problem.isHidden()  # what it said is so no more
    assert told[1:] == [(POWER, False)]
    assert not row.line.spin.isReadOnly()
    assert row.ask(3.0)
    assert row._problem.isHidden()


def test_that_a_refused_value_is_told_below_and_changes_nothing(row_of, session):
    row = row_of(POWER)
    assert not row.ask(-1.0)
    assert "allowed" in row._problem.text()
    assert session.scenario.power_budget_gw == 2.5


def test_that_a_run_of_asks_is_one_step_and_a_new_gesture_another(row_of, session):
    row = row_of(POWER)
    row.ask(3.0)
    row.ask(3.5, new_gesture=False)
    row.ask(4.0)
    session.history.undo()
    assert session.scenario.power_budget_gw == 3.5
    session.history.undo()
    assert session.scenario.power_budget_gw == 2.5


def test_that_words_of_a_search_are_marked_or_shown_where_they_are(row_of):
    row = row_of(POWER)
    row.highlight(["power"])
    assert row._label.textFormat() == Qt.TextFormat.RichText
    assert "<u>power</u>" in row._label.text()
    assert row._found.isHidden()
    row.highlight(["gw"])
    assert not row._found.isHidden()
    row.highlight(())
    assert row._label.text() == "Facility power when ready"
    assert row._label.textFormat() == Qt.TextFormat.PlainText
    assert row._found.isHidden()


# The kinds


def test_that_no_limit_is_a_tick_and_begins_at_the_highest(row_of, session):
    row = row_of("investment_budget_bn_per_year")
    assert isinstance(row, OptionalRow)
    assert not row.tick.isChecked()
    assert not row.line.isEnabledTo(row)
    assert row.first is row.tick
    assert row.tick.text() == "limited"
    assert row.tick.accessibleName().endswith(": limited")
    assert row.tick.accessibleDescription() == "Without the tick there is no limit"
    row.tick.setChecked(True)
    assert session.scenario.investment_budget_bn_per_year == row.row.high
    assert row.line.isEnabledTo(row)
    assert row.first is row.line.slider
    row.tick.setChecked(False)
    assert session.scenario.investment_budget_bn_per_year is None
    row.lock.setChecked(True)
    assert not row.tick.isEnabled()


def test_that_shares_move_the_others_and_a_double_click_brings_all_back(row_of, session):
    row = row_of("mix")
    assert isinstance(row, FamilyRow)
    assert list(row.lines) == ["tpu", "trainium", "gpu"]
    assert row.lines["tpu"].slider.accessibleName().endswith(", Google TPU, percent")
    assert row.own_controls[-1] is row._link
    wanted = []
    row.map_wanted.connect(lambda: wanted.append(True))
    row._link.click()
    assert wanted == [True]
    row.lines["tpu"].wanted.emit(0.8, True)
    assert dict(session.scenario.mix) == {"tpu": 0.8, "trainium": 0.11, "gpu": 0.09}
    row.lines["tpu"].wanted.emit(0.0, False)
    row.lines["tpu"].wanted.emit(0.6, False)  # all the way and back changes nothing
    assert dict(session.scenario.mix) == dict(Scenario().mix)
    row.lines["gpu"].wanted.emit(0.5, True)
    row.lines["gpu"].default_wanted.emit(True)
    assert dict(session.scenario.mix) == dict(Scenario().mix)


def test_that_a_number_of_a_family_moves_alone_and_back_alone(row_of, session):
    row = row_of("supply_chips_per_year")
    before = dict(session.scenario.supply_chips_per_year)
    assert row._link is None
    row.lines["gpu"].wanted.emit(1000.0, True)
    row.lines["tpu"].wanted.emit(2000.0, True)
    assert dict(session.scenario.supply_chips_per_year) == {**before, "gpu": 1000, "tpu": 2000}
    row.lines["gpu"].default_wanted.emit(True)
    assert dict(session.scenario.supply_chips_per_year) == {**before, "tpu": 2000}


def test_that_a_switch_says_yes_or_no_and_a_choice_its_word(row_of, session):
    key = next(p.key for p in PARAMETERS if p.kind == "switch")
    row = row_of(key)
    assert isinstance(row, SwitchRow)
    now = getattr(session.scenario, key)
    assert row.tick.text() == ("yes" if now else "no")
    row.tick.setChecked(not now)
    assert getattr(session.scenario, key) is not now
    assert row.tick.text() == ("no" if now else "yes")
    assert row.tick.accessibleName() == row.row.label_text
    assert row.tick.accessibleDescription() == row.row.help_text
    choice = row_of("rent_basis")
    assert isinstance(choice, ChoiceRow)
    assert choice.choice.accessibleName() == choice.row.label_text
    assert choice.choice.accessibleDescription() == choice.row.help_text


def test_that_a_month_is_written_as_people_do_and_a_slip_is_told(row_of, session):
    row = row_of("start")
    assert isinstance(row, TextRow)
    assert row.field.text() == "Jan 2025"
    assert row.field.accessibleName() == row.row.label_text
    assert row.field.placeholderText() == "Jan 2025"
    row.field.setText("3/2026")
    row.field.editingFinished.emit()
    assert session.scenario.start == "2026-03"
    assert row.field.text() == "Mar 2026"
    assert not row.field.isModified()
    row.field.setText("nonsense")
    row.field.editingFinished.emit()
    assert not row._problem.isHidden()
    row.field.setText("Mar 2026")
    row.field.editingFinished.emit()
    assert row._problem.isHidden()
    row.lock.setChecked(True)
    assert row.field.isReadOnly()
