"""The menu of files that were opened before."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from gui.document.session import Session
from gui.system.errand import present
from gui.system.settings import Settings
from gui.widgets.plain import tip, without_keys
from gui.words.abbreviate import short

LONGEST_PATH = 120  # letters of a path in a menu


class RecentFiles(QMenu):
    """Filled when it opens."""

    wanted = Signal(str)  # a path

    def __init__(self, session: Session, settings: Settings, parent: QWidget) -> None:
        super().__init__(parent)
        self._session, self._settings = session, settings
        self.setTitle(self.tr("Open &recent"))
        self.aboutToShow.connect(self.fill)

    @Slot()
    def fill(self) -> None:
        """Pinned files first; what is not there now is greyed, its drive may come back."""
        settings, path = self._settings, self._session.path
        self.clear()
        there = present(settings.listed_files)
        for listed in settings.listed_files:
            mark = "★ " if listed in settings.pinned_files else ""
            text = short(str(listed), LONGEST_PATH)
            action = self.addAction(mark + without_keys(text))
            action.setToolTip(tip(text))
            action.setData(str(listed))
            action.setEnabled(there[listed] is not False)
            action.triggered.connect(self._open_listed)
        empty = self.isEmpty()
        if empty:
            self.addAction(self.tr("No files yet")).setEnabled(False)
        self.addSeparator()
        if path is not None:
            pin = self.addAction(self.tr("&Pin this file"))
            pin.setCheckable(True)
            pin.setChecked(path in settings.pinned_files)
            pin.triggered.connect(self._pin)
        clear = self.addAction(self.tr("&Clear the list (pinned files stay)"))
        clear.setEnabled(not empty)
        clear.triggered.connect(settings.forget_recent_files)

    @Slot(bool)
    def _pin(self, pinned: bool) -> None:
        if self._session.path is not None:
            self._settings.pin_file(self._session.path, pinned)

    @Slot()
    def _open_listed(self) -> None:
        action = self.sender()
        if isinstance(action, QAction):
            self.wanted.emit(action.data())
