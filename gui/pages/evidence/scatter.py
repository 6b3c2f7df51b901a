"""What matters against what is weak: a dot an assumption, the dangerous ones at the upper right."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QLineF, QPointF, QRectF, QSize, QSizeF, Qt, Signal
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
from PySide6.QtWidgets import QToolTip, QWidget

from engine.text import percent_sign, written
from gui.widgets.directions import each_by_itself
from gui.widgets.palette import FONT_FAMILY, LIGHT, Palette
from gui.widgets.plain import tip
from gui.words.value_texts import PERCENT

LEFT, RIGHT, TOP, BOTTOM = 46.0, 14.0, 26.0, 34.0
DOT, NEAR = 4.0, 12.0  # pixels: a dot's radius, and how near the pointer has to come
BANDS = 3  # of grades
NAMED = 6  # dots with their names
LEAST = QSize(280, 240)
ABOVE = 6.0  # pixels above the area where a name may stand, below the title
CLEAR = 2.0  # pixels between a name and a dot or another name
STEPS = 8  # names' heights up and down that are tried for a name, where its dot has no air
AWAY = 14.0  # pixels from a dot: further off a line leads to the name
STRIDES = [40.0 * step for step in range(1, 9)]  # pixels to the sides that are tried as well
FLOOR = 1e-3  # of the measure: what matters less lies on the lower edge


@dataclass(frozen=True)
class WeakDot:
    """An assumption: from 0 (a filing of today) to 3 (an old guess), and what share it moves."""

    key: object
    label: str
    weakness: float
    share: float
    words: str


class WeakMatters(QWidget):
    """The share is on a logarithmic axis; grades are bands, in each the older to the right."""

    chosen = Signal(object)  # the key of a dot

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._palette = LIGHT
        self._font = QFont(FONT_FAMILY)
        self.dots: tuple[WeakDot, ...] = ()
        self.key: object = None
        # names with their places, and the size, letters and dots they were found for: some 7 ms
        self._named: tuple[object, list[tuple[str, QRectF, QPointF]]] = (None, [])
        self.setMinimumSize(LEAST)
        self.setMouseTracking(True)
        self.setAccessibleName(self.tr("What matters against what is weak"))

    def use_palette(self, palette: Palette) -> None:
        self._palette = palette
        self._font.setPointSizeF(palette.tick_points)
        self.update()

    def show_dots(self, dots: Sequence[WeakDot], key: object) -> None:
        self.dots, self.key = tuple(dots), key
        worst = sorted(self.dots, key=lambda dot: -dot.weakness * dot.share)[:NAMED]
        self.setAccessibleDescription("; ".join(dot.words for dot in worst))
        self.update()

    @property
    def _area(self) -> QRectF:
        return QRectF(self.rect()).adjusted(LEFT, TOP, -RIGHT, -BOTTOM)

    def _at(self, dot: WeakDot) -> QPointF:
        area = self._area
        high = max((d.share for d in self.dots), default=1.0)
        top = max(math.log10(max(high, FLOOR * 10)), math.log10(FLOOR) + 1)
        low = math.log10(FLOOR)
        level = (math.log10(max(dot.share, FLOOR)) - low) / (top - low)
        across = area.left() + min(dot.weakness / BANDS, 1.0) * area.width()
        return QPointF(across, area.bottom() - level * area.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        each_by_itself(painter)
        palette, area = self._palette, self._area
        painter.fillRect(self.rect(), QColor(palette.ground))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(self._font)
        self._paint_frame(painter, area)
        for dot in self.dots:
            middle = self._at(dot)
            front = dot.key == self.key
            painter.setPen(QPen(QColor(palette.ground), 1))
            painter.setBrush(QColor(palette.accent if front else palette.quiet))
            painter.drawEllipse(middle, DOT + front, DOT + front)
        for name, place, at in self.names():
            leads = _leading(at, place)
            if leads.length() > AWAY:
                painter.setPen(QPen(QColor(palette.quiet), 1))
                painter.drawLine(leads)
            painter.setPen(QColor(palette.text))
            painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, name)
        painter.end()

    def _paint_frame(self, painter: QPainter, area: QRectF) -> None:
        palette, metrics = self._palette, QFontMetricsF(self._font)
        painter.setPen(QPen(QColor(palette.grid), 1))
        for band in range(BANDS + 1):
            x = area.left() + band * area.width() / BANDS
            painter.drawLine(QPointF(x, area.top()), QPointF(x, area.bottom()))
        painter.drawLine(area.bottomLeft(), area.bottomRight())
        painter.setPen(QColor(palette.quiet))
        names = (self.tr("A: filings"), self.tr("B: analysts"), self.tr("C: press, guesses"))
        for band, name in enumerate(names):
            cell = QRectF(
                area.left() + band * area.width() / BANDS,
                area.bottom() + 4,
                area.width() / BANDS,
                metrics.height(),
            )
            cut = metrics.elidedText(name, Qt.TextElideMode.ElideRight, cell.width())
            painter.drawText(cell, Qt.AlignmentFlag.AlignCenter, cut)
        older = QRectF(area.left(), area.bottom() + 18, area.width(), metrics.height())
        painter.drawText(older, Qt.AlignmentFlag.AlignRight, self.tr("older, or left wider open →"))
        title = QRectF(4, 4, self.width() - 8, metrics.height())
        text = self.tr("↑ matters: share of the measure that it moves")
        painter.drawText(title, Qt.AlignmentFlag.AlignLeft, text)
        for share in (1e-3, 1e-2, 1e-1, 1.0):
            y = self._at(WeakDot(None, "", 0.0, share, "")).y()
            if area.top() - 1 <= y <= area.bottom() + 1:
                text = f"{written(share * PERCENT, '.3g')}{percent_sign()}"
                at = QRectF(0, y - metrics.height() / 2, LEFT - 5, metrics.height())
                painter.drawText(at, Qt.AlignmentFlag.AlignRight, text)

    def names(self) -> list[tuple[str, QRectF, QPointF]]:
        """What is named, the most dangerous first, where its name stands, and its dot."""
        of = self.width(), self.height(), self._font.key(), self.dots
        if self._named[0] != of:
            self._named = of, self._find_names()
        return self._named[1]

    def _find_names(self) -> list[tuple[str, QRectF, QPointF]]:
        metrics, area = QFontMetricsF(self._font), self._area
        dots = [self._at(dot) for dot in self.dots]
        about = QRectF(-DOT, -DOT, 2 * DOT, 2 * DOT).adjusted(-CLEAR, -CLEAR, CLEAR, CLEAR)
        taken = [about.translated(at) for at in dots]
        found: list[tuple[str, QRectF, QPointF]] = []
        for dot in sorted(self.dots, key=lambda dot: -dot.weakness * dot.share)[:NAMED]:
            at = self._at(dot)
            text = metrics.elidedText(dot.label, Qt.TextElideMode.ElideRight, area.width() / 2)
            size = QSizeF(metrics.horizontalAdvance(text), metrics.height())
            leads = [_leading(dot_at, name_at) for _, name_at, dot_at in found]
            place = next(
                (
                    place
                    for place in self._places(size, at, taken)
                    if _is_clear(_leading(at, place), dots, leads)
                    and all(_is_apart(lead, place) for lead in leads)
                ),
                None,
            )
            if place is not None:
                found.append((text, place, at))
                taken.append(place.adjusted(-CLEAR, 0, CLEAR, 0))
        return found

    def _places(self, size: QSizeF, dot: QPointF, taken: Sequence[QRectF]) -> list[QRectF]:
        """Where a name covers no dot and no other name, the nearest first."""
        apart = DOT + CLEAR + 1
        high, wide = size.height(), size.width()
        room = self._area.adjusted(0, -ABOVE, 0, 0)  # the axis has its own words
        across = [dot.x() + apart, dot.x() - apart - wide, dot.x() - wide / 2]
        across += [across[0] + stride for stride in STRIDES]
        across += [across[1] - stride for stride in STRIDES]
        steps = range(-2 * STEPS, 2 * STEPS + 1)
        places = (
            QRectF(QPointF(left, dot.y() + (step - 1) * high / 2), size)
            for step in steps
            for left in {min(left, room.right() - wide) for left in across}
        )
        free = [
            place
            for place in places
            if room.contains(place) and not any(place.intersects(other) for other in taken)
        ]
        return sorted(free, key=lambda place: _leading(dot, place).length())

    def near(self, at: QPointF) -> WeakDot | None:
        """The dot under the pointer."""
        found = [(QPointF(self._at(dot) - at).manhattanLength(), dot) for dot in self.dots]
        close = [pair for pair in found if pair[0] <= NEAR]
        return min(close, key=lambda pair: pair[0])[1] if close else None

    def mousePressEvent(self, event: QMouseEvent) -> None:
        dot = self.near(event.position())
        if dot is not None:
            self.chosen.emit(dot.key)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            dot = self.near(QPointF(event.pos()))
            QToolTip.showText(event.globalPos(), tip(dot.words) if dot else "", self)
            return True
        return bool(super().event(event))


def _leading(dot: QPointF, place: QRectF) -> QLineF:
    """From a dot to the nearest of its name."""
    across = min(max(dot.x(), place.left()), place.right())
    return QLineF(dot, QPointF(across, min(max(dot.y(), place.top()), place.bottom())))


def _is_clear(line: QLineF, dots: Sequence[QPointF], lines: Sequence[QLineF]) -> bool:
    """Whether a line to a name touches no other dot and no other line: it would be of either."""
    if line.length() <= AWAY:
        return True
    beginning, along = line.p1(), QPointF(line.dx(), line.dy())
    for dot in dots:
        if dot == beginning:
            continue
        to = dot - beginning
        share = QPointF.dotProduct(to, along) / QPointF.dotProduct(along, along)
        off = to - along * min(max(share, 0.0), 1.0)
        if math.hypot(off.x(), off.y()) < DOT + CLEAR:
            return False
    return not any(_cross(line, other) for other in lines)


def _is_apart(line: QLineF, place: QRectF) -> bool:
    """Whether a line that leads to another name does not go through a place."""
    if line.length() <= AWAY:
        return True
    corners = (place.topLeft(), place.topRight(), place.bottomRight(), place.bottomLeft())
    sides = zip(corners, (*corners[1:], corners[0]), strict=True)
    return not any(_cross(line, QLineF(*side)) for side in sides)


def _cross(one: QLineF, other: QLineF) -> bool:
    return one.intersects(other)[0] == QLineF.IntersectionType.BoundedIntersection
