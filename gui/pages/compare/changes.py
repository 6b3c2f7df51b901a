"""How one plan differs from another: just the levers that do, and what that comes to."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from PySide6.QtCore import QSignalBlocker, Qt, Signal, Slot
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QSplitter,
    QTableWidget,
    QTableWidgetItem,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from engine import PARAMETERS, Result, Scenario
from engine.tables.catalogue import family_label, source_text
from engine.tables.chip_columns import ChipChange, chip_changes
from engine.tables.list_schema import Column as ListColumn
from engine.tables.parameter import QT_TRANSLATE_NOOP, Parameter
from engine.text import translate, ungrouped, written
from engine.values import PerFamily
from gui.document.comparison import Kind, PlanColumn
from gui.entries import cells
from gui.entries.listed import Listed, listed
from gui.pages.compare.fall import PlanFall
from gui.widgets.combo import ComboBox
from gui.widgets.plain import PlainLabel, tip
from gui.widgets.table_keys import COPIED, TableKeys, selected_text
from gui.widgets.table_model import air, set_against
from gui.words.abbreviate import short
from gui.words.kpis import kpis, month_in
from gui.words.month_names import month_words
from gui.words.seen_from import seen_from
from gui.words.signs import with_sign
from gui.words.units import Shown
from gui.words.units import of as shown_of
from gui.words.value_texts import PERCENT, as_shown, value_words, word, word_of

LEAST_BOX = 120  # pixels
HEADINGS = (
    QT_TRANSLATE_NOOP("ChangesPage", "Lever"),
    QT_TRANSLATE_NOOP("ChangesPage", "Baseline"),
    QT_TRANSLATE_NOOP("ChangesPage", "Now"),
    QT_TRANSLATE_NOOP("ChangesPage", "Difference"),
    QT_TRANSLATE_NOOP("ChangesPage", "Unit"),
    QT_TRANSLATE_NOOP("ChangesPage", "Group"),
)
NUMBERS = range(1, 4)  # the columns of values, set against the right
WIDEST = 200  # pixels of a column of values
LONGEST_HEAD = 24  # letters
MINUS = "−"  # to be read; what is copied has the hyphen that spreadsheets take


def _headings() -> list[str]:
    return [translate("ChangesPage", heading) for heading in HEADINGS]


def differences(baseline: Scenario, scenario: Scenario) -> list[tuple[str, ...]]:
    """A row for each lever that differs, families apart, as text in the order of HEADINGS."""
    rows: list[tuple[str, ...]] = []
    for row in PARAMETERS:
        old, new = getattr(baseline, row.key), seen_from(baseline.start, row, scenario)
        if row.schema is not None and all(entry.name for entry in (*old, *new)):
            rows += _entry_rows(row, (baseline, scenario))
            continue
        pairs = [(row.label_text, old, new)]
        if isinstance(old, PerFamily) and isinstance(new, PerFamily):
            pairs = [(f"{row.label_text}, {family_label(f)}", old.get(f), new.get(f)) for f in new]
        for label, before, after in pairs:
            if before != after:
                if row.is_date:
                    change = _difference(before, after).partition(" (")[0]
                    rows.append(_date_row(row, (baseline, scenario), change))
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
    """A row for each figure above the charts in month `t` of `after`: then, now, the difference.

    None at all where `before` has no such month.
    """
    then = month_in(before, after.months[t])
    if then is None:
        return ()
    there = {kpi.key: kpi for kpi in kpis(before, then)}
    group = translate("ChangesPage", "Results in {month}")
    group = group.format(month=month_words(after.months[t]))
    return tuple(
        (kpi.label, there[kpi.key].value, kpi.value, kpi.delta[2:], "", group)
        for kpi in kpis(after, t, before)
        if kpi.number == kpi.number  # the chance of a shortfall is of many worlds
    )


def _date_row(row: Parameter, scenarios: tuple[Scenario, Scenario], apart: str) -> tuple[str, ...]:
    """A month of the calendar: both as dates, and how far apart they are."""
    values = [getattr(scenario, row.key) for scenario in scenarios]
    texts = [value_words(row, v, s.start) for v, s in zip(values, scenarios, strict=True)]
    return row.label_text, *texts, apart, translate("Unit", "months"), row.group_text


def _entry_rows(row: Parameter, scenarios: tuple[Scenario, Scenario]) -> Iterable[tuple[str, ...]]:
    """A row for each cell of an entry that differs, and for each that is new or gone."""
    of, (baseline, other) = listed(row.key), scenarios
    seen = {entry.name: entry for entry in seen_from(baseline.start, row, other)}
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
            values = [getattr(entry, column.key) for entry in (pair[0], seen[name])]
            if values[0] != values[1]:
                texts = [
                    short(_cell_text(of, column.key, entry, scenario), 60)
                    for entry, scenario in zip(pair, scenarios, strict=True)
                ]
                difference, unit = _cell_difference(column, values)
                yield f"{label}, {column.label_text}", *texts, difference, unit, row.group_text


def _cell_text(of: Listed, key: str, entry: Any, scenario: Scenario) -> str:
    return cells.shown(of.column(key, entry), getattr(entry, key), scenario)


def _cell_difference(column: ListColumn, values: Sequence[Any]) -> tuple[str, str]:
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
    return translate("Compare", "%n entry(ies)", "", len(value))  # type: ignore[arg-type]


def _difference(before: object, after: object) -> str:
    numbers = [v for v in (before, after) if isinstance(v, int | float) and type(v) is not bool]
    if len(numbers) < 2:
        return ""
    change = written(numbers[1] - numbers[0], "+,.6g")
    if not numbers[0]:
        return change
    share = numbers[1] / numbers[0] - 1
    relative = with_sign(share, written(abs(share), ".1%"), "").replace(MINUS, "-")
    return f"{change} ({relative})" if relative else change


class ChangesTable(QWidget):
    """A table of differences that can be copied; of two plans, which are chosen above it.

    Unless others are chosen they are the window's baseline and its scenario.
    """

    chosen = Signal()  # other plans

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = PlainLabel()
        self._title.setObjectName("pageTitle")
        self._title.setTextFormat(Qt.TextFormat.PlainText)
        self._title.setWordWrap(True)
        self.before, self.after = ComboBox(), ComboBox()
        self.before.setAccessibleName(self.tr("The plan that differences are taken from"))
        self.after.setAccessibleName(self.tr("The plan that differs"))
        self._plans: list[tuple[PlanColumn, str]] = []
        self._turn = QToolButton()
        self._turn.setText("⇄")
        self._turn.setToolTip(self.tr("The other way round"))
        self._turn.setAccessibleName(self.tr("The other way round"))
        self._turn.clicked.connect(self._swap)
        for box in (self.before, self.after):
            box.activated.connect(self.chosen)
            # as wide as its names, and narrower where there is no room
            box.setSizeAdjustPolicy(ComboBox.SizeAdjustPolicy.AdjustToContents)
            box.setMinimumWidth(LEAST_BOX)
        self.fall = PlanFall()
        self.table = QTableWidget(0, len(HEADINGS))
        self._heads = _headings()
        self.table.setHorizontalHeaderLabels(self._heads)
        self.table.setAccessibleName(self.tr("Levers that differ from the baseline"))
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.verticalHeader().hide()
        header = self.table.horizontalHeader()
        header.setSectionResizeMode(len(HEADINGS) - 1, QHeaderView.ResizeMode.Stretch)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        for column in NUMBERS:
            if (heading := self.table.horizontalHeaderItem(column)) is not None:
                heading.setTextAlignment(set_against(right=True))
        if (heading := self.table.horizontalHeaderItem(NUMBERS.stop)) is not None:
            heading.setData(Qt.ItemDataRole.DecorationRole, air())
        TableKeys(self.table)
        # the table itself would copy one cell
        shortcut = QShortcut(QKeySequence.StandardKey.Copy, self.table)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(self.copy)
        pair = QHBoxLayout()
        pair.setSpacing(8)
        for widget in (self.before, self._turn, self.after):
            pair.addWidget(widget)
        pair.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 8, 16, 12)
        layout.addLayout(pair)
        layout.addWidget(self._title)
        both = QSplitter(Qt.Orientation.Vertical)
        both.addWidget(self.fall)
        both.addWidget(self.table)
        both.setChildrenCollapsible(False)
        both.setSizes([1, 1])
        layout.addWidget(both, 1)

    @Slot()
    def _swap(self) -> None:
        before, after = self.before.currentIndex(), self.after.currentIndex()
        self.before.setCurrentIndex(after)
        self.after.setCurrentIndex(before)
        self.chosen.emit()

    def show_plans(
        self,
        plans: Mapping[PlanColumn, Scenario],
        known: Mapping[PlanColumn, Result],
        month: str,
        *,
        still: bool = False,
    ) -> None:
        """The two that are chosen among the plans; `month` is that of the figures.

        While `still`, a hand moves a lever: their parts are worked out when it rests.
        """
        self._offer(list(plans))
        columns = [column for column, _ in self._plans]
        before = columns[self.before.currentIndex()]
        after = columns[self.after.currentIndex()]
        came_to: tuple[tuple[str, ...], ...] = ()
        if before in known and after in known:
            self.fall.show_pair((before, known[before]), (after, known[after]), month, still=still)
        if before in known and after in known and plans[before] != plans[after]:
            place = month_in(known[after], month)
            if place is not None:
                came_to = results(known[before], known[after], place)
        of_baseline = before.kind is Kind.BASELINE
        self._name_columns(before, after)
        self.show_difference(
            plans[before], plans[after], came_to, name=None if of_baseline else before.name
        )

    def _name_columns(self, before: PlanColumn, after: PlanColumn) -> None:
        """Head the values of each plan with whose they are."""
        usual = _headings()
        names = (
            usual[1] if before.kind is Kind.BASELINE else short(before.title, LONGEST_HEAD),
            usual[2] if after.kind is Kind.CURRENT else short(after.title, LONGEST_HEAD),
        )
        self._heads = [usual[0], *names, *usual[3:]]
        self.table.setHorizontalHeaderLabels(self._heads)

    def _offer(self, columns: list[PlanColumn]) -> None:
        """Let all plans be chosen; those that were stay chosen."""
        offered = [(column, column.name) for column in columns]
        if offered == self._plans:
            return
        old = [column for column, _ in self._plans]
        kinds = {column.kind: column for column in columns}
        usual = (
            kinds.get(Kind.BASELINE, columns[0]),
            kinds.get(Kind.CURRENT, columns[-1]),
        )
        for box, other in zip((self.before, self.after), usual, strict=True):
            place = box.currentIndex()
            was = old[place] if 0 <= place < len(old) else None
            with QSignalBlocker(box):
                box.clear()
                for column in columns:
                    box.addItem(short(_named(column)))
                box.setCurrentIndex(columns.index(was if was in columns else other))
        self._plans = offered

    def show_difference(
        self,
        baseline: Scenario,
        scenario: Scenario,
        came_to: Sequence[tuple[str, ...]] = (),
        name: str | None = None,
    ) -> None:
        """What differs, and below it what it comes to; `name` where it is not the baseline's."""
        rows = differences(baseline, scenario)
        if name is not None:
            text = self.tr("{count} values differ from “{name}”")
            if not rows:
                text = self.tr("Nothing differs from “{name}”")
            elif len(rows) == 1:
                text = self.tr("One value differs from “{name}”")
        else:
            text = self.tr("{count} values differ from the baseline, “{name}”")
            if not rows:
                text = self.tr("Nothing differs from the baseline, “{name}”")
            elif len(rows) == 1:
                text = self.tr("One value differs from the baseline, “{name}”")
        self._title.setText(text.format(count=len(rows), name=name or baseline.name))
        rows += came_to
        self.table.setRowCount(len(rows))
        for place, row in enumerate(rows):
            for column, text in enumerate(row):
                item = QTableWidgetItem(text.replace("-", MINUS) if column in NUMBERS else text)
                item.setToolTip(tip(text))
                item.setData(COPIED, ungrouped(text) if column in NUMBERS else text)
                if column in NUMBERS:
                    item.setTextAlignment(set_against(right=True))
                elif column - 1 in NUMBERS:
                    item.setData(Qt.ItemDataRole.DecorationRole, air())
                self.table.setItem(place, column, item)
        for column in range(len(HEADINGS) - 1):  # all at once would take the last one's stretch
            self.table.resizeColumnToContents(column)
        for column in NUMBERS:  # a text may be long: its tip has all of it
            self.table.setColumnWidth(column, min(self.table.columnWidth(column), WIDEST))

    def text(self) -> str:
        """The table as tab-separated lines, with numbers as spreadsheets read them."""
        lines = ["\t".join(self._heads)]
        for place in range(self.table.rowCount()):
            cells = [self.table.item(place, column) for column in range(len(HEADINGS))]
            texts = (cell.data(COPIED) if cell else "" for cell in cells)
            lines.append("\t".join(texts))
        return "\n".join(lines) + "\n"

    @Slot()
    def copy(self) -> None:
        """The selected levers to the clipboard, or the whole table."""
        QGuiApplication.clipboard().setText(selected_text(self.table) or self.text())


def _named(column: PlanColumn) -> str:
    """A plan's name, and whose it is."""
    if column.kind is Kind.BASELINE:
        return translate("ChangesPage", "Baseline: {name}").format(name=column.name)
    if column.kind is Kind.CURRENT:
        return translate("ChangesPage", "Now: {name}").format(name=column.name)
    return column.name
