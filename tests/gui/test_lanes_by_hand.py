"""Bars of the timeline under the keys and the hand, without a window around them."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QContextMenuEvent, QMouseEvent

from engine import Document, Scenario
from engine.values import Event, Site
from gui.timeline.edits import Edits
from gui.timeline.lane_table import lane_of
from gui.timeline.lanes_view import LanesView
from tests.gui.sessions import with_session

PLAN = Scenario().having(
    start="2025-01",
    horizon_months=60,
    events=(
        Event("supply_stop", "tpu", 30, 6, 0.5, name="Late"),
        Event("supply_stop", "gpu", 24, 6, 1.0, name="Early"),
    ),
    contracts=(),
    sites=(Site("North", 0.5, 26, 10, 0.75),),
)
EARLY, LATE, NORTH = ("events", 1), ("events", 0), ("sites", 0)
SHIFT, CONTROL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier
KEY = Qt.Key


@pytest.fixture
def edits(qapp):
    return with_session(Edits, Document(PLAN))


@pytest.fixture
def view(qtbot, edits):
    found = LanesView(edits)
    qtbot.addWidget(found)
    found.resize(800, 200)
    found.show_scenario(PLAN, 20)
    found.show()
    qtbot.waitExposed(found)
    qtbot.waitUntil(lambda: found.board.box(found.board.bars["sites"][0]) is not None)
    return found


@pytest.fixture
def press(view, qtbot):
    return lambda key, held=Qt.KeyboardModifier.NoModifier: qtbot.keyClick(view, key, held)


@pytest.fixture
def board(qapp):
    """The clipboard, empty again after the test."""
    yield qapp.clipboard()
    qapp.clipboard().clear()


def now(edits):
    return edits.session.scenario


def test_that_the_keys_come_to_the_first_bar_there_is(view):
    view.keys.enter()
    assert view.marks.current == EARLY  # in their order on the axis
    assert view.where.startswith("Shocks 1 of 2: Early")
    view.keys.enter()
    assert view.marks.current == EARLY


def test_that_keys_walk_over_bars_and_lanes(view, press):
    view.keys.enter()
    for key, held, current in (
        (KEY.Key_Right, CONTROL, LATE),
        (KEY.Key_Right, CONTROL, LATE),
        (KEY.Key_Left, CONTROL, EARLY),
        (KEY.Key_Left, CONTROL, EARLY),
        (KEY.Key_End, None, LATE),
        (KEY.Key_Home, None, EARLY),
        (KEY.Key_PageDown, None, LATE),
        (KEY.Key_PageDown, None, NORTH),
        (KEY.Key_PageDown, None, NORTH),
        (KEY.Key_PageUp, None, LATE),
        (KEY.Key_PageUp, None, EARLY),
        (KEY.Key_PageUp, None, EARLY),
        (KEY.Key_Up, CONTROL, EARLY),
    ):
        press(key, *([held] if held else []))
        assert view.marks.current == current
    press(KEY.Key_Down, CONTROL)
    assert (view.lane.key, view.marks.current) == ("contracts", None)
    assert view.where == "Contracts: none; Insert adds one"
    press(KEY.Key_Home)
    assert view.marks.current is None
    press(KEY.Key_Down, CONTROL)
    press(KEY.Key_Down, CONTROL)
    assert view.marks.current == NORTH
    press(KEY.Key_Up, CONTROL)
    press(KEY.Key_PageUp)
    assert view.marks.current == EARLY  # from nowhere to the first of all


def test_that_arrows_move_and_stretch_and_weigh(view, press, edits):
    view.choose(lane_of("sites"), 0)

    def site():
        one = now(edits).sites[0]
        return one.start_month, one.ramp_months, round(one.probability, 6)

    for key, held, found in (
        (KEY.Key_Right, None, (27, 10, 0.75)),
        (KEY.Key_Left, None, (26, 10, 0.75)),
        (KEY.Key_Right, SHIFT, (26, 11, 0.75)),
        (KEY.Key_Left, SHIFT, (26, 10, 0.75)),
        (KEY.Key_Left, SHIFT | ALT, (25, 11, 0.75)),
        (KEY.Key_Right, SHIFT | ALT, (26, 10, 0.75)),
        (KEY.Key_Up, None, (26, 10, 0.8)),
        (KEY.Key_Down, None, (26, 10, 0.75)),
        (KEY.Key_Up, SHIFT, (26, 10, 0.76)),
        (KEY.Key_Down, SHIFT, (26, 10, 0.75)),
    ):
        press(key, *([held] if held is not None else []))
        assert site() == found


def test_that_nothing_moves_where_nothing_is_live(view, press, edits, board):
    board.clear()
    told, wanted = [], []
    view.keys.told.connect(told.append)
    view.keys.details_wanted.connect(lambda *said: wanted.append(said))
    view.keys.add_wanted.connect(lambda *said: wanted.append(said))
    view.choose(lane_of("sites"), 0)
    view.keys.live = False
    for key in (KEY.Key_Right, KEY.Key_Up, KEY.Key_Delete, KEY.Key_Return, KEY.Key_Insert):
        press(key)
    press(KEY.Key_V, CONTROL)
    assert now(edits) == PLAN
    assert wanted == []
    assert told == ["There is no bar of a timeline on the clipboard."]


def test_that_enter_opens_and_insert_adds_behind_it(view, press):
    wanted = []
    view.keys.details_wanted.connect(lambda *said: wanted.append(("open", *said)))
    view.keys.add_wanted.connect(lambda *said: wanted.append(("add", *said)))
    view.choose(lane_of("sites"), 0)
    press(KEY.Key_Return)
    press(KEY.Key_Insert)
    view.choose(lane_of("contracts"), None)
    press(KEY.Key_Enter)  # where there is none one is added, in the month of the figures
    assert wanted == [("open", "sites", 0), ("add", "sites", 36), ("add", "contracts", 20)]


def test_that_delete_takes_away_and_undo_brings_back(view, press, edits):
    view.choose(lane_of("events"), 1)
    press(KEY.Key_Delete)
    assert [event.name for event in now(edits).events] == ["Late"]
    view.choose(lane_of("events"), 0)
    press(KEY.Key_Backspace)
    assert now(edits).events == ()
    edits.session.history.undo()
    edits.session.history.undo()
    assert now(edits) == PLAN


def test_that_a_copy_stands_behind_its_own(view, press, edits, board):
    told = []
    view.keys.told.connect(told.append)
    view.choose(lane_of("sites"), 0)
    press(KEY.Key_C, CONTROL)
    assert told[0].startswith("Copied: North")
    press(KEY.Key_V, CONTROL)
    first, copy = now(edits).sites
    assert copy.start_month > first.start_month
    assert copy.name != first.name
    assert view.marks.current == ("sites", 1)
    press(KEY.Key_X, CONTROL)
    assert now(edits).sites == (first,)


def test_that_a_delay_without_a_date_says_why_it_stays(view, press, edits):
    late = PLAN.having(events=(Event("grid_delay", "all", 0, 6, 0.0, name="Slow"),))
    edits.session.replace(late, "x")
    view.show_scenario(late, 20)
    told = []
    view.keys.told.connect(told.append)
    view.choose(lane_of("events"), 0)
    press(KEY.Key_Right)
    assert told == ["A delay has no date: it holds for all that comes after history ends."]
    press(KEY.Key_Right, SHIFT)
    assert len(told) == 1
    assert now(edits).events[0].duration_months == 7


# The hand


def pointer(kind, at, button=Qt.MouseButton.LeftButton, held=Qt.KeyboardModifier.NoModifier):
    return QMouseEvent(kind, at, at, button, button, held)


PRESS, MOVE = QEvent.Type.MouseButtonPress, QEvent.Type.MouseMove
RELEASE, DOUBLE = QEvent.Type.MouseButtonRelease, QEvent.Type.MouseButtonDblClick


def bar(view, lane: str, index: int = 0):
    return view.board.bars[lane][index]


def middle(view, lane: str, index: int = 0) -> QPointF:
    return view.board.box(bar(view, lane, index)).center()


def drag(view, begin: QPointF, *ways: QPointF, held=Qt.KeyboardModifier.NoModifier) -> None:
    view.mousePressEvent(pointer(PRESS, begin))
    for way in ways:
        view.mouseMoveEvent(pointer(MOVE, begin + way, held=held))


def let_go(view, at: QPointF) -> None:
    view.mouseReleaseEvent(pointer(RELEASE, at))


def months(view, count: float) -> QPointF:
    return QPointF(count * view.board.month_width, 0)


def test_that_a_bar_is_dragged_by_whole_months_in_one_step(view, edits):
    begin = middle(view, "events", 1)
    drag(view, begin, QPointF(2, 0))
    assert now(edits) == PLAN  # a hand that shakes
    assert view.cursor().shape() == Qt.CursorShape.ClosedHandCursor
    view.mouseMoveEvent(pointer(MOVE, begin + months(view, 2.6)))
    view.mouseMoveEvent(pointer(MOVE, begin + months(view, 4.4)))
    assert now(edits).events[1].start_month == 28
    assert view.dragging
    assert view.marks.held
    let_go(view, begin)
    assert not view.dragging
    assert not view.marks.held
    assert view.cursor().shape() == Qt.CursorShape.OpenHandCursor
    assert edits.session.history.count() == 1
    assert view.marks.current == EARLY


def test_that_ends_and_shares_are_dragged(view, edits):
    box = view.board.box(bar(view, "sites"))
    drag(view, QPointF(box.right() - 1, box.center().y()), months(view, 3))
    let_go(view, box.center())
    assert now(edits).sites[0].ramp_months == 13
    drag(view, QPointF(box.left() + 1, box.center().y()), months(view, -2))
    let_go(view, box.center())
    one = now(edits).sites[0]
    assert (one.start_month, one.ramp_months) == (24, 15)
    found = bar(view, "sites")
    handle = view.board.handle(found, view.board.box(found))
    drag(view, handle, QPointF(0, -10))
    assert now(edits).sites[0].probability == pytest.approx(0.85)
    let_go(view, handle)
    assert view.cursor().shape() == Qt.CursorShape.SizeVerCursor


def test_that_a_drag_is_given_up_by_escape_and_by_the_other_button(view, edits, press):
    begin = middle(view, "sites")
    for give_up in (
        lambda: press(KEY.Key_Escape),
        lambda: view.mousePressEvent(pointer(PRESS, begin, Qt.MouseButton.RightButton)),
    ):
        drag(view, begin, months(view, 5))
        assert now(edits).sites[0].start_month == 31
        press(KEY.Key_Right)  # no key moves what is under the hand
        assert now(edits).sites[0].start_month == 31
        give_up()
        assert now(edits) == PLAN
        assert not view.dragging
        assert not edits.session.history.canUndo()


def test_that_with_control_a_copy_is_dragged(view, edits):
    begin = middle(view, "sites")
    drag(view, begin, months(view, 12), held=CONTROL)
    let_go(view, begin)
    first, copy = now(edits).sites
    assert (first.start_month, copy.start_month) == (26, 38)
    assert view.marks.current == ("sites", 1)


def test_that_a_drag_on_an_empty_place_draws_one_and_a_click_none(view, edits):
    lane = view.board.lane_box("contracts")
    begin = QPointF(view.board.x_of(30.5), lane.center().y())
    drag(view, begin)
    let_go(view, begin)
    assert now(edits) == PLAN
    assert (view.lane.key, view.marks.current) == ("contracts", None)
    drag(view, begin, months(view, 8))
    let_go(view, begin)
    [contract] = now(edits).contracts
    assert contract.start_month == 30
    assert contract.ramp_months in (8, 9)


def test_that_a_locked_lane_stays_as_it_is_and_says_why(view, edits):
    refused = []
    edits.refused.connect(refused.append)
    edits.session.lock("sites", True)
    begin = middle(view, "sites")
    drag(view, begin, months(view, 5))
    let_go(view, begin)
    assert now(edits).sites == PLAN.sites
    assert len(refused) == 1
    assert view.marks.current == NORTH
    view.mouseMoveEvent(pointer(MOVE, begin, Qt.MouseButton.NoButton))
    assert view.cursor().shape() == Qt.CursorShape.ArrowCursor
    assert view.marks.hovered == NORTH


def test_that_the_pointer_says_what_can_be_done_there(view):
    box = view.board.box(bar(view, "sites"))
    none = Qt.MouseButton.NoButton
    for x, shape in (
        (box.center().x(), Qt.CursorShape.OpenHandCursor),
        (box.left() + 1, Qt.CursorShape.SizeHorCursor),
        (box.right() - 1, Qt.CursorShape.SizeHorCursor),
    ):
        view.mouseMoveEvent(pointer(MOVE, QPointF(x, box.center().y()), none))
        assert view.cursor().shape() == shape
        assert (view.marks.hovered, view.marks.ghost) == (NORTH, None)
    empty = QPointF(view.board.x_of(50.5), box.center().y())
    view.mouseMoveEvent(pointer(MOVE, empty, none))
    assert (view.marks.hovered, view.marks.ghost) == (None, ("sites", 50))
    view.mouseMoveEvent(pointer(MOVE, QPointF(view.board.left - 1, box.center().y()), none))
    assert view.marks.ghost is None
    view.mouseMoveEvent(pointer(MOVE, empty, none))
    view.leaveEvent(QEvent(QEvent.Type.Leave))
    assert (view.marks.hovered, view.marks.ghost) == (None, None)


def test_that_a_double_click_opens_a_bar_or_adds_one(view):
    wanted = []
    view.keys.details_wanted.connect(lambda *said: wanted.append(("open", *said)))
    view.add_wanted.connect(lambda *said: wanted.append(("add", *said)))
    at = middle(view, "sites")
    view.mousePressEvent(pointer(PRESS, at))
    view.mouseDoubleClickEvent(pointer(DOUBLE, at))
    empty = QPointF(view.board.x_of(50.5), at.y())
    view.mouseDoubleClickEvent(pointer(DOUBLE, empty))
    view.mouseDoubleClickEvent(pointer(DOUBLE, QPointF(view.board.left - 5, at.y())))
    view.mouseDoubleClickEvent(pointer(DOUBLE, empty, Qt.MouseButton.RightButton))
    view.mouseDoubleClickEvent(pointer(DOUBLE, QPointF(300, 2)))
    view.keys.live = False
    view.mouseDoubleClickEvent(pointer(DOUBLE, at))
    assert wanted == [("open", "sites", 0), ("add", "sites", 50), ("add", "sites", 0)]


def test_that_the_menu_is_for_what_is_under_it(view):
    wanted = []
    view.menu_wanted.connect(lambda lane, month, _: wanted.append((lane, month)))

    def menu(at: QPointF, reason=QContextMenuEvent.Reason.Mouse) -> None:
        here = at.toPoint()
        view.contextMenuEvent(QContextMenuEvent(reason, here, view.mapToGlobal(here)))

    at = middle(view, "sites")
    menu(at)
    assert view.marks.current == NORTH
    menu(QPointF(view.board.x_of(50.5), at.y()))
    assert view.marks.current is None
    menu(QPointF(300, 2))
    menu(at, QContextMenuEvent.Reason.Keyboard)
    view.choose(lane_of("sites"), 0)
    menu(at, QContextMenuEvent.Reason.Keyboard)
    assert wanted == [
        ("sites", view.board.month_at(at.x())),
        ("sites", 50),
        ("sites", 20),
        ("sites", 36),
    ]
    view.keys.live = False
    menu(at)
    assert len(wanted) == 4


def test_that_folded_it_only_unfolds(view, press):
    wanted = []
    view.unfold_wanted.connect(lambda: wanted.append("unfold"))
    view.board.folded = True
    view.mousePressEvent(pointer(PRESS, QPointF(300, 5)))
    view.mousePressEvent(pointer(PRESS, QPointF(300, 5), Qt.MouseButton.RightButton))
    press(KEY.Key_Return)
    press(KEY.Key_Right)
    assert wanted == ["unfold"] * 2
    assert view._tip_at(QPointF(300, 5)) == "Unfold the timeline"
    view.mouseMoveEvent(pointer(MOVE, QPointF(300, 5), Qt.MouseButton.NoButton))
    assert view.cursor().shape() == Qt.CursorShape.PointingHandCursor
