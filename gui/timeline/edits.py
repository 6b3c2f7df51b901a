"""The timeline's way to the session: lists in, one step of undo for each drag or run of keys."""

from __future__ import annotations

from collections.abc import Sequence
from time import monotonic
from typing import Any

from PySide6.QtCore import QObject, Signal

from engine import ScenarioError
from engine.problems import Problem
from gui.document.session import Session
from gui.levers.refusals import in_words

SAME_RUN_SECONDS = 0.4  # key presses closer than this are one step of undo


class Edits(QObject):
    """Hands values to the session and says why one was refused."""

    refused = Signal(str)

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self._run: tuple[object, int, float] = (None, 0, 0.0)

    def put(self, key: str, value: Sequence[Any], gesture: int | None = None) -> bool:
        """Have the session take a list; whether it did."""
        try:
            self.session.edit(key, tuple(value), gesture)
        except ScenarioError as error:
            self.refused.emit(in_words(error, self.session.scenario.start))
            return False
        return True

    def free(self, key: str) -> bool:
        """Whether a list may be changed; where it is locked, that is said."""
        held = self.session.holds(key)
        if held:
            error = ScenarioError(Problem(key, "", self.session.lock_text))
            self.refused.emit(in_words(error, self.session.scenario.start))
        return not held

    def gesture_of_keys(self, what: object) -> int:
        """The same for presses of the same thing that follow each other closely."""
        before, gesture, then = self._run
        now = monotonic()
        if what != before or now - then > SAME_RUN_SECONDS:
            gesture = self.session.new_gesture()
        self._run = (what, gesture, now)
        return gesture

    def end_run(self) -> None:
        """What comes next is a step of its own."""
        self._run = (None, 0, 0.0)
