"""What runs beside the table: the plans' worlds, one plan at a time, the newest edit first."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QObject, Qt, Signal, Slot

from engine import Result, Scenario, simulate
from engine.analysis.compared import Drawn, drawn
from engine.worlds.ensemble import made_quantities
from gui.document.comparison import PlanColumn
from gui.system.latest import GoOn, Latest

MOST_DRAWS = 1024  # worlds of each plan: what twelve of them have room for, and time
FIRST, LATER = 40, 0  # milliseconds until the first plan is begun, and until each further one


@dataclass(frozen=True)
class Ask:
    """The worlds of one column's plan."""

    column: PlanColumn
    scenario: Scenario
    columns: tuple[str, ...]
    seed: int
    draws: int


@dataclass(frozen=True)
class WorldsQuestion:
    """All that is to be drawn, in its order."""

    asks: tuple[Ask, ...]


class PlanWorlds:
    """Answers a question plan by plan; each answer is worth showing."""

    def part(self, question: WorldsQuestion) -> WorldsQuestion:
        return WorldsQuestion(question.asks[:1])

    def answer(self, part: WorldsQuestion, go_on: GoOn) -> Drawn:
        [ask] = part.asks
        return drawn(ask.scenario, ask.columns, ask.draws, seed=ask.seed, progress=go_on)

    def rest(
        self, question: WorldsQuestion, part: WorldsQuestion, answer: object
    ) -> WorldsQuestion | None:
        left = question.asks[1:]
        return WorldsQuestion(left) if left else None

    def stops(self, part: WorldsQuestion) -> bool:
        """One plan ends soon, and is shown even if overtaken: a drag has bands too."""
        return False

    def serves(self, part: WorldsQuestion, newest: WorldsQuestion) -> bool:
        return True


def bare(scenario: Scenario) -> Scenario:
    """Without what changes nothing that is computed."""
    return scenario.bare


def worlds_worker(parent: QObject) -> Latest[WorldsQuestion]:
    return Latest(PlanWorlds(), first=FIRST, later=LATER, parent=parent)


def serves(drawn: Drawn | None, ask: Ask) -> bool:
    """Whether worlds that are there are those that would be asked for."""
    if drawn is None or drawn.seed != ask.seed or drawn.draws != ask.draws:
        return False
    if drawn.scenario != ask.scenario:
        return False
    wanted = [column for column in ask.columns if column not in drawn.lines]
    return not wanted or all(_is_none_of(column, drawn) for column in wanted)


def _is_none_of(column: str, drawn: Drawn) -> bool:
    """Whether the plan can't have that column."""
    return column not in made_quantities(drawn.scenario.families, drawn.scenario.start)


class PlanRuns(QObject):
    """Runs the plans that were edited, after what came from the hand and before any painting.

    A run takes a few milliseconds, so it is on this thread; any number of edits of a column
    before it starts make one run.
    """

    ran = Signal()  # what was asked for has been run
    failed = Signal(object)  # the exception
    _asked = Signal()  # for itself, through the event queue

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pending: dict[PlanColumn, Scenario] = {}
        self.results: dict[PlanColumn, Result] = {}
        self._asked.connect(self._run, Qt.ConnectionType.QueuedConnection)

    def request(self, column: PlanColumn) -> None:
        first = not self._pending
        self._pending[column] = column.scenario
        if first:
            self._asked.emit()

    def put(self, column: PlanColumn, result: Result) -> None:
        """A run that the window has made."""
        self.results[column] = result
        self._pending.pop(column, None)

    def keep_only(self, columns: list[PlanColumn]) -> None:
        """What has been taken out is not kept."""
        self.results = {c: r for c, r in self.results.items() if c in columns}
        self._pending = {c: s for c, s in self._pending.items() if c in columns}

    def finish(self) -> None:
        """Run at once what is still to come."""
        self._run()

    @Slot()
    def _run(self) -> None:
        pending, self._pending = self._pending, {}
        if not pending:
            return
        for column, scenario in pending.items():
            known = self.results.get(column)
            if known is not None and known.scenario == scenario:
                continue
            try:
                self.results[column] = simulate(scenario)
            except Exception as error:  # a fault of ours: shown, and the window lives on
                self.failed.emit(error)
        self.ran.emit()
