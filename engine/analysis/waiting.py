"""The price of waiting: what each later month of a site, a contract or a generation costs."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, get_args

import numpy as np

from engine import allowed
from engine.analysis import asked
from engine.analysis.kpi import Kpi
from engine.analysis.outcomes import MEASURES, MeanDifference, outcomes
from engine.analysis.variants import changed
from engine.model.arrays import Array, Truths
from engine.run.backend import NUMPY, Backend
from engine.tables.scenario import Scenario, parameter
from engine.worlds.ensemble import Progress

SLIP = "generation_slip_months"
MOST_MONTHS = 12

What = Literal["sites", "contracts", "generations"]
Side = Literal["at least", "at most"]


@dataclass(frozen=True)
class Target:
    """That a number is at least, or at most, a value [the KPI's unit].

    Raises ValueError for another side, and for a value that is no finite number.
    """

    kpi: Kpi
    side: Side
    value: float

    def __post_init__(self) -> None:
        allowed.word("side", self.side, get_args(Side))
        allowed.number("value", self.value)

    def holds(self, found: Array) -> Truths:
        """Where it holds; what is undefined holds nothing.

        Takes: `found` (draw,) [the KPI's unit].
        Gives: (draw,) booleans.
        """
        return found >= self.value if self.side == "at least" else found <= self.value


@dataclass(frozen=True)
class Later:
    """So many months later: each measure against no wait at all, and against a month less.

    `chance` is that of the target [share of the worlds]; None where there is none.
    """

    months: int
    of: Mapping[str, MeanDifference]
    step: Mapping[str, MeanDifference]
    chance: float | None


@dataclass(frozen=True)
class Waiting:
    """What is waited for, and each later month from none on."""

    what: str
    name: str
    later: tuple[Later, ...]

    def last_that_holds(self, chance: float) -> int | None:
        """The most months of waiting at which the target still holds so surely.

        It held at every shorter wait, too. None where it does not hold without any wait.

        Takes: `chance` [share of the worlds].
        Gives: months of waiting, or None.
        Raises: ValueError for no share, and where there was no target.
        """
        allowed.share("chance", chance)
        last = None
        for later in self.later:
            if later.chance is None:
                raise ValueError("no target: allowed is one that the waiting was asked with")
            if later.chance < chance:
                break
            last = later.months
        return last


def waiting(
    scenario: Scenario,
    what: str,
    name: str,
    months: int = MOST_MONTHS,
    target: Target | None = None,
    draws: int | None = None,
    *,
    window: tuple[int, int] | None = None,
    backend: Backend = NUMPY,
    progress: Progress | None = None,
) -> Waiting:
    """What each later month costs, on the same draws, up to so many.

    A site or a contract begins later, its ramp unchanged; of a family, every generation that is to
    come after `as_of` is later, beside the slip that it has.

    Takes: `scenario`; `what` is late: sites, contracts or generations; `name` of the entry, or of
        the family; `months`, the most; `target`, a number to hold; `draws`, how many worlds, by
        default the scenario's own; `window`, first and last month, by default all after `as_of`.
    Gives: Waiting [$bn over the window; chance].
    Raises: ValueError for something else, for what has begun by `as_of`, more months than its
        bounds leave, no draws, a window or a target out of the horizon; Cancelled where
        `progress` says False.
    Source: model, sections 1, 4, 5 and 8.
    """
    allowed.word("what", what, get_args(What))
    count = allowed.draws(scenario.draws if draws is None else draws)
    runs = _delayed(scenario, what, name, months)
    kpi = None if target is None else target.kpi
    found = outcomes(runs, count, window, kpi, backend, progress)
    held = None if target is None or found.kpi is None else target.holds(found.kpi)
    return Waiting(
        what,
        name,
        tuple(
            Later(
                months=place,
                of={m: found.difference(m, 0, place) for m in MEASURES},
                step={m: found.difference(m, max(place - 1, 0), place) for m in MEASURES},
                chance=None if held is None else float(np.mean(held[place])),
            )
            for place in range(len(runs))
        ),
    )


def _delayed(scenario: Scenario, what: str, name: str, months: int) -> list[Scenario]:
    """The scenario, and it with each later month up to so many."""
    if what == "generations":
        asked.families([name], scenario.families)
        slips = scenario.generation_slip_months
        most = parameter(SLIP).high
        assert most is not None
        count = allowed.whole("months", months, 1, int(most - slips[name]))
        later = (slips.having(**{name: slips[name] + k}) for k in range(1, count + 1))
        return [scenario, *(changed(scenario, **{SLIP: slip}) for slip in later)]
    entries = getattr(scenario, what)
    asked.entries(what, [name], entries)
    [entry] = [entry for entry in entries if entry.name == name]
    if entry.start_month <= scenario.as_of:
        raise ValueError(
            f"{what} {name!r} begins in month {entry.start_month}: allowed are those that begin "
            f"after month {scenario.as_of}"
        )
    schema = parameter(what).schema
    assert schema is not None
    [column] = [column for column in schema.columns if column.key == "start_month"]
    assert column.high is not None
    count = allowed.whole("months", months, 1, int(column.high - entry.start_month))

    def shifted(k: int) -> Scenario:
        late = dataclasses.replace(entry, start_month=entry.start_month + k)
        return changed(scenario, **{what: tuple(late if x is entry else x for x in entries)})

    return [scenario, *map(shifted, range(1, count + 1))]
