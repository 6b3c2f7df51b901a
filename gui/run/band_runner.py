"""Bands behind the curves: drawn worlds of the newest scenario, under the hand or as it rests.

A process beside the window draws all of them while frames are made; they are in one soon after.
Where there is none, and for a scenario that takes too long, they come in stages.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass, replace
from time import perf_counter

from PySide6.QtCore import QObject, Signal

from engine import Scenario
from engine.run.backend import NUMPY, Backend
from engine.worlds.ensemble import Ensemble, ensemble, made_quantities
from gui.system.latest import GoOn, Latest
from gui.system.worker_process import Lost, WorkerProcess
from gui.words.story import odds

STAGES = (64, 256, 1024)  # draws, each picture finer than the one before
REST = 100  # milliseconds before each stage: under a drag frames come first
REMEMBERED = 3  # times that bands took: one of them may be slow for other reasons
SOON = 200.0  # milliseconds that bands may be behind a moving hand, or they begin coarser


def worker_process() -> WorkerProcess:
    """The one that draws worlds, for `BandRunner.work_beside`; not begun yet."""
    return WorkerProcess((ensemble.__module__,))


@dataclass(frozen=True)
class BandQuestion:
    """Bands of `columns` over that many worlds; `last` is how many there are in the end.

    What the tiles say of the worlds, and of the claims, comes with them.
    """

    scenario: Scenario
    columns: tuple[str, ...]
    draws: int
    last: int
    backend: Backend


class Bands:
    """The bands of a question, as the worker is asked for them."""

    def __init__(self) -> None:
        self.worker: WorkerProcess | None = None  # a process that draws them where it is ready
        # milliseconds there, the last few times, by the draws
        self.took: dict[int, deque[float]] = {draws: deque(maxlen=REMEMBERED) for draws in STAGES}

    def beside(self, backend: Backend) -> bool:
        """Whether they are drawn beside the window."""
        return self.worker is not None and self.worker.ready and backend is NUMPY

    def part(self, question: BandQuestion) -> BandQuestion:
        return question

    def answer(self, part: BandQuestion, go_on: GoOn) -> Ensemble:
        scenario = part.scenario
        told = tuple(odds.columns(scenario.families).values())
        columns = tuple(dict.fromkeys((*part.columns, *told)))
        reach = odds.to_reach(made_quantities(scenario.families, scenario.start))
        # more than a stage takes long, and has to stop when nobody waits
        if self.worker is not None and part.draws <= STAGES[-1] and self.beside(part.backend):
            began = perf_counter()
            try:
                found: Ensemble = self.worker.call(
                    ensemble, scenario, part.draws, columns, standing=told, reach=reach
                )
            except Lost:
                pass  # here, then
            else:
                if part.draws in self.took:
                    self.took[part.draws].append((perf_counter() - began) * 1e3)
                return replace(found, scenario=scenario)  # not its copy: that is compared by `is`
        found = ensemble(
            scenario,
            part.draws,
            columns,
            backend=part.backend,
            progress=go_on,
            standing=told,
            reach=reach,
        )
        if self.worker is not None:
            self.worker.begin()  # the window stands: from now on there
        return found

    def rest(
        self, question: BandQuestion, part: BandQuestion, answer: object
    ) -> BandQuestion | None:
        last = question.last
        if part.draws >= last:
            return None
        finer = min(stage for stage in (*STAGES, last) if stage > part.draws)
        return replace(question, draws=min(finer, last))

    def stops(self, part: BandQuestion) -> bool:
        """A coarse stage ends soon, and is shown even if overtaken: a drag has bands too."""
        return part.draws > STAGES[0]

    def serves(self, part: BandQuestion, newest: BandQuestion) -> bool:
        """One a moment old is still better than an older one, and comes of the drag itself."""
        return True


class BandRunner(QObject):
    """Asks for the bands of the newest scenario, with as many worlds as were chosen."""

    banded = Signal(object)  # the Ensemble
    failed = Signal(object)  # the exception

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._own: int | None = None
        self.backend = NUMPY
        self._bands = Bands()
        self.latest: Latest[BandQuestion] = Latest(self._bands, first=REST, later=REST, parent=self)
        self.latest.answered.connect(lambda _, found: self.banded.emit(found))
        self.latest.failed.connect(self.failed)

    def work_beside(self, worker: WorkerProcess) -> None:
        """Let it draw the worlds, once the window's first ones are drawn; it ends with this."""
        self._bands.worker = worker

    @property
    def beside(self) -> bool:
        """Whether a process beside the window draws them now."""
        return self._bands.beside(self.backend)

    @property
    def milliseconds(self) -> float:
        """That the last bands took, waiting for their turn included."""
        return self.latest.milliseconds

    def choose(self, draws: int | None, backend: Backend) -> bool:
        """How many worlds to draw, None for as many as the scenario says, and what computes.

        Whether that is another choice than before.
        """
        before = self._own, self.backend
        self._own, self.backend = draws, backend
        return before != (draws, backend)

    def request(self, scenario: Scenario, columns: Sequence[str]) -> None:
        """Bands of `columns` for `scenario`; what was under way is stopped where that is long."""
        last = scenario.draws if self._own is None else self._own
        at_once = self.beside
        self.latest.first = 0 if at_once else REST
        draws = min(self._first_stage, last) if at_once else STAGES[0]
        self.latest.request(BandQuestion(scenario, tuple(columns), draws, last, self.backend))

    @property
    def _first_stage(self) -> int:
        """The most worlds that come soon; what took too long is tried again when the hand rests."""
        soon = [
            draws
            for draws, took in self._bands.took.items()
            if len(took) < REMEMBERED or min(took) <= SOON
        ]
        return max(soon, default=STAGES[0])

    def stop(self) -> None:
        """End the worker; nothing is delivered after this."""
        if self._bands.worker is not None:
            self._bands.worker.stop()
        self.latest.stop()
