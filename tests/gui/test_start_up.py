"""No step of the start ends the program: each is tried alone, and one line says what failed."""

from __future__ import annotations

import logging
import os
import signal
import stat
import subprocess
import sys
from contextlib import suppress
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication

from engine import Document, Scenario
from engine.files import scenario_files
from gui import app
from gui.document import orphans, templates
from gui.document.recovery import Recovery, recovery_folder
from gui.document.rescue import Rescue
from gui.levers.panel import LeverPanel
from gui.run import memory
from gui.run.band_runner import BandRunner
from gui.system import language, log, paths, single_instance, worker_process
from gui.system.crash import CrashHandler
from gui.system.settings import Settings
from gui.system.single_instance import FirstWindow
from gui.system.start_up import STEPS, StartUp
from gui.system.worker_process import WorkerProcess
from gui.window.commands.file import FileCommands
from gui.window.commands.help import HelpCommands
from gui.window.commands.view import ViewCommands
from gui.window.main_window import MainWindow
from gui.window.preferences import Preferences
from gui.window.saved_layout import Layout
from gui.words import units

ROOT = Path(__file__).parents[2]

pipes = pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes here")

# where each step is done, by its name
DONE = {
    "memory": (memory, "share_one_heap"),
    "one window": (single_instance, "hand_over"),
    "private files": (paths, "keep_all_private"),
    "log": (log, "start"),
    "language": (language, "install_language"),
    "signals": (app, "_let_ctrl_c_end"),
    "units": (units, "install"),
    "lists of files": (FileCommands, "add_lists"),
    "colours": (ViewCommands, "follow_theme"),
    "layout": (Layout, "restore"),
    "first lever": (LeverPanel, "focus_first"),
    "preferences": (Preferences, "start"),
    "tour": (HelpCommands, "tour_for_newcomers"),
    "file": (FileCommands, "open_path"),
    "recovery": (Recovery, "start"),
    "old recovery files": (orphans, "clear_old"),
    "unsaved work of before": (Rescue, "offer"),
}


@pytest.fixture
def start(monkeypatch, qapp):
    """Starts Headroom as its command does, looks at the window, and ends it."""
    monkeypatch.setattr(CrashHandler, "install", lambda self: None)
    monkeypatch.setattr(app.gc, "freeze", lambda: None)
    monkeypatch.setattr(app.signal, "signal", lambda *_: None)
    monkeypatch.setattr(app.sys, "setswitchinterval", lambda _: None)
    Settings().tour_seen = True

    def started(look, *files):
        def run() -> int:
            (window,) = [
                w for w in qapp.topLevelWidgets() if isinstance(w, MainWindow) and w.isVisible()
            ]
            window.file.may_leave = lambda: True
            window.compare.may_leave = lambda: True
            try:
                look(window)
            finally:
                window.close()
                window.deleteLater()
            return 0

        with monkeypatch.context() as patched:
            patched.setattr(QApplication, "exec", lambda *_: run())
            try:
                code = app._open_window(files)
            finally:
                app.gc.disable()  # as the tests have it
                with suppress(ValueError):
                    log.stop()
        assert code == 0

    return started


def test_that_a_start_without_faults_says_nothing(start, tmp_path):
    path = tmp_path / "plan.headroom"
    scenario_files.save(Document(Scenario(name="Plan")), path)

    def look(window):
        assert window.messages.text == ""
        assert window.session.scenario.name == "Plan"

    start(look, str(path))


def test_that_several_files_are_put_beside_each_other(start, tmp_path):
    paths = [tmp_path / f"{name}.headroom" for name in "ab"]
    for path in paths:
        scenario_files.save(Document(Scenario(name=path.stem)), path)

    def look(window):
        assert window.messages.text == ""
        assert window.pages.key == "compare"
        columns = window.pages["compare"].comparison.columns
        assert [column.name for column in columns][2:] == ["a", "b"]
        assert window.session.path is None

    start(look, *map(str, paths))


@pytest.mark.parametrize(("cores", "beside"), [(1, False), (2, True), (64, True)])
def test_that_worlds_are_drawn_beside_the_window_where_a_second_core_is_free(
    start, monkeypatch, cores, beside
):
    monkeypatch.setattr(worker_process, "cores", lambda: cores)
    given = []
    monkeypatch.setattr(BandRunner, "work_beside", lambda _, worker: given.append(worker))
    start(lambda window: None)
    assert [type(worker) for worker in given] == [WorkerProcess] * beside


