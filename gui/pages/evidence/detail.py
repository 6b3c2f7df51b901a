"""What is known of one row: the sentence, its source, and its series with what was said of it."""

from __future__ import annotations

import math

import numpy as np
from PySide6.QtCore import QCoreApplication, QEvent, Qt, QUrl, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFrame, QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from engine import Observed, Result
from engine.analysis.backtest import over_time
from engine.tables.parameter import month_number
from engine.text import translate
from gui.charts.chart_spec import ChartSpec, Curve
from gui.charts.months import years_of
from gui.charts.observed import Beside, Points
from gui.charts.view import PlotView
from gui.pages.evidence.words import quantity_label
from gui.widgets.palette import Palette
from gui.widgets.plain import PlainLabel
from gui.widgets.scrolled import scrolled

PLOT_WIDTH = 420
NAMED_INDENT = 12
MILLION = 1e6
IN_MILLIONS = {"chips": "million chips", "H100e": "million H100e"}  # where there are so many


class Detail(QFrame):
    """Words on the left; on the right the plan's line, with a whisker where something was said."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("chart")
        self._link = ""
        self.title = PlainLabel()
        self.title.setObjectName("chartTitle")
        self.words = PlainLabel()
        for label in (self.title, self.words):
            label.setWordWrap(True)
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.open = QToolButton()
        self.open.setText(self.tr("Open the source"))
        self.open.setToolTip(self.tr("In the browser"))
        self.open.clicked.connect(self._open)
        self.open.hide()
        self.plot = PlotView(self)
        self.plot.setMinimumWidth(PLOT_WIDTH)
        self.plot.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.plot.hide()
        self.named = PlainLabel()  # what the line is, and in what
        self.named.setObjectName("caption")
        self.named.setIndent(NAMED_INDENT)
        self.named.hide()
        self._said = QWidget()
        self._said.setObjectName("inChart")
        inside = QVBoxLayout(self._said)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(6)
        inside.addWidget(self.title)
        inside.addWidget(self.words)
        inside.addStretch(1)
        left = QVBoxLayout()
        left.setContentsMargins(12, 8, 12, 8)
        left.setSpacing(6)
        left.addWidget(scrolled(self._said), 1)
        self._buttons = QHBoxLayout()
        self._buttons.setSpacing(6)
        self._buttons.addWidget(self.open)
        self._buttons.addStretch(1)
        left.addLayout(self._buttons)
        row = QHBoxLayout(self)
        row.setContentsMargins(1, 1, 1, 1)
        row.setSpacing(0)
        row.addLayout(left, 3)
        right = QVBoxLayout()
        right.setContentsMargins(0, 6, 0, 0)
        right.setSpacing(0)
        right.addWidget(self.named)
        right.addWidget(self.plot, 1)
        row.addLayout(right, 2)

    def use_palette(self, palette: Palette) -> None:
        self.plot.use_palette(palette)

    def say(self, title: str, words: str, link: str = "") -> None:
        """The row's own words; `link` opens where it is asked for."""
        self._link = link
        self.title.setText(title)
        self.words.setText(words)
        # at once, or a paint in between would cut what has become longer
        QCoreApplication.sendPostedEvents(self._said, QEvent.Type.LayoutRequest.value)
        self.open.setVisible(bool(link))

    def add_button(self, button: QToolButton) -> None:
        """What can be done with what is described."""
        self._buttons.insertWidget(self._buttons.count() - 1, button)

    @Slot()
    def _open(self) -> None:
        if not QDesktopServices.openUrl(QUrl(self._link)):
            said = self.tr("No browser opened it: {link}").format(link=self._link)
            if said not in self.words.text():
                self.words.setText(f"{self.words.text()}\n{said}")

    def show_series(self, result: Result | None, seen: tuple[Observed, ...]) -> None:
        """The line that the values are of, where the plan has it and each is of a month."""
        spec = None if result is None or not seen else spec_of(result, seen)
        for part in (self.named, self.plot):
            part.setVisible(spec is not None)
        if spec is not None:
            self.plot.show_spec(spec)
            self.plot.setAccessibleName(spec.title)
            unit = translate("Unit", spec.unit) if spec.unit else ""
            self.named.setText(f"{spec.title} [{unit}]" if unit else spec.title)


def spec_of(result: Result, seen: tuple[Observed, ...]) -> ChartSpec | None:
    """A chart of one quantity with what was seen or said of it; None where the plan has none."""
    quantity = seen[0].series
    values = over_time(result, quantity)
    if values is None:
        return None
    unit, factor = seen[0].unit, 1.0
    if unit in IN_MILLIONS and np.nanmax(values, initial=0.0) >= MILLION:
        unit, factor = IN_MILLIONS[unit], 1 / MILLION
    values = values * factor
    first, count = month_number(result.scenario.start), len(result.months)
    rows = tuple(row for row in seen if 0 <= month_number(row.month) - first < count)
    places = tuple(month_number(row.month) - first for row in rows)
    points = None
    if rows:
        low, middle, high = (
            np.array([math.nan if value is None else value for value in line], float) * factor
            for line in zip(*((row.p5, row.p50, row.p95) for row in rows), strict=True)
        )
        points = Points(Beside(quantity), rows, places, low, middle, high)
    label = quantity_label(quantity)
    top = float(np.nanmax(values)) if np.isfinite(values).any() else 0.0
    style = ",.0f" if top >= 100 else ",.2f"
    name = translate("Evidence", "the plan")
    return ChartSpec(
        "evidence",
        label,
        unit,
        style,
        years_of(result),
        curves=(Curve(name, "capacity", values),),
        observed=points,
    )
