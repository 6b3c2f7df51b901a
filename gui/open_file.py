"""The session's file on the disk: locked against a second window, watched for other programs."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, QLockFile, QObject, QTimer, Signal, Slot

SETTLE = 300  # milliseconds: other programs replace a file in several steps
CHANGED, VANISHED = "changed", "vanished"


@dataclass(frozen=True)
class Holder:
    """Who else has the file open."""

    host: str
    process: int


class OpenFile(QObject):
    """Knows the bytes that were last read or written, so that only a real difference is told."""

    differs = Signal(str)  # CHANGED or VANISHED

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.path: Path | None = None
        self._known = ""
        self._told = ""  # the state on the disk that was told last
        self._lock: QLockFile | None = None
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
        self._known = self._told = self._on_disk()
        self._watch()

    def release(self) -> None:
        self._settle.stop()
        watched = [*self._watcher.files(), *self._watcher.directories()]
        if watched:
            self._watcher.removePaths(watched)
        if self._lock is not None:
            self._lock.unlock()
            self._lock = None
        self.path = None

    # The lock

    def lock(self) -> Holder | None:
        """Try to be the one who may save; who is it, where another window is.

        Where no lock can be made (a folder that can't be written to) nothing can be saved over
        either, so that counts as free. The lock of a program that has ended is taken over.
        """
        if self.path is None or (self._lock is not None and self._lock.isLocked()):
            return None
        lock = _lock_of(self.path)
        if lock.tryLock(0):
            self._lock = lock
            return None
        return _holder(lock)

    @staticmethod
    def holder_of(path: Path) -> Holder | None:
        """Who has a file that is not followed."""
        lock = _lock_of(path)
        if lock.tryLock(0):
            lock.unlock()
            return None
        return _holder(lock)

    def take_over(self) -> None:
        """Break another's lock: its computer is off, as the user says."""
        if self.path is not None:
            _lock_path(self.path).unlink(missing_ok=True)
            self.lock()

    # The disk

    @property
    def state(self) -> str:
        """CHANGED or VANISHED where the disk has other bytes than this window knows, else ""."""
        if self.path is None:
            return ""
        found = self._on_disk()
        if found == self._known:
            return ""
        return CHANGED if found else VANISHED

    def _on_disk(self) -> str:
        try:
            return hashlib.sha256(self.path.read_bytes()).hexdigest() if self.path else ""
        except OSError:
            return ""

    def _watch(self) -> None:
        if self.path is not None:
            wanted = [str(path) for path in (self.path, self.path.parent) if path.exists()]
            missing = {*wanted} - {*self._watcher.files(), *self._watcher.directories()}
            if missing:
                self._watcher.addPaths(sorted(missing))

    @Slot()
    def _wait(self) -> None:
        self._settle.start()

    @Slot()
    def look(self) -> None:
        """Tell what has changed, once for each state of the disk."""
        self._watch()  # a replaced file is no longer watched
        found = self._on_disk()
        if found != self._told:
            self._told = found
            if self.state:
                self.differs.emit(self.state)


def _lock_path(path: Path) -> Path:
    return path.with_name(f".{path.name}.lock")


def _lock_of(path: Path) -> QLockFile:
    lock = QLockFile(str(_lock_path(path)))
    lock.setStaleLockTime(0)  # held for hours: only the end of its program makes it stale
    return lock


def _holder(lock: QLockFile) -> Holder | None:
    """Who holds a lock that could not be taken; nobody where none could be made."""
    if lock.error() != QLockFile.LockError.LockFailedError:
        return None
    process, host, _ = lock.getLockInfo()
    return Holder(str(host), int(process))
