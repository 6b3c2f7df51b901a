"""Chart specs drawn with reused pyqtgraph items; showing the same spec twice changes nothing."""

from __future__ import annotations

from collections.abc import Sequence
from time import perf_counter
from typing import Any, TypeVar

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QBrush, QColor, QFont, QHelpEvent, QPainter, QTransform
from PySide6.QtWidgets import QToolTip, QWidget

from gui.charts.axis import TimeAxis, ValueAxis
from gui.charts.chart_spec import TOTAL, ChartSpec
from gui.charts.inks import Inks, Names, PictureInks
from gui.charts.items import NO_PEN, Area, Crosshair, Line, Stretches, Upright
from gui.charts.labels import Name, PlotBox, names, places, rects
from gui.charts.mark_items import NEAR, paint_mark
from gui.charts.patterns import pattern_brush
from gui.charts.picture_items import PictureArea, PictureLine
from gui.charts.value_scale import ValueScale
from gui.charts.whiskers import Whiskers
from gui.system.plotting import pg
from gui.widgets.palette import FAN_ALPHAS, FONT_FAMILY, LIGHT, LINE_WIDTH, THIN_WIDTH, Palette
from gui.widgets.plain import tip

RIM = 1.2  # pixels of ground on either side of a line over layers
BETWEEN = 2.0  # pixels of ground between two layers: one at least has none of either
# how lines are dashed, in widths of the pen: the plan is solid
DEMAND_DASH, BASELINE_DASH, MEDIAN_DASH, EDGE_DASH = (5, 3), (2.5, 2), (6, 2, 1, 2), (1, 2)
MARGINS = (4, 6, 12, 2)
SIZE = QSize(68, 68)  # that a plot wishes for: whatever there is beyond is shared out
BELOW_ZERO = 0.002
Item = TypeVar("Item", Area, Line)
WHISKERS_LEVEL = 25
AXES_LEVEL = -1000
LINES_LEVEL = 30  # of what stands upright over all curves
MONTH_ANCHORS = [(-0.02, 0.5), (1.02, 0.5)]


