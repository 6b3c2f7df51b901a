"""The legend of a chart on screen, with the values of one month; painted, so that it is quick.

Labels that change at every frame would have Qt lay out the whole page again each time.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from html import escape

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QHelpEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from gui.charts.patterns import fill_mark
from gui.widgets.directions import each_by_itself
from gui.widgets.palette import FONT_FAMILY, LIGHT, Palette

LINE_HEIGHT = 16.0
MARK = 9.0  # side of the coloured square
GAP = 5.0
INSET = 12.0
BETWEEN = 14.0
WIDEST_VALUE = "0,000.0"  # room kept for a value, so that entries do not wander
DIGITS = str.maketrans("123456789", "0" * 9)


@dataclass(frozen=True)
class Entry:
    """One part of a chart: what it is called, its colour's role, and its value.

    `spread` says how it spreads over the worlds. `widest` is the longest that a value may get.
    """

    label: str
    role: str
    value: str
    line: bool
    hidden: bool = False
    spread: str = ""
    widest: str = WIDEST_VALUE


@dataclass(frozen=True)
class _Place:
    """Where an entry begins, and where its value does, in pixels."""

    left: float
    top: float
    value: float


class Legend(QWidget):
    """Entries one after the other, on as many lines as their names need.

    A click on one asks to hide or show that part, one with Alt to show it alone.
    """

    toggled = Signal(str)  # the part's label
    isolated = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._palette = LIGHT
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)  # as the chart below it
        self.entries: tuple[Entry, ...] = ()
        self._plain, self._bold = QFont(FONT_FAMILY), QFont(FONT_FAMILY)
        for font in (self._plain, self._bold):
            font.setFeature(QFont.Tag("tnum"), 1)
        self._bold.setWeight(QFont.Weight.DemiBold)
        self._struck = QFont(self._plain)  # what is hidden
        self._struck.setStrikeOut(True)
        self._line = LINE_HEIGHT
        self._placed_for: object = None  # width, letters and labels of the places
        self._places: list[_Place] = []
        self._names: list[str] = []  # as they are written: cut where one has no room
        self._size_letters()
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def use_palette(self, palette: Palette) -> None:
        self._palette = palette
        self._size_letters()
        self.update()

    def _size_letters(self) -> None:
        for font in (self._plain, self._bold, self._struck):
            font.setPointSizeF(self._palette.tick_points)
        self._metrics = QFontMetricsF(self._plain)
        self._bold_metrics = QFontMetricsF(self._bold)
        line = LINE_HEIGHT * self._palette.type_scale
        if line != self._line:
            self._line = line
            self.updateGeometry()

    def show_entries(self, entries: Iterable[Entry]) -> None:
        fresh = tuple(entries)
        if fresh == self.entries:
            return
        renamed = list(map(_room, fresh)) != list(map(_room, self.entries))
        self.entries = fresh
        if renamed:
            self.updateGeometry()
        self.setAccessibleName(", ".join(map(entry_words, fresh)))
        self.update()

    def _place(self, width: float) -> list[_Place]:
        """Where each entry stands, in a legend this wide."""
        key = (width, self._line, tuple(map(_room, self.entries)))
        if key == self._placed_for:
            return self._places
        plain, bold = QFontMetricsF(self._plain), QFontMetricsF(self._bold)
        places, x, y = [], 0.0, 0.0
        self._names = []
        for entry in self.entries:
            room = bold.horizontalAdvance(entry.widest)
            spread = plain.horizontalAdvance(entry.spread.translate(DIGITS))
            behind = room + (GAP + spread if spread else 0.0)
            most = max(width - INSET - MARK - 2 * GAP - behind, 0.0)  # of a name alone on its line
            shown = plain.elidedText(entry.label, Qt.TextElideMode.ElideRight, most)
            self._names.append(shown)
            name = plain.horizontalAdvance(shown)
            wide = MARK + GAP + name + GAP + behind
            if x and x + wide > width:
                x, y = 0.0, y + self._line
            value = x + INSET + MARK + GAP + name + GAP
            places.append(_Place(x + INSET, y, value))
            x += wide + BETWEEN
        self._placed_for, self._places = key, places
        return places

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        places = self._place(width - INSET * 2)
        return round((places[-1].top if places else 0) + self._line + 2)

    def sizeHint(self) -> QSize:
        return QSize(200, self.heightForWidth(max(self.width(), 200)))

    def entry_at(self, at: QPointF) -> Entry | None:
        """The entry under a place in the widget."""
        metrics = QFontMetricsF(self._bold)
        places = self._place(self.width() - INSET * 2)
        for entry, place in zip(self.entries, places, strict=True):
            wide = place.value + metrics.horizontalAdvance(entry.value) - place.left
            if QRectF(place.left, place.top, wide, self._line).contains(at):
                return entry
        return None

    def mousePressEvent(self, event: QMouseEvent) -> None:
        entry = self.entry_at(event.position())
        if entry is None or event.button() != Qt.MouseButton.LeftButton:
            event.ignore()
        elif event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.isolated.emit(entry.label)
        else:
            self.toggled.emit(entry.label)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            entry = self.entry_at(QPointF(event.pos()))
            if entry is None:
                QToolTip.hideText()
            else:
                text = self.tr("Click hides or shows it; with Alt it is shown alone")
                if entry.label not in self._names:  # it is cut
                    text = f"{escape(entry.label)}<br>{escape(text)}"
                QToolTip.showText(event.globalPos(), text, self)
            return True
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        each_by_itself(painter)
        quiet, text = QColor(self._palette.quiet), QColor(self._palette.text)
        down = (self._line - self._metrics.height()) / 2 + self._metrics.ascent()
        places = self._place(self.width() - INSET * 2)
        for entry, name, place in zip(self.entries, self._names, places, strict=True):
            self._mark(painter, entry, place.left, place.top + self._line / 2)
            base = place.top + down
            painter.setFont(self._struck if entry.hidden else self._plain)
            painter.setPen(quiet)
            painter.drawText(QPointF(place.left + MARK + GAP, base), name)
            painter.setFont(self._bold)
            painter.setPen(quiet if entry.hidden else text)
            painter.drawText(QPointF(place.value, base), entry.value)
            if entry.spread and not entry.hidden:
                painter.setFont(self._plain)
                painter.setPen(quiet)
                at = place.value + self._bold_metrics.horizontalAdvance(entry.value) + GAP
                painter.drawText(QPointF(at, base), entry.spread)
        painter.end()

    def _mark(self, painter: QPainter, entry: Entry, x: float, middle: float) -> None:
        """A square in the part's colour, or a stroke; hollow where the part is hidden."""
        thick = 2.0 if entry.line and not entry.hidden else MARK
        mark = QRectF(x, middle - thick / 2, MARK, thick)
        if entry.hidden:
            painter.setPen(QPen(QColor(self._palette.colour(entry.role)), 1.0))
            painter.drawRect(mark.adjusted(0.5, 0.5, -0.5, -0.5))
        else:
            fill_mark(painter, mark, self._palette, entry.role)


def entry_words(entry: Entry) -> str:
    """An entry as it is read out."""
    return f"{entry.label} {entry.value} {entry.spread}".rstrip()


def _room(entry: Entry) -> tuple[str, str, str]:
    """What says how much room an entry needs: digits are all as wide."""
    return entry.label, entry.widest, entry.spread.translate(DIGITS)
