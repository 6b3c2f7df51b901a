"""What a walk through the packed app needs: a screen, a hand on it, and patience."""

from __future__ import annotations

import contextlib
import os
import re
import subprocess
import time
from collections.abc import Callable, Iterator
from pathlib import Path

PATIENCE = 60.0  # seconds


class WalkError(Exception):
    """What a person would have stumbled over."""


def until(check: Callable[[], bool], what: str, patience: float = PATIENCE) -> None:
    end = time.monotonic() + patience
    while not check():
        if time.monotonic() > end:
            raise WalkError(f"waited in vain for {what}")
        time.sleep(0.1)


class Hand:
    """Looks at one screen and moves things on it, by real events; keeps a picture of each step."""

    def __init__(self, display: str, pictures: Path) -> None:
        self.pictures = pictures
        self.screen = {**os.environ, "DISPLAY": display}
        self.count = 0

    def picture(self, what: str) -> None:
        self.count += 1
        target = self.pictures / f"{self.count:02d}-{what}.png"
        subprocess.run(["import", "-window", "root", target], env=self.screen, check=True)
        print(f"   {target.name}", flush=True)

    def xdotool(self, *words: str) -> str:
        done = subprocess.run(
            ["xdotool", *words], env=self.screen, capture_output=True, text=True, check=False
        )
        return done.stdout.strip()

    def key(self, *keys: str) -> None:
        """One after another, as fast as a person who knows them."""
        for key in keys:
            self.xdotool("key", key)
            time.sleep(0.3)

    def type(self, text: str) -> None:
        self.xdotool("type", "--delay", "30", text)
        time.sleep(0.3)

    def windows(self, title: str) -> list[str]:
        return self.xdotool("search", "--onlyvisible", "--name", title).split()

    def titles(self) -> list[str]:
        """Of Headroom's windows, as a rule one."""
        return [self.xdotool("getwindowname", window) for window in self.windows("Headroom$")]

    def title(self) -> str:
        """Of the window last opened, empty where there is none."""
        return (self.titles() or [""])[-1]

    def await_title(self, pattern: str, patience: float = PATIENCE) -> None:
        until(
            lambda: any(re.search(pattern, title) for title in self.titles()),
            f"a title like {pattern}",
            patience,
        )
        time.sleep(2)  # a person looks, and the bands come in

    def place(self, window: str) -> tuple[int, int, int, int]:
        """Left, top, width and height on the screen."""
        told = self.xdotool("getwindowgeometry", "--shell", window)
        found = dict(line.split("=") for line in told.splitlines())
        left, top, width, height = (int(found[key]) for key in ("X", "Y", "WIDTH", "HEIGHT"))
        return left, top, width, height

    def drag_growth(self) -> None:
        """Take the handle of the first lever, wherever along its track, and pull it right."""
        window = self.windows("Headroom$")[-1]
        self.xdotool("windowactivate", window)
        left, top, _, _ = self.place(window)
        for y in range(top + 90, top + 260, 6):
            self.xdotool("mousemove", str(left + 100), str(y), "mousedown", "1")
            for x in (140, 170, 200):
                self.xdotool("mousemove", str(left + x), str(y))
            self.xdotool("mouseup", "1")
            time.sleep(0.1)
            if "*" in self.title():
                return
        raise WalkError("no lever moved")


@contextlib.contextmanager
def screen() -> Iterator[str]:
    """A screen with a window manager; its name."""
    read, write = os.pipe()
    words = ["-displayfd", str(write), "-screen", "0", "1600x1000x24", "-nolisten", "tcp", "-ac"]
    server = subprocess.Popen(["Xvfb", *words], pass_fds=[write], stderr=subprocess.DEVNULL)
    os.close(write)
    with os.fdopen(read) as pipe:
        display = f":{pipe.readline().strip()}"
    manager = subprocess.Popen(
        ["openbox"], env={**os.environ, "DISPLAY": display}, stderr=subprocess.DEVNULL
    )
    try:
        time.sleep(1)
        yield display
    finally:
        for process in (manager, server):
            process.terminate()
            process.wait(PATIENCE)
