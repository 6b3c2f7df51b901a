"""How likely a shortage is along a lever: the curves of luck, worked out while the hand rests."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from engine.analysis.foresight import foresight_of_shortfall
from engine.analysis.variants import Lever
from engine.tables.parameter import QT_TRANSLATE_NOOP, month_number, month_text
from gui.levers.foresight import ForesightKpi, ForesightQuestion, preview
from gui.levers.track import Preview
from gui.system.latest import GoOn, Latest
from gui.words.kpis import chance_words, month_words
from gui.words.units import current

REST = 250  # milliseconds without another question: a curve takes two frames of a core
BETWEEN = 20  # milliseconds between two stages
AT_ONCE = 2  # levers of a stage
LEAST_SCALE = 0.25  # a chance of a few percent that doubles is no mountain

CHANCE = ForesightKpi(
    "shortfall_risk",
    QT_TRANSLATE_NOOP("Foresight", "Shortfall risk"),
    "",
    chance_words,
    least_scale=LEAST_SCALE,
)


def answer(question: ForesightQuestion) -> dict[Lever, Preview]:
    """A curve of the chance for each lever asked about."""
    scenario, spans = question.scenario, question.spans
    month = min(max(question.month, 0), scenario.horizon_months - 1)
    when = month_words(month_text(month_number(scenario.start) + month))
    curves = foresight_of_shortfall(scenario, month, question.levers, spans=spans)
    return {
        curve.lever: preview(curve, scenario, CHANCE, when, spans.get(curve.lever))
        for curve in curves
    }


class Stages:
    """A few levers at a time, one after the other."""

    def part(self, question: ForesightQuestion) -> ForesightQuestion:
        return replace(question, levers=question.levers[:AT_ONCE])

    def answer(self, part: ForesightQuestion, go_on: GoOn) -> dict[Lever, Preview]:
        return answer(part)

    def rest(
        self, question: ForesightQuestion, part: ForesightQuestion, answer: object
    ) -> ForesightQuestion | None:
        others = question.levers[len(part.levers) :]
        return replace(question, levers=others) if others else None

    def stops(self, part: ForesightQuestion) -> bool:
        return False  # a stage is short

    def serves(self, part: ForesightQuestion, newest: ForesightQuestion) -> bool:
        return _asked(part) == _asked(newest)


class ChanceWorker(QObject):
    """Answers the newest question once nobody has asked another for a moment."""

    answered = Signal(object)  # {lever: preview}
    failed = Signal(object)  # the exception

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.latest: Latest[ForesightQuestion] = Latest(
            Stages(), first=0, later=BETWEEN, parent=self
        )
        self.latest.answered.connect(self._deliver)
        self.latest.failed.connect(self.failed)
        self._question: ForesightQuestion | None = None
        self._known: dict[Lever, tuple[object, ...]] = {}  # what each curve that is shown is of
        self._rests = QTimer(self, singleShot=True, interval=REST)
        self._rests.timeout.connect(self._ask)

    def request(self, question: ForesightQuestion) -> None:
        """Answer what is not shown yet of `question`, when the hand rests."""
        self._question = question
        self.latest.forget()
        self._rests.start()

    def forget(self) -> None:
        """No curve is shown any more."""
        self._known.clear()

    @Slot()
    def _ask(self) -> None:
        question = self._question
        if question is None:
            return
        new = tuple(
            lever for lever in question.levers if self._known.get(lever) != _of(question, lever)
        )
        if new:
            self.latest.request(replace(question, levers=new))

    @Slot(object, object)
    def _deliver(self, question: ForesightQuestion, found: Mapping[Lever, Preview]) -> None:
        if question.units == current():
            self._known.update({lever: _of(question, lever) for lever in found})
            self.answered.emit(found)

    def stop(self) -> None:
        """End the worker; nothing is delivered after this."""
        self._rests.stop()
        self.latest.stop()


def _asked(question: ForesightQuestion) -> tuple[object, ...]:
    return id(question.scenario), question.month, question.units


def _of(question: ForesightQuestion, lever: Lever) -> tuple[object, ...]:
    return question.scenario, question.month, question.units, question.spans.get(lever)
