"""The scenarios of a sweep as a table: a row a scenario, sorted by any column."""

from __future__ import annotations

import textwrap
from collections.abc import Sequence

import numpy as np
from PySide6.QtCore import QModelIndex, Qt

from engine.text import translate, written
from gui.sweeps.painting import Places
from gui.sweeps.quantities import Chosen, SweptQuantity
from gui.widgets.plain import tip
from gui.widgets.table_keys import COPIED
from gui.widgets.table_model import Index, TableModel

LINE, MOST_HEAD_LINES = 17, 3  # letters of a line of a heading, and lines
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class ScenarioTable(TableModel):
    """Of the chosen scenarios; a row's scenario is known by its place in the summary."""

    def __init__(self, numbers: Sequence[int]) -> None:
        super().__init__()
        self._numbers = np.asarray(numbers)
        self._quantities: Sequence[SweptQuantity] = ()
        self._chosen: Chosen = np.ones(len(self._numbers), bool)
        self._sorted = 0, Qt.SortOrder.AscendingOrder
        self._rows: Places = np.arange(len(self._numbers))

    def show_quantities(self, quantities: Sequence[SweptQuantity]) -> None:
        """What the columns are of."""
        same = len(quantities) == len(self._quantities)
        if not same:
            self.beginResetModel()
        self._quantities = quantities
        if not same:
            self.endResetModel()
        self._arrange()
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, self.columnCount() - 1)

    def show_chosen(self, chosen: Chosen) -> None:
        """Which scenarios have a row."""
        self._chosen = chosen
        self._arrange()

    def place(self, row: int) -> int:
        """The scenario of a row."""
        return int(self._rows[row])

    def row_of(self, place: int) -> int | None:
        """The row of a scenario, None where it has none."""
        found = np.flatnonzero(self._rows == place)
        return int(found[0]) if len(found) else None

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        self._sorted = column, order
        self._arrange()

    def _arrange(self) -> None:
        """The rows anew; what is selected stays with its scenario."""
        column, order = self._sorted
        places = np.flatnonzero(self._chosen)
        if 0 < column <= len(self._quantities):
            quantity = self._quantities[column - 1]
            line = quantity.values[places]
            if quantity.words:
                alphabet = np.argsort(np.argsort([word.casefold() for word in quantity.words]))
                line = alphabet[line.astype(int)].astype(float)
            known = ~np.isnan(line)  # what is not defined comes last either way
            sign = 1.0 if order == Qt.SortOrder.AscendingOrder else -1.0
            keys = np.where(known, sign * line, np.inf)
            places = places[np.argsort(keys, kind="stable")]
        elif order == Qt.SortOrder.DescendingOrder:
            places = places[::-1]
        self.layoutAboutToBeChanged.emit()
        before = [(index, int(self._rows[index.row()])) for index in self.persistentIndexList()]
        self._rows = places
        rows = {place: row for row, place in enumerate(places.tolist())} if before else {}
        for index, place in before:
            row = rows.get(place)
            there = QModelIndex() if row is None else self.index(row, index.column())
            self.changePersistentIndex(index, there)
        self.layoutChanged.emit()

    # Qt's

    def row_total(self) -> int:
        return len(self._rows)

    def column_total(self) -> int:
        return 1 + len(self._quantities)

    def over(self, column: int, role: int) -> object:
        if column > len(self._quantities):
            return None
        quantity = self._quantities[column - 1] if column else None
        if role == Qt.ItemDataRole.DisplayRole:
            if quantity is None:
                return translate("Sweeps", "Scenario")
            return f"{broken(quantity.label)}\n{quantity.unit}".rstrip("\n")
        if role == Qt.ItemDataRole.ToolTipRole and quantity is not None:
            return tip(f"{quantity.heading}\n{quantity.key}")
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return LEFT if quantity is not None and quantity.words else RIGHT
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or index.row() >= len(self._rows):
            return None
        place, column = int(self._rows[index.row()]), index.column()
        quantity = self._quantities[column - 1] if column else None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            if quantity is None:
                return written(int(self._numbers[place]), "d")
            return quantity.text(float(quantity.values[place]))
        if role == COPIED and quantity is not None and not quantity.words:
            value = float(quantity.values[place])
            return "" if np.isnan(value) else written(value, ".12g")
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return LEFT if quantity is not None and quantity.words else RIGHT
        return None


def broken(label: str) -> str:
    """A name on a few short lines."""
    return "\n".join(textwrap.wrap(label, LINE, max_lines=MOST_HEAD_LINES, placeholder="…"))
