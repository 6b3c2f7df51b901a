"""The two halves of the window: levers on the left, which can be hidden, and the pages."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QWidget

from gui.widgets.splitter import KeyedSplitter

HANDLE = 5  # pixels between the halves, to be dragged
LEVERS_WIDTH = 340
WIDEST = 10_000  # pixels: wider than any screen, and what Qt can count


class Panes(KeyedSplitter):
    """Keeps the width of the levers, also while they are hidden."""

    levers_shown_changed = Signal(bool)

    def __init__(self, levers: QWidget, pages: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self._levers, self._pages = levers, pages
        self.levers_width = LEVERS_WIDTH
        self.setHandleWidth(HANDLE)
        self.add(levers)
        self.add(pages, self.tr("Edge of the levers"))
        for place in (0, 1):
            self.setCollapsible(place, False)
            self.setStretchFactor(place, place)
        self.splitterMoved.connect(self._remember_width)

    @property
    def levers_shown(self) -> bool:
        return not self._levers.isHidden()

    def show_levers(self, shown: bool) -> None:
        """Have the levers beside the pages, or all the room for the pages."""
        if shown == self.levers_shown:
            return
        had_keys = self._levers.isAncestorOf(self.window().focusWidget())
        self._levers.setVisible(shown)
        if not shown and had_keys:  # or nothing would have them
            self._pages.focusNextChild()
        self.size_levers(self.levers_width)
        self.levers_shown_changed.emit(shown)

    def size_levers(self, width: int) -> None:
        """Make the levers `width` pixels wide, as far as they can be."""
        width = min(max(width, 0), WIDEST)
        self.levers_width = width
        self.setSizes([width, max(self.width() - width - HANDLE, 1)])

    @Slot()
    def _remember_width(self) -> None:
        self.levers_width = self._levers.width()
