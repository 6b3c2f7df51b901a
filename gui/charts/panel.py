"""A chart on a page: title, choices, legend with the values of one month, and the plot."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, Qt, Signal, Slot
from PySide6.QtGui import QContextMenuEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QMenu,
    QTableView,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from engine.text import translate
from gui.charts.chart_spec import ChartSpec, Curve
from gui.charts.legend import Entry, Legend
from gui.charts.palette import Palette
from gui.charts.specs import ChartRow
from gui.charts.table import SpecTable
from gui.charts.view import PlotView
from gui.help.ask import ask

LOWEST = 220  # pixels; below that the page scrolls


class ChartPanel(QFrame):
    """Shows one chart of the table of charts; its choices are asked for by signal."""

    choice_changed = Signal()
    export_wanted = Signal(str)  # the chart's key
    copy_wanted = Signal(str)

    def __init__(self, row: ChartRow, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.row = row
        self.setObjectName("chart")
        self._title = QLabel()
        self._title.setObjectName("chartTitle")
        self._title.setMinimumWidth(1)  # what does not fit is cut, not pushed off the page
        self.legend = Legend()
        self.plot = PlotView(self)
        self._choice = QComboBox()
        self._choice.setVisible(bool(row.choices))
        self._choice.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        for key, label in row.choices.items():
            self._choice.addItem(translate("Chart", label), key)
        self._choice.currentIndexChanged.connect(self.choice_changed)
        self._as_table = QToolButton()
        self._as_table.setText("⊞")
        self._as_table.setCheckable(True)
        self._as_table.setAutoRaise(True)
        self._as_table.setToolTip(self.tr("Show as a table"))
        self._as_table.setAccessibleName(self.tr("Show as a table"))
        self._as_table.toggled.connect(self._show_table)
        self._model = SpecTable()
        self._table: QTableView | None = None
        copy = QShortcut(QKeySequence.StandardKey.Copy, self)
        copy.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        copy.activated.connect(self.copy)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)

        header = QHBoxLayout()
        header.setContentsMargins(12, 8, 10, 0)
        header.addWidget(self._title)
        header.addStretch(1)
        header.addWidget(self._choice)
        header.addWidget(self._as_table)
        self._layout = layout = QVBoxLayout(self)
        layout.setContentsMargins(1, 1, 1, 4)
        layout.setSpacing(2)
        layout.addLayout(header)
        layout.addWidget(self.legend)
        layout.addWidget(self.plot, 1)
        self.setMinimumHeight(LOWEST)

    @property
    def choice(self) -> str:
        return self._choice.currentData() or ""

    @choice.setter
    def choice(self, key: str) -> None:
        with QSignalBlocker(self._choice):
            self._choice.setCurrentIndex(max(self._choice.findData(key), 0))

    @property
    def as_table(self) -> bool:
        """Whether numbers are shown in the place of curves."""
        return self._as_table.isChecked()

    @as_table.setter
    def as_table(self, wanted: bool) -> None:
        self._as_table.setChecked(wanted)

    def use_palette(self, palette: Palette) -> None:
        self.legend.use_palette(palette)
        self.plot.use_palette(palette)

    def show_spec(self, spec: ChartSpec) -> None:
        title = f"{spec.title} <span>[{spec.unit}]</span>"
        if self._title.text() != title:
            self._title.setText(title)
            name = self.tr("{title}, in {unit}").format(title=spec.title, unit=spec.unit)
            self.plot.setAccessibleName(name)
            shown = self.tr("{title}: what is shown").format(title=spec.title)
            self._choice.setAccessibleName(shown)
        if self._table is not None and self._table.isVisible():
            self.plot.spec = spec
            self._model.show_spec(spec)
        else:
            self.plot.show_spec(spec)

    def show_values(self, t: int) -> None:
        """Write each part's value of month `t` into the legend."""
        spec = self.plot.spec
        if spec is not None:
            self.legend.show_entries(
                Entry(p.label, p.role, spec.text(float(p.values[t])), isinstance(p, Curve))
                for p in spec.parts
            )

    @Slot()
    def toggle_table(self) -> None:
        """Chart or table: the same numbers, month by month."""
        self._as_table.setChecked(not self._as_table.isChecked())

    @Slot(bool)
    def _show_table(self, wanted: bool) -> None:
        if self._table is None:
            self._table = QTableView()
            self._table.setModel(self._model)
            self._table.setFrameShape(QFrame.Shape.NoFrame)
            header = self._table.horizontalHeader()
            header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
            self._layout.addWidget(self._table, 1)
        self._table.setVisible(wanted)
        self.plot.setVisible(not wanted)
        if self.plot.spec is not None:
            self.plot.show_spec(self.plot.spec)
            name = self.tr("{title}, table").format(title=self.plot.spec.title)
            self._table.setAccessibleName(name)
            self._model.show_spec(self.plot.spec)

    @Slot()
    def copy(self) -> None:
        """Picture and numbers to the clipboard at once."""
        if self.plot.spec is not None:
            self.copy_wanted.emit(self.row.key)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for text, slot in (
            (self.tr("&Copy picture and data"), self.copy),
            (self.tr("&Export as PNG…"), self._ask_for_export),
            (self.tr("Show as &table or chart"), self.toggle_table),
            (self.tr("What is &this?"), self._ask_for_help),
        ):
            menu.addAction(text).triggered.connect(slot)
        menu.popup(event.globalPos())

    @Slot()
    def _ask_for_help(self) -> None:
        ask(self, "outputs", self.row.key)

    @Slot()
    def _ask_for_export(self) -> None:
        self.export_wanted.emit(self.row.key)
