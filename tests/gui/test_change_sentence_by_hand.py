"""The sentence about a change, of figures and limits worked by hand: each phrase, each month."""

from __future__ import annotations

import math
from dataclasses import replace

import pytest

from engine import PARAMETERS, Result, Scenario, parameter
from engine.files.other_chips import with_catalogue
from engine.tables.catalogue import Chip
from gui.run.change_sentence import levers_moved, opening, sentence
from gui.words.moved import lever_words
from tests.gui.made_results import made

YEAR = Scenario(start="2026-01", horizon_months=12)
MOVED = {"power_budget_gw": 4.0}
LEVER = "Facility power when ready 2.5 → 4 GW: "
FREE = ["demand"] * 12


def flat(value: float, then: float | None = None, month: int = 0) -> list[float]:
    """One number in each month, and another one from a month on."""
    return [value if then is None or t < month else then for t in range(12)]


def told(before: Result, t: int = 5, **columns) -> str:
    """What is said of the year in which some columns were others, seen from June."""
    said = sentence(before, made(YEAR.having(**MOVED), **columns), t)
    assert said.startswith(LEVER)
    assert said.endswith(".")
    return said.removeprefix(LEVER).removesuffix(".")


# Figures


@pytest.mark.parametrize(
    ("columns", "said"),
    [
        ({"capacity_eflops": 1250.0}, "250 EFLOP/s more capacity"),
        ({"capacity_eflops": 995.5}, "4.5 EFLOP/s less capacity"),
        ({"usd_per_pflop_hour": 0.75}, "unit cost up by $0.250"),
        ({"usd_per_pflop_hour": 0.25}, "unit cost down by $0.250"),
        ({"commitment_bn": 1.5}, "$3.0 bn more committed"),  # half a billion in six months
        ({"commitment_bn": 0.75}, "$1.5 bn less committed"),
        ({"served_eflops": 900.0}, "10.0 points less of demand served"),
        ({"facility_power_gw": 1.25}, "0.25 GW more facility power"),
        ({"facility_power_gw": 0.75}, "0.25 GW less facility power"),
    ],
)
def test_that_each_figure_that_moved_is_told_with_its_way_and_its_amount(columns, said):
    assert told(made(), **columns) == f"{said} by Jun 2026"


def test_that_more_of_demand_served_is_said_so():
    before = made(served_eflops=500.0)
    assert told(before, served_eflops=750.0) == "25.0 points more of demand served by Jun 2026"


def test_that_chips_are_told_where_nothing_else_moves():
    def chips(count: float) -> dict[str, dict[str, dict[str, float]]]:
        return {"families": {"chips_alive": {"tpu": count}}}

    assert told(made(**chips(40_000.0)), **chips(60_000.0)) == "20 k more chips by Jun 2026"
    assert told(made(**chips(40_000.0)), **chips(1_000.0)) == "39 k fewer chips by Jun 2026"
    cheaper = {**chips(60_000.0), "usd_per_pflop_hour": 0.25}
    assert told(made(**chips(40_000.0)), **cheaper) == "unit cost down by $0.250 by Jun 2026"


def test_that_the_two_that_moved_furthest_are_told_furthest_first():
    said = told(
        made(),
        capacity_eflops=1100.0,
        usd_per_pflop_hour=0.25,
        commitment_bn=1.2,
        served_eflops=1.0,
    )
    expected = "99.9 points less of demand served and unit cost down by $0.250 by Jun 2026"
    assert said == expected
    said = told(made(), capacity_eflops=500.0, usd_per_pflop_hour=0.625)
    assert said == "500 EFLOP/s less capacity and unit cost up by $0.125 by Jun 2026"


def test_that_a_thousandth_is_not_worth_a_word_and_more_is():
    nothing = "no figure moves by more than 0.1%"
    assert told(made(capacity_eflops=999.0), capacity_eflops=1000.0) == nothing
    assert told(made(capacity_eflops=1000.0), capacity_eflops=999.0) == nothing
    assert told(made(capacity_eflops=998.0)) == "2 EFLOP/s more capacity by Jun 2026"
    # the other is told alone, for this one is nothing beside it
    said = told(made(capacity_eflops=999.0), commitment_bn=2.0)
    assert said == "$6.0 bn more committed by Jun 2026"


