"""Qt for every test of a window: one application, settings of their own, no window left behind.

The rooms `gui` and `journeys` take all of it over in their conftest.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QSettings, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget

from gui import documents, questions, units
from gui.app import make_application
from gui.application import Application
from gui.main_window import MainWindow


@pytest.fixture(scope="session")
def qapp_cls() -> type[QApplication]:
    return Application


@pytest.fixture(autouse=True)
def application(qapp: QApplication) -> None:
    make_application()


@pytest.fixture(autouse=True)
def own_settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))  # logs and recovery files
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
def window(qtbot, monkeypatch: pytest.MonkeyPatch) -> Iterator[MainWindow]:
    """The real window on the article's scenario, painted once; closing asks nothing."""
    main_window = MainWindow(documents.default_document())
    main_window.resize(1600, 1000)
    main_window.show()
    qtbot.waitExposed(main_window)
    yield main_window
    monkeypatch.setattr(main_window.file, "may_leave", lambda: True)
    main_window.close()
    main_window.deleteLater()
