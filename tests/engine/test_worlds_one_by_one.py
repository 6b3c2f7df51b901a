"""Everything that is said of many worlds, against plain runs of these worlds one after the other.

Each world is written out as a scenario (`world`), run by itself and counted here in a few lines:
whatever the blocks do, the answer is the one of the worlds in a row. Twenty-one worlds put each
reported quantile on a world: 5% is the second lowest, 50% the eleventh.
"""

from __future__ import annotations

import dataclasses
import functools
import math

import numpy as np
import pytest

from engine import Scenario, simulate
from engine.analysis.breakpoints import breakpoints
from engine.analysis.hedge import alone, hedge
from engine.analysis.kpi import Kpi, at, over_draws, total
from engine.analysis.outlook import outlook
from engine.analysis.paired import paired
from engine.analysis.uncertain import RATES, input_words, settings_of_inputs, uncertain_inputs
from engine.analysis.world import world
from engine.run.backend import NUMPY
from engine.run.result import Result
from engine.worlds import risk
from engine.worlds.ensemble import each_block, ensemble
from tests.engine.worlds import FAMILIES

DRAWS = 21
SCENARIO = Scenario().having(horizon_months=60, as_of=15, reserve_margin=0)
FIRST, LAST = 16, 59  # all months after as_of
BLOCKS = (DRAWS, DRAWS - 1, 8, 1)  # one block, one and a world more, some, a world each


def in_blocks(size):
    return dataclasses.replace(NUMPY, block=size)


@functools.cache
def runs(scenario: Scenario = SCENARIO, draws: int = DRAWS) -> list[Result]:
    return [simulate(world(scenario, draw)) for draw in range(draws)]


def sums(results, column, first=FIRST, last=LAST):
    """The column's sum over the months of each world, in the order of the draws."""
    return [math.fsum(run[column][first : last + 1].tolist()) for run in results]


def worst_twentieth(values):
    """The mean of the worst 5% of 21 worlds: the worst one, and a twentieth of the next."""
    *_, next_worst, worst = sorted(values)
    return (worst + 0.05 * next_worst) / 1.05


def is_spread(found, values):
    ordered = sorted(values)
    expected = [sum(values) / 21, *(ordered[i] for i in (1, 5, 10, 15, 19))]
    expected.append(worst_twentieth(values))
    said = [found.mean, found.p5, found.p25, found.p50, found.p75, found.p95, found.cvar95]
    assert said == pytest.approx(expected, rel=1e-9)


# Bands and risk


@pytest.mark.parametrize("block", BLOCKS)
def test_a_band_is_of_the_worlds_in_order(block):
    columns = ("capacity_eflops", "economic_cost_bn", "it_power_gw_gpu")
    found = ensemble(SCENARIO, DRAWS, columns, with_risk=False, backend=in_blocks(block))
    assert found.risk is None
    assert (found.draws, found.exact, tuple(found.bands)) == (DRAWS, True, columns)
    for column, band in found.bands.items():
        lines = np.sort([run[column] for run in runs()], axis=0)
        expected = {"p5": lines[1], "p25": lines[5], "p50": lines[10], "p75": lines[15]}
        expected |= {"p95": lines[19], "mean": lines.sum(axis=0) / 21}
        for name, line in expected.items():
            np.testing.assert_allclose(getattr(band, name), line, rtol=1e-9)


@pytest.mark.parametrize("block", BLOCKS)
def test_totals_of_the_risk_are_those_of_the_worlds(block):
    found = ensemble(SCENARIO, DRAWS, ("h100e",), backend=in_blocks(block)).risk
    assert found.window == (FIRST, LAST)
    is_spread(found.cost, sums(runs(), "economic_cost_bn"))
    is_spread(found.unserved_revenue, sums(runs(), "unserved_revenue_bn"))
    is_spread(found.unserved_compute, sums(runs(), "shortfall_eflops"))


@pytest.mark.parametrize("block", [DRAWS - 1, 8])
def test_totals_over_a_window_are_of_its_months_alone(block):
    found = ensemble(SCENARIO, DRAWS, ("h100e",), window=(30, 34), backend=in_blocks(block)).risk
    is_spread(found.cost, sums(runs(), "economic_cost_bn", 30, 34))
    is_spread(found.unserved_revenue, sums(runs(), "unserved_revenue_bn", 30, 34))


