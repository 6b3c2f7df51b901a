"""The slider of a lever: foresight behind its track, steps by key, fine under Shift."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Protocol

from PySide6.QtCore import QEvent, QPointF, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessibleActionInterface,
    QFocusEvent,
    QFont,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QSlider, QWidget

from gui.levers import track
from gui.levers.track import CurvePaths, Preview, PreviewMarks
from gui.widgets.focus_ring import shows_focus
from gui.widgets.gestures import step_size, wheel_steps
from gui.widgets.plain import tip
from gui.widgets.spin_boxes import LeverSpinBox
from gui.widgets.spoken import Number, Role, Spoken, tell_value

__all__ = ["LeverSlider", "LeverSpinBox"]

FINE = 0.1  # of the pointer's way, with Shift held, or at most, far from the track
NEAR = 50.0  # pixels above and below the track where the handle follows the pointer
HALF = 0.5  # from here on, values are as fine as with Shift
_STEP_KEYS = {
    Qt.Key.Key_Right: 1.0,
    Qt.Key.Key_Up: 1.0,
    Qt.Key.Key_Left: -1.0,
    Qt.Key.Key_Down: -1.0,
}
_PAGE_KEYS = {Qt.Key.Key_PageUp: 1.0, Qt.Key.Key_PageDown: -1.0}
_END_KEYS = {Qt.Key.Key_Home: 0.0, Qt.Key.Key_End: 1.0}


class Meaning(Protocol):
    """What a slider's places stand for."""

    @property
    def number(self) -> Number: ...

    @property
    def value_words(self) -> str: ...

    @property
    def description(self) -> str: ...

    def set_number(self, value: float) -> None: ...


