"""The timeline in the window: drawn, dragged, walked by keys, read out, folded and kept."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, QMimeData, QPointF, Qt
from PySide6.QtGui import QAccessible, QGuiApplication, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from engine.values import Event
from gui.entries.cells import word_shown
from gui.timeline import clipboard
from gui.timeline.board import Part
from gui.widgets.palette import DARK
from gui.window.commands.help import entry_of

LEFT, NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
STOP = Event("supply_stop", "gpu", 24, 9, 0.4)
OTHERS = tuple(replace(STOP, scope=scope, start_month=40) for scope in ("tpu", "all", "trainium"))


def mouse(widget, kind: QEvent.Type, at: QPointF, modifiers=NONE, button=LEFT) -> None:
    """With the button held where Qt's own test events would forget it."""
    held = Qt.MouseButton.NoButton if kind == QEvent.Type.MouseButtonRelease else LEFT
    pressed = Qt.MouseButton.NoButton if kind == QEvent.Type.MouseMove else button
    place = QPointF(widget.mapToGlobal(at.toPoint()))
    QApplication.sendEvent(widget, QMouseEvent(kind, at, place, pressed, held, modifiers))


def drag(widget, start: QPointF, way: QPointF, modifiers=NONE, *, let_go: bool = True) -> None:
    mouse(widget, QEvent.Type.MouseButtonPress, start, modifiers)
    for part in (0.25, 0.5, 0.75, 1.0):
        mouse(widget, QEvent.Type.MouseMove, start + way * part, modifiers)
    if let_go:
        mouse(widget, QEvent.Type.MouseButtonRelease, start + way, modifiers)


@pytest.fixture
def lanes(window, qtbot):
    """The lanes with one supply stop, which has the history empty."""
    window.session.edit("events", [STOP])
    window.session.history.clear()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    found = window.overview.timeline.lanes
    qtbot.waitUntil(lambda: len(found.board.bars["events"]) == 1)
    return found


def box(lanes, lane: str = "events", index: int = 0):
    found = lanes.board.box(lanes.board.bars[lane][index])
    assert found is not None
    return found


def months(lanes, count: float) -> QPointF:
    return QPointF(lanes.board.month_width * count, 0)


def events(window) -> tuple[Event, ...]:
    return window.session.scenario.events


# By the mouse


def test_that_a_bar_is_dragged_to_another_month_live_and_as_one_step(window, lanes, qtbot):
    drag(lanes, box(lanes).center() - QPointF(20, 0), months(lanes, 3), let_go=False)
    assert events(window)[0] == replace(STOP, start_month=27)
    assert lanes.board.bars["events"][0].first == 27  # before any frame
    assert lanes.marks.pill == "Apr 2027 to Dec 2027, 9 months"
    qtbot.waitUntil(lambda: window.result.scenario == window.session.scenario)
    mouse(lanes, QEvent.Type.MouseButtonRelease, box(lanes).center())
    assert window.session.history.count() == 1
    window.edit.undo()
    assert events(window) == (STOP,)


def test_that_ends_stretch_a_bar_and_the_handle_makes_it_more_severe(window, lanes):
    end = QPointF(box(lanes).right() - 1, box(lanes).center().y())
    drag(lanes, end, months(lanes, 4))
    assert events(window)[0].duration_months == 13
    start = QPointF(box(lanes).left() + 1, box(lanes).center().y())
    drag(lanes, start, months(lanes, 2))
    assert (events(window)[0].start_month, events(window)[0].duration_months) == (26, 11)
    handle = lanes.board.handle(lanes.board.bars["events"][0], box(lanes))
    drag(lanes, handle, QPointF(0, -30))
    assert events(window)[0].severity == 0.7
    assert window.session.history.count() == 3


def test_that_a_drag_back_to_where_it_began_and_one_given_up_leave_no_step(window, lanes):
    at = box(lanes).center() - QPointF(20, 0)
    drag(lanes, at, months(lanes, 5), let_go=False)
    QTest.keyClick(lanes, Qt.Key.Key_Escape)
    assert events(window) == (STOP,)
    mouse(lanes, QEvent.Type.MouseMove, at + months(lanes, 9))  # the button is still down
    assert events(window) == (STOP,)
    mouse(lanes, QEvent.Type.MouseButtonRelease, at)
    drag(lanes, at, months(lanes, 5), let_go=False)
    mouse(lanes, QEvent.Type.MouseMove, at)
    mouse(lanes, QEvent.Type.MouseButtonRelease, at)
    assert window.session.history.count() == 0
    assert not window.session.history.canUndo()


