"""A minute of random drags of levers and bars, at a hand's pace, with bands and foresight on."""

from __future__ import annotations

import gc
import os
import random
import statistics
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial
from time import monotonic, sleep, thread_time

import numpy as np
from painting import Paints, rounds_of_events
from PySide6.QtCore import QEvent, QEventLoop, QObject, QPointF, Qt, QTimer, Slot
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication, QWidget
from timing import Row

from engine import PARAMETERS, Scenario
from gui.app import GIVE_WAY
from gui.document import templates
from gui.levers.number_line import NumberLine
from gui.run import band_runner
from gui.run.housekeeping import Housekeeping
from gui.system.worker_process import cores
from gui.timeline.lane_table import LANES
from gui.window.main_window import MainWindow

WINDOW_SIZE = (1600, 1000)
SEED = 7
FRAME_SECONDS = 1 / 60  # a hand's mouse says where it is this often
FRAMES_A_DRAG = 30  # so that a minute has room for a drag of every lever
WARM_UP_DRAGS = 6
DRAGS_A_BAR = 6  # every sixth drag is of a bar of the timeline
LONGEST_STEP = 0.04  # of the track, in one frame
PEER_FRAMES = 2  # after each drag
MEDIAN_MS, P95_MS, WORST_MS = 16.7, 33.0, 50.0
PAGE_BYTES = os.sysconf("SC_PAGE_SIZE") if hasattr(os, "sysconf") else 4096


@dataclass
class Drag:
    """What the minute's frames took, and what it left behind."""

    wall: list[float] = field(default_factory=list)  # [s], each
    cpu: list[float] = field(default_factory=list)  # of the window's own thread
    peer: list[float] = field(default_factory=list)
    levers: set[str] = field(default_factory=set)
    most_behind: int = 0  # scenarios asked for and not yet shown, at a frame's end
    bands: int = 0  # pictures of drawn worlds that came meanwhile
    worlds: Counter[int] = field(default_factory=Counter)  # frames by the worlds in their bands
    behind: list[int] = field(default_factory=list)  # frames that the bands were, in each
    megabytes: float = 0.0
    nones: int = 0  # references to None, more or fewer than before
    slow: list[str] = field(default_factory=list)


