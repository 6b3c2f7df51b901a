"""Scenarios side by side: aligned by date, best and regretted over the same worlds."""

from __future__ import annotations

import dataclasses
import math

import numpy as np
import pytest

from engine import Scenario, simulate
from engine.analysis import compared
from engine.analysis.choice import choice
from engine.analysis.compared import MEASURES, Drawn, Measure
from engine.analysis.paired import paired
from tests.engine.make_rank_reference import scenario
from tests.engine.small_world import small

BY_KEY = {measure.key: measure for measure in MEASURES}
COLUMNS = tuple({column: 0 for measure in MEASURES for column in measure.columns})
DRAWS = 64


def worlds(start: str, *lines: list[list[float]]) -> list[Drawn]:
    """Scenarios whose cost in each month and world is as said."""
    found = []
    for line in lines:
        values = np.array(line, float)
        own = dataclasses.replace(Scenario(), start=start, horizon_months=len(values))
        found.append(Drawn(own, values.shape[1], 0, {"economic_cost_bn": values}))
    return found


COST = Measure("cost", ("economic_cost_bn",), to_date=True)
IN_MONTH = Measure("cost", ("economic_cost_bn",))


def test_that_months_are_aligned_by_date_and_gaps_are_no_numbers() -> None:
    early = dataclasses.replace(Scenario(), start="2025-01", horizon_months=12)
    late = dataclasses.replace(Scenario(), start="2025-07", horizon_months=12)
    months = compared.all_months([early, late])
    assert (months.months[0], months.months[-1]) == ("2025-01", "2026-06")
    line = months.aligned(late, np.arange(12.0))
    assert np.isnan(line[:6]).all()
    assert line[6:].tolist() == list(range(12))
    shared = compared.common_months([early, late])
    assert (shared.months[0], shared.months[-1]) == ("2025-07", "2025-12")
    assert shared.place("2025-06") is None
    assert shared.place("2025-12") == 5


def test_that_plans_without_a_month_in_common_share_none() -> None:
    apart = [
        dataclasses.replace(Scenario(), start=start, horizon_months=12)
        for start in ("2025-01", "2027-01")
    ]
    assert compared.common_months(apart).months == ()


def test_that_a_sum_begins_with_the_first_month_that_all_have() -> None:
    """12 a month from January beside 1 a month from July: up to September 36 and 3."""
    early = dataclasses.replace(Scenario(), start="2025-01", horizon_months=12)
    late = dataclasses.replace(Scenario(), start="2025-07", horizon_months=12)
    since = compared.common_months([early, late])
    there = since.place("2025-09")
    of_early = COST.of({"economic_cost_bn": np.full(12, 12.0)}, early, since)
    of_late = COST.of({"economic_cost_bn": np.full(12, 1.0)}, late, since)
    assert (of_early[there], of_late[there]) == (36.0, 3.0)


def test_that_the_cheapest_of_each_world_is_the_best_and_ties_are_shared() -> None:
    each = worlds("2025-01", [[1, 2, 5, 4]] * 2, [[1, 3, 4, 9]] * 2, [[1, 9, 4, 8]] * 2)
    best = compared.chance_best(each, IN_MONTH)
    # a third of the first world, all of the second and the last; halves of the third
    assert best.chance[:, 0] == pytest.approx([(1 / 3 + 2) / 4, (1 / 3 + 0.5) / 4, 0.8333333 / 4])
    assert best.chance.sum(axis=0) == pytest.approx([1, 1])
    assert best.left_out == ()


def test_that_an_undefined_figure_is_never_the_best() -> None:
    each = worlds("2025-01", [[math.nan, math.nan]], [[5, math.nan]])
    assert compared.chance_best(each, IN_MONTH).chance.ravel().tolist() == [0.0, 0.5]


def test_that_regret_is_what_each_is_worse_by_than_the_best_of_the_same_world() -> None:
    each = worlds("2025-01", [[1, 2, 5, 4]], [[1, 3, 4, 9]])
    found = compared.regrets(each, COST, "2025-01")
    assert found.plain.tolist() == [3.0, 4.25]
    assert found.mean.tolist() == [0.25, 1.5]
    assert found.worst.tolist() == [1.0, 5.0]
    assert (found.least_worst, found.best_on_average) == (0, 0)
    assert found.best.tolist() == [(0.5 + 1 + 0 + 1) / 4, (0.5 + 0 + 1 + 0) / 4]


def test_that_a_plan_of_another_first_month_is_left_out_of_the_same_worlds() -> None:
    each = [*worlds("2025-01", [[1, 2]] * 3, [[2, 1]] * 3), *worlds("2025-02", [[0, 0]] * 3)]
    best = compared.chance_best(each, IN_MONTH)
    assert best.left_out == (2,)
    assert np.isnan(best.chance[2]).all()
    assert best.chance[:2, 0].tolist() == [0.5, 0.5]
    found = compared.regrets(each, COST, "2025-03")
    assert found.left_out == (2,)
    assert math.isnan(found.worst[2])
    assert found.worst[:2].tolist() == [3.0, 3.0]  # (3, 6) beside (6, 3)


