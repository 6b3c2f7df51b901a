"""Break-points: known boxes are found, and the textbook's are never better in both shares."""

from __future__ import annotations

import functools
import json
from pathlib import Path

import numpy as np
import pytest

from engine.analysis.breakpoints import Breakpoints, prim
from engine.analysis.kpi import Kpi, at, over_draws, total
from engine.analysis.uncertain import uncertain_inputs
from engine.files.scenario_files import load
from engine.tables.scenario import Scenario, parameter
from engine.worlds.risk import default_window
from tests.engine.make_prim_reference import REFERENCE, SEEDS, WORLDS, made_up
from tests.engine.plain_prim import balance, peeling

SCENARIOS = Path("resources/scenarios")
NAMES = ("article_2025_10", "one_supplier_gpu", "power_starved", "public_record_2026_11")
DRAWS = 1024
CLEARLY = 0.03  # of balance: where ours may give one share for the other
CLOSE = 1e-9

PEELED = json.loads(REFERENCE.read_text(encoding="utf-8"))


def found_in(inputs: np.ndarray, fails: np.ndarray, **least: float) -> Breakpoints:
    names = [f"input {i}" for i in range(len(inputs))]
    return prim(names, [""] * len(names), inputs, fails, **least)


def best_of(path: list[list[float]], failing: float) -> tuple[float, float]:
    coverage, density = max(path, key=lambda row: balance(*row[:2], failing))[:2]
    return coverage, density


@functools.cache
def worst_fifth(name: str, question: str) -> tuple[list[str], np.ndarray, np.ndarray]:
    """Names and values of the uncertain inputs, and which worlds are the worst fifth."""
    scenario = load(SCENARIOS / f"{name}.headroom").scenario
    first, last = default_window(scenario)
    kpi: Kpi = {
        "unserved revenue": total("unserved_revenue_bn", first, last),
        "cost": total("economic_cost_bn", first, last),
        "capacity at the end": at("capacity_eflops", last),
    }[question]
    found = over_draws([scenario], kpi, DRAWS)[0]
    if question == "capacity at the end":
        found = -found
    names, _, inputs = uncertain_inputs(scenario, DRAWS, kpi.last)
    return names, inputs, found > np.quantile(found, 0.8)


# Boxes that are known


def test_an_input_with_a_lump_that_does_not_matter_is_no_condition():
    chance = np.random.Generator(np.random.Philox(key=1))
    growth, price = chance.random((2, 2000))
    delay = np.where(chance.random(2000) < 0.5, 0.0, 3 + chance.random(2000))
    outages = np.floor(3 * chance.random(2000))
    found = found_in(np.stack([delay, outages, growth, price]), (growth > 0.8) & (price > 0.2))
    assert [condition.name for condition in found.conditions] == ["input 2", "input 3"]
    growth_is, price_is = found.conditions
    assert growth_is.low == pytest.approx(0.8, abs=0.01)
    assert price_is.low == pytest.approx(0.2, abs=0.02)
    assert (growth_is.high, price_is.high) == (None, None)
    assert found.coverage > 0.97
    assert found.density > 0.97


def test_lumps_that_matter_are_cut_off_whole_beside_even_inputs():
    chance = np.random.Generator(np.random.Philox(key=2))
    growth = chance.random(3000)
    delay = np.where(chance.random(3000) < 0.6, 0.0, 3 + 9 * chance.random(3000))
    outages = np.floor(5 * chance.random(3000))
    fails = (delay >= 3) & (outages >= 2) & (outages <= 3) & (growth > 0.3)
    found = found_in(np.stack([growth, delay, outages]), fails)
    growth_is, delay_is, outages_are = found.conditions
    assert growth_is.low == pytest.approx(0.3, abs=0.01)
    assert delay_is.low == pytest.approx(3.0, abs=0.05)
    assert delay_is.high is None
    assert (outages_are.low, outages_are.high) == (2, 3)
    assert found.coverage > 0.98
    assert found.density > 0.98


def test_a_yes_and_no_input_is_split_between_its_two_values():
    chance = np.random.Generator(np.random.Philox(key=3))
    switch = (chance.random(1000) < 0.3) * 1.0
    found = found_in(np.stack([chance.random(1000), switch]), switch == 1)
    [condition] = found.conditions
    assert (condition.name, condition.low, condition.high) == ("input 1", 1.0, None)
    assert (found.coverage, found.density) == (1.0, 1.0)


def test_a_lump_at_the_upper_end_is_cut_off_as_one_at_the_lower_end_is():
    chance = np.random.Generator(np.random.Philox(key=4))
    kept = np.where(chance.random(1000) < 0.7, 1.0, chance.random(1000))
    found = found_in(np.stack([chance.random(1000), kept]), kept < 1)
    [condition] = found.conditions
    assert condition.name == "input 1"
    assert condition.high == kept[kept < 1].max()
    assert (found.coverage, found.density) == (1.0, 1.0)


