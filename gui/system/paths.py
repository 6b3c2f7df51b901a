"""Where Headroom keeps what is its own: logs and recovery files, never a user's documents.

What is kept there tells of the user's plans: nobody else may read it, on a shared machine and in
a home that others may look into.
"""

from __future__ import annotations

import os
import stat
import sys
import tempfile
from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import QStandardPaths

OWN_FOLDER, OWN_FILE = 0o700, 0o600  # modes: the user's alone
RUNTIME = "XDG_RUNTIME_DIR"
MOST_REPAIRED = 1000  # files: more are not ours


def data_folder(name: str) -> Path:
    """A folder of this user's, which may not be there yet."""
    place = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.AppLocalDataLocation)
    return Path(place) / name


def made(folder: Path) -> Path:
    """The folder, made where it was not, and the user's alone. Raises OSError."""
    folder.mkdir(parents=True, exist_ok=True)
    keep_private(folder)
    return folder


def keep_private(path: Path) -> None:
    """Let nobody else read a file or a folder of ours, where the file system knows of others."""
    if sys.platform == "win32":
        return  # what is in a user's own folder is the user's alone there
    with suppress(OSError, ValueError):
        found = path.lstat()
        if found.st_uid != os.getuid():
            return
        if stat.S_ISDIR(found.st_mode) and stat.S_IMODE(found.st_mode) != OWN_FOLDER:
            path.chmod(OWN_FOLDER)
        if stat.S_ISREG(found.st_mode) and stat.S_IMODE(found.st_mode) != OWN_FILE:
            path.chmod(OWN_FILE)


def keep_all_private() -> None:
    """The same for all that is in our folder: an older Headroom let others read it."""
    top = data_folder("")
    keep_private(top)
    left = MOST_REPAIRED
    for folder, folders, names in os.walk(top):
        for name in (*folders, *names):
            keep_private(Path(folder, name))
        left -= len(names)
        if left < 0:
            return


def runtime_folder() -> Path | None:
    """A folder for sockets and locks that every program of this user finds, and nobody else may
    write to; None where there is none.

    On Linux it is the session's own, and where there is no such thing, as after `su`, one in the
    folder for temporary files: under a name that another user could take, so it is looked at.
    """
    if sys.platform != "linux":
        return _private(data_folder("run"))
    given = os.environ.get(RUNTIME, "")
    folders = [Path(given)] if given.startswith("/") else []
    folders += [Path(tempfile.gettempdir()) / f"headroom-{os.getuid()}", data_folder("run")]
    return next(filter(None, map(_private, folders)), None)


def _private(folder: Path) -> Path | None:
    """The folder, made where it was not, if it is a real one and this user's alone."""
    try:
        folder.mkdir(mode=OWN_FOLDER, parents=True, exist_ok=True)
        found = folder.lstat()
    except (OSError, ValueError):
        return None
    if not stat.S_ISDIR(found.st_mode):
        return None
    if sys.platform != "win32":
        others = found.st_mode & (stat.S_IRWXG | stat.S_IRWXO)
        if found.st_uid != os.getuid() or others:
            return None
    return folder


def without_home(text: str) -> str:
    """`text` with the user's own folder as `~`, for what is sent to others."""
    home = str(Path.home())
    return text.replace(home, "~") if len(home) > 1 else text
