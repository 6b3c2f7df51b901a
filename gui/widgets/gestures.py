"""What keys, wheel and modifiers mean on every control of a lever."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QInputEvent, QKeyEvent, QKeySequence, QWheelEvent

LARGE_STEP, SMALL_STEP = 10.0, 0.1  # with Shift, with Ctrl
WHEEL_NOTCH = 120  # eighths of a degree


def step_size(event: QInputEvent) -> float:
    """How many steps a key or a notch means: ten with Shift, a tenth with Ctrl."""
    modifiers = event.modifiers()
    if modifiers & Qt.KeyboardModifier.ShiftModifier:
        return LARGE_STEP
    return SMALL_STEP if modifiers & Qt.KeyboardModifier.ControlModifier else 1.0


def wheel_steps(event: QWheelEvent) -> float:
    """The notches turned, in steps; some systems turn the wheel sideways under Shift."""
    turned = event.angleDelta().y() or event.angleDelta().x()
    return turned / WHEEL_NOTCH * step_size(event)


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
