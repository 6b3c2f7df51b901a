"""Work is never lost: recovery while it goes on, and after a crash."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QLockFile

from engine import Document, Scenario
from engine.files import scenario_files
from gui.document import recovery, templates
from gui.document.recovery import recovery_folder
from gui.window.main_window import MainWindow
from tests.gui.kept_work import press, recovered, saved

ROOT = Path(__file__).parents[2]


@pytest.fixture(autouse=True)
def _autosave(window):
    window.safekeeping.start()


# Autosave


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
    window.safekeeping.recovery._worker.wait()
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
