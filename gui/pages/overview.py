"""The Overview: charts over a timeline of what goes wrong, what is signed and what is built."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from gui.charts import specs
from gui.charts.panel import LOWEST
from gui.charts.view import MARGINS
from gui.document.session import Session
from gui.pages.chart_page import SPACING, ChartPage
from gui.pages.page import OnScreen
from gui.timeline.panel import TimelinePanel
from gui.timeline.revenue_points import RevenuePoints
from gui.timeline.tables import REVENUE
from gui.widgets.focus_order import put_after
from gui.widgets.palette import Palette
from gui.widgets.splitter import KeyedSplitter

CHART_ROWS = 2  # that are to be seen whole over an unfolded timeline
AROUND = 64  # pixels of all that is neither chart nor timeline
HANDLE, NO_HANDLE = 5, 1  # pixels of the edge of the timeline; of a strip's, which stays
STRIP_SPACING = 2  # pixels between a strip and the ribbon
DEMAND_CHART = "capacity"  # on which revenue is moved
TIMELINE = "timeline"  # in the state of the page, beside the charts


class OverviewPage(ChartPage):
    """The charts of the Overview, the timeline below them, and the ribbon of what binds."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(specs.CHARTS, parent)
        self.timeline = TimelinePanel(session)
        self.timeline.told.connect(self.told)
        self.timeline.refused.connect(self.refused)
        self.timeline.height_changed.connect(self._share_height)
        demand = self.charts[DEMAND_CHART]
        self.revenue = RevenuePoints(demand.plot, self.timeline.edits)
        self.revenue.table_wanted.connect(self._open_revenue_table)
        QWidget.setTabOrder(demand, self.revenue)
        self._splitter = KeyedSplitter(Qt.Orientation.Vertical)
        self.stand_over_the_ribbon(self._splitter)
        self._splitter.add(self.timeline, self.tr("Edge of the timeline"))
        for place in (0, 1):
            self._splitter.setCollapsible(place, False)
            self._splitter.setStretchFactor(place, 1 - place)
        put_after(self._scroll, (self._splitter.handle(1), self.timeline, self.flags, self.ribbon))
        self._splitter.splitterMoved.connect(self._keep_height)
        self._share_height()

    def take(self, shown: OnScreen) -> None:
        super().take(shown)
        scenario, live = shown.result.scenario, not shown.held
        self.timeline.show_scenario(scenario, shown.month, shown.baseline, live=live)
        self.revenue.show_result(shown.result, live=live)

    def use_palette(self, palette: Palette) -> None:
        super().use_palette(palette)
        self.timeline.use_palette(palette)
        self.revenue.use_palette(palette)
        self.timeline.use_margins(self.ribbon_left, MARGINS[2])
        self._give_room()

    @property
    def state(self) -> object:
        return {**self.looks, TIMELINE: self.timeline.state}

    def use_state(self, state: object) -> None:
        super().use_state(state)
        assert isinstance(state, Mapping)
        if TIMELINE in state:
            self.timeline.use_state(state[TIMELINE])

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._give_room()

    def _give_room(self) -> None:
        """Charts come first: the timeline is a strip where it would hide some of them."""
        charts = CHART_ROWS * LOWEST + AROUND
        room = self.height() - charts * self._type_scale
        self.timeline.give_room(room >= self.timeline.usual_height)

    @Slot(int)
    def _open_revenue_table(self, place: int) -> None:
        self.timeline.open_table(REVENUE, place)

    @Slot()
    def _share_height(self) -> None:
        below, folded = self.timeline.sizeHint().height(), self.timeline.folded
        handle = NO_HANDLE if folded else HANDLE
        self._splitter.setHandleWidth(handle)
        self.space_the_ribbon(STRIP_SPACING if folded else SPACING)
        self._splitter.setSizes([max(self._splitter.height() - below - handle, 1), below])
        self._splitter.handle(1).setEnabled(not folded)

    @Slot()
    def _keep_height(self) -> None:
        if not self.timeline.folded:
            self.timeline.wanted_height = self.timeline.lanes.height()
