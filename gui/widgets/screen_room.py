"""How much of a screen a window can have."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

FRAME = QSize(16, 48)  # what a title bar and its borders take at most
BARS = QSize(0, 48)  # of the system; on Wayland no program is told what they take
NO_SCREEN = QSize(1600, 1000)  # what is reckoned with while there is none


def room(window: QWidget) -> QSize:
    """What a screen has for the inside of the window; Qt knows its frame only once it is shown."""
    screen = window.screen() or QGuiApplication.primaryScreen()
    if screen is None:
        return NO_SCREEN
    whole = QGuiApplication.platformName().startswith("wayland")
    return screen.availableSize() - FRAME - (BARS if whole else QSize(0, 0))
