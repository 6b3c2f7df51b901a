"""Faults and waits: what is said of them, what is logged, and that the window goes on."""

from __future__ import annotations

import logging
import sys
import threading
from pathlib import Path
from types import SimpleNamespace

import pytest
from PySide6.QtCore import Qt, QTimer, QtMsgType
from PySide6.QtWidgets import QProgressDialog, QPushButton, QWidget

from engine import ScenarioError
from engine.problems import Problem
from gui.document.patience import GaveUpError, Patience
from gui.system import crash, log
from gui.system.crash import CrashHandler
from gui.system.start_up import StartUp


class Bar:
    """What is said in the window."""

    def __init__(self) -> None:
        self.said: list[tuple[str, bool, list[str]]] = []

    def say(self, text, *, error=False, actions=()):
        self.said.append((text, error, [name for name, _ in actions]))


def test_that_a_fault_is_said_on_one_line_with_what_became_of_the_work(qapp):
    bar, kept = Bar(), []
    handler = CrashHandler(lambda: kept.append("kept"), bar)
    handler._tell("ValueError: a\n b" + "c" * 500)
    handler._tell("KeyError: 'x'")
    (first, error, actions), (second, _, _) = bar.said
    shown = ("ValueError: a b" + "c" * 500)[:200]
    safe = "Your work is kept in a recovery file; save it to be sure."
    assert first == f"Something went wrong in Headroom ({shown}). {safe}"
    assert (error, actions, kept) == (True, ["Copy diagnostics"], ["kept", "kept"])
    assert second.startswith("Something went wrong in Headroom (KeyError: 'x')")


@pytest.mark.parametrize("error", [OSError("full"), ScenarioError(Problem("", "", "large"))])
def test_that_work_that_cannot_be_kept_is_to_be_saved(qapp, error):
    def keep() -> None:
        raise error

    bar = Bar()
    CrashHandler(keep, bar)._tell("x")
    assert bar.said[0][0].endswith("Please save your work now.")


def test_that_a_fault_while_a_fault_is_told_is_not_told(qapp):
    bar = Bar()
    handler = CrashHandler(lambda: handler._tell("inner"), bar)
    handler._tell("outer")
    assert len(bar.said) == 1
    handler._tell("again")
    assert len(bar.said) == 2


def test_that_the_hooks_are_taken_and_given_back(qapp, monkeypatch):
    went = []
    monkeypatch.setattr(sys, "excepthook", lambda *args: went.append(args[0]))
    monkeypatch.setattr(threading, "excepthook", threading.excepthook)
    before = (sys.excepthook, threading.excepthook)
    handler = CrashHandler(lambda: None, Bar())
    told = []
    handler._failed.connect(told.append)
    handler.install()
    assert sys.excepthook == handler._hook
    assert threading.excepthook == handler._thread_hook
    sys.excepthook(KeyboardInterrupt, KeyboardInterrupt(), None)
    assert (went, told) == ([KeyboardInterrupt], [])
    sys.excepthook(ValueError, ValueError("x"), None)
    threading.excepthook(
        SimpleNamespace(exc_type=KeyError, exc_value=KeyError("y"), exc_traceback=None)
    )
    threading.excepthook(SimpleNamespace(exc_type=KeyError, exc_value=None, exc_traceback=None))
    assert told == ["ValueError: x", "KeyError: 'y'"]
    handler.uninstall()
    assert (sys.excepthook, threading.excepthook) == before


def test_that_qt_s_messages_keep_their_weight_in_the_log(monkeypatch, capsys):
    logged = []
    monkeypatch.setattr(log.LOG, "log", lambda level, *said: logged.append((level, *said)))
    kinds = {
        QtMsgType.QtDebugMsg: logging.DEBUG,
        QtMsgType.QtInfoMsg: logging.INFO,
        QtMsgType.QtWarningMsg: logging.WARNING,
        QtMsgType.QtCriticalMsg: logging.ERROR,
        QtMsgType.QtFatalMsg: logging.CRITICAL,
    }
    for number, (kind, level) in enumerate(kinds.items()):
        log._from_qt(kind, None, f"word {number}")
        assert logged[-1] == (level, "Qt: %s", f"word {number}")
    assert capsys.readouterr().err == "word 1\nword 2\nword 3\nword 4\n"


