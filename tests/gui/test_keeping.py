"""Work is never lost: recovery after a crash, other programs, other windows, faults of ours."""

from __future__ import annotations

import contextlib
import logging
import os
import signal
import subprocess
import sys
import threading
from pathlib import Path

import pytest
from PySide6.QtCore import QLockFile
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QMessageBox

from engine import Document, Scenario
from engine.files import scenario_files
from gui.document import recovery, templates
from gui.document.recovery import recovery_folder
from gui.system import log
from gui.system.crash import CrashHandler, tell_of_no_start
from gui.widgets import questions
from gui.window.main_window import MainWindow
from gui.words.abbreviate import short

ROOT = Path(__file__).parents[2]


def press(window, label):
    assert label in window.messages.buttons, list(window.messages.buttons)
    window.messages.buttons[label].click()


def saved(tmp_path, **values):
    path = tmp_path / "plan.headroom"
    scenario_files.save(Document(Scenario(name="Plan").having(**values)), path)
    return path


def recovered():
    return [scenario_files.load(path) for path in recovery_folder().glob("*.headroom")]


# Autosave


@pytest.fixture(autouse=True)
def _autosave(window):
    window.safekeeping.start()


def test_that_unsaved_work_is_kept_soon_after_a_change_rests(window, qtbot):
    window.safekeeping.recovery._rest.setInterval(20)
    window.session.edit("power_budget_gw", 3.0)
    qtbot.waitUntil(lambda: bool(recovered()))
    (document,) = recovered()
    assert document.scenario == window.session.scenario


def test_that_work_that_never_rests_is_kept_every_few_seconds(window, qtbot):
    window.settings.autosave_seconds = 1
    window.safekeeping.recovery._longest.setInterval(40)
    for step in range(200):
        window.session.edit("power_budget_gw", 1.0 + step / 100)  # each starts the rest anew
        qtbot.wait(2)
        if recovered():
            break
    assert recovered()
    assert window.safekeeping.recovery._rest.interval() == recovery.REST


def test_that_saving_undoing_and_closing_leave_no_recovery_file(window, tmp_path):
    safekeeping = window.safekeeping
    window.session.edit("power_budget_gw", 3.0)
    safekeeping.recovery.write_now()
    assert safekeeping.recovery.file.exists()
    window.session.history.undo()
    assert not safekeeping.recovery.file.exists()
    window.session.history.redo()
    safekeeping.recovery.write_now()
    assert window.file.save_to(tmp_path / "a.headroom")
    assert not safekeeping.recovery.file.exists()
    window.session.edit("power_budget_gw", 4.0)
    safekeeping.recovery.write_now()
    safekeeping.close()
    assert list(recovery_folder().iterdir()) == []


def test_that_a_window_of_a_bench_or_a_test_keeps_nothing(window, qtbot):
    other = MainWindow(templates.default_document())
    other.session.edit("power_budget_gw", 3.0)
    assert not other.safekeeping.recovery._rest.isActive()
    other.file.may_leave = lambda: True
    other.close()
    other.deleteLater()


def test_that_autosave_never_writes_over_the_user_s_own_file(window, tmp_path):
    path = saved(tmp_path)
    before = path.read_bytes()
    window.file.open_path(path)
    window.session.edit("power_budget_gw", 3.0)
    window.safekeeping.recovery.write_now()
    assert path.read_bytes() == before


def test_that_a_recovery_file_that_cannot_be_written_is_said_once(window, qtbot, tmp_path):
    blocked = tmp_path / "data" / "Headroom"
    blocked.parent.mkdir(parents=True)
    blocked.write_text("a file where the folder should be")
    window.session.edit("power_budget_gw", 3.0)
    window.safekeeping.recovery.write_soon()
    qtbot.waitUntil(lambda: "can't be kept safe" in window.messages.text)
    window.messages.hide()
    window.session.edit("power_budget_gw", 4.0)
    window.safekeeping.recovery.write_soon()
    window.safekeeping.recovery._pool.waitForDone()
    qtbot.wait(10)
    assert window.messages.text == ""


# After a crash

CRASH = """
import sys
from pathlib import Path
from gui.system.application import make_application
app = make_application()
from gui.document import templates
from gui.window.main_window import MainWindow
window = MainWindow(templates.default_document())
if len(sys.argv) > 1:
    window.file.open_path(Path(sys.argv[1]))
window.session.edit("power_budget_gw", 3.25)
window.safekeeping.recovery.write_now()
print("written", flush=True)
while True:
    app.processEvents()
"""


