"""A month as it is typed and said: `Mar 2027`, `2027-03`, `3/2027`, `+6`, a date. No widget."""

from __future__ import annotations

import re

from PySide6.QtCore import QDate, QLocale

from engine.tables.parameter import MONTHS_PER_YEAR, month_number, month_text
from engine.text import translate
from gui.words.month_names import month_name, month_words
from gui.words.numbers import UnreadableError, plain, shortened

_LATER = re.compile(r"([+-])\s*(\d{1,4})")
_YEAR_FIRST = re.compile(r"(\d{4})\s*[-/.]\s*(\d{1,2})(?:\s*[-/.]\s*(\d{1,2})(?:[T ]\S+)?)?")
_YEAR_LAST = re.compile(r"(\d{1,2})\s*[-/.]\s*(\d{4})")
_NAMED = re.compile(r"(?:(\d{1,2})[ .-]+)?([^\W\d_]+)\.?[\s\-/.,’']*(\d{4}|\d{2})")
_DAY = re.compile(r"(\d{1,2})\s*[-/.]\s*(\d{1,2})\s*[-/.]\s*(\d{4})")
SPOKEN = (QLocale.Language.English, QLocale.Language.French)
CENTURY = 2000  # of years that are written with two digits


def month_shown(start: str, month: int) -> str:
    """A month that is counted from the scenario's first, as it is said: `Mar 2027`."""
    return month_words(month_text(month_number(start) + month))


def month_plain(start: str, month: int) -> str:
    """The same as a spreadsheet reads it: `2027-03`."""
    return month_text(month_number(start) + month)


def read_month(typed: str, start: str, now: int) -> int:
    """The month that a text means, counted from the scenario's first.

    `+6` is six months later than `now`. Raises UnreadableError.
    """
    text = " ".join(plain(typed).split())
    if found := _LATER.fullmatch(text):
        return now + int(found[1] + found[2])
    calendar = _calendar_month(text)
    if calendar is None:
        said = translate("Entries", "“{typed}” is no month; write {example}, {iso} or +6")
        example = month_words(month_text(month_number(start) + max(now, 0)))
        iso = month_text(month_number(start) + max(now, 0))
        raise UnreadableError(said.format(typed=shortened(typed), example=example, iso=iso))
    return calendar - month_number(start)


def _calendar_month(text: str) -> int | None:
    """Months since year 0; None for no month."""
    if found := _YEAR_FIRST.fullmatch(text):
        return _counted(int(found[1]), int(found[2]), found[3])
    if found := _YEAR_LAST.fullmatch(text):
        return _counted(int(found[2]), int(found[1]))
    if found := _DAY.fullmatch(text):
        first, second = int(found[1]), int(found[2])
        if first != second and max(first, second) <= MONTHS_PER_YEAR and _years_stand_first():
            return None  # such a language has no order for a year that stands last
        days_first = _days_stand_first()
        month, day = (second, first) if days_first else (first, second)
        if month > MONTHS_PER_YEAR:  # the other way round, where it can be nothing else
            month, day = day, month
        return _counted(int(found[3]), month, day)
    if found := _NAMED.fullmatch(text):
        year = int(found[3]) if len(found[3]) > 2 else CENTURY + int(found[3])
        names = [month for month in range(MONTHS_PER_YEAR) if _is_name(found[2], month)]
        return _counted(year, names[0] + 1, found[1]) if len(names) == 1 else None
    return None


def _counted(year: int, month: int, day: str | int | None = None) -> int | None:
    """None for a month that there is not, or a day that it does not have."""
    if day is not None and not QDate.isValid(year, month, int(day)):
        return None
    return year * MONTHS_PER_YEAR + month - 1 if 1 <= month <= MONTHS_PER_YEAR else None


def _days_stand_first() -> bool:
    """Whether the reader's language writes the day before the month."""
    written = QLocale().dateFormat(QLocale.FormatType.ShortFormat)
    return written.find("d") < written.find("M")


def _years_stand_first() -> bool:
    """Whether the reader's language writes the year before the month and the day."""
    return QLocale().dateFormat(QLocale.FormatType.ShortFormat).startswith("y")


def _is_name(typed: str, month: int) -> bool:
    """Whether it names a month, or begins its name: in the reader's language, or in one of ours."""
    word = typed.lower()
    names = {month_name(month).rstrip(".").lower()}
    for locale in (QLocale(), *map(QLocale, SPOKEN)):
        names.add(locale.standaloneMonthName(month + 1).lower())
        names.add(locale.monthName(month + 1).lower())  # beside a day: Μαρτίου, of Μάρτιος
        names.add(locale.monthName(month + 1, QLocale.FormatType.ShortFormat).rstrip(".").lower())
    return word in names or (len(word) > 2 and any(name.startswith(word) for name in names))
