"""A scroll bar that keeps its room and shows nothing where there is nothing to scroll."""

from __future__ import annotations

from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QScrollBar


class QuietScrollBar(QScrollBar):
    """For what must not be laid out anew when it gets longer than its room."""

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.minimum() < self.maximum():
            super().paintEvent(event)
            return
        painter = QPainter(self)  # it is opaque: its ground is its own to paint
        painter.fillRect(self.rect(), QApplication.palette().window())
        painter.end()
