"""What moves over the map of mixes: corner names, locks, guides, ring and the pointer's reading."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, QPointF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QMouseEvent

from gui.pages.mix import triangle as triangle_module
from gui.pages.mix.painting import Geometry, small_font
from gui.pages.mix.triangle import MixTriangle
from gui.widgets.palette import LIGHT
from tests.gui.canvas import Drawn, painted_by
from tests.gui.made_map import INKS, picture

FAMILIES = ("tpu", "trainium", "gpu")
NAMES = ("Google TPU", "AWS Trainium", "NVIDIA GPU")
THIRD = dict.fromkeys(FAMILIES, 1 / 3)
LEFT, RIGHT = Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton
NOBODY = Qt.MouseButton.NoButton
NONE = Qt.KeyboardModifier.NoModifier


@pytest.fixture
def triangle(qtbot) -> MixTriangle:
    found = MixTriangle(FAMILIES)
    qtbot.addWidget(found)
    found.setFont(QFont("Inter", 10))
    found.use_palette(INKS)
    found.resize(600, 500)
    return found


def painted(triangle: MixTriangle, monkeypatch) -> list[Drawn]:
    """What is painted over the ground."""
    triangle._ground = None
    with monkeypatch.context() as patch:
        patch.setattr(triangle_module, "MapPainter", NoMap)
        return painted_by(triangle, triangle_module, patch)


class NoMap:
    def __init__(self, *_) -> None:
        pass

    def paint(self, *_) -> None:
        pass


def of_kind(drawn: list[Drawn], kind: str) -> list[Drawn]:
    return [each for each in drawn if each.kind == kind]


def moved(triangle: MixTriangle, at: QPointF, held=NOBODY) -> None:
    event = QMouseEvent(
        QEvent.Type.MouseMove, at, QPointF(triangle.mapToGlobal(at)), NOBODY, held, NONE
    )
    triangle.mouseMoveEvent(event)


def press(triangle: MixTriangle, at: QPointF, button=LEFT) -> bool:
    """Whether the press is the triangle's."""
    there = QPointF(triangle.mapToGlobal(at))
    event = QMouseEvent(QEvent.Type.MouseButtonPress, at, there, button, button, NONE)
    triangle.mousePressEvent(event)
    return event.isAccepted()


def release(triangle: MixTriangle, button=LEFT) -> None:
    at = QPointF(0, 0)
    triangle.mouseReleaseEvent(
        QMouseEvent(QEvent.Type.MouseButtonRelease, at, at, button, NOBODY, NONE)
    )


def test_that_the_triangle_leaves_room_for_its_names_as_large_as_their_letters(triangle):
    assert triangle.geometry_ == Geometry.fitting(QSize(600, 500), (44.0, 57.0, 44.0, 58.0))
    triangle.use_palette(INKS.scaled(2.0))
    assert triangle.geometry_ == Geometry.fitting(QSize(600, 500), (88.0, 114.0, 88.0, 116.0))
    assert triangle.minimumSize() == QSize(256, 280)
    assert triangle.sizeHint() == QSize(620, 320)


def test_that_each_corner_has_its_family_its_share_and_what_it_gives_alone(triangle, monkeypatch):
    triangle.show_shares({"tpu": 0.5, "trainium": 0.3, "gpu": 0.2})
    triangle.show_picture(picture([0.0, 1.0, 2.0, 3.0, 4.0, 5.0]))
    drawn = painted(triangle, monkeypatch)
    texts, bars = of_kind(drawn, "text"), of_kind(drawn, "rect")
    bold = small_font(triangle.font(), bold=True)
    bold.setPointSizeF(10.0)
    big, small = QFontMetricsF(bold), QFontMetricsF(small_font(triangle.font()))
    high = big.height()
    corners = triangle.geometry_.corners.toList()
    said = ("50.00%", "30.00%", "20.00%"), ("$0.000", "$3.000", "$5.000")
    for place, (family, corner) in enumerate(zip(FAMILIES, corners, strict=True)):
        name, alone = texts[2 * place : 2 * place + 2]
        assert name.text == f"{NAMES[place]} {said[0][place]}"
        assert alone.text == f"alone: {said[1][place]}"
        assert (name.pen, alone.pen) == ("#010101 1", "#020202 1")
        assert (name.points, alone.points) == (10.0, round(10 * 8.5 / 9.5, 2))
        wide, under = big.horizontalAdvance(name.text), small.horizontalAdvance(alone.text)
        y = corner.y() - 2.4 * high - 4.5 if place == 0 else corner.y() + high + 12
        room = max(wide, under) / 2 + 2
        centre = min(max(corner.x(), room), 600 - room)
        assert name.place == pytest.approx((centre - wide / 2, y + high * 0.6), abs=2e-3)
        assert alone.place == pytest.approx((centre - under / 2, y + high * 1.5 + 2), abs=2e-3)
        line = bars[place]
        assert line.place == pytest.approx(
            (centre - wide / 2, y + high * 0.6 + 2, wide, 2), abs=2e-3
        )
        assert line.brush == LIGHT.colour(family).lower()


