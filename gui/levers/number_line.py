"""One number to set: a slider with a spin box, that agree and report where they go."""

from __future__ import annotations

import math
from time import monotonic

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from engine.tables.parameter import Parameter
from engine.text import joined, percent_sign
from gui.levers.slider import LeverSlider
from gui.levers.soft_range import SoftRange
from gui.levers.track import EndLabel, Preview, PreviewMarks
from gui.widgets.elided_label import ElidedLabel
from gui.widgets.month_spin_box import MonthSpinBox
from gui.widgets.slider_scale import Mapping, decimals
from gui.widgets.spin_boxes import LineSpinBox
from gui.widgets.spoken import Number
from gui.widgets.style import BODY_POINTS
from gui.words import units
from gui.words.numbers import number_words
from gui.words.quantity_parser import Unit
from gui.words.units import Shown

PERCENT = 100.0
SPIN_WIDTH = 92  # at least; a row that goes to trillions needs more
SPIN_PADDING = 20
CAPTION_WIDTH = 64
CAPTION_INDENT = 8  # to stand under the lever's name
SAME_GESTURE_SECONDS = 0.4  # key presses closer than this are one step of undo


class NumberLine(QWidget):
    """Shows a value without rounding it, and asks for another one.

    `wanted(value, new_gesture)`: the value the user asks for, and whether it begins a new
    drag or run of keys. `default_wanted(new_gesture)` likewise.
    """

    wanted = Signal(float, bool)
    default_wanted = Signal(bool)
    cancelled = Signal()  # the drag: back to where it began
    let_go = Signal()  # a drag has ended
    refused = Signal(str)  # why a typed text was not taken; empty when it is given up

    def __init__(
        self,
        row: Parameter,
        name: str,
        caption: str = "",
        percent: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        """`percent` shows a share so; all else is shown in the units chosen for the screen."""
        super().__init__(parent)
        self.row = row
        self.family = ""  # whose number this is, where a row has several
        shown = Shown("%", PERCENT) if percent else units.of(row.unit)
        self._shown = shown
        self._unit = shown.unit
        soft = SoftRange(row)
        self._step_shown = row.step
        self._mapping = Mapping.of(row).over(*soft.base, soft.step, soft.grain)
        self._labelled = False
        self._value = math.nan
        self._default: float | None = None
        self._baseline: float | None = None
        self._last_change = 0.0
        self._dragging = False
        self._changed_in_drag = False
        self.slider = LeverSlider(self._mapping.positions)
        self.slider.setAccessibleName(name)
        self.slider.meaning = self
        low, high = map(shown.number, self._mapping.allowed)
        step = shown.number(row.step)
        words = not row.is_name  # of which all digits count
        understood = Unit.of("%" if percent else row.unit, units.current())
        field = MonthSpinBox if row.is_date else LineSpinBox
        self.spin = field(low, high, step, self._unit, words=words, understood=understood)
        self.spin.setAccessibleName(name)
        self.spin.setDecimals(decimals(step, high))
        self._beside = layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        self._caption = ElidedLabel(alignment=Qt.AlignmentFlag.AlignLeft)
        self._caption.setIndent(CAPTION_INDENT)
        self._caption.setText(caption)
        # as wide as it is told to be: left to itself it would give way to the slider
        self._caption.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
        self._caption.setObjectName("caption")
        if not caption:
            self._caption.hide()
        # the groove is low in a track without words below it
        low_down = Qt.AlignmentFlag.AlignBottom
        layout.addWidget(self._caption, 0, low_down)
        layout.addWidget(self.slider, 1)
        if row.is_name:  # nothing lies between two of them, and no other way is shorter
            self.slider.hide()
            layout.addStretch(1)
        layout.addWidget(self.spin, 0, low_down)
        self._fit_letters()
        self._show_marks()
        self.slider.sliderPressed.connect(self._press)
        self.slider.sliderReleased.connect(self._release)
        self.slider.valueChanged.connect(self._from_slider)
        self.slider.sought.connect(self._seek)
        self.slider.cancelled.connect(self._cancel)
        self.slider.default_wanted.connect(self._want_default)
        self.spin.valueChanged.connect(self._from_spin)
        self.spin.entered.connect(self._enter)
        self.spin.refused.connect(self.refused)
        self.spin.letters_changed.connect(self._fit_letters)
        for control in (self.slider, self.spin):
            control.stepped.connect(self._step)
            control.paged.connect(self._page)

    def _fit_letters(self) -> None:
        """Columns as wide as the letters need, the same on every row."""
        usual = self.spin.font().pointSizeF() / BODY_POINTS
        high = self._shown.number(self._mapping.allowed[1])
        widest = self.spin.fontMetrics().horizontalAdvance(self.spin.textFromValue(high))
        # of no other size, or each change of its digits would lay out the panel anew
        wide = max(round(SPIN_WIDTH * usual), widest + SPIN_PADDING)
        self.spin.setFixedSize(wide, self.spin.sizeHint().height())
        self._caption.setFixedSize(round(CAPTION_WIDTH * usual), self.spin.height())

    @property
    def value(self) -> float:
        return self._value

    @property
    def dragging(self) -> bool:
        return self._dragging

    @property
    def span(self) -> tuple[float, float]:
        """The values at the ends of the track."""
        return self._mapping.low, self._mapping.high

    def set_span(self, low: float, high: float) -> None:
        """Let the track cover this part of what is allowed; the value stays what it is."""
        if (low, high) == self.span:
            return
        self._mapping = self._mapping.over(low, high, self._mapping.step, self._mapping.grain)
        self.slider.set_positions(self._mapping.positions)
        self.slider.show_preview(None)  # it was drawn along another track
        if not math.isnan(self._value):
            self.slider.show_place(self._mapping.place(self._value))
        self._show_marks()

    def label_ends(self) -> None:
        """Write below the track what stands at its ends; lines of a row share the last one's."""
        self._labelled = True
        self.slider.set_labelled()
        for beside in (self._caption, self.spin):  # words below it put the groove in the middle
            self._beside.setAlignment(beside, Qt.AlignmentFlag.AlignVCenter)
        self._show_marks()

    def show_value(self, value: float) -> None:
        """Show `value`, which may lie between the slider's positions."""
        if value == self._value:
            return
        self._value = value
        self.slider.show_place(self._mapping.place(value))
        self.settle()
        self._describe()

    def settle(self) -> None:
        """Let the field show the value, in place of a text that has been taken."""
        shown = self._shown.number(self._value)
        digits = decimals(self._shown.number(self._step_shown), shown)
        self.spin.show_number(shown, digits)

    def set_start(self, start: str) -> None:
        """The scenario's first month, from which dates are counted."""
        if isinstance(self.spin, MonthSpinBox):
            self.spin.set_start(start)
            self._show_marks()
            self._describe()

    def set_default(self, value: float | None) -> None:
        """Mark the default on the track; a double-click goes there."""
        self._default = value
        self._show_marks()
        self._describe()

    def set_baseline(self, value: float | None) -> None:
        """Mark the baseline's value on the track; None takes the mark away."""
        if value != self._baseline:
            self._baseline = value
            self._show_marks()

    def show_preview(self, preview: Preview | None) -> None:
        """Foresight behind the track."""
        if preview is not None and preview.span not in (None, self.span):
            return  # drawn along a track that has stretched since
        if preview != self.slider.preview:
            self.slider.show_preview(preview)

    def set_locked(self, locked: bool) -> None:
        """Locked, it shows its value and can't be moved."""
        self.slider.locked = locked
        self.slider.update()
        self.spin.setReadOnly(locked)
        self._describe()

    def _show_marks(self) -> None:
        place = self._mapping.place
        self.slider.show_marks(
            PreviewMarks(
                None if self._default is None else place(self._default),
                None if self._baseline is None else place(self._baseline),
                tuple(map(place, self._decades())),
                self._labels() if self._labelled else (),
                (self.span[0] > self._mapping.allowed[0], self.span[1] < self._mapping.allowed[1]),
            )
        )

    def _labels(self) -> tuple[EndLabel, ...]:
        """The ends, and the decades between them."""
        values = (*self.span, *(d for d in self._decades() if d not in self.span))
        return tuple(EndLabel(self._mapping.place(v), self._end_words(v)) for v in values)

    def _end_words(self, value: float) -> str:
        shown = self._shown.number(value)
        return self._said(shown) + (percent_sign() if self._unit == "%" else "")

    def _decades(self) -> tuple[float, ...]:
        if not self._mapping.log:
            return ()
        low, high = (math.log10(end) for end in self.span)
        return tuple(10.0**power for power in range(math.ceil(low), math.floor(high) + 1))

    # For screen readers

    @property
    def number(self) -> Number:
        """The value in the unit that is shown, with its bounds and its step."""
        shown, mapping = self._shown, self._mapping
        low, high = map(shown.number, mapping.allowed)  # on the track or off it
        return Number(shown.number(self._value), low, high, shown.number(self._step_shown))

    @property
    def value_words(self) -> str:
        if isinstance(self.spin, MonthSpinBox):
            return self.spin.text()
        unit = percent_sign() if self._unit == "%" else f" {self._unit}".rstrip()
        return f"{self.spin.textFromValue(self.spin.value())}{unit}"

    @property
    def description(self) -> str:
        """What there is to say beyond name and value: range, default, foresight."""
        preview = self.slider.preview
        foreseen = [preview.words] if preview is not None and preview.words else []
        return joined([*self._facts, *foreseen])

    @property
    def _facts(self) -> list[str]:
        number = self.number
        bounds = self.tr("from {low} to {high}")
        facts = [bounds.format(low=self._said(number.low), high=self._said(number.high))]
        if self._default is not None:
            default = self._said(self._shown.number(self._default))
            facts.append(self.tr("default {value}").format(value=default))
            if self._default != self._value:
                facts.append(self.tr("changed"))
        if self.slider.locked:
            facts.append(self.tr("locked"))
        return facts

    def set_number(self, value: float) -> None:
        """A value in the unit that is shown, set by a reader."""
        self._from_spin(value)

    def _describe(self) -> None:
        """The field is Qt's own, and has to be told; only where it is another text."""
        if math.isnan(self._value):
            return
        facts = joined(self._facts)
        if facts != self.spin.accessibleDescription():
            self.spin.setAccessibleDescription(facts)

    def _said(self, shown: float) -> str:
        if isinstance(self.spin, MonthSpinBox):
            return self.spin.textFromValue(shown)
        return number_words(shown)

    # From the hand

    def _press(self) -> None:
        self._dragging = True
        self._changed_in_drag = False
        self._last_change = 0.0

    def _release(self) -> None:
        self._dragging = False
        self._last_change = 0.0
        self.slider.show_place(self._mapping.place(self._value))
        self.let_go.emit()

    def _cancel(self) -> None:
        if self._changed_in_drag:
            self._changed_in_drag = False
            self.cancelled.emit()

    def _want_default(self) -> None:
        # the first click of the two may have moved it: one step of undo takes both back
        new_gesture = not self._changed_in_drag
        self._changed_in_drag = False
        self.default_wanted.emit(new_gesture)

    def _seek(self, place: float, fine: bool) -> None:
        self._ask(self._mapping.at(place, fine=fine), keep=self._dragging)

    def _step(self, steps: float) -> None:
        self._ask(self._mapping.moved(self._value, steps), keep=False)

    def _page(self, pages: float) -> None:
        self._ask(self._mapping.paged(self._value, pages), keep=False)

    def _from_slider(self, position: int) -> None:
        self._ask(self._mapping.value(position), keep=self._dragging)

    def _from_spin(self, shown: float) -> None:
        value = self._shown.back(shown)
        if self._mapping.whole:
            value = float(round(value))
        self._ask(self._allowed(value), keep=False)

    def _enter(self, shown: float) -> None:
        value = self._shown.back(shown)
        if self._mapping.whole and value != round(value):
            self.refused.emit(self.tr("A whole number is wanted: {unit}").format(unit=self._unit))
        else:  # within the bounds as they are shown, whose last digit may be rounded
            self._ask(self._allowed(value), keep=False)

    def _allowed(self, value: float) -> float:
        low, high = self._mapping.allowed
        return min(max(value, low), high)

    def _ask(self, value: float, *, keep: bool) -> None:
        now = monotonic()
        first_of_drag = self._last_change == 0.0
        close = now - self._last_change < SAME_GESTURE_SECONDS
        self._last_change = now
        self._changed_in_drag = self._changed_in_drag or keep
        self.wanted.emit(value, first_of_drag if keep else not close)
        self.slider.show_place(self._mapping.place(self._value))  # where it now is, if refused
