"""A list of the scenario as a table that can be edited; every change goes through the session."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPixmap

from engine import Problem, Scenario, ScenarioError
from engine.tables.list_schema import Column
from engine.text import told, translate
from gui.document.session import Session
from gui.entries import cells
from gui.entries.block import block_of
from gui.entries.listed import Listed
from gui.widgets.plain import tip
from gui.widgets.table_keys import COPIED
from gui.widgets.table_model import Index, TableModel, air
from gui.words.abbreviate import short
from gui.words.numbers import UnreadableError, shortened

WRONG = Qt.ItemDataRole.UserRole + 2  # why what is typed in a cell is not taken; else None
LONGEST_SHOWN = 200  # letters of a cell
FILE_ORDER = -1  # as a column to sort by
_PLACE = re.compile(r".*\[(\d+)\](?:\.(\w+))?")


class EntryModel(TableModel):
    """Shows the session's list; its own are the order of its rows and what was typed in vain."""

    changed = Signal()  # rows, order, or what is wrong
    went = Signal(int)  # the row that was edited stands in another place now

    def __init__(self, session: Session, listed: Listed) -> None:
        super().__init__(session)
        self.listed = listed
        self._session = session
        self._scenario: Scenario = session.scenario
        self._entries = listed.entries(session.scenario)
        self._order = list(range(len(self._entries)))
        self._sorted: tuple[int, Qt.SortOrder] | None = None
        # by place in the list and key of the column: the text, and what is wrong with it
        self._typed: dict[tuple[int, str], tuple[str, str]] = {}
        session.scenario_changed.connect(self.show_scenario)

    # What is shown

    def show_scenario(self, scenario: Scenario) -> None:
        before, self._scenario = self._scenario, scenario
        value = getattr(scenario, self.listed.key)
        words = (before.start, before.families) == (scenario.start, scenario.families)
        if value is getattr(before, self.listed.key) and words:
            return  # most changes are a lever's
        entries = self.listed.entries(scenario)
        if len(entries) != len(self._entries):
            self.beginResetModel()
            self._entries, self._typed = entries, {}
            self._order = self._wanted_order()
            self.endResetModel()
        else:
            was, self._entries = self._entries, entries
            for place, key in list(self._typed):
                if was[place] != entries[place]:
                    del self._typed[place, key]
            self._tell_all()
        self.changed.emit()

    def _tell_all(self) -> None:
        if self._entries:
            last = self.index(self.rowCount() - 1, self.columnCount() - 1)
            self.dataChanged.emit(self.index(0, 0), last)

    @property
    def columns(self) -> Sequence[Column]:
        return self.listed.columns

    @property
    def entries(self) -> tuple[Any, ...]:
        return self._entries

    def place(self, row: int) -> int:
        """Where the entry of a row stands in the list."""
        return self._order[row]

    def row_of(self, place: int) -> int:
        """Where an entry of the list stands in the table."""
        return self._order.index(place)

    def row_total(self) -> int:
        return len(self._entries)

    def column_total(self) -> int:
        return len(self.columns)

    def over(self, column: int, role: int) -> object:
        if role == Qt.ItemDataRole.DisplayRole:
            return cells.heading(self.columns[column])
        if role == Qt.ItemDataRole.ToolTipRole:
            return tip(self.columns[column].help_text)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _side(self.columns[column])
        return self._before(column) if role == Qt.ItemDataRole.DecorationRole else None

    def at_row(self, row: int, role: int) -> object:
        return str(row + 1) if role == Qt.ItemDataRole.DisplayRole else None

    def column(self, index: Index) -> Column:
        """The column of a cell, as its entry has it."""
        return self.listed.column(self.columns[index.column()].key, self.entry(index))

    def entry(self, index: Index) -> Any:
        return self._entries[self._order[index.row()]]

    def scenario(self) -> Scenario:
        return self._scenario

    def flags(self, index: Index) -> Qt.ItemFlag:
        found = super().flags(index)
        if (
            self.held
            or not index.isValid()
            or self.listed.fixed(self.entry(index), self.column(index).key)
        ):
            return found
        return found | Qt.ItemFlag.ItemIsEditable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        column, entry = self.column(index), self.entry(index)
        value = getattr(entry, column.key)
        text, wrong = self._typed.get((self._order[index.row()], column.key), (None, None))
        if role == Qt.ItemDataRole.DisplayRole:
            if text is not None:
                return short(text, LONGEST_SHOWN)
            return short(cells.shown(column, value, self._scenario), LONGEST_SHOWN)
        if role == Qt.ItemDataRole.EditRole:
            return cells.typed(column, value, self._scenario) if text is None else text
        if role == COPIED:
            return cells.typed(column, value, self._scenario)
        if role == WRONG:
            return wrong
        if role == Qt.ItemDataRole.ToolTipRole:
            return tip(wrong) if wrong else self._tip(column, value)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _side(column)
        if role == Qt.ItemDataRole.DecorationRole:
            return self._before(index.column())
        if role == Qt.ItemDataRole.AccessibleTextRole:
            said = f"{cells.heading(column)} {self.data(index)}"
            return f"{said}: {wrong}" if wrong else said
        return None

    def _before(self, column: int) -> QPixmap | None:
        here, before = self.columns[column], self.columns[column - 1]
        return air() if column and before.is_number and not here.is_number else None

    def _tip(self, column: Column, value: Any) -> str | None:
        text = str(value) if column.kind in ("note", "name") else ""
        return tip(text) if text else None

    # What is wrong

    @property
    def wrong(self) -> list[str]:
        """What is wrong, a line a cell, in the order of the rows."""
        places = sorted(self._typed, key=lambda at: (self.row_of(at[0]), at[1]))
        return [self._typed[place][1] for place in places]

    def give_up(self, index: Index) -> bool:
        """Let go of what was typed in a cell in vain; whether there was anything."""
        kept = self._typed.pop((self._order[index.row()], self.column(index).key), None)
        if kept is not None:
            self.dataChanged.emit(self.index(index.row(), index.column()), index)
            self.changed.emit()
        return kept is not None

    def _at(self, row: int, column: Column) -> str:
        """`Row 3, Power`: where something stands."""
        said = translate("Entries", "Row {row}, {column}")
        return said.format(row=row + 1, column=column.label_text)

    def said(self, error: ScenarioError, entries: Sequence[Any]) -> str:
        """What is refused, in the words of the table."""
        if self.held:
            return told(self.listed.title, self._session.lock_text)
        problem = error.problems[0]
        found = _PLACE.fullmatch(problem.key)
        key = found[2] if found and found[2] else self.columns[0].key
        columns = [column for column in self.columns if column.key == key]
        if found is None or not columns:
            return str(error)
        place = int(found[1])
        row = self.row_of(place) if place < len(self._order) else place
        where = self._at(row, columns[0])
        why = problem.allowed
        if place < len(entries):
            value = cells.shown(columns[0], getattr(entries[place], key), self._scenario)
            why = f"“{value}”: {why}"
        return str(Problem(where, "", why))

    # Changing it

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Take what was typed; where it can't be, it stays there, and the line says why."""
        if role != Qt.ItemDataRole.EditRole or not index.isValid():
            return False
        column, place = self.column(index), self._order[index.row()]
        now = self._entries[place]
        text = str(value)
        at = (place, column.key)
        before = self._typed.pop(at, None)
        try:
            cell = cells.read_cell(column, text, getattr(now, column.key), self._scenario)
            entry = self.listed.with_cell(now, column.key, cell, self._scenario.families)
            changed = [*self._entries]
            changed[place] = entry
            self.put(changed)
        except (UnreadableError, ScenarioError) as error:
            why = str(error)
            if isinstance(error, ScenarioError):
                why = f"“{shortened(text)}”: {error.problems[0].allowed}"
            self._typed[at] = (text, str(Problem(self._at(index.row(), column), "", why)))
        else:
            new = self.listed.entries(self._scenario).index(entry)
            if new != place:
                self.went.emit(self.row_of(new))
        here = self.index(index.row(), index.column())
        self.dataChanged.emit(here, here)
        if at in self._typed or before is not None:
            self.changed.emit()
        return at not in self._typed

    @property
    def held(self) -> bool:
        """Whether the list is locked."""
        return self._session.holds(self.listed.key)

    def put(self, entries: Iterable[Any]) -> None:
        """Another list in the scenario, as one step of undo. Raises ScenarioError."""
        self._session.edit(self.listed.key, self.listed.value(entries))

    def add(self) -> int:
        """One more entry; its place. Raises ScenarioError."""
        fresh = self.listed.fresh(self._scenario)
        if self.listed.schema is None:
            fresh = self.listed.copied(fresh, self._entries)
        self.put([*self._entries, fresh])
        return len(self._entries) - 1

    def duplicate(self, place: int) -> int:
        """A copy behind an entry; its place. Raises ScenarioError."""
        copy = self.listed.copied(self._entries[place], self._entries)
        self.put([*self._entries[: place + 1], copy, *self._entries[place + 1 :]])
        return self._entries.index(copy, place) if self.listed.schema is None else place + 1

    def removable(self, place: int) -> bool:
        """Known revenue begins with the scenario: that point stays."""
        return self.listed.schema is not None or place > 0

    def remove(self, places: Iterable[int]) -> None:
        """Take some entries away, as one step of undo. Raises ScenarioError."""
        gone = {place for place in places if self.removable(place)}
        if gone:
            self.put([e for place, e in enumerate(self._entries) if place not in gone])

    def paste(self, row: int, section: int, text: str) -> int:
        """Put a block of cells, as a spreadsheet copies it, from a cell on; how many rows.

        All of it or nothing, as one step of undo; rows below the last are new entries. A first
        row of headings says which column is which. Raises ScenarioError that names row, column.
        """
        block = block_of(text)
        columns: list[Column] = list(self.columns[section:])
        if block and (headings := self._headings(block[0])):
            columns, block = headings, block[1:]
        wide = max(map(len, block), default=0)
        if wide > len(columns):
            said = translate("Entries", "The block has {count} columns; from here on there are {n}")
            raise ScenarioError(Problem("", "", said.format(count=wide, n=len(columns))))
        found, problems = [*self._entries], list[Problem]()
        for offset, typed in enumerate(block):
            if row + offset < len(self._order):
                place = self._order[row + offset]
            else:
                place = len(found)
                found.append(self._new_among(found))
            # in the order of the table: a kind says what the cells behind it may be
            pairs = sorted(
                zip(columns, typed, strict=False), key=lambda pair: self.columns.index(pair[0])
            )
            for column, cell in pairs:
                own = self.listed.column(column.key, found[place])
                if self.listed.fixed(found[place], column.key):
                    if not cells.says_the_same(own, column, cell, found[place], self._scenario):
                        why = cells.cannot_change(own, cell, self._scenario)
                        problems.append(Problem(self._at(row + offset, own), "", why))
                    continue
                try:
                    value = cells.read_cell(
                        own, cell, getattr(found[place], own.key), self._scenario
                    )
                except UnreadableError as error:
                    problems.append(Problem(self._at(row + offset, own), "", str(error)))
                    continue
                found[place] = self.listed.with_cell(
                    found[place], own.key, value, self._scenario.families
                )
        if problems:
            raise ScenarioError(problems)
        if block:
            self._check_and_put(found)
        return len(block)

    def _check_and_put(self, found: list[Any]) -> None:
        try:
            self.put(found)
        except ScenarioError as error:
            raise ScenarioError(Problem("", "", self.said(error, found))) from None

    def _new_among(self, entries: Sequence[Any]) -> Any:
        return self.listed.copied(self.listed.fresh(self._scenario), entries)

    def _headings(self, row: Sequence[str]) -> list[Column] | None:
        """The columns that a row of headings names; None where it is none.

        Raises ScenarioError for a column that stands there twice: one would hide the other.
        """
        names = {column.key: column for column in self.columns}
        for column in self.columns:
            names[cells.heading(column).casefold()] = column
            names[column.label_text.casefold()] = column
        found = [names.get(cell.strip().casefold()) for cell in row]
        columns = [c for c in found if c is not None]
        if not row or len(columns) < len(row):
            return None
        for column, cell in zip(columns, row, strict=True):
            if columns.count(column) > 1:
                said = translate("Entries", "The heading “{name}” stands in the block twice")
                raise ScenarioError(Problem("", "", said.format(name=shortened(cell))))
        return columns

    # The order of the rows

    @property
    def is_sorted(self) -> bool:
        """Whether the rows stand in another order than in the file."""
        return self._order != list(range(len(self._order)))

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Show the rows by a column, or as the file has them; the file stays as it is."""
        self.beginResetModel()
        self._sorted = None if column == FILE_ORDER else (column, order)
        self._order = self._wanted_order()
        self.endResetModel()
        self.changed.emit()

    def keep_order(self) -> None:
        """Give the file the order of the rows, as one step of undo. Raises ScenarioError."""
        self._typed = {}
        entries = [self._entries[place] for place in self._order]
        self._order, self._sorted = list(range(len(entries))), None
        self.put(entries)

    def _wanted_order(self) -> list[int]:
        places = list(range(len(self._entries)))
        if self._sorted is None:
            return places
        section, order = self._sorted
        key = self.columns[section].key

        def rank(place: int) -> tuple[bool, Any]:
            entry = self._entries[place]
            column, value = self.listed.column(key, entry), getattr(entry, key)
            if value is None or column.void:
                return (True, 0)
            text = cells.shown(column, value, self._scenario).casefold()
            return (False, value if column.is_number else text)

        return sorted(places, key=rank, reverse=order == Qt.SortOrder.DescendingOrder)


def _side(column: Column) -> Qt.AlignmentFlag:
    side = Qt.AlignmentFlag.AlignRight if column.is_number else Qt.AlignmentFlag.AlignLeft
    return side | Qt.AlignmentFlag.AlignVCenter
