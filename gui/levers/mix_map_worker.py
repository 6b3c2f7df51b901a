"""The map under the puck, computed beside the window: the newest question, coarse first."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QObject, QRunnable, QThreadPool, QTimer, Signal, Slot

from engine import Scenario
from engine.analysis.kpi import over_draws
from engine.analysis.mix_map import DRAWS, STEPS, mixes
from engine.analysis.regret import regret
from engine.ensemble import Cancelled
from engine.inputs import Inputs
from engine.simulate import Simulation
from engine.values import PerFamily
from gui.levers import mix_field
from gui.levers.mix_measures import UNIT_COST, UNSERVED, Measure, Period, Reading, regretted

Floats = npt.NDArray[np.float64]
Shares = tuple[float, ...]

REST = 60  # milliseconds until the first map of a question: under a drag frames come first
LATER = 180  # and until each finer one
FIRST_DRAWS, FIRST_STEPS = 8, 10  # of a measure that needs drawn worlds


@dataclass(frozen=True)
class Question:
    """What is mapped. The scenario's own mix does not matter: the mix is what is mapped."""

    scenario: Scenario
    measure: Measure
    period: Period

    @staticmethod
    def of(scenario: Scenario, measure: Measure, period: Period) -> Question:
        families = scenario.families
        even = PerFamily({family: 1 / len(families) for family in families})
        plain = replace(scenario, mix=even, name="", notes="")
        return Question(plain, measure, period)


@dataclass(frozen=True)
class MixPicture:
    """A measure over all mixes, ready to be drawn. Marks are shares, None where all are alike.

    `draws` worlds made it (0: the plain run). `settled` says that nothing finer follows.
    """

    question: Question
    steps: int
    values: Floats
    draws: int
    image: npt.NDArray[np.uint8]
    contours: tuple[tuple[float, Floats], ...]
    hatched: tuple[Floats, ...]
    cheapest: Shares | None
    cheapest_cost: float
    best: Shares | None
    cheapest_is_short: bool = False  # the cheapest leaves demand unserved
    least_regret: Shares | None = None
    settled: bool = False

    @property
    def low(self) -> float:
        return float(np.nanmin(self.values)) if not np.isnan(self.values).all() else float("nan")

    @property
    def high(self) -> float:
        return float(np.nanmax(self.values)) if not np.isnan(self.values).all() else float("nan")

    @property
    def flat(self) -> bool:
        return mix_field.is_flat(self.values)

    def value(self, shares: Shares) -> float:
        """The measure of any mix, read off the map."""
        return mix_field.value_at(self.steps, self.values, np.array(shares))


Stop = Callable[[float], bool]


def first_picture(question: Question, go_on: Stop) -> MixPicture:
    """The plain run of every mix; of a measure of chance a few worlds of a coarser grid."""
    scenario, period, measure = question.scenario, question.period, question.measure
    shares, scenarios = mixes(scenario, scenario.families, STEPS)
    simulation = Simulation(Inputs(scenarios))

    def plain(wanted: Measure) -> Floats:
        found = Reading.make(wanted, period, scenario).of(simulation)
        return np.array(np.broadcast_to(found, (len(scenarios),)))

    cost = plain(UNIT_COST)
    excess = plain(UNSERVED) - scenario.shortfall_tolerance
    values, steps, draws = plain(measure), STEPS, 0
    if measure.drawn:
        steps, draws = FIRST_STEPS, FIRST_DRAWS
        values = _drawn(question, steps, draws, go_on)
    else:
        excess = np.where(np.isnan(values), np.nan, excess)
    picture = _surface(question, steps, values, draws)
    cheapest, lowest = _lowest(shares, cost)
    at = 0 if cheapest is None else int(np.nanargmin(cost))
    return replace(
        picture,
        hatched=tuple(mix_field.region(STEPS, excess)),
        cheapest=cheapest,
        cheapest_cost=lowest,
        cheapest_is_short=bool(excess[at] > 0),
    )


def _drawn(question: Question, steps: int, draws: int, go_on: Stop) -> Floats:
    scenario = question.scenario
    reading = Reading.make(question.measure, question.period, scenario)
    _, scenarios = mixes(scenario, scenario.families, steps)
    found: Floats = over_draws(scenarios, reading, draws, progress=go_on).mean(axis=1)
    return found


def _lowest(shares: Floats, cost: Floats) -> tuple[Shares | None, float]:
    if mix_field.is_flat(cost):
        return None, float(cost[0])
    at = int(np.nanargmin(cost))
    return tuple(shares[at].tolist()), float(cost[at])


