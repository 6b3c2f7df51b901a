"""A chance of a shortfall as a target, and sites and contracts as decisions that lead to one."""

from __future__ import annotations

import numpy as np
import pytest

from engine.analysis.entry_levers import EntryLever, entry_levers
from engine.analysis.kpi import at, total, values
from engine.analysis.proposals import decisions, proposals
from engine.analysis.shortness import Shortness
from engine.analysis.solve import solve
from engine.analysis.sources import OFF
from engine.analysis.variants import Lever
from engine.tables.scenario import Scenario
from engine.worlds.ensemble import ensemble
from engine.worlds.risk import default_window
from tests.engine.make_rank_reference import scenario

DRAWS = 48
MONTH = 60
POWER = (Lever("power_budget_gw"), Lever("power_growth_gw_per_year"))


def chance(of: Scenario, month: int | None) -> float:
    """That the month is short, or that some month is."""
    risk = ensemble(of, DRAWS, ["capacity_eflops"]).risk
    assert risk is not None
    return float(risk.chance_of_shortfall if month is None else risk.short[month])


def wanted(of: Scenario, month: int | None, share: float) -> Shortness:
    first, last = default_window(of) if month is None else (month, month)
    return Shortness("chance", first=first, last=last, share=share, worlds=DRAWS)


@pytest.mark.parametrize("month", [MONTH, None])
@pytest.mark.parametrize("name", ["power_starved", "article_2025_10", "public_record_2026_11"])
def test_the_number_is_within_the_tolerance_where_no_more_worlds_are_short(
    name: str, month: int | None
) -> None:
    of = scenario(name)
    there = chance(of, month)
    for share in np.linspace(0, 1, 13).tolist():
        [found] = values([of], wanted(of, month, share))
        assert (found <= Shortness.aim(of)) == (there <= share + 1e-12)


@pytest.mark.parametrize("share", [0.5, 0.7])
def test_a_chance_is_reached_in_the_worlds_themselves_and_by_no_more_than_it_takes(
    share: float,
) -> None:
    of = scenario("power_starved")
    kpi = wanted(of, MONTH, share)
    assert chance(of, MONTH) > share
    *_, last = proposals(of, kpi, Shortness.aim(of), POWER, DRAWS)
    assert last.settled
    assert last.proposals
    for one in last.proposals:
        assert one.reached
        assert one.short == pytest.approx(chance(one.solution.scenario, MONTH))
        assert one.short_before == pytest.approx(chance(of, MONTH))
        assert share - 1.5 / DRAWS <= one.short <= share
        nearly = of
        for lever, before, after in one.solution.moved:
            nearly = lever.moved(nearly, before + 0.97 * (after - before))
        assert chance(nearly, MONTH) > share


def test_a_chance_that_is_there_asks_for_no_change() -> None:
    of = scenario("power_starved")
    share = chance(of, MONTH)
    [found] = proposals(of, wanted(of, MONTH, share), Shortness.aim(of), POWER, DRAWS)
    [one] = found.proposals
    assert found.settled
    assert one.reached
    assert not one.solution.moved


def test_more_risk_can_be_sought_too_and_then_less_power_will_do() -> None:
    of = scenario("power_starved")
    share = chance(of, MONTH) + 0.05
    *_, last = proposals(of, wanted(of, MONTH, share), Shortness.aim(of), POWER[:1], DRAWS)
    [one] = last.proposals
    [(_, before, after)] = one.solution.moved
    assert after < before
    assert chance(one.solution.scenario, MONTH) == pytest.approx(share, abs=1.5 / DRAWS)


def test_only_sites_and_contracts_that_are_still_to_come_can_be_decided() -> None:
    of = scenario("public_record_2026_11")
    found = entry_levers(of)
    assert found
    for lever in found:
        [entry] = [entry for entry in getattr(of, lever.key) if entry.name == lever.name]
        assert entry.start_month > of.as_of
        low, high = lever.bounds
        assert low <= lever.value(of) <= high
        if lever.column == "start_month":
            first = entry.start_month if lever.key == "sites" else of.as_of + 1
            assert (low, high) == (first, of.horizon_months - 1)
        for place in (0.0, 0.3, 1.0):
            there = lever.at(place)
            assert lever.position(there) == pytest.approx(place)
            other = lever.moved(of, there)
            assert lever.value(other) == pytest.approx(there, abs=0.5 * (lever.column != "it_gw"))
            changed = [x for x in getattr(other, lever.key) if x not in getattr(of, lever.key)]
            assert {x.name for x in changed} <= {lever.name}
    assert {lever.key for lever in entry_levers(of, {"sites"})} == {"contracts"}
    assert {lever.key for lever in decisions(of, {"sites", "contracts"})}.isdisjoint(
        {"sites", "contracts"}
    )
    past = of.having(contracts=[c for c in of.contracts if c.start_month <= of.as_of], sites=[])
    assert entry_levers(past) == ()


