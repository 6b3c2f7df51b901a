"""Saving where a read-only mark, and a program that has a file open, keep it from being replaced.

So it is on Windows. Elsewhere a stand-in refuses what Windows would.
"""

from __future__ import annotations

import os
import stat
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from engine.files import writing
from engine.files.document import Document
from engine.files.scenario_files import backup_of, load, save
from engine.problems import ScenarioError
from engine.tables.scenario import Scenario

OLD, NEW, NEWEST = (Document(Scenario(name=name)) for name in ("old", "new", "newest"))
Hold = Callable[[Path], Any]


@pytest.fixture
def hold(monkeypatch: pytest.MonkeyPatch) -> Hold:
    """Within `hold(path)` another program reads the file; and marks hold, as they do there."""
    if sys.platform == "win32":
        return lambda path: path.open("rb")
    held: set[int] = set()

    def refuse(path: Any, *, marks: bool = True) -> None:
        if not os.path.lexists(path):
            return
        found = os.lstat(path)
        marked = marks and not found.st_mode & stat.S_IWRITE
        if found.st_ino in held or marked:
            raise PermissionError(13, "Permission denied", str(path))

    replace, rename, unlink = os.replace, os.rename, os.unlink

    def replacing(source: Any, target: Any, **_: Any) -> None:
        refuse(source, marks=False)
        refuse(target)
        replace(source, target)

    def renaming(source: Any, target: Any, **_: Any) -> None:
        refuse(source, marks=False)
        if os.path.lexists(target):
            raise FileExistsError(17, "File exists", str(target))
        rename(source, target)

    def unlinking(path: Any, **_: Any) -> None:
        refuse(path)
        unlink(path)

    @contextmanager
    def holding(path: Path) -> Iterator[None]:
        inode = path.stat().st_ino
        held.add(inode)
        yield
        held.discard(inode)

    monkeypatch.setattr(os, "replace", replacing)
    monkeypatch.setattr(os, "rename", renaming)
    monkeypatch.setattr(os, "unlink", unlinking)
    monkeypatch.setattr(writing, "WINDOWS", True)
    return holding


def names(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir()}


def test_that_a_read_only_file_is_refused_and_nothing_is_left_beside_it(
    tmp_path: Path, hold: Hold
) -> None:
    file = tmp_path / "plan.headroom"
    save(OLD, file)
    save(NEW, file)
    file.chmod(stat.S_IREAD)
    with pytest.raises(ScenarioError, match="cannot be written: Permission denied"):
        save(NEWEST, file)
    assert names(tmp_path) == {"plan.headroom", "plan.headroom.bak"}
    assert load(file).scenario == NEW.scenario
    assert load(backup_of(file)).scenario == OLD.scenario
    assert not file.stat().st_mode & stat.S_IWRITE
    file.chmod(stat.S_IREAD | stat.S_IWRITE)
    save(NEWEST, file)
    assert load(backup_of(file)).scenario == NEW.scenario


def test_that_a_file_that_another_program_holds_is_refused_and_nothing_is_left_beside_it(
    tmp_path: Path, hold: Hold
) -> None:
    file = tmp_path / "plan.headroom"
    save(OLD, file)
    with hold(file), pytest.raises(ScenarioError, match=r"cannot be written: (Permission|Access)"):
        save(NEW, file)
    assert load(file).scenario == OLD.scenario
    assert not list(tmp_path.glob(".*"))
    save(NEW, file)
    assert load(backup_of(file)).scenario == OLD.scenario
    assert names(tmp_path) == {"plan.headroom", "plan.headroom.bak"}


def test_that_a_held_backup_does_not_stop_the_save(tmp_path: Path, hold: Hold) -> None:
    file = tmp_path / "plan.headroom"
    save(OLD, file)
    save(NEW, file)
    with hold(backup_of(file)):
        save(NEWEST, file)
    assert load(file).scenario == NEWEST.scenario
    assert names(tmp_path) == {"plan.headroom", "plan.headroom.bak"}


def test_that_a_backup_left_read_only_gives_way_to_the_next(tmp_path: Path, hold: Hold) -> None:
    file = tmp_path / "plan.headroom"
    save(OLD, file)
    save(NEW, file)
    backup_of(file).chmod(stat.S_IREAD)
    save(NEWEST, file)
    assert load(backup_of(file)).scenario == NEW.scenario
    assert names(tmp_path) == {"plan.headroom", "plan.headroom.bak"}


def test_that_what_was_left_read_only_is_cleared_a_day_later(tmp_path: Path, hold: Hold) -> None:
    file = tmp_path / "plan.headroom"
    left = tmp_path / ".plan.headroom.abc.part"
    left.write_text("half")
    past = time.time() - writing.LEFTOVER_AGE - 60
    os.utime(left, (past, past))
    left.chmod(stat.S_IREAD)
    save(OLD, file)
    assert names(tmp_path) == {"plan.headroom"}
