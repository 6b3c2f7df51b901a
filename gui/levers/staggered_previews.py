"""Curves that have come, handed to their levers a few with each frame of a drag."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QObject, QTimer, Slot

from gui.levers.number_line import NumberLine
from gui.levers.track import Preview

WITH_A_FRAME = 4  # levers: to paint all in sight takes half a frame; ten rounds come a second
PATIENCE = 50  # milliseconds until all are shown where no frame comes


class Arrivals(QObject):
    """Of a lever's curves the newest is shown. A frame paints its lever and its charts anyway;
    a few curves more cost little then, and each painting of their own would cost much."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._waiting: dict[NumberLine, Preview] = {}
        self._timer = QTimer(self, singleShot=True, interval=PATIENCE)
        self._timer.timeout.connect(self.show_all)

    def bring(self, previews: Mapping[NumberLine, Preview]) -> None:
        """Those that wait keep their place."""
        for line, preview in previews.items():
            if line in self._waiting or preview != line.slider.preview:
                self._waiting[line] = preview
        if self._waiting:
            self._timer.start()

    def forget(self) -> None:
        self._waiting.clear()
        self._timer.stop()

    def show_some(self) -> None:
        """With a frame that is being made."""
        if self._waiting:
            self._show(WITH_A_FRAME)
            self._timer.start()

    @Slot()
    def show_all(self) -> None:
        self._show(len(self._waiting))

    def _show(self, count: int) -> None:
        for line in list(self._waiting)[:count]:
            line.show_preview(self._waiting.pop(line))
