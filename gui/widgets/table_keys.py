"""Keys that mean the same in every table: F2 edits, Ctrl+C copies what is selected."""

from __future__ import annotations

import unicodedata
from itertools import product

from PySide6.QtCore import (
    QEvent,
    QItemSelectionModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
)

COPIED = Qt.ItemDataRole.UserRole + 1  # a cell's text for a spreadsheet, where it has another


def is_from_right(text: str) -> bool:
    """Whether a text is of a script that is read from the right: its first letter says so."""
    ways = (unicodedata.bidirectional(letter) for letter in text)
    return next((way for way in ways if way in ("L", "R", "AL")), "L") != "L"


class CellTexts(QStyledItemDelegate):
    """Where people read from the right, has a cell's text run its own way: Qt would have a sign
    and a unit change sides, “−$6.3 bn” become “bn $6.3−”."""

    def initStyleOption(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        super().initStyleOption(option, index)
        mirrored = option.direction == Qt.LayoutDirection.RightToLeft
        if mirrored and not is_from_right(str(option.text)):
            option.displayAlignment = QStyle.visualAlignment(
                option.direction, option.displayAlignment
            )
            option.direction = Qt.LayoutDirection.LeftToRight


def choose_row(table: QTableView, row: int) -> None:
    """Have a row looked at; Qt's own way to it finds none where people read from the right."""
    rows = QItemSelectionModel.SelectionFlag.Rows
    taken = QItemSelectionModel.SelectionFlag.ClearAndSelect | rows
    table.selectionModel().setCurrentIndex(table.model().index(row, 0), taken)


class TableKeys(QObject):
    """Ctrl+C copies all that is selected, and F2 stays in the table, to edit a cell that can be.

    The space bar is the window's.
    """

    def __init__(self, table: QAbstractItemView) -> None:
        super().__init__(table)
        self._table = table
        table.installEventFilter(self)
        mirrored = table.layoutDirection() == Qt.LayoutDirection.RightToLeft
        if mirrored and type(table.itemDelegate()) is QStyledItemDelegate:
            table.setItemDelegate(CellTexts(table))
        table.setTabKeyNavigation(False)  # arrows walk the cells, Tab leaves them

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusIn and not self._table.currentIndex().isValid():
            self._begin()
        if not isinstance(event, QKeyEvent):
            return False
        if event.type() == QEvent.Type.ShortcutOverride and event.key() == Qt.Key.Key_F2:
            event.accept()  # or the window would rename the scenario
            return True
        if event.type() == QEvent.Type.KeyPress and event.matches(QKeySequence.StandardKey.Copy):
            if text := selected_text(self._table):
                QGuiApplication.clipboard().setText(text)
            return True
        if event.key() == Qt.Key.Key_Space and event.type() in (
            QEvent.Type.KeyPress,
            QEvent.Type.KeyRelease,
        ):
            event.ignore()  # on to the window, which shows the baseline
            return True
        return False

    def _begin(self) -> None:
        """Stand on the first cell there is: from no cell, Qt finds no way past a heading."""
        model, selection = self._table.model(), self._table.selectionModel()
        if model is None or selection is None:
            return
        places = product(range(model.rowCount()), range(model.columnCount()))
        for row, column in places:
            index = model.index(row, column)
            if model.flags(index) & Qt.ItemFlag.ItemIsEnabled and self._seen(index):
                selection.setCurrentIndex(index, QItemSelectionModel.SelectionFlag.NoUpdate)
                return

    def _seen(self, index: QModelIndex) -> bool:
        return not isinstance(self._table, QTableView) or not (
            self._table.isRowHidden(index.row()) or self._table.isColumnHidden(index.column())
        )


def selected_text(table: QAbstractItemView) -> str:
    """The selected cells, a line a row and tabs between; empty where none is selected."""
    selection, model = table.selectionModel(), table.model()
    indexes = selection.selectedIndexes() if selection is not None else []
    if not indexes or model is None:
        return ""
    cells = {}
    for index in indexes:
        text = index.data(COPIED)
        text = index.data(Qt.ItemDataRole.DisplayRole) if text is None else text
        cells[index.row(), index.column()] = " ".join(str("" if text is None else text).split())
    rows = range(min(r for r, _ in cells), max(r for r, _ in cells) + 1)
    columns = range(min(c for _, c in cells), max(c for _, c in cells) + 1)
    lines = ["\t".join(cells.get((row, column), "") for column in columns) for row in rows]
    return "\n".join(lines) + "\n"
