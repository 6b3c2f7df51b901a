"""The page of plans side by side: a table to edit, charts, the odds, and what two differ by."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QGuiApplication, QHideEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QStackedWidget,
    QTabBar,
    QVBoxLayout,
    QWidget,
)

from engine import Document, Result, ScenarioError
from engine.analysis.compared import Drawn
from gui.charts.measured import Pictured
from gui.document.comparison import Kind, PlanColumn, PlanSet
from gui.document.session import Session
from gui.pages.compare import rows
from gui.pages.compare.changes import ChangesTable
from gui.pages.compare.charts import PlanCharts
from gui.pages.compare.menus import PlanMenus
from gui.pages.compare.odds import OddsOfPlans
from gui.pages.compare.table_part import TablePart
from gui.pages.compare.worlds import (
    MOST_DRAWS,
    Ask,
    PlanRuns,
    WorldsQuestion,
    bare,
    serves,
    worlds_worker,
)
from gui.pages.page import OnScreen, Page
from gui.widgets.head_row import HeadRow
from gui.widgets.palette import Palette
from gui.widgets.plain import PlainLabel
from gui.widgets.table_keys import selected_text

TABLE, CHARTS, ODDS, TWO = "table", "charts", "odds", "two"
PARTS = (TABLE, CHARTS, ODDS, TWO)


class ComparePage(Page):
    """Each column is a document of its own; the window's scenario and baseline are two of them."""

    save_wanted = Signal()  # the comparison, into its file
    add_wanted = Signal()  # files, which are asked for
    report_wanted = Signal()
    plan_save_wanted = Signal(object)  # a PlanColumn, into its own file

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self.comparison = PlanSet(session, self)
        # whether plans may go; the window asks, who knows of files
        self.ask_to_leave: Callable[[], bool] = lambda: not self.comparison.modified
        self._shown: OnScreen | None = None
        self.runs = PlanRuns(self)
        self.worker = worlds_worker(self)
        self.drawn: dict[PlanColumn, Drawn] = {}
        self._edited: PlanColumn | None = None
        self.inputs = TablePart(self.comparison)
        self.model, self.table = self.inputs.model, self.inputs.table
        self.charts = PlanCharts(self.comparison)
        self.odds = OddsOfPlans(self.comparison)
        self.changes = ChangesTable()
        self.changes.chosen.connect(self._show)
        self.changes.fall.refused.connect(self.refused)
        self.changes.fall.asker.failed.connect(lambda error: self.refused.emit(str(error)))
        self.menus = PlanMenus(session, self.comparison, self)
        self._build()
        self._wire()

    def _build(self) -> None:
        self.tabs = QTabBar()
        self.tabs.setExpanding(False)
        self.tabs.setDrawBase(False)
        self.tabs.setAccessibleName(self.tr("Parts of the page"))
        for title in (
            self.tr("Table"),
            self.tr("Charts"),
            self.tr("Odds"),
            self.tr("What differs"),
        ):
            self.tabs.addTab(title)
        self.note = PlainLabel()
        self.note.setObjectName("caption")
        self.note.setWordWrap(True)
        self.stack = QStackedWidget()
        for widget in (self.inputs, self.charts, self.odds, self.changes):
            self.stack.addWidget(widget)
        below = QHBoxLayout()
        below.setContentsMargins(16, 4, 16, 6)
        below.addWidget(self.note, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 4, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(HeadRow(self.tabs, self.menus.buttons))
        layout.addWidget(self.stack, 1)
        layout.addLayout(below)

    def _wire(self) -> None:
        comparison = self.comparison
        comparison.columns_changed.connect(self._take_columns)
        comparison.column_changed.connect(self._take_edit)
        comparison.against_changed.connect(self._show_all)
        comparison.marked.connect(self._show_marks)
        self.runs.ran.connect(self._show)
        self.runs.failed.connect(lambda error: self.refused.emit(str(error)))
        self.worker.answered.connect(self._take_worlds)
        self.worker.failed.connect(lambda error: self.refused.emit(str(error)))
        self.tabs.currentChanged.connect(self._turn)
        self.inputs.rows_changed.connect(self._show)
        self.model.refused.connect(self.refused)
        self.charts.series_changed.connect(self._ask)
        self.charts.month_clicked.connect(self._choose_month)
        self.odds.month_clicked.connect(self._choose_month)
        self.odds.failed.connect(self.refused)
        menus = self.menus
        self.table.menu_wanted.connect(menus.open_for)
        menus.add_wanted.connect(self.add_wanted)
        menus.save_wanted.connect(self.save_wanted)
        menus.report_wanted.connect(self.report_wanted)
        menus.plan_save_wanted.connect(self.plan_save_wanted)
        menus.rename_wanted.connect(self.table.heads.rename)
        menus.copy_wanted.connect(self.copy)
        menus.begin_wanted.connect(self._begin)
        menus.refused.connect(self.refused)
        menus.told.connect(self.told)

    # What is in it

    def add(self, document: Document, path: Path | None = None, name: str = "") -> bool:
        """A document as a further column; whether there was room, said where not."""
        try:
            self.comparison.add(document, path, name)
        except ScenarioError as error:
            self.refused.emit(str(error))
            return False
        return True

    @property
    def part(self) -> str:
        """The part in front."""
        return PARTS[self.tabs.currentIndex()]

    def show_part(self, key: str) -> None:
        self.tabs.setCurrentIndex(PARTS.index(key))

    # What the window shows

    def take(self, shown: OnScreen) -> None:
        self._shown = shown
        current = self.comparison.of_kind(Kind.CURRENT)
        baseline = self.comparison.of_kind(Kind.BASELINE)
        if current is not None:
            if not shown.held:
                self.runs.put(current, shown.result)
            elif current not in self.runs.results:
                self.runs.request(current)
        if baseline is not None:
            same = shown.compared if shown.compared is not None else None
            if same is not None:
                self.runs.put(baseline, same)
            elif shown.baseline == shown.scenario:
                self.runs.put(baseline, shown.result)
        for column in self.comparison.columns:
            if column not in self.runs.results:
                self.runs.request(column)
        self._show()

    def rest(self, *, held: bool) -> None:
        if self._shown is not None and self.part == TWO and not held:
            self._shown = replace(self._shown, still=False)
            self._show()

    @Slot()
    def _take_columns(self) -> None:
        columns = self.comparison.columns
        self.runs.keep_only(columns)
        self.drawn = {c: d for c, d in self.drawn.items() if c in columns}
        for column in columns:
            if column not in self.runs.results:
                self.runs.request(column)
        self.table.heads.viewport().update()
        self._show_all()

    @Slot(object)
    def _take_edit(self, column: PlanColumn) -> None:
        if column.kind is Kind.OWN:  # the window runs its own
            self._edited = column
            self.runs.request(column)

    @Slot(object)
    def _show_marks(self, column: PlanColumn) -> None:
        self.table.heads.viewport().update()

    @property
    def results(self) -> Mapping[PlanColumn, Result]:
        return self.runs.results

    @property
    def month(self) -> str:
        """The month that the figures are of."""
        assert self._shown is not None
        return self._shown.result.months[self._shown.month]

    @Slot()
    def _show(self) -> None:
        if self._shown is None or not self.isVisible():
            return
        results = {c: self.results[c] for c in self.comparison.columns if c in self.results}
        if self.part == TABLE:
            self.model.show_plans(results, self.drawn, self.month)
        elif self.part == CHARTS:
            self.charts.show_plans(results, self.drawn, self.month)
        elif self.part == ODDS:
            self._show_odds()
        else:
            self._show_changes()
        scenarios = [result.scenario for result in results.values()]
        said = rows.unlike([c.name for c in results], scenarios) if scenarios else ()
        self.note.setText(" ".join(said))
        self.note.setVisible(bool(said))
        self._ask()

    @Slot()
    def _show_all(self) -> None:
        self._show()
        self.model.tell()
        self.table.heads.viewport().update()
        self.charts.draw()

    def _show_changes(self) -> None:
        """Two plans: as the window has them now, and as they were run last."""
        assert self._shown is not None
        plans = {column: column.scenario for column in self.comparison.columns}
        self.changes.show_plans(plans, self.results, self.month, still=self._shown.still)

    def _choose_month(self, month: str) -> None:
        shown = self._shown
        if shown is not None and month in shown.result.months:
            self.month_chosen.emit(shown.result.months.index(month))

    # PlanWorlds

    @Slot()
    def _ask(self) -> None:
        """The worlds of every plan that are not there, the one just edited first."""
        if not self.isVisible() or self._shown is None or self.part == TWO:
            return
        lead = next(iter(self.comparison.columns)).scenario
        draws, seed = min(lead.draws, MOST_DRAWS), lead.seed
        columns = tuple(dict.fromkeys((*rows.WORLDS, self.charts.column)))
        asks = []
        for column in self.comparison.columns:
            result = self.results.get(column)
            if result is None:
                continue
            ask = Ask(column, bare(result.scenario), columns, seed, draws)
            if not serves(self.drawn.get(column), ask):
                asks.append(ask)
        asks.sort(key=lambda ask: ask.column is not self._edited)
        if asks:
            self.worker.request(WorldsQuestion(tuple(asks)))
        elif not self.worker.idle:
            self.worker.forget()

    @Slot(object, object)
    def _take_worlds(self, part: WorldsQuestion, found: Drawn) -> None:
        [ask] = part.asks
        if ask.column not in self.comparison.columns:
            return
        self.drawn[ask.column] = found
        if self.isVisible() and self._shown is not None:
            self._show_drawn()

    def _show_drawn(self) -> None:
        results = {c: self.results[c] for c in self.comparison.columns if c in self.results}
        if self.part == TABLE:
            self.model.show_plans(results, self.drawn, self.month)
        elif self.part == CHARTS:
            self.charts.show_plans(results, self.drawn, self.month)
        elif self.part == ODDS:
            self._show_odds()

    def _show_odds(self) -> None:
        """Only worlds of the plans as they are now are held against each other."""
        fresh = {
            column: one
            for column, one in self.drawn.items()
            if column in self.results and one.scenario == bare(self.results[column].scenario)
        }
        self.odds.show_worlds(fresh, self.month)

    # The hand

    @Slot(int)
    def _turn(self, place: int) -> None:
        self.stack.setCurrentIndex(place)
        self._show()

    def text(self) -> str:
        """The table as tab-separated lines, with numbers as spreadsheets read them."""
        return self.model.as_text()

    @Slot()
    def copy(self) -> None:
        """What is selected to the clipboard, or the whole table with its headings."""
        QGuiApplication.clipboard().setText(selected_text(self.table) or self.text())
        self.told.emit(self.tr("Copied the table"))

    @Slot()
    def _begin(self) -> None:
        if self.ask_to_leave():
            self.comparison.begin()

    def use_palette(self, palette: Palette) -> None:
        self.table.use_palette(palette)
        self.charts.use_palette(palette)
        self.odds.use_palette(palette)
        self.changes.fall.use_palette(palette)

    def hideEvent(self, event: QHideEvent) -> None:
        """What nobody looks at is not worked out."""
        super().hideEvent(event)
        self.worker.forget()
        self.changes.fall.asker.forget()

    def stop(self) -> None:
        self.worker.stop()
        self.odds.stop()
        self.changes.fall.stop()

    @property
    def pictured(self) -> Sequence[Pictured]:
        if self._shown is None:
            return ()
        results = self.results
        plans = [(c, results[c].scenario) for c in self.comparison.columns if c in results]
        if self.part == TWO:
            return self.changes.fall.pictured(plans, self.month)
        drawn = self.odds if self.part == ODDS else self.charts
        return drawn.pictured(plans, self.month)

    @property
    def settled(self) -> bool:
        if self.part == TWO:
            return self.changes.fall.asker.settled
        return self.worker.idle and all(column in self.drawn for column in self.results)

    @property
    def state(self) -> object:
        return {"part": self.part, "all": self.inputs.every.isChecked()}

    def use_state(self, state: object) -> None:
        if not isinstance(state, dict) or state.get("part") not in PARTS:
            raise TypeError
        self.inputs.every.setChecked(state.get("all") is True)
        self.show_part(str(state["part"]))