def test_that_a_drag_with_control_leaves_the_bar_and_moves_a_copy(window, lanes):
    drag(lanes, box(lanes).center() - QPointF(20, 0), months(lanes, 12), CONTROL)
    assert events(window) == (STOP, replace(STOP, start_month=36))
    assert window.session.history.count() == 1
    assert lanes.current.index == 1


def test_that_a_click_alone_changes_nothing(window, lanes):
    QTest.mouseClick(lanes, LEFT, NONE, box(lanes).center().toPoint())
    assert window.session.history.count() == 0
    assert lanes.current.index == 0


def test_that_a_double_click_on_a_lane_adds_a_bar_there_and_esc_takes_it_back(window, lanes):
    place = QPointF(lanes.board.x_of(60.5), lanes.board.lane_box("events").center().y())
    mouse(lanes, QEvent.Type.MouseButtonDblClick, place)
    details = window.overview.timeline.details
    assert details.isVisible()
    assert len(events(window)) == 2
    assert events(window)[1].start_month == 60
    QTest.keyClick(details, Qt.Key.Key_Escape)
    assert events(window) == (STOP,)
    assert window.session.history.count() == 0
    assert details.isHidden()


def test_that_overlapping_bars_stand_below_each_other_and_the_rest_is_counted(window, lanes):
    window.session.edit("events", [replace(STOP, start_month=24 + i) for i in range(8)])
    window.overview.timeline.lanes.show_scenario(window.session.scenario, 0)
    stack = lanes.board.stacks["events"]
    assert len(stack.hidden) == 8 - lanes.board.rows["events"]
    assert len({box(lanes, index=i).top() for i in stack.rows}) == lanes.board.rows["events"]
    lanes.more_wanted.emit()
    for _ in range(5):
        QApplication.processEvents()
    assert lanes.board.stacks["events"].hidden == ()


def test_that_a_hidden_bar_is_shown_once_it_has_the_keys(window, lanes):
    window.session.edit("events", [replace(STOP, start_month=24 + i) for i in range(8)])
    lanes.show_scenario(window.session.scenario, 0)
    lanes.setFocus()
    hidden = lanes.board.stacks["events"].hidden[0]
    for _ in range(hidden):
        QTest.keyClick(lanes, Qt.Key.Key_Right, CONTROL)
    assert lanes.board.box(lanes.bar("events", hidden)) is not None


# By keys


def test_that_each_key_does_to_a_bar_what_the_help_says(window, lanes):
    lanes.setFocus(Qt.FocusReason.TabFocusReason)
    assert lanes.current.title == "GPU stop 40%"
    for key, modifier, expected in (
        (Qt.Key.Key_Right, NONE, {"start_month": 25}),
        (Qt.Key.Key_Left, NONE, {"start_month": 24}),
        (Qt.Key.Key_Right, SHIFT, {"duration_months": 10}),
        (Qt.Key.Key_Left, SHIFT | Qt.KeyboardModifier.AltModifier, {"start_month": 23}),
        (Qt.Key.Key_Up, NONE, {"severity": 0.45}),
        (Qt.Key.Key_Down, SHIFT, {"severity": 0.44}),
    ):
        QTest.keyClick(lanes, key, modifier)
        for name, value in expected.items():
            assert getattr(events(window)[0], name) == value
    QTest.keyClick(lanes, Qt.Key.Key_Delete)
    assert events(window) == ()
    assert lanes.current is None
    QTest.keyClick(lanes, Qt.Key.Key_Down, CONTROL)
    assert lanes.lane.key == "contracts"
    QTest.keyClick(lanes, Qt.Key.Key_End)
    assert lanes.current.title.startswith("Google, up to one million TPUs")


def test_that_presses_that_follow_closely_are_one_step(window, lanes):
    lanes.setFocus()
    for _ in range(5):
        QTest.keyClick(lanes, Qt.Key.Key_Right)
    assert window.session.history.count() == 1
    QTest.keyClick(lanes, Qt.Key.Key_Up)
    assert window.session.history.count() == 2


