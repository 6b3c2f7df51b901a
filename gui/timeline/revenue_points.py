"""Handles on the demand curve, one for each known point of revenue."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QPointF, QRectF, Qt, Signal, Slot
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QWidget

from engine import Result
from engine.tables.parameter import month_number, month_text
from engine.values import Anchors
from gui.charts.months import MONTHS_PER_YEAR
from gui.charts.view import PlotView
from gui.timeline import revenue
from gui.timeline.cursor import ACROSS, DELETE, ENTER, PAGES, UPRIGHT
from gui.timeline.edits import Edits
from gui.timeline.handles import RADIUS, Handle, Handles
from gui.widgets.focus_ring import shows_focus
from gui.widgets.palette import Palette
from gui.widgets.spoken import Role, Spoken, announce
from gui.words.kpis import month_words

KEY = "revenue_anchors"
DEMAND = "demand_eflops"
REACH = 9.0  # pixels around a handle that count as on it
STILL = 3.0  # pixels a hand may shake before a drag begins
FINE = 0.1  # with Shift
STEP, LARGE_STEP = 1.01, 1.1  # a key
NEAR_FACTOR = 100.0  # a double click sets no point that far from the curve
LEFT = Qt.MouseButton.LeftButton


class RevenuePoints(Spoken, QWidget):
    """A stop of the keys for handles that are painted in a plot, and dragged there.

    They are shown while the pointer is over the plot, or while the stop has the keys. It lies
    beside the plot: over it, the plot would be painted twice in each frame.

    Demand is in proportion to revenue: where the curve goes, its point goes. With the keys:
    arrows move a point and raise it, Page Up and Page Down go to another, Insert adds one,
    Delete takes one away, Enter goes to its row of the table.
    """

    spoken_role = Role.List

    table_wanted = Signal(int)  # with the row of a point

    def __init__(self, plot: PlotView, edits: Edits) -> None:
        super().__init__(plot.parentWidget())
        self._plot, self._edits = plot, edits
        self._handles = Handles(self._shown_handles, plot.plot_area)
        plot.scene().addItem(self._handles)
        self._result: Result | None = None
        self.current: int | None = None
        self.live = True  # not while the baseline is shown in the scenario's place
        self._over = False
        self._said = ""  # of the point that has the keys
        self._drag: _Drag | None = None
        self.setGeometry(0, 0, 1, 1)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setProperty("paintsItsFocus", True)
        self.setAccessibleName(self.tr("Known revenue on the demand curve; arrows move a point"))
        plot.installEventFilter(self)
        plot.viewport().installEventFilter(self)
        edits.session.replaced.connect(self._drop)

    # What is shown

    def use_palette(self, palette: Palette) -> None:
        self._handles.use_palette(palette)

    def show_result(self, result: Result, *, live: bool) -> None:
        """Stand on the demand of a result; `live` where it is the scenario's own."""
        self._result, self.live = result, live
        if self.current is not None and self.current >= len(self.points):
            self.current = None
        if self.shown or self._handles.isVisible():
            self._repaint()

    @property
    def points(self) -> Anchors:
        return () if self._result is None else self._result.scenario.revenue_anchors

    @property
    def shown(self) -> bool:
        """Whether handles are to be seen."""
        return self.live and (self._over or self._drag is not None or self.hasFocus())

    def place(self, index: int) -> QPointF | None:
        """Where a point stands, in the plot's pixels; None where it is not in the picture."""
        result, (month, _) = self._result, self.points[index]
        if result is None or month >= len(result.months):
            return None
        height = float(result[DEMAND][month])
        year = (month_number(result.scenario.start) + month) / MONTHS_PER_YEAR
        found = self._plot.to_device.map(QPointF(year, height))
        area = self._plot.plot_area().adjusted(-1, -RADIUS, 1, RADIUS)
        return found if area.contains(found) else None

    def _near(self, pointer: QPointF) -> int | None:
        found = [(place, n) for n in range(len(self.points)) if (place := self.place(n))]
        near = [((place - pointer).manhattanLength(), -n) for place, n in found]
        distance, number = min(near, default=(REACH + 1, 0))
        return -number if distance <= REACH else None

    def _repaint(self) -> None:
        if self.shown != self._handles.isVisible():
            self._handles.setVisible(self.shown)
        self._handles.focused, self._handles.held = shows_focus(self), self._drag is not None
        self._handles.update()

    def _shown_handles(self) -> list[Handle]:
        found = []
        for number in range(len(self.points)):
            place = self.place(number)
            if place is not None:
                found.append(Handle(place, number == self.current, self.words(number)))
        return found

    def words(self, index: int) -> str:
        """`Oct 2025 · $3.07 bn/year`."""
        assert self._result is not None
        month, level = self.points[index]
        date = month_text(month_number(self._result.scenario.start) + month)
        return f"{month_words(date)} · {revenue.level_words(level)}"

    # Mouse: the plot's own, before the plot has it

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if watched is self._plot:
            if kind in (QEvent.Type.Show, QEvent.Type.Hide):  # a table may stand in its place
                self.setVisible(kind == QEvent.Type.Show)
            return False
        if kind in (QEvent.Type.Enter, QEvent.Type.Leave):
            self._over = kind == QEvent.Type.Enter
            if not self._over and self._drag is None and not self.hasFocus():
                self.current = None
            self._repaint()
        elif isinstance(event, QMouseEvent) and self.live:
            handlers: dict[QEvent.Type, Callable[[QMouseEvent], bool]] = {
                QEvent.Type.MouseButtonPress: self._press,
                QEvent.Type.MouseMove: self._move,
                QEvent.Type.MouseButtonRelease: self._release,
                QEvent.Type.MouseButtonDblClick: self._double_click,
            }
            return kind in handlers and handlers[kind](event)
        return False

    def _press(self, event: QMouseEvent) -> bool:
        if event.button() == Qt.MouseButton.RightButton and self._drag is not None:
            self.cancel()
            return True
        found = self._near(event.position()) if event.button() == LEFT else None
        if found is None or self._result is None:
            return False
        self._choose(found)
        if not self._edits.free(KEY):
            return True
        self._edits.end_run()
        self._drag = _Drag(self.points, found, event.position(), self._edits.session.new_gesture())
        self._drag.height = float(self._result[DEMAND][self.points[found][0]])
        self._drag.across, self._drag.pixel = self._pixels
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        self._repaint()
        return True

    def _move(self, event: QMouseEvent) -> bool:
        drag = self._drag
        if drag is None:
            found = self._near(event.position())
            if found != self.current and not self.hasFocus():
                self.current = found
                self._repaint()
            shape = Qt.CursorShape.ArrowCursor if found is None else Qt.CursorShape.SizeAllCursor
            self._plot.viewport().setCursor(shape)
            return False
        way = event.position() - drag.at
        if not drag.moving and way.manhattanLength() < STILL:
            return True
        drag.moving = True
        fine = FINE if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1.0
        months = round(way.x() * fine / drag.across)
        points = revenue.moved(drag.before, drag.index, months)
        factor = revenue.dragged(drag.height, drag.pixel, -way.y() * fine)
        self._put(revenue.raised(points, drag.index, factor), drag.gesture)
        return True

    @property
    def _pixels(self) -> tuple[float, float]:
        """How many pixels a month has, and how much of demand a pixel has."""
        device = self._plot.to_device
        across = abs(device.m11()) / MONTHS_PER_YEAR
        return max(across, 1e-6), 1 / max(abs(device.m22()), 1e-12)

    def _release(self, event: QMouseEvent) -> bool:
        if self._drag is None or event.button() != LEFT:
            return False
        self._drag = None
        self._repaint()
        self._announce()
        return True

    def _double_click(self, event: QMouseEvent) -> bool:
        result = self._result
        place = event.position()
        inside = self._plot.plot_area().contains(place)
        if event.button() != LEFT or result is None or not inside or self._near(place) is not None:
            return False
        back, invertible = self._plot.to_device.inverted()
        if not invertible:
            return False
        there = back.map(place)
        month = round(there.x() * MONTHS_PER_YEAR) - month_number(result.scenario.start)
        if not 1 <= month < len(result.months):
            return False
        demand = float(result[DEMAND][month])
        factor = there.y() / demand if demand > 0 else 1.0
        factor = min(max(factor, 1 / NEAR_FACTOR), NEAR_FACTOR)
        self._add(month, factor)
        return True

    @Slot()
    def _drop(self) -> None:
        """Another document is here: what was held is not of it."""
        self._drag = self.current = None

    def cancel(self) -> None:
        """Give a drag up: back to where it began."""
        drag, self._drag = self._drag, None
        if drag is not None:
            self._put(drag.before, drag.gesture)
            self._repaint()

    # Keys

    def event(self, event: QEvent) -> bool:
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and event.key() == Qt.Key.Key_Escape
            and self._drag is not None
        ):
            event.accept()
            return True
        return super().event(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if self.current is None and self.points:
            self.current = 0
        self._announce()
        self._repaint()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() == Qt.FocusReason.ActiveWindowFocusReason:
            self._drag = None  # another window has the release
        self._repaint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key == Qt.Key.Key_Escape and self._drag is not None:
            self.cancel()
        elif self.live and self._drag is None and self._take(key, event.modifiers()):
            self._announce()
        else:
            super().keyPressEvent(event)
            return
        event.accept()

    def _take(self, key: Qt.Key, modifiers: Qt.KeyboardModifier) -> bool:
        at, points = self.current, self._now
        if at is None or at >= len(points):
            return False
        large = bool(modifiers & Qt.KeyboardModifier.ShiftModifier)
        walk = bool(modifiers & Qt.KeyboardModifier.ControlModifier)
        if key in PAGES or (walk and key in ACROSS):
            step = PAGES[key] if key in PAGES else ACROSS[key]
            self._choose(min(max(at + step, 0), len(points) - 1))
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self._choose(0 if key == Qt.Key.Key_Home else len(points) - 1)
        elif key in ACROSS:
            months = ACROSS[key] * (MONTHS_PER_YEAR if large else 1)
            self._put(revenue.moved(points, at, months), self._edits.gesture_of_keys(("month", at)))
        elif key in UPRIGHT:
            factor = (LARGE_STEP if large else STEP) ** UPRIGHT[key]
            self._put(revenue.raised(points, at, factor), self._edits.gesture_of_keys(("up", at)))
        elif key in ENTER:
            self.table_wanted.emit(at)
        elif key == Qt.Key.Key_Insert:
            self.add_after(at)
        elif key in DELETE:
            self._edits.end_run()
            self._put(revenue.removed(points, at))
            self.current = min(at, len(self._now) - 1)
        else:
            return False
        return True

    @property
    def _now(self) -> Anchors:
        """The points of the session, which the next frame shows."""
        return self._edits.session.scenario.revenue_anchors

    def add_after(self, index: int) -> None:
        """One more point on the curve, half way to the next one or a year later."""
        result, points = self._result, self._now
        if result is None:
            return
        month = points[index][0]
        half_way = (month + points[index + 1][0]) // 2 if index + 1 < len(points) else 0
        wanted = half_way or month + MONTHS_PER_YEAR
        free = revenue.free_month(points, wanted, len(result.months))
        if free is not None:
            self._add(free, 1.0)

    def _add(self, month: int, factor: float) -> None:
        """A point in a month, at so many times the demand there."""
        assert self._result is not None
        level = float(self._result["revenue_bn_per_year"][month]) * factor
        points, index = revenue.added(self._now, month, level)
        self._edits.end_run()
        self._put(points)
        self.current = index
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def _put(self, points: Anchors, gesture: int | None = None) -> None:
        if points != self._now:
            self._edits.put(KEY, points, gesture)

    def _choose(self, index: int) -> None:
        self.current = index
        self._repaint()

    def _announce(self) -> None:
        """Say which point has the keys, and what it says."""
        at, points = self.current, self._now
        if at is None or at >= len(points) or self._result is None:
            return
        month, level = points[at]
        date = month_text(month_number(self._edits.session.scenario.start) + month)
        text = self.tr("Point {number} of {count}: {month}, {level}").format(
            number=at + 1,
            count=len(points),
            month=month_words(date),
            level=revenue.level_words(level),
        )
        if text != self._said:
            self._said = text
            announce(self, text)

    # For screen readers

    def spoken_description(self) -> str:
        return self._said

    def spoken_items(self) -> int:
        return len(self.points)

    def spoken_item(self, number: int) -> tuple[str, str]:
        return self.words(number), ""

    def spoken_item_box(self, number: int) -> QRectF | None:
        place = self.place(number)
        if place is None:
            return None
        here = self.mapFromGlobal(self._plot.mapToGlobal(place))
        return QRectF(here.x() - RADIUS, here.y() - RADIUS, 2 * RADIUS, 2 * RADIUS)

    def spoken_current(self) -> int | None:
        return self.current


class _Drag:
    """A point under the hand, and what there was before."""

    def __init__(self, before: Anchors, index: int, at: QPointF, gesture: int) -> None:
        self.before, self.index, self.at, self.gesture = before, index, at, gesture
        self.height = 0.0  # of the curve there
        # the pixels of a month, and demand's part of a pixel: the axis may grow under the hand
        self.across = self.pixel = 1.0
        self.moving = False
