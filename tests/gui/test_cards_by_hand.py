"""A goal that is dragged, the canvas of the timeline, and the card of a bar, without a window."""

from __future__ import annotations

from types import SimpleNamespace

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QObject, QPointF, QRect, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from engine import Document, Scenario
from engine.values import Event, Site
from gui.pages.why.goal.drag import GoalDrag
from gui.timeline.canvas import LanesCanvas
from gui.timeline.details import Details
from gui.timeline.edits import Edits
from gui.timeline.lane_table import LANES, lane_of
from gui.timeline.lanes_view import LanesView
from gui.widgets.palette import LIGHT
from tests.gui.painted_marks import marks_of
from tests.gui.plain_plot import Plot
from tests.gui.sessions import with_session

# A line of 60 months from January 2025 on that rises by ten a month from a hundred on
LINE = 100 + 10 * np.arange(60.0)


class Panel(QObject):
    """As much of a chart as a goal asks for."""

    def __init__(self, plot: Plot, key: str) -> None:
        super().__init__()
        self.plot, self.row, self.choice = plot, SimpleNamespace(key=key), ""
        plot.spec = SimpleNamespace(
            years=2025 + np.arange(60) / 12,
            total=SimpleNamespace(values=LINE),
            curves=(),
            format=",.0f",
            unit="EFLOP/s",
        )


@pytest.fixture
def plot(qtbot):
    found = Plot()
    qtbot.addWidget(found)
    return found


@pytest.fixture
def drag(plot):
    panel = Panel(plot, "capacity")
    found = GoalDrag(panel)
    found.live = True
    found.panel = panel
    yield found
    found.deleteLater()


def place(month: int) -> QPointF:
    return QPointF(10 * month, 500 - 10 * month)


def pointer(kind, at, button=Qt.MouseButton.LeftButton):
    return QMouseEvent(kind, at, at, button, button, Qt.KeyboardModifier.NoModifier)


PRESS, MOVE = QEvent.Type.MouseButtonPress, QEvent.Type.MouseMove
RELEASE = QEvent.Type.MouseButtonRelease
FREE, RIGHT = Qt.MouseButton.NoButton, Qt.MouseButton.RightButton


def send(drag, kind, at, button=Qt.MouseButton.LeftButton) -> bool:
    return drag.eventFilter(None, pointer(kind, at, button))


@pytest.fixture
def told(drag):
    said = []
    drag.month_chosen.connect(lambda month: said.append(("month", month)))
    drag.dropped.connect(lambda measure, value: said.append((measure, round(value, 6))))
    return said


def test_that_a_point_of_the_curve_is_dragged_to_what_it_should_be(drag, told):
    assert send(drag, PRESS, place(12) + QPointF(0, 7))
    assert told == [("month", 12)]
    assert send(drag, MOVE, place(12) + QPointF(1, 9))
    assert not drag._drag.moving  # a hand that shakes
    assert send(drag, MOVE, place(12) + QPointF(3, -43))
    # fifty pixels above where it was taken
    assert drag._shown()[0].words == "to 270 EFLOP/s"
    assert drag._shown()[0].place == QPointF(120, 600 - 270)
    assert send(drag, RELEASE, place(12))
    assert told == [("month", 12), ("capacity", 270)]
    assert drag._shown() == []
    assert not send(drag, RELEASE, place(12))


def test_that_nothing_can_be_wanted_below_nought(drag, told):
    send(drag, PRESS, place(12))
    send(drag, MOVE, place(12) + QPointF(0, 400))
    send(drag, RELEASE, place(12))
    assert told[1:] == [("capacity", 0)]


def test_that_only_the_curve_itself_is_taken(drag, told):
    assert not send(drag, PRESS, place(12) + QPointF(0, 7.1))
    assert not send(drag, PRESS, place(12), RIGHT)
    assert not send(drag, PRESS, QPointF(-8, 500))
    assert not send(drag, PRESS, QPointF(594, -120))  # outside the plot
    drag.live = False
    assert not send(drag, PRESS, place(12))
    drag.live = True
    drag.panel.plot.spec.total = None
    assert not send(drag, PRESS, place(12))
    dashed = SimpleNamespace(values=LINE * 0, dashed=True)
    drag.panel.plot.spec.curves = (dashed, SimpleNamespace(values=LINE, dashed=False))
    assert send(drag, PRESS, place(12))
    assert told == [("month", 12)]


def test_that_a_drag_along_the_months_is_left_to_the_marker(drag, told):
    send(drag, PRESS, place(12))
    assert not send(drag, MOVE, place(12) + QPointF(5, 4))
    assert drag._drag is None
    send(drag, PRESS, place(12))
    assert send(drag, MOVE, place(12) + QPointF(4, 4))  # as much down as along
    assert send(drag, PRESS, place(12), RIGHT)  # given up
    assert not send(drag, RELEASE, place(12))
    assert told == [("month", 12)] * 2


