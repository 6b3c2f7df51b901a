"""The one way in which Headroom writes any file: whole or not at all."""

from __future__ import annotations

import os
import shutil
import stat
import tempfile
import time
from contextlib import suppress
from pathlib import Path

from engine.problems import Problem, ScenarioError
from engine.reasons import reason_of, unwritable
from engine.text import translate

PART = ".part"  # the ending of a file that is being written
BACKUP = ".bak"
LEFTOVER_AGE = 24 * 3600.0  # seconds after which a `.part` is what a killed program left


def write_whole(path: str | os.PathLike[str], data: bytes, *, backup: bool = False) -> None:
    """Write beside, then replace: the old file or the new one, never half of one.

    With `backup` the file that was there stays as `NAME.bak` beside it. Raises ScenarioError
    naming the file and the reason.
    """
    try:
        target = Path(os.path.realpath(path))
        mode = stat.S_IMODE(target.stat().st_mode) if target.exists() else 0o666 & ~_umask()
        handle, beside = tempfile.mkstemp(PART, f".{target.name[:40]}.", target.parent)
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
            os.chmod(beside, mode)
            if backup:
                _keep_backup(target)
            os.replace(beside, target)
        except BaseException:
            with suppress(OSError):
                os.unlink(beside)
            raise
        _make_lasting(target.parent)
    except OSError as error:
        raise _refusal(path, reason_of(error)) from None
    except ValueError:  # a path with a zero byte
        raise _refusal(path, translate("Problem", "not a path")) from None


def _refusal(path: str | os.PathLike[str], reason: str) -> ScenarioError:
    return ScenarioError(Problem("", "", unwritable(reason)), os.fspath(path))


def backup_of(path: Path) -> Path:
    """Where the state before the last save is kept.

    Beside the file and not in a folder of Headroom's own: whoever needs it looks there first,
    it moves with its folder, and no copies of anyone's plans pile up in a hidden place.
    """
    return path.with_name(path.name + BACKUP)


def _keep_backup(target: Path) -> None:
    """A second name for the old file, which costs no space; a copy where links are not known.

    A backup that can't be made does not stop the save: the new file is whole already.
    """
    if not target.exists():
        return
    with suppress(OSError):
        handle, beside = tempfile.mkstemp(PART, f".{target.name[:40]}.", target.parent)
        os.close(handle)
        try:
            os.unlink(beside)
            try:
                os.link(target, beside)
            except OSError:  # FAT, some network drives
                shutil.copy2(target, beside)
            os.replace(beside, backup_of(target))
        except BaseException:
            with suppress(OSError):
                os.unlink(beside)
            raise


def _make_lasting(folder: Path) -> None:
    """The new name itself on the disk, where a folder can be synchronised."""
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def clear_leftovers(path: Path) -> None:
    """Remove what a program killed while it wrote `path` left beside it, a day later."""
    start = f".{path.name[:40]}."
    with suppress(OSError):
        for found in path.parent.iterdir():
            if found.name.startswith(start) and found.name.endswith(PART):
                with suppress(OSError):
                    if time.time() - found.stat().st_mtime > LEFTOVER_AGE:
                        found.unlink()


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