@pytest.mark.parametrize("block", [DRAWS, 8])
def test_months_are_short_as_often_as_in_the_worlds(block):
    scenario = SCENARIO.having(shortfall_tolerance=0.05)
    found = ensemble(scenario, DRAWS, ("h100e",), window=(30, 40), backend=in_blocks(block)).risk
    short = np.zeros(60)
    ever = np.zeros(60)
    for run in runs():
        before = False
        for month in range(60):
            here = run["shortfall_eflops"][month] > 0.05 * run["demand_eflops"][month]
            short[month] += here / 21
            before = before or (month >= 30 and here)
            ever[month] += before / 21
    assert 0 < short[40] < 1
    np.testing.assert_allclose(found.short, short, rtol=1e-12)
    np.testing.assert_allclose(found.ever_short, ever, rtol=1e-12)
    assert found.chance_of_shortfall == pytest.approx(ever[40])
    unserved = np.mean([run["shortfall_eflops"] for run in runs()], axis=0)
    np.testing.assert_allclose(found.unserved_eflops, unserved, rtol=1e-9)
    revenue = np.mean([run["unserved_revenue_bn"] for run in runs()], axis=0)
    np.testing.assert_allclose(found.unserved_revenue_bn, revenue, rtol=1e-9)


def test_concentration_by_layer_is_the_mean_of_the_squared_percents_of_the_worlds():
    found = ensemble(SCENARIO, DRAWS, ("h100e",), concentration=True, backend=in_blocks(8)).risk

    def squares(by_family):
        percent = 100 * by_family / by_family.sum(axis=0)
        return (percent**2).sum(axis=0)

    def of(column, run):
        return np.array([run[f"{column}_{family}"] for family in FAMILIES])

    capacity = np.mean([squares(of("capacity_eflops", run)) for run in runs()], axis=0)
    power = np.mean([squares(of("it_power_gw", run)) for run in runs()], axis=0)
    assert list(found.concentration) == ["capacity", "power", "spend", "foundry"]
    np.testing.assert_allclose(found.concentration["capacity"], capacity, rtol=1e-9)
    np.testing.assert_allclose(found.concentration["power"], power, rtol=1e-9)
    signed = [np.cumsum(of("commitment_bn", run), axis=1) for run in runs()]
    spend = np.mean([squares(one[:, 40]) for one in signed])
    assert found.concentration["spend"][40] == pytest.approx(spend)
    np.testing.assert_allclose(found.concentration["foundry"], 10_000)


def test_where_nothing_comes_after_as_of_the_window_is_the_last_month():
    assert risk.default_window(SCENARIO) == (16, 59)
    assert risk.default_window(SCENARIO.having(as_of=58)) == (59, 59)
    assert risk.default_window(SCENARIO.having(as_of=59)) == (59, 59)


def test_each_block_of_draws_is_heard_with_the_share_that_is_done():
    heard = []
    found = each_block(
        [SCENARIO],
        10,
        lambda simulation, count: count,
        in_blocks(4),
        lambda done: heard.append(done) or True,
        months=3,
    )
    assert list(found) == [(0, 4), (4, 4), (8, 2)]
    assert heard == [0.4, 0.8, 1.0]


# The price of the hedge


@pytest.mark.parametrize("block", [DRAWS, DRAWS - 1, 8])
def test_premium_and_relief_are_those_of_the_worlds_one_by_one(block):
    found = hedge(SCENARIO, DRAWS, backend=in_blocks(block))
    assert tuple(found.single) == FAMILIES
    cost, lost = sums(runs(), "economic_cost_bn"), sums(runs(), "unserved_revenue_bn")
    is_spread(found.mix.cost, cost)
    is_spread(found.mix.unserved_revenue, lost)
    for family in FAMILIES:
        own = runs(alone(SCENARIO, family))
        own_cost, own_lost = sums(own, "economic_cost_bn"), sums(own, "unserved_revenue_bn")
        is_spread(found.single[family].cost, own_cost)
        is_spread(found.single[family].unserved_revenue, own_lost)
        premium = sum(cost) / 21 - sum(own_cost) / 21
        assert found.premium(family) == pytest.approx(premium, rel=1e-6)
        relief = worst_twentieth(own_lost) - worst_twentieth(lost)
        assert abs(relief) > 0.1
        assert found.relief(family) == pytest.approx(relief, rel=1e-6)


