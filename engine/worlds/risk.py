"""Section 8, the risk measures: how often short, how badly, how concentrated, and what if.

Shares and chances are 0 to 1; money in $bn of 2025, not discounted.
"""

from __future__ import annotations

import functools
import operator
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from engine import allowed
from engine.model.arrays import FAMILY, HOST, TIME, Array, ArrayModule, Truths
from engine.model.conventions import running_sum
from engine.run.backend import Backend
from engine.run.result import Result
from engine.run.simulation import Simulation
from engine.tables.scenario import Scenario
from engine.worlds import quantiles
from engine.worlds.exposure import foundry_exposure
from engine.worlds.sample_store import SampleStore

CONFIDENCE = 0.95  # of the CVaR; model section 8
HHI_OF_MONOPOLY = 10_000  # the index is in points of squared percent, as regulators state it
LAYERS = ("capacity", "power", "spend", "foundry")


@dataclass(frozen=True)
class Spread:
    """One number over the worlds: mean, quantiles, and the mean of the worst 5% (CVaR95)."""

    mean: float
    p5: float
    p25: float
    p50: float
    p75: float
    p95: float
    cvar95: float


@dataclass(frozen=True)
class Risk:
    """Risk measures of an ensemble; lines are (time,), totals are over the `window`.

    A month is short when more than `shortfall_tolerance` of demand is unserved.
    """

    window: tuple[int, int]  # first and last month
    short: Array  # chance that the month is short
    ever_short: Array  # chance of a short month from the window's first up to this one
    unserved_eflops: Array  # expected
    unserved_revenue_bn: Array  # expected, in the month
    unserved_compute: Spread  # EFLOP/s-months
    unserved_revenue: Spread  # $bn
    cost: Spread  # economic, $bn
    concentration: Mapping[str, Array]  # expected HHI of the fleet by layer; empty if not asked

    @property
    def chance_of_shortfall(self) -> float:
        """Chance of at least one short month in the window [share]."""
        return float(self.ever_short[self.window[1]])


def default_window(scenario: Scenario) -> tuple[int, int]:
    """The months that chance can touch: all after `as_of`, or the last where there is none.

    Takes: `scenario`.
    Gives: first and last month [months since start].
    """
    last = scenario.horizon_months - 1
    return min(scenario.as_of + 1, last), last


SHORT, EVER = "risk: short", "risk: ever short"
UNSERVED, REVENUE = "risk: unserved", "risk: unserved revenue"
TOTAL_UNSERVED, TOTAL_REVENUE = "risk: total unserved", "risk: total unserved revenue"
TOTAL_COST = "risk: total cost"
TOTALS = (TOTAL_UNSERVED, TOTAL_REVENUE, TOTAL_COST)
LAYER = "risk: concentration by "


class RiskSamples:
    """What an ensemble has to keep for its risk measures."""

    def __init__(
        self, scenario: Scenario, window: tuple[int, int] | None, concentration: bool
    ) -> None:
        months = scenario.horizon_months
        asked = default_window(scenario) if window is None else window
        self.window = allowed.months("window", asked, months)
        self._tolerance = scenario.shortfall_tolerance
        self._foundries = foundry_exposure(scenario.families)
        self._layers = LAYERS if concentration else ()
        by_month = (SHORT, EVER, UNSERVED, REVENUE, *(LAYER + layer for layer in self._layers))
        self.means = by_month  # of which no quantiles are reported
        self.heights = dict.fromkeys(by_month, months) | dict.fromkeys(TOTALS, 1)

    def lines(self, simulation: Simulation) -> dict[str, Array]:
        """The values to keep from the worlds of a block.

        Takes: `simulation`, of one scenario.
        Gives: by name (time or 1, 1, draw) [shares, EFLOP/s, $bn a month; totals over the window].
        """
        xp = simulation.xp
        first, last = self.window
        unserved, revenue = simulation["shortfall_eflops"], simulation["unserved_revenue_bn"]
        found_short = is_short(unserved, simulation["demand_eflops"], self._tolerance)
        short = xp.broadcast_to(found_short, unserved.shape).astype(float)
        ever = xp.zeros(short.shape)
        ever[first:] = running_sum(xp, short[first:]) > 0
        flows = (unserved, revenue, simulation["economic_cost_bn"])
        totals = [flow[first : last + 1].sum(axis=TIME)[None] for flow in flows]
        found = {SHORT: short, EVER: ever, UNSERVED: unserved, REVENUE: revenue}
        found |= dict(zip(TOTALS, totals, strict=True))
        if self._layers:
            found |= self._concentration(simulation)
        return found

    def _concentration(self, simulation: Simulation) -> dict[str, Array]:
        xp = simulation.xp
        capacity = simulation["capacity_eflops_by_family"]
        layers = {
            "capacity": hhi(xp, capacity),
            "power": hhi(xp, simulation["it_power_gw_by_family"]),
            "spend": hhi(xp, running_sum(xp, simulation["commitment_bn_by_family"])),
            "foundry": hhi(xp, _by_foundry(xp, capacity, self._foundries)),
        }
        return {LAYER + layer: line for layer, line in layers.items()}

    def risk(self, backend: Backend, samples: SampleStore) -> Risk:
        """The measures of all worlds together.

        Takes: `samples`, their values.
        Gives: Risk.
        Source: model, section 8.
        """

        def line(name: str) -> Array:
            array = np.array(backend.to_numpy(samples.mean(name)))
            array.setflags(write=False)
            return array

        def spread(name: str) -> Spread:
            return spread_of(backend, samples.sample(name), samples.mean(name))

        return Risk(
            window=self.window,
            short=line(SHORT),
            ever_short=line(EVER),
            unserved_eflops=line(UNSERVED),
            unserved_revenue_bn=line(REVENUE),
            unserved_compute=spread(TOTAL_UNSERVED),
            unserved_revenue=spread(TOTAL_REVENUE),
            cost=spread(TOTAL_COST),
            concentration={layer: line(LAYER + layer) for layer in self._layers},
        )


