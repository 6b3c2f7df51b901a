"""Keys of the window that fields would keep: on Linux Ctrl+K cuts a text from the cursor on."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QKeyCombination, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from gui.window.followed_field import FollowedField

OURS = (QKeyCombination(Qt.KeyboardModifier.ControlModifier, Qt.Key.Key_K),)


class FieldKeys(FollowedField):
    """Looks at the keys of the field that has them, and at no other event of any widget."""

    def field_of(self, widget: QWidget | None) -> QWidget | None:
        return widget if isinstance(widget, QLineEdit | QPlainTextEdit) else None

    def come(self, field: QWidget) -> None:
        field.installEventFilter(self)

    def leave(self, field: QWidget) -> None:
        field.removeEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() != QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
            return False
        if event.keyCombination() not in OURS:
            return False
        event.ignore()  # a shortcut, then
        return True