class LeverSlider(Spoken, QSlider):
    """Says what the hand wants; the value itself, finer than a position, is kept elsewhere."""

    spoken_role = Role.Slider

    sought = Signal(float, bool)  # a place from 0 to 1 on the track; finely
    stepped = Signal(float)
    paged = Signal(float)
    cancelled = Signal()  # the drag
    default_wanted = Signal()

    def __init__(self, positions: int, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setRange(0, positions)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFixedHeight(track.HEIGHT)
        self.setProperty("paintsItsFocus", True)
        self.meaning: Meaning | None = None
        self.locked = False
        self.place = 0.0
        self._labels: QFont | None = None
        self.marks = PreviewMarks()
        self.preview: Preview | None = None
        self._curve: CurvePaths | None = None
        # of a drag: the pointer's x, and the place that it stands for
        self._anchor: tuple[float, float] | None = None
        self._fine = False

    def sizeHint(self) -> QSize:
        return QSize(120, track.HEIGHT)

    def set_positions(self, positions: int) -> None:
        """Another track: as many positions, counted from its own end."""
        with QSignalBlocker(self):
            self.setRange(0, positions)

    def set_labelled(self) -> None:
        """Have room below the track for what stands at its ends."""
        self._labels = track.label_font(self.font())
        self.setFixedHeight(track.labelled_height(self._labels))

    def show_place(self, place: float) -> None:
        """Put the handle exactly there, also between two positions."""
        before = self.value()
        with QSignalBlocker(self):
            self.setValue(round(place * self.maximum()))  # of which Qt tells readers
        if place != self.place:
            self.place = place
            self.update()
            if before == self.value():
                tell_value(self)

    # For screen readers: the value in its unit, not the handle's place

    def spoken_description(self) -> str:
        return "" if self.meaning is None else self.meaning.description

    def spoken_value(self) -> str:
        return "" if self.meaning is None else self.meaning.value_words

    def spoken_number(self) -> Number | None:
        return None if self.meaning is None else self.meaning.number

    def take_number(self, value: float) -> None:
        if self.meaning is not None:
            self.meaning.set_number(value)

    def spoken_acts(self) -> Mapping[str, Callable[[], object]]:
        return {
            QAccessibleActionInterface.increaseAction(): lambda: self.stepped.emit(1.0),
            QAccessibleActionInterface.decreaseAction(): lambda: self.stepped.emit(-1.0),
        }

    def sliderChange(self, change: QSlider.SliderChange) -> None:
        moved = change == QSlider.SliderChange.SliderValueChange
        if moved and round(self.place * self.maximum()) != self.value():
            self.place = self.value() / self.maximum()
        super().sliderChange(change)

    def show_marks(self, marks: PreviewMarks) -> None:
        if marks != self.marks:
            self.marks = marks
            self.update()

    def show_preview(self, preview: Preview | None) -> None:
        """Foresight behind the track; None clears it."""
        if preview == self.preview:
            return
        self.preview = preview
        self._curve = None
        self.setToolTip(tip(preview.words) if preview is not None else "")
        self.update()

    @property
    def active(self) -> bool:
        return self.isEnabled() and not self.locked

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:
        width = float(self.width())
        if self.preview is not None and self._curve is None:
            self._curve = CurvePaths(self.preview, width)
        painter = QPainter(self)
        palette = self.palette()
        active = self.active
        mirrored = self.isRightToLeft()
        painter.save()
        if mirrored:
            painter.translate(width, 0)
            painter.scale(-1, 1)
        track.paint_track(
            painter,
            palette,
            width,
            self.place,
            self.marks,
            self.preview if self.isEnabled() else None,
            self._curve,
            active=active,
        )
        at = QPointF(track.x_of(self.place, width), track.TRACK_Y)
        track.paint_handle(
            painter, palette, at, active=active, focused=shows_focus(self), held=self.isSliderDown()
        )
        painter.restore()
        if self._labels is not None:
            marks = self.marks
            track.paint_labels(painter, palette, width, marks, self._labels, mirrored=mirrored)
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._curve = None
        super().resizeEvent(event)

    # Mouse

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.RightButton and self._anchor is not None:
            event.accept()
            self.cancelled.emit()
            self._end_drag()
            return
        if event.button() != Qt.MouseButton.LeftButton or self._anchor is not None:
            event.ignore()
            return
        event.accept()
        if self.locked:
            self.sought.emit(self.place, False)  # is refused, with the reason
            return
        x = self._along(event)
        self._fine = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        on_handle = abs(x - track.x_of(self.place, self.width())) <= track.RING
        self.setSliderDown(True)
        if on_handle or self._fine:  # takes hold without a jump
            self._anchor = (x, self.place)
        else:
            there = track.place_of(x, self.width())
            self._anchor = (x, there)
            self.sought.emit(there, False)
        self.update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._anchor is None:
            event.ignore()
            return
        event.accept()
        x = self._along(event)
        fine = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if fine != self._fine:  # from here on, in the other measure
            self._anchor = (x, self.place)
            self._fine = fine
        before, there = self._anchor
        if x == before:  # up or down alone moves nothing
            return
        way = track.place_of(x, self.width()) - track.place_of(before, self.width())
        part = FINE if fine else self._part(event.position().y())
        self._anchor = (x, there + way * part)
        self.sought.emit(self._anchor[1], part <= HALF)

    def _along(self, event: QMouseEvent) -> float:
        """Pixels from where the track begins: from the right, where people read so."""
        x = event.position().x()
        return self.width() - x if self.isRightToLeft() else x

    def _part(self, y: float) -> float:
        """How much of its way the handle goes: the farther from the track, the less."""
        return max(FINE, NEAR / max(NEAR, abs(y - track.TRACK_Y)))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        event.accept()
        if event.button() == Qt.MouseButton.LeftButton:
            self._end_drag()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        event.accept()
        if event.button() == Qt.MouseButton.LeftButton:
            self.default_wanted.emit()

    def _end_drag(self) -> None:
        if self._anchor is not None:
            self._anchor = None
            self.setSliderDown(False)
            self.update()

    def wheelEvent(self, event: QWheelEvent) -> None:
        if not self.hasFocus():  # or scrolling the panel would edit values
            event.ignore()
            return
        event.accept()
        if steps := wheel_steps(event):
            self.stepped.emit(steps)

    # Keys

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key == Qt.Key.Key_Escape and self._anchor is not None:
            self.cancelled.emit()
            self._end_drag()
        elif key in _STEP_KEYS:
            mirrored = self.isRightToLeft() and key in (Qt.Key.Key_Left, Qt.Key.Key_Right)
            direction = -_STEP_KEYS[key] if mirrored else _STEP_KEYS[key]
            self.stepped.emit(direction * step_size(event))
        elif key in _PAGE_KEYS:
            self.paged.emit(_PAGE_KEYS[key])
        elif key in _END_KEYS:
            self.sought.emit(_END_KEYS[key], False)
        else:
            event.ignore()
            return
        event.accept()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        if event.reason() == Qt.FocusReason.ActiveWindowFocusReason:
            self._end_drag()  # another window has the release
        super().focusOutEvent(event)
        self.update()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and self._labels is not None:
            self.set_labelled()
        self.update()
