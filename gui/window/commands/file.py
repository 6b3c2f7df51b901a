"""The File menu: open, save, leave, and nothing lost on the way."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtWidgets import QApplication, QFileDialog, QMenu, QMessageBox, QStatusBar, QWidget

from engine import Document, ScenarioError
from engine.files import comparison_files, scenario_files
from engine.files.reading import nothing_there
from engine.problems import placed
from engine.text import joined
from gui.document import templates
from gui.document.orphans import Orphan
from gui.document.patience import GaveUpError
from gui.document.safekeeping import Safekeeping
from gui.document.session import Session
from gui.pages.notes import NotesPage
from gui.report.carried import Found, found_in
from gui.system.settings import Settings
from gui.widgets import questions
from gui.widgets.message_bar import MessageBar
from gui.widgets.plain import without_keys
from gui.window.commands.recent import RecentFiles
from gui.window.commands.sweeps import Sweeps
from gui.window.navigation import Pages
from gui.words.abbreviate import short

LONGEST_PATH = 120  # letters of a path in a menu


class FileCommands(QObject):
    """Moves documents between the session and the disk."""

    add_wanted = Signal()  # files beside what is compared
    comparison_wanted = Signal(object)  # the path of one, to be opened

    def __init__(
        self,
        session: Session,
        safekeeping: Safekeeping,
        settings: Settings,
        pages: Pages,
        messages: MessageBar,
        status_bar: QStatusBar,
        window: QWidget,
    ) -> None:
        """`window`: what questions are asked over, and what is closed to quit."""
        super().__init__(window)
        self._session, self._safekeeping, self._settings = session, safekeeping, settings
        self._pages, self._messages, self._status_bar = pages, messages, status_bar
        self._window = window
        self.sweeps = Sweeps(safekeeping.patience, messages, self.open_made, window)
        safekeeping.save_wanted.connect(self.save)
        safekeeping.save_as_wanted.connect(self.save_as)
        safekeeping.save_over_wanted.connect(self._save_over)
        safekeeping.reload_wanted.connect(self.reload)
        safekeeping.rescue.recover_wanted.connect(self._recover)
        safekeeping.rescue.saved_wanted.connect(self._open_saved)

    # Opening

    @Slot()
    def new(self) -> None:
        if self.may_leave():
            self._open(templates.default_document(), None)

    @Slot()
    def open(self) -> None:
        path, _ = QFileDialog.getOpenFileName(self._window, "", self._folder(), self._kinds())
        if path and self.may_leave():
            self.open_path(Path(path))

    @Slot()
    def open_sweep(self) -> None:
        """Look at the folder of a sweep, in a window of its own."""
        self.sweeps.choose(self._folder())

    def open_made(self, document: Document, told: str) -> None:
        """A scenario that has no file, in the place of the current one; `told` says of it."""
        if self.may_leave():
            self._open(document, None)
            self._messages.say(told)

    def open_path(self, path: Path) -> bool:
        """Open a file in the place of the current scenario; a message where it can't be."""
        if path.suffix.lower() == comparison_files.SUFFIX:
            self.comparison_wanted.emit(path)
            return False
        found = self.find(path)
        if found is None:
            return False
        self._open_found(path, found)
        return True

    def _open_found(self, path: Path, found: Found) -> None:
        # a picture or a table is a copy of its scenario: saving must not put one in its place
        self._open(found.document, None if found.copy else path)
        if found.baseline is not None:
            self._session.pin_baseline(found.baseline)
        if not found.copy:
            self._settings.add_recent_file(path)
        self._say_about(path, found.document, copy=found.copy)

    def open_dropped(self, path: Path) -> None:
        """A file from outside: dropped on the window, or handed over by the system."""
        if path.suffix.lower() == comparison_files.SUFFIX:
            self.comparison_wanted.emit(path)
            return
        found = self.find(path)
        if found is not None and self.may_leave():
            self._open_found(path, found)

    @Slot(str)
    def open_from_outside(self, path: str) -> None:
        """Another start of Headroom, or the system, hands a file over; or only wants the window."""
        window = self._window
        window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
        window.show()
        window.raise_()
        window.activateWindow()
        if not path:
            return
        if QApplication.activeModalWidget() is not None:
            text = self.tr("“{file}” was not opened: a question is still waiting.")
            self._messages.say(text.format(file=short(path)), error=True)
            return
        self.open_dropped(Path(path))

    @Slot(str)
    def open_example(self, name: str) -> None:
        if self.may_leave():
            self._open(templates.example(name), None)

    @Slot(str)
    def begin_with(self, name: str) -> None:
        """Have an example in the window without a question: what was there is a step of undo."""
        document = templates.example(name)
        if not self._session.modified:
            self._open(document, None)
            return
        text = self.tr("Begin with {name}").format(name=document.scenario.name)
        self._session.replace(document.scenario, text)

    def _open(self, document: Document, path: Path | None) -> None:
        self._messages.clear()
        self._session.open(document, path)

    def find(self, path: Path) -> Found | None:
        """The scenario in a file of ours, or that a picture or a table carries."""
        try:
            found: Found = self.wait(lambda: found_in(path), path)
            return found
        except ScenarioError as error:
            self._messages.say(str(error), error=True)
            return None

    def _load(self, path: Path) -> Document | None:
        try:
            document: Document = self.wait(lambda: scenario_files.load(path), path)
            return document
        except ScenarioError as error:
            self._messages.say(str(error), error=True)
            return None

    def wait(self, work: Callable[[], Any], path: Path) -> Any:
        """What is read or written, with a bar where it takes long. Raises ScenarioError."""
        text = self.tr("Opening “{file}”…").format(file=short(path.name))
        try:
            return self._safekeeping.patience.wait(work, text)
        except GaveUpError as error:
            raise error.in_file(str(path)) from None

    def _say_about(self, path: Path, document: Document, *, copy: bool = False) -> None:
        """Who else has the file, what was not understood in it, that it is only a copy."""
        held, name = self._safekeeping.held_text(), short(path.name)
        notices = joined(document.notices)
        if copy:
            text = self.tr("The scenario that {file} carries; it has no file of its own yet")
            notices = joined([text.format(file=name), *document.notices])
        elif notices:
            notices = placed(name, notices)
        if held or notices:
            self._messages.say(" ".join(filter(None, [held, notices])), error=bool(held))

    @Slot()
    def revert(self) -> None:
        """Back to the file, or to the beginning where there is none; that can be undone."""
        if self._session.path is None:
            self._session.revert_to_start()
        else:
            self.reload()

    @Slot()
    def reload(self) -> None:
        """The file as it is on the disk now; what was here comes back with Undo."""
        path = self._session.path
        document = self._load(path) if path is not None else None
        if path is not None and document is not None:
            self._messages.clear()
            self._session.revert(document)
            self._safekeeping.saved()
            self._say_about(path, document)

    # Saving

    @Slot()
    def save(self) -> bool:
        """To the session's file; to one that is asked for where that is none of ours."""
        path = self._session.path
        if path is None or self._session.read_only or path.suffix.lower() != scenario_files.SUFFIX:
            return self.save_as()
        return self.save_to(path)

    @Slot()
    def save_as(self) -> bool:
        path = self._session.path
        own = Path(self._folder()) / templates.file_name(self._session)
        start = own if path is None else path.with_suffix(scenario_files.SUFFIX)
        path = self.asked_path(start, self.save_to, self.save_as)
        return path is not None and self.save_to(path)

    def asked_path(
        self, start: Path, save: Callable[[Path], Any], ask: Callable[[], Any]
    ) -> Path | None:
        """Where a scenario is to be saved, as somebody chooses; None where that is nowhere.

        `save` and `ask` are what may be done where something is there already.
        """
        chosen, _ = QFileDialog.getSaveFileName(
            self._window, "", str(start), self._kinds(saving=True)
        )
        if not chosen:
            return None
        try:
            path = templates.scenario_path(Path(chosen))
        except ScenarioError as error:
            self._messages.say(str(error), error=True)
            return None
        taken = self.is_taken_unasked(Path(chosen), path, partial(save, path), ask)
        return None if taken else path

    def is_taken_unasked(
        self, chosen: Path, path: Path, replace: Callable[[], Any], ask: Callable[[], Any]
    ) -> bool:
        """Whether something has a name that got our ending after the dialog had asked.

        It is told, with what to do: `replace` it, or `ask` for another name.
        """
        if path == chosen or not self._taken(path):
            return False
        text = self.tr("“{file}” is there already.").format(file=short(path.name))
        actions = [(self.tr("Replace it"), replace), (self.tr("Save as…"), ask)]
        self._messages.say(text, actions=actions)
        return True

    def _taken(self, path: Path) -> bool:
        """Whether something has that name; so it is said where its drive does not answer."""
        try:
            return not self._safekeeping.patience.wait(lambda: nothing_there(path))
        except GaveUpError:
            return True

    @Slot(object)
    def _save_over(self, path: Path) -> None:
        """Another program's newer state is known of, and may go."""
        self.save_to(path, ask=False)

    def save_to(self, path: Path, *, ask: bool = True) -> bool:
        """Write the scenario to `path`; a message where that fails, and nothing is lost.

        Unless told not to `ask`, another program's work is not saved over.
        """
        messages = self._messages
        try:
            if ask and not self._safekeeping.may_write(path):
                return False
            self._session.save(path, self.write)
        except GaveUpError as error:
            text = str(error.in_file(str(path)))
            messages.say(text, error=True, actions=[(self.tr("Save as…"), self.save_as)])
            return False
        except ScenarioError as error:
            messages.say(str(error), error=True, actions=[(self.tr("Save as…"), self.save_as)])
            return False
        self._safekeeping.saved()
        self._settings.add_recent_file(path)
        said = self.tr("Saved {}").format(short(str(path), LONGEST_PATH))
        self._status_bar.showMessage(said, 4000)
        return True

    def write(self, document: Document, path: Path) -> None:
        text = self.tr("Saving “{file}”…").format(file=short(path.name))
        self._safekeeping.patience.wait(lambda: scenario_files.save(document, path), text)

    @Slot()
    def add_to_comparison(self) -> None:
        self.add_wanted.emit()

    @Slot()
    def duplicate(self) -> None:
        """Go on in a copy that has no file yet; the file stays as it was saved."""
        name = self.tr("{name} (copy)").format(name=self._session.scenario.name)
        try:
            self._session.detach(name)
        except ScenarioError as error:
            self._messages.say(str(error), error=True)
            return
        text = self.tr("This is a copy now, “{name}”; it has no file yet.")
        self._messages.say(text.format(name=short(name)))

    @Slot()
    def quit(self) -> None:
        self._window.close()

    def _kinds(self, *, saving: bool = False) -> str:
        """What a dialog may show, in its own language of patterns."""
        ours, all_files = self.tr("Headroom scenarios"), self.tr("All files")
        endings = f"*{scenario_files.SUFFIX}"
        if not saving:
            endings += f" *{comparison_files.SUFFIX}"
        return f"{ours} ({endings});;{all_files} (*)"

    def _folder(self) -> str:
        return str(self._session.path.parent if self._session.path else Path.home())

    def may_leave(self) -> bool:
        """Whether the current scenario may be left: saved, unchanged, or given up on."""
        if not self._session.modified:
            return True
        buttons = QMessageBox.StandardButton
        answer = questions.ask_to_save(self._window, short(self._session.scenario.name))
        if answer == buttons.Save:
            return self.save()
        return answer == buttons.Discard

    # After a crash

    @Slot(object)
    def _recover(self, orphan: Orphan) -> None:
        """Go on with unsaved work, where the current scenario may be left."""
        if self.may_leave():
            self._safekeeping.rescue.recover(orphan)
        else:
            self._safekeeping.rescue.offer_next()

    @Slot(object)
    def _open_saved(self, orphan: Orphan) -> None:
        """Its file as it was saved, in the place of the unsaved work."""
        rescue = self._safekeeping.rescue
        if orphan.path is not None and self.may_leave():
            rescue.leave_out(orphan)
            self.open_path(orphan.path)
        rescue.offer_next()

    # Lists

    def add_lists(self, menu: QMenu) -> None:
        """The menus of recent files and of examples."""
        self.recent = RecentFiles(self._session, self._settings, menu)
        self.recent.wanted.connect(self.open_listed)
        menu.addMenu(self.recent)
        self._safekeeping.rescue.add_to(menu)
        self._examples = menu.addMenu(self.tr("&Examples"))
        # read when first asked for: a window stands sooner without
        self._examples.aboutToShow.connect(self._fill_examples)

    @Slot()
    def _fill_examples(self) -> None:
        if self._examples.actions():
            return
        for name, scenario_name in templates.examples().items():
            self._examples.addAction(without_keys(scenario_name), partial(self.open_example, name))

    @Slot(str)
    def open_listed(self, path: str) -> None:
        if self.may_leave():
            self.open_path(Path(path))

    @Slot()
    def start_page(self) -> None:
        self._pages.show_key("start")

    @Slot()
    def keep_version(self) -> None:
        """To the page of versions, where the name is typed."""
        notes = self._pages.get("notes", NotesPage)
        self._pages.show_page(notes)
        notes.version_name.setFocus(Qt.FocusReason.ShortcutFocusReason)
