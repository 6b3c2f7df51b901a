"""What the shipped program checks of itself: resources, engine, window, exports."""

from __future__ import annotations

import gc
import os
import platform
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import numpy

from engine import console, shipped_catalogue, simulate
from engine.files import scenario_files
from engine.run.backend import loop_words
from engine.version import PROGRAM_VERSION
from gui.document import templates
from gui.system.application import make_application

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

SMALLEST = 500  # bytes of a file of a report: its shortest table has six lines
SIZE = (1600, 1000)  # of the window that is timed
PATIENCE = 30.0  # seconds until a chart that was not painted is given up
# what Qt shows windows through, where a person sits before the machine
SCREENS = {"linux": "libqxcb.so", "win32": "qwindows.dll", "darwin": "libqcocoa.dylib"}


def check(examples: Sequence[str], folder: Path) -> int:
    """0 where everything works; else the reason on the terminal, and 1."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    try:
        _check(examples, folder)
    except Exception as error:
        console.complain(f"self-test failed: {type(error).__name__}: {error}")
        return 1
    console.tell(f"self-test passed: {len(examples)} scenarios, window, report; {versions()}")
    return 0


def versions() -> str:
    """Of what does the work, for a report of a fault."""
    from PySide6.QtCore import qVersion

    parts = (
        f"Headroom {PROGRAM_VERSION}",
        f"Python {platform.python_version()}",
        f"NumPy {numpy.__version__}",
        f"loop over the months: {loop_words()}",
        f"Qt {qVersion()}",
        platform.platform(),
    )
    return ", ".join(parts)


def first_chart(folder: Path) -> int:
    """Start as a double-click does and print when every chart had been painted.

    The time is `time.monotonic()` [s], so that whoever started the process knows how long it was.
    """
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    app = make_application()
    from PySide6.QtCore import QEvent, QObject

    from gui.window.main_window import MainWindow

    class Paints(QObject):
        def __init__(self) -> None:
            super().__init__()
            self.seen: set[QObject] = set()

        def eventFilter(self, watched: QObject, event: QEvent) -> bool:
            if event.type() == QEvent.Type.Paint:
                self.seen.add(watched)
            return False

    _keep_settings_apart(folder)
    gc.disable()  # as the app does
    window = MainWindow(templates.default_document())
    viewports = {chart.plot.viewport() for chart in window.overview.charts.values()}
    paints = Paints()
    for viewport in viewports:
        viewport.installEventFilter(paints)
    window.resize(*SIZE)  # whatever the screen: all charts are to be seen
    window.show()
    give_up = time.monotonic() + PATIENCE
    while not viewports <= paints.seen and time.monotonic() < give_up:
        app.processEvents()
    app.processEvents()  # the last of them has come back from painting
    console.tell(str(time.monotonic()))
    window.close()
    window.deleteLater()
    return 0 if viewports <= paints.seen else 1


def _keep_settings_apart(folder: Path) -> None:
    """What a test does leaves no trace in the person's settings."""
    from PySide6.QtCore import QSettings

    QSettings.setDefaultFormat(QSettings.Format.IniFormat)
    for scope in (QSettings.Scope.UserScope, QSettings.Scope.SystemScope):
        QSettings.setPath(QSettings.Format.IniFormat, scope, str(folder / "settings"))


def _check(examples: Sequence[str], folder: Path) -> None:
    if not shipped_catalogue().chips:
        raise RuntimeError("the chip catalogue is empty")
    for name in examples:
        document = templates.example(name)
        simulate(document.scenario)
        path = folder / f"{name}{scenario_files.SUFFIX}"
        scenario_files.save(document, path)
        if scenario_files.load(path) != document:
            raise RuntimeError(f"{name} is not the same after saving")
    app = make_application()
    _keep_settings_apart(folder)
    _check_dress(app)
    from gui.window.main_window import MainWindow

    window = MainWindow(templates.default_document())
    window.show()
    app.processEvents()
    if window.grab().toImage().isNull() or window.result is None:
        raise RuntimeError("the window drew nothing")
    window.close()
    window.deleteLater()
    _check_beside()
    _check_report(folder / f"{examples[0]}{scenario_files.SUFFIX}", folder / "report")


def _check_beside() -> None:
    """Have a process beside this one draw worlds: the window would go on without, and slower."""
    from gui.run.band_runner import worker_process

    worker = worker_process()
    worker.begin()
    give_up = time.monotonic() + PATIENCE
    while not worker.ready and time.monotonic() < give_up:
        time.sleep(0.01)
    there = worker.call(os.getpid) if worker.ready else os.getpid()
    worker.stop()
    if there == os.getpid():
        raise RuntimeError("no process could be begun beside the window")


def _check_report(scenario: Path, folder: Path) -> None:
    """Write one in every format, and read each file back."""
    from gui.report.command import write_reports
    from gui.report.options import FORMATS, Options
    from gui.report.verify import Verifier

    write_reports([scenario], folder, Options(formats=FORMATS), draws=64)
    small = [path.name for path in folder.iterdir() if path.stat().st_size < SMALLEST]
    if small:
        raise RuntimeError(f"written but empty: {', '.join(small)}")
    verifier = Verifier()
    for path in folder.iterdir():
        if (
            path.suffix != scenario_files.SUFFIX
            and not (verdict := verifier.verify(path)).identical
        ):
            raise RuntimeError(f"{path.name}: {verdict.words}")


def _check_dress(app: QApplication) -> None:
    """Font, icon, every language; in a frozen folder, all libraries of a real screen, too."""
    from PySide6.QtCore import QLibraryInfo, QPluginLoader
    from PySide6.QtGui import QFontDatabase

    from gui.system.language import install_language, languages
    from gui.widgets.palette import FONT_FAMILY

    if FONT_FAMILY not in QFontDatabase.families():
        raise RuntimeError(f"the font {FONT_FAMILY} is missing")
    icon = app.windowIcon()
    if not icon.availableSizes() or icon.pixmap(16).isNull():
        raise RuntimeError("the icon can't be drawn")
    for code in languages():
        if install_language(app, code) != code:
            raise RuntimeError(f"the translation {code} can't be loaded")
    install_language(app)
    if getattr(sys, "frozen", False):
        plugins = Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.PluginsPath))
        screen = QPluginLoader(str(plugins / "platforms" / SCREENS[sys.platform]))
        if not screen.load():
            raise RuntimeError(f"no window on a real screen: {screen.errorString()}")
