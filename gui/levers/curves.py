"""The curves behind the levers in sight: which are asked for, and which line each goes to."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from itertools import chain

from PySide6.QtCore import QObject, Signal, Slot

from engine.analysis.variants import Lever, levers
from gui.document.session import Session
from gui.levers import chance_foresight
from gui.levers.chance_foresight import CHANCE, ChanceWorker
from gui.levers.foresight import MEASURES, ForesightKpi, ForesightQuestion, ForesightWorker, answer
from gui.levers.number_line import NumberLine
from gui.levers.row import LeverRow
from gui.levers.staggered_previews import Arrivals
from gui.levers.track import Preview

CHOICES: tuple[ForesightKpi, ...] = (*MEASURES, CHANCE)


class Curves(QObject):
    """Asks two workers beside the window, and hands what comes to the lines.

    What a plain run feels has a curve of the measure that is chosen. A lever of luck alone moves
    no plan: its curve is the chance of a shortage, whatever is chosen.
    """

    failed = Signal(object)  # the exception

    def __init__(
        self,
        session: Session,
        rows_in_sight: Callable[[], Iterable[LeverRow]],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._rows = rows_in_sight
        self.measure = CHOICES[0]
        self._month = 0
        self.foresight = ForesightWorker(self)
        self.chance = ChanceWorker(self)
        self.arrivals = Arrivals(self)
        self.foresight.answered.connect(self._take)
        self.foresight.failed.connect(self.failed)
        self.chance.answered.connect(self._take)
        self.chance.failed.connect(self.failed)

    def set_month(self, month: int) -> bool:
        """The month, counted from the first, that the curves are for; whether it is another."""
        changed, self._month = month != self._month, month
        return changed

    def request(self) -> None:
        """Have those of the levers in sight worked out, soon and beside the window."""
        plain, chance = self._questions()
        self.foresight.request(plain)
        self.chance.request(chance)

    def now(self) -> None:
        """The same at once: for a picture that must be complete."""
        self.arrivals.forget()
        plain, chance = self._questions()
        found = answer(plain) | chance_foresight.answer(chance)
        for line, preview in self._by_line(found).items():
            line.show_preview(preview)

    def begin_anew(self, rows: Iterable[LeverRow]) -> None:
        """Take away the curves of these rows: one of something else would mislead."""
        self.arrivals.forget()
        self.chance.forget()
        for line in chain(*(row.lines.values() for row in rows)):
            line.show_preview(None)

    def stop(self) -> None:
        """End the work beside the window."""
        self.foresight.stop()
        self.chance.stop()
        self.arrivals.forget()

    @Slot(object)
    def _take(self, previews: Mapping[Lever, Preview]) -> None:
        self.arrivals.bring(self._by_line(previews))

    def _by_line(self, previews: Mapping[Lever, Preview]) -> dict[NumberLine, Preview]:
        """Those of the levers in sight."""
        found = {
            line: previews.get(Lever(row.row.key, family))
            for row in self._rows()
            for family, line in row.lines.items()
        }
        return {line: preview for line, preview in found.items() if preview is not None}

    def _questions(self) -> tuple[ForesightQuestion, ForesightQuestion]:
        """What a plain run is asked, and what the drawn worlds are."""
        scenario = self._session.scenario
        felt, of_luck = set(levers(scenario)), set(levers(scenario, of_chance=True))
        spans = {
            Lever(row.row.key, family): line.span
            for row in self._rows()
            for family, line in row.lines.items()
        }
        plain = felt if self.measure is not CHANCE else frozenset()
        chance = of_luck - plain

        def question(of: Iterable[Lever], measure: ForesightKpi) -> ForesightQuestion:
            some = {lever: spans[lever] for lever in of}
            return ForesightQuestion(scenario, tuple(some), measure, self._month, some)

        return (
            question((lever for lever in spans if lever in plain), self.measure),
            question((lever for lever in spans if lever in chance), CHANCE),
        )
