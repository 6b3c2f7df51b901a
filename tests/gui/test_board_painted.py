"""The timeline as it is painted: every line, bar and word at its place."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtWidgets import QWidget

from gui.timeline import painting
from gui.timeline.board import Board
from gui.timeline.painting import LaneInks, LaneMarks, hidden_box
from gui.widgets.palette import LIGHT
from tests.gui.boards import A, B, C, D, bar, board_of
from tests.gui.painted_marks import Mark, Painted, near, painted_by


@pytest.fixture
def board():
    return board_of(A, B, C, D)


@pytest.fixture
def drawn(qtbot):
    widget = QWidget()
    qtbot.addWidget(widget)
    widget.resize(500, 200)
    inks = LaneInks.of(LIGHT)

    def paint(board: Board, **marked) -> Painted:
        board.measure = inks.width
        board.arrange()
        marks = LaneMarks(**{"month": 6, **marked})
        return painted_by(lambda p: painting.paint(p, board, inks, marks), widget)

    paint.width = inks.width
    return paint


def around(mark: Mark) -> tuple[float, ...]:
    """Left, top, right and bottom of a shape with round corners."""
    xs, ys = zip(*mark.points, strict=True)
    return pytest.approx((min(xs), min(ys), max(xs), max(ys)), abs=0.01)


def ups(painted: Painted, ink: str) -> list[Mark]:
    return [m for m in painted.lines(ink) if m.points[0][0] == m.points[-1][0]]


def test_that_years_lanes_and_the_month_have_their_lines(board, drawn):
    found = drawn(board)
    years = [m.points for m in ups(found, LIGHT.grid)]
    assert years == [near((20.5, 14), (20.5, 99)), near((260.5, 14), (260.5, 99))]
    assert (found.words("2026").x, found.words("2027").x) == (23, 263)
    (month,) = ups(found, LIGHT.quiet)
    assert month.points == near((150.5, 14), (150.5, 99))
    levels = [m.points for m in found.lines(LIGHT.grid) if m not in ups(found, LIGHT.grid)]
    assert levels == [near((0, 57.5), (500, 57.5)), near((0, 78.5), (500, 78.5))]


def test_that_years_without_room_are_not_named(drawn):
    long = board_of(A, horizon=480)  # twelve pixels a year, and a name needs 44
    years = [text for text in drawn(long).texts if text.startswith("20")]
    assert years == [str(year) for year in range(2026, 2066, 4)]
    long.named = 100.0  # where the timeline's own name stands
    assert [t for t in drawn(long).texts if t.startswith("20")] == years[2:]


def test_that_a_bar_is_full_up_to_its_share_and_its_edge_is_its_colour(drawn):
    found = drawn(board_of(A))
    blue = LIGHT.colour("tpu").lower()
    pale, full, edge = [m for m in found if m.shape == "path" and m.fill == blue]
    assert around(pale) == (60, 19, 160, 36)
    assert around(full) == (60, 27.5, 160, 36)
    left, top, right, bottom = 60, 19, 60 + painting.MARK, 36
    assert around(edge) == (left, top, right, bottom)
    assert pale.opacity < full.opacity < edge.opacity == 1
    assert pale.opacity + full.opacity == pytest.approx(painting.FULL, abs=0.01)
    assert (found.words("A").x, found.words("A").ink) == (69, LIGHT.text.lower())
    whole = drawn(board_of(bar("events", 0, 2, 5)))  # one without a share is full
    assert around([m for m in whole if m.shape == "path" and m.fill == blue][1]) == (
        60,
        19,
        160,
        36,
    )


def test_that_only_the_marked_bar_has_an_outline_grips_and_a_handle(board, drawn):
    assert drawn(board).dots() == []
    found = drawn(board, hovered=("events", 0))
    (outline,) = [m for m in found if m.shape == "path" and m.ink == LIGHT.text.lower()]
    assert around(outline) == (60.5, 19.5, 159.5, 35.5)
    assert outline.width == 1
    first, last = ups(found, LIGHT.text)
    assert first.points == near((62.5 + painting.MARK, 24.1), (62.5 + painting.MARK, 30.9))
    assert last.points == near((156.5, 24.1), (156.5, 30.9))
    assert (first.width, last.width) == (1.5, 1.5)
    (handle,) = found.dots()
    assert (handle.points, handle.radius) == (near((138, 27.5)), 3.5)
    assert (handle.fill, handle.ink) == (LIGHT.ground.lower(), LIGHT.text.lower())
    current = drawn(board, current=("events", 0), focused=True, held=True)
    (outline,) = [m for m in current if m.shape == "path" and m.ink == LIGHT.accent.lower()]
    assert around(outline) == (60, 19, 160, 36)
    assert outline.width == 2
    assert current.dots()[0].fill == LIGHT.text.lower()
    # hovered beside the one that is held: not filled, not framed in the accent
    beside = drawn(board, current=("events", 0), hovered=("events", 1), focused=True, held=True)
    assert [dot.fill for dot in beside.dots()] == [LIGHT.text.lower(), LIGHT.ground.lower()]


def test_that_an_end_that_cannot_be_taken_has_no_grip(board, drawn):
    (last,) = ups(drawn(board, hovered=("contracts", 0)), LIGHT.text)
    assert last.x == pytest.approx(76.5)
    assert ups(drawn(board, hovered=("sites", 0)), LIGHT.text) == []
    narrow = board_of(bar("events", 0, 0, 1), horizon=30)  # sixteen pixels
    (last,) = ups(drawn(narrow, hovered=("events", 0)), LIGHT.text)
    assert last.x == pytest.approx(32.5)
    whole = board_of(bar("events", 0, 0, 24))
    assert len(ups(drawn(whole, hovered=("events", 0)), LIGHT.text)) == 2


def test_that_words_without_room_in_their_bar_stand_behind_it_or_before_it(drawn):
    title = "A name of some length"
    wide = drawn.width(title)
    behind = drawn(board_of(bar("events", 0, 2, 1, None, title)))
    assert behind.words(title).x == 20 + 3 * 20 + 4
    before = drawn(board_of(bar("events", 0, 22, 2, None, title)))
    assert before.words(title).x == pytest.approx(20 + 22 * 20 - 4 - wide, abs=0.1)
    # neither beside it: as much as fits in, and nothing where that is not even a letter
    crowd = [bar("events", n, 2 * n, 2, None, title) for n in range(12)]
    cut = drawn(board_of(*crowd, size=(500.0, 60.0)))
    inside = [text for text in cut.texts if text.endswith("…") and text.startswith("A")]
    assert len(inside) == 12
    few = [bar("events", n, n, 1, None, title) for n in range(24)]
    few = drawn(board_of(*few, size=(500.0, 60.0)))
    assert not [text for text in few.texts if text.startswith("A")]


def test_that_the_words_of_a_bar_end_before_its_handle(drawn):
    title = "A name of some length"
    one = board_of(bar("events", 0, 0, 24, 0.5, title * 4))
    plain = drawn(one).texts
    marked = drawn(one, hovered=("events", 0)).texts
    (long,) = [text for text in plain if text.startswith("A name")]
    (short,) = [text for text in marked if text.startswith("A name")]
    assert len(short) < len(long)


def test_that_the_baseline_has_dashes_where_it_has_a_bar(board, drawn):
    board.before = {("events", 0): (1, 4)}
    (dashed,) = [m for m in drawn(board) if m.shape == "path" and m.dashes]
    assert around(dashed) == (40.5, 19.5, 99.5, 35.5)
    assert (dashed.ink, dashed.fill) == (LIGHT.quiet.lower(), "")


def test_that_a_place_for_one_more_is_a_dotted_line_in_its_lane(board, drawn):
    (ghost,) = [m for m in ups(drawn(board, ghost=("contracts", 5)), LIGHT.quiet) if m.dashes]
    assert ghost.points == near((120.5, 59), (120.5, 76))
    assert ghost.dashes == (1.0, 2.0)


def test_that_an_empty_lane_invites(drawn):
    found = drawn(board_of(A))
    invitations = [m for m in found if m.text.startswith(("No contract", "No site"))]
    assert [m.x for m in invitations] == [26, 26]
    assert not [text for text in found.texts if text.startswith("Nothing goes wrong")]


def test_that_hidden_bars_are_counted_beside_their_lane(drawn):
    board = board_of(A, B, C, D, size=(500.0, 60.0))
    assert drawn(board).words("+1").ink == LIGHT.text.lower()
    assert hidden_box(board, "events") == QRectF(20 - 10 - 6, 38 - 17 - 2, 10, 17)


def test_that_what_the_bar_under_the_hand_says_stands_over_it(board, drawn):
    said = "Mar 2026 to Jul 2026"
    found = drawn(board, current=("events", 0), pill=said)
    wide = drawn.width(said) + 12
    (pill,) = [m for m in found if m.shape == "path" and m.fill == LIGHT.text.lower()]
    assert around(pill) == (60, 0.5, 60 + wide, 15.5)
    assert found.words(said).ink == LIGHT.ground.lower()
    assert found.words(said).x == pytest.approx(66, abs=0.5)
    late = board_of(bar("events", 0, 23, 1))
    found = drawn(late, current=("events", 0), pill=said)
    (pill,) = [m for m in found if m.shape == "path" and m.fill == LIGHT.text.lower()]
    assert around(pill) == (500 - wide, 0.5, 500, 15.5)
    early = drawn(board, current=("contracts", 0), pill=said)
    (pill,) = [m for m in early if m.shape == "path" and m.fill == LIGHT.text.lower()]
    assert around(pill) == (20, 0.5, 20 + wide, 15.5)
    assert said not in drawn(board, current=("events", 2), pill=said).texts  # it has gone
    assert said not in drawn(board, pill=said).texts


def test_that_folded_every_lane_is_a_line_of_small_bars(board, drawn):
    board.folded = True
    board.bars["events"] = (A, bar("events", 2, 24, 3), bar("events", 3, -3, 3))
    found = drawn(board)
    assert found.texts == []
    boxes = [m.points for m in found.boxes()]
    third = 14 / 3
    top = (third - 3) / 2
    assert boxes == [
        near((60, top), (159, top + 3)),
        near((20, third + top), (79, third + top + 3)),
        near((20, 2 * third + top), (499, 2 * third + top + 3)),
    ]
    assert found.boxes()[0].opacity == pytest.approx(0.75, abs=0.01)
    tiny = board_of(bar("events", 0, 0, 1), horizon=480)
    tiny.folded = True
    assert drawn(tiny).boxes()[0].points[1][0] == pytest.approx(21.5)


def test_that_what_has_the_keys_has_a_frame_within_it(qtbot):
    widget = QWidget()
    qtbot.addWidget(widget)
    inks = LaneInks.of(LIGHT)
    box = QRectF(10, 20, 100, 50)
    (frame,) = painted_by(lambda painter: painting.frame(painter, inks, box), widget)
    assert around(frame) == (11, 21, 109, 69)
    assert (frame.ink, frame.width, frame.fill) == (LIGHT.accent.lower(), 2, "")
