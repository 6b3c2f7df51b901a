"""A window that has had the whole screen is as it was before."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QWidget

from gui.window import full_screen
from gui.window.full_screen import FullScreen

FRAME = QSize(6, 33)


@pytest.fixture
def framed(qtbot, monkeypatch):
    monkeypatch.setattr(full_screen, "_frame_of", lambda window: FRAME)
    widget = QWidget()
    qtbot.addWidget(widget)
    widget.resize(700, 500)
    widget.show()
    return widget


def test_that_a_maximized_window_stays_so_on_the_whole_screen_and_after_it(framed):
    """Asked to maximize and to leave at once, a compositor of Wayland may end the connection."""
    framed.showMaximized()
    whole = FullScreen(framed)
    whole.enter()
    assert framed.isFullScreen()
    assert framed.isMaximized()
    whole.leave()
    assert framed.windowState() == Qt.WindowState.WindowMaximized


def test_that_a_window_whose_frame_is_taken_off_its_size_gets_it_back(framed, qtbot):
    """Qt does that on Wayland, in the event that tells of the new state."""
    before = framed.size()
    whole = FullScreen(framed)
    for _ in range(2):
        whole.enter()
        assert framed.isFullScreen()
        whole.leave()
        assert framed.size() == before
        framed.resize(before - FRAME)
        qtbot.waitUntil(lambda: framed.size() == before)


def test_that_a_window_keeps_any_other_size_that_it_is_given_after_the_whole_screen(
    framed, qtbot, qapp
):
    before = framed.size()
    whole = FullScreen(framed)
    whole.enter()
    whole.leave()
    for size in (QSize(640, 480), before - FRAME / 2):
        framed.resize(size)
        qtbot.wait(20)
        assert framed.size() == size
    whole.enter()
    framed.resize(before - FRAME / 2 - FRAME)
    qtbot.wait(20)
    assert framed.isFullScreen()
