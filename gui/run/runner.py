"""The bridge from session to engine: the newest scenario is run, and the last always is."""

from __future__ import annotations

from collections.abc import Callable
from time import perf_counter

from PySide6.QtCore import QObject, Qt, Signal, Slot

from engine import Result, Scenario


class Runner(QObject):
    """Runs the newest scenario asked for, after what came from the hand and before any painting.

    A plain run takes a few milliseconds, so it runs on this thread: no race, no stale
    result. Any number of requests before it starts make one run. Paints are posted behind it,
    so that a frame's lever and its charts are painted in one go.
    """

    finished = Signal(object)  # the Result
    failed = Signal(object)  # the exception
    _asked = Signal()  # for itself, through the event queue

    def __init__(
        self, simulate: Callable[[Scenario], Result], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._simulate = simulate
        self._pending: Scenario | None = None
        self._asked.connect(self._run, Qt.ConnectionType.QueuedConnection)
        self.milliseconds = 0.0  # the last run took

    @property
    def pending(self) -> bool:
        """Whether a run is still to come."""
        return self._pending is not None

    def request(self, scenario: Scenario) -> None:
        first = self._pending is None
        self._pending = scenario
        if first:
            self._asked.emit()

    def result_of(self, scenario: Scenario) -> Result:
        """The result of `scenario` at once: for the first chart, and for exports."""
        began = perf_counter()
        result = self._simulate(scenario)
        self.milliseconds = (perf_counter() - began) * 1e3
        return result

    def finish(self) -> None:
        """Run at once what is still to come."""
        self._run()

    @Slot()
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
