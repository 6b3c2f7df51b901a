"""Where Tab goes: the stops in a part of a window, in their order."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


def stops_in(part: QWidget) -> list[QWidget]:
    """What Tab comes to inside of `part`, shown or not, in the order it was put together.

    That is Qt's order but where `setTabOrder` says otherwise. Qt's own chain is not asked for:
    PySide takes a widget that `nextInFocusChain` gives for a child of the one before it, and once
    that one is deleted, holds the other for deleted too, up to the window's menus.
    """
    found: list[QWidget] = []
    for child in part.children():
        if not isinstance(child, QWidget) or child.isWindow():
            continue
        if child.focusPolicy() & Qt.FocusPolicy.TabFocus and child.focusProxy() is None:
            found.append(child)
        found += stops_in(child)
    return found


def put_after(part: QWidget, others: Sequence[QWidget]) -> None:
    """Have Tab come to `others` and what is in them after all that is in `part`."""
    last = (stops_in(part) or [part])[-1]
    for other in others:
        for stop in stops_in(other) or [other]:
            QWidget.setTabOrder(last, stop)
            last = stop
