"""A page of charts that share a crosshair and a chosen month, over a ribbon of what binds."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from functools import partial
from typing import Any, NamedTuple

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QScrollArea, QSplitter, QVBoxLayout, QWidget

from engine import Result
from engine.worlds.ensemble import Band
from gui.charts import specs
from gui.charts.axis import VALUE_AXIS_WIDTH
from gui.charts.edges import Edges
from gui.charts.flags import Flags
from gui.charts.months import MONTHS_PER_YEAR, years_of
from gui.charts.panel import ChartPanel
from gui.charts.ribbon import Ribbon
from gui.charts.view import MARGINS
from gui.pages.page import OnScreen, Page
from gui.pages.why.goal.drag import GoalDrag
from gui.pages.why.goal.goal import WantedGoal
from gui.widgets.focus_order import put_after
from gui.widgets.palette import Palette
from gui.widgets.plain import PlainLabel
from gui.words.kpis import month_words

COLUMNS = 6  # of the grid: two charts in a row have three each, three have two
WIDE, NARROW_ROW = 3, 2  # charts in a row at most
FIRST_ROW, OTHER_ROWS = 11, 10  # how tall rows are beside each other
NARROW = 1080  # pixels of the page
SPACING = 6


class Place(NamedTuple):
    """Where a chart stands in the grid."""

    row: int
    column: int
    columns: int


def places(charts: int, *, narrow: bool) -> list[Place]:
    """Where each of so many charts stands: rows as full as each other, the upper ones wider.

    On a narrow page there are two in a row, and the last one is wide where it is alone.
    """
    rows = -(-charts // (NARROW_ROW if narrow else WIDE))
    if narrow:
        lengths = [min(NARROW_ROW, charts - NARROW_ROW * row) for row in range(rows)]
    else:
        least, more = divmod(charts, max(rows, 1))
        lengths = [least + (row >= rows - more) for row in range(rows)]
    return [
        Place(row, at * COLUMNS // length, COLUMNS // length)
        for row, length in enumerate(lengths)
        for at in range(length)
    ]


class ChartPage(Page):
    """The charts of `rows`, as many as there are, over a ribbon of what binds."""

    has_charts = True

    def __init__(self, rows: Sequence[specs.ChartRow], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows = tuple(rows)
        self._result: Result | None = None
        self._baseline: Result | None = None
        self._bands: Mapping[str, Band] | None = None
        self._chosen = 0
        self._type_scale = 1.0
        self._hovered: int | None = None
        self.charts: dict[str, ChartPanel] = {}
        self._drags: list[GoalDrag] = []
        self.ribbon = Ribbon()
        self.flags = Flags()
        self.ribbon.chosen.connect(self.narrated)
        self.flags.chosen.connect(self.narrated)
        self._grid = QGridLayout()
        self._grid.setSpacing(6)
        self._grid.setContentsMargins(0, 0, 0, 0)
        for row in rows:
            chart = ChartPanel(row)
            chart.choice_changed.connect(self._choice_changed)
            chart.export_wanted.connect(partial(self.chart_asked.emit, "export"))
            chart.copy_wanted.connect(partial(self.chart_asked.emit, "copy"))
            chart.asked.connect(self.chart_asked)
            chart.explained.connect(self.told)
            chart.stepped.connect(self._step)
            chart.plot.month_hovered.connect(self._hover)
            chart.plot.month_clicked.connect(self._click)
            drag = GoalDrag.of(chart)
            if drag is not None:
                drag.dropped.connect(self._want)
                drag.month_chosen.connect(self.month_chosen)
                self._drags.append(drag)
            self.charts[row.key] = chart
        self.edges = Edges(chart.plot for chart in self.charts.values())
        inside = QWidget()
        inside.setObjectName("overview")
        inside.setLayout(self._grid)
        scroll = QScrollArea()
        scroll.setWidget(inside)
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QScrollArea.Shape.NoFrame)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # it follows the chart with the keys
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll = scroll
        self._narrow: bool | None = None
        self._arrange(narrow=False)
        self._caption = caption = PlainLabel(self.tr("What binds"))
        caption.setObjectName("caption")
        caption.setWordWrap(True)
        caption.setContentsMargins(0, 0, 0, 4)
        ribbon = QGridLayout()
        ribbon.setContentsMargins(0, 0, MARGINS[2], 0)
        ribbon.setSpacing(0)
        ribbon.addWidget(self.flags, 0, 1)
        milestones = PlainLabel(self.tr("Milestones"))
        milestones.setObjectName("caption")
        ribbon.addWidget(milestones, 0, 0, Qt.AlignmentFlag.AlignBottom)
        ribbon.addWidget(caption, 1, 0, Qt.AlignmentFlag.AlignBottom)
        ribbon.addWidget(self.ribbon, 1, 1)
        ribbon.setColumnStretch(1, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 4, 8, 2)
        layout.setSpacing(SPACING)
        layout.addWidget(scroll, 1)
        below = QWidget()  # under the charts, whose months run from left to right
        below.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        below.setLayout(ribbon)
        layout.addWidget(below)
        self._layout = layout
        put_after(scroll, (self.flags, self.ribbon))

    def stand_over_the_ribbon(self, splitter: QSplitter) -> None:
        """Have the charts in a splitter, for what shares the height with them."""
        self._layout.removeWidget(self._scroll)
        splitter.addWidget(self._scroll)
        self._layout.insertWidget(0, splitter, 1)

    def space_the_ribbon(self, pixels: int) -> None:
        """How far it is below what shares the height with the charts."""
        self._layout.setSpacing(pixels)

    @property
    def ribbon_left(self) -> int:
        """Pixels from the edge to the first month of the ribbon."""
        return self._caption.maximumWidth()

    def take(self, shown: OnScreen) -> None:
        self.hold_axes(shown.still or shown.held)
        self.choose_month(shown.month)
        for drag in self._drags:
            drag.live = not shown.held
        if shown.preview is not None:
            self.show_result(shown.result, shown.preview, shown.bands, behind=specs.PROPOSAL)
        else:
            self.show_result(shown.result, shown.compared, shown.bands)

    def rest(self, *, held: bool) -> None:
        self.hold_axes(held)

    @property
    def panels(self) -> Mapping[str, ChartPanel]:
        return self.charts

    @property
    def state(self) -> object:
        return self.looks

    def use_state(self, state: object) -> None:
        if not isinstance(state, Mapping):
            raise TypeError("the looks of charts are a mapping")
        self.use_looks(state)

    @property
    def choices(self) -> dict[str, str]:
        return {key: chart.choice for key, chart in self.charts.items()}

    @property
    def looks(self) -> dict[str, list[Any]]:
        """How each chart shows what it shows: its choice, and whether as a table."""
        return {key: [chart.choice, chart.as_table] for key, chart in self.charts.items()}

    def use_looks(self, looks: Mapping[str, Sequence[Any]]) -> None:
        """Show the charts so; those that are not named stay as they are."""
        before = self.looks
        for key in self.charts.keys() & looks.keys():
            choice, as_table = looks[key]
            self.charts[key].choice = str(choice)
            self.charts[key].as_table = bool(as_table)
        if self.looks != before:
            self._choice_changed()

    def use_palette(self, palette: Palette) -> None:
        for chart in self.charts.values():
            chart.use_palette(palette)
        for drag in self._drags:
            drag.use_palette(palette)
        self.ribbon.use_palette(palette)
        self.flags.use_palette(palette)
        self._type_scale = palette.type_scale
        self._fit()
        axis = round(VALUE_AXIS_WIDTH * palette.type_scale)
        self._caption.setFixedWidth(axis + MARGINS[0] + 12)
        self._show_values()

    def show_result(
        self,
        result: Result,
        baseline: Result | None = None,
        bands: Mapping[str, Band] | None = None,
        behind: str = specs.BASELINE,
    ) -> None:
        """Draw `result`, before the `baseline`'s lines and the `bands` of drawn worlds."""
        self._result, self._baseline, self._bands = result, baseline, bands
        made = (self._rows, result, self.choices, baseline, bands, behind)
        for key, spec in specs.charts(*made).items():
            self.charts[key].show_spec(spec)
        self.ribbon.show_result(result)
        self.flags.show_months(result.months)
        self._mark()
        self._show_values()

    def use_motion(self, *, reduced: bool) -> None:
        """Whether value axes go to their new place in steps, or at once."""
        for chart in self.charts.values():
            chart.plot.scale.eased = not reduced

    def hold_axes(self, held: bool) -> None:
        """While a hand moves a lever, value axes stay where they are."""
        self.edges.hold(held)

    def settle(self) -> None:
        """Be at rest at once, for a picture."""
        self.hold_axes(False)
        for chart in self.charts.values():
            chart.plot.scale.settle()

    def choose_month(self, index: int) -> None:
        """Mark the month that the figures are for."""
        self._chosen = index
        self._mark()
        self._show_values()

    @Slot(str, float)
    def _want(self, measure: str, value: float) -> None:
        """A point of a curve was dragged to where it should be."""
        self.goal_wanted.emit(WantedGoal(measure, value))

    def _mark(self) -> None:
        if self._result is not None:
            years = years_of(self._result)
            at = float(years[min(self._chosen, len(years) - 1)])
            for chart in self.charts.values():
                chart.plot.mark_month(at)

    def _choice_changed(self) -> None:
        if self._result is not None:
            self.show_result(self._result, self._baseline, self._bands)

    def _month_at(self, year: float) -> int | None:
        if self._result is None or math.isnan(year):
            return None
        years = years_of(self._result)
        place = round((year - float(years[0])) * MONTHS_PER_YEAR)
        return min(max(place, 0), len(years) - 1)

    def _hover(self, year: float) -> None:
        month = self._month_at(year)
        if month == self._hovered or self._result is None:
            return
        self._hovered = month
        at = float("nan") if month is None else float(years_of(self._result)[month])
        said = "" if month is None else month_words(self._result.months[month])
        for chart in self.charts.values():
            chart.plot.show_crosshair(at, said)
        self._show_values()

    def _click(self, year: float) -> None:
        month = self._month_at(year)
        if month is not None:
            self.month_chosen.emit(month)

    @Slot(int)
    def _step(self, months: int) -> None:
        """Choose a month by key."""
        if self._result is not None:
            last = len(self._result.months) - 1
            self.month_chosen.emit(min(max(self._chosen + months, 0), last))

    def _show_values(self) -> None:
        """The legends say the values under the pointer, or else of the chosen month."""
        if self._result is None:
            return
        last = len(self._result.months) - 1
        month = min(self._chosen if self._hovered is None else self._hovered, last)
        for chart in self.charts.values():
            chart.show_values(month)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        self._arrange(narrow=self.width() < NARROW * self._type_scale)

    def _arrange(self, *, narrow: bool) -> None:
        """Two charts above three; on a narrow page two in a row, and the last one wide."""
        if narrow == self._narrow:
            return
        self._narrow = narrow
        used = places(len(self.charts), narrow=narrow)
        for chart, place in zip(self.charts.values(), used, strict=True):
            self._grid.addWidget(chart, place.row, place.column, 1, place.columns)
        for column in range(COLUMNS):
            self._grid.setColumnStretch(column, 1)
        for row in range(max(self._grid.rowCount(), used[-1].row + 1)):
            stretch = FIRST_ROW if row == 0 else OTHER_ROWS
            self._grid.setRowStretch(row, stretch if row <= used[-1].row else 0)
