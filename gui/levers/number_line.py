"""One number to set: a slider with a spin box, that agree and report where they go."""

from __future__ import annotations

import math
from time import monotonic

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from engine.parameter import Parameter
from gui.levers.mapping import Mapping, decimals
from gui.levers.slider import LeverSlider, LeverSpinBox

SPIN_WIDTH = 92  # at least; a row that goes to trillions needs more
SPIN_PADDING = 20
SAME_GESTURE_SECONDS = 0.4  # key presses closer than this are one step of undo


class NumberLine(QWidget):
    """Shows a value without rounding it, and asks for another one.

    `wanted(value, new_gesture)`: the value the user asks for, and whether it begins a new
    drag or run of keys.
    """

    wanted = Signal(float, bool)

    def __init__(
        self,
        row: Parameter,
        name: str,
        caption: str = "",
        factor: float = 1.0,
        parent: QWidget | None = None,
    ) -> None:
        """`factor` shows the value in another unit, such as 100 for percent."""
        super().__init__(parent)
        self._factor = factor
        self._mapping = Mapping.of(row)
        self._value = math.nan  # equal to nothing, so that the first value is shown
        self._last_change = 0.0
        self._dragging = False
        self.slider = LeverSlider(self._mapping.positions)
        self.slider.setAccessibleName(name)
        low, high = self._mapping.low * factor, self._mapping.high * factor
        self.spin = LeverSpinBox(low, high, row.step * factor)
        self.spin.setAccessibleName(name)
        self.spin.setDecimals(decimals(row.step * factor, high))
        widest = self.spin.fontMetrics().horizontalAdvance(self.spin.textFromValue(high))
        self.spin.setFixedWidth(max(SPIN_WIDTH, widest + SPIN_PADDING))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        if caption:
            label = QLabel(caption)
            label.setFixedWidth(64)
            label.setObjectName("caption")
            layout.addWidget(label)
        layout.addWidget(self.slider, 1)
        layout.addWidget(self.spin)
        self.slider.sliderPressed.connect(self._press)
        self.slider.sliderReleased.connect(self._release)
        self.slider.valueChanged.connect(self._from_slider)
        self.spin.valueChanged.connect(self._from_spin)

    def show_value(self, value: float) -> None:
        """Show `value`, which may lie between the slider's positions."""
        if value == self._value and self.spin.value() == value * self._factor:
            return
        self._value = value
        with QSignalBlocker(self.slider), QSignalBlocker(self.spin):
            if not self._dragging:  # the hand knows better where the handle is
                self.slider.setValue(self._mapping.position(value))
            shown = value * self._factor
            self.spin.setDecimals(decimals(self._mapping.step * self._factor, shown))
            self.spin.setValue(shown)

    def _press(self) -> None:
        self._dragging = True
        self._last_change = 0.0

    def _release(self) -> None:
        self._dragging = False
        self._last_change = 0.0
        with QSignalBlocker(self.slider):
            self.slider.setValue(self._mapping.position(self._value))

    def _from_slider(self, position: int) -> None:
        self._ask(self._mapping.value(position), keep=self._dragging)

    def _from_spin(self, shown: float) -> None:
        value = shown / self._factor
        if self._mapping.whole:
            value = float(round(value))
        self._ask(min(max(value, self._mapping.low), self._mapping.high), keep=False)

    def _ask(self, value: float, *, keep: bool) -> None:
        now = monotonic()
        first_of_drag = self._last_change == 0.0
        close = now - self._last_change < SAME_GESTURE_SECONDS
        self._last_change = now
        self.wanted.emit(value, first_of_drag if keep else not close)
