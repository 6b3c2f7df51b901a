"""Small things between the window and its system: displays, faults, logs, icons and folders."""

from __future__ import annotations

import logging
import os
import subprocess
import sys
import threading
from pathlib import Path
from types import SimpleNamespace

import pytest
from PySide6.QtCore import QLocale, QStandardPaths, QtMsgType
from PySide6.QtWidgets import QWidget

from engine import ScenarioError
from engine.problems import Problem
from engine.text import translate
from gui.document import orphans
from gui.document.orphans import LEFTOVER_AGE, MOST_ASIDE, OLDEST_ASIDE
from gui.document.patience import GaveUpError, Patience
from gui.system import crash, display, icon, language, log, paths
from gui.system.crash import CrashHandler
from gui.system.settings_store import LARGEST, Store, _plain_or_none
from gui.system.start_up import StartUp

NAMES = ("DISPLAY", "WAYLAND_DISPLAY", "WAYLAND_SOCKET", "QT_QPA_PLATFORM")
LINUX = pytest.mark.skipif(
    sys.platform != "linux", reason="no SIGKILL on Windows: these displays are of Linux"
)


@pytest.fixture
def screens(monkeypatch):
    """Displays that answer or don't, and what the environment names."""

    def found(*answering: str, **environment: str) -> str | None:
        for name in NAMES:
            monkeypatch.delenv(name, raising=False)
        for name, value in environment.items():
            monkeypatch.setenv(name, value)
        monkeypatch.setattr(display, "_x_answers", lambda: "xcb" in answering)
        monkeypatch.setattr(display, "_wayland_answers", lambda: "wayland" in answering)
        return display.no_display()

    return found


@LINUX
def test_that_the_display_that_is_named_is_used_and_one_that_is_dead_is_said(screens):
    chosen = "QT_QPA_PLATFORM"
    assert screens("xcb", DISPLAY=":0") is None
    assert chosen not in os.environ  # as Qt would have chosen
    assert screens(DISPLAY=":0") == "The X display “:0” doesn't answer. "
    assert screens("xcb") == ""  # which has no name
    assert screens("wayland", WAYLAND_DISPLAY="w") is None
    assert chosen not in os.environ
    said = "The Wayland display “w” doesn't answer. "
    assert screens(WAYLAND_DISPLAY="w", DISPLAY=":0") == said


@LINUX
def test_that_another_display_that_answers_is_used_and_told(screens):
    assert screens("xcb", WAYLAND_DISPLAY="w", DISPLAY=":0") is None
    assert "QT_QPA_PLATFORM" not in os.environ or os.environ["QT_QPA_PLATFORM"] == "xcb"
    assert os.environ["QT_QPA_PLATFORM"] == "xcb"
    told = display.fallen_back(None)
    assert told == "The Wayland display “w” doesn't answer: the X display is used."
    assert display.fallen_back("xcb") == ""
    assert screens("wayland", QT_QPA_PLATFORM="xcb", WAYLAND_DISPLAY="w") is None
    assert os.environ["QT_QPA_PLATFORM"] == "wayland"
    assert display.fallen_back("xcb") == "There is no X display: the Wayland display is used."
    assert screens("wayland", QT_QPA_PLATFORM="xcb") == ""  # nobody asked for Wayland
    assert screens("wayland", QT_QPA_PLATFORM="wayland-egl") is None  # the usual one
    assert screens("xcb", QT_QPA_PLATFORM="wayland;xcb", DISPLAY=":0") is None
    assert os.environ["QT_QPA_PLATFORM"] == "xcb"


@LINUX
def test_that_what_needs_no_display_is_asked_for_none(screens):
    for plugin in ("offscreen", "vnc:size=800x600", "xcb;offscreen"):
        assert screens(QT_QPA_PLATFORM=plugin) is None
        assert os.environ["QT_QPA_PLATFORM"] == plugin
    assert display.fallen_back("xcb;offscreen") == ""
    assert screens(QT_QPA_PLATFORM="xcb:x", DISPLAY=":7") == "The X display “:7” doesn't answer. "
    assert screens(QT_QPA_PLATFORM="wayland") == "The Wayland display “wayland-0” doesn't answer. "


def test_that_a_display_handed_over_open_answers(screens):
    screens(WAYLAND_SOCKET="7")
    assert display._answers("wayland", False) is False  # as it was made to here
    assert display._wanted() == (["wayland", "xcb"] if sys.platform == "linux" else [])


def test_that_small_icons_have_a_drawing_of_their_own(qapp, monkeypatch):
    drawn = []
    monkeypatch.setattr(
        icon,
        "_drawn",
        lambda name, size, real=icon._drawn: drawn.append((name, size)) or real(name, size),
    )
    found = icon.app_icon()
    small = [("headroom-small.svg", size) for size in (16, 24)]
    assert drawn == small + [("headroom.svg", size) for size in (32, 48, 64, 128, 256)]
    assert sorted(size.width() for size in found.availableSizes()) == [16, 24, 32, 48, 64, 128, 256]
    picture = found.pixmap(64, 64).toImage()
    assert any(picture.pixelColor(32, y).alpha() for y in range(64))


# Folders