def test_a_hedge_over_a_window_counts_its_months_alone():
    found = hedge(SCENARIO, DRAWS, window=(40, 44))
    is_spread(found.mix.cost, sums(runs(), "economic_cost_bn", 40, 44))
    is_spread(found.mix.unserved_revenue, sums(runs(), "unserved_revenue_bn", 40, 44))
    own = runs(alone(SCENARIO, "gpu"))
    is_spread(found.single["gpu"].cost, sums(own, "economic_cost_bn", 40, 44))


def test_a_mix_in_one_family_is_that_family_alone_and_is_named_after_it():
    only = alone(SCENARIO, "trainium")
    assert dict(only.mix) == {"tpu": 0.0, "trainium": 1.0, "gpu": 0.0}
    assert only.name == "trainium"
    assert only.mix_start == SCENARIO.mix_start


def test_an_outlook_says_what_each_of_its_parts_says_alone():
    heard = []
    found = outlook(
        SCENARIO,
        DRAWS,
        ("h100e",),
        backend=in_blocks(14),
        progress=lambda done: heard.append(done) or True,
    )
    assert heard == pytest.approx([0.4, 0.6, 0.6 + 0.4 * 14 / 21, 1.0])
    assert (found.ensemble.draws, tuple(found.ensemble.bands)) == (DRAWS, ("h100e",))
    is_spread(found.ensemble.risk.cost, sums(runs(), "economic_cost_bn"))
    is_spread(found.hedge.mix.cost, sums(runs(), "economic_cost_bn"))
    lost = np.max([loss.lost for loss in found.supplier_loss.losses], axis=0)
    assert np.flatnonzero(lost > 1e-9)[0] == FIRST


def test_an_outlook_has_bands_of_every_column_unless_some_are_asked_for():
    few = SCENARIO.having(draws=64)
    found = outlook(few).ensemble
    assert found.draws == 64
    assert {"h100e", "usd_per_pflop_hour", "it_power_gw_gpu"} <= set(found.bands)
    assert "binding" not in found.bands


# A against B


def shares_of(a_runs, b_runs, column, months, higher):
    """Shares of the worlds in which A, neither and B is better, by month."""
    counted = np.zeros((3, months))
    for one, other in zip(a_runs, b_runs, strict=True):
        for month in range(months):
            of_a, of_b = one[column][month], other[column][month]
            if math.isclose(of_a, of_b, rel_tol=1e-9):
                counted[1, month] += 1
            elif (of_a > of_b) == higher:
                counted[0, month] += 1
            else:
                counted[2, month] += 1
    return counted / len(a_runs)


@pytest.mark.parametrize("higher", [True, False])
@pytest.mark.parametrize("block", [DRAWS, DRAWS - 1, 8])
def test_a_beats_b_in_as_many_worlds_as_one_counts(block, higher):
    mix = {"tpu": 0.1, "trainium": 0.1, "gpu": 0.8}
    other = SCENARIO.having(horizon_months=48, seed=4, mix=mix)
    found = paired(
        SCENARIO,
        other,
        "unserved_revenue_bn",
        higher_is_better=higher,
        draws=DRAWS,
        backend=in_blocks(block),
    )
    same_luck = runs(other.having(seed=SCENARIO.seed))
    expected = shares_of(runs(), same_luck, "unserved_revenue_bn", 48, higher)
    assert len(found.a_better) == 48
    assert (expected.max(axis=1) > 0.3).all()
    np.testing.assert_allclose(found.a_better, expected[0], atol=1e-12)
    np.testing.assert_allclose(found.tie, expected[1], atol=1e-12)
    np.testing.assert_allclose(found.b_better, expected[2], atol=1e-12)


# One number in each world


