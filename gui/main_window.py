"""The main window: composition and wiring; what it wires lives elsewhere."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QAction, QCloseEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QApplication,
    QFileDialog,
    QHBoxLayout,
    QInputDialog,
    QLabel,
    QMainWindow,
    QMenu,
    QMessageBox,
    QVBoxLayout,
    QWidget,
)

from engine import PARAMETERS, Document, Result, ScenarioError, files
from engine.version import PROGRAM_VERSION
from gui import documents, style
from gui.actions import ACTIONS, EXPORT, FILE, MENUS
from gui.charts import specs
from gui.charts.palette import Palette
from gui.command_palette import Command, CommandPalette
from gui.display import Display
from gui.exporting import Exporter
from gui.kpi_strip import KpiStrip
from gui.levers.panel import LeverPanel
from gui.message_bar import MessageBar, Narrator
from gui.pages.changes import ChangesPage
from gui.pages.chart_page import ChartPage
from gui.pages.stack import Pages
from gui.runner import Runner
from gui.session import Session
from gui.settings import Settings

SCENARIO_FILTER = f"Headroom scenarios (*{files.SUFFIX});;All files (*)"


class MainWindow(QMainWindow):
    """Levers on the left; figures, charts and what binds on the right."""

    def __init__(self, document: Document) -> None:
        super().__init__()
        self.settings = Settings()
        self.session = Session(document, self)
        self.messages = MessageBar()
        self.levers = LeverPanel(self.session)
        self.kpis = KpiStrip()
        self.overview = ChartPage(specs.CHARTS, specs.overview)
        self.fleet = ChartPage(specs.FLEET_CHARTS, specs.fleet_page)
        self.changes = ChangesPage()
        self.pages = Pages(
            {"Overview": self.overview, "Fleet": self.fleet, "Changes": self.changes}
        )
        self.narrator = Narrator()
        charts = (self.overview, self.fleet)
        self.display = Display(self.session, self.kpis, charts, self.changes, self)
        self.exporter = Exporter(self)
        self._actions: dict[str, QAction] = {}
        self._compose()
        self._make_menus()
        self._palette = CommandPalette(self)
        self._wire()
        self._follow_theme()
        if self.settings.geometry is not None:
            self.restoreGeometry(self.settings.geometry)
        else:
            self.resize(1600, 1000)
        self._show_state()
        self.levers.focus_first()
        self.display.start()

    def _compose(self) -> None:
        right = QWidget()
        stack = QVBoxLayout(right)
        stack.setContentsMargins(0, 0, 0, 0)
        stack.setSpacing(0)
        stack.addWidget(self.messages)
        stack.addWidget(self.kpis)
        stack.addWidget(self.narrator)
        self._key = QLabel()
        self._key.setObjectName("caption")
        tabs = QHBoxLayout()
        tabs.setContentsMargins(0, 0, 16, 0)
        tabs.addWidget(self.pages.bar, 1)
        tabs.addWidget(self._key)
        stack.addLayout(tabs)
        stack.addWidget(self.pages, 1)
        whole = QWidget()
        row = QHBoxLayout(whole)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.levers)
        row.addWidget(right, 1)
        self.setCentralWidget(whole)
        self._timing = QLabel()
        self._timing.setObjectName("caption")
        self.statusBar().addPermanentWidget(self._timing)
        self.statusBar().setSizeGripEnabled(False)
        self.setMinimumSize(1024, 700)

    def _make_menus(self) -> None:
        menus = {menu: self.menuBar().addMenu(menu) for menu in MENUS}
        for row in ACTIONS:
            if row.separator_before:
                menus[row.menu].addSeparator()
            action = menus[row.menu].addAction(row.text)
            action.setShortcut(QKeySequence(row.shortcut))
            action.triggered.connect(getattr(self, row.key))
            self._actions[row.key] = action
            if row.key == "open":
                self._recent = menus[FILE].addMenu(self.tr("Open &recent"))
                self._recent.aboutToShow.connect(self._fill_recent)
                self._fill_examples(menus[FILE].addMenu(self.tr("&Examples")))
        self._actions["redo"].setShortcuts([QKeySequence("Ctrl+Shift+Z"), QKeySequence("Ctrl+Y")])
        menus[EXPORT].setToolTipsVisible(True)

    def _wire(self) -> None:
        self.session.document_changed.connect(self._show_state)
        self.session.history.undoTextChanged.connect(self._show_state)
        self.session.history.canRedoChanged.connect(self._show_state)
        self.display.shown.connect(self._show_timing)
        self.display.failed.connect(self._show_failure)
        self.display.told.connect(self.narrator.say)
        self.pages.currentChanged.connect(self.display.refresh)
        self.kpis.month_changed.connect(self.display.refresh)
        for page in (self.overview, self.fleet):
            page.month_chosen.connect(self.kpis.choose_month)
            page.export_wanted.connect(self.exporter.chart)
            page.copy_wanted.connect(self.exporter.copy_chart)
            page.flags.chosen.connect(self.narrator.say)
        self.levers.show_scenario(self.session.scenario)
        self.levers.foresight.failed.connect(self._show_failure)
        QApplication.styleHints().colorSchemeChanged.connect(self._follow_theme)

    @Slot()
    def _follow_theme(self) -> None:
        palette: Palette = style.current_palette(self.settings.theme)
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        style.apply(app, palette)
        self.overview.use_palette(palette)
        self.fleet.use_palette(palette)

    @property
    def result(self) -> Result:
        """The newest run of the session's scenario."""
        return self.display.result

    @property
    def runner(self) -> Runner:
        return self.display.runner

    @Slot()
    def _show_timing(self) -> None:
        self.levers.set_month(self.kpis.index)
        drawn = self.display.ensemble.draws if self.display.ensemble else 0
        key = self.tr("thin grey: the baseline · bands: 5 to 95 % and 25 to 75 % of {:,} worlds")
        text = key.format(drawn) if drawn else ""
        if self._key.text() != text:
            self._key.setText(text)
        self._timing.setText(f"{self.runner.milliseconds:.1f} ms · {drawn:,} draws · NumPy")

    @Slot(object)
    def _show_failure(self, error: Exception) -> None:
        self.messages.say(self.tr("This scenario can't be run: {}").format(error), error=True)

    @Slot()
    def _show_state(self) -> None:
        session, history = self.session, self.session.history
        name = session.path.name if session.path else session.scenario.name
        read_only = self.tr(" (read-only)") if session.read_only else ""
        self.setWindowTitle(f"{name}{read_only}[*] - Headroom")
        self.setWindowModified(session.modified)
        self._actions["undo"].setEnabled(history.canUndo())
        self._actions["redo"].setEnabled(history.canRedo())
        self._actions["undo"].setText(self.tr("&Undo {}").format(history.undoText()).strip())
        self._actions["redo"].setText(self.tr("&Redo {}").format(history.redoText()).strip())
        self._actions["save"].setEnabled(session.modified or session.path is None)

    # File

    @Slot()
    def new(self) -> None:
        if self._may_leave():
            self.session.open(documents.default_document(), None)
            self.messages.hide()

    @Slot()
    def open(self) -> None:
        path, _ = QFileDialog.getOpenFileName(self, "", self._folder(), SCENARIO_FILTER)
        if path and self._may_leave():
            self.open_path(Path(path))

    def open_path(self, path: Path) -> bool:
        """Open a file in the place of the current scenario; a message where it can't be."""
        try:
            document = files.load(path)
        except ScenarioError as error:
            self.messages.say(str(error), error=True)
            return False
        self.session.open(document, path)
        self.settings.add_recent_file(path)
        self.messages.hide()
        if document.notices:
            self.messages.say(f"{path.name}: {'; '.join(document.notices)}")
        return True

    @Slot()
    def save(self) -> bool:
        path = self.session.path
        return self.save_as() if path is None or self.session.read_only else self.save_to(path)

    @Slot()
    def save_as(self) -> bool:
        start = self.session.path or Path(self._folder()) / documents.file_name(self.session)
        path, _ = QFileDialog.getSaveFileName(self, "", str(start), SCENARIO_FILTER)
        if not path:
            return False
        return self.save_to(Path(path if Path(path).suffix else path + files.SUFFIX))

    def save_to(self, path: Path) -> bool:
        """Write the scenario to `path`; a message where that fails, and nothing is lost."""
        try:
            self.session.save(path)
        except ScenarioError as error:
            self.messages.say(str(error), error=True)
            return False
        self.settings.add_recent_file(path)
        self.statusBar().showMessage(self.tr("Saved {}").format(path), 4000)
        return True

    def _folder(self) -> str:
        return str(self.session.path.parent if self.session.path else Path.home())

    @Slot()
    def _fill_recent(self) -> None:
        self._recent.clear()
        for path in self.settings.recent_files:
            action = self._recent.addAction(str(path))
            action.setData(str(path))
            action.setEnabled(path.exists())
            action.triggered.connect(self._open_listed)
        if self._recent.isEmpty():
            self._recent.addAction(self.tr("No files yet")).setEnabled(False)

    def _fill_examples(self, menu: QMenu) -> None:
        for name, scenario_name in documents.examples().items():
            action = menu.addAction(scenario_name)
            action.setData(name)
            action.triggered.connect(self._open_example)

    @Slot()
    def _open_listed(self) -> None:
        action = self.sender()
        if isinstance(action, QAction) and self._may_leave():
            self.open_path(Path(action.data()))

    @Slot()
    def _open_example(self) -> None:
        action = self.sender()
        if isinstance(action, QAction) and self._may_leave():
            self.session.open(documents.example(action.data()), None)
            self.messages.hide()

    def _may_leave(self) -> bool:
        """Whether the current scenario may be left: saved, unchanged, or given up on."""
        if not self.session.modified:
            return True
        buttons = QMessageBox.StandardButton
        answer = QMessageBox.question(
            self,
            "Headroom",
            self.tr("Save the changes to “{}”?").format(self.session.scenario.name),
            buttons.Save | buttons.Discard | buttons.Cancel,
            buttons.Save,
        )
        if answer == buttons.Save:
            return self.save()
        return answer == buttons.Discard

    def closeEvent(self, event: QCloseEvent) -> None:
        if not self._may_leave():
            event.ignore()
            return
        self.settings.geometry = self.saveGeometry()
        self.display.stop()
        self.levers.stop()
        self.exporter.close()
        event.accept()

    # Edit

    @Slot()
    def undo(self) -> None:
        self.session.history.undo()

    @Slot()
    def redo(self) -> None:
        self.session.history.redo()

    @Slot()
    def rename(self) -> None:
        old = self.session.scenario.name
        name, accepted = QInputDialog.getText(
            self, "Headroom", self.tr("Name of the scenario:"), text=old
        )
        if accepted and name.strip():
            self.session.edit("name", name.strip())

    @Slot()
    def find_lever(self) -> None:
        self.levers.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.levers.search.selectAll()

    # Compare

    @Slot()
    def pin_baseline(self) -> None:
        self.session.pin_baseline()
        self.narrator.say(self.tr("This is the baseline now; every curve is compared with it."))

    @Slot()
    def swap_baseline(self) -> None:
        self.session.swap_baseline()

    @Slot()
    def return_to_baseline(self) -> None:
        self.session.return_to_baseline()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space and not event.isAutoRepeat():
            self.display.hold_baseline(True)
        super().keyPressEvent(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space and not event.isAutoRepeat():
            self.display.hold_baseline(False)
        super().keyReleaseEvent(event)

    # View

    @Slot()
    def theme_system(self) -> None:
        self._choose_theme("system")

    @Slot()
    def theme_light(self) -> None:
        self._choose_theme("light")

    @Slot()
    def theme_dark(self) -> None:
        self._choose_theme("dark")

    def _choose_theme(self, theme: str) -> None:
        self.settings.theme = theme
        self._follow_theme()

    @Slot()
    def command_palette(self) -> None:
        actions = [
            Command(
                self._actions[row.key].text().replace("&", ""),
                row.shortcut,
                self._actions[row.key].trigger,
            )
            for row in ACTIONS
            if row.key != "command_palette" and self._actions[row.key].isEnabled()
        ]
        levers = [
            Command(row.label, row.group, partial(self.levers.show_lever, row.key))
            for row in PARAMETERS
        ]
        self._palette.open([*actions, *levers])

    # Export and help: the work is the exporter's

    @Slot()
    def export_overview(self) -> None:
        self.exporter.overview()

    @Slot()
    def export_charts(self) -> None:
        self.exporter.charts()

    @Slot()
    def export_csv(self) -> None:
        self.exporter.csv()

    @Slot()
    def about(self) -> None:
        self.messages.say(
            self.tr(
                "Headroom {}: a live scenario explorer for AI compute. It never uses the network."
            ).format(PROGRAM_VERSION)
        )
