"""What is painted of the map of mixes and around it, by where it stands and with what."""

from __future__ import annotations

import math

import numpy as np
import pytest
from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QImage, QPainter

from gui.pages.mix import labels
from gui.pages.mix.map_worker import MixPicture
from gui.pages.mix.measures import MEASURES
from gui.pages.mix.painting import (
    Geometry,
    MapPainter,
    hatch,
    image_of,
    paint_line,
    paint_puck,
    small_font,
    ticks,
)
from gui.widgets.palette import LIGHT
from tests.gui.canvas import Canvas, Drawn
from tests.gui.made_map import CONTOUR, INKS, picture

HEIGHT = 50 * math.sqrt(3)
TRIANGLE = Geometry(10.0, 20.0, 100.0)
FAMILIES = ("tpu", "trainium", "gpu")
AT_THE_TOP, BELOW_LEFT, BELOW_RIGHT = (60.0, 20.0), (10.0, 20 + HEIGHT), (110.0, 20 + HEIGHT)
FONT = QFont("Inter", 10)


def told(drawn: list[Drawn]) -> list[tuple]:
    return [(each.kind, each.place, each.pen, each.brush) for each in drawn]


# The triangle and its places


def test_that_a_triangle_is_as_large_as_fits_and_stands_in_the_middle():
    wide = Geometry.fitting(QSize(400, 120), (10.0, 6.0, 30.0, 4.0))
    side = 110 / (math.sqrt(3) / 2)
    assert (wide.side, wide.height) == pytest.approx((side, 110))
    assert (wide.left, wide.top) == pytest.approx((10 + (360 - side) / 2, 6))
    high = Geometry.fitting(QSize(140, 400), (10.0, 6.0, 30.0, 4.0))
    assert (high.left, high.side) == (10, 100)
    assert high.top == pytest.approx(6 + (390 - HEIGHT) / 2)
    assert Geometry.fitting(QSize(5, 5), (10.0, 10.0, 10.0, 10.0)).side == 1


def test_that_a_place_is_its_shares_and_how_far_outside_it_lies():
    for shares, (x, y) in (
        ((1, 0, 0), AT_THE_TOP),
        ((0, 1, 0), BELOW_LEFT),
        ((0, 0, 1), BELOW_RIGHT),
        ((0.5, 0.25, 0.25), (60.0, 20 + HEIGHT / 2)),
    ):
        point = TRIANGLE.point(shares)
        assert (point.x(), point.y()) == pytest.approx((x, y))
        assert TRIANGLE.shares(point) == pytest.approx(shares)
        assert TRIANGLE.distance(point) == pytest.approx(0, abs=1e-9)
    assert TRIANGLE.distance(QPointF(60, 20 + HEIGHT + 12)) == pytest.approx(12)
    assert TRIANGLE.box == QRectF(10, 20, 100, TRIANGLE.height)


def test_that_each_edge_has_the_shares_of_its_family_towards_its_corner(qapp):
    metrics = QFontMetricsF(FONT)
    found = ticks(TRIANGLE, metrics)
    assert [tick.text for tick in found] == [
        f"{share}%" for share in (20, 40, 60, 80) for _ in range(3)
    ]
    left, below, right = found[:3]
    high, wide = metrics.ascent(), metrics.horizontalAdvance("20%")
    for tick, at, way in (
        (left, TRIANGLE.point((0.2, 0.8, 0)), (-5, 0)),
        (below, TRIANGLE.point((0, 0.2, 0.8)), (2.5, 5 * math.sqrt(3) / 2)),
        (right, TRIANGLE.point((0.8, 0, 0.2)), (2.5, -5 * math.sqrt(3) / 2)),
    ):
        assert (tick.at.x(), tick.at.y()) == pytest.approx((at.x(), at.y()))
        assert (tick.end - tick.at).toTuple() == pytest.approx(way)
        assert tick.room.topLeft().toTuple() == pytest.approx(
            (tick.written.x(), tick.written.y() - high)
        )
        assert tick.room.size().toTuple() == pytest.approx((wide, metrics.height()))
    assert (left.written - left.end).toTuple() == pytest.approx((-wide - 3, high * 0.4))
    assert (below.written - below.end).toTuple() == pytest.approx((-wide * 0.3, high + 2))
    assert (right.written - right.end).toTuple() == pytest.approx((3, 1))


