"""Bands behind the curves: drawn worlds of the newest scenario, refined as the hand rests."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from time import perf_counter

from PySide6.QtCore import QObject, QRunnable, QThreadPool, QTimer, Signal, Slot

from engine import Scenario
from engine.backend import NUMPY, Backend
from engine.ensemble import Cancelled, Ensemble, ensemble

STAGES = (64, 256, 1024)  # draws, each picture finer than the one before
REST = 100  # milliseconds between stages: under a drag frames come first


@dataclass(frozen=True)
class _Request:
    serial: int
    scenario: Scenario
    columns: tuple[str, ...]
    draws: int

    @property
    def coarse(self) -> bool:
        """Ends soon, and is shown even if overtaken: a long drag has bands of its own."""
        return self.draws <= STAGES[0]


class _Job(QRunnable):
    """One stage on the worker; says its result or its error. A fine one stops when overtaken."""

    def __init__(self, runner: BandRunner, request: _Request) -> None:
        super().__init__()
        self._runner = runner
        self._request = request

    def run(self) -> None:
        runner, request = self._runner, self._request
        outcome: object
        try:
            outcome = ensemble(
                request.scenario,
                request.draws,
                request.columns,
                backend=runner.backend,
                progress=lambda share: request.coarse or runner.is_newest(request.serial),
            )
        except Cancelled:
            outcome = None
        except Exception as error:  # told on the window's thread
            outcome = error
        runner.done.emit(request.serial, outcome)


class BandRunner(QObject):
    """At most one stage in flight; an overtaken one is stopped and its result dropped."""

    banded = Signal(object)  # the Ensemble
    failed = Signal(object)  # the exception
    done = Signal(int, object)  # for the worker alone

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        self._timer = QTimer(self, singleShot=True, interval=REST)
        self._timer.timeout.connect(self._start)
        self._wanted: _Request | None = None
        self._serial = 0
        self._busy = False
        self._began = 0.0
        self.milliseconds = 0.0  # that the last bands took, waiting for their turn included
        self._own: int | None = None
        self.backend = NUMPY
        self.done.connect(self._deliver)

    def choose(self, draws: int | None, backend: Backend) -> bool:
        """How many worlds to draw, None for as many as the scenario says, and what computes.

        Whether that is another choice than before.
        """
        before = self._own, self.backend
        self._own, self.backend = draws, backend
        return before != (draws, backend)

    def request(self, scenario: Scenario, columns: Sequence[str]) -> None:
        """Bands of `columns` for `scenario`, coarse first; what was under way is stopped."""
        self._serial += 1
        self._wanted = _Request(self._serial, scenario, tuple(columns), STAGES[0])
        if not self._busy and not self._timer.isActive():
            self._timer.start()  # not restarted: a long drag has bands as well

    def is_newest(self, serial: int) -> bool:
        return serial == self._serial

    @Slot()
    def _start(self) -> None:
        if self._wanted is not None and not self._busy:
            self._busy = True
            self._began = perf_counter()
            self._pool.start(_Job(self, self._wanted))

    @Slot(int, object)
    def _deliver(self, serial: int, outcome: object) -> None:
        self._busy = False
        wanted = self._wanted
        if wanted is None:
            return
        if isinstance(outcome, Exception):
            self.failed.emit(outcome)
        elif isinstance(outcome, Ensemble):
            self.milliseconds = (perf_counter() - self._began) * 1e3
            # one a moment old is still better than an older one, and comes of the drag itself
            self.banded.emit(outcome)
        if wanted.serial != serial:
            self._timer.start()
        elif isinstance(outcome, Ensemble):
            last = wanted.scenario.draws if self._own is None else self._own
            if outcome.draws < last:
                draws = min(stage for stage in (*STAGES, last) if stage > outcome.draws)
                draws = min(draws, last)
                self._wanted = _Request(serial, wanted.scenario, wanted.columns, draws)
                self._timer.start()

    def stop(self) -> None:
        """End the worker; nothing is delivered after this."""
        self._serial += 1
        self._wanted = None
        self._timer.stop()
        self._pool.waitForDone()
