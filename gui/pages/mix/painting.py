"""How the map of mixes is drawn: the ramp of colours, hatch, contours, corners and marks."""

from __future__ import annotations

import functools
import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QLineF, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import (
    QBrush,
    QColor,
    QFont,
    QFontMetricsF,
    QImage,
    QPainter,
    QPainterPath,
    QPen,
    QPixmap,
    QPolygonF,
    QTransform,
)

from gui.pages.mix.map_worker import MixPicture
from gui.pages.mix.measures import percent
from gui.pages.mix.surface import COLOURS, UNDEFINED
from gui.pages.mix.words import marks
from gui.widgets.palette import Palette, family_role

# Cividis (Nunez, Anderton and Renslow 2018), but for its darkest tenth: even in lightness,
# and the same to colour-blind eyes. The brighter is the better in both themes.
RAMP = ("#0B316B", "#39486B", "#575D6D", "#707173", "#8A8779", "#A69D75", "#C4B56C", "#E4CF5B")
RAMP_END = "#FEE838"
SMALL = 8.5 / 9.5  # of the body's letters
TICKS = (0.2, 0.4, 0.6, 0.8)
TICK_LENGTH = 5.0
CORNER_RADIUS = 4.5
MARK_RADIUS = 6.0
PUCK, RING = 9.0, 5.0  # the puck's radius, and how far about it the ring of the focus
HATCH_TILE, HATCH_ALPHA = 10, 150
HALF = 0.5
SINE = math.sqrt(3) / 2


@functools.lru_cache(maxsize=2)
def colours(bright_is_low: bool) -> tuple[int, ...]:
    """The colour of each index, the better end bright; the last one, undefined, is clear."""
    stops = [QColor(name) for name in (*RAMP, RAMP_END)]
    found = []
    for i in range(COLOURS):
        along = i / (COLOURS - 1) * (len(stops) - 1)
        low = min(int(along), len(stops) - 2)
        part = along - low
        pairs = zip(stops[low].getRgb()[:3], stops[low + 1].getRgb()[:3], strict=True)  # type: ignore[index]
        found.append(QColor(*(round(a + (b - a) * part) for a, b in pairs)).rgb())
    if bright_is_low:
        found.reverse()
    return (*found, QColor(0, 0, 0, 0).rgba())


def image_of(picture: MixPicture) -> QImage:
    """The map's picture, a pixel for each place of the raster."""
    data = picture.image
    height, width = data.shape
    image = QImage(data.tobytes(), width, height, width, QImage.Format.Format_Indexed8).copy()
    image.setColorTable(list(colours(picture.question.measure.lower_is_better)))
    assert len(image.colorTable()) == UNDEFINED + 1
    return image.convertToFormat(QImage.Format.Format_ARGB32_Premultiplied)


@dataclass(frozen=True)
class Geometry:
    """Where the triangle stands: the first family on top, then left, then right."""

    left: float
    top: float
    side: float

    @staticmethod
    def fitting(size: QSize, margins: tuple[float, float, float, float]) -> Geometry:
        """As large as fits within the margins (left, top, right, bottom)."""
        left, top, right, bottom = margins
        width, height = size.width() - left - right, size.height() - top - bottom
        side = max(min(width, height / SINE), 1.0)
        return Geometry(
            left + (width - side) * HALF, top + max(height - side * SINE, 0) * HALF, side
        )

    @property
    def height(self) -> float:
        return self.side * SINE

    @property
    def box(self) -> QRectF:
        return QRectF(self.left, self.top, self.side, self.height)

    def point(self, shares: Iterable[float]) -> QPointF:
        """Where a mix stands."""
        first, _, third = shares
        return QPointF(
            self.left + self.side * (third + first * HALF), self.top + self.height * (1 - first)
        )

    def shares(self, point: QPointF) -> tuple[float, float, float]:
        """The mix at a point; outside the triangle some are negative, and still sum to 1."""
        first = 1 - (point.y() - self.top) / self.height
        third = (point.x() - self.left) / self.side - first * HALF
        return first, 1 - first - third, third

    def distance(self, point: QPointF) -> float:
        """How far outside the triangle a point lies, about; 0 within."""
        return max(0.0, -min(self.shares(point))) * self.height

    @property
    def corners(self) -> QPolygonF:
        return QPolygonF([self.point(s) for s in ((1, 0, 0), (0, 1, 0), (0, 0, 1))])


def small_font(base: QFont, *, bold: bool = False) -> QFont:
    font = QFont(base)
    font.setPointSizeF(base.pointSizeF() * SMALL)
    if bold:
        font.setWeight(QFont.Weight.DemiBold)
    return font


def hatch(ratio: float) -> QBrush:
    """Diagonal lines, dark beside light, so that they show on both ends of the ramp."""
    size = HATCH_TILE
    tile = QPixmap(round(size * ratio), round(size * ratio))
    tile.setDevicePixelRatio(ratio)
    tile.fill(Qt.GlobalColor.transparent)
    painter = QPainter(tile)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for colour, shift in (
        (QColor(0, 0, 0, HATCH_ALPHA), 0.0),
        (QColor(255, 255, 255, HATCH_ALPHA), 1.5),
    ):
        painter.setPen(QPen(colour, 1.3))
        for start in (-size, 0, size):
            painter.drawLine(
                QPointF(start + shift - 1, size + 1), QPointF(start + size + shift + 1, -1)
            )
    painter.end()
    return QBrush(tile)


