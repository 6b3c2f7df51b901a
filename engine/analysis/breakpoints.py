"""Which luck makes a plan fail: the conditions that best tell failing worlds apart (PRIM)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from engine import allowed
from engine.analysis.kpi import Kpi, over_draws
from engine.analysis.prim import Box, Score, Search
from engine.analysis.uncertain import BUILT, DELAY, input_unit, uncertain_inputs
from engine.model.arrays import Array, Truths
from engine.run.backend import NUMPY, Backend
from engine.tables.scenario import Scenario
from engine.text import begun, form_of, joined, share_of_worlds, translate, written
from engine.worlds.ensemble import Progress


@dataclass(frozen=True)
class Condition:
    """One side of the box: an uncertain input at least `low` and at most `high`."""

    name: str
    unit: str
    low: float | None
    high: float | None
    percent: bool = False  # whether it is a share

    def __str__(self) -> str:
        if self.unit == input_unit(BUILT):
            there = self.low is not None and self.low > 0
            answer = translate("Risk", "yes") if there else translate("Risk", "no")
            return translate("Breakpoints", "{name}: {value}").format(name=self.name, value=answer)
        if self.low is not None and self.high is not None:
            text = translate("Breakpoints", "{name}: between {low} and {high}")
        elif self.low is not None:
            text = translate("Breakpoints", "{name}: at least {low}")
        else:
            text = translate("Breakpoints", "{name}: at most {high}")
        spec = self._spec()
        low, high = (_written(side, self.unit, spec) for side in (self.low, self.high))
        if self.high is not None and self.low is not None:
            low = _written(self.low, "", spec)
        return text.format(name=self.name, low=low, high=high)

    def _spec(self) -> str:
        """The digits of both ends: more where two that differ would read alike."""
        specs = (".0%", ".1%", ".2%") if self.percent else (".3g", ".4g", ".5g")
        if self.low is None or self.high is None or self.low == self.high:
            return specs[0]
        low, high = self.low, self.high
        return next((s for s in specs if format(low, s) != format(high, s)), specs[-1])


@dataclass(frozen=True)
class Breakpoints:
    """The box: its conditions, and how well it tells.

    `failing` is the share of all worlds that fail, `coverage` the share of these that are in
    the box, `density` the share of the worlds in the box that fail.
    """

    conditions: tuple[Condition, ...]
    failing: float
    coverage: float
    density: float

    def __str__(self) -> str:
        if self.failing in (0.0, 1.0):
            if self.failing == 0:
                return translate("Breakpoints", "No world fails.")
            return translate("Breakpoints", "Every world fails.")
        if not self.conditions:
            return translate("Breakpoints", "No condition tells the failing worlds apart.")
        text = translate(
            "Breakpoints",
            "It fails when all of this holds: {when}. {coverage} of the failing worlds are like "
            "that, and {density} of the worlds like that fail.",
        )
        return text.format(
            when=joined(str(condition) for condition in self.conditions),
            coverage=begun(share_of_worlds(self.coverage)),
            density=share_of_worlds(self.density),
        )


def _written(side: float | None, unit: str, spec: str) -> str:
    if side is None:
        return ""
    if unit == input_unit(DELAY):
        unit = translate("Unit", "month(s)", "", form_of(float(f"{side:.3g}")))
    return f"{written(side, spec)} {unit}" if unit else written(side, spec)


def breakpoints(
    scenario: Scenario,
    kpi: Kpi,
    threshold: float,
    *,
    fails_above: bool = True,
    least_coverage: float = 0.0,
    least_density: float = 0.0,
    draws: int | None = None,
    backend: Backend = NUMPY,
    progress: Progress | None = None,
) -> Breakpoints:
    """The conditions on the uncertain inputs under which the KPI misses `threshold`.

    A world fails where its KPI is above it (`fails_above`), else below; undefined fails. The box is
    that of `prim`, the best of those that cover at least `least_coverage` of the failing worlds and
    of whose worlds at least `least_density` fail.

    Takes: `scenario`; `kpi`; `threshold`, in the unit of the KPI; `fails_above`; `least_coverage`
        and `least_density` [share]; `draws`, how many worlds, by default the scenario's own.
    Gives: Breakpoints.
    Raises: ValueError for a threshold that is no number, shares outside 0 to 1, no draws, and a KPI
        that the scenario has not; Cancelled where `progress` says False.
    """
    count = allowed.draws(scenario.draws if draws is None else draws)
    allowed.number("threshold", threshold)
    for name, share in (("least_coverage", least_coverage), ("least_density", least_density)):
        allowed.share(name, share)
    found = over_draws([scenario], kpi, count, backend, progress)[0]
    fails = (found > threshold if fails_above else found < threshold) | np.isnan(found)
    names, units, inputs = uncertain_inputs(scenario, count, kpi.last)
    return prim(
        names,
        units,
        inputs,
        fails,
        least_coverage=least_coverage,
        least_density=least_density,
    )


def prim(
    names: Sequence[str],
    units: Sequence[str],
    inputs: Array,
    fails: Truths,
    *,
    least_coverage: float = 0.0,
    least_density: float = 0.0,
) -> Breakpoints:
    """The box of the inputs that best holds the worlds that fail.

    Best is what covers the largest share of the failing worlds less its share of the others, found
    by the patient rule induction method: see `Search`. Without conditions where no box is found
    that has the least coverage and density.

    Takes: `names` and `units` of the inputs; `inputs` (input, world), each in its own unit; `fails`
        (world,), whether each fails; `least_coverage` and `least_density` [share].
    Gives: Breakpoints.
    Raises: ValueError for shares outside 0 to 1, for other shapes, and for inputs that are no
        numbers.
    Source: Friedman and Fisher 1999; Bryant and Lempert 2010, as `engine.analysis.prim` says.
    """
    least = Score(
        allowed.share("least_coverage", least_coverage),
        allowed.share("least_density", least_density),
    )
    inputs, fails = np.asarray(inputs, float), np.asarray(fails, bool)
    _check_worlds(names, units, inputs, fails)
    failing = float(fails.mean())
    if failing in (0.0, 1.0):
        return Breakpoints((), failing, 1.0, failing)
    search = Search(inputs, fails)
    box = search.best(least) or Box.open(len(names))
    conditions = tuple(
        Condition(name, unit, _end(low), _end(high))
        for name, unit, low, high in zip(names, units, box.low, box.high, strict=True)
        if np.isfinite(low) or np.isfinite(high)
    )
    found = search.score(box)
    return Breakpoints(conditions, failing, found.coverage, found.density)


def _check_worlds(names: Sequence[str], units: Sequence[str], inputs: Array, fails: Truths) -> None:
    if fails.ndim != 1 or not len(fails):
        raise ValueError(f"fails has shape {fails.shape}; allowed are one value a world, 1 or more")
    if inputs.shape != (len(names), len(fails)) or len(units) != len(names):
        raise ValueError(
            f"inputs has shape {inputs.shape} for {len(names)} names, {len(units)} units and "
            f"{len(fails)} worlds; allowed is (name, world), and a unit for each name"
        )
    for name, row in zip(names, inputs, strict=True):
        if not np.isfinite(row).all():
            raise ValueError(f"{name} is not a number in some world; allowed are finite values")


def _end(value: float) -> float | None:
    return float(value) if np.isfinite(value) else None
