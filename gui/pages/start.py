"""The start page: examples and recent files as pictures; opened when wanted, never in the way."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, QTimer, Slot
from PySide6.QtGui import QFontMetrics, QIcon, QPixmap, QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QGridLayout,
    QScrollArea,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from engine import Document, ScenarioError, simulate
from engine.files import scenario_files
from gui.document import templates
from gui.pages.page import Page
from gui.pages.thumbnail import HEIGHT, WIDTH, blank, thumbnail
from gui.system.errand import Errand, present
from gui.widgets.palette import LIGHT, Palette
from gui.widgets.plain import PlainLabel, tip, without_keys
from gui.words.abbreviate import on_one_line, short

if TYPE_CHECKING:
    from gui.system.settings import Settings

PADDING = 24
NAME_LINES = 2
STORY_LETTERS = 150  # of a document's notes: five lines of a card
CARD_WIDTH = WIDTH + PADDING


def on_two_lines(text: str, metrics: QFontMetrics, room: int) -> str:
    """The text on one line or two, whichever it needs; cut where two are not enough."""
    first, rest = text, ""
    while metrics.horizontalAdvance(first) > room and " " in first:
        first, _, last = first.rpartition(" ")
        rest = f"{last} {rest}".rstrip()
    lines = (metrics.elidedText(line, Qt.TextElideMode.ElideRight, room) for line in (first, rest))
    return "\n".join(line for line in lines if line)


def beginning(notes: str) -> str:
    """How a text begins: whole words, and as many as stand on a few lines."""
    first = on_one_line(notes)
    if len(first) <= STORY_LETTERS:
        return first
    return first[:STORY_LETTERS].rpartition(" ")[0].rstrip(",;:. ") + "…"


class Card(QFrame):
    """One document: its picture, its name, and for a file whether it is pinned."""

    def __init__(
        self, title: str, told: str, read: Callable[[], Document], size: float = 1.0
    ) -> None:
        """`size`: of its picture, as a part of the usual one."""
        super().__init__()
        self.read = read
        self._title = short(title, 120)
        self.drawn: Document | None = None
        self._errand: Errand | None = None
        self._looks = (LIGHT, 1.0)  # palette, and pixels for each of the page's
        self.button = QToolButton()
        self.button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextUnderIcon)
        self.button.setAutoRaise(True)
        self.size_picture(size)
        self.button.setToolTip(tip(short(told, 400)))
        self.button.setAccessibleName(self._title)
        self.button.setAccessibleDescription(short(told, 400))
        self._show(blank(""))
        self.pin = QToolButton(self)
        self.pin.setCheckable(True)
        self.pin.setAutoRaise(True)
        self.pin.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.button)
        self.story = PlainLabel()
        self.story.setObjectName("caption")
        self.story.setWordWrap(True)
        self.story.setFixedWidth(self.button.width())
        self.story.setContentsMargins(PADDING // 2, 0, PADDING // 2, 0)
        self.story.hide()
        column.addWidget(self.story)
        column.addWidget(self.pin, 0, Qt.AlignmentFlag.AlignRight)
        column.addStretch(1)  # names of one line and of two: the pictures stand level

    def size_picture(self, size: float) -> None:
        """Make the picture a part of the usual one, and the card with it."""
        width = round(WIDTH * size) + PADDING
        self.button.setIconSize(QSize(WIDTH, HEIGHT) * size)
        self.button.setFixedWidth(width)
        metrics = self.button.fontMetrics()
        name_height = NAME_LINES * metrics.lineSpacing()
        self.button.setFixedHeight(round(HEIGHT * size) + name_height + PADDING)
        self.button.setText(without_keys(on_two_lines(self._title, metrics, width - PADDING)))

    def tell(self, notes: str) -> None:
        """Say below the name what the document is about."""
        self.story.setText(beginning(notes))
        self.story.setVisible(bool(notes))
        self.story.ensurePolished()  # in its own letters
        self.story.setFixedHeight(self.story.heightForWidth(self.story.width()))

    def draw(self, palette: Palette, ratio: float) -> None:
        """Run the scenario and show it; a file that can't be read says so in its tip.

        It is read beside the window's thread, for its drive may be slow or gone.
        """
        self._looks = (palette, ratio)
        if self.drawn is not None:
            self._draw(self.drawn)
        elif self._errand is None:
            self._errand = Errand(self.read, self._take)

    @Slot()
    def _take(self) -> None:
        errand = self._errand
        if errand is None or not errand.over:
            return
        self._errand = None
        try:
            self.drawn = errand.result
        except ScenarioError as error:
            self._refuse(error)
        else:
            self._draw(errand.result)

    def _draw(self, document: Document) -> None:
        try:
            picture = thumbnail(simulate(document.scenario), *self._looks)
        except ScenarioError as error:
            self._refuse(error)
            return
        self._show(picture)

    def _refuse(self, error: ScenarioError) -> None:
        self.button.setToolTip(tip(str(error)))
        self.button.setEnabled(False)

    def grey(self, palette: Palette, why: str) -> None:
        """The file is not there now."""
        self.button.setEnabled(False)
        self._show(blank(why, palette.quiet))

    def _show(self, picture: QPixmap) -> None:
        icon = QIcon()
        for mode in (QIcon.Mode.Normal, QIcon.Mode.Disabled):
            icon.addPixmap(picture, mode)
        self.button.setIcon(icon)


class StartPage(Page):
    """Cards in a grid; pictures are made one after the other while the page is in front."""

    def __init__(self, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._settings = settings
        self._palette = LIGHT
        self._waiting: list[Card] = []
        self._next = QTimer(self, singleShot=True, interval=0)
        self._next.timeout.connect(self._draw_next)
        self._stale = True
        self._columns = 0
        self.examples: list[Card] = []
        self.recent: list[Card] = []
        self._scroll = scroll = QScrollArea()
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # it follows the card with the keys
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        outside = QVBoxLayout(self)
        outside.setContentsMargins(0, 0, 0, 0)
        outside.addWidget(scroll)
        inside = QWidget()
        inside.setObjectName("overview")
        column = QVBoxLayout(inside)
        column.setContentsMargins(16, 12, 16, 12)
        self._examples_grid, self._recent_grid = QGridLayout(), QGridLayout()
        name = PlainLabel(self.tr("Headroom"))
        name.setObjectName("welcomeTitle")
        lead = PlainLabel(
            self.tr(
                "How much compute will there be, what will it cost, what holds it back, and what "
                "if a supplier fails?"
            )
        )
        lead.setWordWrap(True)
        for label in (name, lead):
            column.addWidget(label)
        column.addSpacing(16)
        key = PlainLabel(
            self.tr("Filled: the capacity there will be; dashed: the demand; on a log scale.")
        )
        key.setObjectName("caption")
        key.setWordWrap(True)
        self._no_files = PlainLabel(
            self.tr(
                "Files that you open or save are listed here. Drop one on the window, or press "
                "Ctrl+O."
            )
        )
        self._no_files.setWordWrap(True)
        self._no_files.setObjectName("caption")
        for title, grid in (
            (self.tr("Examples"), self._examples_grid),
            (self.tr("Recent files"), self._recent_grid),
        ):
            label = PlainLabel(title)
            label.setObjectName("pageTitle")
            column.addWidget(label)
            if grid is self._examples_grid:
                column.addWidget(key)
            grid.setSpacing(12)
            grid.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
            column.addLayout(grid)
            column.addSpacing(16)
        column.addWidget(self._no_files)
        column.addStretch(1)
        scroll.setWidget(inside)
        settings.changed.connect(self._note)

    def use_palette(self, palette: Palette) -> None:
        self._palette = palette
        self._stale = True
        if self.isVisible():
            self._fill()

    @Slot(str)
    def _note(self, key: str) -> None:
        if key in ("recent_files", "pinned_files"):
            self._stale = True
            if self.isVisible():
                self._fill()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._fill()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_out()

    def _fill(self) -> None:
        """New cards where anything has changed since the last."""
        there = present(self._settings.listed_files)
        known = [found is not False for found in there.values()]
        if not self._stale and known == [card.button.isEnabled() for card in self.recent]:
            return
        self._stale = False
        now = QApplication.focusWidget()
        had_keys = now is not None and (now is self or self.isAncestorOf(now))
        for card in (*self.examples, *self.recent):
            card.hide()
            card.deleteLater()
        self.examples = [self._example(name) for name in templates.EXAMPLES]
        self.recent = [self._file(path, found is not False) for path, found in there.items()]
        self._no_files.setVisible(not self.recent)
        self._columns = 0
        self._lay_out()
        self._waiting = [c for c in (*self.examples, *self.recent) if c.button.isEnabled()]
        self._next.start()
        if had_keys:  # with the cards that are gone they would be lost
            self.examples[0].button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _example(self, name: str) -> Card:
        scenario = templates.example(name).scenario
        card = Card(scenario.name, f"{scenario.name}\n{scenario.notes}", lambda: _example(name))
        card.tell(scenario.notes)
        card.button.setProperty("opens", name)
        card.button.clicked.connect(self._open_example)
        return card

    def _file(self, path: Path, there: bool) -> Card:
        card = Card(path.stem, str(path), lambda: scenario_files.load(path))
        card.button.setProperty("opens", str(path))
        card.button.clicked.connect(self._open_file)
        if not there:
            card.grey(self._palette, self.tr("not there now"))
        pinned = path in self._settings.pinned_files
        card.pin.setChecked(pinned)
        card.pin.setText(self.tr("★ pinned") if pinned else self.tr("☆ pin"))
        card.pin.setToolTip(self.tr("Keep this file on the list"))
        card.pin.setAccessibleName(self.tr("Pin {file}").format(file=short(path.name)))
        card.pin.setProperty("opens", str(path))
        card.pin.clicked.connect(self._pin)
        card.pin.show()
        return card

    def _lay_out(self) -> None:
        """As many columns as fit."""
        columns = max(1, (self._scroll.viewport().width() - 32) // (CARD_WIDTH + 12))
        if columns == self._columns:
            return
        self._columns = columns
        for grid, cards in ((self._examples_grid, self.examples), (self._recent_grid, self.recent)):
            for place, card in enumerate(cards):
                grid.addWidget(card, place // columns, place % columns)

    @Slot()
    def _draw_next(self) -> None:
        """One picture a turn of the event loop, and none while another page is in front."""
        if not self._waiting:
            return
        if not self.isVisible():
            self._waiting, self._stale = [], True
            return
        self._waiting.pop(0).draw(self._palette, self.devicePixelRatioF())
        self._next.start()

    def _opens(self) -> str:
        return str(self.sender().property("opens"))

    @Slot()
    def _open_example(self) -> None:
        self.example_wanted.emit(self._opens())

    @Slot()
    def _open_file(self) -> None:
        self.file_wanted.emit(self._opens())

    @Slot(bool)
    def _pin(self, pinned: bool) -> None:
        self._settings.pin_file(Path(self._opens()), pinned)


def _example(name: str) -> Document:
    return templates.example(name)
