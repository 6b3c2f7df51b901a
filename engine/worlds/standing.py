"""What is asked of the worlds beside a run's own columns: sums over time, and the plan's place.

The plan is the plain run, in which nothing goes wrong. Most luck can only hurt, so it stands near
the best edge of its own worlds; its standing says how near.
"""

from __future__ import annotations

import functools
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from engine.model.arrays import TIME, Array
from engine.model.conventions import running_sum
from engine.run.scenario_arrays import Inputs
from engine.run.simulation import Simulation
from engine.tables.parameter import month_number
from engine.tables.scenario import Scenario

Quantity = Callable[[Simulation], Array]

TO_DATE, IN_YEAR = "@to_date", "@year"  # behind a column's name: its sum up to the month, or
SERVED_SHARE = "served_share"  # over the month's calendar year
MONTHLY = "$bn/month"  # the unit of what can be summed
BELOW, ABOVE, REACHED = "worlds below: ", "worlds above: ", "worlds that reach: "
SAME = 1e-9  # a relative difference below this is rounding
MONTHS_PER_YEAR = 12


@dataclass(frozen=True)
class Standing:
    """Where the plan stands among its worlds, each (time,) [share of the worlds].

    Worlds that have as much as the plan are in neither.
    """

    below: Array  # that have less than the plan
    above: Array  # that have more


def summed(
    quantities: Mapping[str, Quantity], keys: Sequence[str], start: str
) -> dict[str, Quantity]:
    """The sums over time of some columns, by their names.

    Takes: `quantities`, how each column is had; `keys`, those that may be summed; `start`, the
        first calendar month.
    Gives: by `column@to_date` and `column@year` a function that gives (time, scenario, ...) [unit
        of the column times months].
    """
    first = month_number(start) % MONTHS_PER_YEAR
    found: dict[str, Quantity] = {}
    for key in keys:
        found[key + TO_DATE] = functools.partial(_to_date, quantities[key])
        found[key + IN_YEAR] = functools.partial(_in_year, quantities[key], first)
    return found


def _to_date(quantity: Quantity, simulation: Simulation) -> Array:
    return running_sum(simulation.xp, quantity(simulation))


def _in_year(quantity: Quantity, first: int, simulation: Simulation) -> Array:
    line = quantity(simulation)
    found = simulation.xp.zeros(line.shape)
    for year in years(first, len(line)):
        found[year] = line[year].sum(axis=TIME)
    return found


def years(first: int, months: int) -> list[slice]:
    """The calendar years of a horizon; the first and the last may be cut.

    Takes: `first`, the calendar month that it begins with, January being 0; `months`, how many.
    Gives: months of each year.
    """
    ends = [*range(MONTHS_PER_YEAR - first, months, MONTHS_PER_YEAR), months]
    return [slice(a, b) for a, b in zip([0, *ends[:-1]], ends, strict=True)]


def served_share(simulation: Simulation) -> Array:
    """The share of demand that is served; all where there is none.

    Takes: `simulation`.
    Gives: (time, scenario, ...) [share].
    """
    xp, demand = simulation.xp, simulation["demand_eflops"]
    asked = demand > 0
    return xp.where(asked, simulation["served_eflops"] / xp.where(asked, demand, 1.0), 1.0)


class Standings:
    """What an ensemble has to keep to say where the plan stands."""

    def __init__(
        self,
        scenario: Scenario,
        quantities: Mapping[str, Quantity],
        reach: Mapping[str, tuple[Quantity, float]],
    ) -> None:
        """`quantities` are those of which the standing is wanted, `reach` what is to be reached."""
        plain = Simulation(Inputs([scenario]))
        months = scenario.horizon_months
        self._plan = {
            name: np.broadcast_to(quantity(plain), (months, 1))[:, :, None]
            for name, quantity in quantities.items()
        }
        self._reach = reach
        standing = (side + name for name in quantities for side in (BELOW, ABOVE))
        self.means = (*standing, *(REACHED + name for name in reach))
        self.heights = dict.fromkeys(self.means, months)

    def lines(self, simulation: Simulation, lines: Mapping[str, Array]) -> dict[str, Array]:
        """The values to keep from the worlds of a block.

        Takes: `simulation`, of one scenario; `lines`, the block's values by column, each
            (time, 1, draw).
        Gives: by name (time, 1, draw), 1 where a world is below, or above, the plan and else 0.
        """
        xp = simulation.xp
        found = {}
        for name, plan in self._plan.items():
            margin = SAME * np.abs(plan)
            low, high = xp.asarray(plan - margin), xp.asarray(plan + margin)
            found[BELOW + name] = (lines[name] < low).astype(float)
            found[ABOVE + name] = (lines[name] > high).astype(float)
        for name, (quantity, least) in self._reach.items():
            found[REACHED + name] = (quantity(simulation) >= least).astype(float)
        return found
