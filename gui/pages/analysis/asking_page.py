"""A page of analyses: parts by tabs, of which the one in front asks once the hand rests."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Slot
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QStackedWidget, QTabBar, QWidget

from gui.pages.analysis.asking import Asker
from gui.pages.page import OnScreen, Page


class AskingPage(Page):
    """What is asked, and what is done with an answer, each such page says itself.

    `parts` are the keys of its parts, in the order of the tabs.
    """

    def __init__(self, parts: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: OnScreen | None = None
        self._keys = tuple(parts)
        self.asker = Asker(self)
        self.tabs = QTabBar()
        self.tabs.setExpanding(False)
        self.tabs.setDrawBase(False)
        self.tabs.setAccessibleName(self.tr("Parts of the page"))
        self._stack = QStackedWidget()

    def add_part(self, title: str, part: QWidget) -> None:
        self.tabs.addTab(title)
        self._stack.addWidget(part)

    @property
    def part(self) -> str:
        """The part in front."""
        return self._keys[self.tabs.currentIndex()]

    def show_part(self, key: str) -> None:
        self.tabs.setCurrentIndex(self._keys.index(key))

    @Slot()
    def ask(self) -> None:
        """Have the part in front worked out; called when nobody's hand moves."""

    def ask_at_rest(self, shown: OnScreen) -> None:
        """Ask, unless a hand is at work or the baseline is held."""
        if shown.still or shown.held:
            self.asker.forget()  # frames come first
        else:
            self.ask()

    def rest(self, *, held: bool) -> None:
        if not held and self.isVisible():
            self.ask()

    def hideEvent(self, event: QHideEvent) -> None:
        """What nobody looks at is not worked out."""
        super().hideEvent(event)
        self.asker.forget()

    @property
    def settled(self) -> bool:
        """Whether nothing finer will come."""
        return self.asker.settled

    def stop(self) -> None:
        self.asker.stop()