def test_that_without_a_map_a_corner_has_its_name_alone(triangle, monkeypatch):
    texts = [each.text for each in of_kind(painted(triangle, monkeypatch), "text")]
    assert texts == [text for name in NAMES for text in (f"{name} 33.33%", "")]


def test_that_a_name_at_an_edge_stays_within_the_widget(triangle, monkeypatch):
    triangle.setMinimumSize(0, 0)
    triangle.resize(260, 300)
    for each in of_kind(painted(triangle, monkeypatch), "text"):
        assert each.place[0] >= 0
        assert each.place[0] <= 260


def test_that_the_puck_stands_on_the_mix_and_the_baseline_is_a_ring(triangle, monkeypatch):
    triangle.show_shares({"tpu": 1.0, "trainium": 0.0, "gpu": 0.0})
    top = triangle.geometry_.corners.toList()[0]
    assert triangle.puck == top
    puck, dot = of_kind(painted(triangle, monkeypatch), "ellipse")
    assert puck.place[:2] == dot.place[:2] == pytest.approx(top.toTuple(), abs=1e-3)
    triangle.show_baseline({"gpu": 1.0, "tpu": 0.0, "trainium": 0.0})  # in whatever order
    right = triangle.geometry_.corners.toList()[2]
    ground, ring, *_ = of_kind(painted(triangle, monkeypatch), "ellipse")
    assert ground.place == ring.place == pytest.approx((*right.toTuple(), 8, 8), abs=1e-3)
    assert (ground.pen, ring.pen) == ("#f0f0f0 4", "#010101 1.5")
    assert ground.brush == ring.brush == ""
    triangle.show_baseline(None)
    assert len(of_kind(painted(triangle, monkeypatch), "ellipse")) == 2


def test_that_one_locked_share_leaves_the_puck_a_line_and_two_leave_none(triangle, monkeypatch):
    triangle.show_shares({"tpu": 0.5, "trainium": 0.3, "gpu": 0.2})
    triangle.lock(frozenset({"tpu"}))
    ground, line = of_kind(painted(triangle, monkeypatch), "line")
    point = triangle.geometry_.point
    ends = (*point((0.5, 0.5, 0)).toTuple(), *point((0.5, 0, 0.5)).toTuple())
    assert ground.place == line.place == pytest.approx(ends, abs=1e-3)
    assert line.pen == "#010101 1.25 dashed"
    triangle.lock(frozenset({"tpu", "gpu"}))
    assert of_kind(painted(triangle, monkeypatch), "line") == []


def test_that_a_drag_has_guides_to_each_family_s_edge_and_no_reading(triangle, monkeypatch):
    triangle.show_picture(picture())
    triangle.show_shares({"tpu": 0.5, "trainium": 0.3, "gpu": 0.2})
    assert press(triangle, triangle.puck)
    assert triangle.dragging
    moved(triangle, triangle.puck)
    lines = of_kind(painted(triangle, monkeypatch), "line")[1::2]
    point = triangle.geometry_.point
    ends = [point(end) for end in ((0.5, 0.5, 0), (0, 0.3, 0.7), (0.8, 0, 0.2))]
    assert [line.place for line in lines] == [
        pytest.approx((*triangle.puck.toTuple(), *end.toTuple()), abs=1e-3) for end in ends
    ]
    assert {line.pen for line in lines} == {"#010101 1.25 dotted at 0.7"}
    drawn = painted(triangle, monkeypatch)
    assert not any("TPU" in each.text and "\n" in each.text for each in drawn)
    release(triangle, RIGHT)
    assert triangle.dragging
    release(triangle)
    assert not triangle.dragging
    assert of_kind(painted(triangle, monkeypatch), "line") == []


