"""The read-out of F12: where the milliseconds of a frame go. It costs nothing while it is off."""

from __future__ import annotations

import ctypes
import os
import sys
from collections import deque
from pathlib import Path
from statistics import median
from time import perf_counter

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Slot
from PySide6.QtWidgets import QFrame, QStatusBar, QVBoxLayout, QWidget

from engine.problems import placed
from engine.run.backend import loop_words
from engine.text import written
from gui.document.session import Session
from gui.run.presenter import Presenter
from gui.widgets.plain import PlainLabel

KEPT = 240  # frames
EVERY = 250  # milliseconds between two read-outs
LATE, VERY_LATE = 1000 / 60, 50.0  # milliseconds from a lever's move to its pixels
MARGIN = 12
MEGABYTE = 2**20


class Performance(QFrame):
    """Listens to a window's frames while it is shown."""

    def __init__(
        self, session: Session, presenter: Presenter, status_bar: QStatusBar, window: QWidget
    ) -> None:
        """It stands over the `window` whose frames it times, above the `status_bar`."""
        super().__init__(window)
        self._session, self._presenter = session, presenter
        self._status_bar, self._window = status_bar, window
        self.setObjectName("performance")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._label = PlainLabel()
        self._label.setTextFormat(Qt.TextFormat.PlainText)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(10, 8, 10, 8)
        layout.addWidget(self._label)
        self._timer = QTimer(self, interval=EVERY)
        self._timer.timeout.connect(self._read_out)
        self.hide()
        self._begin()

    def _begin(self) -> None:
        self.frames: deque[float] = deque(maxlen=KEPT)  # milliseconds each
        self.changes = self.painted = self.late = self.very_late = 0
        self.paint = 0.0
        self._moved: float | None = None  # when the oldest change not yet on screen was made
        self._drawn = False

    def turn(self, on: bool) -> None:
        """Begin to listen, or leave the window alone."""
        window = self._window
        if on == (not self.isHidden()):
            return
        self.setVisible(on)
        if on:
            self._begin()
            self._session.scenario_changed.connect(self._change)
            self._presenter.shown.connect(self._draw)
            window.installEventFilter(self)
            self._timer.start()
            self._read_out()
        else:
            self._session.scenario_changed.disconnect(self._change)
            self._presenter.shown.disconnect(self._draw)
            window.removeEventFilter(self)
            self._timer.stop()

    @Slot()
    def _change(self) -> None:
        self.changes += 1
        if self._moved is None:
            self._moved = perf_counter()

    @Slot()
    def _draw(self) -> None:
        self._drawn = self._moved is not None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Times the one event in which Qt paints everything that is due."""
        if event.type() != QEvent.Type.UpdateRequest or watched is not self._window:
            return False
        began = perf_counter()
        self._window.event(event)
        ended = perf_counter()
        if self._drawn and self._moved is not None:
            self.paint = (ended - began) * 1e3
            frame = (ended - self._moved) * 1e3
            self.frames.append(frame)
            self.painted += 1
            self.late += frame > LATE
            self.very_late += frame > VERY_LATE
            self._moved, self._drawn = None, False
        return True

    @property
    def text(self) -> str:
        """What the read-out says."""
        presenter = self._presenter
        frames = sorted(self.frames)
        bands = presenter.ensemble

        def ms(value: float) -> str:
            return self.tr("{milliseconds} ms").format(milliseconds=written(value, ".1f"))

        lines = [
            (self.tr("Engine"), ms(presenter.runner.milliseconds)),
            (self.tr("Charts"), ms(presenter.milliseconds)),
            (self.tr("Paint"), ms(self.paint) if frames else "-"),
        ]
        if frames:
            whole = self.tr("{middle}, p95 {slow}, most {most}").format(
                middle=ms(median(frames)),
                slow=ms(frames[int(0.95 * (len(frames) - 1))]),
                most=ms(frames[-1]),
            )
            lines.append((self.tr("Lever to pixels"), whole))
        lines.append((self.tr("Loop over the months"), loop_words()))
        late = self.tr("{late} of {painted} over 16.7 ms, {very} over 50 ms").format(
            late=self.late, painted=self.painted, very=self.very_late
        )
        lines.append((self.tr("Late frames"), late))
        merged = max(self.changes - self.painted, 0)
        lines.append((self.tr("Moves merged into one frame"), written(merged, ",d")))
        if bands is not None:
            beside = self.tr("{time}, {draws} draws, in a process of its own")
            here = self.tr("{time}, {draws} draws")
            drawn = (beside if presenter.bands.beside else here).format(
                time=ms(presenter.bands.milliseconds), draws=written(bands.draws, ",d")
            )
            lines.append((self.tr("Bands"), drawn))
        memory = resident_bytes()
        if memory is not None:
            size = self.tr("{size} MB").format(size=written(memory / MEGABYTE, ",.0f"))
            lines.append((self.tr("Memory"), size))
        return "\n".join(placed(name, value) for name, value in lines)

    @Slot()
    def _read_out(self) -> None:
        text = self.text
        if text != self._label.text():
            self._label.setText(text)
            self.setAccessibleName(self.tr("Performance"))
            self.setAccessibleDescription(text)
        self.adjustSize()
        window = self._window
        bottom = window.height() - self._status_bar.height() - MARGIN
        self.move(window.width() - self.width() - MARGIN, bottom - self.height())
        self.raise_()


def resident_bytes() -> int | None:
    """The memory this process holds; None where the system does not say."""
    if sys.platform.startswith("linux"):
        pages = Path("/proc/self/statm").read_text("ascii").split()[1]
        return int(pages) * os.sysconf("SC_PAGE_SIZE")
    if sys.platform == "win32":
        return _windows_bytes()
    if sys.platform == "darwin":
        import resource

        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss  # the most it has held
    return None


class _Counters(ctypes.Structure):
    """PROCESS_MEMORY_COUNTERS of psapi.h."""

    _fields_ = (
        ("cb", ctypes.c_uint32),
        ("PageFaultCount", ctypes.c_uint32),
        ("PeakWorkingSetSize", ctypes.c_size_t),
        ("WorkingSetSize", ctypes.c_size_t),
        ("QuotaPeakPagedPoolUsage", ctypes.c_size_t),
        ("QuotaPagedPoolUsage", ctypes.c_size_t),
        ("QuotaPeakNonPagedPoolUsage", ctypes.c_size_t),
        ("QuotaNonPagedPoolUsage", ctypes.c_size_t),
        ("PagefileUsage", ctypes.c_size_t),
        ("PeakPagefileUsage", ctypes.c_size_t),
    )


def _windows_bytes() -> int | None:
    library = getattr(ctypes, "windll").kernel32  # noqa: B009 # there only on Windows
    library.GetCurrentProcess.restype = ctypes.c_void_p
    ask = library.K32GetProcessMemoryInfo
    ask.argtypes = (ctypes.c_void_p, ctypes.POINTER(_Counters), ctypes.c_uint32)
    counters = _Counters(cb=ctypes.sizeof(_Counters))
    found = ask(library.GetCurrentProcess(), ctypes.byref(counters), counters.cb)
    return int(counters.WorkingSetSize) if found else None
