"""The Edit menu: undo, the scenario's name, and finding anything by typing."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtGui import QAction, QGuiApplication, QKeySequence
from PySide6.QtWidgets import QDialog, QInputDialog, QWidget

from engine import PARAMETERS, ScenarioError
from engine.files import scenario_files
from gui.document.session import Session
from gui.levers.panel import LeverPanel
from gui.pages.overview import OverviewPage
from gui.pages.why.goal.bar import GoalBar
from gui.pages.why.goal.goal import WantedGoal
from gui.pages.why.measures import SERVED
from gui.widgets.message_bar import MessageBar
from gui.widgets.plain import as_read
from gui.window.command_palette import Command, CommandPalette
from gui.window.history_window import HistoryWindow
from gui.window.navigation import Pages
from gui.words.abbreviate import short
from gui.words.menu_table import ACTIONS

NATIVE = QKeySequence.SequenceFormat.NativeText  # Maj in French


class EditCommands(QObject):
    """Changes that are not a lever's."""

    def __init__(
        self,
        session: Session,
        levers: LeverPanel,
        messages: MessageBar,
        pages: Pages,
        actions: Mapping[str, QAction],
        make_settings: Callable[[], QDialog],
        goal: GoalBar,
        window: QWidget,
    ) -> None:
        """`actions`: all there are, by key; `window`: what is asked, is asked over it."""
        super().__init__(window)
        self._session, self._levers, self._messages = session, levers, messages
        self._actions, self._make_settings, self._window = actions, make_settings, window
        self._pages, self._goal = pages, goal
        self.palette = CommandPalette(window)
        self._settings: QDialog | None = None
        self._history: HistoryWindow | None = None

    @Slot()
    def undo(self) -> None:
        self._session.history.undo()

    @Slot()
    def redo(self) -> None:
        self._session.history.redo()

    @Slot()
    def history(self) -> None:
        """All steps as a list, to go to any of them."""
        if self._history is None:
            self._history = HistoryWindow(self._session, self._window)
        self._history.show()
        self._history.raise_()
        self._history.activateWindow()

    @Slot()
    def rename(self) -> None:
        old = self._session.scenario.name
        name, accepted = QInputDialog.getText(
            self._window, "Headroom", self.tr("Name of the scenario:"), text=old
        )
        if accepted and name.strip():
            try:
                self._session.edit("name", name.strip())
            except ScenarioError as error:
                self._messages.say(str(error), error=True)

    @Slot()
    def copy_scenario(self) -> None:
        """The file's text, for a mail or a chat; it opens again with Paste."""
        session = self._session
        QGuiApplication.clipboard().setText(scenario_files.text_of(session.document))
        text = self.tr("Copied the scenario “{name}” as text.")
        self._messages.say(text.format(name=short(session.scenario.name)))

    @Slot()
    def paste_scenario(self) -> None:
        """Put the scenario on the clipboard in the place of this one, as one step of undo."""
        messages, session = self._messages, self._session
        clipboard = self.tr("Clipboard")
        text = QGuiApplication.clipboard().text()
        try:
            document = scenario_files.parse(text.encode(errors="surrogatepass"))
            session.require_room(document.scenario)
        except ScenarioError as error:
            messages.say(str(error.in_file(clipboard)), error=True)
            return
        session.replace(document.scenario, self.tr("Paste a scenario"))
        said = self.tr("Pasted “{name}”.").format(name=short(document.scenario.name))
        messages.say(" ".join([said, *document.notices]))

    @Slot()
    def add_shock(self) -> None:
        self._add("events")

    @Slot()
    def add_contract(self) -> None:
        self._add("contracts")

    @Slot()
    def add_site(self) -> None:
        self._add("sites")

    def _add(self, lane: str) -> None:
        """One more bar of the timeline, in the month of the figures, with its card open."""
        page = self._pages.get("overview", OverviewPage)
        self._pages.show_page(page)
        page.timeline.add_here(lane)

    @Slot()
    def reach(self) -> None:
        """A target for a number: of the Why page's, where that is in front."""
        self._goal.seek(WantedGoal(self._pages.in_front.measure_key or SERVED.key))

    @Slot()
    def find_lever(self) -> None:
        self._levers.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._levers.search.selectAll()

    @Slot()
    def settings(self) -> None:
        """The dialog of settings, beside the window; the same one each time."""
        if self._settings is None:
            self._settings = self._make_settings()
        self._settings.show()
        self._settings.raise_()
        self._settings.activateWindow()

    def close(self) -> None:
        """Nothing stays behind the window."""
        if self._settings is not None:
            self._settings.close()

    @Slot()
    def command_palette(self) -> None:
        """Every page and every lever, then every action that can be done now by its plain name:
        what Undo would take back is no name to find it by."""
        pages = self._pages.actions_by_key.values()
        leading = [
            Command(as_read(action.text()), _keys_of(action), action.trigger, leads=True)
            for action in pages
        ]
        levers = [
            Command(row.label_text, row.group_text, self._to_lever(row.key), leads=True)
            for row in PARAMETERS
        ]
        rows = {row.full_key: row for row in ACTIONS if row.key != "command_palette"}
        actions = [
            Command(as_read(row.shown_text), _keys_of(action), action.trigger)
            for key, row in rows.items()
            if (action := self._actions[key]).isEnabled()
        ]
        self.palette.open([*leading, *levers, *actions])

    def _to_lever(self, key: str) -> Callable[[], object]:
        return lambda: self._levers.show_lever(key)


def _keys_of(action: QAction) -> str:
    return action.shortcut().toString(NATIVE)
