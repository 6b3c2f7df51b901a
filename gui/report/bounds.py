"""How much a file that anybody may have made can ask for while it is read. No Qt here.

Every reader of carried scenarios stays within these: bytes once unpacked, elements, and seconds
of the processor. A report of Headroom's own needs a few hundredths of each.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import Any, BinaryIO
from xml.parsers import expat

LARGEST_TEXT = 24_000_000  # bytes that are carried
LARGEST_UNPACKED = 60_000_000  # bytes of all that is unpacked to find them
MOST_ELEMENTS = 600_000
LONGEST_TAG = 1_000_000  # bytes
PIECE = 65_536  # bytes at a time
READING = 0.8  # seconds of the processor

Start = Callable[[str, dict[str, str]], None]
End = Callable[[str], None]
Text = Callable[[str], None]


class Budget:
    """What is left for one file, whatever number of parts it has."""

    def __init__(self) -> None:
        self._bytes, self._elements = LARGEST_UNPACKED, MOST_ELEMENTS

    def pieces(self, stream: BinaryIO | Any) -> Iterator[bytes]:
        """The stream, a piece at a time. Raises ValueError where it is too long."""
        while piece := stream.read(PIECE):
            self._bytes -= len(piece)
            if self._bytes < 0:
                raise ValueError("too large once unpacked")
            yield piece

    def element(self) -> None:
        self._elements -= 1
        if self._elements < 0:
            raise ValueError("too many elements")


def walk(
    pieces: Iterable[bytes],
    budget: Budget,
    start: Start,
    end: End | None = None,
    text: Text | None = None,
    *,
    declarations: bool = True,
) -> None:
    """Read XML, and keep nothing of it. Raises ValueError.

    Names are `namespace}name`. Entities are never expanded: a file that declares some is refused;
    and without `declarations` any, which give attributes that not all programs see.
    """

    def begin(name: str, attributes: dict[str, str]) -> None:
        budget.element()
        start(name, attributes)

    def refuse(*_: object) -> None:
        raise ValueError("it declares entities")

    def refuse_any(*_: object) -> None:
        raise ValueError("it declares what it is made of")

    parser = expat.ParserCreate(namespace_separator="}")
    parser.buffer_text = True
    parser.StartElementHandler = begin
    parser.EndElementHandler = end
    parser.CharacterDataHandler = text
    parser.EntityDeclHandler = refuse
    parser.StartDoctypeDeclHandler = None if declarations else refuse_any
    read = 0
    try:
        for piece in pieces:
            parser.Parse(piece, False)
            read += len(piece)
            if read - max(parser.CurrentByteIndex, 0) > LONGEST_TAG:
                raise ValueError("a tag is too long")
        parser.Parse(b"", True)
    except (expat.ExpatError, LookupError) as error:  # of an unknown encoding
        raise ValueError(str(error)) from None


class _OutOfTime(BaseException):
    """No reader that recovers from every Exception may recover from this."""


@contextmanager
def limited_time(seconds: float = READING) -> Iterator[None]:
    """Stop Python code that goes on for longer, for readers that have no limit of their own.

    Asked at each call that the code makes; another profiler rests meanwhile. Raises ValueError.
    """
    end = time.thread_time() + seconds  # of the processor: a busy machine refuses no good file
    look = time.monotonic() + seconds
    before = sys.getprofile()

    def ask(*_: object) -> None:
        nonlocal look
        if time.monotonic() > look:
            left = end - time.thread_time()
            if left <= 0:
                raise _OutOfTime
            look = time.monotonic() + left

    sys.setprofile(ask)
    try:
        yield
    except _OutOfTime:
        raise ValueError("it takes too long to read") from None
    finally:
        sys.setprofile(before)


class ShortReads:
    """A file of which only short stretches are read at once: directories in it are small."""

    def __init__(self, file: BinaryIO, longest: int = LONGEST_TAG) -> None:
        self._file, self._longest = file, longest
        self.seek, self.tell, self.seekable = file.seek, file.tell, file.seekable

    def read(self, size: int = -1) -> bytes:
        """As of any file. Raises ValueError where it is too much."""
        data = self._file.read(self._longest + 1 if size < 0 else min(size, self._longest + 1))
        if len(data) > self._longest:
            raise ValueError("its directory is too large")
        return data
