"""What a hand does to the axes and the front of a sweep.

Four axes in 756 x 280 pixels stand 200 apart from 78 on, and are 200 high from 64 down to 264.
"""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QMouseEvent

from gui.sweeps.coordinates import Coordinates
from gui.sweeps.front import FrontChart
from tests.gui.painted_marks import marks_of, near
from tests.gui.swept_axes import AXES, PLANE

ALL = np.ones(4, bool)


def y_of(place: float) -> float:
    return 264 - 200 * place


@pytest.fixture
def chart(qtbot):
    found = Coordinates()
    qtbot.addWidget(found)
    found.worker.request = lambda wanted: None  # nothing beside the window
    found.resize(756, 280)
    found.show_axes(AXES)
    found.show_chosen(ALL)
    return found


@pytest.fixture
def told(chart):
    said = []
    chart.brushed.connect(lambda: said.append(dict(chart.brushes)))
    chart.picked.connect(said.append)
    chart.wanted.connect(lambda place: said.append(("open", place)))
    return said


def pointer(kind, x, y, button=Qt.MouseButton.LeftButton):
    at = QPointF(x, y)
    return QMouseEvent(kind, at, at, button, button, Qt.KeyboardModifier.NoModifier)


PRESS, MOVE = QEvent.Type.MouseButtonPress, QEvent.Type.MouseMove
RELEASE, DOUBLE = QEvent.Type.MouseButtonRelease, QEvent.Type.MouseButtonDblClick


def drag(chart, x: float, begin: float, end: float) -> None:
    chart.mousePressEvent(pointer(PRESS, x, begin))
    chart.mouseMoveEvent(pointer(MOVE, x, end))
    chart.mouseReleaseEvent(pointer(RELEASE, x, end))


def spans(chart) -> dict:
    return {key: near(*span) for key, span in chart.brushes.items()}


def test_that_a_drag_chooses_what_is_between_its_ends_either_way(chart, told):
    drag(chart, 78, 214, 114)
    assert chart.brushes == {"power": near(0.25, 0.75)}
    assert told[-1] == chart.brushes
    drag(chart, 278 + 15, 64, 164)
    assert chart.brushes["shock"] == near(0.5, 1)
    assert chart.words() == "Power [GW]: 2.5 to 7.5; Shock: none to stop"
    drag(chart, 478 + 15.1, 64, 164)  # beside the axis
    assert list(chart.brushes) == ["power", "shock"]
    chart.show_axes(AXES[1:])
    assert list(chart.brushes) == ["shock"]


def test_that_a_brush_is_moved_as_a_whole_and_stops_at_both_ends(chart):
    chart.brush({"power": (0.25, 0.75)})
    drag(chart, 78, 164, 144)
    assert chart.brushes["power"] == near(0.35, 0.85)
    drag(chart, 78, 144, 20)
    assert chart.brushes["power"] == near(0.5, 1)
    drag(chart, 78, 114, 280)
    assert chart.brushes["power"] == near(0, 0.5)


def test_that_either_end_of_a_brush_is_dragged_by_itself(chart):
    chart.brush({"power": (0.25, 0.75)})
    drag(chart, 78, 114 - 5, 84)
    assert chart.brushes["power"] == near(0.25, 0.9)
    drag(chart, 78, 214 + 5, 234)
    assert chart.brushes["power"] == near(0.15, 0.9)
    drag(chart, 78, 234, 64)  # over the other end
    assert chart.brushes["power"] == near(0.9, 1)
    chart.brush({"power": (0.25, 0.75)})
    drag(chart, 78, 114 - 5.1, 84)  # beside it: a new one
    assert chart.brushes["power"] == near(0.7755, 0.9)


def test_that_a_click_lets_an_axis_go_and_a_shaking_hand_is_a_click(chart, told):
    drag(chart, 78, 164, 164)
    assert told == []
    chart.brush({"power": (0.25, 0.75)})
    drag(chart, 78, 164, 160)  # four pixels are a drag
    assert chart.brushes["power"] == near(0.27, 0.77)
    drag(chart, 78, 164, 160.1)
    assert chart.brushes == {}


def test_that_the_chosen_scenario_whose_line_is_near_is_picked(chart, told):
    # between the first two axes the second scenario goes from the middle to the top
    chart.mousePressEvent(pointer(PRESS, 178, y_of(0.75) + 4.9))
    assert told == [1]
    chart.mousePressEvent(pointer(PRESS, 178, y_of(0.75) + 5.1))
    chart.mousePressEvent(pointer(PRESS, 40, y_of(0.75)))
    chart.mousePressEvent(pointer(PRESS, 720, y_of(0.5)))
    chart.mousePressEvent(pointer(PRESS, 178, y_of(0.75), Qt.MouseButton.RightButton))
    assert told == [1]
    chart.mousePressEvent(pointer(PRESS, 128, y_of(0.625)))
    assert told == [1, 1]
    chart.show_chosen(np.array([True, False, True, True]))
    chart.mousePressEvent(pointer(PRESS, 178, y_of(0.75)))
    assert told == [1, 1]
    chart.show_current(2)
    chart.mouseDoubleClickEvent(pointer(DOUBLE, 178, 164))
    assert told[2:] == [("open", 2)]


