"""A chance of a shortfall as a target, and sites and contracts as decisions that lead to one."""

from __future__ import annotations

import numpy as np
import pytest

from engine.analysis.entry_levers import EntryLever, entry_levers
from engine.analysis.kpi import at, over_draws, total, values
from engine.analysis.proposals import decisions, proposals
from engine.analysis.shortness import Shortness
from engine.analysis.solve import solve
from engine.analysis.sources import OFF
from engine.analysis.variants import Lever
from engine.tables.scenario import Scenario
from engine.values import Contract
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


def test_that_so_many_worlds_may_be_short_and_the_next_one_is_the_number() -> None:
    of = scenario("power_starved")

    def asked(share: float, worlds: int = 10) -> Shortness:
        return Shortness("chance", first=MONTH, last=MONTH + 2, share=share, worlds=worlds)

    may = [asked(share).may_be_short for share in (0.0, 0.1, 0.3, 0.35, 1.0)]
    assert may == [0, 1, 3, 3, 10]
    assert asked(1 / 3, 3).may_be_short == 1
    by_world = sorted(over_draws([of], asked(0.0), 10)[0], reverse=True)
    found = [float(values([of], asked(share))[0]) for share in (0.0, 0.1, 0.3, 0.9, 1.0)]
    # where all may be short, the one that is least
    assert found == [by_world[place] for place in (0, 1, 3, 9, 9)]
    assert Shortness.aim(of.having(shortfall_tolerance=0.2)) == pytest.approx(0.199999)
    for aim in (by_world[3], by_world[6]):
        above = sum(value > aim for value in by_world)
        assert asked(0.5).short_worlds(of, aim) == above
    assert (asked(0.5).month, asked(0.5).runs) == (MONTH + 2, 10)
    assert asked(0.5).finer(4).of_share(0.25) == asked(0.25, 4)


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"share": 1.5}, "share 1.5: allowed are numbers from 0 to 1"),
        ({"share": float("nan")}, "share nan: allowed"),
        ({"worlds": 0}, "draws 0: allowed"),
        ({"how": "most"}, "how 'most': allowed"),
    ],
)
def test_that_a_chance_of_no_worlds_or_no_share_is_refused(change, says) -> None:
    with pytest.raises(ValueError, match=says):
        Shortness(**{"column": "chance", "share": 0.5, "worlds": 8} | change)


def test_that_a_chance_in_months_that_the_scenario_has_not_is_refused() -> None:
    of = scenario("power_starved")
    last = of.horizon_months - 1
    assert len(values([of], Shortness("chance", last=last, share=0.5, worlds=2))) == 1
    beyond = Shortness("chance", last=last + 1, share=0.5, worlds=2)
    with pytest.raises(ValueError, match=f"last month {last + 1}: allowed are .* to {last}"):
        beyond.check(of)


def contract(name: str, start: int, gw: float = 0.5) -> Contract:
    return Contract(name, "gpu", start, 12, gw, 0.0, 1.0)


def test_that_an_entry_s_month_moves_by_months_and_its_size_by_factors() -> None:
    of = scenario("power_starved")
    last, known = of.horizon_months - 1, of.as_of
    starts = {"past": known, "next": known + 1, "late": last - 1, "last": last}
    of = of.having(contracts=[contract(name, start) for name, start in starts.items()], sites=[])
    found = {lever.code: lever for lever in entry_levers(of)}
    assert list(found) == [
        f"contracts.{name}.{column}"
        for name in ("next", "late")
        for column in ("start_month", "it_gw")
    ]
    month, size = found["contracts.next.start_month"], found["contracts.next.it_gw"]
    assert month.bounds == (known + 1, last)
    assert size.bounds == (0.125, 2.0)
    for lever, kind, step, scale, whole in (
        (month, "whole", 1.0, "linear", True),
        (size, "number", 0.01, "log", False),
    ):
        row = lever.row
        assert (row.kind, row.step, row.scale, row.whole) == (kind, step, scale, whole)
        assert ((row.low, row.high), row.schema) == (lever.bounds, None)
        with pytest.raises(ValueError, match=rf"{lever.code} nan: allowed are"):
            lever.moved(of, float("nan"))
        assert lever.value(lever.moved(of, -1e9)) == lever.low
        assert lever.value(lever.moved(of, 1e9)) == lever.high
    assert size.at(0.5) == pytest.approx(0.5)  # halfway between a quarter and four times
