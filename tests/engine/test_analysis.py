"""What is asked of many runs: each answer against an exact or a brute-force one."""

from __future__ import annotations

import itertools
import math

import numpy as np
import pytest

from engine import PARAMETERS, Scenario, simulate
from engine.analysis.attribution import attribution
from engine.analysis.breakpoints import breakpoints, prim
from engine.analysis.foresight import foresight
from engine.analysis.kpi import Kpi, at, over_draws, total, values
from engine.analysis.mix_map import mix_map, mixes
from engine.analysis.paired import paired
from engine.analysis.regret import of_outcomes, regret
from engine.analysis.solve import solve
from engine.analysis.tornado import tornado
from engine.analysis.variants import Lever, levers
from engine.worlds.ensemble import Cancelled, ensemble
from tests.engine.worlds import FAMILIES, NO_LUCK

SCENARIO = Scenario()
COST = at("npv_economic_cost_bn", 95)
CAPACITY = at("capacity_eflops", 60)
UNSERVED = total("unserved_revenue_bn", 10, 95)


# One number


def test_a_kpi_reduces_a_column_of_the_plain_run():
    plain = simulate(SCENARIO)["capacity_eflops"]
    expected = {
        "at": plain[30],
        "total": plain[30:41].sum(),
        "mean": plain[30:41].mean(),
        "highest": plain[30:41].max(),
        "lowest": plain[30:41].min(),
    }
    for how, value in expected.items():
        [found] = values([SCENARIO], Kpi("capacity_eflops", how, 30, 40))
        assert found == pytest.approx(value, rel=1e-12)


def test_values_of_scenarios_with_different_horizons_are_those_of_each():
    runs = [SCENARIO, SCENARIO.having(horizon_months=120), SCENARIO.having(wacc=0.05)]
    expected = [simulate(run)["npv_economic_cost_bn"][95] for run in runs]
    np.testing.assert_allclose(values(runs, COST), expected, rtol=1e-12)


# Levers


def test_every_number_of_the_table_that_a_plain_run_feels_is_a_lever():
    found = {lever.key for lever in levers(SCENARIO)}
    outside = {"Risk", "Ensemble"}
    expected = {
        row.key
        for row in PARAMETERS
        if (row.is_number or row.per_family) and row.group not in outside
    }
    assert found == expected - {"horizon_months"}


def test_a_lever_moves_within_its_bounds_and_back():
    for lever in levers(SCENARIO):
        low, high = lever.bounds
        for position in (0.0, 0.3, 1.0):
            value = lever.at(position)
            assert low <= value <= high * (1 + 1e-12)
            assert lever.position(value) == pytest.approx(position)
            moved = lever.moved(SCENARIO, value)
            moved.having(**{lever.key: getattr(moved, lever.key)})  # would be refused if wrong


def test_a_share_of_the_mix_takes_from_the_others_in_proportion():
    moved = Lever("mix", "tpu").moved(SCENARIO, 0.8).mix
    assert sum(moved.values()) == pytest.approx(1, abs=1e-12)
    before = SCENARIO.mix
    assert moved["trainium"] / moved["gpu"] == pytest.approx(before["trainium"] / before["gpu"])


# Tornado and foresight


@pytest.mark.parametrize("span", ["plausible", "full"])
def test_a_tornado_bar_is_two_single_runs(span):
    bars = tornado(SCENARIO, CAPACITY, span)
    assert [bar.width for bar in bars] == sorted((bar.width for bar in bars), reverse=True)
    # no budget and no growth of their own: there is nothing to be off by
    assert len(bars) == len(levers(SCENARIO)) - (2 if span == "plausible" else 0)
    for bar in bars[:12] + bars[-3:]:
        for end, there in ((bar.low, bar.at_low), (bar.high, bar.at_high)):
            one = simulate(bar.lever.moved(SCENARIO, end))["capacity_eflops"][60]
            assert there == pytest.approx(one, rel=1e-9)


def test_foresight_runs_along_the_whole_slider():
    power, life = foresight(SCENARIO, CAPACITY, [Lever("power_budget_gw"), Lever("life_months")])
    assert (power.at[0], power.at[-1]) == Lever("power_budget_gw").bounds
    assert power.highest > power.lowest
    assert (life.at == np.round(life.at)).all()
    for at_value, found in zip(life.at, life.kpi, strict=True):
        one = simulate(SCENARIO.having(life_months=int(at_value)))["capacity_eflops"][60]
        assert found == pytest.approx(one, rel=1e-9)


# The mix


