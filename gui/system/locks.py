"""Locks between programs: a lock file, never something that only stands in the place of one."""

from __future__ import annotations

import os
import stat
import time
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QLockFile

LARGEST_LOCK = 4096  # bytes: it says who holds it in five short lines
LOCK = ".lock"
WRITING = 2.0  # seconds that a program may take to write down that it holds one


@dataclass(frozen=True)
class Holder:
    """Who else has the file open."""

    host: str
    process: int


class Lock:
    """A lock that only the end of its program makes stale, however long it is held.

    Qt reads a lock file to learn who holds it: a pipe there would be waited for. What is no lock
    is removed in a folder of Headroom's own (`ours`); elsewhere it is left alone, and counts as
    a folder in which no lock can be made.
    """

    def __init__(self, path: Path, *, ours: bool = False) -> None:
        self.path = path
        self._ours = ours
        self._file: QLockFile | None = None

    @property
    def held(self) -> bool:
        """Whether it is held here."""
        return self._file is not None

    def take(self) -> bool:
        """Try to hold it; whether it is held now."""
        if self._file is None:
            self._file = self._tried()[0]
        return self.held

    def holder(self) -> Holder | None:
        """Who holds it where another does; nobody where it is free, or can't be made."""
        if self.held:
            return None
        taken, other = self._tried()
        if taken is not None:
            taken.unlock()
        return other

    def release(self) -> None:
        if self._file is not None:
            self._file.unlock()
            self._file = None

    def break_(self) -> None:
        """Take another's away: its computer is off, as the user says."""
        with suppress(OSError):
            self.path.unlink(missing_ok=True)

    def _tried(self) -> tuple[QLockFile | None, Holder | None]:
        if not self._can_be():
            return None, None
        file = QLockFile(str(self.path))
        file.setStaleLockTime(0)
        if file.tryLock(0) or (self._is_nobody_s(file) and self._ours and self._again(file)):
            return file, None
        if file.error() != QLockFile.LockError.LockFailedError or self._is_nobody_s(file):
            return None, None
        process, host, _ = file.getLockInfo()
        return None, Holder(str(host), int(process))

    def _again(self, file: QLockFile) -> bool:
        self.break_()
        return file.tryLock(0)

    def _is_nobody_s(self, file: QLockFile) -> bool:
        """Whether it says nobody: its program was ended before it had written who holds it."""
        process, host, _ = file.getLockInfo()
        try:
            age = time.time() - self.path.lstat().st_mtime
        except OSError:
            return False
        return not process and not host and not 0 <= age < WRITING

    def _can_be(self) -> bool:
        try:
            found = self.path.lstat()
        except FileNotFoundError:
            return True
        except (OSError, ValueError):
            return False
        if stat.S_ISREG(found.st_mode) and found.st_size <= LARGEST_LOCK:
            return True
        if self._ours:
            with suppress(OSError):
                os.rmdir(self.path) if stat.S_ISDIR(found.st_mode) else self.path.unlink()
                return True
        return False
