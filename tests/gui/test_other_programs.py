"""Files that other programs and other windows change, lock and take away."""

from __future__ import annotations

import contextlib
import subprocess
import sys

import pytest
from PySide6.QtWidgets import QFileDialog

from engine import Document, Scenario
from engine.files import scenario_files
from gui.document import templates
from gui.window.main_window import MainWindow
from tests.gui.kept_work import press, saved


@pytest.fixture(autouse=True)
def _autosave(window):
    window.safekeeping.start()


def test_that_a_file_changed_by_another_program_is_said_and_reloading_can_be_undone(
    window, qtbot, tmp_path
):
    path = saved(tmp_path)
    window.file.open_path(path)
    window.session.edit("power_budget_gw", 4.0)
    scenario_files.save(Document(Scenario(name="theirs")), path)
    qtbot.waitUntil(lambda: "was changed by another program" in window.messages.text)
    press(window, "Reload it")
    assert window.session.scenario.name == "theirs"
    assert not window.session.modified
    window.session.history.undo()
    assert window.session.scenario.power_budget_gw == 4.0
    assert window.session.modified


def test_that_keeping_what_is_here_is_not_asked_again_and_can_be_saved(window, qtbot, tmp_path):
    path = saved(tmp_path)
    window.file.open_path(path)
    scenario_files.save(Document(Scenario(name="theirs")), path)
    qtbot.waitUntil(lambda: bool(window.messages.text))
    press(window, "Keep what is here")
    assert window.session.modified
    assert window.file.save()
    assert scenario_files.load(path).scenario.name == "Plan"
    assert scenario_files.load(scenario_files.backup_of(path)).scenario.name == "theirs"


def test_that_saving_over_another_program_s_work_asks_first(window, tmp_path):
    path = saved(tmp_path)
    window.file.open_path(path)
    window.session.edit("power_budget_gw", 4.0)
    scenario_files.save(Document(Scenario(name="theirs")), path)
    assert not window.file.save()  # before the watcher has said anything
    assert "it was not saved over" in window.messages.text
    assert scenario_files.load(path).scenario.name == "theirs"
    press(window, "Save over it")
    assert scenario_files.load(path).scenario.power_budget_gw == 4.0


def test_that_our_own_saves_are_no_other_program_s(window, qtbot, tmp_path):
    path = tmp_path / "a.headroom"
    for budget in (3.0, 4.0):
        window.session.edit("power_budget_gw", budget)
        assert window.file.save_to(path)
        window.safekeeping.open_file.look()
    qtbot.wait(20)
    assert window.messages.text == ""


def test_that_a_vanished_file_is_said_and_can_be_saved_again(window, qtbot, tmp_path):
    path = saved(tmp_path)
    window.file.open_path(path)
    path.unlink()
    qtbot.waitUntil(lambda: "is no longer there" in window.messages.text)
    assert window.session.modified
    press(window, "Save again")
    assert scenario_files.load(path).scenario.name == "Plan"


@pytest.mark.qt_log_ignore("Could not remove our own lock file")  # it went with the folder
def test_that_a_vanished_folder_is_said_and_the_work_goes_elsewhere(
    window, qtbot, tmp_path, monkeypatch
):
    folder = tmp_path / "drive"
    folder.mkdir()
    path = saved(folder)
    window.file.open_path(path)
    for left in folder.iterdir():
        left.unlink()
    folder.rmdir()
    qtbot.waitUntil(lambda: "is no longer there" in window.messages.text)
    press(window, "Save again")
    assert "cannot be written: No such file or directory" in window.messages.text
    other = tmp_path / "b.headroom"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *a, **k: (str(other), ""))
    press(window, "Save as…")
    assert scenario_files.load(other).scenario.name == "Plan"


def test_that_a_file_open_in_another_window_is_not_saved_over(window, qtbot, tmp_path):
    path = saved(tmp_path)
    window.file.open_path(path)
    other = MainWindow(templates.default_document())
    other.file.open_path(path)
    assert "is open in another Headroom" in other.messages.text
    other.session.edit("power_budget_gw", 9.0)
    assert not other.file.save()
    assert list(other.messages.buttons) == ["Save as…"]
    assert scenario_files.load(path).scenario.power_budget_gw == 2.5
    window.file.open_example("power_starved")  # which lets go of the file
    assert other.file.save()
    other.close()
    other.deleteLater()


def test_that_the_lock_of_a_program_that_has_ended_is_taken_over(window, tmp_path):
    path = saved(tmp_path)
    code = (
        "import os, sys\nfrom PySide6.QtCore import QLockFile\n"
        "lock = QLockFile(sys.argv[1])\nlock.setStaleLockTime(0)\n"
        "assert lock.tryLock(0)\nos._exit(9)\n"
    )
    lock = tmp_path / f".{path.name}.lock"
    subprocess.run([sys.executable, "-c", code, str(lock)], check=False)
    assert lock.exists()
    window.file.open_path(path)
    assert window.messages.text == ""
    window.session.edit("power_budget_gw", 9.0)
    assert window.file.save()


def test_that_a_read_only_folder_is_said_and_nothing_is_lost(window, tmp_path, monkeypatch):
    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    path = saved(tmp_path)
    window.file.open_path(path)
    window.session.edit("power_budget_gw", 3.0)
    monkeypatch.setattr("tempfile.mkstemp", refuse)  # root may write anywhere
    assert not window.file.save()
    assert window.messages.text == f"{path}: cannot be written: Permission denied"
    assert window.session.modified
    assert window.session.scenario.power_budget_gw == 3.0


def test_that_a_full_disk_is_said_and_the_work_can_go_elsewhere(
    window, small_disk, tmp_path, monkeypatch
):
    path = saved(small_disk)
    window.file.open_path(path)
    window.session.edit("power_budget_gw", 3.0)
    with contextlib.suppress(OSError), (small_disk / "filler").open("wb", buffering=0) as filler:
        while True:  # until there is no space left
            filler.write(b"x" * 1024)
    assert not window.file.save()
    assert window.messages.text == f"{path}: cannot be written: No space left on device"
    assert window.session.modified
    assert scenario_files.load(path).scenario.power_budget_gw == 2.5
    other = tmp_path / "b.headroom"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *a, **k: (str(other), ""))
    press(window, "Save as…")
    assert scenario_files.load(other).scenario.power_budget_gw == 3.0
    assert not window.session.modified
