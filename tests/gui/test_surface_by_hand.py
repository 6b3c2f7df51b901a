"""The surface over mixes by hand: its grid, its picture, its round levels, its contours."""

from __future__ import annotations

import math

import numpy as np
import pytest

from gui.pages.mix import surface
from gui.pages.mix.surface import (
    COLOURS,
    RASTER_HEIGHT,
    RASTER_WIDTH,
    UNDEFINED,
    contour,
    is_flat,
    levels,
    picture,
    place,
    region,
    value_at,
)

NAN = math.nan
# of two steps: the first corner, then row by row towards the lower edge, left to right
CORNERS = {(2, 0, 0): 0, (1, 1, 0): 1, (1, 0, 1): 2, (0, 2, 0): 3, (0, 1, 1): 4, (0, 0, 2): 5}
VALUES = np.array([0.0, 10.0, 20.0, 30.0, 40.0, 50.0])


def test_that_mixes_stand_in_rows_from_the_first_family_s_corner():
    for parts, where in CORNERS.items():
        assert place(2, np.array(parts)) == where
        assert value_at(2, VALUES, np.array(parts) / 2) == VALUES[where]
    assert place(20, np.array([[20, 0, 0], [0, 20, 0], [0, 0, 20]])).tolist() == [0, 210, 230]


@pytest.mark.parametrize(
    ("shares", "value"),
    [
        ((0.75, 0.25, 0.0), 5.0),  # half way from the first to the second
        ((0.75, 0.0, 0.25), 10.0),
        ((0.5, 0.25, 0.25), 15.0),
        ((0.25, 0.5, 0.25), 25.0),  # in the cell that points down: 10, 20 and 40
        ((1 / 3, 1 / 3, 1 / 3), 70 / 3),
        ((0.0, 0.25, 0.75), 45.0),
        ((-0.5, 0.75, 0.75), 40.0),  # outside: the nearest that is within
    ],
)
def test_that_a_value_between_the_grid_s_mixes_is_linear_in_its_cell(shares, value):
    assert value_at(2, VALUES, np.array(shares)) == pytest.approx(value)


def test_that_the_picture_rises_from_its_lowest_to_its_highest_over_an_equal_triangle():
    assert (RASTER_WIDTH, RASTER_HEIGHT) == (384, 333)
    found = picture(2, VALUES)
    assert found.shape == (333, 384)
    assert found.dtype == np.uint8
    assert (found[-1, 0], found[-1, -1]) == (pytest.approx(152, abs=1), 253)
    assert found[0, 192] <= 2  # the first family's corner, in the middle above
    assert found[332, 191] == pytest.approx(40 / 50 * 254, abs=1)
    assert found[166, 191] == pytest.approx(15 / 50 * 254, abs=1)
    assert found.max() == COLOURS - 2  # half a pixel from the corner


def test_that_a_picture_of_one_value_has_the_middle_colour_and_none_no_colour():
    assert set(np.unique(picture(2, np.full(6, 7.0)))) == {127}
    assert set(np.unique(picture(2, np.full(6, NAN)))) == {UNDEFINED}
    values = VALUES.copy()
    values[0] = NAN
    found = picture(2, values)
    assert found[0, 192] == UNDEFINED
    assert found[-1, 0] == pytest.approx((30 - 10) / 40 * 254, abs=1)


@pytest.mark.parametrize(
    ("values", "flat"),
    [
        ([1.0, 1.0, 1.0], True),
        ([NAN, NAN, NAN], True),
        ([NAN, 1.0, 1.0], True),
        ([NAN, 1.0, 2.0], False),
        ([1.0, 1.0 + 1e-10, 1.0], True),  # rounding
        ([1.0, 1.0 + 1e-8, 1.0], False),
        ([-1.0, -1.0 - 1e-8, -1.0], False),
        ([0.0, 1e-19, 0.0], True),
        ([0.0, 1e-17, 0.0], False),
    ],
)
def test_that_values_that_differ_by_rounding_are_one(values, flat):
    assert is_flat(np.array(values)) is flat


@pytest.mark.parametrize(
    ("low", "high", "found"),
    [
        (0.0, 50.0, (10.0, 20.0, 30.0, 40.0)),  # not at the ends
        (0.0, 60.0, (10.0, 20.0, 30.0, 40.0, 50.0)),
        (0.0, 61.0, (20.0, 40.0, 60.0)[:2]),  # a step of two, and 60 is too near the end
        (0.0, 63.0, (20.0, 40.0, 60.0)),
        (0.95, 6.0, (2.0, 3.0, 4.0, 5.0)),  # one is nearer to an end than a tenth of a step
        (0.85, 6.0, (1.0, 2.0, 3.0, 4.0, 5.0)),
        (0.21, 0.22, (0.212, 0.214, 0.216, 0.218)),
        (-30.0, 30.0, (-20.0, -10.0, 0.0, 10.0, 20.0)),
        (0.0, 150.0, (50.0, 100.0)),
        (3.0, 3.0, ()),
    ],
)
def test_that_levels_are_round_and_a_handful(low, high, found):
    assert levels(np.array([low, high, NAN])) == found
    assert levels(np.array([NAN, NAN])) == ()


def test_that_a_contour_crosses_each_edge_where_its_level_lies():
    [segment] = contour(1, np.array([0.0, 10.0, 20.0]), 5.0)
    ends = sorted(map(tuple, np.round(segment, 6).tolist()))
    assert ends == [(0.5, 0.5, 0.0), (0.75, 0.0, 0.25)]
    [segment] = contour(1, np.array([20.0, 10.0, 0.0]), 15.0)
    ends = sorted(map(tuple, np.round(segment, 6).tolist()))
    assert ends == [(0.5, 0.5, 0.0), (0.75, 0.0, 0.25)]
    assert len(contour(1, np.array([0.0, 10.0, 20.0]), 25.0)) == 0
    assert len(contour(1, np.array([0.0, 10.0, NAN]), 5.0)) == 0
    # through the two rows of a grid of two steps
    found = contour(2, VALUES, 25.0)
    assert len(found) == 3
    assert np.allclose(found.sum(axis=-1), 1.0)


def test_that_a_region_is_cut_where_nothing_is_too_much_and_covers_what_is_undefined():
    [whole] = region(1, np.array([1.0, 2.0, 3.0]))
    assert sorted(map(tuple, whole.tolist())) == [(0, 0, 1), (0, 1, 0), (1, 0, 0)]
    assert region(1, np.array([-1.0, 0.0, -3.0])) == []
    [corner] = region(1, np.array([1.0, -1.0, -3.0]))
    assert [tuple(point) for point in np.round(corner, 6).tolist()] == [
        (1, 0, 0),
        (0.5, 0.5, 0),
        (0.75, 0, 0.25),
    ]
    [rest] = region(1, np.array([-1.0, 1.0, NAN]))
    assert len(rest) == 4
    assert len(region(2, np.array([-1.0, -1.0, -1.0, 1.0, -1.0, -1.0]))) == 1
    assert surface.THREE == 3
