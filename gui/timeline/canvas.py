"""The lanes as they are painted: bars of a scenario, and which of them is marked."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from engine import Scenario
from gui.timeline import painting
from gui.timeline.bars import LaneBar, sentence, when_words
from gui.timeline.board import Board
from gui.timeline.lane_table import LANES, LaneRow, lane_of
from gui.timeline.painting import LaneInks, LaneMarks
from gui.widgets.focus_ring import shows_focus
from gui.widgets.palette import LIGHT, Palette
from gui.widgets.spoken import Role, Spoken


class LanesCanvas(Spoken, QWidget):
    """Shows the bars of a scenario. What does not change is not painted again.

    For screen readers it is a list whose items are the bars, lane by lane.
    """

    spoken_role = Role.List

    bars_changed = Signal()
    current_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.board = Board()
        self.board.measure = self._measure
        self.lane = LANES[0]  # that has the keys
        self.where = ""  # the keys are, in words
        self._inks = LaneInks.of(LIGHT)
        self._marks = LaneMarks()
        self._margins = (68.0, 12.0)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setProperty("paintsItsFocus", True)
        self.setAccessibleName(
            self.tr("Timeline: shocks, contracts and sites; arrows move what is chosen")
        )

    def sizeHint(self) -> QSize:
        rows = sum(self.board.rows.values())
        height = self.board.strip if self.board.folded else self.board.height_for(rows)
        return QSize(400, height)

    def minimumSizeHint(self) -> QSize:
        height = self.board.strip if self.board.folded else self.board.height_for(len(LANES))
        return QSize(200, height)

    def use_palette(self, palette: Palette) -> None:
        self._inks = LaneInks.of(palette)
        self.board.scale = palette.type_scale
        self._fit()
        self.updateGeometry()

    def _measure(self, words: str) -> float:
        return self._inks.width(words)

    def use_margins(self, left: float, right: float) -> None:
        """Where the months begin and end, in pixels from the edges."""
        if (left, right) != self._margins:
            self._margins = (left, right)
            self._fit()

    def fold(self, folded: bool) -> None:
        """Show a strip alone, or all of it."""
        if folded != self.board.folded:
            self.board.folded = folded
            self._fit()
            self.updateGeometry()

    def show_scenario(self, scenario: Scenario, month: int) -> None:
        """Draw its bars; what has not changed is not painted again."""
        if month != self._marks.month:
            self._marks = replace(self._marks, month=month)
            self.update()
        if scenario is self.board.scenario:
            return
        changed = self.board.show(scenario)
        if changed is None or self.board.folded:
            self.update()
        else:
            for key in changed:
                self._update_lane(key)
        if changed is None or changed:
            self.keep_current()
            self.bars_changed.emit()

    def show_baseline(self, baseline: Scenario) -> None:
        """Draw where the baseline has what is elsewhere now."""
        if self.board.compare(baseline) and not self.board.folded:
            self.update()

    def _update_lane(self, key: str) -> None:
        box = self.board.lane_box(key).toAlignedRect()
        self.update(box.adjusted(0, -2, 0, 2))
        if self._marks.held:
            self.update(QRect(0, 0, self.width(), round(self.board.header) + 1))

    def _fit(self) -> None:
        self.board.fit(self.width(), self.height(), *self._margins)
        self.update()

    @property
    def marks(self) -> LaneMarks:
        return self._marks

    def mark(self, **values: object) -> None:
        """Mark something else, and paint it."""
        marks = replace(self._marks, **values)  # type: ignore[arg-type]
        if marks != self._marks:
            self._marks = marks
            self.update()

    def bar(self, lane: str, index: int) -> LaneBar | None:
        bars = self.board.bars[lane]
        return bars[index] if 0 <= index < len(bars) else None

    @property
    def current(self) -> LaneBar | None:
        """The bar that the keys move."""
        at = self._marks.current
        return None if at is None else self.bar(*at)

    def said(self, bar: LaneBar) -> str:
        """All that a bar says."""
        scenario = self.board.scenario
        return "" if scenario is None else sentence(lane_of(bar.lane), bar, scenario)

    def choose(self, lane: LaneRow, index: int | None) -> None:
        """Give a bar the keys, or its lane where it has none."""
        moved = (lane, None if index is None else (lane.key, index)) != (
            self.lane,
            self._marks.current,
        )
        self.lane = lane
        current = None if index is None else (lane.key, index)
        if self.board.pinned is not None and self.board.pinned[:2] != current:
            self.board.unpin()
        if index is not None and index in self.board.stacks[lane.key].hidden:
            self.board.pin(lane.key, index)
            self.update()
        self.mark(current=current)
        if moved:
            self.current_changed.emit()

    def keep_current(self) -> None:
        """After a change of the bars: the current one is still there, or its neighbour."""
        at = self._marks.current
        if at is not None and self.bar(*at) is None:
            count = len(self.board.bars[at[0]])
            self.choose(lane_of(at[0]), count - 1 if count else None)
        if self._marks.held:
            self._tell_dates()

    def _tell_dates(self) -> None:
        bar, scenario = self.current, self.board.scenario
        if bar is not None and scenario is not None:
            self.mark(pill=when_words(bar, scenario))

    def hold(self, held: bool) -> None:
        """Whether the current bar is under a hand: its dates stand over it."""
        self.mark(held=held, pill="")
        if held:
            self._tell_dates()

    # For screen readers

    @property
    def _bars(self) -> list[LaneBar]:
        return [bar for lane in LANES for bar in self.board.bars[lane.key]]

    def spoken_description(self) -> str:
        return self.where

    def spoken_items(self) -> int:
        return len(self._bars)

    def spoken_item(self, number: int) -> tuple[str, str]:
        bar = self._bars[number]
        return f"{lane_of(bar.lane).title_text}: {bar.title}", self.said(bar)

    def spoken_item_box(self, number: int) -> QRectF | None:
        return self.board.box(self._bars[number])

    def spoken_current(self) -> int | None:
        bar = self.current
        return None if bar is None else self._bars.index(bar)

    # Events

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.board.scenario is None:
            return
        painter = QPainter(self)
        marks = replace(self._marks, focused=shows_focus(self))
        painting.paint(painter, self.board, self._inks, marks)
        if shows_focus(self) and self.current is None and not self.board.folded:
            box = self.board.lane_box(self.lane.key)
            painting.frame(painter, self._inks, box)
        elif shows_focus(self) and self.board.folded:
            painting.frame(painter, self._inks, QRectF(self.rect()))
        painter.end()
