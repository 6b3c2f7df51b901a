"""Equations of the fleet, the roadmap and of money, asked for values worked out by hand."""

from __future__ import annotations

import math
from typing import Any

import numpy as np
import pytest

from engine.model import fleet, money, roadmap
from engine.model.arrays import HOST

LN2 = math.log(2)


def a(*values: Any) -> np.ndarray:
    return np.array(values, float)


def is_near(found: Any, expected: Any) -> None:
    np.testing.assert_allclose(found, expected, rtol=1e-12, atol=1e-14)


# Fleet


def test_the_mix_moves_between_its_two_months():
    month = np.arange(6.0)[:, None]
    found = fleet.mix_of_new_power(HOST, month, a(0.5, 0.5), a(0.1, 0.9), a(1), a(5))
    is_near(found[:, 0], [0.5, 0.5, 0.4, 0.3, 0.2, 0.1])
    is_near(found[:, 1], [0.5, 0.5, 0.6, 0.7, 0.8, 0.9])


def test_supply_of_a_month_is_a_twelfth_of_a_years_and_grows():
    found = fleet.supply(HOST, a(0, 12, 24)[:, None], a(120, 24), np.log(a(9, 9)), a(LN2), a(0))
    is_near(found, [[10, 2], [20, 4], [40, 8]])


def test_the_premium_weighs_the_prices_of_contracts_and_of_what_all_pay():
    found = fleet.premium(HOST, a(30, 0, 0, 10), a(10, 20, 0, 0), a(15, 10, 0, 0))
    is_near(found, [45 / 40, 0.5, 1, 1])


def test_the_initial_fleet_leaves_in_equal_parts_over_its_life():
    is_near(fleet.initial_share_alive(HOST, np.arange(6.0), a(4)), [1, 0.75, 0.5, 0.25, 0, 0])


def purchases(wanted: Any, powered: Any, budget: Any, delivered: Any) -> fleet.Purchases:
    w0, w1, w2, d = (a(*each) for each in (wanted, powered, budget, delivered))
    return fleet.Purchases(d[:, None], d[:, None], None, w0, w1, w2, d, None, None)


def test_what_binds_is_the_first_limit_that_took_something_away():
    found = fleet.binding(
        HOST,
        purchases(
            wanted=[100, 100, 100, 100, 0, 100, 100],
            powered=[100, 100, 100, 60, 0, 60, 100 - 1e-8],
            budget=[100, 100, 70, 60, 0, 40, 100 - 1e-8],
            delivered=[100, 90, 70, 60, 0, 30, 100 - 1e-8],
        ),
    )
    # that less than a billionth of what was wanted is missing counts for nothing
    words = [fleet.BINDING[int(code)] for code in found]
    assert words == ["demand", "supply", "budget", "power", "demand", "supply", "demand"]
    edge = 1.05e-9  # of less than a watt, the billionth is that of a watt
    few = fleet.binding(HOST, purchases([0.5], [0.5 - edge], [0.5 - edge], [0.5 - edge]))
    assert fleet.BINDING[int(few[0])] == "power"
    none = fleet.binding(HOST, purchases([0.5], [0.5], [0.5], [0.5 - 0.95e-9]))
    assert fleet.BINDING[int(none[0])] == "demand"


def test_a_fleet_runs_as_far_as_the_power_of_the_month_goes():
    found = fleet.curtailment(HOST, a(2, 3, 0, 0, 5), a(4, 2, 0, 3, 0))
    assert found.tolist() == [0.5, 1, 1, 0, 1]


# Roadmap


def test_generations_go_on_after_the_last_known_one_up_to_the_horizon():
    known = [a(-6), a(10)]
    found = roadmap.available_months(HOST, known, a(12), 46)
    assert found.tolist() == [[-6], [10], [22], [34]]
    assert roadmap.available_months(HOST, known, a(12), 47)[-1].tolist() == [46]
    both = roadmap.available_months(HOST, known, a(12, 24), 46)
    assert both.tolist() == [[-6, -6], [10, 10], [22, 34], [34, 58]]


def test_each_generation_has_the_factors_of_a_cadence_over_the_one_before():
    first = a(100, 50, 800, 2)[:, None]
    found = roadmap.generation_attributes(HOST, [first], 3, a(36), a(1.5), a(2), a(1.2))
    # in three years: 27 times the operations, 8 times the watts, 15.625 times the price
    is_near(found[0], first)
    is_near(found[1].ravel(), [2700, 400, 12_500, 31.25])
    is_near(found[2].ravel(), [72_900, 3200, 195_312.5, 488.28125])


def test_only_what_lies_after_the_history_slips():
    found = roadmap.slipped(HOST, a(3, 5, 6), a(2), a(5))
    assert found.tolist() == [3, 5, 8]


@pytest.mark.parametrize("steps", [False, True])
def test_a_generation_takes_over_month_by_month_from_its_first(steps):
    month = np.arange(7.0)
    found = roadmap.share_taken_over(HOST, month, a(2), a(4), steps=steps)
    is_near(found, [0, 0, 0.25, 0.5, 0.75, 1, 1])


def test_without_a_ramp_a_generation_takes_over_at_once():
    month = np.arange(4.0)
    found = roadmap.share_taken_over(HOST, month, a(2), a(0), steps=True)
    assert found.tolist() == [0, 0, 1, 1]
    later = roadmap.share_taken_over(HOST, month, a(1.5), a(0), steps=True)
    assert later.tolist() == [0, 0, 1, 1]


