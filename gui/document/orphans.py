"""What an earlier Headroom left in the recovery folder: work to offer, and what was set aside."""

from __future__ import annotations

import heapq
import os
import time
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

from engine import Document, ScenarioError
from engine.files import scenario_files
from engine.files.writing import LEFTOVER_AGE, PART
from gui.document.recovery import KEY, LARGEST, recovery_folder
from gui.system.locks import LOCK, Lock
from gui.system.paths import keep_private, made

SKIPPED = "skipped"  # the folder of what the user did not want when it was offered
DAMAGED = ".damaged"
MOST_OFFERED = 100  # at a start, each of which is read and locked
MOST_ASIDE = 100  # set-aside files of a kind; the oldest go
OLDEST_ASIDE = 90 * 24 * 3600.0  # seconds


@dataclass
class Orphan:
    """Work that a program which has ended left unsaved."""

    file: Path
    document: Document
    path: Path | None  # the file it was being made of
    written: str  # when, in UTC
    lock: Lock | None = None  # held, so that no other window offers the same
    skipped: bool = False

    @property
    def name(self) -> str:
        return self.path.name if self.path else self.document.scenario.name

    def take(self) -> None:
        """It lives on in a window, which keeps it from now on."""
        with suppress(OSError):
            self.file.unlink(missing_ok=True)
        self.release()

    def skip(self) -> None:
        """Not offered again, but not thrown away either: it is in the menu for a while."""
        with suppress(OSError):
            aside = made(self.file.parent / SKIPPED)
            self.file.replace(aside / self.file.name)
        self.release()

    def release(self) -> None:
        if self.lock is not None:
            self.lock.release()


@dataclass(frozen=True)
class Damaged:
    """A recovery file that can't be read."""

    file: Path
    written: str


def orphans() -> list[Orphan]:
    """What programs that have ended left unsaved, newest first: of very many the newest files.

    The others have their turn once these were answered.
    """
    found = []
    files = _listed(recovery_folder(), scenario_files.SUFFIX)
    for file in heapq.nsmallest(MOST_OFFERED, files, key=_age):
        lock = Lock(file.with_suffix(LOCK), ours=True)
        if not lock.take():
            continue  # a window that still runs
        orphan = _read(file)
        if orphan is None:
            _set_aside(file)
            lock.release()
        else:
            orphan.lock = lock
            found.append(orphan)
    return sorted(found, key=lambda orphan: orphan.written, reverse=True)


def skipped() -> list[Orphan]:
    """What was offered and not wanted, newest first."""
    read = map(_read, _listed(recovery_folder() / SKIPPED, scenario_files.SUFFIX))
    found = [replace(orphan, skipped=True) for orphan in read if orphan is not None]
    return sorted(found, key=lambda orphan: orphan.written, reverse=True)


def damaged() -> list[Damaged]:
    """What could not be read when it was to be offered, newest first."""
    found = [Damaged(file, _moment(file)) for file in _listed(recovery_folder(), DAMAGED)]
    return sorted(found, key=lambda one: one.written, reverse=True)


def something_left() -> bool:
    """Whether there is anything that was set aside, without reading it."""
    folder = recovery_folder()
    kinds = ((folder / SKIPPED, scenario_files.SUFFIX), (folder, DAMAGED))
    return any(next(_listed(*kind), None) is not None for kind in kinds)


def clear_old() -> None:
    """Take away what nobody will miss: halves of files that a program killed while it wrote left,
    locks of nothing, and what was set aside long ago or is one of very many."""
    folder = recovery_folder()
    for place in (folder, folder / SKIPPED):
        for file in _listed(place, PART):
            if _age(file) > LEFTOVER_AGE:
                _remove(file)
    for file in _listed(folder, LOCK):
        if not file.with_suffix(scenario_files.SUFFIX).exists():
            lock = Lock(file, ours=True)
            if lock.take():
                lock.release()
    for kind in ((folder / SKIPPED, scenario_files.SUFFIX), (folder, DAMAGED)):
        for number, file in enumerate(sorted(_listed(*kind), key=_age)):
            if number >= MOST_ASIDE or _age(file) > OLDEST_ASIDE:
                _remove(file)


def _listed(folder: Path, ending: str) -> Iterator[Path]:
    """The files of a folder with that ending; none where it can't be read."""
    with suppress(OSError):
        yield from sorted(path for path in folder.iterdir() if path.name.endswith(ending))


def _age(file: Path) -> float:
    """Seconds since it was written; of a file that is gone, none."""
    with suppress(OSError):
        return time.time() - file.lstat().st_mtime
    return 0.0


def _moment(file: Path) -> str:
    return datetime.fromtimestamp(time.time() - _age(file), UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def _remove(file: Path) -> None:
    with suppress(OSError):
        file.unlink()


def _set_aside(file: Path) -> None:
    with suppress(OSError):
        file.replace(file.with_suffix(DAMAGED))
    keep_private(file.with_suffix(DAMAGED))


def _read(file: Path) -> Orphan | None:
    """The orphan in a recovery file; None where it can't be read."""
    try:
        document = scenario_files.load(file, LARGEST)
    except ScenarioError:
        return None
    said = document.unknown.get(KEY)
    said = said if isinstance(said, dict) else {}
    path, written = said.get("path"), said.get("written")
    unknown = {key: value for key, value in document.unknown.items() if key != KEY}
    return Orphan(
        file,
        replace(document, unknown=unknown, notices=()),
        Path(path) if isinstance(path, str) and path and _can_be(path) else None,
        written if isinstance(written, str) else "",
    )


def _can_be(path: str) -> bool:
    """Whether a file can have this path: not all that JSON can say is a name."""
    try:
        return bool(os.fsencode(path))
    except ValueError:
        return False