def test_a_contract_alone_can_reach_a_target_by_its_size_or_its_month() -> None:
    of = scenario("public_record_2026_11")
    kpi = at("capacity_eflops", 72)
    target = float(values([of], kpi)[0]) * 1.02
    sizes = [lever for lever in entry_levers(of) if lever.column == "it_gw"]
    found = solve(of, kpi, target, sizes)
    assert found.reached
    assert all(isinstance(lever, EntryLever) for lever, *_ in found.moved)
    assert found.scenario.having() == found.scenario
    [value] = values([found.scenario], kpi)
    assert value == pytest.approx(target, rel=1e-5)


def test_a_contract_comes_later_by_whole_months_where_that_saves_what_is_asked() -> None:
    of = scenario("public_record_2026_11")
    kpi = total("commitment_bn", of.as_of + 1, of.horizon_months - 1)
    months = [lever for lever in entry_levers(of) if lever.column == "start_month"]
    cost = float(values([of], kpi)[0])
    found = solve(of, kpi, cost * 0.99, months)
    for lever, _, after in found.moved:
        assert after == round(after)
        assert of.as_of < after < of.horizon_months
        entries = getattr(found.scenario, lever.key)
        assert all(isinstance(entry.start_month, int) for entry in entries)


def test_a_lever_of_an_entry_that_is_not_there_is_refused() -> None:
    of = scenario("public_record_2026_11")
    lever = EntryLever("contracts", "", "nobody's", "it_gw", 1.0, 2.0)
    with pytest.raises(ValueError, match=r"^contracts .*nobody's"):
        solve(of, at("capacity_eflops", 50), 1.0, [lever])


def test_that_a_few_worlds_are_sought_in_more_surely_than_asked() -> None:
    kpi = Shortness("chance", first=MONTH, last=MONTH, share=0.2, worlds=64)
    error = (0.2 * 0.8 / 64) ** 0.5
    assert kpi.surer(upwards=False).share == pytest.approx(0.2 - error)
    assert kpi.surer(upwards=True).share == pytest.approx(0.2 + error)
    assert Shortness("c", first=1, last=1, share=0.01, worlds=4).surer(upwards=False).share == 0


def test_that_what_was_sought_in_few_worlds_holds_in_all_of_them() -> None:
    of = scenario("article_2025_10")
    worlds, share = 256, 0.3
    kpi = Shortness("chance", first=MONTH, last=MONTH, share=share, worlds=worlds)
    levers = (*POWER, Lever("reserve_margin"))
    *_, last = proposals(of, kpi, Shortness.aim(of), levers, worlds)
    assert last.proposals
    for one in last.proposals:
        assert one.reached
        risk = ensemble(one.solution.scenario, worlds, ["capacity_eflops"]).risk
        assert risk is not None
        assert share - 1.5 / worlds <= risk.short[MONTH] <= share


def test_that_a_proposal_by_contracts_alone_moves_few_of_them() -> None:
    of = scenario("public_record_2026_11")
    kpi = at("capacity_eflops", 72)
    target = float(values([of], kpi)[0]) * 1.05
    *_, last = proposals(of, kpi, target, entry_levers(of), 8)
    assert last.proposals
    for one in last.proposals:
        assert one.reached
        assert 1 <= len(one.solution.moved) <= 5
        [value] = values([one.solution.scenario], kpi)
        assert value >= target * (1 - 1e-6)


def test_without_luck_a_chance_that_is_reached_is_said_to_be() -> None:
    """Then every world stops where the search did: at the target, give or take its last digit."""
    of = scenario("power_starved")
    for off in OFF.values():
        of = of.having(**off(of))
    kpi = wanted(of, MONTH, 0.2)
    assert chance(of, MONTH) == 1.0
    *_, last = proposals(of, kpi, Shortness.aim(of), POWER, DRAWS)
    for one in last.proposals:
        assert one.reached == (one.short == 0.0)
        assert one.short == chance(one.solution.scenario, MONTH)
