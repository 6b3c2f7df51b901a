"""Points of known revenue under the hand and the keys, over a plot whose scale is plain.

A month has ten pixels, and a hundred of demand as many; demand is a hundred in the first month and
ten more in each after it.
"""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QMouseEvent

from engine import Document, Scenario
from gui.timeline.edits import Edits
from gui.timeline.revenue_points import RevenuePoints
from tests.gui.plain_plot import Plot
from tests.gui.sessions import with_session

MONTHS = 60
POINTS = ((0, 10.0), (12, 20.0), (36, 40.0))


class Demand(dict):
    """A run: demand and revenue by month."""

    def __init__(self, scenario: Scenario) -> None:
        line = 100 + 10 * np.arange(MONTHS, dtype=float)
        super().__init__(demand_eflops=line, revenue_bn_per_year=line / 10)
        self.scenario, self.months = scenario, tuple(str(n) for n in range(MONTHS))


@pytest.fixture
def edits(qapp):
    scenario = Scenario().having(start="2025-01", revenue_anchors=POINTS)
    return with_session(Edits, Document(scenario))


@pytest.fixture
def plot(qtbot):
    found = Plot()
    qtbot.addWidget(found)
    return found


@pytest.fixture
def points(plot, edits):
    found = RevenuePoints(plot, edits)
    edits.session.scenario_changed.connect(lambda s: found.show_result(Demand(s), live=True))
    found.show_result(Demand(edits.session.scenario), live=True)
    yield found
    found.deleteLater()


def now(edits):
    return edits.session.scenario.revenue_anchors


def place(month: int) -> QPointF:
    return QPointF(10 * month, 500 - 10 * month)


def pointer(kind, at, button=Qt.MouseButton.LeftButton, held=Qt.KeyboardModifier.NoModifier):
    return QMouseEvent(kind, at, at, button, button, held)


PRESS, MOVE = QEvent.Type.MouseButtonPress, QEvent.Type.MouseMove
RELEASE, DOUBLE = QEvent.Type.MouseButtonRelease, QEvent.Type.MouseButtonDblClick


def send(points, kind, at, *how) -> bool:
    return points.eventFilter(points._plot.viewport(), pointer(kind, at, *how))


def test_that_a_point_stands_on_the_demand_of_its_month(points):
    for number, (month, _) in enumerate(POINTS):
        assert (points.place(number) - place(month)).manhattanLength() < 0.01
    late = points._result.scenario.having(revenue_anchors=((0, 10.0), (80, 20.0)))
    points.show_result(Demand(late), live=True)
    assert points.place(1) is None  # after the last month


def test_that_words_say_the_month_and_the_level(points):
    assert points.words(1) == "Jan 2026 · $20 bn/year"
    assert (points.spoken_items(), points.spoken_item(1)) == (3, ("Jan 2026 · $20 bn/year", ""))


def test_that_a_point_is_found_within_its_reach(points):
    for off, found in ((QPointF(9, 0), 1), (QPointF(3, 4), 1), (QPointF(9.1, 0), None)):
        assert points._near(place(12) + off) == found


def test_that_points_are_shown_while_somebody_looks(points):
    assert not points.shown
    viewport = points._plot.viewport()
    points.eventFilter(viewport, QEvent(QEvent.Type.Enter))
    assert points.shown
    assert points._handles.isVisible()
    send(points, MOVE, place(12))
    assert points.current == 1
    assert viewport.cursor().shape() == Qt.CursorShape.SizeAllCursor
    send(points, MOVE, place(20))
    assert points.current is None
    assert viewport.cursor().shape() == Qt.CursorShape.ArrowCursor
    send(points, MOVE, place(12))
    points.eventFilter(viewport, QEvent(QEvent.Type.Leave))
    assert (points.shown, points.current, points._handles.isVisible()) == (False, None, False)
    points.eventFilter(viewport, QEvent(QEvent.Type.Enter))
    points.show_result(points._result, live=False)
    assert not points.shown
    assert not send(points, PRESS, place(12))


def test_that_a_drag_moves_by_months_and_raises_by_what_a_pixel_is(points, edits):
    assert send(points, PRESS, place(12))
    assert send(points, MOVE, place(12) + QPointF(2.9, 0))
    assert now(edits) == POINTS  # a hand that shakes
    send(points, MOVE, place(12) + QPointF(26, 0))
    assert now(edits)[1] == (15, 20.0)
    # a pixel is one of the 220 of demand there: 22 of them are a tenth
    send(points, MOVE, place(12) + QPointF(0, -22))
    assert now(edits)[1] == (12, 22.0)
    send(points, MOVE, place(12) + QPointF(14, 44))
    assert now(edits)[1] == (13, 16.0)
    assert send(points, RELEASE, place(12))
    assert edits.session.history.count() == 1
    assert not send(points, RELEASE, place(12))
    edits.session.history.undo()
    assert now(edits) == POINTS


def test_that_shift_drags_finely_and_escape_or_the_other_button_gives_up(points, edits, qtbot):
    shift = Qt.KeyboardModifier.ShiftModifier
    for give_up in (
        lambda: qtbot.keyClick(points, Qt.Key.Key_Escape),
        lambda: send(points, PRESS, place(12), Qt.MouseButton.RightButton),
    ):
        send(points, PRESS, place(12))
        send(points, MOVE, place(12) + QPointF(100, 0), Qt.MouseButton.LeftButton, shift)
        assert now(edits)[1] == (13, 20.0)
        send(points, MOVE, place(12) + QPointF(0, -220), Qt.MouseButton.LeftButton, shift)
        assert now(edits)[1] == (12, 22.0)
        give_up()
        assert now(edits) == POINTS
        assert not edits.session.history.canUndo()
    assert not send(points, PRESS, place(12), Qt.MouseButton.RightButton)


