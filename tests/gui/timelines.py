"""A hand on the timeline of a window: presses, drags, and where its bars stand."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication

from engine.values import Event

LEFT, NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
STOP = Event("supply_stop", "gpu", 24, 9, 0.4)
OTHERS = tuple(replace(STOP, scope=scope, start_month=40) for scope in ("tpu", "all", "trainium"))


def mouse(widget, kind: QEvent.Type, at: QPointF, modifiers=NONE, button=LEFT) -> None:
    """With the button held where Qt's own test events would forget it."""
    held = Qt.MouseButton.NoButton if kind == QEvent.Type.MouseButtonRelease else LEFT
    pressed = Qt.MouseButton.NoButton if kind == QEvent.Type.MouseMove else button
    place = QPointF(widget.mapToGlobal(at.toPoint()))
    QApplication.sendEvent(widget, QMouseEvent(kind, at, place, pressed, held, modifiers))


def drag(widget, start: QPointF, way: QPointF, modifiers=NONE, *, let_go: bool = True) -> None:
    mouse(widget, QEvent.Type.MouseButtonPress, start, modifiers)
    for part in (0.25, 0.5, 0.75, 1.0):
        mouse(widget, QEvent.Type.MouseMove, start + way * part, modifiers)
    if let_go:
        mouse(widget, QEvent.Type.MouseButtonRelease, start + way, modifiers)


def box(lanes, lane: str = "events", index: int = 0):
    found = lanes.board.box(lanes.board.bars[lane][index])
    assert found is not None
    return found


def months(lanes, count: float) -> QPointF:
    return QPointF(lanes.board.month_width * count, 0)


def events(window) -> tuple[Event, ...]:
    return window.session.scenario.events
