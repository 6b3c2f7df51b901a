"""Equations of the sections, each asked for values that are worked out by hand."""

from __future__ import annotations

import math
from typing import Any

import numpy as np
import pytest

from engine.model import chips, contracts, conventions, demand, events, power
from engine.model.arrays import HOST
from engine.values import ALL, Contract, Event

LN2 = math.log(2)


def a(*values: Any) -> np.ndarray:
    return np.array(values, float)


def is_near(found: Any, expected: Any) -> None:
    np.testing.assert_allclose(found, expected, rtol=1e-12, atol=1e-14)


# Conventions


def test_a_ramp_rises_from_its_first_month_to_its_last_and_steps_where_it_has_no_length():
    month = np.arange(6.0)
    is_near(conventions.ramp(HOST, month, 1.0, a(5)), [0, 0, 0.25, 0.5, 0.75, 1])
    is_near(conventions.ramp(HOST, month, 3.0, a(3)), [0, 0, 0, 1, 1, 1])
    is_near(conventions.ramp(HOST, month, 5.0, a(2)), [0, 0, 1, 1, 1, 1])


def test_a_rate_fades_by_half_in_each_half_life():
    years = a(0, 1, 2, 4)
    expected = [0, (1 - 0.5) / LN2, (1 - 0.25) / LN2, (1 - 0.0625) / LN2]
    is_near(conventions.fading_years(HOST, years, a(1)), expected)
    is_near(conventions.fading_years(HOST, years, a(0)), [0] * 4)
    is_near(conventions.fading_years(HOST, a(3), a(3)), [3 * 0.5 / LN2])
    grown = conventions.fade(HOST, years, a(5), a(2), a(1))
    is_near(grown, [0, 2 + 1.5 / LN2, 4 + 2.25 / LN2, 8 + 3 * 0.9375 / LN2])


def test_a_ratio_to_nothing_is_what_is_said_for_it():
    found = conventions.ratio(HOST, a(6, 6, 0), a(3, 0, 4), 9.0)
    assert found.tolist() == [2, 9, 0]


@pytest.mark.parametrize("worlds", [1, 127, 128, 129])
def test_a_running_sum_is_the_same_however_wide_it_is(worlds):
    flow = np.repeat(a(1, 2, 4, 8)[:, None], worlds, axis=1)
    expected = np.repeat(a(1, 3, 7, 15)[:, None], worlds, axis=1)
    found = conventions.running_sum(HOST, flow)
    assert found.tolist() == expected.tolist()
    assert flow[0, 0] == 1
    room = np.zeros(flow.shape)
    assert conventions.running_sum(HOST, flow, out=room) is room
    assert room.tolist() == expected.tolist()
    assert conventions.running_sum(HOST, flow[:1]).tolist() == flow[:1].tolist()


def test_sums_over_families_are_of_all_of_them():
    two, four = a([1, 2], [10, 20]), a([1, 2, 4, 8], [10, 20, 40, 80])
    assert conventions.over_families(two).tolist() == [3, 30]
    assert conventions.over_families(four).tolist() == [15, 150]
    assert conventions.over_families(two[:, :1]).tolist() == [1, 10]
    assert conventions.product_over_families(two, a([2, 3], [1, 1])).tolist() == [8, 30]
    assert conventions.product_over_families(a([5], [1]), two).tolist() == [15, 30]
    weight = a(0.5, 0, 0, 2)
    assert conventions.weighted_over_families(weight, [0, 3], four).tolist() == [16.5, 165]
    assert conventions.weighted_over_families(a(0, 0), [], two).tolist() == [0, 0]


# Contracts


