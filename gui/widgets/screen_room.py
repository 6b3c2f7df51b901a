"""How much of a screen a window can have."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

FRAME = QSize(16, 48)  # what a title bar and its borders take at most
NO_SCREEN = QSize(1600, 1000)  # what is reckoned with while there is none


def room(window: QWidget) -> QSize:
    """What a screen has for the inside of the window; Qt knows its frame only once it is shown."""
    screen = window.screen() or QGuiApplication.primaryScreen()
    return screen.availableSize() - FRAME if screen is not None else NO_SCREEN