class PlotView(pg.GraphicsView):
    """One plot. Its items are made when a spec first needs them, then fed new data."""

    month_hovered = Signal(float)  # place on the time axis, NaN when the pointer leaves
    month_clicked = Signal(float)

    def __init__(
        self, parent: QWidget | None = None, palette: Palette = LIGHT, scale: float | None = None
    ) -> None:
        """`scale` thickens pens for a picture painted that much larger; else the screen does."""
        super().__init__(parent, background=None)
        self.setAcceptDrops(False)  # files are the window's, and Qt's scene warns of all else
        self._palette = palette
        self._picture_scale = scale
        self.spec: ChartSpec | None = None
        # pyqtgraph's own menu leaks and its export is wrong; we have our own
        self.plot = pg.PlotItem(
            enableMenu=False, axisItems={"left": ValueAxis(), "bottom": TimeAxis()}
        )
        # time and numbers run from left to right in every language
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.plot.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.plot.hideButtons()
        self.plot.setMouseEnabled(False, False)
        self.plot.setContentsMargins(*MARGINS)
        self.plot.vb.disableAutoRange()
        self.plot.vb.setDefaultPadding(0)
        self.setCentralItem(self.plot)
        self._layers: list[Area] = []
        self._shades: list[Area] = []
        self._curves: list[Line] = []
        self._ghosts: list[Line] = []
        self._fans: list[Area] = []
        self._shocks = Stretches()
        self.plot.addItem(self._shocks, ignoreBounds=True)
        self._worlds: list[Line] = []  # median, and over a stack 5% and 95%
        self._totals: list[Line] = []
        self._whiskers = Whiskers(scale or 1.0)
        self._whiskers.setZValue(WHISKERS_LEVEL)
        self.plot.addItem(self._whiskers, ignoreBounds=True)
        self._marker = Upright()
        self._marker.setZValue(LINES_LEVEL)
        self.plot.addItem(self._marker, ignoreBounds=True)
        self._crosshair = Crosshair(0, angle=90, movable=False)
        self._crosshair.setZValue(LINES_LEVEL)
        self.plot.addItem(self._crosshair, ignoreBounds=True)
        self._crosshair.hide()
        # beside the line, on the side where there is room
        self.hovered = pg.InfLineLabel(self._crosshair, "", position=0.95, anchors=MONTH_ANCHORS)
        self.setMouseTracking(True)
        self.setAccessibleName(self.tr("Chart"))
        self._months: tuple[float, float] | None = None  # the ends of the time axis
        self._unit = ""
        self._bounds = QRectF()
        self._names: list[Name] | None = None  # none were looked for yet
        self._written = Names(self)
        self.scene().addItem(self._written)
        self._smooth = True
        self._full = True  # at rest
        self._painted = 0.0  # milliseconds of paints, since it was asked
        self.scale = ValueScale(self)
        self.scale.changed.connect(self._show_top)
        self.use_palette(palette)

    @property
    def _scale(self) -> float:
        """Pens are as wide as on a plain screen: pyqtgraph counts them in the screen's pixels."""
        return self._picture_scale or self.devicePixelRatioF()

    def sizeHint(self) -> QSize:
        """The same at any size: a view's own is what it has now, and no page could shrink again."""
        return SIZE

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.DevicePixelRatioChange:
            self.use_palette(self._palette)  # moved to a finer or a coarser screen
        return bool(super().event(event))

    def use_palette(self, palette: Palette) -> None:
        self._palette = palette
        self.setBackground(palette.ground)
        for name in ("left", "bottom"):
            self.plot.getAxis(name).use(palette, self._scale)
        self.plot.showGrid(x=False, y=True, alpha=1.0)
        for name in ("left", "bottom"):  # a grid lies under what is filled
            self.plot.getAxis(name).setZValue(AXES_LEVEL)
        self._marker.set_pen(pg.mkPen(palette.quiet, width=self._scale))
        dotted = pg.mkPen(palette.text, width=self._scale, style=Qt.PenStyle.DotLine)
        self._crosshair.setPen(dotted)
        self.hovered.setColor(palette.text)
        self.hovered.fill = pg.mkBrush(palette.ground)
        font = QFont(FONT_FAMILY)
        font.setPointSizeF(palette.tick_points)
        self.hovered.setFont(font)
        self._shocks.set_colour(palette.quiet, self._scale)
        self._whiskers.set_colours(palette.quiet, palette.ground)
        kind = Inks if self._picture_scale is None else PictureInks
        self._inks = kind(font, palette, self._scale)
        self._names_due = True
        if self.spec is not None:
            self._restyle(self.spec)

    def show_spec(self, spec: ChartSpec) -> None:
        styles_change = self.spec is None or _styles(self.spec) != _styles(spec)
        self.spec = spec
        self._have(self._layers, len(spec.layers), self._new_area, 0)
        self._have(self._shades, len(spec.shades), self._new_area, 10)
        self._have(self._curves, len(spec.curves), self._new_line, 20)
        self._have(self._ghosts, len(spec.ghosts), self._new_line, 16)
        self._have(self._fans, 0 if spec.layers else 2 * len(spec.fans), self._new_area, 12)
        self._have(self._worlds, len(spec.lines_of_worlds), self._new_line, 17)
        self._have(self._totals, int(spec.total is not None), self._new_line, 18)
        if styles_change:
            self._restyle(spec)
        for area, layer in zip(self._layers, spec.layers, strict=False):
            area.set_data(spec.years, layer.lower, layer.upper)
        for area, shade in zip(self._shades, spec.shades, strict=False):
            area.set_data(spec.years, shade.lower, shade.upper)
        for place, fan in enumerate(() if spec.layers else spec.fans):
            p5, p25, p75, p95 = fan.bounds
            self._fans[2 * place].set_data(spec.years, p5, p95)
            self._fans[2 * place + 1].set_data(spec.years, p25, p75)
        for line, values in zip(self._worlds, spec.lines_of_worlds, strict=False):
            line.set_data(spec.years, values)
        for line in self._totals[: int(spec.total is not None)]:
            line.set_data(spec.years, spec.layers[-1].upper)
        drawn = [*zip(self._curves, spec.curves, strict=False)]
        for item, curve in (*drawn, *zip(self._ghosts, spec.ghosts, strict=False)):
            item.set_data(spec.years, curve.values)
        self._shocks.set_spans(spec.spans)
        self._whiskers.set_points(spec.observed, spec.years)
        self._names_due = True
        months = (float(spec.years[0]), float(spec.years[-1]))
        other_months, other_unit = months != self._months, spec.unit != self._unit
        self._months, self._unit = months, spec.unit
        before = self.scale.top
        if other_unit or (other_months and not self.scale.held):
            self.scale.settle(spec.top)  # another picture
        else:
            self.scale.want(spec.top, spec.reach, other_months=other_months)
        if other_months and self.scale.top == before:
            self._show_range()

    def hold(self, held: bool, *, coarse: bool = False) -> None:
        """While held, a hand moves what is drawn: axis and names stay where they are.

        Fine edges take most of a paint; `coarse` ones are painted where it has no time."""
        self.scale.hold(held)
        if (smooth := not coarse or self._picture_scale is not None) != self._smooth:
            self._smooth = smooth
            for items in self._items:
                for item in items:
                    item.smooth = smooth
            self.viewport().update()
        if held is self._full and self._picture_scale is None:
            self._full = not held
            for items in self._items:
                for item in items:
                    item.full = self._full
            if not held:
                self.viewport().update()
        if not held and self._names_due:
            self.viewport().update()

    def paintEvent(self, event: Any) -> None:
        began = perf_counter()
        super().paintEvent(event)
        self._painted += (perf_counter() - began) * 1e3

    def painted(self) -> float:
        """Milliseconds that paints took since this was asked last."""
        found, self._painted = self._painted, 0.0
        return found

    def resizeEvent(self, event: Any) -> None:
        super().resizeEvent(event)
        self._names_due = True

    def write_names(self, painter: QPainter) -> None:
        """Names over everything else, in the scene's own pixels."""
        spec, top = self.spec, self.scale.top
        if spec is None or top is None:
            return
        area = self.plot_area()
        inks = self._inks
        box = PlotBox(area.width(), area.height(), top, inks.height, inks.width)
        picture = self._picture_scale is not None
        if self._names is None or (self._names_due and not self.scale.held):
            self._names_due = False
            self._names = names(spec, box)
        for name, (across, down) in places(self._names, spec, box):
            middle = QPointF(area.left() + across, area.top() + down)
            inks.write(painter, middle, name.text, picture=picture)
        for mark, (across, down), rect in rects(spec, box):
            at = QPointF(area.left() + across, area.top() + down)
            paint_mark(painter, at, self._palette, met=mark.met)
            if rect is not None:  # else a tip has its words
                middle = QPointF((rect[0] + rect[2]) / 2, (rect[1] + rect[3]) / 2)
                inks.write(painter, middle + area.topLeft(), mark.text, picture=picture)

    @Slot(float)
    def _show_top(self, _: float) -> None:
        self._names_due = True
        if self._months is not None:
            self._show_range()

    def _show_range(self) -> None:
        """Show the months up to the end of the value axis."""
        assert self._months is not None
        assert self.scale.top is not None
        (first, last), top = self._months, self.scale.top
        # a hair below zero, or rounding leaves the tick at zero out
        low = -top * BELOW_ZERO
        self.plot.vb.setRange(xRange=(first, last), yRange=(low, top), padding=0)
        self.plot.vb.updateMatrix()  # left until the paint, it has everything painted twice
        self._bounds = QRectF(first, low, last - first, top - low)
        for items in self._items:
            for item in items:
                item.cover(self._bounds)
        for alone in (self._shocks, self._whiskers, self._marker):
            alone.cover(self._bounds)

    @property
    def _items(self) -> tuple[Sequence[Area | Line], ...]:
        areas = self._layers, self._shades, self._fans
        return *areas, self._curves, self._ghosts, self._worlds, self._totals

    def _have(self, items: list[Any], count: int, make: Any, level: float) -> None:
        """As many items as needed: new ones are made, spare ones hidden."""
        while len(items) < count:
            items.append(make(level + 0.01 * len(items)))
        for i, item in enumerate(items):
            item.setVisible(i < count)

    def _new_area(self, level: float) -> Area:
        pictured = self._picture_scale
        return self._placed(Area() if pictured is None else PictureArea(pictured), level)

    def _new_line(self, level: float) -> Line:
        return self._placed(Line() if self._picture_scale is None else PictureLine(), level)

    def _placed(self, item: Item, level: float) -> Item:
        item.smooth, item.full = self._smooth, self._full
        item.cover(self._bounds)
        item.setZValue(level)
        self.plot.addItem(item, ignoreBounds=True)
        return item

    def _restyle(self, spec: ChartSpec) -> None:
        between = pg.mkPen(self._palette.ground, width=BETWEEN * self._scale)
        for place, (area, layer) in enumerate(zip(self._layers, spec.layers, strict=False)):
            colour = QColor(self._palette.colour(layer.role))
            edge = between if place else NO_PEN
            area.set_style(QBrush(colour), edge, pattern_brush(layer.role))
        for area, shade in zip(self._shades, spec.shades, strict=False):
            colour = QColor(self._palette.colour(shade.role))
            area.set_style(QBrush(colour, Qt.BrushStyle.BDiagPattern))
        over = bool(spec.layers)
        for item, curve in zip(self._curves, spec.curves, strict=False):
            width = THIN_WIDTH if curve.dashed else LINE_WIDTH
            dash = DEMAND_DASH if curve.dashed else None
            self._dress(item, self._palette.colour(curve.role), width, dash, over=over)
        for item, ghost in zip(self._ghosts, spec.ghosts, strict=False):
            lighter = self._palette.lighter(ghost.role)
            self._dress(item, lighter, THIN_WIDTH, BASELINE_DASH, over=over)
        for total in self._totals:
            self._dress(total, self._palette.colour(TOTAL), LINE_WIDTH, None, over=over)
        each = 3 if over else 1
        roles = [fan.role for fan in spec.fans for _ in range(each)]
        for place, (item, role) in enumerate(zip(self._worlds, roles, strict=False)):
            pattern: Sequence[float] = EDGE_DASH if place % each else MEDIAN_DASH
            self._dress(item, self._palette.colour(role), THIN_WIDTH, pattern, over=over)
        for place, area in enumerate(self._fans[: 0 if over else 2 * len(spec.fans)]):
            colour = QColor(self._palette.colour(spec.fans[place // 2].role))
            colour.setAlpha(FAN_ALPHAS[place % 2])
            area.set_style(QBrush(colour))

    def _dress(
        self, line: Line, colour: str, width: float, dash: Sequence[float] | None, *, over: bool
    ) -> None:
        """A line's pen; over layers with a rim of the ground, or it would be lost on some."""
        pen = pg.mkPen(colour, width=width * self._scale)
        if dash is not None:
            pen.setDashPattern(list(dash))
        rim = pg.mkPen(self._palette.ground, width=(width + 2 * RIM) * self._scale)
        line.set_pen(pen, rim if over else None)

    def mark_month(self, year: float) -> None:
        """Put the thin line that marks the chosen month."""
        self._marker.move_to(year)

    def show_crosshair(self, year: float, month: str = "") -> None:
        """Follow the pointer of this or another chart; NaN hides the line and its month."""
        shown = year == year
        if shown != self._crosshair.isVisible():
            self._crosshair.setVisible(shown)
        if shown:
            self._crosshair.setValue(year)
            self.hovered.setFormat(month)

    def _year_at(self, position: Any) -> float:
        inside = self.plot.vb.sceneBoundingRect().contains(position)
        return float(self.plot.vb.mapSceneToView(position).x()) if inside else float("nan")

    def mouseMoveEvent(self, event: Any) -> None:
        super().mouseMoveEvent(event)
        year = self._year_at(event.position())
        self.month_hovered.emit(year)
        if event.buttons() & Qt.MouseButton.LeftButton and year == year:
            self.month_clicked.emit(year)  # the marker follows the hand

    def mousePressEvent(self, event: Any) -> None:
        super().mousePressEvent(event)
        year = self._year_at(event.position())
        if event.button() == Qt.MouseButton.LeftButton and year == year:
            self.month_clicked.emit(year)

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            text = self.observed_at(QPointF(event.pos()))
            QToolTip.showText(event.globalPos(), tip(text) if text else "", self)
            return True
        return bool(super().viewportEvent(event))

    def observed_at(self, pointer: QPointF) -> str:
        """What was observed or claimed there, in words; empty where nothing was."""
        if self.spec is None:
            return ""
        found = [] if self.spec.observed is None else self._whiskers.near(pointer, self.to_device)
        said = [self.spec.observed_words(which) for which in found]
        for mark in self.spec.marks:
            at = self.to_device.map(QPointF(float(self.spec.years[mark.place]), mark.value))
            if (at - pointer).manhattanLength() <= NEAR:
                said.append(mark.words)
        return "\n".join(said)

    @property
    def to_device(self) -> QTransform:
        """From years and values to this widget's pixels."""
        inside: QTransform = self.plot.vb.childGroup.sceneTransform()
        found: QTransform = inside * self.viewportTransform()
        return found

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.month_hovered.emit(float("nan"))

    def wheelEvent(self, event: Any) -> None:
        event.ignore()  # the page scrolls, the chart does not

    def plot_area(self) -> QRectF:
        """Where the data are drawn, in this widget: what a ribbon lines up with."""
        return QRectF(self.plot.vb.sceneBoundingRect())


def _styles(spec: ChartSpec) -> Any:
    areas = [layer.role for layer in spec.layers], [shade.role for shade in spec.shades]
    lines = [(curve.role, curve.dashed) for curve in spec.curves]
    return areas, lines, [ghost.role for ghost in spec.ghosts], [fan.role for fan in spec.fans]
