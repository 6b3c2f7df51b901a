"""What a plot and its legend are made of: lines, areas, marks, whiskers, by where they stand."""

from __future__ import annotations

import math
from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPen, QTransform

from gui.charts.items import (
    Area,
    Line,
    Stretches,
    Upright,
    polygon,
    runs,
    same,
    stretches,
)
from gui.charts.mark_items import paint_mark
from gui.charts.observed import Beside, Points
from gui.charts.patterns import fill_mark, pattern_brush
from gui.charts.picture_items import PictureArea, PictureLine
from gui.charts.whiskers import Whiskers, paint_sign
from gui.widgets.palette import LIGHT
from tests.gui.canvas import Canvas, Drawn

INKS = replace(LIGHT, ground="#f0f0f0", text="#010101", quiet="#020202")
BOUNDS = QRectF(2026.0, 0.0, 4.0, 10.0)
NAN = math.nan
YEARS = np.array([2026.0, 2027.0, 2028.0, 2029.0, 2030.0])


TWICE = QTransform.fromTranslate(-2026, 0) * QTransform.fromScale(10, 2)


def painted(item, transform: QTransform | None = None) -> list[Drawn]:
    canvas = Canvas()
    if transform is not None:
        canvas.setTransform(transform)
    item.paint(canvas)
    assert not canvas._saved
    return canvas.drawn


def told(drawn: list[Drawn]) -> list[tuple]:
    return [(each.kind, each.place, each.pen, each.brush) for each in drawn]


# Lines and areas


def test_that_a_line_has_a_gap_where_it_is_undefined_and_a_rim_below_at_rest(qapp):
    line = Line()
    line.set_pen(QPen(QColor("#010101"), 2.0), QPen(QColor("#f0f0f0"), 4.0))
    line.set_data(YEARS, np.array([1.0, 2.0, NAN, 3.0, 4.0]))
    first, second = (2026, 1, 2027, 2), (2029, 3, 2030, 4)
    rim = [("polyline", part, "#f0f0f0 4", "") for part in (first, second)]
    own = [("polyline", part, "#010101 2", "") for part in (first, second)]
    assert told(painted(line)) == [*rim, *own]
    assert all(each.smooth for each in painted(line))
    line.full = line.smooth = False  # a hand moves it
    assert told(painted(line)) == own
    assert not any(each.smooth for each in painted(line))
    line.full = True
    line.set_pen(QPen(QColor("#010101"), 2.0))
    assert told(painted(line)) == own


def test_that_a_line_s_data_are_taken_in_once_and_other_numbers_anew(qapp):
    line = Line()
    line.set_pen(QPen(QColor("#010101"), 2.0))
    values = np.array([1.0, 2.0, 3.0, 4.0, 5.0])
    line.set_data(YEARS, values)
    kept = line._runs
    line.set_data(YEARS.copy(), values.copy())
    assert line._runs is kept
    line.set_data(YEARS, values + 1)
    assert painted(line)[0].place[1::2] == (2, 3, 4, 5, 6)


def test_that_arrays_are_the_same_bit_by_bit_gaps_included():
    one = np.array([1.0, NAN])
    assert same((one,), (one,))
    assert same((one, YEARS), (one.copy(), YEARS.copy()))
    assert not same((one,), (one[:1],))
    assert not same((one,), (np.array([1.0, 2.0]),))
    assert not same((YEARS, one), (YEARS, one + 1))


def test_that_stretches_are_where_it_is_so_in_order():
    def found(*so: int) -> list[tuple[int, int]]:
        return [(part.start, part.stop) for part in stretches(np.array(so, bool))]

    assert found(1, 1, 1) == [(0, 3)]
    assert found(0, 0) == []
    assert found(1, 0, 1, 1) == [(0, 1), (2, 4)]
    assert found(0, 1, 1, 0) == [(1, 3)]
    assert [len(run) for run in runs(YEARS, np.array([1.0, NAN, 2.0, 3.0, NAN]))] == [1, 2]
    assert [point.toTuple() for point in polygon(YEARS[:2], YEARS[2:4])] == [
        (2026.0, 2028.0),
        (2027.0, 2029.0),
    ]


def area(made: Area | None = None, edge: QPen | None = None) -> Area:
    found = Area() if made is None else made
    if edge is not None:
        found.set_style(QBrush(QColor("#123456")), edge)
    else:
        found.set_style(QBrush(QColor("#123456")))
    return found