def test_that_a_bar_is_copied_and_pasted_behind_itself_with_a_name_of_its_own(window, lanes):
    lanes.setFocus()
    QTest.keyClick(lanes, Qt.Key.Key_C, CONTROL)
    QTest.keyClick(lanes, Qt.Key.Key_V, CONTROL)
    assert events(window) == (STOP, replace(STOP, start_month=33))
    QTest.keyClick(lanes, Qt.Key.Key_Down, CONTROL)
    QTest.keyClick(lanes, Qt.Key.Key_C, CONTROL)
    QTest.keyClick(lanes, Qt.Key.Key_V, CONTROL)
    names = [contract.name for contract in window.session.scenario.contracts]
    assert len(names) == len(set(names)) == 5
    assert QGuiApplication.clipboard().text()


def test_that_what_is_no_bar_on_the_clipboard_is_refused_in_words(window, lanes, qtbot):
    lanes.setFocus()
    for data in (b"{", b'{"events": 3}', b"[]", json.dumps({"events": {"kind": "x"}}).encode()):
        mime = QMimeData()
        mime.setData(clipboard.KIND, data)
        QGuiApplication.clipboard().setMimeData(mime)
        with qtbot.waitSignal(lanes.keys.told):
            QTest.keyClick(lanes, Qt.Key.Key_V, CONTROL)
    assert events(window) == (STOP,)


def test_that_the_card_changes_the_bar_at_once_and_is_one_step(window, lanes):
    lanes.setFocus()
    QTest.keyClick(lanes, Qt.Key.Key_Return)
    details = window.overview.timeline.details
    date, share = details.fields["start_month"], details.fields["severity"]
    date.setFocus()
    date.selectAll()
    QTest.keyClicks(date, "Mar 2028")
    share.setFocus()
    assert events(window)[0].start_month == 38
    share.selectAll()
    QTest.keyClicks(share, "75 %")
    kind = details.fields["kind"]
    kind.setFocus()
    assert events(window)[0].severity == 0.75
    kind.setCurrentIndex(kind.findData("power_outage"))
    assert events(window)[0] == Event("power_outage", "all", 38, 9, 0.75)
    assert "scope" not in details.fields
    QTest.keyClick(details, Qt.Key.Key_Return)
    assert window.session.history.count() == 1
    assert QApplication.focusWidget() is lanes
    window.edit.undo()
    assert events(window) == (STOP,)


def test_that_a_kind_whose_severity_means_nothing_is_set_back_and_forth(window, lanes):
    details = window.overview.timeline.details
    window.overview.timeline.open_details("events", 0)
    kind = details.fields["kind"]
    for word in ("price_shock", "grid_delay", "supply_stop", "generation_slip", "demand_shock"):
        kind = details.fields["kind"]
        kind.setCurrentIndex(kind.findData(word))
        assert events(window)[0].kind == word
        assert kind.currentText() == word_shown(word)
    assert 0 < events(window)[0].severity <= 1
    details.finish()


def test_that_a_text_that_is_no_number_is_refused_in_the_card(window, lanes):
    window.overview.timeline.open_details("events", 0)
    details = window.overview.timeline.details
    share = details.fields["severity"]
    share.setFocus()
    share.selectAll()
    QTest.keyClicks(share, "900")
    QTest.keyClick(share, Qt.Key.Key_Return)
    assert details.isVisible()
    assert details._problem.text()
    details.cancel()
    assert events(window) == (STOP,)


# What screen readers are told


def test_that_each_bar_is_an_item_of_a_list_with_name_and_value(window, lanes):
    found = QAccessible.queryAccessibleInterface(lanes)
    assert found.role() == QAccessible.Role.List
    assert found.childCount() == 1 + 4 + 2
    item = found.child(0)
    assert item.role() == QAccessible.Role.ListItem
    assert item.text(QAccessible.Text.Name) == "Shocks: GPU stop 40%"
    assert "Jan 2027 to Sep 2027, 9 months" in item.text(QAccessible.Text.Value)
    inside = lanes.mapToGlobal(box(lanes).center().toPoint())
    assert item.rect().contains(inside)
    assert found.childAt(inside.x(), inside.y()).text(QAccessible.Text.Name) == item.text(
        QAccessible.Text.Name
    )
    lanes.setFocus()
    assert item.state().selected
    window.session.edit("events", [])
    lanes.show_scenario(window.session.scenario, 0)
    assert found.childCount() == 6


