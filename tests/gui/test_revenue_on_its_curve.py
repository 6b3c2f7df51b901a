"""Known revenue on the demand curve: dragged, walked by keys, added and deleted."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.gui.timelines import drag, mouse


@pytest.fixture
def points(window, qtbot):
    """Of a scenario with four of them; the last holds the end of the axis where it is."""
    window.session.edit("revenue_anchors", [[0, 1.0], [9, 3.0671], [60, 150.0], [95, 400.0]])
    window.session.history.clear()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    found = window.overview.revenue
    qtbot.waitUntil(lambda: len(found.points) == 4)
    for chart in window.overview.charts.values():
        chart.plot.scale.settle()
    return found


def test_that_a_point_of_revenue_is_dragged_on_the_demand_curve_as_one_step(window, points, qtbot):
    view, start = points._plot.viewport(), points.place(2)
    drag(view, start, QPointF(0, -20), let_go=False)
    month, level = window.session.scenario.revenue_anchors[2]
    assert month == 60
    assert level > 150
    qtbot.waitUntil(lambda: window.result.scenario == window.session.scenario)
    QApplication.processEvents()
    assert abs(points.place(2).y() - (start.y() - 20)) < 1.5  # it is under the pointer
    mouse(view, QEvent.Type.MouseButtonRelease, start)
    assert window.session.history.count() == 1
    window.edit.undo()
    assert window.session.scenario.revenue_anchors[2] == (60, 150.0)


def test_that_a_point_is_added_by_a_double_click_and_deleted_by_key(window, points, qtbot):
    view = points._plot.viewport()
    place = (points.place(1) + points.place(2)) / 2
    mouse(view, QEvent.Type.MouseButtonDblClick, place)
    assert len(window.session.scenario.revenue_anchors) == 5
    assert points.current == 2
    assert QApplication.focusWidget() is points
    QTest.keyClick(points, Qt.Key.Key_Delete)
    assert len(window.session.scenario.revenue_anchors) == 4
    assert window.session.history.count() == 2


def test_that_keys_walk_points_and_move_them(window, points):
    points.setFocus(Qt.FocusReason.TabFocusReason)
    assert points.accessibleDescription().startswith("Point 1 of 4: Jan 2025")
    QTest.keyClick(points, Qt.Key.Key_PageDown)
    QTest.keyClick(points, Qt.Key.Key_Right)
    QTest.keyClick(points, Qt.Key.Key_Up)
    assert window.session.scenario.revenue_anchors[1] == (10, 3.098)
    assert window.session.history.count() == 2
    QTest.keyClick(points, Qt.Key.Key_Insert)
    assert len(window.session.scenario.revenue_anchors) == 5
    QTest.keyClick(points, Qt.Key.Key_Home)
    QTest.keyClick(points, Qt.Key.Key_Delete)
    assert len(window.session.scenario.revenue_anchors) == 5


def test_that_handles_are_seen_only_under_the_pointer_or_with_the_keys(window, points):
    # where the pointer of the test before was may be here
    QApplication.sendEvent(points._plot.viewport(), QEvent(QEvent.Type.Leave))
    assert not points.shown
    QApplication.sendEvent(points._plot.viewport(), QEvent(QEvent.Type.Enter))
    assert points.shown
    assert points._handles.isVisible()
    QApplication.sendEvent(points._plot.viewport(), QEvent(QEvent.Type.Leave))
    assert not points._handles.isVisible()
    points.setFocus()
    assert points._handles.isVisible()
    assert not window.overview.grab().isNull()
    window.overview.charts["capacity"].as_table = True
    assert not points.isVisible()


def test_that_a_drag_of_a_point_is_given_up_with_esc(window, points):
    drag(points._plot.viewport(), points.place(2), QPointF(30, -20), let_go=False)
    assert window.session.history.count() == 1
    QTest.keyClick(points, Qt.Key.Key_Escape)
    assert window.session.scenario.revenue_anchors[2] == (60, 150.0)
    assert not window.session.history.canUndo()


def test_that_enter_on_a_point_of_revenue_opens_its_row(window, points, qtbot):
    points.setFocus()
    QTest.keyClick(points, Qt.Key.Key_End)
    QTest.keyClick(points, Qt.Key.Key_Return)
    table = window.overview.timeline.tables.tables["revenue_anchors"]
    qtbot.waitUntil(table.isVisible)
    assert table.view.currentIndex().row() == 3
    assert QApplication.focusWidget() is table.view
