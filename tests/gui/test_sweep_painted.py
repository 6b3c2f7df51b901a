"""Axes, brushes and the plane of a sweep: where they stand.

Four axes in 756 x 280 pixels stand 200 apart from 78 on, and are 200 high from 64 down to 264.
"""

from __future__ import annotations

from types import SimpleNamespace

import numpy as np
import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF
from PySide6.QtWidgets import QWidget

from engine.worlds.ensemble import Cancelled
from gui.sweeps import painting
from gui.sweeps.axes import (
    AxesLayout,
    behind,
    brushes_of,
    in_lines,
    paint_axes,
    paint_one,
    paint_scenarios,
)
from gui.sweeps.plane import PlaneLayout, paint_cloud, paint_plane
from gui.widgets.palette import LIGHT
from tests.gui.painted_marks import Mark, near, painted_by
from tests.gui.swept_axes import AXES, PLANE, axis

LAYOUT = AxesLayout(QRectF(0, 0, 756, 280), 4)
FONTS = (QFont("Inter", 9), QFont("Inter", 8))


def y_of(place: float) -> float:
    return 264 - 200 * place


@pytest.fixture
def paper(qtbot):
    widget = QWidget()
    qtbot.addWidget(widget)
    widget.resize(756, 280)
    return widget


def test_that_axes_stand_evenly_and_places_go_upwards():
    assert (LAYOUT.top, LAYOUT.bottom, LAYOUT.step) == (64, 264, 200)
    assert LAYOUT.across().tolist() == [78, 278, 478, 678]
    assert LAYOUT.down(np.array([0, 0.25, 1])).tolist() == [264, 214, 64]
    assert [LAYOUT.place(y) for y in (264, 214, 64, 300, 0)] == [0, 0.25, 1, 0, 1]
    assert [LAYOUT.nearest(x) for x in (0, 177, 179, 578, 755, 5000)] == [0, 0, 1, 2, 3, 3]
    moved = AxesLayout(QRectF(100, 50, 756, 280), 4)
    assert moved.across()[0] == 178
    assert (moved.top, moved.nearest(279)) == (114, 1)
    alone = AxesLayout(QRectF(0, 0, 756, 280), 1)
    assert (alone.step, alone.nearest(700)) == (600, 0)


def test_that_names_and_brushes_stand_over_their_axes():
    # at most as wide as both sides of the first one let it be
    assert LAYOUT.name_room(1) == QRectF(278 - 74, 4, 148, 50)
    narrow = AxesLayout(QRectF(0, 0, 756, 280), 13)  # fifty pixels apart
    assert narrow.name_room(0).width() == 42
    assert AxesLayout(QRectF(0, 0, 756, 280), 31).name_room(0).width() == 40
    assert LAYOUT.brush_room(0, (0.25, 0.75)) == QRectF(70.5, 114, 15, 100)
    assert LAYOUT.brush_room(0, (0.5, 0.5)).height() == 2


def test_that_a_box_s_conditions_are_parts_of_its_axes():
    ends = [
        SimpleNamespace(column="power", value=2.5, at_least=True),
        SimpleNamespace(column="power", value=7.5, at_least=False),
        SimpleNamespace(column="cost", value=400.0, at_least=False),
        SimpleNamespace(column="other", value=1.0, at_least=True),
    ]
    found = brushes_of(SimpleNamespace(ends=ends), AXES)
    assert found == {"power": (0.25, 0.75), "cost": (0, 1)}


def test_that_an_axis_has_its_own_few_values_or_round_ones_or_words():
    power, shock, cost, flat = AXES
    assert power.texts(200) == [(0, "0"), (0.5, "5"), (1, "10")]
    assert shock.texts(200) == [(0, "none"), (1, "stop")]
    assert [text for _, text in cost.texts(200)] == ["100", "150", "200", "250", "300"]
    assert flat.texts(200) == [(0.5, "5")]
    many = axis("many", *range(10), words=tuple("abcdefghij"))
    assert "".join(text for _, text in many.texts(200)) == "acegi"  # five have room
    assert "".join(text for _, text in many.texts(340)) == "abcdefghij"
    assert "".join(text for _, text in many.texts(10)) == "af"


