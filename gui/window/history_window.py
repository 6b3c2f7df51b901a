"""The steps of undo as a list: a click goes to any of them, and what came after stays to redo."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog, QUndoView, QVBoxLayout, QWidget

from gui.document.session import Session
from gui.widgets.plain import PlainLabel

WIDTH, HEIGHT = 420, 480


class HistoryWindow(QDialog):
    """Stands beside the window, which goes on; Escape closes it."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("History"))
        self.steps = QUndoView(session.history)
        self.steps.setAccessibleName(self.tr("Steps, the latest last"))
        self.steps.setEmptyLabel(self.tr("As it was opened"))
        hint = PlainLabel(self.tr("Click a step, or walk with the arrow keys, to go back to it."))
        hint.setObjectName("caption")
        hint.setWordWrap(True)
        layout = QVBoxLayout(self)
        layout.addWidget(hint)
        layout.addWidget(self.steps, 1)
        self.resize(WIDTH, HEIGHT)
