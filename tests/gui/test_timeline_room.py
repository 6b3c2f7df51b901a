"""The room of the timeline: folded and kept, over the months, beside its tables."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from gui.timeline.board import Part
from gui.widgets.palette import DARK
from tests.gui.timelines import CONTROL, LEFT, NONE, OTHERS, STOP, box, drag, events, months, mouse

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
