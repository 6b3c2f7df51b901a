"""What happens when Headroom itself fails: it is logged, the work is kept, it is said once."""

from __future__ import annotations

import sys
import threading
import traceback
from collections.abc import Callable
from types import TracebackType

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMessageBox

from engine import ScenarioError
from engine.text import translate
from gui.system import log
from gui.widgets.message_bar import MessageBar

Kind = type[BaseException]
LONGEST_REASON = 200  # letters of a fault that are shown


class CrashHandler(QObject):
    """Takes the place of Python's own hooks while a window lives."""

    _failed = Signal(str)  # from any thread

    def __init__(
        self,
        keep_work: Callable[[], object],
        messages: MessageBar,
        parent: QObject | None = None,
    ) -> None:
        """`keep_work` writes the recovery file now."""
        super().__init__(parent)
        self._keep_work = keep_work
        self._messages = messages
        self._telling = False
        self._before = (sys.excepthook, threading.excepthook)
        self._failed.connect(self._tell, Qt.ConnectionType.QueuedConnection)

    def install(self) -> None:
        sys.excepthook = self._hook
        threading.excepthook = self._thread_hook

    def uninstall(self) -> None:
        sys.excepthook, threading.excepthook = self._before

    def _hook(self, kind: Kind, error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            self._before[0](kind, error, trace)
            return
        log.LOG.error("".join(traceback.format_exception(kind, error, trace)).rstrip())
        if sys.stderr is not None:
            self._before[0](kind, error, trace)
        self._failed.emit(f"{kind.__name__}: {error}")

    def _thread_hook(self, args: threading.ExceptHookArgs) -> None:
        if args.exc_value is not None:
            self._hook(args.exc_type, args.exc_value, args.exc_traceback)

    @Slot(str)
    def _tell(self, what: str) -> None:
        """One message at a time; a fault while it is made must not make another."""
        if self._telling:
            return
        self._telling = True
        try:
            safe = self.tr("Your work is kept in a recovery file; save it to be sure.")
            try:
                self._keep_work()
            except (ScenarioError, OSError) as error:
                log.LOG.error("no recovery file: %s", error)
                safe = self.tr("Please save your work now.")
            text = self.tr("Something went wrong in Headroom ({what}). {safe}")
            line = " ".join(what.split())[:LONGEST_REASON]
            self._messages.say(
                text.format(what=line, safe=safe),
                error=True,
                actions=[(self.tr("Copy diagnostics"), copy_diagnostics)],
            )
        finally:
            self._telling = False


def tell_of_no_start(error: BaseException) -> None:
    """There is no window to say it in: the one dialog of Headroom about itself."""
    log.LOG.error("".join(traceback.format_exception(error)).rstrip())
    box = QMessageBox(
        QMessageBox.Icon.Critical,
        "Headroom",
        translate("Crash", "Headroom can't start: {what}.").format(
            what=f"{type(error).__name__}: {' '.join(str(error).split())[:LONGEST_REASON]}"
        ),
        QMessageBox.StandardButton.Close,
    )
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setInformativeText(translate("Crash", "No file of yours was changed."))
    copy = box.addButton(translate("Crash", "Copy diagnostics"), QMessageBox.ButtonRole.ActionRole)
    box.exec()
    if box.clickedButton() is copy:
        copy_diagnostics()


def copy_diagnostics() -> None:
    """What a report of a fault needs, on the clipboard."""
    QGuiApplication.clipboard().setText(log.diagnostics())
