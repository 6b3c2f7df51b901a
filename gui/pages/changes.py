"""The page that says how this scenario differs from the baseline: just the levers that do."""

from __future__ import annotations

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QLabel,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from engine import PARAMETERS, Scenario
from engine.catalogue import family_label
from engine.values import PerFamily
from gui.units import Shown, of

HEADINGS = ("Lever", "Baseline", "Now", "Difference", "Unit", "Group")


def differences(baseline: Scenario, scenario: Scenario) -> list[tuple[str, ...]]:
    """A row for each lever that differs, families apart, as text in the order of HEADINGS."""
    rows: list[tuple[str, ...]] = []
    for row in PARAMETERS:
        old, new = getattr(baseline, row.key), getattr(scenario, row.key)
        pairs = [(row.label, old, new)]
        if isinstance(old, PerFamily) and isinstance(new, PerFamily):
            pairs = [(f"{row.label}, {family_label(f)}", old.get(f), new.get(f)) for f in new]
        for label, before, after in pairs:
            if before != after:
                shown = of(row.unit)
                before, after = (_shown(value, shown) for value in (before, after))
                change = _difference(before, after)
                rows.append((label, _text(before), _text(after), change, shown.unit, row.group))
    return rows


def _shown(value: object, shown: Shown) -> object:
    """A number in the unit that is read; anything else as it is."""
    is_number = isinstance(value, int | float) and not isinstance(value, bool)
    return shown.number(value) if is_number else value  # type: ignore[arg-type]


def _text(value: object) -> str:
    if value is None:
        return "none"
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, int | float):
        return f"{value:,.10g}"
    return str(value) if isinstance(value, str) else f"{len(value)} entries"  # type: ignore[arg-type]


def _difference(before: object, after: object) -> str:
    numbers = [v for v in (before, after) if isinstance(v, int | float) and type(v) is not bool]
    if len(numbers) < 2:
        return ""
    change = f"{numbers[1] - numbers[0]:+,.6g}"
    return f"{change} ({numbers[1] / numbers[0] - 1:+.1%})" if numbers[0] else change


class ChangesPage(QWidget):
    """A table of differences that can be copied."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("overview")
        self._title = QLabel()
        self._title.setObjectName("pageTitle")
        self._title.setTextFormat(Qt.TextFormat.PlainText)
        self._title.setWordWrap(True)
        self.table = QTableWidget(0, len(HEADINGS))
        self.table.setHorizontalHeaderLabels(HEADINGS)
        self.table.setAccessibleName(self.tr("Levers that differ from the baseline"))
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.verticalHeader().hide()
        self.table.horizontalHeader().setSectionResizeMode(
            0, QHeaderView.ResizeMode.ResizeToContents
        )
        self.table.horizontalHeader().setStretchLastSection(True)
        # the table itself would copy one cell
        shortcut = QShortcut(QKeySequence.StandardKey.Copy, self.table)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(self.copy)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 12, 16, 12)
        layout.addWidget(self._title)
        layout.addWidget(self.table, 1)

    def show_difference(self, baseline: Scenario, scenario: Scenario) -> None:
        rows = differences(baseline, scenario)
        count = f"{len(rows)} values differ" if len(rows) != 1 else "One value differs"
        none = "Nothing differs" if not rows else count
        self._title.setText(f"{none} from the baseline, “{baseline.name}”")
        self.table.setRowCount(len(rows))
        for place, row in enumerate(rows):
            for column, text in enumerate(row):
                item = QTableWidgetItem(text)
                if 0 < column < 4:
                    item.setTextAlignment(
                        Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
                    )
                self.table.setItem(place, column, item)
        self.table.resizeColumnsToContents()

    def text(self) -> str:
        """The table as tab-separated lines, for the clipboard."""
        lines = ["\t".join(HEADINGS)]
        for place in range(self.table.rowCount()):
            cells = [self.table.item(place, column) for column in range(len(HEADINGS))]
            lines.append("\t".join(cell.text() if cell else "" for cell in cells))
        return "\n".join(lines) + "\n"

    @Slot()
    def copy(self) -> None:
        """The whole table to the clipboard."""
        QGuiApplication.clipboard().setText(self.text())