def test_that_a_home_is_a_tilde_and_the_whole_disk_is_none(monkeypatch):
    monkeypatch.setattr(Path, "home", lambda: Path("/home/somebody"))
    assert paths.without_home("/home/somebody/plan and /tmp") == "~/plan and /tmp"
    monkeypatch.setattr(Path, "home", lambda: Path("/"))
    assert paths.without_home("/tmp/plan") == "/tmp/plan"


def test_that_a_store_reads_no_more_than_a_million_bytes(tmp_path):
    file = tmp_path / "settings.conf"
    assert _plain_or_none(file)
    file.write_bytes(b"x" * LARGEST)
    assert LARGEST == 1_000_000
    assert _plain_or_none(file)
    file.write_bytes(b"x" * (LARGEST + 1))
    assert not _plain_or_none(file)
    assert not _plain_or_none(tmp_path)


def test_that_a_store_that_gave_up_remembers_what_it_had(qapp):
    store = Store()
    store.set("a/b", "c")
    store._give_up("gone")
    assert (store.trouble, store.value("a/b")) == ("gone", "c")
    store.set_all({"a/b": "d", "e": "f"})
    assert (store.value("a/b"), store.value("e")) == ("d", "f")
    store.remove("e")
    store.remove("e")
    assert store.value("e") is None
    assert Store().value("a/b") == "c"  # what was written is still there


@pytest.fixture
def aside(monkeypatch, tmp_path):
    """A folder for work that was left, with files of an age that is told."""
    ages: dict[str, float] = {}
    monkeypatch.setattr(orphans, "recovery_folder", lambda: tmp_path)
    monkeypatch.setattr(orphans, "_age", lambda file: ages.get(file.name, 0.0))

    def made(name: str, age: float) -> Path:
        ages[name] = age
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("")
        return tmp_path / name

    return made


def test_that_what_was_set_aside_goes_when_it_is_older_than_its_time(aside):
    kept = [aside("a.damaged", OLDEST_ASIDE), aside("b.part", LEFTOVER_AGE)]
    gone = [aside("c.damaged", OLDEST_ASIDE + 1), aside("d.part", LEFTOVER_AGE + 1)]
    assert orphans.something_left()
    orphans.clear_old()
    assert [file.exists() for file in kept] == [True, True]
    assert [file.exists() for file in gone] == [False, False]
    assert [one.file for one in orphans.damaged()] == kept[:1]


def test_that_a_hundred_are_kept_aside_the_newest(aside):
    files = [aside(f"{n:03}.damaged", float(n)) for n in range(102)]
    orphans.clear_old()
    assert MOST_ASIDE == 100
    assert [file.exists() for file in files] == [True] * 100 + [False] * 2


# Languages


def test_that_a_translation_as_old_as_its_source_is_new_enough(tmp_path):
    source, compiled = tmp_path / "x.ts", tmp_path / "x.qm"
    source.write_text("no source at all")
    compiled.write_bytes(b"compiled")
    for file in (source, compiled):
        os.utime(file, (1000, 1000))
    assert language.compile_translation(source, compiled) == compiled
    assert compiled.read_bytes() == b"compiled"
    os.utime(source, (1001, 1001))
    assert language.compile_translation(source, compiled) == compiled
    assert compiled.read_bytes() == b"compiled"  # nothing comes of what is no source


def test_that_a_translation_goes_beside_the_settings_where_its_folder_is_not_ours(
    monkeypatch, tmp_path
):
    cache = tmp_path / "cache"
    monkeypatch.setattr(QStandardPaths, "writableLocation", lambda _: str(cache))
    monkeypatch.setattr(os, "access", lambda *_: False)
    asked = []

    def run(command, **how):
        asked.append((command, how))
        Path(command[-1]).write_bytes(b"made")

    monkeypatch.setattr(subprocess, "run", run)
    target = language.compile_translation(tmp_path / "x.ts", tmp_path / "x.qm")
    assert target == cache / "x.qm"
    assert target.read_bytes() == b"made"
    [(command, how)] = asked
    assert command[1:5] == ["-silent", "-nounfinished", tmp_path / "x.ts", "-qm"]
    assert how == {"check": True, "timeout": 30}
    assert [file.name for file in cache.iterdir()] == ["x.qm"]


def test_that_each_language_has_its_name_its_numbers_and_its_locale(qapp):
    assert dict(language.languages()) == {"en": "English", "fr": "Français"}
    try:
        assert language.install_language(qapp, "fr") == language.spoken_language() == "fr"
        assert QLocale().name() == "fr_FR"
        assert translate("Key", "Shift") == "Maj"
        assert translate("Entries", "%n site(s)", "", 0) == "0 site"
        assert translate("Entries", "%n site(s)", "", 2) == "2 sites"
        assert translate("Nobody", "%n unknown word(s)", "", 1) == "1 unknown word"
        assert translate("Nobody", "unknown word(s)") == "unknown word(s)"
    finally:
        assert language.install_language(qapp, "en") == "en"
    assert QLocale().name() == "en_US"
    assert translate("Key", "Shift") == "Shift"


# Faults


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


def test_that_copied_diagnostics_are_those_of_the_log(qapp, monkeypatch):
    monkeypatch.setattr(log, "diagnostics", lambda: "all that is known")
    crash.copy_diagnostics()
    assert qapp.clipboard().text() == "all that is known"
