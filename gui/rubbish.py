"""Python's search for rubbish in rings: whole searches wait until the hand rests."""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer, Slot

from gui.hand import Hand

AFTER_REST = 1000  # milliseconds: the axes have found their place by then
USUAL = gc.get_threshold()
NEVER = 1_000_000_000  # searches of the middle generation until a whole one


class Rubbish(QObject):
    """A whole search takes as long as two frames, so none is begun under a moving hand.

    Young objects are searched as ever, which takes a tenth of that and frees most.
    """

    def __init__(self, hand: Hand, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._timer = QTimer(self, singleShot=True, interval=AFTER_REST)
        self._timer.timeout.connect(self._collect)
        hand.began.connect(self._wait)
        hand.rested.connect(self._timer.start)

    @Slot()
    def _wait(self) -> None:
        self._timer.stop()
        gc.set_threshold(*USUAL[:2], NEVER)

    @Slot()
    def _collect(self) -> None:
        self.stop()
        if gc.get_count()[2] > USUAL[2]:  # one would have come meanwhile
            gc.collect()

    def stop(self) -> None:
        """Leave it to Python again."""
        self._timer.stop()
        gc.set_threshold(*USUAL)
