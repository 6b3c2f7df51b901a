"""Files dropped anywhere on the window open in it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QObject, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from engine.files.comparison_files import MOST


class Drops(QObject):
    """Takes local files; what kind they are, opening them says."""

    dropped = Signal(object)  # a Path
    several = Signal(object)  # a list of them

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
            paths = dropped_files(event.mimeData())
            if not paths:
                return False
            if not _read_only(event):
                event.ignore()
                return True
            self._silence_fields()  # other families have other fields
            if event.type() == QEvent.Type.Drop and not isinstance(event, QDragEnterEvent):
                if len(paths) == 1:
                    self.dropped.emit(paths[0])
                else:
                    self.several.emit(paths)
            return True
        return False


def _read_only(event: QDropEvent) -> bool:
    """Accept what is dropped as something to be read; whether its source offers that.

    A source that is told that its file was moved deletes it.
    """
    for action in (Qt.DropAction.CopyAction, Qt.DropAction.LinkAction):
        if action in event.possibleActions():
            event.setDropAction(action)
            event.accept()
            return True
    return False


def dropped_files(data: QMimeData) -> list[Path]:
    """The files that are dragged; none where one of them is not on this machine."""
    urls = data.urls() if data.hasUrls() else []
    if len(urls) > MOST or not all(url.isLocalFile() for url in urls):
        return []
    return [Path(url.toLocalFile()) for url in urls]
