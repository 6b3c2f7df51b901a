"""Between values and places on a slider, and shares that sum to one, worked out by hand."""

from __future__ import annotations

import pytest

from gui.widgets.slider_scale import (
    Mapping,
    decimals,
    nearest_shares,
    share_out,
    whole_shares,
)

EVEN = Mapping(0, 10, 1, log=False, whole=False)
FACTORS = Mapping(1, 1000, 1, log=True, whole=False)


def test_that_a_track_over_a_part_keeps_what_is_allowed():
    part = Mapping(0, 100, 1, log=False, whole=False).over(20, 40, 2)
    assert (part.low, part.high, part.step, part.allowed) == (20, 40, 2, (0, 100))
    assert part.positions == 10
    assert (part.position(30), part.value(5)) == (5, 30)
    assert part.moved(40, 3) == 46  # beyond the track
    assert part.moved(99, 3) == 100
    assert part.over(20, 40, 2, grain=0.5).positions == 40
    assert EVEN.allowed == (0, 10)


def test_that_positions_are_as_many_as_steps_within_bounds():
    assert EVEN.positions == 10
    assert Mapping(0, 0.1, 1, log=False, whole=False).positions == 1
    assert Mapping(0, 1e6, 1, log=False, whole=False).positions == 2000
    assert FACTORS.positions == 600


def test_that_a_place_gives_a_round_value_and_a_fine_one_a_tenth_of_a_step():
    assert (EVEN.at(0.333), EVEN.at(0.333, fine=True)) == (3, 3.3)
    assert (EVEN.at(-1), EVEN.at(2)) == (0, 10)
    half = Mapping(0.5, 10.5, 1, log=False, whole=False)
    assert half.at(0.33) == 3.5  # steps count from the lowest
    whole = Mapping(0, 10, 1, log=False, whole=True)
    assert whole.at(0.333, fine=True) == 3


def test_that_factors_have_three_digits_and_fine_ones_four():
    # the root of a thousand is 31.6228
    assert (FACTORS.at(0.5), FACTORS.at(0.5, fine=True)) == (31.6, 31.62)
    assert FACTORS.place(31.6227766) == pytest.approx(0.5)
    assert (FACTORS.place(0.1), FACTORS.place(1e6)) == (0, 1)
    third = Mapping(1 / 3, 300, 1, log=True, whole=False)
    assert third.at(0.5) == 10  # counted from nothing, and not from the lowest


def test_that_a_step_of_factors_is_a_percent_in_three_digits_and_a_tenth_in_four():
    assert FACTORS.moved(123.456, 1) == 125  # 124.69
    assert FACTORS.moved(123.456, -1) == 122  # 122.23
    assert FACTORS.moved(123.456, 0.1) == 123.6  # 123.579
    assert FACTORS.moved(123.456, 10) == 136  # 135.8
    assert FACTORS.moved(995, 10) == 1000
    assert FACTORS.moved(1.01, -10) == 1


def test_that_a_whole_number_always_moves():
    whole = Mapping(0, 100, 5, log=False, whole=True)
    assert (whole.moved(20, 1), whole.moved(20, -1)) == (25, 15)
    assert whole.moved(20, 0.02) == 21
    assert whole.moved(20, -0.02) == 19
    assert whole.moved(0, -0.02) == 0


def test_that_a_page_is_a_tenth_of_the_track():
    assert (EVEN.paged(3, 1), EVEN.paged(3, -2), EVEN.paged(9.9, 1)) == (4, 1, 10)
    assert FACTORS.paged(1, 10 / 3) == 10


def test_that_digits_show_both_the_step_and_the_value():
    assert decimals(1, 3) == 0
    assert decimals(0.5, 3) == 1
    assert decimals(1, 3.25) == 2
    assert decimals(1, 1 / 3) == 6
    assert decimals(1, 1e9 + 0.4) == 0  # less than a billionth of it


def test_that_whole_shares_sum_to_a_hundred_percent():
    assert whole_shares({"a": 1, "b": 1, "c": 1}) == {"a": 3334, "b": 3333, "c": 3333}
    assert whole_shares({"a": 3, "b": 1}) == {"a": 7500, "b": 2500}


SHARES = {"tpu": 0.5, "trainium": 0.3, "gpu": 0.2}


def test_that_the_others_keep_their_proportion():
    assert share_out(SHARES, "tpu", 0.75) == {"tpu": 0.75, "trainium": 0.15, "gpu": 0.1}
    assert share_out(SHARES, "tpu", 2) == {"tpu": 1, "trainium": 0, "gpu": 0}
    assert share_out(SHARES, "tpu", -1) == {"tpu": 0, "trainium": 0.6, "gpu": 0.4}
    assert share_out({"tpu": 1, "trainium": 0, "gpu": 0}, "tpu", 0.5) == {
        "tpu": 0.5,
        "trainium": 0.25,
        "gpu": 0.25,
    }
    assert share_out({"tpu": 1}, "tpu", 0.5) == {"tpu": 1}


def test_that_what_is_locked_stays_to_its_last_digit():
    assert share_out(SHARES, "tpu", 0.75, ["gpu"]) == {"tpu": 0.75, "trainium": 0.05, "gpu": 0.2}
    assert share_out(SHARES, "tpu", 0.95, ["gpu"])["tpu"] == 0.8
    assert share_out(SHARES, "tpu", 0.75, ["tpu"]) == SHARES
    assert share_out(SHARES, "tpu", 0.75, ["trainium", "gpu"]) == SHARES
    odd = {"tpu": 0.5, "trainium": 0.376544, "gpu": 0.123456}
    found = share_out(odd, "tpu", 0.6, ["gpu"])
    assert (found["tpu"], found["gpu"]) == (0.6, 0.123456)
    assert found["trainium"] == pytest.approx(0.276544, abs=1e-12)


def test_that_the_nearest_shares_lie_inside():
    assert nearest_shares({"tpu": 0.5, "trainium": 0.3, "gpu": 0.2}, SHARES) == SHARES
    far = nearest_shares({"tpu": 1.5, "trainium": 0.3, "gpu": -0.8}, SHARES)
    assert far == {"tpu": 1, "trainium": 0, "gpu": 0}
    # each of two gives half of what is too much
    near = nearest_shares({"tpu": 0.7, "trainium": 0.5, "gpu": -0.2}, SHARES)
    assert near == {"tpu": 0.6, "trainium": 0.4, "gpu": 0}
    locked = nearest_shares({"tpu": 0.7, "trainium": 0.5, "gpu": 0}, SHARES, ["gpu"])
    assert locked == {"tpu": 0.5, "trainium": 0.3, "gpu": 0.2}
    assert nearest_shares({"tpu": 0.7}, SHARES, ["gpu", "trainium"]) == SHARES