def test_that_every_step_has_a_place_where_it_is_tried():
    assert {*DONE, "settings"} == set(STEPS)


@pytest.mark.parametrize("step", DONE)
def test_that_a_step_that_fails_is_said_and_the_window_stands(start, monkeypatch, tmp_path, step):
    path = tmp_path / "plan.headroom"
    scenario_files.save(Document(Scenario(name="Plan")), path)
    place, name = DONE[step]
    whole = getattr(place, name)

    def fail(*_: object, **__: object) -> None:
        raise RuntimeError(f"no {step}\nat all")

    monkeypatch.setattr(place, name, fail)

    def look(window):
        monkeypatch.setattr(place, name, whole)
        assert window.isVisible()
        assert window.messages.text == (
            f"Headroom started without: {step} (RuntimeError: no {step} at all)."
        )
        assert window.session.scenario.name == (
            "Plan" if step != "file" else "The announcement of October 2025"
        )
        window.session.edit("power_budget_gw", 3.0)
        assert window.result is not None

    start(look, str(path))


def test_that_several_faults_are_one_line_and_an_offer_comes_after_them(start, monkeypatch):
    document = Document(Scenario(name="Lost"), unknown={"headroom_recovery": {}})
    recovery_folder().mkdir(parents=True)
    (recovery_folder() / "1-a.headroom").write_text(scenario_files.text_of(document))

    def fail(*_: object) -> None:
        raise OSError(5, "Input/output error")

    monkeypatch.setattr(log, "start", fail)
    monkeypatch.setattr(FirstWindow, "listen", fail)

    def look(window):
        why = "(Input/output error)"
        assert window.messages.text == f"Headroom started without: log {why}; one window {why}."
        window.messages.hide()
        assert "“Lost” had changes that were not saved" in window.messages.text

    start(look)


def test_that_a_place_that_can_t_be_written_is_named_without_a_number_of_the_system():
    class Bar:
        def say(self, text, *, error):
            self.text = text

    def fail() -> None:
        raise OSError(30, "Read-only file system", "headroom.log")

    steps, bar = StartUp(), Bar()
    steps.do("log", fail)
    steps.tell(bar)
    assert bar.text == "Headroom started without: log (Read-only file system, headroom.log)."


def test_that_of_many_faults_a_few_are_told():
    class Bar:
        def say(self, text, *, error):
            self.text, self.error = text, error

    steps, bar = StartUp(), Bar()
    steps.tell(bar)
    assert not hasattr(bar, "text")
    for number in range(7):
        assert steps.attempt(f"step {number}", lambda: 1 / 0, instead=number) == number
    assert steps.attempt("good", lambda: "done", instead="") == "done"
    steps.tell(bar)
    assert bar.error
    assert bar.text.startswith("Headroom started without: step 0 (ZeroDivisionError: division")
    assert bar.text.endswith("step 4 (ZeroDivisionError: division by zero); and 2 more.")


# Settings and log that are none


def settings_file() -> Path:
    return Path(QSettings().fileName())


@pipes
@pytest.mark.parametrize("ending", ["", ".lock"])
def test_that_a_pipe_in_the_place_of_the_settings_is_not_waited_for(ending):
    file = settings_file()
    file.parent.mkdir(parents=True, exist_ok=True)
    pipe = file.with_name(file.name + ending)
    os.mkfifo(pipe)
    settings = Settings()
    assert settings.trouble == f"{pipe.name} is not a plain file"
    settings.power_unit = "MW"  # for as long as the window lives
    settings.add_recent_file(Path("/a.headroom"))
    assert settings.power_unit == "MW"
    assert settings.recent_files == [Path("/a.headroom")]
    window = MainWindow(templates.default_document(), steps := StartUp())
    assert steps.failed == [f"settings ({pipe.name} is not a plain file)"]
    window.close()
    window.deleteLater()
    assert pipe.is_fifo()


