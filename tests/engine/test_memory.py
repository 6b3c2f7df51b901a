"""What is kept between questions: the newest of each purpose, and what it rests on."""

from __future__ import annotations

import numpy as np
import pytest

from engine import Scenario
from engine.run.graph.section import Section, quantity
from engine.run.graph.supply import Supply
from engine.run.latest_cache import LatestCache
from engine.run.record import Record
from engine.run.scenario_arrays import Inputs
from engine.run.simulation import Simulation, homes_of
from engine.values import Event
from engine.worlds import random_draws

SCENARIO = Scenario()
ROADMAP = {  # section 1 of the model
    *("start", "as_of", "events", "generation_slip_months", "generation_ramp_months"),
    *("cadence_months", "perf_per_watt_growth", "watts_per_chip_growth"),
    *("price_performance_growth", "catalogue"),
}
CHANCE = {  # section 8
    *("as_of", "sigma_growth", "sigma_algorithmic", "sigma_rebound", "sigma_price", "rho"),
    "sites",
    *("p_slip", "slip_min", "slip_max", "p_grid", "grid_min", "grid_max"),
    *("outage_rate_per_year", "outage_mean_duration_months", "outage_severity"),
    *("beta", "common_severity"),
    *("recall_rate_per_year", "recall_duration_months", "recall_severity"),
}


def asked(memory: LatestCache[str], purpose: str) -> bool:
    """Whether it had to be made anew."""
    made = []
    memory.get(purpose, lambda kept: kept == purpose, lambda: made.append(1) or purpose)
    return bool(made)


def test_that_what_was_asked_for_longest_ago_goes_first() -> None:
    memory: LatestCache[str] = LatestCache(2)
    assert asked(memory, "a")
    assert asked(memory, "b")
    assert not asked(memory, "a")  # renewed: now b is the older
    assert asked(memory, "c")
    assert not asked(memory, "a")
    assert asked(memory, "b")


def test_that_what_no_longer_holds_is_made_anew_and_kept_in_its_place() -> None:
    memory: LatestCache[int] = LatestCache(2)
    assert memory.get("p", lambda kept: kept == 1, lambda: 1) == 1
    assert memory.get("p", lambda kept: kept == 2, lambda: 2) == 2
    assert memory.get("p", lambda kept: kept == 2, lambda: 3) == 2
    memory.forget()
    assert memory.get("p", lambda kept: True, lambda: 4) == 4


@pytest.mark.parametrize(
    ("quantity", "expected"),
    [
        ("blend", ROADMAP),
        ("it_watts", ROADMAP),
        ("demand_shock", {"events"}),
        ("mix", {"mix", "mix_start", "mix_from_month", "mix_month"}),
        (
            "energy_rate",
            {"electricity_usd_per_kwh", "electricity_escalation", "load_factor", "pue"},
        ),
        (
            "revenue_bn_per_year",
            {
                *("revenue_anchors", "revenue_growth", "revenue_growth_longrun"),
                *("growth_half_life_years", "events"),
            },
        ),
    ],
)
def test_that_a_quantity_writes_down_the_parameters_of_its_section(
    quantity: str, expected: set[str]
) -> None:
    record = Record()
    simulation = Simulation(Inputs([SCENARIO], record=record))
    for _ in range(2):  # the second time from what is there already
        record.read.clear()
        simulation[quantity]
        assert record.read == expected


def test_that_what_is_read_in_between_counts_for_all_that_rests_on_it() -> None:
    record = Record()
    simulation = Simulation(Inputs([SCENARIO], record=record))
    assert simulation["tops"].shape[0] == 96  # the roadmap is there before the fleet asks
    simulation["economic_cost_bn"]  # computed when asked for
    free_of_mix = record.independent_of({"mix"})
    assert {"blend", "target", "power_limit_gw", "chip_charge_rate"} <= free_of_mix.keys()
    assert not {"mix", "bought", "economic_cost_bn", "rent_bn"} & free_of_mix.keys()
    free_of_a_rate = record.independent_of({"watts_per_chip_growth"})
    assert not {"blend", "it_watts", "peak_per_watt", "bought"} & free_of_a_rate.keys()
    assert "target" in free_of_a_rate


def test_that_luck_writes_down_what_of_chance_it_rests_on_and_hands_it_on() -> None:
    drawn = random_draws.chance(SCENARIO.seed, SCENARIO.families, 96, 0, 16)
    found = random_draws.luck([SCENARIO], drawn)
    assert found.read == CHANCE
    record = Record()
    Simulation(Inputs([SCENARIO], found, record=record))["power_limit_gw"]  # reads a drawn delay
    assert "power_limit_gw" not in record.independent_of({"p_grid"})


def test_that_a_recorded_run_has_the_numbers_of_any_other() -> None:
    scenario = SCENARIO.having(events=(Event("power_outage", "all", 20, 6, 0.6),))
    found = Simulation(Inputs([scenario, SCENARIO], record=Record()))
    plain = Simulation(Inputs([scenario, SCENARIO]))
    for name in ("npv_cash_cost_bn", "usd_per_million_tokens", "binding", "h100e_by_family"):
        np.testing.assert_array_equal(found[name], plain[name])


def test_that_a_quantity_that_fails_leaves_no_trace_in_the_record() -> None:
    record = Record()
    record.read.add("mix")
    with pytest.raises(ZeroDivisionError):
        record.value("ratio", lambda: (record.read.add("wacc"), 1 / 0))
    assert record.read == {"mix"}
    assert record.independent_of(set()) == {}


def test_that_a_quantity_taken_from_another_run_is_not_computed_again() -> None:
    simulation = Simulation(Inputs([SCENARIO]))
    simulation.take({"cash_cost_bn": np.full((96, 1), 2.5)})
    assert (simulation["cash_cost_bn"] == 2.5).all()
    assert simulation["npv_cash_cost_bn"][0, 0] == 2.5  # nothing is discounted in month 0


def test_that_two_sections_with_one_name_are_refused() -> None:
    class Twin(Section):
        @quantity
        def mix(self) -> float:
            return 0.5

    with pytest.raises(ValueError, match="mix is in supply and in twin: allowed is one"):
        homes_of({"supply": Supply, "twin": Twin})
