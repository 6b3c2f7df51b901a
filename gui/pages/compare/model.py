"""The table of plans side by side: figures above, inputs below, a column a plan."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal

from engine import Result, Scenario, ScenarioError
from engine.analysis.compared import Drawn, common_months
from engine.text import translate, ungrouped
from gui.document.comparison import PlanColumn, PlanSet
from gui.pages.compare import rows, typed
from gui.pages.compare.rows import Input, PlanFigure, ShownFigure
from gui.widgets.plain import tip
from gui.widgets.table_keys import COPIED
from gui.widgets.table_model import Index, TableModel
from gui.words.month_names import month_words
from gui.words.numbers import UnreadableError

SPREAD = Qt.ItemDataRole.UserRole + 2  # the second line of a cell
HEADING = Qt.ItemDataRole.UserRole + 3  # whether the row is a heading
SLOT = Qt.ItemDataRole.UserRole + 4  # of a column's colour
SAME_AS = Qt.ItemDataRole.UserRole + 5  # whether the cell is as in the column differed from
WAITING = "…"


@dataclass(frozen=True)
class Heading:
    """A row that names those below it."""

    text: str


Row = Heading | PlanFigure | Input


class CompareModel(TableModel):
    """Shows what it is handed; what is typed goes through the column's own document."""

    refused = Signal(str)

    def __init__(self, comparison: PlanSet) -> None:
        super().__init__()
        self._comparison = comparison
        self.columns: list[PlanColumn] = list(comparison.columns)
        self.rows: tuple[Row, ...] = ()
        self.month = ""
        self.every = False  # inputs that are the same as well
        self.words: tuple[str, ...] = ()  # that the inputs are searched for
        self.differences = False
        self._results: Mapping[PlanColumn, Result] = {}
        self._drawn: Mapping[PlanColumn, Drawn] = {}
        self._cells: dict[tuple[int, PlanColumn], ShownFigure] = {}

    # What is shown

    def show_plans(
        self, results: Mapping[PlanColumn, Result], drawn: Mapping[PlanColumn, Drawn], month: str
    ) -> None:
        """Plans that were run, and the worlds of those that were drawn."""
        columns = [column for column in self._comparison.columns if column in results]
        found = self._rows(columns, results, month)
        same = found == self.rows and columns == self.columns
        stale = self._stale(columns, results, drawn, month, same=same)
        if same:
            self._results, self._drawn, self.month = dict(results), dict(drawn), month
            for column in stale:
                self._forget(column)
                self.tell(column)
            return
        self.beginResetModel()
        self._cells.clear()
        self._results, self._drawn, self.month = dict(results), dict(drawn), month
        self.rows, self.columns = found, columns
        self.endResetModel()

    def _stale(
        self,
        columns: Sequence[PlanColumn],
        results: Mapping[PlanColumn, Result],
        drawn: Mapping[PlanColumn, Drawn],
        month: str,
        *,
        same: bool,
    ) -> list[PlanColumn]:
        """The columns whose cells are not what they were; all where differences are shown."""
        if not same or month != self.month:
            return list(columns)
        stale = [
            column
            for column in columns
            if results[column] is not self._results.get(column)
            or drawn.get(column) is not self._drawn.get(column)
        ]
        shifted = self.differences and self._comparison.against in stale
        return list(columns) if shifted else stale

    def _forget(self, column: PlanColumn) -> None:
        for place in range(len(self.rows)):
            self._cells.pop((place, column), None)

    def tell(self, column: PlanColumn | None = None) -> None:
        """Everything of a column, or of all, is to be painted anew."""
        if not self.rows or not self.columns:
            return
        first = 0 if column is None else self.columns.index(column)
        last = len(self.columns) - 1 if column is None else first
        self.dataChanged.emit(self.index(0, first), self.index(len(self.rows) - 1, last))

    def _rows(
        self, columns: Sequence[PlanColumn], results: Mapping[PlanColumn, Result], month: str
    ) -> tuple[Row, ...]:
        scenarios = [results[column].scenario for column in columns]
        if not scenarios:
            return ()
        found = rows.inputs(scenarios, every=self.every, words=self.words)
        heading = translate("Compare", "Results in {month}").format(month=month_words(month))
        text = translate("Compare", "All inputs")
        if not self.every:
            text = translate("Compare", "%n differing input(s)", "", len(found))
        return (Heading(heading), *rows.figures(scenarios), Heading(text), *found)

    # Qt's questions

    def row_total(self) -> int:
        return len(self.rows)

    def column_total(self) -> int:
        return len(self.columns)

    def at_row(self, row: int, role: int) -> object:
        found = self.rows[row]
        if role == HEADING:
            return isinstance(found, Heading)
        if role == Qt.ItemDataRole.DisplayRole:
            return self.label(found)
        if role == Qt.ItemDataRole.ToolTipRole and isinstance(found, Input):
            return tip(found.row.help_text)
        return None

    def over(self, column: int, role: int) -> object:
        plan = self.columns[column]
        if role == Qt.ItemDataRole.DisplayRole:
            return plan.name
        if role == SLOT:
            return plan.slot
        if role == Qt.ItemDataRole.ToolTipRole:
            said = [plan.name]
            if plan.path is not None:
                said.append(str(plan.path))
            if plan.modified:
                said.append(translate("Compare", "has changes that its file has not"))
            return tip("\n".join(said))
        return None

    def label(self, row: Row) -> str:
        """What a row is called, with its unit."""
        if isinstance(row, Heading):
            return row.text
        unit = row.unit if isinstance(row, Input) else row.unit_text
        return f"{row.label} [{unit}]" if unit else row.label

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid() or isinstance(self.rows[index.row()], Heading):
            return Qt.ItemFlag.NoItemFlags
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        row, column = self.rows[index.row()], self.columns[index.column()]
        if not isinstance(row, Input) or not column.editable or not typed.can_be_typed(row):
            return flags
        return flags if row.lacks(column.scenario) else flags | Qt.ItemFlag.ItemIsEditable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        row, column = self.rows[index.row()], self.columns[index.column()]
        if role == HEADING:
            return isinstance(row, Heading)
        if isinstance(row, Heading):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self.text(row, column, index.row())
        if role == COPIED:
            return ungrouped(self.text(row, column, index.row()).replace(rows.MINUS, "-"))
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        if role == SPREAD:
            return self._spread(row, column, index.row())
        if role == SAME_AS:
            return self._is_same(row, column)
        if role == Qt.ItemDataRole.EditRole and isinstance(row, Input):
            return typed.field_text(row, self.scenario(column))
        if role == Qt.ItemDataRole.ToolTipRole:
            return self._tip(row, column, index.row())
        return None

    def scenario(self, column: PlanColumn) -> Scenario:
        """The plan as it was run last."""
        return self._results[column].scenario

    def shown(self, row: PlanFigure, column: PlanColumn, place: int) -> ShownFigure:
        """A figure of a plan, worked out once."""
        found = self._cells.get((place, column))
        if found is None:
            since = common_months([self.scenario(c) for c in self.columns])
            found = row.of(self._results[column], self.month, since, self._drawn.get(column))
            self._cells[place, column] = found
        return found

    def text(self, row: Row, column: PlanColumn, place: int) -> str:
        """What stands in a cell."""
        base = self._comparison.against if self.differences else None
        if isinstance(row, Input):
            scenario = self.scenario(column)
            if base is None or base is column or base not in self._results:
                return row.text(scenario)
            return row.difference(scenario, self.scenario(base))
        if isinstance(row, PlanFigure):
            value = self.shown(row, column, place).value
            if base is None or base is column or base not in self._results:
                return row.text(value)
            return row.difference(value, self.shown(row, base, place).value)
        return ""

    def _spread(self, row: Row, column: PlanColumn, place: int) -> str:
        """Median and range over the worlds; that they are on their way."""
        if not isinstance(row, PlanFigure) or not row.column:
            return ""
        if column not in self._drawn:
            return WAITING
        found = self.shown(row, column, place)
        base = self._comparison.against
        if self.differences and base is not column and base in self._drawn:
            median = row.difference(found.median, self.shown(row, base, place).median)
            return translate("Compare", "median {median}").format(median=median)
        if found.median != found.median:
            return ""
        text = translate("Compare", "{median}   {low} to {high}")
        return text.format(
            median=row.text(found.median), low=row.text(found.low), high=row.text(found.high)
        )

    def _is_same(self, row: Row, column: PlanColumn) -> bool:
        base = self._comparison.against
        if not isinstance(row, Input) or base is column or base not in self._results:
            return False
        return row.is_same(self.scenario(column), self.scenario(base))

    def _tip(self, row: Row, column: PlanColumn, place: int) -> str | None:
        if isinstance(row, PlanFigure):
            why = self.shown(row, column, place).why
            if why:
                return tip(translate("Compare", "No value: {why}").format(why=why))
            if row.column:
                return tip(
                    translate(
                        "Compare",
                        "The plan; below it the median of the worlds, and where 90% of them lie",
                    )
                )
            return None
        if isinstance(row, Input) and row.lacks(self.scenario(column)):
            return tip(translate("Compare", "No value: has no such family"))
        return None

    def number(self, place: int, column: PlanColumn) -> float:
        """What columns are sorted by in a row; NaN where there is none."""
        row = self.rows[place]
        if isinstance(row, PlanFigure):
            return self.shown(row, column, place).value
        return row.number(self.scenario(column)) if isinstance(row, Input) else math.nan

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        row, column = self.rows[index.row()], self.columns[index.column()]
        if not isinstance(row, Input):
            return False
        try:
            wanted = typed.read(row, column.scenario, str(value))
            column.edit(row.key, rows.changed_value(row, column.scenario, wanted))
        except (UnreadableError, ScenarioError) as error:
            self.refused.emit(str(error))
            return False
        return True

    def as_text(self) -> str:
        """All of it as tab-separated lines, with its headings, as spreadsheets read numbers."""
        heads = [translate("Compare", "Plan"), *(column.name for column in self.columns)]
        lines = [heads]
        for place, row in enumerate(self.rows):
            cells = [self.label(row)]
            if not isinstance(row, Heading):
                texts = (self.text(row, column, place) for column in self.columns)
                cells += [ungrouped(text.replace(rows.MINUS, "-")) for text in texts]
            lines.append(cells)
        return "".join("\t".join(" ".join(c.split()) for c in line) + "\n" for line in lines)
