"""One window a file, by whatever name it was opened; and what takes a file's place is not read."""

from __future__ import annotations

import os
import time

import pytest
from PySide6.QtWidgets import QFileDialog

from engine import Document, Scenario
from engine.files import scenario_files
from gui.document import orphans, recovery, templates
from gui.document.file_lock import FileLock, lock_beside, lock_by_identity
from gui.document.recovery import recovery_folder
from gui.system.locks import LARGEST_LOCK, Holder, Lock
from gui.window.main_window import MainWindow

pipes = pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes here")


@pytest.fixture
def plan(tmp_path):
    folder = tmp_path / "plans"
    folder.mkdir()
    path = folder / "plan.headroom"
    scenario_files.save(Document(Scenario(name="Plan")), path)
    return path


@pytest.fixture
def other(window):
    found = MainWindow(templates.default_document())
    yield found
    found.file.may_leave = lambda: True
    found.close()
    found.deleteLater()


def symbolic(plan, tmp_path):
    link = tmp_path / "symbolic.headroom"
    link.symlink_to(plan)
    return link


def hard(plan, tmp_path):
    link = tmp_path / "hard.headroom"
    os.link(plan, link)
    return link


@pytest.mark.parametrize("linked", [symbolic, hard])
def test_that_a_link_to_a_file_open_in_another_window_is_not_saved_over(
    window, other, plan, tmp_path, linked
):
    link = linked(plan, tmp_path)
    window.file.open_path(plan)
    other.file.open_path(link)
    assert "is open in another Headroom" in other.messages.text
    other.session.edit("power_budget_gw", 9.0)
    assert not other.file.save()
    assert scenario_files.load(plan).scenario.power_budget_gw == 2.5
    window.file.open_example("power_starved")  # which lets go of the file
    assert other.file.save()
    assert scenario_files.load(link).scenario.power_budget_gw == 9.0


def test_that_saving_under_the_name_of_a_link_to_another_window_s_file_is_refused(
    window, other, plan, tmp_path
):
    window.file.open_path(plan)
    for link in (symbolic(plan, tmp_path), hard(plan, tmp_path)):
        assert not other.file.save_to(link)
        assert "is open in another Headroom" in other.messages.text
    assert scenario_files.load(plan).scenario.name == "Plan"


def test_that_the_lock_follows_the_file_that_a_save_puts_in_its_place(
    window, other, plan, tmp_path
):
    window.file.open_path(plan)
    window.session.edit("power_budget_gw", 3.0)
    assert window.file.save()
    link = hard(plan, tmp_path)  # of the new file
    other.file.open_path(link)
    assert "is open in another Headroom" in other.messages.text


def test_that_one_s_own_file_may_be_saved_by_another_name_of_it(window, plan, tmp_path):
    window.file.open_path(plan)
    for number, link in enumerate((symbolic(plan, tmp_path), hard(plan, tmp_path))):
        window.session.edit("power_budget_gw", 3.0 + number)
        assert window.file.save_to(link), window.messages.text
        assert scenario_files.load(link).scenario.power_budget_gw == 3.0 + number
    assert (tmp_path / "symbolic.headroom").is_symlink()


def test_that_a_long_name_has_a_lock_as_well(window, other, plan):
    for name in ("x" * 240 + ".headroom", "長" * 80 + ".headroom"):
        long = plan.with_name(name)
        scenario_files.save(Document(Scenario()), long)
        window.file.open_path(long)
        assert lock_beside(long).exists()
        other.file.open_path(long)
        assert "is open in another Headroom" in other.messages.text


@pipes
def test_that_a_pipe_in_the_place_of_a_lock_is_not_waited_for_and_stays(window, plan):
    lock = lock_beside(plan)
    os.mkfifo(lock)
    window.file.open_path(plan)
    assert window.messages.text == ""
    window.session.edit("power_budget_gw", 3.0)
    assert window.file.save()
    assert lock.is_fifo()  # it is somebody's


@pipes
def test_that_what_is_no_lock_counts_as_none(tmp_path):
    pipe, big, link = tmp_path / "a.lock", tmp_path / "b.lock", tmp_path / "c.lock"
    os.mkfifo(pipe)
    big.write_bytes(b"1\n" * 5000)
    link.symlink_to("/dev/zero")
    for path in (pipe, big, link, tmp_path / ("x" * 300), tmp_path / "a\0b"):
        lock = Lock(path)
        assert not lock.take()
        assert lock.holder() is None
    for path in (pipe, big, link):  # in a folder of our own
        lock = Lock(path, ours=True)
        assert lock.take()
        assert path.is_file()
        lock.release()
        assert not path.exists()


def test_that_where_no_lock_can_be_made_there_is_none_and_nobody_holds_it(tmp_path):
    lock = Lock(tmp_path / "no such folder" / ".a.lock")
    assert not lock.take()
    assert lock.holder() is None


