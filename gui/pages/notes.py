"""The page of what is written about a scenario: its name, its notes, and its named versions."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSignalBlocker, Qt, QTimer, Slot
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from engine import Scenario, ScenarioError, Version
from engine.files import scenario_files
from gui.document.session import Session
from gui.pages.page import Page
from gui.widgets.directions import margins
from gui.widgets.plain import PlainLabel, tip
from gui.widgets.table_keys import TableKeys
from gui.words.abbreviate import short
from gui.words.dates import local_time

PAUSE = 1500  # milliseconds without a key after which typing is another step of undo
SIDE_WIDTH = 380
BESIDE, ABOVE, BETWEEN = 16, 12, 20  # pixels
LINE = 120  # letters of a line of notes; longer ones are hard to read


class NotesEditor(QPlainTextEdit):
    """Leaves undo and redo to the window, whose history has the notes, too."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setUndoRedoEnabled(False)
        self.setTabChangesFocus(True)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            for key in (QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo):
                if event.matches(key):
                    event.ignore()
                    return False
        return super().event(event)


class NotesPage(Page):
    """Edits the name and the notes; keeps, restores and removes versions."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._gesture = 0
        self._name_shown = ""
        self._shown: tuple[str, str] | None = None
        self._listed: tuple[Version, ...] | None = None
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._pause.timeout.connect(self._end_gesture)
        self._columns = layout = QHBoxLayout(self)
        layout.setContentsMargins(BESIDE, ABOVE, BESIDE, ABOVE)
        layout.setSpacing(BETWEEN)
        layout.addWidget(self._text_part(), 2)
        layout.addWidget(self._versions_part(), 1)
        session.scenario_changed.connect(self.show_scenario)
        session.document_changed.connect(self._show_versions)
        self.show_scenario(session.scenario)
        self._show_versions()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave what a wide screen has beyond the notes' longest line beside the page."""
        super().resizeEvent(event)
        longest = LINE * self.notes.fontMetrics().averageCharWidth()
        spare = max(self.width() - longest - SIDE_WIDTH - BETWEEN - 2 * BESIDE, 0)
        self._columns.setContentsMargins(margins(BESIDE, ABOVE, BESIDE + spare, ABOVE))

    def _text_part(self) -> QWidget:
        self.name = QLineEdit()
        self.name.setAccessibleName(self.tr("Name of the scenario"))
        self.name.setMaxLength(
            scenario_files.LARGEST_FILE
        )  # Qt would cut at 32,767 letters and say nothing
        self.name.textEdited.connect(self._check_name)
        self.name.editingFinished.connect(self._rename)
        self.notes = NotesEditor()
        self.notes.setAccessibleName(self.tr("Notes about the scenario"))
        self.notes.setPlaceholderText(
            self.tr("What this scenario assumes, why, and what it was made for.")
        )
        self.notes.textChanged.connect(self._note)
        part = QWidget()
        column = QVBoxLayout(part)
        column.setContentsMargins(0, 0, 0, 0)
        for title, widget in ((self.tr("Name"), self.name), (self.tr("Notes"), self.notes)):
            column.addWidget(_title(title))
            column.addWidget(widget)
        column.setStretchFactor(self.notes, 1)
        return part

    def _versions_part(self) -> QWidget:
        self.version_name = QLineEdit()
        self.version_name.setPlaceholderText(self.tr("Name of the version"))
        self.version_name.setAccessibleName(self.tr("Name of the version"))
        self.version_name.returnPressed.connect(self.keep)
        self.keep_button = QPushButton(self.tr("Keep this state"))
        self.keep_button.clicked.connect(self.keep)
        self.list = QTreeWidget()
        self.list.setAccessibleName(self.tr("Versions kept in this document"))
        self.list.setHeaderLabels([self.tr("Version"), self.tr("Kept")])
        TableKeys(self.list)
        self.list.setRootIsDecorated(False)
        self.list.header().setStretchLastSection(False)
        self.list.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.list.header().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        self.list.currentItemChanged.connect(self._show_buttons)
        self.list.itemActivated.connect(self.restore)
        self.restore_button = QPushButton(self.tr("Restore"))
        self.remove_button = QPushButton(self.tr("Remove"))
        self.restore_button.clicked.connect(self.restore)
        self.remove_button.clicked.connect(self.remove)
        about = PlainLabel(
            self.tr("Versions are saved inside the file. Restoring and removing can be undone.")
        )
        about.setObjectName("caption")
        about.setWordWrap(True)
        part = QWidget()
        part.setMaximumWidth(SIDE_WIDTH)
        column = QVBoxLayout(part)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(_title(self.tr("Versions")))
        column.addWidget(self.version_name)
        column.addWidget(self.keep_button, 0, Qt.AlignmentFlag.AlignRight)
        column.addWidget(self.list, 1)
        buttons = QHBoxLayout()
        buttons.addWidget(self.restore_button)
        buttons.addWidget(self.remove_button)
        buttons.addStretch(1)
        column.addLayout(buttons)
        column.addWidget(about)
        return part

    # Name and notes

    def show_scenario(self, scenario: Scenario) -> None:
        if (scenario.name, scenario.notes) == self._shown:
            return  # most changes are a lever's
        self._shown = (scenario.name, scenario.notes)
        if self.name.text() != scenario.name and not self.name.hasFocus():
            self._show_name()
            self.name.setCursorPosition(0)
        if self.notes.toPlainText() != scenario.notes:
            self._show_notes(scenario.notes, self.notes.textCursor().position())

    def _show_notes(self, notes: str, at: int) -> None:
        blocker = QSignalBlocker(self.notes)
        self.notes.setPlainText(notes)
        cursor = self.notes.textCursor()
        cursor.setPosition(max(0, min(at, _units(self.notes.toPlainText()))))
        self.notes.setTextCursor(cursor)
        blocker.unblock()

    @Slot()
    def _rename(self) -> None:
        name = self.name.text().strip()
        if name and self.name.text() != self._name_shown:  # a field has one line, a name any
            self._try_name(name)
        self._show_name()

    def _show_name(self) -> None:
        self.name.setText(self._session.scenario.name)
        self._name_shown = self.name.text()

    @Slot(str)
    def _check_name(self, name: str) -> None:
        """What is too long is told when it is typed or pasted, and does not stay."""
        try:
            self._session.require_room(self._session.scenario.having(name=name))
        except ScenarioError as error:
            self._show_name()
            self.refused.emit(str(error))

    def _try_name(self, name: str) -> None:
        try:
            self._session.edit("name", name)
        except ScenarioError as error:
            self.refused.emit(str(error))

    @Slot()
    def _note(self) -> None:
        """Typing is one step of undo until the hand rests."""
        if not self._gesture:
            self._gesture = self._session.new_gesture()
        self._pause.start()
        try:
            self._session.edit("notes", self.notes.toPlainText(), self._gesture)
        except ScenarioError as error:
            self._take_back()
            self.refused.emit(str(error))

    def _take_back(self) -> None:
        """The notes as they were before what was refused, with the cursor where it went in."""
        kept, typed = self._session.scenario.notes, self.notes.toPlainText()
        at = self.notes.textCursor().position() - (_units(typed) - _units(kept))
        self._show_notes(kept, at)

    @Slot()
    def _end_gesture(self) -> None:
        self._gesture = 0

    # Versions

    @Slot()
    def _show_versions(self) -> None:
        versions = self._session.versions
        if versions is self._listed:
            return  # most changes are a lever's
        self._listed = versions
        self.list.clear()
        for version in reversed(versions):
            item = QTreeWidgetItem([short(version.name) or "–", local_time(version.saved)])
            item.setToolTip(0, tip(short(version.name, 400)))
            self.list.addTopLevelItem(item)
        self._show_buttons()

    @Slot()
    def _show_buttons(self) -> None:
        chosen = self.chosen is not None
        self.restore_button.setEnabled(chosen)
        self.remove_button.setEnabled(chosen)

    @property
    def chosen(self) -> Version | None:
        """The version that is selected; the newest is on top."""
        place = self.list.indexOfTopLevelItem(self.list.currentItem())
        versions = self._session.versions
        return versions[len(versions) - 1 - place] if place >= 0 else None

    @Slot()
    def keep(self) -> None:
        """The present state as a version, under the name typed or a number."""
        name = self.version_name.text().strip()
        if not name:
            number = len(self._session.versions) + 1
            name = self.tr("Version {number}").format(number=number)
        try:
            self._session.keep_version(name)
        except ScenarioError as error:
            self.refused.emit(str(error))
            return
        self.version_name.clear()
        self.told.emit(self.tr("Kept “{name}” in this document.").format(name=short(name)))

    @Slot()
    def restore(self) -> None:
        version = self.chosen
        if version is None:
            return
        try:
            self._session.restore_version(version)
        except ScenarioError as error:
            self.refused.emit(f"“{short(version.name)}”: {error}")
            return
        text = self.tr("Back at “{name}”; Undo returns to where you were.")
        self.told.emit(text.format(name=short(version.name)))

    @Slot()
    def remove(self) -> None:
        if self.chosen is not None:
            self._session.remove_version(self.chosen)


def _units(text: str) -> int:
    """How many places of a cursor a text has: Qt counts in UTF-16."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def _title(text: str) -> QLabel:
    label = PlainLabel(text)
    label.setObjectName("pageTitle")
    return label
