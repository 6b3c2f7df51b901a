"""The page that says how this scenario differs from the baseline: just the levers that do."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from engine import PARAMETERS, Result, Scenario
from engine.tables.catalogue import family_label, source_text
from engine.tables.chip_columns import ChipChange, chip_changes
from engine.tables.list_schema import Column
from engine.tables.parameter import QT_TRANSLATE_NOOP, Parameter
from engine.text import translate, ungrouped, written
from engine.values import PerFamily
from gui.entries import cells
from gui.entries.listed import listed
from gui.pages.page import OnScreen, Page
from gui.widgets.plain import PlainLabel
from gui.widgets.table_keys import COPIED, TableKeys, selected_text
from gui.words.abbreviate import short
from gui.words.kpis import kpis, month_index
from gui.words.month_names import month_words
from gui.words.units import Shown
from gui.words.units import of as shown_of
from gui.words.value_texts import PERCENT, as_shown, value_words, word, word_of

HEADINGS = (
    QT_TRANSLATE_NOOP("ChangesPage", "Lever"),
    QT_TRANSLATE_NOOP("ChangesPage", "Baseline"),
    QT_TRANSLATE_NOOP("ChangesPage", "Now"),
    QT_TRANSLATE_NOOP("ChangesPage", "Difference"),
    QT_TRANSLATE_NOOP("ChangesPage", "Unit"),
    QT_TRANSLATE_NOOP("ChangesPage", "Group"),
)
NUMBERS = range(1, 4)  # the columns of values, set against the right
MINUS = "−"  # to be read; what is copied has the hyphen that spreadsheets take


def _headings() -> list[str]:
    return [translate("ChangesPage", heading) for heading in HEADINGS]


def differences(baseline: Scenario, scenario: Scenario) -> list[tuple[str, ...]]:
    """A row for each lever that differs, families apart, as text in the order of HEADINGS."""
    rows: list[tuple[str, ...]] = []
    for row in PARAMETERS:
        old, new = getattr(baseline, row.key), getattr(scenario, row.key)
        if row.schema is not None and all(entry.name for entry in (*old, *new)):
            rows += _entry_rows(row, (baseline, scenario))
            continue
        pairs = [(row.label_text, old, new)]
        if isinstance(old, PerFamily) and isinstance(new, PerFamily):
            pairs = [(f"{row.label_text}, {family_label(f)}", old.get(f), new.get(f)) for f in new]
        for label, before, after in pairs:
            if before != after:
                if row.is_date:
                    rows.append(_date_row(row, (baseline, scenario)))
                    continue
                if row.kind == "month":
                    texts = (word_of(row, value) for value in (before, after))
                    rows.append((label, *texts, "", "", row.group_text))
                    continue
                # as its lever shows it
                shown = as_shown(row)
                before, after = (_shown(value, shown) for value in (before, after))
                change = _difference(before, after)
                rows.append(
                    (label, _text(before), _text(after), change, shown.unit, row.group_text)
                )
    return rows + [_chip_row(c) for c in chip_changes(baseline.catalogue, scenario.catalogue)]


def results(before: Result, after: Result, t: int) -> tuple[tuple[str, ...], ...]:
    """A row for each figure above the charts in month `t` of `after`: then, now, the difference."""
    there = {kpi.key: kpi for kpi in kpis(before, month_index(before, after.months[t]))}
    group = translate("ChangesPage", "Results in {month}")
    group = group.format(month=month_words(after.months[t]))
    return tuple(
        (kpi.label, there[kpi.key].value, kpi.value, kpi.delta[2:], "", group)
        for kpi in kpis(after, t, before)
        if kpi.number == kpi.number  # the chance of a shortfall is of many worlds
    )


def _date_row(row: Parameter, scenarios: tuple[Scenario, Scenario]) -> tuple[str, ...]:
    """A month of the calendar: both as dates, and how far apart they are."""
    values = [getattr(scenario, row.key) for scenario in scenarios]
    texts = [value_words(row, v, s.start) for v, s in zip(values, scenarios, strict=True)]
    apart = _difference(*values).partition(" (")[0]
    return row.label_text, *texts, apart, translate("Unit", "months"), row.group_text


def _entry_rows(row: Parameter, scenarios: tuple[Scenario, Scenario]) -> Iterable[tuple[str, ...]]:
    """A row for each cell of an entry that differs, and for each that is new or gone."""
    of = listed(row.key)
    before, after = ({e.name: e for e in of.entries(scenario)} for scenario in scenarios)
    for name in before | after:
        label, pair = f"{row.label_text}, {name}", (before.get(name), after.get(name))
        if None in pair:
            was, now = (
                short(of.words(entry, scenario), 80) if entry else word(None)
                for entry, scenario in zip(pair, scenarios, strict=True)
            )
            yield label, was, now, "", "", row.group_text
            continue
        for column in of.columns:
            values = [getattr(entry, column.key) for entry in pair]
            if values[0] != values[1]:
                texts = [
                    short(cells.shown(of.column(column.key, entry), value, scenario), 60)
                    for entry, value, scenario in zip(pair, values, scenarios, strict=True)
                ]
                difference, unit = _cell_difference(column, values)
                yield f"{label}, {column.label_text}", *texts, difference, unit, row.group_text


def _cell_difference(column: Column, values: Sequence[Any]) -> tuple[str, str]:
    """How a cell of a list differs, and in which unit: dates in months, shares in percent."""
    if not column.is_number or None in values:
        return "", ""
    if cells.is_month(column):
        return _difference(*values).partition(" (")[0], translate("Unit", "months")
    shown = Shown("%", PERCENT) if column.kind == "share" else shown_of(column.unit)
    return _difference(*(_shown(value, shown) for value in values)), shown.unit


def _chip_row(change: ChipChange) -> tuple[str, ...]:
    """A cell of the catalogue, or a whole chip by its family."""
    label, unit = short(change.chip), ""
    if change.column is not None:
        column = change.column
        label = f"{label}, {translate('Chips', column.label)}"
        unit = translate("Chips", column.unit) if column.unit else ""
    values = (change.before, change.after)
    if change.column is not None and change.column.key == "source":
        values = (source_text(str(change.before)), source_text(str(change.after)))
    before, after = (short(_text(value), 60) for value in values)
    difference = _difference(change.before, change.after)
    return label, before, after, difference, unit, translate("Chips", "Chips")


def _shown(value: object, shown: Shown) -> object:
    """A number in the unit that is read; anything else as it is."""
    is_number = isinstance(value, int | float) and not isinstance(value, bool)
    return shown.number(value) if is_number else value  # type: ignore[arg-type]


def _text(value: object) -> str:
    if isinstance(value, int | float) and not isinstance(value, bool):
        return written(value, ",.10g")
    if value is None or isinstance(value, bool | str):
        return word(value)
    return translate("ChangesPage", "{count} entries").format(count=len(value))  # type: ignore[arg-type]


def _difference(before: object, after: object) -> str:
    numbers = [v for v in (before, after) if isinstance(v, int | float) and type(v) is not bool]
    if len(numbers) < 2:
        return ""
    change = written(numbers[1] - numbers[0], "+,.6g")
    if not numbers[0]:
        return change
    return f"{change} ({written(numbers[1] / numbers[0] - 1, '+.1%')})"


class ChangesPage(Page):
    """A table of differences that can be copied."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = PlainLabel()
        self._title.setObjectName("pageTitle")
        self._title.setTextFormat(Qt.TextFormat.PlainText)
        self._title.setWordWrap(True)
        self.table = QTableWidget(0, len(HEADINGS))
        self.table.setHorizontalHeaderLabels(_headings())
        self.table.setAccessibleName(self.tr("Levers that differ from the baseline"))
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.verticalHeader().hide()
        header = self.table.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(len(HEADINGS) - 1, QHeaderView.ResizeMode.Stretch)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        TableKeys(self.table)
        # the table itself would copy one cell
        shortcut = QShortcut(QKeySequence.StandardKey.Copy, self.table)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(self.copy)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 12, 16, 12)
        layout.addWidget(self._title)
        layout.addWidget(self.table, 1)

    def take(self, shown: OnScreen) -> None:
        came_to: tuple[tuple[str, ...], ...] = ()
        if shown.compared is not None:
            came_to = results(shown.compared, shown.result, shown.month)
        self.show_difference(shown.baseline, shown.scenario, came_to)

    def show_difference(
        self, baseline: Scenario, scenario: Scenario, came_to: Sequence[tuple[str, ...]] = ()
    ) -> None:
        """What differs, and below it what it comes to."""
        rows = differences(baseline, scenario)
        text = self.tr("{count} values differ from the baseline, “{name}”")
        if not rows:
            text = self.tr("Nothing differs from the baseline, “{name}”")
        elif len(rows) == 1:
            text = self.tr("One value differs from the baseline, “{name}”")
        self._title.setText(text.format(count=len(rows), name=baseline.name))
        rows += came_to
        self.table.setRowCount(len(rows))
        for place, row in enumerate(rows):
            for column, text in enumerate(row):
                item = QTableWidgetItem(text.replace("-", MINUS) if column in NUMBERS else text)
                item.setData(COPIED, ungrouped(text) if column in NUMBERS else text)
                if column in NUMBERS:
                    item.setTextAlignment(
                        Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
                    )
                self.table.setItem(place, column, item)

    def text(self) -> str:
        """The table as tab-separated lines, with numbers as spreadsheets read them."""
        lines = ["\t".join(_headings())]
        for place in range(self.table.rowCount()):
            cells = [self.table.item(place, column) for column in range(len(HEADINGS))]
            texts = (cell.data(COPIED) if cell else "" for cell in cells)
            lines.append("\t".join(texts))
        return "\n".join(lines) + "\n"

    @Slot()
    def copy(self) -> None:
        """The selected levers to the clipboard, or the whole table."""
        QGuiApplication.clipboard().setText(selected_text(self.table) or self.text())
