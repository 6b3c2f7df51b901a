"""Chart specs drawn with reused pyqtgraph items; showing the same spec twice changes nothing."""

from __future__ import annotations

from typing import Any

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QEvent, QRectF, Qt, Signal
from PySide6.QtGui import QBrush, QColor, QFont
from PySide6.QtWidgets import QWidget

from gui.charts.axis import TimeAxis, ValueAxis
from gui.charts.chart_spec import ChartSpec
from gui.charts.items import Area, PictureArea, PictureCurve
from gui.charts.palette import FONT_FAMILY, LIGHT, LINE_WIDTH, THIN_WIDTH, Palette

LAYER_ALPHA = 215
FAN_ALPHAS = (46, 64)  # the wide band, and the narrow one on top of it
MARGINS = (4, 6, 12, 2)
BELOW_ZERO = 0.002
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
        self._palette = palette
        self._picture_scale = scale
        self.spec: ChartSpec | None = None
        # pyqtgraph's own menu leaks and its export is wrong; we have our own
        self.plot = pg.PlotItem(
            enableMenu=False, axisItems={"left": ValueAxis(), "bottom": TimeAxis()}
        )
        self.plot.hideButtons()
        self.plot.setMouseEnabled(False, False)
        self.plot.setContentsMargins(*MARGINS)
        self.plot.vb.disableAutoRange()
        self.plot.vb.setDefaultPadding(0)
        self.setCentralItem(self.plot)
        self._layers: list[Area] = []
        self._shades: list[Area] = []
        self._curves: list[pg.PlotCurveItem] = []
        self._ghosts: list[pg.PlotCurveItem] = []
        self._fans: list[Area] = []
        self._marker = self._line(0)
        self._crosshair = self._line(0)
        self._crosshair.hide()
        # beside the line, on the side where there is room
        self.hovered = pg.InfLineLabel(self._crosshair, "", position=0.95, anchors=MONTH_ANCHORS)
        self.setMouseTracking(True)
        self.setAccessibleName(self.tr("Chart"))
        self._range: tuple[float, float, float] | None = None
        self.use_palette(palette)

    @property
    def _scale(self) -> float:
        """Pens are as wide as on a plain screen: pyqtgraph counts them in the screen's pixels."""
        return self._picture_scale or self.devicePixelRatioF()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.DevicePixelRatioChange:
            self.use_palette(self._palette)  # moved to a finer or a coarser screen
        return bool(super().event(event))

    def _line(self, at: float) -> pg.InfiniteLine:
        line = pg.InfiniteLine(at, angle=90, movable=False)
        line.setZValue(30)
        self.plot.addItem(line, ignoreBounds=True)
        return line

    def use_palette(self, palette: Palette) -> None:
        self._palette = palette
        self.setBackground(palette.ground)
        for name in ("left", "bottom"):
            self.plot.getAxis(name).use(palette, self._scale)
        self.plot.showGrid(x=False, y=True, alpha=1.0)
        self._marker.setPen(pg.mkPen(palette.quiet, width=self._scale))
        dotted = pg.mkPen(palette.text, width=self._scale, style=Qt.PenStyle.DotLine)
        self._crosshair.setPen(dotted)
        self.hovered.setColor(palette.text)
        self.hovered.fill = pg.mkBrush(palette.ground)
        font = QFont(FONT_FAMILY)
        font.setPointSizeF(palette.tick_points)
        self.hovered.setFont(font)
        if self.spec is not None:
            self._restyle(self.spec)

    def show_spec(self, spec: ChartSpec) -> None:
        styles_change = self.spec is None or _styles(self.spec) != _styles(spec)
        self.spec = spec
        self._have(self._layers, len(spec.layers), self._new_area, 0)
        self._have(self._shades, len(spec.shades), self._new_area, 10)
        self._have(self._curves, len(spec.curves), self._new_curve, 20)
        self._have(self._ghosts, len(spec.ghosts), self._new_curve, 16)
        self._have(self._fans, 2 * len(spec.fans), self._new_area, 12)
        if styles_change:
            self._restyle(spec)
        for area, layer in zip(self._layers, spec.layers, strict=False):
            area.set_data(spec.years, layer.lower, layer.upper)
        for area, shade in zip(self._shades, spec.shades, strict=False):
            area.set_data(spec.years, shade.lower, shade.upper)
        for place, fan in enumerate(spec.fans):
            p5, p25, p75, p95 = fan.bounds
            self._fans[2 * place].set_data(spec.years, p5, p95)
            self._fans[2 * place + 1].set_data(spec.years, p25, p75)
        drawn = [*zip(self._curves, spec.curves, strict=False)]
        for item, curve in (*drawn, *zip(self._ghosts, spec.ghosts, strict=False)):
            gaps = "finite" if np.isnan(curve.values).any() else "all"
            item.setData(spec.years, curve.values, connect=gaps)
        wanted = (float(spec.years[0]), float(spec.years[-1]), spec.top)
        if wanted != self._range:
            self._range = wanted
            first, last, top = wanted
            # a hair below zero, or rounding leaves the tick at zero out
            self.plot.vb.setRange(xRange=(first, last), yRange=(-top * BELOW_ZERO, top), padding=0)

    def _have(self, items: list[Any], count: int, make: Any, level: float) -> None:
        """As many items as needed: new ones are made, spare ones hidden."""
        while len(items) < count:
            items.append(make(level + 0.01 * len(items)))
        for i, item in enumerate(items):
            item.setVisible(i < count)

    def _new_area(self, level: float) -> Area:
        pictured = self._picture_scale
        area = Area() if pictured is None else PictureArea(pictured)
        area.setZValue(level)
        self.plot.addItem(area, ignoreBounds=True)
        return area

    def _new_curve(self, level: float) -> pg.PlotCurveItem:
        kind = pg.PlotCurveItem if self._picture_scale is None else PictureCurve
        curve = kind(antialias=True)
        curve.setZValue(level)
        self.plot.addItem(curve, ignoreBounds=True)
        return curve

    def _restyle(self, spec: ChartSpec) -> None:
        for area, layer in zip(self._layers, spec.layers, strict=False):
            colour = QColor(self._palette.colour(layer.role))
            colour.setAlpha(LAYER_ALPHA)
            area.set_style(QBrush(colour))
        for area, shade in zip(self._shades, spec.shades, strict=False):
            colour = QColor(self._palette.colour(shade.role))
            area.set_style(QBrush(colour, Qt.BrushStyle.BDiagPattern))
        for item, curve in zip(self._curves, spec.curves, strict=False):
            width = (THIN_WIDTH if curve.dashed else LINE_WIDTH) * self._scale
            pen = pg.mkPen(self._palette.colour(curve.role), width=width)
            if curve.dashed:
                pen.setDashPattern([5, 3])
            item.setPen(pen)
            # thick antialiased lines are slow in one piece; in pieces a dash would not show
            item.setSegmentedLineMode("off" if curve.dashed else "on")

        for item in self._ghosts[: len(spec.ghosts)]:
            pen = pg.mkPen(self._palette.colour("baseline"), width=THIN_WIDTH * self._scale)
            item.setPen(pen)
        for place, fan in enumerate(spec.fans):
            for area, alpha in zip(self._fans[2 * place :], FAN_ALPHAS, strict=False):
                colour = QColor(self._palette.colour(fan.role))
                if spec.layers:  # a fill would dull the colours of the stack below
                    pen = pg.mkPen(colour, width=self._scale)
                    pen.setDashPattern([2, 3] if alpha == FAN_ALPHAS[0] else [6, 2])
                    area.set_style(QBrush(), pen)
                else:
                    colour.setAlpha(alpha)
                    area.set_style(QBrush(colour))

    def mark_month(self, year: float) -> None:
        """Put the thin line that marks the chosen month."""
        self._marker.setValue(year)

    def show_crosshair(self, year: float, month: str = "") -> None:
        """Follow the pointer of this or another chart; NaN hides the line and its month."""
        self._crosshair.setVisible(year == year)
        if year == year:
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
    return areas, lines, len(spec.ghosts), [fan.role for fan in spec.fans]
