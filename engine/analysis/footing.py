"""What some numbers rest on: the values that move them most, the least vouched for first.

And how many values they hang on at all, which is written down while they are computed.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from engine.analysis.grounds import CHIPS, Ground, grounds, value_ground
from engine.analysis.kpi import Kpi
from engine.analysis.tornado import Bar, tornado
from engine.run.record import Record
from engine.run.scenario_arrays import Inputs
from engine.run.simulation import Simulation
from engine.tables.grades import WORST
from engine.tables.origins import STALE
from engine.tables.scenario import Scenario, parameter

CATALOGUE = "catalogue"  # as a run asks for the chips
MOST = 6  # of a short list
NEXT_TO_NONE = 10.0  # times a number that a value alone adds: then it is next to none
LEAST = 5e-4  # of a number: what moves it less is not worth a line


@dataclass(frozen=True)
class Foot:
    """A value, and how far the number goes with it between its 10% and 90% points.

    `moves` is a share of the number: 0.1 is 10% either way, at most; where there is next to none
    of it, of the most that it comes to at any of the points.
    """

    ground: Ground
    moves: float


@dataclass(frozen=True)
class Footing:
    """The values that matter most, the weakest first; and how many there are in all.

    `guesses` are those of the worst grade, `old` those of publications over a year old. `of_most`
    says that there is next to none of a number, so that shares are of the most it comes to.
    """

    feet: tuple[Foot, ...]
    values: int
    guesses: int
    old: int
    of_most: bool = False


def footing(scenario: Scenario, kpis: Sequence[Kpi], today: date, most: int = MOST) -> Footing:
    """What some numbers of a scenario rest on.

    Of each value that has a plausible range the larger change of any of the numbers counts, in
    the plain run. Lists, chips and words have none: they are counted, and not weighed.

    Takes: `scenario`; `kpis`, the numbers; `today`; `most`, how many values are named.
    Gives: Footing [shares].
    Raises: ValueError for a number that the scenario has not.
    """
    moved: dict[tuple[str, str], float] = {}
    of_most = False
    for kpi in kpis:
        bars = tornado(scenario, kpi)
        whole, none = _whole(bars)
        of_most |= none
        for bar in bars:
            if whole:
                at = bar.lever.key, bar.lever.family
                moved[at] = max(moved.get(at, 0.0), bar.width / whole)
    first = sorted(moved, key=lambda at: -moved[at])[:most]
    feet = [
        Foot(value_ground(scenario, parameter(key), family), moved[key, family])
        for key, family in first
        if moved[key, family] >= LEAST
    ]
    feet.sort(key=lambda foot: -foot.ground.weakness(today))
    under = grounds(scenario, reads(scenario, kpis))
    old = [age for ground in under if (age := ground.age(today)) is not None and age > STALE]
    guesses = sum(ground.grade == WORST for ground in under)
    return Footing(tuple(feet), len(under), guesses, len(old), of_most)


def _whole(bars: Sequence[Bar]) -> tuple[float, bool]:
    """What shares of a number are of; and whether that is the most, for there is next to none."""
    if not bars:
        return 0.0, False
    base, widest = abs(bars[0].base), bars[0].width
    if math.isnan(base):
        return 0.0, False
    if widest <= NEXT_TO_NONE * base:
        return base, False
    ends = (abs(end) for bar in bars for end in (bar.at_low, bar.at_high))
    return max(end for end in ends if not math.isnan(end)), True


def reads(scenario: Scenario, kpis: Sequence[Kpi]) -> frozenset[str]:
    """The parameters that some numbers are computed from, and `chips` where chips are.

    Takes: `scenario`; `kpis`, the numbers.
    Gives: keys.
    Raises: ValueError for a number that the scenario has not.
    """
    record = Record()
    months = max(kpi.months for kpi in kpis)
    simulation = Simulation(Inputs([scenario], months=months, record=record))
    for kpi in kpis:
        kpi.check(scenario)
        kpi.of(simulation)
    found = set(record.read)
    return frozenset(found | {CHIPS} if CATALOGUE in found else found)
