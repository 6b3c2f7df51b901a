"""A label whose text changes at every frame without a new layout of the window."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QWidget

from gui.widgets.plain import PlainLabel

QWIDGETSIZE_MAX = 2**24 - 1  # Qt's own; PySide has no name for it


class FixedWidthLabel(PlainLabel):
    """As wide as its widest text so far; Qt lays nothing out anew for what can't change its size.

    Any other label has its whole window laid out, and painted once more, for each text.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)

    def say(self, text: str) -> None:
        if text == self.text():
            return
        self.setText(text)
        wanted = self.sizeHint()  # with what a style adds
        if wanted.width() > self.minimumWidth():
            self.setFixedSize(wanted)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self.setMinimumSize(0, 0)  # measured anew with the next text
            self.setMaximumSize(QWIDGETSIZE_MAX, QWIDGETSIZE_MAX)
