"""What is said on a terminal or into a pipe: it never ends a command by a letter it can't hold."""

from __future__ import annotations

import argparse
import contextlib
import io
import os
import re
import signal
import sys
import threading
import time
from collections.abc import Callable, Collection, Iterator, Sequence
from typing import Any, NoReturn, TextIO

from engine.files.reasons import reason_of, unwritable
from engine.problems import Problem, ScenarioError
from engine.text import translate, written

BAD_INPUT = 2
STOPPED = 130  # the exit code after Ctrl+C, as of any program
TAKES_LONG = 2.0  # seconds after which it is told how far a command is
ON_TERMINAL, IN_LOG = 0.5, 15.0  # seconds between two tellings
MINUTE = 60
NEGATIVE = re.compile(r"-(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$|-(inf|infinity|nan)$", re.IGNORECASE)


class OneLineParser(argparse.ArgumentParser):
    """argparse, with its complaint on one line, and each option but lists at most once."""

    def __init__(self, *given: Any, **named: Any) -> None:
        super().__init__(*given, **named)
        # values, not options: -1e3, and -inf, which is then refused as a number
        self._negative_number_matcher = NEGATIVE

    def error(self, message: str) -> NoReturn:
        """End with exit code 2, and the complaint on one line.

        Takes: `message`, what is wrong.
        """
        self.exit(BAD_INPUT, f"{self.prog}: {message}; try --help\n")

    def parse_known_args(self, args: Any = None, namespace: Any = None) -> Any:
        """What argparse makes of the words, each option given at most once.

        Takes: `args`, by default the command line's; `namespace`, as argparse has it.
        Gives: as argparse does.
        """
        words = list(sys.argv[1:] if args is None else args)
        for action in self._actions:
            many = isinstance(action, argparse._AppendAction | argparse._HelpAction)
            if not many and self._times(words, action.option_strings) > 1:
                self.error(f"{action.option_strings[-1]} is given twice")
        return super().parse_known_args(words, namespace)

    @staticmethod
    def _times(words: Sequence[str], names: Sequence[str]) -> int:
        """How often an option of these names is given."""
        before = words[: words.index("--")] if "--" in words else words
        return sum(word.partition("=")[0] in names for word in before)


def prepare() -> None:
    """Let what a stream's code page does not know be written as its number, not raise."""
    for stream in (sys.stdout, sys.stderr):
        with contextlib.suppress(AttributeError, OSError, ValueError):
            stream.reconfigure(errors="backslashreplace")  # type: ignore[union-attr]


def tell(text: str) -> None:
    """A line on standard output, where there is one.

    Takes: `text`.
    Raises: ScenarioError where it is full.
    """
    _write(sys.stdout, f"{text}\n")


def complain(text: str) -> None:
    """A line on standard error; a terminal that is gone can't be told so.

    Takes: `text`.
    """
    with contextlib.suppress(ScenarioError):
        _write(sys.stderr, f"{text}\n")


def write_data(text: str) -> None:
    """To standard output the bytes that a file would have.

    Takes: `text`.
    Raises: ScenarioError where it is full.
    """
    out = sys.stdout
    with _told_of(out):
        if out is not None:
            out.flush()
            try:
                out.buffer.write(text.encode())
            except AttributeError:  # one that has no bytes below
                out.write(text)
            out.flush()


def aligned(rows: Sequence[Sequence[str]], right: Collection[int] = ()) -> str:
    """A table for a terminal: columns two spaces apart, those of `right` flush to the right.

    Takes: `rows` of texts, all of one length; `right`, places of columns.
    Gives: a line a row.
    """
    wide = [max(map(len, column)) for column in zip(*rows, strict=True)]
    lines = (
        "  ".join(
            cell.rjust(width) if place in right else cell.ljust(width)
            for place, (cell, width) in enumerate(zip(row, wide, strict=True))
        ).rstrip()
        for row in rows
    )
    return "".join(f"{line}\n" for line in lines)


def _write(stream: TextIO | None, text: str) -> None:
    with _told_of(stream):
        if stream is not None:
            stream.write(text)
            stream.flush()


@contextlib.contextmanager
def _told_of(stream: TextIO | None) -> Iterator[None]:
    try:
        yield
    except BrokenPipeError:  # `| head` has seen enough
        _silence(stream)
    except OSError as error:
        _silence(stream)
        raise ScenarioError(Problem("", "", unwritable(reason_of(error))), "-") from None


def _silence(stream: TextIO | None) -> None:
    """Let Python's own last flush at the end find a place that takes all."""
    with contextlib.suppress(AttributeError, OSError, ValueError, io.UnsupportedOperation):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, stream.fileno())  # type: ignore[union-attr]
        os.close(nowhere)


def stopped(written: int = 0) -> int:
    """Say that Ctrl+C ended the command.

    Takes: `written`, how many files it has written before.
    Gives: the exit code.
    """
    text = translate("Command", "stopped; nothing was written")
    if written:
        text = translate("Command", "stopped; kept %n file(s) written before", "", written)
    complain(text)
    return STOPPED


@contextlib.contextmanager
def to_the_end() -> Iterator[None]:
    """Within, Ctrl+C waits: for files that belong together, and take a moment to write.

    Raises: KeyboardInterrupt at the end, where Ctrl+C came meanwhile.
    """
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    came: list[int] = []
    before = signal.signal(signal.SIGINT, lambda number, _: came.append(number))
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)
    if came:
        raise KeyboardInterrupt


class Progress:
    """Tells on standard error how far a long run is, and about how long it still takes."""

    def __init__(self, what: str, clock: Callable[[], float] = time.monotonic) -> None:
        self._what = what
        self._clock = clock
        self._began = self._told = clock()
        self._shown = 0  # letters that stand in the terminal's line

    def __call__(self, share: float) -> bool:
        """Hear the share that is done; always True: Ctrl+C is what stops it."""
        now = self._clock()
        took = now - self._began
        often = ON_TERMINAL if self._on_terminal else IN_LOG
        due = self._told + (often if self._told > self._began else TAKES_LONG)
        if share < 1 and now >= due:
            self._told = now
            self._say(self._words(share, took * (1 - share) / share))
        return True

    def end(self) -> None:
        """Leave the terminal's line as it was."""
        if self._shown:
            self._put("\r" + " " * self._shown + "\r")
            self._shown = 0

    @property
    def _on_terminal(self) -> bool:
        return sys.stderr is not None and sys.stderr.isatty()

    def _words(self, share: float, left: float) -> str:
        text = translate("Command", "{what}: {share} done, about {time} left (Ctrl+C stops)")
        return text.format(what=self._what, share=written(share, ".0%"), time=_duration(left))

    def _say(self, text: str) -> None:
        if not self._on_terminal:
            complain(text)
            return
        self._put("\r" + text.ljust(self._shown))
        self._shown = max(self._shown, len(text))

    def _put(self, text: str) -> None:
        with contextlib.suppress(ScenarioError):
            _write(sys.stderr, text)


def _duration(seconds: float) -> str:
    whole = max(1, round(seconds))
    if whole < 2 * MINUTE:
        return translate("Command", "%n second(s)", "", whole)
    return translate("Command", "%n minute(s)", "", round(whole / MINUTE))
