"""The part of the page with every plan's inputs and figures, and what of them is shown."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from gui.document.comparison import PlanSet
from gui.pages.compare.model import CompareModel
from gui.pages.compare.table import PlanTable
from gui.widgets.elided_label import ElidedLabel
from gui.words.searching import asked_words

SEARCH_WIDTH = 240  # pixels at most
SEARCH_FIRST = 100  # times as much of the room as what only explains the table


class TablePart(QWidget):
    """Search and filters over the table; the page fills the model."""

    rows_changed = Signal()  # other inputs are to be shown

    def __init__(self, comparison: PlanSet, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model = CompareModel(comparison)
        self.table = PlanTable(self.model, comparison)
        self.search = QLineEdit()
        self.search.setPlaceholderText(self.tr("search inputs"))
        self.search.setAccessibleName(self.tr("Search the inputs"))
        self.search.setClearButtonEnabled(True)
        self.search.setMaximumWidth(SEARCH_WIDTH)
        self.every = QCheckBox(self.tr("All inputs"))
        self.every.setToolTip(self.tr("Show the inputs that are the same in all plans, too"))
        self.differences = QCheckBox(self.tr("Differences"))
        self.differences.setToolTip(
            self.tr("Show how much more each plan has than the one compared with")
        )
        bar = QHBoxLayout()
        bar.setContentsMargins(16, 8, 16, 6)
        bar.setSpacing(12)
        bar.addWidget(self.search, SEARCH_FIRST)
        bar.addWidget(self.every)
        bar.addWidget(self.differences)
        small = ElidedLabel()
        small.setText(self.tr("small: the median, and 5–95% of the worlds"))
        small.setObjectName("caption")
        bar.addWidget(small, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(bar)
        column.addWidget(self.table, 1)
        self.search.textChanged.connect(self._choose_rows)
        self.every.toggled.connect(self._choose_rows)
        self.differences.toggled.connect(self._show_differences)

    @Slot()
    def _choose_rows(self) -> None:
        self.model.words = asked_words(self.search.text())
        self.model.every = self.every.isChecked() or bool(self.model.words)
        self.rows_changed.emit()

    @Slot(bool)
    def _show_differences(self, wanted: bool) -> None:
        self.model.differences = wanted
        self.model.tell()
