"""A field for a month of the scenario: typed and shown as a date, stepped by months."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QValidator, QWheelEvent
from PySide6.QtWidgets import QAbstractSpinBox, QSpinBox, QWidget

from gui.widgets.gestures import is_undo_or_redo
from gui.words.numbers import UnreadableError
from gui.words.typed_months import month_shown, read_month


class MonthSpin(QSpinBox):
    """Its value counts months from the first of the scenario."""

    refused = Signal(str)  # why a typed text was not taken; empty where it was

    def __init__(self, start: str, low: int, high: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._start = start
        self.setRange(low, high)
        self.setKeyboardTracking(False)
        self.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.setButtonSymbols(QAbstractSpinBox.ButtonSymbols.NoButtons)

    def textFromValue(self, value: int) -> str:
        return month_shown(self._start, value)

    def valueFromText(self, text: str) -> int:
        try:
            found = read_month(text, self._start, self.value())
        except UnreadableError as error:
            self.refused.emit(str(error))
            return self.value()
        self.refused.emit("")
        return found

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
