"""The figures above the charts, of numbers worked by hand: month, unit, digits and words."""

from __future__ import annotations

import math

import numpy as np
import pytest

from engine import Result, Scenario, text
from gui.words import units
from gui.words.kpis import (
    KpiTile,
    capacity_words,
    chance_words,
    count_words,
    eflops_words,
    figures,
    kpis,
    month_in,
    month_index,
    month_name,
    month_words,
    on_strip,
    points_words,
    share_words,
    with_delta,
)
from tests.gui.made_results import made

DOUBLING = [1.0, 2.0, 4.0, 8.0, 16.0, 32.0, 64.0, 128.0, 256.0, 512.0, 1024.0, 2048.0]
THIRD = 2  # the place of March


def month_by_month(first: float, step: float) -> list[float]:
    return [first + step * month for month in range(12)]


def by_hand(**columns) -> Result:
    chips = {
        "tpu": month_by_month(1_800_000, 50_000),  # 1,900,000 in March
        "trainium": month_by_month(457_000, 200),  # 457,400
        "gpu": month_by_month(9_001, 499),  # 9,999
    }
    signed = {
        "tpu": DOUBLING,  # 7 by the end of March, 15 a month later
        "trainium": [0.5] * 12,  # 1.5
        "gpu": [0.1, 0.2, 0.1, *[3.0] * 9],  # 0.4
    }
    given = {
        "capacity_eflops": month_by_month(8_000, 100),
        "demand_eflops": month_by_month(10_000, 125),
        "served_eflops": month_by_month(8_000, 61.25),
        "facility_power_gw": month_by_month(1.11, 0.5),
        "power_limit_gw": month_by_month(2.34, 1.0),
        "usd_per_pflop_hour": month_by_month(0.5, 0.125),
        "unserved_revenue_bn": month_by_month(0.2, 0.7),
        "commitment_bn": [sum(month) for month in zip(*signed.values(), strict=True)],
    }
    return made(families={"chips_alive": chips, "commitment_bn": signed}, **{**given, **columns})


def tiles(result: Result, t: int = THIRD, *more) -> dict[str, KpiTile]:
    return {kpi.key: kpi for kpi in kpis(result, t, *more)}


@pytest.mark.parametrize(
    ("key", "label", "value", "detail"),
    [
        ("capacity", "Capacity, EFLOP/s", "8,200", "demand 10,250"),
        ("power", "Facility power", "2.11 GW", "of 4.34 GW"),
        ("chips", "Chips", "2.37 M", "TPU 1.90 M · Trainium 457 k · GPU 9,999"),
        ("lead", "Google TPU chips", "1.90 M", "of 2.37 M"),
        ("committed", "Committed so far", "$8.9 bn", "since Jan 2026"),
        ("unit_cost", "Unit cost", "$0.750", "per PFLOP-hour"),
        ("served", "Demand served", "79.2%", "$1.6 bn/mo lost"),
        ("risk", "Shortfall risk", "…", "of a short month"),
    ],
)
def test_that_each_tile_says_its_figure_and_its_detail_of_the_month(key, label, value, detail):
    kpi = tiles(by_hand())[key]
    assert (kpi.label, kpi.value, kpi.detail) == (label, value, detail)


def test_that_the_tiles_stand_in_one_order_each_with_its_help():
    found = kpis(by_hand(), THIRD)
    order = ["lead", "power", "committed", "capacity", "unit_cost", "served", "risk"]
    assert [kpi.key for kpi in on_strip(found)] == order
    assert [kpi.key for kpi in found] == [*order, "chips"]
    assert len({kpi.help for kpi in found}) == 8
    assert min(len(kpi.help) for kpi in found) > 20
    assert "installed, by family" in found[-1].help


def test_that_the_split_of_what_is_committed_adds_up_to_the_figure_in_every_month():
    result = by_hand()
    for month in range(12):
        kpi = tiles(result, month)["committed"]
        parts = [float(part.split()[-1].replace(",", "")) for part in kpi.more.split(" · ")]
        signed = sum(DOUBLING[: month + 1])
        assert parts[0] == signed
        assert sum(parts) == pytest.approx(kpi.number, abs=0.15)


def test_that_the_numbers_behind_the_tiles_are_those_of_the_month():
    numbers = {key: kpi.number for key, kpi in tiles(by_hand(), THIRD, None, 0.25).items()}
    assert numbers == pytest.approx(
        {
            "lead": 1_900_000,
            "capacity": 8_200,
            "power": 2.11,
            "chips": 2_367_399,
            "committed": 8.9,
            "unit_cost": 0.75,
            "served": 8_122.5 / 10_250,
            "risk": 0.25,
        }
    )


