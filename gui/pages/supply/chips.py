"""The page of the chips: every generation with its source, to be edited, added and removed."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QModelIndex, QPoint, Qt, Signal, Slot
from PySide6.QtGui import QAction, QGuiApplication, QKeySequence, QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QBoxLayout,
    QHBoxLayout,
    QHeaderView,
    QPushButton,
    QTableView,
    QToolTip,
    QVBoxLayout,
    QWidget,
)

from engine import ScenarioError
from engine.files.other_chips import missing_rows
from gui.document.session import Session
from gui.pages.page import Page
from gui.pages.supply.chips_model import COLUMNS, ChipTable
from gui.widgets.named_editors import NamedEditors
from gui.widgets.plain import PlainLabel, tip
from gui.widgets.table_keys import TableKeys
from gui.words.abbreviate import short

NAME = next(place for place, column in enumerate(COLUMNS) if column.key == "name")
FAMILY = next(place for place, column in enumerate(COLUMNS) if column.key == "family")

SOURCE = len(COLUMNS) - 1
EDGE = 16  # pixels beside the table
NARROWEST = 480  # pixels of the page
SOURCE_WIDTH = 420  # pixels, in which a source can be read


class ChipsPage(Page):
    """A table over the scenario's own catalogue, and what can be done with a row."""

    looked_at = Signal(str)  # the family of the row that has the keys

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = PlainLabel(self.tr("The chips that can be bought"))
        self._title.setObjectName("pageTitle")
        self._about = PlainLabel()
        self._about.setObjectName("caption")
        self._about.setTextFormat(Qt.TextFormat.PlainText)
        self._about.setWordWrap(True)
        self.problem = PlainLabel()
        self.problem.setObjectName("problem")
        self.problem.setTextFormat(Qt.TextFormat.PlainText)
        self.problem.setWordWrap(True)
        self.problem.hide()
        self.model = ChipTable(session)
        self.model.refused.connect(self._refuse)
        self.model.told.connect(self._tell)
        self.model.modelReset.connect(self._show_state)
        self.model.dataChanged.connect(self._show_state)
        self.table = QTableView()
        self.table.setAccessibleName(self.tr("Chip catalogue"))
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectItems)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        TableKeys(self.table)
        self.table.setItemDelegate(NamedEditors(self.table))
        self.table.setAlternatingRowColors(True)
        self.table.setWordWrap(False)
        self.table.verticalHeader().hide()
        self.paste = QAction(self.tr("&Paste cells"), self.table)
        self.paste.setShortcut(QKeySequence.StandardKey.Paste)
        # an open editor pastes into itself
        self.paste.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        self.paste.triggered.connect(self._paste)
        self.table.addAction(self.paste)
        self.table.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        self.table.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.add = QPushButton(self.tr("Add a generation"))
        self.add_family = QPushButton(self.tr("Add a family"))
        self.remove = QPushButton(self.tr("Remove"))
        self.restore = QPushButton(self.tr("Row back to shipped"))
        self.restore_all = QPushButton(self.tr("All back to shipped"))
        self._of_rows, self._back = of_rows, back = QHBoxLayout(), QHBoxLayout()
        for button, act in (
            (self.add, self._add),
            (self.add_family, self._add_family),
            (self.remove, self._remove),
            (self.restore, self._restore),
            (self.restore_all, self._restore_all),
        ):
            button.setAutoDefault(False)
            button.clicked.connect(act)
        for button in (self.add, self.add_family, self.remove):
            of_rows.addWidget(button)
        for button in (self.restore, self.restore_all):
            back.addWidget(button)
        of_rows.addStretch(1)
        back.addStretch(1)
        self._buttons = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._buttons.addLayout(of_rows)
        self._buttons.addLayout(back, 1)
        self.setMinimumWidth(NARROWEST)  # or the row of buttons would push the levers aside
        layout = QVBoxLayout(self)
        layout.setContentsMargins(EDGE, 12, EDGE, 12)
        layout.addWidget(self._title)
        layout.addWidget(self._about)
        layout.addWidget(self.table, 1)
        layout.addWidget(self.problem)
        layout.addLayout(self._buttons)
        self._show_state()

    def showEvent(self, event: QShowEvent) -> None:
        """Measuring the columns takes a while, so it waits until somebody looks."""
        super().showEvent(event)
        if self.table.model() is None:
            self.table.setModel(self.model)
            header = self.table.horizontalHeader()
            header.setDefaultAlignment(Qt.AlignmentFlag.AlignCenter)
            header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
            header.setSectionResizeMode(SOURCE, QHeaderView.ResizeMode.Interactive)
            header.sectionResized.connect(self._fit)
            self.table.selectionModel().currentChanged.connect(self._show_state)
            self.table.selectionModel().currentChanged.connect(self._tell_family)
            self.table.setCurrentIndex(self.model.index(0, NAME))
            self._show_state()
            self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        wanted = self._of_rows.sizeHint().width() + self._back.sizeHint().width() + 3 * EDGE
        one_row = self.width() >= wanted
        ways = QBoxLayout.Direction
        self._buttons.setDirection(ways.LeftToRight if one_row else ways.TopToBottom)
        self._fit()

    @Slot()
    def _fit(self) -> None:
        """The source takes what is left, but never less than can be read."""
        if self.table.model() is not None:
            others = sum(self.table.columnWidth(place) for place in range(SOURCE))
            left = self.table.viewport().width() - others
            self.table.setColumnWidth(SOURCE, max(left, SOURCE_WIDTH))

    @property
    def whole_height(self) -> int:
        """What the page needs to show every row; nothing before somebody has looked."""
        if self.table.model() is None:
            return 0
        around = self.height() - self.table.viewport().height()
        return around + self.table.verticalHeader().length()

    @property
    def family(self) -> str:
        """Of the row that has the keys; empty where none has."""
        chips = self.model.catalogue.chips
        return chips[self.row].family if 0 <= self.row < len(chips) else ""

    @Slot()
    def _tell_family(self) -> None:
        if self.family:
            self.looked_at.emit(self.family)

    @property
    def row(self) -> int:
        """The row that the buttons are about."""
        current = self.table.currentIndex()
        return current.row() if current.isValid() else -1

    @Slot()
    def _show_state(self) -> None:
        catalogue = self.model.catalogue
        name = short(catalogue.name) or self.tr("no name")
        text = self.tr("Catalogue “{name}”, part of this scenario and saved with it.")
        said = [text.format(name=name)]
        missing = missing_rows(catalogue)
        if missing:
            lacking = self.tr("Shipped, but not here: {names}.")
            said.append(lacking.format(names=short(", ".join(missing), 200)))
        self._about.setText(" ".join(said))
        edited = [self.model.standing_of(row) for row in range(self.model.rowCount())]
        self.remove.setEnabled(self.row >= 0)
        self.restore.setEnabled(self.row >= 0 and edited[self.row] == "edited")
        self.restore_all.setEnabled(any(edited) or bool(missing))

    @Slot(QModelIndex, str)
    def _refuse(self, index: QModelIndex, why: str) -> None:
        """One line under the table, and at the cell; the old value is back in it."""
        self._say(why)
        if self.table.isVisible():
            at = self.table.visualRect(index).bottomLeft() + QPoint(0, 4)
            QToolTip.showText(self.table.viewport().mapToGlobal(at), tip(why), self.table)

    @Slot(str)
    def _tell(self, text: str) -> None:
        self._say(text)

    def _say(self, text: str) -> None:
        self.problem.setText(text)
        self.problem.setVisible(bool(text))

    @Slot()
    def _add(self) -> None:
        self._do(lambda: self._edit_new(self.model.add(max(self.row, 0)), NAME))

    @Slot()
    def _add_family(self) -> None:
        family = self.model.free_family()
        self._do(lambda: self._edit_new(self.model.add(max(self.row, 0), family), FAMILY))

    def _edit_new(self, row: int, column: int) -> None:
        index = self.model.index(row, column)
        self.table.setCurrentIndex(index)
        self.table.scrollTo(index)
        self.table.setFocus()
        self.table.edit(index)

    @Slot()
    def _remove(self) -> None:
        self._do(lambda: self.model.remove(self.row))

    @Slot()
    def _restore(self) -> None:
        self._do(lambda: self.model.back_to_shipped(self.row))

    @Slot()
    def _restore_all(self) -> None:
        self._do(self.model.all_as_shipped)

    @Slot()
    def _paste(self) -> None:
        """What a spreadsheet has copied, from the current cell on."""
        index = self.table.currentIndex()
        if index.isValid():
            text = QGuiApplication.clipboard().text()
            self._do(lambda: self.model.paste(index, text))

    def _do(self, act: Callable[[], object]) -> None:
        kept = self.table.currentIndex()
        row, column = kept.row(), kept.column()
        self._say("")
        try:
            act()
        except ScenarioError as error:
            self._say(str(error))
        if not self.table.currentIndex().isValid() and self.model.rowCount():
            row = min(max(row, 0), self.model.rowCount() - 1)
            self.table.setCurrentIndex(self.model.index(row, max(column, NAME)))
