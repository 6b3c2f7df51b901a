"""What a planner does on the timeline: by mouse, by table, and all of it again by keys alone."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from engine.files import scenario_files

LEFT, NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
JAN_2027 = 24  # months since the scenario's first


def press(key: Qt.Key, modifier: Qt.KeyboardModifier = NONE, times: int = 1) -> None:
    """To whatever has the keys."""
    for _ in range(times):
        QTest.keyClick(QApplication.focusWidget(), key, modifier)


def write(text: str) -> None:
    QTest.keyClicks(QApplication.focusWidget(), text)


def mouse(widget, kind: QEvent.Type, at: QPointF) -> None:
    held = Qt.MouseButton.NoButton if kind == QEvent.Type.MouseButtonRelease else LEFT
    button = Qt.MouseButton.NoButton if kind == QEvent.Type.MouseMove else LEFT
    place = QPointF(widget.mapToGlobal(at.toPoint()))
    QApplication.sendEvent(widget, QMouseEvent(kind, at, place, button, held, NONE))


@pytest.fixture
def desk(window, qtbot):
    """The window with the keys, its worlds drawn."""
    window.activateWindow()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)
    qtbot.waitUntil(lambda: window.presenter.ensemble is not None)
    return window


class Hand:
    """Drags, and sees that each frame shows the newest scenario: nothing is queued."""

    def __init__(self, window, qtbot) -> None:
        self._window, self._qtbot = window, qtbot

    def shown(self) -> None:
        window = self._window
        self._qtbot.waitUntil(lambda: window.result.scenario == window.session.scenario)

    def drag(self, widget, start: QPointF, way: QPointF, frames: int = 6) -> None:
        runs: list[object] = []
        self._window.runner.finished.connect(runs.append)
        before, edits = self._window.session.scenario, 0
        mouse(widget, QEvent.Type.MouseButtonPress, start)
        for frame in range(1, frames + 1):
            mouse(widget, QEvent.Type.MouseMove, start + way * (frame / frames))
            if self._window.session.scenario is not before:
                before, edits = self._window.session.scenario, edits + 1
            self.shown()
            assert not self._window.runner.pending
        mouse(widget, QEvent.Type.MouseButtonRelease, start + way)
        self._window.runner.finished.disconnect(runs.append)
        assert len(runs) == edits  # a run for each, and none that nobody saw


@pytest.fixture
def hand(desk, qtbot) -> Hand:
    return Hand(desk, qtbot)


def file_of(window) -> str:
    return scenario_files.text_of(window.session.document)


def undo_everything(window) -> None:
    for _ in range(100):
        if not window.session.history.canUndo():
            return
        press(Qt.Key.Key_Z, CONTROL)
    raise AssertionError("undo never ends")


def figure(window, key: str) -> float:
    return window.kpis.tiles[key].kpi.number


def bar_box(lanes, lane: str, index: int):
    box = lanes.board.box(lanes.board.bars[lane][index])
    assert box is not None
    return box


def test_that_a_stop_for_2027_is_dragged_in_and_another_typed_and_all_is_undone(desk, hand, qtbot):
    began = file_of(desk)
    lanes, timeline = desk.overview.timeline.lanes, desk.overview.timeline
    desk.kpis.choose_month(30)  # Jul 2027
    before = figure(desk, "capacity")

    # a double click in the lane of shocks, and the card that it opens
    place = QPointF(lanes.board.x_of(40.5), lanes.board.lane_box("events").center().y())
    mouse(lanes, QEvent.Type.MouseButtonDblClick, place)
    scope = timeline.details.fields["scope"]
    scope.setCurrentIndex(scope.findData("all"))
    QTest.mouseClick(timeline.details.done, LEFT)
    assert desk.session.history.count() == 1

    # dragged into 2027, made longer and total
    box = bar_box(lanes, "events", 0)
    month = lanes.board.month_width
    hand.drag(lanes, box.center() - QPointF(box.width() / 4, 0), QPointF(-16 * month, 0))
    box = bar_box(lanes, "events", 0)
    hand.drag(lanes, QPointF(box.right() - 1, box.center().y()), QPointF(5 * month, 0))
    handle = lanes.board.handle(lanes.board.bars["events"][0], bar_box(lanes, "events", 0))
    hand.drag(lanes, handle, QPointF(0, -60))
    stop = desk.session.scenario.events[0]
    assert (stop.start_month, stop.duration_months, stop.severity) == (JAN_2027, 11, 1.0)
    assert desk.session.history.count() == 4
    assert figure(desk, "capacity") < before
    assert desk.overview.charts["fleet"].shown.spans

    # another by table; capacity and the chance of a shortfall follow
    qtbot.waitUntil(lambda: desk.presenter.ensemble.scenario == desk.session.scenario)
    chance = figure(desk, "risk")
    capacity = figure(desk, "capacity")
    timeline.open_table("events", 0)
    table = timeline.tables.tables["events"]
    QTest.mouseClick(table.copy_row, LEFT)
    model = table.model
    heads = [model.headerData(i, Qt.Orientation.Horizontal) for i in range(model.columnCount())]
    for head, text in (("Kind", "Loss of chips in use"), ("Severity", "50 %")):
        assert model.setData(model.index(1, heads.index(head)), text)
    hand.shown()
    assert len(lanes.board.bars["events"]) == 2
    assert figure(desk, "capacity") < capacity
    qtbot.waitUntil(lambda: desk.presenter.ensemble.scenario == desk.session.scenario)
    assert figure(desk, "risk") >= chance

    desk.activateWindow()
    lanes.setFocus()
    undo_everything(desk)
    assert file_of(desk) == began
    assert not desk.isWindowModified()


def test_that_a_site_is_dragged_three_months_later_and_three_points_moved(desk, hand):
    began = file_of(desk)
    lanes, points = desk.overview.timeline.lanes, desk.overview.revenue
    site = desk.session.scenario.sites[1]
    power = figure(desk, "power")
    box = bar_box(lanes, "sites", 1)
    start = box.center() - QPointF(box.width() / 4, 0)
    hand.drag(lanes, start, QPointF(3 * lanes.board.month_width, 0))
    assert desk.session.scenario.sites[1].start_month == site.start_month + 3
    assert desk.session.history.count() == 1
    assert figure(desk, "power") <= power

    view = points._plot.viewport()
    for month in (40, 60):
        area = points._plot.plot_area()
        x = points._plot.to_device.map(QPointF(2025 + month / 12, 0)).x()
        result = desk.result
        y = points._plot.to_device.map(QPointF(0, float(result["demand_eflops"][month]))).y()
        assert area.contains(QPointF(x, y))
        mouse(view, QEvent.Type.MouseButtonDblClick, QPointF(x, y))
        mouse(view, QEvent.Type.MouseButtonRelease, QPointF(x, y))
        hand.shown()
    levels = [level for _, level in desk.session.scenario.revenue_anchors]
    assert len(levels) == 4
    for index, way in ((1, QPoint(0, -12)), (2, QPoint(0, 10)), (3, QPoint(6, -25))):
        hand.drag(view, points.place(index), QPointF(way))
    after = [level for _, level in desk.session.scenario.revenue_anchors]
    assert [a > b for a, b in zip(after, levels, strict=True)] == [False, True, False, True]
    assert desk.session.history.count() == 1 + 2 + 3

    lanes.setFocus()
    undo_everything(desk)
    assert file_of(desk) == began


def test_that_all_of_it_can_be_done_by_keys_alone(desk, hand, qtbot):
    began = file_of(desk)
    lanes = desk.overview.timeline.lanes

    # a stop for 2027, through the palette of commands
    press(Qt.Key.Key_K, CONTROL)
    write("add a shock")
    press(Qt.Key.Key_Return)
    details = desk.overview.timeline.details
    assert QApplication.focusWidget() is details.fields["kind"]
    press(Qt.Key.Key_Tab)
    press(Qt.Key.Key_Home)  # all families
    press(Qt.Key.Key_Tab)
    press(Qt.Key.Key_A, CONTROL)
    write("Jan 2027")
    press(Qt.Key.Key_Tab)
    press(Qt.Key.Key_A, CONTROL)
    write("12")
    press(Qt.Key.Key_Tab)
    press(Qt.Key.Key_A, CONTROL)
    write("100 %")
    press(Qt.Key.Key_Return)
    assert details.isHidden()
    [stop] = desk.session.scenario.events
    assert (stop.scope, stop.start_month, stop.duration_months) == ("all", JAN_2027, 12)
    assert stop.severity == 1.0
    assert desk.session.history.count() == 1

    # on the bar itself: later, longer, less severe
    assert QApplication.focusWidget() is lanes
    press(Qt.Key.Key_Right, times=2)
    press(Qt.Key.Key_Right, SHIFT)
    press(Qt.Key.Key_Down)
    [stop] = desk.session.scenario.events
    assert (stop.start_month, stop.duration_months, stop.severity) == (26, 13, 0.95)

    # the second site three months later
    press(Qt.Key.Key_Down, CONTROL, times=2)
    press(Qt.Key.Key_End)
    was = desk.session.scenario.sites[1]
    press(Qt.Key.Key_Right, times=3)
    assert desk.session.scenario.sites[1].start_month == was.start_month + 3
    assert "3 of" not in lanes.accessibleDescription()
    assert "2 of 2" in lanes.accessibleDescription()

    # three points of revenue
    points = desk.overview.revenue
    for _ in range(300):
        press(Qt.Key.Key_Tab)
        if QApplication.focusWidget() is points:
            break
    assert QApplication.focusWidget() is points
    press(Qt.Key.Key_Up)
    press(Qt.Key.Key_PageDown)
    press(Qt.Key.Key_Right)
    press(Qt.Key.Key_Insert)
    hand.shown()
    press(Qt.Key.Key_Down, SHIFT)
    months, levels = zip(*desk.session.scenario.revenue_anchors, strict=True)
    assert months[:2] == (0, 10)
    assert len(levels) == 3
    assert levels[0] > 1.0

    undo_everything(desk)
    assert file_of(desk) == began