def test_that_what_would_be_written_as_nought_is_not_told():
    before = made(demand_eflops=1e6, served_eflops=100.0)  # from 0.01 to 0.02 points
    assert told(before, demand_eflops=1e6, served_eflops=200.0) == (
        "no figure moves by more than 0.1%"
    )
    said = told(before, demand_eflops=1e6, served_eflops=200.0, facility_power_gw=2.0)
    assert said == "1.00 GW more facility power by Jun 2026"


def test_that_a_move_too_small_to_be_written_hides_none_of_another_month():
    before = made(demand_eflops=1e6, served_eflops=flat(100.0, 200.0, 1))
    after = {"demand_eflops": 1e6, "served_eflops": flat(100.0, 400.0, 1)}
    said = told(before, **after, commitment_bn=[1.0, 1.0, 1.5, 0.5, *[1.0] * 8])
    assert said == "$500 m more committed by Mar 2026"


def test_that_a_figure_that_is_undefined_on_one_side_is_not_told():
    said = told(made(usd_per_pflop_hour=math.nan), capacity_eflops=1010.0)
    assert said == "10 EFLOP/s more capacity by Jun 2026"
    said = told(made(usd_per_pflop_hour=0.0), usd_per_pflop_hour=0.5)
    assert said == "unit cost up by $0.500 by Jun 2026"


def test_that_a_figure_that_is_nought_on_both_sides_takes_no_other_s_place():
    moved = {"capacity_eflops": 1010.0, "commitment_bn": 1.1}
    said = told(made(usd_per_pflop_hour=0.0), usd_per_pflop_hour=0.0, **moved)
    assert said == "$600 m more committed and 10 EFLOP/s more capacity by Jun 2026"


def test_that_the_month_asked_for_comes_first_then_the_last_then_the_largest():
    for month in (5, 4):
        moves = {"capacity_eflops": flat(1000.0, 1200.0, month)}
        assert told(made(), **moves) == "200 EFLOP/s more capacity by Jun 2026"
    moves = {"capacity_eflops": flat(1000.0, 1200.0, 6)}
    assert told(made(), **moves) == "200 EFLOP/s more capacity by Dec 2026"
    bump = flat(1000.0)
    bump[7:9] = [1100.0, 1300.0]
    assert told(made(), capacity_eflops=bump) == "300 EFLOP/s more capacity by Sep 2026"


def test_that_nothing_is_said_where_no_lever_moved():
    assert sentence(made(), made(capacity_eflops=2000.0), 5) == ""


def test_that_curves_that_stand_still_are_told_apart_from_those_that_hardly_move():
    assert told(made()) == "no curve moves; bands and risk may"
    assert told(made(usd_per_pflop_hour=math.nan), usd_per_pflop_hour=math.nan) == (
        "no curve moves; bands and risk may"
    )
    assert told(made(), capacity_eflops=1000.5) == "no figure moves by more than 0.1%"
    assert told(made(), power_limit_gw=3.0) == "no figure moves by more than 0.1%"


# Other months


def other_year(start: str, months: int = 12, **columns) -> Result:
    """Of a year in which nothing is bought, for sums would begin anew."""
    scenario = Scenario(start=start, horizon_months=months)
    return made(scenario, **{"commitment_bn": 0.0, **columns})


def test_that_calendar_months_are_compared_where_the_start_is_another():
    rising = [1000.0 + 10 * month for month in range(24)]
    later = other_year("2026-04", 12, capacity_eflops=[x + 50 for x in rising[3:15]])
    before = other_year("2026-01", 24, capacity_eflops=rising)
    said = sentence(before, later, 2)
    assert said.endswith(": 50 EFLOP/s more capacity by Jun 2026.")
    back = sentence(later, before, 5)
    assert back.endswith(": 50 EFLOP/s less capacity by Jun 2026.")
    # asked for a month that only one of them has: the nearest that both have
    assert sentence(later, before, 0).endswith("by Apr 2026.")
    assert sentence(later, before, 23).endswith("by Mar 2027.")


