"""The bridge from session to engine: the newest scenario is run, and the last always is."""

from __future__ import annotations

from collections.abc import Callable
from time import perf_counter

from PySide6.QtCore import QObject, QTimer, Signal

from engine import Result, Scenario


class Runner(QObject):
    """Runs the newest scenario asked for, once the event queue is empty.

    A plain run takes a few milliseconds, so it runs on this thread: no race, no stale
    result. Any number of requests before it starts make one run.
    """

    finished = Signal(object)  # the Result
    failed = Signal(object)  # the exception

    def __init__(
        self, simulate: Callable[[Scenario], Result], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._simulate = simulate
        self._pending: Scenario | None = None
        self._tick = QTimer(self, singleShot=True, interval=0)
        self._tick.timeout.connect(self._run)
        self.milliseconds = 0.0  # the last run took

    @property
    def pending(self) -> bool:
        """Whether a run is still to come."""
        return self._pending is not None

    def request(self, scenario: Scenario) -> None:
        self._pending = scenario
        self._tick.start()

    def result_of(self, scenario: Scenario) -> Result:
        """The result of `scenario` at once: for the first chart, and for exports."""
        began = perf_counter()
        result = self._simulate(scenario)
        self.milliseconds = (perf_counter() - began) * 1e3
        return result

    def _run(self) -> None:
        scenario, self._pending = self._pending, None
        if scenario is None:
            return
        try:
            result = self.result_of(scenario)
        except Exception as error:  # a fault of ours: shown, and the window lives on
            self.failed.emit(error)
            return
        self.finished.emit(result)
