"""The slider and the spin box of a lever: quiet under the wheel, exact under the hand."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QLocale, QSignalBlocker, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QMouseEvent, QWheelEvent
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QDoubleSpinBox,
    QLineEdit,
    QSlider,
    QStyle,
    QWidget,
)

PAGE_SHARE = 10  # PageUp and PageDown move by a tenth of the range


class LeverSlider(QSlider):
    """A horizontal slider that jumps to a click and turns with the wheel only when focused."""

    def __init__(self, positions: int, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setRange(0, positions)
        self.setPageStep(max(1, positions // PAGE_SHARE))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        before = self.value()
        if event.button() == Qt.MouseButton.LeftButton:
            # put the handle under the pointer, so that Qt's own press takes hold of it; say
            # so only after that press, for the jump is the first move of the drag
            handle = self.style().pixelMetric(QStyle.PixelMetric.PM_SliderLength, None, self)
            room = max(self.width() - handle, 1)
            at = round(event.position().x() - handle / 2)
            place = QStyle.sliderValueFromPosition(self.minimum(), self.maximum(), at, room)
            with QSignalBlocker(self):
                self.setValue(place)
        super().mousePressEvent(event)
        if self.value() != before:
            self.valueChanged.emit(self.value())

    def wheelEvent(self, event: QWheelEvent) -> None:
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()


def is_undo_or_redo(event: QEvent) -> bool:
    """Whether a field is asked if it keeps the keys of undo or redo for its own text."""
    return (
        event.type() == QEvent.Type.ShortcutOverride
        and isinstance(event, QKeyEvent)
        and (
            event.matches(QKeySequence.StandardKey.Undo)
            or event.matches(QKeySequence.StandardKey.Redo)
        )
    )


class LeverField(QLineEdit):
    """A text field whose undo is the window's, save while a text is being typed."""

    def event(self, event: QEvent) -> bool:
        if is_undo_or_redo(event) and not self.isModified():
            event.ignore()
            return False
        return super().event(event)


class LeverSpinBox(QDoubleSpinBox):
    """A number field that reports only finished numbers."""

    def __init__(self, low: float, high: float, step: float, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setLocale(QLocale(QLocale.Language.English, QLocale.Country.UnitedStates))
        self.setGroupSeparatorShown(high >= 10_000)
        self.setKeyboardTracking(False)
        self.setButtonSymbols(QAbstractSpinBox.ButtonSymbols.NoButtons)
        self.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setDecimals(6)
        self.setRange(low, high)
        self.setSingleStep(step)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()

    def event(self, event: QEvent) -> bool:
        if is_undo_or_redo(event) and self.text() == self.textFromValue(self.value()):
            event.ignore()  # nothing is half typed: undo the last step of the scenario
            return False
        return super().event(event)