def test_that_months_that_both_have_may_hardly_move_or_not_at_all():
    same = other_year("2026-01", 24)
    assert sentence(other_year("2026-01"), same, 5).endswith(
        ": no curve moves; bands and risk may."
    )
    assert sentence(same, other_year("2027-12"), 5).endswith("no curve moves; bands and risk may.")
    assert sentence(same, other_year("2028-01"), 5).endswith(": no month is as before.")
    assert sentence(other_year("2028-01"), same, 5).endswith(": no month is as before.")


# Limits


def bound(**spans: tuple[int, int]) -> list[str]:
    """What binds each month: demand, but for the months from the first up to the last."""
    found = list(FREE)
    for limit, (first, last) in spans.items():
        found[first : last + 1] = [limit] * (last + 1 - first)
    return found


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        ({}, {"power": (5, 8)}, "power binds from Jun 2026 to Sep 2026, none did before"),
        ({}, {"power": (5, 5)}, "power binds in Jun 2026, none did before"),
        ({}, {"power": (5, 11)}, "power binds from Jun 2026, none did before"),
        ({}, {"supply": (2, 3)}, "chip supply binds from Mar 2026 to Apr 2026, none did before"),
        (
            {"power": (0, 8)},
            {"power": (0, 3)},
            "no limit binds from May 2026 to Sep 2026, power did before",
        ),
        ({"power": (0, 11)}, {"power": (0, 3)}, "no limit binds from May 2026, power did before"),
        ({"power": (5, 8)}, {}, "no limit binds any more"),
        (
            {"power": (0, 11)},
            {"budget": (0, 11)},
            "the budget binds from Jan 2026 instead of power",
        ),
        (
            {"power": (0, 5), "supply": (6, 11)},
            {"budget": (0, 11)},
            "the budget binds from Jan 2026 to Jun 2026 instead of power",
        ),
        (
            {},
            {"power": (0, 5), "supply": (11, 11)},
            "power binds from Jan 2026 to Jun 2026, none did before",
        ),
        (
            {"power": (4, 6)},
            {"budget": (4, 6)},
            "the budget binds from May 2026 to Jul 2026 instead of power",
        ),
        ({"power": (3, 7)}, {"power": (4, 7)}, "power binds from May 2026, not Apr"),
        ({"power": (3, 7)}, {"power": (3, 8)}, "power binds until Sep 2026, not Aug"),
        ({"power": (3, 7)}, {"power": (4, 8)}, "power binds from May 2026, not Apr"),
        (
            {"power": (0, 1)},
            {"power": (0, 1), "supply": (9, 9)},
            "chip supply binds in Oct 2026, none did before",
        ),
        # two changes as near: the earlier one is told
        ({}, {"power": (3, 3), "supply": (7, 7)}, "power binds in Apr 2026, none did before"),
    ],
)
def test_that_what_binds_now_is_said_of_the_months_nearest(before, after, said):
    assert told(made(binding=bound(**before)), binding=bound(**after)) == said


def test_that_figures_come_before_the_limit():
    said = told(made(), capacity_eflops=900.0, binding=bound(power=(5, 11)))
    assert said == (
        "100 EFLOP/s less capacity by Jun 2026; power binds from Jun 2026, none did before"
    )


def test_that_a_limit_of_another_year_is_said_with_its_year():
    long = Scenario(start="2026-01", horizon_months=24)
    binding = ["demand"] * 10 + ["power"] * 14
    later = ["demand"] * 13 + ["power"] * 11
    said = sentence(made(long, binding), made(long.having(**MOVED), later), 20)
    assert said.endswith(": power binds from Feb 2027, not Nov 2026.")