class RandomHand(QObject):
    """Drags levers of a window at random and times each frame until it was painted."""

    def __init__(self, window: MainWindow, peer: object, seed: int = SEED) -> None:
        super().__init__()
        self._window = window
        self._peer = peer
        self._random = random.Random(seed)
        self._paints = Paints(painted_of(window))
        self._changes = 0
        self._shown = 0
        self._seen: list[Scenario] = []
        self.drag = Drag()
        window.session.scenario_changed.connect(self._change)
        window.runner.finished.connect(self._show)
        window.presenter.bands.banded.connect(self._band)

    @Slot()
    def _change(self) -> None:
        self._changes += 1

    @Slot()
    def _show(self) -> None:
        self._shown = self._changes
        self._paints.counts.clear()  # what was painted before does not count

    @Slot()
    def _band(self) -> None:
        self.drag.bands += 1

    def lines(self) -> list[tuple[str, NumberLine]]:
        """Every lever with a slider, by key; families and shares have one each."""
        found: list[tuple[str, NumberLine]] = []
        for row in PARAMETERS:
            lines = getattr(self._window.levers.row(row.key), "lines", {})
            found += [(row.key, line) for line in lines.values() if not row.is_name]
        return found

    def rounds(self) -> Iterator[tuple[str, NumberLine]]:
        """One line of each lever in random order, again and again."""
        by_key: dict[str, list[NumberLine]] = {}
        for key, line in self.lines():
            by_key.setdefault(key, []).append(line)
        keys = list(by_key)
        while True:
            self._random.shuffle(keys)
            yield from ((key, self._random.choice(by_key[key])) for key in keys)

    def show_all(self) -> None:
        """Have the row of every lever made: that happens when it is first seen."""
        for key in dict.fromkeys(key for key, _ in self.lines()):
            self._window.levers.show_lever(key)
            QApplication.processEvents()

    def drag_one(self, key: str, line: NumberLine, *, undo: bool = True) -> list[Scenario]:
        """One drag: there and about, and let go; the scenarios it went through."""
        self._window.levers.show_lever(key)
        self._settle()
        slider, seen = line.slider, []
        place = slider.value() / slider.maximum()
        step = self._random.uniform(-LONGEST_STEP, LONGEST_STEP)
        slider.setSliderDown(True)
        due = monotonic()
        for _ in range(FRAMES_A_DRAG):
            step = 0.8 * step + 0.2 * self._random.uniform(-LONGEST_STEP, LONGEST_STEP) * 2
            if not 0 <= place + step <= 1:
                step = -step
            place = min(max(place + step, 0.0), 1.0)
            position = round(place * slider.maximum())
            if position == slider.value():  # a coarse lever: the next position, or none moves
                position += 1 if position < slider.maximum() else -1
            self._frame(key, slider.setValue, position)
            seen.append(self._window.session.scenario)
            due = max(due + FRAME_SECONDS, monotonic())
            while (left := due - monotonic()) > 0:  # the rest of the tick is the window's
                QApplication.processEvents()
                sleep(min(left, 0.001))
        slider.setSliderDown(False)
        if undo:
            self._window.edit.undo()
        self._settle()
        return seen

    def drag_bar(self) -> list[Scenario]:
        """One drag of a bar of the timeline: sideways, as a hand does, and let go."""
        lanes = self._window.overview.timeline.lanes
        shown = [(bar, box) for lane in LANES for bar, box in lanes.board.shown(lane.key)]
        bar, box = self._random.choice([each for each in shown if not each[0].fixed])
        at, seen = QPointF(box.left() + box.width() / 3, box.center().y()), []
        self._settle()
        _send(lanes, QEvent.Type.MouseButtonPress, at)
        due, month = monotonic(), lanes.board.month_width
        for _ in range(FRAMES_A_DRAG):
            at += QPointF(self._random.choice((-1, 1)) * month, 0)
            self._frame(f"bar of {bar.lane}", partial(_send, lanes, QEvent.Type.MouseMove), at)
            seen.append(self._window.session.scenario)
            due = max(due + FRAME_SECONDS, monotonic())
            while (left := due - monotonic()) > 0:
                QApplication.processEvents()
                sleep(min(left, 0.001))
        _send(lanes, QEvent.Type.MouseButtonRelease, at)
        self._window.edit.undo()
        self._settle()
        return seen

    def _frame(self, key: str, move: object, position: object) -> None:
        self._paints.counts.clear()
        before = self._changes
        wall, cpu = monotonic(), thread_time()
        move(position)  # type: ignore[operator]
        if self._changes == before:
            return  # refused, or of no other value
        done, spent, shown_at = wall, cpu, -1
        for number, _ in enumerate(rounds_of_events()):
            painted = self._paints.counts.total()
            if painted:
                done, spent = monotonic(), thread_time()
            if self._shown == self._changes:
                if shown_at < 0:
                    shown_at, last = number, painted
                    done, spent = monotonic(), thread_time()
                elif painted == last:
                    break
                last = painted
        self.drag.wall.append(done - wall)
        self.drag.cpu.append(spent - cpu)
        self.drag.levers.add(key)
        self._seen = [*self._seen[-FRAMES_A_DRAG:], self._window.session.scenario]
        note_bands(self._window, self._seen, self.drag.worlds, self.drag.behind)
        self.drag.most_behind = max(self.drag.most_behind, self._changes - self._shown)
        if done - wall > WORST_MS / 1e3:
            ms, cpu_ms = (done - wall) * 1e3, (spent - cpu) * 1e3
            self.drag.slow.append(f"{key} {ms:.0f} ms ({cpu_ms:.0f} of CPU)")

    def _settle(self) -> None:
        for number, _ in enumerate(rounds_of_events()):
            if number > 3 and self._shown == self._changes:
                break


def note_bands(
    window: MainWindow, seen: Sequence[Scenario], worlds: Counter[int], behind: list[int]
) -> None:
    """Note of how many worlds the bands on screen are, and how many frames old.

    `seen`: the scenarios of the frames, this one's last; bands of none of them are as old as all.
    """
    drawn = window.presenter.ensemble
    if drawn is not None:
        ages = (age for age, scenario in enumerate(reversed(seen)) if scenario is drawn.scenario)
        worlds[drawn.draws] += 1
        behind.append(next(ages, len(seen)))


def bands_words(worlds: Counter[int], behind: Sequence[int]) -> str:
    """Of how many worlds the bands were, and how far behind the lines."""
    if not behind:
        return "no bands"
    kinds = ", ".join(
        f"of {draws:,} worlds in {count / worlds.total():.0%}"
        for draws, count in sorted(worlds.items())
    )
    return f"bands {kinds}; {statistics.median(behind):.0f} frames old"


def painted_of(window: MainWindow) -> dict[str, QWidget]:
    """What a frame paints: the page's charts; where it has none, all of it and the figures."""
    page = window.pages.in_front
    if page.has_charts:
        return {key: panel.plot.viewport() for key, panel in page.panels.items()}
    parts = [*page.findChildren(QWidget), *window.kpis.findChildren(QWidget)]
    return {str(number): part for number, part in enumerate(parts)}


