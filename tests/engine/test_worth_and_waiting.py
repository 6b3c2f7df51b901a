"""What a contract or a site is worth, and what each later month of it costs: by hand."""

from __future__ import annotations

import dataclasses
import math
from typing import Any

import numpy as np
import pytest

from engine import Catalogue, Scenario, shipped_catalogue, simulate
from engine.analysis.kpi import at, over_draws, total
from engine.analysis.outcomes import MEASURES, outcomes
from engine.analysis.waiting import Target, Waiting, waiting
from engine.analysis.worth import worth
from engine.values import Contract, Site
from engine.worlds.ensemble import Cancelled
from tests.engine.make_rank_reference import scenario
from tests.engine.worlds import FAMILIES, NO_LUCK, all_families

HOURS = 730.5
WATTS, RENT = 1000.0, 2.0  # of the one chip there is


def one_chip() -> Catalogue:
    """Every family has one generation, the same, and for two years no other."""
    like = shipped_catalogue().generations("gpu")[0]
    return Catalogue(
        "one chip",
        tuple(
            dataclasses.replace(
                like,
                family=family,
                name=f"chip of {family}",
                available="2025-01",
                it_watts=WATTS,
                rent_usd_per_hour=RENT,
            )
            for family in FAMILIES
        ),
    )


def full_house(**changes: Any) -> Scenario:
    """A year in which the first fleet takes all power: nothing that is delivered finds a socket."""
    scenario = Scenario().having(catalogue=one_chip())
    settings: dict[str, Any] = {
        "horizon_months": 12,
        "as_of": 0,
        "life_months": 120,
        "initial_it_mw": {"tpu": 0, "trainium": 0, "gpu": 100},
        "power_start_gw": 0.1,  # 83 MW of IT; the fleet is still 90 after a year
        "power_budget_gw": 0.1,
        "power_ready_month": 1,
        "power_growth_gw_per_year": 0,
        "wacc": 0.1,
        "contracts": [promise()],
    }
    return scenario.having(**{**NO_LUCK, **settings, **changes})


def promise(**changes: Any) -> Contract:
    """A megawatt of IT a month, from month 1 to the year's end, to be taken or paid for."""
    return dataclasses.replace(Contract("promise", "gpu", 1, 12, 0.012, 1.0, 1.0), **changes)


def triangle(n: int) -> int:
    return n * (n + 1) // 2


LOSSES = ("unserved_revenue_bn", "economic_cost_bn")

# A megawatt of it, idle for a month
IDLE = 1e6 / WATTS * RENT * HOURS / 1e9


def test_a_firm_contract_that_no_power_takes_costs_its_rent_and_serves_nothing() -> None:
    """In month t, t megawatts are paid for: 1 + 2 + ... + 11 in all."""
    [found] = worth(full_house(), "contracts", draws=16)
    assert (found.kind, found.name) == ("contracts", "promise")
    for measure in ("idle_commitment", "economic_cost", "cash_cost"):
        assert found.of[measure].mean == pytest.approx(triangle(11) * IDLE)
        assert found.of[measure].standard_error == pytest.approx(0, abs=1e-12)
    assert found.of["idle_commitment"].before == 0
    present = sum(t * IDLE * 1.1 ** (-t / 12) for t in range(1, 12))
    for measure in ("npv_economic_cost", "npv_cash_cost"):
        assert found.of[measure].mean == pytest.approx(present)
    for measure in ("unserved_revenue", "shortfall"):
        assert found.of[measure].mean == pytest.approx(0, abs=1e-12)
    assert found.saved == pytest.approx(-triangle(11) * IDLE)


def test_the_margin_of_the_worth_is_that_of_the_worlds_one_by_one() -> None:
    of = scenario("public_record_2026_11")
    [name] = [c.name for c in of.contracts if c.name == "Google Cloud TPU v7"]
    [found] = worth(of, "contracts", [name], 24)
    without = of.having(contracts=[c for c in of.contracts if c.name != name])
    window = of.as_of + 1, of.horizon_months - 1
    sums = sum(over_draws([of, without], total(column, *window), 24) for column in LOSSES)
    gained = sums[1] - sums[0]
    assert found.saved == pytest.approx(gained.mean())
    assert found.net.standard_error == pytest.approx(gained.std(ddof=1) / 24**0.5)
    assert found.net.standard_error > 0


