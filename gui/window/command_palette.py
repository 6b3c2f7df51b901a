"""The command palette: every action and every lever, found by typing (Ctrl+K)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, Qt, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

WIDTH, HEIGHT = 520, 360
MOST_SHOWN = 60


@dataclass(frozen=True)
class Command:
    """Something to do, its hint (a shortcut, a group), and how."""

    text: str
    hint: str
    run: Callable[[], None]


class CommandPalette(QFrame):
    """A field over a list, on top of the window until something is chosen or Esc pressed."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self.setObjectName("commandPalette")
        self._commands: Sequence[Command] = ()
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
        layout = QVBoxLayout(self)
        layout.addWidget(self.field)
        layout.addWidget(self.list)
        self.hide()

    def open(self, commands: Sequence[Command]) -> None:
        self._commands = commands
        self._before = self._window.focusWidget()
        self.setGeometry((self._window.width() - WIDTH) // 2, 60, WIDTH, HEIGHT)
        self.field.clear()
        self._filter("")
        self.show()
        self.raise_()
        self.field.setFocus()

    @Slot(str)
    def _filter(self, text: str) -> None:
        words = text.lower().split()
        self.list.clear()
        for number, command in enumerate(self._commands):
            if all(word in f"{command.text} {command.hint}".lower() for word in words):
                hint = f"   {command.hint}" if command.hint else ""
                item = QListWidgetItem(f"{command.text}{hint}")
                item.setData(Qt.ItemDataRole.UserRole, number)
                self.list.addItem(item)
                if self.list.count() == MOST_SHOWN:
                    break
        self.list.setCurrentRow(0)

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
                return True
        if event.type() == QEvent.Type.FocusOut and self.isVisible():
            self.hide()
        return super().eventFilter(watched, event)

    def _close(self) -> None:
        self.hide()
        if self._before is not None:
            self._before.setFocus()

    def _run(self, item: QListWidgetItem | None) -> None:
        self._close()
        if item is not None:
            self._commands[item.data(Qt.ItemDataRole.UserRole)].run()
