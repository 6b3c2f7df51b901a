"""Calendar months as the reader says them. No Qt here."""

from __future__ import annotations

from engine.tables.parameter import QT_TRANSLATE_NOOP
from engine.text import translate

MONTH_NAMES = (
    QT_TRANSLATE_NOOP("Month", "Jan"),
    QT_TRANSLATE_NOOP("Month", "Feb"),
    QT_TRANSLATE_NOOP("Month", "Mar"),
    QT_TRANSLATE_NOOP("Month", "Apr"),
    QT_TRANSLATE_NOOP("Month", "May"),
    QT_TRANSLATE_NOOP("Month", "Jun"),
    QT_TRANSLATE_NOOP("Month", "Jul"),
    QT_TRANSLATE_NOOP("Month", "Aug"),
    QT_TRANSLATE_NOOP("Month", "Sep"),
    QT_TRANSLATE_NOOP("Month", "Oct"),
    QT_TRANSLATE_NOOP("Month", "Nov"),
    QT_TRANSLATE_NOOP("Month", "Dec"),
)


def month_name(month: int) -> str:
    """The short name of a calendar month, counted from 0."""
    return translate("Month", MONTH_NAMES[month])


def month_words(month: str) -> str:
    """`2026-12` as the reader says it."""
    year, number = month.split("-")
    return f"{month_name(int(number) - 1)} {year}"


def months_words(months: int) -> str:
    """How long something lasts: `1 month`, `18 months`."""
    return translate("Timeline", "%n month(s)", "", months)
