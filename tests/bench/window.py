"""The window's two promises: a lever moved is pixels painted, and the first chart comes soon."""

from __future__ import annotations

import gc
import os
import statistics
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory
from time import monotonic, thread_time

import drag
import numpy as np
from matplotlib_peer import Dashboard
from painting import (
    Paints,
    delete,
    on_screen,
    rounds_of_events,
    settings_apart,
    without_empty_warnings,
)
from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QSlider
from timing import Row

from engine import Scenario, simulate
from gui.charts.chart_spec import ChartSpec
from gui.run.memory import share_one_heap
from gui.system.application import make_application
from gui.window.main_window import MainWindow

DRAG_SECONDS = 60.0
PEER = "matplotlib Qt"

FRAME_TARGET_MS = 8.3
P95_TO_MEDIAN = 2  # at most
FRAMES_PER_LEVER = 80  # a share's slider has 100 positions, and each frame needs a new one
WARM_UP_FRAMES = 8
FROM_SHARE, TO_SHARE = 0.1, 0.9  # of the slider's length
TURN = 10  # frames of the window, then the peer's: the first of a turn finds cold caches, untimed
PEER_EVERY = 2  # frames: the peer takes so long

START_TARGET_MS = 1500.0
STARTS = 5
START_LIMIT_SECONDS = 60


def rows(seconds: float = DRAG_SECONDS) -> list[Row]:
    """The lines of this section; `seconds` is how long every lever is dragged at random."""
    with opened(drag.WINDOW_SIZE) as (window, peer):
        frame = frame_row(window, peer, "at 1600x1000", FRAME_TARGET_MS)
        peers = Dashboards(window, peer)
        dragged = drag.drag(window, peers.peer_frame, seconds)
        size = (peer.canvas.width(), peer.canvas.height())
    return [frame, *drag.rows_of(dragged, seconds, PEER), _start_row(size)]


@contextmanager
def opened(size: tuple[int, int]) -> Iterator[tuple[MainWindow, Dashboard]]:
    """The window in a size, and its peer as large as the window's page."""
    share_one_heap()
    app = make_application()
    without_empty_warnings()
    with settings_apart():
        window = drag.open_window(size)
        page = window.pages["overview"]
        peer = Dashboard(window.result, (page.width(), page.height()))
        peer.show()
        app.processEvents()
        yield window, peer
        window.session.history.clear()
        delete(window, peer)


# Lever moved to pixels painted


@dataclass
class Frames:
    """What the frames of all levers took [s]."""

    own: list[float] = field(default_factory=list)
    cpu: list[float] = field(default_factory=list)  # of the window's own thread
    peer: list[float] = field(default_factory=list)
    engine_ms: list[float] = field(default_factory=list)
    by_lever: dict[str, float] = field(default_factory=dict)
    worlds: Counter[int] = field(default_factory=Counter)  # frames by the worlds in their bands
    behind: list[int] = field(default_factory=list)  # frames that the bands were, in each


class Dashboards:
    """The window and its peer, one frame at a time, and never a frame that was not painted."""

    def __init__(self, window: MainWindow, peer: Dashboard) -> None:
        self._window = window
        self._peer = peer
        self._charts = window.pages["overview"].charts
        self._paints = Paints({key: c.plot.viewport() for key, c in self._charts.items()})
        self._peer_paints = Paints({"canvas": peer.canvas})
        # what was painted before the new result came does not count
        window.runner.finished.connect(self._paints.counts.clear)

    def frame(self, slider: QSlider, position: int, *, look: bool) -> tuple[float, float]:
        """Move the slider; the time until every chart that changed was painted, and its CPU [s].

        With `look` the screen's pixels are compared too. Nothing but the frame itself is timed.
        """
        result_before, specs_before = self._window.result, self._specs()
        pixels_before = on_screen(self._window) if look else None
        begin, cpu = monotonic(), thread_time()
        slider.setValue(position)
        for _ in rounds_of_events():
            if self._window.result is not result_before:
                break
        done = self._paints.settle()
        specs = self._specs()
        changed = {key for key in specs if _differ(specs_before[key], specs[key])}
        if not changed:
            raise RuntimeError(f"no chart changed when the lever moved to {position}")
        if unpainted := changed - set(self._paints.counts):
            raise RuntimeError(f"changed but not painted: {', '.join(sorted(unpainted))}")
        if pixels_before is not None:
            self._look(pixels_before, on_screen(self._window), changed)
        return done - begin, self._paints.spent - cpu

    def peer_frame(self, scenario: Scenario) -> float:
        """The peer runs and shows a scenario; the time until it was painted [s]."""
        self._peer_paints.counts.clear()
        begin = monotonic()
        self._peer.show_result(simulate(scenario))
        return self._peer_paints.settle() - begin

    def _specs(self) -> dict[str, ChartSpec]:
        return {key: chart.plot.spec for key, chart in self._charts.items() if chart.plot.spec}

    def _look(self, before: QImage, after: QImage, changed: set[str]) -> None:
        """Every changed chart's pixels on the screen are other ones."""
        for key in changed:
            view = self._charts[key].plot
            ratio = after.devicePixelRatio()
            corner = view.mapTo(self._window, QPoint(0, 0)) * ratio
            place = QRect(corner, view.size() * ratio)  # an image counts the screen's pixels
            if before.copy(place) == after.copy(place):
                raise RuntimeError(f"{key} changed, and its pixels on the screen did not")


