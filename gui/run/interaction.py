"""When the hand moves a lever, and when it rests: nothing on screen jumps under it."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QGuiApplication

REST = 300  # milliseconds without a change until the hand counts as resting


class Interaction(QObject):
    """`move` says that a value was changed; `began` comes with the first, `rested` after the last.

    A run of keys is one movement, for they follow each other closely. A pressed button of the
    mouse is one until it is let go, also while nothing moves.
    """

    began = Signal()
    rested = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._timer = QTimer(self, singleShot=True, interval=REST)
        self._timer.timeout.connect(self._look)

    @property
    def moving(self) -> bool:
        return self._timer.isActive()

    @Slot()
    def move(self) -> None:
        first = not self._timer.isActive()
        self._timer.start()
        if first:
            self.began.emit()

    @Slot()
    def stop(self) -> None:
        """Say no more."""
        self._timer.stop()

    @Slot()
    def rest(self) -> None:
        """Rest at once: what came was no hand's doing, such as another file."""
        if self._timer.isActive():
            self._timer.stop()
            self.rested.emit()

    @Slot()
    def _look(self) -> None:
        if self.held():
            self._timer.start()
        else:
            self.rested.emit()

    def held(self) -> bool:
        """Whether a button of the mouse is down."""
        return QGuiApplication.mouseButtons() != Qt.MouseButton.NoButton
