"""What an analysis can't be asked is refused in a line that says what is allowed."""

from __future__ import annotations

import re
from collections.abc import Callable

import numpy as np
import pytest

from engine import Scenario
from engine.analysis.attribution import attribution
from engine.analysis.breakpoints import breakpoints
from engine.analysis.foresight import foresight
from engine.analysis.hedge import alone, hedge
from engine.analysis.kpi import Kpi, at, over_draws, total, values
from engine.analysis.mix_map import mix_map, mixes
from engine.analysis.outcomes import outcomes
from engine.analysis.outlook import outlook
from engine.analysis.paired import paired
from engine.analysis.rank_correlation import rank_correlation
from engine.analysis.regret import by_halves, of_outcomes, regret
from engine.analysis.solve import solve
from engine.analysis.supplier_loss import supplier_loss
from engine.analysis.tornado import tornado
from engine.analysis.uncertain import uncertain_inputs
from engine.analysis.variants import Lever
from engine.analysis.waiting import Target, waiting
from engine.analysis.world import world
from engine.analysis.worth import worth
from engine.values import Site

SCENARIO = Scenario()
CAPACITY = at("capacity_eflops", 40)
LATE = at("capacity_eflops", 96)
SHORT = SCENARIO.having(horizon_months=120)
LATER = SCENARIO.having(start="2025-02")
MOST = 2**32
MONTHS = "allowed are whole numbers from 0 to 95"
FAMILIES = "allowed are tpu, trainium, gpu"
COUNTS = f"allowed are whole numbers from 1 to {MOST}"
WORDS = "allowed are at, total, mean, highest, lowest"
BEGUN = "allowed is that of the other scenario, 2025-01"
NO_SUCH = Lever("mix", "lpu")
SITES = SCENARIO.having(sites=[Site("hall", 0.1, 20, 6, 1.0), Site("depot", 0.1, 9, 1, 1.0)])


def NO_TARGET():
    return waiting(SITES, "sites", "hall", 1, draws=2)