# The map


def map_painted(made: MixPicture | None) -> list[Drawn]:
    canvas = Canvas()
    canvas.setFont(FONT)
    MapPainter(canvas, TRIANGLE, INKS, FAMILIES).paint(made, 1.0)
    assert canvas.font() == FONT  # as it was
    assert all(drawn.smooth for drawn in canvas.drawn if drawn.brush != "#000000")
    return canvas.drawn


def test_that_a_triangle_without_a_map_has_its_ticks_its_outline_and_its_corners(qapp):
    drawn = map_painted(None)
    strokes = ticks(TRIANGLE, QFontMetricsF(small_font(FONT)))
    for place, tick in enumerate(strokes):
        line, text = drawn[2 * place : 2 * place + 2]
        ends = (*tick.at.toTuple(), *tick.end.toTuple())
        assert line.place == pytest.approx(ends, abs=1e-3)
        assert (line.pen, text.pen) == ("#020202 1", "#020202 1")
        assert (text.text, text.points) == (tick.text, round(10 * 8.5 / 9.5, 2))
        assert text.place == pytest.approx(tick.written.toTuple(), abs=1e-3)
    whole = pytest.approx((10, 20, 100, HEIGHT), abs=1e-3)
    ground, outline, *corners = told(drawn[24:])
    assert ground == ("path", whole, "", "#e0e0e0")
    assert outline == ("path", whole, "#020202 1.5", "")
    places = (AT_THE_TOP, BELOW_LEFT, BELOW_RIGHT)
    assert corners == [
        (
            "ellipse",
            pytest.approx((*at, 4.5, 4.5), abs=1e-3),
            "#f0f0f0 1.5",
            LIGHT.colour(family).lower(),
        )
        for at, family in zip(places, FAMILIES, strict=True)
    ]


def test_that_a_map_has_its_picture_hatch_contours_and_marks_in_this_order(qapp):
    corner = np.array([[1.0, 0.0, 0.0], [0.5, 0.5, 0.0], [0.5, 0.0, 0.5]])
    made = picture(
        contours=((0.5, CONTOUR),),
        hatched=(corner,),
        cheapest=(0.5, 0.25, 0.25),
        least_regret=(0.0, 0.0, 1.0),
    )
    drawn = map_painted(made)[25:]
    assert [each.kind for each in drawn] == [
        *("path", "path", "line", "line", "path"),
        *["ellipse"] * 3,
        *["polygon"] * 2,
    ]
    whole, hatched, dark, light, _ = drawn[:5]
    assert whole.smooth
    assert not hatched.smooth  # no seams
    assert hatched.place == pytest.approx((35, 20, 50, HEIGHT / 2), abs=1e-3)
    half = (35.0, 20 + HEIGHT / 2, 85.0, 20 + HEIGHT / 2)
    assert dark.place == light.place == pytest.approx(half, abs=1e-3)
    assert (dark.pen, light.pen) == ("#000000/120 2.2", "#ffffff/215 1.1")
    x, y = 60.0, 20 + HEIGHT / 2
    for mark, (x, y) in zip(drawn[-2:], ((60.0, 20 + HEIGHT / 2), BELOW_RIGHT), strict=True):
        diamond = (x, y - 6, x + 6, y, x, y + 6, x - 6, y)
        assert told([mark]) == [
            ("polygon", pytest.approx(diamond, abs=1e-3), "#010101 2", "#f0f0f0")
        ]


