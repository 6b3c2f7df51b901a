"""The File menu: open, save, leave, and nothing lost on the way."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFileDialog, QMenu, QMessageBox

from engine import ScenarioError, files
from gui import documents
from gui.report.carried import found_in

if TYPE_CHECKING:
    from gui.main_window import MainWindow


class FileCommands(QObject):
    """Moves documents between the session and the disk."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._session = window.session

    @Slot()
    def new(self) -> None:
        if self.may_leave():
            self._session.open(documents.default_document(), None)
            self._window.messages.hide()

    @Slot()
    def open(self) -> None:
        path, _ = QFileDialog.getOpenFileName(self._window, "", self._folder(), self._kinds())
        if path and self.may_leave():
            self.open_path(Path(path))

    def open_path(self, path: Path) -> bool:
        """Open a file in the place of the current scenario; a message where it can't be."""
        messages = self._window.messages
        try:
            found = found_in(path)
        except ScenarioError as error:
            messages.say(str(error), error=True)
            return False
        # a picture or a table is a copy of its scenario: saving must not put one in its place
        self._session.open(found.document, None if found.copy else path)
        if found.baseline is not None:
            self._session.pin_baseline(found.baseline)
        if not found.copy:
            self._window.settings.add_recent_file(path)
        messages.hide()
        notices = found.document.notices
        if found.copy:
            text = self.tr("The scenario that {file} carries; it has no file of its own yet")
            notices = (text.format(file=path.name), *notices)
            messages.say("; ".join(notices))
        elif notices:
            messages.say(f"{path.name}: {'; '.join(notices)}")
        return True

    @Slot()
    def save(self) -> bool:
        path = self._session.path
        return self.save_as() if path is None or self._session.read_only else self.save_to(path)

    @Slot()
    def save_as(self) -> bool:
        start = self._session.path or Path(self._folder()) / documents.file_name(self._session)
        path, _ = QFileDialog.getSaveFileName(self._window, "", str(start), self._kinds())
        if not path:
            return False
        return self.save_to(Path(path if Path(path).suffix else path + files.SUFFIX))

    def save_to(self, path: Path) -> bool:
        """Write the scenario to `path`; a message where that fails, and nothing is lost."""
        try:
            self._session.save(path)
        except ScenarioError as error:
            self._window.messages.say(str(error), error=True)
            return False
        self._window.settings.add_recent_file(path)
        self._window.statusBar().showMessage(self.tr("Saved {}").format(path), 4000)
        return True

    @Slot()
    def quit(self) -> None:
        self._window.close()

    def _kinds(self) -> str:
        """What a dialog may show, in its own language of patterns."""
        ours, all_files = self.tr("Headroom scenarios"), self.tr("All files")
        return f"{ours} (*{files.SUFFIX});;{all_files} (*)"

    def _folder(self) -> str:
        return str(self._session.path.parent if self._session.path else Path.home())

    def add_lists(self, menu: QMenu) -> None:
        """The menus of recent files and of examples."""
        self._recent = menu.addMenu(self.tr("Open &recent"))
        self._recent.aboutToShow.connect(self._fill_recent)
        examples = menu.addMenu(self.tr("&Examples"))
        for name, scenario_name in documents.examples().items():
            action = examples.addAction(scenario_name)
            action.setData(name)
            action.triggered.connect(self._open_example)

    @Slot()
    def _fill_recent(self) -> None:
        self._recent.clear()
        for path in self._window.settings.recent_files:
            action = self._recent.addAction(str(path))
            action.setData(str(path))
            action.setEnabled(path.exists())
            action.triggered.connect(self._open_listed)
        if self._recent.isEmpty():
            self._recent.addAction(self.tr("No files yet")).setEnabled(False)

    @Slot()
    def _open_listed(self) -> None:
        action = self.sender()
        if isinstance(action, QAction) and self.may_leave():
            self.open_path(Path(action.data()))

    @Slot()
    def _open_example(self) -> None:
        action = self.sender()
        if isinstance(action, QAction) and self.may_leave():
            self._session.open(documents.example(action.data()), None)
            self._window.messages.hide()

    def may_leave(self) -> bool:
        """Whether the current scenario may be left: saved, unchanged, or given up on."""
        if not self._session.modified:
            return True
        buttons = QMessageBox.StandardButton
        answer = QMessageBox.question(
            self._window,
            "Headroom",
            self.tr("Save the changes to “{}”?").format(self._session.scenario.name),
            buttons.Save | buttons.Discard | buttons.Cancel,
            buttons.Save,
        )
        if answer == buttons.Save:
            return self.save()
        return answer == buttons.Discard
