"""The window of the help: contents and search on the left, the page on the right."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QSignalBlocker, QSize, Qt, Slot
from PySide6.QtGui import QCloseEvent, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from engine.text import translate
from gui.help.book import PAGES, page
from gui.help.browser import HelpBrowser
from gui.help.sections import HelpSection, all_sections, search
from gui.widgets.palette import Palette
from gui.widgets.screen_room import room
from gui.widgets.splitter import KeyedSplitter
from gui.widgets.spoken import Role, Spoken

SIZE = (1080, 760)
CONTENTS_WIDTH = 270
MOST_HITS = 60
PLACE = Qt.ItemDataRole.UserRole


@dataclass(frozen=True)
class HelpPlace:
    """Where in the book: a page and an anchor on it."""

    page: str
    anchor: str = ""


class HelpWindow(Spoken, QWidget):
    """A window of its own, so that it can stand beside what it explains."""

    spoken_role = Role.Window

    def __init__(self, language: str, palette: Palette, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.setWindowTitle(self.tr("Help - Headroom"))
        self.setObjectName("help")
        self.resize(QSize(*SIZE).boundedTo(room(self)))
        self._language = language
        self._sections: tuple[HelpSection, ...] = ()
        self._visited: list[HelpPlace] = []
        self._at = -1
        self.search = QLineEdit()
        self.search.setPlaceholderText(self.tr("Search the help"))
        self.search.setAccessibleName(self.tr("Search the help"))
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(self._search)
        self.search.returnPressed.connect(self._to_results)
        self.contents = QListWidget()
        self.contents.setObjectName("helpContents")
        self.contents.setAccessibleName(self.tr("Contents"))
        self.contents.setWordWrap(True)
        self.contents.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.contents.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.contents.currentItemChanged.connect(self._open_item)
        self.contents.itemClicked.connect(self._open_item)
        self.browser = HelpBrowser()
        self.browser.use_palette(palette)
        self.browser.page_wanted.connect(self.open)
        self._compose()
        self._add_keys()
        self._fill_contents()

    def _compose(self) -> None:
        self.back = self._button("←", self.tr("Back (Alt+Left)"), self.go_back)
        self.forward = self._button("→", self.tr("Forward (Alt+Right)"), self.go_forward)
        top = QHBoxLayout()
        top.setSpacing(4)
        top.addWidget(self.back)
        top.addWidget(self.forward)
        top.addWidget(self.search, 1)
        left = QWidget()
        left.setObjectName("helpSide")
        column = QVBoxLayout(left)
        column.setContentsMargins(10, 10, 10, 10)
        column.setSpacing(8)
        column.addLayout(top)
        column.addWidget(self.contents, 1)
        splitter = KeyedSplitter()
        splitter.add(left)
        splitter.add(self.browser, self.tr("Edge of the contents"))
        splitter.setSizes([CONTENTS_WIDTH, SIZE[0] - CONTENTS_WIDTH])
        splitter.setStretchFactor(1, 1)
        splitter.setChildrenCollapsible(False)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(splitter)

    def _button(self, sign: str, name: str, slot: object) -> QToolButton:
        button = QToolButton()
        button.setText(sign)
        button.setToolTip(name)
        button.setAccessibleName(name)
        button.setAutoRaise(True)
        button.clicked.connect(slot)
        return button

    def _add_keys(self) -> None:
        for keys, slot in (
            (QKeySequence.StandardKey.Find, self._to_search),
            (QKeySequence("Alt+Left"), self.go_back),
            (QKeySequence("Alt+Right"), self.go_forward),
            (QKeySequence.StandardKey.ZoomIn, self._larger),
            (QKeySequence("Ctrl+="), self._larger),
            (QKeySequence.StandardKey.ZoomOut, self._smaller),
            (QKeySequence("Ctrl+0"), self._plain),
            (QKeySequence.StandardKey.Close, self.close),
        ):
            QShortcut(QKeySequence(keys), self).activated.connect(slot)

    def use_palette(self, palette: Palette) -> None:
        self.browser.use_palette(palette)

    # Pages

    @Slot(str, str)
    def open(self, key: str, anchor: str = "", *, words: str = "", visit: bool = True) -> None:
        """Show a page from an anchor on; an unknown page shows the first one."""
        known = key if any(page.key == key for page in PAGES) else PAGES[0].key
        if visit and HelpPlace(known, anchor) != self.place:
            self._visited[self._at + 1 :] = [HelpPlace(known, anchor)]
            self._at = len(self._visited) - 1
        self.browser.show_page(known, page(known).text(self._language), anchor, words)
        self.back.setEnabled(self._at > 0)
        self.forward.setEnabled(self._at + 1 < len(self._visited))
        if not self.search.text():
            with QSignalBlocker(self.contents):
                self.contents.setCurrentRow([page.key for page in PAGES].index(known))

    @property
    def place(self) -> HelpPlace | None:
        """Where the reader is."""
        return self._visited[self._at] if self._at >= 0 else None

    @Slot()
    def go_back(self) -> None:
        self._go(-1)

    @Slot()
    def go_forward(self) -> None:
        self._go(1)

    def _go(self, steps: int) -> None:
        if 0 <= self._at + steps < len(self._visited):
            self._at += steps
            place = self._visited[self._at]
            self.open(place.page, place.anchor, visit=False)

    @Slot()
    def _larger(self) -> None:
        self.browser.zoom(1)

    @Slot()
    def _smaller(self) -> None:
        self.browser.zoom(-1)

    @Slot()
    def _plain(self) -> None:
        self.browser.zoom(0)

    # Contents and search

    def _fill_contents(self) -> None:
        with QSignalBlocker(self.contents):
            self.contents.clear()
            for entry in PAGES:
                self._add(entry.title_text, HelpPlace(entry.key))

    def _add(self, text: str, place: HelpPlace) -> None:
        item = QListWidgetItem(text)
        item.setData(PLACE, place)
        self.contents.addItem(item)

    @Slot(str)
    def _search(self, asked: str) -> None:
        if not asked.strip():
            self._fill_contents()
            if self.place is not None:
                self.open(self.place.page, self.place.anchor, visit=False)
            return
        if not self._sections:
            self._sections = all_sections(self._language)
        hits = search(self._sections, asked)
        with QSignalBlocker(self.contents):
            self.contents.clear()
            for hit in hits[:MOST_HITS]:
                where = page(hit.section.page).title_text
                title = hit.section.title
                text = f"{title}\n{where} · {hit.snippet}" if hit.snippet else f"{title}\n{where}"
                self._add(text, HelpPlace(hit.section.page, hit.section.anchor))
            if not hits:
                self.contents.addItem(self.tr("Nothing is found"))
                self.contents.item(0).setFlags(Qt.ItemFlag.NoItemFlags)
        count = len(hits)
        self.contents.setAccessibleDescription(translate("Help", "%n section(s) found", "", count))

    @Slot()
    def _open_item(self) -> None:
        item = self.contents.currentItem()
        place = item.data(PLACE) if item is not None else None
        if isinstance(place, HelpPlace):
            self.open(place.page, place.anchor, words=self.search.text())

    @Slot()
    def _to_search(self) -> None:
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    @Slot()
    def _to_results(self) -> None:
        if self.contents.count():
            self.contents.setCurrentRow(0)
            self.contents.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self._open_item()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            if self.search.text():
                self.search.clear()
            else:
                self.close()
        elif event.key() == Qt.Key.Key_Down and self.search.hasFocus():
            self._to_results()
        else:
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        self.search.clear()
        super().closeEvent(event)
