"""The Risk page's tables in a report, cell by cell, of answers that were made up."""

from __future__ import annotations

from dataclasses import dataclass, field
from types import SimpleNamespace as Made

import pytest

from engine import Scenario
from engine.analysis.variants import Lever
from engine.values import Contract
from gui.report import risk_chapter
from gui.report.table import Table

SCENARIO = Scenario().having(horizon_months=24)


@dataclass(frozen=True)
class Curve:
    """A number that a tenth as bad a share of worlds reaches: ten times the share, and more."""

    more: float

    def exceeded_in(self, share: float) -> float:
        return self.more + 10 * share


def bar(key: str, down: float, up: float, family: str = "") -> Made:
    lever = Lever(key, family)
    return Made(lever=lever, low=1.0, high=2.0, down=down, up=up, width=abs(up - down))


def contract(name: str, supplier: str = "") -> Contract:
    return Contract(name, "gpu", 3, 12, 0.5, 0.4, 1.0, supplier)


def mix(name: str, cost: float) -> Made:
    premium = Made(mean=cost - 10, standard_error=0.5)
    return Made(name=name, cost=cost, premium=premium, unserved=2.0, unserved_cvar95=4.0)


@dataclass
class Answers:
    scenario: Scenario = SCENARIO
    sources: Made = field(
        default_factory=lambda: Made(
            plain=1.0,
            mean=4.0,
            cvar95=9.0,
            mean_parts={"growth": 2.5, "grid": 0.5},
            cvar95_parts={"growth": 6.0, "grid": 2.0},
        )
    )
    curves: tuple[Curve, ...] = (Curve(0.0),)
    bars: tuple[Made, ...] = (
        bar("pue", -1.0, 2.0),
        bar("p_slip", 0.5, 0.25, "tpu"),
        bar("wacc", 3.0, 3.0),  # moves nothing
    )
    ranks: Made = field(
        default_factory=lambda: Made(ranks=[Made(lever=Lever("pue"), rho=0.75)]),
    )
    failing: Made = field(
        default_factory=lambda: Made(
            conditions=[
                Made(name="Grid", low=3.0, high=None, smallest=0.0, largest=9.0, unit="months"),
            ],
            coverage=0.625,
            density=0.875,
        )
    )
    mixes: tuple[Made, ...] = (mix("this mix", 10.0), mix("least regret", 9.0), mix("gpu", 12.5))
    commitments: tuple[Made, ...] = (
        Made(contract=contract("A", "Them"), it_gw=0.5, firm_gw=0.2, ends=None, give_up_by=None),
        Made(contract=contract("B"), it_gw=0.25, firm_gw=0.0, ends=14, give_up_by=2),
    )
    counterparties: dict[str, float] = field(default_factory=lambda: {"Them": 3.0, "gpu": 1.0})


def tables(**changes: object) -> dict[str, Table]:
    return {table.key: table for table in risk_chapter.tables(Answers(**changes))}


def shown(table: Table) -> list[tuple[str, ...]]:
    columns = range(len(table.columns))
    return [tuple(table.text(i, j) for j in columns) for i in range(len(table.rows))]


def test_that_the_loss_is_told_by_source_from_the_plan_to_the_sum() -> None:
    table = tables()["risk_sources"]
    assert shown(table) == [
        ("The plan, without luck", "1.00", "1.00"),
        ("Growth of demand", "2.50", "6.00"),
        (shown(table)[2][0], "0.50", "2.00"),
        ("Sum", "4.00", "9.00"),
    ]
    assert [column.full_heading for column in table.columns] == [
        *("Source of luck", "Expected [$bn]", "Worst 5% of worlds [$bn]")
    ]
    assert [column.checked for column in table.columns] == [False, True, True]


def test_that_a_curve_is_told_at_seven_shares_beside_the_baseline_s() -> None:
    alone = tables()["risk_exceedance"]
    assert shown(alone) == [
        *(("1.0%", "0.10"), ("5.0%", "0.50"), ("10.0%", "1.00"), ("25.0%", "2.50")),
        *(("50.0%", "5.00"), ("75.0%", "7.50"), ("90.0%", "9.00")),
    ]
    both = tables(curves=(Curve(0.0), Curve(1.0)))["risk_exceedance"]
    assert [column.heading for column in both.columns] == ["Share of worlds", "Or more", "Baseline"]
    assert shown(both)[2] == ("10.0%", "1.00", "2.00")
    assert len(alone.columns) == 2


