"""A lever's places, steps and curve, of numbers worked by hand."""

from __future__ import annotations

import math

import numpy as np
import pytest

from engine import Scenario, parameter
from engine.analysis.foresight import LeverCurve
from engine.analysis.variants import Lever
from gui.levers.foresight import MEASURES, preview
from gui.levers.track import Preview, place_of, x_of
from gui.widgets.slider_scale import Mapping, decimals, nearest_shares, share_out, whole_shares

LINEAR = Mapping(1.0, 5.0, 0.5, log=False, whole=False)
LOG = Mapping(1.0, 10_000.0, 1.0, log=True, whole=False)
WHOLE = Mapping(0.0, 100.0, 1.0, log=False, whole=True)


def test_that_places_and_positions_are_counted_from_the_lower_bound():
    assert (LINEAR.positions, LOG.positions) == (8, 600)
    assert Mapping(0.0, 1.0, 1e-4, log=False, whole=False).positions == 2000
    assert [LINEAR.place(x) for x in (0, 1, 2, 5, 6)] == [0, 0, 0.25, 1, 1]
    assert [LINEAR.value(n) for n in (0, 1, 8)] == [1.0, 1.5, 5.0]
    assert [LINEAR.position(x) for x in (1.2, 1.3)] == [0, 1]
    assert [LOG.place(x) for x in (1, 100, 10_000)] == pytest.approx([0, 0.5, 1])
    assert LOG.at(0.5) == 100.0


def test_that_a_step_is_the_row_s_and_on_a_logarithm_a_percent():
    assert [LINEAR.moved(2.0, n) for n in (1, -1, 0.1, 10, -10)] == [2.5, 1.5, 2.05, 5.0, 1.0]
    assert [LOG.moved(200.0, n) for n in (1, 10, 0.1)] == [202.0, 220.0, 200.2]
    assert LOG.moved(202.0, -1) == 200.0
    assert [WHOLE.moved(7.0, n) for n in (1, 0.1, -0.1)] == [8.0, 8.0, 6.0]
    assert LINEAR.paged(3.0, 1) == 3.5
    assert LINEAR.at(0.03, fine=True) == 1.1


def test_that_as_many_digits_are_shown_as_step_and_value_have():
    found = [decimals(*pair) for pair in ((1, 3), (0.5, 3), (1, 3.25), (0.01, 1 / 3))]
    assert found == [0, 1, 2, 6]


def test_that_the_largest_remainders_take_what_is_left():
    assert whole_shares({"a": 1, "b": 1, "c": 1}) == {"a": 3334, "b": 3333, "c": 3333}
    assert whole_shares({"a": 2, "b": 1}) == {"a": 6667, "b": 3333}


def test_that_others_give_and_take_in_proportion_and_locked_ones_stay():
    mix = {"a": 0.5, "b": 0.3, "c": 0.2}
    assert share_out(mix, "a", 0.75) == {"a": 0.75, "b": 0.15, "c": 0.1}
    assert share_out(mix, "a", 0.6, ["b"]) == {"a": 0.6, "b": 0.3, "c": 0.1}
    assert share_out(mix, "a", 0.9, ["b"]) == {"a": 0.7, "b": 0.3, "c": 0.0}
    assert share_out(mix, "a", 0.6, ["a"]) == share_out(mix, "a", 0.6, ["b", "c"]) == mix
    assert share_out({"a": 1.0, "b": 0.0, "c": 0.0}, "a", 0.5) == {"a": 0.5, "b": 0.25, "c": 0.25}
    assert share_out({"a": 0.4}, "a", 0.1) == {"a": 1.0}
    assert nearest_shares({"a": 1.2, "b": 0.2, "c": -0.4}, mix) == {"a": 1.0, "b": 0.0, "c": 0.0}
    assert nearest_shares({"a": 0.6, "b": 0.3, "c": 0.3}, mix, ["c"]) == {
        "a": 0.55,
        "b": 0.25,
        "c": 0.2,
    }


def test_that_the_track_stands_eight_pixels_from_either_edge():
    assert [x_of(place, 116) for place in (0, 0.5, 1)] == [8, 58, 108]
    assert [place_of(x, 116) for x in (8, 58, 108, 118)] == [0, 0.5, 1, 1.1]


def test_that_a_curve_is_read_between_its_points_and_nowhere_else():
    curve = Preview((0.0, 0.5, 1.0), (0.0, 1.0, 0.5))
    assert [curve.height_at(x) for x in (0, 0.25, 0.5, 0.75, 1)] == [0, 0.5, 1, 0.75, 0.5]
    assert math.isnan(curve.height_at(1.1))
    assert math.isnan(curve.height_at(-0.1))


# Foresight: power from 1 to 4 GW, where 2.5 stand now


def seen(kpi: list[float], binds: list[int], measure: int = 0) -> Preview:
    lever, at = Lever("power_budget_gw"), np.array([1.0, 2.0, 3.0, 4.0])
    curve = LeverCurve(lever, at, np.array(kpi), np.array(binds))
    return preview(curve, Scenario(power_budget_gw=2.5), MEASURES[measure], "Dec 2026")


def test_that_a_curve_says_its_ends_its_best_place_and_what_binds():
    row = parameter("power_budget_gw")
    found = seen([0.8, 0.5, 0.5, 0.6], [3, 3, 0, 0])
    assert found.words.startswith(
        "Unit cost in Dec 2026: $0.500 per PFLOP-hour to $0.800 per PFLOP-hour along this lever; "
        "lowest at 2 GW facility. What binds: "
    )
    assert found.words.endswith("no limit from 3 GW facility.")
    places = [Mapping.of(row).place(x) for x in (1, 2, 3, 4)]
    assert found.places == pytest.approx(places, abs=1e-3)
    assert found.best == found.places[1]
    assert found.limits == ((found.places[1] + found.places[2]) / 2,)


def test_that_more_capacity_is_better_and_its_best_place_is_the_highest():
    found = seen([800.0, 1000.0, 1000.0, 999.5], [], 1)
    assert found.words == (
        "Capacity in Dec 2026: 800 EFLOP/s to 1,000 EFLOP/s along this lever; "
        "highest at 2 GW facility."
    )
    assert found.best == found.places[1]


def test_that_a_flat_curve_has_no_best_place_and_an_undefined_one_no_words_of_it():
    flat = seen([1000.0, 1000.5, 1000.0, 1000.0], [], 1)
    assert flat.best is None
    assert flat.words.startswith("Capacity in Dec 2026: 1,000 EFLOP/s wherever this lever stands.")
    nowhere = seen([math.nan] * 4, [])
    assert (nowhere.words, nowhere.best) == ("Undefined here", None)


def test_that_an_undefined_place_takes_the_median_of_the_others_for_now():
    found = seen([10.0, math.nan, 1.0, 2.0], [])
    # from the median, 2, six tenths either way are shown: 1 to 3.2
    assert found.heights[0] == 1.0
    assert math.isnan(found.heights[1])
    assert found.heights[2:] == pytest.approx([0.0, 1.0 / 2.2])
