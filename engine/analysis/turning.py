"""What would turn a claim: how far each value may move before it holds no more, or does hold."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from engine.analysis import asked
from engine.analysis.backtest import A_YEAR, MONTHS_OF, flows, quantities, quantity_line
from engine.analysis.kpi import Kpi, values
from engine.analysis.variants import Lever, levers
from engine.model.arrays import Array, Truths
from engine.run.simulation import Simulation
from engine.tables.observed import Observed
from engine.tables.parameter import month_number
from engine.tables.scenario import Scenario
from engine.tables.statements import Statement
from engine.worlds.ensemble import quantities as columns_of

MOST = 4  # values that are named
HALVINGS = 14  # of the way to an end: a slider has fewer places


@dataclass(frozen=True)
class Turn:
    """A value beyond which a claim turns; `end` is the plausible end that it lies before.

    `share` is how far the way there is, of the whole plausible range.
    """

    lever: Lever
    now: float
    at: float
    end: float
    share: float


@dataclass(frozen=True)
class QuantityKpi(Kpi):
    """A number of a quantity that is made of columns: revenue, or a family's share of power."""

    def check(self, scenario: Scenario) -> None:
        """That the scenario has its months: it is no column.

        Takes: `scenario`.
        Raises: ValueError where it has not.
        """
        self.check_months(scenario)

    def of(self, simulation: Simulation) -> Array:
        """The number in each world.

        Takes: `simulation`, of some worlds.
        Gives: (scenario, ...) [the quantity's unit; over the months for `total`].
        """
        columns = columns_of(simulation.inputs.families)
        line = quantity_line(self.column, lambda name: columns[name](simulation))
        return self.drawn_together(line)


def kpi_of(said: Statement | Observed, scenario: Scenario) -> Kpi | None:
    """The number of a plain run that a statement, or a value of the record, is about.

    Takes: `said`; `scenario`.
    Gives: Kpi; None where the scenario has not what it is of, or not the months.
    """
    column, _, window = said.series.partition("@")
    if column in columns_of(scenario.families):
        made: type[Kpi] = Kpi
    elif column in quantities(scenario.families):
        made = QuantityKpi
    else:
        return None
    start = month_number(scenario.start)
    last = month_number(said.month) - start
    kind, _, month = window.partition(":")
    begins = {"": last, "to_date": 0, "history": 0}
    first = begins.get(kind, last + 1 - MONTHS_OF.get(kind, A_YEAR))
    if month:
        first = month_number(month) - start
    if not 0 <= first <= last < scenario.horizon_months:
        return None
    if not kind:
        return made(column, "at", last, last)
    if kind == "history":
        return made(column, "highest", first, last)
    return made(column, "total" if flows(column) else "mean", first, last)


def turns(scenario: Scenario, statement: Statement, most: int = MOST) -> tuple[Turn, ...]:
    """The values whose plausible range has the other answer at an end, the nearest first.

    One is moved at a time, in the plain run, and on the way to the end the first turn is sought
    by halving: where the answer turns more than once one of them is found.

    Takes: `scenario`; `statement`; `most`, how many are named.
    Gives: Turns [the lever's unit; share], none where nothing alone turns it.
    Raises: ValueError for a number that the scenario has not; `kpi_of` asks for none of those.
    """
    kpi = kpi_of(statement, scenario)
    if kpi is None:
        return ()
    ends = asked.ranges(levers(scenario), scenario, all_of_them=False)
    ways = [(lever, span, end) for lever, span in ends.items() for end in span]
    runs = [lever.moved(scenario, end) for lever, _, end in ways]
    held = _holds(values([scenario, *runs], kpi), statement)
    turned = [way for way, holds in zip(ways, held[1:], strict=True) if holds != held[0]]
    here = np.array([lever.value(scenario) for lever, _, _ in turned])
    there = np.array([end for _, _, end in turned])
    near = here.copy()
    for _ in range(HALVINGS if turned else 0):
        middle = (near + there) / 2
        some = [way[0].moved(scenario, at) for way, at in zip(turned, middle.tolist(), strict=True)]
        same = _holds(values(some, kpi), statement) == held[0]
        near, there = np.where(same, middle, near), np.where(same, there, middle)
    found = [
        Turn(lever, now, at, end, abs(at - now) / (span[1] - span[0]))
        for (lever, span, end), now, at in zip(turned, here.tolist(), there.tolist(), strict=True)
        if span[1] > span[0]
    ]
    return tuple(sorted(found, key=lambda turn: turn.share)[:most])


def _holds(found: Array, statement: Statement) -> Truths:
    """Whether each number is within what was said; an undefined one is not."""
    low = -np.inf if statement.low is None else statement.low
    high = np.inf if statement.high is None else statement.high
    inside: Truths = (found >= low) & (found <= high)
    return inside
