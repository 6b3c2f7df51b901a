"""The tour of the first start, and the read-out of performance."""

from __future__ import annotations

from PySide6.QtCore import Qt

from engine.run.backend import loop_words
from gui.window.frame_timing import resident_bytes


def beside(tour) -> bool:
    """Whether the callout is inside the window and does not cover what it is about."""
    inside = tour.window().rect().contains(tour.geometry())
    return inside and not tour.geometry().intersects(tour.ring.geometry())


def test_that_the_tour_goes_through_the_window_by_mouse(window, tour, qtbot):
    titles = []
    while tour.isVisible():
        assert tour.ring.isVisible(), tour._title.text()
        assert beside(tour), tour._title.text()
        assert tour._title.text() in tour.accessibleName()
        titles.append(tour._title.text())
        qtbot.mouseClick(tour.next, Qt.MouseButton.LeftButton)
    assert 5 <= len(titles) <= 7
    assert len(set(titles)) == len(titles)
    assert tour.ring.isHidden()


def test_that_the_tour_goes_on_and_back_and_ends_by_keys(window, tour, qtbot):
    qtbot.keyClick(tour.next, Qt.Key.Key_Return)
    assert tour.place == 1
    qtbot.keyClick(tour.next, Qt.Key.Key_Left)  # to the button before it
    assert tour.back.hasFocus()
    qtbot.keyClick(tour.back, Qt.Key.Key_Return)
    assert tour.place == 0
    assert not tour.back.isEnabled()
    qtbot.keyClick(tour.next, Qt.Key.Key_Space)
    assert tour.place == 1
    qtbot.keyClick(tour.next, Qt.Key.Key_Escape)
    assert tour.isHidden()


def test_that_levers_work_during_the_tour_and_escape_there_ends_it(window, tour, qtbot):
    slider = window.levers.row("power_budget_gw").line.slider
    slider.setFocus()
    qtbot.keyClick(slider, Qt.Key.Key_Right)
    assert window.session.scenario.power_budget_gw > 1.6
    assert tour.isVisible()
    qtbot.keyClick(slider, Qt.Key.Key_Escape)
    assert tour.isHidden()


def test_that_the_tour_keeps_beside_its_target_at_the_smallest_size(window, tour, qtbot):
    window.resize(1024, 700)
    qtbot.waitUntil(lambda: window.width() == 1024)
    for _ in range(6):
        assert beside(tour), tour._title.text()
        qtbot.keyClick(tour.next, Qt.Key.Key_Return)


def test_that_the_tour_s_lever_is_brought_back_from_where_it_was_scrolled_to(window, qtbot):
    window.resize(1024, 600)
    for group in window.levers.groups:
        group.header.setChecked(True)
    bar = window.levers._scroll.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 1000)
    bar.setValue(bar.maximum())
    window.activateWindow()
    window.actions_by_key["help.tour"].trigger()
    tour = window.help.tour_
    assert tour.ring.isVisible()
    assert beside(tour)
    assert tour.next.hasFocus()


def test_that_the_read_out_says_where_a_frame_s_time_goes(window, qtbot):
    window.activateWindow()
    qtbot.keyClick(window, Qt.Key.Key_F12)
    read_out = window.view.read_out
    assert read_out.isVisible()
    for step in range(4):
        window.session.edit("power_budget_gw", 3.0 + step)
        window.session.edit("power_budget_gw", 3.5 + step)  # before a frame: merged into one
        qtbot.waitUntil(lambda step=step: read_out.painted == step + 1)
    assert len(read_out.frames) == 4
    assert read_out.paint > 0
    assert "Moves merged into one frame: 4" in read_out.text
    qtbot.waitUntil(lambda: window.presenter.ensemble is not None, timeout=20_000)
    for name in ("Engine", "Charts", "Paint", "Lever to pixels", "Late frames", "Bands", "Memory"):
        assert name in read_out.text
    assert f"Loop over the months: {loop_words()}" in read_out.text
    qtbot.keyClick(window, Qt.Key.Key_F12)
    assert read_out.isHidden()
    window.session.edit("power_budget_gw", 9.0)
    qtbot.waitUntil(lambda: window.result.scenario == window.session.scenario)
    assert read_out.changes == 8  # it hears nothing more


def test_that_this_process_holds_memory():
    found = resident_bytes()
    assert found is None or 2**24 < found < 2**36