def test_that_nothing_is_regretted_where_there_is_nothing_to_choose_from() -> None:
    [alone] = worlds("2025-01", [[1, 2]])
    assert compared.regrets([alone], COST, "2025-01").least_worst is None
    assert compared.regrets([alone, alone], COST, "2031-01").least_worst is None


def test_that_a_figure_that_a_plan_has_not_leaves_it_out() -> None:
    [one, other] = worlds("2025-01", [[1, 2]], [[2, 1]])
    bare = dataclasses.replace(other, lines={})
    assert compared.chance_best([one, bare], IN_MONTH).left_out == (1,)
    assert compared.chance_best([bare, bare], IN_MONTH).left_out == (0, 1)


def test_that_nothing_on_the_front_is_beaten_and_a_hair_is_a_tie() -> None:
    cost = np.array([10.0, 20.0, 20.1, 15.0, np.nan, 30.0])
    lost = np.array([9.0, 2.0, 2.01, 9.0, 1.0, 2.0])
    found = compared.front(cost, lost)
    assert found.on == (True, True, False, False, False, False)
    assert found.tied == (False, False, True, False, False, False)
    assert found.beaten_by == (None, None, None, 0, None, 1)


def test_that_equal_points_are_all_on_the_front() -> None:
    assert compared.front(np.array([1.0, 1.0]), np.array([0.0, 0.0])).on == (True, True)


def test_that_worlds_are_those_of_the_ensemble_and_of_one_seed_for_all() -> None:
    of = scenario("article_2025_10")
    other = of.having(power_budget_gw=1.5, seed=7)
    drawn = [compared.drawn(s, COLUMNS, DRAWS, seed=of.seed) for s in (of, other)]
    best = compared.chance_best(drawn, BY_KEY["capacity"])
    pair = paired(of, other, "capacity_eflops", draws=DRAWS)
    assert best.chance[0] == pytest.approx(pair.a_better + pair.tie / 2)


def test_that_a_horizon_of_its_own_changes_no_month_that_both_have() -> None:
    of = scenario("article_2025_10")
    shorter = of.having(horizon_months=60)
    one, other = (compared.drawn(s, COLUMNS, DRAWS) for s in (of, shorter))
    for column in COLUMNS:
        np.testing.assert_array_equal(one.lines[column][:60], other.lines[column])


def test_that_a_column_of_a_family_that_is_not_there_is_left_out() -> None:
    of = small()
    found = compared.drawn(of, ["it_power_gw_a", "it_power_gw_tpu"], 4)
    assert set(found.lines) == {"it_power_gw_a"}


def test_that_without_luck_the_band_is_the_plan() -> None:
    of = small(sigma_growth=0, sigma_algorithmic=0, sigma_rebound=0, sigma_price=0, p_grid=0)
    found = compared.drawn(of, ["capacity_eflops"], 4).band("capacity_eflops")
    np.testing.assert_allclose(found.p50, simulate(of)["capacity_eflops"], rtol=1e-12)


def test_that_the_front_is_of_the_months_that_all_plans_have() -> None:
    """10 a month for 3 months beside 1 a month, and 5 unserved in the second month alone."""
    plans = worlds("2025-01", [[10.0, 10.0]] * 3, [[1.0, 1.0]] * 2)
    lost = (np.zeros((3, 2)), np.array([[0.0, 0.0], [5.0, 7.0]]))
    each = [
        dataclasses.replace(one, lines={**one.lines, "unserved_revenue_bn": line})
        for one, line in zip(plans, lost, strict=True)
    ]
    found = choice(each, COST, "2025-02")
    assert found.months == ("2025-01", "2025-02")
    assert found.cost.tolist() == [20.0, 2.0]
    assert found.loss.tolist() == [0.0, 6.0]
    assert found.front.on == (True, True)
    assert found.regrets.mean.tolist() == [18.0, 0.0]
    assert found.best.chance[1].tolist() == [1.0, 1.0]


def test_that_plans_without_a_month_in_common_have_no_front() -> None:
    [early] = worlds("2025-01", [[1.0]] * 2)
    [late] = worlds("2027-01", [[1.0]] * 2)
    each = [
        dataclasses.replace(one, lines={**one.lines, "unserved_revenue_bn": np.zeros((2, 1))})
        for one in (early, late)
    ]
    found = choice(each, COST, "2025-01")
    assert found.months == ()
    assert np.isnan(found.cost).all()
    assert found.front.on == (False, False)
