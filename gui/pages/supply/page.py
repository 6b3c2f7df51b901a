"""The page of what can be had: chips to buy, contracts that are signed, sites to wait for."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QSplitter, QStackedWidget, QTabBar, QVBoxLayout, QWidget

from gui.charts.panel import ChartPanel
from gui.document.session import Session
from gui.pages.page import OnScreen, Page
from gui.pages.supply.chips import ChipsPage
from gui.pages.supply.part import SupplyPart
from gui.pages.supply.questions import FAMILIES
from gui.pages.supply.waiting_panel import WaitingPanel
from gui.widgets.palette import Palette
from gui.widgets.scrolled import scrolled

CHIPS, CONTRACTS, SITES = "chips", "contracts", "sites"
PARTS = (CHIPS, CONTRACTS, SITES)
WAITING_HEIGHT = 250  # pixels, under the chips
TABLE_HEIGHT = 170  # pixels of the chips, at least


def _with_margins(widget: QWidget) -> QWidget:
    around = QWidget()
    layout = QVBoxLayout(around)
    layout.setContentsMargins(16, 0, 16, 8)
    layout.addWidget(widget)
    return around


class _ChipsAndWaiting(QSplitter):
    """The chips, and below them what waiting costs, which has what the chips leave of a screen."""

    def __init__(self, chips: ChipsPage, waiting: QWidget) -> None:
        super().__init__(Qt.Orientation.Vertical)
        self._chips = chips
        self._by_hand = False
        self.addWidget(chips)
        self.addWidget(waiting)
        self.setStretchFactor(0, 1)
        self.setChildrenCollapsible(False)
        self.setSizes([10_000, WAITING_HEIGHT])
        self.splitterMoved.connect(self._keep)
        chips.model.modelReset.connect(self.share)

    @Slot()
    def _keep(self) -> None:
        self._by_hand = True

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.share()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.share()

    @Slot()
    def share(self) -> None:
        """Until a hand has moved the line between them."""
        whole = self._chips.whole_height
        if whole and not self._by_hand:
            high = sum(self.sizes())
            below = max(high - whole, WAITING_HEIGHT)
            self.setSizes([high - below, below])


class SupplyPage(Page):
    """Three parts, one in front; only that one is given what the window shows."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: OnScreen | None = None
        self.tabs = QTabBar()
        self.tabs.setExpanding(False)
        self.tabs.setDrawBase(False)
        self.tabs.setAccessibleName(self.tr("Parts of the page"))
        for title in (self.tr("Chips"), self.tr("Contracts"), self.tr("Sites")):
            self.tabs.addTab(title)
        self.chips = ChipsPage(session)
        self.generations = WaitingPanel()
        self.generations.failed.connect(self.refused)
        both = _ChipsAndWaiting(self.chips, _with_margins(self.generations))
        self.parts = {
            CONTRACTS: SupplyPart(session, "contracts"),
            SITES: SupplyPart(session, "sites"),
        }
        self._stack = QStackedWidget()
        self.chips.table.setMinimumHeight(TABLE_HEIGHT)
        self._stack.addWidget(scrolled(both))
        for part in self.parts.values():
            self._stack.addWidget(part)
            part.failed.connect(self.refused)
            part.month_chosen.connect(self.month_chosen)
            self._wire(part.chart, part)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 4, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.tabs)
        layout.addWidget(self._stack, 1)
        self.tabs.currentChanged.connect(self._turn)
        self.chips.looked_at.connect(self._choose_family)

    def _wire(self, chart: ChartPanel, part: SupplyPart) -> None:
        chart.choice_changed.connect(part.choice_changed)
        chart.export_wanted.connect(partial(self.chart_asked.emit, "export"))
        chart.copy_wanted.connect(partial(self.chart_asked.emit, "copy"))
        chart.asked.connect(self.chart_asked)
        chart.explained.connect(self.told)

    @property
    def part(self) -> str:
        """The part in front."""
        return PARTS[self.tabs.currentIndex()]

    def show_part(self, key: str) -> None:
        self.tabs.setCurrentIndex(PARTS.index(key))

    @property
    def panels(self) -> Mapping[str, ChartPanel]:
        """The chart of the part in front."""
        part = self.parts.get(self.part, self.parts[CONTRACTS])
        return {part.chart.row.key: part.chart}

    @Slot(int)
    def _turn(self, place: int) -> None:
        self._rest_all()
        self._stack.setCurrentIndex(place)
        self._show()

    def take(self, shown: OnScreen) -> None:
        self._shown = shown
        self._show()

    def _show(self) -> None:
        shown = self._shown
        if shown is None:
            return
        if self.part in self.parts:
            self.parts[self.part].take(shown)
            return
        self.generations.show_plan(shown.result, shown.month)
        self._choose_family(self.chips.family)
        if not shown.still:
            self.generations.ask()

    @Slot(str)
    def _choose_family(self, family: str) -> None:
        if self._shown is not None:
            families = self._shown.result.scenario.families
            self.generations.choose(FAMILIES, family if family in families else families[0])

    def rest(self, *, held: bool) -> None:
        if self._shown is None or held:
            return
        if self.part in self.parts:
            self.parts[self.part].edges.hold(False)
            self.parts[self.part].ask()
        else:
            self.generations.ask()

    def hideEvent(self, event: QHideEvent) -> None:
        """What nobody looks at is not worked out."""
        super().hideEvent(event)
        self._rest_all()

    def _rest_all(self) -> None:
        for part in self.parts.values():
            part.rest()
        self.generations.rest()

    @property
    def settled(self) -> bool:
        """Whether nothing finer will come."""
        of = self.parts.get(self.part, self.generations)
        return of.settled

    def settle(self) -> None:
        """Be at rest at once, for a picture."""
        for part in self.parts.values():
            part.edges.hold(False)
            part.chart.plot.scale.settle()

    def use_palette(self, palette: Palette) -> None:
        for part in self.parts.values():
            part.use_palette(palette)

    def use_motion(self, *, reduced: bool) -> None:
        for part in self.parts.values():
            part.chart.plot.scale.eased = not reduced

    def stop(self) -> None:
        for part in self.parts.values():
            part.stop()
        self.generations.stop()

    @property
    def state(self) -> object:
        return {"part": self.part}

    def use_state(self, state: object) -> None:
        if not isinstance(state, dict) or state.get("part") not in PARTS:
            raise ValueError("the state of the page is the part in front")
        self.show_part(state["part"])