def test_only_the_months_of_the_window_count() -> None:
    [found] = worth(full_house(), "contracts", ["promise"], 4, window=(3, 5))
    assert found.of["idle_commitment"].mean == pytest.approx((3 + 4 + 5) * IDLE)
    present = sum(t * IDLE * 1.1 ** (-t / 12) for t in (3, 4, 5))
    assert found.of["npv_cash_cost"].mean == pytest.approx(present)


def test_a_contract_that_is_not_firm_and_not_needed_is_worth_nothing() -> None:
    for found in worth(full_house(contracts=[promise(firm=0.0)]), "contracts", draws=4):
        assert all(found.of[m].mean == pytest.approx(0, abs=1e-12) for m in MEASURES)


def halls(**changes: Any) -> Scenario:
    """Power is short, chips are not; one hall may bring more, in month 2."""
    hall = Site("hall", 0.1, 2, 1, 0.25)
    settings = {
        "initial_it_mw": {"tpu": 0, "trainium": 0, "gpu": 50},
        "supply_chips_per_year": all_families(1_000_000),
        "intensity": 500,
        "bring_up_months": all_families(0),
        "contracts": [],
        "sites": [hall],
    }
    return full_house(**{**settings, **changes})


def test_a_site_that_is_built_in_a_quarter_of_worlds_is_worth_a_quarter_of_itself() -> None:
    """And the error of that mean is the one of a coin that shows it as often."""
    of = halls()
    built, bare = simulate(of), simulate(of.having(sites=[]))
    [found] = worth(of, "sites", draws=1024)
    whole = {
        "unserved_revenue": "unserved_revenue_bn",
        "economic_cost": "economic_cost_bn",
        "cash_cost": "cash_cost_bn",
    }
    for measure, column in whole.items():
        gone = float(np.sum(built[column][1:] - bare[column][1:]))
        assert gone != 0
        share = found.of[measure].mean / gone
        assert share == pytest.approx(0.25, abs=0.01)
        error = abs(gone) * math.sqrt(share * (1 - share) / 1023)
        assert found.of[measure].standard_error == pytest.approx(error)
        assert found.of[measure].before == pytest.approx(float(np.sum(bare[column][1:])))
    assert found.of["unserved_revenue"].mean < 0 < found.of["economic_cost"].mean


def test_a_chance_of_a_shortfall_counts_worlds_with_a_short_month_in_the_window() -> None:
    """Enough once the hall is there, too little where it is not."""
    of = halls(intensity=7, sites=[Site("hall", 0.1, 2, 1, 0.25)])
    bare = simulate(of.having(sites=[]))
    built = simulate(of)
    late = slice(6, 12)
    assert (bare["shortfall_eflops"][late] > 0.01 * bare["demand_eflops"][late]).any()
    assert not (built["shortfall_eflops"][late] > 0.01 * built["demand_eflops"][late]).any()
    [found] = worth(of, "sites", draws=1024, window=(6, 11))
    assert found.of["shortfall"].before == 1
    assert found.of["shortfall"].after == pytest.approx(0.75, abs=0.01)
    assert found.of["shortfall"].mean == pytest.approx(-0.25, abs=0.01)


def test_entries_are_answered_in_the_order_asked_and_one_world_has_no_error() -> None:
    of = full_house(contracts=[promise(), promise(name="another", it_gw=0.024)])
    found = worth(of, "contracts", ["another", "promise"], 1)
    assert [x.name for x in found] == ["another", "promise"]
    assert found[0].of["idle_commitment"].mean == pytest.approx(2 * triangle(11) * IDLE)
    assert math.isnan(found[0].of["idle_commitment"].standard_error)
    assert worth(full_house(contracts=[]), "contracts", draws=4) == ()


def test_many_scenarios_share_a_block_and_each_is_as_if_it_were_alone() -> None:
    of = Scenario()
    runs = [of, of.having(wacc=0.2), of.having(reserve_margin=0.5)]
    together = outcomes(runs, 700)
    for place, run in enumerate(runs):
        alone = outcomes([run], 700)
        for measure in MEASURES:
            np.testing.assert_allclose(
                together.of[measure][place], alone.of[measure][0], rtol=1e-9, atol=1e-9
            )