def test_a_contract_brings_equal_parts_over_its_ramp_as_far_as_the_horizon_has_them():
    half = Contract("A", "a", -2, 4, 0.4, 0.5, 1.5)
    whole = Contract("B", "b", 4, 3, 0.3, 1.0, 0.5)
    more = Contract("C", "b", 5, 1, 0.2, 0.25, 3.0)
    over = Contract("D", "a", -10, 3, 9.0, 1.0, 9.0)
    found = contracts.promised(HOST, [[half, whole, over], [], [more, whole]], ("a", "b"), 6)
    assert found is not None
    gigawatts = found.watts / 1e9
    is_near(gigawatts[:, 0, 0], [0.1, 0.1, 0, 0, 0, 0])
    is_near(gigawatts[:, 1, 0], [0, 0, 0, 0, 0.1, 0.1])
    assert not gigawatts[:, :, 1].any()
    assert not gigawatts[:, 0, 2].any()
    is_near(gigawatts[:, 1, 2], [0, 0, 0, 0, 0.1, 0.3])
    is_near(found.firm[:, 0, 0] / 1e9, [0.05, 0.05, 0, 0, 0, 0])
    is_near(found.firm[:, 1, 2] / 1e9, [0, 0, 0, 0, 0.1, 0.15])
    is_near(found.priced[:, 0, 0] / 1e9, [0.15, 0.15, 0, 0, 0, 0])
    is_near(found.priced[:, 1, 2] / 1e9, [0, 0, 0, 0, 0.05, 0.65])


def test_where_nobody_has_a_contract_nothing_is_promised():
    assert contracts.promised(HOST, [(), ()], ("a",), 6) is None


# Power


def test_the_schedule_rises_is_ready_and_grows_and_what_is_ahead_comes_late():
    month = np.arange(8.0)
    schedule = a(1), a(3), a(0), a(4), a(1.2)  # 1 GW to 3 in month 4, 0.1 a month from there
    found = power.facility_limit(HOST, month, a(2), a(0), *schedule)
    is_near(found, [1, 1.5, 2, 2.5, 3, 3.1, 3.2, 3.3])
    found = power.facility_limit(HOST, month, a(2), a(1), *schedule)
    is_near(found, [1, 1.5, 2, 2, 2.5, 3, 3.1, 3.2])


def test_a_site_comes_in_equal_parts_and_late_where_it_has_not_begun():
    month = np.arange(6.0)
    found = power.site_share(HOST, month, a(2), a(1), a(3), a(2))
    is_near(found, [0, 0, 0, 0, 0.5, 1])
    found = power.site_share(HOST, month, a(2), a(1), a(2), a(4))  # it begins in the as-of month
    is_near(found, [0, 0, 0.25, 0.5, 0.75, 1])
    found = power.site_share(HOST, month, a(2), a(1), a(-1), a(4))
    is_near(found, [0.5, 0.75, 1, 1, 1, 1])


def test_a_site_of_known_first_month_is_added_to_what_there_is():
    month = np.arange(6.0)[:, None]
    total = np.ones((6, 2))
    power.add_site(HOST, total, month, a(1, 3), a(2, 1), a(4, 0.5))
    is_near(total.T, [[1, 3, 5, 5, 5, 5], [1, 1, 1, 1.5, 1.5, 1.5]])


# Chips


def test_use_is_that_of_training_and_serving_in_their_shares_and_never_more_than_all():
    used = chips.utilisation(HOST, a(0.25), a(0.4, 1.2), a(0.2, 1.2))
    is_near(used, [0.25, 1])
    is_near(chips.effective_use(used, a(0.9)), [0.225e-6, 0.9e-6])


def test_software_gains_fade_and_start_from_nothing():
    of = a(0.25), a(0.4), a(0.2)
    since = a(0, 1, 2)
    found = chips.improved_utilisation(HOST, *of, since, a(LN2), a(1))
    is_near(found, [0.25, 0.25 * math.exp(0.5), 0.25 * math.exp(0.75)])
    assert chips.improved_utilisation(HOST, *of, a(50), a(5), a(9)).tolist() == [1]
    is_near(chips.improved_utilisation(HOST, *of, a(50), a(5), a(0)), [0.25])


# Demand


def test_revenue_runs_straight_in_logarithms_between_its_anchors_and_grows_after_them():
    month = a(0, 6, 12, 18, 24, 30)
    anchors = a(0, 12, 24), np.log(a(1, 4, 16))
    found = demand.log_planned_revenue(HOST, month, *anchors, a(math.log(9)), a(LN2), a(0))
    is_near(np.exp(found), [1, 2, 4, 8, 16, 16 * math.sqrt(2)])
    faded = demand.log_planned_revenue(HOST, a(24, 36), *anchors, a(3 * LN2), a(LN2), a(1))
    is_near(np.exp(faded), [16, 16 * 2 * math.e])  # twice ln 2 over, half of that over ln 2 years


