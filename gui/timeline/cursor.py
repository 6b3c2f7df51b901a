"""Which bar has the keys, and what each key does with it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence

from gui.timeline import changes, clipboard
from gui.timeline.bars import LaneBar
from gui.timeline.canvas import LanesCanvas
from gui.timeline.edits import Edits
from gui.timeline.lane_table import LANES, LaneRow
from gui.widgets.spoken import announce, tell_current

COARSE, FINE = 0.05, 0.01  # of the scale of a share
ACROSS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
UPRIGHT = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1}
PAGES = {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1}
ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
DELETE = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)


class Cursor(QObject):
    """Moves over the bars of a canvas and edits the one that it stands on.

    Arrows move a bar and weigh it; with Shift they stretch it and weigh it finely, with Ctrl they
    go to another bar or lane. Page Up and Page Down walk all bars, Home and End go to the first
    and the last of a lane. Enter opens one, Insert adds one, Delete takes one away.
    """

    details_wanted = Signal(str, int)
    add_wanted = Signal(str, int)
    told = Signal(str)  # what was done that cannot be seen

    def __init__(self, canvas: LanesCanvas, edits: Edits) -> None:
        super().__init__(canvas)
        self._canvas, self._edits = canvas, edits
        self._told: tuple[str, int] | None = None  # the bar that was read out last
        self.live = True  # not while the baseline is shown in the scenario's place

    # Where it stands

    def enter(self) -> None:
        """The keys have come: to the bar that had them, or to the first there is."""
        canvas = self._canvas
        if canvas.current is None:
            lanes = [canvas.lane, *LANES]
            lane = next((lane for lane in lanes if canvas.board.bars[lane.key]), canvas.lane)
            self.go_to(lane)
        self.announce()

    def go_to(self, lane: LaneRow) -> None:
        """To the first bar of a lane; to the lane itself where it has none."""
        bars = self._in_order(lane)
        self._canvas.choose(lane, bars[0].index if bars else None)

    def announce(self) -> None:
        """Say where it stands now, and what stands there."""
        canvas = self._canvas
        bar = canvas.current
        if bar is None:
            text = self.tr("{lane}: none; Insert adds one").format(lane=canvas.lane.title_text)
        else:
            number = self._in_order(canvas.lane).index(bar) + 1
            text = self.tr("{lane} {number} of {count}: {what}").format(
                lane=canvas.lane.title_text,
                number=number,
                count=len(canvas.board.bars[canvas.lane.key]),
                what=canvas.said(bar),
            )
        if text == canvas.where:
            return
        canvas.where = text
        # a reader reads out another bar itself; what has changed of the same one it is told
        now = None if bar is None else (bar.lane, bar.index)
        same, self._told = now == self._told, now
        if same or not tell_current(canvas):
            announce(canvas, text)

    def _in_order(self, lane: LaneRow) -> list[LaneBar]:
        """Of a lane, as they come on the axis."""
        bars = self._canvas.board.bars[lane.key]
        return sorted(bars, key=lambda bar: (bar.first, bar.index))

    # Keys

    def take_key(self, event: QKeyEvent) -> bool:
        """Do what a key means; whether it means anything here."""
        key, modifiers = Qt.Key(event.key()), event.modifiers()
        shift = bool(modifiers & Qt.KeyboardModifier.ShiftModifier)
        ctrl = bool(modifiers & Qt.KeyboardModifier.ControlModifier)
        alt = bool(modifiers & Qt.KeyboardModifier.AltModifier)
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        elif event.matches(QKeySequence.StandardKey.Cut):
            self.copy()
            self.remove()
        elif event.matches(QKeySequence.StandardKey.Paste):
            self.paste()
        elif key in PAGES:
            self._walk_all(PAGES[key])
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self._walk_to(key == Qt.Key.Key_End)
        elif ctrl and key in ACROSS:
            self._walk(ACROSS[key])
        elif ctrl and key in UPRIGHT:
            self._change_lane(-UPRIGHT[key])
        elif key in ACROSS:
            self._shift(ACROSS[key], stretch=shift, begin=alt)
        elif key in UPRIGHT:
            self._weigh(UPRIGHT[key] * (FINE if shift else COARSE))
        elif key in ENTER:
            self.open()
        elif key == Qt.Key.Key_Insert or event.text() == "+":
            self.add()
        elif key in DELETE:
            self.remove()
        else:
            return False
        return True

    def _walk(self, step: int) -> None:
        bars, bar = self._in_order(self._canvas.lane), self._canvas.current
        if bars:
            at = bars.index(bar) + step if bar in bars else 0
            self._stand_on(bars[min(max(at, 0), len(bars) - 1)])

    def _walk_all(self, step: int) -> None:
        bars = [(lane, bar) for lane in LANES for bar in self._in_order(lane)]
        if not bars:
            return
        at = next((i for i, (_, bar) in enumerate(bars) if bar == self._canvas.current), None)
        place = min(max(at + step, 0), len(bars) - 1) if at is not None else 0
        self._canvas.choose(bars[place][0], bars[place][1].index)
        self.announce()

    def _walk_to(self, last: bool) -> None:
        if bars := self._in_order(self._canvas.lane):
            self._stand_on(bars[-1 if last else 0])

    def _stand_on(self, bar: LaneBar) -> None:
        self._canvas.choose(self._canvas.lane, bar.index)
        self.announce()

    def _change_lane(self, step: int) -> None:
        at = LANES.index(self._canvas.lane) + step
        self.go_to(LANES[min(max(at, 0), len(LANES) - 1)])
        self.announce()

    # What it does

    def _shift(self, months: int, *, stretch: bool, begin: bool) -> None:
        lane, entry = self._canvas.lane, self._entry()
        if entry is None:
            return
        if not stretch:
            horizon = self._edits.session.scenario.horizon_months
            after = changes.moved(lane, entry, months, horizon)
        elif begin:
            after = changes.begun(lane, entry, months)
        else:
            after = changes.longer(lane, entry, months)
        if lane.fixed(entry) and after == entry and not stretch:
            self.told.emit(
                self.tr("A delay has no date: it holds for all that comes after history ends.")
            )
        self._exchange(after, ("shift", stretch, begin))

    def _weigh(self, part: float) -> None:
        entry = self._entry()
        if entry is not None:
            self._exchange(changes.weighed(self._canvas.lane, entry, part), "weigh")

    def _exchange(self, entry: Any, what: object) -> None:
        lane, bar = self._canvas.lane, self._canvas.current
        assert bar is not None
        gesture = self._edits.gesture_of_keys((what, lane.key, bar.index))
        entries = changes.exchanged(self._entries, bar.index, entry)
        if entries != self._entries:
            self._put(entries, gesture)
        self.announce()

    def open(self) -> None:
        """The details of the bar."""
        bar = self._canvas.current
        if bar is None:
            self.add()
        elif self.live:
            self.details_wanted.emit(bar.lane, bar.index)

    def add(self, month: int | None = None) -> None:
        """One more in the lane: after the current one, or in the month of the figures."""
        if not self.live:
            return
        bar = self._canvas.current
        if month is None:
            month = self._canvas.marks.month if bar is None else bar.last
        self.add_wanted.emit(self._canvas.lane.key, month)

    def remove(self) -> None:
        bar = self._canvas.current
        if bar is not None and self.live:
            self._edits.end_run()
            self._put(changes.without(self._entries, bar.index))
            self.announce()

    def copy(self) -> None:
        entry = self._entry()
        if entry is not None:
            clipboard.copy(self._canvas.lane, entry, self._edits.session.scenario)
            bar = self._canvas.current
            assert bar is not None
            self.told.emit(self.tr("Copied: {what}").format(what=bar.title))

    def paste(self) -> None:
        """What is on the clipboard, behind what it was copied of."""
        scenario = self._edits.session.scenario
        found = clipboard.pasted(scenario)
        if found is None or not self.live:
            self.told.emit(self.tr("There is no bar of a timeline on the clipboard."))
            return
        lane, entry = found
        entries = lane.entries(scenario)
        horizon = scenario.horizon_months
        while any(getattr(e, lane.start) == getattr(entry, lane.start) for e in entries):
            later = changes.moved(lane, entry, changes.after(lane, entry, horizon), horizon)
            if later == entry:
                break
            entry = later
        copy = changes.renamed(lane, entry, entries)
        self._edits.end_run()
        if self._edits.put(lane.key, (*entries, copy)):
            self._show()
            self._canvas.choose(lane, len(entries))
            self.announce()

    @property
    def _entries(self) -> Sequence[Any]:
        return self._canvas.lane.entries(self._edits.session.scenario)

    def _entry(self) -> Any:
        """That it stands on; None where it can't be changed now."""
        bar = self._canvas.current
        entries = self._entries
        usable = bar is not None and self.live and bar.index < len(entries)
        return entries[bar.index] if usable and bar is not None else None

    def _put(self, entries: Sequence[Any], gesture: int | None = None) -> None:
        if self._edits.put(self._canvas.lane.key, entries, gesture):
            self._show()

    def _show(self) -> None:
        """At once, and not with the next frame: the next key goes on from there."""
        canvas = self._canvas
        canvas.show_scenario(self._edits.session.scenario, canvas.marks.month)
