"""The lanes under the mouse and the keys: one stop of the keys for all of them."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt, Signal, Slot
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
)
from PySide6.QtWidgets import QToolTip, QWidget

from gui.timeline.bars import LaneBar
from gui.timeline.board import Part
from gui.timeline.canvas import LanesCanvas
from gui.timeline.cursor import ENTER, Cursor
from gui.timeline.edits import Edits
from gui.timeline.hand import Hand
from gui.timeline.lane_table import LANES, LaneRow, lane_of
from gui.widgets.plain import tip

CURSORS = {
    Part.BODY: Qt.CursorShape.OpenHandCursor,
    Part.BEGIN: Qt.CursorShape.SizeHorCursor,
    Part.END: Qt.CursorShape.SizeHorCursor,
    Part.SHARE: Qt.CursorShape.SizeVerCursor,
}
COPIES = Qt.KeyboardModifier.ControlModifier
LEFT = Qt.MouseButton.LeftButton


class LanesView(LanesCanvas):
    """Bars that are dragged, stretched by their ends, weighed by a handle, copied and deleted."""

    add_wanted = Signal(str, int)  # to a lane, in a month
    menu_wanted = Signal(str, int, QPoint)  # for a lane, in a month; where on the screen
    unfold_wanted = Signal()
    more_wanted = Signal()  # room: bars are hidden

    def __init__(self, edits: Edits, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._edits = edits
        self.keys = Cursor(self, edits)
        self._hand: Hand | None = None
        edits.session.replaced.connect(self._drop)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            text = self._tip_at(QPointF(event.pos()))
            QToolTip.showText(event.globalPos(), tip(text) if text else "", self)
            return True
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and event.key() == Qt.Key.Key_Escape
            and self.dragging
        ):
            event.accept()
            return True
        return super().event(event)

    def _tip_at(self, place: QPointF) -> str:
        if self.board.folded:
            return self.tr("Unfold the timeline")
        found, lane = self.board.at(place), self.board.lane_at(place.y())
        if found is not None:
            return self.said(found[0])
        if lane is None:
            return ""
        hidden = len(self.board.stacks[lane.key].hidden)
        if hidden and place.x() < self.board.left:
            return self.tr("%n more: make the timeline higher to see them", "", hidden)
        return ""

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if not self.board.folded and event.reason() != Qt.FocusReason.MouseFocusReason:
            self.keys.enter()
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() == Qt.FocusReason.ActiveWindowFocusReason:
            self._let_go()  # another window has the release
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.board.unpin()
        self.update()

    # Mouse

    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.accept()
        if event.button() == Qt.MouseButton.RightButton and self.dragging:
            self.cancel()
            return
        if event.button() != LEFT or self.dragging:
            event.ignore()
            return
        if self.board.folded:
            self.unfold_wanted.emit()
            return
        if self.keys.live:  # after an undo a bar may be seen that is gone, until the next frame
            self.show_scenario(self._edits.session.scenario, self.marks.month)
        place = event.position()
        found, lane = self.board.at(place), self.board.lane_at(place.y())
        if found is not None:
            self._take_hold(*found, place)
        elif lane is not None:
            if place.x() < self.board.left and self.board.stacks[lane.key].hidden:
                self.more_wanted.emit()
            self.keys.go_to(lane)
            if place.x() >= self.board.left:
                self._draw_from(lane, place)

    def _draw_from(self, lane: LaneRow, place: QPointF) -> None:
        """A drag from here draws one more; a click alone draws nothing."""
        if self.keys.live and not self._edits.session.holds(lane.key):
            self._edits.end_run()
            many = len(lane.entries(self._edits.session.scenario))
            bar = LaneBar(lane.key, many, "", "", self._month_at(place.x()), 0, None, fixed=False)
            self._hand = Hand(self.board, self._edits, bar, Part.END, place, new=True)
            self.board.still = True

    def _take_hold(self, bar: LaneBar, part: Part, place: QPointF) -> None:
        self.choose(lane_of(bar.lane), bar.index)
        if not self.keys.live or not self._edits.free(bar.lane):
            return
        self._edits.end_run()
        self._hand = Hand(self.board, self._edits, bar, part, place)
        self.board.pin(bar.lane, bar.index)
        self.board.still = True
        if part is Part.BODY:
            self.setCursor(Qt.CursorShape.ClosedHandCursor)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        hand = self._hand
        if hand is None:
            self._hover(event.position())
            return
        if not hand.moving and hand.part is Part.BODY and event.modifiers() & COPIES:
            hand.copying = True
        if hand.move(event.position()):
            self.show_scenario(self._edits.session.scenario, self.marks.month)
            if self.marks.current != (hand.bar.lane, hand.index):  # a copy
                self.board.pin(hand.bar.lane, hand.index)
                self.choose(hand.lane, hand.index)
            if not self.marks.held:
                self.hold(True)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == LEFT:
            self._let_go()

    def _let_go(self) -> None:
        hand, self._hand = self._hand, None
        if hand is None:
            return
        self.board.unpin()
        self.hold(False)
        if hand.new and not hand.moving:
            return  # a click on an empty place
        self.setCursor(CURSORS[hand.part])
        self.update()
        self.keys.announce()

    def cancel(self) -> None:
        """Give a drag up."""
        if self._hand is not None:
            self._hand.cancel()
            self._let_go()
            self.show_scenario(self._edits.session.scenario, self.marks.month)

    @Slot()
    def _drop(self) -> None:
        """Another document is here: what was held is not of it."""
        self._let_go()
        self.choose(LANES[0], None)

    @property
    def dragging(self) -> bool:
        return self._hand is not None

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        event.accept()
        if event.button() != LEFT or self.board.folded or not self.keys.live:
            return
        self._let_go()
        found = self.board.at(event.position())
        lane = self.board.lane_at(event.position().y())
        if found is not None:
            self.keys.open()
        elif lane is not None:
            self.add_wanted.emit(lane.key, self._month_at(event.position().x()))

    def _month_at(self, x: float) -> int:
        return min(max(self.board.month_at(x), 0), self.board.horizon - 1)

    def _hover(self, place: QPointF) -> None:
        folded = self.board.folded
        found = None if folded else self.board.at(place)
        lane = None if folded else self.board.lane_at(place.y())
        ghost = None
        if found is None and lane is not None and place.x() >= self.board.left:
            ghost = (lane.key, self._month_at(place.x()))
        self.mark(hovered=None if found is None else (found[0].lane, found[0].index), ghost=ghost)
        if found is not None and self._edits.session.holds(found[0].lane):
            found = None  # there is nothing to take hold of
        plain = Qt.CursorShape.PointingHandCursor if folded else Qt.CursorShape.ArrowCursor
        self.setCursor(plain if found is None else CURSORS[found[1]])

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.mark(hovered=None, ghost=None)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if self.board.folded or not self.keys.live:
            return
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            bar = self.current
            box = None if bar is None else self.board.box(bar)
            box = box or self.board.lane_box(self.lane.key)
            month = self.marks.month if bar is None else bar.last
            self.menu_wanted.emit(self.lane.key, month, self.mapToGlobal(box.center().toPoint()))
            return
        place = QPointF(event.pos())
        found, lane = self.board.at(place), self.board.lane_at(place.y())
        if lane is not None:
            self.choose(lane, None if found is None else found[0].index)
            self.menu_wanted.emit(lane.key, self._month_at(place.x()), event.globalPos())

    # Keys

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.board.folded:
            if event.key() not in ENTER:
                super().keyPressEvent(event)
                return
            self.unfold_wanted.emit()
        elif event.key() == Qt.Key.Key_Escape and self.dragging:
            self.cancel()
        elif self.dragging or not self.keys.take_key(event):
            super().keyPressEvent(event)
            return
        event.accept()