def test_that_where_the_keys_are_is_said(window, lanes):
    lanes.setFocus(Qt.FocusReason.TabFocusReason)
    assert lanes.accessibleDescription().startswith("Shocks 1 of 1: GPU stop 40%; Jan 2027")
    QTest.keyClick(lanes, Qt.Key.Key_Right)
    assert "Feb 2027" in lanes.accessibleDescription()
    QTest.keyClick(lanes, Qt.Key.Key_Delete)
    assert lanes.accessibleDescription() == "Shocks: none; Insert adds one"


# Its room


def test_that_a_small_window_folds_it_and_a_large_one_unfolds_it(window, qtbot):
    timeline = window.overview.timeline
    assert not timeline.folded
    window.resize(1024, 700)
    qtbot.waitUntil(lambda: timeline.folded)
    assert timeline.height() == timeline.lanes.board.strip
    QTest.mouseClick(timeline.lanes, LEFT, NONE, timeline.lanes.rect().center())
    assert not timeline.folded
    window.resize(1600, 1000)
    qtbot.waitUntil(lambda: timeline.height() == timeline.usual_height)
    timeline.toggle.click()
    assert timeline.folded


def test_that_height_and_fold_are_kept_with_the_layout(window):
    timeline = window.overview.timeline
    timeline.use_state({"unfolded": True, "height": 240})
    QApplication.processEvents()
    assert timeline.height() == 240
    kept = window.overview.state
    timeline.fold(True)
    window.overview.use_state(kept)
    assert not timeline.folded
    for wrong in ({"unfolded": True, "height": "x"}, {"unfolded": True}, "x"):
        with pytest.raises((TypeError, ValueError, LookupError)):
            timeline.use_state(wrong)


def test_that_the_months_stand_over_those_of_the_ribbon(window):
    lanes, ribbon = window.overview.timeline.lanes, window.overview.ribbon
    left = lanes.mapTo(window, lanes.rect().topLeft()).x()
    at = ribbon.mapTo(window, ribbon.rect().topLeft()).x()
    assert left + lanes.board.left == pytest.approx(at, abs=1)
    assert left + lanes.board.right == pytest.approx(at + ribbon.width(), abs=1)


def test_that_the_baseline_is_shown_while_it_is_held_and_cannot_be_moved(window, lanes, qtbot):
    window.presenter.hold_baseline(True)
    assert lanes.board.bars["events"] == ()
    lanes.setFocus()
    QTest.keyClick(lanes, Qt.Key.Key_Insert)
    assert events(window) == (STOP,)
    window.presenter.hold_baseline(False)
    assert len(lanes.board.bars["events"]) == 1


def test_that_the_baseline_stands_behind_a_bar_that_was_moved(window, lanes, qtbot):
    window.session.pin_baseline()
    drag(lanes, box(lanes).center() - QPointF(20, 0), months(lanes, 6))
    qtbot.waitUntil(lambda: window.result.scenario == window.session.scenario)
    assert lanes.board.before == {("events", 0): (24, 33)}
    there = lanes.board.before_box(lanes.board.bars["events"][0], box(lanes))
    assert there.left() == pytest.approx(lanes.board.x_of(24))
    window.session.pin_baseline()
    assert lanes.board.before == {}


def test_that_another_document_takes_the_bar_out_of_the_hand(window, lanes):
    drag(lanes, box(lanes).center() - QPointF(20, 0), months(lanes, 6), let_go=False)
    window.session.open(window.session.document, None)
    mouse(lanes, QEvent.Type.MouseMove, QPointF(lanes.board.x_of(60), 30))
    assert events(window)[0].start_month == 30
    assert window.session.history.count() == 0


def test_that_a_lever_leaves_the_lanes_unpainted(window, lanes, qtbot):
    from tests.gui.test_frame_cost import Counter

    qtbot.waitUntil(lambda: window.presenter.ensemble is not None)
    paints = Counter(QEvent.Type.Paint)
    QApplication.processEvents()
    lanes.installEventFilter(paints)
    window.session.edit("revenue_growth", 5.0)
    qtbot.waitUntil(lambda: window.result.scenario == window.session.scenario)
    QApplication.processEvents()
    assert paints.count == 0
    lanes.removeEventFilter(paints)


