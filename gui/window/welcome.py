"""The first minute: what Headroom is, where to begin, one lever to drag, over the live window."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from engine import Document, Scenario, parameter
from gui.document import templates
from gui.document.session import Session
from gui.levers.rows import make_row
from gui.pages.start import PADDING, Card
from gui.pages.thumbnail import WIDTH
from gui.widgets.palette import Palette
from gui.widgets.plain import PlainLabel
from gui.widgets.style import BODY_POINTS

LEVER = "power_budget_gw"
OFFERED = ("article_2025_10", "public_record_2026_11", "power_starved")
BORDER = 4  # the style sheet's, on both sides
EDGE = 16  # pixels from the page's edge
WIDEST = 1080  # in letters of the usual size: longer lines are not read
SMALLER, SMALLEST = 0.8, 0.5  # of a picture on the start page; narrower, and they say nothing
QWIDGETSIZE_MAX = (1 << 24) - 1  # Qt's own, which PySide6 does not name
LEVER_WIDTH, LEAST_LEVER_WIDTH = 300, 250
TELLS = 9  # lines of the sentence about the drag: they have their room from the first


class Welcome(QFrame):
    """A sheet over the lower part of the page in front; what lies above it lives on."""

    example_wanted = Signal(str)
    tour_wanted = Signal()
    ended = Signal()

    def __init__(self, session: Session, page: QWidget, palette: Palette, window: QWidget) -> None:
        """`page`: what it lies over; `window`: what that is part of."""
        super().__init__(window)
        self._session, self._page, self._window = session, page, window
        self.setObjectName("welcome")
        self.setAccessibleName(self.tr("Welcome to Headroom"))
        self.row = make_row(parameter(LEVER), session)
        self.cards = {name: self._card(name) for name in OFFERED}
        self.look = QPushButton(self.tr("&Look around"))
        self.tour = QPushButton(self.tr("Take the &tour"))
        self._told = PlainLabel(self.tr("Every curve above follows while you drag."))
        self._lever, self._offers = QWidget(), QWidget()
        self._grid = QGridLayout(self)
        self._compose()
        self.use_palette(palette)
        self._show_scenario(session.scenario)
        session.scenario_changed.connect(self._show_scenario)
        session.opened.connect(self._show_chosen)
        self.look.clicked.connect(self.end)
        self.tour.clicked.connect(self._begin_tour)
        for watched in (page, window):
            watched.installEventFilter(self)

    def _compose(self) -> None:
        title = PlainLabel(self.tr("Headroom"))
        title.setObjectName("welcomeTitle")
        lead = self._text(
            self.tr(
                "How much compute will there be, what will it cost, what holds it back, and what "
                "if a supplier fails?"
            ),
            "pageTitle",
        )
        more = self._text(
            self.tr(
                "Every number follows from levers, at once. It begins with one announcement of "
                "October 2025: up to a million TPUs, more than a gigawatt, tens of billions of "
                "dollars."
            )
        )
        private = self._text(
            self.tr("Nothing leaves this machine: there is no network in it."), "caption"
        )
        words = QVBoxLayout()
        words.setSpacing(6)
        for label in (title, lead, more):
            words.addWidget(label)
        words.addStretch(1)
        self.row.lock.hide()
        self._told.setWordWrap(True)
        self._told.setMinimumHeight(TELLS * self._told.fontMetrics().lineSpacing())
        self._told.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        self._told.setIndent(EDGE // 2)
        lever = QVBoxLayout(self._lever)
        lever.setContentsMargins(0, 0, 0, 0)
        lever.setSpacing(2)
        lever.addWidget(self._text(self.tr("Drag one lever"), "section"))
        lever.addWidget(self.row)
        lever.addWidget(self._told)
        lever.addStretch(1)
        cards = QHBoxLayout(self._offers)
        cards.setContentsMargins(0, 0, 0, 0)
        cards.setSpacing(EDGE // 2)
        for card in self.cards.values():
            cards.addWidget(card)
        cards.addStretch(1)
        buttons = QHBoxLayout()
        buttons.setSpacing(EDGE // 2)
        buttons.addWidget(private, 1)
        buttons.addWidget(self.tour)
        buttons.addWidget(self.look)
        grid = self._grid
        grid.setContentsMargins(EDGE + 4, EDGE, EDGE + 4, EDGE)
        grid.setHorizontalSpacing(2 * EDGE)
        grid.setVerticalSpacing(4)
        grid.addLayout(words, 0, 0)
        grid.addWidget(self._text(self.tr("Begin with"), "section"), 1, 0)
        grid.addLayout(buttons, 3, 0, 1, 2)
        grid.setColumnStretch(0, 1)
        self._arrange(narrow=False)

    def _arrange(self, *, narrow: bool) -> None:
        """The lever beside all the rest, or above the pictures where they need the whole width."""
        self._grid.setColumnMinimumWidth(1, LEAST_LEVER_WIDTH if narrow else LEVER_WIDTH)
        # the words have all the rest
        self._lever.setMaximumWidth(LEAST_LEVER_WIDTH if narrow else QWIDGETSIZE_MAX)
        self._grid.addWidget(self._lever, 0, 1, 1 if narrow else 3, 1)
        self._grid.addWidget(self._offers, 2, 0, 1, 2 if narrow else 1)

    @staticmethod
    def _text(text: str, name: str = "") -> PlainLabel:
        label = PlainLabel(text)
        label.setObjectName(name)
        label.setWordWrap(True)
        return label

    def _card(self, name: str) -> Card:
        scenario = templates.example(name).scenario
        read: Callable[[], Document] = partial(templates.example, name)
        card = Card(scenario.name, f"{scenario.name}\n{scenario.notes}", read, SMALLER)
        card.button.setCheckable(True)
        card.button.clicked.connect(partial(self._choose, name))
        return card

    def use_palette(self, palette: Palette) -> None:
        """Draw the pictures in its colours."""
        for card in self.cards.values():
            card.draw(palette, self.devicePixelRatioF())

    def begin(self) -> None:
        """Show it, with the keys at the way out."""
        self._place()
        self._show_chosen()
        self.show()
        self.raise_()
        self.look.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def end(self) -> None:
        """Away with it; the scenario stays as it is."""
        if not self.isHidden():
            self.hide()
            self.ended.emit()

    @Slot(str)
    def tell(self, sentence: str) -> None:
        """What the drag has done."""
        if sentence and self.isVisible():
            self._told.setText(sentence)

    @Slot(object)
    def _show_scenario(self, scenario: Scenario) -> None:
        self.row.show_scenario(scenario)

    @Slot()
    def _show_chosen(self) -> None:
        for name, card in self.cards.items():
            own = templates.example(name).scenario.name
            card.button.setChecked(own == self._session.scenario.name)

    def _choose(self, name: str) -> None:
        self.example_wanted.emit(name)
        self._show_chosen()

    @Slot()
    def _begin_tour(self) -> None:
        self.end()
        self.tour_wanted.emit()

    def _place(self) -> None:
        """At the foot of the page, so that the first charts are seen above it."""
        over = QRect(self._page.mapTo(self._window, QPoint(0, 0)), self._page.size())
        usual = self.font().pointSizeF() / BODY_POINTS
        width = min(over.width() - 2 * EDGE, round(WIDEST * usual))
        gaps = 2 * (EDGE + 4) + BORDER + EDGE // 2 * (len(self.cards) - 1)
        beside = self._room_for_a_picture(width - gaps - LEVER_WIDTH - 2 * EDGE)
        narrow = beside < SMALLEST
        self._size_cards(self._room_for_a_picture(width - gaps) if narrow else beside)
        self._arrange(narrow=narrow)
        self._grid.invalidate()
        height = self._grid.totalHeightForWidth(width)
        left = over.left() + (over.width() - width) // 2
        top = max(over.bottom() - EDGE - height, 0)
        self.setGeometry(left, top, width, height)

    def _room_for_a_picture(self, width: int) -> float:
        """How large each may be where all have so many pixels, as a share of its usual size."""
        return (width // len(self.cards) - PADDING) / WIDTH

    def _size_cards(self, most: float) -> None:
        """Pictures as large as usual here, or smaller where all three have to stand in less."""
        for card in self.cards.values():
            card.size_picture(min(SMALLER, most))
        # or the sheet would be as high as the cards were before
        for widget in (*self.cards.values(), self._offers):
            widget.updateGeometry()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Resize, QEvent.Type.Move) and not self.isHidden():
            self._place()
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.end()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            (self.tour if self.tour.hasFocus() else self.look).click()
        else:
            super().keyPressEvent(event)
