"""How a lever or a chart asks for its entry of the help, without knowing who has the book."""

from __future__ import annotations

from PySide6.QtGui import QWhatsThisClickedEvent
from PySide6.QtWidgets import QApplication, QWidget

ABOUT_LEVER = "about_lever"  # a property of a widget: the key of the lever that it sets


def ask(widget: QWidget, page: str, anchor: str) -> None:
    """Tell the widget's window that its entry is wanted: Qt's own event for it."""
    QApplication.sendEvent(widget.window(), QWhatsThisClickedEvent(f"{page}.md#{anchor}"))
