"""The rows of a waterfall, a figure's field and what modifiers mean, worked out by hand."""

from __future__ import annotations

from types import SimpleNamespace

import pytest
from PySide6.QtCore import QPoint, QPointF, QRect, Qt
from PySide6.QtGui import QKeyEvent, QWheelEvent
from PySide6.QtWidgets import QWidget

from engine import Scenario
from gui.pages.evidence.words import MADE, PARTS
from gui.pages.why.goal.tile_field import TileField, measure_of
from gui.pages.why.measures import SERVED
from gui.pages.why.rows import ChangeStep, ChangeSteps, put_back, steps
from gui.widgets.gestures import is_undo_or_redo, step_size, wheel_steps
from gui.widgets.month_spin_box import MonthSpinBox

BEFORE = Scenario().having(power_budget_gw=2.0, revenue_growth=1.5)
AFTER = BEFORE.having(power_budget_gw=3.0, revenue_growth=2.0)
POWER, GROWTH = "power_budget_gw", "revenue_growth"


def waterfall(parts: dict, levers: dict, before=10.0, after=18.0) -> SimpleNamespace:
    groups = SimpleNamespace(before=before, after=after, gap=after - before, parts=parts)
    return SimpleNamespace(groups=groups, levers=levers)


def test_that_each_bar_begins_where_the_one_before_ended_the_largest_first():
    found = steps(
        waterfall(
            {"Demand": -2.0, "Power": 10.0},
            {"Power": {POWER: 10.0}, "Demand": {GROWTH: -2.0}},
        ),
        BEFORE,
        AFTER,
    )
    assert (found.before, found.after, found.idle) == (10, 18, ())
    power, demand = found.groups
    assert (power.label, power.begin, power.end, power.keys) == ("Power", 10, 20, (POWER,))
    assert (demand.label, demand.begin, demand.end, demand.change) == ("Demand", 20, 18, -2)
    [inside] = power.steps
    assert (inside.begin, inside.end, inside.keys) == (10, 20, (POWER,))
    assert inside.label.startswith("Facility power when ready 2 → 3")
    assert found.ends == (10, 20)


def test_that_inside_a_group_the_largest_comes_first_too_and_what_does_nothing_is_idle():
    levers = {"Power": {GROWTH: -1.0, POWER: 9.0, "draws": 0.0}, "Other": {"seed": 0.0}}
    found = steps(waterfall({"Power": 8.0, "Other": 0.0}, levers), BEFORE, AFTER)
    [group] = found.groups
    assert [(s.keys, s.begin, s.end) for s in group.steps] == [
        ((POWER,), 10, 19),
        ((GROWTH,), 19, 18),
    ]
    assert group.keys == (GROWTH, POWER, "draws")
    assert found.idle == ("draws", "seed")


def test_that_a_part_below_rounding_is_none_and_one_that_cannot_be_read_gives_way():
    small = {"Power": 8.0, "Demand": 17e-9}
    found = steps(waterfall(small, {}), BEFORE, AFTER)
    assert [group.label for group in found.groups] == ["Power"]
    found = steps(waterfall({"Power": 8.0, "Demand": 19e-9}, {}), BEFORE, AFTER)
    assert len(found.groups) == 2
    half = {"Power": 8.0, "Demand": 0.5}
    found = steps(waterfall(half, {}), BEFORE, AFTER, lambda part: abs(part) > 1)
    assert [group.label for group in found.groups] == ["Power"]
    found = steps(waterfall(half, {}), BEFORE, AFTER, lambda part: False)
    assert len(found.groups) == 2  # where none can be read all are there


def test_that_the_ends_hold_every_bar_and_what_was_is_put_back():
    inner = ChangeStep("i", (), 12, 30)
    found = ChangeSteps(10, 14, (ChangeStep("g", (), 10, 5, (inner,)),), ())
    assert found.ends == (5, 30)
    back = put_back(AFTER, BEFORE, (POWER,))
    assert (back.power_budget_gw, back.revenue_growth) == (2.0, 2.0)


