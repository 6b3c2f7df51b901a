"""A framed part of a page: a title, what it shows, and how sure that is."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from gui.pages.analysis.sureness import SureLine
from gui.widgets.plain import PlainLabel

SIDES = 12  # pixels


class AnalysisCard(QFrame):
    """A framed part with a title, and a line below about how sure it is."""

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("chart")
        self.title = PlainLabel(title)
        self.title.setObjectName("chartTitle")
        self.title.setWordWrap(True)
        self.sure = SureLine()
        self.sure.setWordWrap(True)
        self.inside = QVBoxLayout()
        self.inside.setSpacing(4)
        column = QVBoxLayout(self)
        column.setContentsMargins(SIDES, 8, SIDES, 8)
        column.setSpacing(4)
        column.addWidget(self.title)
        column.addLayout(self.inside, 1)
        column.addWidget(self.sure)

    def words(self, name: str = "") -> PlainLabel:
        """One more line of text in it."""
        label = PlainLabel()
        label.setWordWrap(True)
        if name:
            label.setObjectName(name)
        self.inside.addWidget(label)
        return label