def test_that_each_scenario_is_a_line_over_the_axes_and_the_chosen_ones_are_on_top(paper):
    chosen = np.array([True, False, False, True])
    drawn = painted_by(lambda p: paint_scenarios(p, LAYOUT, AXES, chosen, LIGHT), paper)
    back, top = drawn
    assert (back.ink, top.ink) == (behind(LIGHT).lower(), LIGHT.accent.lower())
    assert top.points[:4] == near((78, 264), (278, 264), (478, 264), (678, y_of(0.5)))
    # the other has no cost: its line stops there, and goes on behind
    assert (78, 64) in top.points
    assert top.points.count((478, 264)) == 1
    assert (478, 64) in back.points
    assert (back.width, back.fill) == (1, "")


def test_that_one_scenario_is_drawn_over_all_on_a_halo(paper):
    halo, line = painted_by(lambda p: paint_one(p, LAYOUT, AXES, 3, LIGHT), paper)
    assert [(m.ink, m.width) for m in (halo, line)] == [
        (LIGHT.ground.lower(), 5),
        (LIGHT.text.lower(), 2),
    ]
    assert line.points == near((78, 64), (278, 64), (678, y_of(0.5)))


def test_that_axes_have_lines_ticks_values_and_names(paper):
    drawn = painted_by(lambda p: paint_axes(p, LAYOUT, AXES, LIGHT, FONTS, {}), paper)
    lines = [m.points for m in drawn.lines(LIGHT.text)]
    for x in (78, 278, 478, 678):
        assert near((x, 64), (x, 264)) in lines
    for x, places in ((78, (0, 0.5, 1)), (278, (0, 1)), (678, (0.5,))):
        for place in places:
            assert near((x - 2, y_of(place)), (x + 2, y_of(place))) in lines
    assert drawn.words("stop").x == 278 + 7
    assert drawn.words("stop").y == pytest.approx(64, abs=6)
    assert drawn.words("stop").ink == LIGHT.quiet.lower()
    bold, plain = map(QFontMetricsF, FONTS)
    name = drawn.words("Power")
    assert name.x == pytest.approx(78 - bold.horizontalAdvance("Power") / 2, abs=2)
    assert name.ink == LIGHT.text.lower()
    unit = drawn.words("GW")
    assert unit.x == pytest.approx(78 - plain.horizontalAdvance("GW") / 2, abs=2)
    assert 39 < unit.y <= 54
    assert 24 < name.y <= 39  # a line higher
    assert 39 < drawn.words("Shock").y <= 54  # which has no unit


def test_that_a_brush_is_a_veil_with_an_edge_and_the_axis_with_the_keys_a_ring(paper):
    brushes = {"power": (0.25, 0.75)}
    drawn = painted_by(lambda p: paint_axes(p, LAYOUT, AXES, LIGHT, FONTS, brushes, 1), paper)
    accent = LIGHT.accent.lower()
    veil, edge = [m for m in drawn.boxes() if accent in (m.fill, m.ink)]
    assert veil.points == edge.points == near((70.5, 114), (85.5, 214))
    assert veil.opacity == pytest.approx(46 / 255, abs=0.001)
    assert (edge.ink, edge.width) == (accent, 1.5)
    assert (drawn.words("Shock").ink, drawn.words("Power").ink) == (accent, LIGHT.text.lower())
    (ring,) = [m for m in drawn if m.shape == "path" and m.ink == accent]
    xs, ys = zip(*ring.points, strict=True)
    half = QFontMetricsF(FONTS[0]).horizontalAdvance("Shock") / 2 + 4
    assert (min(xs), max(xs)) == near(278 - half, 278 + half)
    assert (min(ys), max(ys)) == near(38, 55)