def test_that_a_lock_tells_who_holds_it(tmp_path):
    one, two = Lock(tmp_path / "a.lock"), Lock(tmp_path / "a.lock")
    assert one.take()
    assert not two.take()
    found = two.holder()
    assert isinstance(found, Holder)
    assert found.process == os.getpid()
    one.release()
    assert two.holder() is None
    assert two.take()
    two.release()
    free = FileLock(tmp_path / "no file")
    assert free.take() is None
    free.release()


# What takes the place of an open file


@pipes
@pytest.mark.parametrize("kind", ["pipe", "folder", "device"])
def test_that_something_in_the_place_of_an_open_file_is_said_and_never_read(
    window, qtbot, plan, kind, monkeypatch, tmp_path
):
    window.file.open_path(plan)
    plan.unlink()
    if kind == "pipe":
        os.mkfifo(plan)
    elif kind == "folder":
        plan.mkdir()
    else:
        plan.symlink_to("/dev/zero")
    qtbot.waitUntil(lambda: "is no plain file any more" in window.messages.text)
    assert list(window.messages.buttons) == ["Save as…"]
    assert window.session.modified
    window.messages.hide()
    assert not window.file.save()  # the work is not written into it
    assert "is no plain file any more" in window.messages.text
    window.file.reload()
    assert "is not a plain file" in window.messages.text or "folder" in window.messages.text
    saved = tmp_path / "b.headroom"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *a, **k: (str(saved), ""))
    assert window.file.save_as()
    assert scenario_files.load(saved).scenario.name == "Plan"


def test_that_a_very_large_file_in_its_place_is_a_change_and_is_not_read_whole(window, qtbot, plan):
    window.file.open_path(plan)
    with plan.open("r+b") as file:
        file.truncate(10**12)  # of holes: it takes no room
    qtbot.waitUntil(lambda: "was changed by another program" in window.messages.text)
    window.file.reload()
    assert "size = 1,000,000,000,000 bytes" in window.messages.text
    plan.unlink()


def test_that_a_lock_may_be_as_large_as_is_said_and_what_is_larger_is_no_lock(tmp_path):
    file = tmp_path / "plan.lock"
    for size, taken in ((LARGEST_LOCK, True), (LARGEST_LOCK + 1, False)):
        file.write_bytes(b"999999999\nheadroom\n\n".ljust(size, b"\n"))
        lock = Lock(file)
        assert lock.take() is taken
        lock.release()
        assert file.exists() is not taken


def test_that_a_name_as_long_as_a_file_system_takes_has_a_lock_of_a_short_one(tmp_path):
    longest = tmp_path / ("a" * 246 + ".headroom")
    assert len(longest.name) == 255
    lock = lock_beside(longest)
    assert lock.parent == tmp_path
    assert len(lock.name.encode()) < 60
    assert lock != lock_beside(tmp_path / ("a" * 245 + "b.headroom"))
    scenario_files.save(Document(Scenario(name="Long")), longest)
    held = FileLock(longest)
    assert held.take() is None  # nobody else has it
    held.release()
    short = lock_beside(tmp_path / "plan.headroom").name
    assert "plan.headroom" in short


def left_empty(path, seconds=60.0):
    """As a program leaves it that is ended while it takes the lock."""
    path.touch()
    then = time.time() - seconds
    os.utime(path, (then, then))


@pytest.mark.parametrize("text", ["", "\n", "garbage"])
def test_that_a_lock_that_says_nobody_is_nobody_s(tmp_path, text):
    ours, beside = (Lock(tmp_path / name, ours=name == "ours") for name in ("ours", "beside"))
    for lock in (ours, beside):
        lock.path.write_text(text)
        left_empty(lock.path)
        assert lock.holder() is None
    assert ours.take()
    ours.release()
    assert beside.path.read_text() == text  # not our folder: it is left alone


def test_that_a_lock_is_not_taken_from_a_program_that_just_writes_it(tmp_path):
    lock = Lock(tmp_path / "a.lock", ours=True)
    lock.path.touch()
    assert lock.holder() == Holder("", 0)
    assert not lock.take()
    left_empty(lock.path, seconds=-60.0)  # a clock that was set back
    assert lock.take()
    lock.release()


def test_that_a_file_with_locks_that_say_nobody_is_saved(window, plan):
    window.file.open_path(plan)
    window.file.new()
    for lock in (lock_by_identity(plan), lock_beside(plan)):
        lock.parent.mkdir(parents=True, exist_ok=True)
        left_empty(lock)
    window.file.open_path(plan)
    window.session.edit("power_budget_gw", 1.9)
    assert window.file.save()
    assert scenario_files.load(plan).scenario.power_budget_gw == 1.9


def test_that_work_whose_lock_says_nobody_is_offered(window):
    recovery_folder().mkdir(parents=True, exist_ok=True)
    document = Document(Scenario(name="Plan"), unknown={recovery.KEY: {"path": "", "written": ""}})
    (recovery_folder() / "1-a.headroom").write_text(scenario_files.text_of(document))
    left_empty(recovery_folder() / "1-a.lock")
    assert [orphan.name for orphan in orphans.orphans()] == ["Plan"]
