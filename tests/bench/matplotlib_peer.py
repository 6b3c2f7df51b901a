"""The Overview's five charts in matplotlib's Qt backend: what the window is compared with."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import matplotlib.style
from matplotlib.axes import Axes
from matplotlib.backends.backend_qtagg import FigureCanvasQTAgg
from matplotlib.figure import Figure
from matplotlib.ticker import MaxNLocator, StrMethodFormatter
from PySide6.QtWidgets import QMainWindow

from engine import Result
from gui.charts import specs
from gui.charts.chart_spec import ChartSpec
from gui.widgets.palette import LIGHT, LINE_WIDTH, THIN_WIDTH

DOTS_PER_INCH = 100
COLUMNS = 6
PLACES = ((0, 0, 3), (0, 3, 3), (1, 0, 2), (1, 2, 2), (1, 4, 2))  # row, column, columns
POINTS_PER_PIXEL = 72 / DOTS_PER_INCH


class Chart:
    """One chart: artists made once, then fed new data, as its user manual advises."""

    def __init__(self, axes: Axes, spec: ChartSpec) -> None:
        self._axes = axes
        self._top = 0.0
        areas = (*spec.layers, *spec.shades)
        self._areas = [
            axes.fill_between(
                spec.years,
                area.lower,
                area.upper,
                facecolor="none" if area in spec.shades else LIGHT.colour(area.role),
                edgecolor=LIGHT.colour(area.role) if area in spec.shades else "none",
                hatch="///" if area in spec.shades else None,
                linewidth=0,
                label=area.label,
            )
            for area in areas
        ]
        self._lines = [
            axes.plot(
                spec.years,
                curve.values,
                color=LIGHT.colour(curve.role),
                linewidth=(THIN_WIDTH if curve.dashed else LINE_WIDTH) * POINTS_PER_PIXEL,
                dashes=(5, 3) if curve.dashed else (None, None),
                label=curve.label,
            )[0]
            for curve in spec.curves
        ]
        axes.set_title(f"{spec.title} [{spec.unit}]", fontsize=9, loc="left")
        axes.set_xlim(spec.years[0], spec.years[-1])
        axes.xaxis.set_major_locator(MaxNLocator(integer=True))
        axes.yaxis.set_major_formatter(StrMethodFormatter("{x:,g}"))
        axes.tick_params(labelsize=8)
        axes.grid(axis="y", color=LIGHT.grid)
        axes.legend(loc="upper left", fontsize=8)
        self._show_top(spec.top)

    def show(self, spec: ChartSpec) -> None:
        for drawn, area in zip(self._areas, (*spec.layers, *spec.shades), strict=True):
            drawn.set_data(spec.years, area.lower, area.upper)
        for line, curve in zip(self._lines, spec.curves, strict=True):
            line.set_data(spec.years, curve.values)
        self._show_top(spec.top)

    def _show_top(self, top: float) -> None:
        if top != self._top:
            self._top = top
            self._axes.set_ylim(0, top)


class Dashboard(QMainWindow):
    """A window with nothing but the canvas, of the size given in pixels."""

    def __init__(self, result: Result, size: Sequence[int]) -> None:
        super().__init__()
        matplotlib.style.use("fast")
        width, height = size
        self._figure = Figure(
            figsize=(width / DOTS_PER_INCH, height / DOTS_PER_INCH), dpi=DOTS_PER_INCH
        )
        # a layout engine would work at every frame
        grid = self._figure.add_gridspec(
            2, COLUMNS, left=0.05, right=0.99, bottom=0.05, top=0.96, wspace=0.9, hspace=0.22
        )
        self._charts: dict[str, Chart] = {}
        for (key, spec), (row, column, columns) in zip(
            specs.overview(result).items(), PLACES, strict=True
        ):
            cell: Any = grid[row, column : column + columns]
            self._charts[key] = Chart(self._figure.add_subplot(cell), spec)
        self.canvas = FigureCanvasQTAgg(self._figure)
        self.canvas.setFixedSize(width, height)
        self.setCentralWidget(self.canvas)

    def show_result(self, result: Result) -> None:
        for key, spec in specs.overview(result).items():
            self._charts[key].show(spec)
        self.canvas.draw_idle()
