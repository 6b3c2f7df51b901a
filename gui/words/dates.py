"""Moments as files have them, in UTC, told by the user's own clock and language."""

from __future__ import annotations

from PySide6.QtCore import QDateTime, QLocale, Qt

from gui.words.abbreviate import short

LONGEST = 20  # letters of a text that is no moment


def local_time(written: str) -> str:
    """`2026-11-25T17:05:00Z` as it is said here; a text that is no moment as it is."""
    when = QDateTime.fromString(written, Qt.DateFormat.ISODate)
    if not when.isValid():
        return short(written, LONGEST)
    return QLocale().toString(when.toLocalTime(), QLocale.FormatType.ShortFormat)
