"""Values, ranges and moves of levers as they are said, each by hand; at the edges of each form."""

from __future__ import annotations

from dataclasses import replace

import pytest

from engine import PARAMETERS, Scenario, parameter
from engine.tables.catalogue import family_label
from engine.values import Contract
from gui.words import units
from gui.words.abbreviate import on_one_line, short
from gui.words.list_changes import list_change
from gui.words.luck import SOURCES, source_words
from gui.words.moved import lever_words
from gui.words.sanitize import alike, file_stem
from gui.words.searching import folded
from gui.words.units import Units
from gui.words.value_lists import in_full, points_words
from gui.words.value_texts import (
    as_shown,
    before_unit,
    bounds_words,
    default_text,
    family_defaults,
    found_in,
    highlighted,
    matches,
    of_family,
    placeholder,
    plausible_words,
    read_text,
    searched,
    shown_unit,
    tooltip,
    unit_behind,
    unit_text,
    value_words,
    with_unit,
    word,
)

FIRST = ("2025-01", "2025-01")
FAMILIES = ("tpu", "trainium", "gpu")


def moved(key: str, old: object, new: object, **how) -> str:
    return (
        lever_words(parameter(key), old, new, FIRST, **how)
        .removeprefix(parameter(key).label_text)
        .strip()
    )


# Values


@pytest.mark.parametrize(
    ("key", "value", "digits", "said"),
    [
        ("power_budget_gw", 2.123456789, None, "2.12346"),
        ("power_budget_gw", 2.123456789, 4, "2.123"),
        ("power_budget_gw", 2.123456789, 6, "2.12346"),
        ("power_budget_gw", 2.123456789, 7, "2.123457"),
        ("power_budget_gw", 12.0, 1, "12"),  # a whole number is whole
        ("active_params", 9_999_999.0, 4, "9,999,999"),
        ("active_params", 1e7, 4, "10 M"),
        ("active_params", 12_345_678.0, 4, "12.35 M"),
        ("active_params", 12_345_678.0, 6, "12.3457 M"),
        ("mix", 0.123456, None, "12.35%"),
        ("mix", 0.123456, 5, "12.346%"),
        ("power_ready_month", 24.4, None, "Jan 2027"),
    ],
)
def test_that_a_value_has_the_digits_that_are_asked_for(key, value, digits, said):
    assert value_words(parameter(key), value, "2025-01", digits) == said


def test_that_a_date_counts_from_the_start_or_from_the_table_s_own():
    row = parameter("power_ready_month")
    assert value_words(row, 2.0, "2026-01") == "Mar 2026"
    assert value_words(row, 2.0) == "Mar 2025"


def test_that_words_for_what_is_no_number_are_the_reader_s():
    assert [word(value) for value in (None, True, False, 5)] == ["none", "yes", "no", "5"]
    assert of_family({"tpu": 1.5}, "tpu") == 1.5
    assert of_family({"tpu": 1.5}, "gpu") is None
    assert of_family(None, "") is None
    assert of_family(2, "") == 2.0
    assert placeholder(parameter("start")) == "Jan 2025"
    assert placeholder(parameter("power_budget_gw")) == ""


def test_that_a_typed_month_is_read_from_the_one_there_is_or_handed_on():
    assert read_text("+6", "2026-03") == "2026-09"
    assert read_text("Jun 2027", "2026-03") == "2027-06"
    assert read_text("  soon ", "2026-03") == "soon"


def test_that_units_are_shown_as_the_field_has_them():
    shown = {
        "power_budget_gw": "GW facility",
        "mix": "% of IT power",
        "wacc": "% per year",
        "power_ready_month": "",
        "seed": "",
        "events": "",
        "investment_budget_bn_per_year": "$bn/year",
    }
    assert {key: shown_unit(parameter(key)) for key in shown} == shown
    assert unit_text(parameter("active_params")) == "parameters · log"
    assert unit_text(parameter("power_budget_gw")) == "GW facility"
    assert (as_shown(parameter("mix")).factor, as_shown(parameter("seed")).factor) == (100, 1)
    units.install(Units("MW"))
    assert as_shown(parameter("power_budget_gw")).factor == 1000
    assert bounds_words(parameter("power_budget_gw")) == ("100", "30,000")
    assert default_text(parameter("power_budget_gw")) == "2,500"


def test_that_a_unit_behind_a_number_is_of_its_count_and_money_stands_before():
    months, years = parameter("horizon_months"), parameter("growth_half_life_years")
    assert [unit_behind(months, n) for n in (1, 0.5, 2)] == ["month", "months", "months"]
    assert [unit_behind(years, n) for n in (1, 2)] == ["year", "years"]
    assert unit_behind(parameter("power_budget_gw"), 1) == "GW facility"
    budget = parameter("investment_budget_bn_per_year")
    assert (before_unit(budget), before_unit(months)) == ("$", "")
    assert with_unit(budget, "10", "$bn/year") == "$10 bn/year"
    assert with_unit(parameter("active_params"), "100 bn", "parameters") == "100 bn parameters"
    assert with_unit(parameter("active_params"), "100", "parameters") == "100 parameters"


