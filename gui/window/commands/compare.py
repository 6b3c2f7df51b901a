"""The Compare menu, and what the page of plans side by side asks of files."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget

from engine import Document, ScenarioError
from engine.files import comparison_files, scenario_files
from engine.files.comparison_files import SUFFIX, ComparisonFile
from gui.document import templates
from gui.document.comparison import Kind, PlanColumn
from gui.document.patience import GaveUpError
from gui.document.safekeeping import Safekeeping
from gui.document.session import Session
from gui.widgets import questions
from gui.widgets.message_bar import MessageBar, SentenceLabel
from gui.window.commands.file import FileCommands
from gui.window.exporting import Exporter
from gui.window.navigation import Pages
from gui.words.abbreviate import short
from gui.words.sanitize import file_stem

if TYPE_CHECKING:  # at run time it is imported when it is made
    from gui.pages.compare.page import ComparePage

KEY = "compare"  # of the page


class CompareCommands(QObject):
    """Pins, swaps and returns to the baseline; opens and saves what is compared."""

    def __init__(
        self,
        session: Session,
        sentence: SentenceLabel,
        pages: Pages,
        file: FileCommands,
        safekeeping: Safekeeping,
        exporter: Exporter,
        messages: MessageBar,
        window: QWidget,
    ) -> None:
        """`window`: what files are asked for over."""
        super().__init__(window)
        self._session, self._sentence = session, sentence
        self._pages, self._file, self._messages = pages, file, messages
        self._safekeeping, self._exporter = safekeeping, exporter
        self._window = window
        self._wired = False
        pages.made.connect(self._take_page)
        file.add_wanted.connect(self.add_files)
        file.comparison_wanted.connect(self.open_comparison)

    @property
    def _page(self) -> ComparePage:
        return cast("ComparePage", self._pages[KEY])

    @Slot()
    def _take_page(self) -> None:
        """The page's wishes, once there is one."""
        if self._wired or KEY not in self._pages.by_key:
            return
        self._wired = True
        page = self._page
        page.ask_to_leave = self.may_leave
        page.save_wanted.connect(self.save)
        page.add_wanted.connect(self.add_files)
        page.plan_save_wanted.connect(self.save_plan)
        page.report_wanted.connect(self.report)

    @Slot()
    def pin_baseline(self) -> None:
        self._session.pin_baseline()
        self._sentence.say(self.tr("This is the baseline now; every curve is compared with it."))

    @Slot()
    def swap_baseline(self) -> None:
        self._session.swap_baseline()

    @Slot()
    def return_to_baseline(self) -> None:
        self._session.return_to_baseline()

    # Plans beside each other

    @Slot()
    def add_files(self) -> None:
        """Ask for files, and put their plans beside what is compared."""
        chosen, _ = QFileDialog.getOpenFileNames(self._window, "", self._folder(), self._kinds())
        self.add_paths([Path(path) for path in chosen])

    @Slot(object)
    def take_drop(self, path: Path) -> None:
        """A file that was dropped: beside the plans where they are in front, else opened."""
        if self._pages.key == KEY and path.suffix.lower() != SUFFIX:
            self.add_paths([path])
        else:
            self._file.open_dropped(path)

    @Slot(object)
    def add_paths(self, paths: Sequence[Path]) -> None:
        """Further columns; the page comes to the front where any was added."""
        added = False
        for path in paths:
            if path.suffix.lower() == SUFFIX:
                found = self._load(path)
                for entry in found.entries if found is not None else ():
                    added |= self._page.add(entry.document, entry.file, entry.name)
                continue
            there = self._file.find(path)
            if there is not None:
                added |= self._page.add(there.document, None if there.copy else path)
        if added:
            self._pages.show_page(self._page)

    @Slot(object)
    def open_comparison(self, path: Path) -> None:
        """A comparison's file in the place of what is compared."""
        found = self._load(path) if self.may_leave() else None
        if found is None:
            return
        self._page.comparison.open(found, path)
        self._pages.show_page(self._page)
        if found.notices:
            self._messages.say(" ".join(found.notices))

    def _load(self, path: Path) -> ComparisonFile | None:
        try:
            found: ComparisonFile = self._file.wait(lambda: comparison_files.load(path), path)
        except ScenarioError as error:
            self._messages.say(str(error), error=True)
            return None
        return found

    @Slot()
    def report(self) -> None:
        """A report of the plans as they stand, which can be verified."""
        columns = self._page.comparison.columns
        if len(columns) < 2:
            self._messages.say(self.tr("One plan alone has its own report, in the menu Export."))
            return
        documents = [Document(c.scenario.having(name=short(c.title))) for c in columns]
        self._exporter.report_of_plans(documents)

    @Slot()
    def save(self) -> bool:
        """The comparison into its file, which is asked for where there is none."""
        comparison = self._page.comparison
        path = comparison.path
        if path is None:
            name = f"{file_stem(comparison.name or self.tr('comparison'))}{SUFFIX}"
            start = str(Path(self._folder()) / name)
            kinds = f"{self.tr('Comparisons')} (*{SUFFIX})"
            chosen, _ = QFileDialog.getSaveFileName(self._window, "", start, kinds)
            if not chosen:
                return False
            path = Path(chosen)
            if path.suffix.lower() != SUFFIX:
                path = path.with_name(path.name + SUFFIX)
            replace = partial(self.save_to, path)
            if self._file.is_taken_unasked(Path(chosen), path, replace, self.save):
                return False
        return self.save_to(path)

    def save_to(self, path: Path) -> bool:
        """Write the comparison; a message where that fails, and nothing is lost."""
        comparison = self._page.comparison
        if not self._written(lambda: comparison_files.save(comparison.as_file(), path), path):
            return False
        comparison.saved(path)
        self._page.told.emit(self.tr("Saved {}").format(short(str(path))))
        return True

    def _written(self, work: Callable[[], Any], path: Path) -> bool:
        try:
            self._file.wait(work, path)
        except GaveUpError as error:
            self._messages.say(str(error.in_file(str(path))), error=True)
            return False
        except ScenarioError as error:
            self._messages.say(str(error), error=True)
            return False
        return True

    @Slot(object)
    def save_plan(self, column: PlanColumn) -> bool:
        """One plan into its own file; the window's as ever."""
        if column.kind is Kind.CURRENT:
            return self._file.save()
        path = column.path
        if path is None or column.session.read_only:
            start = Path(self._folder()) / templates.file_name(column.session)
            save, again = partial(self._save_plan_to, column), partial(self.save_plan, column)
            path = self._file.asked_path(start, save, again)
            if path is None:
                return False
        elif not self._is_as_opened(column, path):
            text = self.tr("“{file}” was changed by another program; it was not saved over.")
            over = (self.tr("Save over it"), partial(self._save_plan_to, column, path))
            self._messages.say(text.format(file=short(path.name)), error=True, actions=[over])
            return False
        return self._save_plan_to(column, path)

    def _is_as_opened(self, column: PlanColumn, path: Path) -> bool:
        """Whether the file holds what it held when it was read; one that is gone can be written."""
        try:
            there: Document = self._file.wait(lambda: scenario_files.load(path), path)
        except ScenarioError:
            return True
        return column.filed is None or there.scenario == column.filed

    def _save_plan_to(self, column: PlanColumn, path: Path) -> bool:
        try:
            if not self._safekeeping.may_write(path):
                return False
            column.session.save(path, self._file.write)
        except GaveUpError as error:
            self._messages.say(str(error.in_file(str(path))), error=True)
            return False
        except ScenarioError as error:
            self._messages.say(str(error), error=True)
            return False
        column.filed = column.scenario
        self._page.told.emit(self.tr("Saved {}").format(short(str(path))))
        return True

    def may_leave(self) -> bool:
        """Whether what is compared may go: saved, unchanged, or given up on."""
        if KEY not in self._pages.by_key:
            return True
        comparison = self._page.comparison
        if not comparison.modified:
            return True
        buttons = QMessageBox.StandardButton
        names = ", ".join(short(column.name, 40) for column in comparison.unsaved)
        name = names or comparison.name or self.tr("comparison")
        answer = questions.ask_to_save(self._window, short(name))
        if answer == buttons.Save:
            return self.save()
        return answer == buttons.Discard

    def _folder(self) -> str:
        path = self._page.comparison.path or self._session.path
        return str(path.parent if path else Path.home())

    def _kinds(self) -> str:
        ours, every = self.tr("Headroom scenarios"), self.tr("All files")
        return f"{ours} (*{scenario_files.SUFFIX});;{every} (*)"