def test_that_the_risk_is_a_chance_once_worlds_are_drawn_and_no_number_before():
    assert tiles(by_hand(), THIRD, None, 0.254)["risk"].value == "25%"
    assert math.isnan(tiles(by_hand())["risk"].number)


def test_that_no_demand_is_all_served_and_no_cost_is_undefined():
    none = by_hand(demand_eflops=0.0, usd_per_pflop_hour=math.nan, unserved_revenue_bn=0.0)
    found = tiles(none)
    assert (found["served"].value, found["served"].detail) == ("100%", "all is served")
    assert found["unit_cost"].value == "undefined"
    assert tiles(by_hand(unserved_revenue_bn=0.001))["served"].detail == "$1 m/mo lost"


def test_that_a_loss_too_small_for_its_digits_is_still_a_loss():
    def said(lost: float) -> str:
        return tiles(by_hand(unserved_revenue_bn=lost))["served"].detail

    assert said(0.00049) == "under $1 m/mo lost"
    assert said(1e-7) == "under $1 m/mo lost"
    assert said(0.00051) == "$1 m/mo lost"
    assert said(0.0) == "all is served"
    units.install(units.Units("GW", "EUR", 0.5))
    assert said(0.0008) == "under €1 m/mo lost"


def test_that_money_split_by_family_is_in_the_shown_currency():
    units.install(units.Units("GW", "EUR", 0.5))
    assert tiles(by_hand())["committed"].more == "TPU 3.5 · Trainium 0.8 · GPU 0.2"


# Every month at once


def test_that_the_figures_over_time_are_running_sums_and_shares():
    demand = [0.0, 50.0, *[400.0] * 10]
    found = figures(by_hand(demand_eflops=demand, served_eflops=[0.0, 25.0, *[100.0] * 10]))
    assert found["served"].tolist() == [1.0, 0.5, *[0.25] * 10]
    assert found["committed"][:4].tolist() == pytest.approx([1.6, 4.3, 8.9, 20.4])
    assert found["chips"][:2].tolist() == [1_800_000 + 457_000 + 9_001, 2_316_700]
    assert found["capacity"][:2].tolist() == [8_000, 8_100]
    assert found["power"][:2].tolist() == [1.11, 1.61]
    assert found["unit_cost"][:2].tolist() == [0.5, 0.625]
    named = {"lead", "capacity", "power", "chips", "committed", "unit_cost", "served"}
    assert set(found) == named
    assert all(isinstance(line, np.ndarray) for line in found.values())


# Differences


@pytest.mark.parametrize(
    ("key", "number", "other", "delta"),
    [
        ("capacity", 8_200, 8_150, "▲ +50 EFLOP/s"),
        ("capacity", 8_200, 8_201.25, "▼ −1.2 EFLOP/s"),
        ("power", 2.5, 2.41, "▲ +0.09 GW"),
        ("power", 2.0, 3.0, "▼ −1.00 GW"),
        ("chips", 900_000, 1_900_000, "▼ −1.00 M"),
        ("committed", 8.9, 8.4, "▲ +$500 m"),
        ("unit_cost", 0.75, 0.5, "▲ +$0.250"),
        ("served", 0.75, 0.792, "▼ −4.2 points"),
        ("risk", 0.5, 0.25, "▲ +25.0 points"),
    ],
)
def test_that_a_difference_has_the_sign_and_the_unit_of_its_figure(key, number, other, delta):
    found = with_delta(
        KpiTile(key, "", "", "", "", number), KpiTile(key, "", "what it was", "", "", other)
    )
    assert found.delta == delta
    amount = delta[3:]
    way = "more" if delta[0] == "▲" else "less"
    assert found.delta_words == f"{amount} {way} than the baseline's what it was"


@pytest.mark.parametrize(
    ("number", "other", "differs"),
    [
        (1000.0, 1000.0, False),
        (1000.0, 1000.0 + 1e-7, False),  # a ten-thousand-millionth is rounding
        (1000.0, 1000.0 + 1e-2, True),
        (-1000.0, -1000.0 - 1e-7, False),
        (0.0, 1e-2, True),
        (1e-2, 0.0, True),
        (0.0, 0.0, False),
        (math.nan, 1.0, False),
        (1.0, math.nan, False),
    ],
)
def test_that_a_difference_is_told_where_it_is_more_than_rounding(number, other, differs):
    kpi = KpiTile("capacity", "", "", "", "", number)
    found = with_delta(kpi, KpiTile("capacity", "", "", "", "", other))
    assert bool(found.delta) is bool(found.delta_words) is differs
    assert (found == kpi) is not differs


