"""The legend of a chart on screen, with the values of one month; painted, so that it is quick.

Labels that change at every frame would have Qt lay out the whole page again each time.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from gui.charts.palette import FONT_FAMILY, LIGHT, Palette

LINE_HEIGHT = 16.0
MARK = 9.0  # side of the coloured square
GAP = 5.0
INSET = 12.0
BETWEEN = 14.0
WIDEST_VALUE = "0,000.0"  # room kept for a value, so that entries do not wander


@dataclass(frozen=True)
class Entry:
    """One part of a chart: what it is called, its colour's role, and its value."""

    label: str
    role: str
    value: str
    line: bool


class Legend(QWidget):
    """Entries one after the other, on as many lines as their names need."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._palette = LIGHT
        self.entries: tuple[Entry, ...] = ()
        self._plain, self._bold = QFont(FONT_FAMILY), QFont(FONT_FAMILY)
        for font in (self._plain, self._bold):
            font.setFeature(QFont.Tag("tnum"), 1)
        self._bold.setWeight(QFont.Weight.DemiBold)
        self._line = LINE_HEIGHT
        self._size_letters()
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def use_palette(self, palette: Palette) -> None:
        self._palette = palette
        self._size_letters()
        self.update()

    def _size_letters(self) -> None:
        for font in (self._plain, self._bold):
            font.setPointSizeF(self._palette.tick_points)
        line = LINE_HEIGHT * self._palette.type_scale
        if line != self._line:
            self._line = line
            self.updateGeometry()

    def show_entries(self, entries: Iterable[Entry]) -> None:
        fresh = tuple(entries)
        if fresh == self.entries:
            return
        renamed = [e.label for e in fresh] != [e.label for e in self.entries]
        self.entries = fresh
        if renamed:
            self.updateGeometry()
        self.setAccessibleName(", ".join(f"{e.label} {e.value}" for e in fresh))
        self.update()

    def _place(self, width: float) -> list[QPointF]:
        """Where each entry begins, in a legend this wide."""
        plain, bold = QFontMetricsF(self._plain), QFontMetricsF(self._bold)
        room = bold.horizontalAdvance(WIDEST_VALUE)
        places, x, y = [], 0.0, 0.0
        for entry in self.entries:
            wide = MARK + GAP + plain.horizontalAdvance(entry.label) + GAP + room
            if x and x + wide > width:
                x, y = 0.0, y + self._line
            places.append(QPointF(x, y))
            x += wide + BETWEEN
        return places

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        places = self._place(width - INSET * 2)
        return round((places[-1].y() if places else 0) + self._line + 2)

    def sizeHint(self) -> QSize:
        return QSize(200, self.heightForWidth(max(self.width(), 200)))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        plain = QFontMetricsF(self._plain)
        for entry, place in zip(self.entries, self._place(self.width() - INSET * 2), strict=True):
            x, y = place.x() + INSET, place.y()
            middle = y + self._line / 2
            thick = 2.0 if entry.line else MARK
            mark = QRectF(x, middle - thick / 2, MARK, thick)
            painter.fillRect(mark, QColor(self._palette.colour(entry.role)))
            name = plain.horizontalAdvance(entry.label)
            x += MARK + GAP
            painter.setFont(self._plain)
            painter.setPen(QColor(self._palette.quiet))
            flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
            painter.drawText(QRectF(x, y, name + 2, self._line), flags, entry.label)
            painter.setFont(self._bold)
            painter.setPen(QColor(self._palette.text))
            painter.drawText(QRectF(x + name + GAP, y, 200, self._line), flags, entry.value)
        painter.end()
