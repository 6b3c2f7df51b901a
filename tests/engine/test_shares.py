"""Saving on file systems that can do less, and the standing of a file that is saved over."""

from __future__ import annotations

import errno
import os
import stat
from pathlib import Path

import pytest

from engine.files.document import Document
from engine.files.scenario_files import load, save
from engine.files.writing import backup_of, write_whole
from engine.problems import ScenarioError
from engine.tables.scenario import Scenario

OLD, NEW = Document(Scenario(name="old")), Document(Scenario(name="new"))
OTHER_USER, OTHER_GROUP = 4321, 8765
SHARED = 0o664


def refuse(monkeypatch: pytest.MonkeyPatch, call: str, number: int, when=lambda *a: True) -> None:
    plain = getattr(os, call)

    def refused(*given, **named):
        if when(*given):
            raise OSError(number, os.strerror(number))
        return plain(*given, **named)

    monkeypatch.setattr(os, call, refused)


@pytest.mark.parametrize("call", ["chmod", "fsync", "chown", "link", "utime"])
@pytest.mark.parametrize(
    "number", [errno.EPERM, errno.EACCES, errno.EINVAL, errno.ENOSYS, errno.ENOTSUP]
)
def test_that_what_a_file_system_cannot_do_stops_no_save(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, call: str, number: int
) -> None:
    file = tmp_path / "plan.headroom"
    refuse(monkeypatch, call, number)
    save(OLD, file)
    save(NEW, file)
    assert load(file).scenario.name == "new"
    assert load(backup_of(file)).scenario.name == "old"
    assert len(list(tmp_path.iterdir())) == 2


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EIO, errno.EDQUOT])
@pytest.mark.parametrize("call", ["fsync", "chmod", "replace"])
def test_that_a_full_or_failing_disk_stays_an_error(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, call: str, number: int
) -> None:
    file = tmp_path / "plan.headroom"
    save(OLD, file)
    refuse(monkeypatch, call, number)
    with pytest.raises(ScenarioError) as caught:
        save(NEW, file)
    assert str(caught.value) == f"{file}: cannot be written: {os.strerror(number)}"
    assert load(file).scenario.name == "old"
    assert {path.name for path in tmp_path.iterdir()} <= {file.name, backup_of(file).name}


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EIO])
def test_that_a_disk_that_fails_only_when_the_file_is_closed_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    file = tmp_path / "plan.headroom"
    save(OLD, file)
    plain = os.fdopen

    class Failing:
        def __init__(self, handle: int, mode: str) -> None:
            self.file = plain(handle, mode)

        def __enter__(self):
            return self.file

        def __exit__(self, *_: object) -> None:
            self.file.close()
            raise OSError(number, os.strerror(number))

    monkeypatch.setattr(os, "fdopen", Failing)
    with pytest.raises(ScenarioError, match=os.strerror(number)):
        save(NEW, file)
    monkeypatch.undo()
    assert load(file).scenario.name == "old"
    assert list(tmp_path.iterdir()) == [file]


