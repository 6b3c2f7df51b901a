"""After a crash: unsaved work is offered until it is answered, and can be found again later."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QUrl, Signal, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QMenu

from engine import ScenarioError
from gui.document import orphans
from gui.document.orphans import Orphan
from gui.document.recovery import recovery_folder
from gui.system.errand import present
from gui.words.abbreviate import short
from gui.words.dates import local_time

if TYPE_CHECKING:
    from gui.document.recovery import Recovery
    from gui.document.session import Session
    from gui.widgets.message_bar import Action, MessageBar


class Rescue(QObject):
    """Offers what was not saved in the message bar, one at a time, and lists all in a menu."""

    not_kept = Signal(str)  # why recovered work can't be kept safe anew
    recover_wanted = Signal(object)  # an Orphan, to go on with in the place of what is here
    saved_wanted = Signal(object)  # an Orphan whose saved file is to be opened instead

    def __init__(
        self,
        session: Session,
        messages: MessageBar,
        recovery: Recovery,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._messages = messages
        self._recovery = recovery
        self._orphans: list[Orphan] = []
        self._menu: QMenu | None = None

    def offer(self) -> None:
        """Offer what was not saved when a Headroom ended without closing, newest first."""
        self._orphans = [*self._orphans, *orphans.orphans()]
        self.offer_next()

    def close(self) -> None:
        """The window closes: what was not answered is offered again next time."""
        for orphan in self._orphans:
            orphan.release()
        self._orphans = []

    def offer_next(self) -> None:
        """The newest that is not answered; nothing more where all are."""
        self._note()
        if not self._orphans:
            self._messages.withdraw()
            return
        orphan = self._orphans[0]
        actions: list[Action] = [(self.tr("Recover"), partial(self.recover_wanted.emit, orphan))]
        if orphan.path is not None and present([orphan.path])[orphan.path]:
            actions.append(
                (self.tr("Open the saved file"), partial(self.saved_wanted.emit, orphan))
            )
        actions.append((self.tr("Skip"), partial(self._skip, orphan)))
        text = self.tr(
            "“{name}” had changes that were not saved when Headroom ended unexpectedly ({when})."
        )
        self._messages.offer(
            text.format(name=short(orphan.name), when=local_time(orphan.written)), actions
        )

    def recover(self, orphan: Orphan) -> None:
        """Go on with it; whoever asks for that has asked whether the scenario may be left."""
        self._answered(orphan)
        self._session_takes(orphan)
        self.offer_next()

    def _session_takes(self, orphan: Orphan) -> None:
        self._session.recover(orphan.document, orphan.path)
        try:
            self._recovery.write_now()  # kept safe anew before the old copy goes
        except (ScenarioError, OSError) as error:
            self.not_kept.emit(str(error))
        else:
            orphan.take()

    def leave_out(self, orphan: Orphan) -> None:
        """Answered: it is found again in the menu only."""
        self._answered(orphan)
        orphan.skip()

    def _skip(self, orphan: Orphan) -> None:
        self.leave_out(orphan)
        self.offer_next()

    def _answered(self, orphan: Orphan) -> None:
        self._orphans = [other for other in self._orphans if other is not orphan]

    # The menu

    def add_to(self, menu: QMenu) -> None:
        """The list of all that can still be recovered, in the File menu."""
        self._menu = menu.addMenu(self.tr("Recovered &work"))
        self._menu.aboutToShow.connect(self._fill)
        menu.aboutToShow.connect(self._note)
        self._note()

    @Slot()
    def _note(self) -> None:
        """Whether there is anything to list."""
        if self._menu is not None:
            self._menu.setEnabled(bool(self._orphans) or orphans.something_left())

    @Slot()
    def _fill(self) -> None:
        """What was not answered, what was skipped, what is damaged, and where all that is."""
        menu = self._menu
        assert menu is not None
        menu.clear()
        for orphan in (*self._orphans, *orphans.skipped()):
            text = self.tr("“{name}” ({when})")
            if orphan.skipped:
                text = self.tr("“{name}” ({when}), skipped")
            text = text.format(name=short(orphan.name), when=local_time(orphan.written))
            action = menu.addAction(text.replace("&", "&&"))
            action.triggered.connect(partial(self._chosen, orphan))
        for one in orphans.damaged():
            text = self.tr("A damaged one ({when})").format(when=local_time(one.written))
            menu.addAction(text).setEnabled(False)
        menu.addSeparator()
        menu.addAction(self.tr("Show the &folder")).triggered.connect(self._show_folder)

    def _chosen(self, orphan: Orphan, _checked: bool = False) -> None:
        self.recover_wanted.emit(orphan)

    @Slot()
    def _show_folder(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(recovery_folder())))