def test_that_the_cursor_says_where_a_brush_can_begin(chart):
    free = Qt.MouseButton.NoButton
    for x, shape in (
        (278 + 15, Qt.CursorShape.CrossCursor),
        (278 + 15.1, Qt.CursorShape.ArrowCursor),
        (278 - 15, Qt.CursorShape.CrossCursor),
    ):
        chart.mouseMoveEvent(pointer(MOVE, x, 100, free))
        assert chart.cursor().shape() == shape


def test_that_keys_go_from_axis_to_axis_and_move_the_ends(chart, qtbot):
    key = Qt.Key
    for pressed, at in ((key.Key_Left, 3), (key.Key_Right, 0), (key.Key_Right, 1)):
        qtbot.keyClick(chart, pressed)
        assert chart.axis == at
    assert chart.accessibleDescription() == "Axis Shock."
    qtbot.keyClick(chart, key.Key_Left)
    qtbot.keyClick(chart, key.Key_Down)
    assert spans(chart) == {"power": (0, 0.95)}
    qtbot.keyClick(chart, key.Key_Up, Qt.KeyboardModifier.ShiftModifier)
    assert spans(chart) == {"power": (0.05, 0.95)}
    assert chart.accessibleDescription() == "Axis Power [GW]. Power [GW]: 0.5 to 9.5"
    qtbot.keyClick(chart, key.Key_Delete)
    assert chart.brushes == {}
    chart.brush({"power": (0.5, 0.52)})
    qtbot.keyClick(chart, key.Key_Down)
    assert spans(chart) == {"power": (0.5, 0.505)}
    chart.brush({"power": (0.5, 0.52)})
    qtbot.keyClick(chart, key.Key_Up, Qt.KeyboardModifier.ShiftModifier)
    assert spans(chart) == {"power": (0.515, 0.52)}
    chart.brush({"power": (0.03, 0.97)})
    qtbot.keyClick(chart, key.Key_Up)
    qtbot.keyClick(chart, key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert chart.brushes == {}  # all of it is nothing chosen


def at(cost: float, unserved: float) -> tuple[float, float]:
    x = 58 + 600 * (0.04 + 0.92 * (cost - 100) / 200)
    return x, 234 - 200 * (0.04 + 0.92 * unserved / 40)


@pytest.fixture
def front(qtbot):
    found = FrontChart()
    qtbot.addWidget(found)
    found.worker.request = lambda wanted: None
    found.resize(676, 276)
    found.show_plane(PLANE)
    found.show_chosen(ALL)
    return found


def test_that_the_nearest_chosen_point_is_picked_and_opened(front):
    told = []
    front.picked.connect(told.append)
    front.wanted.connect(lambda place: told.append(("open", place)))
    x, y = at(200, 20)
    front.mousePressEvent(pointer(PRESS, x + 7, y - 9))
    front.mousePressEvent(pointer(PRESS, x, y + 12.1))
    front.mousePressEvent(pointer(PRESS, x, y + 12))
    front.mouseDoubleClickEvent(pointer(DOUBLE, x, y))
    assert told == [1, 1, ("open", 1)]
    front.show_chosen(np.array([True, False, True, True]))
    front.mousePressEvent(pointer(PRESS, x, y))
    assert len(told) == 3


def test_that_keys_walk_along_the_front_and_open(front, qtbot):
    told = []
    front.picked.connect(told.append)
    front.picked.connect(front.show_current)
    front.wanted.connect(lambda place: told.append(("open", place)))
    key = Qt.Key
    for pressed in (key.Key_Return, key.Key_Right, key.Key_Right, key.Key_Down, key.Key_Left):
        qtbot.keyClick(front, pressed)
    assert told == [0, 2, 2, 0]
    qtbot.keyClick(front, key.Key_Up)
    qtbot.keyClick(front, key.Key_Enter)
    assert told[4:] == [0, ("open", 0)]
    assert front.accessibleDescription() == (
        "2 scenarios on the front. Cost [$bn]: 100. Unserved [$bn]: 40."
    )


def test_that_a_sweep_without_both_measures_says_so(front):
    front.show_plane(None)
    assert any("has kept no cost" in text for text in marks_of(front).texts)
    assert front._at(QPointF(*at(200, 20))) is None
