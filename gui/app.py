"""Start-up: the one gate for the command line, and everything before the first window."""

from __future__ import annotations

import gc
import os
import signal
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from engine import ScenarioError, console
from engine.console import BAD_INPUT, OneLineParser
from engine.text import translate
from engine.version import PROGRAM_VERSION
from gui.system import display
from gui.system.frozen import give_back_library_path, is_helper

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from gui.system.start_up import StartUp
    from gui.window.main_window import MainWindow

DEFAULT_REPORT = Path("report")
COMMANDS = ("report", "verify", "ask", "sweep", "self-test")
FAILED = 1  # the exit code where no window could be made
GIVE_WAY = 0.001  # seconds a worker keeps the interpreter while a frame waits


def run() -> None:
    """The `headroom` command."""
    give_back_library_path()
    if is_helper(sys.argv[1:]):
        import multiprocessing

        multiprocessing.freeze_support()
    sys.exit(main(sys.argv[1:]))


def main(arguments: Sequence[str]) -> int:
    console.prepare()
    if arguments and arguments[0] in COMMANDS:
        try:
            return _command(*arguments)
        except ScenarioError as error:
            console.complain(str(error))
            return BAD_INPUT
        except KeyboardInterrupt:
            return console.stopped()
    parser = OneLineParser(prog="headroom", description="A live scenario explorer for AI compute.")
    parser.add_argument("--version", action="version", version=f"Headroom {PROGRAM_VERSION}")
    parser.add_argument(
        "files",
        nargs="*",
        metavar="FILE",
        help="a scenario, or several to compare; also: report, ask, sweep, verify, self-test",
    )
    options = parser.parse_args(arguments)
    before = os.environ.get(display.CHOSEN)
    missing = display.no_display()
    if missing is not None:
        return _without_display(options.files, missing)
    if said := display.fallen_back(before):
        console.complain(said)
    return _open_window(options.files)


def _command(name: str, *arguments: str) -> int:
    """What needs no window; none of it is imported for one."""
    if name == "self-test":
        return _self_test(arguments)
    if name in ("ask", "sweep"):
        from engine.__main__ import main, sweep

        if name == "sweep":
            return sweep(arguments, "headroom sweep", _sweep_pictures)
        return main([name, *arguments])
    from gui.report import command

    return command.report(arguments) if name == "report" else command.verify(arguments)


def _sweep_pictures(folder: Path) -> Iterator[Path]:
    """Write the pictures of a sweep's report; Qt is begun for them alone."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"  # no window, with or without a screen
    from gui.system.application import make_application

    make_application("en")  # as all of the report
    from gui.sweeps.report import write_pictures

    return write_pictures(folder)


def _open_window(files: Sequence[str]) -> int:
    """Open the window, or hand the files to the one that is open already.

    One is opened; several are put beside each other.
    """
    from gui.run import memory
    from gui.system.start_up import StartUp, step

    start = StartUp()
    start.do(step("memory"), memory.share_one_heap)  # before any thread has one
    from gui.system.application import Application, make_application

    app = make_application()
    from gui.document import templates
    from gui.system import log, paths
    from gui.system.crash import CrashHandler, tell_of_no_start
    from gui.system.language import install_language
    from gui.system.settings import Settings
    from gui.system.single_instance import hand_over
    from gui.window.main_window import MainWindow

    paths_ = [Path(os.path.abspath(file)) for file in files]
    path, beside = (paths_[0], []) if len(paths_) == 1 else (None, paths_)
    if start.attempt(step("one window"), lambda: hand_over(path, beside=beside), False):
        console.complain(translate("App", "Headroom is open already; it has been told."))
        return 0
    start.do(step("private files"), paths.keep_all_private)
    start.do(step("log"), log.start)
    start.do(step("language"), lambda: install_language(app, Settings().language))
    sys.setswitchinterval(GIVE_WAY)
    start.do(step("signals"), _let_ctrl_c_end)
    gc.disable()  # from here on `GarbageCollector` says when to search
    try:
        window = MainWindow(templates.default_document(), start)
    except Exception as error:
        tell_of_no_start(error)
        return FAILED
    CrashHandler(window.safekeeping.recovery.write_now, window.messages, window).install()
    if isinstance(app, Application):
        app.file_wanted.connect(window.file.open_from_outside)
    window.show()
    code = _run_window(app, window, start, path, beside)
    log.stop()
    return code


def _run_window(
    app: QApplication,
    window: MainWindow,
    start: StartUp,
    path: Path | None,
    beside: Sequence[Path],
) -> int:
    """All that is begun once the window stands, and ended after it."""
    from gui.run import band_runner
    from gui.run.housekeeping import Housekeeping
    from gui.system import worker_process
    from gui.system.single_instance import FirstWindow
    from gui.system.start_up import step

    if worker_process.cores() > 1:
        window.presenter.bands.work_beside(band_runner.worker_process())
    start.do(step("tour"), window.help.tour_for_newcomers)
    first = FirstWindow(window)
    first.asked.connect(window.file.open_from_outside)
    first.beside_asked.connect(window.compare.add_paths)
    start.do(step("one window"), first.listen)
    if path is not None:
        start.do(step("file"), lambda: window.file.open_path(path))
    if beside:
        start.do(step("file"), lambda: window.compare.add_paths(beside))
    window.safekeeping.start(start)
    housekeeping = Housekeeping(window.presenter)
    start.tell(window.messages)
    code = app.exec()
    housekeeping.stop()
    first.close()
    return code


def _let_ctrl_c_end() -> None:
    signal.signal(signal.SIGINT, signal.SIG_DFL)  # the app, and not only Python


def _without_display(files: Sequence[str], missing: str) -> int:
    """Do the main job headless: write the report of the files, or of the default scenario."""
    console.complain(
        f"{missing}No display found: writing the report to {DEFAULT_REPORT}/ in the place of a "
        "window."
    )
    from gui.report import command

    try:
        return command.write_reports([Path(file) for file in files], DEFAULT_REPORT)
    except ScenarioError as error:
        console.complain(str(error))
        return BAD_INPUT
    except KeyboardInterrupt:
        return console.stopped()


def _self_test(arguments: Sequence[str]) -> int:
    """Load every resource, run, draw and export; 0 where all of it works, else 1."""
    parser = OneLineParser(prog="headroom self-test")
    parser.add_argument(
        "--first-chart", action="store_true", help="only start, and print when it was painted"
    )
    options = parser.parse_args(arguments)
    from gui.document import templates
    from gui.self_test import check, first_chart

    with tempfile.TemporaryDirectory(prefix="headroom-") as folder:
        if options.first_chart:
            return first_chart(Path(folder))
        return check(templates.EXAMPLES, Path(folder))