# Cost against what is left unserved: 600 x 200 inside, and a twenty-fifth of air around it


PLOT = PlaneLayout(QRectF(0, 0, 676, 276))


def at(cost: float, unserved: float) -> tuple[float, float]:
    x = 58 + 600 * (0.04 + 0.92 * (cost - 100) / 200)
    return x, 234 - 200 * (0.04 + 0.92 * unserved / 40)


def test_that_points_of_the_plane_stand_within_its_air():
    assert PLOT.plot == QRectF(58, 34, 600, 200)
    x, y = PLANE.points(PLOT)
    for place, (cost, unserved) in enumerate(((100, 40), (200, 20), (300, 10))):
        assert (x[place], y[place]) == near(*at(cost, unserved))
    assert np.isnan(x[3])


def test_that_the_chosen_points_are_painted_over_the_others(paper):
    chosen = np.array([True, False, False, True])
    drawn = painted_by(lambda p: paint_cloud(p, PLOT, PLANE, chosen, LIGHT), paper)
    inks = [m.fill for m in drawn.dots()]
    assert inks == [behind(LIGHT).lower()] * 2 + [LIGHT.accent.lower()]  # one has no cost
    assert {m.radius for m in drawn.dots()} == {2}
    assert drawn.dots()[2].points == near(at(100, 40))


def test_that_the_plane_has_axes_a_stair_and_a_ring(paper):
    drawn = painted_by(lambda p: paint_plane(p, PLOT, PLANE, LIGHT, FONTS, "Unserved", 1), paper)
    lines = [m.points for m in drawn.lines(LIGHT.text)]
    assert near((58, 234), (658, 234)) in lines
    assert near((58, 234), (58, 34)) in lines
    first, last = at(100, 40), at(300, 10)
    stair = near((first[0], 34), first, (last[0], first[1]), last, (658, last[1]))
    assert stair in lines
    plain = QFontMetricsF(FONTS[1])
    for value in (100, 150, 200, 250, 300):
        x = at(value, 0)[0]
        assert near((x, 234), (x, 238)) in lines
        half = plain.horizontalAdvance(str(value)) / 2
        assert drawn.words(str(value)).x == pytest.approx(x - half, abs=2)
    for value in (0, 10, 20, 30, 40):
        y = at(100, value)[1]
        assert near((54, y), (58, y)) in lines
        right = drawn.words(str(value)).x + plain.horizontalAdvance(str(value))
        assert right == pytest.approx(50, abs=3)
    heading = drawn.words("Cost [$bn]")
    right = heading.x + plain.horizontalAdvance("Cost [$bn]")
    assert right == pytest.approx(658, abs=2)
    assert drawn.words("Unserved").x == pytest.approx(16, abs=0.1)
    rings = [m for m in drawn.dots() if m.points == near(at(200, 20))]
    assert [(m.ink, m.radius) for m in rings[:2]] == [
        (LIGHT.ground.lower(), 6),
        (LIGHT.text.lower(), 6),
    ]
    assert (rings[2].fill, rings[2].radius) == (LIGHT.text.lower(), 2.5)
    on_front = [m for m in drawn.dots() if m.radius == 3.5]
    assert [m.points for m in on_front] == [near(first), near(last)]
    nowhere = painted_by(lambda p: paint_plane(p, PLOT, PLANE, LIGHT, FONTS, "U", 3), paper)
    assert not [m for m in nowhere.dots() if m.radius == 6]


def test_that_a_value_has_the_room_to_the_next_axis_and_the_last_one_to_the_edge(paper):
    words = ("a text that is longer than seventy pixels", "b")
    axes = [axis(key, 0, 1, words=words) for key in "abcd"]
    drawn = painted_by(lambda p: paint_axes(p, LAYOUT, axes, LIGHT, FONTS, {}), paper)
    metrics = QFontMetricsF(FONTS[1])
    shown = {m.x: m.text for m in drawn if m.text.startswith("a te")}
    assert list(shown) == [85, 285, 485, 685]
    elide = Qt.TextElideMode.ElideRight
    assert shown[485] == metrics.elidedText(words[0], elide, 186)
    assert shown[685] == metrics.elidedText(words[0], elide, 69) != shown[485]


