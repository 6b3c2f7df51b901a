"""The app as a user starts it, on a real X server of its own, moved by real pointer events."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

MISSING = [name for name in ("Xvfb", "xdotool") if shutil.which(name) is None]

pytestmark = [
    pytest.mark.skipif(sys.platform != "linux", reason="Xvfb is for Linux"),
    pytest.mark.skipif(bool(MISSING), reason=f"Xvfb or xdotool is not installed: {MISSING}"),
]

ROOT = Path(__file__).parents[2]
PATIENCE = 30.0  # seconds until something is given up on


def eventually(check: Callable[[], bool], what: str) -> None:
    end = time.monotonic() + PATIENCE
    while not check():
        assert time.monotonic() < end, f"waited in vain for {what}"
        time.sleep(0.05)


@pytest.fixture
def display() -> Iterator[str]:
    """A screen without a window manager."""
    read, write = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(write), "-screen", "0", "1700x1100x24", "-nolisten", "tcp"],
        pass_fds=[write],
        stderr=subprocess.DEVNULL,
    )
    os.close(write)
    with os.fdopen(read) as pipe:
        number = pipe.readline().strip()
    yield f":{number}"
    server.terminate()
    server.wait(PATIENCE)


@pytest.fixture
def desktop(display: str, tmp_path: Path) -> dict[str, str]:
    """The environment of a user's session on that screen."""
    kept = {k: v for k, v in os.environ.items() if k != "QT_QPA_PLATFORM"}
    home = {"HOME": str(tmp_path), "XDG_CONFIG_HOME": str(tmp_path / "config")}
    return {**kept, **home, "DISPLAY": display, "QT_QPA_PLATFORM": "xcb"}


def xdotool(desktop: dict[str, str], *words: str) -> str:
    done = subprocess.run(
        ["xdotool", *words], env=desktop, capture_output=True, text=True, check=False, timeout=60
    )
    return done.stdout.strip()


def test_that_the_window_opens_and_a_real_drag_changes_the_scenario(desktop, tmp_path):
    log = tmp_path / "log.txt"
    with log.open("w") as file:
        app = subprocess.Popen([sys.executable, "-m", "gui"], env=desktop, stderr=file)
    try:
        title = "The announcement of October 2025"

        def window() -> str:
            found = xdotool(desktop, "search", "--onlyvisible", "--name", title)
            return found.splitlines()[0] if found else ""

        eventually(lambda: bool(window()), "the window")
        name = xdotool(desktop, "getwindowname", window())
        assert name == f"{title} - Headroom"

        def dragged() -> bool:
            drag_growth(desktop, window())
            return xdotool(desktop, "getwindowname", window()) == f"{title}* - Headroom"

        eventually(dragged, "the modified mark after a drag")
        xdotool(desktop, "key", "--window", window(), "ctrl+z")
        eventually(lambda: bool(workers(app.pid)), "a process that draws worlds")
        beside = workers(app.pid)
        assert app.poll() is None
    finally:
        app.terminate()
        app.wait(PATIENCE)
    eventually(lambda: not any(Path(f"/proc/{worker}").exists() for worker in beside), "its end")
    assert log.read_text() == ""


def workers(process: int) -> list[str]:
    """The processes that this one has begun to compute for it."""
    children = Path(f"/proc/{process}/task").glob("*/children")
    begun = " ".join(child.read_text() for child in children).split()
    return [pid for pid in begun if "spawn_main" in Path(f"/proc/{pid}/cmdline").read_text()]


def drag_growth(desktop: dict[str, str], window: str) -> None:
    """Take the handle of the first lever, wherever along its track, and pull it right."""
    geometry = xdotool(desktop, "getwindowgeometry", "--shell", window)
    place = dict(line.split("=") for line in geometry.splitlines())
    left, top = int(place["X"]), int(place["Y"])
    for y in range(top + 100, top + 240, 8):  # the track is in there, whatever the font says
        xdotool(desktop, "mousemove", str(left + 100), str(y), "mousedown", "1")
        xdotool(desktop, "mousemove", str(left + 140), str(y))
        xdotool(desktop, "mousemove", str(left + 160), str(y), "mouseup", "1")


FONTS_OF_A_THEME = "[General]\nmenuFont=DejaVu Sans,16\ntoolBarFont=DejaVu Sans,16\n"
ASK_FONTS = """
from gui.system.application import make_application
app = make_application()
from PySide6.QtWidgets import QApplication, QMenu, QMenuBar, QToolButton
from gui.widgets.style import KINDS
fonts = [QApplication.font(kind) for kind in KINDS]
fonts += [kind().font() for kind in (QMenu, QMenuBar, QToolButton)]
print(*{f"{font.family()} {font == app.font()}" for font in fonts})
"""


def test_that_menus_and_tips_start_in_the_font_of_the_window_whatever_the_theme_has(
    desktop, tmp_path
):
    """Windows and KDE have fonts of their own for kinds of widgets."""
    (tmp_path / "config").mkdir()
    (tmp_path / "config" / "kdeglobals").write_text(FONTS_OF_A_THEME)
    kde = {"XDG_CURRENT_DESKTOP": "KDE", "KDE_FULL_SESSION": "true", "KDE_SESSION_VERSION": "5"}
    done = subprocess.run(
        [sys.executable, "-c", ASK_FONTS],
        cwd=ROOT,
        env={**desktop, **kde},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stdout) == (0, "Inter True\n"), done.stderr
