"""Proposals: few levers, different ones, the first at once, and nothing that is locked or past."""

from __future__ import annotations

from itertools import pairwise
from unittest.mock import patch

import numpy as np
import pytest

from engine import simulate
from engine.analysis.kpi import Kpi, at, over_draws, total, values
from engine.analysis.outcomes import outcomes
from engine.analysis.proposals import DECISIONS, GoalFound, decisions, furthest, proposals
from engine.analysis.solve import solve, solve_alone
from engine.analysis.variants import Lever
from engine.tables.scenario import Scenario
from engine.worlds.ensemble import Cancelled
from tests.engine.make_rank_reference import scenario

CAPACITY = at("capacity_eflops", 48)
DRAWS = 16


def asked(of: Scenario, kpi: Kpi, factor: float) -> tuple[float, list[GoalFound]]:
    target = float(values([of], kpi)[0]) * factor
    return target, list(proposals(of, kpi, target, decisions(of), DRAWS))


@pytest.mark.parametrize(("name", "factor"), [("power_starved", 1.05), ("article_2025_10", 0.8)])
def test_every_proposal_is_at_the_target_or_beyond_by_few_levers_each_led_by_another(
    name: str, factor: float
) -> None:
    of = scenario(name)
    target, found = asked(of, CAPACITY, factor)
    last = found[-1]
    assert last.settled
    assert last.draws == DRAWS
    assert not any(one.settled for one in found[:-1])
    assert 1 <= len(last.proposals) <= 3
    solutions = [one.solution for one in last.proposals]
    changes = [solution.change for solution in solutions]
    assert changes == sorted(changes)
    assert len({furthest(solution) for solution in solutions}) == len(solutions)
    for one in last.proposals:
        assert one.reached
        [value] = values([one.solution.scenario], CAPACITY)
        assert value == pytest.approx(one.solution.value)
        assert value >= target * (1 - 1e-5) if factor > 1 else value <= target * (1 + 1e-5)
        assert 1 <= len(one.solution.moved) <= 5 < len(decisions(of))


def test_no_later_answer_is_further_away_than_an_earlier_one() -> None:
    _, found = asked(scenario("power_starved"), total("unserved_revenue_bn", 22, 95), 0.5)
    least = [one.proposals[0].solution.change for one in found if one.proposals]
    assert len(found) > 2
    for earlier, later in pairwise(least):
        assert later <= earlier + 1e-6  # of a slider: both are at the target, near enough


def counted(of: Scenario, kpi: Kpi, target: float) -> tuple[int, GoalFound]:
    """How many runs stand behind the first answer, and that."""
    runs = []
    real = Kpi.values
    with patch.object(type(kpi), "values", lambda kpi, some: runs.extend(some) or real(kpi, some)):
        first = next(iter(proposals(of, kpi, target, decisions(of), 64)))
    return len(runs), first


@pytest.mark.parametrize("factor", [1.2, 0.9])
def test_the_first_answer_takes_few_runs_and_is_a_way_to_the_target(factor: float) -> None:
    of = scenario("public_record_2026_11")
    kpi = at("capacity_eflops", 47)
    target = factor * float(kpi.values([of])[0])
    runs, first = counted(of, kpi, target)
    assert runs < 4 * len(decisions(of)) + 50
    [proposal] = first.proposals
    assert proposal.reached
    assert not first.settled
    value = simulate(proposal.solution.scenario)["capacity_eflops"][47]
    assert value == pytest.approx(proposal.solution.value)
    assert value >= target * (1 - 1e-5) if factor > 1 else value <= target * (1 + 1e-5)


def test_the_first_answer_to_what_can_t_be_had_is_near_and_says_so() -> None:
    of = scenario("public_record_2026_11")
    _, first = counted(of, at("capacity_eflops", 47), 1e9)
    [proposal] = first.proposals
    assert not proposal.reached
    assert proposal.solution.value > float(at("capacity_eflops", 47).values([of])[0])


def test_cost_and_chance_are_those_of_the_proposal_s_own_worlds() -> None:
    of = scenario("power_starved")
    target, found = asked(of, CAPACITY, 1.05)
    for one in found[-1].proposals:
        runs = [of, one.solution.scenario]
        before, after = np.mean(over_draws(runs, CAPACITY, DRAWS) >= target, axis=1)
        assert (one.chance_before, one.chance) == (before, after)
        assert one.cost == outcomes(runs, DRAWS).difference("economic_cost", 0, 1)


def test_what_can_t_be_reached_has_one_proposal_the_nearest_by_few_levers() -> None:
    of = scenario("public_record_2026_11")
    target = float(values([of], CAPACITY)[0]) * 3.0
    *_, last = proposals(of, CAPACITY, target, decisions(of, {"contracts"}), DRAWS)
    [one] = last.proposals
    assert (one.reached, one.solution.why) == (False, "too far")
    assert one.solution.binding == "supply"
    assert len(one.solution.moved) <= 5


def test_decisions_are_neither_locked_nor_past_nor_the_customers() -> None:
    of = Scenario()
    keys = {lever.key for lever in decisions(of)}
    assert keys == set(DECISIONS)
    assert "revenue_growth" not in keys
    left = decisions(of, {"power_budget_gw", "mix"})
    assert {lever.key for lever in left} == keys - {"power_budget_gw", "mix"}
    past = of.having(mix_month=of.as_of)
    assert {lever.key for lever in decisions(past)} == keys - {"mix_month"}


def test_a_month_is_moved_by_whole_months_and_never_into_the_past() -> None:
    of = scenario("power_starved")
    lever = Lever("power_ready_month")
    for factor in (1.03, 1.5):
        target = float(values([of], CAPACITY)[0]) * factor
        month = solve(of, CAPACITY, target, [lever]).scenario.power_ready_month
        assert month == round(month)
        assert of.as_of < month < of.power_ready_month


def test_a_share_that_does_all_by_not_being_zero_is_moved_by_a_whole_step() -> None:
    of = scenario("one_supplier_gpu")
    kpi = total("unserved_revenue_bn", of.as_of + 1, of.horizon_months - 1)
    _, found = asked(of, kpi, 0.5)
    for one in found[0].proposals:
        for lever, before, after in one.solution.moved:
            if lever.key == "mix":
                assert abs(after - before) >= lever.row.step * (1 - 1e-9)


def test_a_lever_alone_reaches_what_the_search_of_that_lever_reaches() -> None:
    of = scenario("power_starved")
    target = float(values([of], CAPACITY)[0]) * 1.05
    levers = [Lever("power_budget_gw"), Lever("power_growth_gw_per_year")]
    for found in solve_alone(of, CAPACITY, target, levers):
        [(lever, _, after)] = found.moved
        again = solve(of, CAPACITY, target, [lever])
        assert after == pytest.approx(again.moved[0][2], rel=1e-4)


def test_a_search_that_nobody_waits_for_ends() -> None:
    of = scenario("power_starved")
    target = float(values([of], CAPACITY)[0]) * 1.05
    told = []

    def go_on(share: float) -> bool:
        told.append(share)
        return len(told) < 5

    with pytest.raises(Cancelled):
        list(proposals(of, CAPACITY, target, decisions(of), DRAWS, go_on))
    assert len(told) == 5
