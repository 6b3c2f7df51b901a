"""The rows of the timeline and of known revenue as tables, below the lanes."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, Signal, Slot
from PySide6.QtWidgets import QStackedWidget, QTabBar, QVBoxLayout, QWidget

from engine import parameter
from gui.document.session import Session
from gui.entries.table import EntriesTable
from gui.timeline.lane_table import LANES
from gui.widgets.palette import Palette

REVENUE = "revenue_anchors"


class LaneTables(QWidget):
    """A table a lane, and one of known revenue; one of them in front, chosen by its tab."""

    chosen = Signal(str, int)  # a list and the place of the entry whose row has the keys

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.keys = (*(lane.key for lane in LANES), REVENUE)
        self.tabs = QTabBar()
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        self.tabs.setAccessibleName(self.tr("Lists"))
        self._stack = QStackedWidget()
        self.tables: dict[str, EntriesTable] = {}
        titles = [*(lane.title_text for lane in LANES), parameter(REVENUE).label_text]
        for key, title in zip(self.keys, titles, strict=True):
            self.tabs.addTab(title)
            self.tables[key] = table = EntriesTable(session, key)
            table.entry_chosen.connect(self._tell)
            self._stack.addWidget(table)
        self.tabs.currentChanged.connect(self._stack.setCurrentIndex)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 4, 12, 0)
        layout.setSpacing(4)
        layout.addWidget(self.tabs)
        layout.addWidget(self._stack, 1)

    def use_palette(self, palette: Palette) -> None:
        for table in self.tables.values():
            table.use_palette(palette)

    def choose(self, key: str, place: int | None = None) -> None:
        """Bring a list to the front, and one of its rows into sight."""
        self.tabs.setCurrentIndex(self.keys.index(key))
        if place is not None:
            with QSignalBlocker(self.tables[key]):
                self.tables[key].choose(place)

    @Slot(int)
    def _tell(self, place: int) -> None:
        self.chosen.emit(self.keys[self._stack.currentIndex()], place)
