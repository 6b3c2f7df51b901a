"""Where everything of the timeline stands: lanes, rows, bars and what of a bar is where."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from enum import Enum

from PySide6.QtCore import QPointF, QRectF

from engine import Scenario
from gui.timeline.bars import LaneBar, bars_of, elsewhere
from gui.timeline.lane_table import LANES, LaneRow
from gui.timeline.stacking import Reach, Stack, shared_out, stacked, wanted_rows

# device-independent pixels, of letters as large as usual
HEADER = 17
ROW = 17
GAP = 2  # between rows, and twice that between lanes
STRIP = 14  # all there is of it when it is folded
EDGE = 5.0  # how near to a bar's end its end is meant
HANDLE = 4.0  # radius
HANDLE_INSET = 22.0  # from the bar's end, beside the edge
NARROW = 46.0  # a bar without room for a handle beside its ends and its middle
LEAST_WIDTH = 4.0
TEXT_INSET, TEXT_END = 9.0, 4.0  # of a bar's words, from its beginning and from its end


class Part(Enum):
    """What of a bar is under the pointer."""

    BODY = "body"
    BEGIN = "begin"
    END = "end"
    SHARE = "share"


class Board:
    """The bars of a scenario in a widget of some size."""

    def __init__(self) -> None:
        self.scenario: Scenario | None = None
        self.horizon = 1
        self.bars: dict[str, tuple[LaneBar, ...]] = {lane.key: () for lane in LANES}
        self.stacks: dict[str, Stack] = {}
        # where the baseline has a bar that is elsewhere now: first month, and the one after
        self.before: dict[tuple[str, int], tuple[int, int]] = {}
        self._compared: tuple[object, ...] = ()
        self.pinned: tuple[str, int, int] | None = None  # lane, index, row
        self.still = False  # under a hand lanes keep their rows
        self.folded = False
        self.scale = 1.0
        self.measure: Callable[[str], float] = len  # how wide a bar's words are, in pixels
        self.named = 0.0  # pixels that its name takes from the edge, in the row of the years
        self._size = (400.0, 100.0)
        self._left = self._right = 0.0
        self._given: list[int] = [1] * len(LANES)

    def show(self, scenario: Scenario) -> set[str] | None:
        """Take a scenario; the lanes that changed, None where all did."""
        before, self.scenario = self.scenario, scenario
        frame = (scenario.start, scenario.horizon_months, scenario.catalogue, scenario.as_of)
        if before is None or frame != (
            before.start,
            before.horizon_months,
            before.catalogue,
            before.as_of,
        ):
            self.horizon = scenario.horizon_months
            self.bars = {lane.key: bars_of(lane, scenario) for lane in LANES}
            self.arrange()
            return None
        changed = set()
        for lane in LANES:
            if lane.entries(scenario) is not lane.entries(before):
                bars = bars_of(lane, scenario)
                if bars != self.bars[lane.key]:
                    self.bars[lane.key] = bars
                    changed.add(lane.key)
        if changed and self.arrange(changed):
            return None
        return changed

    def compare(self, baseline: Scenario) -> bool:
        """Note where the baseline has a bar at another time; whether that is news."""
        shown = self.scenario
        if shown is None:
            return False
        compared = tuple(lane.entries(s) for lane in LANES for s in (shown, baseline))
        if len(compared) == len(self._compared) and all(
            a is b for a, b in zip(compared, self._compared, strict=True)
        ):
            return False
        self._compared, before = compared, self.before
        self.before = {}
        if baseline.start == shown.start:
            for lane in LANES:
                self.before |= elsewhere(lane, self.bars[lane.key], shown, baseline)
        return self.before != before

    def fit(self, width: float, height: float, left: float, right: float) -> None:
        """Stand in so many pixels, the months from `left` to `right` pixels from the edge."""
        self._size, self._left, self._right = (width, height), left, right
        self.arrange()

    def arrange(self, changed: set[str] | None = None) -> bool:
        """Share out rows and stack bars; whether lanes have other rows than before."""
        given = self._given
        reach = {lane.key: self._reach(self.bars[lane.key]) for lane in LANES}
        if not self.still:
            wanted = [wanted_rows(self.bars[lane.key]) for lane in LANES]
            with_words = [wanted_rows(self.bars[lane.key], reach[lane.key]) for lane in LANES]
            self._given = shared_out(wanted, self._rows_that_fit(), with_words)
        moved = given != self._given
        for lane, rows in zip(LANES, self._given, strict=True):
            if changed is None or moved or lane.key in changed:
                pinned = self.pinned
                stay = pinned[1:] if pinned is not None and pinned[0] == lane.key else None
                bars = self.bars[lane.key]
                self.stacks[lane.key] = stacked(bars, rows, stay, reach[lane.key])
        return moved

    def _reach(self, bars: Sequence[LaneBar]) -> Reach:
        """Up to which month words go that have no room in their bar, but behind it."""
        found = {}
        for bar in bars:
            wide = self.measure(bar.title)
            begins = max(bar.first, 0)
            inside = (min(bar.last, self.horizon) - begins) * self.month_width
            end = bar.last + (wide + 3 * TEXT_END) / self.month_width
            if wide > inside - TEXT_INSET - TEXT_END and end <= self.horizon:
                found[bar.index] = end
        return found

    @property
    def rows(self) -> Mapping[str, int]:
        """How many rows each lane has."""
        return {lane.key: rows for lane, rows in zip(LANES, self._given, strict=True)}

    def pin(self, lane: str, index: int) -> None:
        """Keep a bar where it is, and show it where it is hidden."""
        row = self.stacks[lane].rows.get(index, self.rows[lane] - 1)
        self.pinned = (lane, index, row)
        if index in self.stacks[lane].hidden:
            self.arrange({lane})

    def unpin(self) -> None:
        """Let every bar find its place again."""
        if self.pinned is not None or self.still:
            self.pinned, self.still = None, False
            self.arrange()

    def height_for(self, rows: int) -> int:
        """What so many rows need, of all lanes together."""
        between = GAP * (rows + len(LANES))
        return round((HEADER + ROW * rows + between) * self.scale)

    @property
    def strip(self) -> int:
        """How high it is when it is folded."""
        return round(STRIP * self.scale)

    def _rows_that_fit(self) -> int:
        room = self._size[1] / self.scale - HEADER - GAP * len(LANES)
        return max(int(room // (ROW + GAP)), len(LANES))

    # Places

    @property
    def left(self) -> float:
        return self._left

    @property
    def right(self) -> float:
        return max(self._size[0] - self._right, self._left + 1)

    @property
    def header(self) -> float:
        return HEADER * self.scale

    @property
    def month_width(self) -> float:
        return (self.right - self._left) / max(self.horizon, 1)

    def x_of(self, month: float) -> float:
        return self._left + month * self.month_width

    def month_at(self, x: float) -> int:
        """The month under a pointer, which may be outside the horizon."""
        return int((x - self._left) // self.month_width)

    def lane_box(self, key: str) -> QRectF:
        """All of a lane, from edge to edge."""
        top = self.header
        for lane, rows in zip(LANES, self._given, strict=True):
            height = ((ROW + GAP) * rows + GAP) * self.scale
            if lane.key == key:
                return QRectF(0, top, self._size[0], height)
            top += height
        raise KeyError(key)

    def lane_at(self, y: float) -> LaneRow | None:
        for lane in LANES:
            box = self.lane_box(lane.key)
            if box.top() <= y < box.bottom():
                return lane
        return None

    def box(self, bar: LaneBar) -> QRectF | None:
        """Where a bar is painted; None where it is hidden, or outside the horizon."""
        row = self.stacks[bar.lane].rows.get(bar.index)
        if row is None or bar.first >= self.horizon or bar.last <= 0:
            return None
        begins, ends = self.x_of(max(bar.first, 0)), self.x_of(min(bar.last, self.horizon))
        top = self.lane_box(bar.lane).top() + (GAP + row * (ROW + GAP)) * self.scale
        return QRectF(begins, top, max(ends - begins, LEAST_WIDTH), ROW * self.scale)

    def before_box(self, bar: LaneBar, box: QRectF) -> QRectF | None:
        """Where the baseline has a bar, in its row; None where it is the same."""
        span = self.before.get((bar.lane, bar.index))
        if span is None or span[0] >= self.horizon or span[1] <= 0:
            return None
        begins, ends = self.x_of(max(span[0], 0)), self.x_of(min(span[1], self.horizon))
        return QRectF(begins, box.top(), max(ends - begins, LEAST_WIDTH), box.height())

    def shown(self, lane: str) -> Iterator[tuple[LaneBar, QRectF]]:
        """The bars that are painted, and where."""
        for bar in self.bars[lane]:
            box = self.box(bar)
            if box is not None:
                yield bar, box

    def handle(self, bar: LaneBar, box: QRectF) -> QPointF | None:
        """The middle of the handle of a bar's share; None where there is none."""
        if bar.share is None or box.width() < NARROW * self.scale:
            return None
        inside = box.adjusted(0, HANDLE, 0, -HANDLE)
        return QPointF(
            box.right() - HANDLE_INSET * self.scale, inside.bottom() - bar.share * inside.height()
        )

    def at(self, place: QPointF) -> tuple[LaneBar, Part] | None:
        """The bar under a pointer, and which part of it."""
        lane = self.lane_at(place.y())
        if lane is None:
            return None
        for bar, box in self.shown(lane.key):
            if not box.adjusted(-EDGE / 2, 0, EDGE / 2, 0).contains(place):
                continue
            handle = self.handle(bar, box)
            if handle is not None and abs(place.x() - handle.x()) <= HANDLE + 2:
                return bar, Part.SHARE
            reach = min(EDGE, box.width() / 4)
            if bar.last <= self.horizon and place.x() >= box.right() - reach:
                return bar, Part.END
            if not bar.fixed and bar.first >= 0 and place.x() <= box.left() + reach:
                return bar, Part.BEGIN
            return bar, Part.BODY
        return None
