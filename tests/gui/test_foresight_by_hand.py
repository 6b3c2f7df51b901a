"""Curves of foresight by hand: how high they are, what they say, and which levers take turns."""

from __future__ import annotations

import math

import numpy as np
import pytest

from engine import Scenario
from engine.analysis.foresight import LeverCurve
from engine.analysis.variants import Lever
from gui.levers.foresight import (
    AT_ONCE,
    MEASURES,
    ForesightQuestion,
    ForesightWorker,
    Rounds,
    preview,
)
from gui.levers.staggered_previews import Arrivals
from gui.levers.track import Preview
from gui.words import units
from gui.words.units import Units

BY_KEY = {measure.key: measure for measure in MEASURES}
POWER = Lever("power_budget_gw")
SPAN = (1.0, 5.0)  # a place of it is a quarter of what is above one
SCENARIO = Scenario(power_budget_gw=3.0)


def seen(at: list[float], kpi: list[float], binds=(), measure="unit_cost", lever=POWER, **how):
    curve = LeverCurve(lever, np.array(at), np.array(kpi), np.array(binds))
    given = {"scenario": SCENARIO, "span": SPAN, **how}
    return preview(curve, given["scenario"], BY_KEY[measure], "Dec 2026", given["span"])


def test_that_places_are_along_the_track_that_is_shown():
    found = seen([1.0, 2.0, 3.0, 5.0], [1.0, 1.0, 1.0, 1.0])
    assert found.places == pytest.approx((0.0, 0.25, 0.5, 1.0))
    assert found.span == SPAN
    whole = seen([0.1, 30.0], [1.0, 1.0], span=None)
    assert whole.places == pytest.approx((0.0, 1.0))
    assert whole.span is None


def test_that_a_curve_is_as_high_as_its_effect_is_large_up_to_a_fifth_of_the_value():
    # the value is 1 where the lever stands, at three
    found = seen([1.0, 3.0, 5.0], [0.95, 1.0, 1.05])
    assert found.heights == pytest.approx((0.25, 0.5, 0.75))
    found = seen([1.0, 3.0, 5.0], [0.9, 1.0, 1.1])
    assert found.heights == pytest.approx((0.0, 0.5, 1.0))
    found = seen([1.0, 3.0, 5.0], [0.8, 1.0, 1.2])
    assert found.heights == pytest.approx((0.0, 0.5, 1.0))


def test_that_a_steep_end_is_cut_six_tenths_of_the_value_away():
    found = seen([1.0, 2.0, 3.0, 5.0], [0.7, 0.9, 1.0, 9.0])
    # from 0.7 up to 1.6
    assert found.heights == pytest.approx((0.0, 0.2 / 0.9, 0.3 / 0.9, 1.0))
    found = seen([1.0, 2.0, 3.0, 5.0], [-9.0, 0.9, 1.0, 1.3])
    # from 0.4 up to 1.3
    assert found.heights == pytest.approx((0.0, 0.5 / 0.9, 0.6 / 0.9, 1.0))


def test_that_a_value_of_nought_is_measured_by_the_largest_along_its_lever():
    found = seen([1.0, 3.0, 5.0], [4.0, 0.0, 0.0])
    # cut at 0.6 of four
    assert found.heights == pytest.approx((1.0, 0.0, 0.0))
    assert seen([1.0, 3.0, 5.0], [0.0, 0.0, 0.0]).heights == (0.5, 0.5, 0.5)


def test_that_a_thousandth_is_no_difference_and_the_best_begins_where_it_is_as_good():
    flat = seen([1.0, 3.0, 5.0], [1.0, 1.0, 1.0009])
    assert (flat.best, flat.words) == (
        None,
        "Unit cost in Dec 2026: $1.000 per PFLOP-hour wherever this lever stands.",
    )
    found = seen([1.0, 2.0, 3.0, 5.0], [1.5, 1.0008, 1.0, 1.0])
    assert found.best == found.places[1]
    assert found.words.endswith("; lowest at 2 GW facility.")
    more = seen([1.0, 2.0, 3.0, 5.0], [500.0, 999.5, 1000.0, 1000.0], measure="capacity")
    assert more.best == more.places[1]
    assert more.words == (
        "Capacity in Dec 2026: 500 EFLOP/s to 1,000 EFLOP/s along this lever; "
        "highest at 2 GW facility."
    )


@pytest.mark.parametrize(
    ("measure", "kpi", "said"),
    [
        ("unit_cost", [2.0, 1.0], "$1.000 per PFLOP-hour to $2.000 per PFLOP-hour"),
        ("power", [2.0, 1.0], "Facility power in Dec 2026: 1.00 GW to 2.00 GW"),
        ("unserved", [2.0, 1.0], "Unserved revenue so far in Dec 2026: $1.0 bn to $2.0 bn"),
        ("committed", [2.0, 1.0], "Commitment so far in Dec 2026: $1.0 bn to $2.0 bn"),
    ],
)
def test_that_each_measure_is_said_with_its_unit(measure, kpi, said):
    assert said in seen([1.0, 5.0], kpi, measure=measure).words


def test_that_what_is_so_far_is_summed_from_the_first_month_and_the_rest_of_the_month():
    for key, how, first in (
        ("unit_cost", "at", 7),
        ("capacity", "at", 7),
        ("power", "at", 7),
        ("unserved", "total", 0),
        ("committed", "total", 0),
    ):
        kpi = BY_KEY[key].kpi(7)
        assert (kpi.how, kpi.first, kpi.last) == (how, first, 7)