def test_that_a_locked_list_is_not_dragged_and_says_why(points, edits):
    refused = []
    edits.refused.connect(refused.append)
    edits.session.lock("revenue_anchors", True)
    assert send(points, PRESS, place(12))
    send(points, MOVE, place(12) + QPointF(50, 0))
    assert now(edits) == POINTS
    assert len(refused) == 1


def test_that_a_double_click_adds_a_point_there(points, edits):
    assert not send(points, DOUBLE, place(12))
    # in month 20 demand is 300; a hundred lower it is two thirds of that
    assert send(points, DOUBLE, place(20) + QPointF(0, 100))
    assert now(edits)[2] == (20, 20.0)
    assert points.current == 2
    assert not send(points, DOUBLE, QPointF(3, 100))  # the first month has one for good
    assert not send(points, DOUBLE, QPointF(610, 100))
    assert not send(points, DOUBLE, place(30), Qt.MouseButton.RightButton)
    assert len(now(edits)) == 4
    assert send(points, DOUBLE, QPointF(594, 400))
    assert now(edits)[-1] == (59, pytest.approx(69 * 200 / 690, rel=1e-3))


@pytest.fixture
def keys(points, qtbot):
    points.current = 1

    def press(key, held=Qt.KeyboardModifier.NoModifier):
        qtbot.keyClick(points, key, held)

    return press


SHIFT, CONTROL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier


def test_that_arrows_move_by_a_month_and_a_year_and_raise_by_one_and_ten_percent(
    points, edits, keys
):
    key = Qt.Key
    for pressed, held, found in (
        (key.Key_Right, None, (13, 20.0)),
        (key.Key_Left, None, (12, 20.0)),
        (key.Key_Right, SHIFT, (24, 20.0)),
        (key.Key_Left, SHIFT, (12, 20.0)),
        (key.Key_Left, SHIFT, (1, 20.0)),  # not before its neighbour
        (key.Key_Up, None, (1, 20.2)),
        (key.Key_Down, None, (1, 20.0)),
        (key.Key_Up, SHIFT, (1, 22.0)),
        (key.Key_Down, SHIFT, (1, 20.0)),
    ):
        keys(pressed, *([held] if held else []))
        assert now(edits)[1] == found


def test_that_keys_go_from_point_to_point(points, keys):
    key = Qt.Key
    for pressed, held, at in (
        (key.Key_PageDown, None, 2),
        (key.Key_PageDown, None, 2),
        (key.Key_PageUp, None, 1),
        (key.Key_Home, None, 0),
        (key.Key_PageUp, None, 0),
        (key.Key_End, None, 2),
        (key.Key_Left, CONTROL, 1),
        (key.Key_Right, CONTROL, 2),
    ):
        keys(pressed, *([held] if held else []))
        assert points.current == at
        assert points.spoken_current() == at
    assert points.spoken_description() == "Point 3 of 3: Jan 2028, $40 bn/year"


def test_that_insert_adds_half_way_to_the_next_or_a_year_on(points, edits, keys):
    keys(Qt.Key.Key_Insert)
    assert now(edits)[2] == (24, 34.0)  # on the curve: a tenth of 340
    assert points.current == 2
    keys(Qt.Key.Key_End)
    keys(Qt.Key.Key_Insert)
    assert now(edits)[-1] == (48, 58.0)
    assert points.current == 4


def test_that_delete_takes_a_point_away_but_never_the_first(points, edits, keys):
    keys(Qt.Key.Key_End)
    keys(Qt.Key.Key_Delete)
    assert now(edits) == POINTS[:2]
    assert points.current == 1
    keys(Qt.Key.Key_Backspace)
    assert now(edits) == POINTS[:1]
    keys(Qt.Key.Key_Delete)
    assert now(edits) == POINTS[:1]
    assert points.current == 0


def test_that_enter_goes_to_the_row_and_what_is_not_live_takes_no_key(points, edits, keys):
    told = []
    points.table_wanted.connect(told.append)
    keys(Qt.Key.Key_Return)
    keys(Qt.Key.Key_Enter)
    assert told == [1, 1]
    points.live = False
    keys(Qt.Key.Key_Return)
    keys(Qt.Key.Key_Right)
    assert told == [1, 1]
    assert now(edits) == POINTS
    points.live, points.current = True, None
    keys(Qt.Key.Key_Right)
    assert now(edits) == POINTS


def test_that_another_document_drops_what_was_held(points, edits):
    send(points, PRESS, place(12))
    edits.session.open(Document(Scenario()), None)
    assert (points.current, points._drag) == (None, None)


def test_that_a_point_that_has_gone_is_not_current(points, edits):
    points.current = 2
    edits.put("revenue_anchors", POINTS[:2])
    assert points.current is None
    points.current = 1
    edits.put("revenue_anchors", POINTS)
    assert points.current == 1


def test_that_it_stands_and_goes_with_the_plot(points):
    plot = points._plot
    points.eventFilter(plot, QEvent(QEvent.Type.Hide))
    assert points.isHidden()
    points.eventFilter(plot, QEvent(QEvent.Type.Show))
    assert not points.isHidden()
    points.hide()
