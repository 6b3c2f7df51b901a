"""The timeline under the charts: its lanes, its button to fold it, and what opens from it."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal, Slot
from PySide6.QtGui import QAction, QHideEvent, QResizeEvent
from PySide6.QtWidgets import (
    QApplication,
    QMenu,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from engine import Scenario
from gui.document.session import Session
from gui.timeline import clipboard
from gui.timeline.details import Details
from gui.timeline.edits import Edits
from gui.timeline.lane_table import LANES, lane_of
from gui.timeline.lanes_view import LanesView
from gui.timeline.tables import LaneTables
from gui.widgets.palette import LIGHT, Palette

ROWS = 7  # of bars that are shown at first
BUTTON = 20  # pixels
TABLE_HEIGHT = 204  # of a few rows, and what stands around them
UNBOUNDED = 16_777_215  # Qt's greatest height


class TimelinePanel(QWidget):
    """Folded it is a strip. Too small a window folds it, until somebody unfolds it there."""

    height_changed = Signal()  # it was folded, unfolded, or wants more room
    told = Signal(str)
    refused = Signal(str)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)  # as the months over it
        self.edits = Edits(session, self)
        self.lanes = LanesView(self.edits)
        self.wanted_height = 0  # 0 until somebody has chosen one
        self._wanted = True  # unfolded, where there is room
        self._room = True
        self._insisted = False  # unfolded where there is none
        self._gives_way = False  # folded for a while, whatever was chosen
        self._details: Details | None = None
        self._tables: LaneTables | None = None
        self._palette = LIGHT
        self._right = 0.0  # of the lanes, from the edge to the last month
        self.toggle = QPushButton(self)
        self.toggle.setObjectName("timelineToggle")
        self.toggle.setFlat(True)
        self.toggle.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.toggle.clicked.connect(self._toggle)
        self.as_table = QToolButton(self)
        self.as_table.setObjectName("timelineToggle")
        self.as_table.setText("⊞")
        self.as_table.setCheckable(True)
        self.as_table.setAutoRaise(True)
        self.as_table.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.as_table.setToolTip(self.tr("The same as tables"))
        self.as_table.setAccessibleName(self.tr("Timeline: the same as tables"))
        self.as_table.toggled.connect(self._show_tables)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.lanes, 1)
        for button in (self.toggle, self.as_table):
            button.raise_()  # over the lanes, which came later and would have their clicks
        self._layout = layout
        self.edits.refused.connect(self.refused)
        self.lanes.keys.told.connect(self.told)
        self.lanes.keys.details_wanted.connect(self.open_details)
        self.lanes.keys.add_wanted.connect(self.add)
        self.lanes.add_wanted.connect(self.add)
        self.lanes.menu_wanted.connect(self._open_menu)
        self.lanes.unfold_wanted.connect(self.unfold)
        self.lanes.more_wanted.connect(self._grow)
        self._show_fold()

    # What it shows

    def show_scenario(
        self, scenario: Scenario, month: int, baseline: Scenario, *, live: bool
    ) -> None:
        """Draw a scenario's bars; not `live` while it is not the one that can be changed."""
        self.lanes.keys.live = live
        self.lanes.show_scenario(scenario, month)
        self.lanes.show_baseline(baseline)

    def use_palette(self, palette: Palette) -> None:
        self._palette = palette
        self.lanes.use_palette(palette)
        if self._tables is not None:
            self._tables.use_palette(palette)
        self._place_toggle()
        self._show_fold()

    def use_margins(self, left: float, right: float) -> None:
        """Where the months begin and end: over those of the ribbon."""
        self._right = right
        self.lanes.use_margins(left, right)
        self._place_toggle()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_toggle()

    def hideEvent(self, event: QHideEvent) -> None:
        """Another page is in front: a card of this one has no business there."""
        super().hideEvent(event)
        if self._details is not None:
            self._details.hide()

    def _place_toggle(self) -> None:
        board = self.lanes.board
        height = board.strip if board.folded else round(board.header) + 1
        wide = self.toggle.sizeHint().width()
        self.toggle.setGeometry(QRect(0, 0, max(round(board.left) - 4, wide), height))
        board.named = self.toggle.width()
        wide = round(BUTTON * board.scale)
        right = round(self.width() - self._right)
        self.as_table.setGeometry(QRect(right - wide, 0, wide, height))
        self.as_table.setVisible(not board.folded)

    # Its height

    @property
    def folded(self) -> bool:
        return self.lanes.board.folded

    @property
    def usual_height(self) -> int:
        """Where nobody has chosen another."""
        return self.lanes.board.height_for(ROWS)

    @property
    def unfolded_height(self) -> int:
        """As somebody has chosen it, or as it is at first."""
        return max(self.wanted_height or self.usual_height, self.lanes.minimumSizeHint().height())

    def give_room(self, room: bool) -> None:
        """Whether the window is large enough for more than a strip."""
        if room != self._room:
            self._room, self._insisted = room, False
            self._show_fold()

    def give_way(self, wanted: bool) -> None:
        """Leave its room to the charts for a while, whatever was chosen; and take it back."""
        self._gives_way = wanted
        self._show_fold()

    @Slot()
    def _toggle(self) -> None:
        self.fold(not self.folded)

    @Slot()
    def unfold(self) -> None:
        self.fold(False)

    def fold(self, folded: bool) -> None:
        """Fold it, or unfold it even where there is little room."""
        self._gives_way = False
        self._insisted = not folded and not self._room
        if self._room:
            self._wanted = not folded
        self._show_fold()

    def _show_fold(self) -> None:
        folded = self._gives_way or not ((self._wanted and self._room) or self._insisted)
        self.lanes.fold(folded)
        text = self.tr("▸ Timeline") if folded else self.tr("▾ Timeline")
        self.toggle.setText(text)
        name = self.tr("Unfold the timeline") if folded else self.tr("Fold the timeline")
        self.toggle.setAccessibleName(name)
        self.toggle.setToolTip(name)
        if self._tables is not None:
            self._tables.setVisible(self.tabled)
            self._tables.setFixedHeight(self.table_height)
        if folded:
            self.setFixedHeight(self.lanes.board.strip)
        else:
            self.setMinimumHeight(self.lanes.minimumSizeHint().height() + self.table_height)
            self.setMaximumHeight(UNBOUNDED)
        self._place_toggle()
        self.height_changed.emit()

    def sizeHint(self) -> QSize:
        return QSize(400, self._height)

    @property
    def _height(self) -> int:
        if self.folded:
            return self.lanes.board.strip
        return self.unfolded_height + self.table_height

    @property
    def tabled(self) -> bool:
        """Whether tables stand below the lanes."""
        return self.as_table.isChecked() and not self.folded

    @property
    def table_height(self) -> int:
        """Of the tables, where they are shown; the rest of the height is the lanes'."""
        return round(TABLE_HEIGHT * self._palette.type_scale) if self.tabled else 0

    @Slot()
    def _grow(self) -> None:
        """As high as all its bars need."""
        board = self.lanes.board
        hidden = sum(len(stack.hidden) for stack in board.stacks.values())
        self.wanted_height = board.height_for(sum(board.rows.values()) + hidden)
        self.height_changed.emit()

    @property
    def state(self) -> dict[str, object]:
        """For the layout that is kept."""
        return {
            "unfolded": self._wanted,
            "height": self.wanted_height,
            "table": self.as_table.isChecked(),
        }

    def use_state(self, state: Mapping[str, object]) -> None:
        """Raises TypeError or ValueError where it is none of its own."""
        height = state["height"]
        if not isinstance(height, int):
            raise TypeError("a height is a whole number")
        self._wanted, self.wanted_height = bool(state["unfolded"]), min(max(height, 0), UNBOUNDED)
        self.as_table.setChecked(bool(state.get("table")))
        self._show_fold()

    # The tables

    @property
    def tables(self) -> LaneTables:
        """Made when they are first wanted."""
        if self._tables is None:
            self._tables = LaneTables(self._session)
            self._tables.use_palette(self._palette)
            self._tables.chosen.connect(self._follow_table)
            self.lanes.current_changed.connect(self._follow_lanes)
            self._layout.addWidget(self._tables)
            QWidget.setTabOrder(self.as_table, self._tables.tabs)
        return self._tables

    @Slot(bool)
    def _show_tables(self, wanted: bool) -> None:
        if wanted:
            self.unfold()
            self.tables.show()
            self._follow_lanes()
        self._show_fold()

    def open_table(self, key: str, place: int | None = None) -> None:
        """The table of a list, with the keys in it."""
        self.as_table.setChecked(True)
        bar = self.lanes.current
        if place is None and bar is not None and bar.lane == key:
            place = bar.index
        self.tables.choose(key, place)
        self.tables.tables[key].view.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(str, int)
    def _follow_table(self, key: str, place: int) -> None:
        """The bar of the row that has the keys is the current one."""
        keys = QApplication.focusWidget()
        by_hand = keys is not None and self.tables.isAncestorOf(keys)
        if by_hand and any(lane.key == key for lane in LANES):
            self.lanes.show_scenario(self._session.scenario, self.lanes.marks.month)
            self.lanes.choose(lane_of(key), place)

    @Slot()
    def _follow_lanes(self) -> None:
        bar, keys = self.lanes.current, QApplication.focusWidget()
        if self.tabled and (keys is None or not self.tables.isAncestorOf(keys)):
            self.tables.choose(self.lanes.lane.key, None if bar is None else bar.index)

    # What opens from it

    @property
    def details(self) -> Details:
        """The card of a bar; made when it is first wanted."""
        if self._details is None:
            self._details = Details(self.edits, self.window())
        return self._details

    @Slot(str, int)
    def open_details(self, lane: str, index: int) -> None:
        """All that a bar says, in fields; what is locked says it in its own tip."""
        if not self.edits.free(lane):
            return
        self.details.open(lane_of(lane), index, self._place_of(lane, index))

    @Slot(str, int)
    def add(self, lane: str, month: int) -> None:
        """One more in a lane, with its card open."""
        if not self.edits.free(lane):
            return
        self.unfold()
        self.lanes.setFocus(Qt.FocusReason.OtherFocusReason)
        self.details.add(lane_of(lane), month, partial(self._show_new, lane))

    def _show_new(self, lane: str, index: int) -> QRect:
        scenario, month = self._session.scenario, self.lanes.marks.month
        self.lanes.show_scenario(scenario, month)
        self.lanes.choose(lane_of(lane), index)
        return self._place_of(lane, index)

    def add_here(self, lane: str) -> None:
        """One more in a lane, in the month of the figures."""
        self.add(lane, self.lanes.marks.month)

    def _place_of(self, lane: str, index: int) -> QRect:
        """Where a bar is painted, on the screen."""
        bar = self.lanes.bar(lane, index)
        box = None if bar is None else self.lanes.board.box(bar)
        inside = (box or self.lanes.board.lane_box(lane)).toAlignedRect()
        return QRect(self.lanes.mapToGlobal(inside.topLeft()), inside.size())

    @Slot(str, int, QPoint)
    def _open_menu(self, lane: str, month: int, where: QPoint) -> None:
        menu = self.menu_of(lane, month)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(where)

    def menu_of(self, lane: str, month: int) -> QMenu:
        """What can be done with the current bar, and in a month of its lane."""
        keys, bar = self.lanes.keys, self.lanes.current
        held = self._session.holds(lane)
        menu = QMenu(self)
        if bar is not None:
            for text, do, free in (
                (self.tr("Details…"), keys.open, not held),
                (self.tr("Copy"), keys.copy, True),
                (self.tr("Delete"), keys.remove, not held),
            ):
                entry = self._entry(menu, text)
                entry.triggered.connect(lambda *_, do=do: do())
                entry.setEnabled(free)
            menu.addSeparator()
        add = self.tr("Add: {what}…").format(what=lane_of(lane).one_text)
        more = self._entry(menu, add)
        more.triggered.connect(lambda: self.add(lane, month))
        more.setEnabled(not held)
        paste = self._entry(menu, self.tr("Paste"))
        paste.setEnabled(clipboard.pasted(self._session.scenario) is not None and not held)
        paste.triggered.connect(lambda: keys.paste())
        return menu

    def _entry(self, menu: QMenu, text: str) -> QAction:
        return menu.addAction(text)