def test_that_an_area_goes_forth_along_its_upper_line_and_back_along_its_lower(qapp):
    found = area(edge=QPen(QColor("#f0f0f0"), 2.0))
    assert found.empty
    assert painted(found) == []
    lower = np.array([0.0, 1.0, NAN, 2.0, 3.0])
    upper = np.array([1.0, 3.0, 4.0, 1.0, 4.0])
    found.set_data(YEARS, lower, upper)
    assert not found.empty
    first = (2026, 1, 2027, 3, 2027, 1, 2026, 0)
    second = (2029, 2, 2030, 4, 2030, 3, 2029, 2)  # it never lies below the lower line
    filled = [("polygon", part, "", "#123456") for part in (first, second)]
    edges = [
        ("polyline", (2026, 0, 2027, 1), "#f0f0f0 2", ""),
        ("polyline", (2029, 2, 2030, 3), "#f0f0f0 2", ""),
    ]
    assert told(painted(found)) == [*filled, *edges]
    assert [each.smooth for each in painted(found)[2:]] == [True, True]
    found.smooth = False
    assert not any(each.smooth for each in painted(found))
    found.full = False
    assert told(painted(found)) == filled


def test_that_an_area_without_any_thickness_is_nothing_and_one_point_of_it_is_enough(qapp):
    found = area()
    found.set_data(YEARS, YEARS, YEARS)
    assert found.empty
    found.set_data(YEARS, YEARS, YEARS - 1)
    assert found.empty
    found.set_data(YEARS, YEARS, np.where(YEARS == 2028, YEARS + 1, YEARS))
    assert not found.empty


def test_that_an_area_that_gets_an_edge_later_has_its_lines_made_from_the_same_data(qapp):
    found = area()
    lower, upper = np.zeros(5), np.ones(5)
    found.set_data(YEARS, lower, upper)
    assert [each.kind for each in painted(found)] == ["polygon"]
    area(found, QPen(QColor("#f0f0f0"), 2.0))
    found.set_data(YEARS, lower, upper)
    assert [each.kind for each in painted(found)] == ["polygon", "polyline"]
    kept = found._edges
    area(found, QPen(QColor("#e0e0e0"), 3.0))
    found.set_data(YEARS, lower, upper)
    assert found._edges is kept
    assert told(painted(found))[1][2] == "#e0e0e0 3"
    area(found)
    found.set_data(YEARS, lower, upper)
    assert [each.kind for each in painted(found)] == ["polygon"]


def test_that_a_pattern_lies_over_the_colour_of_its_area(qapp):
    found = Area()
    found.set_style(QBrush(QColor("#123456")), pattern=pattern_brush("gpu"))
    found.set_data(YEARS, np.zeros(5), np.ones(5))
    canvas = Canvas()
    canvas.setTransform(TWICE)
    found.paint(canvas)
    colour, pattern = told(canvas.drawn)
    assert (colour[0], colour[3]) == ("polygon", "#123456")
    assert pattern[:2] == colour[:2]
    assert pattern[3].endswith("/150")
    # as fine as the screen's pixels, however far the plot is stretched
    assert found._pattern.transform() * TWICE == QTransform()
    assert found._brush.transform() == QTransform()
    assert canvas.origin == (TWICE.dx(), TWICE.dy())


def test_that_an_upright_goes_from_bottom_to_top_where_it_was_moved_to(qapp):
    upright = Upright()
    pen = QPen(QColor("#020202"), 1.0)
    upright.set_pen(pen)
    assert upright.pen == pen
    upright.cover(BOUNDS)
    upright.move_to(2028.5)
    assert upright.pos() == QPointF(2028.5, 0)
    assert upright.boundingRect() == BOUNDS.translated(-2028.5, 0)
    assert told(painted(upright)) == [("line", (0, 0, 0, 10), "#020202 1", "")]


def test_that_a_shock_is_shaded_within_the_plot_and_has_a_line_where_it_begins(qapp):
    shocks = Stretches()
    shocks.set_colour("#020202", 2.0)
    shocks.cover(BOUNDS)
    shocks.set_spans(((2025.0, 2027.0), (2029.0, 2031.0)))
    assert told(painted(shocks)) == [
        ("rect", (2026, 0, 1, 10), "", "#020202/26"),
        ("line", (2026, 0, 2026, 10), "#020202/90 2", ""),
        ("rect", (2029, 0, 1, 10), "", "#020202/26"),
        ("line", (2029, 0, 2029, 10), "#020202/90 2", ""),
    ]
    assert shocks.zValue() == -1  # behind all curves
    assert shocks.shape().isEmpty()


