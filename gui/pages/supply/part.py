"""Contracts, or sites: the list itself, what each is worth, and what waiting for one costs."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from typing import Literal

from PySide6.QtCore import QModelIndex, QSignalBlocker, QSize, Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QBoxLayout,
    QFrame,
    QScrollArea,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from engine import Scenario
from engine.text import written
from gui.charts import specs
from gui.charts.edges import Edges
from gui.charts.months import MONTHS_PER_YEAR, years_of
from gui.charts.panel import ChartPanel
from gui.document.session import Session
from gui.entries.table import EntriesTable
from gui.pages.page import OnScreen
from gui.pages.supply import figures
from gui.pages.supply.questions import (
    WorthQuestion,
    Worths,
    bare,
    first,
    most_months,
    worth_worker,
)
from gui.pages.supply.waiting_panel import WaitingPanel, fit_columns
from gui.pages.supply.worth_table import WorthTable
from gui.widgets.palette import Palette
from gui.widgets.plain import PlainLabel
from gui.widgets.table_keys import TableKeys
from gui.words.kpis import month_words

NARROW = 900  # pixels, below which chart and waiting stand above each other
CHART_HEIGHT, TABLE_HEIGHT = 230, 170  # pixels at least
MOST_ROWS = 6  # of worths; further ones scroll
ROW = specs.CONTRACTED_CHART


class SteadyRow(QWidget):
    """What stands in it may wrap its words; the page around it scrolls only for want of room."""

    def hasHeightForWidth(self) -> bool:
        return False

    def sizeHint(self) -> QSize:
        """As high as it has to be: with a table that comes and goes, the rows below would move."""
        return QSize(super().sizeHint().width(), self.minimumSizeHint().height())


class SupplyPart(QScrollArea):
    """Everything about one of the lists. It asks its workers only while somebody looks."""

    failed = Signal(str)
    month_chosen = Signal(int)  # index of a month that was clicked, or stepped to

    def __init__(
        self, session: Session, kind: Literal["contracts", "sites"], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.kind: Literal["contracts", "sites"] = kind
        self._shown: OnScreen | None = None
        self._question: WorthQuestion | None = None
        self._type_scale = 1.0
        self._session = session
        self._name = ""  # of the entry that is looked at
        self._names: tuple[str, ...] = ()  # of all entries on the screen
        self.chart = ChartPanel(ROW)
        self.edges = Edges([self.chart.plot])
        self.waiting = WaitingPanel()
        self.waiting.failed.connect(self.failed)
        self.worths = WorthTable(kind)
        self.worth_view = self._view()
        self.table = EntriesTable(session, kind)
        self.worker = worth_worker(self)
        self.worker.answered.connect(self._take)
        self.worker.failed.connect(lambda error: self.failed.emit(str(error)))
        self.table.entry_chosen.connect(self._choose)
        self.worth_view.selectionModel().currentChanged.connect(self._choose_worth)
        self.chart.stepped.connect(self._step)
        self.chart.plot.month_clicked.connect(self._click)
        self.chart.plot.month_hovered.connect(self._hover)
        self._margin = PlainLabel()
        self._margin.setObjectName("caption")
        self._margin.setWordWrap(True)
        self._build()

    def _view(self) -> QTableView:
        view = QTableView()
        view.setModel(self.worths)
        view.setAccessibleName(self.tr("What each is worth"))
        view.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        view.setAlternatingRowColors(True)
        view.setWordWrap(False)
        view.setShowGrid(False)
        view.verticalHeader().hide()
        view.horizontalHeader().setHighlightSections(False)
        view.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        TableKeys(view)
        return view

    def _build(self) -> None:
        row = SteadyRow()
        self._above = QBoxLayout(QBoxLayout.Direction.LeftToRight, row)
        self._above.setContentsMargins(0, 0, 0, 0)
        self._above.setSpacing(6)
        self._above.addWidget(self.chart, 3)
        self._above.addWidget(self.waiting, 2)
        for panel in (self.chart, self.waiting):
            panel.setMinimumHeight(max(CHART_HEIGHT, panel.minimumSizeHint().height()))
        title = PlainLabel(
            self.tr("What each contract is worth")
            if self.kind == "contracts"
            else self.tr("What each site is worth")
        )
        title.setObjectName("chartTitle")
        listed = PlainLabel(self.table.listed.title)
        listed.setObjectName("chartTitle")
        self.table.setMinimumHeight(TABLE_HEIGHT)
        inside = QWidget()
        inside.setObjectName("overview")
        layout = QVBoxLayout(inside)
        layout.setContentsMargins(8, 4, 8, 8)
        layout.setSpacing(6)
        layout.addWidget(row, 4)
        layout.addWidget(title)
        layout.addWidget(self.worth_view)
        layout.addWidget(self._margin)
        layout.addWidget(listed)
        layout.addWidget(self.table, 3)
        self.setWidget(inside)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    # What is shown

    def take(self, shown: OnScreen) -> None:
        """Show what the window shows; worlds are asked when the hand has come to rest."""
        self._shown = shown
        self.edges.hold(shown.still or shown.held)
        self._show_chart()
        result = shown.result
        rows = self.worths.rowCount()
        self.worths.show_plan(result.scenario, figures.due(result, self.kind))
        if rows != self.worths.rowCount():
            self._fit_worths()
        self.waiting.show_plan(result, shown.month)
        names = tuple(entry.name for entry in getattr(result.scenario, self.kind))
        before, self._names = self._names, names
        if not self.waiting_name(result.scenario):
            place = self._renamed(before, names)
            if place is None:
                place = self._first_to_wait_for(result.scenario)
            self._choose(place)
            self.table.choose(place)
        elif rows != self.worths.rowCount():  # it may be the one that came
            self._choose(names.index(self._name))
        if not shown.still:
            self.ask()

    def _show_chart(self) -> None:
        shown = self._shown
        if shown is None:
            return
        choices: Mapping[str, str] = {ROW.key: self.chart.choice}
        made = specs.charts((ROW,), shown.result, choices, shown.compared, shown.bands)
        self.chart.show_spec(made[ROW.key])
        years = years_of(shown.result)
        self.chart.plot.mark_month(float(years[min(shown.month, len(years) - 1)]))
        self.chart.show_values(min(shown.month, len(years) - 1))

    def _month_at(self, year: float) -> int | None:
        if self._shown is None or math.isnan(year):
            return None
        years = years_of(self._shown.result)
        place = round((year - float(years[0])) * MONTHS_PER_YEAR)
        return min(max(place, 0), len(years) - 1)

    @Slot(float)
    def _click(self, year: float) -> None:
        month = self._month_at(year)
        if month is not None:
            self.month_chosen.emit(month)

    @Slot(float)
    def _hover(self, year: float) -> None:
        """The legend says the values under the pointer, or else of the chosen month."""
        if self._shown is None:
            return
        result, month = self._shown.result, self._month_at(year)
        at = float("nan") if month is None else float(years_of(result)[month])
        said = "" if month is None else month_words(result.months[month])
        self.chart.plot.show_crosshair(at, said)
        last = len(result.months) - 1
        self.chart.show_values(min(self._shown.month, last) if month is None else month)

    @Slot(int)
    def _step(self, months: int) -> None:
        """Choose a month by key."""
        if self._shown is not None:
            last = len(self._shown.result.months) - 1
            self.month_chosen.emit(min(max(self._shown.month + months, 0), last))

    def choice_changed(self) -> None:
        """The chart shows another of its pictures."""
        self._show_chart()

    def waiting_name(self, scenario: Scenario) -> str:
        """The entry that is waited for; empty where it is there no more."""
        names = [entry.name for entry in getattr(scenario, self.kind)]
        return self._name if self._name in names else ""

    def _renamed(self, before: Sequence[str], names: Sequence[str]) -> int | None:
        """The place of the entry that is looked at, where nothing but its name is another now."""
        others = [p for p, pair in enumerate(zip(before, names, strict=False)) if len({*pair}) > 1]
        if len(before) != len(names) or len(others) != 1:
            return None
        return others[0] if before[others[0]] == self._name else None

    def _first_to_wait_for(self, scenario: Scenario) -> int:
        """The place of the first entry that has not begun; else of the first."""
        names = [entry.name for entry in getattr(scenario, self.kind)]
        places = (p for p, name in enumerate(names) if most_months(scenario, self.kind, name))
        return next(places, 0)

    def _fit_worths(self) -> None:
        """As wide as the figures are, and as high as the rows, up to a few."""
        view = self.worth_view
        fit_columns(view)
        rows = min(max(self.worths.rowCount(), 1), MOST_ROWS)
        height = view.horizontalHeader().sizeHint().height() + 2 * view.frameWidth()
        height += rows * view.verticalHeader().defaultSectionSize()
        view.setFixedHeight(height + view.horizontalScrollBar().sizeHint().height())

    def ask(self) -> None:
        """Have worths and waiting worked out; nothing twice."""
        if self._shown is None:
            return
        scenario = self._shown.result.scenario
        question = first(WorthQuestion(bare(scenario), self.kind))
        if question != self._question:
            self._question = question
            if getattr(scenario, self.kind):
                self.worker.request(question)
            else:
                self.worker.forget()
                self.worths.show_worths(None)
                self._margin.setText("")
        self.waiting.ask()

    def rest(self) -> None:
        """Nobody looks any more."""
        self.worker.forget()
        self._question = None
        self.waiting.rest()

    @property
    def settled(self) -> bool:
        """Whether nothing finer will come."""
        return self.worker.idle and self.waiting.settled

    @Slot(object, object)
    def _take(self, question: WorthQuestion, found: Worths) -> None:
        self.worths.show_worths(found)
        self._fit_worths()
        text = self.tr(
            "With each, less without it, on the same {draws} worlds, summed over the months to "
            "come; ± is the margin at 95%"
        )
        self._margin.setText(text.format(draws=written(found.draws, ",d")))

    # The entry that is looked at

    @Slot(int)
    def _choose(self, place: int) -> None:
        """Ask about waiting for this entry, and have it chosen in both tables."""
        if self._shown is None:
            return
        # what was just added is not on the screen yet
        entries = getattr(self._session.scenario, self.kind)
        self._name = entries[place].name if 0 <= place < len(entries) else ""
        if not self._name or self.waiting_name(self._shown.result.scenario):
            self.waiting.choose(self.kind, self._name)
        if 0 <= place < self.worths.rowCount():
            with QSignalBlocker(self.worth_view.selectionModel()):
                column = max(self.worth_view.currentIndex().column(), 0)
                self.worth_view.setCurrentIndex(self.worths.index(place, column))
            self.worth_view.viewport().update()

    @Slot(QModelIndex)
    def _choose_worth(self, current: QModelIndex) -> None:
        if current.isValid() and self._shown is not None:
            entries = getattr(self._shown.result.scenario, self.kind)
            if current.row() < len(entries):
                self._name = entries[current.row()].name
                self.waiting.choose(self.kind, self._name)
                self.table.choose(current.row())

    # Its looks

    def use_palette(self, palette: Palette) -> None:
        self.chart.use_palette(palette)
        self.worths.use_palette(palette)
        self._type_scale = palette.type_scale
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        ways = QBoxLayout.Direction
        narrow = self.width() < NARROW * self._type_scale
        self._above.setDirection(ways.TopToBottom if narrow else ways.LeftToRight)

    def stop(self) -> None:
        """End the work beside the window."""
        self.worker.stop()
        self.waiting.stop()
