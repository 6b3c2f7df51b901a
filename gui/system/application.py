"""The QApplication: what the system sends to the program as a whole."""

from __future__ import annotations

import ctypes
import os
import sys
from collections.abc import Sequence
from contextlib import suppress

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QFileOpenEvent
from PySide6.QtWidgets import QApplication

from engine.version import PROGRAM_VERSION
from gui.system.icon import app_icon
from gui.system.language import install_language
from gui.widgets import style

STYLED = "styledOnce"  # a property of the application
DESKTOP_ENTRY = "org.headroom.Headroom"  # so that a desktop knows whose window it is


class Application(QApplication):
    """Knows of files opened from the Finder, which on macOS come as an event.

    An event filter would be asked about every event of every widget; this is not.
    """

    file_wanted = Signal(str)

    def __init__(self, arguments: Sequence[str] = ("headroom",)) -> None:
        super().__init__(list(arguments))

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QFileOpenEvent) and event.file():
            self.file_wanted.emit(event.file())
            return True
        return super().event(event)


def tell_taskbar() -> None:
    """On Windows, have the window and the icon that was pinned from the menu be one: the
    installer's shortcuts say the same name."""
    if sys.platform == "win32":
        with suppress(AttributeError, OSError):
            ctypes.windll.shell32.SetCurrentProcessExplicitAppUserModelID(DESKTOP_ENTRY)


def make_application(language: str = "system") -> QApplication:
    """The QApplication, dressed, in `language`."""
    os.environ.setdefault("PYQTGRAPH_QT_LIB", "PySide6")
    tell_taskbar()
    found = QApplication.instance()
    app = found if isinstance(found, QApplication) else Application()
    app.setApplicationName("Headroom")
    app.setApplicationVersion(PROGRAM_VERSION)
    app.setOrganizationName("Headroom")
    app.setDesktopFileName(DESKTOP_ENTRY)
    if app.windowIcon().isNull():
        app.setWindowIcon(app_icon())
    install_language(app, language)
    if app.property(STYLED) is None:  # again, it would polish every widget anew
        app.setProperty(STYLED, True)
        app.setStyle("Fusion")
    style.use_bundled_font(app)
    style.apply(app, style.current_palette())
    return app
