"""When the worst worlds come about, and what would put the plan on the other side of that."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

import numpy as np

from engine import allowed
from engine.analysis.breakpoints import Breakpoints, Condition, prim
from engine.analysis.kpi import Kpi, over_draws
from engine.analysis.prim import Box, Search
from engine.analysis.telling import telling
from engine.analysis.uncertain import (
    BUILT,
    DELAY,
    RATES,
    input_is_share,
    input_unit,
    input_words,
    settings_of_inputs,
    uncertain_inputs,
)
from engine.analysis.variants import Lever, changed
from engine.model.arrays import Array, Truths
from engine.run.backend import NUMPY, Backend
from engine.tables.scenario import Scenario
from engine.values import PerFamily, Site
from engine.worlds.ensemble import Progress

HALF = 0.5
DIGITS = 3  # of a value that is to be tried


@dataclass(frozen=True)
class When:
    """One side of the box: what of the scenario it is about, and where worlds fail.

    `key` is a parameter, of a family (`of`) where it has families; or `delay_months` and
    `probability` of the site `of`. `smallest` and `largest` are over all worlds, `plan` is the
    plan's own. `changes` are the values by parameter that put the plan where worlds seldom fail,
    None where no change can, or where it makes the number no better on average. [the input's unit]
    """

    key: str
    of: str
    low: float | None
    high: float | None
    smallest: float
    largest: float
    plan: float
    changes: Mapping[str, Any] | None
    values: Array = field(compare=False)  # (world,) what luck makes of it

    @property
    def name(self) -> str:
        """What the input is called."""
        return input_words(self.key, self.of)

    @property
    def unit(self) -> str:
        """Its unit, in words."""
        return input_unit(self.key)


@dataclass(frozen=True)
class Failing:
    """The box of the worlds that are worse than `threshold` [the KPI's unit].

    `failing` is the share of worlds that are, `coverage` the share of these that are in the box,
    `density` the share of the worlds in the box that fail.
    """

    threshold: float
    failing: float
    conditions: tuple[When, ...]
    coverage: float
    density: float
    fails: Truths = field(compare=False)  # (world,)

    def __str__(self) -> str:
        conditions = tuple(
            Condition(when.name, when.unit, when.low, when.high, input_is_share(when.key))
            for when in self.conditions
        )
        return str(Breakpoints(conditions, self.failing, self.coverage, self.density))


def failing(
    scenario: Scenario,
    kpi: Kpi,
    share: float,
    draws: int | None = None,
    *,
    high_is_bad: bool = True,
    threshold: float | None = None,
    backend: Backend = NUMPY,
    progress: Progress | None = None,
) -> Failing:
    """The conditions that best tell so bad a share of the worlds from the others.

    Takes: `scenario`; `kpi`; `share` of the worlds that count as failed, fewer where many are
        alike; `draws`, how many worlds, by default the scenario's own; `high_is_bad`; `threshold`
        beyond which a world fails, in the place of a share of them [unit of the KPI].
    Gives: Failing.
    Raises: ValueError for no share, no draws, a threshold that is no number and a KPI that the
        scenario has not; Cancelled where `progress` says False.
    Source: `engine.analysis.breakpoints.prim`, without the sides that `telling` leaves away.
    """
    count = allowed.draws(scenario.draws if draws is None else draws)
    share = allowed.share("share", share)
    if threshold is not None:
        allowed.number("threshold", threshold)
    found = over_draws([scenario], kpi, count, backend, progress)[0]
    sign = 1.0 if high_is_bad else -1.0
    bad = np.where(np.isnan(found), np.inf, sign * found)
    if threshold is None:
        first_good = min(max(int(np.ceil(share * count)), 1), count - 1)
        threshold = sign * float(np.sort(bad)[::-1][first_good])
    fails = bad > sign * threshold
    names, units, inputs = uncertain_inputs(scenario, count, kpi.last)
    box = _that_tell(prim(names, units, inputs, fails), names, inputs, fails)
    places = {name: place for place, name in enumerate(names)}
    settings = settings_of_inputs(scenario)
    conditions = []
    for condition in box.conditions:
        place = places[condition.name]
        key, of = settings[place]
        values = inputs[place]
        low, high = condition.low, condition.high
        conditions.append(
            When(
                key,
                of,
                low,
                high,
                float(values.min()),
                float(values.max()),
                _plan(scenario, key, of),
                other_side(scenario, key, of, low, high, values),
                values,
            )
        )
    helping = _that_help(scenario, kpi, conditions, sign * found, sign, backend, progress)
    return Failing(threshold, box.failing, helping, box.coverage, box.density, fails)


def _that_tell(
    found: Breakpoints, names: Sequence[str], inputs: Array, fails: Truths
) -> Breakpoints:
    """The box without the sides that chance alone explains: of many inputs it finds some."""
    if not found.conditions:
        return found
    ends = Box.open(len(names)).ends
    for condition in found.conditions:
        place = names.index(condition.name)
        for side, end in enumerate((condition.low, condition.high)):
            if end is not None:
                ends[side, place] = end
    box = telling(Box(ends), inputs, fails)
    kept = (
        replace(one, low=_end(box.low[place]), high=_end(box.high[place]))
        for one in found.conditions
        for place in [names.index(one.name)]
    )
    score = Search(inputs, fails).score(box)
    conditions = tuple(one for one in kept if one.low is not None or one.high is not None)
    return replace(found, conditions=conditions, coverage=score.coverage, density=score.density)


def _end(value: float) -> float | None:
    return float(value) if np.isfinite(value) else None


def _that_help(
    scenario: Scenario,
    kpi: Kpi,
    conditions: list[When],
    bad: Array,
    sign: float,
    backend: Backend,
    progress: Progress | None,
) -> tuple[When, ...]:
    """The conditions, without the changes that make the number no better on the same draws."""
    tried = [changed(scenario, **when.changes) for when in conditions if when.changes]
    if not tried:
        return tuple(conditions)
    # the first's luck is that of all
    found = over_draws([scenario, *tried], kpi, len(bad), backend, progress)[1:]
    means = iter(np.nanmean(sign * found, axis=1).tolist())
    before = float(np.nanmean(bad))
    return tuple(
        when if not when.changes or next(means) < before else replace(when, changes=None)
        for when in conditions
    )


def _plan(scenario: Scenario, key: str, of: str) -> float:
    """Where the plan stands; without luck there are no outages, and what is planned is built."""
    if key in RATES:
        return 0.0
    if key in (DELAY, BUILT):
        site = next(site for site in scenario.sites if site.name == of)
        return site.delay_months if key == DELAY else 1.0
    return Lever(key, of).value(scenario)


def other_side(
    scenario: Scenario, key: str, of: str, low: float | None, high: float | None, values: Array
) -> Mapping[str, Any] | None:
    """The values that put the plan where the condition does not hold.

    In the middle of the worlds that lie there, on the side where more of them lie; of what happens
    by chance alone, that it never happens.

    Takes: `scenario`; `key` and `of`, as `When` has them; `low` and `high`, where worlds fail;
        `values` (world,) of the input [its unit].
    Gives: values by parameter, or None where there is no such side.
    Raises: ValueError for a key that is none.
    """
    below = values[values < low] if low is not None else values[:0]
    above = values[values > high] if high is not None else values[:0]
    if key in RATES:
        if low is None or low <= 0:
            return None
        rates: PerFamily = getattr(scenario, key)
        return {key: rates.having(**{of: 0.0})}
    if not len(below) and not len(above):
        return None
    side = below if len(below) >= len(above) else above
    exact = float(np.quantile(side, HALF))
    rounded = float(f"{exact:.{DIGITS}g}")
    there = (low is not None and rounded < low) or (high is not None and rounded > high)
    middle = rounded if there else exact
    if key in (DELAY, BUILT):
        value = max(middle, 0.0) if key == DELAY else float(middle > HALF)
        return {"sites": tuple(_set(site, of, key, value) for site in scenario.sites)}
    lever = Lever(key, of)
    moved = lever.moved(scenario, middle)
    if getattr(moved, key) == getattr(scenario, key):
        return None
    return {key: getattr(moved, key)}


def _set(site: Site, name: str, key: str, value: float) -> Site:
    """The site with another value, where it is the one of that name."""
    if site.name != name:
        return site
    return replace(site, delay_months=value) if key == DELAY else replace(site, probability=value)
