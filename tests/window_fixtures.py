"""Qt for every test of a window: one application, settings of their own, no window left behind.

The rooms `gui` and `journeys` take all of it over in their conftest.
"""

from __future__ import annotations

import os
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QSettings, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget

from gui.document import templates
from gui.system.application import Application, make_application
from gui.widgets import questions
from gui.window.main_window import MainWindow
from gui.words import units


@pytest.fixture(scope="session")
def qapp_cls() -> type[QApplication]:
    return Application


@pytest.fixture(scope="module", autouse=True)
def application_of_module(qapp: QApplication) -> None:
    """What a module makes for all its tests is not in the language of the test before it."""
    make_application()


@pytest.fixture(autouse=True)
def application(qapp: QApplication) -> None:
    make_application()


@pytest.fixture(autouse=True)
def own_settings(
    tmp_path: Path, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))  # logs and recovery files
    # sockets and locks; a socket's path is short
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path_factory.mktemp("r")))
    QSettings.setDefaultFormat(QSettings.Format.IniFormat)
    for scope in (QSettings.Scope.UserScope, QSettings.Scope.SystemScope):
        QSettings.setPath(QSettings.Format.IniFormat, scope, str(tmp_path / "settings"))


@pytest.fixture(autouse=True)
def units_of_files() -> Iterator[None]:
    yield
    units.install(units.STANDARD)


@pytest.fixture(autouse=True)
def no_window_left(qapp: QApplication) -> Iterator[None]:
    yield
    qapp.processEvents()
    # nothing else would delete what a test has closed, and each window slows the next
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    left = [w for w in qapp.topLevelWidgets() if w.isVisible()]
    for widget in left:
        widget.close()
    assert not left, f"left open: {left}"


@pytest.fixture(autouse=True)
def no_button_held(qapp: QApplication) -> Iterator[None]:
    """A button that a test leaves pressed would be a hand that never rests for the next ones."""
    yield
    held = QGuiApplication.mouseButtons()
    if held != Qt.MouseButton.NoButton:
        somewhere = QWidget()
        for button in (Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton):
            QTest.mouseRelease(somewhere, button)
    assert held == Qt.MouseButton.NoButton, "a button of the mouse is still pressed"


@pytest.fixture(autouse=True)
def no_dialog(monkeypatch: pytest.MonkeyPatch) -> None:
    """A dialog nobody expects would wait for ever."""

    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("a dialog opened that the test did not expect")

    monkeypatch.setattr(questions, "ask_to_save", refuse)
    for name in ("getOpenFileName", "getSaveFileName", "getExistingDirectory"):
        monkeypatch.setattr(QFileDialog, name, refuse)


@pytest.fixture
def silent_drive(tmp_path: Path) -> Iterator[Path]:
    """A folder on a drive that does not answer until the test is over, whatever is asked of it.

    Asked on the window's thread it would hang for ever, so there it fails the test.
    """
    drive = tmp_path / "silent"
    drive.mkdir()
    answers = threading.Event()
    asked_here: list[str] = []

    def silent(name: str) -> Callable[..., object]:
        real = getattr(os, name)

        def ask(path: object = ".", *rest: object, **more: object) -> object:
            if isinstance(path, str | os.PathLike) and str(path).startswith(str(drive)):
                if threading.current_thread() is threading.main_thread():
                    asked_here.append(f"{name}({path})")
                    raise OSError(5, "asked on the window's thread")
                answers.wait()
            return real(path, *rest, **more)

        return ask

    with pytest.MonkeyPatch.context() as patched:
        for name in ("stat", "lstat", "open", "scandir", "listdir", "readlink"):
            patched.setattr(os, name, silent(name))
        yield drive
        answers.set()
    assert asked_here == []


@pytest.fixture
def window_of(qtbot, monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[int, int], MainWindow]]:
    """Opens the real window on the article's scenario, so large; closing it asks nothing."""
    opened: list[MainWindow] = []

    def open_window(width: int, height: int) -> MainWindow:
        made = MainWindow(templates.default_document())
        opened.append(made)
        made.resize(width, height)
        made.show()
        qtbot.waitExposed(made)
        return made

    yield open_window
    for made in opened:
        monkeypatch.setattr(made.file, "may_leave", lambda: True)
        monkeypatch.setattr(made.compare, "may_leave", lambda: True)
        made.close()
        made.deleteLater()


@pytest.fixture
def window(window_of: Callable[[int, int], MainWindow]) -> MainWindow:
    """The real window, painted once."""
    return window_of(1600, 1000)


@pytest.fixture
def compared(
    window_of: Callable[[int, int], MainWindow], qtbot
) -> Callable[[int, int], MainWindow]:
    """Opens it with something to compare, when its worlds have come."""

    def open_window(width: int, height: int) -> MainWindow:
        made = window_of(width, height)
        made.session.edit("power_budget_gw", 1.2)
        qtbot.waitUntil(lambda: made.presenter.ensemble is not None)
        return made

    return open_window