def test_that_a_folder_that_cannot_be_flushed_is_told_where_the_disk_fails(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def is_folder(handle: int) -> bool:
        return stat.S_ISDIR(os.fstat(handle).st_mode)

    file = tmp_path / "plan.headroom"
    refuse(monkeypatch, "fsync", errno.EINVAL, is_folder)
    save(OLD, file)
    refuse(monkeypatch, "fsync", errno.EIO, is_folder)
    with pytest.raises(ScenarioError, match="Input/output error"):
        save(NEW, file)


@pytest.mark.parametrize("number", [errno.EACCES, errno.EPERM, errno.EEXIST, errno.EBUSY])
def test_that_where_a_file_cannot_be_replaced_in_one_step_it_is_in_two(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    file = tmp_path / "plan.headroom"
    save(OLD, file)
    refuse(monkeypatch, "replace", number, lambda old, new: os.path.lexists(new))
    for name, before in (("new", "old"), ("newest", "new")):
        save(Document(Scenario(name=name)), file)
        assert load(file).scenario.name == name
        assert load(backup_of(file)).scenario.name == before
    assert len(list(tmp_path.iterdir())) == 2


def test_that_a_file_that_cannot_be_replaced_at_all_stays(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "plan.headroom"
    save(OLD, file)
    refuse(monkeypatch, "replace", errno.EACCES)
    refuse(monkeypatch, "rename", errno.EACCES, lambda old, new: os.fspath(new) == str(file))
    refuse(monkeypatch, "rename", errno.EACCES, lambda old, new: os.fspath(old) == str(file))
    with pytest.raises(ScenarioError, match="Permission denied"):
        save(NEW, file)
    assert load(file).scenario.name == "old"
    assert list(tmp_path.iterdir()) == [file]


def test_that_the_second_step_failing_brings_the_old_file_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "plan.headroom"
    save(OLD, file)
    refuse(monkeypatch, "replace", errno.EACCES)
    new = lambda old, new: not os.fspath(old).endswith(".old.part") and str(new) == str(file)  # noqa: E731
    refuse(monkeypatch, "rename", errno.EIO, new)
    with pytest.raises(ScenarioError, match="Input/output error"):
        save(NEW, file)
    assert load(file).scenario.name == "old"
    assert list(tmp_path.iterdir()) == [file]


# Owner, group, mode


def given_away(file: Path, mode: int) -> None:
    try:
        os.chown(file, OTHER_USER, OTHER_GROUP)
    except (OSError, AttributeError):
        pytest.skip("no leave to give a file to another user")
    file.chmod(mode)


def standing(file: Path) -> tuple[int, int, int]:
    found = file.stat()
    return found.st_uid, found.st_gid, stat.S_IMODE(found.st_mode)


@pytest.mark.parametrize("mode", [0o600, 0o640, SHARED, 0o2664])
def test_that_owner_group_and_mode_stay(tmp_path: Path, mode: int) -> None:
    file = tmp_path / "plan.headroom"
    save(OLD, file)
    given_away(file, mode)
    save(NEW, file)
    assert load(file).scenario.name == "new"
    assert standing(file) == (OTHER_USER, OTHER_GROUP, mode)


def test_that_the_group_stays_where_only_the_owner_cannot(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "plan.headroom"
    save(OLD, file)
    given_away(file, SHARED)
    refuse(monkeypatch, "chown", errno.EPERM, lambda path, user, group: user != -1)
    save(NEW, file)
    assert standing(file) == (os.geteuid(), OTHER_GROUP, SHARED)


def test_that_what_only_the_old_group_might_is_not_open_to_another(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "plan.headroom"
    save(OLD, file)
    given_away(file, 0o664)
    refuse(monkeypatch, "chown", errno.EPERM)
    save(NEW, file)
    assert standing(file) == (os.geteuid(), os.getegid(), 0o644)


def test_that_a_new_file_is_as_the_umask_has_it(tmp_path: Path) -> None:
    write_whole(tmp_path / "new", b"x")
    plain = tmp_path / "plain"
    plain.touch()
    assert standing(tmp_path / "new")[2] == standing(plain)[2]


def test_that_what_is_noted_of_a_file_stays_with_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    noted = {"user.comment": b"ours", "system.posix_acl_access": b"list", "security.x": b"no"}
    kept: dict[str, bytes] = {}
    file = tmp_path / "plan.headroom"
    write_whole(file, b"old")
    monkeypatch.setattr(
        os, "listxattr", lambda of: list(noted) if of == file else [], raising=False
    )
    monkeypatch.setattr(os, "getxattr", lambda of, name: noted[name], raising=False)

    def note(of: str, name: str, value: bytes) -> None:
        assert Path(of).parent == tmp_path
        assert Path(of) != file
        if name == "user.comment":
            kept[name] = value
        else:
            raise OSError(errno.EPERM, "not here")

    monkeypatch.setattr(os, "setxattr", note, raising=False)
    write_whole(file, b"new")
    assert kept == {"user.comment": b"ours"}
    assert file.read_bytes() == b"new"
