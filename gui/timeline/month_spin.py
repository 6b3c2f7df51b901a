"""A field for a month of the scenario: typed and shown as a date, stepped by months."""

from __future__ import annotations

import re
from typing import Any

from PySide6.QtCore import QEvent, QLocale, Qt
from PySide6.QtGui import QValidator, QWheelEvent
from PySide6.QtWidgets import QAbstractSpinBox, QSpinBox, QWidget

from engine.tables.parameter import MONTHS_PER_YEAR, month_number, month_text
from gui.widgets.gestures import is_undo_or_redo
from gui.words.kpis import month_name, month_words

_BY_NUMBERS = re.compile(r"(\d{4})\s*[-/.]\s*(\d{1,2})|(\d{1,2})\s*[-/.]\s*(\d{4})")
_BY_NAME = re.compile(r"([^\W\d_]+)\.?\s*(\d{4})")
_FROM_HERE = re.compile(r"[+\-−]\s*\d{1,3}")


def read_month(text: str, now: int) -> int | None:
    """Months since year 0 that a text means: Mar 2027, 2027-03, 3/2027, +6; None for no month."""
    text = text.strip()
    if _FROM_HERE.fullmatch(text):
        return now + int(text.replace("−", "-").replace(" ", ""))
    if found := _BY_NUMBERS.fullmatch(text):
        year, month = (found[1], found[2]) if found[1] else (found[4], found[3])
        if 1 <= int(month) <= MONTHS_PER_YEAR:
            return int(year) * MONTHS_PER_YEAR + int(month) - 1
    if found := _BY_NAME.fullmatch(text):
        typed = found[1].lower()
        for month in range(MONTHS_PER_YEAR):
            if typed in _names(month):
                return int(found[2]) * MONTHS_PER_YEAR + month
    return None


def _names(month: int) -> set[str]:
    own = month_name(month).rstrip(".").lower()
    long = QLocale().monthName(month + 1).lower()
    english = QLocale(QLocale.Language.English).monthName(month + 1).lower()
    return {own, long, english, english[:3]}


class MonthSpin(QSpinBox):
    """Its value counts months from the first of the scenario."""

    def __init__(self, start: str, low: int, high: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._first = month_number(start)
        self.setRange(low, high)
        self.setKeyboardTracking(False)
        self.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.setButtonSymbols(QAbstractSpinBox.ButtonSymbols.NoButtons)

    def textFromValue(self, value: int) -> str:
        return month_words(month_text(self._first + value))

    def valueFromText(self, text: str) -> int:
        found = read_month(text, self._first + self.value())
        return self.value() if found is None else found - self._first

    def validate(self, text: str, position: int) -> Any:
        return QValidator.State.Acceptable, text, position

    def event(self, event: QEvent) -> bool:
        if is_undo_or_redo(event) and not self.lineEdit().isModified():
            event.ignore()
            return False
        return super().event(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if not self.hasFocus():
            event.ignore()
            return
        super().wheelEvent(event)
