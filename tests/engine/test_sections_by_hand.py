"""What each section makes of a small scenario, worked out by hand; and the stored runs again."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from engine import csv_out
from engine.files.scenario_files import load
from engine.run.graph.by_family import ByFamily
from engine.run.graph.demand import Demand
from engine.run.graph.fleet import Fleet
from engine.run.graph.money import Money
from engine.run.graph.power import Power
from engine.run.graph.prices import Prices
from engine.run.graph.purchases import Purchases
from engine.run.graph.roadmap import Roadmap
from engine.run.graph.section import Section, quantity
from engine.run.graph.supply import Supply
from engine.run.simulate import simulate, simulate_batch
from engine.run.simulation import Simulation, homes_of
from engine.tables.scenario import Scenario
from engine.values import Event
from tests.engine.small_world import MONTH_BN, NEWER, SMALL, both, is_near, run, small
from tests.engine.stored_runs import first_difference_of_stored, table
from tests.engine.test_golden import GOLDEN, NAMES

# The fleet


def test_a_fleet_is_bought_brought_up_and_bought_again_at_the_end_of_its_life():
    found = run()
    is_near(found["demand_eflops"], [80] * 30)
    is_near(found["revenue_bn_per_year"], [12] * 30)
    once = [1] + [0] * 23 + [1] + [0] * 5
    for column, each in (
        ("wanted_it_gw", 0.1),
        ("delivered_it_gw", 0.1),
        ("chips_delivered_a", 50_000),
        ("chips_delivered_b", 100_000),
    ):
        is_near(found[column], np.multiply(once, each))
    gone = [0] * 24 + [1] + [0] * 5
    is_near(found["chips_retired_a"], np.multiply(gone, 50_000))
    is_near(found["chips_retired_b"], np.multiply(gone, 100_000))
    is_near(found["chips_alive_a"], [50_000] * 30)
    is_near(found["chips_alive_b"], [100_000] * 30)
    is_near(found["it_power_gw_a"], [0.05] * 30)
    is_near(found["it_power_gw"], [0.1] * 30)
    is_near(found["facility_power_gw"], [0.125] * 30)
    is_near(found["power_limit_gw"], [1] * 30)
    is_near(found["it_limit_gw"], [0.8] * 30)
    is_near(found["h100e"], [250e6 / 1979] * 30)
    is_near(found["h100e_b"], [200e6 / 1979] * 30)
    is_near(found["mature_capacity_eflops"], [90] * 30)
    without_b = [10, 10] + [90] * 22 + [10, 10] + [90] * 4
    is_near(found["capacity_eflops"], without_b)
    is_near(found["capacity_eflops_a"], [10] * 30)
    is_near(found["served_eflops"], np.minimum(without_b, 80))
    is_near(found["shortfall_eflops"], np.maximum(np.subtract(80, without_b), 0))
    is_near(found["unserved_revenue_bn"], np.maximum(np.subtract(80, without_b), 0) / 80)
    is_near(found["curtailment"], [1] * 30)
    assert (found["binding"] == 0).all()
    assert not found["repowered_it_gw"].any()
    assert not found["site_power_gw"].any()


def test_the_initial_fleet_is_of_month_nought_and_leaves_over_its_life():
    found = run(initial_it_mw=both(48, 24))
    is_near(
        found["chips_alive_a"][:3] - np.cumsum(found["chips_delivered_a"][:3]), [48e3, 46e3, 44e3]
    )
    is_near(found["chips_retired_b"][:3], [0, 2000, 2000])
    # 9.6 + 38.4 of 90: the rest is 42 in the mix
    is_near(found["wanted_it_gw"][:2], [42 / 900, 2 / 900])
    is_near(found["capacity_eflops"][0], 9.6 + 38.4 + 42 / 0.9 * 0.1)
    is_near(found["facility_capex_bn"][0], 0.5 * 42 / 1800 * 10)
    # half of 48,000 owned at 20,000, and what came
    capex = 0.5 * 20_000 * (48e3 + 42e3 / 1.8)
    is_near(found["maintenance_bn"][0], capex * 0.01 / 1e9)
    is_near(found["rent_bn"][0] / MONTH_BN, 48e3 + 48e3 + 42e3 / 1.8 + 84e3 / 1.8)


# Costs


def test_costs_are_those_of_what_is_owned_and_rented():
    found = run()
    first = {
        "chip_capex_bn": 0.5,  # 25,000 owned chips of a at 20,000 $
        "facility_capex_bn": 0.25,  # 25 MW at 10 $ a watt
        "rent_bn": 150_000 * MONTH_BN,  # 25,000 of a at 2 $, 100,000 of b at 1 $
        "energy_bn": 25e6 * 0.07305 / 1e9,
        "site_opex_bn": 0.001,
        "maintenance_bn": 0.005,
        "platform_bn": 0.003,
        "idle_commitment_bn": 0.0,
        "chip_capital_charge_bn": 0.5 / 24,
        "facility_capital_charge_bn": 0.25 / 60,
    }
    for key, value in first.items():
        is_near(found[key][0], value)
    running = 150_000 * MONTH_BN + 25e6 * 0.07305 / 1e9 + 0.009
    is_near(found["cash_cost_bn"][:2], [0.75 + running, running])
    is_near(found["cash_cost_bn"][24], 0.5 + running)  # its facility is there
    economic = running + 0.5 / 24 + 0.25 / 60
    is_near(found["economic_cost_bn"], [economic] * 30)
    is_near(found["npv_economic_cost_bn"][2], 3 * economic)
    is_near(found["npv_cash_cost_bn"][2], 0.75 + 3 * running)
    is_near(found["usd_per_pflop_hour"][:3], economic * 1e9 / 730_500 / np.array([10, 10, 90]))
    tokens = found["usd_per_million_tokens"][0] / found["usd_per_pflop_hour"][0]
    is_near(tokens, 2 * Scenario().active_params * 1e6 / 3.6e18)
    is_near(found["economic_cost_per_revenue"], [economic] * 30)
    is_near(found["economic_cost_bn_per_gw_year"], [economic * 120] * 30)
    is_near(found["revenue_bn_per_gw_year"][:3], [15, 15, 120])


def test_costs_of_a_family_are_its_own():
    found = run()
    of_a = 50_000 * MONTH_BN + 25e6 * 0.07305 / 1e9 + 0.006 + 0.001
    of_b = 100_000 * MONTH_BN + 0.002
    is_near(found["cash_cost_bn_a"][:2], [0.75 + of_a, of_a])
    is_near(found["cash_cost_bn_b"][:2], [of_b, of_b])
    is_near(found["economic_cost_bn_a"][:2], [of_a + 0.5 / 24 + 0.25 / 60] * 2)
    is_near(found["economic_cost_bn_b"][:2], [of_b] * 2)
    is_near(found["commitment_bn_a"][:2], [0.75 + 24 * 50_000 * MONTH_BN, 0])
    is_near(found["commitment_bn_b"][:2], [24 * 100_000 * MONTH_BN, 0])
    is_near(found["commitment_bn"][:2], [0.75 + 24 * 150_000 * MONTH_BN, 0])


def test_prices_move_from_the_as_of_month_on_by_factor_growth_and_shock():
    found = run(
        revenue_anchors=[[0, 0.72]],  # what 24 MW of a do
        initial_it_mw=both(24, 0),
        mix=both(1, 0),
        mix_start=both(1, 0),
        chip_price_factor=both(0.5, 1),
        chip_price_growth=both(2, 1),
        reserve_margin=0,
        events=[Event("price_shock", "a", 16, 1, 1.0)],
    )
    # each month 1,000 chips of the initial fleet are made good, half of them owned
    is_near(found["chips_delivered_a"][1:20], [1000] * 19)
    capex = found["chip_capex_bn"][1:17]
    is_near(capex[:3], [0.01] * 3)
    is_near(capex[3:15], [0.005 * 2 ** (t / 12) for t in range(12)])
    is_near(capex[15], 0.005 * 2 * 2)


def test_a_rent_from_cost_is_capital_and_running_and_the_margin():
    found = run(rent_basis="cost", provider_margin=0.25)
    of_watt = 10 / 60 + 0.07305 + 0.04
    of_a = 1.25 * (20_000 * (1 / 24 + 0.01) + 1000 * of_watt)
    of_b = 1.25 * (10_000 * (1 / 24 + 0.01) + 500 * of_watt)
    is_near(found["rent_bn"][0], (25_000 * of_a + 100_000 * of_b) / 1e9)
    is_near(found["commitment_bn_b"][0], 24 * 100_000 * of_b / 1e9)
    initial = run(rent_basis="cost", provider_margin=0.25, initial_it_mw=both(0, 100))
    is_near(initial["chips_alive_b"][0], 200_000)
    is_near(initial["rent_bn"][0], 200_000 * of_b / 1e9)
    quoted, made = simulate_batch([small(), small(rent_basis="cost", provider_margin=0.25)])
    is_near(quoted["rent_bn"][0], 150_000 * MONTH_BN)
    is_near(made["rent_bn"][0], found["rent_bn"][0])


# Old chips that make way


def test_where_power_is_short_old_chips_make_way_and_their_contracts_run_on():
    scenario = Scenario(catalogue=NEWER).having(
        **{
            **SMALL, "mix": both(1, 0), "mix_start": both(1, 0), "initial_it_mw": both(24, 0),
            "power_start_gw": 0.03, "power_ramp_start": 96, "power_ready_month": 120,
            "repower_threshold": 0.75, "repower_share_per_year": 1.0,
            "supply_chips_per_year": both(1.2e5, 0),
        }
    )  # fmt: skip
    found = simulate(scenario)
    # 24 MW fit: each month 1 MW leaves by age and comes again, of a new kind from month 6 on
    is_near(found["it_power_gw"][:12], [0.024] * 12)
    # a twelfth of 23 MW may make way in month 6
    is_near(found["repowered_it_gw"][:7], [0] * 6 + [23 / 12_000])
    came = 1 + 23 / 12
    is_near(found["delivered_it_gw"][5:7], [0.001, came / 1000])
    is_near(found["chips_delivered_a"][5:7], [1000, came * 500])
    is_near(found["chips_retired_a"][5:7], [1000, 1000 + 23_000 / 12])
    is_near(found["chips_alive_a"][6], 24_000 - 1000 - 23_000 / 12 + came * 500)
    # what has made way is not kept up, but is paid for until its contract ends
    alive = 0.5 * (20_000 * (24_000 - came * 1000) + 30_000 * came * 500)
    is_near(found["maintenance_bn"][6], alive * 0.01 / 1e9)
    signed = 0.5 * (20_000 * 23_000 + 30_000 * came * 500)
    is_near(found["chip_capital_charge_bn"][6], signed / 24 / 1e9)
    is_near(found["rent_bn"][6], (23_000 + 1.5 * came * 500) * MONTH_BN)


# All of it


@pytest.mark.parametrize("name", NAMES)
def test_that_a_stored_run_is_the_same_alone_and_beside_all_others(name: str) -> None:
    stored = table((GOLDEN / f"{name}.csv").read_text())
    scenarios = [load(GOLDEN / f"{each}.json").scenario for each in NAMES]
    place = NAMES.index(name)
    for result in (simulate(scenarios[place]), simulate_batch(scenarios)[place]):
        ours = table(csv_out.result_csv(result))
        assert first_difference_of_stored(ours, stored) == ""


def test_every_quantity_has_one_home():
    kinds = (Roadmap, Demand, Power, Supply, Prices, Purchases, Fleet, Money, ByFamily)
    assert tuple(Simulation.SECTIONS.values()) == kinds

    class Other(Section):
        @quantity
        def mix(self) -> Any:
            return None

    assert homes_of({"other": Other}) == {"mix": "other"}
    with pytest.raises(ValueError, match="mix is in supply and in other: allowed is one"):
        homes_of({"supply": Supply, "other": Other})


def test_a_result_s_columns_cannot_be_written_to():
    for result in simulate_batch([small(), small(reserve_margin=0.5)]):
        for line in result.values():
            with pytest.raises(ValueError, match="read-only"):
                line[0] = 1