REFUSED: list[tuple[str, Callable[[], object]]] = [
    (f"how 'maximum': {WORDS}", lambda: Kpi("capacity_eflops", "maximum")),
    ("first month -1: allowed are whole numbers from 0", lambda: at("capacity_eflops", -1)),
    ("last month 3: allowed are months from the first, 9", lambda: total("rent_bn", 9, 3)),
    ("first month 2.5: allowed are whole", lambda: at("rent_bn", 2.5)),
    (f"last month 96: {MONTHS}", lambda: values([SCENARIO], LATE)),
    (f"last month 96: {MONTHS}", lambda: values([SHORT, SCENARIO], LATE)),
    (
        "column 'capacity': allowed are revenue_bn_per",
        lambda: values([SCENARIO], at("capacity", 1)),
    ),
    ("column 'binding': allowed are", lambda: values([SCENARIO], at("binding", 1))),
    ("column 'it_power_gw_lpu': allowed", lambda: values([SCENARIO], at("it_power_gw_lpu", 1))),
    (f"last month 96: {MONTHS}", lambda: over_draws([SCENARIO], LATE, 8)),
    (f"draws 0: {COUNTS}", lambda: over_draws([SCENARIO], CAPACITY, 0)),
    (f"draws -5: {COUNTS}", lambda: over_draws([SCENARIO], CAPACITY, -5)),
    ("no scenario: allowed are 1 or more", lambda: over_draws([], CAPACITY, 8)),
    ("differ in horizon or catalogue", lambda: over_draws([SCENARIO, SHORT], CAPACITY, 8)),
    (f"last month 96: {MONTHS}", lambda: foresight(SCENARIO, LATE, binding=True)),
    ("points 0: allowed are whole numbers from 2", lambda: foresight(SCENARIO, CAPACITY, points=0)),
    ("lever 'wac': allowed are", lambda: foresight(SCENARIO, CAPACITY, [Lever("wac")])),
    (
        "differ in horizon or catalogue",
        lambda: foresight(SCENARIO, CAPACITY, [Lever("horizon_months")], binding=True),
    ),
    ("span 'p10': allowed are plausible, full", lambda: tornado(SCENARIO, CAPACITY, "p10")),
    (
        "lever investment_budget_bn_per_year: it has no plausible range; allowed is one set",
        lambda: tornado(SCENARIO, CAPACITY, of=[Lever("investment_budget_bn_per_year")]),
    ),
    (
        "lever seed: it has no plausible range",
        lambda: rank_correlation(SCENARIO, CAPACITY, of=[Lever("seed")]),
    ),
    ("kind 'events': allowed are contracts, sites", lambda: worth(SCENARIO, "events")),
    ("contracts 'lpu': allowed are", lambda: worth(SCENARIO, "contracts", ["lpu"])),
    ("sites 'hall': allowed is a list of hall, depot", lambda: worth(SITES, "sites", "hall")),
    ("sites hall, hall: allowed is each once", lambda: worth(SITES, "sites", ["hall", "hall"])),
    (f"draws 0: {COUNTS}", lambda: worth(SITES, "sites", draws=0)),
    (f"window (9, 96): month 96: {MONTHS}", lambda: worth(SITES, "sites", window=(9, 96))),
    (
        "what 'events': allowed are sites, contracts, generations",
        lambda: waiting(SITES, "events", "hall"),
    ),
    ("sites 'barn': allowed are hall, depot", lambda: waiting(SITES, "sites", "barn")),
    (
        "sites 'depot' begins in month 9: allowed are those that begin after month 9",
        lambda: waiting(SITES, "sites", "depot"),
    ),
    (f"family 'lpu': {FAMILIES}", lambda: waiting(SITES, "generations", "lpu")),
    (
        "months 25: allowed are whole numbers from 1 to 24",
        lambda: waiting(SITES, "generations", "tpu", 25),
    ),
    ("months 0: allowed are whole", lambda: waiting(SITES, "sites", "hall", 0)),
    (f"draws 0: {COUNTS}", lambda: waiting(SITES, "sites", "hall", draws=0)),
    (
        f"last month 96: {MONTHS}",
        lambda: waiting(SITES, "sites", "hall", 1, Target(LATE, "at least", 1), 4),
    ),
    ("side 'above': allowed are at least, at most", lambda: Target(CAPACITY, "above", 1)),
    ("value nan: allowed are finite", lambda: Target(CAPACITY, "at least", float("nan"))),
    ("chance 1.5: allowed are numbers", lambda: NO_TARGET().last_that_holds(1.5)),
    ("no target: allowed is one that", lambda: NO_TARGET().last_that_holds(0.5)),
    ("measure 'cost': allowed are unserved", lambda: outcomes([SITES], 2).difference("cost", 0, 0)),
    (f"draws 0: {COUNTS}", lambda: rank_correlation(SCENARIO, CAPACITY, 0)),
    (f"last month 96: {MONTHS}", lambda: rank_correlation(SCENARIO, LATE, 8)),
    (
        "column 'capacity': allowed are",
        lambda: rank_correlation(SCENARIO, at("capacity", 1), 8),
    ),
    (
        f"family of the lever mix 'lpu': {FAMILIES}",
        lambda: tornado(SCENARIO, CAPACITY, of=[NO_SUCH]),
    ),
    ("lever 'start': allowed are", lambda: tornado(SCENARIO, CAPACITY, of=[Lever("start")])),
    (f"window (90, 96): month 96: {MONTHS}", lambda: hedge(SCENARIO, 8, window=(90, 96))),
    ("window (9, 3): allowed is a last month not", lambda: hedge(SCENARIO, 8, window=(9, 3))),
    (f"window (-3, 9): month -3: {MONTHS}", lambda: hedge(SCENARIO, 8, window=(-3, 9))),
    (f"draws 0: {COUNTS}", lambda: hedge(SCENARIO, 0)),
    (f"family 'lpu': {FAMILIES}", lambda: alone(SCENARIO, "lpu")),
    (f"start month 96: {MONTHS}", lambda: supplier_loss(SCENARIO, 96)),
    (f"start month -1: {MONTHS}", lambda: supplier_loss(SCENARIO, -1)),
    (
        "duration in months 0: allowed are whole numbers from 1 to 6",
        lambda: supplier_loss(SCENARIO, 90, 0),
    ),
    (
        "duration in months 7: allowed are whole numbers from 1 to 6",
        lambda: supplier_loss(SCENARIO, 90, 7),
    ),
    ("column 'capacity': allowed are", lambda: paired(SCENARIO, SCENARIO, "capacity", draws=8)),
    (f"draws 0: {COUNTS}", lambda: paired(SCENARIO, SCENARIO, "rent_bn", draws=0)),
    (f"start 2025-02: {BEGUN}", lambda: paired(SCENARIO, LATER, "rent_bn", draws=8)),
    ("one catalogue and one horizon", lambda: attribution(SCENARIO, SHORT, CAPACITY)),
    (
        "parameter of the group money 'wac': allowed are",
        lambda: attribution(SCENARIO, SCENARIO, CAPACITY, {"money": ["wac"]}),
    ),
    (
        "wacc is in the groups a and b; allowed is one",
        lambda: attribution(SCENARIO, SCENARIO, CAPACITY, {"a": ["wacc"], "b": ["wacc"]}),
    ),
    (f"family 'lpu': {FAMILIES}", lambda: mix_map(SCENARIO, CAPACITY, families=("tpu", "lpu"))),
    ("families tpu, tpu: allowed is each once", lambda: mixes(SCENARIO, ("tpu", "tpu"), 4)),
    (f"no family: {FAMILIES}", lambda: mix_map(SCENARIO, CAPACITY, families=())),
    ("steps 0: allowed are whole numbers from 1", lambda: mix_map(SCENARIO, CAPACITY, steps=0)),
    ("draws -1: allowed are whole numbers from 0", lambda: mix_map(SCENARIO, CAPACITY, draws=-1)),
    (f"draws 0: {COUNTS}", lambda: regret(SCENARIO, CAPACITY, draws=0)),
    (f"no family: {FAMILIES}", lambda: regret(SCENARIO, CAPACITY, families=())),
    (f"last month 96: {MONTHS}", lambda: regret(SCENARIO, LATE)),
    ("outcomes of shape (3, 0)", lambda: of_outcomes(np.ones((3, 0)), higher_is_better=True)),
    ("draw -1: allowed are whole numbers from 0", lambda: world(SCENARIO, -1)),
    (f"draws 0: {COUNTS}", lambda: outlook(SCENARIO, 0)),
    ("threshold nan: allowed are finite", lambda: breakpoints(SCENARIO, CAPACITY, float("nan"))),
    ("threshold inf: allowed are finite", lambda: breakpoints(SCENARIO, CAPACITY, float("inf"))),
    (f"draws 0: {COUNTS}", lambda: breakpoints(SCENARIO, CAPACITY, 1.0, draws=0)),
    (f"last month 96: {MONTHS}", lambda: breakpoints(SCENARIO, LATE, 1.0)),
    (f"last month -2: {MONTHS}", lambda: uncertain_inputs(SCENARIO, 8, -2)),
    ("target inf: allowed are finite", lambda: solve(SCENARIO, CAPACITY, float("inf"), [])),
    ("target nan: allowed are finite", lambda: solve(SCENARIO, CAPACITY, float("nan"), [])),
    ("lever 'wac': allowed are", lambda: solve(SCENARIO, CAPACITY, 1.0, [Lever("wac")])),
    (
        "lever wacc has no families; allowed is none, not 'tpu'",
        lambda: solve(SCENARIO, CAPACITY, 1.0, [Lever("wacc", "tpu")]),
    ),
    ("a lever is named twice", lambda: solve(SCENARIO, CAPACITY, 1.0, [Lever("wacc")] * 2)),
    ("wacc nan: allowed", lambda: Lever("wacc").moved(SCENARIO, float("nan"))),
]