def test_that_a_default_is_said_as_it_is_set():
    assert default_text(parameter("power_budget_gw")) == "2.5"
    assert default_text(parameter("power_ready_month"), "2026-01") == "Jan 2028"
    assert default_text(parameter("events")) == "none"
    assert default_text(parameter("investment_budget_bn_per_year")) == "none"
    assert default_text(parameter("start")) == "Jan 2025"
    assert default_text(parameter("revenue_anchors")) == "Jan 2025 1 · Oct 2025 3.0671"
    assert default_text(parameter("supply_chips_per_year")) == (
        "Google TPU 130,000, AWS Trainium 330,000, NVIDIA GPU 34,000"
    )
    assert family_defaults(parameter("mix"), FAMILIES) == (
        "Google TPU 60%; AWS Trainium 22%; NVIDIA GPU 18%"
    )
    assert family_defaults(parameter("supply_chips_per_year"), FAMILIES) == (
        "Google TPU 130,000; AWS Trainium 330,000; NVIDIA GPU 34,000"
    )


def test_that_ranges_are_said_of_each_family_and_once_where_they_are_one():
    assert plausible_words(parameter("power_budget_gw")) == "2.125 to 2.875"
    assert plausible_words(parameter("power_ready_month"), "2026-01") == "Sep 2027 to May 2028"
    assert plausible_words(parameter("mix")).startswith("Google TPU 42% to 78%; AWS ")
    alike_ones = [
        row
        for row in PARAMETERS
        if row.per_family and row.has_range and len(set(row.default.values())) == 1
    ]
    for row in alike_ones:
        assert family_label("tpu") not in plausible_words(row) or ";" in plausible_words(row)
    assert bounds_words(parameter("power_ready_month"), "2026-01") == ("Feb 2026", "Jan 2036")
    assert bounds_words(parameter("mix")) == ("0", "100")


def test_that_the_tip_of_a_lever_has_its_range_with_its_unit_once():
    tip = tooltip(parameter("investment_budget_bn_per_year"))
    assert "Range: $1 to $300 bn/year<br>Default: none" in tip
    assert tooltip(parameter("events")).count("Range: <br>") == 1
    tip = tooltip(parameter("power_budget_gw"))
    assert "Range: 0.1 to 30 GW facility<br>Default: 2.5<br>Plausible, 10 to 90%: 2.125" in tip
    assert f"Grade {parameter('power_budget_gw').grade}: " in tip


# Moves


@pytest.mark.parametrize(
    ("key", "old", "new", "said"),
    [
        ("power_budget_gw", 2.5, 4.0, "2.5 → 4 GW"),
        ("power_budget_gw", 2.50001, 2.50002, "2.50001 → 2.50002 GW"),
        ("power_budget_gw", 1.234561, 1.234572, "1.23456 → 1.23457 GW"),
        ("power_budget_gw", 1.2346, 1.2347, "1.2346 → 1.2347 GW"),
        ("power_budget_gw", 2.5000000001, 2.5000000002, "2.5000000001 → 2.5000000002 GW"),
        ("wacc", 0.1, 0.101, "10% → 10.1% per year"),
        ("horizon_months", 96, 1, "96 → 1 month"),
        ("growth_half_life_years", 1.5, 2.0, "1.5 → 2 years"),
        ("electricity_usd_per_kwh", 0.07, 0.08, "0.07 → 0.08 $/kWh"),
        ("active_params", 1e11, 2e11, "100 bn → 200 bn parameters"),
        ("investment_budget_bn_per_year", 20.0, 10.0, "$20 → $10 bn/year"),
        ("investment_budget_bn_per_year", None, 10.0, "none → $10 bn/year"),
        ("investment_budget_bn_per_year", 10.0, None, "$10 bn/year → none"),
        ("rent_basis", "quoted", "cost", "quoted → cost"),
        ("power_ready_month", 24.0, 30.0, "Jan 2027 → Jul 2027"),
        ("power_ready_month", 24.0, 24.4, "0.4 months later"),
        ("power_ready_month", 24.4, 24.0, "0.4 months earlier"),
        ("power_ready_month", 24.0, 24.0501, "0.05 months later"),
        ("power_ready_month", 24.0, 24.0499, "hardly later"),
        ("power_ready_month", 24.0, 23.99, "hardly earlier"),
    ],
)
def test_that_a_lever_s_move_is_said_with_its_unit_where_there_is_a_number(key, old, new, said):
    assert moved(key, old, new) == said


