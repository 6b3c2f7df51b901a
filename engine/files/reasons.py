"""Why a file can't be read or written, in the reader's language."""

from __future__ import annotations

from engine.tables.parameter import QT_TRANSLATE_NOOP
from engine.text import translate

# What Python and the system say of a file, for the translators; others stay as they come.
FROM_OUTSIDE = (
    QT_TRANSLATE_NOOP("Json", "Expecting value"),
    QT_TRANSLATE_NOOP("Json", "Expecting ',' delimiter"),
    QT_TRANSLATE_NOOP("Json", "Expecting ':' delimiter"),
    QT_TRANSLATE_NOOP("Json", "Expecting property name enclosed in double quotes"),
    QT_TRANSLATE_NOOP("Json", "Unterminated string starting at"),
    QT_TRANSLATE_NOOP("Json", "Invalid control character at"),
    QT_TRANSLATE_NOOP("Json", "Extra data"),
    QT_TRANSLATE_NOOP("System", "No such file or directory"),
    QT_TRANSLATE_NOOP("System", "Permission denied"),
    QT_TRANSLATE_NOOP("System", "Operation not permitted"),
    QT_TRANSLATE_NOOP("System", "Read-only file system"),
    QT_TRANSLATE_NOOP("System", "No space left on device"),
    QT_TRANSLATE_NOOP("System", "Is a directory"),
    QT_TRANSLATE_NOOP("System", "Not a directory"),
    QT_TRANSLATE_NOOP("System", "File exists"),
    QT_TRANSLATE_NOOP("System", "File name too long"),
    QT_TRANSLATE_NOOP("System", "Input/output error"),
    QT_TRANSLATE_NOOP("System", "Disk quota exceeded"),
)


def unreadable(reason: str) -> str:
    """That a file can't be read for this `reason`, in words."""
    return translate("Problem", "cannot be read: {reason}").format(reason=reason)


def unwritable(reason: str) -> str:
    """That a file can't be written for this `reason`, in words."""
    return translate("Problem", "cannot be written: {reason}").format(reason=reason)


def reason_of(error: OSError) -> str:
    """What an `error` of the system says, in the reader's language where it is a common fault."""
    return translate("System", error.strerror) if error.strerror else type(error).__name__
