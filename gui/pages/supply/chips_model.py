"""The chip catalogue as a table that can be edited; every change goes through the session."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QFont

from engine import Scenario, ScenarioError, shipped_catalogue
from engine.files.other_chips import named_as_it_is, standing, with_catalogue
from engine.problems import Problem
from engine.tables.catalogue import (
    CHIP_BOUNDS,
    KNOWN_FAMILIES,
    Catalogue,
    Chip,
    checked_cell,
    family_label,
)
from engine.tables.chip_columns import CHIP_COLUMNS, Column
from engine.tables.grades import grade_text
from engine.tables.parameter import QT_TRANSLATE_NOOP
from engine.text import translate, written
from gui.document.session import Session
from gui.entries.block import block_of
from gui.pages.supply.chips_block import new_like, pasted
from gui.widgets.plain import tip
from gui.widgets.table_model import Index, TableModel, air
from gui.words import numbers
from gui.words.abbreviate import short
from gui.words.numbers import UnclearError, UnreadableError
from gui.words.quantity_parser import Unit, read

MARK = "mark"  # the one column that is no field of a chip
LONGEST_SHOWN = 400  # letters of a cell; a wide screen shows a source whole
COLUMNS = (Column(MARK, ""), *CHIP_COLUMNS)
MARKS = {
    "": "",
    "edited": QT_TRANSLATE_NOOP("Chips", "edited"),
    "added": QT_TRANSLATE_NOOP("Chips", "added"),
}


def said(column: Column) -> str:
    """A heading as it is read out: on one line, and the mark's, which has none to be seen."""
    if column.key == MARK:
        return translate("Chips", "edited or added")
    return column.heading.replace("\n", ", ")