@pytest.mark.parametrize(
    ("lever", "at", "scenario", "said"),
    [
        (Lever("mix", "tpu"), (0.2, 0.4), Scenario(), "lowest at 40%."),
        (Lever("power_ready_month"), (12.0, 24.0), Scenario(), "lowest at Jan 2027."),
        (Lever("active_params"), (1e11, 2e11), Scenario(), "lowest at 200 bn parameters."),
        (
            Lever("supply_chips_per_year", "gpu"),
            (1.0, 12_345.0),
            Scenario(),
            "at 12,345 chips/year.",
        ),
        (Lever("supply_chips_per_year", "gpu"), (1.0, 9_999.0), Scenario(), "at 9,999 chips/year."),
        (
            Lever("investment_budget_bn_per_year"),
            (10.0, 20.0),
            Scenario(investment_budget_bn_per_year=10.0),
            "lowest at $20 bn/year.",
        ),
    ],
)
def test_that_a_place_is_said_in_the_words_of_its_lever(lever, at, scenario, said):
    span = lever.bounds
    assert seen(list(at), [2.0, 1.0], lever=lever, scenario=scenario, span=span).words.endswith(
        said
    )


def test_that_what_binds_is_told_from_the_first_place_on_and_marked_between_two():
    found = seen([1.0, 2.0, 3.0, 5.0], [4.0, 3.0, 2.0, 1.0], [3, 3, 1, 0])
    assert found.words.endswith(
        " What binds: power, supply from 3 GW facility, no limit from 5 GW facility."
    )
    assert found.limits == (0.375, 0.75)
    alone = seen([1.0, 2.0, 3.0, 5.0], [4.0, 3.0, 2.0, 1.0], [1, 1, 1, 1])
    assert "What binds" not in alone.words
    assert alone.limits == ()


def test_that_words_are_in_the_units_that_are_shown():
    units.install(Units("MW", "EUR", 0.5))
    found = seen([1.0, 2.0], [2.0, 1.0])
    assert found.words.endswith(
        "€1.000 per PFLOP-hour along this lever; lowest at 2,000 MW facility."
    )


# Rounds


def question(*keys: str) -> ForesightQuestion:
    return ForesightQuestion(SCENARIO, tuple(map(Lever, keys)), MEASURES[0], 5)


def test_that_under_a_hand_a_few_levers_take_turns_and_the_others_follow_at_rest():
    rounds = Rounds()
    keys = [
        *("power_budget_gw", "wacc", "revenue_growth", "active_params", "reserve_margin"),
        "draws",
    ]
    asked = question(*keys)
    assert rounds.part(asked).levers == asked.levers
    rounds.moving = True
    first = rounds.part(asked)
    assert len(first.levers) == AT_ONCE == 4
    assert not rounds.moving
    rounds.moving = True
    second = rounds.part(asked)
    # those that have waited longest come first
    assert [lever.row.key for lever in second.levers[:2]] == keys[4:]
    rest = rounds.rest(asked, first, {})
    assert rest is not None
    assert [lever.row.key for lever in rest.levers] == keys[4:]
    assert rounds.rest(asked, asked, {}) is None
    assert not rounds.stops(asked)


def test_that_an_answer_stands_for_another_plan_but_not_for_other_words():
    rounds = Rounds()
    asked = question("wacc")
    other = ForesightQuestion(Scenario(wacc=0.2), asked.levers, MEASURES[0], 5)
    assert rounds.serves(asked, other)
    assert not rounds.serves(asked, ForesightQuestion(SCENARIO, asked.levers, MEASURES[1], 5))
    assert not rounds.serves(asked, ForesightQuestion(SCENARIO, asked.levers, MEASURES[0], 6))
    units.install(Units("MW"))
    assert not rounds.serves(asked, question("wacc"))


def test_that_an_answer_in_other_units_is_not_delivered(qtbot):
    worker = ForesightWorker()
    found = []
    worker.answered.connect(found.append)
    asked = question("wacc")
    worker._deliver(asked, {"a": 1})
    assert found == [{"a": 1}]
    units.install(Units("MW"))
    worker._deliver(asked, {"a": 2})
    assert found == [{"a": 1}]
    worker.stop()


# Curves that have come


class Line:
    def __init__(self) -> None:
        self.slider = self
        self.preview = None

    def show_preview(self, shown: Preview) -> None:
        self.preview = shown


def test_that_curves_that_come_are_shown_four_with_a_frame_and_the_newest_of_each(qtbot):
    arrivals = Arrivals()
    lines = [Line() for _ in range(6)]
    old, new = Preview((0.0,), (0.0,)), Preview((0.0,), (1.0,))
    arrivals.bring(dict.fromkeys(lines, old))
    arrivals.bring({lines[0]: new})
    assert [line.preview for line in lines] == [None] * 6
    arrivals.show_some()
    assert [line.preview for line in lines] == [new, old, old, old, None, None]
    arrivals.show_some()
    assert lines[5].preview is old
    arrivals.bring({lines[1]: old})  # as it is shown
    assert arrivals._waiting == {}
    arrivals.bring({lines[1]: new, lines[2]: new})
    qtbot.waitUntil(lambda: lines[2].preview is new)  # no frame comes
    arrivals.bring({lines[3]: new})
    arrivals.forget()
    assert not arrivals._timer.isActive()
    arrivals.show_all()
    assert lines[3].preview is old
    assert math.isnan(Preview((), ()).height_at(0.5))
