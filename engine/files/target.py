"""Where a file may be written: in the place of what, and through whose links."""

from __future__ import annotations

import hashlib
import os
import stat
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path

from engine.problems import Problem, ScenarioError
from engine.text import translate

MOST_LINKS = 40  # from one to the next; so many the system follows, too
LONGEST_NAME = 255  # bytes of a file's name, on nearly every file system
ROOT = 0


def target_of(path: str | os.PathLike[str]) -> Path:
    """The file that writing to a path replaces: links followed, never one set by another user.

    Takes: `path`.
    Gives: a path.
    Raises: ScenarioError where that is no plain file, and OSError.
    """
    _refuse_foreign_links(Path(os.path.abspath(path)), MOST_LINKS)
    target = Path(os.path.realpath(path))
    with suppress(FileNotFoundError):
        mode = target.stat().st_mode
        if stat.S_ISDIR(mode):
            raise _refusal(translate("Problem", "is a folder"), path)
        if not stat.S_ISREG(mode):
            raise _refusal(translate("Problem", "is not a plain file"), path)
    return target


def refuse_inputs(path: str | os.PathLike[str], inputs: Iterable[str | os.PathLike[str]]) -> None:
    """That a path is none of the files that are read, however it is named.

    Takes: `path`; `inputs`, files that are read.
    Raises: ScenarioError where it is.
    """
    if any(same_file(path, read) for read in inputs):
        raise _refusal(translate("Problem", "is the file that is read; write to another"), path)


def same_file(one: str | os.PathLike[str], other: str | os.PathLike[str]) -> bool:
    """Whether `one` and `other` name one file: spelt differently, by a link, by a second name."""
    try:
        return os.path.samefile(one, other)
    except (OSError, ValueError):  # one of them is not there
        return os.path.realpath(one) == os.path.realpath(other)


def fitting(name: str, ending: str) -> str:
    """`name` with the `ending`; shortened, and still told from others, where it is too long.

    Takes: `name`; `ending`.
    Gives: a name.
    """
    whole = name + ending
    if len(os.fsencode(whole)) <= LONGEST_NAME:
        return whole
    mark = f"~{hashlib.sha256(os.fsencode(name)).hexdigest()[:8]}{ending}"
    return cut_to(name, LONGEST_NAME - len(os.fsencode(mark))) + mark


def cut_to(name: str, most: int) -> str:
    """The beginning of `name` that has at most so many bytes in a file's name.

    Takes: `name`; `most` [bytes].
    Gives: a name.
    """
    while len(os.fsencode(name)) > most:
        name = name[: min(len(name) - 1, most)]
    return name


def _refuse_foreign_links(path: Path, left: int) -> None:
    """Someone else's link in a shared folder may lead anywhere, also to files of our own."""
    for step in (*reversed(path.parents), path):
        if not step.is_symlink():
            continue
        if not _may_follow(step, last=step == path):
            raise _refusal(
                translate("Problem", "leads through a link that another user made"), path
            )
        if left:
            for further in _led_to(step):
                _refuse_foreign_links(further, left - 1)


def _led_to(link: Path) -> Iterator[Path]:
    with suppress(OSError):
        yield Path(os.path.abspath(os.path.realpath(link.parent) / Path(os.readlink(link))))


def _may_follow(link: Path, *, last: bool) -> bool:
    """Whether it is ours or the system's; for a folder, its folder's owner's, too."""
    if not hasattr(os, "geteuid"):  # Windows: making links takes a right of its own
        return True
    owner = link.lstat().st_uid
    if owner in (ROOT, os.geteuid()):
        return True
    folder = link.parent.stat()
    shared = folder.st_mode & (stat.S_IWOTH | stat.S_ISVTX)
    return not last and not shared and owner == folder.st_uid


def _refusal(why: str, path: str | os.PathLike[str]) -> ScenarioError:
    text = translate("Problem", "cannot be written: {reason}").format(reason=why)
    return ScenarioError(Problem("", "", text), os.fspath(path))
