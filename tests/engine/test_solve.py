"""The least change to a target: never clearly further than SciPy's best of ten starts."""

from __future__ import annotations

import json

import numpy as np
import pytest

from engine import Scenario, simulate
from engine.analysis.kpi import at, values
from engine.analysis.solve import WORTH_A_LEVER, solve
from engine.analysis.variants import Lever
from tests.engine.make_solve_reference import CASES, REFERENCE, goal, levers, scenario

SCENARIO = Scenario()
CAPACITY = at("capacity_eflops", 60)
FOUND = json.loads(REFERENCE.read_text(encoding="utf-8"))
WITHIN = 1.01  # of SciPy's change


@pytest.mark.parametrize("place", range(len(CASES)))
def test_a_target_is_reached_with_no_more_change_than_scipy_needs_from_ten_starts(place):
    name, kpi, names, factor = CASES[place]
    of = scenario(name)
    target = goal(of, kpi, factor)
    assert target == pytest.approx(FOUND[place]["target"], rel=1e-9, abs=1e-9)
    found = solve(of, kpi, target, levers(names))
    if FOUND[place]["change"] is None and not found.reached:
        assert found.why == "too far"
        return
    assert (found.reached, found.why) == (True, "")
    assert len(found.moved) <= 3
    assert found.value == pytest.approx(target, rel=1e-6, abs=1e-9)
    [again] = values([found.scenario], kpi)
    assert again == pytest.approx(target, rel=1e-6, abs=1e-9)
    if FOUND[place]["change"] is not None:  # none of SciPy's starts may have come there
        assert found.change <= WITHIN * FOUND[place]["change"] + 1e-6


def test_all_but_three_of_the_twenty_targets_are_reached_by_scipy():
    assert [row["change"] is None for row in FOUND].count(True) == 3
    assert len(FOUND) == len(CASES) == 20


def test_a_number_that_jumps_over_the_target_comes_as_near_as_it_can():
    slow = SCENARIO.bring_up_months.having(gpu=2)
    [before, after] = values([SCENARIO, SCENARIO.having(bring_up_months=slow)], CAPACITY)
    assert before > after
    target = float(before + 0.7 * (after - before))
    found = solve(SCENARIO, CAPACITY, target, [Lever("bring_up_months", "gpu")])
    assert (found.reached, found.why) == (False, "passes over")
    assert found.scenario.bring_up_months["gpu"] == 2
    assert found.value == pytest.approx(after)
    near = solve(
        SCENARIO,
        CAPACITY,
        float(before + 0.2 * (after - before)),
        [Lever("bring_up_months", "gpu")],
    )
    assert (near.reached, near.moved) == (False, ())
    assert near.value == pytest.approx(before)


def test_a_lever_in_whole_steps_is_left_out_where_another_reaches_the_target():
    target = 1.001 * float(values([SCENARIO], CAPACITY)[0])
    unlocked = [Lever("bring_up_months", "gpu"), Lever("availability")]
    found = solve(SCENARIO, CAPACITY, target, unlocked)
    assert found.reached
    assert [lever.key for lever, _, _ in found.moved] == ["availability"]


def test_levers_without_effect_are_said_to_have_none_and_stay():
    found = solve(SCENARIO, CAPACITY, 5000.0, [Lever("wacc")])
    assert (found.reached, found.why, found.moved) == (False, "no effect", ())
    assert found.value == simulate(SCENARIO)["capacity_eflops"][60]


def test_without_a_lever_nothing_is_moved():
    found = solve(SCENARIO, CAPACITY, 5000.0, [])
    assert (found.reached, found.why, found.moved) == (False, "no lever", ())
    there = float(values([SCENARIO], CAPACITY)[0])
    assert solve(SCENARIO, CAPACITY, there, []).reached


def test_a_target_too_far_away_is_said_to_be_and_the_nearest_is_at_an_end():
    power = Lever("power_budget_gw")
    found = solve(SCENARIO, CAPACITY, 1e9, [power, Lever("availability")])
    assert (found.reached, found.why) == (False, "too far")
    # more availability would add next to nothing
    assert found.at_end == (power,)
    ends = [
        SCENARIO.having(power_budget_gw=gw, availability=1.0)
        for gw in np.linspace(*power.bounds, 41).tolist()
    ]
    assert found.value >= max(values(ends, CAPACITY)) * (1 - WORTH_A_LEVER)


def test_a_target_below_every_number_is_not_reached_either():
    found = solve(SCENARIO, CAPACITY, -1.0, [Lever("power_budget_gw"), Lever("availability")])
    assert (found.reached, found.why) == (False, "too far")
    assert found.value >= 0
