"""What every table of the window is: rows and columns, with nothing below a cell."""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QPixmap

AIR = 6  # pixels

Index = QModelIndex | QPersistentModelIndex


class TableModel(QAbstractTableModel):
    """Says how many rows and columns there are, and what stands over a column or beside a row."""

    def row_total(self) -> int:
        raise NotImplementedError

    def column_total(self) -> int:
        raise NotImplementedError

    def over(self, column: int, role: int) -> object:
        """What a heading is, by Qt's roles; None for nothing."""
        raise NotImplementedError

    def at_row(self, row: int, role: int) -> object:
        """The same of a row."""
        return None

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        return 0 if parent.isValid() else self.row_total()

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else self.column_total()

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if orientation == Qt.Orientation.Horizontal:
            return self.over(section, role)
        return self.at_row(section, role)


def set_against(*, right: bool) -> Qt.AlignmentFlag:
    """The side of a column: a heading stands over its numbers."""
    side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
    return side | Qt.AlignmentFlag.AlignVCenter


@cache
def air() -> QPixmap:
    """The picture before a text in a column beside one of numbers, or both would read as one.

    Nothing is seen in it: an item view has no other way to begin a text further in.
    """
    found = QPixmap(AIR, 1)
    found.fill(Qt.GlobalColor.transparent)
    return found