class ChipTable(TableModel):
    """Shows the session's catalogue and holds nothing of its own but the row marks."""

    refused = Signal(QModelIndex, str)  # where, and the one line that says why
    told = Signal(str)  # what else has changed with the chips

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._session = session
        self._catalogue = session.scenario.catalogue
        self._standing = standing(self._catalogue)
        session.scenario_changed.connect(self.show_scenario)

    def show_scenario(self, scenario: Scenario) -> None:
        if scenario.catalogue is self._catalogue:
            return  # most changes are a lever's
        same_rows = len(scenario.catalogue.chips) == len(self._catalogue.chips)
        if not same_rows:
            self.beginResetModel()
        self._catalogue = scenario.catalogue
        self._standing = standing(self._catalogue)
        if same_rows:  # the cell that is being edited stays where it is
            last = self.index(self.rowCount() - 1, self.columnCount() - 1)
            self.dataChanged.emit(self.index(0, 0), last)
        else:
            self.endResetModel()

    @property
    def catalogue(self) -> Catalogue:
        return self._catalogue

    # What is shown

    def row_total(self) -> int:
        return len(self._catalogue.chips)

    def column_total(self) -> int:
        return len(COLUMNS)

    def over(self, column: int, role: int) -> object:
        found = COLUMNS[column]
        if role == Qt.ItemDataRole.DisplayRole:
            return found.heading
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return said(found)
        if role == Qt.ItemDataRole.ToolTipRole:
            return translate("Chips", found.help) if found.help else None
        if role == Qt.ItemDataRole.TextAlignmentRole and found.key == "source":
            # the text is wider than the table: its heading stays where it begins
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        found = super().flags(index)
        return found if COLUMNS[index.column()].key == MARK else found | Qt.ItemFlag.ItemIsEditable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        column, chip = COLUMNS[index.column()], self._catalogue.chips[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return self.text(chip, column, index.row())
        if role == Qt.ItemDataRole.EditRole:
            return _as_typed(getattr(chip, column.key)) if column.key != MARK else None
        if role == Qt.ItemDataRole.ToolTipRole:
            found = self._tip(chip, column, index.row())
            return found and tip(found)
        if role == Qt.ItemDataRole.TextAlignmentRole and column.key in CHIP_BOUNDS:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        if role == Qt.ItemDataRole.DecorationRole:
            before = COLUMNS[index.column() - 1]
            return air() if before.key in CHIP_BOUNDS and column.key not in CHIP_BOUNDS else None
        if role == Qt.ItemDataRole.FontRole and self._differs(chip, column, index.row()):
            font = QFont()
            font.setBold(True)
            return font
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{said(column)} {self.text(chip, column, index.row())}"
        return None

    def text(self, chip: Chip, column: Column, row: int) -> str:
        """What a cell shows."""
        if column.key == MARK:
            mark = MARKS[self._standing[row]]
            return translate("Chips", mark) if mark else ""
        value = getattr(chip, column.key)
        if isinstance(value, float):
            return written(value, ",.10g")
        if column.key == "family":
            return short(family_label(value))
        return short(chip.source_text if column.key == "source" else value, LONGEST_SHOWN)

    def _tip(self, chip: Chip, column: Column, row: int) -> str | None:
        if column.key == "grade":
            return grade_text(chip.grade)
        if column.key == "source":
            return chip.source_text
        shipped = self._shipped(chip) if self._standing[row] == "edited" else None
        if shipped is None or not self._differs(chip, column, row):
            return None
        was = self.text(shipped, column, row)
        return translate("Chips", "As shipped: {value}").format(value=was)

    def _differs(self, chip: Chip, column: Column, row: int) -> bool:
        shipped = self._shipped(chip)
        if column.key == MARK or shipped is None:
            return column.key == MARK and bool(self._standing[row])
        return bool(getattr(chip, column.key) != getattr(shipped, column.key))

    @staticmethod
    def _shipped(chip: Chip) -> Chip | None:
        key = (chip.family, chip.name)
        return next((c for c in shipped_catalogue().chips if (c.family, c.name) == key), None)

    def standing_of(self, row: int) -> str:
        """ "" as shipped, "edited" or "added"."""
        return self._standing[row]

    # Changing it

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Take what was typed; where it can't be, the old value stays and `refused` says why."""
        column, chip = COLUMNS[index.column()], self._catalogue.chips[index.row()]
        if role != Qt.ItemDataRole.EditRole or column.key == MARK:
            return False
        try:
            cell = self._cell(column, str(value), getattr(chip, column.key))
            if cell == getattr(chip, column.key):
                return True
            text = translate("Chips", "{column} of {chip}")
            heading = translate("Chips", column.label)
            text = text.format(column=heading, chip=short(chip.name))
            change: dict[str, Any] = {column.key: cell}
            return self._put_row(index.row(), replace(chip, **change), text)
        except ScenarioError as error:
            self.refused.emit(self.index(index.row(), index.column()), str(error))
            return False

    def paste(self, index: Index, text: str) -> None:
        """Put a block of cells, as a spreadsheet copies it, from `index` on; one step of undo.

        All of it or nothing. Raises ScenarioError that names row and column.
        """
        block = block_of(text)
        if not block:
            return
        columns = [None if c.key == MARK else c for c in COLUMNS[index.column() :]]
        chips = pasted(self._catalogue.chips, block, index.row(), columns, self._cell)
        if chips != list(self._catalogue.chips):
            self.put(chips, translate("Chips", "Paste %n row(s) of chips", "", len(block)))

    def _cell(self, column: Column, typed: str, now: str | float) -> str | float:
        """What was typed, as the column keeps it. Raises ScenarioError."""
        value: str | float = typed.strip()
        label = translate("Chips", column.label)
        if column.key in CHIP_BOUNDS:
            if value == _as_typed(now):
                return now  # nothing was typed
            try:
                unit = translate("Chips", column.unit)
                value = read(typed, Unit(column.unit, {}, label=unit))
            except UnclearError as error:
                raise ScenarioError(Problem(label, "", str(error))) from None
            except UnreadableError:
                pass  # the check says what is allowed
        if column.key == "family":  # as the table shows it, or as files have it
            value = next((f for f, name in KNOWN_FAMILIES.items() if name == value), value)
        return checked_cell(label, column.key, value)

    def _put_row(self, row: int, chip: Chip, text: str) -> bool:
        chips = list(self._catalogue.chips)
        chips[row] = chip
        return self.put(chips, text)

    def put(self, chips: list[Chip], text: str) -> bool:
        """Other chips in the scenario, as one step of undo. Raises ScenarioError."""
        catalogue = named_as_it_is(replace(self._catalogue, chips=tuple(chips)))
        scenario, notes = with_catalogue(self._session.scenario, catalogue)
        self._session.require_room(scenario)
        self._session.replace(scenario, text)
        if notes:
            self.told.emit(" ".join(notes))
        return True

    def add(self, like: int, family: str = "") -> int:
        """A new generation after the newest of its family, like the row `like`; its row.

        With a `family` it is the first of that one. Raises ScenarioError.
        """
        model = self._catalogue.chips[like]
        chips = list(self._catalogue.chips)
        new = new_like(model, chips)
        new = replace(new, family=family or model.family)
        place = max((i for i, c in enumerate(chips) if c.family == new.family), default=len(chips))
        place = min(place + 1, len(chips))
        chips.insert(place, new)
        self.put(chips, translate("Chips", "Add a chip"))
        return place

    def free_family(self) -> str:
        """A family name that the catalogue does not have yet."""
        number = len(self._catalogue.families) + 1
        while f"family_{number}" in self._catalogue.families:
            number += 1
        return f"family_{number}"

    def remove(self, row: int) -> None:
        """Raises ScenarioError for the last chip that can be bought at all."""
        chips = list(self._catalogue.chips)
        gone = chips.pop(row)
        text = translate("Chips", "Remove {chip}").format(chip=short(gone.name))
        self.put(chips, text)

    def back_to_shipped(self, row: int) -> None:
        """An edited row as it was shipped."""
        shipped = self._shipped(self._catalogue.chips[row])
        if shipped is not None:
            text = translate("Chips", "{chip} as shipped").format(chip=short(shipped.name))
            self._put_row(row, shipped, text)

    def all_as_shipped(self) -> None:
        """The whole catalogue as it was shipped; what was added goes. Raises ScenarioError."""
        shipped = shipped_catalogue()
        scenario, notes = with_catalogue(self._session.scenario, shipped)
        self._session.replace(scenario, translate("Chips", "All chips as shipped"))
        if notes:
            self.told.emit(" ".join(notes))


def _as_typed(value: object) -> str:
    """A value as an editor starts with it: in full, with the marks that are read back."""
    return numbers.current().written(value) if isinstance(value, float) else str(value)
