"""A table that is read, sorted and copied: cells with a number behind the words, and a colour."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import (
    QModelIndex,
    QSortFilterProxyModel,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import QColor, QPixmap, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QTableView, QWidget

from engine.text import ungrouped
from gui.widgets.palette import LIGHT, Palette
from gui.widgets.plain import tip
from gui.widgets.table_keys import COPIED, TableKeys
from gui.widgets.table_model import Index, TableModel, air, set_against

ORDER = Qt.ItemDataRole.UserRole + 2
ROW_HEIGHT = 26
MINUS = "−"


@dataclass(frozen=True)
class ReadCell:
    """What a cell says, what it is sorted by (its text, where that is None), and in which role."""

    text: str
    order: float | str | None = None
    role: str = ""
    tip: str = ""
    right: bool = False


@dataclass(frozen=True)
class ReadRow:
    """A line of cells; `key` is what it is about."""

    key: object
    cells: tuple[ReadCell, ...]


class ReadModel(TableModel):
    """Shows the rows it is handed."""

    def __init__(self, headings: Sequence[tuple[str, str]], parent: QWidget) -> None:
        """`headings`: of each column its name, and what it is."""
        super().__init__(parent)
        self._headings = tuple(headings)
        self._palette = LIGHT
        self.rows: tuple[ReadRow, ...] = ()
        self._numbers: list[bool] = [False] * len(self._headings)  # which columns hold them

    def use_palette(self, palette: Palette) -> None:
        self._palette = palette
        self._tell()

    def show_rows(self, rows: Sequence[ReadRow]) -> None:
        """The same things with other numbers stay where they are."""
        found = tuple(rows)
        self._numbers = [
            any(row.cells[column].right for row in found) for column in range(len(self._headings))
        ]
        if [row.key for row in found] == [row.key for row in self.rows]:
            self.rows = found
            self._tell()
            return
        self.beginResetModel()
        self.rows = found
        self.endResetModel()

    def _tell(self) -> None:
        if self.rows:
            last = self.index(len(self.rows) - 1, len(self._headings) - 1)
            self.dataChanged.emit(self.index(0, 0), last)

    def row_total(self) -> int:
        return len(self.rows)

    def column_total(self) -> int:
        return len(self._headings)

    def over(self, column: int, role: int) -> object:
        name, about = self._headings[column]
        if role == Qt.ItemDataRole.DisplayRole:
            return name
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return set_against(right=self._numbers[column])
        if role == Qt.ItemDataRole.DecorationRole:
            return self._before(column)
        return tip(about) if role == Qt.ItemDataRole.ToolTipRole and about else None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        cell = self.rows[index.row()].cells[index.column()]
        if role == Qt.ItemDataRole.DisplayRole:
            return cell.text
        if role == COPIED:
            return ungrouped(cell.text.replace(MINUS, "-")) if cell.right else cell.text
        if role == ORDER:
            return _order(cell)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return set_against(right=cell.right)
        if role == Qt.ItemDataRole.DecorationRole:
            return self._before(index.column())
        if role == Qt.ItemDataRole.ForegroundRole and cell.role:
            quiet = cell.role == "quiet"
            return QColor(self._palette.quiet if quiet else self._palette.colour(cell.role))
        if role == Qt.ItemDataRole.ToolTipRole:
            return tip(cell.tip or cell.text) if cell.tip or cell.text else None
        return None

    def _before(self, column: int) -> QPixmap | None:
        apart = column > 0 and self._numbers[column - 1] and not self._numbers[column]
        return air() if apart else None


def _order(cell: ReadCell) -> float | str:
    if cell.order is None:
        return cell.text.casefold()
    if isinstance(cell.order, float) and math.isnan(cell.order):
        return -math.inf
    return cell.order


class ReadTable(QTableView):
    """Sorted by a click on a heading; tells which row is looked at."""

    looked_at = Signal(object)  # the key of a row

    def __init__(
        self, headings: Sequence[tuple[str, str]], name: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.read = ReadModel(headings, self)
        self.sorted = QSortFilterProxyModel(self)
        self.sorted.setSourceModel(self.read)
        self.sorted.setSortRole(ORDER)
        self.setModel(self.sorted)
        self.setAccessibleName(name)
        self.setSortingEnabled(True)
        self.sortByColumn(-1, Qt.SortOrder.AscendingOrder)  # as they stand in the file
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setAlternatingRowColors(True)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setFrameShape(QTableView.Shape.NoFrame)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(ROW_HEIGHT)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        TableKeys(self)
        self._stretch = 0, 0  # the column that takes what is left, and how wide it is at least
        self.selectionModel().currentRowChanged.connect(self._tell)
        self.sorted.modelReset.connect(self._share_room)

    def widths(self, *wide: int, stretch: int) -> None:
        """Each column's width in pixels, and which takes what is left, where that is more."""
        for place, pixels in enumerate(wide):
            self.setColumnWidth(place, pixels)
        self._stretch = stretch, wide[stretch]
        self.horizontalHeader().setMinimumSectionSize(48)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share_room()

    @Slot()
    def _share_room(self) -> None:
        """A third of what is left is for columns whose texts are cut, the least cut first."""
        stretch, least = self._stretch
        header = self.horizontalHeader()
        left = self.viewport().width() - header.length() + self.columnWidth(stretch) - least
        theirs = left // 3
        lacks = {
            place: self.sizeHintForColumn(place) - self.columnWidth(place)
            for place in range(header.count())
            if place != stretch
        }
        for place in sorted(lacks, key=lacks.__getitem__):
            if 0 < lacks[place] <= theirs:
                self.setColumnWidth(place, self.columnWidth(place) + lacks[place])
                theirs -= lacks[place]
                left -= lacks[place]
        self.setColumnWidth(stretch, least + max(left, 0))

    def show_rows(self, rows: Sequence[ReadRow]) -> None:
        self.read.show_rows(rows)

    def row_of(self, key: object) -> int:
        """Where a row is seen now; -1 where it is not."""
        keys = [row.key for row in self.read.rows]
        if key not in keys:
            return -1
        return self.sorted.mapFromSource(self.read.index(keys.index(key), 0)).row()

    @property
    def key(self) -> object:
        """Of the row that is looked at, None where none is."""
        index = self.sorted.mapToSource(self.currentIndex())
        return self.read.rows[index.row()].key if index.isValid() else None

    def _tell(self, current: QModelIndex, _: QModelIndex) -> None:
        index = self.sorted.mapToSource(current)
        if index.isValid():
            self.looked_at.emit(self.read.rows[index.row()].key)
