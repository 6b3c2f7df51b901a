"""What each contract or site is worth, as a table that is read."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor

from engine import Scenario
from engine.analysis.worth import Worth
from engine.text import translate
from gui.pages.supply import figures
from gui.pages.supply.questions import Worths
from gui.widgets.palette import Palette
from gui.widgets.plain import tip
from gui.widgets.table_keys import COPIED
from gui.widgets.table_model import Index, TableModel
from gui.words import units
from gui.words.abbreviate import short
from gui.words.typed_months import month_shown

NAME, WHOLE, OWN, FIRM, READY, SAVED = "name", "whole", "own", "firm", "ready", "saved"
WAITING = "…"
NET = "net"  # of worth: money, and no measure of its own


class WorthTable(TableModel):
    """A row an entry, in the list's order; what is not known yet is an ellipsis."""

    def __init__(self, kind: str) -> None:
        super().__init__()
        self.kind = kind
        own = (OWN,) if kind == "contracts" else ()
        self.keys = (NAME, SAVED, *figures.SHOWN, WHOLE, *own, FIRM, READY)
        self._scenario: Scenario | None = None
        self._due: Mapping[str, figures.Due] = {}
        self._worths: Mapping[str, Worth] = {}
        self._wrong = ""

    def use_palette(self, palette: Palette) -> None:
        self._wrong = palette.colour("problem")

    def show_plan(self, scenario: Scenario, due: Mapping[str, figures.Due]) -> None:
        """The entries of the plan, and what is due against its power."""
        before = None if self._scenario is None else self._names(self._scenario)
        same = before == self._names(scenario)
        if not same:
            self.beginResetModel()
        self._scenario, self._due = scenario, due
        if same:
            self._tell()
        else:
            self.endResetModel()

    def show_worths(self, found: Worths | None) -> None:
        """What the worlds say; None while they are asked about something else."""
        self._worths = {} if found is None else {worth.name: worth for worth in found.of}
        self._tell()

    def _tell(self) -> None:
        if self.rowCount():
            last = self.index(self.rowCount() - 1, self.columnCount() - 1)
            self.dataChanged.emit(self.index(0, 0), last)

    def _names(self, scenario: Scenario) -> list[str]:
        return [entry.name for entry in getattr(scenario, self.kind)]

    def row_total(self) -> int:
        return 0 if self._scenario is None else len(getattr(self._scenario, self.kind))

    def column_total(self) -> int:
        return len(self.keys)

    def over(self, column: int, role: int) -> object:
        key = self.keys[column]
        if role == Qt.ItemDataRole.DisplayRole:
            return self._heading(key)
        if role == Qt.ItemDataRole.ToolTipRole:
            return tip(self._about(key))
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _side(key)
        return None

    def _heading(self, key: str) -> str:
        if key in figures.SHOWN:
            return figures.heading(key)
        power, money = units.of("GW IT").unit, units.of("$bn").unit
        return {
            NAME: translate("Supply", "Name"),
            WHOLE: translate("Supply", "Whole in"),
            OWN: translate("Supply", "Firm part\n{unit}").format(unit=power),
            FIRM: translate("Supply", "All firm by then\n{unit}").format(unit=power),
            READY: translate("Supply", "Power ready\n{unit}").format(unit=power),
            SAVED: translate("Supply", "Worth\n{unit}").format(unit=money),
        }[key]

    def _about(self, key: str) -> str:
        if key in figures.SHOWN:
            less = translate("Supply", "With it, less without it, on the same worlds.")
            return f"{figures.about(key)} {less}"
        return {
            NAME: translate("Supply", "Each alone: the others stay as they are."),
            WHOLE: translate("Supply", "The month in which all of it is there, in the plan."),
            OWN: translate("Supply", "What of it must be taken, or paid for."),
            FIRM: translate("Supply", "What must be taken of all contracts by that month."),
            READY: translate("Supply", "What the facilities can carry in that month, in the plan."),
            SAVED: translate(
                "Supply",
                "Revenue that it lets serve, less the economic cost that it adds, world by world; "
                "95 of 100 samples of the worlds have a mean within the margin.",
            ),
        }[key]

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or self._scenario is None:
            return None
        key, entry = self.keys[index.column()], getattr(self._scenario, self.kind)[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return self.text(key, entry.name, index.row())
        if role == COPIED:
            return self.text(key, entry.name, index.row()).partition(" ±")[0]
        if role == Qt.ItemDataRole.ToolTipRole:
            return self._tip(key, entry.name)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _side(key)
        if role == Qt.ItemDataRole.ForegroundRole and key == FIRM and self._wrong:
            due = self._due.get(entry.name)
            return QColor(self._wrong) if due is not None and due.waits else None
        if role == Qt.ItemDataRole.AccessibleTextRole:
            heading = figures.on_one_line(self._heading(key))
            return f"{heading}: {self.text(key, entry.name, index.row())}"
        return None

    def text(self, key: str, name: str, row: int) -> str:
        """What a cell shows."""
        assert self._scenario is not None
        if key == NAME:
            return short(name, 60)
        due = self._due.get(name)
        if key == WHOLE:
            return "" if due is None else month_shown(self._scenario.start, due.month)
        if key == OWN:
            contract = self._scenario.contracts[row]
            return figures.power(contract.firm * contract.it_gw)
        if key in (FIRM, READY):
            return "" if due is None else figures.power(due.firm if key == FIRM else due.ready)
        worth = self._worths.get(name)
        if worth is None:
            return WAITING
        if key == SAVED:
            return " ".join(figures.difference(NET, worth.net)).rstrip()
        return " ".join(figures.difference(key, worth.of[key])).rstrip()

    def _tip(self, key: str, name: str) -> str | None:
        due, worth = self._due.get(name), self._worths.get(name)
        if key == FIRM and due is not None and due.waits:
            return tip(translate("Supply", "More must be taken by then than finds power."))
        if key in figures.SHOWN and worth is not None:
            return tip(figures.both(key, worth.of[key]))
        return tip(name) if key == NAME else None


def _side(key: str) -> Qt.AlignmentFlag:
    side = Qt.AlignmentFlag.AlignLeft if key == NAME else Qt.AlignmentFlag.AlignRight
    return side | Qt.AlignmentFlag.AlignVCenter
