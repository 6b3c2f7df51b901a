"""Which levers matter: one number with each parameter at the ends of its range."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, get_args

from engine import allowed
from engine.analysis import asked
from engine.analysis.kpi import Kpi, values
from engine.analysis.variants import Lever, levers
from engine.tables.scenario import Scenario

Span = Literal["full", "p10_p90"]

TENTH_DEVIATE = 1.2815515655446004  # standard deviations from the mean to the 10% point
TENTH = 0.1

# Levers with a distribution of their own: the spread of their logarithm.
SPREAD_OF = {
    "revenue_growth": "sigma_growth",
    "algorithmic_efficiency": "sigma_algorithmic",
    "chip_price_factor": "sigma_price",
}


@dataclass(frozen=True)
class Bar:
    """A lever's two ends, in its unit, and the KPI there, in its own."""

    lever: Lever
    low: float
    high: float
    at_low: float
    at_high: float
    base: float

    @property
    def width(self) -> float:
        """How far the lever moves the KPI [the KPI's unit]; 0 where an end is undefined."""
        reach = [abs(value - self.base) for value in (self.at_low, self.at_high)]
        return max((value for value in reach if not math.isnan(value)), default=0.0)


def tornado(
    scenario: Scenario, kpi: Kpi, span: Span = "full", of: Sequence[Lever] | None = None
) -> tuple[Bar, ...]:
    """A bar for each lever, widest first.

    The span `full` goes to the slider's ends; `p10_p90` to the 10% and 90% points: of the lever's
    own distribution where the ensemble gives it one, else of its slider.

    Takes: `scenario`; `kpi`; `span`; `of`, levers, by default all that a plain run feels.
    Gives: Bars.
    Raises: ValueError for another span, and for a lever or KPI that the scenario does not have.
    """
    allowed.word("span", span, get_args(Span))
    chosen = levers(scenario) if of is None else asked.levers(of, scenario)
    ends = [_ends(scenario, lever, span) for lever in chosen]
    runs = [scenario]
    for lever, (low, high) in zip(chosen, ends, strict=True):
        runs += [lever.moved(scenario, low), lever.moved(scenario, high)]
    found = values(runs, kpi).tolist()
    bars = [
        Bar(lever, low, high, found[1 + 2 * i], found[2 + 2 * i], found[0])
        for i, (lever, (low, high)) in enumerate(zip(chosen, ends, strict=True))
    ]
    return tuple(sorted(bars, key=lambda bar: -bar.width))


def _ends(scenario: Scenario, lever: Lever, span: Span) -> tuple[float, float]:
    if span == "full":
        return lever.bounds
    if lever.key in SPREAD_OF:
        centre = lever.value(scenario)
        factor = math.exp(TENTH_DEVIATE * getattr(scenario, SPREAD_OF[lever.key]))
        low, high = lever.bounds
        return max(centre / factor, low), min(centre * factor, high)
    return lever.at(TENTH), lever.at(1 - TENTH)
