"""Freed memory given back to the system: a resting window holds what it uses and little more.

Workers allocate and free tens of megabytes for every picture of bands. glibc keeps them, in a
heap for each thread, and the more uneven the use the more its heaps grow with the hours. Other
C libraries give back by themselves, or can't be asked: there nothing here does anything.
"""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Slot

from engine.run.backend import give_memory_back, glibc
from gui.run.interaction import Interaction

REST = 1000  # milliseconds after bands: then all stages have come
MOST_HEAPS = -8  # M_ARENA_MAX of glibc's malloc.h, an option of mallopt(3)


def share_one_heap() -> None:
    """Let threads share a heap; for those that begin later, so it is called before all.

    What one frees the others then use, and `GiveBack` finds all of it.
    """
    library = glibc()
    if library is not None:
        library.mallopt(MOST_HEAPS, 1)


class GiveBack(QObject):
    """Gives back a moment after bands were drawn, once the hand has come to rest.

    It takes some milliseconds, and the next frames must ask for the memory again: never under
    a moving hand. Bands that keep coming don't put it off: who goes on and on changing this and
    that would otherwise hold all that a moment ever needed.
    """

    def __init__(self, interaction: Interaction, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._interaction = interaction
        self._timer = QTimer(self, singleShot=True, interval=REST)
        self._timer.timeout.connect(self._give_back)

    @Slot()
    def later(self) -> None:
        """Memory was used: give it back when it comes to rest."""
        if not self._timer.isActive():
            self._timer.start()

    @Slot()
    def stop(self) -> None:
        self._timer.stop()

    @Slot()
    def _give_back(self) -> None:
        if self._interaction.moving:
            self._timer.start()
            return
        give_memory_back()
