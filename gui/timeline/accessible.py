"""The timeline for screen readers: a list whose items are the bars.

Qt's stubs say that there is always a parent, a child, a window; Qt itself takes None for none.
"""

from __future__ import annotations

from functools import partial
from typing import Any

from PySide6.QtCore import QObject, QRect
from PySide6.QtGui import QAccessible, QAccessibleEvent, QAccessibleInterface, QWindow
from PySide6.QtWidgets import QAccessibleWidget
from shiboken6 import isValid

from gui.timeline.bars import LaneBar
from gui.timeline.canvas import LanesCanvas
from gui.timeline.lane_table import LANES, lane_of

_lists: dict[int, LanesInterface] = {}
_installed: list[Any] = []  # once in a process: Qt has no way to take a factory back


class BarInterface(QAccessibleInterface):
    """One bar, by its place among all; it asks the canvas what stands there now."""

    def __init__(self, canvas: LanesCanvas, number: int) -> None:
        super().__init__()
        self._canvas, self._number = canvas, number

    @property
    def _bar(self) -> LaneBar | None:
        bars = bars_of(self._canvas) if isValid(self._canvas) else []
        return bars[self._number] if self._number < len(bars) else None

    def isValid(self) -> bool:
        return self._bar is not None

    def object(self) -> QObject | None:  # type: ignore[override]
        return None

    def window(self) -> QWindow | None:  # type: ignore[override]
        return self._canvas.window().windowHandle() if isValid(self._canvas) else None

    def parent(self) -> QAccessibleInterface | None:  # type: ignore[override]
        return QAccessible.queryAccessibleInterface(self._canvas)

    def child(self, index: int) -> QAccessibleInterface | None:  # type: ignore[override]
        return None

    def childAt(self, x: int, y: int) -> QAccessibleInterface | None:  # type: ignore[override]
        return None

    def childCount(self) -> int:
        return 0

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        return -1

    def text(self, kind: QAccessible.Text) -> str:
        bar = self._bar
        if bar is None:
            return ""
        if kind == QAccessible.Text.Name:
            return f"{lane_of(bar.lane).title_text}: {bar.title}"
        if kind in (QAccessible.Text.Value, QAccessible.Text.Description):
            return self._canvas.said(bar)
        return ""

    def setText(self, kind: QAccessible.Text, text: str) -> None:
        pass

    def rect(self) -> QRect:
        bar = self._bar
        box = None if bar is None else self._canvas.board.box(bar)
        if box is None:
            return QRect()
        inside = box.toAlignedRect()
        return QRect(self._canvas.mapToGlobal(inside.topLeft()), inside.size())

    def role(self) -> QAccessible.Role:
        return QAccessible.Role.ListItem

    def state(self) -> QAccessible.State:
        found = QAccessible.State()
        bar = self._bar
        found.focusable = found.selectable = True
        if bar is None or self._canvas.board.box(bar) is None:
            found.invisible = True
        elif bar == self._canvas.current:
            found.selected = True
            found.focused = self._canvas.hasFocus()
        return found


class LanesInterface(QAccessibleWidget):
    """The lanes: a list of all bars, lane by lane."""

    def __init__(self, canvas: LanesCanvas) -> None:
        super().__init__(canvas, QAccessible.Role.List)
        self._canvas = canvas
        self._items: list[BarInterface] = []

    def childCount(self) -> int:
        return len(bars_of(self._canvas))

    def child(self, index: int) -> QAccessibleInterface | None:  # type: ignore[override]
        if not 0 <= index < self.childCount():
            return None
        while len(self._items) <= index:  # they are kept: Qt knows them by their number
            item = BarInterface(self._canvas, len(self._items))
            QAccessible.registerAccessibleInterface(item)
            self._items.append(item)
        return self._items[index]

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        return self._items.index(child) if child in self._items else -1

    def childAt(self, x: int, y: int) -> QAccessibleInterface | None:  # type: ignore[override]
        for number in range(self.childCount()):
            item = self.child(number)
            if item is not None and item.rect().contains(x, y):
                return item
        return None

    def focusChild(self) -> QAccessibleInterface | None:  # type: ignore[override]
        bar = self._canvas.current
        if bar is None or not self._canvas.hasFocus():
            return super().focusChild()
        return self.child(bars_of(self._canvas).index(bar))

    def forget(self) -> None:
        """The canvas is gone."""
        for item in self._items:
            if isValid(item):
                QAccessible.deleteAccessibleInterface(QAccessible.uniqueId(item))
        self._items = []


def bars_of(canvas: LanesCanvas) -> list[LaneBar]:
    """All bars of a canvas, lane by lane."""
    return [bar for lane in LANES for bar in canvas.board.bars[lane.key]]


def _interface(_: str, of: QObject) -> QAccessibleInterface | None:
    if not isinstance(of, LanesCanvas):
        return None
    found = LanesInterface(of)
    _lists[id(of)] = found
    of.destroyed.connect(partial(_forget, id(of)))
    return found


def _forget(key: int) -> None:
    found = _lists.pop(key, None)
    if found is not None:
        found.forget()


def offer(canvas: LanesCanvas) -> None:
    """Let screen readers walk the bars of a canvas, and hear where the keys are."""
    if not _installed:
        QAccessible.installFactory(_interface)
        _installed.append(_interface)
    canvas.current_changed.connect(partial(_focused, canvas))


def _focused(canvas: LanesCanvas) -> None:
    bar = canvas.current
    if bar is None or not canvas.hasFocus() or not QAccessible.isActive():
        return
    number = bars_of(canvas).index(bar)
    found = _lists.get(id(canvas))
    item = found.child(number) if found is not None else None
    if item is not None:
        QAccessible.updateAccessibility(QAccessibleEvent(item, QAccessible.Event.Focus))