def test_that_a_hundred_shocks_in_other_colours_and_larger_letters_can_be_painted(window, lanes):
    many = [replace(STOP, start_month=i % 90, severity=0.3) for i in range(100)]
    window.session.edit("events", [*many, *OTHERS])
    lanes.show_scenario(window.session.scenario, 0)
    window.use_palette(DARK.scaled(1.5))
    assert not lanes.grab().isNull()
    assert len(lanes.board.bars["events"]) == 103


def test_that_parts_of_a_narrow_bar_do_not_cover_each_other(window, lanes):
    window.session.edit("events", [replace(STOP, duration_months=1)])
    lanes.show_scenario(window.session.scenario, 0)
    found = box(lanes)
    parts = {lanes.board.at(QPointF(found.left() + x, found.center().y()))[1] for x in range(12)}
    assert Part.SHARE not in parts
    assert {Part.BODY, Part.END} <= parts


# The tables


def test_that_the_row_of_a_bar_stands_below_it_and_the_other_way_round(window, lanes, qtbot):
    timeline = window.overview.timeline
    before = timeline.height()
    window.actions_by_key["view.timeline_tables"].trigger()
    qtbot.waitUntil(lambda: timeline.height() > before + 150 and lanes.height() == before)
    tables = timeline.tables
    tables.choose("contracts", 0)
    view = tables.tables["contracts"].view
    view.setFocus()
    view.setCurrentIndex(tables.tables["contracts"].model.index(2, 0))
    assert (lanes.lane.key, lanes.current.index) == ("contracts", 2)
    lanes.setFocus()
    QTest.keyClick(lanes, Qt.Key.Key_Up, CONTROL)
    assert tables.tabs.currentIndex() == 0
    window.session.edit("events", [])
    timeline.as_table.setChecked(False)
    qtbot.waitUntil(lambda: timeline.height() == before)


def test_that_a_row_typed_in_the_table_is_a_bar_at_once(window, lanes, qtbot):
    timeline = window.overview.timeline
    timeline.open_table("events")
    model = timeline.tables.tables["events"].model
    heads = [model.headerData(i, Qt.Orientation.Horizontal) for i in range(model.columnCount())]
    assert model.setData(model.index(0, heads.index("Start month")), "2028-03")
    qtbot.waitUntil(lambda: lanes.board.bars["events"][0].first == 38)


def test_that_enter_on_a_point_of_revenue_opens_its_row(window, points, qtbot):
    points.setFocus()
    QTest.keyClick(points, Qt.Key.Key_End)
    QTest.keyClick(points, Qt.Key.Key_Return)
    table = window.overview.timeline.tables.tables["revenue_anchors"]
    qtbot.waitUntil(table.isVisible)
    assert table.view.currentIndex().row() == 3
    assert QApplication.focusWidget() is table.view


# Known revenue on the demand curve


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


# From the menus


def test_that_the_palette_adds_a_shock_from_any_page(window, qtbot):
    window.pages.show_key("notes")
    window.actions_by_key["edit.add_shock"].trigger()
    assert window.pages.in_front is window.overview
    details = window.overview.timeline.details
    assert details.isVisible()
    assert len(events(window)) == 1
    details.finish()
    assert window.session.history.undoText() == "Shocks: Shock 1 added"


def test_that_a_card_stays_with_its_page_and_closes_when_the_keys_go_elsewhere(window, lanes):
    timeline = window.overview.timeline
    timeline.open_details("events", 0)
    window.pages.show_key("notes")
    assert timeline.details.isHidden()
    window.pages.show_key("overview")
    timeline.open_details("events", 0)
    window.levers.search.setFocus()
    assert timeline.details.isHidden()
    assert window.session.history.count() == 0


def test_that_a_menu_offers_what_can_be_done_with_a_bar(window, lanes):
    QTest.mouseClick(lanes, LEFT, NONE, box(lanes).center().toPoint())
    menu = window.overview.timeline.menu_of("events", 30)
    texts = [action.text() for action in menu.actions() if action.text()]
    assert texts == ["Details…", "Copy", "Delete", "Add: Shock…", "Paste"]
    menu.actions()[2].trigger()
    menu.deleteLater()
    assert events(window) == ()