def test_that_a_name_is_on_one_line_where_it_just_fits(qapp):
    metrics = QFontMetricsF(FONTS[0])
    wide = metrics.horizontalAdvance("one two")
    assert in_lines("one two", metrics, wide, 2) == ["one two"]
    assert in_lines("one two", metrics, wide - 0.01, 2) == ["one", "two"]
    assert in_lines("one two three", metrics, wide - 0.01, 3) == ["one", "two", "three"]
    assert in_lines("one two three", metrics, wide - 0.01, 1) == ["one two three"]


# How it is painted


def test_that_of_many_as_many_are_taken_all_along():
    places = np.arange(100)
    assert painting.evenly(places[:5], 5).tolist() == [0, 1, 2, 3, 4]
    assert painting.evenly(places, 4).tolist() == [0, 33, 66, 99]


def test_that_many_lines_let_more_shine_through():
    def alpha(count: int) -> int:
        return painting.ink("#123456", count, 150).alpha()

    assert alpha(40) == 255
    # of four times as many half the strength, and half of the faintest
    assert alpha(160) == (75 + 22)
    assert alpha(4000) == round(15 + 44 * 0.9)
    assert painting.ink("#123456", 1, 150) == QColor("#123456")


def test_that_letters_of_a_picture_are_of_pixels_and_of_a_window_of_points(qapp):
    screen, picture = painting.letters(9.0), painting.letters(9.0, family="Inter", bold=True)
    assert (screen.pointSizeF(), screen.weight()) == (9, QFont.Weight.Normal)
    assert (picture.pixelSize(), picture.weight()) == (12, QFont.Weight.DemiBold)
    assert picture.family() == "Inter"


def test_that_painting_stops_where_nobody_waits(paper):
    shares = []

    def go_on(share: float) -> bool:
        shares.append(share)
        return len(shares) < 2

    across, down = np.array([0.0, 1.0]), np.zeros((200, 2))

    def lines(painter):
        with pytest.raises(Cancelled):
            painting.paint_lines(painter, across, down, QColor("#000"), go_on)

    def points(painter):
        shares.clear()
        with pytest.raises(Cancelled):
            painting.paint_points(
                painter, np.zeros(2500), np.zeros(2500), QColor("#000"), go_on=go_on
            )

    painted_by(lines, paper)
    assert shares == [0.25, 0.5]
    painted_by(points, paper)
    assert shares == [0.4, 0.8]


def plate(mark: Mark) -> tuple[float, float]:
    return mark.points[0][0], mark.points[1][0]


def test_that_a_word_over_lines_has_a_strip_of_ground_as_wide_as_it_is(paper):
    area = QRectF(100, 50, 200, 20)
    sides = Qt.AlignmentFlag
    wide = 0.0

    def paint(painter):
        nonlocal wide
        painter.setFont(FONTS[0])
        wide = QFontMetricsF(painter.font()).horizontalAdvance("word")
        for side in (sides.AlignLeft, sides.AlignRight, sides.AlignHCenter):
            painting.paint_text(painter, area, "word", LIGHT.quiet, side, LIGHT.ground)

    drawn = painted_by(paint, paper)
    left, right, middle = map(plate, drawn.boxes())
    assert left == near(97.5, 102.5 + wide)
    assert right == near(297.5 - wide, 302.5)
    assert middle == near(197.5 - wide / 2, 202.5 + wide / 2)
    assert drawn.boxes()[0].opacity == pytest.approx(210 / 255, abs=0.001)
    for box in drawn.boxes():
        assert sum(y for _, y in box.points) / 2 == pytest.approx(60, abs=0.01)
