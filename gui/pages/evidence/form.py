"""A small form over the page: fields under each other, what is wrong with them, and what to do."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from engine.tables.grades import GRADES, grade_text
from engine.tables.list_schema import LONGEST_NOTE
from engine.tables.parameter import month_number, month_text
from gui.widgets.combo import ComboBox
from gui.widgets.plain import PlainLabel, in_title
from gui.words.numbers import UnreadableError
from gui.words.typed_months import read_month

WIDTH = 460  # pixels
NOTE_HEIGHT = 70


class EvidenceForm(QDialog):
    """Asks without stopping the window's clock; nothing is kept until it is asked for."""

    removed = Signal(str)

    def __init__(self, title: str, about: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(in_title(title))
        self.setMinimumWidth(WIDTH)
        self.fields = QFormLayout()
        self.fields.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        head = PlainLabel(about)
        head.setWordWrap(True)
        self.problem = PlainLabel()
        self.problem.setObjectName("problem")
        self.problem.setWordWrap(True)
        self.problem.hide()
        self.buttons = QDialogButtonBox()
        self.keep = QPushButton(self.tr("&Keep"))
        self.keep.setDefault(True)
        self.buttons.addButton(self.keep, QDialogButtonBox.ButtonRole.AcceptRole)
        cancel = QPushButton(self.tr("Cancel"))
        self.buttons.addButton(cancel, QDialogButtonBox.ButtonRole.RejectRole)
        self.buttons.accepted.connect(self._try)
        self.buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 16, 20, 16)
        layout.setSpacing(12)
        layout.addWidget(head)
        layout.addLayout(self.fields)
        layout.addWidget(self.problem)
        layout.addWidget(self.buttons)

    def line(self, label: str, text: str, hint: str = "") -> QLineEdit:
        """A field for one line."""
        field = QLineEdit(text)
        field.setMaxLength(LONGEST_NOTE)
        field.setPlaceholderText(hint)
        self.fields.addRow(label, field)
        return field

    def grades(self, label: str, grade: str) -> ComboBox:
        """A choice of A, B and C."""
        box = ComboBox()
        for each in GRADES:
            box.addItem(f"{each}: {grade_text(each)}", each)
        box.setCurrentIndex(box.findData(grade))
        self.fields.addRow(label, box)
        return box

    def text(self, label: str, text: str) -> QPlainTextEdit:
        """A field for some lines."""
        field = QPlainTextEdit(text)
        field.setTabChangesFocus(True)
        field.setMaximumHeight(NOTE_HEIGHT)
        self.fields.addRow(label, field)
        return field

    def add_removal(self, text: str, of: str) -> None:
        """A button that takes away what is there."""
        button = QPushButton(text)
        button.setAutoDefault(False)
        self.buttons.addButton(button, QDialogButtonBox.ButtonRole.DestructiveRole)
        button.clicked.connect(partial(self._remove, of))

    def _remove(self, of: str) -> None:
        self.removed.emit(of)
        self.accept()

    @Slot()
    def _try(self) -> None:
        """Keep what was typed; say what is wrong with it where it can't be."""
        try:
            self.check()
        except ValueError as error:  # what can't be read, and what a scenario can't have
            self.problem.setText(str(error))
            self.problem.show()
            return
        self.accept()

    def check(self) -> None:
        """Hand on what was typed. Raises ValueError, whose text says what is wrong."""
        raise NotImplementedError


def typed_month(text: str, start: str) -> str:
    """A month that somebody typed as `YYYY-MM`; nothing where nothing was. Raises ValueError."""
    if not text.strip():
        return ""
    return month_text(month_number(start) + read_month(text, start, 0))


def required(text: str, why: str) -> str:
    """What was typed, on one line; raises UnreadableError that says `why` where nothing was."""
    found = " ".join(text.split())
    if not found:
        raise UnreadableError(why)
    return found
