"""One stop of Tab for a lever; inside it Alt and an arrow go on, and digits go to its field."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QAbstractSpinBox, QApplication, QLineEdit, QWidget

from gui.levers.number_line import NumberLine
from gui.levers.slider import LeverSlider
from gui.widgets.month_spin_box import MonthSpinBox

NEXT = {Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1, Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1}
ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
STARTS = "0123456789.,-+=("  # of what can be typed into a field
ALONE = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier


class RowKeys(QObject):
    """Keys of everything in a row; `controls` says what is there, in reading order."""

    def __init__(self, row: QWidget, controls: Callable[[], Sequence[QWidget]]) -> None:
        super().__init__(row)
        self._row, self._controls = row, controls

    def hold(self, stop: QWidget) -> None:
        """Have Tab come to `stop` alone; the rest is reached from it."""
        for control in self._controls():
            wanted = Qt.FocusPolicy.StrongFocus if control is stop else Qt.FocusPolicy.ClickFocus
            if control.focusPolicy() != wanted:
                control.setFocusPolicy(wanted)
            control.removeEventFilter(self)
            control.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        key, modifiers = Qt.Key(event.key()), event.modifiers()
        plain = modifiers in ALONE
        keypad, alt = Qt.KeyboardModifier.KeypadModifier, Qt.KeyboardModifier.AltModifier
        shift = Qt.KeyboardModifier.ShiftModifier  # a month's name, and plus on many keyboards
        with_alt = modifiers & ~keypad == alt
        button = isinstance(watched, QAbstractButton)
        if key in NEXT and (with_alt or (plain and button)):
            self._go(watched, self._mirrored(key))
            return True
        if isinstance(watched, LeverSlider) and modifiers & ~shift in ALONE:
            return self._type(watched, event)
        if key == Qt.Key.Key_Escape and isinstance(watched, QAbstractSpinBox):
            return self._back(watched)
        return False

    def _mirrored(self, key: Qt.Key) -> int:
        across = key in (Qt.Key.Key_Left, Qt.Key.Key_Right)
        return -NEXT[key] if across and self._row.isRightToLeft() else NEXT[key]

    def _go(self, at: QObject, step: int) -> None:
        """To the next control that can have the keys; at the ends they stay."""
        there = [c for c in self._controls() if c is at or (c.isVisible() and c.isEnabled())]
        place = next((n for n, control in enumerate(there) if control is at), None)
        if place is not None and 0 <= place + step < len(there):
            found = there[place + step]
            found.setFocus(Qt.FocusReason.TabFocusReason)
            if isinstance(found, QAbstractSpinBox):
                found.selectAll()

    def _type(self, slider: LeverSlider, event: QKeyEvent) -> bool:
        """A digit over a slider begins a number in its field; Enter goes there."""
        line = slider.parentWidget()
        text = event.text()
        letters = isinstance(line, NumberLine) and isinstance(line.spin, MonthSpinBox)
        digit = bool(text) and (
            text[0] in STARTS or text[0].isdigit() or (letters and text[0].isalpha())
        )
        if not isinstance(line, NumberLine) or not (digit or event.key() in ENTER):
            return False
        if not line.spin.isEnabled():
            return False
        line.spin.setFocus(Qt.FocusReason.TabFocusReason)
        line.spin.selectAll()
        if digit:
            QApplication.sendEvent(line.spin.findChild(QLineEdit) or line.spin, event)
        return True

    def _back(self, field: QAbstractSpinBox) -> bool:
        """From a field in which nothing is half typed to its slider."""
        line, text = field.parentWidget(), field.findChild(QLineEdit)
        if not isinstance(line, NumberLine) or (text is not None and text.isModified()):
            return False
        line.slider.setFocus(Qt.FocusReason.TabFocusReason)
        return True
