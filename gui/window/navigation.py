"""The pages of the window, one in front, and the rail at the left edge that chooses it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from typing import TypeVar

from PySide6.QtCore import QBuffer, QIODevice, QSize, Qt, Signal, Slot
from PySide6.QtGui import QAction, QColor, QIcon, QImageReader, QKeySequence, QPixmap
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QMenu,
    QSizePolicy,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from engine.resource import resource
from gui.pages.page import Page, PageRow, Parts
from gui.widgets.palette import Palette

DIGITS = 9  # pages with a key of their own
NATIVE = QKeySequence.SequenceFormat.NativeText  # Maj in French
ICON = 22  # pixels
LONG = 12  # letters of a name that has one line
ANY_DRAWING = "overview"  # where a page has none of its own

P = TypeVar("P", bound=Page)


class Rail(QFrame):
    """A picture and a name for each page, one below the other; arrows and the mouse choose."""

    chosen = Signal(str)

    def __init__(self, rows: Iterable[PageRow], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("rail")
        self.setAccessibleName(self.tr("Pages"))
        self._group = QButtonGroup(self)
        self.buttons: dict[str, QToolButton] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for number, row in enumerate(rows, 1):
            button = QToolButton()
            button.setObjectName("railPage")
            button.setText(on_lines(row.title_text))
            button.setAccessibleName(row.title_text)
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextUnderIcon)
            button.setIconSize(QSize(ICON, ICON))
            button.setCheckable(True)
            button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            button.setToolTip(row.title_text)
            if number <= DIGITS:
                keys = QKeySequence(f"Ctrl+{number}").toString(NATIVE)
                button.setToolTip(f"{row.title_text} ({keys})")
            button.setProperty("page", row.key)
            button.toggled.connect(self._choose)
            self._group.addButton(button)
            self.buttons[row.key] = button
            column.addWidget(button)
        column.addStretch(1)

    def mark(self, key: str) -> None:
        """Show which page is in front; none of them where it is not in the rail."""
        if key in self.buttons:
            self.buttons[key].setChecked(True)
        else:
            self._group.setExclusive(False)
            for button in self.buttons.values():
                button.setChecked(False)
            self._group.setExclusive(True)
        stop = self.buttons.get(key) or next(iter(self.buttons.values()))
        if any(button.hasFocus() for button in self.buttons.values()):
            stop.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            stop.setFocus()  # or the ring would stay around the page before
        for button in self.buttons.values():  # one stop of the keys; arrows go on from there
            policy = Qt.FocusPolicy.TabFocus if button is stop else Qt.FocusPolicy.NoFocus
            button.setFocusPolicy(policy)

    def use_palette(self, palette: Palette) -> None:
        """Draw the pictures in the colours of the text beside them."""
        for key, button in self.buttons.items():
            icon = QIcon()
            for state, colour in (
                (QIcon.State.Off, palette.quiet),
                (QIcon.State.On, palette.accent),
            ):
                side = round(ICON * palette.type_scale * self.devicePixelRatioF())
                drawn = drawing(key, colour, side)
                drawn.setDevicePixelRatio(self.devicePixelRatioF())
                icon.addPixmap(drawn, QIcon.Mode.Normal, state)
            button.setIcon(icon)
            side = round(ICON * palette.type_scale)
            button.setIconSize(QSize(side, side))

    @Slot(bool)
    def _choose(self, checked: bool) -> None:
        button = self.sender()
        if checked and isinstance(button, QToolButton):
            self.chosen.emit(button.property("page"))


def on_lines(title: str) -> str:
    """A long name with a line for each of its words, so that the rail stays narrow."""
    return title.replace(" ", "\n") if len(title) > LONG else title


def drawing(key: str, colour: str, side: int) -> QPixmap:
    """A page's drawing in one colour, `side` pixels wide; empty where Qt can't read drawings."""
    found = resource("icons", "pages", f"{key}.svg")
    if not found.is_file():
        found = resource("icons", "pages", f"{ANY_DRAWING}.svg")
    text = found.read_text("utf-8").replace("currentColor", QColor(colour).name())
    buffer = QBuffer()
    buffer.setData(text.encode())
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer, b"svg")
    reader.setScaledSize(QSize(side, side))
    return QPixmap.fromImage(reader.read())


class Pages(QStackedWidget):
    """Pages by key; the rail and `actions_by_key` choose which one is in front.

    The first is there from the start, each other once somebody asks for it: a window stands sooner
    without what nobody looks at. `made` tells of each, to be wired and dressed as the others are.
    """

    made = Signal(QWidget)

    def __init__(
        self, rows: tuple[PageRow, ...], parts: Parts, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._rows = {row.key: row for row in rows}
        self._parts = parts
        self._states: dict[str, object] = {}  # of pages that nobody has asked for yet
        self._first_states: dict[str, object] = {}  # of the others, as they were made
        self.by_key: dict[str, Page] = {}
        self.actions_by_key: dict[str, QAction] = {}
        in_rail = [row for row in rows if row.in_rail]
        self.rail = Rail(in_rail)
        self._make(rows[0].key)
        for number, row in enumerate(in_rail, 1):
            action = QAction(self.tr("Page: {title}").format(title=row.title_text), self)
            if number <= DIGITS:
                action.setShortcut(f"Ctrl+{number}")
            action.setData(row.key)
            action.triggered.connect(self._choose)
            self.actions_by_key[row.key] = action
        self.rail.mark(self.key)
        self.rail.chosen.connect(self.show_key)
        self.currentChanged.connect(self._follow)

    def __iter__(self) -> Iterator[Page]:
        """Those that are there."""
        return iter(self.by_key.values())

    def __getitem__(self, key: str) -> Page:
        """The page of a key, made where it was not there. Raises KeyError."""
        return self.by_key[key] if key in self.by_key else self._make(key)

    @property
    def keys(self) -> tuple[str, ...]:
        return tuple(self._rows)

    @property
    def key(self) -> str:
        """Of the page in front."""
        front = self.currentWidget()
        return next(key for key, page in self.by_key.items() if page is front)

    @property
    def in_front(self) -> Page:
        return self.by_key[self.key]

    def whole(self) -> list[Page]:
        """All pages, the one in front first; those that were not there are made."""
        pages = [self[key] for key in self.keys]
        return sorted(pages, key=lambda page: page is not self.in_front)

    def get(self, key: str, kind: type[P]) -> P:
        """The page of a key, known to be of this kind."""
        page = self[key]
        assert isinstance(page, kind)
        return page

    @property
    def states(self) -> dict[str, object]:
        """How each page shows what it shows, of those that have something to keep."""
        states = self._states | {key: page.state for key, page in self.by_key.items()}
        return {key: state for key, state in states.items() if state is not None}

    def use_states(self, states: Mapping[str, object]) -> None:
        """Show them so, those to come once they are made; a page that is not told is as at first.

        Raises TypeError or ValueError where a state is none of its page's.
        """
        self._states = {key: state for key, state in states.items() if key in self._rows}
        for key, page in self.by_key.items():
            state = self._states.pop(key, self._first_states[key])
            if state is not None:
                page.use_state(state)

    def show_page(self, page: QWidget) -> None:
        self.setCurrentWidget(page)

    def go_to(self, key: str) -> None:
        """The same, and the keys go with it: an arrow is no lever's any more."""
        self.show_key(key)
        self.in_front.take_keys()

    @Slot(str)
    def show_key(self, key: str) -> None:
        """Bring the page of a key to the front; nothing happens where there is none."""
        if key in self._rows:
            self.setCurrentWidget(self[key])

    def _make(self, key: str) -> Page:
        # last in the order of the keys: where the other pages are, which the window has last
        self.by_key[key] = page = self._rows[key].make(self._parts)
        self._first_states[key] = page.state
        self.addWidget(page)
        self.made.emit(page)
        if key in self._states:
            with suppress(TypeError, ValueError, LookupError, ArithmeticError, AttributeError):
                page.use_state(self._states.pop(key))  # somebody's editor's: as it is at first
        return page

    def add_to(self, menu: QMenu) -> None:
        """The pages as entries of a menu."""
        menu.addActions(list(self.actions_by_key.values()))

    @Slot()
    def _follow(self) -> None:
        self.rail.mark(self.key)
        self._hand_keys_on()

    def _hand_keys_on(self) -> None:
        """A page that has just been built gets the keys itself, and has no use for them."""
        if self.currentWidget().hasFocus():
            self.in_front.take_keys()

    @Slot()
    def _choose(self) -> None:
        chosen = self.sender()
        if isinstance(chosen, QAction):
            self.go_to(chosen.data())
