"""Risk measures against closed forms, published numbers and enumeration; the hedge in words."""

from __future__ import annotations

import dataclasses
import itertools
import json
from pathlib import Path

import numpy as np
import pytest

from engine import Catalogue, Scenario, simulate
from engine.analysis.hedge import alone, hedge
from engine.analysis.outlook import outlook
from engine.analysis.supplier_loss import supplier_loss
from engine.values import Event
from engine.worlds import quantiles, random_draws, risk
from engine.worlds.ensemble import ensemble
from engine.worlds.low_discrepancy import inverse_normal
from tests.engine.worlds import FAMILIES, NO_LUCK, alike, all_families

CASES = {
    case["id"]: case
    for case in json.loads((Path(__file__).parent / "cases.json").read_text("utf-8"))
}


def index(shares):
    return float(risk.hhi(np, np.array(shares, float)[None])[0])


# Published and exact numbers


def test_hhi_of_the_textbook():
    found = [index([30, 30, 20, 20]), index([25] * 4), index([1])]
    assert found == pytest.approx(CASES["V18a"]["expected"])


def test_hhi_rises_when_firms_merge():
    nine = [20, 20, 15, 10, 10, 10, 5, 5, 5]  # squares sum to 1,500
    merged = [20, 20, 15, 10, 10, 10, 10, 5]
    assert index(merged) - index(nine) == pytest.approx(2 * 5 * 5)


def test_hhi_and_largest_share_of_the_installed_base():
    h100e = CASES["V18c"]["inputs"]["h100e"]
    expected = CASES["V18c"]["expected"]
    assert index(h100e) == pytest.approx(expected[0], rel=1e-4)
    assert max(h100e) / sum(h100e) == pytest.approx(expected[1], rel=1e-4)
    assert risk.effective_suppliers(index([1, 1, 1])) == pytest.approx(3)


def test_nothing_to_share_out_has_no_concentration():
    assert np.isnan(index([0, 0, 0]))


def test_shortfall_probability_is_that_of_the_eight_states():
    # V24a, V24b: three suppliers, demand that needs the first two
    case = CASES["V24a"]["inputs"]
    capacity, demand, up = np.array(case["cap"]), case["D"], np.array(case["p"])
    chance = lost = 0.0
    for state in itertools.product((0, 1), repeat=3):
        here = np.prod(np.where(state, up, 1 - up))
        short = demand - min(demand, float(capacity @ state))
        chance, lost = chance + here * (short > 0), lost + here * short
    assert chance == pytest.approx(CASES["V24b"]["expected"])
    assert [chance, lost] == pytest.approx(CASES["V24a"]["expected"])

    draws, months, mends = 20_000, 40, 0.5
    fails = mends * (1 - up) / up
    uniform = random_draws.chance(3, ("a", "b", "c"), months, 0, draws).own
    chances = fails[:, None, None], np.full((3, 1, 1), mends), np.array([[0]])
    down = random_draws.outages(uniform, *chances)[-1, :, 0]
    unserved = demand - np.minimum(demand, capacity @ ~down)
    short = risk.is_short(unserved, demand, 0.0)
    error = np.sqrt(chance * (1 - chance) / draws)
    assert short.mean() == pytest.approx(chance, abs=4 * error)
    assert unserved.mean() == pytest.approx(lost, abs=4 * unserved.std() / np.sqrt(draws))


def test_cvar_of_known_distributions():
    # V24f: mid-point quantiles stand for the distribution
    share = (np.arange(1_000_000) + 0.5) / 1_000_000
    found = [risk.cvar(inverse_normal(share)), risk.cvar(-np.log1p(-share)), risk.cvar(share)]
    assert found == pytest.approx(CASES["V24f"]["expected"], rel=1e-4)


def test_cvar_weighs_the_world_on_the_edge_by_what_is_left():
    # the worst 5 % of 30 worlds are 1.5 worlds: Rockafellar and Uryasev's minimum
    values = np.arange(30.0)
    assert risk.cvar(values) == pytest.approx((29 + 0.5 * 28) / 1.5)
    tried = [z + np.maximum(values - z, 0).mean() / 0.05 for z in values]
    assert risk.cvar(values) == pytest.approx(min(tried))