def test_that_the_map_s_picture_covers_the_triangle_s_box(qapp):
    """The first row at the top, the last at the bottom, from the left to the right."""
    image = QImage(130, 130, QImage.Format.Format_ARGB32)
    image.fill(QColor("#ffffff"))
    painter = QPainter(image)
    painter.setFont(FONT)
    MapPainter(painter, TRIANGLE, INKS, FAMILIES).paint(picture(), 1.0)
    painter.end()
    mapped = image_of(picture())
    assert (mapped.width(), mapped.height()) == (3, 2)
    top, bottom = image.pixelColor(60, 40), image.pixelColor(60, 90)
    for seen, row in ((top, 0), (bottom, 1)):
        wanted = mapped.pixelColor(1, row)
        assert seen.getRgb()[:3] == pytest.approx(wanted.getRgb()[:3], abs=25)
    assert mapped.pixelColor(0, 1).alpha() == 0  # no value
    # the lowest is the best, and the best is bright
    assert mapped.pixelColor(0, 0).red() > mapped.pixelColor(2, 0).red()
    served = image_of(picture(measure=MEASURES[1]))
    assert served.pixelColor(0, 0).red() < served.pixelColor(2, 0).red()


def test_that_a_hatch_has_dark_strokes_beside_light_ones_on_nothing(qapp):
    for ratio in (1.0, 2.0):
        tile = hatch(ratio).texture()
        assert (tile.width(), tile.devicePixelRatio()) == (10 * ratio, ratio)
        image = tile.toImage()
        found = [image.pixelColor(x, y) for x in range(tile.width()) for y in range(tile.height())]
        assert any(colour.alpha() == 0 for colour in found)
        seen = [colour for colour in found if colour.alpha() > 100]
        assert any(colour.lightness() < 60 for colour in seen)
        assert any(colour.lightness() > 200 for colour in seen)
        # the strokes rise: from one row to the next they begin further left
        rows = [[image.pixelColor(x, y).alpha() for x in range(tile.width())] for y in range(2)]
        assert rows[1] == pytest.approx(rows[0][1:] + rows[0][:1], abs=3)


def test_that_letters_on_the_map_are_smaller_and_the_marks_bold():
    assert small_font(QFont("Inter", 19)).pointSizeF() == pytest.approx(17.0)
    assert small_font(FONT).weight() == QFont.Weight.Normal
    assert small_font(FONT, bold=True).weight() == QFont.Weight.DemiBold


def test_that_a_line_and_the_puck_stand_out_from_the_map(qapp):
    canvas = Canvas()
    paint_line(canvas, INKS, QPointF(1, 2), QPointF(3, 4), Qt.PenStyle.DashLine)
    assert told(canvas.drawn) == [
        ("line", (1, 2, 3, 4), "#f0f0f0 3.5", ""),
        ("line", (1, 2, 3, 4), "#010101 1.25 dashed", ""),
    ]
    puck = [
        ("ellipse", (30, 40, 9, 9), "#010101 2.5", "#f0f0f0"),
        ("ellipse", (30, 40, 2.5, 2.5), "", "#010101"),
    ]
    ring = [
        ("ellipse", (30, 40, 14, 14), "#f0f0f0 6", ""),
        ("ellipse", (30, 40, 14, 14), "#030303 3", ""),
    ]
    for focused, expected in ((False, puck), (True, [*ring, *puck])):
        canvas = Canvas()
        paint_puck(canvas, INKS, QPointF(30, 40), focused=focused)
        assert told(canvas.drawn) == expected


# Words on the map