def crash(*arguments):
    """A Headroom with unsaved work that is killed."""
    app = subprocess.Popen(
        [sys.executable, "-c", CRASH, *map(str, arguments)],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
    )
    assert app.stdout is not None
    assert app.stdout.readline() == b"written\n"
    app.send_signal(signal.SIGKILL)
    app.wait()
    app.stdout.close()


@pytest.mark.skipif(sys.platform == "win32", reason="no SIGKILL on Windows")
def test_that_work_of_a_killed_program_is_offered_and_recovered(window, tmp_path):
    path = saved(tmp_path)
    crash(path)
    window.safekeeping.offer_recovery()
    assert "“plan.headroom” had changes that were not saved" in window.messages.text
    assert list(window.messages.buttons) == ["Recover", "Open the saved file", "Skip"]
    press(window, "Recover")
    assert window.session.path == path
    assert window.session.scenario.power_budget_gw == 3.25
    assert window.session.modified
    assert scenario_files.load(path).scenario.power_budget_gw == 2.5
    assert window.session.document.unknown == {}
    assert [document.scenario for document in recovered()] == [window.session.scenario]


@pytest.mark.skipif(sys.platform == "win32", reason="no SIGKILL on Windows")
def test_that_work_never_saved_is_offered_and_skipping_is_remembered(window):
    crash()
    window.safekeeping.offer_recovery()
    assert list(window.messages.buttons) == ["Recover", "Skip"]
    press(window, "Skip")
    window.safekeeping.offer_recovery()
    assert window.messages.text == ""
    assert not window.session.modified
    assert len(list((recovery_folder() / "skipped").iterdir())) == 1


def orphan(name, tmp_path=None, budget=3.25):
    """A recovery file of a program that has ended."""
    said = {"path": str(tmp_path / name) if tmp_path else "", "written": f"2026-11-25T17:0{name}Z"}
    document = Document(
        Scenario(name=name).having(power_budget_gw=budget), unknown={recovery.KEY: said}
    )
    recovery_folder().mkdir(parents=True, exist_ok=True)
    path = recovery_folder() / f"99-{name}.headroom"
    path.write_text(scenario_files.text_of(document))
    return path


def test_that_of_several_the_newest_is_offered_first_and_each_is_answered(window):
    orphan("1:00")
    orphan("2:00")
    window.safekeeping.offer_recovery()
    assert "“2:00”" in window.messages.text
    press(window, "Skip")
    assert "“1:00”" in window.messages.text
    press(window, "Skip")
    assert window.messages.text == ""


def test_that_the_work_of_a_window_that_still_runs_is_not_offered(window):
    path = orphan("1:00")
    lock = QLockFile(str(path.with_suffix(".lock")))
    assert lock.tryLock(0)
    window.safekeeping.offer_recovery()
    assert window.messages.text == ""
    lock.unlock()


def test_that_a_damaged_recovery_file_stops_nothing(window):
    orphan("1:00").write_text("{")
    window.safekeeping.offer_recovery()
    assert window.messages.text == ""
    assert len(list(recovery_folder().glob("*.damaged"))) == 1


def test_that_opening_the_saved_file_keeps_the_other_aside(window, tmp_path):
    scenario_files.save(Document(Scenario(name="saved")), tmp_path / "1:00")
    orphan("1:00", tmp_path)
    window.safekeeping.offer_recovery()
    press(window, "Open the saved file")
    assert window.session.scenario.name == "saved"
    assert len(list((recovery_folder() / "skipped").iterdir())) == 1


# Other programs and other windows


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


# Faults of ours


@pytest.fixture
def logged(qapp):
    log.start()
    yield
    log.stop()


@pytest.fixture
def handler(window, logged):
    found = CrashHandler(window.safekeeping.recovery.write_now, window.messages)
    yield found
    found.uninstall()


