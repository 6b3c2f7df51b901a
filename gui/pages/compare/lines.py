"""One series of every plan, painted: overlaid, or a small picture each; the band of one on hover.

Charts elsewhere rest on zero; differences go below it. So this is painted by itself, with the
dashes that each plan has.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QPolygonF,
)
from PySide6.QtWidgets import QWidget

from engine import Array
from engine.analysis.compared import Calendar
from engine.text import written
from engine.worlds.ensemble import Band
from gui.document.comparison import PlanColumn
from gui.pages.compare.colours import ALPHA, paint_sample, pen_of, role_of
from gui.pages.compare.ticks import decimals, span, ticks
from gui.widgets.directions import each_by_itself
from gui.widgets.palette import FONT_FAMILY, LIGHT, Palette
from gui.widgets.spoken import Role, Spoken
from gui.words.month_names import month_words
from gui.words.signs import with_sign

LEFT, RIGHT, TOP, BOTTOM = 58.0, 12.0, 10.0, 22.0  # pixels around a picture
NAMES = 150.0  # pixels beside an overlay, for the names of its lines
MOST_NAMES = 0.3  # of its width, where names are longer
VALUE = "1,000,000 "  # room for what stands before the name of the line looked at
NAME_GAP = 8.0  # between a line's end and its name
SMALL_TITLE = 20.0  # above each small picture
PER_TICK, PER_YEAR = 56.0, 46.0  # pixels, at least
NEAR = 24.0  # pixels from a line, to be looked at
MONTHS_PER_YEAR = 12
LEAST = QSize(300, 220)


@dataclass(frozen=True)
class PlanLine:
    """A plan's series on the months of the picture, NaN where it has none; and its band."""

    column: PlanColumn
    values: Array
    band: Band | None = None


@dataclass(frozen=True)
class Picture:
    """What is drawn: a line a plan over the same months."""

    title: str
    unit: str
    format: str
    months: Calendar
    lines: tuple[PlanLine, ...]
    apart: bool = False  # a small picture each
    signed: bool = False


