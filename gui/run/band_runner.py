"""Bands behind the curves: drawn worlds of the newest scenario, refined as the hand rests."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QObject, Signal

from engine import Scenario
from engine.run.backend import NUMPY, Backend
from engine.worlds.ensemble import Ensemble, ensemble, made_quantities
from gui.system.latest import GoOn, Latest
from gui.words.story import odds

STAGES = (64, 256, 1024)  # draws, each picture finer than the one before
REST = 100  # milliseconds before each stage: under a drag frames come first


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

    def part(self, question: BandQuestion) -> BandQuestion:
        return question

    def answer(self, part: BandQuestion, go_on: GoOn) -> Ensemble:
        scenario = part.scenario
        told = tuple(odds.columns(scenario.families).values())
        return ensemble(
            scenario,
            part.draws,
            tuple(dict.fromkeys((*part.columns, *told))),
            backend=part.backend,
            progress=go_on,
            standing=told,
            reach=odds.to_reach(made_quantities(scenario.families, scenario.start)),
        )

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
        self.latest: Latest[BandQuestion] = Latest(Bands(), first=REST, later=REST, parent=self)
        self.latest.answered.connect(lambda _, found: self.banded.emit(found))
        self.latest.failed.connect(self.failed)

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
        """Bands of `columns` for `scenario`, coarse first; what was under way is stopped."""
        last = scenario.draws if self._own is None else self._own
        self.latest.request(BandQuestion(scenario, tuple(columns), STAGES[0], last, self.backend))

    def stop(self) -> None:
        """End the worker; nothing is delivered after this."""
        self.latest.stop()
