"""The table of plans as it is seen: columns to be dragged, cells to be typed into, rows to sort."""

from __future__ import annotations

import math
from typing import cast

from PySide6.QtCore import (
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QSignalBlocker,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import (
    QColor,
    QFont,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPalette,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QStyle,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from gui.document.comparison import PlanColumn, PlanSet
from gui.pages.compare import typed
from gui.pages.compare.heads import (
    COLUMN_WIDTH,
    GAP,
    INSET,
    LABELS_WIDTH,
    MOST_WIDTH,
    SMALL,
    PlanHeader,
    RowHeader,
)
from gui.pages.compare.model import HEADING, SAME_AS, SPREAD, CompareModel
from gui.pages.compare.rows import Input
from gui.widgets.cell_editors import ListedOrTyped
from gui.widgets.combo import ComboBox
from gui.widgets.directions import each_by_itself, mirrored
from gui.widgets.palette import LIGHT, Palette
from gui.widgets.spin_boxes import LeverField
from gui.widgets.table_keys import TableKeys

Index = QModelIndex | QPersistentModelIndex
ROW_HEIGHT, TWO_LINES = 24, 38


class PlanCells(ListedOrTyped):
    """Paints a figure with its worlds below it, and makes the editors of the inputs."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.colours = LIGHT

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        palette = self.colours
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        painter.save()
        if index.data(HEADING):
            painter.fillRect(rect, QColor(palette.panel))
            painter.restore()
            return
        selected = bool(state & QStyle.StateFlag.State_Selected)
        if selected:
            painter.fillRect(rect, QColor(palette.accent))
        ink = palette.on_accent if selected else palette.text
        quiet = palette.on_accent if selected else palette.quiet
        font: QFont = QFont(option.font)
        font.setFeature(QFont.Tag("tnum"), 1)
        small = QFont(font)
        small.setPointSizeF(font.pointSizeF() * SMALL)
        inner = rect.adjusted(INSET, 2, -INSET, -2)
        spread = str(index.data(SPREAD) or "")
        painter.setFont(font)
        same = bool(index.data(SAME_AS))
        painter.setPen(QColor(quiet if same else ink))
        right = mirrored(Qt.AlignmentFlag.AlignRight)
        each_by_itself(painter)
        text = painter.fontMetrics().elidedText(
            str(index.data() or ""), Qt.TextElideMode.ElideRight, inner.width()
        )
        if not spread:
            painter.drawText(inner, right | Qt.AlignmentFlag.AlignVCenter, text)
        else:
            painter.drawText(inner, right | Qt.AlignmentFlag.AlignTop, text)
            painter.setFont(small)
            painter.setPen(QColor(quiet))
            painter.drawText(inner, right | Qt.AlignmentFlag.AlignBottom, spread)
        if state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QColor(palette.text if selected else palette.accent))
            painter.drawRect(rect.adjusted(0, 0, -1, -1))
        painter.restore()

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        model = cast(CompareModel, index.model())
        row = model.rows[index.row()]
        assert isinstance(row, Input)
        editor: QWidget
        if offered := typed.choices(row):
            box = ComboBox(parent)
            for choice in offered:
                box.addItem(typed.chosen_text(row, choice))
            editor = self.offer(box)
        else:
            editor = LeverField(parent)
            editor.setAlignment(Qt.AlignmentFlag.AlignRight)
        column = model.columns[index.column()]
        name = self.tr("{input}, {plan}").format(input=model.label(row), plan=column.name)
        editor.setAccessibleName(name)
        return editor


class PlanTable(QTableView):
    """Plans side by side. Undo and redo are those of the plan that the cell is of."""

    menu_wanted = Signal(object, object)  # a PlanColumn, and where on the screen
    sorted_by = Signal(int)  # a row

    def __init__(self, model: CompareModel, comparison: PlanSet) -> None:
        super().__init__()
        self._comparison = comparison
        self.plans = model
        self.heads, self.labels = PlanHeader(comparison), RowHeader()
        self.cells = PlanCells(self)
        self.setHorizontalHeader(self.heads)
        self.setVerticalHeader(self.labels)
        self.setModel(model)
        self.setItemDelegate(self.cells)
        self.setAccessibleName(self.tr("Plans side by side"))
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setShowGrid(False)
        self.setCornerButtonEnabled(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWordWrap(False)
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.DoubleClicked
            | QAbstractItemView.EditTrigger.EditKeyPressed
            | QAbstractItemView.EditTrigger.AnyKeyPressed
        )
        TableKeys(self)
        self.heads.sectionMoved.connect(self._move)
        self.heads.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.heads.customContextMenuRequested.connect(self._ask_menu)
        self.labels.sectionClicked.connect(self._sort)
        model.modelReset.connect(self.size_rows)
        model.modelReset.connect(self.size_columns)

    def use_palette(self, palette: Palette) -> None:
        self.cells.colours = palette
        self.heads.use_palette(palette)
        self.labels.use_palette(palette)
        ground = self.palette()
        ground.setColor(QPalette.ColorRole.Base, QColor(palette.ground))
        self.setPalette(ground)
        self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.size_columns()

    @Slot()
    def size_columns(self) -> None:
        """As wide as there is room, within bounds; twelve of them scroll."""
        count = max(len(self.plans.columns), 1)
        self.labels.use_room(self.width() - LABELS_WIDTH - count * MOST_WIDTH)
        wide = min(max(self.viewport().width() // count, COLUMN_WIDTH), MOST_WIDTH)
        if wide != self.heads.defaultSectionSize():
            self.heads.setDefaultSectionSize(wide)

    @property
    def column(self) -> PlanColumn | None:
        """The plan that the current cell is of."""
        place = self.currentIndex().column()
        return self.plans.columns[place] if 0 <= place < len(self.plans.columns) else None

    @Slot()
    def size_rows(self) -> None:
        """Figures with worlds have two lines."""
        letters = self.fontMetrics().height()
        usual = max(ROW_HEIGHT, letters + GAP + 2)
        two = max(TWO_LINES, round(letters * (1 + SMALL)) + GAP)
        for place, row in enumerate(self.plans.rows):
            spread = getattr(row, "column", "")
            self.setRowHeight(place, two if spread else usual)

    @Slot(int, int, int)
    def _move(self, logical: int, start: int, end: int) -> None:
        """The comparison has the order; the header goes back to it, and shows the new one."""
        with QSignalBlocker(self.heads):
            self.heads.moveSection(end, start)
        self._comparison.move(start, end)

    @Slot(int)
    def _sort(self, place: int) -> None:
        """Plans in the row's order; those that are so already, the other way round."""
        columns = self._comparison.columns
        shown = [column for column in columns if column in self.plans.columns]
        numbers = {column: self.plans.number(place, column) for column in shown}
        known = [column for column in shown if math.isfinite(numbers[column])]
        if len(known) < 2:
            return
        up = sorted(known, key=lambda column: numbers[column])
        ordered = up[::-1] if known == up else up
        self._comparison.order([*ordered, *(c for c in columns if c not in known)])
        self.sorted_by.emit(place)

    @Slot(QPoint)
    def _ask_menu(self, at: QPoint) -> None:
        place = self.heads.logicalIndexAt(at)
        if 0 <= place < len(self.plans.columns):
            column = self.plans.columns[place]
            self.menu_wanted.emit(column, self.heads.viewport().mapToGlobal(at))

    def event(self, event: QEvent) -> bool:
        """Undo and redo are the plan's own, where it is not the window's."""
        override = event.type() == QEvent.Type.ShortcutOverride
        if override and isinstance(event, QKeyEvent) and self._history_key(event) is not None:
            event.accept()
            return True
        return bool(super().event(event))

    def _history_key(self, event: QKeyEvent) -> str | None:
        if self.column is None or self.column.kind.value != "own":
            return None
        if event.matches(QKeySequence.StandardKey.Undo):
            return "undo"
        return "redo" if event.matches(QKeySequence.StandardKey.Redo) else None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        which, column = self._history_key(event), self.column
        if which is not None and column is not None:
            history = column.session.history
            (history.undo if which == "undo" else history.redo)()
            return
        if event.key() == Qt.Key.Key_Menu and column is not None:
            place = self.plans.columns.index(column)
            at = QPoint(self.heads.sectionViewportPosition(place), self.heads.height())
            self.menu_wanted.emit(column, self.heads.viewport().mapToGlobal(at))
            return
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            index = self.currentIndex()
            if index.isValid() and self.plans.flags(index) & Qt.ItemFlag.ItemIsEditable:
                self.edit(index)
                return
        super().keyPressEvent(event)
