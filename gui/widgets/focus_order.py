"""Where Tab goes: the stops in a part of a window, in their order."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


def stops_in(part: QWidget) -> list[QWidget]:
    """What Tab comes to inside of `part`, shown or not, in the order it comes to it."""
    found: list[QWidget] = []
    at = part.nextInFocusChain()
    while at is not None and at is not part:
        stop = bool(at.focusPolicy() & Qt.FocusPolicy.TabFocus) and at.focusProxy() is None
        if stop and part.isAncestorOf(at):
            found.append(at)
        at = at.nextInFocusChain()
    return found


def put_after(part: QWidget, others: Sequence[QWidget]) -> None:
    """Have Tab come to `others` and what is in them after all that is in `part`."""
    last = (stops_in(part) or [part])[-1]
    for other in others:
        for stop in stops_in(other) or [other]:
            QWidget.setTabOrder(last, stop)
            last = stop