def test_the_luck_of_growth_works_from_the_as_of_month_on_and_fades_from_the_last_anchor():
    month = a(0, 6, 12, 24, 36)
    found = demand.years_of_luck(HOST, month, a(0), a(12), a(1))
    is_near(found, [0, 0, 0, 0.25 / LN2, 0.375 / LN2])
    found = demand.years_of_luck(HOST, month, a(24), a(12), a(1))
    is_near(found, [0, 0, 0, 0, 0.5 / LN2])


def test_what_software_saves_changes_its_pace_in_the_as_of_month():
    found = demand.log_saving(HOST, a(0, 6, 12, 24, 36), a(12), a(0.5), a(0.2))
    is_near(found, [0, 0.25, 0.5, 0.7, 0.9])


def test_training_moves_from_one_share_to_the_other():
    found = demand.training_share(HOST, a(0, 6, 12, 24), a(0.8), a(0.4), a(24))
    is_near(found, [0.8, 0.7, 0.6, 0.4])


def test_demand_is_serving_and_the_training_beside_it():
    found = demand.demand(HOST, a(10, 10), a(3), a(0, LN2), a(0.25, 0.5))
    is_near(found, [40, 30])


# Events


def test_without_events_all_is_kept_and_nothing_is_late():
    found = events.effects(HOST, [(), ()], ("a", "b"), 9)
    for factor in (found.supply_kept, found.base_kept, found.price):
        assert factor.tolist() == [[[1]]]
    assert found.power_kept.tolist() == found.demand.tolist() == [[1]]
    assert found.slip.tolist() == [[0]]
    assert found.grid_delay.tolist() == [0]


def test_each_kind_of_event_does_its_own_to_whom_it_hits_while_it_lasts():
    happens = [
        Event("supply_stop", "a", 1, 2, 0.25),
        Event("supply_stop", ALL, 2, 1, 0.5),
        Event("base_loss", "b", 3, 9, 0.4),
        Event("price_shock", "a", 0, 2, 1.5),
        Event("power_outage", ALL, 2, 2, 0.3),
        Event("power_outage", ALL, 3, 2, 0.5),
        Event("demand_shock", ALL, 1, 4, 0.8),
        Event("generation_slip", "b", 0, 5, 0.0),
        Event("generation_slip", ALL, 0, 2, 0.0),
        Event("grid_delay", ALL, 0, 3, 0.0),
        Event("grid_delay", ALL, 0, 4, 0.0),
    ]
    found = events.effects(HOST, [(), happens], ("a", "b"), 6)
    is_near(found.supply_kept[:, 0, 1], [1, 0.75, 0.375, 1, 1, 1])
    is_near(found.supply_kept[:, 1, 1], [1, 1, 0.5, 1, 1, 1])
    is_near(found.base_kept[:, 0, 1], [1] * 6)
    is_near(found.base_kept[:, 1, 1], [1, 1, 1, 0.6, 0.6, 0.6])
    is_near(found.price[:, 0, 1], [2.5, 2.5, 1, 1, 1, 1])
    is_near(found.price[:, 1, 1], [1] * 6)
    is_near(found.power_kept[:, 1], [1, 1, 0.7, 0.35, 0.5, 1])
    is_near(found.demand[:, 1], [1, 0.2, 0.4, 0.6, 0.8, 1])
    assert found.slip.tolist() == [[0, 2], [0, 7]]
    assert found.grid_delay.tolist() == [0, 7]
    for factor in (found.supply_kept, found.base_kept, found.price):
        assert (factor[:, :, 0] == 1).all()
    for factor in (found.power_kept, found.demand):
        assert (factor[:, 0] == 1).all()


def test_an_event_that_lasts_no_month_does_nothing():
    found = events.effects(HOST, [[Event("demand_shock", ALL, 1, 0, 0.8)]], ("a",), 3)
    assert found.demand.tolist() == [[1], [1], [1]]


@pytest.mark.parametrize(
    "wrong", [Event("flood", ALL, 0, 1, 1.0), Event("supply_stop", "c", 0, 1, 1.0)]
)
def test_an_unknown_event_is_refused(wrong):
    with pytest.raises(ValueError, match="allowed are"):
        events.effects(HOST, [[wrong]], ("a", "b"), 3)
