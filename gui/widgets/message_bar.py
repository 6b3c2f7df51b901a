"""The bar that says what happened, in the place of a dialog."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QWidget,
)

from gui.widgets.plain import PlainLabel
from gui.widgets.spoken import announce

SIGN = 18  # pixels of the round sign before the text
Action = tuple[str, Callable[[], object]]  # what the button says, and what it does


class MessageBar(QFrame):
    """One line at a time, until closed or replaced; hidden when there is nothing to say.

    An offer stands until it is answered or closed: another message only comes before it.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("messageBar")
        self._sign = PlainLabel()  # a colour alone would not tell an error from a notice
        self._sign.setObjectName("messageSign")
        self._sign.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._sign.setFixedSize(SIGN, SIGN)
        self._text = PlainLabel()
        self._text.setTextFormat(Qt.TextFormat.PlainText)  # a file's name is no markup
        self._text.setWordWrap(True)
        self._text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._text.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._stays = False
        self.buttons: dict[str, QPushButton] = {}
        self._doing: dict[str, Callable[[], object]] = {}
        self._standing: tuple[str, Sequence[Action]] | None = None
        self._offering = False  # whether what is shown is the standing offer
        self._offers = QHBoxLayout()
        self._offers.setSpacing(6)
        close = QToolButton()
        close.setText("✕")
        close.setAutoRaise(True)
        close.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        close.setAccessibleName(self.tr("Close the message"))
        close.setToolTip(self.tr("Close the message"))
        close.clicked.connect(self.hide)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(12, 6, 6, 6)
        layout.addWidget(self._sign)
        layout.addWidget(self._text, 1)
        layout.addLayout(self._offers)
        layout.addWidget(close)
        self.hide()

    @property
    def text(self) -> str:
        return "" if self.isHidden() else self._text.text()

    def say(
        self,
        text: str,
        *,
        error: bool = False,
        actions: Sequence[Action] = (),
        stays: bool | None = None,
    ) -> None:
        """Show one line, with a button for each of `actions`: its label and what it does.

        A button closes the bar first and acts then, so that the act may say something itself.
        What `stays` is there until it is answered, as errors and offers are unless told
        otherwise; the rest goes when there is something newer to be said in its place.
        """
        self._stays = bool(error or actions) if stays is None else stays
        self._offering = False
        self._say(text, error, actions)

    def offer(self, text: str, actions: Sequence[Action]) -> None:
        """Show a line with buttons that comes back when the messages after it are gone."""
        self._standing = (text, tuple(actions))
        if self.isHidden() or self._offering:
            self._come_back()

    def withdraw(self) -> None:
        """There is nothing to offer any more."""
        self._standing = None
        if self._offering:
            self.hide()

    def clear(self) -> None:
        """What was said is over, as another file is open; an offer stays."""
        if not self._offering:
            self.hide()

    def hide(self) -> None:
        """Close what is shown; an offer that stood behind it comes back."""
        if self._offering:
            self._standing = None
        self._close()
        self._come_back()

    def _close(self) -> None:
        self._offering = False
        self._offer(())  # no button of a message that is gone can be pressed
        super().hide()

    def _come_back(self) -> None:
        if self._standing is not None:
            self._offering = self._stays = True
            self._say(self._standing[0], False, self._standing[1])

    def _say(self, text: str, error: bool, actions: Sequence[Action]) -> None:
        self._text.setText(text)
        self._sign.setText("!" if error else "i")
        kind = self.tr("Error: {}") if error else self.tr("Notice: {}")
        self.setAccessibleName(kind.format(text))
        self._offer(actions)
        self.setProperty("error", error)
        for widget in (self, self._sign):
            widget.style().unpolish(widget)
            widget.style().polish(widget)
        self.show()
        announce(self, kind.format(text))

    @Slot()
    def give_way(self) -> None:
        """What was a notice only has been read by now."""
        if not self._stays:
            self.hide()

    @Slot(str)
    def tell(self, text: str) -> None:
        """A notice, from a signal."""
        self.say(text)

    @Slot(str)
    def refuse(self, text: str) -> None:
        """An error, from a signal."""
        self.say(text, error=True)

    def _offer(self, actions: Sequence[Action]) -> None:
        for old in self.buttons.values():
            self._offers.removeWidget(old)
            old.hide()
            old.deleteLater()
        self.buttons = {}
        self._doing = dict(actions)
        for label in self._doing:
            button = QPushButton(label)
            button.setAutoDefault(False)
            button.clicked.connect(self._act)
            self._offers.addWidget(button)
            self.buttons[label] = button

    @Slot()
    def _act(self) -> None:
        pressed = self.sender()
        act = next((self._doing[label] for label, b in self.buttons.items() if b is pressed), None)
        if act is None:  # of a message that is gone
            return
        if self._offering:
            self._standing = None
        self._close()
        act()
        if self.isHidden():
            self._come_back()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.hide()
        else:
            super().keyPressEvent(event)


PADDING = 3  # pixels, above and below the sentence


class SentenceLabel(PlainLabel):
    """The sentence about the last change, also said to screen readers."""

    spoken = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.setObjectName("changeSentence")
        self.setWordWrap(True)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.setText(self.tr("Move a lever: what changes, and what then binds, is said here."))

    def say(self, text: str) -> None:
        self.setText(text)  # which is its name, too
        announce(self, text)
        self.spoken.emit(text)

    def event(self, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Polish, QEvent.Type.FontChange, QEvent.Type.StyleChange):
            # room for two lines always, or the page would jump with a long sentence
            lines = round(2 * self.fontMetrics().lineSpacing()) + 2 * PADDING
            self.setMinimumHeight(lines)
        return super().event(event)
