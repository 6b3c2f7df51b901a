"""No cached step answers for another scenario: every row of the table moved, cached and not.

Each move is asked for right after the scenario it was moved from, so that whatever was kept of
that one lies ready to be taken by mistake. A row that is added is covered without an edit here.
"""

from __future__ import annotations

import dataclasses
import sys
from collections.abc import Iterator, Mapping
from typing import Any

import numpy as np
import pytest

from engine import PARAMETERS, Catalogue, Scenario, ScenarioError, simulate, simulate_batch
from engine.analysis.hedge import hedge
from engine.analysis.kpi import Kpi, at, over_draws, values
from engine.analysis.mix_map import mixes
from engine.run import scenario_arrays
from engine.run.backend import NUMPY
from engine.run.latest_cache import LatestCache
from engine.tables.parameter import Parameter
from engine.values import ALL, EVENT_KINDS, Contract, Event, PerFamily, Site
from engine.worlds.ensemble import all_columns, ensemble, quantities

DRAWS = 16
PART_OF_THE_WAY = 0.3  # from where a row stands to its farther end
EVERY_KIND = tuple(
    Event(kind.key, ALL, 20, 4, 0.7 if kind.has_severity else 0.0) for kind in EVENT_KINDS.values()
)
# a world in which every row has something to decide
BASE = Scenario().having(
    draws=64,
    revenue_growth=3,
    intensity=18,
    initial_it_mw={"tpu": 80, "trainium": 150, "gpu": 90},
    power_growth_gw_per_year=0.5,
    investment_budget_bn_per_year=30,
    owned_share={"tpu": 0.3, "trainium": 0.6, "gpu": 0.5},
    mix_start={"tpu": 0.5, "trainium": 0.5, "gpu": 0},
    mix={"tpu": 0.6, "trainium": 0.4, "gpu": 0},
    mix_month=40,
    substitute_any=True,
    supply_chips_per_year={"tpu": 60_000, "trainium": 150_000, "gpu": 20_000},
    supply_growth={"tpu": 4, "trainium": 1.3, "gpu": 2},
    generation_slip_months={"tpu": 2, "trainium": 3, "gpu": 1},
    grid_delay_months=2,
    revenue_anchors=[[0, 1.0], [9, 4.0]],
    events=EVERY_KIND,
    sites=(Site("West", 0.2, 6, 12, 1.0), Site("North", 0.3, 15, 9, 0.7)),
    contracts=(Contract("First", "tpu", 3, 30, 0.5, 0.8, 1.1),),
    repower_threshold=0.95,
    repower_share_per_year=0.1,
    rent_basis="cost",
    software_gain={"tpu": 1.1, "trainium": 1.2, "gpu": 1.05},
    chip_price_growth={"tpu": 0.9, "trainium": 1.1, "gpu": 1.2},
)


ROWS = {
    "sites": (Site("East", 0.3, 18, 6, 0.8),),
    "contracts": (Contract("Tranche", "gpu", 18, 12, 0.4, 0.8, 1.2),),
}


def moved(row: Parameter, scenario: Scenario) -> Iterator[tuple[str, Scenario]]:
    """The scenario with the row a good step from where it stands, each family on its own."""
    value = getattr(scenario, row.key)
    if isinstance(value, PerFamily):
        for family in value:
            yield f"{row.key}.{family}", stepped(row, scenario, family)
    elif row.key == "events":
        for kind in EVENT_KINDS.values():
            more = Event(kind.key, ALL, 30, 6, 0.4 if kind.has_severity else 0.0)
            yield f"events: {kind.key}", scenario.having(events=(*value, more))
    elif row.schema is not None:
        yield row.key, scenario.having(**{row.key: ROWS[row.key]})
    elif row.kind == "choice":
        yield row.key, scenario.having(**{row.key: next(w for w in row.words if w != value)})
    elif row.kind == "anchors":
        yield "revenue_anchors: level", scenario.having(revenue_anchors=[[0, 1.0], [9, 5.0]])
        yield "revenue_anchors: month", scenario.having(revenue_anchors=[[0, 1.0], [8, 4.0]])
    elif row.kind == "month":
        yield row.key, scenario.having(**{row.key: "2025-07"})
    elif row.kind == "switch":
        yield row.key, scenario.having(**{row.key: not value})
    elif row.key == "horizon_months":  # what is kept of a longer one holds the shorter one
        yield f"{row.key}: less", scenario.having(horizon_months=value - 12)
        yield f"{row.key}: more", scenario.having(horizon_months=value + 12)
    elif row.kind == "optional" and value is None:
        yield row.key, scenario.having(**{row.key: 1.5 * row.low})
    elif row.key == "draws":
        yield row.key, scenario.having(draws=2 * value)  # a step on the slider takes long
    else:
        yield row.key, stepped(row, scenario, "")


