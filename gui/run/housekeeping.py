"""What is done beside the window while it stands: garbage searched for, memory given back."""

from __future__ import annotations

import gc

from gui.run.garbage import GarbageCollector
from gui.run.memory import GiveBack
from gui.run.presenter import Presenter


class Housekeeping:
    """Begun once the window stands; whoever uses a window as the app does begins it too."""

    def __init__(self, presenter: Presenter) -> None:
        gc.collect()
        gc.freeze()  # what a window is made of stays: searching it for garbage costs three frames
        self._garbage = GarbageCollector(presenter.interaction)
        self._garbage.start()
        self._give_back = GiveBack(presenter.interaction)
        presenter.bands.banded.connect(self._give_back.later)

    def stop(self) -> None:
        self._give_back.stop()
        self._garbage.stop()
