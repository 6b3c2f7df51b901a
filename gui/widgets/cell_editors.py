"""Cells that are chosen from a list or typed into: how both kinds of editor take and give."""

from __future__ import annotations

from PySide6.QtCore import QAbstractItemModel, Qt
from PySide6.QtWidgets import QWidget

from gui.widgets.combo import ComboBox
from gui.widgets.spin_boxes import LeverField
from gui.widgets.table_keys import CellTexts
from gui.widgets.table_model import Index


class ListedOrTyped(CellTexts):
    """Its heirs make the editors: a ComboBox or a LeverField."""

    def offer(self, box: ComboBox) -> ComboBox:
        """Take a choice from the list at once."""
        box.activated.connect(lambda _: self._chosen(box))
        return box

    def _chosen(self, box: ComboBox) -> None:
        self.commitData.emit(box)
        self.closeEditor.emit(box)

    def text_to_edit(self, index: Index) -> str:
        """What a field begins with."""
        return str(index.data(Qt.ItemDataRole.EditRole))

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        if isinstance(editor, ComboBox):
            editor.setCurrentIndex(editor.findText(str(index.data(Qt.ItemDataRole.EditRole))))
        elif isinstance(editor, LeverField):
            editor.setText(self.text_to_edit(index))
            editor.selectAll()

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        if isinstance(editor, ComboBox):
            model.setData(index, editor.currentText())
        elif isinstance(editor, LeverField):
            model.setData(index, editor.text())
