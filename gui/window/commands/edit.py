"""The Edit menu: undo, the scenario's name, and finding anything by typing."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtGui import QGuiApplication, QKeySequence
from PySide6.QtWidgets import QInputDialog

from engine import PARAMETERS, ScenarioError
from engine.files import scenario_files
from gui.widgets.plain import as_read
from gui.window.command_palette import Command, CommandPalette
from gui.window.settings_dialog import SettingsDialog
from gui.words.abbreviate import short

if TYPE_CHECKING:
    from gui.window.main_window import MainWindow

NATIVE = QKeySequence.SequenceFormat.NativeText  # Maj in French


class EditCommands(QObject):
    """Changes that are not a lever's."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self.palette = CommandPalette(window)
        self._settings: SettingsDialog | None = None

    @Slot()
    def undo(self) -> None:
        self._window.session.history.undo()

    @Slot()
    def redo(self) -> None:
        self._window.session.history.redo()

    @Slot()
    def rename(self) -> None:
        old = self._window.session.scenario.name
        name, accepted = QInputDialog.getText(
            self._window, "Headroom", self.tr("Name of the scenario:"), text=old
        )
        if accepted and name.strip():
            try:
                self._window.session.edit("name", name.strip())
            except ScenarioError as error:
                self._window.messages.say(str(error), error=True)

    @Slot()
    def copy_scenario(self) -> None:
        """The file's text, for a mail or a chat; it opens again with Paste."""
        session = self._window.session
        QGuiApplication.clipboard().setText(scenario_files.text_of(session.document))
        text = self.tr("Copied the scenario “{name}” as text.")
        self._window.messages.say(text.format(name=short(session.scenario.name)))

    @Slot()
    def paste_scenario(self) -> None:
        """Put the scenario on the clipboard in the place of this one, as one step of undo."""
        messages, session = self._window.messages, self._window.session
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
    def find_lever(self) -> None:
        self._window.levers.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._window.levers.search.selectAll()

    @Slot()
    def settings(self) -> None:
        """The dialog of settings, beside the window; the same one each time."""
        if self._settings is None:
            self._settings = SettingsDialog(self._window)
        self._settings.show()
        self._settings.raise_()
        self._settings.activateWindow()

    def close(self) -> None:
        """Nothing stays behind the window."""
        if self._settings is not None:
            self._settings.close()

    @Slot()
    def command_palette(self) -> None:
        """Every action that can be done now, and every lever."""
        actions = [
            Command(as_read(action.text()), action.shortcut().toString(NATIVE), action.trigger)
            for key, action in self._window.actions_by_key.items()
            if key != "edit.command_palette" and action.isEnabled()
        ]
        levers = [
            Command(
                row.label_text, row.group_text, partial(self._window.levers.show_lever, row.key)
            )
            for row in PARAMETERS
        ]
        self.palette.open([*actions, *levers])
