"""Bars of the timeline under the mouse: drawn, dragged, stretched, copied, and by menus."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from gui.window.commands.help import entry_of
from tests.gui.timelines import CONTROL, LEFT, NONE, OTHERS, STOP, box, drag, events, months, mouse

# Dragged


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


# Drawn


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
