"""Limits of a small world, what is had in it and of which generation, worked out by hand."""

from __future__ import annotations

import math
from typing import Any

import numpy as np
import pytest

from engine.run.graph.demand import Demand
from engine.run.graph.power import Power
from engine.run.graph.roadmap import Roadmap
from engine.run.scenario_arrays import Inputs, Luck
from engine.run.simulate import simulate_batch
from engine.tables.catalogue import Catalogue
from engine.tables.scenario import Scenario
from engine.values import ALL, Contract, Event, Site
from tests.engine.small_world import CHIPS, MONTH_BN, NEWER, SMALL, both, chip, is_near, run, small

# Limits


def test_a_budget_buys_chips_and_their_facilities():
    # 20 $ a watt of either, and 10 for its facility
    found = run(investment_budget_bn_per_year=12)
    is_near(found["delivered_it_gw"][:4], [1 / 30, 1 / 30, 1 / 30, 0])
    assert found["binding"][:4].tolist() == [2, 2, 0, 0]
    free, bound = simulate_batch([small(), small(investment_budget_bn_per_year=12)])
    is_near(free["delivered_it_gw"][0], 0.1)
    is_near(bound["delivered_it_gw"][0], 1 / 30)


def test_power_is_the_schedule_and_the_sites_after_delays_and_outages():
    found = run(
        power_start_gw=0.05,
        power_budget_gw=0.1,
        power_ready_month=2,
        power_growth_gw_per_year=0,
        grid_delay_months=1,
        sites=[
            Site("seen", 0.2, 4, 2, 0.5),
            Site("ahead", 0.4, 5, 2, 0.5),
            Site("late", 0.1, 5, 1, 0.5, delay_months=2.0),
        ],
        events=[Event("power_outage", ALL, 6, 1, 0.5), Event("grid_delay", ALL, 0, 1, 0.0)],
    )
    # the site of month 4 is history; the others come two months late and two more
    sites = [0, 0, 0, 0, 0.1, 0.2, 0.2, 0.4, 0.6, 0.7, 0.7]
    kept = [1] * 6 + [0.5] + [1] * 4
    schedule = [0.05, 0.075] + [0.1] * 9
    is_near(found["site_power_gw"][:11], np.multiply(sites, kept))
    is_near(found["power_limit_gw"][:11], np.multiply(np.add(sites, schedule), kept))
    is_near(found["it_limit_gw"][:11], np.multiply(np.add(sites, schedule), kept) / 1.25)
    assert found["binding"][0] == 3
    is_near(found["it_power_gw"][:3], [0.04, 0.06, 0.08])


def test_sites_are_built_and_late_from_world_to_world():
    scenario = small(
        grid_delay_months=1,
        power_start_gw=1,
        sites=[
            Site("seen", 0.2, 4, 2, 0.5),
            Site("ahead", 0.4, 5, 2, 0.5),
            Site("late", 0.1, 5, 1, 0.5, delay_months=2.0),
        ],
    )
    luck = Luck(
        site_delay=np.array([[[3.0, 0, 0]], [[0, 2.5, 0]], [[0, 0, 0]]]),
        site_built=np.array([[[1.0, 1, 0]], [[1, 1, 0]], [[1, 1, 1]]]),
    )
    power = Power(Inputs([scenario], luck=luck))
    expected = [
        [0, 0, 0, 0, 0.1, 0.2, 0.4, 0.6, 0.7, 0.7, 0.7],
        [0, 0, 0, 0, 0.1, 0.2, 0.2, 0.2, 0.4, 0.6, 0.7],
        [0, 0, 0, 0, 0, 0, 0, 0, 0.1, 0.1, 0.1],
    ]
    is_near(power.site_power_gw[:11, 0].T, expected)
    is_near(power.power_limit_gw[:11, 0].T, np.add(expected, 1))
    hit = Luck(site_delay=luck.site_delay[:2], site_built=luck.site_built[:2])
    both_hit = Power(Inputs([scenario.having(sites=scenario.sites[:2])], luck=hit)).site_power_gw
    is_near(both_hit[:11, 0].T, np.subtract(expected, expected[2]))
    # where no luck touches any of them
    none = Luck(site_delay=np.zeros((3, 1, 2)), site_built=np.ones((3, 1, 2)))
    untouched = Power(Inputs([scenario], luck=none)).site_power_gw
    is_near(untouched[:11, 0, 0], expected[0])
    # and where two scenarios have sites of their own
    alone, other = simulate_batch([scenario, scenario.having(sites=scenario.sites[2:])])
    is_near(alone["site_power_gw"][:11], expected[0])
    is_near(other["site_power_gw"][:11], expected[2])


