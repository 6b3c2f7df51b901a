"""Waiting for a drive: what the user asked for is waited for, with a bar where it takes long."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QEventLoop, QObject, Qt
from PySide6.QtWidgets import QProgressDialog, QWidget

from engine import Problem, ScenarioError
from engine.text import translate
from gui.system.errand import Errand

PATIENCE = 1.0  # seconds until a bar says what is waited for


class GaveUpError(ScenarioError):
    """The user no longer waits for it."""

    def __init__(self) -> None:
        super().__init__(Problem("", "", translate("Patience", "the drive does not answer")))


class Patience(QObject):
    """Does what may take its time beside the window's thread, and waits for it here."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window

    def wait(self, work: Callable[[], Any], text: str = "") -> Any:
        """What `work` gives, or raises; GaveUpError where the user no longer waits.

        `work` may go on then: nothing can break off a call to a drive that is gone.
        """
        errand = Errand(work)
        if not errand.wait(PATIENCE):
            self._show(errand, text or self.tr("Waiting for the drive…"))
        if not errand.over:
            raise GaveUpError
        return errand.result

    def _show(self, errand: Errand, text: str) -> None:
        """A bar without a measure, until it is over or given up."""
        bar = QProgressDialog(text, self.tr("Don't wait"), 0, 0, self._window)
        bar.setWindowTitle("Headroom")
        bar.setWindowModality(Qt.WindowModality.ApplicationModal)
        bar.setMinimumDuration(0)
        loop = QEventLoop()
        errand.finished.connect(loop.quit)
        bar.canceled.connect(loop.quit)
        bar.show()
        if not errand.over:
            loop.exec()
        bar.canceled.disconnect(loop.quit)
        bar.close()
        bar.deleteLater()
