"""The QApplication: what the system sends to the program as a whole."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QFileOpenEvent
from PySide6.QtWidgets import QApplication


class Application(QApplication):
    """Knows of files opened from the Finder, which on macOS come as an event.

    An event filter would be asked about every event of every widget; this is not.
    """

    file_wanted = Signal(str)

    def __init__(self, arguments: Sequence[str] = ("headroom",)) -> None:
        super().__init__(list(arguments))

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QFileOpenEvent) and event.file():
            self.file_wanted.emit(event.file())
            return True
        return super().event(event)
