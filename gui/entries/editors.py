"""What a cell of a list is edited with: a list to choose from, or a field that knows months."""

from __future__ import annotations

from typing import cast

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QKeyEvent, QPalette
from PySide6.QtWidgets import QStyleOptionViewItem, QWidget

from engine.tables.parameter import MONTHS_PER_YEAR
from gui.entries import cells
from gui.entries.model import WRONG, EntryModel
from gui.widgets.cell_editors import ListedOrTyped
from gui.widgets.combo import ComboBox
from gui.widgets.spin_boxes import LeverField
from gui.words import typed_months as months
from gui.words.numbers import UnreadableError

Index = QModelIndex | QPersistentModelIndex
STEPS = {
    Qt.Key.Key_Up: 1,
    Qt.Key.Key_Down: -1,
    Qt.Key.Key_PageUp: MONTHS_PER_YEAR,
    Qt.Key.Key_PageDown: -MONTHS_PER_YEAR,
}


class MonthField(LeverField):
    """A date; the arrows step it by a month, the page keys by a year."""

    def __init__(self, start: str, now: int, parent: QWidget) -> None:
        super().__init__(parent)
        self._start = start
        self._now = now

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = STEPS.get(cast(Qt.Key, event.key()))
        if steps is None:
            super().keyPressEvent(event)
            return
        try:
            now = months.read_month(self.text(), self._start, self._now)
        except UnreadableError:
            now = self._now
        self.setText(months.month_shown(self._start, now + steps))
        self.setModified(True)
        event.accept()


class CellEditors(ListedOrTyped):
    """Makes the editor that a column wants, and marks the cells that are wrong."""

    def __init__(self, parent: QWidget, wrong: str = "") -> None:
        super().__init__(parent)
        self.wrong_colour = wrong  # of what was typed in vain; of a palette

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        super().initStyleOption(option, index)
        if index.data(WRONG) and self.wrong_colour:
            for role in (QPalette.ColorRole.Text, QPalette.ColorRole.HighlightedText):
                if role == QPalette.ColorRole.Text:
                    option.palette.setColor(role, self.wrong_colour)
            option.font.setUnderline(True)

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        model = _model_of(index)
        column, scenario = model.column(index), model.scenario()
        editor: QWidget
        if cells.has_words(column):
            box = ComboBox(parent)
            for word in cells.words_of(column, scenario):
                box.addItem(cells.word_shown(word) if word else "", word)
            editor = self.offer(box)
        elif cells.is_month(column):
            now = getattr(model.entry(index), column.key)
            editor = MonthField(scenario.start, now, parent)
        else:
            editor = LeverField(parent)
        editor.setAccessibleName(cells.heading(column))
        editor.setAccessibleDescription(column.help_text)
        return editor

    def text_to_edit(self, index: Index) -> str:
        if cells.is_month(_model_of(index).column(index)) and not index.data(WRONG):
            return str(index.data(Qt.ItemDataRole.DisplayRole))  # as it is read
        return super().text_to_edit(index)


def _model_of(index: Index) -> EntryModel:
    model = index.model()
    assert isinstance(model, EntryModel)
    return model