@pipes
def test_that_settings_replaced_by_a_pipe_while_open_go_on_in_memory():
    settings = Settings()
    settings.draws = 128
    QSettings().sync()
    file = settings_file()
    file.unlink(missing_ok=True)
    os.mkfifo(file)
    settings.power_unit = "MW"
    assert (settings.draws, settings.power_unit) == (128, "MW")
    assert settings.trouble == f"{file.name} is not a plain file"


def test_that_settings_that_are_no_settings_leave_the_defaults():
    file = settings_file()
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(b"x" * 1_000_001)
    assert Settings().trouble == f"{file.name} is not a plain file"
    file.write_bytes(b'[window]\nviews="{\\"width\\": 1e999, \\"mix\\": [[[["\nlevers=[[[\n')
    settings = Settings()
    assert settings.power_unit == "GW"
    for views in ('{"width": 1e999}', '{"charts": 3}', '{"mix": {"a": 1}}', "[" * 5000, "\0"):
        settings.store("window/views", views)
        window = MainWindow(templates.default_document(), steps := StartUp())
        assert steps.failed == []
        assert window.panes.levers_width > 0
        window.close()
        window.deleteLater()


def test_that_lists_of_files_from_somebody_s_editor_are_bounded():
    settings = Settings()
    settings._store.set("pinned_files", [f"/{n}" for n in range(5000)])
    settings._store.set("recent_files", ["/tmp/a\0b", "x" * 9000, "/tmp/\udcff"])
    assert len(settings.pinned_files) == 100
    assert len(settings.recent_files) == 3
    settings.add_recent_file(Path("/tmp/pl\udcffan.headroom"))  # can't be written down
    assert len(settings.recent_files) == 3


@pytest.mark.skipif(sys.platform == "win32", reason="no SIGKILL on Windows, and no modes")
def test_that_settings_and_log_are_the_user_s_alone():
    mask = os.umask(0o022)
    try:
        settings = Settings()
        settings.power_unit = "MW"
        settings._store._kept.sync()
        log.start()
        log.LOG.info("something")
        log.stop()
        own = [settings_file(), log.log_file(), log.log_folder() / "crash.log"]
        assert [stat.S_IMODE(path.stat().st_mode) for path in own] == [0o600] * 3
        folders = [settings_file().parent, log.log_folder()]
        assert [stat.S_IMODE(path.stat().st_mode) for path in folders] == [0o700] * 2
        settings_file().chmod(0o644)
        Settings()
        assert stat.S_IMODE(settings_file().stat().st_mode) == 0o600
    finally:
        os.umask(mask)


@pipes
@pytest.mark.parametrize("name", ["headroom.log", "crash.log"])
def test_that_a_pipe_in_the_place_of_the_log_is_not_waited_for(name):
    pipe = log.log_folder() / name
    pipe.parent.mkdir(parents=True)
    os.mkfifo(pipe)
    with pytest.raises(OSError, match=r"not a plain file|No such device"):
        log.start()
    log.LOG.error("nobody hears")
    assert log.diagnostics().startswith("Headroom ")  # read without waiting as well
    log.stop()
    assert logging.getLogger("headroom").handlers == []


@pipes
def test_that_a_pipe_in_the_place_of_a_compiled_language_is_not_waited_for(tmp_path):
    source, target = tmp_path / "headroom_fr.ts", tmp_path / "headroom_fr.qm"
    source.write_bytes((language.FOLDER / "headroom_fr.ts").read_bytes())
    os.mkfifo(target)
    assert language.compile_translation(source, target) == target
    assert target.is_file()
    assert target.stat().st_size > 10_000


@pytest.mark.skipif(sys.platform == "win32", reason="no SIGKILL on Windows, nor SIGINT to one")
def test_that_ctrl_c_while_the_program_loads_ends_it_without_a_traceback():
    pressed_at_the_import = (
        "import os, signal, sys\n"
        "class Pressed:\n"
        "    def find_spec(self, name, path, target=None):\n"
        "        if name == 'gui.app':\n"
        "            os.kill(os.getpid(), signal.SIGINT)\n"
        "sys.meta_path.insert(0, Pressed())\n"
        "from gui.__main__ import run\n"
        "run()\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", pressed_at_the_import, "--version"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stdout, done.stderr) == (-signal.SIGINT, "", "")
