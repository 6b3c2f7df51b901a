"""What Qt really painted: paint events counted, and the event loop run until they stop."""

from __future__ import annotations

import os
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator, Mapping
from time import monotonic, thread_time

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("PYQTGRAPH_QT_LIB", "PySide6")
os.environ.setdefault("QT_API", "pyside6")  # matplotlib's choice of binding

from PySide6.QtCore import (
    QCoreApplication,
    QEvent,
    QMessageLogContext,
    QObject,
    QSettings,
    QtMsgType,
    qInstallMessageHandler,
)
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QWidget

PATIENCE_SECONDS = 30.0
NO_WINDOW_MANAGER = "This plugin does not support propagateSizeHints()"


class Paints(QObject):
    """Counts the paint events of named widgets, unseen by them."""

    def __init__(self, widgets: Mapping[str, QWidget]) -> None:
        super().__init__()
        self.counts: Counter[str] = Counter()
        self.spent = 0.0  # of this thread's CPU time when the last paint was done [s]
        self._widgets = dict(widgets)
        self._names = {id(widget): name for name, widget in self._widgets.items()}
        for widget in self._widgets.values():
            widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            self.counts[self._names[id(watched)]] += 1
        return False

    def settle(self) -> float:
        """Process events until a round of them paints nothing; the time the last paint was done.

        Paints counted before the call are taken to have been done just now.
        """
        done, painted = monotonic(), self.counts.total()
        self.spent = thread_time()
        for _ in rounds_of_events():
            if self.counts.total() > painted:
                done, painted = monotonic(), self.counts.total()
                self.spent = thread_time()
            elif painted:
                break
        return done


def rounds_of_events() -> Iterator[None]:
    """Let Qt work, round by round, until the caller has seen enough; raises after a long time."""
    limit = monotonic() + PATIENCE_SECONDS
    while monotonic() < limit:
        QApplication.processEvents()
        yield
    raise RuntimeError(f"waited {PATIENCE_SECONDS:.0f} s for something to be run or painted")


def delete(*windows: QWidget) -> None:
    """Let Qt delete the windows, in its own order and while the application lives.

    Left to Python's collector, they die in any order, and may take the process with them.
    """
    for each in windows:
        each.close()
        each.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def settings_apart() -> tempfile.TemporaryDirectory[str]:
    """Keep the window's settings in a folder of their own: no saved size, no trace left."""
    folder = tempfile.TemporaryDirectory(prefix="headroom-bench-")
    QSettings.setDefaultFormat(QSettings.Format.IniFormat)
    QSettings.setPath(QSettings.Format.IniFormat, QSettings.Scope.UserScope, folder.name)
    return folder


def without_empty_warnings() -> None:
    """Pass on Qt's messages, but for what it says of every window where no window manager is."""

    def handle(kind: QtMsgType, context: QMessageLogContext, text: str) -> None:
        if text != NO_WINDOW_MANAGER:
            print(text, file=sys.stderr)

    qInstallMessageHandler(handle)


def on_screen(window: QWidget) -> QImage:
    """The window's pixels as they go to the screen, with nothing painted for the purpose.

    A grab of the screen would be of its upper left alone where it has several pixels for each of
    the window's.
    """
    painted = window.backingStore().paintDevice()
    if not isinstance(painted, QImage):
        raise RuntimeError(f"the window is painted on {painted!r}, not on pixels")
    return painted.copy()