def test_that_the_curve_under_the_pointer_says_that_it_can_be_dragged(drag):
    viewport = drag.panel.plot.viewport()
    send(drag, MOVE, place(12), FREE)
    [handle] = drag._shown()
    assert (handle.words, handle.place) == ("drag to a target", place(12))
    assert drag._handles.isVisible()
    assert viewport.cursor().shape() == Qt.CursorShape.SizeVerCursor
    send(drag, MOVE, place(12) + QPointF(0, 30), FREE)
    assert drag._shown() == []
    assert viewport.cursor().shape() == Qt.CursorShape.ArrowCursor
    send(drag, MOVE, place(12), FREE)
    drag.eventFilter(None, QEvent(QEvent.Type.Leave))
    assert not drag._handles.isVisible()
    send(drag, MOVE, place(12), RIGHT)  # a button is down: that is no look
    assert drag._shown() == []


def test_that_a_chart_of_choices_has_its_line_in_one_of_them(plot):
    panel = Panel(plot, "unit_cost")
    drag = GoalDrag(panel)
    drag.live = True
    assert not send(drag, PRESS, place(12))
    panel.choice = "pflop_hour"
    assert send(drag, PRESS, place(12))
    drag.deleteLater()


# The canvas

PLAN = Scenario().having(
    start="2025-01",
    horizon_months=60,
    events=(Event("supply_stop", "tpu", 30, 6, 0.5, name="Stop"),),
    contracts=(),
    sites=(Site("North", 0.5, 26, 10, 0.75), Site("South", 0.5, 40, 6, 1.0)),
)


@pytest.fixture
def canvas(qtbot):
    found = LanesCanvas()
    qtbot.addWidget(found)
    found.use_palette(LIGHT)
    found.resize(800, 200)
    found.show_scenario(PLAN, 20)
    return found


def test_that_a_canvas_is_as_high_as_its_rows_and_folded_a_strip(canvas):
    assert canvas.hasMouseTracking()
    rows = sum(canvas.board.rows.values())
    assert canvas.sizeHint().toTuple() == (400, 17 + 17 * rows + 2 * (rows + 3))
    assert canvas.minimumSizeHint().toTuple() == (200, 17 + 17 * 3 + 2 * 6)
    canvas.fold(True)
    assert (canvas.sizeHint().height(), canvas.minimumSizeHint().height()) == (14, 14)
    canvas.use_palette(LIGHT.scaled(2.0))
    assert canvas.sizeHint().height() == 28
    canvas.use_margins(100.0, 50.0)
    assert (canvas.board.left, canvas.board.right) == (100, canvas.width() - 50)


def test_that_a_bar_that_goes_leaves_the_keys_to_its_neighbour(canvas):
    told = []
    canvas.current_changed.connect(lambda: told.append(canvas.marks.current))
    canvas.bars_changed.connect(lambda: told.append("bars"))
    canvas.choose(lane_of("sites"), 1)
    canvas.choose(lane_of("sites"), 1)
    one = PLAN.having(sites=PLAN.sites[:1])
    canvas.show_scenario(one, 20)
    canvas.show_scenario(one, 21)
    none = one.having(sites=())
    canvas.show_scenario(none, 21)
    canvas.show_scenario(none.having(power_budget_gw=3.25), 21)
    assert told == [("sites", 1), ("sites", 0), "bars", None, "bars"]
    assert (canvas.lane.key, canvas.current, canvas.marks.month) == ("sites", None, 21)


def test_that_a_held_bar_has_its_dates_over_it(canvas):
    canvas.choose(lane_of("sites"), 0)
    canvas.hold(True)
    assert (canvas.marks.held, canvas.marks.pill) == (True, "Mar 2027 to Dec 2027, 10 months")
    later = PLAN.having(sites=(Site("North", 0.5, 27, 10, 0.75), PLAN.sites[1]))
    canvas.show_scenario(later, 20)
    assert canvas.marks.pill == "Apr 2027 to Jan 2028, 10 months"
    canvas.hold(False)
    assert (canvas.marks.held, canvas.marks.pill) == (False, "")


def test_that_a_reader_hears_every_bar_lane_by_lane(canvas):
    assert canvas.spoken_items() == 3
    names = [canvas.spoken_item(number)[0] for number in range(3)]
    assert [name.split(" · ")[0] for name in names] == [
        "Shocks: Stop",
        "Sites: North",
        "Sites: South",
    ]
    assert "Mar 2027 to Dec 2027" in canvas.spoken_item(1)[1]
    assert canvas.spoken_item_box(1) == canvas.board.box(canvas.board.bars["sites"][0])
    assert canvas.spoken_current() is None
    canvas.choose(lane_of("sites"), 1)
    assert canvas.spoken_current() == 2
    assert canvas.bar("sites", -1) is canvas.bar("sites", 2) is None


def test_that_an_unshown_canvas_paints_nothing(qtbot):
    found = LanesCanvas()
    qtbot.addWidget(found)
    assert marks_of(found) == ()


# The card of a bar


@pytest.fixture
def edits(qapp):
    return with_session(Edits, Document(PLAN))