def stepped(row: Parameter, scenario: Scenario, family: str) -> Scenario:
    """Towards the farther end, or towards the other where a second row stands in the way."""
    value = getattr(scenario, row.key)
    here = value[family] if family else value
    low, high = row.low, row.high
    assert low is not None
    assert high is not None
    for end in sorted((low, high), key=lambda end: -abs(end - here)):
        there = here + PART_OF_THE_WAY * (end - here)
        number = round(there) if row.whole else there
        changed: Any = number
        if family:
            changed = {**value, family: number}
            if row.sums_to_one:
                left = sum(value.values()) - here
                changed = {f: share * (1 - number) / left for f, share in value.items()}
                changed[family] = number
        try:
            return scenario.having(**{row.key: changed})
        except ScenarioError:
            continue
    raise AssertionError(f"{row.key} cannot be moved")


def with_chips(scenario: Scenario) -> Iterator[tuple[str, Scenario]]:
    """Each column of the catalogue changed in one generation that is bought."""
    bought = scenario.catalogue.generations("tpu")[-1]
    for column, value in (
        ("available", "2026-06"),
        ("tops", bought.tops * 1.3),
        ("it_watts", bought.it_watts * 1.3),
        ("capex_usd", bought.capex_usd * 1.3),
        ("rent_usd_per_hour", bought.rent_usd_per_hour * 1.3),
    ):
        other = dataclasses.replace(bought, **{column: value})
        chips = tuple(other if chip is bought else chip for chip in scenario.catalogue.chips)
        yield f"catalogue: {column}", scenario.having(catalogue=Catalogue("moved", chips))


def under_another_name(scenario: Scenario, old: str, new: str) -> Scenario:
    chips = tuple(
        dataclasses.replace(chip, family=new) if chip.family == old else chip
        for chip in scenario.catalogue.chips
    )
    renamed = {
        row.key: PerFamily(
            {new if f == old else f: v for f, v in getattr(scenario, row.key).items()}
        )
        for row in PARAMETERS
        if row.per_family
    }
    return dataclasses.replace(scenario, catalogue=Catalogue("renamed", chips), **renamed)


MOVES = dict(
    [
        *(move for row in PARAMETERS for move in moved(row, BASE)),
        *with_chips(BASE),
        ("catalogue: family", under_another_name(BASE, "gpu", "asic")),
    ]
)


TOGETHER = [  # those that are computed with the scenario they were moved from
    name
    for name, scenario in MOVES.items()
    if scenario.catalogue is BASE.catalogue and scenario.horizon_months == BASE.horizon_months
]


def caches() -> list[LatestCache[Any]]:
    """Every memory of the engine, wherever it is kept."""
    modules = [m for name, m in sys.modules.items() if name.partition(".")[0] == "engine"]
    return [it for m in modules for it in vars(m).values() if isinstance(it, LatestCache)]


def forget() -> None:
    found = caches()
    assert len(found) >= 2
    for cache in found:
        cache.forget()
    scenario_arrays._alone.clear()


def answers(scenario: Scenario) -> dict[str, Any]:
    """Everything an ensemble and the hedge say of the scenario, as arrays and numbers."""
    asked = DRAWS if scenario.draws == BASE.draws else None
    drawn = ensemble(scenario, asked, all_columns(scenario.families), concentration=True)
    priced = hedge(scenario, DRAWS)
    outcomes = {"mix": priced.mix, **priced.single}
    return flat({"bands": drawn.bands, "risk": drawn.risk, "hedge": outcomes})


def flat(found: Any, name: str = "") -> dict[str, Any]:
    """What is found by its path, dataclasses and mappings taken apart."""
    if dataclasses.is_dataclass(found):
        found = vars(found)
    if not isinstance(found, Mapping):
        return {name: found}
    return {k: v for key, part in found.items() for k, v in flat(part, f"{name} {key}").items()}


def differing(found: dict[str, Any], expected: dict[str, Any]) -> list[str]:
    """What is not the same to the bit."""
    same = found.keys() & expected.keys()
    unlike = [n for n in same if not np.array_equal(found[n], expected[n], equal_nan=True)]
    return sorted([*(found.keys() ^ expected.keys()), *unlike])


