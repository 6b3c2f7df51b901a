"""The pages of the window, with a bar of tabs to choose one."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QStackedWidget, QTabBar, QWidget

DIGITS = 9  # pages with a key of their own

NATIVE = QKeySequence.SequenceFormat.NativeText  # Maj in French


class Pages(QStackedWidget):
    """Pages by key, with their titles; `bar` and `actions_by_key` choose which one is in front."""

    def __init__(
        self, pages: Mapping[str, tuple[str, QWidget]], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.keys = tuple(pages)
        self.bar = QTabBar()
        self.bar.setObjectName("pages")
        self.bar.setExpanding(False)
        self.bar.setDrawBase(False)
        self.bar.setProperty("paintsItsFocus", True)
        self.bar.setAccessibleName(self.tr("Pages"))
        self.actions_by_key: dict[str, QAction] = {}
        for number, (key, (title, page)) in enumerate(pages.items(), 1):
            self.addWidget(page)
            place = self.bar.addTab(title)
            action = QAction(self.tr("Page: {title}").format(title=title), self)
            if number <= DIGITS:
                action.setShortcut(f"Ctrl+{number}")
                keys = action.shortcut().toString(NATIVE)
                self.bar.setTabToolTip(place, f"{title} ({keys})")
            action.setData(place)
            action.triggered.connect(self._choose)
            self.actions_by_key[key] = action
        self.bar.currentChanged.connect(self.setCurrentIndex)
        self.currentChanged.connect(self._hand_keys_on)

    @property
    def key(self) -> str:
        """Of the page in front."""
        return self.keys[self.currentIndex()]

    def show_page(self, page: QWidget) -> None:
        self.bar.setCurrentIndex(self.indexOf(page))

    def show_key(self, key: str) -> None:
        """Bring the page of a key to the front; nothing happens where there is none."""
        if key in self.keys:
            self.bar.setCurrentIndex(self.keys.index(key))

    def add_to(self, menu: QMenu) -> None:
        """The pages as entries of a menu."""
        menu.addActions(list(self.actions_by_key.values()))

    @Slot()
    def _hand_keys_on(self) -> None:
        """A page that has just been built gets the keys itself, and has no use for them."""
        page = self.currentWidget()
        if not page.hasFocus():
            return
        for child in page.findChildren(QWidget):
            if child.focusPolicy() & Qt.FocusPolicy.TabFocus and child.isEnabled():
                child.setFocus(Qt.FocusReason.TabFocusReason)
                return

    @Slot()
    def _choose(self) -> None:
        chosen = self.sender()
        if isinstance(chosen, QAction):
            self.bar.setCurrentIndex(chosen.data())