def test_a_fleet_is_curtailed_to_the_power_of_the_month_and_to_what_is_in_reach():
    events = [Event("power_outage", ALL, 5, 1, 0.95), Event("base_loss", "b", 7, 2, 0.5)]
    found = run(events=events)
    is_near(found["curtailment"][4:7], [1, 0.4, 1])
    is_near(found["capacity_eflops"][4:10], [90, 36, 90, 50, 50, 90])
    is_near(found["capacity_eflops_b"][4:10], [80, 32, 80, 40, 40, 80])
    is_near(found["mature_capacity_eflops"][4:10], [90] * 6)


def test_demand_falls_in_a_shock_and_so_does_the_plan():
    found = run(events=[Event("demand_shock", ALL, 0, 2, 0.5)])
    is_near(found["revenue_bn_per_year"][:3], [6, 9, 12])
    is_near(found["demand_eflops"][:3], [40, 60, 80])
    is_near(found["wanted_it_gw"][:3], [0.05, 0.025, 0.025])


def test_a_plan_looks_ahead_of_its_month():
    found = run(revenue_growth=2.25, revenue_growth_longrun=2.25, plan_ahead_months=6)
    is_near(found["demand_eflops"][[0, 6, 12]], [80, 120, 180])
    is_near(found["mature_capacity_eflops"][[0, 6, 12]], [135, 202.5, 303.75])


def test_software_saves_at_one_pace_to_the_as_of_month_and_at_another_after_it():
    given: dict[str, Any] = {"as_of": 12, "algorithmic_efficiency": 4, "rebound": 0.5}
    is_near(run(**given)["demand_eflops"][[0, 12, 24]], [80, 40, 20])
    is_near(run(**given, later_compute_growth=3)["demand_eflops"][[0, 12, 24]], [80, 40, 120])
    _, chosen = simulate_batch([small(**given), small(**given, later_compute_growth=3)])
    is_near(chosen["demand_eflops"][[0, 12, 24]], [80, 40, 120])


def test_luck_of_growth_leaves_history_alone_and_fades():
    anchors = {"revenue_anchors": [[0, 6.0], [4, 12.0]], "growth_half_life_years": 1}
    luck = Luck(log_growth=np.array([[0, math.log(2)]]))
    revenue = Demand(Inputs([small(**anchors)], luck=luck)).revenue_bn_per_year[:, 0]
    is_near(revenue[[0, 2, 4, 16]], [[6] * 2, [6 * 2**0.5] * 2, [12] * 2, [12, 12 * math.e**0.5]])
    later = Demand(Inputs([small(**anchors, as_of=16)], luck=luck)).revenue_bn_per_year[:, 0]
    is_near(later[[16, 28]], [[12, 12], [12, 12 * math.e**0.25]])


def test_luck_of_software_is_of_what_comes_after_the_as_of_month():
    given: dict[str, Any] = {"as_of": 12, "algorithmic_efficiency": 4, "rebound": 0.5}
    luck = Luck(
        log_efficiency=np.array([[0, math.log(4)]]), rebound=np.array([[0, -0.25]])
    )  # 16 to the power of 3/4 in the place of 4 to that of 1/2
    demand = Demand(Inputs([small(**given)], luck=luck)).demand_eflops[:, 0]
    is_near(demand[[0, 12, 24]], [[80, 80], [40, 40], [20, 5]])
    chosen = small(**given, later_compute_growth=3)
    demand = Demand(Inputs([chosen], luck=luck)).demand_eflops[:, 0]
    is_near(demand[[0, 12, 24]], [[80, 80], [40, 40], [120, 30]])
    both_of_them = Demand(Inputs([small(**given), chosen], luck=luck)).demand_eflops
    is_near(both_of_them[24], [[20, 5], [120, 30]])


