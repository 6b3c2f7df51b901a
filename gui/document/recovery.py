"""Autosave: unsaved work is kept in a file of Headroom's own, until it is saved or given up."""

from __future__ import annotations

import os
import uuid
from contextlib import suppress
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from engine import Document, ScenarioError
from engine.files import scenario_files
from gui.document.session import Session
from gui.system.in_order import InOrder
from gui.system.locks import LOCK, Lock
from gui.system.paths import data_folder, keep_private, made

REST = 1000  # milliseconds after the last change
KEY = "headroom_recovery"  # what a recovery file says beyond the scenario
# bytes that are written and read: unsaved work may be more than a scenario file may have
LARGEST = 4 * scenario_files.LARGEST_FILE


def recovery_folder() -> Path:
    return data_folder("recovery")


class Recovery(QObject):
    """Writes the session's unsaved state soon after a change rests, and at most every N seconds.

    The file is a scenario like any other. A lock beside it tells a later start whether the
    program that wrote it still runs. It goes when the work is saved, or given up on closing.
    """

    failed = Signal(str)  # why the work can't be kept safe

    def __init__(self, session: Session, every: int, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._file = (
            recovery_folder() / f"{os.getpid()}-{uuid.uuid4().hex[:8]}{scenario_files.SUFFIX}"
        )
        self._lock = Lock(self._file.with_suffix(LOCK), ours=True)
        self._worker = InOrder("recovery")
        self._rest = QTimer(self, singleShot=True, interval=REST)
        self._longest = QTimer(self, singleShot=True, interval=every * 1000)
        self._rest.timeout.connect(self.write_soon)
        self._longest.timeout.connect(self.write_soon)
        self._kept: Document | None = None  # what the recovery file holds
        self._started = False  # windows of tests and benches keep nothing
        session.document_changed.connect(self._note)

    @property
    def file(self) -> Path:
        return self._file

    def start(self) -> None:
        """Keep the session's work from now on."""
        self._started = True
        self._note()

    def set_interval(self, seconds: int) -> None:
        self._longest.setInterval(seconds * 1000)

    @Slot()
    def _note(self) -> None:
        if not self._session.modified:
            self.forget()
            return
        if not self._started:
            return
        self._rest.start()
        if not self._longest.isActive():
            self._longest.start()

    @Slot()
    def write_soon(self) -> None:
        """Write in the background what is not saved now."""
        self._stop_timers()
        document = self._session.document
        if self._session.modified and document != self._kept:
            self._kept = document
            self._worker.do(self._try_to_write, document, self._said())

    def write_now(self) -> None:
        """Write at once, for when the program may end. Raises ScenarioError or OSError."""
        self._stop_timers()
        self._worker.wait()
        if self._session.modified:
            self._kept = self._session.document
            self._write(self._kept, self._said())

    def _said(self) -> dict[str, str]:
        path = self._session.path
        now = datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
        return {"path": str(path) if path else "", "written": now}

    def _try_to_write(self, document: Document, said: dict[str, str]) -> None:
        """Away from the hand; a scenario is frozen, so it can be read from anywhere."""
        try:
            self._write(document, said)
        except (ScenarioError, OSError) as error:
            self.failed.emit(str(error))

    def _write(self, document: Document, said: dict[str, str]) -> None:
        """The document, and what it belongs to, into the recovery file."""
        made(self._file.parent)
        self._lock.take()
        text = scenario_files.text_of(replace(document, unknown={**document.unknown, KEY: said}))
        data = text.encode()
        if len(data) > LARGEST:
            raise scenario_files.too_large(len(data), LARGEST)
        scenario_files.write_whole(self._file, data)
        keep_private(self._file)

    def forget(self) -> None:
        """Nothing is unsaved: no recovery file."""
        self._stop_timers()
        if self._kept is None:
            return
        self._kept = None
        self._worker.wait()
        with suppress(OSError):
            self._file.unlink(missing_ok=True)

    def close(self) -> None:
        """The window closes: what was not saved has been given up."""
        self.forget()
        self._lock.release()

    def _stop_timers(self) -> None:
        self._rest.stop()
        self._longest.stop()
