"""The map under the puck, computed beside the window: the newest question, coarse first."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QObject, Signal

from engine import Array, Scenario
from engine.analysis.kpi import over_draws
from engine.analysis.mix_map import DRAWS, STEPS, mixes
from engine.analysis.regret import regret
from engine.run.scenario_arrays import Inputs
from engine.run.simulation import Simulation
from engine.values import PerFamily
from gui.pages.mix import surface
from gui.pages.mix.measures import UNIT_COST, UNSERVED, MixMeasure, Period, Reading, regretted
from gui.system.latest import GoOn, Latest

Shares = tuple[float, ...]

REST = 60  # milliseconds until the first map of a question: under a drag frames come first
LATER = 180  # and until each finer one
FIRST_DRAWS, FIRST_STEPS = 8, 10  # of a measure that needs drawn worlds


@dataclass(frozen=True)
class MapQuestion:
    """What is mapped. The scenario's own mix does not matter: the mix is what is mapped."""

    scenario: Scenario
    measure: MixMeasure
    period: Period

    @staticmethod
    def of(scenario: Scenario, measure: MixMeasure, period: Period) -> MapQuestion:
        families = scenario.families
        even = PerFamily({family: 1 / len(families) for family in families})
        plain = replace(scenario.bare, mix=even)
        return MapQuestion(plain, measure, period)


@dataclass(frozen=True)
class MixPicture:
    """A measure over all mixes, ready to be drawn. Marks are shares, None where all are alike.

    `draws` worlds made it (0: the plain run). `settled` says that nothing finer follows.
    """

    question: MapQuestion
    steps: int
    values: Array
    draws: int
    image: npt.NDArray[np.uint8]
    contours: tuple[tuple[float, Array], ...]
    hatched: tuple[Array, ...]
    cheapest: Shares | None
    cheapest_cost: float
    best: Shares | None
    cheapest_is_short: bool = False  # the cheapest leaves demand unserved
    least_regret: Shares | None = None
    regret_sure: float = 1.0  # share of halves of the worlds that choose the same mix
    regret_apart: float = 0.0  # how far what the other halves choose is from it, in any share
    settled: bool = False

    @property
    def low(self) -> float:
        return float(np.nanmin(self.values)) if not np.isnan(self.values).all() else float("nan")

    @property
    def high(self) -> float:
        return float(np.nanmax(self.values)) if not np.isnan(self.values).all() else float("nan")

    @property
    def flat(self) -> bool:
        return surface.is_flat(self.values)

    def with_regret_of(self, other: MixPicture) -> MixPicture:
        """The same map with the other's mark, until its own is known."""
        return replace(
            self,
            least_regret=other.least_regret,
            regret_sure=other.regret_sure,
            regret_apart=other.regret_apart,
        )

    def value(self, shares: Shares) -> float:
        """The measure of any mix, read off the map."""
        return surface.value_at(self.steps, self.values, np.array(shares))


def first_picture(question: MapQuestion, go_on: GoOn) -> MixPicture:
    """The plain run of every mix; of a measure of chance a few worlds of a coarser grid."""
    scenario, period, measure = question.scenario, question.period, question.measure
    shares, scenarios = mixes(scenario, scenario.families, STEPS)
    simulation = Simulation(Inputs(scenarios))

    def plain(wanted: MixMeasure) -> Array:
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
        hatched=tuple(surface.region(STEPS, excess)),
        cheapest=cheapest,
        cheapest_cost=lowest,
        cheapest_is_short=bool(excess[at] > 0),
    )


def _drawn(question: MapQuestion, steps: int, draws: int, go_on: GoOn) -> Array:
    scenario = question.scenario
    reading = Reading.make(question.measure, question.period, scenario)
    _, scenarios = mixes(scenario, scenario.families, steps)
    found: Array = over_draws(scenarios, reading, draws, progress=go_on).mean(axis=1)
    return found


def _lowest(shares: Array, cost: Array) -> tuple[Shares | None, float]:
    if surface.is_flat(cost):
        return None, float(cost[0])
    at = int(np.nanargmin(cost))
    return tuple(shares[at].tolist()), float(cost[at])


def _surface(question: MapQuestion, steps: int, values: Array, draws: int) -> MixPicture:
    # a level that reads like the one before would be a riddle
    named = {question.measure.text(level): level for level in surface.levels(values)}
    contours = tuple((level, surface.contour(steps, values, level)) for level in named.values())
    best = None
    if not surface.is_flat(values):
        shares, _ = mixes(question.scenario, question.scenario.families, steps)
        pick = np.nanargmin if question.measure.lower_is_better else np.nanargmax
        best = tuple(shares[int(pick(values))].tolist())
    image = surface.picture(steps, values)
    return MixPicture(question, steps, values, draws, image, contours, (), None, float("nan"), best)


def drawn_picture(picture: MixPicture, go_on: GoOn) -> MixPicture:
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


def with_regret(picture: MixPicture, go_on: GoOn) -> MixPicture:
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
    # one that is undefined somewhere is regretted without end: the others are told apart
    clear = len(finite) == 1 or not surface.is_flat(finite)
    least = tuple(found.shares[found.least_worst].tolist()) if clear else None
    return replace(
        picture,
        least_regret=least,
        regret_sure=found.sure,
        regret_apart=found.apart,
        settled=True,
    )


@dataclass(frozen=True)
class Stage:
    """A question as far as its picture has come."""

    question: MapQuestion
    picture: MixPicture | None = None


class Maps:
    """The map of a question: coarse first, over drawn worlds next, with its regret at last."""

    def part(self, question: Stage) -> Stage:
        return question

    def answer(self, part: Stage, go_on: GoOn) -> MixPicture:
        if part.picture is None:
            return first_picture(part.question, go_on)
        if part.question.measure.drawn and part.picture.draws < DRAWS:
            return drawn_picture(part.picture, go_on)
        return with_regret(part.picture, go_on)

    def rest(self, question: Stage, part: Stage, answer: object) -> Stage | None:
        if isinstance(answer, MixPicture) and not answer.settled:
            return Stage(part.question, answer)
        return None

    def stops(self, part: Stage) -> bool:
        return True

    def serves(self, part: Stage, newest: Stage) -> bool:
        """A map a moment old still is of the drag; of another measure it is not."""
        return alike(part.question, newest.question)


class MixMapper(QObject):
    """Maps the newest question; one that is asked again is not begun again."""

    mapped = Signal(object)  # the MixPicture
    failed = Signal(object)  # the exception

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._question: MapQuestion | None = None
        self.latest: Latest[Stage] = Latest(Maps(), first=REST, later=LATER, parent=self)
        self.latest.answered.connect(lambda _, picture: self.mapped.emit(picture))
        self.latest.failed.connect(self.failed)

    def request(self, question: MapQuestion) -> None:
        """Map this; nothing happens where it is what was asked for last."""
        if question != self._question:
            self._question = question
            self.latest.request(Stage(question))

    def forget(self) -> None:
        """Nothing is wanted now; what is under way is stopped and dropped."""
        self._question = None
        self.latest.forget()

    def stop(self) -> None:
        """End the worker; nothing is delivered after this."""
        self.latest.stop()


def alike(old: MapQuestion, new: MapQuestion) -> bool:
    """Whether both ask for the same number of the same families, of scenarios that may differ."""
    same = old.measure == new.measure and old.period == new.period
    return same and old.scenario.families == new.scenario.families
