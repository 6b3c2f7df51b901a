"""How a page asks the engine: step by step beside the window, the newest subject alone.

A page has a subject (what it is about: scenario, measure, month) and steps, the quickest first:
plain runs, then few worlds, then more. What was told of the subject before stays on the page until
a step tells the same key anew. Nothing is asked while a hand moves a lever: `forget` then.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QObject, Signal

from engine.problems import ScenarioError
from engine.run.backend import NUMPY
from gui.system.latest import GoOn, Latest

REST, LATER = 30, 15  # milliseconds until the first step is begun, and until each that follows
FIRST_WORLDS = 64
FINER = 4  # times as many worlds in each round that follows
# worlds at once: a hand that takes a lever waits for no more than a block of them
BLOCK = 256
S = TypeVar("S")


@dataclass(frozen=True)
class AskingStep(Generic[S]):
    """One answer: what it is called, from how many worlds (0: the plain run), and how it is had.

    `last` says that nothing finer of this key follows.
    """

    key: str
    worlds: int
    run: Callable[[S, int, GoOn], object]
    last: bool = True


@dataclass(frozen=True)
class Told(Generic[S]):
    """What a step has found. Where it can't be had, `refused` says why and `value` is None."""

    subject: S
    key: str
    worlds: int
    value: Any
    last: bool
    refused: str = ""


@dataclass(frozen=True)
class Inquiry(Generic[S]):
    """A subject, and the steps that are left."""

    subject: S
    steps: tuple[AskingStep[S], ...]


class Steps(Generic[S]):
    """Takes the steps of a question one by one."""

    def part(self, question: Inquiry[S]) -> Inquiry[S]:
        return question

    def answer(self, part: Inquiry[S], go_on: GoOn) -> Told[S]:
        step = part.steps[0]
        try:
            value = step.run(part.subject, step.worlds, go_on)
        except ScenarioError:
            raise
        except ValueError as error:  # a number that this scenario has not, or not everywhere
            return Told(part.subject, step.key, step.worlds, None, step.last, str(error))
        return Told(part.subject, step.key, step.worlds, value, step.last)

    def rest(self, question: Inquiry[S], part: Inquiry[S], answer: object) -> Inquiry[S] | None:
        return Inquiry(part.subject, part.steps[1:]) if part.steps[1:] else None

    def stops(self, part: Inquiry[S]) -> bool:
        return True

    def serves(self, part: Inquiry[S], newest: Inquiry[S]) -> bool:
        """What is of another subject would come after a hand that is on its way again."""
        return False


class Asker(QObject):
    """A page's one worker. What is asked again, of the same subject, is not begun again."""

    told = Signal(object)  # a Told
    failed = Signal(object)  # the exception

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._wanted: tuple[object, tuple[tuple[str, int], ...]] | None = None
        self.latest: Latest[Inquiry[Any]] = Latest(Steps(), first=REST, later=LATER, parent=self)
        self.latest.answered.connect(lambda _, found: self.told.emit(found))
        self.latest.failed.connect(self.failed)

    def ask(self, subject: object, steps: Iterable[AskingStep[Any]]) -> bool:
        """Have the steps told, in their order; whether that is another question than the last."""
        chosen = tuple(steps)
        wanted = (subject, tuple((step.key, step.worlds) for step in chosen))
        if wanted == self._wanted or not chosen:
            return False
        self._wanted = wanted
        self.latest.request(Inquiry(subject, chosen))
        return True

    def forget(self, *, answers: bool = False) -> None:
        """Nothing is wanted now: what is under way is stopped and dropped, and may be asked anew.

        What has been answered to its end is not asked again, unless its `answers` are gone too.
        """
        if answers or not self.latest.idle:
            self._wanted = None
            self.latest.forget()

    @property
    def settled(self) -> bool:
        """Whether nothing finer will come."""
        return self.latest.idle

    def stop(self) -> None:
        """End the worker; nothing is told after this."""
        self.latest.stop()


def rounds(most: int, first: int = FIRST_WORLDS) -> tuple[tuple[int, bool], ...]:
    """How many worlds each round has, up to `most`, and whether it is the last one."""
    counts = []
    while first < most:
        counts.append((first, False))
        first *= FINER
    return (*counts, (most, True))


GENTLY = replace(NUMPY, block=BLOCK)  # what nobody waits for any more ends soon
