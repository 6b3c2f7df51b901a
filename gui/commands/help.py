"""The Help menu."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from engine.version import PROGRAM_VERSION
from gui.crash import copy_diagnostics

if TYPE_CHECKING:
    from gui.main_window import MainWindow


class HelpCommands(QObject):
    """Says what Headroom is."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window

    @Slot()
    def copy_diagnostics(self) -> None:
        """Versions and the end of the log, for a report of a fault."""
        copy_diagnostics()
        self._window.messages.say(self.tr("Copied versions and the end of the log."))

    @Slot()
    def about(self) -> None:
        self._window.messages.say(
            self.tr(
                "Headroom {}: a live scenario explorer for AI compute. It never uses the network."
            ).format(PROGRAM_VERSION)
        )
