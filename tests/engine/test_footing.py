"""What numbers rest on: the values that move them most, least vouched for first, and how many."""

from __future__ import annotations

from datetime import date

import pytest

from engine import PARAMETERS, Scenario
from engine.analysis.footing import LEAST, footing, reads
from engine.analysis.kpi import at, total, values
from engine.analysis.variants import Lever
from engine.tables.own import OwnSource
from tests.engine.make_rank_reference import scenario

TODAY = date(2026, 11, 29)
PLAN = scenario("public_record_2026_11").having(own_sources=())


def test_that_those_named_are_the_ones_that_move_it_most() -> None:
    kpi = at("capacity_eflops", 23)
    [base] = values([PLAN], kpi).tolist()
    moves = {}
    for row in PARAMETERS:
        for family in PLAN.families if row.per_family else ("",):
            lever = Lever(row.key, family)
            if not row.has_range or row.group in ("Risk", "Ensemble"):
                continue
            span = lever.plausible(PLAN)
            if span is None:
                continue
            ends = values([lever.moved(PLAN, end) for end in span], kpi)
            key = f"{row.key}.{family}" if family else row.key
            moves[key] = float(abs(ends - base).max() / abs(base))
    found = footing(PLAN, [kpi], TODAY)
    largest = sorted(moves, key=lambda key: -moves[key])[:6]
    assert {foot.ground.key for foot in found.feet} == set(largest)
    for foot in found.feet:
        assert foot.moves == pytest.approx(moves[foot.ground.key], rel=1e-9)


def test_that_the_weakest_stand_first() -> None:
    for column in ("capacity_eflops", "economic_cost_bn", "usd_per_pflop_hour"):
        found = footing(PLAN, [at(column, 23)], TODAY)
        weak = [foot.ground.weakness(TODAY) for foot in found.feet]
        assert weak == sorted(weak, reverse=True)
        assert all(foot.moves >= LEAST for foot in found.feet)


def test_that_only_what_a_number_is_computed_from_is_counted() -> None:
    power = reads(PLAN, [at("power_limit_gw", 23)])
    assert {"power_budget_gw", "sites", "grid_delay_months"} <= power
    assert not power & {"rebound", "wacc", "chips", "mix"}
    cost = reads(PLAN, [at("economic_cost_bn", 23)])
    assert {"wacc", "chips", "contracts", "rebound"} <= cost
    assert footing(PLAN, [at("power_limit_gw", 23)], TODAY).values < 30


def test_that_what_is_not_read_moves_nothing() -> None:
    kpi = at("power_limit_gw", 23)
    read = reads(PLAN, [kpi])
    [base] = values([PLAN], kpi).tolist()
    for row in PARAMETERS:
        if row.key in read or not row.is_number or not row.has_range:
            continue
        span = Lever(row.key).plausible(PLAN)
        if span is not None:
            assert values([Lever(row.key).moved(PLAN, span[1])], kpi).tolist() == [base], row.key


def test_that_a_source_of_its_own_makes_a_value_stronger() -> None:
    kpi = at("power_limit_gw", 23)
    before = footing(PLAN, [kpi], TODAY)
    assert before.feet[0].ground.key == "power_budget_gw"
    assert before.feet[0].ground.source == ""  # changed, and nobody says why
    own = OwnSource("power_budget_gw", PLAN.power_budget_gw, "A filing", "A", "2026-11")
    after = footing(PLAN.having(own_sources=[own]), [kpi], TODAY)
    assert after.feet[-1].ground.source == "A filing"
    assert after.guesses == before.guesses - 1


def test_that_of_several_numbers_the_one_that_moves_most_counts() -> None:
    one, other = at("capacity_eflops", 23), total("economic_cost_bn", 12, 23)
    each = [footing(PLAN, [kpi], TODAY, 200) for kpi in (one, other)]
    both = footing(PLAN, [one, other], TODAY, 200)
    moves = [{foot.ground.key: foot.moves for foot in found.feet} for found in each]
    for foot in both.feet:
        assert foot.moves == max(found.get(foot.ground.key, 0.0) for found in moves)
    assert both.values == len({*_keys(one), *_keys(other)})


def _keys(kpi) -> set[str]:
    from engine.analysis.grounds import grounds

    return {ground.key for ground in grounds(PLAN, reads(PLAN, [kpi]))}


def test_that_a_number_that_is_nought_has_nothing_under_it_to_be_weighed() -> None:
    found = footing(Scenario(), [at("idle_commitment_bn", 0)], TODAY)
    assert found.feet == ()
    assert found.values


def test_that_another_number_than_the_scenario_has_is_refused() -> None:
    with pytest.raises(ValueError, match="column"):
        footing(PLAN, [at("capacity_eflops_abacus", 1)], TODAY)


def test_that_where_a_plan_has_none_shares_are_of_the_most_that_one_alone_brings() -> None:
    plan = scenario("article_2025_10")
    kpi = total("unserved_revenue_bn", 13, 35)
    [base] = values([plan], kpi).tolist()
    assert base == 0.0
    found = footing(plan, [kpi], TODAY)
    assert found.of_most
    assert max(foot.moves for foot in found.feet) == 1.0
    assert not footing(plan, [at("capacity_eflops", 23)], TODAY).of_most


def test_that_what_nothing_alone_moves_names_none() -> None:
    found = footing(PLAN, [at("idle_commitment_bn", 0)], TODAY)
    assert found.feet == ()
    assert found.values > 30
