"""The measures of a mix, of numbers worked by hand: of a month, of several, of nothing."""

from __future__ import annotations

import math

import numpy as np
import pytest

from engine import Scenario
from gui.pages.mix.measures import CHANCE, MEASURES, UNIT_COST, UNSERVED, Period, Reading
from tests.gui.made_results import made

BY_KEY = {measure.key: measure for measure in (*MEASURES, UNSERVED)}
SECOND, LATER = Period(1, 1, True), Period(1, 3, False)
COLUMNS = {
    "usd_per_pflop_hour": [9.0, 2.0, 4.0, 8.0, *[1.0] * 8],
    "capacity_eflops": [5.0, 10.0, 20.0, 10.0, *[0.0] * 8],
    "demand_eflops": [10.0, 20.0, 20.0, 10.0, *[0.0] * 8],
    "served_eflops": [5.0, 10.0, 20.0, 10.0, *[0.0] * 8],
    "shortfall_eflops": [5.0, 10.0, 0.0, 0.0, *[0.0] * 8],
    "commitment_bn": [1.0, 2.0, 4.0, 8.0, *[16.0] * 8],
    "unserved_revenue_bn": [1.0, 3.0, 5.0, 7.0, *[0.0] * 8],
}


def result(tolerance: float = 0.01):
    scenario = Scenario(start="2026-01", horizon_months=12, shortfall_tolerance=tolerance)
    return made(scenario, **COLUMNS)


@pytest.mark.parametrize(
    ("key", "period", "value"),
    [
        ("unit_cost", SECOND, 2.0),
        ("unit_cost", LATER, (20 + 80 + 80) / 40),  # all that is paid for all there is
        ("served", SECOND, 0.5),
        ("served", LATER, 0.8),
        ("unserved", LATER, 0.2),
        ("commitment", SECOND, 3.0),  # from the first month on
        ("commitment", LATER, 15.0),
        ("unserved_revenue", SECOND, 3.0),
        ("unserved_revenue", LATER, 15.0),
        ("chance", SECOND, 1.0),
        ("chance", LATER, 1.0),  # short in one of them
        ("chance", Period(2, 3, False), 0.0),
    ],
)
def test_that_a_measure_is_of_its_months(key, period, value):
    assert BY_KEY[key].of_result(result(), period) == pytest.approx(value)


def test_that_without_capacity_there_is_no_unit_cost_and_without_demand_all_is_served():
    nothing = Period(5, 6, False)
    assert math.isnan(UNIT_COST.of_result(result(), nothing))
    assert BY_KEY["served"].of_result(result(), nothing) == 1.0
    assert UNSERVED.of_result(result(), nothing) == 0.0
    # a month of none among others costs nothing
    undefined = {**COLUMNS, "usd_per_pflop_hour": [9.0, 2.0, 4.0, 8.0, *[math.nan] * 8]}
    scenario = Scenario(start="2026-01", horizon_months=12)
    assert UNIT_COST.of_result(made(scenario, **undefined), Period(2, 6, False)) == 160 / 30


def test_that_what_is_tolerated_is_no_shortfall():
    assert CHANCE.of_result(result(0.4), SECOND) == 1.0
    assert CHANCE.of_result(result(0.5), SECOND) == 0.0


def test_that_a_measure_says_its_number_its_words_and_its_clause():
    assert (UNIT_COST.number(2.0), UNIT_COST.number(math.nan)) == ("$2.000", "undefined")
    assert (UNIT_COST.words(2.0), UNIT_COST.words(math.nan)) == (
        "$2.000 per PFLOP-hour",
        "undefined",
    )
    assert UNIT_COST.clause(2.0) == "a PFLOP-hour costs $2.000"
    assert UNSERVED.words(0.1234) == "12.34% of demand unserved"
    assert UNSERVED.clause(0.1234) == "12.34% of demand goes unserved"
    assert UNSERVED.help_text == ""
    assert BY_KEY["unserved_revenue"].number(0.0) == "$0"
    assert BY_KEY["unserved_revenue"].number(0.5) == "$500 m"


@pytest.mark.parametrize(
    ("key", "value", "other", "in_percent", "said"),
    [
        ("unit_cost", 2.5, 2.0, False, "$0.500 more"),
        ("unit_cost", 2.0, 2.5, True, "$0.500 (20.0%) less"),
        ("unit_cost", 2.5, 2.0, True, "$0.500 (25.0%) more"),
        ("unit_cost", 2.0, 2.0, True, ""),
        ("unit_cost", math.nan, 2.0, True, "undefined"),
        ("served", 0.9, 0.8, False, "10.0 points more"),
        ("served", 0.8, 0.9, False, "10.0 points less"),
        ("served", 0.8, 0.8 + 1e-13, False, ""),
        ("commitment", 3.0, 1.0, False, "$2.0 bn more"),
    ],
)
def test_that_a_difference_is_said_with_its_way(key, value, other, in_percent, said):
    assert BY_KEY[key].difference(value, other, in_percent=in_percent) == said


def test_that_only_chances_need_worlds_and_only_costs_run_from_the_start():
    assert [key for key, measure in BY_KEY.items() if measure.drawn] == ["chance"]
    assert [key for key, measure in BY_KEY.items() if measure.running] == ["commitment"]
    assert [key for key, measure in BY_KEY.items() if not measure.lower_is_better] == ["served"]
    shares = {key for key, measure in BY_KEY.items() if measure.share}
    assert shares == {"served", "chance", "unserved"}


def test_that_a_reading_for_the_engine_has_the_months_and_what_is_tolerated():
    scenario = Scenario(start="2026-01", horizon_months=12, shortfall_tolerance=0.25)
    reading = Reading.make(UNIT_COST, LATER, scenario)
    assert (reading.first, reading.last, reading.tolerance) == (1, 3, 0.25)
    assert (reading.measure, reading.period) == (UNIT_COST, LATER)
    reading.check(scenario)
    with pytest.raises(ValueError, match="month"):
        Reading.make(UNIT_COST, Period(0, 12, False), scenario).check(scenario)
    asked = UNIT_COST.rests_on(LATER, scenario)
    assert [kpi.column for kpi in asked] == ["unit_cost"]
    assert [kpi.first for kpi in CHANCE.rests_on(LATER, scenario)] == [3, 3]
    assert np.isfinite(reading.tolerance)
