"""The Compare menu: what the scenario is compared with."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

if TYPE_CHECKING:
    from gui.window.main_window import MainWindow


class CompareCommands(QObject):
    """Pins, swaps and returns to the baseline."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window

    @Slot()
    def pin_baseline(self) -> None:
        self._window.session.pin_baseline()
        self._window.narrator.say(
            self.tr("This is the baseline now; every curve is compared with it.")
        )

    @Slot()
    def swap_baseline(self) -> None:
        self._window.session.swap_baseline()

    @Slot()
    def return_to_baseline(self) -> None:
        self._window.session.return_to_baseline()
