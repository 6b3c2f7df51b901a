"""The table of a list in a window of its own, beside the main one."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QVBoxLayout, QWidget

from engine import parameter
from gui.document.session import Session
from gui.entries.table import EntriesTable
from gui.widgets.plain import PlainLabel, in_title

SIZE = (980, 460)  # pixels


class EntriesWindow(QDialog):
    """Not in the way of the main window: levers move and charts follow while it is open."""

    def __init__(self, session: Session, key: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setModal(False)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        row = parameter(key)
        self.setWindowTitle(in_title(row.label_text))
        about = PlainLabel(row.help_text)
        about.setObjectName("caption")
        about.setWordWrap(True)
        self.table = EntriesTable(session, key)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        close = buttons.button(QDialogButtonBox.StandardButton.Close)
        close.setText(self.tr("Close"))
        close.setAutoDefault(False)  # Enter is a cell's
        buttons.rejected.connect(self.close)
        layout = QVBoxLayout(self)
        layout.addWidget(about)
        layout.addWidget(self.table, 1)
        layout.addWidget(buttons)
        for keys, act in (
            (QKeySequence.StandardKey.Undo, session.history.undo),
            (QKeySequence.StandardKey.Redo, session.history.redo),
        ):
            QShortcut(QKeySequence(keys), self).activated.connect(act)
        self.resize(*SIZE)
        self.table.view.setFocus()
