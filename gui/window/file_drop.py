"""Files dropped anywhere on the window open in it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QObject, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget


class Drops(QObject):
    """Takes one local file at a time; what kind it is, opening it says."""

    dropped = Signal(object)  # a Path

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        window.setAcceptDrops(True)
        window.installEventFilter(self)
        self._silence_fields()

    def _silence_fields(self) -> None:
        """A field would take the file's name as text."""
        for kind in (QLineEdit, QPlainTextEdit):
            for field in self._window.findChildren(kind):
                field.setAcceptDrops(False)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QDropEvent):  # in Qt entering and moving are drops, too
            path = dropped_file(event.mimeData())
            if path is None:
                return False
            event.acceptProposedAction()
            self._silence_fields()  # other families have other fields
            if event.type() == QEvent.Type.Drop and not isinstance(event, QDragEnterEvent):
                self.dropped.emit(path)
            return True
        return False


def dropped_file(data: QMimeData) -> Path | None:
    """The one file on this machine that is dragged, or None."""
    urls = data.urls() if data.hasUrls() else []
    if len(urls) != 1 or not urls[0].isLocalFile():
        return None
    return Path(urls[0].toLocalFile())
