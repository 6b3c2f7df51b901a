"""A chart on a page: title, choices, legend with the values of one month, and the plot."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QAction, QContextMenuEvent
from PySide6.QtWidgets import QComboBox, QFrame, QHBoxLayout, QLabel, QMenu, QVBoxLayout, QWidget

from gui.charts.legend import Entry, Legend
from gui.charts.palette import Palette
from gui.charts.specs import ChartRow, ChartSpec, Curve
from gui.charts.view import PlotView

LOWEST = 220  # pixels; below that the page scrolls


class ChartPanel(QFrame):
    """Shows one chart of the table of charts; its choices are asked for by signal."""

    choice_changed = Signal()
    export_wanted = Signal(str)  # the chart's key

    def __init__(self, row: ChartRow, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.row = row
        self.setObjectName("chart")
        self._title = QLabel()
        self._title.setObjectName("chartTitle")
        self.legend = Legend()
        self.plot = PlotView(self)
        self._choice = QComboBox()
        self._choice.setVisible(bool(row.choices))
        self._choice.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        for key, label in row.choices.items():
            self._choice.addItem(label, key)
        self._choice.currentIndexChanged.connect(self.choice_changed)

        header = QHBoxLayout()
        header.setContentsMargins(12, 8, 10, 0)
        header.addWidget(self._title)
        header.addStretch(1)
        header.addWidget(self._choice)
        layout = QVBoxLayout(self)
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

    def use_palette(self, palette: Palette) -> None:
        self.legend.use_palette(palette)
        self.plot.use_palette(palette)

    def show_spec(self, spec: ChartSpec) -> None:
        title = f"{spec.title} <span>[{spec.unit}]</span>"
        if self._title.text() != title:
            self._title.setText(title)
            name = f"{spec.title}, in {spec.unit}"
            self.plot.setAccessibleName(name)
            self._choice.setAccessibleName(f"{spec.title}: what is shown")
        self.plot.show_spec(spec)

    def show_values(self, t: int) -> None:
        """Write each part's value of month `t` into the legend."""
        spec = self.plot.spec
        if spec is not None:
            self.legend.show_entries(
                Entry(p.label, p.role, spec.text(float(p.values[t])), isinstance(p, Curve))
                for p in spec.parts
            )

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        menu = QMenu(self)
        export = QAction(self.tr("Export this chart as PNG…"), menu)
        export.triggered.connect(self._ask_for_export)
        menu.addAction(export)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(event.globalPos())

    def _ask_for_export(self) -> None:
        self.export_wanted.emit(self.row.key)
