"""Fields to type in: they read what people write, and keep the text that they refuse."""

from __future__ import annotations

import math
from typing import Any

from PySide6.QtCore import QEvent, QLocale, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QValidator, QWheelEvent
from PySide6.QtWidgets import QAbstractSpinBox, QDoubleSpinBox, QLineEdit, QWidget

from gui.widgets.gestures import is_undo_or_redo, step_size, wheel_steps
from gui.widgets.slider_scale import MOST_DECIMALS, PAGES, decimals
from gui.words.numbers import NumberMarks, UnreadableError, number_words, short_text
from gui.words.quantity_parser import Unit, read
from gui.words.units import around

GROUPED_FROM = 10_000
LEAST_STEP = 0.01


class LeverField(QLineEdit):
    """A text field whose undo is the window's, save while a text is being typed."""

    def event(self, event: QEvent) -> bool:
        if is_undo_or_redo(event) and not self.isModified():
            event.ignore()
            return False
        return super().event(event)


class LeverSpinBox(QDoubleSpinBox):
    """Reports finished numbers only: on Enter, when it is left, or by a step."""

    taken = Signal(float)  # in full: what is shown may be rounded
    refused = Signal(str)  # why a typed text was not taken; empty when it is given up

    def __init__(
        self,
        low: float,
        high: float,
        step: float,
        unit: str = "%",
        *,
        words: bool = False,
        whole: bool = False,
        understood: Unit | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """`words`: large round numbers are written as 100 bn. `whole`: no others are taken.

        `understood`: what can be typed.
        """
        super().__init__(parent)
        self.unit = unit
        self._understood = understood or Unit.of(unit)
        self._words = words
        self._whole = whole
        self.setLocale(QLocale())  # the language's own, whatever the parent has
        self.setGroupSeparatorShown(high >= GROUPED_FROM)
        self.setKeyboardTracking(False)
        self.setButtonSymbols(QAbstractSpinBox.ButtonSymbols.NoButtons)
        self.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setDecimals(0 if whole else MOST_DECIMALS)
        self.setRange(low, high)
        self.setSingleStep(step)
        self._full = self.value()
        self.valueChanged.connect(self._changed)

    def _changed(self, value: float) -> None:
        self._full = value
        self.taken.emit(value)

    # What a finished text, a step and a page do; a lever's own field asks its line instead.

    def take(self, value: float) -> None:
        """Take a typed number, or refuse it with the limit."""
        if self.refuse_outside(value):
            return
        if self._whole and value != round(value):
            self.refused.emit(self.tr("A whole number is wanted: {unit}").format(unit=self.unit))
            return
        # as many digits as were typed, or Qt would round them away
        self.show_number(value, max(self.decimals(), decimals(self.singleStep(), value)))
        self.taken.emit(value)

    def step_by(self, about: float) -> None:
        """Have steps of about a size, of one digit: what is typed is shown with as many."""
        size = max(about, LEAST_STEP)
        self.setSingleStep(round(size, -math.floor(math.log10(size))))

    def step(self, steps: float) -> None:
        self.setValue(self.value() + steps * self.singleStep())

    def page(self, pages: float) -> None:
        self.setValue(self.value() + pages * (self.maximum() - self.minimum()) / PAGES)

    def refuse_outside(self, value: float) -> bool:
        """Whether a number is beyond a limit, which is then said."""
        low, high = self.minimum(), self.maximum()
        if low <= value <= high:
            return False
        text = self.tr("At most {limit} is allowed")
        limit = high
        if value < low:
            text, limit = self.tr("At least {limit} is allowed"), low
        self.refused.emit(text.format(limit=self._limit_words(limit)))
        return True

    def _limit_words(self, limit: float) -> str:
        before, behind = around(self.unit)
        return f"{before}{number_words(limit)}{behind}"

    def show_unit(self) -> None:
        """Have the unit around the number."""
        before, behind = around(self.unit)
        self.setPrefix(before)
        self.setSuffix(behind)

    def show_number(self, value: float, digits: int) -> None:
        """Show a number, in place of whatever text stands there."""
        self._full = value
        with QSignalBlocker(self):
            if digits != self.decimals():
                self.setDecimals(digits)
            self.setValue(value)

    # Qt asks these for every text; only `finish` decides what a text is worth.

    def validate(self, text: str, position: int) -> Any:
        return QValidator.State.Acceptable, text, position

    def valueFromText(self, text: str) -> float:
        return self.value()

    def textFromValue(self, value: float) -> str:
        return (self._words and short_text(value, self._marks)) or super().textFromValue(value)

    @property
    def _marks(self) -> NumberMarks:
        """The field reads by the marks that it writes with."""
        return NumberMarks.of(self.locale())

    def stepBy(self, steps: int) -> None:
        self.step(float(steps))

    def finish(self) -> None:
        """Read what has been typed, if anything."""
        field = self.lineEdit()
        if self.isReadOnly() or not field.isModified():
            return
        text = field.text().removeprefix(self.prefix()).removesuffix(self.suffix())
        if text.strip() == self.textFromValue(self.value()):
            # typed over with what stood there: the value keeps the digits that are not shown
            field.setModified(False)
            self.refused.emit("")
            self.taken.emit(self._full)
            return
        try:
            value = self._meant(text)
        except UnreadableError as error:
            self.refused.emit(str(error))
            return
        self.take(value)

    def _meant(self, text: str) -> float:
        """The number a text means. Raises UnreadableError."""
        return read(text, self._understood, self._marks)

    def event(self, event: QEvent) -> bool:
        if is_undo_or_redo(event) and not self.lineEdit().isModified():
            event.ignore()  # nothing is half typed: undo the last step of the scenario
            return False
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.finish()
            self.selectAll()
        elif key == Qt.Key.Key_Escape and self.lineEdit().isModified():
            self.show_number(self._full, self.decimals())
            self.selectAll()
            self.refused.emit("")
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.finish()
            self._unless_locked(self.step, step_size(event) * (1 if key == Qt.Key.Key_Up else -1))
        elif key in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
            self.finish()
            self._unless_locked(self.page, 1.0 if key == Qt.Key.Key_PageUp else -1.0)
        else:
            super().keyPressEvent(event)
            return
        event.accept()

    def _unless_locked(self, act: Any, amount: float) -> None:
        if not self.isReadOnly():
            act(amount)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self.finish()
        field = self.lineEdit()
        kept = field.text() if field.isModified() else None
        super().focusOutEvent(event)
        if kept is not None:  # refused: Qt would put the old number back
            field.setText(kept)
            field.setModified(True)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if not self.hasFocus():  # or scrolling the panel would edit values
            event.ignore()
            return
        event.accept()
        if steps := wheel_steps(event):
            self._unless_locked(self.step, steps)


class LineSpinBox(LeverSpinBox):
    """The field of a lever's line, which decides what is done."""

    entered = Signal(float)  # in the shown unit, within the bounds
    stepped = Signal(float)
    paged = Signal(float)
    letters_changed = Signal()  # they have another size, and the field another height

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self.letters_changed.emit()

    def take(self, value: float) -> None:
        if not self.refuse_outside(value):
            self.entered.emit(value)

    def step(self, steps: float) -> None:
        self.stepped.emit(steps)

    def page(self, pages: float) -> None:
        self.paged.emit(pages)