def test_the_mix_map_has_every_mix_once_and_each_is_a_single_run():
    found = mix_map(SCENARIO, COST, draws=0)
    assert found.shares.shape == (231, 3)
    np.testing.assert_allclose(found.shares.sum(axis=1), 1)
    assert len({tuple(row) for row in found.shares.round(3).tolist()}) == 231
    for place in (0, 100, 230):
        mix = dict(zip(FAMILIES, found.shares[place].tolist(), strict=True))
        mix["tpu"] = 1 - mix["trainium"] - mix["gpu"]
        one = simulate(SCENARIO.having(mix=mix))["npv_economic_cost_bn"][95]
        assert found.values[place] == pytest.approx(one, rel=1e-9)


def test_a_mix_map_over_draws_is_the_mean_of_each_mixs_ensemble():
    _, scenarios = mixes(SCENARIO, FAMILIES, 20)
    found = over_draws(scenarios, UNSERVED, 16)
    for place in (0, 57, 230):
        expected = over_draws([scenarios[place]], UNSERVED, 16)[0]
        np.testing.assert_allclose(found[place], expected, rtol=1e-9)


def test_worlds_that_differ_in_more_than_the_mix_share_nothing_they_should_not():
    runs = [SCENARIO.having(power_budget_gw=1 + i / 10) for i in range(40)]
    found = over_draws(runs, CAPACITY, 64)
    np.testing.assert_allclose(found[17], over_draws([runs[17]], CAPACITY, 64)[0], rtol=1e-9)


def test_minimax_regret_of_the_textbook():
    # actions by worlds; regret against the best action of each world
    outcomes = np.array([[10.0, 0.0], [5.0, 4.0], [0.0, 6.0]])
    worst, p90, mean, least_worst, best = of_outcomes(outcomes, higher_is_better=True)
    assert worst.tolist() == [6, 5, 10]
    assert mean.tolist() == [3, 3.5, 5]
    assert (p90 <= worst).all()
    assert (least_worst, best) == (1, 0)


def test_someone_is_best_in_every_world_and_nobody_regrets_less_than_nothing():
    found = regret(SCENARIO, UNSERVED, steps=5, draws=32)
    assert found.worst.min() >= 0
    assert found.worst[found.least_worst] == found.worst.min()
    assert found.mean[found.best_on_average] == found.mean.min()


# Why two scenarios differ


def test_attribution_sums_to_the_gap():
    other = SCENARIO.having(
        power_budget_gw=4,
        revenue_growth=4,
        mix={"tpu": 0.3, "trainium": 0.3, "gpu": 0.4},
        wacc=0.12,
        availability=0.9,
        supply_growth={"tpu": 3, "trainium": 2, "gpu": 2},
    )
    found = attribution(SCENARIO, other, COST)
    assert math.fsum(found.parts.values()) == pytest.approx(found.gap, rel=1e-9, abs=1e-9)
    assert set(found.parts) == {"Demand", "Chip mix", "Power", "Supply", "Money"}


def test_attribution_is_the_average_over_all_orders():
    groups = {"power": ["power_budget_gw"], "growth": ["revenue_growth"], "money": ["wacc"]}
    moves = {"power_budget_gw": 1.0, "revenue_growth": 4.0, "wacc": 0.15}
    found = attribution(SCENARIO, SCENARIO.having(**moves), COST, groups)
    expected = dict.fromkeys(groups, 0.0)
    for order in itertools.permutations(groups):
        here = SCENARIO
        for name in order:
            [key] = groups[name]
            there = here.having(**{key: moves[key]})
            before, after = values([here, there], COST)
            expected[name] += (after - before) / 6
            here = there
    assert found.parts == pytest.approx(expected)


def test_equal_scenarios_have_nothing_to_explain():
    found = attribution(SCENARIO, SCENARIO, COST)
    assert found.gap == 0
    assert found.parts == {}


# A against B


def test_a_against_itself_is_a_tie_in_every_month():
    for column in ("usd_per_pflop_hour", "unserved_revenue_bn"):
        found = paired(SCENARIO, SCENARIO, column, draws=128)
        assert (found.tie == 1).all()
        assert (found.a_better == 0).all()


def test_a_larger_power_budget_has_the_higher_limit_in_every_world():
    more = SCENARIO.having(power_budget_gw=5)
    other_seed = SCENARIO.having(seed=99)  # the luck is that of the first
    found = paired(more, other_seed, "power_limit_gw", draws=128)
    assert (found.b_better == 0).all()
    assert found.a_better[-1] > 0.5
    swapped = paired(more, SCENARIO, "power_limit_gw", draws=128, higher_is_better=False)
    assert (swapped.b_better == found.a_better).all()


# Goals