def test_that_an_opened_scenario_is_told_with_figures_and_limit_of_its_month():
    scenario = replace(YEAR, name="Mine")
    result = made(scenario, bound(power=(5, 8)), capacity_eflops=8200.0, served_eflops=974.0)
    begins = "“Mine” in {month} 2026: 8,200 EFLOP/s of capacity, 97.4% of demand served; "
    for t, month, limit in (
        (4, "May", "no limit binds from Jan 2026 to May 2026"),
        (5, "Jun", "power binds from Jun 2026 to Sep 2026"),
        (8, "Sep", "power binds from Jun 2026 to Sep 2026"),
        (9, "Oct", "no limit binds from Oct 2026"),
    ):
        assert opening(result, t) == f"{begins.format(month=month)}{limit}."


# Levers


@pytest.mark.parametrize(
    ("key", "old", "new", "words"),
    [
        ("power_budget_gw", 2.5, 4.0, "Facility power when ready 2.5 → 4 GW"),
        ("revenue_growth", 7.0, 4.5, "7 → 4.5 x per year"),
        ("maintenance_share_per_year", 0.05, 0.125, "5% → 12.5%/year"),
        ("start", "2026-01", "2026-04", "Jan 2026 → Apr 2026"),
        ("draws", 256, 512, "256 → 512"),
        ("investment_budget_bn_per_year", None, 30.0, "none → $30 bn/year"),
    ],
)
def test_that_a_lever_says_where_it_was_and_where_it_went(key, old, new, words):
    said = lever_words(parameter(key), old, new)
    assert said.endswith(words)
    assert said.startswith(parameter(key).label_text)


def test_that_a_switch_is_said_in_words_and_a_list_by_its_name_alone():
    switch = next(row for row in PARAMETERS if row.kind == "switch")
    assert lever_words(switch, False, True).endswith(" no → yes")
    assert lever_words(parameter("events"), (), ("x",)) == parameter("events").label_text


def test_that_points_go_from_one_family_to_another_and_else_all_are_named():
    row, mix = parameter("mix"), Scenario().mix
    other = Scenario().having
    two = other(mix={"tpu": 0.6, "trainium": 0.345, "gpu": 0.055}).mix
    assert lever_words(row, mix, two) == "12.5 points from GPU to Trainium"
    three = other(mix={"tpu": 0.7, "trainium": 0.2, "gpu": 0.1}).mix
    label = row.label_text
    assert lever_words(row, mix, three) == (
        f"{label} (TPU 60% → 70%, Trainium 22% → 20%, GPU 18% → 10%)"
    )
    supply = parameter("supply_chips_per_year")
    before = Scenario().supply_chips_per_year
    after = {**before, "tpu": before["tpu"] + 1, "gpu": before["gpu"] - 1}
    said = lever_words(supply, before, other(supply_chips_per_year=after).supply_chips_per_year)
    assert said.startswith(f"{supply.label_text} (TPU 130,000 → 130,001, GPU ")
    assert said.endswith(" chips/year)")


def test_that_two_levers_are_named_and_more_are_counted():
    two = YEAR.having(power_budget_gw=4.0, revenue_growth=4.0)
    first, second = levers_moved(YEAR, two)
    assert sentence(made(), made(two), 5).startswith(f"{first}, {second}: ")
    three = two.having(wacc=0.2)
    first, _, _ = levers_moved(YEAR, three)
    assert sentence(made(), made(three), 5).startswith(f"{first} and 2 more levers: ")


def test_that_other_chips_are_told_and_not_each_value_of_their_families():
    chip = YEAR.catalogue.chips[0]
    dearer = replace(chip, capex_usd=chip.capex_usd + 1)
    catalogue = replace(YEAR.catalogue, chips=(dearer, *YEAR.catalogue.chips[1:]))
    assert levers_moved(YEAR, replace(YEAR, catalogue=catalogue)) == ["Other chips"]
    fourth = Chip(**{**chip.__dict__, "family": "asic", "name": "One"})
    chips = (*YEAR.catalogue.chips, fourth)
    more, _ = with_catalogue(YEAR, replace(YEAR.catalogue, chips=chips))
    assert levers_moved(YEAR, more) == ["Other chips"]
    slower = more.having(supply_chips_per_year={**more.supply_chips_per_year, "gpu": 7.0})
    moved = levers_moved(YEAR, slower)
    assert moved[0] == "Other chips"
    assert len(moved) == 2
    assert "GPU" in moved[1]
