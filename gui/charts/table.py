"""A chart as a table: the same parts, month by month; also what the clipboard gets."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import Qt

from engine import Array
from engine.text import translate, written
from gui.charts import observed
from gui.charts.chart_spec import ChartSpec
from gui.widgets.plain import tip
from gui.widgets.table_keys import COPIED
from gui.widgets.table_model import Index, TableModel
from gui.words.kpis import month_words


class SpecTable(TableModel):
    """Months down; across the chart's parts, their total, the worlds and the baseline."""

    def __init__(self) -> None:
        super().__init__()
        self._spec: ChartSpec | None = None
        self._columns: tuple[tuple[str, Array], ...] = ()
        self._months: tuple[str, ...] = ()

    def show_spec(self, spec: ChartSpec) -> None:
        months = months_of(spec)
        self._columns = tuple(spec.numbers())
        if self._spec is not None and (months, _heads(spec)) == (self._months, _heads(self._spec)):
            self._spec = spec  # other numbers in the same cells: what is selected stays so
            last = self.index(self.rowCount() - 1, self.columnCount() - 1)
            self.dataChanged.emit(self.index(0, 0), last)
            return
        self.beginResetModel()
        self._spec, self._months = spec, months
        self.endResetModel()

    def row_total(self) -> int:
        return len(self._months)

    def column_total(self) -> int:
        return 0 if self._spec is None else len(_heads(self._spec))

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if self._spec is None:
            return None
        if index.column() == len(self._columns):
            return _observed(self._spec, index.row(), role)
        if role == Qt.ItemDataRole.DisplayRole:
            return self._spec.text(float(self._columns[index.column()][1][index.row()]))
        if role == COPIED:
            return number_text(float(self._columns[index.column()][1][index.row()]))
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        return None

    def over(self, column: int, role: int) -> object:
        if role != Qt.ItemDataRole.DisplayRole or self._spec is None:
            return None
        return _heads(self._spec)[column][0]

    def at_row(self, row: int, role: int) -> object:
        if role != Qt.ItemDataRole.DisplayRole or self._spec is None:
            return None
        return month_words(self._months[row])


def _heads(spec: ChartSpec) -> list[tuple[str, str]]:
    heads = [(label, spec.unit) for label, _ in spec.numbers()]
    return heads if spec.observed is None else [*heads, (observed.heading(), spec.unit)]


def _observed(spec: ChartSpec, month: int, role: int) -> object:
    """What was observed in a month: the value with its interval; as a tip, where it is from."""
    found = [] if spec.observed is None else [*spec.observed.at(month)]
    if spec.observed is None or not found:
        return None
    if role in (Qt.ItemDataRole.DisplayRole, COPIED):
        return "; ".join(spec.observed.value_words(which, spec.text) for which in found)
    if role == Qt.ItemDataRole.ToolTipRole:
        return tip("\n".join(map(spec.observed_words, found)))
    return None


def number_text(value: float) -> str:
    """All digits with the language's decimal mark, for its spreadsheets; undefined is empty."""
    return "" if value != value else written(value, "")


def months_of(spec: ChartSpec) -> tuple[str, ...]:
    """The calendar months of a chart, `YYYY-MM`."""
    numbers = np.rint(spec.years * 12).astype(int).tolist()
    return tuple(f"{number // 12:04d}-{number % 12 + 1:02d}" for number in numbers)


def tab_separated(spec: ChartSpec) -> str:
    """The chart's numbers for a spreadsheet, with the unit in each heading."""
    numbers = list(spec.numbers())
    headings = [f"{label} [{spec.unit}]" for label, _ in numbers]
    lines = ["\t".join([translate("Table", "month"), *headings])]
    columns = [values.tolist() for _, values in numbers]
    for month, *values in zip(months_of(spec), *columns, strict=True):
        lines.append("\t".join([month, *map(number_text, values)]))
    return "\n".join(lines) + "\n"