def test_that_a_pointer_within_reads_the_mix_beside_it_where_there_is_room(triangle, monkeypatch):
    triangle.show_picture(picture())
    said = []
    triangle.hovered.connect(said.append)
    middle = triangle.geometry_.point((0.4, 0.3, 0.3))
    moved(triangle, middle)
    text = "TPU\u00a040 · Trainium\u00a030 · GPU\u00a030%\n"
    assert said[-1].startswith(text)
    assert said[-1] == triangle.hover_text()
    drawn = painted(triangle, monkeypatch)
    box, reading = drawn[-2:]
    assert (box.pen, box.brush, reading.pen) == ("#020202 1", "#f0f0f0", "#010101 1")
    assert reading.text == said[-1]
    metrics = QFontMetricsF(small_font(triangle.font()))
    wide = max(metrics.horizontalAdvance(line) for line in said[-1].split("\n"))
    # fourteen pixels from the pointer, to the right and above
    assert box.place[0] == pytest.approx(middle.x() + 14, abs=1e-3)
    assert box.place[1] + box.place[3] == pytest.approx(middle.y() - 14, abs=1e-3)
    assert box.place[2] == pytest.approx(wide + 14, abs=3)
    assert reading.place == pytest.approx(
        (box.place[0] + 7, box.place[1] + 4, box.place[2] - 14, box.place[3] - 8), abs=1e-3
    )
    near_the_edge = triangle.geometry_.point((0.05, 0.02, 0.93))
    moved(triangle, near_the_edge)
    box = painted(triangle, monkeypatch)[-2]
    assert box.place[0] + box.place[2] == pytest.approx(near_the_edge.x() - 14, abs=1e-3)
    triangle.leaveEvent(QEvent(QEvent.Type.Leave))
    assert said[-1] == ""
    assert painted(triangle, monkeypatch)[-1].kind == "ellipse"


def test_that_a_reading_goes_below_the_pointer_where_there_is_no_room_above(triangle, monkeypatch):
    triangle.use_palette(replace(INKS, type_scale=0.2))  # the top is near the edge
    at = triangle.geometry_.point((0.99, 0.005, 0.005))
    moved(triangle, at)
    box = painted(triangle, monkeypatch)[-2]
    assert box.place[1] == pytest.approx(at.y() + 14, abs=1e-3)


def test_that_nothing_is_read_outside_and_the_cursor_says_where_a_press_counts(triangle):
    inside, outside = triangle.geometry_.point((0.4, 0.3, 0.3)), QPointF(3, 3)
    below = triangle.geometry_.point((0, 0.5, 0.5))
    for at, cross, reads in (
        (inside, True, True),
        (below + QPointF(0, 15), True, False),
        (below + QPointF(0, 17), False, False),
        (outside, False, False),
    ):
        moved(triangle, at)
        assert (triangle.cursor().shape() == Qt.CursorShape.CrossCursor) is cross
        assert bool(triangle.hover_text()) is reads
        assert press(triangle, at) is cross
        release(triangle)
    assert not press(triangle, inside, RIGHT)


def test_that_a_taken_puck_asks_for_nothing_until_it_moves_and_goes_back_when_given_up(triangle):
    wanted = []
    triangle.wanted.connect(lambda shares, new: wanted.append((shares, new)))
    triangle.show_shares({"tpu": 0.5, "trainium": 0.3, "gpu": 0.2})
    edge = triangle.puck + QPointF(8, 0)  # within nine pixels of its middle
    assert press(triangle, edge)
    assert press(triangle, edge, RIGHT)
    assert wanted == []  # it had not moved
    assert not triangle.dragging
    press(triangle, edge)
    there = triangle.geometry_.point((0.5, 0.25, 0.25)) + QPointF(8, 0)
    moved(triangle, there, LEFT)
    [(shares, new)] = wanted
    assert new
    assert shares == pytest.approx({"tpu": 0.5, "trainium": 0.25, "gpu": 0.25}, abs=1e-4)
    triangle.show_shares(shares)
    press(triangle, there, RIGHT)
    assert wanted[1:] == [({"tpu": 0.5, "trainium": 0.3, "gpu": 0.2}, False)]
    press(triangle, triangle.puck + QPointF(9.5, 0))  # beside the puck: it comes there
    assert len(wanted) == 3
    assert wanted[2][1]
