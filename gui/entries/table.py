"""A list of the scenario as a table: cells to type in, rows to add, sort, copy and paste."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import (
    QEvent,
    QItemSelectionModel,
    QModelIndex,
    QObject,
    QPoint,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import (
    QAction,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QPushButton,
    QTableView,
    QToolTip,
    QVBoxLayout,
    QWidget,
)

from engine import ScenarioError
from engine.text import told
from gui.document.session import Session
from gui.entries.editors import CellEditors
from gui.entries.listed import listed, summary
from gui.entries.model import FILE_ORDER, EntryModel
from gui.widgets.elided_label import ElidedLabel
from gui.widgets.palette import Palette
from gui.widgets.plain import tip
from gui.widgets.table_keys import TableKeys

WIDEST_CELL = 260  # pixels; a source may be long
EDGE = 14  # pixels beside a cell's text
GIVES_UP = (Qt.Key.Key_Escape,)
OPENS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class EntriesTable(QWidget):
    """The list of `key`: events, sites, contracts or revenue_anchors.

    Holds no truth of its own.
    """

    entry_chosen = Signal(int)  # its place in the list, of the row that has the keys

    def __init__(self, session: Session, key: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        # the cell that had the keys before the rows were made anew: its entry, and its column
        self._kept, self._section = -1, 0
        self._shared: dict[int, int] = {}  # columns that have been given room, and how wide
        self.listed = listed(key)
        self.model = EntryModel(session, self.listed)
        self.view = QTableView()
        self.view.setAccessibleName(self.listed.title)
        self.view.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectItems)
        self.view.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.view.setAlternatingRowColors(True)
        self.view.setWordWrap(False)
        self.view.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        triggers = QAbstractItemView.EditTrigger
        self.view.setEditTriggers(
            triggers.DoubleClicked | triggers.EditKeyPressed | triggers.AnyKeyPressed
        )
        self._editors = CellEditors(self.view)
        self.view.setItemDelegate(self._editors)
        TableKeys(self.view)
        self.view.installEventFilter(self)
        self._build()
        self.model.changed.connect(self._show_state)
        self._session.lock_changed.connect(self._show_state)
        self.model.went.connect(self._go)
        self.model.modelAboutToBeReset.connect(self._remember)
        self._show_state()

    def _build(self) -> None:
        self.add = self._button(self.tr("Add"), self.tr("A new row at the end: Ins"), self._add)
        self.copy_row = self._button(
            self.tr("Duplicate"), self.tr("A copy of the row behind it: Ctrl+D"), self._duplicate
        )
        self.remove = self._button(
            self.tr("Delete"), self.tr("The rows that are selected: Del"), self._remove
        )
        self.paste = self._button(
            self.tr("Paste"),
            self.tr("A block of cells of a spreadsheet, from the selected cell on: Ctrl+V"),
            self._paste,
        )
        self.keep_order = self._button(
            self.tr("Keep this order"),
            self.tr("The file has the rows in another order; give it this one"),
            self._keep_order,
        )
        self.count = ElidedLabel(alignment=Qt.AlignmentFlag.AlignLeft)
        self.count.setObjectName("caption")
        self.problem = ElidedLabel(alignment=Qt.AlignmentFlag.AlignLeft)
        self.problem.setObjectName("problem")
        self.problem.setAccessibleName(self.tr("What is wrong"))
        for text, keys, act in (
            (self.tr("Add a row"), "Ins", self._add),
            (self.tr("Duplicate the row"), "Ctrl+D", self._duplicate),
            (self.tr("Delete the rows"), "Del", self._remove),
            (self.tr("Paste cells"), QKeySequence(QKeySequence.StandardKey.Paste), self._paste),
            (self.tr("Sort by this column"), "", self._sort_here),
            (self.tr("In the order of the file"), "", self._unsort),
        ):
            action = QAction(text, self.view)
            action.setShortcut(QKeySequence(keys))
            # an open editor has these keys for itself
            action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
            action.triggered.connect(act)
            self.view.addAction(action)
        self.view.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        buttons = QHBoxLayout()
        buttons.setContentsMargins(0, 0, 0, 0)
        for button in (self.add, self.copy_row, self.remove, self.paste, self.keep_order):
            buttons.addWidget(button)
        buttons.addStretch(1)
        line = QHBoxLayout()
        line.addWidget(self.count, 1)
        line.addWidget(self.problem, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addWidget(self.view, 1)
        layout.addLayout(line)
        layout.addLayout(buttons)

    def _button(self, text: str, about: str, act: Callable[[], None]) -> QPushButton:
        button = QPushButton(text)
        button.setAutoDefault(False)
        button.setToolTip(about)
        button.setAccessibleDescription(about)
        button.clicked.connect(act)
        return button

    def use_palette(self, palette: Palette) -> None:
        """The colour of what is wrong, where no style sheet says it."""
        self._editors.wrong_colour = palette.colour("problem")
        self.view.viewport().update()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.StyleChange, QEvent.Type.PaletteChange):
            self._take_colour()

    def _take_colour(self) -> None:
        """Cells that are wrong have the colour of the line that says why."""
        self.problem.ensurePolished()
        self._editors.wrong_colour = self.problem.palette().windowText().color().name()

    def showEvent(self, event: QShowEvent) -> None:
        """Measuring the columns takes a while, so it waits until somebody looks."""
        super().showEvent(event)
        self._take_colour()
        if self.view.model() is None:
            self.view.setModel(self.model)
            self.model.modelReset.connect(self._return)  # after the view has forgotten it
            header = self.view.horizontalHeader()
            header.setSortIndicator(FILE_ORDER, Qt.SortOrder.AscendingOrder)
            header.setSortIndicatorClearable(True)  # a third click: the order of the file
            header.setHighlightSections(False)
            self.view.setSortingEnabled(True)
            self.view.verticalHeader().setHighlightSections(False)
            self.view.selectionModel().currentChanged.connect(self._moved)
            self.view.selectionModel().selectionChanged.connect(self._show_state)
            self._fit()
            if self.model.rowCount():
                place = min(max(self._kept, 0), self.model.rowCount() - 1)
                self._stand_at(self.model.index(self.model.row_of(place), 0))
            self._show_state()

    def _fit(self) -> None:
        self.view.resizeColumnsToContents()
        for section in range(self.model.columnCount()):
            width = min(self.view.columnWidth(section) + EDGE, WIDEST_CELL)
            self.view.setColumnWidth(section, width)
        self._share_room()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self.view.model() is not None:
            self._share_room()

    def _share_room(self) -> None:
        """Let texts that are cut have what is left beside the columns; a hand's widths stay."""
        for section, width in self._shared.items():
            if self.view.columnWidth(section) == width:
                self.view.setColumnWidth(section, WIDEST_CELL)
        self._shared.clear()
        header = self.view.horizontalHeader()
        for section in range(self.model.columnCount()):
            left = self.view.viewport().width() - header.length()
            if left <= 0 or self.view.columnWidth(section) != WIDEST_CELL:
                continue
            lacking = self.view.sizeHintForColumn(section) + EDGE - WIDEST_CELL
            if lacking > 0:
                self._shared[section] = WIDEST_CELL + min(left, lacking)
                self.view.setColumnWidth(section, self._shared[section])

    def _widen(self) -> None:
        """Columns that what came in does not fit into any more."""
        for section in range(self.model.columnCount()):
            wanted = min(self.view.sizeHintForColumn(section) + EDGE, WIDEST_CELL)
            if wanted > self.view.columnWidth(section):
                self.view.setColumnWidth(section, wanted)

    # Where one is

    def choose(self, place: int) -> None:
        """Let the row of an entry have the keys."""
        if 0 <= place < self.model.rowCount():
            self._kept = place  # for when the table is first shown
            self._go(self.model.row_of(place))

    @property
    def places(self) -> list[int]:
        """The entries of the rows that are selected, or of the current one."""
        selection = self.view.selectionModel()
        if selection is None:
            return []
        rows = {index.row() for index in selection.selectedIndexes()}
        if not rows and self.view.currentIndex().isValid():
            rows = {self.view.currentIndex().row()}
        return sorted(self.model.place(row) for row in rows)

    @Slot(int)
    def _go(self, row: int) -> None:
        self._stand_at(self.model.index(row, max(self.view.currentIndex().column(), 0)))

    def _stand_at(self, index: QModelIndex) -> None:
        """Have just this cell selected; the view would add to it while Ctrl is held."""
        selection = self.view.selectionModel()
        if selection is not None:
            flags = QItemSelectionModel.SelectionFlag.ClearAndSelect
            selection.setCurrentIndex(index, flags)
            self.view.scrollTo(index)

    @Slot(QModelIndex)
    def _moved(self, current: QModelIndex) -> None:
        if current.isValid():
            self.entry_chosen.emit(self.model.place(current.row()))

    @Slot()
    def _remember(self) -> None:
        current = self.view.currentIndex()
        self._kept = self.model.place(current.row()) if current.isValid() else -1
        self._section = max(current.column(), 0)

    @Slot()
    def _return(self) -> None:
        if self.view.model() is None or not self.model.rowCount():
            return
        self._widen()
        place = min(max(self._kept, 0), self.model.rowCount() - 1)
        self._stand_at(self.model.index(self.model.row_of(place), self._section))

    @Slot()
    def _show_state(self) -> None:
        wrong, held = self.model.wrong, self.model.held
        self.count.setText(summary(self.listed.key, self._session.scenario))
        if held:
            wrong = [told(self.listed.title, self._session.lock_text)]
        self.count.setVisible(not wrong)
        self.problem.setVisible(bool(wrong))
        if wrong:
            more = self.tr("(and %n more)", "", len(wrong) - 1) if len(wrong) > 1 else ""
            self.problem.setText(f"{wrong[0]} {more}".rstrip())
        places = self.places
        for button in (self.add, self.paste, self.keep_order):
            button.setEnabled(not held)
        self.copy_row.setEnabled(bool(places) and not held)
        self.remove.setEnabled(any(map(self.model.removable, places)) and not held)
        self.keep_order.setVisible(self.model.is_sorted and self.listed.schema is not None)

    # What is done

    def say(self, text: str) -> None:
        """One line under the table about what could not be done, until the next change."""
        self.count.setVisible(not text)
        self.problem.setText(text)
        self.problem.setVisible(bool(text))
        if text and self.view.isVisible():
            at = self.view.visualRect(self.view.currentIndex()).bottomLeft() + QPoint(0, 4)
            QToolTip.showText(self.view.viewport().mapToGlobal(at), tip(text), self.view)

    def _do(self, act: Callable[[], object]) -> None:
        try:
            act()
        except ScenarioError as error:
            self.say(self.model.said(error, self.model.entries))
        else:
            self._show_state()

    @Slot()
    def _add(self) -> None:
        self._do(lambda: self._begin(self.model.add()))

    @Slot()
    def _duplicate(self) -> None:
        if places := self.places:
            self._do(lambda: self._begin(self.model.duplicate(places[-1])))

    def _begin(self, place: int) -> None:
        """Have the keys in the first cell of a new row."""
        self._stand_at(self.model.index(self.model.row_of(place), 0))
        self.view.setFocus()

    @Slot()
    def _remove(self) -> None:
        self._do(lambda: self.model.remove(self.places))

    @Slot()
    def _paste(self) -> None:
        """What a spreadsheet has copied, from the current cell on."""
        current = self.view.currentIndex()
        row, section = max(current.row(), 0), max(current.column(), 0)
        self._do(lambda: self.model.paste(row, section, QGuiApplication.clipboard().text()))

    @Slot()
    def _keep_order(self) -> None:
        self._do(self.model.keep_order)
        self.view.horizontalHeader().setSortIndicator(FILE_ORDER, Qt.SortOrder.AscendingOrder)

    @Slot()
    def _sort_here(self) -> None:
        """By the current column; once more, the other way round."""
        section = self.view.currentIndex().column()
        if section >= 0:
            header = self.view.horizontalHeader()
            orders = Qt.SortOrder
            up = header.sortIndicatorSection() == section and (
                header.sortIndicatorOrder() == orders.AscendingOrder
            )
            self.view.sortByColumn(section, orders.DescendingOrder if up else orders.AscendingOrder)

    @Slot()
    def _unsort(self) -> None:
        self.view.sortByColumn(FILE_ORDER, Qt.SortOrder.AscendingOrder)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter edits a cell; Esc lets go of what was typed in it in vain."""
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        current = self.view.currentIndex()
        if not current.isValid() or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            return False
        if event.key() in OPENS and self.view.state() != QAbstractItemView.State.EditingState:
            if current.flags() & Qt.ItemFlag.ItemIsEditable:  # or Qt complains
                self.view.edit(current)
            return True
        return event.key() in GIVES_UP and self.model.give_up(current)
