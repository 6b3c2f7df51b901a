"""Chances by month, worlds by their conditions, and mixes by cost: painted where they must be."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QFontMetricsF, QMouseEvent

from engine.analysis.failing import Failing, When
from engine.analysis.mixes import LEAST, THIS, MixOutcome
from engine.analysis.outcomes import MeanDifference
from engine.analysis.paired import Paired
from gui.pages.risk.frontier import HedgeFrontier
from gui.pages.risk.plot import small
from gui.pages.risk.scatter import WorldScatter
from gui.pages.why.chance_view import ChanceView
from gui.widgets.palette import LIGHT
from tests.gui.painted_marks import marks_of, near, painted_by

SHORTFALL, ACCENT = LIGHT.colour("shortfall").lower(), LIGHT.accent.lower()


# By month how often it is better: 600 x 200 pixels of 25 months, 24 pixels each


@pytest.fixture
def chances(qtbot):
    view = ChanceView()
    qtbot.addWidget(view)
    view.use_palette(LIGHT)
    view.resize(660, 234)
    better, worse = np.zeros(25), np.zeros(25)
    better[10], worse[5] = 0.5, 0.25
    view.show_chances(Paired(better, 1 - better - worse, worse), "2026-01")
    view.mark_month(6)
    return view


def month_x(month: float) -> float:
    return 46 + 24 * month


def test_that_better_rises_from_below_and_worse_falls_from_above(chances):
    drawn = marks_of(chances)
    (better,) = [m for m in drawn.lines(ACCENT) if len(m.points) == 50]
    assert better.points[20:22] == near((month_x(10), 110), (month_x(11), 110))
    assert better.points[0] == near((46, 210))[0]
    assert better.width == 2
    (worse,) = [m for m in drawn.lines(SHORTFALL) if len(m.points) == 50]
    assert worse.points[10:12] == near((month_x(5), 60), (month_x(6), 60))
    assert worse.points[0] == near((46, 10))[0]
    assert worse.width == 1
    below = next(m for m in drawn.areas() if m.fill == ACCENT)
    assert below.points[-2:] == near((646, 210), (46, 210))
    assert below.opacity == pytest.approx(60 / 255, abs=0.001)
    above = next(m for m in drawn.areas() if m.fill == SHORTFALL)
    assert above.points[-2:] == near((646, 10), (46, 10))
    (month,) = [m for m in drawn.lines(LIGHT.quiet) if len(m.points) == 2]
    assert month.points == near((month_x(6.5), 10), (month_x(6.5), 210))
    for share, text in ((0, "0%"), (0.5, "50%"), (1, "100%")):
        y = 210 - 200 * share
        level = near((46, y), (646, y))
        assert [m for m in drawn.lines(LIGHT.grid) if m.points == level]
        assert text in drawn.texts
    assert [t for t in drawn.texts if t.startswith("20")] == ["2026", "2027", "2028"]


def test_that_each_side_is_named_in_its_highest_month_where_there_is_room(chances):
    drawn = marks_of(chances)
    metrics = QFontMetricsF(small(chances.font()))
    middle = metrics.height() / 2 - metrics.descent()
    better, worse = drawn.words("better"), drawn.words("worse")
    assert (better.x, better.y) == near(month_x(10) + 4, 160 + middle)
    assert (worse.x, worse.y) == near(month_x(5) + 4, 35 + middle)
    for chance, named in ((0.15, True), (0.149, False)):
        line = np.full(25, 0.0)
        line[24] = chance
        chances.show_chances(Paired(line, 1 - line, line * 0), "2026-01")
        texts = marks_of(chances).texts
        assert ("better" in texts) == named
        assert "worse" not in texts
    line = np.full(25, 0.5)
    line[24] = 0.6
    chances.show_chances(Paired(line, 1 - line, line * 0), "2026-01")
    wide = metrics.horizontalAdvance("better")
    assert marks_of(chances).words("better").x == pytest.approx(646 - wide - 4, abs=0.1)


def test_that_the_month_is_chosen_by_keys_and_by_the_mouse(chances, qtbot):
    told = []
    chances.month_chosen.connect(told.append)
    key, shift = Qt.Key, Qt.KeyboardModifier.ShiftModifier
    none = Qt.KeyboardModifier.NoModifier
    for pressed, held in (
        *((key.Key_Left, none), (key.Key_Right, none), (key.Key_Right, shift)),
        *((key.Key_Left, shift), (key.Key_Home, none), (key.Key_End, none)),
    ):
        qtbot.keyClick(chances, pressed, held)
    assert told == [5, 7, 18, 0, 0, 24]
    left, free = Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton
    take = {
        QEvent.Type.MouseButtonPress: chances.mousePressEvent,
        QEvent.Type.MouseMove: chances.mouseMoveEvent,
    }
    for kind, taken in take.items():
        for x, button in ((month_x(3) + 1, left), (10, left), (655, left), (100, free)):
            at = QPointF(x, 100)
            taken(QMouseEvent(kind, at, at, button, button, none))
    assert told[6:] == [3, 0, 24] * 2


def test_that_the_chances_of_the_month_are_said(chances):
    chances.mark_month(10)
    assert chances.spoken_description() == "Nov 2026: better in 50% of worlds, worse in 0%"
    chances.mark_month(25)
    assert chances.spoken_description() == ""
    chances.show_chances(None, "2026-01")
    assert chances.spoken_description() == ""
    assert not marks_of(chances).areas()


# Every world a dot: 600 x 200 pixels, three hundredths of air at each end


def when(key: str, of: str, low, high, ends, plan, values) -> When:
    return When(key, of, low, high, *ends, plan, None, np.array(values, float))


ACROSS = when("power_budget_gw", "", None, 3.0, (2, 4), 2.5, (2, 3, 4))
ALONG = when("revenue_growth", "", 0.5, None, (0, 1), 0.75, (0, 0.5, 1))


def world_at(across: float, along: float) -> tuple[float, float]:
    return 16 + 600 * (across - 1.94) / 2.12, 224 - 200 * (along + 0.03) / 1.06


@pytest.fixture
def worlds(qtbot):
    view = WorldScatter()
    qtbot.addWidget(view)
    view.use_palette(LIGHT)
    view.resize(628, 260)
    return view


def failing(*conditions: When) -> Failing:
    return Failing(1.0, 0.34, conditions, 0.9, 0.8, np.array([True, False, False]))


def test_that_worlds_stand_by_both_conditions_and_failing_ones_stand_out(worlds):
    worlds.show_failing(failing(ACROSS, ALONG))
    drawn = painted_by(worlds._paint, worlds)
    dots = drawn.dots()
    assert [d.points for d in dots] == [
        near(world_at(3, 0.5)),
        near(world_at(4, 1)),
        near(world_at(2, 0)),
    ]
    assert [d.fill for d in dots] == [LIGHT.colour("baseline").lower()] * 2 + [SHORTFALL]
    assert dots[0].opacity == pytest.approx(110 / 255, abs=0.001)
    assert (dots[2].opacity, dots[2].radius) == (1, 2.2)
    frame, shade, edge = drawn.boxes()
    assert frame.points == near((16, 24), (616, 224))
    # up to 3 across, which has no other end, and from a half upwards
    inside = near((16, 24), (world_at(3, 0)[0], world_at(0, 0.5)[1]))
    assert shade.points == edge.points == inside
    assert shade.opacity == pytest.approx(26 / 255, abs=0.001)
    assert (edge.ink, edge.width) == (SHORTFALL, 2)
    assert edge.dashes
    x, y = world_at(2.5, 0.75)
    cross = [m.points for m in drawn.lines(LIGHT.text)]
    assert cross == [near((x - 6, y), (x + 6, y)), near((x, y - 6), (x, y + 6))]
    assert worlds.accessibleDescription().startswith("34% of the worlds fail. Drawn by: ")
    metrics = QFontMetricsF(small(worlds.font()))
    name = next(m for m in drawn if m.text.endswith("→"))
    right = name.x + metrics.horizontalAdvance(name.text)
    assert right == pytest.approx(616, abs=0.1)
    assert name.y == pytest.approx(224 + 2 * metrics.height() + 2, abs=0.1)
    assert next(m for m in drawn if m.text.startswith("↑")).points == near((16, 20))
    low, high = (next(m for m in drawn if m.text.startswith(f"{n} GW")) for n in (2, 4))
    assert low.points == near((16, 224 + metrics.height() + 2))
    assert high.x == pytest.approx(616 - metrics.horizontalAdvance(high.text), abs=0.1)


def test_that_one_condition_has_no_height_of_its_own(worlds):
    worlds.show_failing(failing(ACROSS))
    drawn = painted_by(worlds._paint, worlds)
    heights = [224 - 200 * share for share in (0.618034, 0.236068, 0.0)]
    assert [d.y for d in drawn.dots()] == [*near(*heights)]
    assert drawn.lines(LIGHT.text) == []
    assert drawn.boxes()[1].points[1][1] == pytest.approx(224)
    worlds.show_failing(failing())
    assert worlds.isHidden()


# Mixes by what they cost: 600 x 200 pixels


def mix(name: str, cost: float, tail: float) -> MixOutcome:
    premium = MeanDifference(cost, cost, 0.0, 0.0)
    return MixOutcome(name, None, premium, MeanDifference(tail, tail, 0.0, 0.0), tail)


@pytest.fixture
def frontier(qtbot):
    view = HedgeFrontier()
    qtbot.addWidget(view)
    view.use_palette(LIGHT)
    view.resize(676, 264)
    return view


def mix_at(cost: float, tail: float) -> tuple[float, float]:
    """From 88 to 212, and from 38 to 162: twelve hundredths of air."""
    return 56 + 600 * (cost - 88) / 124, 224 - 200 * (tail - 38) / 124


def test_that_mixes_stand_by_cost_and_by_what_they_leave_unserved(frontier):
    found = (mix(THIS, 100, 150), mix("tpu", 200, 50), mix(LEAST, 150, 100), mix("gpu", 120, 60))
    frontier.show_mixes(found, ("this plan", "the TPU alone", "least", "GPU alone"))
    drawn = marks_of(frontier)
    places = [mix_at(*place) for place in ((100, 150), (200, 50), (150, 100), (120, 60))]
    dots = [d for d in drawn.dots() if d.radius == 5]
    assert [d.points for d in dots] == [near(place) for place in places]
    inks = [LIGHT.text, LIGHT.colour("tpu"), LIGHT.text, LIGHT.colour("gpu")]
    assert [d.fill for d in dots] == [ink.lower() for ink in inks]
    this, least = [d for d in drawn.dots() if d.radius == 8]
    assert (this.points, least.points) == (near(places[0]), near(places[2]))
    assert (this.dashes, this.width, this.ink) == ((), 2, ACCENT)
    assert least.dashes
    metrics = QFontMetricsF(small(frontier.font()))
    assert drawn.words("this plan").x == pytest.approx(places[0][0] + 12, abs=0.01)
    wide = metrics.horizontalAdvance("the TPU alone")
    assert drawn.words("the TPU alone").x == pytest.approx(places[1][0] - 12 - wide, abs=0.1)
    for value in (100, 125, 150, 175, 200):
        half = metrics.horizontalAdvance(str(value)) / 2
        along = [m for m in drawn if m.text == str(value) and m.y > 224]
        assert along[0].x == pytest.approx(mix_at(value, 0)[0] - half, abs=0.1)
    name = drawn.words("economic cost, $bn →")
    assert name.x == pytest.approx(656 - metrics.horizontalAdvance(name.text), abs=0.1)
    assert name.y == pytest.approx(224 + 2 * metrics.height() + 4, abs=0.1)
    assert drawn.words("↑ unserved in the worst 5%, $bn").points == near((4, 16))
    assert frontier.accessibleDescription() == "this plan; the TPU alone; least; GPU alone"


def test_that_mixes_that_are_one_are_drawn_as_one_and_nothing_is_less_than_none(frontier):
    frontier.show_mixes((mix(THIS, 100, 0), mix("tpu", 100, 0)), ("a", "b"))
    frame = frontier._frame()
    assert (frame.left, frame.right) == pytest.approx((99.8, 100.2))
    assert (frame.bottom, frame.top) == pytest.approx((0, 1))
    frontier.show_mixes((mix(THIS, 100, 1), mix("tpu", 110, 101)), ("a", "b"))
    frame = frontier._frame()
    assert (frame.left, frame.right) == pytest.approx((98.8, 111.2))
    assert (frame.bottom, frame.top) == pytest.approx((0, 113))
