"""Where the plan stands among its worlds, and sums over time, against plain NumPy."""

from __future__ import annotations

import numpy as np
import pytest

from engine import Scenario, simulate
from engine.run.scenario_arrays import Inputs
from engine.run.simulation import Simulation
from engine.worlds import ensemble as worlds
from engine.worlds.ensemble import each_block, ensemble, quantities
from engine.worlds.standing import ABOVE, BELOW, Standings, years

SHORT = Scenario(horizon_months=27, draws=64)
COLUMNS = ("capacity_eflops", "facility_power_gw")


def every_world(column: str, draws: int) -> np.ndarray:
    quantity = quantities(SHORT.families)[column]
    blocks = [
        np.broadcast_to(found, (27, 1, size))[:, 0]
        for _, (found, size) in each_block([SHORT], draws, lambda s, n: (quantity(s), n))
    ]
    return np.concatenate(blocks, axis=1)


@pytest.mark.parametrize("column", COLUMNS)
def test_that_the_standing_is_the_share_of_worlds_on_either_side_of_the_plan(column):
    plan = simulate(SHORT)[column][:, None]
    found = ensemble(SHORT, 64, COLUMNS, standing=COLUMNS).standings[column]
    drawn = every_world(column, 64)
    assert found.below == pytest.approx((drawn < plan * (1 - 1e-9)).mean(axis=1), abs=0)
    assert found.above == pytest.approx((drawn > plan * (1 + 1e-9)).mean(axis=1), abs=0)
    assert found.below.max() > 0.5  # most luck hurts
    assert (found.below + found.above <= 1).all()


def test_that_a_sketch_says_the_same_standing_as_every_world(monkeypatch):
    exact = ensemble(SHORT, 300, COLUMNS, standing=COLUMNS)
    monkeypatch.setattr(worlds, "EXACT_DRAWS", 100)
    sketched = ensemble(SHORT, 300, COLUMNS, standing=COLUMNS)
    assert not sketched.exact
    for column in COLUMNS:
        one, other = exact.standings[column], sketched.standings[column]
        assert one.below == pytest.approx(other.below, abs=1e-12)
        assert one.above == pytest.approx(other.above, abs=1e-12)


def test_that_only_what_was_asked_for_has_a_standing_and_columns_alone_may_be_asked_for():
    found = ensemble(SHORT, 8, COLUMNS, standing=COLUMNS[:1])
    assert set(found.standings) == {COLUMNS[0]}
    with pytest.raises(ValueError, match="h100e"):
        ensemble(SHORT, 8, COLUMNS, standing=("h100e",))


def test_that_sums_over_time_are_sums_in_each_world():
    column = "economic_cost_bn"
    drawn = every_world(column, 64)
    to_date, in_year = f"{column}@to_date", f"{column}@year"
    found = ensemble(SHORT, 64, (to_date, in_year)).bands
    median = np.quantile(np.cumsum(drawn, axis=0), 0.5, axis=1)
    assert found[to_date].p50 == pytest.approx(median)
    for year in years(int(SHORT.start[-2:]) - 1, 27):
        median = np.quantile(drawn[year].sum(axis=0), 0.5)
        assert found[in_year].p50[year] == pytest.approx(median)


@pytest.mark.parametrize(
    ("first", "months", "expected"),
    [
        (0, 24, [(0, 12), (12, 24)]),
        (9, 18, [(0, 3), (3, 15), (15, 18)]),
        (9, 2, [(0, 2)]),
        (11, 1, [(0, 1)]),
    ],
)
def test_that_calendar_years_cover_the_months_once_and_may_be_cut(first, months, expected):
    assert [(year.start, year.stop) for year in years(first, months)] == expected


def test_that_the_share_served_is_what_is_served_of_demand_in_each_world():
    served, demand = every_world("served_eflops", 64), every_world("demand_eflops", 64)
    found = ensemble(SHORT, 64, ("served_share",)).bands["served_share"]
    assert found.p5 == pytest.approx(np.quantile(served / demand, 0.05, axis=1))


def test_that_the_chance_to_reach_a_value_is_the_share_of_worlds_that_have_at_least_as_much():
    column = "facility_power_gw"
    found = ensemble(SHORT, 64, (), reach={column: 1.5}).reached[column]
    assert found == pytest.approx((every_world(column, 64) >= 1.5).mean(axis=1), abs=0)
    assert 0 < found[14] < 1 or 0 < found.max() < 1
    with pytest.raises(ValueError, match="nothing"):
        ensemble(SHORT, 8, (), reach={"nothing": 1.0})


def test_that_a_world_within_rounding_of_the_plan_has_as_much_and_a_little_further_less_or_more():
    kept = Standings(SHORT, {"capacity_eflops": quantities(SHORT.families)["capacity_eflops"]}, {})
    plan = simulate(SHORT)["capacity_eflops"][:, None, None]
    assert plan.max() > 100  # where a margin that fell with the plan would be none
    near = np.concatenate([plan * (1 + far) for far in (-2e-9, -5e-10, 0.0, 5e-10, 2e-9)], axis=2)
    found = kept.lines(Simulation(Inputs([SHORT])), {"capacity_eflops": near})
    below, above = (found[side + "capacity_eflops"][-1, 0].tolist() for side in (BELOW, ABOVE))
    assert below == [1.0, 0.0, 0.0, 0.0, 0.0]
    assert above == [0.0, 0.0, 0.0, 0.0, 1.0]
