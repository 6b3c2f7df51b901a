"""How each part of the evidence stands: a bar of choices, a table, and below it what it says."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QSplitter, QVBoxLayout, QWidget

from gui.pages.evidence.table import ReadTable
from gui.widgets.directions import margins
from gui.widgets.head_row import HeadRow

LEAST_ROWS = 4  # of the table, the bar below it among them: a smaller page scrolls
ROOM_OF_CLEAR = "0" * 12  # the button in a field of a search, and the field's edges


def stand(
    part: QWidget, bar: Sequence[QWidget], wide: QWidget, table: ReadTable, below: QWidget
) -> None:
    """Lay a part out; `wide` is what of the bar is long, and stands on a line of its own.

    What stands in the bar after the field of a search goes below it where there is no room.
    """
    asked = [widget for widget in bar if widget is not wide]
    fields = [place for place, widget in enumerate(asked) if isinstance(widget, QLineEdit)]
    beside = asked[fields[0] + 1 :] if fields else []
    first = QWidget()
    choices = QHBoxLayout(first)
    choices.setContentsMargins(margins(16, 8, 8, 6))
    choices.setSpacing(8)
    for widget in asked[: len(asked) - len(beside)]:
        choices.addWidget(widget, int(isinstance(widget, QLineEdit)))
        if isinstance(widget, QLineEdit):
            hint = widget.placeholderText() + ROOM_OF_CLEAR
            widget.setMinimumWidth(widget.fontMetrics().horizontalAdvance(hint))
    choices.addStretch(1)
    wide.setContentsMargins(16, 0, 16, 6)
    heading = table.horizontalHeader().sizeHint().height()
    table.setMinimumHeight(heading + LEAST_ROWS * table.verticalHeader().defaultSectionSize())
    both = QSplitter(Qt.Orientation.Vertical)
    both.addWidget(table)
    both.addWidget(below)
    both.setStretchFactor(0, 1)
    both.setChildrenCollapsible(False)
    layout = QVBoxLayout(part)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(0)
    layout.addWidget(HeadRow(first, beside))
    layout.addWidget(wide)
    layout.addWidget(both, 1)