def test_software_gains_are_of_the_whole_fleet_after_the_as_of_month():
    gains = {"software_gain": both(2, 1), "software_half_life_years": 1, "as_of": 12}
    found = run(**gains)
    is_near(found["mature_capacity_eflops"][:13], [90] * 13)
    is_near(found["capacity_eflops_a"][[12, 18]], [10, 10 * math.exp(1 - 0.5**0.5)])


# What is had


def test_supply_grows_stops_and_is_lent():
    found = run(supply_chips_per_year=both(1.2e5, 1.8e6), substitution=0.5)
    # 10 MW of the 50 of a; b has 25 to spare, of 40 unmet it lends half
    is_near(found["chips_delivered_a"][0], 10_000)
    is_near(found["chips_delivered_b"][0], 140_000)
    assert found["binding"][0] == 1
    stopped = run(events=[Event("supply_stop", "b", 0, 2, 0.8)])
    is_near(stopped["chips_delivered_b"][0], 30_000)
    grown = run(supply_chips_per_year=both(1.2e5, 1.2e5), supply_growth=both(9, 4),
                supply_growth_longrun=2, supply_half_life_years=0, intensity=500)  # fmt: skip
    is_near(grown["chips_delivered_a"][[0, 12]], [10_000, 20_000])


def test_what_is_outside_the_mix_helps_only_where_it_may():
    given: dict[str, Any] = {
        "mix": both(1, 0), "mix_start": both(1, 0), "substitution": 1.0,
        "supply_chips_per_year": both(1.2e5, 2.4e5),
    }  # fmt: skip
    is_near(run(**given)["chips_delivered_b"][0], 0)
    is_near(run(**given, substitute_any=True)["chips_delivered_b"][0], 20_000)
    alone, helped = simulate_batch([small(**given), small(**given, substitute_any=True)])
    is_near([alone["chips_delivered_b"][0], helped["chips_delivered_b"][0]], [0, 20_000])


def test_a_contract_adds_to_supply_at_its_own_price():
    contract = Contract("A", "a", 0, 2, 0.08, 0.0, 1.5)
    found = run(supply_chips_per_year=both(1.2e5, 1.8e6), contracts=[contract])
    is_near(found["chips_delivered_a"][0], 50_000)  # 10 MW, and 40 in each of two months
    premium = (10 + 1.5 * 40) / 50
    is_near(found["chip_capex_bn"][0], 0.5 * premium)
    is_near(found["rent_bn"][0], (50_000 * premium + 100_000) * MONTH_BN)
    assert not found["idle_commitment_bn"].any()
    listed = run(supply_chips_per_year=both(1.2e5, 1.8e6),
                 contracts=[Contract("A", "a", 0, 2, 0.08, 0.0, 1.0)])  # fmt: skip
    is_near(listed["chip_capex_bn"][0], 0.5)