def test_quantiles_of_a_weighted_sample_are_those_of_the_repeated_values():
    values, weight = np.array([[1.0, 2.0, 5.0, 9.0]]), np.array([[8.0, 8.0, 3.0, 1.0]])
    repeated = np.repeat(values[0], weight[0].astype(int))
    spread = quantiles.quantiles(np, quantiles.Sample(values, weight))
    np.testing.assert_allclose(spread[:, 0], np.quantile(repeated, quantiles.SHARES))


# The measures of an ensemble


def test_without_luck_a_month_is_short_in_all_worlds_or_in_none():
    scenario = Scenario().having(**NO_LUCK)
    plain, found = simulate(scenario), ensemble(scenario, 64, ("h100e",)).risk
    short = plain["shortfall_eflops"] > scenario.shortfall_tolerance * plain["demand_eflops"]
    assert (found.short == short).all()
    np.testing.assert_array_equal(found.unserved_revenue_bn, plain["unserved_revenue_bn"])
    first, last = found.window
    window = slice(first, last + 1)
    assert found.cost.cvar95 == pytest.approx(plain["economic_cost_bn"][window].sum())
    assert found.unserved_compute.mean == pytest.approx(plain["shortfall_eflops"][window].sum())
    assert (found.ever_short[:first] == 0).all()
    expected = np.logical_or.accumulate(short[first:])
    assert (found.ever_short[first:] == expected).all()


def test_the_chance_of_ever_being_short_never_falls_and_bounds_each_month():
    found = ensemble(Scenario(), 256, ("h100e",)).risk
    assert (np.diff(found.ever_short) >= 0).all()
    first = found.window[0]
    assert (found.ever_short[first:] >= found.short[first:]).all()
    assert found.chance_of_shortfall == found.ever_short[-1]
    for spread in (found.cost, found.unserved_revenue, found.unserved_compute):
        assert spread.cvar95 >= spread.p95 >= spread.p50 >= spread.p5
        assert spread.cvar95 >= spread.mean


def test_a_window_outside_the_horizon_is_refused():
    with pytest.raises(ValueError, match="allowed are whole numbers from 0 to 95"):
        ensemble(Scenario(), 64, window=(10, 96))


def test_concentration_of_worlds_without_luck_is_that_of_the_plain_run():
    scenario = Scenario().having(**NO_LUCK)
    plain = risk.concentration(simulate(scenario))
    found = ensemble(scenario, 64, ("h100e",), concentration=True).risk.concentration
    for layer in risk.LAYERS:
        np.testing.assert_allclose(found[layer], plain[layer], rtol=1e-12)


def test_three_families_share_one_foundry():
    found = risk.concentration(simulate(Scenario()))
    assert found["foundry"] == pytest.approx(10_000)
    assert (found["capacity"] < 10_000).all()
    one_family = simulate(
        alone(
            Scenario().having(
                initial_it_mw={"tpu": 9, "trainium": 0, "gpu": 0}, mix_month=0, mix_from_month=0
            ),
            "tpu",
        )
    )
    assert risk.concentration(one_family)["power"][-1] == pytest.approx(10_000)


# Losing a supplier


def test_losing_the_base_bites_at_once_and_a_supply_stop_bites_later():
    found = supplier_loss(Scenario(), start=24)
    for family in FAMILIES:
        stop, base = (
            next(x for x in found.losses if (x.family, x.mode) == (family, mode))
            for mode in ("supply_stop", "base_loss")
        )
        assert (stop.lost[:24] == 0).all()
        assert base.lost[24] > stop.lost[24]
        capacity = simulate(Scenario())
        share = capacity[f"capacity_eflops_{family}"][24] / capacity["capacity_eflops"][24]
        assert base.lost[24] == pytest.approx(share)
    assert found.largest["base_loss"].worst == max(
        x.worst for x in found.losses if x.mode == "base_loss"
    )


