"""The field that the levers are searched with."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit

from gui.widgets.spoken import announce


class SearchField(QLineEdit):
    """Enter or Down goes on to what was found; Esc gives the search up."""

    entered = Signal()
    _told = ("", 0)  # what was searched for, and how many were found

    def tell(self, shown: Iterable[bool]) -> None:
        """Say how many levers are found: who doesn't see them hears it, once."""
        now = (self.text(), sum(shown))
        if self.text() and now != self._told:
            announce(self, self.tr("%n lever(s) found", "", now[1]))
        self._told = now

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Down):
            self.entered.emit()
        elif key == Qt.Key.Key_Escape and self.text():
            self.clear()
        else:
            super().keyPressEvent(event)  # Esc in an empty field is the window's
            return
        event.accept()
