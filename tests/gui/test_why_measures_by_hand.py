"""Numbers that can be explained: what each comes to over some months, of figures made by hand."""

from __future__ import annotations

import math

import numpy as np
import pytest

from engine import Scenario
from gui.pages.why.measures import (
    OTHERS,
    RISK,
    SERVED,
    WhyPeriod,
    label,
    measures,
    short,
    sought,
)

PLAN = Scenario().having(start="2026-01", horizon_months=24)
FAMILIES = PLAN.families
BY_KEY = {measure.key: measure for measure in sought(FAMILIES)}
SPAN = WhyPeriod(1, 2)


class Run(dict):
    """Four months: of the last nothing is wanted, and of the first there is no capacity."""

    def __init__(self) -> None:
        lines = {
            "demand_eflops": [10, 20, 40, 0],
            "served_eflops": [10, 15, 20, 0],
            "shortfall_eflops": [0, 5, 20, 0],
            "capacity_eflops": [0, 10, 30, 40],
            "usd_per_pflop_hour": [math.nan, 2, 1, 1],
            "facility_power_gw": [1, 2, 4, 8],
            "unserved_revenue_bn": [1, 2, 3, 4],
            "economic_cost_bn": [10, 20, 30, 40],
            "cash_cost_bn": [5, 6, 7, 8],
            "commitment_bn": [1, 0, 2, 4],
            "chips_alive_tpu": [100, 200, 400, 800],
        }
        super().__init__({key: np.array(line, float) for key, line in lines.items()})


RUN = Run()


@pytest.mark.parametrize(
    ("key", "month", "span"),
    [
        ("served", 0.75, 35 / 60),  # of all that is wanted, and no mean of shares
        ("unserved_revenue", 2, 5),
        ("capacity", 10, 20),
        ("power", 2, 3),
        ("unit_cost", 2, 50 / 40),  # all the cost over all the capacity
        ("economic_cost", 20, 50),
        ("cash_cost", 6, 13),
        ("committed", 1, 3),  # all there was until then
        ("chips", 200, 300),
        ("risk", 5, 20),
    ],
)
def test_that_a_number_is_a_sum_a_mean_or_of_the_last_month_as_it_must_be(key, month, span):
    measure = BY_KEY[key]
    assert measure.of(RUN, WhyPeriod(1, 1)) == pytest.approx(month)
    assert measure.of(RUN, SPAN) == pytest.approx(span)


def test_that_of_nothing_all_is_served_and_nothing_has_no_unit_cost():
    assert SERVED.of(RUN, WhyPeriod(3, 3)) == 1
    assert SERVED.monthly(RUN.__getitem__).tolist() == [1, 0.75, 0.5, 1]
    assert math.isnan(BY_KEY["unit_cost"].of(RUN, WhyPeriod(0, 0)))
    assert BY_KEY["unit_cost"].of(RUN, WhyPeriod(0, 1)) == 2


def test_that_a_plan_is_short_where_more_than_is_tolerated_goes_unserved():
    strict, lax = short(0.2), short(0.3)
    assert strict.monthly(RUN.__getitem__).tolist() == [0, 1, 1, 0]
    assert lax.monthly(RUN.__getitem__).tolist() == [0, 0, 1, 0]
    periods = (WhyPeriod(0, 0), WhyPeriod(0, 1), WhyPeriod(1, 2), WhyPeriod(3, 3))
    assert [lax.of(RUN, period) for period in periods] == [0, 0, 1, 0]
    assert [strict.of(RUN, period) for period in periods] == [0, 1, 1, 0]
    assert strict.lower_is_better


def test_that_a_number_says_of_which_months_it_is():
    one = WhyPeriod(2, 2)
    assert one.words(PLAN) == "in Mar 2026"
    assert SPAN.words(PLAN) == "from Feb 2026 to Mar 2026"
    said = {
        "served": "from Feb 2026 to Mar 2026",
        "unserved_revenue": "from Feb 2026 to Mar 2026",
        "capacity": "on average from Feb 2026 to Mar 2026",
        "power": "on average from Feb 2026 to Mar 2026",
        "unit_cost": "from Feb 2026 to Mar 2026",
        "committed": "in Mar 2026",
        "chips": "on average from Feb 2026 to Mar 2026",
        "risk": "in Mar 2026",
    }
    assert {key: BY_KEY[key].when(SPAN, PLAN) for key in said} == said
    assert {BY_KEY[key].when(one, PLAN) for key in said} == {"in Mar 2026"}


def test_that_a_period_is_the_month_or_all_that_can_still_be_touched():
    assert WhyPeriod.of(PLAN, 5, whole=False) == WhyPeriod(5, 5)
    assert WhyPeriod.of(PLAN, 99, whole=False) == WhyPeriod(23, 23)
    assert WhyPeriod.of(PLAN, -1, whole=False) == WhyPeriod(0, 0)
    whole = WhyPeriod.of(PLAN, 5, whole=True)
    assert (whole.first, whole.last) == (min(PLAN.as_of + 1, 23), 23)
    kpi = BY_KEY["power"].kpi(SPAN)
    assert (kpi.first, kpi.last, kpi.month, kpi.measure) == (1, 2, 2, BY_KEY["power"])


def test_that_each_number_has_its_name_its_tile_and_its_better_side():
    found = {one.key: (one.tile, one.lower_is_better, one.share) for one in sought(FAMILIES)}
    assert found == {
        "served": ("served", False, True),
        "unserved_revenue": ("", True, False),
        "capacity": ("capacity", False, False),
        "power": ("power", False, False),
        "unit_cost": ("unit_cost", True, False),
        "economic_cost": ("", True, False),
        "cash_cost": ("", True, False),
        "committed": ("committed", True, False),
        "chips": ("lead", False, False),
        "risk": ("risk", True, True),
    }
    assert [one.key for one in measures(FAMILIES)] == list(found)[:-1]
    assert RISK.of_worlds
    assert not any(one.of_worlds for one in (SERVED, *OTHERS))
    assert label(BY_KEY["chips"], FAMILIES) == "Google TPU chips"
    assert label(SERVED, FAMILIES) == "Demand served"


def test_that_values_have_their_units_and_shares_are_apart_by_points():
    words = {
        "served": "75.0%",
        "capacity": "10 EFLOP/s",
        "power": "2.00 GW",
        "economic_cost": "$20.0 bn",
    }
    runs = {key: BY_KEY[key].of(RUN, WhyPeriod(1, 1)) for key in words}
    assert {key: BY_KEY[key].words(value) for key, value in runs.items()} == words
    assert BY_KEY["economic_cost"].words(0.0) == "$0"
    assert BY_KEY["economic_cost"].change_words(-2.0) == "−$2.0 bn"
    assert "point" in SERVED.change_words(0.25)
    assert SERVED.change_words(math.nan) == SERVED.words(math.nan)