def test_that_the_end_of_the_log_and_of_a_crash_are_told(monkeypatch, tmp_path):
    monkeypatch.setattr(log, "log_folder", lambda: tmp_path)
    assert log.tail() == ""
    (tmp_path / "headroom.log").write_text("\n".join(f"line {n}" for n in range(100)))
    assert log.tail().splitlines() == [f"line {n}" for n in range(40, 100)]
    assert log.tail(2) == "line 98\nline 99"
    (tmp_path / "crash.log").write_text("fault 1\nfault 2\nfault 3\n")
    assert log.tail(2) == "line 98\nline 99\nfault 2\nfault 3"
    monkeypatch.setattr(Path, "home", lambda: tmp_path)
    (tmp_path / "headroom.log").write_text(f"opened {tmp_path}/plan")
    said = log.diagnostics()
    assert "\n\nopened ~/plan\n" in said
    assert said.startswith("Headroom ")
    assert said.endswith("fault 3\n")


def test_that_a_start_goes_on_without_what_failed_and_says_so_once(qapp):
    def fail(text: str):
        raise OSError(text)

    start, bar = StartUp(), Bar()
    assert start.attempt("log", lambda: 7, 8) == 7
    start.tell(bar)
    assert bar.said == []
    assert start.attempt("log", lambda: fail("a\n b" + "c" * 300), 8) == 8
    shown = ("OSError: a b" + "c" * 300)[:120]
    assert start.failed == [f"log ({shown})"]
    for number in range(4):
        start.note(f"step {number}", "why")
    start.tell(bar)
    assert bar.said[0][0].startswith("Headroom started without: log (OSError: a b")
    assert bar.said[0][0].endswith("step 3 (why).")
    assert bar.said[0][1]
    start.tell(bar)
    assert len(bar.said) == 1
    for number in range(7):
        start.do(f"step {number}", lambda: fail("x"))
    start.tell(bar)
    assert "step 4 (OSError: x)" in bar.said[1][0]
    assert bar.said[1][0].endswith("and 2 more.")
    assert "step 5" not in bar.said[1][0]


# Waiting for a drive


def test_that_what_is_over_soon_is_given_and_what_it_raises_is_raised(qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    patience = Patience(window)
    patience._show = lambda errand, text: pytest.fail("a bar is shown")
    assert patience.wait(lambda: 7) == 7
    with pytest.raises(OSError, match="gone"):
        patience.wait(lambda: (_ for _ in ()).throw(OSError("gone")))


def test_that_a_bar_is_shown_where_it_takes_longer_and_can_be_given_up(qtbot, monkeypatch):
    monkeypatch.setattr("gui.document.patience.PATIENCE", 0.01)
    window = QWidget()
    qtbot.addWidget(window)
    patience, go_on = Patience(window), threading.Event()
    shown = []

    def show(errand, text):
        shown.append(text)
        go_on.set()
        assert errand.wait(20)

    patience._show = show
    assert patience.wait(lambda: go_on.wait(20), "Waiting for this") is True
    go_on.clear()
    assert patience.wait(lambda: go_on.wait(20)) is True
    assert shown == ["Waiting for this", "Waiting for the drive…"]
    go_on.clear()
    patience._show = lambda errand, text: None  # nobody waits any longer
    with pytest.raises(GaveUpError, match="the drive does not answer"):
        patience.wait(lambda: go_on.wait(20))
    go_on.set()


def test_that_the_bar_goes_when_it_is_over_and_when_nobody_waits(qtbot, monkeypatch):
    monkeypatch.setattr("gui.document.patience.PATIENCE", 0.01)
    window, go_on = QWidget(), threading.Event()
    qtbot.addWidget(window)
    seen = []

    def look(then) -> None:
        """At the bar, once it is shown."""
        bars = [bar for bar in window.findChildren(QProgressDialog) if bar.isVisible()]
        if not bars:
            QTimer.singleShot(5, lambda: look(then))
            return
        [bar] = bars
        seen.append((bar.labelText(), bar.minimum(), bar.maximum(), bar.windowModality()))
        then(bar)

    QTimer.singleShot(5, lambda: look(lambda bar: go_on.set()))
    assert Patience(window).wait(lambda: go_on.wait(20), "Reading") is True
    go_on.clear()
    QTimer.singleShot(5, lambda: look(lambda bar: bar.findChild(QPushButton).click()))
    with pytest.raises(GaveUpError):
        Patience(window).wait(lambda: go_on.wait(20), "Writing")
    go_on.set()
    modal = Qt.WindowModality.ApplicationModal
    assert seen == [("Reading", 0, 0, modal), ("Writing", 0, 0, modal)]
    assert not [bar for bar in window.findChildren(QProgressDialog) if bar.isVisible()]


def test_that_copied_diagnostics_are_those_of_the_log(qapp, monkeypatch):
    monkeypatch.setattr(log, "diagnostics", lambda: "all that is known")
    crash.copy_diagnostics()
    assert qapp.clipboard().text() == "all that is known"