class MapPainter:
    """Draws what does not move with the puck."""

    def __init__(
        self, painter: QPainter, geometry: Geometry, palette: Palette, families: Sequence[str]
    ) -> None:
        self._painter = painter
        self._geometry = geometry
        self._palette = palette
        self._families = families

    def paint(self, picture: MixPicture | None, ratio: float) -> None:
        painter, geometry, palette = self._painter, self._geometry, self._palette
        painter.setRenderHints(
            QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform
        )
        base = painter.font()
        painter.setFont(small_font(base))
        self._ticks()
        outline = QPainterPath()
        outline.addPolygon(geometry.corners)
        outline.closeSubpath()
        painter.fillPath(outline, QColor(palette.panel))
        if picture is not None:
            self._map(picture, outline)
            self._hatched(picture, ratio)
            self._contours(picture)
        painter.setPen(QPen(QColor(palette.quiet), 1.5))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(outline)
        self._corners()
        if picture is not None:
            self._marks(picture)
        painter.setFont(base)

    def _map(self, picture: MixPicture, outline: QPainterPath) -> None:
        """As a brush: to clip to the triangle would take ten times as long."""
        image, box = image_of(picture), self._geometry.box
        brush = QBrush(image)
        scale = QTransform.fromTranslate(box.left(), box.top())
        scale.scale(box.width() / image.width(), box.height() / image.height())
        brush.setTransform(scale)
        self._painter.fillPath(outline, brush)

    def _ticks(self) -> None:
        """Shares along the edges: each family's rises towards its own corner."""
        painter = self._painter
        painter.setPen(QPen(QColor(self._palette.quiet), 1))
        for tick in ticks(self._geometry, QFontMetricsF(painter.font())):
            painter.drawLine(tick.at, tick.end)
            painter.drawText(tick.written, tick.text)

    def _hatched(self, picture: MixPicture, ratio: float) -> None:
        path = QPainterPath()
        path.setFillRule(Qt.FillRule.WindingFill)
        for polygon in picture.hatched:
            path.addPolygon(QPolygonF([self._geometry.point(p) for p in polygon.tolist()]))
            path.closeSubpath()
        self._painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)  # no seams
        self._painter.fillPath(path, hatch(ratio))
        self._painter.setRenderHint(QPainter.RenderHint.Antialiasing)

    def _contours(self, picture: MixPicture) -> None:
        point = self._geometry.point
        lines = [
            QLineF(point(start), point(end))
            for _, segments in picture.contours
            for start, end in segments.tolist()
        ]
        for colour, width in ((QColor(0, 0, 0, 120), 2.2), (QColor(255, 255, 255, 215), 1.1)):
            self._painter.setPen(QPen(colour, width))
            self._painter.drawLines(lines)

    def _corners(self) -> None:
        """The mixes of a single family."""
        for place, corner in enumerate(self._geometry.corners.toList()):
            hue = self._palette.colour(family_role(self._families[place], place))
            self._painter.setPen(QPen(QColor(self._palette.ground), 1.5))
            self._painter.setBrush(QColor(hue))
            self._painter.drawEllipse(corner, CORNER_RADIUS, CORNER_RADIUS)

    def _marks(self, picture: MixPicture) -> None:
        painter, palette, r = self._painter, self._palette, MARK_RADIUS
        for at in (self._geometry.point(shares) for shares in marks(picture)):
            diamond = QPolygonF([at + QPointF(x, y) for x, y in ((0, -r), (r, 0), (0, r), (-r, 0))])
            painter.setPen(QPen(QColor(palette.text), 2))
            painter.setBrush(QColor(palette.ground))
            painter.drawPolygon(diamond)


def paint_line(
    painter: QPainter, palette: Palette, start: QPointF, end: QPointF, style: Qt.PenStyle
) -> None:
    """A line in the `style`, on a ground of its own that sets it off from the map."""
    for colour, width in ((palette.ground, 3.5), (palette.text, 1.25)):
        pen = QPen(QColor(colour), width)
        if colour == palette.text:
            pen.setStyle(style)
        painter.setPen(pen)
        painter.drawLine(start, end)


def paint_puck(painter: QPainter, palette: Palette, at: QPointF, *, focused: bool) -> None:
    """The puck, with a ring about it where it has the keys."""
    if focused:
        for colour, width in ((palette.ground, 6), (palette.accent, 3)):
            painter.setPen(QPen(QColor(colour), width))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawEllipse(at, PUCK + RING, PUCK + RING)
    painter.setPen(QPen(QColor(palette.text), 2.5))
    painter.setBrush(QColor(palette.ground))
    painter.drawEllipse(at, PUCK, PUCK)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(palette.text))
    painter.drawEllipse(at, 2.5, 2.5)


@dataclass(frozen=True)
class Tick:
    """A share on an edge: its stroke, and its text at the left end of the base line."""

    at: QPointF
    end: QPointF
    text: str
    written: QPointF
    room: QRectF  # of the text


def ticks(geometry: Geometry, metrics: QFontMetricsF) -> list[Tick]:
    """Those of all three edges."""
    found, point, high = [], geometry.point, metrics.ascent()
    for share in TICKS:
        text = percent(0, share)
        wide = metrics.horizontalAdvance(text)
        edges = (
            (point((share, 1 - share, 0)), QPointF(-1, 0), QPointF(-wide - 3, high * 0.4)),
            (point((0, share, 1 - share)), QPointF(HALF, SINE), QPointF(-wide * 0.3, high + 2)),
            (point((1 - share, 0, share)), QPointF(HALF, -SINE), QPointF(3, 1)),
        )
        for at, way, shift in edges:
            end = at + way * TICK_LENGTH
            written = end + shift
            room = QRectF(written.x(), written.y() - high, wide, metrics.height())
            found.append(Tick(at, end, text, written, room))
    return found