def test_that_f1_opens_the_manual_where_it_tells_the_timeline(window, lanes):
    found = entry_of(lanes)
    assert (found.page, found.anchor) == ("manual", "the-timeline")


def test_that_the_menu_folds_and_unfolds_it(window):
    action = window.actions_by_key["view.timeline"]
    window.activateWindow()
    action.trigger()
    assert window.overview.timeline.folded
    action.trigger()
    assert not window.overview.timeline.folded
    assert QApplication.focusWidget() is window.overview.timeline.lanes


# Locked


def test_that_a_locked_list_is_neither_dragged_nor_changed_by_keys_and_says_why(window, lanes):
    lever = window.levers.row("events")
    lever.lock.setChecked(True)
    said = []
    lanes.keys.told.connect(said.append)
    window.overview.timeline.refused.connect(said.append)
    drag(lanes, box(lanes).center() - QPointF(20, 0), months(lanes, 3))
    assert events(window) == (STOP,)
    assert said[-1] == "Shocks: it is locked; open its lock among the levers to change it"
    assert not lanes.dragging
    lanes.setFocus()
    clipboard.copy(lanes.lane, STOP, window.session.scenario)
    for key, modifiers in (
        (Qt.Key.Key_Right, NONE),
        (Qt.Key.Key_Up, NONE),
        (Qt.Key.Key_Delete, NONE),
        (Qt.Key.Key_Insert, NONE),
        (Qt.Key.Key_Return, NONE),
        (Qt.Key.Key_V, CONTROL),
    ):
        count = len(said)
        QTest.keyClick(lanes, key, modifiers)
        assert len(said) > count, key
        assert "locked" in said[-1]
    assert events(window) == (STOP,)
    assert window.session.history.count() == 0
    lever.lock.setChecked(False)
    drag(lanes, box(lanes).center() - QPointF(20, 0), months(lanes, 3))
    assert events(window)[0].start_month == 27


def test_that_what_was_done_before_a_lock_can_still_be_undone(window, lanes):
    drag(lanes, box(lanes).center() - QPointF(20, 0), months(lanes, 3))
    window.session.lock("events", held=True)
    window.edit.undo()
    assert events(window) == (STOP,)


def test_that_a_drag_on_an_empty_place_draws_a_bar_that_long_as_one_step(window, lanes):
    lane = lanes.board.lane_box("events")
    at = QPointF(lanes.board.x_of(60) + 2, lane.center().y())
    drag(lanes, at, months(lanes, 7), let_go=False)
    drawn = events(window)[1]
    assert (drawn.start_month, drawn.duration_months) == (60, 8)
    assert (lanes.lane.key, lanes.current.index) == ("events", 1)
    mouse(lanes, QEvent.Type.MouseButtonRelease, at + months(lanes, 7))
    assert window.session.history.count() == 1
    window.session.history.undo()
    assert events(window) == (STOP,)


def test_that_a_bar_is_drawn_backwards_and_given_up_with_esc(window, lanes, qtbot):
    lane = lanes.board.lane_box("events")
    at = QPointF(lanes.board.x_of(60) + 2, lane.center().y())
    drag(lanes, at, months(lanes, -5))
    assert (events(window)[1].start_month, events(window)[1].duration_months) == (55, 6)
    window.session.history.undo()
    drag(lanes, at, months(lanes, 9), let_go=False)
    QTest.keyClick(lanes, Qt.Key.Key_Escape)
    assert events(window) == (STOP,)
    mouse(lanes, QEvent.Type.MouseButtonRelease, at)


def test_that_a_bar_which_an_undo_took_away_is_not_taken_hold_of(window, lanes, qtbot):
    window.session.edit("events", [STOP, *OTHERS])
    qtbot.waitUntil(lambda: len(lanes.board.bars["events"]) == 4)
    there = box(lanes, index=1).center()
    window.edit.undo()
    drag(lanes, there, months(lanes, 3))  # before the next frame
    assert len(events(window)) == 2  # it draws one, as over any empty place
    assert events(window)[0] == STOP
    assert not lanes.dragging


def test_that_a_click_on_an_empty_place_draws_nothing(window, lanes):
    lane = lanes.board.lane_box("events")
    at = QPointF(lanes.board.x_of(60) + 2, lane.center().y())
    drag(lanes, at, QPointF(1, 0))
    assert events(window) == (STOP,)
    assert not lanes.dragging