def _surface(question: Question, steps: int, values: Floats, draws: int) -> MixPicture:
    # a level that reads like the one before would be a riddle
    named = {question.measure.text(level): level for level in mix_field.levels(values)}
    contours = tuple((level, mix_field.contour(steps, values, level)) for level in named.values())
    best = None
    if not mix_field.is_flat(values):
        shares, _ = mixes(question.scenario, question.scenario.families, steps)
        pick = np.nanargmin if question.measure.lower_is_better else np.nanargmax
        best = tuple(shares[int(pick(values))].tolist())
    image = mix_field.picture(steps, values)
    return MixPicture(question, steps, values, draws, image, contours, (), None, float("nan"), best)


def drawn_picture(picture: MixPicture, go_on: Stop) -> MixPicture:
    """The same over the worlds of the design, for a measure of chance."""
    values = _drawn(picture.question, STEPS, DRAWS, go_on)
    finer = _surface(picture.question, STEPS, values, DRAWS)
    return replace(
        finer,
        hatched=picture.hatched,
        cheapest=picture.cheapest,
        cheapest_cost=picture.cheapest_cost,
        cheapest_is_short=picture.cheapest_is_short,
    )


def with_regret(picture: MixPicture, go_on: Stop) -> MixPicture:
    """The same with the mix whose worst regret over drawn worlds is least."""
    question = picture.question
    measure = regretted(question.measure)
    reading = Reading.make(measure, question.period, question.scenario)
    found = regret(
        question.scenario,
        reading,
        higher_is_better=not measure.lower_is_better,
        progress=go_on,
    )
    finite = found.worst[np.isfinite(found.worst)]
    clear = len(finite) > 0 and not mix_field.is_flat(found.worst)
    least = tuple(found.shares[found.least_worst].tolist()) if clear else None
    return replace(picture, least_regret=least, settled=True)


class _Job(QRunnable):
    """One stage on the worker; says its picture or its error, and stops when overtaken."""

    def __init__(self, maps: MixMapper, serial: int, stage: Callable[[Stop], MixPicture]) -> None:
        super().__init__()
        self._maps, self._serial, self._stage = maps, serial, stage

    def run(self) -> None:
        outcome: object
        try:
            outcome = self._stage(lambda share: self._maps.is_newest(self._serial))
        except Cancelled:
            outcome = None
        except Exception as error:  # told on the window's thread
            outcome = error
        self._maps.done.emit(self._serial, outcome)


class MixMapper(QObject):
    """At most one stage in flight; a question that is overtaken is dropped."""

    mapped = Signal(object)  # the MixPicture
    failed = Signal(object)  # the exception
    done = Signal(int, object)  # for the worker alone

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self._start)
        self._question: Question | None = None
        self._picture: MixPicture | None = None  # of the question, as far as it has come
        self._serial = 0
        self._busy = False
        self.done.connect(self._deliver)

    def request(self, question: Question) -> None:
        """Map this; nothing happens where it is what was asked for last."""
        if question == self._question:
            return
        self._serial += 1
        self._question, self._picture = question, None
        self._wait(REST)

    def forget(self) -> None:
        """Nothing is wanted now; what is under way is stopped and dropped."""
        self._serial += 1
        self._question = self._picture = None
        self._timer.stop()

    def stop(self) -> None:
        """End the worker; nothing is delivered after this."""
        self.forget()
        self._pool.waitForDone()

    def is_newest(self, serial: int) -> bool:
        return serial == self._serial

    def _wait(self, milliseconds: int) -> None:
        # a wait for a first map is not begun again: a long drag has maps as well
        if not self._busy and not (self._timer.isActive() and self._timer.interval() == REST):
            self._timer.start(milliseconds)

    @Slot()
    def _start(self) -> None:
        question, picture = self._question, self._picture
        if question is None or self._busy:
            return
        stage: Callable[[Stop], MixPicture]
        if picture is None:
            stage = _with(first_picture, question)
        elif question.measure.drawn and picture.draws < DRAWS:
            stage = _with(drawn_picture, picture)
        else:
            stage = _with(with_regret, picture)
        self._busy = True
        self._pool.start(_Job(self, self._serial, stage))

    @Slot(int, object)
    def _deliver(self, serial: int, outcome: object) -> None:
        self._busy = False
        question = self._question
        if question is None:
            return
        if isinstance(outcome, Exception):
            self.failed.emit(outcome)
        if serial != self._serial:
            # a first map a moment old still is of the drag; of another measure it is not
            if isinstance(outcome, MixPicture) and alike(outcome.question, question):
                self.mapped.emit(outcome)
            self._wait(REST)
        elif isinstance(outcome, MixPicture):
            self._picture = outcome
            self.mapped.emit(outcome)
            if not outcome.settled:
                self._wait(LATER)


def alike(old: Question, new: Question) -> bool:
    """Whether both ask for the same number of the same families, of scenarios that may differ."""
    same = old.measure == new.measure and old.period == new.period
    return same and old.scenario.families == new.scenario.families


def _with(stage: Callable[[Any, Stop], MixPicture], given: Any) -> Callable[[Stop], MixPicture]:
    return lambda go_on: stage(given, go_on)
