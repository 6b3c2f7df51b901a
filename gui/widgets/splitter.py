"""A splitter whose edges can be moved by keys too."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QMoveEvent
from PySide6.QtWidgets import QSplitter, QSplitterHandle, QWidget

from gui.widgets.gestures import step_size
from gui.widgets.spoken import Number, Role, Spoken, tell_value

STEP = 8.0  # pixels an arrow moves; ten times as many with Shift, one with Ctrl
FAR = 1 << 20  # beyond any screen


class Edge(Spoken, QSplitterHandle):
    """Arrows move it, Home and End as far as it goes."""

    spoken_role = Role.Splitter

    def __init__(self, orientation: Qt.Orientation, splitter: QSplitter) -> None:
        super().__init__(orientation, splitter)
        # not by a click: whoever drags it goes on with the lever that has the keys
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        across = self.orientation() == Qt.Orientation.Horizontal
        less, more = Qt.Key.Key_Up, Qt.Key.Key_Down
        if across:
            less, more = Qt.Key.Key_Left, Qt.Key.Key_Right
        step = max(round(STEP * step_size(event)), 1)
        ways = {less: -step, more: step, Qt.Key.Key_Home: -FAR, Qt.Key.Key_End: FAR}
        way = ways.get(Qt.Key(event.key()))
        if way is None:
            super().keyPressEvent(event)
            return
        self.moveSplitter(self.closestLegalPosition(self._at + way))
        event.accept()

    @property
    def _at(self) -> int:
        return self.x() if self.orientation() == Qt.Orientation.Horizontal else self.y()

    def moveEvent(self, event: QMoveEvent) -> None:
        super().moveEvent(event)
        if self.hasFocus():
            tell_value(self)

    def spoken_description(self) -> str:
        return self.tr("{pixels} pixels; the arrow keys move it").format(pixels=self._at)

    def spoken_value(self) -> str:
        return self.tr("{pixels} pixels").format(pixels=self._at)

    def spoken_number(self) -> Number:
        least, most = self.closestLegalPosition(0), self.closestLegalPosition(FAR)
        return Number(float(self._at), float(least), float(most), STEP)

    def take_number(self, value: float) -> None:
        self.moveSplitter(self.closestLegalPosition(round(value)))


class KeyedSplitter(QSplitter):
    """Its edges take the keys and have a name."""

    def createHandle(self) -> QSplitterHandle:
        return Edge(self.orientation(), self)

    def add(self, widget: QWidget, edge: str = "") -> None:
        """Put a widget beside the others; `edge` names what it shares with the one before."""
        self.addWidget(widget)
        if edge:
            self.handle(self.count() - 1).setAccessibleName(edge)
