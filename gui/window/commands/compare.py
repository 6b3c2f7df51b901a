"""The Compare menu: what the scenario is compared with."""

from __future__ import annotations

from PySide6.QtCore import QObject, Slot

from gui.document.session import Session
from gui.widgets.message_bar import SentenceLabel


class CompareCommands(QObject):
    """Pins, swaps and returns to the baseline."""

    def __init__(
        self, session: Session, sentence: SentenceLabel, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._session, self._sentence = session, sentence

    @Slot()
    def pin_baseline(self) -> None:
        self._session.pin_baseline()
        self._sentence.say(self.tr("This is the baseline now; every curve is compared with it."))

    @Slot()
    def swap_baseline(self) -> None:
        self._session.swap_baseline()

    @Slot()
    def return_to_baseline(self) -> None:
        self._session.return_to_baseline()
