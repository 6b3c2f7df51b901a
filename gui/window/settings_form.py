"""The form of the Settings dialog: headings, rows with their labels, captions below them."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QFormLayout, QHBoxLayout, QLabel, QLayout, QWidget

from gui.widgets.plain import PlainLabel


class SettingsForm(QFormLayout):
    """Rows one below the other, each under the heading it belongs to."""

    def __init__(self) -> None:
        super().__init__()
        self.setHorizontalSpacing(16)
        self.setVerticalSpacing(6)
        self.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.FieldsStayAtSizeHint)
        self.setLabelAlignment(Qt.AlignmentFlag.AlignLeft)

    def heading(self, text: str) -> None:
        """Of the rows that come after it."""
        label = PlainLabel(text)
        label.setObjectName("settingsHeading")
        label.setIndent(0)
        self.addRow(label)

    def caption(self, text: str) -> QLabel:
        """What there is to know of the row above."""
        label = PlainLabel(text)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setObjectName("caption")
        label.setWordWrap(True)
        label.setContentsMargins(0, 0, 0, 3)  # or the last line loses its descenders
        self.addRow(label)
        return label

    def row(self, text: str, *fields: QWidget) -> QLabel:
        """A label, and the fields it is of; whoever has no name gets the label's."""
        label = PlainLabel(text)
        label.setBuddy(fields[0])
        name = text.replace("&", "")
        for field in fields:
            if not field.accessibleName() and not isinstance(field, QLabel):
                field.setAccessibleName(name)
            typed = field.lineEdit() if isinstance(field, QComboBox) else None
            if typed is not None:
                typed.setAccessibleName(field.accessibleName())
        row = QHBoxLayout()
        row.setSpacing(8)
        for field in fields:
            row.addWidget(field)
        row.addStretch(1)
        row.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        self.addRow(label, row)
        return label


def combo(names: Mapping[str, str], choose: object) -> QComboBox:
    """A list of `names` by key; `choose` is called when a person takes one."""
    made = QComboBox()
    for key, name in names.items():
        made.addItem(name, key)
    made.activated.connect(choose)
    return made