@pytest.mark.parametrize("block", [2 * DRAWS, 2 * DRAWS - 1, DRAWS, DRAWS - 1, 8])
def test_a_number_over_draws_is_that_of_each_scenario_in_each_world(block):
    scarce = SCENARIO.having(power_budget_gw=2.0)
    kpi = total("unserved_revenue_bn", 20, 40)
    found = over_draws([SCENARIO, scarce], kpi, DRAWS, in_blocks(block))
    for place, scenario in enumerate((SCENARIO, scarce)):
        expected = sums(runs(scenario), "unserved_revenue_bn", 20, 40)
        np.testing.assert_allclose(found[place], expected, rtol=1e-9)


def test_the_progress_of_many_scenarios_over_draws_goes_by_scenarios_and_stretches():
    heard = []
    some = [SCENARIO.having(wacc=rate) for rate in (0.05, 0.06, 0.07)]
    kpi = at("capacity_eflops", 2)
    over_draws(some, kpi, 6, in_blocks(4), lambda done: heard.append(done) or True)
    # four draws of each, one scenario at a time; then the last two, two scenarios at a time
    assert heard == pytest.approx([2 / 9, 4 / 9, 2 / 3, 8 / 9, 1.0])


@pytest.mark.parametrize("how", ["mean", "highest", "lowest"])
def test_months_are_drawn_together_in_each_world(how):
    [found] = over_draws([SCENARIO], Kpi("capacity_eflops", how, 20, 30), 5, in_blocks(4))
    reduce = {"mean": lambda x: sum(x) / 11, "highest": max, "lowest": min}[how]
    expected = [reduce(run["capacity_eflops"][20:31].tolist()) for run in runs()[:5]]
    np.testing.assert_allclose(found, expected, rtol=1e-9)


# Luck in words


def test_the_uncertain_inputs_are_what_each_world_is_written_out_with():
    last = 40
    scenario = SCENARIO.having(sigma_rebound=0)
    names, units, table = uncertain_inputs(scenario, DRAWS, last)
    settings = settings_of_inputs(scenario)
    assert names == [input_words(*setting) for setting in settings]
    expected = {setting: [] for setting in settings}
    known = scenario.as_of - scenario.revenue_anchors[-1][0]
    left = 0.5 ** (known / 12 / scenario.growth_half_life_years)  # of the excess over the long run
    for draw in range(DRAWS):
        there = world(scenario, draw)
        excess = there.revenue_growth / scenario.revenue_growth_longrun
        growth = scenario.revenue_growth_longrun * excess ** (1 / left)
        expected["revenue_growth", ""].append(growth)
        efficiency = there.later_compute_growth ** (-1 / (1 - scenario.rebound))
        expected["algorithmic_efficiency", ""].append(efficiency)
        expected["rebound", ""].append(scenario.rebound)
        expected["grid_delay_months", ""].append(there.grid_delay_months)
        for family in FAMILIES:
            expected["chip_price_factor", family].append(there.chip_price_factor[family])
            slip = there.generation_slip_months[family]
            expected["generation_slip_months", family].append(slip)
            for kind, key in zip(("supply_stop", "base_loss"), RATES, strict=True):
                months = {
                    month
                    for event in there.events
                    if (event.kind, event.scope) == (kind, family)
                    for month in range(event.start_month, event.start_month + event.duration_months)
                }
                expected[key, family].append(sum(month <= last for month in months))
    for setting, row in zip(settings, table, strict=True):
        np.testing.assert_allclose(row, expected[setting], rtol=1e-9, err_msg=str(setting))
        assert setting[0] in ("algorithmic_efficiency", "chip_price_factor") or row.max() > 0
    assert units[:5] == ["x per year", "x per year", "", "months", ""]
    assert units[5:8] == ["months"] * 3


@pytest.mark.parametrize("above", [True, False])
def test_a_world_fails_beyond_the_threshold_and_not_on_it(above):
    kpi = at("capacity_eflops", 50)
    found = sorted(run["capacity_eflops"][50] for run in runs())
    exact = sorted(over_draws([SCENARIO], kpi, DRAWS)[0])
    np.testing.assert_allclose(exact, found, rtol=1e-9)
    said = breakpoints(SCENARIO, kpi, float(exact[6]), fails_above=above, draws=DRAWS)
    # of 21 worlds 14 are above the seventh and six below it
    assert said.failing == pytest.approx((14 if above else 6) / 21)
