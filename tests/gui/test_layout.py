"""What the window looks like: hidden levers, presenter mode, and how it opens again."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QSettings, QSize, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QApplication

from gui.document import templates
from gui.widgets.palette import LIGHT
from gui.window.main_window import MainWindow
from gui.window.saved_layout import VIEWS

CONTROL = Qt.KeyboardModifier.ControlModifier


def reopened(qtbot, window) -> MainWindow:
    window.close()
    again = MainWindow(templates.default_document())
    again.show()
    qtbot.addWidget(again)
    return again


def test_that_the_levers_can_be_hidden_and_the_keys_go_to_the_pages(window, qtbot):
    window.activateWindow()
    qtbot.keyClick(window, Qt.Key.Key_L, CONTROL)
    assert window.levers.isHidden()
    assert not window.levers.isAncestorOf(window.focusWidget())
    assert not window.actions_by_key["view.levers"].isChecked()
    qtbot.keyClick(window, Qt.Key.Key_L, CONTROL)
    assert window.levers.isVisible()


def test_that_the_edge_of_the_lever_panel_can_be_dragged(window, qtbot):
    handle = window.panes.handle(1)
    before = window.levers.width()
    middle = handle.rect().center()
    qtbot.mousePress(handle, Qt.MouseButton.LeftButton, pos=middle)
    qtbot.mouseMove(handle, middle + QPoint(80, 0))
    qtbot.mouseRelease(handle, Qt.MouseButton.LeftButton, pos=middle + QPoint(80, 0))
    assert before + 60 < window.levers.width() < before + 100


def test_that_the_edge_of_the_lever_panel_can_be_moved_by_keys(window, qtbot):
    window.activateWindow()
    edge = window.panes.handle(1)
    edge.setFocus(Qt.FocusReason.TabFocusReason)
    assert edge.hasFocus()
    before = window.levers.width()
    for key, modifier, apart in (
        (Qt.Key.Key_Right, Qt.KeyboardModifier.NoModifier, 8),
        (Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier, 88),
        (Qt.Key.Key_Left, Qt.KeyboardModifier.NoModifier, 80),
        (Qt.Key.Key_Left, CONTROL, 79),
    ):
        qtbot.keyClick(edge, key, modifier)
        assert window.levers.width() == before + apart
    assert window.panes.levers_width == before + 79
    qtbot.keyClick(edge, Qt.Key.Key_Home)
    assert window.levers.width() == window.levers.minimumWidth()
    qtbot.keyClick(edge, Qt.Key.Key_End)
    assert window.levers.width() == window.levers.maximumWidth()
    assert str(edge.x()) in edge.accessibleDescription()
    assert edge.accessibleName() == "Edge of the levers"


def test_that_the_edge_with_the_keys_has_a_ring_and_a_drag_leaves_the_keys_where_they_are(
    window, qtbot
):
    window.activateWindow()
    slider = window.levers.row("power_budget_gw").line.slider
    slider.setFocus()
    edge = window.panes.handle(1)
    qtbot.mouseClick(edge, Qt.MouseButton.LeftButton)
    assert slider.hasFocus()
    edge.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.waitUntil(lambda: window._ring.around is edge and window._ring.isVisible())


def test_that_presenting_makes_letters_large_and_escape_ends_it(window, qtbot):
    window.activateWindow()
    body = window.font().pointSizeF()
    width = window.levers.width()
    qtbot.keyClick(window, Qt.Key.Key_F11)
    assert window.isFullScreen()
    assert window.menuBar().isHidden()
    assert window.font().pointSizeF() == pytest.approx(body * 1.4)
    assert window.pages["overview"].charts["power"].plot._palette.type_scale == 1.4
    spin = window.levers.row("power_budget_gw").line.spin
    assert spin.width() > 110
    qtbot.keyClick(window, Qt.Key.Key_L, CONTROL)  # its menu is hidden, its key is not
    assert window.levers.isHidden()
    qtbot.keyClick(window.levers.search, Qt.Key.Key_Escape)
    assert not window.isFullScreen()
    assert window.menuBar().isVisible()
    assert window.levers.isVisible()
    assert window.font().pointSizeF() == body
    assert window.pages["overview"].charts["power"].plot._palette == LIGHT
    qtbot.waitUntil(lambda: abs(window.levers.width() - width) < 3)


def test_that_escape_in_a_drag_cancels_the_drag_and_presents_on(window, qtbot):
    window.activateWindow()
    window.view.presentation()
    slider = window.levers.row("power_budget_gw").line.slider
    slider.setFocus()
    qtbot.mousePress(slider, Qt.MouseButton.LeftButton, pos=QPoint(100, 20))
    qtbot.keyClick(slider, Qt.Key.Key_Escape)
    qtbot.mouseRelease(slider, Qt.MouseButton.LeftButton, pos=QPoint(100, 20))
    assert window.view.presenting
    assert window.session.scenario.power_budget_gw == 1.6
    window.view.presentation()


def test_that_the_window_opens_again_as_it_was(window, qtbot):
    window.pages.show_key("mix")
    window.pages["overview"].charts["cost"].choice = "cash"
    window.pages["fleet"].charts[next(iter(window.pages["fleet"].charts))].as_table = True
    window.levers.groups[2].header.setChecked(True)
    window.levers.measure.setCurrentIndex(2)
    window.pages["mix"].choose(3, 1)
    window.panes.size_levers(420)
    window.panes.show_levers(False)
    again = reopened(qtbot, window)
    assert again.pages.key == "mix"
    assert again.pages["overview"].charts["cost"].choice == "cash"
    again.pages.show_key("overview")
    assert again.pages["overview"].charts["cost"].plot.spec.parts[-1].label == "Chips"
    assert [chart.as_table for chart in again.pages["fleet"].charts.values()].count(True) == 1
    assert again.levers.groups[2].header.isChecked()
    assert not again.levers.groups[3].header.isChecked()
    assert again.levers.measure.currentIndex() == 2
    assert again.pages["mix"].chosen == (3, 1)
    assert again.levers.isHidden()
    again.resize(1600, 1000)
    again.panes.show_levers(True)
    qtbot.waitUntil(lambda: abs(again.levers.width() - 420) < 3)
    again.close()


def test_that_the_layout_can_be_reset(window, qtbot):
    window.pages.show_key("fleet")
    window.pages["overview"].charts["cost"].choice = "cash"
    window.levers.groups[2].header.setChecked(True)
    window.panes.show_levers(False)
    again = reopened(qtbot, window)
    again.actions_by_key["view.reset_layout"].trigger()
    assert again.pages.key == "overview"
    assert again.pages["overview"].charts["cost"].choice == "economic"
    assert not again.levers.groups[2].header.isChecked()
    assert again.levers.isVisible()
    again.close()


@pytest.mark.parametrize(
    "views",
    [
        "{",
        "[]",
        '{"page": 7, "pages": []}',
        '{"pages": {"mix": ["a"]}}',
        '{"width": 3000000000}',
        '{"width": 1e30}',
        '{"width": -1e30}',
        '{"width": 1e999}',
    ],
)
def test_that_a_layout_that_is_none_leaves_the_window_usable(window, qtbot, views):
    window.close()
    QSettings().setValue(VIEWS, views)
    again = MainWindow(templates.default_document())
    again.show()
    qtbot.addWidget(again)
    assert again.pages.key == "overview"
    assert again.panes.levers_shown
    again.close()


def test_that_a_first_window_is_no_larger_than_its_screen(qtbot):
    window = MainWindow(templates.default_document())
    window.show()
    qtbot.addWidget(window)
    room = window.screen().availableSize().expandedTo(QSize(1024, 700))
    assert window.width() <= room.width()
    assert window.height() <= room.height()
    window.close()


# What an audience sees


def shown_levers(window) -> set[str]:
    return {
        key
        for group in window.levers.groups
        for key, row in group.rows.items()
        if not group.isHidden() and not row.isHidden()
    }


def test_that_presenting_shows_just_the_levers_that_were_chosen(window, qtbot):
    before = shown_levers(window)
    window.view.present(True)
    assert shown_levers(window) == {"revenue_growth", "mix", "power_budget_gw"}
    window.levers._keep_presented("wacc", True)
    window.levers._keep_presented("mix", False)
    assert shown_levers(window) == {"revenue_growth", "wacc", "power_budget_gw"}
    window.view.present(False)
    assert before <= shown_levers(window)
    assert window.levers.presented == {"revenue_growth", "wacc", "power_budget_gw"}


def test_that_the_menu_of_a_lever_chooses_it_for_an_audience(window, qtbot):
    menu = window.levers.menu_of("power_budget_gw")
    [keep] = menu.actions()
    assert keep.isChecked()
    keep.trigger()
    menu.close()
    assert "power_budget_gw" not in window.levers.presented


def test_that_a_lever_s_slider_hands_the_key_for_menus_to_its_lever(window, qtbot):
    asked = []
    row = window.levers.row("power_budget_gw")
    row.menu_wanted.disconnect()
    row.menu_wanted.connect(lambda key, at: asked.append(key))
    at = row.rect().center()
    event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, at, row.mapToGlobal(at))
    QApplication.sendEvent(row.line.slider, event)
    assert asked == ["power_budget_gw"]


def test_that_charts_have_the_room_of_the_timeline_while_presenting(window, qtbot):
    timeline = window.overview.timeline
    timeline.unfold()
    window.view.present(True)
    assert timeline.folded
    window.view.present(False)
    assert not timeline.folded


def test_that_the_chosen_levers_are_remembered(window, qtbot):
    window.levers._keep_presented("wacc", True)
    window.layout_.save()
    window.levers._keep_presented("wacc", False)
    window.layout_.restore()
    assert "wacc" in window.levers.presented
