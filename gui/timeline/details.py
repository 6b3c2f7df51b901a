"""A small card beside a bar with all that it says, each in a field of its own."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import Any

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QSignalBlocker, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)
from shiboken6 import isValid

from engine import ScenarioError
from engine.tables.list_schema import Column
from gui.entries import cells
from gui.entries.listed import listed
from gui.levers.refusals import in_words
from gui.timeline import changes
from gui.timeline.bars import columns
from gui.timeline.cursor import ENTER
from gui.timeline.edits import Edits
from gui.timeline.fields import Field, make_field
from gui.timeline.lane_table import LANES, LaneRow
from gui.widgets.combo import ComboBox
from gui.widgets.plain import PlainLabel, tip

WIDTH = 300
APART = 6  # pixels from the bar
FIELDS_FROM = 1  # row of the grid


class Details(QFrame):
    """Every field changes the bar at once; all that is done in the card is one step of undo.

    Esc takes it all back, Enter or a click elsewhere keeps it.
    """

    closed = Signal()

    def __init__(self, edits: Edits, window: QWidget) -> None:
        """`window`: over which the card lies."""
        super().__init__(window)
        self.setObjectName("commandPalette")
        self.setAutoFillBackground(True)
        self._edits, self._window = edits, window
        self.lane: LaneRow = LANES[0]
        self.index = 0
        self._gesture = 0
        self._before: tuple[Any, ...] = ()
        self._shape: tuple[object, ...] = ()
        self._back_to: QWidget | None = None
        self.fields: dict[str, QWidget] = {}
        self._made: dict[str, Field] = {}
        self._title = PlainLabel()
        self._title.setObjectName("chartTitle")
        self._problem = PlainLabel()
        self._problem.setObjectName("problem")
        self._problem.setWordWrap(True)
        self._problem.hide()
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(10)
        self._grid.setVerticalSpacing(5)
        self._grid.setColumnStretch(1, 1)
        self.delete = QToolButton()
        self.delete.setObjectName("link")
        self.delete.setText(self.tr("Delete"))
        self.delete.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.delete.clicked.connect(self._delete)
        self.done = QPushButton(self.tr("Done"))
        self.done.clicked.connect(self.finish)
        below = QHBoxLayout()
        below.addWidget(self.delete)
        below.addStretch(1)
        below.addWidget(self.done)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(14, 10, 14, 10)
        layout.setSpacing(7)
        layout.addWidget(self._title)
        layout.addLayout(self._grid)
        layout.addWidget(self._problem)
        layout.addLayout(below)
        edits.session.scenario_changed.connect(self._follow)
        edits.session.replaced.connect(self.hide)
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._leave)
        self.hide()

    def open(self, lane: LaneRow, index: int, beside: QRect) -> None:
        """For a bar that is there; `beside`: where it is painted, on the screen."""
        session = self._edits.session
        self._begin(lane, index, session.new_gesture(), lane.entries(session.scenario), beside)

    def add(self, lane: LaneRow, month: int, beside: Callable[[int], QRect]) -> None:
        """For one more bar; it is there at once, and gone again with Esc."""
        session = self._edits.session
        before, gesture = lane.entries(session.scenario), session.new_gesture()
        if self._edits.put(lane.key, changes.added(lane, session.scenario, month), gesture):
            self._begin(lane, len(before), gesture, before, beside(len(before)))

    def _begin(
        self, lane: LaneRow, index: int, gesture: int, before: tuple[Any, ...], beside: QRect
    ) -> None:
        self.lane, self.index, self._gesture, self._before = lane, index, gesture, before
        self._back_to = QApplication.focusWidget()
        self._shape = ()
        self._say("")
        title = self.tr("{what}: details").format(what=lane.one_text)
        self._title.setText(lane.one_text)
        self.setAccessibleName(title)
        self._follow()
        self._place(beside)
        self.show()
        self.raise_()
        if self.fields:
            next(iter(self.fields.values())).setFocus(Qt.FocusReason.PopupFocusReason)

    def _place(self, beside: QRect) -> None:
        """Over the bar where there is room, and within the window."""
        self.setFixedWidth(WIDTH)
        self.adjustSize()
        corner = self._window.mapFromGlobal(beside.topLeft())
        room = self._window.rect().adjusted(APART, APART, -APART, -APART)
        x = min(max(corner.x(), room.left()), room.right() - self.width())
        y = corner.y() - self.height() - APART
        if y < room.top():
            y = min(corner.y() + beside.height() + APART, room.bottom() - self.height())
        self.move(QPoint(x, max(y, room.top())))

    @property
    def entry(self) -> Any:
        """That it is about; None where it is gone."""
        entries = self.lane.entries(self._edits.session.scenario)
        return entries[self.index] if self.index < len(entries) else None

    @Slot()
    def _follow(self) -> None:
        """Show what the entry says now."""
        entry = self.entry
        if entry is None:
            self.hide()
            return
        shown = self._shown_columns(entry)
        scenario = self._edits.session.scenario
        shape = (*(column for column in shown), scenario.start, scenario.families)
        if shape != self._shape:
            self._shape = shape
            self._build(shown)
        for key, made in self._made.items():
            with QSignalBlocker(made.widget):
                made.show(getattr(entry, key))

    def _shown_columns(self, entry: Any) -> list[Column]:
        """That mean something for this kind of entry; a name that need not be there comes last."""
        found = []
        for column in columns(self.lane, entry).values():
            alone = column.kind == "word" and len(column.words) == 1
            undated = column.key == self.lane.start and self.lane.fixed(entry)
            if not (column.void or column.note or alone or undated):
                found.append(column)
        return found

    def _build(self, shown: list[Column]) -> None:
        had = next((key for key, field in self.fields.items() if field.hasFocus()), None)
        while self._grid.count():
            item = self._grid.takeAt(0)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self.fields, self._made = {}, {}
        for row, column in enumerate(shown, FIELDS_FROM):
            label = PlainLabel(cells.heading(column).partition(",")[0])
            label.setObjectName("unit")
            made = make_field(column, self._edits.session.scenario, partial(self._take, column.key))
            made.widget.setAccessibleName(column.label_text)
            made.widget.setAccessibleDescription(column.help_text)
            made.widget.setToolTip(tip(column.help_text))
            made.widget.installEventFilter(self)
            made.refused.append(self._say)
            self._grid.addWidget(label, row, 0)
            self._grid.addWidget(made.widget, row, 1)
            self.fields[column.key], self._made[column.key] = made.widget, made
        before: QWidget = self
        for field in (*self.fields.values(), self.delete, self.done):
            QWidget.setTabOrder(before, field)
            before = field
        if had in self.fields:
            self.fields[had].setFocus(Qt.FocusReason.OtherFocusReason)
        if self.isVisible():
            bottom = self.geometry().bottom()
            self.adjustSize()
            self.move(self.x(), max(bottom - self.height() + 1, APART))

    def _take(self, key: str, value: Any) -> None:
        entry = self.entry
        if entry is None or getattr(entry, key) == value:
            return
        session = self._edits.session
        families = session.scenario.families
        after = listed(self.lane.key).with_cell(entry, key, value, families)
        column = columns(self.lane, after)[self.lane.share]
        if not column.void and not getattr(after, self.lane.share):
            after = replace(after, **{self.lane.share: column.high / 2})  # or nothing would be seen
        entries = changes.exchanged(self.lane.entries(session.scenario), self.index, after)
        try:
            session.edit(self.lane.key, entries, self._gesture)
        except ScenarioError as error:
            self._say(in_words(error, session.scenario.start))
            return
        self._say("")

    def _say(self, problem: str) -> None:
        self._problem.setText(problem)
        if bool(problem) == self._problem.isHidden():
            self._problem.setVisible(bool(problem))
            if self.isVisible():
                self.adjustSize()

    # How it ends

    @Slot()
    def finish(self) -> None:
        """Keep all that was done."""
        if not self.isVisible():
            return
        self._say("")
        for made in list(self._made.values()):
            made.finish()
            if not self._problem.isHidden():
                made.widget.setFocus()
                return
        self._end()

    def cancel(self) -> None:
        """Take all of it back; as one gesture, it leaves no step of undo."""
        self._edits.put(self.lane.key, self._before, self._gesture)
        self._end()

    @Slot()
    def _delete(self) -> None:
        session = self._edits.session
        rest = changes.without(self.lane.entries(session.scenario), self.index)
        self._edits.put(self.lane.key, rest, self._gesture)
        self._end()

    def _end(self) -> None:
        self.hide()
        if self._back_to is not None and isValid(self._back_to):
            self._back_to.setFocus(Qt.FocusReason.PopupFocusReason)
        self.closed.emit()

    @Slot()
    def _leave(self) -> None:
        """A click elsewhere keeps what was done."""
        now = QApplication.focusWidget()
        if self.isVisible() and now is not None and not self._holds(now):
            self.hide()
            self.closed.emit()

    def _holds(self, widget: QWidget) -> bool:
        """Whether it is of the card, or of a list that has opened over it."""
        above: QWidget | None = widget
        while above is not None and above is not self:
            above = above.parentWidget()
        return above is self

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.cancel()
        elif event.key() in ENTER:
            self.finish()
        else:
            super().keyPressEvent(event)
            return
        event.accept()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() == Qt.Key.Key_Escape:
                self.cancel()
                return True
            if event.key() in ENTER and not isinstance(watched, ComboBox):  # that opens its list
                self.finish()
                return True
        return super().eventFilter(watched, event)