def _send(widget: QWidget, kind: QEvent.Type, at: QPointF) -> None:
    """An event of the mouse with its left button held, as the system would send it."""
    left, none = Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton
    held = none if kind == QEvent.Type.MouseButtonRelease else left
    button = none if kind == QEvent.Type.MouseMove else left
    place = QPointF(widget.mapToGlobal(at.toPoint()))
    event = QMouseEvent(kind, at, place, button, held, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(widget, event)


def open_window(size: tuple[int, int] = WINDOW_SIZE) -> MainWindow:
    """The window of the bench, with all its bands; it is opened as the app does, settings apart."""
    window = MainWindow(templates.default_document())
    worker = band_runner.worker_process() if cores() > 1 else None
    if worker is not None:
        window.presenter.bands.work_beside(worker)
    window.resize(*size)
    window.show()
    QApplication.processEvents()
    if (window.width(), window.height()) != size or window.result is None:
        raise RuntimeError(f"no window of {size}, but {window.size()}")
    for _ in rounds_of_events():
        if window.presenter.bands.latest.idle:
            break
    while worker is not None and not worker.ready:
        sleep(0.01)
    return window


def resident_megabytes() -> float:
    """Of this process; 0 where the system does not say it this way."""
    try:
        with open("/proc/self/statm", encoding="ascii") as file:
            return int(file.read().split()[1]) * PAGE_BYTES / 1e6
    except OSError:
        return 0.0


def rest(seconds: float) -> None:
    """Leave the window to itself, and the interpreter to its workers."""
    loop = QEventLoop()
    QTimer.singleShot(round(seconds * 1e3), loop.quit)
    loop.exec()


def drag(window: MainWindow, peer: object, seconds: float) -> Drag:
    """Drag at random for `seconds` of frames, the peer's frames between them not counted."""
    hand = RandomHand(window, peer)
    sys.setswitchinterval(GIVE_WAY)  # as the app does
    hand.show_all()
    for _, line in zip(range(WARM_UP_DRAGS), hand.rounds(), strict=False):
        hand.drag_one(*line)
    rounds = hand.rounds()  # anew, or those of the warming up are left out
    found = hand.drag = Drag()
    housekeeping = Housekeeping(window.presenter)
    nones = sys.getrefcount(None)
    spent, number = 0.0, 0
    while spent < seconds:
        number += 1
        began, memory = monotonic(), resident_megabytes()
        barred = number % DRAGS_A_BAR == 0 and window.overview.isVisible()
        seen = hand.drag_bar() if barred else hand.drag_one(*next(rounds))
        found.megabytes += resident_megabytes() - memory
        spent += monotonic() - began
        if peer is not None:
            found.peer += [peer(scenario) for scenario in seen[:: -(-len(seen) // PEER_FRAMES)]]
    housekeeping.stop()
    window.session.history.clear()  # what can be undone is kept, and no reference lost
    gc.unfreeze()
    gc.collect()
    found.nones = sys.getrefcount(None) - nones
    return found


def rows_of(found: Drag, seconds: float, peer: str, where: str = "") -> list[Row]:
    """The bench's lines; `where`: on which screen or page."""
    own = [each * 1e3 for each in found.wall]
    cpu = [each * 1e3 for each in found.cpu]
    behind = "nothing queued" if not found.most_behind else f"{found.most_behind} queued"
    note = (
        f"{len(own)} frames in {seconds:.0f} s of {len(found.levers)} levers, "
        f"{found.bands} bands came, {bands_words(found.worlds, found.behind)}; "
        f"own thread's CPU {statistics.median(cpu):.1f}, "
        f"p95 {np.percentile(cpu, 95):.1f}, worst {max(cpu):.1f}; {behind}; "
        f"memory {found.megabytes:+.1f} MB; references to None {found.nones:+d}"
    )
    late = sum(each > WORST_MS for each in own)
    return [
        Row(
            f"Random drag of every lever{where}",
            statistics.median(own),
            MEDIAN_MS,
            peer,
            statistics.median(found.peer) * 1e3,
            note,
            float(np.percentile(own, 95)),
            P95_MS,
        ),
        Row(
            f"Its slowest frame{where}",
            max(own),
            WORST_MS,
            peer,
            max(found.peer) * 1e3,
            f"{late} of {len(own)} frames were slower than that"
            + (f": {', '.join(found.slow[:6])}" if late else ""),
        ),
    ]
