"""Where the timeline's lanes, bars and handles stand, worked out by hand."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPointF, QRectF

from engine import Scenario
from engine.values import Site
from gui.timeline.board import Board, Part
from tests.gui.boards import A, B, C, D, bar, board_of


@pytest.fixture
def board():
    return board_of(A, B, C, D)


def test_that_lanes_stand_below_each_other_and_as_high_as_their_rows(board):
    assert board.rows == {"events": 2, "contracts": 1, "sites": 1}
    assert board.lane_box("events") == QRectF(0, 17, 500, 40)
    assert board.lane_box("contracts") == QRectF(0, 57, 500, 21)
    assert board.lane_box("sites") == QRectF(0, 78, 500, 21)
    with pytest.raises(KeyError):
        board.lane_box("others")
    for y, lane in ((17, "events"), (56.9, "events"), (57, "contracts"), (98.9, "sites")):
        assert board.lane_at(y).key == lane
    assert board.lane_at(16.9) is board.lane_at(99) is None


def test_that_months_are_twenty_pixels_from_the_left(board):
    assert (board.left, board.right, board.month_width) == (20, 500, 20)
    assert (board.x_of(0), board.x_of(2.5)) == (20, 70)
    assert [board.month_at(x) for x in (20, 39.9, 40, 19.9, 499)] == [0, 0, 1, -1, 23]
    board.fit(500, 200, 20, 60)
    assert (board.right, board.month_width) == (440, 17.5)
    board.fit(15, 200, 20, 60)
    assert board.right == 21  # never before its beginning


def test_that_bars_stand_from_their_first_month_to_the_end_of_their_last(board):
    assert board.box(A) == QRectF(60, 19, 100, 17)
    assert board.box(B) == QRectF(100, 38, 120, 17)
    assert board.box(C) == QRectF(20, 59, 60, 17)  # since before the first month
    assert board.box(D) == QRectF(20, 80, 480, 17)  # until after the last
    assert [found for found, _ in board.shown("events")] == [A, B]


def test_that_a_bar_outside_the_horizon_is_nowhere():
    ends, begins = bar("events", 0, -3, 3), bar("events", 1, 24, 2)
    inside = bar("events", 2, -3, 4), bar("events", 3, 23, 2)
    board = board_of(ends, begins, *inside)
    assert board.box(ends) is board.box(begins) is None
    assert [board.box(each).left() for each in inside] == [20, 480]
    assert [board.box(each).width() for each in inside] == [20, 20]


def test_that_a_short_bar_can_still_be_seen_and_an_entry_without_length_is_a_month():
    board = board_of(bar("events", 0, 0, 1), horizon=480)
    assert board.box(board.bars["events"][0]).width() == 4
    nought = bar("events", 0, 5, 0)
    assert nought.last == 6
    assert board_of(nought).box(nought).width() == 20


def test_that_larger_letters_make_rows_higher():
    board = board_of(A, B, C, D, scale=2.0)
    assert board.header == 34
    assert board.lane_box("contracts").top() == 34 + 2 * (19 * board.rows["events"] + 2)
    assert board.box(A).height() == 34
    assert board.box(A).top() == 34 + 4
    assert (board.strip, board_of().strip) == (28, 14)


def test_that_so_many_rows_need_so_much(board):
    assert board.height_for(4) == 17 + 4 * 17 + 7 * 2
    board.scale = 1.5
    assert board.height_for(4) == round(99 * 1.5)


def test_that_a_bar_without_room_is_hidden_until_it_is_pinned():
    board = board_of(A, B, C, D, size=(500.0, 60.0))
    assert board.rows == {"events": 1, "contracts": 1, "sites": 1}
    assert board.stacks["events"].hidden == (1,)
    assert board.box(B) is None
    board.pin("events", 1)
    assert board.pinned == ("events", 1, 0)
    assert board.box(B).top() == 19
    assert board.box(A) is None
    board.unpin()
    assert (board.pinned, board.stacks["events"].hidden) == (None, (1,))


def test_that_a_pinned_bar_stays_in_its_row(board):
    board.pin("events", 1)
    assert board.pinned == ("events", 1, 1)
    board.bars["events"] = (B,)
    board.arrange({"events"})
    assert board.box(B).top() == 19  # the lane has but one row now
    board.still = True
    board.bars["events"] = (A, B, bar("events", 2, 5, 6))
    board.arrange({"events"})
    assert board.rows["events"] == 1  # under a hand lanes keep their rows
    board.unpin()
    assert board.rows["events"] == 3


def test_that_rows_are_as_many_as_fit():
    crowd = [bar("events", n, 2, 5) for n in range(20)]
    # 200 less 17 and 6 have room for nine rows of 19, and each lane has one
    assert board_of(*crowd).rows["events"] == 7
    assert board_of(*crowd, size=(500.0, 17 + 6 + 19 * 9)).rows["events"] == 7
    assert board_of(*crowd, size=(500.0, 17 + 6 + 19 * 9 - 1.0)).rows["events"] == 6


def test_that_words_that_run_behind_a_bar_keep_others_from_their_row():
    first, next_ = bar("events", 0, 2, 5), bar("events", 1, 8, 5)

    def rows(wide: float) -> int:
        return board_of(first, next_, letters=lambda title: wide).rows["events"]

    # 100 pixels less 9 and 4 are for words
    assert rows(87.0) == 1
    assert rows(87.1) == 2
    # words that end after the last month are cut in the bar
    last = bar("events", 0, 14, 5), bar("events", 1, 20, 4)
    for wide, found in ((88.0, 2), (88.1, 1)):
        assert board_of(*last, letters=lambda title, w=wide: w).rows["events"] == found


def test_that_words_behind_a_bar_reach_as_far_as_they_are_long():
    board = board_of(bar("events", 0, -2, 5), letters=lambda title: 100.0)
    # three months are shown of it, 60 pixels; words and three times four pixels are 5.6 months
    assert board._reach(board.bars["events"]) == {0: pytest.approx(3 + 112 / 20)}


def test_that_the_handle_of_a_share_is_beside_the_end_and_as_high_as_it(board):
    assert board.handle(A, board.box(A)) == QPointF(138, 36 - 4 - 4.5)
    assert board.handle(B, board.box(B)) == QPointF(198, 38 + 4)
    assert board.handle(C, board.box(C)) is None
    assert board.handle(A, QRectF(0, 0, 46, 17)) is not None
    assert board.handle(A, QRectF(0, 0, 45.9, 17)) is None


def test_that_each_part_of_a_bar_is_found_under_the_pointer(board):
    for x, part in (
        (57.5, Part.BEGIN),
        (65, Part.BEGIN),
        (65.1, Part.BODY),
        (131.9, Part.BODY),
        (132, Part.SHARE),
        (144, Part.SHARE),
        (144.1, Part.BODY),
        (154.9, Part.BODY),
        (155, Part.END),
        (162.5, Part.END),
    ):
        assert board.at(QPointF(x, 25)) == (A, part), x
    assert board.at(QPointF(57.4, 25)) is board.at(QPointF(162.6, 25)) is None
    assert board.at(QPointF(100, 10)) is None
    assert board.at(QPointF(150, 45)) == (B, Part.BODY)
    # what began before the first month, or goes on after the last, has no such end
    assert board.at(QPointF(21, 65)) == (C, Part.BODY)
    assert board.at(QPointF(79, 65)) == (C, Part.END)
    assert board.at(QPointF(21, 85)) == (D, Part.BODY)
    assert board.at(QPointF(499, 85)) == (D, Part.BODY)


def test_that_what_begins_and_ends_with_the_horizon_can_be_taken_at_both_ends():
    whole = bar("events", 0, 0, 24)
    board = board_of(whole)
    assert board.at(QPointF(21, 25)) == (whole, Part.BEGIN)
    assert board.at(QPointF(499, 25)) == (whole, Part.END)
    fixed = bar("events", 0, 0, 24, fixed=True)
    assert board_of(fixed).at(QPointF(21, 25)) == (fixed, Part.BODY)


def test_that_a_short_bar_has_a_quarter_at_each_end_and_a_body_between():
    short = bar("events", 0, 0, 1)
    board = board_of(short, horizon=60)  # eight pixels
    parts = [board.at(QPointF(20 + x, 25))[1] for x in (2, 2.1, 5.9, 6)]
    assert parts == [Part.BEGIN, Part.BODY, Part.BODY, Part.END]


def test_that_the_baseline_s_bar_is_in_the_row_of_this_one(board):
    box = board.box(A)
    assert board.before_box(A, box) is None
    for span, left, width in (((1, 4), 40, 60), ((-5, 1), 20, 20), ((20, 40), 420, 80)):
        board.before = {("events", 0): span}
        assert board.before_box(A, box) == QRectF(left, 19, width, 17)
    for span in ((24, 30), (-3, 0)):
        board.before = {("events", 0): span}
        assert board.before_box(A, box) is None


def test_that_only_a_bar_that_is_elsewhere_is_news(qapp):
    scenario = Scenario().having(sites=(Site("S", 0.5, 10, 6, 1.0), Site("T", 0.5, 20, 6, 1.0)))
    moved = scenario.having(sites=(Site("S", 0.5, 13, 6, 1.0), Site("T", 0.5, 20, 6, 1.0)))
    board = Board()
    assert not board.compare(scenario)
    assert board.show(moved) is None
    assert board.compare(scenario)
    assert board.before == {("sites", 0): (10, 16)}
    assert not board.compare(scenario)
    assert not board.compare(scenario.having(power_budget_gw=3.25))
    assert board.show(scenario) == {"sites"}
    assert board.compare(scenario)
    assert board.before == {}
    assert board.show(scenario.having(power_budget_gw=3.25)) == set()
    assert board.show(scenario.having(horizon_months=60)) is None
    assert board.horizon == 60
