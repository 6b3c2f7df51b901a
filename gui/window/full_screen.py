"""A window on the whole screen, and back as it was."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSize, Qt, QTimer, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget


class FullScreen(QObject):
    """Gives a window the whole screen, and takes it back.

    A maximized window stays so meanwhile: a Wayland compositor that is asked to maximize it in
    the moment it leaves the whole screen may give it no size, and end its connection for that.
    """

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._size, self._frame = window.size(), QSize(0, 0)  # before it had the whole screen

    def enter(self) -> None:
        window = self._window
        window.removeEventFilter(self)
        self._size, self._frame = window.size(), _frame_of(window)
        window.setWindowState(window.windowState() | Qt.WindowState.WindowFullScreen)

    def leave(self) -> None:
        window = self._window
        window.setWindowState(window.windowState() & ~Qt.WindowState.WindowFullScreen)
        if not window.isMaximized():
            window.resize(self._size)  # at once: it may be about to close, and be remembered
            if not self._frame.isNull():
                window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """On Wayland Qt takes the frame off the size that it goes back to, some time after."""
        if isinstance(event, QResizeEvent) and event.size() == self._size - self._frame:
            self._window.removeEventFilter(self)
            QTimer.singleShot(0, self._resize)  # Qt is about to use this size
        return False

    @Slot()
    def _resize(self) -> None:
        if not self._window.isFullScreen() and not self._window.isMaximized():
            self._window.resize(self._size)


def _frame_of(window: QWidget) -> QSize:
    """What its frame adds to it now; the widget itself may remember one of before."""
    handle = window.windowHandle()
    if handle is None:
        return QSize(0, 0)
    margins = handle.frameMargins()
    return QSize(margins.left() + margins.right(), margins.top() + margins.bottom())
