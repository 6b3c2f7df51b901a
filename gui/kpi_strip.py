"""The strip of figures above the charts, for one chosen month."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QComboBox, QFrame, QGridLayout, QLabel, QVBoxLayout, QWidget

from engine import Result
from gui.kpis import DEFAULT_MONTH, Kpi, kpis, month_index, month_words

NARROW = 1000  # pixels of the strip
NARROW_COLUMNS = 3


class ElidedLabel(QLabel):
    """A line that ends in an ellipsis where it does not fit."""

    def minimumSizeHint(self) -> QSize:
        return QSize(1, super().minimumSizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        fitted = self.fontMetrics().elidedText(
            self.text(), Qt.TextElideMode.ElideRight, self.width()
        )
        painter.drawText(self.rect(), self.alignment(), fitted)
        painter.end()


class Tile(QFrame):
    """A label, a figure, and a line of detail."""

    def __init__(self, kpi: Kpi) -> None:
        super().__init__()
        self.setObjectName("tile")
        self._label, self._value, self._detail = QLabel(kpi.label), QLabel(), ElidedLabel()
        self._label.setObjectName("tileLabel")
        self._value.setObjectName("tileValue")
        self._detail.setObjectName("tileDetail")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 6, 8, 6)
        layout.setSpacing(0)
        for label in (self._label, self._value, self._detail):
            layout.addWidget(label)

    def show_kpi(self, kpi: Kpi) -> None:
        if self._value.text() != kpi.value:
            self._value.setText(kpi.value)
        if self._detail.text() != kpi.detail:
            self._detail.setText(kpi.detail)
            self.setToolTip(f"{kpi.label}: {kpi.value}\n{kpi.detail}\n\n{kpi.help}")
        self.setAccessibleName(f"{kpi.label}: {kpi.value}, {kpi.detail}")

    @property
    def value(self) -> str:
        return self._value.text()


class KpiStrip(QFrame):
    """The tiles, with the month they are for."""

    month_changed = Signal(int)  # index of the chosen month

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("kpiStrip")
        self.month = DEFAULT_MONTH
        self.tiles: dict[str, Tile] = {}
        self._result: Result | None = None
        self._months: tuple[str, ...] = ()
        self._combo = QComboBox()
        self._combo.setAccessibleName("Month of the figures")
        self._combo.setMaxVisibleItems(24)
        self._combo.currentIndexChanged.connect(self._choose)
        self._layout = QGridLayout(self)
        self._layout.setContentsMargins(12, 4, 12, 4)
        self._layout.setSpacing(6)
        self._layout.addWidget(self._combo, 0, 0, 2, 1, Qt.AlignmentFlag.AlignVCenter)
        self._narrow = False

    @property
    def index(self) -> int:
        return month_index(self._result, self.month) if self._result else 0

    def show_result(self, result: Result) -> None:
        self._result = result
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
        for kpi in kpis(self._result, self.index):
            if kpi.key not in self.tiles:
                self.tiles[kpi.key] = Tile(kpi)
                self._arrange()
            self.tiles[kpi.key].show_kpi(kpi)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = event.size().width() < NARROW
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
