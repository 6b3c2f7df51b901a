"""The shares of a mix as linked fields with locks: the triangle in numbers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from time import monotonic

from PySide6.QtCore import QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QCheckBox, QGridLayout, QWidget

from engine.tables.catalogue import family_label
from engine.text import percent_sign
from gui.charts.patterns import fill_mark
from gui.levers.slider import LeverSpinBox
from gui.widgets.elided_label import ElidedLabel
from gui.widgets.palette import LIGHT, Palette, family_role
from gui.widgets.slider_scale import SHARE_UNITS, share_out, whole_shares

PERCENT = 100.0
DIGITS = 2  # hundredths of a percent
SWATCH = QSize(8, 18)
FIELD_WIDTH = 84  # pixels, in letters of the usual size
SAME_GESTURE_SECONDS = 0.4  # key presses closer than this are one step of undo
UNITS_IN_A_POINT = SHARE_UNITS / PERCENT


class Swatch(QWidget):
    """A family's colour and pattern."""

    def __init__(self, role: str) -> None:
        super().__init__()
        self._role, self._palette = role, LIGHT
        self.setFixedSize(SWATCH)

    def use_palette(self, palette: Palette) -> None:
        self._palette = palette
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        fill_mark(painter, QRectF(self.rect()), self._palette, self._role)
        painter.end()


class MixShares(QWidget):
    """A field and a lock for each family. A locked share keeps its value when others move."""

    wanted = Signal(object, bool)  # the shares asked for, and whether a new gesture begins
    locked_changed = Signal(object)  # the locked families

    def __init__(self, families: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.families = tuple(families)
        self._last_change = 0.0
        self._shares: dict[str, float] = {}
        self._swatches: dict[str, Swatch] = {}
        self.fields: dict[str, LeverSpinBox] = {}
        self.locks: dict[str, QCheckBox] = {}
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setVerticalSpacing(4)
        grid.setHorizontalSpacing(6)
        for place, family in enumerate(self.families):
            label = family_label(family)
            swatch = Swatch(family_role(family, place))
            field = LeverSpinBox(0.0, PERCENT, 1.0)
            field.setDecimals(DIGITS)
            field.setSuffix(percent_sign())
            field.setAccessibleName(self.tr("Share of {family}, percent").format(family=label))
            field.setAccessibleDescription(
                self.tr("The other shares follow, so that all sum to 100%.")
            )
            field.taken.connect(self._from_field)
            field.setProperty("family", family)
            lock = QCheckBox(self.tr("lock"))
            lock.setAccessibleName(self.tr("Lock the share of {family}").format(family=label))
            lock.setToolTip(self.tr("A locked share keeps its value when the others change."))
            lock.toggled.connect(self._relock)
            name = ElidedLabel(alignment=Qt.AlignmentFlag.AlignLeft)
            name.setText(label)
            name.setBuddy(field)
            for column, widget in enumerate((swatch, name, field, lock)):
                grid.addWidget(widget, place, column)
            self._swatches[family] = swatch
            self.fields[family] = field
            self.locks[family] = lock
        grid.setColumnStretch(1, 1)
        self.use_palette(LIGHT)

    @property
    def locked(self) -> frozenset[str]:
        return frozenset(f for f, lock in self.locks.items() if lock.isChecked())

    def show_shares(self, shares: Mapping[str, float]) -> None:
        """Show `shares` in hundredths of a percent, which sum to 100.00%."""
        self._shares = dict(shares)
        for family, units in whole_shares(shares).items():
            self.fields[family].show_number(units / UNITS_IN_A_POINT, DIGITS)

    def use_palette(self, palette: Palette) -> None:
        for field in self.fields.values():
            field.setFixedWidth(round(FIELD_WIDTH * palette.type_scale))
        for swatch in self._swatches.values():
            swatch.use_palette(palette)

    @Slot(float)
    def _from_field(self, percent: float) -> None:
        family = self.sender().property("family")
        shares = self._shares
        if round(percent * UNITS_IN_A_POINT) != whole_shares(shares)[family]:
            shares = share_out(shares, family, percent / PERCENT, self.locked)
        if shares != self._shares:
            now = monotonic()
            self.wanted.emit(shares, now - self._last_change > SAME_GESTURE_SECONDS)
            self._last_change = now
        self.show_shares(self._shares)  # what could not move shows as it is

    @Slot()
    def _relock(self) -> None:
        locked = self.locked
        free = len(self.families) - len(locked)
        for family, field in self.fields.items():
            field.setReadOnly(family in locked or free < 2)
        self.locked_changed.emit(locked)