@pytest.mark.parametrize(
    ("key", "number", "other"),
    [
        ("capacity", 1000.0, 1000.0 + 1e-5),
        ("power", 9.78, 9.7802),
        ("lead", 9_000.0, 9_000.25),
        ("committed", 0.0, 1e-9),
        ("unit_cost", 0.5, 0.5001),
        ("served", 0.9, 0.9001),
        ("risk", 0.25, 0.2501),
    ],
)
def test_that_a_difference_that_rounds_to_none_is_none(key, number, other):
    for a, b in ((number, other), (other, number)):
        kpi = KpiTile(key, "", "", "", "", a)
        assert with_delta(kpi, KpiTile(key, "", "", "", "", b)) == kpi


def test_that_the_baseline_s_figure_is_that_of_the_same_calendar_month():
    earlier = made(
        Scenario(start="2025-11", horizon_months=12), capacity_eflops=month_by_month(8_000, 100)
    )
    found = tiles(by_hand(), THIRD, earlier)
    # March 2026 is the fifth month there: 8,400
    assert found["capacity"].delta == "▼ −200 EFLOP/s"
    assert found["capacity"].delta_words == "200 EFLOP/s less than the baseline's 8,400"


@pytest.mark.parametrize("start", ["2025-03", "2026-04"])
def test_that_a_baseline_without_that_month_is_not_compared_with(start):
    elsewhere = made(Scenario(start=start, horizon_months=12), capacity_eflops=1.0)
    assert month_in(elsewhere, "2026-03") is None
    found = tiles(by_hand(), THIRD, elsewhere, 0.25, 0.75)
    assert not any(kpi.delta or kpi.delta_words for kpi in found.values())


def test_that_the_baseline_s_risk_is_its_own_chance():
    found = tiles(by_hand(), THIRD, by_hand(), 0.25, 0.75)
    assert found["risk"].delta_words == "50.0 points less than the baseline's 75%"
    assert not tiles(by_hand(), THIRD, by_hand(), 0.25, None)["risk"].delta
    assert not any(kpi.delta for key, kpi in found.items() if key != "risk")


# Words and months


def test_that_the_twelve_months_have_their_names():
    names = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
    assert [month_name(month) for month in range(12)] == names
    assert [month_words(f"2031-{n:02d}") for n in (1, 5, 12)] == [
        "Jan 2031",
        "May 2031",
        "Dec 2031",
    ]


def test_that_a_month_s_place_is_counted_from_the_first_and_kept_within():
    result = made()
    places = ("2025-12", "2026-01", "2026-02", "2026-12", "2027-01")
    assert [month_index(result, month) for month in places] == [0, 0, 1, 11, 11]


@pytest.mark.parametrize(
    ("chips", "words"),
    [
        (0, "0"),
        (9_999, "9,999"),
        (10_000, "10 k"),
        (999_499, "999 k"),
        (999_500, "1.00 M"),
        (1_904_000, "1.90 M"),
        (1_234_567_890, "1,234.57 M"),
    ],
)
def test_that_chips_are_counted_short(chips, words):
    assert count_words(chips) == words


@pytest.mark.parametrize(
    ("share", "words"),
    [
        (0.0, "0%"),
        (0.0004999, "0%"),
        (0.0005, "0.1%"),
        (0.0104, "1.0%"),
        (0.5, "50.0%"),
        (0.9994, "99.9%"),
        (0.9995, "100%"),
        (1.0, "100%"),
    ],
)
def test_that_a_share_has_a_decimal_between_nothing_and_all(share, words):
    assert share_words(share) == words


def test_that_differences_chances_and_capacities_have_their_digits():
    some = (0, 0.00099, 0.001, 0.123, 9.4, 10.4, 12_345.6, 999_999.0, 1e6, 1_234_567.0)
    some += (-134_444_097.0, 1_344e6)
    assert [eflops_words(x) for x in some] == [
        "0 EFLOP/s",
        "0 EFLOP/s",
        "0.001 EFLOP/s",
        "0.12 EFLOP/s",
        "9.4 EFLOP/s",
        "10 EFLOP/s",
        "12,346 EFLOP/s",
        "999,999 EFLOP/s",
        "1 M EFLOP/s",
        "1.23 M EFLOP/s",
        "-134 M EFLOP/s",
        "1,344 M EFLOP/s",
    ]
    assert capacity_words(12_345.6) == "12,346 EFLOP/s"
    assert [chance_words(x) for x in (0.0, 0.126, 1.0)] == ["0%", "13%", "100%"]
    assert [points_words(x) for x in (0.0421, 12.5)] == ["4.2 points", "1,250.0 points"]


def test_that_points_are_several_from_two_on_as_they_are_written():
    counts = []

    def counting(context: str, source: str, comment: str, count: int) -> str:
        counts.append(count)
        return source

    text.install(counting)
    try:
        for share in (0.01, -0.01, 0.0194, 0.0196, -0.02):
            points_words(share)
    finally:
        text.install()
    assert counts == [0, 0, 0, 2, 2]
