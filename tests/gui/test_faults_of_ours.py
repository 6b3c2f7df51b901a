"""Faults of ours are logged and said, and no name of a scenario makes one."""

from __future__ import annotations

import logging
import subprocess
import sys
import threading
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMessageBox

from engine.files import scenario_files
from gui.document import templates
from gui.system import log
from gui.system.crash import CrashHandler, tell_of_no_start
from gui.widgets import questions
from gui.words.abbreviate import short
from tests.gui.kept_work import press, recovered

ROOT = Path(__file__).parents[2]


@pytest.fixture
def logged(qapp):
    log.start()
    yield
    log.stop()


@pytest.fixture
def handler(window, logged):
    window.safekeeping.start()
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
    window.safekeeping.start()
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
