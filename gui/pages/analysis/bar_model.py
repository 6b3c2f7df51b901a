"""The rows of a table with bars: texts, and what each bar reaches from and to."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from engine.text import told
from gui.widgets.plain import tip
from gui.widgets.table_model import Index, TableModel, set_against


@dataclass(frozen=True)
class Span:
    """A bar from `low` to `high` in a role's colour; `faint` where another stands before it."""

    low: float
    high: float
    role: str
    faint: bool = False


@dataclass(frozen=True)
class BarRow:
    """What a row is about (`key`), its texts with the bar's place left empty, and its bar.

    `said` is the bar in words. `marks` are upright strokes (where, role). `scale` is the row's own
    ends of the bar, where rows don't share one.
    """

    key: object
    texts: tuple[str, ...]
    spans: tuple[Span, ...] = ()
    marks: tuple[tuple[float, str], ...] = ()
    said: str = ""
    tip: str = ""
    scale: tuple[float, float] | None = None
    beside: tuple[Span, ...] = ()  # in the second column of bars


class BarModel(TableModel):
    """The rows; `bar` is the column of the bars, `left` those whose texts begin at the left."""

    def __init__(
        self,
        bar: int,
        left: Sequence[int] = (0,),
        beside: int | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.bar, self._left, self.beside = bar, frozenset(left), beside
        self.headings: tuple[str, ...] = ()
        self.rows: tuple[BarRow, ...] = ()
        self.low, self.high = 0.0, 1.0
        self.reach = 1.0  # either way, of the second column of bars

    def show_rows(self, headings: Sequence[str], rows: Sequence[BarRow]) -> None:
        """Take these; the bars' common scale holds all of them, and nothing."""
        same = len(rows) == len(self.rows) and tuple(headings) == self.headings
        if not same:
            self.beginResetModel()
        self.headings, self.rows = tuple(headings), tuple(rows)
        ends = [
            end
            for row in rows
            if row.scale is None
            for end in (
                *(edge for span in row.spans for edge in (span.low, span.high)),
                *(at for at, _ in row.marks),
            )
            if end == end
        ]
        self.low, self.high = min(ends, default=0.0), max(ends, default=1.0)
        self.low, self.high = min(self.low, 0.0), max(self.high, 0.0)
        if self.high <= self.low:
            self.high = self.low + 1.0
        reaches = [abs(span.high) for row in rows for span in row.beside]
        self.reach = max(reaches, default=0.0) or 1.0
        if not same:
            self.endResetModel()
        elif rows:
            last = self.index(len(rows) - 1, len(self.headings) - 1)
            self.dataChanged.emit(self.index(0, 0), last)

    def row_total(self) -> int:
        return len(self.rows)

    def column_total(self) -> int:
        return len(self.headings)

    def over(self, column: int, role: int) -> object:
        if role == Qt.ItemDataRole.DisplayRole:
            return self.headings[column]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return self._side(column) | Qt.TextFlag.TextWordWrap  # a long one takes two lines
        return None

    def _side(self, column: int) -> Qt.AlignmentFlag:
        return set_against(right=self.is_right(column))

    def is_right(self, column: int) -> bool:
        """Whether a column is of numbers, which are worth nothing where their end is cut."""
        return column not in self._left and column not in (self.bar, self.beside)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or index.row() >= len(self.rows):
            return None
        row, column = self.rows[index.row()], index.column()
        if role == Qt.ItemDataRole.DisplayRole:
            return row.texts[column]
        if role == Qt.ItemDataRole.ToolTipRole:
            return tip(row.tip or row.said) if row.tip or row.said else None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return self._side(column)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            said = row.said if column == self.bar else row.texts[column]
            return told(self.headings[column], said) if self.headings[column] else said
        return None