def _differ(before: ChartSpec, after: ChartSpec) -> bool:
    if len(before.parts) != len(after.parts):
        return True
    return not all(
        np.array_equal(old.values, new.values, equal_nan=True)
        for old, new in zip(before.parts, after.parts, strict=True)
    )


def _sliders(window: MainWindow) -> dict[str, QSlider]:
    levers = window.levers
    return {
        "growth": levers.row("revenue_growth").line.slider,
        "TPU share": levers.row("mix").lines["tpu"].slider,
        "power": levers.row("power_budget_gw").line.slider,
    }


def frame_row(window: MainWindow, peer: Dashboard, where: str, target: float) -> Row:
    """The line of three levers' drags, bands on; the peer draws no bands."""
    dashboards, frames = Dashboards(window, peer), Frames()
    gc.collect()
    gc.freeze()  # or each dashboard's garbage has the other's imports searched as well
    for name, slider in _sliders(window).items():
        _drag(dashboards, window, name, slider, frames)
    gc.unfreeze()
    own = [seconds * 1e3 for seconds in frames.own]
    levers = ", ".join(f"{name} {ms:.1f}" for name, ms in frames.by_lever.items())
    median, pixels = statistics.median(own), _pixels(window)
    return Row(
        f"Lever to pixels painted, {where}",
        median,
        target,
        PEER,
        statistics.median(frames.peer) * 1e3,
        f"{len(own)} frames of {pixels}: {levers}; worst {max(own):.1f}; "
        f"own thread's CPU {statistics.median(frames.cpu) * 1e3:.1f}, "
        f"p95 {np.percentile(frames.cpu, 95) * 1e3:.1f}; "
        f"the run {statistics.median(frames.engine_ms):.1f} of it; "
        f"{drag.bands_words(frames.worlds, frames.behind)}",
        float(np.percentile(own, 95)),
        P95_TO_MEDIAN * median,
    )


def _pixels(window: MainWindow) -> str:
    ratio = window.devicePixelRatioF()
    return f"{window.width() * ratio:.0f}x{window.height() * ratio:.0f} pixels"


def _drag(
    dashboards: Dashboards, window: MainWindow, name: str, slider: QSlider, frames: Frames
) -> None:
    """One drag of one slider, by its handle, along most of its length and let go."""
    shares = np.linspace(FROM_SHARE, TO_SHARE, FRAMES_PER_LEVER + 1)
    # a short slider has fewer positions than that, and no frame comes of one it has already
    path = list(dict.fromkeys(round(slider.maximum() * share) for share in shares))
    slider.setSliderDown(True)
    for position in path[WARM_UP_FRAMES::-1]:  # back to where the path begins
        if position != slider.value():
            dashboards.frame(slider, position, look=False)
    own: list[float] = []
    seen: list[Scenario] = []
    for start in range(1, len(path), TURN):
        times, scenarios = [], []
        for number, position in enumerate(path[start : start + TURN]):
            times.append(dashboards.frame(slider, position, look=number == 0))
            scenarios.append(window.session.scenario)
            frames.engine_ms.append(window.runner.milliseconds)
            seen.append(window.session.scenario)
            drag.note_bands(window, seen, frames.worlds, frames.behind)
        own += [wall for wall, _ in times[1:]]
        frames.cpu += [cpu for _, cpu in times[1:]]
        peer = [dashboards.peer_frame(scenario) for scenario in scenarios[::PEER_EVERY]]
        frames.peer += peer[1:]
    slider.setSliderDown(False)
    frames.own += own
    frames.by_lever[name] = statistics.median(own) * 1e3
    window.edit.undo()  # the whole drag is one step
    QApplication.processEvents()


# Start to first chart


def _start_row(size: tuple[int, int]) -> Row:
    own: list[float] = []
    peer: list[float] = []
    with TemporaryDirectory(prefix="headroom-bytecode-") as bytecode:
        for _ in range(STARTS + 1):
            own.append(_start(bytecode, "headroom", *map(str, drag.WINDOW_SIZE)))
            peer.append(_start(bytecode, "matplotlib", *map(str, size)))
    del own[0], peer[0]  # a cold disk's, Python's own compiling, and matplotlib's list of fonts
    return Row(
        "Start to first chart",
        statistics.median(own),
        START_TARGET_MS,
        PEER,
        statistics.median(peer),
        f"{STARTS} processes, files warm; worst {max(own):.0f}",
    )


def _start(bytecode: str, *arguments: str) -> float:
    """From before the process is made until it had painted [ms], on one and the same clock.

    What Python compiled at an earlier start is there, as it is for a user, whatever the settings
    of whoever measures.
    """
    environment = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
    script = Path(__file__).with_name("first_chart.py")
    begin = monotonic()
    child = subprocess.run(
        [sys.executable, str(script), *arguments],
        env=environment | {"PYTHONPYCACHEPREFIX": bytecode},
        stdout=subprocess.PIPE,
        text=True,
        check=True,
        timeout=START_LIMIT_SECONDS,
    )
    return (float(child.stdout.split()[-1]) - begin) * 1e3
