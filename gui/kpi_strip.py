"""The strip of figures above the charts, for one chosen month."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetricsF, QHelpEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QComboBox, QFrame, QGridLayout, QSizePolicy, QToolTip, QWidget

from engine import Result
from gui.charts.palette import FONT_FAMILY, Palette
from gui.kpis import DEFAULT_MONTH, Kpi, kpis, month_index, month_words

NARROW = 1000  # pixels of the strip
NARROW_COLUMNS = 4
# points and weight of a tile's label, figure and detail
LINES = ((8.5, QFont.Weight.Normal), (15.0, QFont.Weight.DemiBold), (8.5, QFont.Weight.Normal))


class Tile(QWidget):
    """A label, a figure and a line of detail; painted, for it changes at every frame."""

    def __init__(self, kpi: Kpi) -> None:
        super().__init__()
        self.kpi = kpi
        self._fonts = [QFont(FONT_FAMILY, weight=weight) for _, weight in LINES]
        for font in self._fonts:
            font.setFeature(QFont.Tag("tnum"), 1)
        self.use_type_scale(1.0)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def use_type_scale(self, scale: float) -> None:
        """Letters of this size, 1 being the usual one."""
        for font, (points, _) in zip(self._fonts, LINES, strict=True):
            font.setPointSizeF(points * scale)
        self.updateGeometry()
        self.update()

    def show_kpi(self, kpi: Kpi) -> None:
        if kpi != self.kpi or not self.accessibleName():
            self.kpi = kpi
            parts = (f"{kpi.label}: {kpi.value}", kpi.detail, kpi.delta_words)
            self.setAccessibleName(", ".join(part for part in parts if part))
            self.update()

    def sizeHint(self) -> QSize:
        return QSize(120, round(sum(QFontMetricsF(f).height() for f in self._fonts)) + 10)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            kpi = self.kpi
            facts = (f"{kpi.label}: {kpi.value}", kpi.detail, kpi.delta_words)
            text = "\n".join(fact for fact in facts if fact) + f"\n\n{kpi.help}"
            QToolTip.showText(event.globalPos(), text, self)
            return True
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(self.palette().mid().color())
        painter.drawLine(0, 4, 0, self.height() - 4)
        y, width = 4.0, float(self.width() - 16)
        quiet, plain = self.palette().placeholderText(), self.palette().text()
        # what differs from the baseline takes the place of the detail, which the tip still has
        last = self.palette().highlight() if self.kpi.delta else quiet
        lines = (self.kpi.label, self.kpi.value, self.kpi.delta or self.kpi.detail)
        for text, font, brush in zip(lines, self._fonts, (quiet, plain, last), strict=True):
            metrics = QFontMetricsF(font)
            fitted = metrics.elidedText(text, Qt.TextElideMode.ElideRight, width)
            painter.setFont(font)
            painter.setPen(brush.color())
            painter.drawText(QPointF(12, y + metrics.ascent()), fitted)
            y += metrics.height()
        painter.end()


class KpiStrip(QFrame):
    """The tiles, with the month they are for."""

    month_changed = Signal(int)  # index of the chosen month

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("kpiStrip")
        self.month = DEFAULT_MONTH
        self.tiles: dict[str, Tile] = {}
        self._result: Result | None = None
        self._baseline: Result | None = None
        self._chance: float | None = None
        self._months: tuple[str, ...] = ()
        self._combo = QComboBox()
        self._combo.setAccessibleName(self.tr("Month of the figures"))
        self._combo.setMaxVisibleItems(24)
        self._combo.currentIndexChanged.connect(self._choose)
        self._layout = QGridLayout(self)
        self._layout.setContentsMargins(12, 4, 12, 4)
        self._layout.setSpacing(6)
        self._layout.addWidget(self._combo, 0, 0, 2, 1, Qt.AlignmentFlag.AlignVCenter)
        self._narrow = False
        self._type_scale = 1.0

    @property
    def index(self) -> int:
        return month_index(self._result, self.month) if self._result else 0

    def use_palette(self, palette: Palette) -> None:
        """Letters as large as the palette says; colours follow the style."""
        if palette.type_scale != self._type_scale:
            self._type_scale = palette.type_scale
            for tile in self.tiles.values():
                tile.use_type_scale(palette.type_scale)
            self._fit()

    def show_result(
        self,
        result: Result,
        baseline: Result | None = None,
        chance_of_shortfall: float | None = None,
    ) -> None:
        self._result = result
        self._baseline = baseline
        self._chance = chance_of_shortfall
        if result.months != self._months:
            self._months = result.months
            with QSignalBlocker(self._combo):
                self._combo.clear()
                self._combo.addItems([month_words(month) for month in result.months])
                self._combo.setCurrentIndex(self.index)
        self._show()

    def choose_month(self, index: int) -> None:
        """Make the month at `index` the one the figures are for."""
        self._combo.setCurrentIndex(min(max(index, 0), len(self._months) - 1))

    def _choose(self, index: int) -> None:
        self.month = self._months[index]
        self._show()
        self.month_changed.emit(index)

    def _show(self) -> None:
        if self._result is None:
            return
        for kpi in kpis(self._result, self.index, self._baseline, self._chance):
            if kpi.key not in self.tiles:
                self.tiles[kpi.key] = Tile(kpi)
                self.tiles[kpi.key].use_type_scale(self._type_scale)
                self._arrange()
            self.tiles[kpi.key].show_kpi(kpi)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        narrow = self.width() < NARROW * self._type_scale
        if narrow != self._narrow:
            self._narrow = narrow
            self._arrange()

    def _arrange(self) -> None:
        """All tiles in one row, or in two where the window is narrow."""
        for place, (key, tile) in enumerate(self.tiles.items()):
            row, column = divmod(place, NARROW_COLUMNS if self._narrow else len(self.tiles))
            self._layout.addWidget(tile, row, column + 1, 1 if self._narrow else 2, 1)
            wide = 3 if key in ("chips", "committed") and not self._narrow else 2
            self._layout.setColumnStretch(column + 1, wide)
        for column in range(NARROW_COLUMNS + 1, len(self.tiles) + 1):
            if self._narrow:
                self._layout.setColumnStretch(column, 0)