@pytest.mark.parametrize(("said", "asked"), REFUSED, ids=[said for said, _ in REFUSED])
def test_what_cannot_be_asked_is_refused_by_name(said, asked):
    with pytest.raises(ValueError, match=re.escape(said)) as refusal:
        asked()
    assert "\n" not in str(refusal.value)


def test_the_last_month_and_the_whole_horizon_can_be_asked_for():
    assert values([SCENARIO], at("capacity_eflops", 95)).shape == (1,)
    assert hedge(SCENARIO, 8, window=(0, 95)).mix.cost.mean > 0
    assert len(supplier_loss(SCENARIO, 95, 1).losses) == 6
    assert supplier_loss(SCENARIO, 90, 6).losses[0].lost.shape == (96,)


def test_a_kpi_at_a_month_is_of_that_month_whichever_last_month_it_is_given():
    [whole] = values([SCENARIO], Kpi("capacity_eflops", "at", 30))
    assert whole == values([SCENARIO], at("capacity_eflops", 30))[0]
    assert Kpi("capacity_eflops", "at", 30).month == 30
    early, late = (
        foresight(SCENARIO, Kpi("capacity_eflops", "at", month), [Lever("wacc")], binding=True)[0]
        for month in (0, 30)
    )
    assert early.binds.tolist() != late.binds.tolist()


# How sure the least regret is


def test_a_mix_that_is_least_in_every_half_has_no_rivals():
    regrets = np.array([[1.0, 2.0, 1.5, 1.0], [3.0, 4.0, 3.0, 3.5], [2.5, 2.5, 2.5, 2.5]])
    assert by_halves(regrets, 0) == (1.0, ())


def test_a_mix_that_one_world_alone_makes_the_least_is_so_in_about_half_of_the_halves():
    # without the first world, in which the second is badly off, the second is the least
    regrets = np.array([[2.0, 2.0, 2.0, 2.0], [9.0, 1.0, 1.0, 1.0], [5.0, 5.0, 5.0, 5.0]])
    sure, rivals = by_halves(regrets, 0)
    assert rivals == (1,)
    assert 0.3 < sure < 0.7


def test_mixes_that_are_regretted_alike_are_no_rivals():
    assert by_halves(np.ones((4, 9)), 2) == (1.0, ())


def test_what_other_seeds_choose_is_among_the_least_and_its_rivals_in_most_cases():
    kpi = at("npv_economic_cost_bn", 95)
    found = [regret(SCENARIO.having(seed=seed), kpi) for seed in range(8)]
    named = [{one.least_worst, *one.rivals} for one in found]
    pairs = [other.least_worst in mine for mine in named for other in found]
    assert np.mean(pairs) > 0.75
    for one in found:
        away = np.abs(one.shares[list(one.rivals)] - one.shares[one.least_worst])
        assert one.apart == (away.max() if one.rivals else 0)
        assert (one.sure < 1) == bool(one.rivals)
