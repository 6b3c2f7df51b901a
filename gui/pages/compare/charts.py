"""The part of the page with one series of every plan: overlaid, apart, or as differences."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
from PySide6.QtCore import QSignalBlocker, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from engine import SERIES, Array, Result, series
from engine.analysis.compared import Calendar, Drawn, all_months
from engine.tables.catalogue import family_label
from engine.text import translate
from engine.worlds.ensemble import Band
from gui.charts.measured import Pictured
from gui.document.comparison import PlanColumn, PlanSet
from gui.pages.compare import rests
from gui.pages.compare.lines import Picture, PlanLine, PlanLines
from gui.widgets.combo import ComboBox
from gui.widgets.palette import Palette
from gui.widgets.plain import PlainLabel
from gui.words import units

FIRST = "capacity_eflops"
OVERLAID, APART, DIFFERENCES = "overlaid", "apart", "differences"
Q = ("p5", "p25", "p50", "p75", "p95", "mean")


class PlanCharts(QWidget):
    """Shows what it is handed; the series is chosen here."""

    series_changed = Signal()  # other worlds are wanted
    month_clicked = Signal(str)

    def __init__(self, comparison: PlanSet, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._comparison = comparison
        self._families: tuple[str, ...] | None = None
        self._results: Mapping[PlanColumn, Result] = {}
        self._drawn: Mapping[PlanColumn, Drawn] = {}
        self._month = ""
        self._bands: dict[tuple[int, str], Band] = {}
        self.series = ComboBox()
        self.series.setAccessibleName(self.tr("What is drawn"))
        self.how = ComboBox()
        self.how.setAccessibleName(self.tr("How it is drawn"))
        for key, text in (
            (OVERLAID, self.tr("All in one")),
            (APART, self.tr("One each")),
            (DIFFERENCES, self.tr("Differences")),
        ):
            self.how.addItem(text, key)
        self.note = PlainLabel()
        self.note.setObjectName("caption")
        self.lines = PlanLines()
        bar = QHBoxLayout()
        bar.setContentsMargins(16, 8, 16, 4)
        bar.setSpacing(8)
        bar.addWidget(self.series)
        bar.addWidget(self.how)
        bar.addWidget(self.note, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(bar)
        layout.addWidget(self.lines, 1)
        self.series.currentIndexChanged.connect(self._choose)
        self.how.currentIndexChanged.connect(self.draw)
        self.lines.month_clicked.connect(self.month_clicked)
        self.lines.looked_at.connect(self._say)

    def use_palette(self, palette: Palette) -> None:
        self.lines.use_palette(palette)

    @property
    def column(self) -> str:
        """The column of a run's CSV that is drawn."""
        return self.series.currentData() or FIRST

    def show_plans(
        self, results: Mapping[PlanColumn, Result], drawn: Mapping[PlanColumn, Drawn], month: str
    ) -> None:
        self._results, self._drawn, self._month = results, drawn, month
        columns = [c for c in self._comparison.columns if c in results]
        families = tuple(dict.fromkeys(f for c in columns for f in results[c].scenario.families))
        if families != self._families:
            self._families = families
            self._fill(families)
        self.draw()

    def pictured(self, plans: rests.Plans, month: str) -> Sequence[Pictured]:
        """The line of each plan that has it."""
        # the list of series is filled when this part is first shown
        label = self.series.currentText() or translate("Series", series(FIRST).label)
        return rests.of_series(plans, self.column, label, month)

    def _fill(self, families: Sequence[str]) -> None:
        chosen = self.column
        with QSignalBlocker(self.series):
            self.series.clear()
            for row in SERIES:
                if row.codes:
                    continue
                label = translate("Series", row.label)
                if row.total:
                    self.series.addItem(label, row.key)
                if row.by_family:
                    for family in families:
                        name = f"{label}, {family_label(family)}"
                        self.series.addItem(name, f"{row.key}_{family}")
            self.series.setCurrentIndex(max(self.series.findData(chosen), 0))

    @Slot()
    def _choose(self) -> None:
        self.series_changed.emit()
        self.draw()

    @Slot()
    def draw(self) -> None:
        """The picture of what was handed over last."""
        columns = [c for c in self._comparison.columns if c in self._results]
        if not columns:
            return
        scenarios = [self._results[c].scenario for c in columns]
        months, column = all_months(scenarios), self.column
        how = self.how.currentData()
        base = self._comparison.against
        lines = [self._line(c, column, months) for c in columns if column in self._results[c]]
        if how == DIFFERENCES and base in columns and column in self._results[base]:
            level = months.aligned(self._results[base].scenario, self._results[base][column])
            lines = [
                PlanLine(line.column, line.values - level)
                for line in lines
                if line.column is not base
            ]
        row = next(r for r in SERIES if column in r.columns(self._families or ()))
        shown = units.of(row.unit)
        picture = Picture(
            self.series.currentText(),
            shown.unit,
            shown.format(row.format),
            months,
            tuple(_scaled(line, shown.factor) for line in lines),
            apart=how == APART,
            signed=how == DIFFERENCES,
        )
        self.lines.show_picture(picture, self._month)
        self._say()

    def _line(self, of: PlanColumn, column: str, months: Calendar) -> PlanLine:
        result = self._results[of]
        values = months.aligned(result.scenario, result[column])
        return PlanLine(of, values, self._band(of, column, months))

    def _band(self, of: PlanColumn, column: str, months: Calendar) -> Band | None:
        """Of the worlds that are drawn; sorted once for each drawing."""
        drawn = self._drawn.get(of)
        if drawn is None or column not in drawn.lines:
            return None
        key = (id(drawn), column)
        if key not in self._bands:
            alive = {id(one) for one in self._drawn.values()}
            self._bands = {k: band for k, band in self._bands.items() if k[0] in alive}
            self._bands[key] = drawn.band(column)
        band = self._bands[key]
        return Band(*(months.aligned(drawn.scenario, getattr(band, q)) for q in Q))

    @Slot()
    def _say(self) -> None:
        """What the line looked at is, or how to read the picture."""
        picture, looked = self.lines.picture, self.lines.hovered
        if picture is None:
            return
        unit = self.tr("In {unit}. ").format(unit=picture.unit) if picture.unit else ""
        if picture.signed:
            text = self.tr("More or less than “{plan}”.")
            self.note.setText(unit + text.format(plan=self._comparison.against.name))
        elif looked is not None:
            text = self.tr("{plan}: the plan, and where 50% and 90% of its worlds lie.")
            self.note.setText(unit + text.format(plan=looked.name))
        else:
            self.note.setText(unit + self.tr("Point at a line for its worlds."))


def _scaled(line: PlanLine, factor: float) -> PlanLine:
    """In the reader's unit."""
    if factor == 1.0:
        return line
    band = line.band
    if band is not None:
        band = Band(*(_times(getattr(band, q), factor) for q in Q))
    return PlanLine(line.column, _times(line.values, factor), band)


def _times(values: Array, factor: float) -> Array:
    found: Array = np.multiply(values, factor)
    return found
