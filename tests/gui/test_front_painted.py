"""The front of plans, cost against what is left unserved, as it is painted."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QFontMetricsF, QMouseEvent

from engine import Document, Scenario
from gui.document.comparison import PlanSet
from gui.pages.compare.front import FrontPoint, PlanFront
from gui.widgets.palette import DARK, LIGHT
from tests.gui.painted_marks import marks_of, near
from tests.gui.sessions import with_session

BASELINE, CURRENT, OWN = LIGHT.colour("baseline"), LIGHT.colour("demand"), LIGHT.colour("further_0")


@pytest.fixture
def plans(qapp):
    found = with_session(PlanSet, Document(Scenario().having(name="A")))
    found.add(Document(Scenario().having(name="Bold")))
    return found


def pointer(kind, x, y, button=Qt.MouseButton.NoButton):
    at = QPointF(x, y)
    return QMouseEvent(kind, at, at, button, button, Qt.KeyboardModifier.NoModifier)


@pytest.fixture
def front(qtbot):
    widget = PlanFront()
    qtbot.addWidget(widget)
    widget.use_palette(LIGHT)
    widget.resize(678, 364)  # 600 x 300 inside: 58, 20, 26 and 38 are its margins
    return widget


def points(plans):
    baseline, current, own = plans.columns
    return (
        FrontPoint(baseline, 100.0, 50.0, True, False, "baseline is on the front"),
        FrontPoint(current, 200.0, 10.0, True, False, "current is on the front"),
        FrontPoint(own, 180.0, 40.0, False, False, "own is beaten"),
    )


def at(cost: float, loss: float) -> tuple[float, float]:
    """The costs have twelve hundredths of their span at both sides, the losses of their height."""
    return 58 + (cost - 88) / 124 * 600, 326 - (loss + 3) / 59 * 300


def test_that_points_stand_where_cost_and_loss_say_and_the_front_is_a_stair(front, plans):
    front.show_points(points(plans))
    drawn = marks_of(front)
    middles = {m.ink: m for m in drawn.dots()}
    wanted = {BASELINE: (100, 50), CURRENT: (200, 10), OWN: (180, 40)}
    for colour, place in wanted.items():
        dot = middles[colour.lower()]
        assert dot.points[0] == pytest.approx(at(*place), abs=0.01)
        assert (dot.radius, dot.width) == (5, 2)
    assert middles[BASELINE.lower()].fill == BASELINE.lower()
    assert middles[OWN.lower()].fill == LIGHT.ground.lower()  # hollow: it is beaten
    (stair,) = [m for m in drawn.lines(LIGHT.quiet) if m.dashes]
    assert stair.points == near(at(100, 50), at(200, 50), at(200, 10))
    assert stair.width == 1.25
    assert front.accessibleDescription() == (
        "baseline is on the front; current is on the front; own is beaten"
    )
    assert {"↑ unserved revenue, $bn", "economic cost, $bn →"} <= set(drawn.texts)


def test_that_what_is_as_good_in_practice_has_a_ring_and_what_is_not_known_no_dot(front, plans):
    _, current, own = plans.columns
    tied = FrontPoint(current, 101.0, 50.0, False, True, "tied")
    unknown = FrontPoint(own, float("nan"), 1.0, True, False, "unknown")
    other = FrontPoint(own, 1.0, float("nan"), True, False, "unknown")
    front.show_points((points(plans)[0], tied, unknown, other))
    assert [point.words for point in front.points] == ["baseline is on the front", "tied"]
    dots = [m for m in marks_of(front).dots() if m.ink == CURRENT.lower()]
    assert [(m.radius, m.width, m.fill) for m in dots] == [
        (5, 2, CURRENT.lower()),
        (8.5, 1.25, ""),
    ]
    assert front._spans() == pytest.approx((99.88, 101.12, -3, 56))


def test_that_one_point_and_none_have_a_span_as_well(front, plans):
    front.show_points(points(plans)[:1])
    assert front._spans() == pytest.approx((88, 112, -3, 56))
    front.show_points(())
    assert front._spans() == pytest.approx((-0.12, 1.12, -0.06, 1.12))
    assert marks_of(front).dots() == []


def test_that_names_stand_beside_their_points_where_there_is_room(front, plans):
    plans.columns[1].name = "A plan of some length"
    front.show_points(points(plans))
    drawn = marks_of(front)
    metrics = QFontMetricsF(front._font)
    left = at(100, 50)
    name = drawn.words("A")
    assert name.x == pytest.approx(left[0] + 12.5, abs=0.01)
    assert name.y < left[1]  # above the stair, which runs to the right
    right = at(200, 10)
    name = drawn.words("A plan of some length")
    wide = metrics.horizontalAdvance("A plan of some length")
    assert name.x == pytest.approx(right[0] - 12.5 - wide, abs=0.1)
    beaten = at(180, 40)
    name = drawn.words("Bold")
    assert name.x == pytest.approx(beaten[0] + 12.5, abs=0.01)
    middle = metrics.ascent() - metrics.height() / 2
    assert name.y == pytest.approx(beaten[1] + middle, abs=1)


def test_that_where_names_meet_the_one_on_the_front_is_read(front, plans):
    baseline, current, own = plans.columns
    close = (
        FrontPoint(own, 180.0, 41.0, False, False, "own is beaten"),
        FrontPoint(baseline, 100.0, 50.0, True, False, "baseline is on the front"),
        FrontPoint(current, 180.0, 40.0, True, False, "current is on the front"),
    )
    front.show_points(close)
    texts = marks_of(front).texts
    assert "A, now" in texts
    assert "Bold" not in texts


def test_that_the_axes_have_round_numbers_at_their_places(front, plans):
    front.show_points(points(plans))
    drawn = marks_of(front)
    metrics = QFontMetricsF(front._font)
    # 600 pixels have room for eight numbers and 300 for four
    for value in (100, 120, 140, 160, 180, 200):
        left = at(value, 0)[0] - metrics.horizontalAdvance(str(value)) / 2
        assert drawn.words(str(value)).x == pytest.approx(left, abs=1)
    for value in (0, 20, 40):
        y = at(100, value)[1]
        assert drawn.words(str(value)).y == pytest.approx(y, abs=6)
        right = drawn.words(str(value)).x + metrics.horizontalAdvance(str(value))
        assert right == pytest.approx(52, abs=1)
        ink = LIGHT.quiet if value == 0 else LIGHT.grid
        level = near((58, y), (658, y))
        assert [m.width for m in drawn.lines(ink) if m.points == level] == [1]


def test_that_the_pointer_finds_the_nearest_point_within_its_reach(front, plans):
    told = []
    front.looked_at.connect(told.append)
    front.show_points(points(plans))
    x, y = at(100, 50)
    for across_, down_ in ((7, 7), (8, 5), (7.5, 7), (0, 0)):
        front.mouseMoveEvent(pointer(QEvent.Type.MouseMove, x + across_, y + down_))
    assert told == [plans.columns[0], None, plans.columns[0]]
    (dot,) = [m for m in marks_of(front).dots() if m.ink == BASELINE.lower()]
    assert dot.radius == 6
    front.mouseMoveEvent(pointer(QEvent.Type.MouseMove, *at(180, 40)))
    assert told[-1] is plans.columns[2]


def test_that_another_palette_has_other_colours(front, plans):
    front.use_palette(DARK)
    front.show_points(points(plans))
    drawn = marks_of(front)
    assert drawn[0].fill == DARK.ground.lower()
    assert {m.ink for m in drawn.dots()} == {
        DARK.colour(role).lower() for role in ("baseline", "demand", "further_0")
    }
