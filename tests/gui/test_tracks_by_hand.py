"""Round spans, units and steps of tracks, each by hand, of rows made for it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from engine import parameter
from gui.levers import soft_range as soft
from gui.levers.soft_range import fine_step, stretched

PLAIN = replace(parameter("power_budget_gw"), low=0.0, high=100.0, step=1.0, default=5.0)
LOG = replace(parameter("active_params"), low=1.0, high=1e6, step=1.0)
WHOLE = replace(parameter("draws"), low=0, high=1000, step=1, scale="linear")
MONTHS = replace(parameter("horizon_months"), low=0, high=600, step=1)


@pytest.mark.parametrize(
    ("length", "step"),
    [(40.0, 1.0), (39.9, 0.2), (8.0, 0.2), (7.9, 0.1), (4.0, 0.1), (3.9, 0.02), (0.3, 0.01)],
)
def test_that_a_track_of_few_steps_has_finer_ones(length, step):
    assert fine_step(PLAIN, (10.0, 10.0 + length)) == pytest.approx(step)


def test_that_a_drag_has_more_places_and_whole_numbers_and_logarithms_their_own_step():
    assert fine_step(PLAIN, (0.0, 150.0), soft.DRAGGED) == 1.0
    assert fine_step(PLAIN, (0.0, 149.0), soft.DRAGGED) == 0.2
    assert fine_step(WHOLE, (0.0, 2.0)) == 1
    assert fine_step(MONTHS, (0.0, 2.0)) == 1
    assert fine_step(LOG, (1.0, 2.0)) == 1.0


@pytest.mark.parametrize(
    ("value", "below"),
    [
        *((1.0, 1.0), (1.99, 1.0), (2.0, 2.0), (4.99, 2.0), (5.0, 5.0), (9.99, 5.0), (10.0, 10.0)),
        *((0.5, 0.5), (0.49, 0.2), (0.1, 0.1), (0.099, 0.05), (3e9, 2e9)),
    ],
)
def test_that_a_round_number_is_a_one_a_two_or_a_five_that_is_no_larger(value, below):
    assert soft._round_below(value) == pytest.approx(below)


@pytest.mark.parametrize(
    ("row", "length", "unit"),
    [
        (PLAIN, 10.0, 2.0),
        (PLAIN, 9.9, 1.0),
        (PLAIN, 100.0, 20.0),
        (PLAIN, 0.01, 0.01),  # no less than a hundredth of a step
        (WHOLE, 100.0, 20.0),
        (WHOLE, 12.0, 2.0),
        (WHOLE, 3.0, 1.0),
        (MONTHS, 60.0, 12),
        (MONTHS, 59.0, 6),
        (MONTHS, 30.0, 6),
        (MONTHS, 15.0, 3),
        (MONTHS, 10.0, 2),
        (MONTHS, 9.0, 1),
        (MONTHS, 1.0, 1),
    ],
)
def test_that_a_track_is_about_five_round_units_long(row, length, unit):
    assert soft._unit(row, length) == pytest.approx(unit)


@pytest.mark.parametrize(
    ("row", "span", "rounded"),
    [
        (PLAIN, (1.3, 8.7), (1.0, 9.0)),
        (PLAIN, (1.0, 9.0), (1.0, 9.0)),
        (PLAIN, (-5.0, 8.7), (0.0, 9.0)),
        (PLAIN, (50.0, 500.0), (50.0, 100.0)),
        (PLAIN, (53.0, 99.0), (50.0, 100.0)),
        (LOG, (3.0, 7.0), (2.0, 10.0)),
        (LOG, (5.0, 50.0), (5.0, 50.0)),
        (LOG, (0.1, 1e9), (1.0, 1e6)),
        (WHOLE, (3.0, 5.0), (3.0, 15.0)),  # twelve steps at least
        (MONTHS, (7.0, 60.0), (6.0, 60.0)),
        (MONTHS, (7.0, 9.0), (7.0, 19.0)),
    ],
)
def test_that_a_span_is_rounded_outwards_within_what_is_allowed(row, span, rounded):
    assert soft._rounded(row, *span) == pytest.approx(rounded)


@pytest.mark.parametrize(
    ("value", "span"),
    [
        (25.0, (20.0, 30.0)),
        (29.89, (20.0, 30.0)),
        (29.9, (20.0, 36.0)),  # within a hundredth of the end: half a track more
        (35.0, (20.0, 40.0)),
        (20.11, (20.0, 30.0)),
        (20.1, (14.0, 30.0)),
        (15.0, (10.0, 30.0)),
        (2.0, (0.0, 30.0)),
        (0.0, (0.0, 30.0)),
        (100.0, (20.0, 100.0)),
        (98.0, (20.0, 100.0)),
    ],
)
def test_that_a_track_stretches_by_half_of_itself_beyond_a_value_near_its_end(value, span):
    assert stretched(PLAIN, (20.0, 30.0), [value]) == pytest.approx(span)


def test_that_a_track_that_ends_with_what_is_allowed_stretches_no_further():
    assert stretched(PLAIN, (0.0, 30.0), [0.0]) == (0.0, 30.0)
    assert stretched(PLAIN, (20.0, 100.0), [100.0]) == (20.0, 100.0)
    assert stretched(PLAIN, (20.0, 30.0), [15.0, 35.0]) == pytest.approx((10.0, 40.0))
    assert stretched(PLAIN, (20.0, 30.0), []) == (20.0, 30.0)


def test_that_a_logarithm_is_stretched_by_ratios():
    low, high = stretched(LOG, (100.0, 10_000.0), [20_000.0])
    assert (low, high) == (100.0, pytest.approx(200_000.0))  # ten times, half of a hundredfold
    low, high = stretched(LOG, (100.0, 10_000.0), [50.0])
    assert (low, high) == (pytest.approx(5.0), 10_000.0)
