"""Saving under fire: killed, without room, without leave; and files made to break the reader."""

from __future__ import annotations

import os
import stat
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path
from types import SimpleNamespace

import pytest
from hypothesis import given, settings

from engine.files import writing
from engine.files.document import Document
from engine.files.scenario_files import LARGEST_FILE, backup_of, load, parse, save, text_of
from engine.files.versions import Version
from engine.problems import ScenarioError
from engine.tables.scenario import Scenario
from tests.engine.fuzzing import HEAVY, check, files_nearly_right, heavy
from tests.engine.killing import kill_often

OLD, NEW = Scenario(name="old"), Scenario(name="new").having(power_budget_gw=3.0)


# Killed


@pytest.mark.skipif(sys.platform == "win32", reason="no SIGKILL on Windows")
def test_that_a_program_killed_while_it_saves_leaves_the_old_file_or_the_new(
    tmp_path: Path,
) -> None:
    """A hundred times: python tests/engine/killing.py"""
    found = kill_often(6, tmp_path)
    assert found["first"] + found["second"] == 6


def test_that_what_a_killed_save_left_is_cleared_a_day_later(tmp_path: Path) -> None:
    file = tmp_path / "plan.headroom"
    old, young = tmp_path / ".plan.headroom.abc.part", tmp_path / ".plan.headroom.def.part"
    other = tmp_path / ".plans.headroom.abc.part"
    for path in (old, young, other):
        path.write_text("half")
    past = time.time() - writing.LEFTOVER_AGE - 60
    os.utime(old, (past, past))
    os.utime(other, (past, past))
    save(Document(OLD), file)
    assert not old.exists()
    assert young.exists()
    assert other.exists()


# One backup


def test_that_the_file_as_it_was_is_kept_beside_and_only_one(tmp_path: Path) -> None:
    file = tmp_path / "plan.headroom"
    for name in ("one", "two", "three"):
        save(Document(Scenario(name=name)), file)
    assert load(file).scenario.name == "three"
    assert load(backup_of(file)).scenario.name == "two"
    assert {path.name for path in tmp_path.iterdir()} == {"plan.headroom", "plan.headroom.bak"}


