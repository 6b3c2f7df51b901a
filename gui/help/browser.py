"""Shows a page: pictures as wide as there is room, links inside, others by the system."""

from __future__ import annotations

from importlib.resources.abc import Traversable

from PySide6.QtCore import QLocale, Qt, QUrl, Signal
from PySide6.QtGui import (
    QDesktopServices,
    QImage,
    QResizeEvent,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
)
from PySide6.QtWidgets import QTextBrowser, QTextEdit, QWidget

from engine.resource import resource
from gui.help.document import dress
from gui.help.sections import found_form
from gui.widgets.palette import LIGHT, Palette
from gui.words.searching import Folded, asked_words

SIDES = 64  # pixels of a page beside its pictures
WIDEST_PICTURE = 1100
ZOOMS = (0.8, 0.9, 1.0, 1.15, 1.3, 1.5, 1.8)
PLAIN = 2  # of ZOOMS
MOST_MARKS = 3000  # on a page; a letter alone can have more
THEMED = "-light.png"


def place_of(anchor: str, document: QTextDocument) -> int:
    """Where an anchor stands in a document; its beginning where there is no such anchor."""
    block = document.begin()
    while block.isValid():
        parts = block.begin()
        while not parts.atEnd():
            part = parts.fragment()
            if anchor in part.charFormat().anchorNames():
                return part.position()
            parts += 1
        block = block.next()
    return 0


class HelpBrowser(QTextBrowser):
    """One page at a time. It opens no page by itself: it says what is wanted."""

    page_wanted = Signal(str, str)  # key, anchor

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("helpPage")
        self.setOpenLinks(False)
        self.setAccessibleName(self.tr("Page of the help"))
        # with a caret, which is where a screen reader reads on
        by_keys = Qt.TextInteractionFlag.TextSelectableByKeyboard
        self.setTextInteractionFlags(self.textInteractionFlags() | by_keys)
        self.anchorClicked.connect(self._follow)
        self._palette = LIGHT
        self._zoom = PLAIN
        self._markdown = ""
        self._page = ""
        self._anchor = ""  # from which it was opened
        self._words = ""  # that are marked on it
        self._room = 0
        self._document: QTextDocument | None = None

    def use_palette(self, palette: Palette) -> None:
        if palette is not self._palette:
            self._palette = palette
            self._fill()

    def show_page(self, key: str, markdown: str, anchor: str = "", words: str = "") -> None:
        """Show a page from an anchor on, with some words marked for as long as it is shown."""
        self._words = ""  # of the page before
        if (key, markdown) != (self._page, self._markdown):
            self._page, self._markdown = key, markdown
            self._fill()
        self._put_caret(anchor)
        self.verticalScrollBar().setValue(0)
        if anchor:
            self.scrollToAnchor(anchor)
        self._anchor, self._words = anchor, words
        self._mark()

    def _put_caret(self, anchor: str) -> None:
        """Where the anchor is; without one, where the page begins."""
        cursor = QTextCursor(self.document())
        if anchor:
            cursor.setPosition(place_of(anchor, self.document()))
        self.setTextCursor(cursor)

    def zoom(self, steps: int) -> None:
        """Larger or smaller text; no steps is the plain size again."""
        wanted = PLAIN if not steps else min(max(self._zoom + steps, 0), len(ZOOMS) - 1)
        if wanted != self._zoom:
            self._zoom = wanted
            self._fill()

    @property
    def zoom_factor(self) -> float:
        return ZOOMS[self._zoom]

    def _fill(self) -> None:
        at = self.verticalScrollBar().value()
        # a document of its own: one that is shown is laid out at every edit, and Qt then
        # stumbles over tables that are put in the place of text
        document, before = QTextDocument(self), self._document
        zoom = self.zoom_factor * self._palette.type_scale
        dress(document, self._markdown, self._palette, zoom)
        self.setExtraSelections([])  # of the document before
        self.setDocument(document)
        self._document = document
        if before is not None:
            before.deleteLater()
        self.moveCursor(QTextCursor.MoveOperation.Start)
        self.verticalScrollBar().setValue(at)
        self._mark()

    def loadResource(self, kind: int, name: QUrl | str) -> object:
        """A picture of the theme, no wider than the page; nothing else is ever loaded."""
        file = QUrl(name).path().rpartition("/")[2]
        if kind != QTextDocument.ResourceType.ImageResource.value or not file.endswith(".png"):
            return None
        picture = self._picture(file)
        if picture is None:
            return None
        image = QImage.fromData(picture.read_bytes())
        ratio = self.devicePixelRatioF()
        width = min(self.viewport().width() - SIDES, WIDEST_PICTURE, image.width())
        shown = image.scaledToWidth(
            max(round(width * ratio), 1), Qt.TransformationMode.SmoothTransformation
        )
        shown.setDevicePixelRatio(ratio)
        return shown

    def _picture(self, file: str) -> Traversable | None:
        """The file's likeness in the theme and the language, as far as there is one."""
        dark = self._palette.dark
        names = [file.replace(THEMED, "-dark.png"), file] if dark else [file]
        found = (
            resource("help", *folder, name)
            for folder in ((QLocale().bcp47Name().partition("-")[0],), ())
            for name in names
        )
        return next((path for path in found if path.is_file()), None)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != self._room and ".png" in self._markdown:
            self._fill()  # pictures are as wide as there is room
        self._room = event.size().width()

    def _mark(self) -> None:
        """Mark what was searched for wherever it stands."""
        look = QTextCharFormat()
        look.setBackground(self.palette().highlight())
        look.setForeground(self.palette().highlightedText())
        seen = Folded.of(self.document().toRawText())
        forms = [found_form(word, seen.text) for word in asked_words(self._words)]
        places = list(seen.found([form for form in forms if form]))
        if len(places) > MOST_MARKS:  # a letter or two are looked for
            here = place_of(self._anchor, self.document()) if self._anchor else 0
            places.sort(key=lambda place: abs(place[0] - here))
            places = sorted(places[:MOST_MARKS])
        self.setExtraSelections([self._marked(begin, end, look) for begin, end in places])

    def _marked(self, begin: int, end: int, look: QTextCharFormat) -> QTextEdit.ExtraSelection:
        mark = QTextEdit.ExtraSelection()
        mark.format = look
        cursor = QTextCursor(self.document())
        cursor.setPosition(begin)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        mark.cursor = cursor
        return mark

    def _follow(self, link: QUrl) -> None:
        """Pages of ours here; the rest goes to the system's browser, and only by a click."""
        if link.scheme() in ("http", "https"):
            QDesktopServices.openUrl(link)
            return
        key = link.path().removesuffix(".md") or self._page
        self.page_wanted.emit(key, link.fragment())