# Beside the textbook


@pytest.mark.parametrize("seed", SEEDS)
def test_the_plain_program_peels_as_ema_workbench_did(seed):
    inputs, fails = made_up(seed)
    path = peeling(inputs, fails.tolist())
    assert len(path) > 15
    np.testing.assert_allclose(path, PEELED[seed][: len(path)], atol=1e-12)


@pytest.mark.parametrize("seed", SEEDS)
def test_no_box_of_ema_workbench_has_both_more_coverage_and_more_density(seed):
    inputs, fails = made_up(seed)
    found = found_in(inputs, fails)
    failing = float(fails.mean())
    assert found.failing == failing == 80 / WORLDS
    for coverage, density in PEELED[seed]:
        assert coverage <= found.coverage + CLOSE or density <= found.density + CLOSE
    coverage, density = best_of(PEELED[seed], failing)
    mine = balance(found.coverage, found.density, failing)
    if mine <= balance(coverage, density, failing) + CLEARLY:
        assert found.coverage >= coverage - CLOSE
        assert found.density >= density - CLOSE


@pytest.mark.parametrize("seed", SEEDS)
def test_whatever_coverage_and_density_ema_workbench_reaches_can_be_asked_for(seed):
    inputs, fails = made_up(seed)
    for coverage, density in PEELED[seed][::4] + PEELED[seed][-1:]:
        least = {"least_coverage": coverage - CLOSE, "least_density": density - CLOSE}
        found = found_in(inputs, fails, **least)
        assert found.coverage >= coverage - 2 * CLOSE
        assert found.density >= density - 2 * CLOSE


@pytest.mark.parametrize("question", ["unserved revenue", "cost", "capacity at the end"])
@pytest.mark.parametrize("name", NAMES)
def test_the_worst_fifth_of_a_shipped_scenario_is_told_at_least_as_well_as_by_the_textbook(
    name, question
):
    names, inputs, fails = worst_fifth(name, question)
    failing = float(fails.mean())
    found = prim(names, [""] * len(names), inputs, fails)
    coverage, density = best_of([list(row) for row in peeling(inputs, fails.tolist())], failing)
    mine = balance(found.coverage, found.density, failing)
    textbook = balance(coverage, density, failing)
    assert mine >= textbook - CLOSE
    if mine <= textbook + CLEARLY:
        assert found.coverage >= coverage - CLOSE
        assert found.density >= density - CLOSE
    assert mine > 0.4
    if question != "cost":
        told = {condition.name for condition in found.conditions}
        assert told & {parameter(key).label_text for key in ("revenue_growth", "rebound")}


# Limits


def test_a_box_no_smaller_and_no_thinner_than_asked_for_or_none():
    inputs, fails = made_up(1)
    wide = found_in(inputs, fails, least_coverage=0.95)
    dense = found_in(inputs, fails, least_density=0.95)
    assert wide.coverage >= 0.95
    assert dense.density >= 0.95
    assert wide.density < dense.density
    both = found_in(inputs, fails, least_coverage=1.0, least_density=1.0)
    assert both.conditions == ()
    assert str(both) == "No condition tells the failing worlds apart."


def test_worlds_that_fail_at_random_are_not_explained_by_a_chain_of_conditions():
    chance = np.random.Generator(np.random.Philox(key=5))
    found = found_in(chance.random((8, 800)), chance.random(800) < 0.2)
    assert balance(found.coverage, found.density, found.failing) < 0.25


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"least_coverage": 1.5}, "least_coverage 1.5: allowed are numbers from 0 to 1"),
        ({"least_density": float("nan")}, "least_density nan: allowed are finite numbers"),
    ],
)
def test_shares_outside_nought_to_one_are_refused(given, said):
    with pytest.raises(ValueError, match=said):
        found_in(*made_up(0), **given)


def test_worlds_that_do_not_fit_together_are_refused():
    inputs, fails = made_up(0)
    with pytest.raises(ValueError, match=r"inputs has shape \(5, 399\) for 5 names"):
        found_in(inputs[:, 1:], fails)
    with pytest.raises(ValueError, match=r"fails has shape \(0,\)"):
        found_in(inputs[:, :0], fails[:0])
    inputs[2, 7] = np.nan
    with pytest.raises(ValueError, match="input 2 is not a number in some world"):
        found_in(inputs, fails)


def test_that_the_default_scenario_has_four_inputs_a_family_and_four_shared_ones():
    names, units, inputs = uncertain_inputs(Scenario(), 64, 40)
    assert inputs.shape == (4 + 4 * 3, 64)
    assert len(names) == len(units) == 16