def spread_of(backend: Backend, drawn: quantiles.Sample, mean: Array) -> Spread:
    """The Spread of a sample of one row.

    Takes: `drawn`, the sample; `mean` (1,) [unit of its values].
    Gives: Spread [unit of its values].
    """
    xp = backend.xp
    found = [mean, *quantiles.quantiles(xp, drawn), quantiles.tail_means(xp, drawn, CONFIDENCE)]
    return Spread(*(float(backend.to_numpy(value)[0]) for value in found))


def is_short(unserved: Array, demand: Array, tolerance: float) -> Truths:
    """Where more than a share of demand is unserved.

    Takes: `unserved` and `demand` (time, ...) [EFLOP/s]; `tolerance` [share].
    Gives: (time, ...) booleans.
    Raises: ValueError for a tolerance that is no share.
    Source: model, section 8.
    """
    allowed.share("tolerance", tolerance)
    return unserved > tolerance * demand


def cvar(values: Array, confidence: float = CONFIDENCE) -> float:
    """Mean of the worst (highest) values, all equally likely.

    The value on the edge counts by the fraction that is left to it.

    Takes: `values` (world,) [any unit]; `confidence` [share], of the values that do not count.
    Gives: [unit of the values].
    Raises: ValueError where there are none, or one is undefined.
    Source: Rockafellar and Uryasev 2000, see `quantiles.tail_means`.
    """
    worlds = np.asarray(values, float)
    if worlds.ndim != 1 or not len(worlds) or np.isnan(worlds).any():
        raise ValueError(f"values {worlds}: allowed are one or more numbers in a row")
    drawn = quantiles.sample(HOST, worlds[None])
    return float(quantiles.tail_means(HOST, drawn, confidence)[0])


def hhi(xp: ArrayModule, by_family: Array) -> Array:
    """Herfindahl-Hirschman index, 10,000 for a monopoly.

    Takes: `by_family` (time, family, ...) [any unit].
    Gives: (time, ...) [points], NaN where there is nothing to share out.
    Source: model, section 8; US Department of Justice, Merger Guidelines 2023, 2.1.
    """
    total, squares = by_family[:, 0], by_family[:, 0] ** 2
    for f in range(1, by_family.shape[FAMILY]):
        total, squares = total + by_family[:, f], squares + by_family[:, f] ** 2
    there = total > 0
    shared = squares / xp.where(there, total, 1.0) ** 2
    return xp.where(there, HHI_OF_MONOPOLY * shared, xp.nan)


def effective_suppliers(index: Array) -> Array:
    """How many equal suppliers would be as concentrated.

    Takes: `index` (...) [points], an HHI, or NaN.
    Gives: (...) [suppliers], NaN where undefined.
    Raises: ValueError for an index that none can have.
    Source: model, section 8.
    """
    if np.any(np.asarray(index) <= 0) or np.any(np.asarray(index) > HHI_OF_MONOPOLY * (1 + 1e-9)):
        raise ValueError(f"index {index}: allowed are numbers above 0, to {HHI_OF_MONOPOLY}")
    return HHI_OF_MONOPOLY / index


def _by_foundry(xp: ArrayModule, by_family: Array, made: Mapping[str, Sequence[float]]) -> Array:
    """(time, foundry, ...) what rests on each foundry."""
    parts = [[by_family[:, f] * share for f, share in enumerate(own)] for own in made.values()]
    return xp.stack([functools.reduce(operator.add, own) for own in parts], axis=FAMILY)


def concentration(result: Result) -> dict[str, Array]:
    """The HHI of one run's fleet by layer: capacity, power, spend and foundry.

    Spend is the money signed for up to the month; foundry is capacity by who made the chips.

    Takes: `result` of a run.
    Gives: by layer (time,) [points].
    Source: model, section 8.
    """
    families = result.scenario.families
    capacity = result.by_family("capacity_eflops").T
    spend = np.cumsum(result.by_family("commitment_bn").T, axis=TIME)
    layers = {
        "capacity": capacity,
        "power": result.by_family("it_power_gw").T,
        "spend": spend,
        "foundry": _by_foundry(HOST, capacity, foundry_exposure(families)),
    }
    return {layer: hhi(HOST, by_family) for layer, by_family in layers.items()}