def test_that_where_links_are_not_known_the_backup_is_a_copy(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError("no links here")

    monkeypatch.setattr(os, "link", refuse)
    file = tmp_path / "plan.headroom"
    save(Document(OLD), file)
    save(Document(NEW), file)
    assert load(backup_of(file)).scenario == OLD
    assert len(list(tmp_path.iterdir())) == 2


def test_that_a_backup_that_cannot_be_made_does_not_stop_the_save(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "plan.headroom"
    save(Document(OLD), file)
    (tmp_path / "plan.headroom.bak").mkdir()
    save(Document(NEW), file)
    assert load(file).scenario == NEW
    assert not list(tmp_path.glob(".*"))


# No room, no leave


def test_that_a_full_disk_is_said_and_the_file_stays(small_disk: Path) -> None:
    file = small_disk / "plan.headroom"
    save(Document(OLD), file)
    filler = small_disk / "filler"
    with suppress(OSError), filler.open("wb", buffering=0) as handle:
        while True:  # until there is no space left
            handle.write(b"x" * 1024)
    before = sorted(small_disk.iterdir())
    with pytest.raises(ScenarioError) as caught:
        save(Document(NEW), file)
    assert str(caught.value) == f"{file}: cannot be written: No space left on device"
    assert load(file).scenario == OLD
    assert sorted(small_disk.iterdir()) == before
    filler.unlink()
    save(Document(NEW), file)
    assert load(file).scenario == NEW
    assert load(backup_of(file)).scenario == OLD


@pytest.mark.skipif(sys.platform == "win32", reason="no leave to limit a file's size on Windows")
def test_that_a_file_that_may_not_grow_is_said_and_the_file_stays(tmp_path: Path) -> None:
    file = tmp_path / "plan.headroom"
    save(Document(OLD), file)
    code = (
        "import resource, signal, sys\n"
        "from engine.files.scenario_files import load, save\n"
        "from engine.problems import ScenarioError\n"
        "document = load(sys.argv[1])\n"
        "signal.signal(signal.SIGXFSZ, signal.SIG_IGN)\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096))\n"
        "try:\n"
        "    save(document, sys.argv[1])\n"
        "except ScenarioError as error:\n"
        "    print(error)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, str(file)],
        cwd=Path(__file__).parents[2],
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout == f"{file}: cannot be written: File too large\n"
    assert load(file).scenario == OLD
    assert list(tmp_path.iterdir()) == [file]


@pytest.mark.skipif(sys.platform == "win32", reason="no leave to give a file a mode on Windows")
def test_that_saving_keeps_who_may_read_the_file(tmp_path: Path) -> None:
    file = tmp_path / "plan.headroom"
    save(Document(OLD), file)
    file.chmod(0o640)
    save(Document(NEW), file)
    assert stat.S_IMODE(file.stat().st_mode) == 0o640


def test_that_a_scenario_too_large_to_be_opened_again_is_not_saved(tmp_path: Path) -> None:
    notes = "x" * (LARGEST_FILE + 1)
    with pytest.raises(ScenarioError, match="at most 2,100,000 bytes"):
        save(Document(Scenario(notes=notes)), tmp_path / "large.headroom")
    assert not list(tmp_path.iterdir())


# Made to break the reader


@settings(max_examples=200)
@given(data=files_nearly_right)
def test_that_any_bytes_open_or_are_refused_in_one_line(data: bytes) -> None:
    """Ten thousand new ones: python tests/engine/fuzzing.py"""
    check(data)


@pytest.mark.parametrize("kind", HEAVY)
def test_that_a_heavy_file_opens_or_is_refused(kind: str) -> None:
    check(heavy(kind, 200_000))


def test_that_versions_are_read_only_when_restored() -> None:
    document = Document(OLD, versions=(Version("broken", "2026", {"format": "none"}),))
    assert parse(text_of(document).encode()) == document


def test_that_a_mark_is_not_taken_off_where_it_does_not_keep_a_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """But for Windows leave to remove a file is the folder's to give."""
    path = tmp_path / "kept"
    path.write_text("x")
    path.chmod(0o444)

    def refuse(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(writing, "WINDOWS", False)
    monkeypatch.setattr(os, "unlink", refuse)
    with pytest.raises(PermissionError):
        writing._remove(path)
    assert stat.S_IMODE(path.stat().st_mode) == 0o444


def test_that_all_bytes_are_on_the_disk_before_the_file_is_put_in_place(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    done: list[tuple[str, int]] = []
    sync, replace = os.fsync, os.replace

    def synchronised(handle: int) -> None:
        if stat.S_ISREG(os.fstat(handle).st_mode):
            done.append(("synchronised", os.fstat(handle).st_size))
        sync(handle)

    def replaced(source: str, target: Path) -> None:
        done.append(("replaced", os.stat(source).st_size))
        replace(source, target)

    monkeypatch.setattr(os, "fsync", synchronised)
    monkeypatch.setattr(os, "replace", replaced)
    writing.write_whole(tmp_path / "a", b"x" * 1000)
    assert done == [("synchronised", 1000), ("replaced", 1000)]
    done.clear()
    writing.write_whole(tmp_path / "a", b"y" * 10, lasting=False)
    assert done == [("replaced", 10)]


def test_that_a_marked_file_is_refused_before_anything_is_written_where_marks_count(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path, begun = tmp_path / "a", []
    path.write_text("old")
    path.chmod(0o444)
    plain = writing._beside

    def beside(target: Path) -> object:
        begun.append(target)
        return plain(target)

    monkeypatch.setattr(writing, "_beside", beside)
    monkeypatch.setattr(writing, "WINDOWS", True)
    with pytest.raises(ScenarioError, match="Permission denied"):
        writing.write_whole(path, b"new")
    assert begun == []
    path.chmod(0o644)
    writing.write_whole(path, b"new")
    assert len(begun) == 1
    assert path.read_text() == "new"


def test_that_a_backup_that_is_a_copy_is_as_old_as_the_file_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def unknown(*_: object, **__: object) -> None:
        raise OSError(95, "Operation not supported")

    path = tmp_path / "plan.headroom"
    writing.write_whole(path, b"old")
    os.utime(path, (1_000_000_000, 1_000_000_000))
    monkeypatch.setattr(os, "link", unknown)
    writing.write_whole(path, b"new", backup=True)
    kept = backup_of(path)
    assert (path.read_bytes(), kept.read_bytes()) == (b"new", b"old")
    assert kept.stat().st_mtime == 1_000_000_000
    assert path.stat().st_mtime > 1_000_000_000


def test_that_all_that_is_opened_to_save_is_let_go_of(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    handles: list[int] = []
    real = os.open

    def opened(*given: object, **named: object) -> int:
        handles.append(real(*given, **named))  # type: ignore[call-overload]
        return handles[-1]

    monkeypatch.setattr(os, "open", opened)
    path = tmp_path / "plan.headroom"
    for data in (b"old", b"new"):
        writing.write_whole(path, data, backup=True)
    assert len(handles) >= 3  # two files, a backup of the first, and their folder
    for handle in handles:
        with pytest.raises(OSError, match="Bad file descriptor"):
            os.fstat(handle)


def test_that_what_a_killed_save_left_is_cleared_after_a_day_and_no_sooner(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "plan.headroom"
    left, other = tmp_path / ".plan.headroom.x.part", tmp_path / ".other.headroom.x.part"
    for file in (left, other):
        file.write_text("half")
        os.utime(file, (1_000_000_000, 1_000_000_000))
    for seconds, there in ((86_400, True), (86_401, False)):
        now = SimpleNamespace(time=lambda seconds=seconds: 1_000_000_000 + seconds)
        monkeypatch.setattr(writing, "time", now)
        writing.clear_leftovers(path)
        assert left.exists() == there
    assert other.exists()


def test_that_what_new_files_lack_is_asked_for_and_left_as_it_was() -> None:
    before = os.umask(0o022)
    try:
        known = writing._umask()
    finally:
        after = os.umask(before)
    assert known == after  # what the system makes of it