def test_that_a_contour_is_named_at_its_middle_as_far_inside_as_it_can_be(qapp):
    """Not within five points of an edge."""
    segments = np.array(
        [
            [[0.5, 0.5, 0.0], [0.5, 0.4, 0.1]],  # its middle is at five points: too near
            [[0.5, 0.4, 0.1], [0.5, 0.3, 0.2]],
            [[0.5, 0.3, 0.2], [0.5, 0.2, 0.3]],
        ]
    )
    [found] = labels.labels(picture(contours=((0.5, segments),)), TRIANGLE, FONT)
    assert found.text == "$0.500"
    metrics = QFontMetricsF(small_font(FONT))
    wide = metrics.horizontalAdvance("$0.500")
    middles = [TRIANGLE.point(shares) for shares in ((0.5, 0.25, 0.25), (0.5, 0.35, 0.15))]
    assert [at.toTuple() for at, _ in found.places] == [
        pytest.approx((middle.x() - wide / 2, middle.y() + metrics.ascent() * 0.4))
        for middle in middles
    ]
    at, plate = found.places[0]
    # the plate's own three pixels, and three more for the distance to others
    assert plate.left() == pytest.approx(at.x() - 6)
    assert plate.width() == pytest.approx(wide + 12)
    assert plate.top() == pytest.approx(at.y() - metrics.ascent() - 3)
    assert plate.height() == pytest.approx(metrics.height() + 6)


@pytest.mark.parametrize(
    ("shares", "first"),
    [
        ((0.0, 0.9, 0.1), "right above"),
        ((0.0, 0.1, 0.9), "left above"),
        ((1.0, 0.0, 0.0), "right below"),
        ((0.4, 0.5, 0.1), "right beside"),
        ((0.4, 0.1, 0.5), "left beside"),
    ],
)
def test_that_a_mark_is_named_towards_the_middle_first(qapp, shares, first):
    [found] = labels.labels(picture(cheapest=shares), TRIANGLE, FONT)
    metrics = QFontMetricsF(small_font(FONT, bold=True))
    wide, rise = metrics.horizontalAdvance("cheapest"), metrics.ascent() * 0.4
    side, level = first.split()
    mark = TRIANGLE.point(shares)
    across = 12 if side == "right" else -12 - wide
    down = {"above": -12, "below": 12 + rise, "beside": rise}[level]
    assert found.places[0][0].toTuple() == pytest.approx((mark.x() + across, mark.y() + down))
    others = [(at.x() - mark.x(), at.y() - mark.y()) for at, _ in found.places]
    sides = {round(x, 3) for x, _ in others}
    assert sides == {round(x, 3) for x in (12, 24, -12 - wide, -24 - wide)}
    drops = {
        "above": (-12, -24 - metrics.height()),
        "below": (12 + rise, 24 + metrics.height()),
        "beside": (rise, 12 + metrics.height(), -12 - metrics.height() / 2),
    }[level]
    assert {round(y, 3) for _, y in others} <= {round(y, 3) for y in drops}
    assert len(others) == 4 * len(drops)


def test_that_no_name_stands_on_a_mark(qapp):
    """Neither a contour's nor another mark's."""
    made = picture(cheapest=(0.5, 0.25, 0.25), contours=((0.5, CONTOUR),))
    names = {label.text: label for label in labels.labels(made, TRIANGLE, FONT)}
    assert list(names) == ["cheapest", "$0.500"]
    assert names["$0.500"].places == ()  # its only place is the mark's
    square = labels.around(QPointF(5, 7), 6.0)
    assert square == QRectF(-1, 1, 12, 12)
    assert labels.mark_places(made, TRIANGLE) == [TRIANGLE.point((0.5, 0.25, 0.25))]


def test_that_names_are_written_on_plates_in_the_text_s_colour(qapp):
    font = small_font(FONT)
    metrics = QFontMetricsF(font)
    label = labels.Label("half", font, ())
    canvas = Canvas()
    labels.paint(canvas, [(label, QPointF(30, 40))], INKS)
    plate, text = canvas.drawn
    wide = metrics.horizontalAdvance("half") + 6
    box = pytest.approx((27, 40 - metrics.ascent(), wide, metrics.height()), abs=1e-3)
    assert told([plate]) == [("rect", box, "", "#f0f0f0/219")]
    assert (text.text, text.place, text.pen) == ("half", (30, 40), "#010101 1")
    assert text.points == round(10 * 8.5 / 9.5, 2)
