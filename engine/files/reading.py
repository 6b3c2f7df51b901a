"""The one way in which Headroom reads a file: a plain one, of bounded size, without waiting.

Opening a pipe waits for whoever writes into it, and a device may have no end; a file can be
replaced by either between two looks. So what was opened is asked, not what the name stood for.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Callable
from pathlib import Path
from typing import BinaryIO

from engine.problems import Problem, ScenarioError
from engine.text import translate, written

# of an open that waits for nobody, and takes no terminal for its own; not all systems have all
_FLAGS = (
    os.O_RDONLY
    | getattr(os, "O_NONBLOCK", 0)
    | getattr(os, "O_NOCTTY", 0)
    | getattr(os, "O_CLOEXEC", 0)
    | getattr(os, "O_BINARY", 0)
)
PIECE = 1 << 20  # bytes asked for at once


def open_plain(path: str | os.PathLike[str]) -> BinaryIO:
    """A plain file, open for reading.

    Takes: `path`.
    Gives: a file of bytes.
    Raises: ScenarioError where it is a folder, a pipe or a device, OSError where it can't be
        opened, and ValueError where no file can have that name.
    """
    _require_plain(os.stat(path))  # a device is not even opened: that alone may do something
    handle = os.open(path, _FLAGS)
    try:
        _require_plain(os.fstat(handle))
        return os.fdopen(handle, "rb")
    except BaseException:
        os.close(handle)
        raise


def _require_plain(found: os.stat_result) -> None:
    if stat.S_ISDIR(found.st_mode):
        why = translate("Problem", "is a folder, not a scenario file")
    elif not stat.S_ISREG(found.st_mode):
        why = translate("Problem", "is not a plain file")
    else:
        return
    raise ScenarioError(Problem("", "", why))


def read_plain(
    path: str | os.PathLike[str],
    most: int,
    too_large: Callable[[int], ScenarioError] | None = None,
) -> bytes:
    """The bytes of a plain file of bounded size.

    Takes: `path`; `most` [bytes]; `too_large`, what makes the error of a size.
    Gives: bytes.
    Raises: ScenarioError where there are more, and what `open_plain` raises.
    """
    with open_plain(path) as file:
        size = os.fstat(file.fileno()).st_size
        data = bytearray()
        while size <= most and len(data) <= most:
            piece = file.read(min(PIECE, most + 1 - len(data)))
            if not piece:
                return bytes(data)
            data += piece
    # it grew while it was read, or is a file of the system's that says it has no size
    raise (too_large or _too_large)(max(size, len(data)))


def _too_large(size: int) -> ScenarioError:
    text = translate("Problem", "is too large ({size} MB)")
    return ScenarioError(Problem("", "", text.format(size=written(size / 1e6, ",.0f"))))


def is_plain(path: str | os.PathLike[str]) -> bool:
    """Whether there is a plain file at `path`; never raises."""
    try:
        return stat.S_ISREG(os.stat(path).st_mode)
    except (OSError, ValueError):
        return False


def nothing_there(path: str | os.PathLike[str]) -> bool:
    """Whether that name is free, of a link as well; what can't be looked at counts as taken.

    Takes: `path`.
    """
    try:
        os.lstat(path)
    except FileNotFoundError:
        return True
    except (OSError, ValueError):
        return False
    return False


def read_text(path: Path, most: int) -> str:
    """The text of a plain file of our own, "" where it can't be read; never raises.

    Takes: `path`; `most` [bytes].
    """
    try:
        return read_plain(path, most).decode("utf-8", "replace")
    except (OSError, ValueError):  # ScenarioError is one
        return ""