def test_that_shares_that_went_from_one_to_another_are_points_and_named_among_others():
    mix = Scenario().mix

    def to(**shares: float):
        return Scenario().having(mix={**mix, **shares}).mix

    ten = to(tpu=0.7, trainium=0.12)
    assert moved("mix", mix, ten) == "10 points from Trainium to TPU"
    label = parameter("mix").label_text
    assert lever_words(parameter("mix"), mix, ten, named=True) == (
        f"{label}: 10 points from Trainium to TPU"
    )
    assert moved("mix", mix, to(tpu=0.61, gpu=0.17)) == "1 point from GPU to TPU"
    assert moved("mix", to(tpu=0.61, gpu=0.17), mix) == "1 point from TPU to GPU"
    supply = Scenario().supply_chips_per_year
    fewer = Scenario().having(supply_chips_per_year={**supply, "tpu": 1}).supply_chips_per_year
    assert moved("supply_chips_per_year", supply, fewer) == "(TPU 130,000 → 1 chips/year)"


# Lists and searches


def test_that_a_search_finds_rows_by_all_its_words_and_says_where():
    row = parameter("power_budget_gw")
    assert searched(row)[0] == row.label_text
    assert searched(row)[-1] == row.key
    assert matches(row, ["facility", "power"])
    assert not matches(row, ["facility", "xyzzy"])
    assert found_in(row, ["facility"]) == ""
    assert found_in(row, ["gw"]) == row.unit_text or "gw" in found_in(row, ["gw"]).lower()
    assert found_in(row, ["xyzzy"]) == ""
    assert folded("ÉlanI\u0130\u0131") == "elaniii"


def test_that_found_words_are_marked_the_longest_first_and_all_else_is_text():
    mark = '<b style="color:#123"><u>{}</u></b>'
    assert highlighted("a < b", [], "#123") == "a &lt; b"
    assert highlighted("", ["a"], "#123") == ""
    assert highlighted("Power & power", ["power"], "#123") == (
        f"{mark.format('Power')} &amp; {mark.format('power')}"
    )
    assert highlighted("powers", ["power", "powers"], "#123") == mark.format("powers")
    assert highlighted("x<y", ["<"], "#123") == f"x{mark.format('&lt;')}y"


def test_that_points_are_said_in_full_in_the_shown_currency():
    row = parameter("revenue_anchors")
    points = ((0, 1.0), (9, 3.0671))
    assert points_words(row, points, "2026-01") == "Jan 2026 1 · Oct 2026 3.0671"
    units.install(Units("GW", "EUR", 0.5))
    assert points_words(row, points, "2026-01") == "Jan 2026 0.5 · Oct 2026 1.53355"
    assert in_full("$bn", 1 / 3) == str(1 / 6)


def test_that_a_list_s_step_names_the_entry_that_came_went_or_changed():
    row = parameter("contracts")
    one = Contract("North", "gpu", 20, 18, 0.46, 0.8, 1.15, "A cloud", 72, 3, "press", "C")
    two, three = replace(one, name="South"), replace(one, name="")
    label = row.label_text
    assert list_change(row, [one], [two]) == f"{label}: South"
    assert list_change(row, [one], [one, two]) == f"{label}: South added"
    assert list_change(row, [one], [two, one]) == f"{label}: South added"
    assert list_change(row, [one, two], [two]) == f"{label}: North removed"
    assert list_change(row, [one, two], [one]) == f"{label}: South removed"
    assert list_change(row, [one, two], [two, one]) == label
    assert list_change(row, [], [one, two]) == label
    assert list_change(row, [one], [two, three]) == label
    added = list_change(row, [], [three])
    assert added == f"{label}: {row.schema.place(0)} added"


# Names


def test_that_a_name_is_one_line_and_short_in_its_middle():
    assert on_one_line(" a\n b\u00a0: c ") == "a b\u00a0: c"
    assert short("x" * 80) == "x" * 80
    assert short("a" * 41 + "b" * 40) == "a" * 40 + "…" + "b" * 39
    assert short("abcdef", 5) == "ab…ef"
    assert short("abcdef", 4) == "ab…f"
    assert short("a\u0007b") == "a b"


@pytest.mark.parametrize(
    ("name", "stem"),
    [
        ("A plan: 2/3", "A-plan-2-3"),
        ("..", "scenario"),
        ("con", "con-scenario"),
        ("LPT9", "LPT9-scenario"),
        ("LPT10", "LPT10"),
        ("_a_", "a"),
        ("x" * 90, "x" * 80),
        ("हिन्दी", "हिन्दी"),
    ],
)
def test_that_a_file_s_name_is_of_letters_digits_and_dashes(name, stem):
    assert file_stem(name) == stem


def test_that_names_alike_on_other_systems_are_one():
    assert alike("E\u0301tude") == alike("étude")
    assert alike("a") != alike("b")


def test_that_each_source_of_luck_has_its_words():
    assert list(SOURCES) == [
        *("growth", "efficiency", "prices", "slips", "grid", "outages", "recalls"),
    ]
    assert source_words("slips") == "Late generations"
