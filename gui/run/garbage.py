"""Python's search for garbage in rings: on the window's thread alone, and between events.

A closed dialog is often part of a ring. Python may begin a search wherever it makes an object:
in a worker, where no widget may be deleted, or inside a call of Qt that holds a lock, where a
widget's end waits for that lock for ever. So its own searches are off, and a timer begins them.
"""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer, Slot

from gui.run.interaction import Interaction

EVERY = 250  # milliseconds: some fifteen frames' objects, searched in about a millisecond
YOUNG, MIDDLE, OLD = gc.get_threshold()
OLDEST = 2  # generation
FEW = 20_000  # objects: all of them are searched in two milliseconds


class GarbageCollector(QObject):
    """Searches as often as Python itself would, but of very many objects not under a moving
    hand: with several pages made since the start, that takes as long as two frames."""

    def __init__(self, interaction: Interaction, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._interaction = interaction
        self._timer = QTimer(self, interval=EVERY)
        self._timer.timeout.connect(self.search)

    def start(self) -> None:
        gc.disable()
        self._timer.start()

    def stop(self) -> None:
        """Leave it to Python again."""
        self._timer.stop()
        gc.enable()

    @Slot()
    def search(self) -> None:
        """Search what is due: Python counts new objects, and searches, while its own are off."""
        young, middle, old = gc.get_count()
        if old > OLD and (not self._interaction.moving or len(gc.get_objects(OLDEST)) < FEW):
            gc.collect()
        elif middle > MIDDLE:
            gc.collect(1)
        elif young > YOUNG:
            gc.collect(0)
