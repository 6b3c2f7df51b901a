"""The command palette: levers, pages and actions, found by typing (Ctrl+K)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, Qt, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from engine.text import translate
from gui.widgets.plain import PlainLabel
from gui.widgets.spoken import announce
from gui.words.searching import asked_words, folded

WIDTH, HEIGHT, TOP, AROUND = 520, 360, 60, 16  # pixels
MOST_SHOWN = 60


@dataclass(frozen=True)
class Command:
    """Something to do, its hint (a shortcut, a group), and how.

    `leads`: it gives the keys to what it shows.
    """

    text: str
    hint: str
    run: Callable[[], object]
    leads: bool = False


def found(commands: Sequence[Command], asked: str) -> list[Command]:
    """Those with all the words of `asked`, the best first; of equal ones the order is kept."""
    words = asked_words(asked)
    ranked = ((_rank(command, words), command) for command in commands)
    return [command for rank, command in sorted(ranked, key=lambda pair: pair[0]) if rank < MISSING]


WHOLE, BEGINS, WORD, WITHIN, ELSEWHERE, MISSING = range(6)


def _rank(command: Command, words: Sequence[str]) -> int:
    """How well the words fit, the lower the better; the hint only helps."""
    text, hint = folded(command.text), folded(command.hint)
    if not all(word in f"{text} {hint}" for word in words):
        return MISSING
    asked = " ".join(words)
    parts = text.replace(":", " ").split()
    if asked in (text, *parts) and command.leads:
        return WHOLE
    if text.startswith(asked):
        return BEGINS
    if all(any(part.startswith(word) for part in parts) for word in words):
        return WORD
    return WITHIN if all(word in text for word in words) else ELSEWHERE


class CommandPalette(QFrame):
    """A field over a list, on top of the window until something is chosen or Esc pressed."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self.setObjectName("commandPalette")
        self._commands: Sequence[Command] = ()
        self._shown: Sequence[Command] = ()
        self._before: QWidget | None = None
        self.field = QLineEdit()
        self.field.setPlaceholderText(self.tr("Type an action or a lever"))
        self.field.setAccessibleName(self.tr("Find an action or a lever"))
        self.field.textChanged.connect(self._filter)
        self.field.installEventFilter(self)
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Actions and levers"))
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.itemClicked.connect(self._run)
        self._nothing = PlainLabel(self.tr("Nothing has all of these words in its name."))
        self._nothing.setObjectName("caption")
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        self._nothing.setContentsMargins(6, 4, 6, 4)
        layout = QVBoxLayout(self)
        layout.addWidget(self.field)
        layout.addWidget(self.list)
        layout.addWidget(self._nothing)
        self.hide()

    def open(self, commands: Sequence[Command]) -> None:
        self._commands = commands
        self._before = self._window.focusWidget()
        wide = min(WIDTH, self._window.width() - 2 * AROUND)
        high = min(HEIGHT, self._window.height() - TOP - AROUND)
        self.setGeometry((self._window.width() - wide) // 2, TOP, wide, high)
        self.field.clear()
        self._fill("")
        self.show()
        self.raise_()
        self.field.setFocus()

    @Slot(str)
    def _filter(self, text: str) -> None:
        self._fill(text)
        count = translate("CommandPalette", "%n found", "", len(self._shown))
        self._say_current(count)

    def _fill(self, text: str) -> None:
        self.list.clear()
        self._shown = found(self._commands, text)
        for command in self._shown[:MOST_SHOWN]:
            hint = f"   {command.hint}" if command.hint else ""
            self.list.addItem(f"{command.text}{hint}")
        self.list.setCurrentRow(0)
        self._nothing.setVisible(not self._shown)
        self.list.setVisible(bool(self._shown))

    def _say_current(self, before: str = "") -> None:
        """The keys stay in the field: a reader hears nothing of the list by itself."""
        item = self.list.currentItem()
        said = [before, item.text() if item is not None else ""]
        announce(self.field, ": ".join(filter(None, said)))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            key = event.key()
            if key == Qt.Key.Key_Escape:
                self._close()
                return True
            if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._run(self.list.currentItem())
                return True
            steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: 8}
            step = steps.get(Qt.Key(key), -8 if key == Qt.Key.Key_PageUp else 0)
            if step:
                row = self.list.currentRow() + step
                self.list.setCurrentRow(min(max(row, 0), self.list.count() - 1))
                self._say_current()
                return True
        if event.type() == QEvent.Type.FocusOut and self.isVisible():
            self.hide()
        return super().eventFilter(watched, event)

    def _close(self) -> None:
        """Back to where the keys were: hidden first, it would hand them to whatever is next."""
        if self._before is not None and self.field.hasFocus():
            self._before.setFocus(Qt.FocusReason.OtherFocusReason)
        self.hide()

    def _run(self, item: QListWidgetItem | None) -> None:
        command = self._shown[self.list.row(item)] if item is not None else None
        if command is None:
            self._close()
        elif command.leads:  # straight there, and nothing on the way is read out
            command.run()
            self._close()
        else:
            self._close()
            command.run()
