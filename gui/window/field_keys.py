"""Keys of the window that fields would keep: on Linux Ctrl+K cuts a text from the cursor on."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QKeyCombination, QObject, Qt, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget
from shiboken6 import isValid

OURS = (QKeyCombination(Qt.KeyboardModifier.ControlModifier, Qt.Key.Key_K),)


class FieldKeys(QObject):
    """Looks at the keys of the field that has them, and at no other event of any widget."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._watched: QWidget | None = None
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._follow)

    @Slot()  # without the signal's widgets: the old one may be half destroyed
    def _follow(self) -> None:
        now, before = QApplication.focusWidget(), self._watched
        if before is not None and isValid(before):
            before.removeEventFilter(self)
        self._watched = None
        ours = now is not None and now.window() is self._window
        if ours and isinstance(now, QLineEdit | QPlainTextEdit):
            now.installEventFilter(self)
            self._watched = now

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() != QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
            return False
        if event.keyCombination() not in OURS:
            return False
        event.ignore()  # a shortcut, then
        return True
