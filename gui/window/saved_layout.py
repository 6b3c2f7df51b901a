"""What the window looks like when it opens again: sizes, page, choices of the views."""

from __future__ import annotations

import json
from typing import Any

from PySide6.QtCore import QObject, QSize, Qt, Slot
from PySide6.QtGui import QScreen
from PySide6.QtWidgets import QWidget

from gui.levers.panel import LeverPanel
from gui.system.settings import GEOMETRY, Settings
from gui.widgets.screen_room import room
from gui.window.navigation import Pages
from gui.window.panes import Panes

FIRST_SIZE = QSize(1600, 1000)
SMALLEST_SIZE = QSize(1024, 600)  # where the screen is no smaller
VIEWS = "window/views"  # of the settings


class SmallestSize(QObject):
    """Keeps the window from being made smaller than it is drawn for, but never from fitting its
    screen: a laptop whose letters are enlarged has few pixels."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._follows = False
        self.fit()

    @Slot()
    def fit(self) -> None:
        """As the screen now is."""
        fitting = SMALLEST_SIZE.boundedTo(room(self._window))
        self._window.setMinimumSize(fitting.expandedTo(QSize(1, 1)))

    def follow(self) -> None:
        """From now on: the window is shown, and may be moved to another screen."""
        handle = self._window.windowHandle()
        if handle is not None and not self._follows:
            self._follows = True
            handle.screenChanged.connect(self._follow_screen)
            self._follow_screen(handle.screen())

    @Slot(QScreen)
    def _follow_screen(self, screen: QScreen | None) -> None:
        if screen is not None:  # the ones before may be gone; what they say does no harm
            screen.availableGeometryChanged.connect(self.fit, Qt.ConnectionType.UniqueConnection)
        self.fit()


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
        views = json.dumps(self._views())
        self._settings.store_all({GEOMETRY: self._window.saveGeometry(), VIEWS: views})

    def reset(self) -> None:
        """As at the very first start."""
        self._window.showNormal()
        self._first_size()
        self._use(self._at_first)

    def _first_size(self) -> None:
        window = self._window
        window.resize(FIRST_SIZE.boundedTo(room(window)).expandedTo(window.minimumSize()))

    def _views(self) -> dict[str, Any]:
        return {
            "levers": self._panes.levers_shown,
            "width": self._panes.levers_width,
            "page": self._pages.key,
            "unfolded": self._levers.unfolded,
            "presented": sorted(self._levers.presented),
            "curves": self._levers.measure.currentIndex(),
            "pages": self._pages.states,
        }

    def _use(self, views: dict[str, Any]) -> None:
        """Arrange the window so; what does not fit it is passed over."""
        try:
            self._panes.size_levers(int(views["width"]))
            self._panes.show_levers(bool(views["levers"]))
            self._levers.unfold(map(str, views["unfolded"]))
            self._levers.presented = set(map(str, views["presented"]))
            self._levers.measure.setCurrentIndex(int(views["curves"]))
            self._pages.use_states(dict(views["pages"]))
            self._pages.show_key(str(views["page"]))
        except (TypeError, ValueError, AttributeError, LookupError, ArithmeticError):
            if views is not self._at_first:
                self._use(self._at_first)
