"""A hand on a lever of the panel: presses, moves, and texts in its field."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from engine import PARAMETERS, parameter
from gui.levers import track
from gui.widgets.slider_scale import Mapping

ON_SLIDERS = [row for row in PARAMETERS if row.is_number]
SHIFT, CTRL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier
PLAIN = Qt.KeyboardModifier.NoModifier
LEFT = Qt.MouseButton.LeftButton
Key = Qt.Key


def double_click(widget, button, modifiers=Qt.KeyboardModifier.NoModifier, at=None) -> None:
    """A whole one: QTest's own leaves the button pressed."""
    at = widget.rect().center() if at is None else at
    QTest.mouseDClick(widget, button, modifiers, at)
    QTest.mouseRelease(widget, button, modifiers, at)


def move(slider, x: float, modifiers=PLAIN, y: float = track.TRACK_Y) -> None:
    """The pointer, with the left button held: QTest's own move knows no modifiers."""
    at = QPointF(x, y)
    event = QMouseEvent(
        QMouseEvent.Type.MouseMove,
        at,
        slider.mapToGlobal(at),
        Qt.MouseButton.NoButton,
        LEFT,
        modifiers,
    )
    QApplication.sendEvent(slider, event)


def press(slider, x: float, modifiers=PLAIN) -> None:
    QTest.mousePress(slider, LEFT, modifiers, QPoint(round(x), round(track.TRACK_Y)))


def release(slider, x: float = 0) -> None:
    QTest.mouseRelease(slider, LEFT, PLAIN, QPoint(round(x), round(track.TRACK_Y)))


def along(line) -> Mapping:
    """The track that a line shows."""
    mapping = Mapping.of(parameter(line.row.key))
    return mapping.over(*line.span, mapping.step)


def handle(slider) -> float:
    return track.x_of(slider.place, slider.width())


def enter(spin, text: str, key=Key.Key_Return) -> None:
    spin.setFocus()
    spin.selectAll()
    QTest.keyClicks(spin, text)
    QTest.keyClick(spin, key)
