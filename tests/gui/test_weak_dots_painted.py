"""What matters against what is weak: where dots and names stand, worked out by hand.

660 x 260 pixels have 600 x 200 for the dots: three grades of 200, and three tenfold steps.
"""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QMouseEvent

from gui.pages.evidence.scatter import (
    WeakDot,
    WeakMatters,
    _cross,
    _is_apart,
    _is_clear,
    _leading,
)
from gui.widgets.palette import LIGHT
from tests.gui.painted_marks import marks_of, near

LEFT, RIGHT, TOP, FOOT = 46.0, 646.0, 26.0, 226.0
BIG = WeakDot("big", "Big", 1.5, 1.0, "big words")
MIDDLE = WeakDot("middle", "Middle", 0.75, 0.1, "middle words")
SMALL = WeakDot("small", "Small", 2.25, 1e-5, "small words")
OLD = WeakDot("old", "Old", 4.0, 0.01, "old words")


@pytest.fixture
def plot(qtbot):
    found = WeakMatters()
    qtbot.addWidget(found)
    found.use_palette(LIGHT)
    found.resize(660, 260)
    found.show_dots((BIG, MIDDLE, SMALL, OLD), "middle")
    return found


PLACES = {
    "big": (LEFT + 300, TOP),
    "middle": (LEFT + 150, TOP + 200 / 3),
    "small": (LEFT + 450, FOOT),  # what matters less lies on the lower edge
    "old": (RIGHT, TOP + 400 / 3),  # and what is weaker on the right one
}


def test_that_a_dot_is_as_far_right_as_it_is_weak_and_as_high_as_it_matters(plot):
    dots = marks_of(plot).dots()
    assert [d.points for d in dots] == [near(place) for place in PLACES.values()]
    assert [d.radius for d in dots] == [4, 5, 4, 4]
    fills = [LIGHT.quiet.lower()] * 4
    fills[1] = LIGHT.accent.lower()  # the one that is looked at
    assert [d.fill for d in dots] == fills
    assert {d.ink for d in dots} == {LIGHT.ground.lower()}


def test_that_the_scale_ends_with_what_matters_most_but_has_a_tenfold_step(plot):
    plot.show_dots((WeakDot("a", "A", 0, 0.1, ""), WeakDot("b", "B", 0, 0.01, "")), None)
    assert [d.y for d in marks_of(plot).dots()] == [*near(TOP, TOP + 100)]
    plot.show_dots((WeakDot("a", "A", 0, 1e-3, ""), WeakDot("b", "B", 0, 5e-3, "")), None)
    low, high = (d.y for d in marks_of(plot).dots())
    assert (low, high) == near(FOOT, FOOT - 200 * 0.69897)
    plot.show_dots((), None)
    assert marks_of(plot).dots() == []


def test_that_grades_are_bands_and_shares_have_their_height(plot):
    drawn = marks_of(plot)
    lines = [m.points for m in drawn.lines(LIGHT.grid)]
    for band in range(4):
        x = LEFT + 200 * band
        assert near((x, TOP), (x, FOOT)) in lines
    assert near((LEFT, FOOT), (RIGHT, FOOT)) in lines
    metrics = QFontMetricsF(plot._font)
    for band, text in enumerate(("A: filings", "B: analysts", "C: press, guesses")):
        middle = LEFT + 200 * band + 100
        half = metrics.horizontalAdvance(text) / 2
        assert drawn.words(text).x == pytest.approx(middle - half, abs=2)
    for step, text in enumerate(("0.1%", "1%", "10%", "100%")):
        y = FOOT - step * 200 / 3
        assert drawn.words(text).y == pytest.approx(y, abs=6)
        right = drawn.words(text).x + metrics.horizontalAdvance(text)
        assert right == pytest.approx(41, abs=5)
    older = drawn.words("older, or left wider open →")
    right = older.x + metrics.horizontalAdvance(older.text)
    assert right == pytest.approx(RIGHT, abs=3)
    assert drawn.words("↑ matters: share of the measure that it moves").x == 4
    plot.show_dots((MIDDLE,), None)
    assert not {"100%"} & set(marks_of(plot).texts)  # beyond its top


