"""The window of a sweep: its scenarios as a table, over axes to brush, and the front."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QSignalBlocker, Qt, Signal, Slot
from PySide6.QtGui import QCloseEvent, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QHBoxLayout,
    QHeaderView,
    QLineEdit,
    QPushButton,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from engine.sweep.findings import Conditions, Findings
from engine.text import joined, translate, written
from gui.sweeps import choice
from gui.sweeps.axes import SweptAxis, brushes_of, chosen_axes
from gui.sweeps.coordinates import Coordinates
from gui.sweeps.front import FrontChart
from gui.sweeps.plane import Plane
from gui.sweeps.quantities import (
    MEAN,
    STATISTICS,
    measured,
    statistic_label,
    varied,
)
from gui.sweeps.table import ScenarioTable
from gui.system.errand import Errand
from gui.widgets.elided_label import ElidedLabel
from gui.widgets.palette import Palette
from gui.widgets.plain import PlainLabel, in_title
from gui.widgets.splitter import KeyedSplitter
from gui.widgets.table_keys import TableKeys, choose_row
from gui.words.abbreviate import short

SIZE = (1180, 680)
MARGIN, SPACING = 12, 8
TABLE_AND_FRONT, AXES_AND_REST = (0.6, 0.4), (0.45, 0.55)
ROW_AIR = 9  # pixels
NARROW, WIDE, ARROW = 88, 170, 10  # pixels of a column


class SweepWindow(QWidget):
    """A window of its own, so that it can stand beside the scenario that was opened from it."""

    wanted = Signal(int)  # the number of a scenario, to be opened
    closed = Signal()

    def __init__(self, found: Findings, palette: Palette, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setObjectName("sweep")
        self.found = found
        name = found.facts.name or self.tr("A sweep")
        self.setWindowTitle(in_title(self.tr("{name} - Sweep").format(name=short(name))))
        self._varied = varied(found)
        self._measured = measured(found)
        self._conditions: Conditions | None = None
        self.axes = Coordinates()
        self.front = FrontChart()
        self.model = ScenarioTable(found.scenarios)
        self.table = QTableView()
        self._compose(name)
        self._wire()
        self._add_keys()
        self.resize(*SIZE)
        self.use_palette(palette)
        self._show_quantities()
        # PRIM takes its time where scenarios are many
        self._errand = Errand(found.conditions, self._show_conditions)
        self.table.setFocus()

    # What it is made of

    def _compose(self, name: str) -> None:
        title = PlainLabel(short(name))
        title.setObjectName("pageTitle")
        self.counts = ElidedLabel()
        self.counts.setObjectName("caption")
        self.filter = QLineEdit()
        self.filter.setPlaceholderText(self.tr("Filter: gpu, 12, power_budget_gw>2"))
        self.filter.setAccessibleName(self.tr("Filter the scenarios"))
        self.filter.setClearButtonEnabled(True)
        self.filter.setMinimumWidth(240)
        self.statistic = QComboBox()
        self.statistic.setAccessibleName(self.tr("What is shown of the draws"))
        for key in STATISTICS:
            self.statistic.addItem(statistic_label(key), key)
        self.everything = QPushButton(self.tr("Show all"))
        self.everything.setToolTip(self.tr("Let go of every brush and filter (Esc)"))
        self.open_button = QPushButton(self.tr("Open the scenario"))
        self.open_button.setToolTip(self.tr("As a document of its own (Enter, or a double click)"))
        for button in (self.everything, self.open_button):
            button.setAutoDefault(False)
        top = QHBoxLayout()
        top.setSpacing(SPACING)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(title)
        words.addWidget(self.counts)
        top.addLayout(words, 1)
        for widget in (self.filter, self.statistic, self.everything, self.open_button):
            top.addWidget(widget)
        self.box = PlainLabel()
        self.box.setObjectName("caption")
        self.box.setWordWrap(True)
        self.show_box = QPushButton(self.tr("Brush them"))
        self.show_box.setObjectName("link")
        self.show_box.setAccessibleName(self.tr("Brush the conditions of the worst quarter"))
        self.show_box.hide()
        foot = QHBoxLayout()
        foot.addWidget(self.box, 1)
        foot.addWidget(self.show_box)
        self._compose_table()
        below = KeyedSplitter()
        below.add(self.table)
        below.add(self.front, self.tr("Edge of the table"))
        whole = KeyedSplitter(Qt.Orientation.Vertical)
        whole.add(self.axes)
        whole.add(below, self.tr("Edge of the axes"))
        for splitter, shares in ((below, TABLE_AND_FRONT), (whole, AXES_AND_REST)):
            splitter.setChildrenCollapsible(False)
            splitter.setSizes([round(SIZE[0] * share) for share in shares])
            for part, share in enumerate(shares):
                splitter.setStretchFactor(part, round(100 * share))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(MARGIN, MARGIN, MARGIN, SPACING)
        layout.setSpacing(SPACING)
        layout.addLayout(top)
        layout.addWidget(whole, 1)
        layout.addLayout(foot)

    def _compose_table(self) -> None:
        table = self.table
        table.setModel(self.model)
        table.setAccessibleName(self.tr("Scenarios"))
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setAlternatingRowColors(True)
        table.setShowGrid(False)
        table.setWordWrap(False)
        table.verticalHeader().hide()
        table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        table.verticalHeader().setDefaultSectionSize(table.fontMetrics().height() + ROW_AIR)
        table.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        header = table.horizontalHeader()
        header.setSortIndicator(0, Qt.SortOrder.AscendingOrder)
        header.setMaximumSectionSize(WIDE)
        header.setHighlightSections(False)
        table.setSortingEnabled(True)
        TableKeys(table)

    def _wire(self) -> None:
        self.axes.brushed.connect(self._choose)
        self.filter.textChanged.connect(self._choose)
        self.statistic.currentIndexChanged.connect(self._show_statistic)
        self.everything.clicked.connect(self.show_all)
        self.open_button.clicked.connect(self._open_current)
        self.show_box.clicked.connect(self._brush_conditions)
        self.table.doubleClicked.connect(self._open_index)
        self.table.selectionModel().currentRowChanged.connect(self._show_current)
        for chart in (self.axes, self.front):
            chart.picked.connect(self._pick)
            chart.wanted.connect(self._open_place)

    def _add_keys(self) -> None:
        for keys, slot in (
            (QKeySequence.StandardKey.Find, self._to_filter),
            (QKeySequence.StandardKey.Close, self.close),
        ):
            QShortcut(QKeySequence(keys), self).activated.connect(slot)

    def use_palette(self, palette: Palette) -> None:
        """Dress what paints itself."""
        self.axes.use_palette(palette)
        self.front.use_palette(palette)

    # What is shown

    @Slot()
    def _show_statistic(self) -> None:
        self._measured = measured(self.found, self.statistic.currentData() or MEAN)
        self._show_quantities()

    def _show_quantities(self) -> None:
        self.model.show_quantities([*self._measured, *self._varied])
        self.table.resizeColumnsToContents()
        for column in range(self.model.columnCount()):
            width = self.table.columnWidth(column)
            self.table.setColumnWidth(column, min(max(width + ARROW, NARROW), WIDE))
        self.axes.show_axes(chosen_axes(self.found, self._varied, self._measured))
        self.front.show_plane(self._plane())
        self._choose()

    def _plane(self) -> Plane | None:
        """The front, which is always of the means, and the points of what is shown."""
        cost, unserved = self.found.cost, self.found.unserved
        if cost is None or unserved is None:
            return None
        by_key = {quantity.key: quantity for quantity in measured(self.found)}
        across, upwards = (
            SweptAxis.of(by_key[key], log=False) for key in (cost.name, unserved.name)
        )
        return Plane(across, upwards, self.found.front())

    @Slot()
    def _choose(self) -> None:
        """Those under every brush that answer to every word, in table and charts."""
        scenarios = self.found.scenarios
        places = {axis.quantity.key: axis.places for axis in self.axes.axes}
        chosen = choice.within(self.axes.brushes, places, len(scenarios))
        quantities = [*self._varied, *self._measured]
        chosen &= choice.typed(self.filter.text(), scenarios, quantities)
        self.model.show_chosen(chosen)
        self.axes.show_chosen(chosen)
        self.front.show_chosen(chosen)
        count = int(chosen.sum())
        said = [
            self.tr("{finished} of {count} scenarios are finished").format(
                finished=written(len(scenarios), ",d"), count=written(self.found.facts.count, ",d")
            )
        ]
        if count < len(scenarios):
            said.append(translate("Sweeps", "%n chosen", "", count))
        if brushes := self.axes.words():
            said.append(brushes)
        self.counts.setText(" · ".join(said))
        self.counts.setToolTip(self.counts.text())
        self.everything.setEnabled(bool(self.axes.brushes) or bool(self.filter.text()))

    @Slot()
    def show_all(self) -> None:
        """Let go of every brush and filter."""
        with QSignalBlocker(self.filter):
            self.filter.clear()
        self.axes.brush({})

    @Slot()
    def _show_conditions(self) -> None:
        conditions = self._errand.result
        self._conditions = conditions
        if conditions is None:
            return
        by_key = {quantity.key: quantity for quantity in self._varied}
        parts = []
        for end in conditions.ends:
            quantity = by_key[end.column]
            sign = "≥" if end.at_least else "≤"
            value = quantity.text(end.value * quantity.factor)
            parts.append(f"{quantity.label} {sign} {value} {quantity.unit}".strip())
        text = self.tr(
            "The worst quarter of unserved revenue: {conditions}. That is so in {coverage} of "
            "these scenarios; {density} of those where it is so are among them."
        )
        said = text.format(
            conditions=joined(parts),
            coverage=written(conditions.coverage, ".0%"),
            density=written(conditions.density, ".0%"),
        )
        self.box.setText(said)
        self.show_box.show()

    @Slot()
    def _brush_conditions(self) -> None:
        if self._conditions is None:
            return
        with QSignalBlocker(self.filter):
            self.filter.clear()
        self.axes.brush(brushes_of(self._conditions, self.axes.axes))

    # One scenario

    @property
    def current(self) -> int | None:
        """The place of the scenario that the table is at."""
        index = self.table.currentIndex()
        return self.model.place(index.row()) if index.isValid() else None

    @Slot()
    def _show_current(self) -> None:
        self.axes.show_current(self.current)
        self.front.show_current(self.current)
        self.open_button.setEnabled(self.current is not None)

    @Slot(int)
    def _pick(self, place: int) -> None:
        row = self.model.row_of(place)
        if row is None:  # one of the front that is not chosen now
            self.show_all()
            row = self.model.row_of(place)
        if row is not None:
            choose_row(self.table, row)
            self.table.scrollTo(self.model.index(row, 0))

    @Slot(int)
    def _open_place(self, place: int) -> None:
        self.wanted.emit(self.found.scenarios[place])

    @Slot(QModelIndex)
    def _open_index(self, index: QModelIndex) -> None:
        self._open_place(self.model.place(index.row()))

    @Slot()
    def _open_current(self) -> None:
        if self.current is not None:
            self._open_place(self.current)

    # Keys

    @Slot()
    def _to_filter(self) -> None:
        self.filter.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.filter.selectAll()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            if self.everything.isEnabled():
                self.show_all()
            else:
                self.close()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if self.filter.hasFocus():
                self.table.setFocus(Qt.FocusReason.OtherFocusReason)
            else:
                self._open_current()
        else:
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        self.axes.stop()
        self.front.stop()
        self.closed.emit()
        super().closeEvent(event)
