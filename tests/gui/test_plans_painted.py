"""Lines of plans as they are painted: every place worked out by hand."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QMouseEvent

from engine import Document, Scenario
from engine.analysis.compared import Calendar
from engine.worlds.ensemble import Band
from gui.document.comparison import PlanSet
from gui.pages.compare.lines import Picture, PlanLine, PlanLines, spread_out
from gui.pages.compare.ticks import decimals, span, ticks
from gui.widgets.palette import LIGHT
from tests.gui.painted_marks import marks_of, near
from tests.gui.sessions import with_session

BASELINE, CURRENT, OWN = LIGHT.colour("baseline"), LIGHT.colour("demand"), LIGHT.colour("further_0")
FIRST = 2026 * 12  # January 2026
MONTHS = Calendar(FIRST, 25)  # the last is January 2028
# a picture of 800 x 300: 58 pixels at its left, 10 above, 22 below; at its right 12, and the names
AREA = (58.0, 10.0, 800 - 12 - 150.0, 300 - 22.0)
STEP = (AREA[2] - AREA[0]) / 24


@pytest.fixture
def plans(qapp):
    found = with_session(PlanSet, Document(Scenario().having(name="A")))
    found.add(Document(Scenario().having(name="Bold")))
    return found


@pytest.fixture
def lines(qtbot, plans):
    widget = PlanLines()
    qtbot.addWidget(widget)
    widget.use_palette(LIGHT)
    widget.resize(800, 300)
    return widget


def straight(first: float, last: float) -> np.ndarray:
    return np.linspace(first, last, 25)


def picture(plans, *values, bands=(), **said) -> Picture:
    found = zip(plans.columns, values, [*bands, *[None] * len(values)], strict=False)
    made = tuple(PlanLine(column, line, band) for column, line, band in found)
    return Picture("Capacity", "EFLOP/s", ",.0f", MONTHS, made, **said)


def across(month: float) -> float:
    return AREA[0] + month * STEP


def down(value: float, low: float, high: float) -> float:
    return AREA[3] - (value - low) / (high - low) * (AREA[3] - AREA[1])


def test_that_a_line_goes_through_its_values_and_the_zero_line_is_darker(lines, plans):
    lines.show_picture(picture(plans, straight(0, 50), straight(0, 100)), "2026-07")
    drawn = marks_of(lines)
    # four hundredths of air above the highest: up to 104
    (current,) = [m for m in drawn.lines(CURRENT) if len(m.points) == 25]
    assert current.points[0] == pytest.approx((across(0), down(0, 0, 104)), abs=0.01)
    assert current.points[-1] == pytest.approx((across(24), down(100, 0, 104)), abs=0.01)
    assert (current.width, current.dashes) == (2.0, ())
    (baseline,) = [m for m in drawn.lines(BASELINE) if len(m.points) == 25]
    assert baseline.points[12] == pytest.approx((across(12), down(25, 0, 104)), abs=0.01)
    assert baseline.width == 1.25
    # 268 pixels have room for four round numbers: 0, 50 and 100
    for value, text in ((0, "0"), (50, "50"), (100, "100")):
        y = down(value, 0, 104)
        assert drawn.words(text).y == pytest.approx(y, abs=6)
        assert drawn.words(text).x < AREA[0] - 6
        ink = LIGHT.quiet if value == 0 else LIGHT.grid
        level = [m for m in drawn.lines(ink) if m.points == near((AREA[0], y), (AREA[2], y))]
        assert [(m.width, m.dashes) for m in level] == [(1.0, ())]


def test_that_years_stand_under_their_januaries_and_the_month_has_a_dotted_line(lines, plans):
    lines.show_picture(picture(plans, straight(0, 100)), "2026-07")
    drawn = marks_of(lines)
    metrics = QFontMetricsF(lines._font)
    for place, year in ((0, "2026"), (12, "2027"), (24, "2028")):
        left = across(place) - metrics.horizontalAdvance(year) / 2
        assert drawn.words(year).x == pytest.approx(left, abs=1)
        assert AREA[3] + 3 < drawn.words(year).y <= 300
    x = across(6)
    (marker,) = [m for m in drawn.lines(LIGHT.quiet) if m.dashes and len(m.points) == 2]
    assert marker.points == near((x, AREA[1]), (x, AREA[3]))
    assert marker.dashes == (1.0, 2.0)
    lines.show_picture(picture(plans, straight(0, 100)), "2030-01")
    dashed = [m for m in marks_of(lines).lines(LIGHT.quiet) if m.dashes]
    assert [len(m.points) for m in dashed] == [25]  # the baseline's own


def test_that_only_as_many_years_are_named_as_have_room(lines, plans):
    decades = Calendar(FIRST, 12 * 30 + 1)
    values = np.linspace(0, 100, decades.count)
    made = Picture("C", "u", ",.0f", decades, (PlanLine(plans.columns[1], values),))
    lines.show_picture(made, "2020-01")
    years = [text for text in marks_of(lines).texts if text.startswith("20") and len(text) == 4]
    # 31 years over 580 pixels have 18.7 each; a name needs 46, so every third is named
    assert years == [str(year) for year in range(2026, 2057, 3)]


def test_that_differences_go_below_nought_with_a_sign_and_a_gap_is_a_gap(lines, plans):
    values = straight(-100, 100)
    values[10:12] = np.nan
    lines.show_picture(picture(plans, straight(20, 20), values, signed=True), "2026-01")
    drawn = marks_of(lines)
    pieces = [m for m in drawn.lines(CURRENT) if m.width == 2.0]
    assert [len(m.points) for m in pieces] == [10, 13]
    # eight of 200 of air at both ends
    assert pieces[0].points[0] == pytest.approx((across(0), down(-100, -108, 108)), abs=0.01)
    assert pieces[1].points[0] == pytest.approx((across(12), down(0, -108, 108)), abs=0.01)
    assert {"−100", "0", "100"} <= set(drawn.texts)
    assert lines.spoken_description() == "Jan 2026: A, baseline +20, A, now −100"
    lines.show_picture(picture(plans, straight(20, 20), values, signed=True), "2026-11")
    assert lines.spoken_description() == "Nov 2026: A, baseline +20, A, now —"
    lines.show_picture(picture(plans, straight(20, 20), values, signed=True), "2028-01")
    assert lines.spoken_description() == "Jan 2028: A, baseline +20, A, now +100"
    nothing = (straight(0, 0), straight(-0.2, -0.2))
    lines.show_picture(picture(plans, *nothing, signed=True), "2028-01")
    assert lines.spoken_description() == "Jan 2028: A, baseline 0, A, now 0"
    lines.show_picture(picture(plans, straight(-20, -20)), "2028-01")
    assert lines.spoken_description() == "Jan 2028: A, baseline −20"
    lines.show_picture(picture(plans, straight(20, 20)), "2036-01")
    assert lines.spoken_description() == ""
    assert lines.accessibleName() == "Capacity, EFLOP/s"


def test_that_long_names_have_up_to_three_tenths_of_the_picture(lines, plans):
    column = plans.columns[2]
    for name in ("A plan with a name of this length", "A plan with such a name " * 8):
        column.name = name
        made = picture(plans, straight(0, 0), straight(0, 0), straight(0, 100))
        lines.show_picture(made, "2026-01")
        (line,) = [m for m in marks_of(lines).lines(OWN) if len(m.points) == 25]
        heavy = QFont(lines._font)
        heavy.setWeight(QFont.Weight.DemiBold)
        longest = QFontMetricsF(heavy).horizontalAdvance(f"1,000,000 {column.title}")
        room = 800 - 12 - line.points[-1][0]
        assert room == pytest.approx(min(longest + 8, 240), abs=0.1)
    assert room == pytest.approx(240)


def flat_band() -> Band:
    lines = {
        name: np.full(25, value)
        for name, value in (("p5", 20.0), ("p25", 40.0), ("p75", 60.0), ("p95", 80.0))
    }
    return Band(mean=np.full(25, 50.0), p50=np.full(25, 50.0), **lines)


def test_that_the_line_looked_at_is_in_front_with_its_band_and_the_others_pale(lines, plans):
    told = []
    lines.looked_at.connect(told.append)
    baseline = plans.columns[0]
    made = picture(plans, straight(50, 50), straight(10, 20), bands=[flat_band()])
    lines.show_picture(made, "2026-01")
    assert marks_of(lines).areas() == []
    lines.look_at(baseline)
    lines.look_at(baseline)
    assert (told, lines.hovered) == ([baseline], baseline)
    drawn = marks_of(lines)
    # with its band the scale goes up to 80, and three more
    outer, inner = drawn.areas()
    ends = [(across(0), down(80, 0, 83.2)), (across(24), down(80, 0, 83.2))]
    ends += [(across(24), down(20, 0, 83.2)), (across(0), down(20, 0, 83.2))]
    corners = tuple(outer.points[place] for place in (0, 24, 25, 49))
    assert corners == near(*ends)
    assert inner.points[0] == pytest.approx((across(0), down(60, 0, 83.2)), abs=0.01)
    assert inner.points[-1] == pytest.approx((across(0), down(40, 0, 83.2)), abs=0.01)
    assert outer.opacity == pytest.approx(46 / 255, abs=0.001)
    assert outer.fill == BASELINE.lower()
    long = [m for m in drawn if m.shape == "polyline" and len(m.points) == 25]
    assert [(m.ink, m.width) for m in long] == [(CURRENT.lower(), 2.0), (BASELINE.lower(), 3.0)]
    assert long[0].opacity == pytest.approx(120 / 255, abs=0.001)
    assert long[1].opacity == 1
    assert "50 A, baseline" in drawn.texts
    lines.show_picture(picture(plans), "2026-01")
    assert lines.hovered is None


def test_that_names_stand_at_the_ends_of_their_lines_and_never_over_one_another(lines, plans):
    made = picture(plans, straight(0, 100), straight(0, 100), straight(0, 50))
    lines.show_picture(made, "2026-01")
    drawn = marks_of(lines)
    names = [drawn.words(text) for text in ("A, baseline", "A, now", "Bold")]
    assert [name.ink for name in names] == [c.lower() for c in (BASELINE, CURRENT, OWN)]
    assert {name.x for name in names} == {AREA[2] + 8}
    tall = QFontMetricsF(lines._font).height()
    assert abs(names[0].y - names[1].y) == pytest.approx(tall, abs=0.01)
    middle = QFontMetricsF(lines._font).ascent() - tall / 2
    assert names[2].y == pytest.approx(down(50, 0, 104) + middle, abs=1)


def test_that_plans_apart_have_a_picture_each_of_one_scale(lines, plans):
    made = picture(plans, straight(0, 50), straight(0, 100), straight(0, 25), apart=True)
    lines.show_picture(made, "2026-07")
    drawn = marks_of(lines)
    # three of them in 800 x 300 stand beside each other: the root of 3 x 2.67 / 1.4 is 2.4
    # two across, so two rows of 150, each less 20 above and 22 below, and 58 and 12 beside
    ends = {"further_0": (0, 1, 25), "baseline": (0, 0, 50), "demand": (1, 0, 100)}
    for role, (column, row, last) in ends.items():
        long = [m for m in drawn.lines(LIGHT.colour(role)) if len(m.points) == 25]
        (line,) = long
        left, top = column * 400 + 58, row * 150 + 20
        high, foot = 150 - 20 - 22, row * 150 + 150 - 22
        assert line.points[0] == pytest.approx((left, foot), abs=0.01)
        end = (column * 400 + 400 - 12, foot - last / 104 * high)
        assert line.points[-1] == pytest.approx(end, abs=0.01)
        (sample,) = [m for m in drawn.lines(LIGHT.colour(role)) if m.width == 3]
        assert sample.points == near((left, top - 10), (left + 22, top - 10))
    for text, left in (("A, baseline", 58), ("A, now", 458), ("Bold", 58)):
        assert drawn.words(text).x == pytest.approx(left + 28, abs=0.01)
        assert drawn.words(text).ink == LIGHT.text.lower()


def pointer(kind, x, y, button=Qt.MouseButton.NoButton):
    at = QPointF(x, y)
    return QMouseEvent(kind, at, at, button, button, Qt.KeyboardModifier.NoModifier)


def test_that_the_pointer_looks_at_the_nearest_line_within_its_reach(lines, plans):
    baseline, current = plans.columns[:2]
    lines.show_picture(picture(plans, straight(0, 0), straight(100, 100)), "2026-01")
    marks_of(lines)
    top = down(100, 0, 104)
    moves = [(top + 23.9, current), (top + 24.1, None), (AREA[3] - 23, baseline), (top, current)]
    for y, found in moves:
        lines.mouseMoveEvent(pointer(QEvent.Type.MouseMove, across(12), y))
        assert lines.hovered is found
    lines.mouseMoveEvent(pointer(QEvent.Type.MouseMove, AREA[0] - 1, top))
    assert lines.hovered is None
    lines.look_at(current)
    lines.leaveEvent(QEvent(QEvent.Type.Leave))
    assert lines.hovered is None


def test_that_apart_the_picture_under_the_pointer_is_looked_at(lines, plans):
    made = picture(plans, straight(0, 0), straight(100, 100), apart=True)
    lines.show_picture(made, "2026-01")
    marks_of(lines)
    lines.mouseMoveEvent(pointer(QEvent.Type.MouseMove, 200, 150))
    assert lines.hovered is plans.columns[0]
    lines.mouseMoveEvent(pointer(QEvent.Type.MouseMove, 600, 150))
    assert lines.hovered is plans.columns[1]


def test_that_a_click_chooses_the_month_under_it(lines, plans):
    told = []
    lines.month_clicked.connect(told.append)
    lines.show_picture(picture(plans, straight(0, 100)), "2026-01")
    marks_of(lines)
    for month in (0.0, 5.6, 12.4, 23.9):
        lines.mousePressEvent(pointer(QEvent.Type.MouseButtonPress, across(month), 100))
    assert told == ["2026-01", "2026-07", "2027-01", "2028-01"]
    lines.mousePressEvent(pointer(QEvent.Type.MouseButtonPress, 20, 100))
    assert len(told) == 4


def test_that_the_scale_holds_nought_and_a_little_air():
    line = np.array([np.nan, 10.0, 60.0])
    assert span([line]) == pytest.approx((0, 62.4))
    assert span([-line]) == pytest.approx((-62.4, 0))
    assert span([line, np.array([-40.0])]) == pytest.approx((-44, 64))
    assert span([np.array([0.0]), np.array([np.nan])]) == (0, 1)
    assert span([]) == (0, 1)


def test_that_marks_are_round_and_no_more_than_asked_for():
    assert ticks(0, 10, 5) == [0, 2, 4, 6, 8, 10]
    assert ticks(0, 10, 4) == [0, 2.5, 5, 7.5, 10]
    assert ticks(-7, 12, 4) == [-5, 0, 5, 10]
    assert ticks(0, 1.0, 1) == [0, 1]
    assert ticks(0.3, 0.7, 4) == [0.3, 0.4, 0.5, 0.6, 0.7]
    assert ticks(5, 5, 4) == ticks(5, 4, 4) == ticks(0, 10, 0) == []


def test_that_the_finest_mark_says_how_many_digits_all_have():
    assert decimals([0, 2, 4]) == 0
    assert decimals([0, 2.5, 5]) == 1
    assert decimals([0, 0.25, 1000.5]) == 2
    assert decimals([1e-7]) == 6
    assert decimals([1e6 + 1e-4]) == 0  # a digit that a float of this size no longer has
    assert decimals([]) == 0


def test_that_names_move_apart_and_stay_inside():
    assert spread_out([10, 50, 90], 10, 0, 100) == [10, 50, 90]
    assert spread_out([10, 12, 14], 10, 0, 100) == [10, 20, 30]
    assert spread_out([90, 95, 99], 10, 0, 100) == [80, 90, 100]
    assert spread_out([-5, 50], 10, 0, 100) == [0, 50]
    assert spread_out([], 10, 0, 100) == []