def test_solve_reaches_a_target_and_one_lever_is_the_inverse():
    lever = Lever("power_budget_gw")
    [goal] = values([SCENARIO.having(power_budget_gw=3.0)], at("capacity_eflops", 40))
    found = solve(SCENARIO, at("capacity_eflops", 40), goal, [lever])
    assert found.reached
    assert found.value == pytest.approx(goal, rel=1e-6)
    assert found.scenario.power_budget_gw == pytest.approx(3.0, rel=1e-3)
    assert [(x.key, before) for x, before, _ in found.moved] == [("power_budget_gw", 2.5)]


def test_solve_changes_no_more_than_one_lever_alone_would_and_moves_no_locked_one():
    unlocked = [Lever("availability"), Lever("mfu_serving", "tpu"), Lever("power_budget_gw")]
    goal = 1.1 * float(values([SCENARIO], CAPACITY)[0])
    together = solve(SCENARIO, CAPACITY, goal, unlocked)
    assert together.reached
    changed = {
        row.key
        for row in PARAMETERS
        if getattr(together.scenario, row.key) != getattr(SCENARIO, row.key)
    }
    assert changed <= {lever.key for lever in unlocked}

    alone = [solve(SCENARIO, CAPACITY, goal, [lever]) for lever in unlocked]
    for one in alone:
        assert not one.reached or together.change <= one.change * 1.01


def test_solve_says_how_near_it_comes_and_what_binds():
    found = solve(SCENARIO, CAPACITY, 1e9, [Lever("power_budget_gw"), Lever("wacc")])
    assert not found.reached
    assert found.value < 1e9
    assert found.binding in ("demand", "supply", "budget", "power")
    best = foresight(SCENARIO, CAPACITY, [Lever("power_budget_gw")])[0]
    assert found.value >= best.kpi.max() * (1 - 1e-6)


def test_solve_has_nothing_to_do_at_the_target():
    goal = float(values([SCENARIO], CAPACITY)[0])
    assert solve(SCENARIO, CAPACITY, goal, [Lever("wacc")]).moved == ()


# Break-points


def test_prim_finds_the_box_it_was_given():
    inputs = np.random.default_rng(1).random((4, 4000))
    fails = (inputs[1] > 0.7) & (inputs[3] < 0.5)
    found = prim(["a", "b", "c", "d"], ["", "months", "", ""], inputs, fails)
    assert [condition.name for condition in found.conditions] == ["b", "d"]
    b, d = found.conditions
    assert b.low == pytest.approx(0.7, abs=0.04)
    assert d.high == pytest.approx(0.5, abs=0.04)
    assert found.coverage > 0.9
    assert found.density > 0.9
    assert str(found).startswith("It fails when all of this holds: b: at least 0.")
    assert "months; d: at most" in str(found)


def test_break_points_name_the_luck_that_matters():
    alone = SCENARIO.having(**{**NO_LUCK, "p_grid": 0.5, "sigma_price": 0.1})
    kpi = at("facility_power_gw", 30)
    middle = ensemble(alone, 512, ("facility_power_gw",)).bands["facility_power_gw"].mean[30]
    found = breakpoints(alone, kpi, middle, fails_above=False, draws=512)
    assert [condition.name for condition in found.conditions] == ["Grid delay"]
    assert found.density > 0.95


def test_no_failure_and_nothing_but_failure_need_no_box():
    assert str(breakpoints(SCENARIO, COST, 1e12, draws=64)) == "No world fails."
    assert str(breakpoints(SCENARIO, COST, 0.0, draws=64)) == "Every world fails."


# How much is computed


@pytest.mark.parametrize("column", ["capacity_eflops", "usd_per_pflop_hour", "npv_cash_cost_bn"])
@pytest.mark.parametrize("month", [0, 17, 95])
def test_that_a_kpi_that_stops_early_is_to_the_bit_the_month_of_the_whole_run(column, month):
    runs = [SCENARIO, SCENARIO.having(life_months=24, power_budget_gw=1.5)]
    for run, found in zip(runs, values(runs, at(column, month)), strict=True):
        assert found == simulate(run)[column][month]


def test_that_many_scenarios_over_draws_are_heard_and_can_be_stopped():
    _, runs = mixes(SCENARIO, SCENARIO.families, 12)
    kpi, heard = at("capacity_eflops", 20), []

    def until_half(done):
        heard.append(done)
        return done < 0.5

    over_draws(runs, kpi, 64, progress=lambda done: heard.append(done) or True)
    assert heard == sorted(heard)
    assert heard[-1] == 1
    with pytest.raises(Cancelled):
        over_draws(runs, kpi, 64, progress=until_half)
    assert heard[-1] < 1