def test_losing_the_only_supplier_loses_everything():
    only = {f: float(f == "gpu") for f in FAMILIES}
    scenario = alike(mix=only, mix_start=only, initial_it_mw={f: 50 * only[f] for f in FAMILIES})
    largest = supplier_loss(scenario).largest["base_loss"]
    assert largest.family == "gpu"
    assert largest.worst == pytest.approx(1)


# The price of the hedge

OUTAGES = {
    "outage_rate_per_year": all_families(0.5),
    "outage_mean_duration_months": 6,
    "outage_severity": all_families(1),
    "common_severity": 1,
    "reserve_margin": 0,
}
SLACK = {"substitution": 1}
AMPLE = {"supply_chips_per_year": all_families(2_000_000), "supply_growth": all_families(10)}


def test_with_independent_suppliers_and_slack_the_mix_lowers_cvar():
    found = hedge(alike(**OUTAGES, **SLACK, beta=0), 512)
    for family in FAMILIES:
        single = found.single[family].unserved_revenue.cvar95
        assert found.mix.unserved_revenue.cvar95 < 0.5 * single
        assert found.relief(family) > 0


def test_with_a_pure_common_cause_the_mix_does_not_lower_cvar():
    found = hedge(alike(**OUTAGES, **AMPLE, beta=1), 512)
    for family in FAMILIES:
        single = found.single[family].unserved_revenue.cvar95
        assert single > 0
        assert found.mix.unserved_revenue.cvar95 == pytest.approx(single, rel=1e-9)


def test_without_slack_more_suppliers_raise_the_chance_of_any_shortfall():
    # V24d: one supplier is down with chance p, any of three with 1 - (1-p)^3. Each supplies
    # little more than its share of steady growth, so that nobody can stand in for another.
    catalogue = alike().catalogue
    oldest = catalogue.generations("tpu")[0]
    one_chip = Catalogue("one", tuple(dataclasses.replace(oldest, family=f) for f in FAMILIES))
    chances = []
    for shares in ((1, 0, 0), (0.5, 0.5, 0), (1 / 3, 1 / 3, 1 - 2 / 3)):
        mix = dict(zip(FAMILIES, shares, strict=True))
        steady = {
            "catalogue": one_chip,
            "revenue_anchors": [[0, 1]],
            "revenue_growth": 2,
            "revenue_growth_longrun": 2,
            "algorithmic_efficiency": 1,
            "training_share_start": 0.3,
            "training_share_end": 0.3,
            "plan_ahead_months": 0,
            "initial_it_mw": all_families(52),
            "shortfall_tolerance": 0.001,
            "perf_per_watt_growth": 1,
            "watts_per_chip_growth": 1,
            "price_performance_growth": 1,
            "life_months": 120,
            "supply_growth": all_families(2),
            "supply_growth_longrun": 2,
            "supply_chips_per_year": {f: 88_000 * share for f, share in mix.items()},
        }
        rare = {**OUTAGES, "outage_rate_per_year": all_families(0.1), "substitution": 1}
        scenario = alike(**steady, **rare, beta=0, mix=mix, mix_start=mix)
        assert simulate(scenario)["shortfall_eflops"].max() < 1e-9
        chances.append(ensemble(scenario, 1024, ("h100e",)).risk.chance_of_shortfall)
    one, two, three = chances
    assert 0.2 < one < 0.5
    assert two == pytest.approx(1 - (1 - one) ** 2, abs=0.05)
    assert three == pytest.approx(1 - (1 - one) ** 3, abs=0.05)


def test_an_outlook_has_every_measure_and_hears_progress():
    heard = []
    found = outlook(Scenario(), 64, ("h100e",), progress=lambda done: heard.append(done) or True)
    assert heard == [0.6, 1.0]  # the ensemble takes longer than the hedge
    assert set(found.ensemble.risk.concentration) == set(risk.LAYERS)
    assert set(found.hedge.single) == set(FAMILIES)


def test_stress_events_and_luck_add_up():
    event = Event("supply_stop", "all", 20, 12, 1.0)
    scenario = Scenario().having(events=(event,))
    stopped = ensemble(scenario, 64, ("delivered_it_gw",)).bands["delivered_it_gw"]
    assert (stopped.p95[20:32] == 0).all()
    assert stopped.p5[40] > 0