# In a picture


def test_that_lines_of_a_picture_are_in_the_device_s_own_places(qapp):
    line = PictureLine()
    line.set_pen(QPen(QColor("#010101"), 2.0), QPen(QColor("#f0f0f0"), 4.0))
    line.set_data(YEARS[:3], np.array([1.0, 5.0, 2.0]))
    assert told(painted(line, TWICE)) == [
        ("path", (0, 2, 20, 8), "#f0f0f0 4", ""),
        ("path", (0, 2, 20, 8), "#010101 2", ""),
    ]
    assert all(each.smooth for each in painted(line, TWICE))
    line.set_pen(QPen(QColor("#010101"), 2.0))
    assert len(painted(line, TWICE)) == 1


def test_that_areas_of_a_picture_are_hatched_stroke_by_stroke(qapp):
    found = PictureArea(2.0)
    found.set_style(
        QBrush(QColor("#123456")),
        QPen(QColor("#f0f0f0"), 2.0),
        QBrush(QColor("#654321"), Qt.BrushStyle.HorPattern),
    )
    found.set_data(YEARS, np.zeros(5), np.full(5, 20.0))
    colour, *strokes, edge = told(painted(found, TWICE))
    assert colour == (
        "polygon",
        (0, 40, 10, 40, 20, 40, 30, 40, 40, 40, *(40, 0, 30, 0, 20, 0, 10, 0, 0, 0)),
        "",
        "#123456",
    )
    # level ones, sixteen pixels apart
    assert strokes == [
        ("line", (0, 0, 40, 0), "#654321 2", ""),
        ("line", (0, 16, 40, 16), "#654321 2", ""),
        ("line", (0, 32, 40, 32), "#654321 2", ""),
    ]
    assert edge == ("path", (0, 0, 40, 0), "#f0f0f0 2", "")


# Marks


def test_that_a_claim_is_a_diamond_filled_where_it_is_met(qapp):
    diamond = (30, 35.5, 34.5, 40, 30, 44.5, 25.5, 40)
    for met, inside in ((True, "#010101"), (False, "#f0f0f0")):
        canvas = Canvas()
        paint_mark(canvas, QPointF(30, 40), INKS, met=met)
        assert canvas.drawn == [
            Drawn("polygon", diamond, "#f0f0f0 4", "", smooth=True),
            Drawn("polygon", diamond, "#010101 1.5", inside, smooth=True),
        ]


def test_that_the_sign_of_what_was_observed_is_a_whisker_as_high_as_a_line(qapp):
    canvas = Canvas()
    paint_sign(canvas, QPointF(100, 50), "#020202")
    assert canvas.drawn == [
        Drawn("line", (105, 53, 105, 64), "#020202 1.4", smooth=True),
        Drawn("line", (101.5, 53, 108.5, 53), "#020202 1.4", smooth=True),
        Drawn("line", (101.5, 64, 108.5, 64), "#020202 1.4", smooth=True),
        Drawn("ellipse", (105, 58.5, 2.5, 2.5), "", "#020202", smooth=True),
    ]


def test_that_the_mark_of_a_legend_has_its_role_s_colour_and_its_pattern(qapp):
    canvas = Canvas()
    fill_mark(canvas, QRectF(10, 20, 9, 9), LIGHT, "tpu")
    assert told(canvas.drawn) == [("rect", (10, 20, 9, 9), "", LIGHT.colour("tpu").lower())]
    canvas = Canvas()
    fill_mark(canvas, QRectF(10, 20, 9, 9), LIGHT, "operation")  # level strokes, three apart
    colour, *strokes = told(canvas.drawn)
    assert colour[3] == LIGHT.colour("operation").lower()
    assert [place for _, place, _, _ in strokes] == [
        (10, 20 + down, 19, 20 + down) for down in (0, 3, 6)
    ]
    assert {pen[7:] for _, _, pen, _ in strokes} == {"/150 1"}
    assert not canvas._saved


# Whiskers


def observed(*rows: tuple[float, float, float], places: tuple[int, ...]) -> Points:
    low, middle, high = (np.array(line, float) for line in zip(*rows, strict=True))
    return Points(Beside("power"), (None,) * len(rows), places, low, middle, high)


