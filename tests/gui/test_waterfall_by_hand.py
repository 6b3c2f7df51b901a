"""The waterfall of a change: its rows, where its bars stand, and what a click puts back."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPointF, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QStyleOptionViewItem

from gui.pages.why.measures import WhyMeasure
from gui.pages.why.rows import ChangeStep, ChangeSteps
from gui.pages.why.waterfall_view import BAR, CHANGE, NAME, UNDO, WaterfallView
from gui.widgets.palette import LIGHT
from tests.gui.painted_marks import near, painted_by

COST = WhyMeasure("c", "Cost", "", lambda get: 0, lambda *_: 0, "{:.1f}".format)
BUDGET = ChangeStep("Budget 1 → 2", ("power_budget_gw",), 10, 40)
START = ChangeStep("Start 1 → 2", ("power_start_gw",), 40, 50)
POWER = ChangeStep("Power", ("power_budget_gw", "power_start_gw"), 10, 50, (BUDGET, START))
GROWTH = ChangeStep("Growth 2 → 1", ("revenue_growth",), 50, 30)
DEMAND = ChangeStep("Demand", ("revenue_growth",), 50, 30, (GROWTH,))
STEPS = ChangeSteps(10, 30, (POWER, DEMAND), ())
ENDS = ("The baseline", "This plan")


@pytest.fixture
def view(qtbot):
    found = WaterfallView()
    qtbot.addWidget(found)
    found.use_palette(LIGHT)
    found.resize(800, 300)
    found.show_steps(STEPS, COST, ENDS)
    found.show()
    qtbot.waitExposed(found)
    return found


def cells(view, row: int, parent=None) -> list[str]:
    where = () if parent is None else (parent,)
    return [view.model().index(row, column, *where).data() or "" for column in range(4)]


def name(view, row: int):
    return view.model().index(row, NAME)


def test_that_each_group_has_a_row_and_one_change_alone_says_what_it_is(view):
    assert [cells(view, row) for row in range(view.model().rowCount())] == [
        ["The baseline", "", "10.0", ""],
        ["Power", "", "+40.0", "↩"],
        ["Growth 2 → 1", "", "−20.0", "↩"],
        ["This plan", "", "30.0", ""],
    ]
    power = name(view, 1)
    assert [cells(view, row, power) for row in range(view.model().rowCount(power))] == [
        ["Budget 1 → 2", "", "+30.0", "↩"],
        ["Start 1 → 2", "", "+10.0", "↩"],
    ]
    assert view.model().rowCount(name(view, 2)) == 0


def test_that_it_is_as_high_as_its_rows_and_what_is_open_stays_open(view):
    frame = 2 * view.frameWidth() + 2
    assert (view.row_height, view.height()) == (24, 4 * 24 + frame)
    view.setExpanded(name(view, 1), True)
    assert view.height() == 6 * 24 + frame
    view.show_steps(STEPS, COST, ENDS)
    assert view.isExpanded(name(view, 1))
    view.setExpanded(name(view, 1), False)
    view.show_steps(STEPS, COST, ENDS)
    assert not view.isExpanded(name(view, 1))
    view.use_palette(LIGHT.scaled(1.5))
    assert (view.row_height, view.height()) == (36, 4 * 36 + frame)


def test_that_the_chosen_row_is_known_by_its_name(view):
    assert view.step_here is POWER  # the first that can be put back
    view.setCurrentIndex(name(view, 2))
    view.show_steps(ChangeSteps(10, 30, (DEMAND, POWER), ()), COST, ENDS)
    assert view.step_here is DEMAND
    view.show_steps(ChangeSteps(10, 50, (POWER,), ()), COST, ENDS)
    assert view.step_here is POWER
    power = name(view, 1)
    view.setExpanded(power, True)
    view.setCurrentIndex(view.model().index(1, NAME, power))
    view.show_steps(STEPS, COST, ENDS)
    assert view.step_here is START
    view.setCurrentIndex(name(view, 0))
    assert view.step_here is None


def test_that_the_columns_have_the_room_that_their_texts_need(view, qtbot):
    assert view.columnWidth(NAME) == 336  # 42 of a hundred pixels
    wide = view.fontMetrics().horizontalAdvance("+100.0 points")
    assert view.columnWidth(CHANGE) == round(wide * 1.08) + 20
    assert view.columnWidth(UNDO) == view.fontMetrics().horizontalAdvance("↩") + 20
    view.resize(1400, 300)
    qtbot.waitUntil(lambda: view.columnWidth(NAME) == 460)
    long = WhyMeasure(
        "c", "C", "", lambda get: 0, lambda *_: 0, "{:.1f} of a long unit here".format
    )
    view.show_steps(STEPS, long, ENDS)
    wide = view.fontMetrics().horizontalAdvance("+40.0 of a long unit here")
    assert view.columnWidth(CHANGE) == round(wide * 1.08) + 20


def test_that_the_scale_has_a_little_air_at_both_ends(view):
    assert view.scale == pytest.approx((10 - 2.4, 50 + 2.4))
    view.show_steps(ChangeSteps(10, 10, (), ()), COST, ENDS)
    assert view.scale == pytest.approx((9.4, 10.6))
    view.show_steps(ChangeSteps(0, 0, (), ()), COST, ENDS)
    assert view.scale == pytest.approx((-0.06, 0.06))


def painted(view, row: int, parent=None):
    where = () if parent is None else (parent,)
    index = view.model().index(row, BAR, *where)
    option = QStyleOptionViewItem()
    option.rect = QRect(100, 50, 468, 24)  # 448 between its air: ten pixels a unit
    delegate = view.itemDelegateForColumn(BAR)
    return painted_by(lambda painter: delegate.paint(painter, option, index), view)


def x_of(value: float) -> float:
    return 110 + (value - 7.6) * 10


def test_that_bars_begin_where_the_one_before_ended(view):
    for row, step, good in ((1, POWER, True), (2, DEMAND, False)):
        drawn = painted(view, row)
        ink = (LIGHT.accent if good else LIGHT.colour("shortfall")).lower()
        bar = next(m for m in drawn.boxes() if m.fill == ink)
        low, high = sorted((x_of(step.begin), x_of(step.end)))
        assert bar.points == near((low, 55), (high, 69))
        assert bar.opacity == 1
        dotted, *joints = [m for m in drawn if m.shape == "polyline"]
        assert dotted.points == near((round(x_of(10)), 50), (round(x_of(10)), 74))
        assert dotted.dashes
        assert [m.points for m in joints] == [
            near((x_of(step.end), 69), (x_of(step.end), 74)),
            near((x_of(step.begin), 50), (x_of(step.begin), 55)),
        ]
    edge = [m for m in painted(view, 2).boxes() if m.ink == LIGHT.colour("shortfall").lower()]
    assert [m.points for m in edge] == [near((x_of(30), 55), (x_of(50) - 1, 68))]
    assert not [m for m in painted(view, 1).boxes() if m.ink == LIGHT.accent.lower()]


def test_that_a_lever_s_bar_is_thinner_and_fainter_and_a_small_one_is_seen(view):
    bar = next(m for m in painted(view, 0, name(view, 1)).boxes() if m.fill)
    assert bar.points == near((x_of(10), 58), (x_of(40), 66))
    assert bar.opacity == pytest.approx(150 / 255, abs=0.001)
    tiny = ChangeStep("Tiny", (), 30, 30.01)
    steps = ChangeSteps(10, 30, (POWER, DEMAND, tiny), ())
    view.show_steps(steps, COST, ENDS)
    bar = next(m for m in painted(view, 3).boxes() if m.fill)
    assert bar.points[1][0] - bar.points[0][0] == pytest.approx(2)


def test_that_both_ends_are_a_stroke(view):
    for row, value in ((0, 10), (3, 30)):
        (stroke,) = [m for m in painted(view, row).boxes() if m.fill == LIGHT.text.lower()]
        assert stroke.points == near((x_of(value) - 1.5, 53), (x_of(value) + 1.5, 71))


def test_that_less_is_better_where_less_is_wanted(view):
    fewer = WhyMeasure(
        "c", "C", "", lambda get: 0, lambda *_: 0, "{:.1f}".format, lower_is_better=True
    )
    view.show_steps(STEPS, fewer, ENDS)
    assert [m for m in painted(view, 2).boxes() if m.fill == LIGHT.accent.lower()]
    assert not [m for m in painted(view, 1).boxes() if m.fill == LIGHT.accent.lower()]


def test_that_a_click_beside_the_name_puts_back_and_one_on_it_opens(view, qtbot):
    told = []
    view.put_back.connect(told.append)
    left = Qt.MouseButton.LeftButton

    def click(row: int, column: int) -> None:
        place = view.visualRect(view.model().index(row, column)).center()
        QTest.mouseClick(view.viewport(), left, pos=place)

    click(1, NAME)
    assert view.isExpanded(name(view, 1))
    click(1, NAME)
    assert not view.isExpanded(name(view, 1))
    click(2, NAME)
    for column in (BAR, CHANGE, UNDO):
        click(2, column)
    click(0, CHANGE)
    assert told == [DEMAND] * 3
    view.reversible = False
    view.show_steps(STEPS, COST, ENDS)
    click(2, UNDO)
    assert told == [DEMAND] * 3
    assert cells(view, 2)[UNDO] == ""


def test_that_the_arrow_before_a_name_opens_once(view):
    rect = view.visualRect(name(view, 1))
    place = QPointF(rect.left() - 5, rect.center().y()).toPoint()
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert view.isExpanded(name(view, 1))
    assert view.step_here is POWER


def test_that_enter_and_delete_put_the_row_with_the_keys_back(view, qtbot):
    told = []
    view.put_back.connect(told.append)
    view.setCurrentIndex(name(view, 2))
    keys = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Delete, Qt.Key.Key_Backspace)
    for key in keys:
        qtbot.keyClick(view, key)
    assert told == [DEMAND] * 4
    view.setCurrentIndex(name(view, 3))
    qtbot.keyClick(view, Qt.Key.Key_Return)
    assert len(told) == 4
    qtbot.keyClick(view, Qt.Key.Key_Up)
    assert view.step_here is DEMAND


def test_that_who_hears_the_table_hears_what_a_bar_adds_and_what_is_put_back(view):
    role = Qt.ItemDataRole.AccessibleTextRole
    index = view.model().index
    assert index(1, BAR).data(role) == "+40.0"
    said = "Click, or press Enter, to put it back: Power"
    assert index(1, UNDO).data(role) == said
    tips = [index(1, column).data(Qt.ItemDataRole.ToolTipRole) for column in range(4)]
    assert "Power" in tips[NAME]
    assert all(said in tip for tip in tips[BAR:])
    assert index(0, CHANGE).data(Qt.ItemDataRole.FontRole).weight() > view.font().weight()
    side = index(1, CHANGE).data(Qt.ItemDataRole.TextAlignmentRole)
    assert Qt.AlignmentFlag.AlignRight in Qt.AlignmentFlag(side)
