"""Texts that somebody else may have written, shown as they are: never markup, never a mnemonic.

Names, notes, sources, file names and values that an error quotes come from files, and Qt takes
what looks like HTML for HTML: it would read pictures from anywhere. Each kind of place has its
helper here.
"""

from __future__ import annotations

import textwrap

from PySide6.QtCore import Qt
from PySide6.QtGui import Qt as TextQt
from PySide6.QtWidgets import QLabel, QWidget

WORD_JOINER = "\u2060"  # has no width and no ink; after it no tag begins
WIDEST_TIP = 100  # letters of a line; Qt breaks no lines of a plain tip
TITLE_MARK = "[*]"  # Qt's place for the sign of unsaved changes


class PlainLabel(QLabel):
    """A label that shows its text as it is."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        if text:
            self.setText(text)


def plain(text: str) -> str:
    """`text` so that Qt shows it as it is where it would guess: in tips and in dialogs.

    For text alone, not for a part of one: Qt looks at the first sign that could begin a tag.
    """
    if not TextQt.mightBeRichText(text):
        return text
    return text.replace("<", f"<{WORD_JOINER}").replace("&lt;", f"&{WORD_JOINER}lt;")


def tip(text: str) -> str:
    """`text` for a tooltip, its lines broken where they are long."""
    if max(map(len, text.split("\n"))) > WIDEST_TIP:
        lines = (textwrap.wrap(line, WIDEST_TIP) or [""] for line in text.split("\n"))
        text = "\n".join(part for line in lines for part in line)
    return plain(text)


def without_keys(text: str) -> str:
    """`text` for a menu, a button or a tab, whose `&` is a sign and not the mark of a key."""
    return text.replace("&", "&&")


def as_read(text: str) -> str:
    """What people read of a menu's entry: its marks of keys gone, its signs left."""
    return text.replace("&&", "\0").replace("&", "").replace("\0", "&")


def in_title(text: str) -> str:
    """`text` for a window's title."""
    return text.replace(TITLE_MARK, TITLE_MARK * 2)
