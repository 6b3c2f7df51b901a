"""The main window: composition and wiring; what it wires lives elsewhere."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QEvent, Qt, Slot
from PySide6.QtGui import QAction, QCloseEvent, QKeyEvent, QKeySequence, QShowEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QMainWindow,
    QVBoxLayout,
    QWidget,
)

from engine import Document, Result
from engine.text import translate, written
from gui.document.safekeeping import Safekeeping
from gui.document.session import Session
from gui.levers.panel import LeverPanel
from gui.pages.chart_page import ChartPage
from gui.pages.kpi_strip import KpiStrip
from gui.pages.page import Page, Parts
from gui.pages.page_list import PAGES
from gui.pages.why.goal.bar import GoalBar
from gui.run.presenter import Presenter
from gui.run.runner import Runner
from gui.system.settings import Settings
from gui.system.start_up import StartUp, step
from gui.widgets import style
from gui.widgets.fixed_width_label import FixedWidthLabel
from gui.widgets.focus_ring import FocusRing
from gui.widgets.message_bar import MessageBar, SentenceLabel
from gui.widgets.palette import Palette
from gui.widgets.plain import as_read, in_title, tip, without_keys
from gui.window.commands.chart import ChartCommands
from gui.window.commands.compare import CompareCommands
from gui.window.commands.edit import EditCommands
from gui.window.commands.evidence import EvidenceCommands
from gui.window.commands.file import FileCommands
from gui.window.commands.help import HelpCommands
from gui.window.commands.view import ViewCommands
from gui.window.exporting import Exporter
from gui.window.field_keys import FieldKeys
from gui.window.file_drop import Drops
from gui.window.frame_timing import Performance
from gui.window.half_typed import HalfTyped, take_typed
from gui.window.header import Header
from gui.window.navigation import Pages
from gui.window.panes import Panes
from gui.window.preferences import Preferences, chosen_units
from gui.window.regions import Regions
from gui.window.saved_layout import Layout, SmallestSize
from gui.window.settings_dialog import SettingsDialog
from gui.window.tour_steps import steps
from gui.window.welcome import Welcome
from gui.words import units
from gui.words.abbreviate import short
from gui.words.menu_table import ACTIONS, EDIT, EXPORT, FILE, MENUS, ROOMS, VIEW


class MainWindow(QMainWindow):
    """Levers on the left; figures, charts and what binds on the right."""

    def __init__(self, document: Document, start: StartUp | None = None) -> None:
        super().__init__()
        style.undress()  # until it stands, or each level put into another is dressed anew
        start = start or StartUp()
        self.settings = Settings(self)
        if self.settings.trouble:
            start.note(step("settings"), self.settings.trouble)
        start.do(step("units"), lambda: units.install(chosen_units(self.settings)))
        self.session = Session(document, self)
        self.messages = MessageBar()
        self.levers = LeverPanel(self.session)
        self.kpis = KpiStrip()
        self.pages = Pages(PAGES, Parts(self.session, self.settings))
        self.sentence = SentenceLabel()
        self.presenter = Presenter(self.session, self.kpis, self.pages, self)
        self.actions_by_key: dict[str, QAction] = {}
        self._compose()
        self._make_helpers()
        self._make_commands()
        self._ring = FocusRing(self)
        self._field_keys = FieldKeys(self)
        self._half_typed = HalfTyped(self)
        self._make_menus(start)
        self._wire()
        start.do(step("colours"), self.view.follow_theme)
        start.do(step("layout"), self.layout_.restore)
        self._show_state()
        self.drops = Drops(self)
        self.drops.dropped.connect(self.compare.take_drop)
        self.drops.several.connect(self.compare.add_paths)
        start.do(step("first lever"), self.levers.focus_first)
        start.do(step("preferences"), self.preferences.start)
        self.presenter.start()

    def _compose(self) -> None:
        self.goal = GoalBar(self.session, lambda: self.levers.locked)
        self.header = Header((self.messages, self.sentence), self.kpis, self.statusBar())
        right = QWidget()
        stack = QVBoxLayout(right)
        stack.setContentsMargins(0, 0, 0, 0)
        stack.setSpacing(0)
        stack.addWidget(self.header)
        stack.addWidget(self.pages, 1)
        stack.addWidget(self.goal)
        self.panes = Panes(self.levers, right)
        whole = QWidget()
        row = QHBoxLayout(whole)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.pages.rail)
        row.addWidget(self.panes, 1)
        self.setCentralWidget(whole)
        self._timing = FixedWidthLabel()
        self._timing.setObjectName("timing")
        self.statusBar().addPermanentWidget(self._timing)
        self.statusBar().setSizeGripEnabled(False)
        self.smallest = SmallestSize(self)

    def _make_helpers(self) -> None:
        self.exporter = Exporter(
            self.session, self.presenter, self.pages, self.kpis, self.messages, self
        )
        self.safekeeping = Safekeeping(self.session, self.messages, self.settings, self)
        self.layout_ = Layout(self.settings, self.panes, self.levers, self.pages, self)

    def _make_commands(self) -> None:
        """What the menus do."""
        self.file = FileCommands(
            self.session,
            self.safekeeping,
            self.settings,
            self.pages,
            self.messages,
            self.statusBar(),
            self,
        )
        self.chart = ChartCommands(
            self.pages, self.presenter, self.exporter, self.messages, lambda: self._palette, self
        )
        self.compare = CompareCommands(
            self.session,
            self.sentence,
            self.pages,
            self.file,
            self.safekeeping,
            self.exporter,
            self.messages,
            self,
        )
        self.evidence = EvidenceCommands(self.pages, self.exporter, self)
        self.view = ViewCommands(
            self.settings,
            self.panes,
            self.pages,
            self.layout_,
            self.messages,
            self.actions_by_key,
            Performance(self.session, self.presenter, self.statusBar(), self),
            self.use_palette,
            (self.menuBar(), self.statusBar()),
            Regions(
                self.pages, (self.levers, self.messages, self.header), (self.pages.rail,), self
            ),
            self,
        )
        parts = (self.panes, self.levers, self.kpis, self.pages, self.menuBar())
        self.help = HelpCommands(
            self.settings,
            self.messages,
            partial(steps, *parts),
            self._make_welcome,
            self.presenter.told,
            self,
        )
        self.preferences = Preferences(
            self.settings,
            self.levers,
            self.presenter,
            self.messages,
            self.statusBar(),
            self.view.follow_theme,
            self,
        )
        dialog = partial(SettingsDialog, self.settings, self.preferences, self.session, self)
        shown = self.session, self.levers, self.messages, self.pages
        self.edit = EditCommands(*shown, self.actions_by_key, dialog, self.goal, self)

    def _make_menus(self, start: StartUp) -> None:
        menus = {menu: self.menuBar().addMenu(translate("Menu", menu)) for menu in MENUS}
        for row in ACTIONS:
            if row.separator_before:
                menus[row.menu].addSeparator()
            action = menus[row.menu].addAction(row.shown_text)
            action.setShortcut(QKeySequence(row.shortcut))
            action.setCheckable(row.checkable)
            if row.menu != EDIT:  # what undoes or copies is about the field itself
                action.triggered.connect(take_typed)
            action.triggered.connect(getattr(getattr(self, ROOMS[row.menu]), row.key))
            self.addAction(action)  # its key works while the menus are hidden too
            self.actions_by_key[row.full_key] = action
            if row.full_key == "file.open":
                start.do(step("lists of files"), lambda: self.file.add_lists(menus[FILE]))
        menus[VIEW].addSeparator()
        self.pages.add_to(menus[VIEW])
        for key, action in self.pages.actions_by_key.items():
            self.actions_by_key[f"view.page_{key}"] = action
            self.addAction(action)
        redo = self.actions_by_key["edit.redo"]
        redo.setShortcuts([QKeySequence("Ctrl+Shift+Z"), QKeySequence("Ctrl+Y")])
        larger = self.actions_by_key["view.larger"]
        larger.setShortcuts([QKeySequence("Ctrl++"), QKeySequence("Ctrl+=")])
        menus[EXPORT].setToolTipsVisible(True)

    def _wire(self) -> None:
        self._half_typed.began.connect(partial(self.actions_by_key["file.save"].setEnabled, True))
        self.session.opened.connect(self._show_path)
        self.session.document_changed.connect(self._show_state)
        self.session.history.undoTextChanged.connect(self._show_state)
        self.session.history.canRedoChanged.connect(self._show_state)
        self.presenter.shown.connect(self._show_timing)
        self.presenter.failed.connect(self._show_failure)
        self.presenter.told.connect(self.sentence.say)
        self.sentence.spoken.connect(self.presenter.hear)
        self.presenter.told.connect(self.messages.give_way)
        self.pages.currentChanged.connect(self.presenter.refresh)
        self.kpis.month_changed.connect(self.presenter.refresh)
        for page in self.pages:
            self._wire_page(page)
        self.pages.made.connect(self._take_page)
        self.panes.levers_shown_changed.connect(self.actions_by_key["view.levers"].setChecked)
        self.actions_by_key["view.levers"].setChecked(True)
        self.levers.map_wanted.connect(partial(self.pages.show_key, "mix"))
        self.view.presents.connect(self.levers.present)
        self.goal.looked_at.connect(self.presenter.preview)
        self.goal.refused.connect(self.messages.refuse)
        self.goal.failed.connect(self._show_failure)
        self.kpis.goal_wanted.connect(self.goal.seek)
        self.presenter.interaction.rested.connect(self.goal.rest)
        self.help.tour_begins.connect(self.view.stop_presenting)
        self.help.example_wanted.connect(self.file.begin_with)
        self.levers.show_scenario(self.session.scenario)
        self.levers.curves.failed.connect(self._show_failure)

    def _wire_page(self, page: Page) -> None:
        page.month_chosen.connect(self.kpis.choose_month)
        page.narrated.connect(self.sentence.say)
        page.told.connect(self.messages.tell)
        page.refused.connect(self.messages.refuse)
        page.goal_wanted.connect(self.goal.seek)
        page.chart_asked.connect(self.chart.do)
        page.rests_asked.connect(self.chart.show_rests)
        page.file_wanted.connect(self.file.open_listed)
        page.example_wanted.connect(self.file.open_example)
        page.foresight_wanted.connect(self.levers.foresee)
        page.lever_wanted.connect(self.levers.show_lever)
        page.page_wanted.connect(self.pages.show_key)
        self.levers.curves.foresight.answered.connect(page.show_foresight)

    @Slot(QWidget)
    def _take_page(self, page: Page) -> None:
        """A page was made that was not there before: it becomes as those that were."""
        self._wire_page(page)
        page.use_palette(self._palette)
        page.use_motion(reduced=self.settings.reduced_motion)

    def _make_welcome(self, palette: Palette) -> Welcome:
        """Over the charts, which follow its lever."""
        self.pages.show_key("overview")
        return Welcome(self.session, self.pages, palette, self)

    def use_palette(self, palette: Palette) -> None:
        """Dress what paints itself; the rest follows the application's style."""
        self._palette = palette
        for page in self.pages:
            page.use_palette(palette)
        self.pages.rail.use_palette(palette)
        self.kpis.use_palette(palette)
        self.help.use_palette(palette)
        self.file.sweeps.use_palette(palette)

    @property
    def overview(self) -> ChartPage:
        """The page of charts that the window opens with."""
        page = self.pages["overview"]
        assert isinstance(page, ChartPage)
        return page

    @property
    def result(self) -> Result:
        """The newest run of the session's scenario."""
        return self.presenter.result

    @property
    def runner(self) -> Runner:
        return self.presenter.runner

    @Slot()
    def _show_timing(self) -> None:
        self.levers.set_month(self.kpis.index)
        if not self.presenter.holding:
            worlds = self.presenter.ensemble
            risk = worlds.risk if worlds else None
            self.goal.show_result(self.presenter.result, self.kpis.index, risk)
        drawn = self.presenter.ensemble.draws if self.presenter.ensemble else 0
        key = self.tr(
            "solid: the plan · light dashes: the baseline · bands: 5–95%, 25–75% of {draws} worlds"
        )
        charted = self.pages.in_front.has_charts
        text = key.format(draws=written(drawn, ",d")) if drawn and charted else ""
        if charted and self.presenter.previewing:
            text = self.tr("solid: the plan · light dashes: what the proposal would bring")
        if self.presenter.holding:
            name = short(self.session.baseline.name)
            text = self.tr("Shown while the key is held: the baseline, “{name}”").format(name=name)
        self.header.show_key(text)
        timing = self.tr("{milliseconds} ms · {draws} draws · {device}").format(
            milliseconds=written(self.runner.milliseconds, ".1f"),
            draws=written(drawn, ",d"),
            device=self.presenter.bands.backend.name,
        )
        self._timing.say(timing)

    @Slot(object)
    def _show_failure(self, error: Exception) -> None:
        self.messages.say(self.tr("This scenario can't be run: {}").format(error), error=True)

    @Slot()
    def _show_path(self) -> None:
        path = self.session.path
        self.setWindowFilePath(str(path) if path else "")  # macOS shows its icon

    @Slot()
    def _show_state(self) -> None:
        session, history = self.session, self.session.history
        name = in_title(short(session.path.name if session.path else session.scenario.name))
        read_only = self.tr(" (read-only)") if session.read_only else ""
        self.setWindowTitle(f"{name}{read_only}[*] - Headroom")
        if session.modified != self.isWindowModified():  # Qt writes the title for each
            self.setWindowModified(session.modified)
        self.actions_by_key["edit.undo"].setEnabled(history.canUndo())
        self.actions_by_key["edit.redo"].setEnabled(history.canRedo())
        undo = self.tr("&Undo {}").format(without_keys(history.undoText()))
        redo = self.tr("&Redo {}").format(without_keys(history.redoText()))
        for key, text in (("edit.undo", undo), ("edit.redo", redo)):
            action = self.actions_by_key[key]
            action.setText(text.strip())
            action.setToolTip(tip(as_read(action.text())))
        self.actions_by_key["file.save"].setEnabled(session.modified or session.path is None)
        self.actions_by_key["file.revert"].setEnabled(session.modified)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.smallest.follow()

    def closeEvent(self, event: QCloseEvent) -> None:
        take_typed()
        if not (self.file.may_leave() and self.compare.may_leave()):
            event.ignore()
            return
        self.view.present(False)
        self.layout_.save()
        self.edit.close()
        self.help.close()
        self.file.sweeps.close()
        self.preferences.stop()
        self.presenter.stop()
        self.levers.stop()
        self.goal.stop()
        for page in self.pages:
            page.stop()
        self.exporter.close()
        self.safekeeping.close()
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.help.tour_.end()
            self.help.end_welcome()
            self.view.present(False)
        if event.key() == Qt.Key.Key_Space and not event.isAutoRepeat():
            self.presenter.hold_baseline(True)
        super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.ActivationChange and not self.isActiveWindow():
            self.presenter.hold_baseline(False)  # another window has the release of the key

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space and not event.isAutoRepeat():
            self.presenter.hold_baseline(False)
        super().keyReleaseEvent(event)