class PlanLines(Spoken, QWidget):
    """Paints a Picture. The plan nearest to the pointer comes to the front, with its band."""

    spoken_role = Role.Chart

    looked_at = Signal(object)  # a PlanColumn, or None
    month_clicked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._palette = LIGHT
        self.picture: Picture | None = None
        self.month = ""
        self._hovered: PlanColumn | None = None
        self._font = QFont(FONT_FAMILY)
        self._font.setFeature(QFont.Tag("tnum"), 1)
        self._places: list[tuple[QRectF, tuple[PlanLine, ...]]] = []
        self.setMouseTracking(True)
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)  # as every chart
        self.setMinimumSize(LEAST)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def use_palette(self, palette: Palette) -> None:
        self._palette = palette
        self._font.setPointSizeF(palette.tick_points)
        self.update()

    def show_picture(self, picture: Picture, month: str) -> None:
        self.picture, self.month = picture, month
        if self._hovered not in [line.column for line in picture.lines]:
            self._hovered = None
        name = f"{picture.title}, {picture.unit}"
        if name != self.accessibleName():
            self.setAccessibleName(name)
        self.update()

    def spoken_description(self) -> str:
        """Each plan's value in the chosen month."""
        picture = self.picture
        place = None if picture is None else picture.months.place(self.month)
        if picture is None or place is None:
            return ""
        said = (f"{line.column.title} {self._number(line.values[place])}" for line in picture.lines)
        return f"{month_words(self.month)}: {', '.join(said)}"

    @property
    def hovered(self) -> PlanColumn | None:
        return self._hovered

    def look_at(self, column: PlanColumn | None) -> None:
        """Bring one plan to the front, with its band."""
        if column is not self._hovered:
            self._hovered = column
            self.looked_at.emit(column)
            self.update()

    def _number(self, value: float) -> str:
        picture = self.picture
        assert picture is not None
        if value != value:
            return "—"
        amount = written(abs(value), picture.format)
        return with_sign(value, amount, amount) if picture.signed or value < 0 else amount

    # Where things are

    def _areas(self) -> list[tuple[QRectF, tuple[PlanLine, ...]]]:
        """The frame of each picture, and its lines."""
        picture = self.picture
        if picture is None or not picture.lines:
            return []
        whole = QRectF(self.rect())
        if not picture.apart:
            return [(whole.adjusted(LEFT, TOP, -RIGHT - self._names(), -BOTTOM), picture.lines)]
        count = len(picture.lines)
        across = max(1, min(count, round(math.sqrt(count * whole.width() / whole.height() / 1.4))))
        down = math.ceil(count / across)
        wide, high = whole.width() / across, whole.height() / down
        found: list[tuple[QRectF, tuple[PlanLine, ...]]] = []
        for place, line in enumerate(picture.lines):
            corner = QPointF((place % across) * wide, (place // across) * high)
            cell = QRectF(corner.x(), corner.y(), wide, high)
            found.append((cell.adjusted(LEFT, SMALL_TITLE, -RIGHT, -BOTTOM), (line,)))
        return found

    def _names(self) -> float:
        """The room beside an overlay: what the longest name needs, where the picture has it."""
        assert self.picture is not None
        metrics = QFontMetricsF(_heavy(self._font))
        titles = (VALUE + line.column.title for line in self.picture.lines)
        longest = max(map(metrics.horizontalAdvance, titles))
        return max(NAMES, min(longest + NAME_GAP, MOST_NAMES * self.width()))

    def _span(self) -> tuple[float, float]:
        """One scale for all, so that small pictures can be compared; the band looked at fits."""
        assert self.picture is not None
        lines = [line.values for line in self.picture.lines]
        for line in self.picture.lines:
            if line.band is not None and (self.picture.apart or line.column is self._hovered):
                lines += [line.band.p5, line.band.p95]
        return span(lines)

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        each_by_itself(painter)
        self.paint(painter)
        painter.end()

    def paint(self, painter: QPainter) -> None:
        """Everything, for the screen or for a picture."""
        palette, picture = self._palette, self.picture
        painter.fillRect(self.rect(), QColor(palette.ground))
        if picture is None:
            return
        painter.setFont(self._font)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._places = self._areas()
        low, high = self._span()
        for area, lines in self._places:
            self._paint_axes(painter, area, low, high)
            order = sorted(lines, key=lambda line: line.column is self._hovered)
            for line in order:
                self._paint_line(painter, area, line, low, high)
            if picture.apart:
                self._paint_title(painter, area, lines[0])
            else:
                self._paint_names(painter, area, lines, low, high)

    def _at(self, area: QRectF, values: Array, low: float, high: float) -> tuple[Array, Array]:
        assert self.picture is not None
        steps = max(self.picture.months.count - 1, 1)
        across: Array = area.left() + np.arange(len(values), dtype=float) * (area.width() / steps)
        with np.errstate(invalid="ignore"):
            down = area.bottom() - (values - low) / (high - low) * area.height()
        return across, down

    def _paint_axes(self, painter: QPainter, area: QRectF, low: float, high: float) -> None:
        palette, picture = self._palette, self.picture
        assert picture is not None
        metrics = QFontMetricsF(self._font)
        marks = ticks(low, high, max(int(area.height() / PER_TICK), 1))
        digits = decimals(marks)
        for value in marks:
            y = area.bottom() - (value - low) / (high - low) * area.height()
            zero = value == 0
            painter.setPen(QPen(QColor(palette.quiet if zero else palette.grid), 1))
            painter.drawLine(QPointF(area.left(), y), QPointF(area.right(), y))
            text = written(value, f",.{digits}f").replace("-", "−")
            painter.setPen(QColor(palette.quiet))
            at = QRectF(area.left() - LEFT, y - metrics.height() / 2, LEFT - 6, metrics.height())
            right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            painter.drawText(at, right, text)
        self._paint_years(painter, area)
        place = picture.months.place(self.month)
        if place is not None:
            x = area.left() + place * area.width() / max(picture.months.count - 1, 1)
            painter.setPen(QPen(QColor(palette.quiet), 1, Qt.PenStyle.DotLine))
            painter.drawLine(QPointF(x, area.top()), QPointF(x, area.bottom()))

    def _paint_years(self, painter: QPainter, area: QRectF) -> None:
        picture = self.picture
        assert picture is not None
        first, count = picture.months.first, picture.months.count
        years = [n for n in range(first, first + count) if n % MONTHS_PER_YEAR == 0]
        room = area.width() / max(len(years), 1)
        each = max(1, math.ceil(PER_YEAR / max(room, 1.0)))
        painter.setPen(QColor(self._palette.quiet))
        for number in years[::each]:
            x = area.left() + (number - first) * area.width() / max(count - 1, 1)
            at = QRectF(x - PER_YEAR / 2, area.bottom() + 3, PER_YEAR, BOTTOM - 3)
            painter.drawText(
                at,
                Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop,
                str(number // MONTHS_PER_YEAR),
            )

    def _paint_line(
        self, painter: QPainter, area: QRectF, line: PlanLine, low: float, high: float
    ) -> None:
        assert self.picture is not None
        front = line.column is self._hovered
        if line.band is not None and (front or self.picture.apart):
            self._paint_band(painter, area, line, low, high)
        across, down = self._at(area, line.values, low, high)
        pen = pen_of(line.column, self._palette, wide=front)
        if self._hovered is not None and not front:
            colour = pen.color()
            colour.setAlpha(120)
            pen.setColor(colour)
        painter.setPen(pen)
        for stretch in _stretches(line.values):
            points = map(QPointF, across[stretch].tolist(), down[stretch].tolist())
            painter.drawPolyline(QPolygonF(list(points)))

    def _paint_band(
        self, painter: QPainter, area: QRectF, line: PlanLine, low: float, high: float
    ) -> None:
        assert line.band is not None
        colour = QColor(self._palette.colour(role_of(line.column)))
        colour.setAlpha(ALPHA)
        for bottom, top in ((line.band.p5, line.band.p95), (line.band.p25, line.band.p75)):
            for stretch in _stretches(bottom + top):
                across, lower = self._at(area, bottom, low, high)
                _, upper = self._at(area, top, low, high)
                path = QPainterPath()
                points = [*zip(across[stretch].tolist(), upper[stretch].tolist(), strict=True)]
                points += zip(
                    across[stretch][::-1].tolist(), lower[stretch][::-1].tolist(), strict=True
                )
                path.addPolygon(QPolygonF([QPointF(x, y) for x, y in points]))
                painter.fillPath(path, colour)

    def _paint_title(self, painter: QPainter, area: QRectF, line: PlanLine) -> None:
        metrics = QFontMetricsF(self._font)
        at = QRectF(area.left(), area.top() - SMALL_TITLE, area.width(), SMALL_TITLE)
        paint_sample(
            painter, QRectF(at.left(), at.top(), 22, at.height()), line.column, self._palette
        )
        painter.setPen(QColor(self._palette.text))
        text = metrics.elidedText(line.column.title, Qt.TextElideMode.ElideMiddle, at.width() - 28)
        painter.drawText(at.adjusted(28, 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, text)

    def _paint_names(
        self,
        painter: QPainter,
        area: QRectF,
        lines: Sequence[PlanLine],
        low: float,
        high: float,
    ) -> None:
        """Each plan's name at the end of its line, moved apart where they would meet."""
        assert self.picture is not None
        names, tall = self._names(), QFontMetricsF(self._font).height()
        wanted: list[tuple[float, PlanLine]] = []
        for line in lines:
            known = np.flatnonzero(np.isfinite(line.values))
            if len(known):
                _, down = self._at(area, line.values, low, high)
                wanted.append((float(down[known[-1]]), line))
        wanted.sort(key=lambda pair: pair[0])
        places = spread_out([y for y, _ in wanted], tall, area.top(), area.bottom())
        place = self.picture.months.place(self.month)
        for y, (_, line) in zip(places, wanted, strict=True):
            front = line.column is self._hovered
            font = _heavy(self._font) if front else self._font
            painter.setFont(font)
            painter.setPen(QColor(self._palette.colour(role_of(line.column))))
            text = line.column.title
            if front and place is not None:
                text = f"{self._number(line.values[place])} {text}"
            room = names - NAME_GAP
            cut = QFontMetricsF(font).elidedText(text, Qt.TextElideMode.ElideMiddle, room)
            at = QRectF(area.right() + NAME_GAP, y - tall / 2, names, tall)
            painter.drawText(at, Qt.AlignmentFlag.AlignVCenter, cut)
        painter.setFont(self._font)

    # The pointer

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self.look_at(self._nearest(event.position()))
        super().mouseMoveEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        picture = self.picture
        for area, _ in self._places:
            if picture is not None and area.contains(event.position()):
                steps = max(picture.months.count - 1, 1)
                share = (event.position().x() - area.left()) / area.width()
                self.month_clicked.emit(picture.months.months[round(share * steps)])
                return
        super().mousePressEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        self.look_at(None)
        super().leaveEvent(event)

    def _nearest(self, at: QPointF) -> PlanColumn | None:
        picture = self.picture
        if picture is None:
            return None
        low, high = self._span()
        best: tuple[float, PlanColumn | None] = (NEAR, None)
        for area, lines in self._places:
            if not area.contains(at):
                continue
            if picture.apart:
                return lines[0].column
            steps = max(picture.months.count - 1, 1)
            place = round((at.x() - area.left()) / area.width() * steps)
            for line in lines:
                _, down = self._at(area, line.values[place : place + 1], low, high)
                if np.isfinite(down[0]):
                    best = min(
                        best, (abs(float(down[0]) - at.y()), line.column), key=lambda pair: pair[0]
                    )
        return best[1]


def _heavy(font: QFont) -> QFont:
    """`font`, as the name of the line that is looked at has it."""
    heavy = QFont(font)
    heavy.setWeight(QFont.Weight.DemiBold)
    return heavy


def _stretches(values: Array) -> list[slice]:
    """Where a line has numbers, gap by gap."""
    known = np.isfinite(values)
    edges = np.flatnonzero(np.diff(np.concatenate([[False], known, [False]]).astype(int)))
    return [slice(int(a), int(b)) for a, b in zip(edges[::2], edges[1::2], strict=True)]


def spread_out(wanted: Sequence[float], gap: float, low: float, high: float) -> list[float]:
    """Places in order, each at least a gap from the next, as near to the wanted ones as can be."""
    found: list[float] = []
    for place in wanted:
        least = found[-1] + gap if found else low
        found.append(max(place, least))
    most = high
    for i in range(len(found) - 1, -1, -1):
        found[i] = min(found[i], most)
        most = found[i] - gap
    return found
