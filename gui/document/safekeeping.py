"""Keeps the work safe: recovery after a crash, one window a file, other programs' changes."""

from __future__ import annotations

import platform
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from gui.document import orphans
from gui.document.open_file import CHANGED, REPLACED, OpenFile
from gui.document.patience import GaveUpError, Patience
from gui.document.recovery import Recovery
from gui.document.rescue import Rescue
from gui.system.locks import Holder
from gui.system.start_up import StartUp, step
from gui.words.abbreviate import short

if TYPE_CHECKING:
    from gui.document.session import Session
    from gui.system.settings import Settings
    from gui.widgets.message_bar import Action, MessageBar


class Safekeeping(QObject):
    """Says in the message bar what threatens the work; what the user chooses is asked for."""

    save_wanted = Signal()
    save_as_wanted = Signal()
    save_over_wanted = Signal(object)  # the path whose newer state may go
    reload_wanted = Signal()

    def __init__(
        self, session: Session, messages: MessageBar, settings: Settings, parent: QWidget
    ) -> None:
        """`parent`: over which a bar shows what is waited for."""
        super().__init__(parent)
        self._session, self._messages, self._settings = session, messages, settings
        self.patience = Patience(parent)
        self.open_file = OpenFile(self, self.patience.wait)
        self.recovery = Recovery(session, settings.autosave_seconds, self)
        self.holder: Holder | None = None  # another window that has the file
        self.rescue = Rescue(session, messages, self.recovery, self)
        self._told_failure = ""
        self._session.opened.connect(self._follow)
        self.open_file.differs.connect(self._tell_difference)
        self.recovery.failed.connect(self._tell_no_recovery)
        self.rescue.not_kept.connect(self._tell_no_recovery)
        settings.changed.connect(self._take_setting)

    def start(self, start: StartUp | None = None) -> None:
        """Keep unsaved work from now on, and offer what an earlier start could not save."""
        own = start or StartUp()
        own.do(step("recovery"), self.recovery.start)
        own.do(step("old recovery files"), orphans.clear_old)
        own.do(step("unsaved work of before"), self.offer_recovery)
        if start is None:
            own.tell(self._messages)

    def close(self) -> None:
        """The window closes, and its work is saved or given up."""
        self.recovery.close()
        self.open_file.release()
        self.rescue.close()

    @Slot()
    def _follow(self) -> None:
        path = self._session.path
        self.holder = None
        with suppress(GaveUpError):  # saving waits for its drive again
            self.holder = self.open_file.follow(path)

    @Slot(str)
    def _take_setting(self, key: str) -> None:
        self.recovery.set_interval(self._settings.autosave_seconds)

    # Saving

    def may_write(self, path: Path) -> bool:
        """Whether saving to `path` would overwrite nobody's work; said where it would.

        Raises GaveUpError.
        """
        own = self.open_file.is_followed(path)
        holder = self.open_file.lock() if own else self.open_file.holder_of(path)
        if holder is not None:
            self._say_held(path, holder)
            return False
        state = self.open_file.state if own else ""
        if state == REPLACED:
            self._tell_difference(REPLACED)
            return False
        if state == CHANGED:
            self._messages.say(
                self.tr("“{file}” was changed by another program; it was not saved over.").format(
                    file=short(path.name)
                ),
                error=True,
                actions=[
                    (self.tr("Save over it"), partial(self.save_over_wanted.emit, path)),
                    (self.tr("Reload it"), self.reload_wanted.emit),
                    (self.tr("Save as…"), self.save_as_wanted.emit),
                ],
            )
            return False
        return True

    def saved(self) -> None:
        """The session has just written its file."""
        with suppress(GaveUpError):
            self.open_file.note()
        self.holder = None

    def held_text(self) -> str:
        """That another window has the session's file, or nothing."""
        path = self._session.path
        if self.holder is None or path is None:
            return ""
        return self._held(path, self.holder)

    def _held(self, path: Path, holder: Holder) -> str:
        return self.tr(
            "“{file}” is open in another Headroom on {host} (process {process}): "
            "it can't be saved here under this name."
        ).format(file=short(path.name), host=short(holder.host), process=holder.process)

    def _say_held(self, path: Path, holder: Holder) -> None:
        actions: list[Action] = [(self.tr("Save as…"), self.save_as_wanted.emit)]
        if holder.host != platform.node() and path == self.open_file.path:
            # nobody here can see whether that computer has crashed
            actions.append((self.tr("It is closed there"), self._take_over))
        self._messages.say(self._held(path, holder), error=True, actions=actions)

    def _take_over(self) -> None:
        with suppress(GaveUpError):
            self.open_file.take_over()
        self.save_wanted.emit()

    # What other programs do to the file

    @Slot(str)
    def _tell_difference(self, kind: str) -> None:
        path = self._session.path
        if path is None:
            return
        if kind == CHANGED:
            self._messages.say(
                self.tr("“{file}” was changed by another program.").format(file=short(path.name)),
                actions=[
                    (self.tr("Reload it"), self.reload_wanted.emit),
                    (self.tr("Keep what is here"), self._keep_mine),
                ],
            )
            return
        self._session.no_longer_saved()
        if kind == REPLACED:
            self._messages.say(
                self.tr(
                    "“{file}” is no plain file any more: something else has its name. "
                    "The work is still here."
                ).format(file=short(str(path), 160)),
                error=True,
                actions=[(self.tr("Save as…"), self.save_as_wanted.emit)],
            )
            return
        self._messages.say(
            self.tr(
                "“{file}” is no longer there (moved, deleted, or its drive is gone). "
                "The work is still here."
            ).format(file=short(str(path), 160)),
            error=True,
            actions=[
                (self.tr("Save again"), self.save_wanted.emit),
                (self.tr("Save as…"), self.save_as_wanted.emit),
            ],
        )

    def _keep_mine(self) -> None:
        """The other program's state is known now; saving goes over it, its backup stays."""
        with suppress(GaveUpError):
            self.open_file.note()
        self._session.no_longer_saved()

    # After a crash

    def offer_recovery(self) -> None:
        """Offer what was not saved when a Headroom ended without closing, newest first."""
        self.rescue.offer()

    @Slot(str)
    def _tell_no_recovery(self, why: str) -> None:
        """Once for each reason: it would be said again every few seconds."""
        if why != self._told_failure:
            self._told_failure = why
            text = self.tr("Unsaved work can't be kept safe from a crash ({why}). Please save it.")
            self._messages.say(text.format(why=why), error=True)