def test_what_must_be_taken_and_finds_no_power_is_paid_for_and_stands_idle():
    found = run(
        power_start_gw=0.1,
        power_budget_gw=0.1,  # 80 MW of IT
        contracts=[Contract("A", "a", 0, 1, 0.1, 1.0, 1.0)],
    )
    is_near(found["it_power_gw_a"][0], 0.08)
    is_near(found["chips_delivered_b"][0], 0)
    is_near(found["idle_commitment_bn"][:24], [20_000 * 2 * MONTH_BN] * 24)
    is_near(found["idle_commitment_bn"][24:], [0] * 6)
    is_near(found["rent_bn"][0], 40_000 * 2 * MONTH_BN)
    running = (80_000 + 40_000) * MONTH_BN + 40e6 * 0.07305 / 1e9 + 40 * 4e-5 + 0.008 + 0.001
    is_near(found["cash_cost_bn"][:2], [0.8 + 0.4 + running, running])
    is_near(found["cash_cost_bn_a"][:2], [0.8 + 0.4 + running, running])
    is_near(found["commitment_bn_a"][0], 1.2 + 24 * (80_000 + 40_000) * MONTH_BN)
    economic = running + 0.8 / 24 + 0.4 / 60
    is_near(found["economic_cost_bn"][:2], [economic] * 2)
    half = run(
        power_start_gw=0.1, power_budget_gw=0.1, events=[Event("supply_stop", "a", 0, 1, 0.5)],
        contracts=[Contract("A", "a", 0, 1, 0.1, 1.0, 1.0)],
    )  # fmt: skip
    # 50 MW had to be taken, more than a's half of 80
    is_near([half["it_power_gw_a"][0], half["it_power_gw_b"][0]], [0.05, 0.03])
    assert not half["idle_commitment_bn"].any()


# Generations


def roadmap(**changes: Any) -> dict[str, list[float]]:
    values = {**SMALL, "horizon_months": 12, **changes}
    found = Roadmap(Inputs([Scenario(catalogue=NEWER).having(**values)]))
    return {"tops": found.tops[:, 0, 0].tolist(), "watts": found.it_watts[:, 0, 0].tolist()}


@pytest.mark.parametrize(
    ("changes", "new_from", "ramp"),
    [
        ({}, 6, 0),
        ({"generation_ramp_months": 4}, 6, 4),
        ({"generation_slip_months": both(3, 0)}, 9, 0),
        ({"generation_slip_months": both(3, 0), "as_of": 6}, 6, 0),  # it is there
        ({"events": [Event("generation_slip", "a", 0, 2, 0.0)]}, 8, 0),
        ({"events": [Event("generation_slip", "b", 0, 2, 0.0)]}, 6, 0),
    ],
)
def test_a_new_generation_takes_over_from_its_month_on(changes, new_from, ramp):
    share = [
        min(max((t - new_from + 1) / ramp, 0), 1) if ramp else float(t >= new_from)
        for t in range(12)
    ]
    found = roadmap(**changes)
    is_near(found["tops"], [1000 + 3000 * new for new in share])
    is_near(found["watts"], [1000 + 1000 * new for new in share])


def test_generations_after_the_last_known_one_grow_by_the_cadence():
    grows: dict[str, Any] = {"perf_per_watt_growth": 1.5, "watts_per_chip_growth": 1.2}
    found = roadmap(cadence_months=12, horizon_months=30, **grows)
    is_near(found["tops"], [1e3] * 6 + [4e3] * 12 + [7200] * 12)
    is_near(found["watts"], [1e3] * 6 + [2e3] * 12 + [2400] * 12)


def test_two_takeovers_at_once_are_each_of_what_was_there():
    found = roadmap(generation_ramp_months=16, cadence_months=12, horizon_months=30)
    first = [min(max((t - 5) / 16, 0), 1) for t in range(30)]
    second = [min(max((t - 17) / 16, 0), 1) for t in range(30)]
    watts = 2e3 * 1.12
    expected = [
        (1 - s) * ((1 - f) * 1e3 + f * 2e3) + s * watts for f, s in zip(first, second, strict=True)
    ]
    is_near(found["watts"], expected)


def test_the_newest_that_is_long_known_is_all_that_is_delivered():
    older = chip("a", "2020-01", 1, 1, 1, 1)
    between = chip("a", "2022-01", 5, 5, 5, 5)
    catalogue = Catalogue("old ones", (older, between, *CHIPS.chips))
    found = Roadmap(Inputs([Scenario(catalogue=catalogue).having(**SMALL)]))
    assert found.tops[:, 0].ravel().tolist() == [1000] * 30
