"""What matters against what is weak: a dot an assumption, the dangerous ones at the upper right."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, QSizeF, Qt, Signal
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
COVER = 0.75  # of what a name stands on: dots below it are seen, and its letters are read
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
        ground = QColor(palette.ground)
        ground.setAlphaF(COVER)
        painter.setPen(QColor(palette.text))
        for name, place in self.names():
            painter.fillRect(place, ground)
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

    def names(self) -> list[tuple[str, QRectF]]:
        """What is named, the most dangerous first, and where its name stands."""
        metrics, area = QFontMetricsF(self._font), self._area
        found: list[tuple[str, QRectF]] = []
        for dot in sorted(self.dots, key=lambda dot: -dot.weakness * dot.share)[:NAMED]:
            text = metrics.elidedText(dot.label, Qt.TextElideMode.ElideRight, area.width() / 2)
            size = QSizeF(metrics.horizontalAdvance(text), metrics.height())
            place = self._place(size, dot, [other for _, other in found])
            if place is not None:
                found.append((text, place))
        return found

    def _place(self, size: QSizeF, dot: WeakDot, taken: Sequence[QRectF]) -> QRectF | None:
        """Where a name covers the fewest dots: beside its own, above it or below it."""
        middle, apart = self._at(dot), DOT + 3
        high, wide = size.height(), size.width()
        level, centred = middle.y() - high / 2, middle.x() - wide / 2
        area = self._area
        room = QRectF(0, TOP - ABOVE, area.right(), area.bottom() - TOP + ABOVE)
        corners = (
            QPointF(middle.x() + apart, level),
            QPointF(middle.x() - apart - wide, level),
            QPointF(min(centred, area.right() - wide), middle.y() - apart - high),
            QPointF(min(centred, area.right() - wide), middle.y() + apart),
        )
        places = [
            place
            for place in (QRectF(corner, size) for corner in corners)
            if room.contains(place) and not any(place.intersects(other) for other in taken)
        ]
        others = [self._at(other) for other in self.dots if other is not dot]
        return min(
            places,
            key=lambda place: sum(place.adjusted(-DOT, 0, DOT, 0).contains(at) for at in others),
            default=None,
        )

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
