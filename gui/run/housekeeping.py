"""What is done beside the window while it stands: garbage searched for, memory given back."""

from __future__ import annotations

import gc

from PySide6.QtCore import QTimer

from gui.run.garbage import GarbageCollector
from gui.run.memory import GiveBack
from gui.run.presenter import Presenter

NOW_AND_THEN = 20_000  # milliseconds


class Housekeeping:
    """Begun once the window stands; whoever uses a window as the app does begins it too."""

    def __init__(self, presenter: Presenter) -> None:
        gc.collect()
        gc.freeze()  # what a window is made of stays: searching it for garbage costs three frames
        self._garbage = GarbageCollector(presenter.interaction)
        self._garbage.start()
        self._give_back = GiveBack(presenter.interaction)
        presenter.bands.banded.connect(self._give_back.later)
        # a report, an analysis, a page that was opened use memory as well, and draw no bands
        self._now_and_then = QTimer(interval=NOW_AND_THEN)
        self._now_and_then.timeout.connect(self._give_back.later)
        self._now_and_then.start()

    def stop(self) -> None:
        self._now_and_then.stop()
        self._give_back.stop()
        self._garbage.stop()
