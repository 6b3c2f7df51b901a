"""The waterfall as a tree: a bar for each group, opened into its levers; each is put back by Enter.

A click on a bar, or on the arrow beside it, puts that change back; a click on a name opens it.
"""

from __future__ import annotations

from PySide6.QtCore import (
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QPointF,
    QRectF,
    QSize,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import (
    QBrush,
    QColor,
    QFont,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPalette,
    QPen,
    QStandardItem,
    QStandardItemModel,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeView,
    QWidget,
)

from engine.text import translate
from gui.pages.why.measures import WhyMeasure
from gui.pages.why.rows import ChangeStep, ChangeSteps
from gui.widgets.palette import LIGHT, Palette
from gui.widgets.plain import tip
from gui.widgets.table_keys import TableKeys

Index = QModelIndex | QPersistentModelIndex
NAME, BAR, CHANGE, UNDO = range(4)
ROW = 24  # pixels, in letters of the usual size
AIR, INSET, THIN = 10.0, 5.0, 8.0  # beside the bars; above a group's bar, and a lever's
LEAST = 2.0  # pixels of a bar that is there at all
TOTAL_WIDTH = 3.0  # of the stroke where the number stands
SOLID, FAINT = 255, 150  # of a group's bar, and of a lever's in the same colour
SPARE = 0.06  # of the scale, on either side
NAME_SHARE, NAME_MOST = 0.42, 460  # of the width, and pixels
PUT_BACK = "↩"
STEP = Qt.ItemDataRole.UserRole + 2  # the row's ChangeStep; None of both ends
WORSE = "shortfall"


class WaterfallBars(QStyledItemDelegate):
    """Paints the bars, each begun where the one before it ended."""

    def __init__(self, view: WaterfallView) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(120, self._view.row_height)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        super().paint(painter, option, index)
        view, palette = self._view, self._view.colours
        if view.steps is None or view.measure is None:
            return
        area = QRectF(option.rect)
        low, high = view.scale
        room = area.width() - 2 * AIR

        def x(value: float) -> float:
            return float(area.left() + AIR + room * (value - low) / (high - low))

        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        painter.setPen(QPen(QColor(palette.grid), 1.0, Qt.PenStyle.DotLine))
        before = round(x(view.steps.before))
        painter.drawLine(before, round(area.top()), before, round(area.bottom()))
        step = index.data(STEP)
        if not isinstance(step, ChangeStep):
            value = view.steps.before if index.row() == 0 else view.steps.after
            stroke = QRectF(x(value) - TOTAL_WIDTH / 2, area.top() + 3, TOTAL_WIDTH, area.height())
            painter.fillRect(stroke.adjusted(0, 0, 0, -6), QColor(palette.text))
        else:
            inside = index.parent().isValid()
            good = view.measure.better(step.change)
            colour = QColor(palette.accent if good else palette.colour(WORSE))
            edge = THIN if inside else INSET
            begin, end = sorted((x(step.begin), x(step.end)))
            bar = QRectF(
                begin, area.top() + edge, max(end - begin, LEAST), area.height() - 2 * edge
            )
            faint = QColor(colour)
            faint.setAlpha(FAINT if inside else SOLID)
            painter.fillRect(bar, faint)
            if not good:  # told by more than its colour
                painter.fillRect(bar, QBrush(QColor(palette.ground), Qt.BrushStyle.BDiagPattern))
                painter.setPen(QPen(colour, 1.0))
                painter.drawRect(bar.adjusted(0, 0, -1, -1))
            painter.setPen(QPen(QColor(palette.quiet), 1.0))
            at = x(step.end)
            painter.drawLine(QPointF(at, bar.bottom()), QPointF(at, area.bottom()))
            start = x(step.begin)
            painter.drawLine(QPointF(start, area.top()), QPointF(start, bar.top()))
        painter.restore()


class WaterfallView(QTreeView):
    """From before to now, the largest group first; as high as its rows."""

    put_back = Signal(object)  # the ChangeStep that was clicked, or had Enter pressed on it

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("What each change adds"))
        self.steps: ChangeSteps | None = None
        self.measure: WhyMeasure | None = None
        self.reversible = True  # whether what is shown can be put back at all
        self.colours: Palette = LIGHT
        self._open: dict[str, bool] = {}  # by name, of the groups that somebody opened or closed
        self._model = QStandardItemModel(0, 4, self)
        self._model.setHorizontalHeaderLabels(
            (self.tr("What changed"), self.tr("Bar"), self.tr("What it adds"), self.tr("Put back"))
        )
        self.setModel(self._model)
        self.setItemDelegateForColumn(BAR, WaterfallBars(self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setHeaderHidden(True)
        self.setUniformRowHeights(True)
        self.setExpandsOnDoubleClick(False)
        self.setIndentation(18)
        self.setAllColumnsShowFocus(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        header = self.header()
        header.setStretchLastSection(False)
        header.setMinimumSectionSize(1)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header.setSectionResizeMode(BAR, QHeaderView.ResizeMode.Stretch)
        TableKeys(self)
        self.clicked.connect(self._click)
        self.expanded.connect(self._keep_open)
        self.collapsed.connect(self._keep_closed)

    @property
    def row_height(self) -> int:
        return round(ROW * self.colours.type_scale)

    @property
    def scale(self) -> tuple[float, float]:
        """The values at both ends of the bars' room."""
        assert self.steps is not None
        low, high = self.steps.ends
        spare = (high - low) * SPARE or max(abs(high), 1.0) * SPARE
        return low - spare, high + spare

    def show_steps(self, steps: ChangeSteps, measure: WhyMeasure, names: tuple[str, str]) -> None:
        """Take these rows; `names` are of both ends. What was open stays open."""
        here = self.currentIndex().siblingAtColumn(NAME)
        kept = (here.data(), here.parent().data()) if here.isValid() else None
        self.steps, self.measure = steps, measure
        self._model.removeRows(0, self._model.rowCount())
        self._end(names[0], steps.before)
        for group in steps.groups:
            # one change alone is shown by what it is
            alone = len(group.steps) == 1
            item = self._step(group, group.steps[0].label if alone else group.label)
            for step in () if alone else group.steps:
                item[0].appendRow(self._step(step, step.label))
            self._model.appendRow(item)
        self._end(names[1], steps.after)
        for row in range(self._model.rowCount()):
            index = self._model.index(row, NAME)
            self.setExpanded(index, self._open.get(index.data(), False))
        self._fit()
        self._find(kept)

    def _find(self, kept: tuple[object, object] | None) -> None:
        """Have the row of the same name chosen that was; else the first that can be put back."""
        rows = [self._model.index(row, NAME) for row in range(self._model.rowCount())]
        rows += [
            self._model.index(inner, NAME, row)
            for row in rows
            for inner in range(self._model.rowCount(row))
        ]
        found = next((row for row in rows if (row.data(), row.parent().data()) == kept), None)
        first = self._model.index(min(1, self._model.rowCount() - 1), NAME)
        self.setCurrentIndex(first if found is None else found)

    def _end(self, name: str, value: float) -> None:
        assert self.measure is not None
        cells = [QStandardItem(name), QStandardItem(), QStandardItem(self.measure.words(value))]
        cells.append(QStandardItem())
        for cell in cells:
            cell.setFont(_bold(self.font()))
        self._finish(cells)
        self._model.appendRow(cells)

    def _step(self, step: ChangeStep, name: str) -> list[QStandardItem]:
        assert self.measure is not None
        change = self.measure.change_words(step.change)
        cells = [
            QStandardItem(name),
            QStandardItem(),
            QStandardItem(change),
            QStandardItem(PUT_BACK if self.reversible else ""),
        ]
        undo = translate("Why", "Click, or press Enter, to put it back: {change}").format(
            change=name
        )
        for cell in cells:
            cell.setData(step, STEP)
        cells[NAME].setToolTip(tip(name))
        cells[BAR].setAccessibleText(change)
        if self.reversible:
            for cell in (cells[BAR], cells[CHANGE], cells[UNDO]):
                cell.setToolTip(tip(undo))
            cells[UNDO].setAccessibleText(undo)
        self._finish(cells)
        return cells

    def _finish(self, cells: list[QStandardItem]) -> None:
        side = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        cells[CHANGE].setTextAlignment(side)
        cells[UNDO].setTextAlignment(Qt.AlignmentFlag.AlignCenter)

    @property
    def step_here(self) -> ChangeStep | None:
        """Of the row with the keys."""
        step = self.currentIndex().siblingAtColumn(NAME).data(STEP)
        return step if isinstance(step, ChangeStep) else None

    def use_palette(self, palette: Palette) -> None:
        self.colours = palette
        colours = QPalette(self.palette())  # a bar must be seen on the chosen row, too
        colours.setColor(QPalette.ColorRole.Highlight, QColor(palette.grid))
        colours.setColor(QPalette.ColorRole.HighlightedText, QColor(palette.text))
        self.setPalette(colours)
        self._fit()
        self.viewport().update()

    def resizeEvent(self, event: object) -> None:
        super().resizeEvent(event)  # type: ignore[arg-type]
        self._fit_columns()

    def _fit_columns(self) -> None:
        self.setColumnWidth(NAME, min(round(self.width() * NAME_SHARE), NAME_MOST))
        metrics = self.fontMetrics()
        texts = ["+100.0 points"]
        for row in range(self._model.rowCount()):
            texts.append(self._model.index(row, CHANGE).data() or "")
        wide = max(metrics.horizontalAdvance(text) for text in texts)
        self.setColumnWidth(CHANGE, round(wide * 1.08) + round(2 * AIR))
        self.setColumnWidth(UNDO, metrics.horizontalAdvance(PUT_BACK) + round(2 * AIR))

    @Slot()
    def _fit(self) -> None:
        self._fit_columns()
        rows = self._model.rowCount()
        for row in range(self._model.rowCount()):
            index = self._model.index(row, NAME)
            if self.isExpanded(index):
                rows += self._model.rowCount(index)
        self.setFixedHeight(rows * self.row_height + 2 * self.frameWidth() + 2)

    @Slot(QModelIndex)
    def _keep_open(self, index: QModelIndex) -> None:
        self._open[index.data()] = True
        self._fit()

    @Slot(QModelIndex)
    def _keep_closed(self, index: QModelIndex) -> None:
        self._open[index.data()] = False
        self._fit()

    @Slot(QModelIndex)
    def _click(self, index: QModelIndex) -> None:
        if index.column() == NAME:
            if self._model.rowCount(index):
                self.setExpanded(index, not self.isExpanded(index))
        else:
            self._want_back(index.siblingAtColumn(NAME).data(STEP))

    def _want_back(self, step: object) -> None:
        if self.reversible and isinstance(step, ChangeStep):
            self.put_back.emit(step)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """The branch's own arrow opens it once, and the click on its name does so too."""
        index = self.indexAt(event.position().toPoint())
        on_branch = index.isValid() and event.position().x() < self.visualRect(index).left()
        if on_branch and index.column() == NAME and self._model.rowCount(index):
            self.setCurrentIndex(index)
            self.setExpanded(index, not self.isExpanded(index))
            event.accept()
            return
        super().mousePressEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        keys = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Delete, Qt.Key.Key_Backspace)
        if event.key() in keys:
            self._want_back(self.step_here)
            return
        super().keyPressEvent(event)

    def bar_place(self, row: int) -> QPoint:
        """The middle of a row's bar, in the viewport."""
        return self.visualRect(self._model.index(row, BAR)).center()


def _bold(font: QFont) -> QFont:
    found = QFont(font)
    found.setWeight(QFont.Weight.DemiBold)
    return found
