"""Small things between the window and its system: displays, icons, folders and languages."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest
from PySide6.QtCore import QLocale, QStandardPaths

from engine.text import translate
from gui.document import orphans
from gui.document.orphans import LEFTOVER_AGE, MOST_ASIDE, OLDEST_ASIDE
from gui.system import display, icon, language, paths
from gui.system.settings_store import LARGEST, Store, _plain_or_none

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


class Function:
    """One of a C library, which writes down that it was called."""

    def __init__(self, name: str, called: list[tuple], gives: object) -> None:
        self.name, self._called, self._gives = name, called, gives

    def __call__(self, *arguments: object) -> object:
        self._called.append((self.name, *arguments))
        return self._gives


@pytest.fixture
def library(monkeypatch):
    """A C library whose functions give what is said of them."""

    def found(**functions: object) -> list[tuple]:
        called: list[tuple] = []
        made = {name: Function(name, called, gives) for name, gives in functions.items()}
        monkeypatch.setattr(display.ctypes, "CDLL", lambda name: SimpleNamespace(**made))
        return called

    return found


def test_that_a_compositor_is_asked_and_let_go(library, monkeypatch):
    monkeypatch.delenv("WAYLAND_SOCKET", raising=False)
    called = library(wl_display_connect=7, wl_display_disconnect=None)
    assert display._wayland_answers() is True
    assert called == [("wl_display_connect", None), ("wl_display_disconnect", 7)]
    called = library(wl_display_connect=None, wl_display_disconnect=None)
    assert display._wayland_answers() is False
    assert called == [("wl_display_connect", None)]
    monkeypatch.setenv("WAYLAND_SOCKET", "5")  # handed over open
    assert display._wayland_answers() is True
    assert len(called) == 1


def test_that_an_x_server_is_asked_and_let_go_whatever_it_says(library):
    for error, answers in ((0, True), (1, False)):
        called = library(xcb_connect=7, xcb_connection_has_error=error, xcb_disconnect=None)
        assert display._x_answers() is answers
        assert [name for name, *_ in called] == [
            "xcb_connect",
            "xcb_connection_has_error",
            "xcb_disconnect",
        ]


def test_that_without_the_library_no_display_answers(monkeypatch):
    def missing(name: str):
        raise OSError(name)

    monkeypatch.delenv("WAYLAND_SOCKET", raising=False)
    monkeypatch.setattr(display.ctypes, "CDLL", missing)
    assert display._x_answers() is False
    assert display._wayland_answers() is False


def test_that_a_display_that_nobody_wants_must_have_a_name(monkeypatch):
    for name in NAMES:
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(display, "_x_answers", lambda: True)
    monkeypatch.setattr(display, "_wayland_answers", lambda: True)
    assert not display._answers("wayland", False)
    assert display._answers("wayland", True)
    assert not display._answers("xcb", True)
    monkeypatch.setenv("DISPLAY", ":0")
    monkeypatch.setenv("WAYLAND_DISPLAY", "w")
    assert display._answers("xcb", False)
    assert display._answers("wayland", False)


def test_that_small_icons_have_a_drawing_of_their_own(qapp, monkeypatch):
    drawn = []
    real = icon._drawn

    def draw(name: str, size: int):
        drawn.append((name, size))
        return real(name, size)

    monkeypatch.setattr(icon, "_drawn", draw)
    found = icon.app_icon()
    small = [("headroom-small.svg", size) for size in (16, 24)]
    assert drawn == small + [("headroom.svg", size) for size in (32, 48, 64, 128, 256)]
    assert sorted(size.width() for size in found.availableSizes()) == [16, 24, 32, 48, 64, 128, 256]
    picture = found.pixmap(64, 64).toImage()
    assert any(picture.pixelColor(32, y).alpha() for y in range(64))


# Folders


def test_that_a_home_is_a_tilde_and_the_whole_disk_is_none(monkeypatch):
    monkeypatch.setattr(Path, "home", lambda: Path("/people/somebody"))
    assert paths.without_home("/people/somebody/plan and /tmp") == "~/plan and /tmp"
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