@pytest.fixture(scope="module")
def unmoved() -> dict[str, Any]:
    forget()
    return answers(BASE)


@pytest.mark.parametrize("name", MOVES)
def test_that_drawn_worlds_after_a_move_are_those_of_a_fresh_start(
    name: str, unmoved: dict[str, Any]
) -> None:
    forget()
    expected = answers(MOVES[name])
    forget()
    ensemble(BASE, DRAWS, ("economic_cost_bn",)), hedge(BASE, DRAWS)  # fill what is kept
    assert differing(answers(MOVES[name]), expected) == []
    if name != "catalogue: rent_usd_per_hour":  # rents are made from cost
        assert differing(expected, unmoved), "a move has to matter, or nothing is tested"


@pytest.mark.parametrize("name", MOVES)
def test_that_a_plain_run_after_a_move_is_that_of_a_fresh_start(name: str) -> None:
    forget()
    expected = dict(simulate(MOVES[name]))
    forget()
    simulate(BASE)  # fill what is kept
    assert differing(dict(simulate(MOVES[name])), expected) == []


@pytest.mark.parametrize("name", TOGETHER)
def test_that_worlds_of_several_scenarios_are_those_of_each_where_one_row_differs(
    name: str,
) -> None:
    """Scenarios in blocks: what was computed for the first is not taken for one that differs."""
    two = [BASE, dataclasses.replace(MOVES[name], seed=BASE.seed)]
    whole = Whole(BASE)
    forget()
    in_blocks = dataclasses.replace(NUMPY, block=DRAWS)
    found = over_draws([*two, *reversed(two)], whole, DRAWS, in_blocks)
    forget()
    alone = [over_draws([scenario], whole, DRAWS)[0] for scenario in two]
    np.testing.assert_allclose(found, [*alone, *reversed(alone)], rtol=1e-9)


@pytest.mark.parametrize("column", all_columns(BASE.families))
def test_that_a_mix_map_has_each_column_as_its_mix_has_it_alone(column: str) -> None:
    kpi = Kpi(column, "mean", 12, 95)
    _, scenarios = mixes(BASE, BASE.families, 3)
    in_blocks = dataclasses.replace(NUMPY, block=2 * DRAWS)  # two mixes at a time
    found = over_draws(scenarios, kpi, DRAWS, in_blocks)
    alone = [over_draws([scenario], kpi, DRAWS)[0] for scenario in scenarios]
    np.testing.assert_allclose(found, alone, rtol=1e-9, atol=1e-12)


def test_that_all_moves_in_one_batch_are_each_what_they_are_alone() -> None:
    together = simulate_batch([BASE, *MOVES.values()])
    for name, scenario, found in zip(["", *MOVES], [BASE, *MOVES.values()], together, strict=True):
        for column, line in simulate(scenario).items():
            close(found[column], line, f"{name}: {column}")


def test_that_a_number_of_all_moves_is_each_ones_own() -> None:
    """A tornado's way: many plain runs, most of which share most of what they read."""
    kpi = at("npv_economic_cost_bn", 80)
    long = [scenario for scenario in MOVES.values() if scenario.horizon_months > 80]
    alone = [values([scenario], kpi)[0] for scenario in long]
    np.testing.assert_allclose(values(long, kpi), alone, rtol=1e-9)


def close(found: Any, expected: Any, name: str) -> None:
    size = np.max(np.abs(expected), initial=0, where=~np.isnan(expected))
    np.testing.assert_allclose(found, expected, rtol=1e-9, atol=1e-9 * size, err_msg=name)


class Whole:
    """All columns and months of each world in one number: a sum with weights by chance."""

    def __init__(self, scenario: Scenario) -> None:
        self.months = scenario.horizon_months
        dice, plain = np.random.default_rng(7), simulate(scenario)
        self._weights = {
            column: dice.uniform(1, 2, (self.months, 1, 1)) / (1e-9 + np.nanmax(plain[column]))
            for column in all_columns(scenario.families)
        }

    def check(self, scenario: Scenario) -> None:
        """It can be asked of any."""

    def of(self, simulation: Any) -> Any:
        known = quantities(simulation.inputs.families)
        weighed = (
            (weight * np.nan_to_num(known[column](simulation))).sum(axis=0)
            for column, weight in self._weights.items()
        )
        return sum(weighed)