def test_that_the_six_worst_are_named_beside_their_dots(plot):
    drawn = marks_of(plot)
    for name, room, dot in plot.names():
        assert drawn.words(name).x == pytest.approx(room.left(), abs=0.01)
        assert 6 <= _leading(dot, room).length() <= 7.01  # clear of its dot, and no further
        assert QRectF(LEFT, TOP - 6, 600, 206).contains(room)
    assert [name for name, _, _ in plot.names()] == ["Big", "Middle", "Old", "Small"]
    assert plot.accessibleDescription() == "big words; middle words; old words; small words"
    many = [WeakDot(n, f"Dot {n}", 0.3 * n, 0.5, f"words {n}") for n in range(8)]
    plot.show_dots(many, None)
    assert [name for name, _, _ in plot.names()] == [f"Dot {n}" for n in (7, 6, 5, 4, 3, 2)]
    assert plot.accessibleDescription().startswith("words 7; words 6")
    assert "words 1" not in plot.accessibleDescription()


def test_that_names_cover_no_dot_and_no_other_name(plot):
    crowd = [WeakDot(n, f"A long name {n}", 1.5 + n / 20, 0.05, "") for n in range(6)]
    plot.show_dots(crowd, None)
    named = plot.names()
    assert len(named) > 3
    rooms = [room for _, room, _ in named]
    dots = [plot._at(dot) for dot in crowd]
    for place, room in enumerate(rooms):
        assert not any(room.intersects(other) for other in rooms[place + 1 :])
        assert not any(room.contains(dot) for dot in dots)
        assert QRectF(LEFT, TOP - 6, 600, 206).contains(room)
    far = [(room, dot) for _, room, dot in named if _leading(dot, room).length() > 14]
    led = [m for m in marks_of(plot).lines(LIGHT.quiet) if len(m.points) == 2]
    assert len(led) == len(far)


def pointer(x, y):
    at, left = QPointF(x, y), Qt.MouseButton.LeftButton
    kind = QEvent.Type.MouseButtonPress
    return QMouseEvent(kind, at, at, left, left, Qt.KeyboardModifier.NoModifier)


def test_that_the_nearest_dot_within_reach_is_chosen(plot):
    told = []
    plot.chosen.connect(told.append)
    x, y = PLACES["middle"]
    for across, down in ((6, 6), (6.1, 6), (0, -11.9), (0, -12.1)):
        plot.mousePressEvent(pointer(x + across, y + down))
    assert told == ["middle", "middle"]
    beside = WeakDot("beside", "Beside", 0.8, 0.1, "")  # ten pixels to the right
    plot.show_dots((MIDDLE, beside), None)
    top = plot._at(MIDDLE).y()
    for across in (4.9, 5.1):
        plot.mousePressEvent(pointer(x + across, top))
    assert told[2:] == ["middle", "beside"]


def test_that_a_line_leads_from_a_dot_to_the_nearest_of_its_name():
    room = QRectF(10, 10, 20, 10)
    for dot, end in (
        ((0, 15), (10, 15)),
        ((20, 0), (20, 10)),
        ((40, 30), (30, 20)),
        ((15, 12), (15, 12)),
    ):
        line = _leading(QPointF(*dot), room)
        assert (line.p1().toTuple(), line.p2().toTuple()) == (dot, end)


def test_that_a_leading_line_touches_no_other_dot_and_no_other_line():
    line = QLineF(0, 0, 100, 0)
    own = QPointF(0, 0)
    assert _is_clear(line, [own], [])
    assert not _is_clear(line, [own, QPointF(50, 5.9)], [])
    assert _is_clear(line, [own, QPointF(50, 6)], [])
    assert _is_clear(line, [own, QPointF(-7, 0), QPointF(107, 0)], [])
    assert not _is_clear(line, [own, QPointF(105, 0)], [])
    assert not _is_clear(line, [own], [QLineF(50, -10, 50, 10)])
    assert _is_clear(line, [own], [QLineF(50, 1, 50, 10)])
    assert _is_clear(QLineF(0, 0, 14, 0), [own, QPointF(7, 0)], [])  # a short one is none
    assert not _is_clear(QLineF(0, 0, 14.1, 0), [own, QPointF(7, 0)], [])


def test_that_a_leading_line_goes_through_no_other_name():
    room = QRectF(40, -5, 20, 10)
    assert not _is_apart(QLineF(0, 0, 100, 0), room)
    assert _is_apart(QLineF(0, 6, 100, 6), room)
    assert not _is_apart(QLineF(50, -20, 50, 20), room)
    assert _is_apart(QLineF(42, 0, 56, 0), room)  # no line is drawn
    assert _cross(QLineF(0, 0, 10, 10), QLineF(0, 10, 10, 0))
    assert not _cross(QLineF(0, 0, 4, 4), QLineF(0, 10, 10, 0))  # they would meet further on