def test_that_parts_of_the_record_have_their_names():
    assert list(PARTS.items())[:5] == [
        ("article", "The story"),
        ("compute", "Compute and power"),
        ("deals", "Deals"),
        ("revenue", "Revenue and customers"),
        ("prices", "Chips and prices"),
    ]
    assert set(MADE) == {
        "revenue_bn",
        "h100e_per_mw",
        "unserved_share",
        "revenue_times_a_year_before",
    }


def wheel(turned: QPoint, held=Qt.KeyboardModifier.NoModifier) -> QWheelEvent:
    at, phase = QPointF(0, 0), Qt.ScrollPhase.NoScrollPhase
    free = Qt.MouseButton.NoButton
    return QWheelEvent(at, at, QPoint(), turned, free, held, phase, False)


def test_that_shift_is_ten_steps_and_control_a_tenth():
    shift, control = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier
    assert wheel_steps(wheel(QPoint(0, 120))) == 1
    assert wheel_steps(wheel(QPoint(0, -60))) == -0.5
    assert wheel_steps(wheel(QPoint(120, 0), shift)) == 10  # turned sideways by the system
    assert wheel_steps(wheel(QPoint(0, 240), control)) == pytest.approx(0.2)
    key = QKeyEvent(QKeyEvent.Type.KeyPress, Qt.Key.Key_Up, shift | control)
    assert step_size(key) == 10
    override, press = QKeyEvent.Type.ShortcutOverride, QKeyEvent.Type.KeyPress
    for kind, pressed, asked in (
        (override, Qt.Key.Key_Z, True),
        (press, Qt.Key.Key_Z, False),
        (override, Qt.Key.Key_A, False),
    ):
        assert is_undo_or_redo(QKeyEvent(kind, pressed, control)) is asked
    redo = QKeyEvent(override, Qt.Key.Key_Z, control | shift)
    assert is_undo_or_redo(redo)


@pytest.fixture
def tile(qtbot):
    found = QWidget()
    qtbot.addWidget(found)
    found.resize(300, 100)
    found.show()
    qtbot.waitExposed(found)
    return found


def test_that_a_tile_has_the_measure_that_it_shows():
    families = BEFORE.families
    keys = {tile: measure_of(tile, families).key for tile in ("served", "power", "lead", "risk")}
    assert keys == {"served": "served", "power": "power", "lead": "chips", "risk": "risk"}
    assert measure_of("nothing", families) is None


def test_that_what_is_typed_over_a_figure_is_what_it_should_be(tile, qtbot):
    wanted = []
    field = TileField(tile, QRect(10, 20, 120, 30), SERVED, 0.75)
    field.wanted.connect(wanted.append)
    assert field.geometry() == QRect(10, 20, 120, 30)
    assert field.lineEdit().text().startswith("75")
    assert (field.minimum(), field.maximum()) == (0, 100)
    assert field.accessibleName() == "Target for Demand served"
    assert field.singleStep() == 2  # a fiftieth of what it is, in one digit
    field.taken.emit(90.0)
    assert [(goal.measure, goal.value) for goal in wanted] == [("served", 0.9)]
    assert field.isHidden()


def test_that_escape_gives_it_up_and_another_field_takes_its_place(tile, qtbot):
    wanted = []
    place = QRect(10, 20, 120, 30)
    first = TileField(tile, place, SERVED, 0.75)
    first.wanted.connect(wanted.append)
    power = measure_of("power", BEFORE.families)
    second = TileField(tile, place, power, 2.0)
    assert first.isHidden()
    assert not second.isHidden()
    assert second.maximum() == 1e12
    qtbot.keyClick(second, Qt.Key.Key_Escape)
    assert second.isHidden()
    assert wanted == []


def test_that_a_month_s_field_shows_dates_and_keeps_what_is_between(qtbot):
    field = MonthSpinBox(0, 120, 1)
    qtbot.addWidget(field)
    field.set_start("2025-01")
    assert field.textFromValue(26) == field.textFromValue(26.4) == "Mar 2027"
    assert field._limit_words(0) == "Jan 2025"
    assert field._meant("2027-03") == 26
    field.setValue(26)
    field.set_start("2026-01")
    assert field.textFromValue(26) == "Mar 2028"
    assert field.lineEdit().text() == "Mar 2028"
    field.lineEdit().setText("half ty")
    field.lineEdit().setModified(True)
    field.set_start("2025-01")
    assert field.lineEdit().text() == "half ty"
