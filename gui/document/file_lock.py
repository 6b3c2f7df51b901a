"""Who may save a file: one window, by whatever name it was opened.

Two locks are held. The one beside the file is seen from every computer that reaches its folder;
it goes by the real name, so that a symbolic link leads to the same. The other goes by what the
file is on this machine's drive, which is all that two hard links have in common.
"""

from __future__ import annotations

import hashlib
import os
from contextlib import suppress
from pathlib import Path

from engine.problems import is_whole_text
from gui.system.locks import LOCK, Holder, Lock
from gui.system.paths import made, runtime_folder

LONGEST_NAME = 255  # bytes, of most file systems
FOLDER = "headroom-files"  # of the locks by what a file is


def real_path(path: Path) -> Path:
    """Where a path leads, through every link; itself where that can't be found out."""
    try:
        return Path(os.path.realpath(path))
    except (OSError, ValueError):
        return path


def lock_beside(path: Path) -> Path:
    """The lock file of a file, in its folder."""
    real = real_path(path)
    name = f".{real.name}{LOCK}"
    if not is_whole_text(name) or len(name.encode()) > LONGEST_NAME:
        name = f".{hashlib.sha256(os.fsencode(real.name)).hexdigest()[:32]}{LOCK}"
    return real.parent / name  # the topmost folder has no name to replace


def lock_by_identity(path: Path) -> Path | None:
    """The lock file of what the file is, whatever its names; None where there is no file yet."""
    try:
        found = os.stat(path)
    except (OSError, ValueError):
        return None
    folder = runtime_folder()
    if folder is None or not found.st_ino:
        return None
    with suppress(OSError):
        return made(folder / FOLDER) / f"{found.st_dev:x}-{found.st_ino:x}{LOCK}"
    return None


class FileLock:
    """Both locks of one file."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._beside = Lock(lock_beside(path))
        self._identity: Lock | None = None

    def take(self) -> Holder | None:
        """Try to be the one who may save; who is it, where another is.

        Where no lock can be made (a folder that can't be written to) nothing can be saved over
        either, so that counts as free. The lock of a program that has ended is taken over.
        """
        self._know_identity()
        for lock in self._locks:
            if not lock.take() and (holder := lock.holder()) is not None:
                self.release()
                return holder
        return None

    def renew(self) -> None:
        """The file was replaced by its own save: it is another one on the drive now."""
        if self._beside.held:
            self.take()

    def others(self, held: FileLock | None) -> Holder | None:
        """Who else has the file; what `held` holds is no other's."""
        self._know_identity()
        own = {lock.path for lock in held._locks if lock.held} if held is not None else set()
        found = (lock.holder() for lock in self._locks if lock.path not in own)
        return next(filter(None, found), None)

    def release(self) -> None:
        for lock in self._locks:
            lock.release()

    def break_(self) -> None:
        """Take the lock beside the file away from a computer that is off."""
        self._beside.break_()

    def _know_identity(self) -> None:
        path = lock_by_identity(self._path)
        if self._identity is not None and self._identity.path != path:
            self._identity.release()
            self._identity = None
        if self._identity is None and path is not None:
            self._identity = Lock(path, ours=True)

    @property
    def _locks(self) -> list[Lock]:
        return [self._beside, *([self._identity] if self._identity is not None else [])]
