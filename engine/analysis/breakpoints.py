"""Which luck makes a plan fail: the conditions that best tell failing worlds apart (PRIM)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from engine import luck
from engine.analysis.kpi import Kpi, over_draws
from engine.backend import NUMPY, Backend
from engine.ensemble import Progress
from engine.inputs import Inputs, Luck
from engine.scenario import Scenario
from engine.text import translate, written

Array = npt.NDArray[np.float64]

PEEL = 0.05  # share of the worlds left that one peel takes off; Friedman and Fisher 1999
SMALLEST_BOX = 0.05  # of all worlds: fewer worlds tell little
NEEDED = 0.01  # a condition that adds less purity than this is dropped


@dataclass(frozen=True)
class Condition:
    """One side of the box: an uncertain input at least `low` and at most `high`."""

    name: str
    unit: str
    low: float | None
    high: float | None

    def __str__(self) -> str:
        if self.low is not None and self.high is not None:
            text = translate("Breakpoints", "{name} between {low} and {high}")
        elif self.low is not None:
            text = translate("Breakpoints", "{name} at least {low}")
        else:
            text = translate("Breakpoints", "{name} at most {high}")
        low, high = (_written(side, self.unit) for side in (self.low, self.high))
        if self.high is not None and self.low is not None:
            low = _written(self.low, "")
        return text.format(name=self.name, low=low, high=high)


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
        both = f" {translate('Breakpoints', 'and')} "
        text = translate(
            "Breakpoints",
            "It fails when {when}: {coverage} of the failing worlds, "
            "and {density} of the worlds like that fail.",
        )
        return text.format(
            when=both.join(str(condition) for condition in self.conditions),
            coverage=written(self.coverage, ".0%"),
            density=written(self.density, ".0%"),
        )


def _written(side: float | None, unit: str) -> str:
    if side is None:
        return ""
    return f"{written(side, '.3g')} {unit}" if unit else written(side, ".3g")


def breakpoints(
    scenario: Scenario,
    kpi: Kpi,
    threshold: float,
    *,
    fails_above: bool = True,
    draws: int | None = None,
    backend: Backend = NUMPY,
    progress: Progress | None = None,
) -> Breakpoints:
    """The conditions on the uncertain inputs under which the KPI misses `threshold`.

    A world fails where its KPI is above it (`fails_above`), else below; undefined fails. The
    patient rule induction method of J. H. Friedman and N. I. Fisher, "Bump hunting in
    high-dimensional data", Statistics and Computing 9 (1999) 123: the box is peeled 5 % at a
    time where that raises the share of failing worlds most; of all boxes on the way the
    one that holds the largest share of the failing worlds less its share of the others (W. J.
    Youden 1950) is kept, without the conditions it can do without.
    """
    count = scenario.draws if draws is None else draws
    found = over_draws([scenario], kpi, count, backend, progress)[0]
    fails = (found > threshold if fails_above else found < threshold) | np.isnan(found)
    names, units, inputs = uncertain_inputs(scenario, count, kpi.last)
    return prim(names, units, inputs, fails)


def uncertain_inputs(
    scenario: Scenario, draws: int, last: int
) -> tuple[list[str], list[str], Array]:
    """Names, units and values (input, draw) of the luck of each world up to month `last`."""
    drawn = luck.chance(scenario.seed, scenario.families, scenario.horizon_months, 0, draws)
    p, lot = Inputs([scenario], luck=Luck()), luck.luck([scenario], drawn)
    growth = p.host("revenue_growth") * np.exp(lot.log_growth)
    efficiency = p.host("algorithmic_efficiency") * np.exp(lot.log_efficiency)
    yearly, months = translate("Breakpoints", "x a year"), translate("Breakpoints", "months")
    rows: list[tuple[str, str, Array]] = [
        (translate("Breakpoints", "revenue growth"), yearly, growth),
        (translate("Breakpoints", "algorithmic efficiency"), yearly, efficiency),
        (
            translate("Breakpoints", "grid delay"),
            months,
            p.host("grid_delay_months") + lot.grid_delay,
        ),
    ]
    price = p.host("chip_price_factor") * np.exp(lot.log_price)
    slip = p.host("generation_slip_months") + lot.slip
    outage = np.sum(lot.supply_kept[: last + 1] < 1, axis=0)
    recall = np.sum(lot.base_kept[: last + 1] < 1, axis=0)
    for f, family in enumerate(scenario.families):
        own = (
            (translate("Breakpoints", "price factor of {family}"), "", price[f]),
            (translate("Breakpoints", "generation slip of {family}"), months, slip[f]),
            (translate("Breakpoints", "supply outages of {family}"), months, outage[f]),
            (translate("Breakpoints", "contract recalls of {family}"), months, recall[f]),
        )
        rows += [(name.format(family=family), unit, values) for name, unit, values in own]
    table = np.stack([np.broadcast_to(row, (1, draws))[0] for *_, row in rows]).astype(float)
    return [name for name, *_ in rows], [unit for _, unit, _ in rows], table


def prim(
    names: Sequence[str], units: Sequence[str], inputs: Array, fails: npt.NDArray[np.bool_]
) -> Breakpoints:
    """The box of `inputs` (input, world) that best holds the worlds that fail (world,)."""
    failing = float(fails.mean())
    if failing in (0.0, 1.0):
        return Breakpoints((), failing, 1.0, failing)
    box = Box(np.full(len(names), -np.inf), np.full(len(names), np.inf))
    best = box
    while True:
        smaller = _peeled(box, inputs, fails)
        if smaller is None:
            break
        box = smaller
        if _balance(box, inputs, fails) > _balance(best, inputs, fails):
            best = box
    best = _without_idle(best, inputs, fails)
    inside = best.holds(inputs)
    conditions = tuple(
        Condition(name, unit, _end(low), _end(high))
        for name, unit, low, high in zip(names, units, best.low, best.high, strict=True)
        if np.isfinite(low) or np.isfinite(high)
    )
    coverage, density = fails[inside].sum() / fails.sum(), fails[inside].mean()
    return Breakpoints(conditions, failing, float(coverage), float(density))


@dataclass(frozen=True)
class Box:
    """Lowest and highest value of each input, both inside."""

    low: Array
    high: Array

    def holds(self, inputs: Array) -> npt.NDArray[np.bool_]:
        above = inputs >= self.low[:, None]
        return np.asarray((above & (inputs <= self.high[:, None])).all(axis=0))

    def having(self, i: int, low: float | None = None, high: float | None = None) -> Box:
        lows, highs = self.low.copy(), self.high.copy()
        lows[i] = lows[i] if low is None else low
        highs[i] = highs[i] if high is None else high
        return Box(lows, highs)


def _peeled(box: Box, inputs: Array, fails: npt.NDArray[np.bool_]) -> Box | None:
    """The box less the edge whose going raises the share of failing worlds most."""
    inside = box.holds(inputs)
    smallest = SMALLEST_BOX * inputs.shape[1]
    here, failing = inputs[:, inside], fails[inside]
    candidates: list[tuple[float, Box]] = []
    for i, row in enumerate(here):
        low, high = np.quantile(row, [PEEL, 1 - PEEL])
        above, below = row[row > low], row[row < high]
        if smallest <= len(above) < len(row):
            box_above = box.having(i, low=float(above.min()))
            candidates.append((float(failing[row > low].mean()), box_above))
        if smallest <= len(below) < len(row):
            box_below = box.having(i, high=float(below.max()))
            candidates.append((float(failing[row < high].mean()), box_below))
    best = max(candidates, key=lambda pair: pair[0], default=None)
    return None if best is None or best[0] < failing.mean() else best[1]


def _balance(box: Box, inputs: Array, fails: npt.NDArray[np.bool_]) -> float:
    """Share of the failing worlds inside, less that of the others."""
    inside = box.holds(inputs)
    return float(fails[inside].sum() / fails.sum() - (~fails)[inside].sum() / (~fails).sum())


def _without_idle(box: Box, inputs: Array, fails: npt.NDArray[np.bool_]) -> Box:
    for i in range(len(inputs)):
        for side in ({"low": -np.inf}, {"high": np.inf}):
            wider = box.having(i, **side)
            density = fails[box.holds(inputs)].mean()
            if fails[wider.holds(inputs)].mean() >= density - NEEDED:
                box = wider
    return box


def _end(value: float) -> float | None:
    return float(value) if np.isfinite(value) else None
