"""The session's file on the disk: what differs, told once for each state, and who may save."""

from __future__ import annotations

import os
import platform
from pathlib import Path

import pytest

from gui.document import open_file as module
from gui.document.file_lock import FileLock, lock_beside
from gui.document.open_file import OpenFile
from gui.system.locks import Holder


@pytest.fixture
def path(tmp_path):
    found = tmp_path / "plan.headroom"
    found.write_bytes(b"one")
    return found


@pytest.fixture
def told():
    return []


@pytest.fixture
def opened(qapp, told):
    """Looks when it is told to, and not by itself."""
    found = OpenFile()
    found._watcher.blockSignals(True)
    found.differs.connect(told.append)
    yield found
    found.release()


def look(opened, qtbot):
    opened.look()
    qtbot.waitUntil(lambda: opened._errand is None)


def test_that_without_a_file_nothing_is_known_held_or_looked_at(opened, told):
    assert opened.follow(None) is None
    assert opened.lock() is None
    assert opened.state == ""
    assert not opened.is_followed(Path("plan.headroom"))
    opened.note()
    opened.look()
    assert opened._errand is None
    opened.take_over()
    assert told == []


def test_that_the_bytes_alone_say_whether_a_file_differs(opened, path):
    opened.follow(path)
    assert opened.state == ""
    path.write_bytes(b"two")
    assert opened.state == "changed"
    path.write_bytes(b"one")  # written anew with the same
    assert opened.state == ""
    path.unlink()
    assert opened.state == "vanished"
    path.mkdir()
    assert opened.state == "replaced"
    path.rmdir()
    path.write_bytes(b"two")
    opened.note()
    assert opened.state == ""


def test_that_a_file_that_was_not_there_counts_as_known_and_one_that_comes_as_changed(opened, path):
    path.unlink()
    opened.follow(path)
    assert opened.state == ""
    path.write_bytes(b"new")
    assert opened.state == "changed"


def test_that_each_state_of_the_disk_is_told_once(opened, path, told, qtbot):
    opened.follow(path)
    for data, expected in (
        (b"one", []),
        (b"two", ["changed"]),
        (b"two", ["changed"]),
        (b"three", ["changed", "changed"]),
        (b"one", ["changed", "changed"]),  # as it was: nothing to tell
        (b"two", ["changed"] * 3),
        (None, ["changed"] * 3 + ["vanished"]),
        (None, ["changed"] * 3 + ["vanished"]),
    ):
        if data is None:
            path.unlink(missing_ok=True)
        else:
            path.write_bytes(data)
        look(opened, qtbot)
        assert told == expected


def test_that_what_this_window_wrote_is_told_neither_once_nor_twice(opened, path, told, qtbot):
    opened.follow(path)
    for data in (b"two", b"three"):
        path.write_bytes(data)
        opened.note()
        look(opened, qtbot)
    assert told == []
    path.write_bytes(b"theirs")
    look(opened, qtbot)
    assert told == ["changed"]


def test_that_a_look_under_way_is_dropped_when_the_file_is_saved_or_left(opened, path, told):
    opened.follow(path)
    path.write_bytes(b"two")
    opened.look()
    errand = opened._errand
    assert errand.wait(10)  # it has seen what is the past by now
    path.write_bytes(b"ours")
    opened.note()
    opened._take()  # what the end of the look calls
    path.write_bytes(b"three")
    opened.look()
    errand = opened._errand
    opened.release()
    assert errand.wait(10)
    opened._take()  # what the end of the look calls
    assert told == []


def test_that_what_happens_during_a_look_is_looked_at_after_it(opened, path, told, qtbot):
    opened.follow(path)
    opened._settle.setInterval(10**6)
    look(opened, qtbot)
    assert not opened._settle.isActive()
    opened.look()
    opened.look()
    qtbot.waitUntil(lambda: opened._errand is None)
    assert opened._settle.isActive()
    opened._settle.stop()
    look(opened, qtbot)
    assert not opened._settle.isActive()


def test_that_a_change_is_looked_at_once_the_other_program_has_settled(opened, path):
    assert opened._settle.interval() == 300
    assert opened._settle.isSingleShot()
    opened.follow(path)
    opened._wait()
    assert opened._settle.isActive()
    opened.release()
    assert not opened._settle.isActive()


def watched(opened):
    return {Path(p).name for p in (*opened._watcher.files(), *opened._watcher.directories())}


def test_that_a_file_and_its_folder_are_watched_until_it_is_released(
    opened, path, tmp_path, told, qtbot
):
    opened.follow(path)
    assert watched(opened) == {"plan.headroom", tmp_path.name}
    path.unlink()
    look(opened, qtbot)
    path.write_bytes(b"again")
    look(opened, qtbot)
    assert watched(opened) == {"plan.headroom", tmp_path.name}  # watched anew
    opened.release()
    assert watched(opened) == set()
    assert opened.path is None


def test_that_following_another_file_lets_go_of_the_first(opened, path, tmp_path):
    folder = tmp_path / "other"
    folder.mkdir()
    second = folder / "second.headroom"
    second.write_bytes(b"two")
    opened.follow(path)
    assert FileLock(path).others(None) is not None
    opened.follow(second)
    assert FileLock(path).others(None) is None
    assert FileLock(second).others(None) is not None
    assert watched(opened) == {"second.headroom", "other"}
    opened.follow(None)
    assert FileLock(second).others(None) is None
    assert watched(opened) == set()


def test_that_who_follows_first_holds_the_file_and_the_next_after_it(opened, path, qapp):
    second = OpenFile()
    assert opened.follow(path) is None
    assert opened.lock() is None  # held already
    holder = second.follow(path)
    assert holder is not None
    assert second.lock() is not None  # still
    assert opened.holder_of(path) is None  # one's own is nobody else's
    assert second.holder_of(path) is not None
    opened.release()
    assert second.lock() is None
    assert opened.holder_of(path) is not None
    second.release()
    assert opened.holder_of(path) is None


def test_that_a_file_taken_over_from_another_computer_belongs_to_this_window(opened, path):
    lock = lock_beside(path)
    lock.write_text("4711\nheadroom\nelsewhere\n\n\n")
    for _ in range(2):  # asking again takes nothing
        assert opened.follow(path) == Holder("elsewhere", 4711)
    opened.take_over()
    assert OpenFile().holder_of(path) == Holder(platform.node(), os.getpid())
    opened.release()
    assert not lock.exists()


def test_that_a_file_is_followed_under_each_of_its_names(opened, path, tmp_path):
    other = tmp_path / "other.headroom"
    other.write_bytes(b"one")
    link = tmp_path / "link.headroom"
    link.symlink_to(path)
    opened.follow(path)
    assert opened.is_followed(path) is True
    assert opened.is_followed(link) is True
    assert opened.is_followed(other) is False


def test_that_what_is_larger_than_any_file_is_a_change_without_being_known(
    opened, path, monkeypatch
):
    opened.follow(path)
    monkeypatch.setattr(module, "LARGEST_FILE", 3)
    assert opened.state == ""
    path.write_bytes(b"four")
    assert opened.state == "changed"


def test_that_what_may_take_its_time_goes_through_whoever_waits(qapp, path):
    waited = []

    def wait(work):
        waited.append(1)
        return work()

    opened = OpenFile(wait=wait)
    opened.follow(path)  # its bytes, its lock
    assert len(waited) == 2
    opened.note()  # its bytes, the lock renewed
    assert len(waited) == 4
    assert opened.state == ""
    assert opened.is_followed(path)
    assert len(waited) == 5
    opened.holder_of(path)
    assert len(waited) == 6
    opened.release()
