"""One thread beside the window that does what it is given, one after the other.

Not Qt's pool: of what that runs, PySide keeps one in a hundred for ever, and what is over is
deleted by the pool's own thread, while the window's may be at it.
"""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor, wait


class InOrder:
    """What it is given may touch no widget, and tells its failures itself."""

    def __init__(self, name: str) -> None:
        self._thread = ThreadPoolExecutor(1, name)
        self._last: Future[None] | None = None

    def do(self, work: Callable[..., None], *given: object) -> None:
        """Begin `work` with what it is given, when all before it is over."""
        self._last = self._thread.submit(work, *given)

    def wait(self) -> None:
        """Come back when all is over."""
        if self._last is not None:
            wait([self._last])
