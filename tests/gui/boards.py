"""Boards of the timeline whose every place can be worked out in the head.

Two years over 480 pixels are 20 a month; two rows of shocks, one of contracts and one of sites
end 40, 61 and 82 pixels below the row of the years.
"""

from __future__ import annotations

from types import SimpleNamespace

from gui.timeline.bars import LaneBar
from gui.timeline.board import Board


def bar(lane: str, index: int, first: int, length: int, share=None, title="A", fixed=False):
    return LaneBar(lane, index, title, "tpu", first, length, share, fixed)


A = bar("events", 0, 2, 5, 0.5)
B = bar("events", 1, 4, 6, 1.0, "B")
C = bar("contracts", 0, -3, 6, None, "C")
D = bar("sites", 0, 0, 30, 0.25, "D", fixed=True)


def board_of(*bars: LaneBar, horizon=24, size=(500.0, 200.0), letters=None, scale=1.0) -> Board:
    board = Board()
    board.scenario = SimpleNamespace(start="2026-01")
    board.horizon, board.scale = horizon, scale
    board.measure = letters or (lambda title: 10.0)
    for lane in board.bars:
        board.bars[lane] = tuple(each for each in bars if each.lane == lane)
    board.fit(*size, 20.0, 0.0)
    return board
