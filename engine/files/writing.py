"""The one way in which Headroom writes any file: whole or not at all."""

from __future__ import annotations

import errno
import os
import shutil
import stat
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from engine.files.reasons import reason_of, unwritable
from engine.files.target import fitting, target_of
from engine.problems import Problem, ScenarioError
from engine.text import translate

PART = ".part"  # the ending of a file that is being written
BACKUP = ".bak"
LEFTOVER_AGE = 24 * 3600.0  # seconds after which a `.part` is what a killed program left
NEW_FILE = 0o666  # less what the umask takes
KEPT_ATTRIBUTES = ("user.", "system.posix_acl_access")
# There a mark on a file, and any program that has it open, keep it from being replaced, renamed
# and removed, by whichever of its names.
WINDOWS = sys.platform == "win32"

# What file systems say of what they can't do: modes on CIFS, fsync on some FUSE drives, and so
# on. A full or failing disk says something else, and stays an error.
NOT_KNOWN = frozenset(
    (
        *(errno.EPERM, errno.EACCES, errno.EINVAL, errno.ENOSYS),
        *(errno.ENOTSUP, errno.EOPNOTSUPP, errno.ENOTTY),
    )
)
# What they say where they can't put a file in the place of another
NOT_REPLACED = frozenset((*NOT_KNOWN, errno.EEXIST, errno.EBUSY, errno.ETXTBSY))


def write_whole(
    path: str | os.PathLike[str], data: bytes, *, backup: bool = False, lasting: bool = True
) -> None:
    """Write beside, then replace: the old file or the new one, never half of one.

    Owner, group and mode stay where the file system lets them.

    Takes: `path`; `data`, the bytes; `backup`, whether the file that was there stays as `NAME.bak`
        beside it; `lasting`, whether to wait until the disk has it, so that it is there after a
        loss of power: not for what can be computed again, thousands of files after each other.
    Raises: ScenarioError naming the file and the reason.
    """
    try:
        target = target_of(path)
        _refuse_read_only(target)
        with _beside(target) as (handle, beside):
            with os.fdopen(handle, "wb") as file:
                file.write(data)
                file.flush()
                with _as_far_as_known():
                    if lasting:
                        os.fsync(file.fileno())
            _keep_standing(target, beside)
            if backup:
                _keep_backup(target)
            _put_in_place(beside, target)
        if lasting:
            _make_lasting(target.parent)
    except OSError as error:
        raise _refusal(path, reason_of(error)) from None
    except ScenarioError:
        raise
    except ValueError:  # a path with a zero byte
        raise _refusal(path, translate("Problem", "not a path")) from None


def _refusal(path: str | os.PathLike[str], reason: str) -> ScenarioError:
    return ScenarioError(Problem("", "", unwritable(reason)), os.fspath(path))


@contextmanager
def _beside(target: Path) -> Iterator[tuple[int, str]]:
    """A new file in the same folder; gone afterwards where it was not put in place."""
    handle, beside = tempfile.mkstemp(PART, _start(target), target.parent)
    try:
        yield handle, beside
    except BaseException:
        with suppress(OSError):
            _remove(beside)
        raise


def _remove(path: str | os.PathLike[str]) -> None:
    """A file of ours, also where it is marked read-only and that keeps it."""
    try:
        os.unlink(path)
    except PermissionError:
        if not WINDOWS:
            raise
        os.chmod(path, stat.S_IREAD | stat.S_IWRITE)
        os.unlink(path)


def _refuse_read_only(target: Path) -> None:
    """Raises OSError, before anything is written, where a mark keeps the file from being replaced.

    Elsewhere than on Windows its folder decides that.
    """
    if WINDOWS and target.exists() and not target.stat().st_mode & stat.S_IWRITE:
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))


def _start(target: Path) -> str:
    return f".{target.name[:40]}."


@contextmanager
def _as_far_as_known() -> Iterator[None]:
    """What is in it is done where the file system can."""
    try:
        yield
    except OSError as error:
        if error.errno not in NOT_KNOWN:
            raise


