"""Fields of cells that say which column they are of."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QStyleOptionViewItem, QWidget

from gui.widgets.table_keys import CellTexts


class NamedEditors(CellTexts):
    """Qt's own fields, with a name for screen readers."""

    def createEditor(
        self,
        parent: QWidget,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> QWidget:
        made = super().createEditor(parent, option, index)
        across, read = Qt.Orientation.Horizontal, Qt.ItemDataRole.AccessibleTextRole
        model = index.model()
        said = model.headerData(index.column(), across, read)
        made.setAccessibleName(str(said or model.headerData(index.column(), across) or ""))
        return made
