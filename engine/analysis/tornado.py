"""Which levers matter: one number with each assumption at the ends of its plausible range."""

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

Span = Literal["plausible", "full"]


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
    def down(self) -> float:
        """What the low end changes [the KPI's unit]; NaN where it is undefined."""
        return self.at_low - self.base

    @property
    def up(self) -> float:
        """What the high end changes [the KPI's unit]; NaN where it is undefined."""
        return self.at_high - self.base

    @property
    def width(self) -> float:
        """The larger of both changes [the KPI's unit]; 0 where an end is undefined.

        So that a lever that acts on one side alone stands as high as one that acts as far on
        both.
        """
        reach = [abs(change) for change in (self.down, self.up)]
        return max((change for change in reach if not math.isnan(change)), default=0.0)

    @property
    def one_sided(self) -> bool:
        """Whether both ends change the KPI the same way, or one of them not at all."""
        return not self.down * self.up < 0


def tornado(
    scenario: Scenario, kpi: Kpi, span: Span = "plausible", of: Sequence[Lever] | None = None
) -> tuple[Bar, ...]:
    """A bar for each lever, that with the larger side first.

    The span `plausible` goes to the assumption's 10% and 90% points, `full` to the slider's ends.
    One lever is moved at a time: what acts together is `rank_correlation`'s to show.

    Takes: `scenario`; `kpi`; `span`; `of`, levers, by default all that a plain run feels; of the
        plausible span without those that are set to nothing.
    Gives: Bars.
    Raises: ValueError for another span, for a lever or KPI that the scenario does not have, and
        for a lever without a plausible range.
    """
    allowed.word("span", span, get_args(Span))
    chosen = levers(scenario) if of is None else asked.levers(of, scenario)
    if span == "full":
        ends = {lever: lever.bounds for lever in chosen}
    else:
        ends = asked.ranges(chosen, scenario, all_of_them=of is not None)
    runs = [scenario]
    for lever, (low, high) in ends.items():
        runs += [lever.moved(scenario, low), lever.moved(scenario, high)]
    found = values(runs, kpi).tolist()
    bars = [
        Bar(lever, low, high, found[1 + 2 * i], found[2 + 2 * i], found[0])
        for i, (lever, (low, high)) in enumerate(ends.items())
    ]
    return tuple(sorted(bars, key=lambda bar: -bar.width))
