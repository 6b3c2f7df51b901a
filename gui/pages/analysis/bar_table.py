"""A table with a bar in each row: a picture that can be read out, copied and gone through by keys.

A click or Enter on a row asks for what the row is about.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import (
    QItemSelectionModel,
    QModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QSizePolicy,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from gui.pages.analysis.bar_model import BarModel, BarRow
from gui.pages.analysis.columns import shared_out
from gui.widgets.palette import LIGHT, Palette
from gui.widgets.table_keys import TableKeys
from gui.widgets.table_model import Index

ROW = 24  # pixels, in letters of the usual size
WIDEST = 0.34
AIR, INSET = 8, 5.0  # beside a text, and above and below a bar
LEAST = 1.5  # of a bar that is there at all
MARK_WIDTH = 2.0
FAINT = 90  # of a bar that stands behind another
LEAST_BAR = 116  # pixels that texts leave to the bars
BESIDE = 96  # pixels of it
STILL = 3  # pixels a hand may shake before a drag begins


class BarDelegate(QStyledItemDelegate):
    """Paints the bars."""

    def __init__(self, model: BarModel, parent: QWidget) -> None:
        super().__init__(parent)
        self._model = model
        self.palette = LIGHT

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        super().paint(painter, option, index)  # its ground, selected or not
        if index.row() >= len(self._model.rows):
            return
        row = self._model.rows[index.row()]
        spare = max(option.rect.height() - 2 * INSET - option.fontMetrics.height(), 0.0) / 2
        inside = QRectF(option.rect).adjusted(AIR, INSET + spare, -AIR, -INSET - spare)
        low, high = row.scale or (self._model.low, self._model.high)
        spans, marks, scale = row.spans, row.marks, row.scale
        if index.column() == self._model.beside:
            reach = self._model.reach
            low, high, spans, marks, scale = -reach, reach, row.beside, (), None

        def x(value: float) -> float:
            share = (min(max(value, low), high) - low) / (high - low)
            return float(inside.left() + share * inside.width())

        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        if scale is not None:
            painter.fillRect(inside, QColor(self.palette.grid))
        for span in spans:
            if span.low != span.low or span.high != span.high:
                continue
            colour = QColor(self.palette.colour(span.role))
            if span.faint:
                colour.setAlpha(FAINT)
            begins, ends = x(min(span.low, span.high)), x(max(span.low, span.high))
            wide = max(ends - begins, LEAST) if span.high != span.low else 0.0
            painter.fillRect(QRectF(begins, inside.top(), wide, inside.height()), colour)
        if scale is None:
            painter.setPen(QPen(QColor(self.palette.quiet), 1.0))
            zero = QRectF(option.rect)
            painter.drawLine(round(x(0.0)), round(zero.top()), round(x(0.0)), round(zero.bottom()))
        for at, role in marks:
            if at == at:
                stroke = QRectF(
                    x(at) - MARK_WIDTH / 2, inside.top() - 3, MARK_WIDTH, inside.height() + 6
                )
                painter.fillRect(stroke, QColor(self.palette.colour(role)))
        painter.restore()


class BarTable(QTableView):
    """As high as its rows, so that the page scrolls and not the table."""

    chosen = Signal(object)  # the key of a row that was clicked or entered
    looked_at = Signal(object)  # the key of the row under the pointer, or that has the keys
    pulled = Signal(object, float, bool)  # a key, shares of the bar's column, whether it begins

    def __init__(
        self,
        name: str,
        bar: int,
        left: Sequence[int] = (0,),
        beside: int | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.bars = BarModel(bar, left, beside, self)
        self.widest = WIDEST  # of the table's width, of a column of texts
        self.draggable = False  # whether bars can be pulled
        self._pulled: tuple[object, float, bool] | None = None  # what, from where, and moved yet
        self._delegate = BarDelegate(self.bars, self)
        self._scale = 1.0
        self.setModel(self.bars)
        self.setItemDelegateForColumn(bar, self._delegate)
        if beside is not None:
            self.setItemDelegateForColumn(beside, self._delegate)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.verticalHeader().hide()
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionsClickable(False)
        header.setMinimumSectionSize(1)
        TableKeys(self)
        self.setMouseTracking(True)
        self.clicked.connect(self._choose)
        self.entered.connect(lambda index: self._look(index, index))
        self.selectionModel().currentRowChanged.connect(self._look)

    def show_rows(self, headings: Sequence[str], rows: Sequence[BarRow]) -> None:
        """Take these; the row of the same key stays the current one."""
        here = self.current_key
        self.bars.show_rows(headings, rows)
        header = self.horizontalHeader()
        for column in range(len(headings)):
            stretched = column == self.bars.bar
            header.setSectionResizeMode(
                column,
                QHeaderView.ResizeMode.Stretch if stretched else QHeaderView.ResizeMode.Interactive,
            )
        self._fit()
        places = [place for place, row in enumerate(rows) if row.key == here]
        place = places[0] if places else 0
        if rows and self.currentIndex().row() != place:
            keep = QItemSelectionModel.SelectionFlag.NoUpdate
            self.selectionModel().setCurrentIndex(self.bars.index(place, 0), keep)

    def use_palette(self, palette: Palette) -> None:
        self._delegate.palette = palette
        self._scale = palette.type_scale
        self._fit()
        self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Columns as wide as what is in them, and the table as high as its rows."""
        self.verticalHeader().setMinimumSectionSize(1)
        room = self.viewport().width() - round(LEAST_BAR * self._scale)
        widths: dict[int, int] = {}
        for column in range(len(self.bars.headings)):
            if column == self.bars.beside:
                self.setColumnWidth(column, round(BESIDE * self._scale))
                room -= self.columnWidth(column)
            elif column != self.bars.bar:
                self.resizeColumnToContents(column)
                most = max(round(self.widest * self.viewport().width()), 1)
                widths[column] = min(self.columnWidth(column) + AIR, most)
        numbers = {c: self._least(c) for c in widths if self.bars.is_right(c)}
        words = {c: self._longest_word(c) for c in widths}
        given = shared_out(widths, room, numbers, words)
        for column, width in given.items():
            self.setColumnWidth(column, width)
        self.setWordWrap(any(given[c] < self.sizeHintForColumn(c) for c in given))
        self.verticalHeader().setDefaultSectionSize(self._row_height)
        self.horizontalHeader().setVisible(any(self.bars.headings))
        if any(self.bars.headings):
            self.horizontalHeader().setFixedHeight(self._heading_height)
        self.setFixedHeight(self._height)

    def _least(self, column: int) -> int:
        """A width that cuts no number of a column, and no word of its heading."""
        return max(self.sizeHintForColumn(column) + AIR, self._longest_word(column))

    def _longest_word(self, column: int) -> int:
        metrics = self.horizontalHeader().fontMetrics()
        words = self.bars.headings[column].split()
        return max((metrics.horizontalAdvance(word) for word in words), default=0) + 2 * AIR

    @property
    def _heading_height(self) -> int:
        """Of the heading that takes most lines in its column."""
        header = self.horizontalHeader()
        metrics, single = header.fontMetrics(), header.sizeHint().height()
        lines = max(
            metrics.boundingRect(
                QRect(0, 0, max(self.columnWidth(column) - AIR, 1), 10 * single),
                Qt.TextFlag.TextWordWrap,
                heading,
            ).height()
            for column, heading in enumerate(self.bars.headings)
        )
        return max(single, single + lines - metrics.height())

    @property
    def _row_height(self) -> int:
        """Of one line, or of two where a text is longer than its column is wide."""
        wrapped = self.fontMetrics().lineSpacing() if self.wordWrap() else 0
        return round(ROW * self._scale) + wrapped

    @property
    def _height(self) -> int:
        top = self._heading_height if any(self.bars.headings) else 0
        return top + self._row_height * len(self.bars.rows) + 2

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self._height)

    def minimumSizeHint(self) -> QSize:
        return QSize(120, self._height)

    @property
    def current_key(self) -> object:
        """What the row is about that has the keys; None where there is none."""
        place = self.currentIndex().row()
        return self.bars.rows[place].key if 0 <= place < len(self.bars.rows) else None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._choose(self.currentIndex())
            return
        super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        index = self.indexAt(event.position().toPoint())
        on_bar = index.isValid() and index.column() == self.bars.bar
        if self.draggable and on_bar and event.button() == Qt.MouseButton.LeftButton:
            self._pulled = (self.bars.rows[index.row()].key, event.position().x(), False)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._pulled is None:
            super().mouseMoveEvent(event)
            return
        key, begun, moved = self._pulled
        way = event.position().x() - begun
        if moved or abs(way) >= STILL:
            self._pulled = (key, begun, True)
            self.pulled.emit(key, way / max(self.columnWidth(self.bars.bar), 1), not moved)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        moved = self._pulled is not None and self._pulled[2]
        self._pulled = None
        if not moved:  # the end of a pull is no click
            super().mouseReleaseEvent(event)

    @Slot(QModelIndex)
    def _choose(self, index: QModelIndex) -> None:
        if index.isValid():
            self.chosen.emit(self.bars.rows[index.row()].key)

    @Slot(QModelIndex, QModelIndex)
    def _look(self, now: QModelIndex, _: QModelIndex) -> None:
        if now.isValid():
            self.looked_at.emit(self.bars.rows[now.row()].key)