@pytest.fixture
def card(qtbot, edits):
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(800, 600)
    window.elsewhere = QLineEdit(window)
    window.show()
    qtbot.waitExposed(window)
    found = Details(edits, window)
    found.around = window
    return found


def beside(card, x: int, y: int) -> QRect:
    corner = card.around.mapToGlobal(QPointF(x, y).toPoint())
    return QRect(corner.x(), corner.y(), 60, 17)


def test_that_a_card_lies_over_its_bar_and_within_the_window(card):
    card.open(lane_of("sites"), 0, beside(card, 200, 500))
    assert (card.x(), card.width()) == (200, 300)
    assert card.y() + card.height() == 500 - 6
    card.open(lane_of("sites"), 0, beside(card, 790, 500))
    assert card.x() == 799 - 6 - 300
    card.open(lane_of("sites"), 0, beside(card, -50, 500))
    assert card.x() == 6
    card.open(lane_of("sites"), 0, beside(card, 200, 20))  # no room above: below it
    assert card.y() == 20 + 17 + 6


def test_that_fields_change_the_bar_and_all_is_one_step(card, edits):
    card.open(lane_of("sites"), 0, beside(card, 200, 500))
    assert card.accessibleName() == "Site: details"
    assert card.entry is edits.session.scenario.sites[0]
    card._take("gw", 0.75)
    card._take("probability", 0.5)
    one = edits.session.scenario.sites[0]
    assert (one.gw, one.probability) == (0.75, 0.5)
    assert edits.session.history.count() == 1
    card._take("probability", 0.0)  # nothing would be seen of it
    assert edits.session.scenario.sites[0].probability == 0.5
    card.cancel()
    assert edits.session.scenario == PLAN
    assert not edits.session.history.canUndo()
    assert card.isHidden()


def test_that_what_cannot_be_is_said_and_changes_nothing(card, edits):
    card.open(lane_of("sites"), 0, beside(card, 200, 500))
    card._take("gw", -1.0)
    assert edits.session.scenario == PLAN
    assert card._problem.text()
    assert not card._problem.isHidden()
    card._take("gw", 0.75)
    assert card._problem.isHidden()


def test_that_one_more_is_there_at_once_and_gone_with_escape(card, edits, qtbot):
    closed = []
    card.closed.connect(lambda: closed.append("closed"))
    card.add(lane_of("contracts"), 33, lambda index: beside(card, 200, 500))
    [contract] = edits.session.scenario.contracts
    assert contract.start_month == 33
    qtbot.keyClick(card, Qt.Key.Key_Escape)
    assert edits.session.scenario == PLAN
    card.add(lane_of("contracts"), 33, lambda index: beside(card, 200, 500))
    qtbot.keyClick(card, Qt.Key.Key_Return)
    assert len(edits.session.scenario.contracts) == 1
    assert closed == ["closed"] * 2
    assert edits.session.history.count() == 1


def test_that_delete_takes_the_bar_away(card, edits):
    card.open(lane_of("sites"), 0, beside(card, 200, 500))
    card.delete.click()
    assert [site.name for site in edits.session.scenario.sites] == ["South"]
    assert card.isHidden()
    card.open(lane_of("sites"), 0, beside(card, 200, 500))
    edits.session.edit("sites", ())
    assert card.isHidden()  # what it was about is gone
    assert card.entry is None


# What the lanes say


@pytest.fixture
def view(qtbot, edits):
    found = LanesView(edits)
    qtbot.addWidget(found)
    found.resize(800, 200)
    found.show_scenario(PLAN, 20)
    return found


def test_that_tips_say_what_a_bar_says_and_how_many_are_hidden(view):
    assert view._tip_at(view.board.box(view.board.bars["sites"][0]).center()).startswith("North · ")
    assert view._tip_at(QPointF(300, 2)) == ""
    crowd = tuple(Event("supply_stop", "tpu", 24, 6, 0.5, name=f"Stop {n}") for n in range(20))
    view.show_scenario(PLAN.having(events=crowd), 20)
    hidden = len(view.board.stacks["events"].hidden)
    assert hidden > 0
    name = QPointF(view.board.left - 1, view.board.lane_box("events").center().y())
    assert view._tip_at(name) == f"{hidden} more: make the timeline higher to see them"
    more = []
    view.more_wanted.connect(lambda: more.append("more"))
    view.keys.live = False
    view.mousePressEvent(pointer(PRESS, name))
    assert more == ["more"]
    assert view._tip_at(QPointF(view.board.left, name.y())) == ""


def test_that_another_document_drops_what_is_held(view, edits):
    begin = view.board.box(view.board.bars["sites"][0]).center()
    view.mousePressEvent(pointer(PRESS, begin))
    view.mouseMoveEvent(pointer(MOVE, begin + QPointF(50, 0)))
    assert view.dragging
    edits.session.open(Document(Scenario()), None)
    assert not view.dragging
    assert (view.lane, view.marks.current) == (LANES[0], None)