def test_that_a_fault_is_logged_the_work_kept_and_the_window_lives(
    window, qtbot, handler, monkeypatch, tmp_path
):
    monkeypatch.setattr(sys, "stderr", None)  # as after a double click
    window.session.edit("power_budget_gw", 3.0)
    try:
        raise RuntimeError(f"boom in {Path.home()}/secret")
    except RuntimeError as error:
        handler._hook(type(error), error, error.__traceback__)
    qtbot.waitUntil(lambda: "Something went wrong in Headroom" in window.messages.text)
    assert [d.scenario for d in recovered()] == [window.session.scenario]
    assert "RuntimeError: boom" in log.log_file().read_text()
    press(window, "Copy diagnostics")
    text = QGuiApplication.clipboard().text()
    assert text.startswith("Headroom ")
    assert "RuntimeError: boom in ~/secret" in text
    assert str(Path.home()) not in text


def test_that_a_fault_in_a_thread_is_said_in_the_window(window, qtbot, handler, monkeypatch):
    monkeypatch.setattr(sys, "stderr", None)
    monkeypatch.setattr(threading, "excepthook", handler._thread_hook)

    def fail():
        raise ValueError("in a thread")

    thread = threading.Thread(target=fail)
    thread.start()
    thread.join()
    qtbot.waitUntil(lambda: "ValueError: in a thread" in window.messages.text)


def test_that_the_log_starts_anew_before_it_grows_large(logged):
    for _ in range(60):
        log.LOG.info("x" * 10_000)
    sizes = [path.stat().st_size for path in log.log_folder().glob("headroom.log*")]
    assert len(sizes) <= 1 + log.OLD_LOGS
    assert max(sizes) <= log.LARGEST_LOG


def test_that_without_a_folder_for_the_log_the_program_goes_on(tmp_path, monkeypatch):
    (tmp_path / "data").write_text("a file")
    with pytest.raises(OSError, match=r"File exists|Not a directory"):
        log.start()
    log.LOG.error("nobody hears")
    assert log.diagnostics().startswith("Headroom ")
    log.stop()
    assert logging.getLogger("headroom").handlers == []


def test_that_a_crash_of_the_c_code_is_in_the_log(tmp_path):
    code = (
        "import faulthandler, sys\n"
        "from gui.system.application import make_application\nmake_application()\n"
        "sys.stdout = sys.stderr = None\nfrom gui.system import log\nlog.start()\n"
        "faulthandler._sigsegv()\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, check=False, timeout=60
    )
    assert done.returncode != 0
    assert "Segmentation fault" in (log.log_folder() / "crash.log").read_text()
    assert "Segmentation fault" in log.diagnostics()


def test_that_a_window_that_cannot_be_made_is_said_in_one_dialog(logged, monkeypatch):
    shown = []

    def press_copy(box):
        shown.append(box.text())
        next(b for b in box.buttons() if b.text() == "Copy diagnostics").click()

    monkeypatch.setattr(QMessageBox, "exec", press_copy)
    tell_of_no_start(OSError("no\nfonts"))
    assert shown == ["Headroom can't start: OSError: no fonts."]
    assert "OSError" in QGuiApplication.clipboard().text()


# Names that try


NAMES = (
    "=cmd|' /C calc'!A0",
    "../../x",
    "x" * 10_000,
    "🚀 plan",
    "خطة الحوسبة",
    "a\nb\x00c",
    "<b>x",
)


def test_that_any_name_of_a_scenario_harms_nothing(window, tmp_path, monkeypatch):
    width = window.minimumSizeHint().width()
    discard = QMessageBox.StandardButton.Discard
    monkeypatch.setattr(questions, "ask_to_save", lambda *a, **k: discard)
    folder = tmp_path / "folder"
    folder.mkdir()
    for number, name in enumerate(NAMES):
        window.session.edit("name", name)
        window.session.edit("notes", name)
        window.file.duplicate()
        assert window.file.may_leave()
        for key in window.pages.keys:
            window.pages.show_key(key)
            window.grab()
        assert window.minimumSizeHint().width() <= max(width, 1024)
        assert window.width() == 1600
        assert len(window.windowTitle()) < 150
        path = folder / templates.file_name(window.session)
        assert path.parent == folder
        assert window.file.save_to(path)
        assert scenario_files.load(path).scenario.notes == name
        assert len(list(folder.glob("[!.]*.headroom"))) == number + 1
    assert {path.name for path in tmp_path.iterdir()} <= {"folder", "data", "settings"}


def test_that_a_long_text_is_shortened_in_its_middle():
    assert short("abc") == "abc"
    assert short("a\nb\tc\x00d") == "a b c d"
    assert short("x" * 50 + "y" * 50, 11) == "xxxxx…yyyyy"
