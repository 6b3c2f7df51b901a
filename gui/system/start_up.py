"""The steps of the start, each tried alone: none of them may keep the window from opening."""

from __future__ import annotations

import traceback
from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

from engine.files.reasons import reason_of
from engine.tables.parameter import QT_TRANSLATE_NOOP
from engine.text import joined, translate
from gui.system.log import LOG

if TYPE_CHECKING:
    from gui.widgets.message_bar import MessageBar

T = TypeVar("T")
STEPS = (
    QT_TRANSLATE_NOOP("StartUp", "memory"),
    QT_TRANSLATE_NOOP("StartUp", "one window"),
    QT_TRANSLATE_NOOP("StartUp", "private files"),
    QT_TRANSLATE_NOOP("StartUp", "log"),
    QT_TRANSLATE_NOOP("StartUp", "language"),
    QT_TRANSLATE_NOOP("StartUp", "signals"),
    QT_TRANSLATE_NOOP("StartUp", "settings"),
    QT_TRANSLATE_NOOP("StartUp", "units"),
    QT_TRANSLATE_NOOP("StartUp", "lists of files"),
    QT_TRANSLATE_NOOP("StartUp", "colours"),
    QT_TRANSLATE_NOOP("StartUp", "layout"),
    QT_TRANSLATE_NOOP("StartUp", "first lever"),
    QT_TRANSLATE_NOOP("StartUp", "preferences"),
    QT_TRANSLATE_NOOP("StartUp", "tour"),
    QT_TRANSLATE_NOOP("StartUp", "file"),
    QT_TRANSLATE_NOOP("StartUp", "recovery"),
    QT_TRANSLATE_NOOP("StartUp", "old recovery files"),
    QT_TRANSLATE_NOOP("StartUp", "unsaved work of before"),
)
LONGEST_REASON = 120  # letters of why a step failed
MOST_TOLD = 5  # steps; a line stays a line


def step(name: str) -> str:
    """The name of one of the steps, in the reader's language."""
    assert name in STEPS
    return translate("StartUp", name)


def _why(error: Exception) -> str:
    """In words where it is of the system: what it says, and of which file."""
    if isinstance(error, OSError) and error.strerror:
        place = f", {error.filename}" if error.filename else ""
        return reason_of(error) + place
    return f"{type(error).__name__}: {error}"


class StartUp:
    """Tries steps, and remembers what failed until there is a place to say it."""

    def __init__(self) -> None:
        self.failed: list[str] = []

    def attempt(self, what: str, step: Callable[[], T], instead: T) -> T:
        """What the step gives; where it fails, `instead`, and `what` is told of later."""
        try:
            return step()
        except Exception as error:
            LOG.error("".join(traceback.format_exception(error)).rstrip())
            self.note(what, _why(error))
            return instead

    def do(self, what: str, step: Callable[[], object]) -> None:
        """The same for a step that gives nothing."""
        self.attempt(what, step, None)

    def note(self, what: str, why: str) -> None:
        """Something is not as it should be."""
        why = " ".join(why.split())[:LONGEST_REASON]
        text = translate("StartUp", "{what} ({why})")
        self.failed.append(text.format(what=what, why=why))

    def tell(self, messages: MessageBar) -> None:
        """All that failed, in one line; the rest of the start stands."""
        if not self.failed:
            return
        told = self.failed[:MOST_TOLD]
        more = len(self.failed) - len(told)
        if more:
            told.append(translate("Problem", "and %n more", "", more))
        text = translate("StartUp", "Headroom started without: {steps}.")
        messages.say(text.format(steps=joined(told)), error=True)
        self.failed = []
