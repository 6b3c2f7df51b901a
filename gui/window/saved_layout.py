"""What the window looks like when it opens again: sizes, page, choices of the views."""

from __future__ import annotations

import json
from typing import Any

from PySide6.QtCore import QSize
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from gui.levers.panel import LeverPanel
from gui.system.settings import Settings
from gui.window.navigation import Pages
from gui.window.panes import Panes

FIRST_SIZE = QSize(1600, 1000)
FRAME = QSize(16, 48)  # what a title bar and its borders take at most
VIEWS = "window/views"  # of the settings


class Layout:
    """Reads a window's arrangement into the settings, and back."""

    def __init__(
        self, settings: Settings, panes: Panes, levers: LeverPanel, pages: Pages, window: QWidget
    ) -> None:
        """`window`: whose size and place are kept."""
        self._settings, self._panes = settings, panes
        self._levers, self._pages, self._window = levers, pages, window
        self._at_first: dict[str, Any] = {}

    def restore(self) -> None:
        """As it was when it closed, or for the first time as large as fits."""
        window = self._window
        self._at_first = self._views()
        geometry = self._settings.geometry
        if geometry is None or not window.restoreGeometry(geometry):
            self._first_size()
        stored = self._settings.stored(VIEWS)
        try:
            views = json.loads(str(stored)) if stored is not None else {}
        except (ValueError, RecursionError):  # somebody's editor's
            views = {}
        self._use({**self._at_first, **(views if isinstance(views, dict) else {})})

    def save(self) -> None:
        """Remember how the window is now."""
        self._settings.geometry = self._window.saveGeometry()
        self._settings.store(VIEWS, json.dumps(self._views()))

    def reset(self) -> None:
        """As at the very first start."""
        self._window.showNormal()
        self._first_size()
        self._use(self._at_first)

    def _first_size(self) -> None:
        window = self._window
        screen = window.screen() or QGuiApplication.primaryScreen()
        # Qt knows the frame only of a window that has been shown
        room = screen.availableSize() - FRAME if screen is not None else FIRST_SIZE
        window.resize(FIRST_SIZE.boundedTo(room).expandedTo(window.minimumSize()))

    def _views(self) -> dict[str, Any]:
        return {
            "levers": self._panes.levers_shown,
            "width": self._panes.levers_width,
            "page": self._pages.key,
            "unfolded": self._levers.unfolded,
            "curves": self._levers.measure.currentIndex(),
            "pages": self._pages.states,
        }

    def _use(self, views: dict[str, Any]) -> None:
        """Arrange the window so; what does not fit it is passed over."""
        try:
            self._panes.size_levers(int(views["width"]))
            self._panes.show_levers(bool(views["levers"]))
            self._levers.unfold(map(str, views["unfolded"]))
            self._levers.measure.setCurrentIndex(int(views["curves"]))
            self._pages.use_states(dict(views["pages"]))
            self._pages.show_key(str(views["page"]))
        except (TypeError, ValueError, AttributeError, LookupError, ArithmeticError):
            if views is not self._at_first:
                self._use(self._at_first)
