"""Expected faults as data: what is wrong with a value, and the one line that says so."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from engine.text import translate

SHOWN_CHARACTERS = 80  # a longer value is cut, so that a line stays a line


@dataclass(frozen=True)
class Problem:
    """One fault: where (a dotted key), the offending value as text, and what is allowed."""

    key: str
    value: str
    allowed: str

    def __str__(self) -> str:
        where = f"{self.key} = {self.value}" if self.value else self.key
        return placed(where, self.allowed) if where else self.allowed


class ScenarioError(ValueError):
    """A scenario, a file or a command that can't be used; its text is one line."""

    def __init__(self, problems: Problem | Iterable[Problem], file: str = "") -> None:
        self.problems = (problems,) if isinstance(problems, Problem) else tuple(problems)
        self.file = file
        super().__init__(str(self))

    def __str__(self) -> str:
        more = len(self.problems) - 1
        text = str(self.problems[0])
        if more > 0:
            text += " " + translate("Problem", "(and %n more)", "", more)
        return placed(shown(self.file, quote=False), text) if self.file else text

    def in_file(self, file: str) -> ScenarioError:
        """The same, of a file.

        Takes: `file`, its path.
        Gives: the error, to raise.
        """
        return ScenarioError(self.problems, file)


def placed(where: str, what: str) -> str:
    """`what` is said of a place, `where`: a file, a key."""
    return translate("Problem", "{where}: {what}").format(where=where, what=what)


def missing() -> str:
    """What stands in the place of a value that is not there."""
    return translate("Problem", "missing")


def shown(value: object, *, quote: bool = True) -> str:
    """Something as short printable text on one line, never raising.

    Takes: `value`, anything; `quote`, whether as Python writes it.
    """
    try:
        text = value if isinstance(value, str) and not quote else repr(value)
    except (ValueError, RecursionError):  # integers of thousands of digits, nested lists
        text = f"<{type(value).__name__}>"
    text = "".join(c if c.isprintable() else "?" for c in text)
    limit = SHOWN_CHARACTERS if quote else 3 * SHOWN_CHARACTERS
    return text if len(text) <= limit else text[: limit - 3] + "..."


def is_whole_text(text: str) -> bool:
    """Whether every letter of `text` is a whole one: half a surrogate pair can't be saved."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True