def test_that_levers_that_move_nothing_are_left_out() -> None:
    table = tables()["risk_levers"]
    assert shown(table) == [
        ("PUE", "1", "2", "ratio", "−1.00", "+2.00", "+0.75"),
        (shown(table)[1][0], "1", "2", shown(table)[1][3], "+0.50", "+0.25", ""),
    ]
    assert shown(table)[1][0].endswith(", Google TPU")
    assert [column.signed for column in table.columns] == [False] * 4 + [True] * 3
    assert [column.checked for column in table.columns] == [False, True, True, False] + [True] * 3


def test_that_conditions_are_numbers_and_how_well_they_tell_is_in_percent() -> None:
    table = tables()["risk_conditions"]
    assert shown(table) == [
        ("Grid", "3", "", "0", "9", "months"),
        ("Failed worlds that are like this (coverage)", "62.5%", "", "", "", ""),
        ("Worlds like this that fail (density)", "87.5%", "", "", "", ""),
    ]
    assert [column.checked for column in table.columns] == [False, *[True] * 4, False]


def test_that_the_worst_pair_of_shocks_is_marked_and_stands_below_the_deck() -> None:
    rows = tables()["risk_shocks"].rows
    *cards, pair = rows
    marked = [name for name, _, note in cards if note == "worst pair"]
    assert len(marked) == 2
    assert {note for _, _, note in cards} == {"", "worst pair"}
    assert set(pair[0].split(" + ")) == set(marked)
    assert pair[2] == "worst pair"


def test_that_mixes_are_held_against_this_one() -> None:
    table = tables()["risk_mixes"]
    assert shown(table) == [
        ("this mix", "10.00", "0.00", "0.50", "2.00", "4.00"),
        ("least regret", "9.00", "−1.00", "0.50", "2.00", "4.00"),
        ("NVIDIA GPU alone", "12.50", "+2.50", "0.50", "2.00", "4.00"),
    ]


def test_that_contracts_end_in_calendar_months() -> None:
    table = tables()["risk_commitments"]
    assert shown(table) == [
        ("A", "Them", "0.50", "0.20", "", ""),
        ("B", "", "0.25", "0.00", "2026-03", "2025-03"),
    ]
    assert [table.is_month(1, j) for j in range(6)] == [False] * 4 + [True] * 2
    assert table.columns[2].full_heading == "There [GW IT]"


def test_that_the_shares_of_counterparties_sum_to_all_the_power() -> None:
    assert shown(tables()["risk_counterparties"]) == [
        *(("Them", "3.00", "75.0%"), ("NVIDIA GPU", "1.00", "25.0%"))
    ]
    assert tables(counterparties={})["risk_counterparties"].rows == ()
    nothing = tables(counterparties={"Them": 0.0})["risk_counterparties"]
    assert shown(nothing) == [("Them", "0.00", "0.0%")]


@pytest.mark.parametrize(("draws", "worlds"), [(None, 64), (8, 8), (2000, 1024)])
def test_that_the_page_is_asked_of_so_many_worlds(monkeypatch, draws, worlds) -> None:
    asked: dict[str, object] = {}

    def keeps(name: str):
        return lambda *given, **_: asked.setdefault(name, given) and ()

    names = ("sources", "exceedance", "tornado", "rank_correlation", "failing", "mixes_compared")
    for name in (*names, "commitments"):
        monkeypatch.setattr(risk_chapter, name, keeps(name))
    monkeypatch.setattr(risk_chapter, "counterparties", lambda *_: {})
    scenario = SCENARIO.having(draws=64)
    found = risk_chapter.ask(scenario, None, draws, 7)
    assert (found.worlds, found.month) == (worlds, 7)
    assert asked["sources"] == (scenario, worlds)
    assert asked["commitments"] == (scenario, 7)
    kpi = asked["tornado"][1]
    assert (kpi.column, kpi.how, kpi.first, kpi.last) == (
        *("unserved_revenue_bn", "total"),
        *(scenario.as_of + 1, 23),
    )
    assert asked["exceedance"] == ([scenario], kpi, worlds)
    assert asked["failing"] == (scenario, kpi, 0.1, worlds)
    assert asked["rank_correlation"] == (scenario, kpi, worlds)
    assert asked["mixes_compared"] == (scenario, worlds, kpi)


def test_that_a_baseline_has_a_curve_where_it_has_the_same_months(monkeypatch) -> None:
    curves = []
    for name in ("sources", "tornado", "rank_correlation", "failing", "mixes_compared"):
        monkeypatch.setattr(risk_chapter, name, lambda *_, **__: ())
    monkeypatch.setattr(
        risk_chapter, "exceedance", lambda both, *_, **__: curves.append(list(both)) or ()
    )
    like, longer = SCENARIO.having(pue=1.4), SCENARIO.having(horizon_months=36)
    for baseline in (None, like, longer):
        risk_chapter.ask(SCENARIO, baseline, 8, 7)
    assert curves == [[SCENARIO], [SCENARIO, like], [SCENARIO]]
