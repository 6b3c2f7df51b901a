"""The session's file on the disk: locked against a second window, watched for other programs."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer, Signal, Slot

from engine import Problem, ScenarioError
from engine.files.reading import is_plain, read_plain
from engine.files.scenario_files import LARGEST_FILE
from engine.problems import is_whole_text
from gui.document.file_lock import FileLock, real_path
from gui.system.errand import Errand
from gui.system.locks import Holder

SETTLE = 300  # milliseconds: other programs replace a file in several steps
CHANGED, VANISHED, REPLACED = "changed", "vanished", "replaced"
NO_FILE = "no plain file"  # in the place of a digest
TOO_LARGE = "too large"

Wait = Callable[[Callable[[], Any]], Any]  # calls what may take its time


class OpenFile(QObject):
    """Knows the bytes that were last read or written, so that only a real difference is told.

    The user waits for what is opened and saved (`wait`); what other programs do is looked at
    beside the window's thread, for a drive may be slow or gone.
    """

    differs = Signal(str)  # CHANGED, VANISHED or REPLACED

    def __init__(self, parent: QObject | None = None, wait: Wait = lambda work: work()) -> None:
        super().__init__(parent)
        self.path: Path | None = None
        self._wait_for = wait
        self._known = ""
        self._told = ""  # the state on the disk that was told last
        self._lock: FileLock | None = None
        self._errand: Errand | None = None
        self._again = False  # look once more: something happened while it was looked at
        self._watcher = QFileSystemWatcher(self)
        self._watcher.fileChanged.connect(self._wait)
        self._watcher.directoryChanged.connect(self._wait)
        self._settle = QTimer(self, singleShot=True, interval=SETTLE)
        self._settle.timeout.connect(self.look)

    def follow(self, path: Path | None) -> Holder | None:
        """Lock and watch `path` in the place of what was followed; who holds it, if another."""
        if path != self.path:
            self.release()
            self.path = path
        if path is None:
            return None
        self.note()
        return self.lock()

    def note(self) -> None:
        """What is on the disk now is what this window read or wrote."""
        path = self.path
        if path is None:
            return
        lock = self._lock
        self._errand = None  # what is being looked at is the past
        self._known = self._told = ""
        self._known, there = self._wait_for(lambda: _seen(path))
        self._told = self._known
        if lock is not None:
            self._wait_for(lock.renew)
        self._watch(there)

    def release(self) -> None:
        self._settle.stop()
        self._errand = None
        watched = [*self._watcher.files(), *self._watcher.directories()]
        if watched:
            self._watcher.removePaths(watched)
        if self._lock is not None:
            self._lock.release()
            self._lock = None
        self.path = None

    # The lock

    def lock(self) -> Holder | None:
        """Try to be the one who may save; who is it, where another window is."""
        if self.path is None or self._lock is not None:
            return None
        lock = FileLock(self.path)
        holder: Holder | None = self._wait_for(lock.take)
        if holder is None:
            self._lock = lock
        return holder

    def holder_of(self, path: Path) -> Holder | None:
        """Who has a file that is not followed."""
        held = self._lock
        found: Holder | None = self._wait_for(lambda: FileLock(path).others(held))
        return found

    def is_followed(self, path: Path) -> bool:
        """Whether `path` leads to the file that is followed."""
        own = self.path
        if own is None or path == own:
            return path == own
        return bool(self._wait_for(lambda: real_path(path) == real_path(own)))

    def take_over(self) -> None:
        """Break another's lock: its computer is off, as the user says."""
        if self.path is not None:
            FileLock(self.path).break_()
            self.lock()

    # The disk

    @property
    def state(self) -> str:
        """How the disk differs from what this window knows, else ""."""
        path = self.path
        if path is None:
            return ""
        return self._state(self._wait_for(lambda: _seen(path))[0])

    def _state(self, found: str) -> str:
        if found == self._known:
            return ""
        return {"": VANISHED, NO_FILE: REPLACED}.get(found, CHANGED)

    def _watch(self, there: list[Path]) -> None:
        """Watch what is there; a name that Qt can't write is not watched."""
        wanted = {str(path) for path in there if is_whole_text(str(path))}
        missing = wanted - {*self._watcher.files(), *self._watcher.directories()}
        if missing:
            self._watcher.addPaths(sorted(missing))

    @Slot()
    def _wait(self) -> None:
        self._settle.start()

    @Slot()
    def look(self) -> None:
        """See beside the window what has changed; told once for each state of the disk."""
        path = self.path
        if path is None:
            return
        if self._errand is not None:
            self._again = True
            return
        self._errand = Errand(lambda: _seen(path), self._take)

    @Slot()
    def _take(self) -> None:
        errand = self._errand
        if errand is None or not errand.over:  # saved, or left, in the meantime
            return
        self._errand = None
        found, there = errand.result
        self._watch(there)  # a replaced file is no longer watched
        if self._again:
            self._again = False
            self._settle.start()
        if found != self._told:
            self._told = found
            if state := self._state(found):
                self.differs.emit(state)


def _seen(path: Path) -> tuple[str, list[Path]]:
    """What stands for a file's bytes, and which of it and its folder can be watched."""
    there = [path] if is_plain(path) else []
    try:
        if path.parent.is_dir():
            there.append(path.parent)
    except (OSError, ValueError):
        pass
    return _digest(path), there


def _digest(path: Path) -> str:
    try:
        data = read_plain(path, LARGEST_FILE, _too_large)
    except _TooLargeError:
        return TOO_LARGE
    except ScenarioError:
        return NO_FILE
    except (OSError, ValueError):
        return ""
    return hashlib.sha256(data).hexdigest()


class _TooLargeError(ScenarioError):
    """Of no file that this window read or wrote."""


def _too_large(_: int) -> ScenarioError:
    return _TooLargeError(Problem("", "", TOO_LARGE))
