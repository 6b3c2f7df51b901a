"""The log: a small rotating file in the data folder, and what of it goes into a report."""

from __future__ import annotations

import errno
import faulthandler
import logging
import logging.handlers
import os
import platform
import stat
import sys
from contextlib import suppress
from io import TextIOWrapper
from pathlib import Path
from typing import IO

import PySide6
from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler, qVersion
from PySide6.QtGui import QGuiApplication

from engine.files.reading import read_text
from engine.version import PROGRAM_VERSION
from gui.system.paths import OWN_FILE, data_folder, made, without_home

LOG = logging.getLogger("headroom")
LARGEST_LOG = 256_000  # bytes of one file
OLD_LOGS = 2
LARGEST_READ = 16 * LARGEST_LOG  # bytes; a crash may write more than the log's bound
TAIL = 60  # lines of the log in a report

# what Qt's message types are to Python's logging
_LEVELS = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}
_faults: IO[str] | None = None  # open as long as the program: a crash writes into it


def log_folder() -> Path:
    return data_folder("logs")


def log_file() -> Path:
    return log_folder() / "headroom.log"


def _opened(path: str, flags: int) -> int:
    """For `open`: the user's alone, and nothing but a plain file, which is not waited for."""
    handle = os.open(path, flags | getattr(os, "O_NONBLOCK", 0), OWN_FILE)
    try:
        if not stat.S_ISREG(os.fstat(handle).st_mode):
            raise OSError(errno.EINVAL, "not a plain file", path)
    except BaseException:
        os.close(handle)
        raise
    return handle


class _Handler(logging.handlers.RotatingFileHandler):
    """Logs into a plain file; what can't be logged is lost, and never a fault of its own."""

    def _open(self) -> TextIOWrapper:
        file = open(self.baseFilename, "ab", opener=_opened)  # noqa: SIM115
        return TextIOWrapper(file, encoding="utf-8")

    def handleError(self, record: logging.LogRecord) -> None:
        pass


def start() -> None:
    """Log from now on, Qt's messages and crashes of its C++ included.

    Raises OSError where no log can be written; the program can go on without one. In a window
    started by a double click there may be no stdout and no stderr: nothing here needs them.
    """
    global _faults
    LOG.setLevel(logging.INFO)
    LOG.propagate = False
    try:
        made(log_folder())
        handler = _Handler(log_file(), maxBytes=LARGEST_LOG, backupCount=OLD_LOGS, encoding="utf-8")
    except OSError:
        LOG.addHandler(logging.NullHandler())
        raise
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s"))
    LOG.addHandler(handler)
    qInstallMessageHandler(_from_qt)
    LOG.info("start: %s", ", ".join(about_program()))
    crash = log_folder() / "crash.log"
    _faults = open(crash, "a", encoding="utf-8", opener=_opened)  # noqa: SIM115
    faulthandler.enable(_faults)


def stop() -> None:
    """Let go of the files; for tests, and the end of the program."""
    global _faults
    qInstallMessageHandler(None)
    for handler in list(LOG.handlers):
        LOG.removeHandler(handler)
        handler.close()
    if _faults is not None:
        faulthandler.disable()
        _faults.close()
        _faults = None


def _from_qt(kind: QtMsgType, _: QMessageLogContext, message: str) -> None:
    LOG.log(_LEVELS.get(kind, logging.WARNING), "Qt: %s", message)
    if sys.stderr is not None and kind != QtMsgType.QtDebugMsg:
        with suppress(OSError, ValueError):
            print(message, file=sys.stderr)


def about_program() -> list[str]:
    """Version, Python, Qt and platform, a short text each."""
    return [
        f"Headroom {PROGRAM_VERSION}",
        f"Python {platform.python_version()}",
        f"PySide6 {PySide6.__version__}, Qt {qVersion()}",
        f"{platform.platform(terse=True)} {platform.machine()}",
        f"screen plugin {QGuiApplication.platformName() or 'none'}",
    ]


def tail(lines: int = TAIL) -> str:
    """The newest lines of the log, and of a crash where there was one."""
    parts = []
    for file in (log_file(), log_folder() / "crash.log"):
        parts += read_text(file, LARGEST_READ).splitlines()[-lines:]
    return "\n".join(parts)


def diagnostics() -> str:
    """What a report of a fault needs; no folder of the user's is named in full."""
    return without_home("\n".join([*about_program(), "", tail()])) + "\n"
