"""What would turn a claim: values beyond which it holds no more, found in runs on either side."""

from __future__ import annotations

import dataclasses

import pytest

from engine import simulate
from engine.analysis.backtest import backtest
from engine.analysis.turning import kpi_of, turns
from engine.analysis.verdicts import ClaimVerdict, as_observed, judge
from engine.tables.statements import Statement, statements
from tests.engine.make_rank_reference import scenario

PLAN = scenario("article_2025_10")
A_MILLION = next(row for row in statements() if row.detail == "Up to one million Google TPUs.")


def holds(plan, statement: Statement) -> bool:
    [judgement] = judge(plan, [statement])
    return judgement.verdict is ClaimVerdict.HOLDS


def test_that_the_claim_turns_at_each_of_them_and_not_before() -> None:
    found = turns(PLAN, A_MILLION)
    assert found
    for turn in found:
        way = turn.at - turn.now
        assert not holds(turn.lever.moved(PLAN, turn.at + 0.01 * way), A_MILLION)
        assert holds(turn.lever.moved(PLAN, turn.now + 0.97 * way), A_MILLION)


def test_that_the_nearest_stand_first_and_lie_within_what_is_plausible() -> None:
    found = turns(PLAN, A_MILLION, 20)
    assert [turn.share for turn in found] == sorted(turn.share for turn in found)
    assert turns(PLAN, A_MILLION, 2) == found[:2]
    for turn in found:
        low, high = turn.lever.plausible(PLAN)
        assert low <= turn.at <= high
        assert turn.end in (low, high)
        assert turn.share == pytest.approx(abs(turn.at - turn.now) / (high - low))


def test_that_every_lever_that_turns_it_at_an_end_is_found() -> None:
    from engine.analysis.variants import levers

    wanted = set()
    for lever in levers(PLAN):
        span = lever.plausible(PLAN) if lever.row.has_range else None
        if span and not all(holds(lever.moved(PLAN, end), A_MILLION) for end in span):
            wanted.add(lever)
    assert {turn.lever for turn in turns(PLAN, A_MILLION, 500)} == wanted


def test_that_what_does_not_hold_is_brought_to_hold() -> None:
    value = float(simulate(PLAN)["it_power_gw"][23])
    more = dataclasses.replace(
        A_MILLION, series="it_power_gw", month="2026-12", low=value * 1.02, high=None
    )
    assert not holds(PLAN, more)
    for turn in turns(PLAN, more):
        assert holds(turn.lever.moved(PLAN, turn.at + 0.05 * (turn.at - turn.now)), more)


@pytest.mark.parametrize(
    ("series", "month"),
    [
        ("it_power_gw", "2026-12"),
        ("economic_cost_bn@year", "2025-12"),
        ("economic_cost_bn@quarter", "2026-03"),
        ("commitment_bn@to_date", "2026-12"),
        ("it_power_gw@year", "2026-12"),
        ("it_power_gw@history", "2026-12"),
        ("chips_delivered_tpu@from:2025-11", "2026-12"),
        ("revenue_bn", "2026-12"),
        ("revenue_bn@year", "2026-12"),
        ("unserved_share", "2026-12"),
        ("h100e_per_mw", "2026-12"),
        ("it_power_share_tpu", "2026-12"),
        ("revenue_times_a_year_before", "2026-12"),
    ],
)
def test_that_the_number_is_the_one_that_the_claim_is_judged_by(series: str, month: str) -> None:
    row = dataclasses.replace(A_MILLION, series=series, month=month)
    kpi = kpi_of(row, PLAN)
    assert kpi is not None
    [answer] = backtest(PLAN, [as_observed(row)]).answers
    assert kpi.values([PLAN])[0] == pytest.approx(answer.value)


def test_that_a_claim_of_revenue_turns_too() -> None:
    value = kpi_of(dataclasses.replace(A_MILLION, series="revenue_bn@year", month="2026-12"), PLAN)
    assert value is not None
    now = float(value.values([PLAN])[0])
    said = dataclasses.replace(
        A_MILLION, series="revenue_bn@year", month="2026-12", low=now * 0.98, high=None
    )
    found = turns(PLAN, said, 20)
    assert found
    for turn in found:
        way = turn.at - turn.now
        assert holds(turn.lever.moved(PLAN, turn.now + 0.97 * way), said)
        assert not holds(turn.lever.moved(PLAN, turn.at + 0.01 * way), said)


def test_that_what_the_scenario_has_not_or_of_no_month_has_no_turn() -> None:
    for change in (
        {"series": "it_power_share_abacus"},
        {"series": "tokens"},
        {"month": "2051-01"},
        {"month": "2024-01"},
    ):
        row = dataclasses.replace(A_MILLION, **change)
        assert turns(PLAN, row) == ()