# The price of waiting


def test_each_month_that_an_idle_contract_comes_later_saves_one_more_month_of_it() -> None:
    found = waiting(full_house(), "contracts", "promise", 4, draws=4)
    assert [later.months for later in found.later] == [0, 1, 2, 3, 4]
    for k, later in enumerate(found.later):
        idle = later.of["idle_commitment"]
        assert idle.after == pytest.approx(triangle(11 - k) * IDLE)
        assert idle.mean == pytest.approx((triangle(11 - k) - triangle(11)) * IDLE)
        assert later.step["cash_cost"].mean == pytest.approx(-(12 - k) * IDLE if k else 0)
        assert later.chance is None


def by_month_nine() -> Target:
    return Target(at("site_power_gw", 9), "at least", 0.1)


def test_a_site_may_wait_until_its_last_month_before_the_target() -> None:
    """Due in month 2 and wanted in month 9: seven months, not eight."""
    of = halls(sites=[Site("hall", 0.1, 2, 1, 1.0)])
    found = waiting(of, "sites", "hall", 9, by_month_nine(), 8)
    assert [later.chance for later in found.later] == [1] * 8 + [0] * 2
    assert found.last_that_holds(0.9) == found.last_that_holds(1) == 7
    unserved = [later.of["unserved_revenue"].mean for later in found.later]
    assert unserved[0] == 0
    assert all(np.diff(unserved) > 0)


def test_a_surer_target_leaves_less_time_to_wait() -> None:
    """Half of the worlds see the grid two months late."""
    of = halls(
        sites=[Site("hall", 0.1, 2, 1, 1.0)], p_grid=0.5, grid_min=2, grid_max=2, grid_common=1
    )
    found = waiting(of, "sites", "hall", 9, by_month_nine(), 1024)
    chances = [later.chance for later in found.later]
    assert chances[:6] == [1] * 6
    assert chances[6:8] == pytest.approx([0.5, 0.5], abs=0.01)
    assert chances[8:] == [0, 0]
    assert found.last_that_holds(0.9) == 5
    assert found.last_that_holds(0.4) == 7


def test_a_target_that_does_not_hold_at_once_has_no_last_month() -> None:
    of = halls(sites=[Site("hall", 0.1, 2, 1, 0.25)])
    found = waiting(of, "sites", "hall", 1, by_month_nine(), 256)
    assert found.last_that_holds(0.5) is None
    assert found.last_that_holds(0.2) == 1
    most = waiting(of, "sites", "hall", 1, Target(at("site_power_gw", 9), "at most", 0.05), 256)
    first = found.later[0].chance
    assert first is not None
    assert most.later[0].chance == pytest.approx(1 - first)


def test_a_target_that_holds_again_later_does_not_count() -> None:
    found = waiting(halls(), "sites", "hall", 3, by_month_nine(), 4)
    chances = (0.9, 0.6, 0.9, 0.9)
    later = zip(found.later, chances, strict=True)
    odd = Waiting("sites", "hall", tuple(dataclasses.replace(x, chance=c) for x, c in later))
    assert odd.last_that_holds(0.8) == 0
    assert odd.last_that_holds(0.6) == 3


def test_a_generation_that_waits_is_its_familys_slip() -> None:
    of = Scenario().having(**NO_LUCK, generation_slip_months={"tpu": 2, "trainium": 0, "gpu": 0})
    found = waiting(of, "generations", "tpu", 3, draws=2)
    for k, later in enumerate(found.later):
        slip = of.generation_slip_months.having(tpu=2 + k)
        plain = simulate(of.having(generation_slip_months=slip))
        cost = float(np.sum(plain["economic_cost_bn"][of.as_of + 1 :]))
        assert later.of["economic_cost"].after == pytest.approx(cost, rel=1e-9)


def test_waiting_can_be_given_up() -> None:
    with pytest.raises(Cancelled):
        waiting(full_house(), "contracts", "promise", 2, draws=4, progress=lambda done: False)
