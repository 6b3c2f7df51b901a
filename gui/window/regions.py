"""F6 goes round the parts of the window: levers, figures, page, timeline, rail, message."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from gui.pages.overview import OverviewPage
from gui.widgets.focus_order import stops_in
from gui.window.navigation import Pages


class Regions(QObject):
    """Each keeps in mind which of its widgets had the keys last."""

    def __init__(
        self, pages: Pages, before: Sequence[QWidget], after: Sequence[QWidget], window: QWidget
    ) -> None:
        """`before` and `after` the page, in the order of F6."""
        super().__init__(window)
        self._pages, self._before, self._after, self._window = pages, before, after, window
        self._last: dict[QWidget, QWidget] = {}

    @property
    def parts(self) -> list[QWidget]:
        """What is to be seen now and has a stop for the keys."""
        page = self._pages.in_front
        timeline = [page.timeline] if isinstance(page, OverviewPage) else []
        parts = [*self._before, page, *timeline, *self._after]
        return [part for part in parts if part.isVisibleTo(self._window) and self._stops(part)]

    def _stops(self, part: QWidget) -> list[QWidget]:
        return [
            stop
            for stop in stops_in(part)
            if stop.isVisibleTo(self._window) and stop.isEnabled() and self._of(stop) is part
        ]

    def _of(self, widget: QWidget | None) -> QWidget | None:
        """The innermost part that a widget is in."""
        page = self._pages.in_front
        timeline = [page.timeline] if isinstance(page, OverviewPage) else []
        for part in (*timeline, page, *self._before, *self._after):  # a message before its header
            if widget is not None and part.isAncestorOf(widget):
                return part
        return None

    def go(self, step: int) -> None:
        """To the next part, or the one before."""
        now = QApplication.focusWidget()
        here = self._of(now)
        if here is not None and now is not None:
            self._last[here] = now
        parts = self.parts
        if not parts:
            return
        at = parts.index(here) if here in parts else (-1 if step > 0 else 0)
        part = parts[(at + step) % len(parts)]
        stops = self._stops(part)
        last = self._last.get(part)
        seen = last is not None and isValid(last) and last.isVisible() and last.isEnabled()
        wanted = last if last is not None and seen else stops[0]
        wanted.setFocus(Qt.FocusReason.ShortcutFocusReason)
