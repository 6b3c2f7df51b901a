"""The Help menu."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from engine.version import PROGRAM_VERSION
from gui.tour import Tour
from gui.tour_steps import steps

if TYPE_CHECKING:
    from gui.main_window import MainWindow


class HelpCommands(QObject):
    """Says what Headroom is."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self.tour_ = Tour(window)

    @Slot()
    def tour(self) -> None:
        """A minute through the window, beside what it is about."""
        self._window.settings.tour_seen = True
        self._window.view.present(False)
        self.tour_.start(steps(self._window))

    def tour_for_newcomers(self) -> None:
        """The tour, at the very first start and never again by itself."""
        if not self._window.settings.tour_seen:
            self.tour()

    @Slot()
    def about(self) -> None:
        self._window.messages.say(
            self.tr(
                "Headroom {}: a live scenario explorer for AI compute. It never uses the network."
            ).format(PROGRAM_VERSION)
        )
