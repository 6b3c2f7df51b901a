"""Each later month of something that is waited for, as a table that is read."""

from __future__ import annotations

from PySide6.QtCore import Qt

from engine.analysis.outcomes import SHORTFALL
from engine.analysis.waiting import Later
from engine.text import translate, written
from gui.pages.supply import figures
from gui.widgets.plain import tip
from gui.widgets.table_keys import COPIED
from gui.widgets.table_model import Index, TableModel
from gui.words.typed_months import month_shown

MEASURES = ("unserved_revenue", "economic_cost", "idle_commitment", SHORTFALL)
BEGINS, HOLDS = "begins", "holds"
KEYS = (BEGINS, HOLDS, *MEASURES)


class LaterTable(TableModel):
    """A row for each month of waiting, from none on."""

    def __init__(self) -> None:
        super().__init__()
        self._later: tuple[Later, ...] = ()
        self._start = "2025-01"
        self._month: int | None = 0

    def show_waiting(self, later: tuple[Later, ...], start: str, month: int | None) -> None:
        """`month` is that of no wait, counted from `start`; None where there is no such month."""
        same = len(later) == len(self._later)
        if not same:
            self.beginResetModel()
        self._later, self._start, self._month = later, start, month
        if not same:
            self.endResetModel()
        elif later:
            self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, 0)
            last = self.index(self.rowCount() - 1, self.columnCount() - 1)
            self.dataChanged.emit(self.index(0, 0), last)

    def row_total(self) -> int:
        return len(self._later)

    def column_total(self) -> int:
        return len(KEYS)

    def over(self, column: int, role: int) -> object:
        key = KEYS[column]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _side(key)
        if role == Qt.ItemDataRole.DisplayRole:
            return self._heading(key)
        if role == Qt.ItemDataRole.ToolTipRole and key in MEASURES:
            more = translate("Supply", "So much later, less without any wait.")
            return tip(f"{figures.about(key)} {more}")
        return None

    def _heading(self, key: str) -> str:
        if key == BEGINS:
            if self._month is None:
                return translate("Supply", "Later by")
            return translate("Supply", "Begins in")
        return translate("Supply", "Goal holds") if key == HOLDS else figures.heading(key)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        key, later = KEYS[index.column()], self._later[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return self._text(key, later)
        if role == COPIED:
            return self._text(key, later).partition(" ±")[0]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _side(key)
        if role == Qt.ItemDataRole.ToolTipRole and key in MEASURES:
            step = figures.difference(key, later.step[key])[0]
            text = translate("Supply", "{change} against a month less")
            return tip(text.format(change=step)) if later.months else None
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{figures.on_one_line(self._heading(key))}: {self._text(key, later)}"
        return None

    def _text(self, key: str, later: Later) -> str:
        if key == BEGINS:
            if self._month is None:
                return translate("Supply", "%n month(s)", "", later.months)
            return month_shown(self._start, self._month + later.months)
        if key == HOLDS:
            return "" if later.chance is None else written(later.chance, ".0%")
        if later.months == 0:
            return figures.level(key, later.of[key].after)
        return " ".join(figures.difference(key, later.of[key])).rstrip()


def _side(key: str) -> Qt.AlignmentFlag:
    side = Qt.AlignmentFlag.AlignLeft if key == BEGINS else Qt.AlignmentFlag.AlignRight
    return side | Qt.AlignmentFlag.AlignVCenter