def test_takeovers_happen_in_their_windows():
    available = a([-8], [2], [5.5], [90])
    found = roadmap.ramp_windows(HOST, available, a(4), 12)
    assert found == ([0, 2, 5, 12], [0, 5, 9, 12])
    two = roadmap.ramp_windows(HOST, a([2, 4]), a(4, 2), 12)
    assert two == ([2], [5])
    at_once = roadmap.ramp_windows(HOST, a([2]), a(0), 12)
    assert at_once == ([2], [2])


@pytest.mark.parametrize("worlds", [1, 200])
def test_a_delivery_is_of_old_and_new_in_their_shares(worlds):
    older = np.repeat(a(8, 4, 100, 2)[:, None, None], worlds, axis=2)
    newer = np.repeat(a(16, 8, 50, 4)[:, None, None], worlds, axis=2)
    share = np.repeat(a(0, 0.25, 1)[:, None], worlds, axis=1)
    blend = np.empty((4, 3, worlds))
    roadmap.take_over(HOST, blend, older, newer, share)
    for world in {0, worlds - 1}:
        expected = [[8, 10, 16], [4, 5, 8], [100, 87.5, 50], [2, 2.5, 4]]
        assert blend[:, :, world].tolist() == expected


def test_prices_are_those_of_the_levers_from_the_as_of_month_on():
    month = np.arange(4.0)[:, None]
    shock = a([1, 2], [1, 1], [1, 2], [1, 1])
    found = roadmap.price_level(HOST, month, a(2), a(0.5, 3), shock)
    assert found.tolist() == [[1, 2], [1, 1], [0.5, 6], [0.5, 3]]
    grown = roadmap.price_growth(HOST, a(0, 6, 18)[:, None], a(6), np.log(a(2, 0.5)))
    is_near(grown, [[1, 1], [1, 1], [2, 0.5]])


# Money


def test_a_facility_stays_as_large_as_it_ever_was():
    for worlds in (1, 200):
        series = np.repeat(a(3, 5, 4, 7, 1)[:, None], worlds, axis=1)
        found = money.highest_so_far(HOST, series, a(4))
        assert found[:, -1].tolist() == [4, 5, 5, 7, 7]
    assert money.increments(HOST, a([4], [5], [5], [7]), a(3)).tolist() == [[1], [1], [0], [2]]


def test_energy_of_a_watt_is_its_average_load_and_the_losses_around_it():
    # 0.8 times 1.25 of a watt over 730.5 hours are 0.7305 kWh
    is_near(money.energy_per_watt(a(0.8), a(1.25), a(0.1)), [0.07305])
    is_near(money.electricity_price(HOST, a(0, 12, 24), a(0.1), a(0.5)), [0.1, 0.15, 0.225])
    is_near(money.site_operation_per_watt(a(12e6)), [1])


def test_a_rent_covers_capital_and_running_and_the_margin():
    found = money.rent_from_cost(a(7305), a(1000), a(0.03), a(0.5), a(0.25))
    is_near(found, [1.25 * (219.15 + 500) / 730.5])


def test_a_stack_is_paid_for_above_a_kilowatt():
    watts = a([1000, 1001], [0, 5000], [2000, 1000])
    yearly = a(12e9, 24e9)
    assert money.platform_bn(HOST, watts, yearly).tolist() == [2, 2, 1]
    by_family = money.platform_bn_by_family(HOST, watts, yearly)
    assert by_family.tolist() == [[0, 2], [0, 2], [1, 0]]


def test_a_facility_is_shared_by_the_owned_power_that_came():
    found = money.facility_by_family(HOST, a(8, 8), a([3, 1], [0, 0]))
    assert found.tolist() == [[6, 2], [0, 0]]


def test_economic_cost_is_each_part_at_its_rate():
    parts = (a(value) for value in (10, 20, 30, 40, 5, 7, 0.1, 0.2, 0.3, 0.4, 0.5))
    # 20 at 0.4, 30 at 0.3, 40 at 0.5, 10 at 0.3, and 12
    is_near(money.economic_cost(HOST, *parts), [8 + 9 + 20 + 3 + 12])


def test_costs_of_compute_are_for_each_petaflop_hour_and_for_a_million_tokens():
    # 0.7305 $bn a month for an exaflop: 1,000 petaflops for 730.5 hours
    found = money.usd_per_pflop_hour(HOST, a(0.7305, 1), a(1, 0))
    is_near(found[0], 1000)
    assert math.isnan(found[1])
    is_near(money.usd_per_million_tokens(a(1.8), a(1e12)), [1])


def test_revenue_is_lost_in_the_share_that_is_not_served():
    found = money.unserved_revenue(HOST, a(2, 0), a(8, 0), a(48, 48))
    assert found.tolist() == [1, 0]


def test_value_now_is_discounted_by_whole_years_of_months():
    found = money.running_value(HOST, a(0, 12, 24), a(3, 3, 3), a(0.5))
    is_near(found, [3, 5, 5 + 3 / 2.25])
    is_near(money.monthly_rate(HOST, a(1.5)), [2.5 ** (1 / 12) - 1])
    is_near(money.capital_recovery_factor(HOST, a(1, 0), a(2, 4)), [4 / 3, 0.25])
