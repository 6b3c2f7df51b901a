"""The head of a page: its tabs, and beside them what is chosen or done there."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QWidget

from gui.widgets.directions import margins

EDGE = 16  # pixels at the right
SPACING = 6


class HeadRow(QWidget):
    """Where there is no room for the others beside what comes first, they stand below it."""

    def __init__(
        self, first: QWidget, others: Iterable[QWidget], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("overview")
        self._first = first
        self._others = QHBoxLayout()
        self._others.setContentsMargins(margins(0, 0, EDGE, 0))
        self._others.setSpacing(SPACING)
        self._others.addStretch(1)
        for widget in others:
            self._others.addWidget(widget)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(SPACING)
        self._row.addWidget(first)
        self._row.addLayout(self._others, 1)

    def minimumSizeHint(self) -> QSize:
        """As narrow as the wider of the two, or whoever holds this would never make it wrap."""
        first, others = self._first.minimumSizeHint(), self._others.minimumSize()
        return QSize(max(first.width(), others.width()), self._row.minimumSize().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:  # something came, went or grew
            self._place()
        return super().event(event)

    def _place(self) -> None:
        wanted = self._first.sizeHint().width() + SPACING + self._others.sizeHint().width()
        beside = wanted <= self.width()
        way = QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        if self._row.direction() != way:
            self._row.setDirection(way)
