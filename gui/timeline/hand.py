"""A drag of a bar: what it began with, and what the list is with the pointer where it is.

Where there was none the drag draws one, from the month where it began to that of the pointer.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from PySide6.QtCore import QPointF

from gui.timeline import changes
from gui.timeline.bars import LaneBar
from gui.timeline.board import Board, Part
from gui.timeline.edits import Edits
from gui.timeline.lane_table import SHORTEST, lane_of

WHOLE_SCALE = 100.0  # pixels up or down, from no share to all
STILL = 3.0  # pixels a hand may shake before a drag begins


class Hand:
    """Holds one bar; every move is an edit of one gesture, so that all are one step of undo."""

    def __init__(
        self,
        board: Board,
        edits: Edits,
        bar: LaneBar,
        part: Part,
        at: QPointF,
        *,
        new: bool = False,
    ) -> None:
        self.bar, self.part = bar, part
        self.lane = lane_of(bar.lane)
        self.index = bar.index
        self.new = new  # `bar` is not there yet
        self.moving = False
        self.copying = False  # a copy goes with the pointer, and the bar stays
        self._board, self._edits, self._at = board, edits, at
        scenario = edits.session.scenario
        self._before = self.lane.entries(scenario)
        self._horizon = scenario.horizon_months
        self._entries = self._before
        self._gesture = edits.session.new_gesture()

    def move(self, to: QPointF) -> bool:
        """Follow the pointer; whether it has gone far enough to mean something."""
        way = to - self._at
        if not self.moving and way.manhattanLength() < STILL:
            return False
        if self.copying and not self.moving:
            entry = changes.renamed(self.lane, self._before[self.index], self._before)
            self._entries, self.index = (*self._before, entry), len(self._before)
        if self.new and not self.moving:
            scenario = self._edits.session.scenario
            *_, entry = changes.added(self.lane, scenario, self.bar.first)
            short = replace(entry, **{self.lane.length: SHORTEST})
            self._entries = (*self._before, short)
        self.moving = True
        entry = self._entry(way)
        entries = changes.exchanged(self._entries, self.index, entry)
        if entries != self.lane.entries(self._edits.session.scenario):
            self._edits.put(self.lane.key, entries, self._gesture)
        return True

    def _entry(self, way: QPointF) -> Any:
        entry = self._entries[self.index]
        months = round(way.x() / self._board.month_width)
        if self.new and months < 0:
            return changes.begun(self.lane, entry, months)
        if self.part is Part.END:
            return changes.longer(self.lane, entry, months)
        if self.part is Part.BEGIN:
            return changes.begun(self.lane, entry, months)
        if self.part is Part.SHARE:
            return changes.weighed(self.lane, entry, -way.y() / WHOLE_SCALE)
        return changes.moved(self.lane, entry, months, self._horizon)

    def cancel(self) -> None:
        """Back to where it began; as one gesture, it leaves no step of undo."""
        self._edits.put(self.lane.key, self._before, self._gesture)