def _keep_standing(target: Path, beside: str) -> None:
    """Owner, group, mode and access lists of the file that is replaced; those of a new one."""
    old = target.stat() if target.exists() else None
    mode = NEW_FILE & ~UMASK if old is None else stat.S_IMODE(old.st_mode)
    if old is not None and hasattr(os, "chown"):
        new = os.stat(beside)
        if (new.st_uid, new.st_gid) != (old.st_uid, old.st_gid):
            with _as_far_as_known():
                os.chown(beside, -1, old.st_gid)
            with _as_far_as_known():
                os.chown(beside, old.st_uid, -1)
            if os.stat(beside).st_gid != old.st_gid:
                # what only the old group might must not be open to ours
                mode = mode & ~stat.S_IRWXG | (mode & stat.S_IRWXO) << 3
    with _as_far_as_known():
        os.chmod(beside, mode)
    if old is not None and hasattr(os, "listxattr"):
        with suppress(OSError):
            for name in os.listxattr(target):
                if name.startswith(KEPT_ATTRIBUTES):
                    with suppress(OSError):
                        os.setxattr(beside, name, os.getxattr(target, name))


def _put_in_place(beside: str, target: Path) -> None:
    """In one step, or where the file system knows no such step, with the old file set aside."""
    try:
        os.replace(beside, target)
    except OSError as error:
        if error.errno not in NOT_REPLACED or not os.path.lexists(target):
            raise
        aside = f"{beside[: -len(PART)]}.old{PART}"
        try:
            os.rename(target, aside)
        except OSError:
            raise error from None
        try:
            os.rename(beside, target)
        except BaseException:
            os.rename(aside, target)
            raise
        with suppress(OSError):
            _remove(aside)


def backup_of(path: Path) -> Path:
    """Where the state before the last save is kept.

    Beside the file and not in a folder of Headroom's own: whoever needs it looks there first,
    it moves with its folder, and no copies of anyone's plans pile up in a hidden place.

    Takes: `path` of the file.
    Gives: a path.
    """
    return path.with_name(fitting(path.name, BACKUP))


def _keep_backup(target: Path) -> None:
    """A second name for the old file, which costs no space; a copy where there are none.

    A backup that can't be made does not stop the save: the new file is whole already.
    """
    kept = backup_of(target)
    with suppress(OSError):
        if not target.exists() or not _may_be_replaced(kept):
            return
        with _beside(target) as (handle, beside):
            os.close(handle)
            os.unlink(beside)
            if not _named_again(target, beside):
                shutil.copyfile(target, beside)
                with suppress(OSError):
                    shutil.copystat(target, beside)
            _put_in_place(beside, kept)


def _named_again(target: Path, beside: str) -> bool:
    """Whether the file has a second name now, which can be put in place and taken away."""
    if WINDOWS:
        return False
    try:
        os.link(target, beside)
    except OSError:  # FAT, some network drives
        return False
    return True


def _may_be_replaced(path: Path) -> bool:
    """Whether it is free, a file or a link: never a device, a pipe, a folder."""
    try:
        mode = path.lstat().st_mode
    except FileNotFoundError:
        return True
    return stat.S_ISREG(mode) or stat.S_ISLNK(mode)


def _make_lasting(folder: Path) -> None:
    """The new name itself on the disk, where a folder can be synchronised."""
    with _as_far_as_known():
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def clear_leftovers(path: Path) -> None:
    """Remove what a program killed while it wrote `path` left beside it, a day later.

    Takes: `path` of the file.
    """
    start = _start(path)
    with suppress(OSError):
        for found in path.parent.iterdir():
            if found.name.startswith(start) and found.name.endswith(PART):
                with suppress(OSError):
                    there = found.lstat()
                    old = time.time() - there.st_mtime > LEFTOVER_AGE
                    if old and stat.S_ISREG(there.st_mode):
                        _remove(found)


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


UMASK = _umask()  # asked for once: between the two calls any thread's new file is open to all
