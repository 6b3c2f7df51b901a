"""Work that may wait for a file system, done beside the window's thread.

A drive that has gone away may never answer, and a call to it can't be broken off. So the thread
is one that the end of the program does not wait for, and whoever asked may stop waiting.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable
from contextlib import suppress
from pathlib import Path
from time import monotonic
from typing import Any

from PySide6.QtCore import QObject, Signal, Slot

from engine.files.reading import is_plain

SOON = 0.2  # seconds that a menu or an offer waits to know whether files are there


class Errand(QObject):
    """One call on a thread of its own; `finished` comes on the thread of whoever made this.

    It has no parent: its thread may outlive whoever asked. It is kept until the thread has ended
    and lets go on the thread that made it: deleted by its own, Qt and Python would both be at it.
    """

    finished = Signal()

    def __init__(self, work: Callable[[], Any], then: Callable[[], object] | None = None) -> None:
        super().__init__()
        if then is not None:  # a slot: connected first, for the work may be over at once
            self.finished.connect(then)
        self._work = work
        self._result: Any = None
        self._error: BaseException | None = None
        self._over = threading.Event()
        self.finished.connect(self._let_go)
        _under_way.add(self)
        self._thread = threading.Thread(target=self._run, daemon=True, name="errand")
        self._thread.start()

    @Slot()
    def _let_go(self) -> None:
        self._thread.join()  # all that it does now is end
        _under_way.discard(self)

    def _run(self) -> None:
        try:
            self._result = self._work()
        except BaseException as error:  # told by `result`, on the thread that asked
            self._error = error
        self._over.set()
        with suppress(RuntimeError):  # whoever asked is gone
            self.finished.emit()

    @property
    def over(self) -> bool:
        return self._over.is_set()

    def wait(self, seconds: float) -> bool:
        """Whether it is over within that time."""
        return self._over.wait(seconds)

    @property
    def result(self) -> Any:
        """What the call gave, once it is over; raises what it raised."""
        if self._error is not None:
            raise self._error
        return self._result


_under_way: set[Errand] = set()
_asked: dict[Path, Errand] = {}  # a path whose drive does not answer is not asked again


def present(paths: Iterable[Path], within: float = SOON) -> dict[Path, bool | None]:
    """Whether there are plain files of these names; None where that was not known in time."""
    wanted = list(dict.fromkeys(paths))
    for path in wanted:
        if path not in _asked:
            _asked[path] = Errand(lambda path=path: is_plain(path))  # type: ignore[misc]
    until = monotonic() + within
    found: dict[Path, bool | None] = {}
    for path in wanted:
        known = _asked[path].wait(max(0.0, until - monotonic()))
        found[path] = _asked.pop(path).result if known else None
    return found