# a year is a hundred pixels, one is ten; from above
DEVICE = QTransform.fromTranslate(-2026, -10) * QTransform.fromScale(100, -10)


@pytest.fixture
def whiskers(qapp) -> Whiskers:
    found = Whiskers()
    found.set_colours("#020202", "#f0f0f0")
    found.cover(BOUNDS)
    return found


def test_that_a_whisker_stands_in_its_month_between_its_bounds(whiskers):
    whiskers.set_points(observed((2.0, 4.0, 5.0), places=(6,)), YEARS)
    [(which, across, ends, levels)] = whiskers._placed(DEVICE)
    assert (which, across) == (0, pytest.approx(50))
    assert ends == pytest.approx((80, 50))
    assert levels == pytest.approx((80, 60, 50))


def test_that_a_whisker_at_the_plot_s_edge_keeps_its_caps_inside(whiskers):
    found = observed((2.0, 4.0, 5.0), (2.0, 4.0, 5.0), places=(0, 48))
    whiskers.set_points(found, YEARS)
    assert [across for _, across, _, _ in whiskers._placed(DEVICE)] == pytest.approx([4.5, 395.5])
    larger = Whiskers(2.0)
    larger.cover(BOUNDS)
    larger.set_points(found, YEARS)
    assert [across for _, across, _, _ in larger._placed(DEVICE)] == pytest.approx([9, 391])


@pytest.mark.parametrize(
    ("row", "ends"),
    [
        ((2.0, 4.0, NAN), (80, 46)),  # an arrow upwards, from what is known
        ((NAN, 4.0, 5.0), (74, 50)),
        ((2.0, NAN, 5.0), (80, 50)),
        ((NAN, NAN, 5.0), (64, 50)),
        ((NAN, 4.0, NAN), (60, 60)),  # a value alone
    ],
)
def test_that_a_bound_that_is_not_known_is_an_arrow_of_fourteen_pixels(whiskers, row, ends):
    whiskers.set_points(observed(row, places=(6,)), YEARS)
    [(_, _, found, _)] = whiskers._placed(DEVICE)
    assert found == pytest.approx(ends)


def test_that_a_whisker_is_under_the_pointer_within_seven_pixels(whiskers):
    whiskers.set_points(observed((2.0, 4.0, 5.0), (6.0, 7.0, 8.0), places=(6, 12)), YEARS)

    def near(x: float, y: float) -> list[int]:
        return whiskers.near(QPointF(x, y), DEVICE)

    assert near(50, 60) == near(57, 60) == near(43, 60) == near(50, 43) == near(50, 87) == [0]
    assert near(57.5, 60) == near(42.5, 60) == near(50, 42) == near(50, 88) == []
    assert near(100, 30) == [1]


def test_that_a_whisker_is_painted_with_a_rim_below_it_and_a_dot_at_its_value(whiskers):
    whiskers.set_points(observed((2.0, 4.0, 5.0), places=(6,)), YEARS)
    drawn = painted(whiskers, DEVICE)
    strokes, dots = (46.5, 50, 7, 30), (47.5, 57.5, 5, 5)
    assert told(drawn) == [
        ("path", strokes, "#f0f0f0/200 3.8", ""),
        ("path", dots, "#f0f0f0/200 2.4", ""),
        ("path", strokes, "#020202 1.4", ""),
        ("path", dots, "", "#020202"),
    ]
    assert all(each.smooth for each in drawn)
    whiskers.set_points(observed((2.0, NAN, NAN), places=(6,)), YEARS)
    strokes, dots, *_ = painted(whiskers, DEVICE)
    assert strokes.place == (46.5, 66, 7, 14)
    assert dots.place == (0, 0, 0, 0)
    whiskers.set_points(None, YEARS)
    assert painted(whiskers, DEVICE) == []


def test_that_whiskers_follow_other_points_and_another_first_month(whiskers):
    points = observed((2.0, 4.0, 5.0), places=(6,))
    whiskers.set_points(points, YEARS)
    kept = whiskers._years
    whiskers.set_points(points, YEARS)
    assert whiskers._years is kept
    whiskers.set_points(points, YEARS + 1)
    assert whiskers._years == [2027.5]
    whiskers.set_points(observed((1.0, 2.0, 3.0), places=(12,)), YEARS)
    assert whiskers._years == [2027.0]
