"""The one worker beside the window: it answers the newest question, refined in stages.

Bands, curves behind levers, the map of mixes and the pages of analyses all ask through it.
"""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from time import perf_counter
from typing import Generic, Protocol, TypeVar

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from engine.worlds.ensemble import Cancelled

GoOn = Callable[[float], bool]  # told the share that is done; False where nobody waits any more

Q = TypeVar("Q")


class Work(Protocol[Q]):
    """What is asked of the worker, and how an answer gets better.

    A question is asked as it is or in parts: `part` is taken from it when a stage begins, and
    `rest` is what stays to be asked after it, in a finer form or of the others.
    """

    def part(self, question: Q) -> Q:
        """What of `question` the stage that begins now is to answer; on the window's thread."""
        ...

    def answer(self, part: Q, go_on: GoOn) -> object:
        """The answer; on the worker's thread, so it may touch no widget.

        Raises Cancelled where `go_on` has said that nobody waits.
        """
        ...

    def rest(self, question: Q, part: Q, answer: object) -> Q | None:
        """What is asked next of the same question, None where all is said."""
        ...

    def stops(self, part: Q) -> bool:
        """Whether this stage is to be stopped when another question overtakes it."""
        ...

    def serves(self, part: Q, newest: Q) -> bool:
        """Whether an answer that has been overtaken is better than what is shown."""
        ...


class Latest(QObject, Generic[Q]):
    """At most one stage under way, of the newest question; the last question is always answered.

    Answers come through `answered`, the old one stands until then. A failure is told once: the
    same again only after something has been answered. Stop it with the window that asks.
    """

    answered = Signal(object, object)  # the part that was asked, and its answer
    failed = Signal(object)  # the exception
    done = Signal(int, object, object)  # for the worker alone

    def __init__(
        self,
        work: Work[Q],
        *,
        first: int,
        later: int,
        parent: QObject | None = None,
    ) -> None:
        """Wait `first` milliseconds before a question is begun and `later` before its next stage.

        The wait for a first stage is not begun again by newer questions: a long drag has
        answers as well. With 0 it is begun at once.
        """
        super().__init__(parent)
        self.work = work
        self.first, self._later = first, later
        # not Qt's pool: of what that runs, PySide keeps one in a hundred for ever
        self._thread = ThreadPoolExecutor(1, "latest")
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self._start)
        self._wanted: Q | None = None
        self._serial = 0
        self._busy = False
        self._stopped = False
        self._told = ""  # of the failure that was told last, empty after an answer
        self._began = 0.0
        self.milliseconds = 0.0  # that the last answer took, waiting for its turn included
        self.done.connect(self._deliver)

    @property
    def wanted(self) -> Q | None:
        """What is still to be asked."""
        return self._wanted

    @property
    def idle(self) -> bool:
        """Whether all is said and nothing is under way."""
        return not self._busy and self._wanted is None

    def request(self, question: Q) -> None:
        """Answer `question` soon, in the place of any other."""
        if self._stopped:
            return
        self._serial += 1
        self._wanted = question
        self._begin()

    def forget(self) -> None:
        """Nothing is wanted now: what is under way is stopped, and its answer dropped."""
        self._serial += 1
        self._wanted = None
        self._timer.stop()

    def stop(self) -> None:
        """End the worker for good; nothing is delivered after this."""
        self._stopped = True
        self.forget()
        self._thread.shutdown()

    def is_newest(self, serial: int) -> bool:
        """Whether a stage that began under this number is still waited for."""
        return serial == self._serial

    def _begin(self) -> None:
        """The first stage of a question; at once is before the frame that is being made."""
        if self.first > 0:
            self._wait(self.first)
        elif not self._busy:
            self._timer.stop()
            self._start()

    def _wait(self, milliseconds: int) -> None:
        shorter = self._timer.isActive() and self._timer.interval() <= milliseconds
        if not self._busy and not shorter:
            self._timer.start(milliseconds)

    @Slot()
    def _start(self) -> None:
        if self._wanted is None or self._busy:
            return
        self._busy = True
        self._began = perf_counter()
        part = self.work.part(self._wanted)
        self._thread.submit(self._answer, self._serial, part)

    def _answer(self, serial: int, part: Q) -> None:
        """One stage; on the worker's thread."""
        stops = self.work.stops(part)
        outcome: object
        try:
            outcome = self.work.answer(part, lambda _: not stops or self.is_newest(serial))
        except Cancelled:
            outcome = None
        except Exception as error:  # told on the window's thread
            outcome = error
        self.done.emit(serial, part, outcome)

    @Slot(int, object, object)
    def _deliver(self, serial: int, part: Q, outcome: object) -> None:
        self._busy = False
        wanted, overtaken = self._wanted, serial != self._serial
        if self._stopped or wanted is None:
            return
        if isinstance(outcome, Exception):
            self._wanted = wanted if overtaken else None
            self._tell(outcome)
        elif outcome is not None:
            self._told = ""
            self.milliseconds = (perf_counter() - self._began) * 1e3
            if not overtaken:
                self._wanted = self.work.rest(wanted, part, outcome)
            if not overtaken or self.work.serves(part, wanted):
                self.answered.emit(part, outcome)
        if self._wanted is None or self._stopped:
            return
        if overtaken:
            self._begin()
        else:
            self._wait(self._later)

    def _tell(self, error: Exception) -> None:
        text = f"{type(error).__name__}: {error}"
        if text != self._told:
            self._told = text
            self.failed.emit(error)
