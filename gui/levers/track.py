"""What is painted on a lever's track: the curve of foresight, the marks, the handle."""

from __future__ import annotations

import math
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QPainter,
    QPainterPath,
    QPalette,
    QPen,
    QPolygonF,
)

from gui.widgets.directions import each_by_itself

# device-independent pixels
MARGIN = 8.0  # from the widget's edge to the end of the track: half a handle and its ring
CURVE_TOP = 5.0
CURVE_HEIGHT = 16.0
TRACK_Y = 24.0
HEIGHT = 34
TRACK_WIDTH = 3.0
HANDLE = 5.5  # radius
RING = 8.5  # radius of the focus ring
DEFAULT_TICK = (27.0, 32.0)
DECADE_TICK = (26.0, 29.0)
LABELS_Y = 32.0  # where the words of the ends begin
LABEL_SIZE = 0.84  # of the letters of a field
LABEL_GAP = 6.0  # between two of them
STOP = 4.0  # half of the upright where a track ends for good
ON = 6.0  # how far the groove goes on, faintly, where more is allowed
ON_ALPHA = 90
BEST_SIZE = 4.0
FILL_ALPHA, LINE_ALPHA, LIMIT_ALPHA = 48, 170, 190
GROOVE_ALPHA = 255


@dataclass(frozen=True)
class Preview:
    """A KPI along a lever: places and heights from 0 to 1, with marks and words for them."""

    places: tuple[float, ...]
    heights: tuple[float, ...]  # NaN where the KPI is undefined
    best: float | None = None  # place
    limits: tuple[float, ...] = ()  # places where another limit begins to bind
    words: str = ""
    span: tuple[float, float] | None = None  # the values at the ends of its track

    def height_at(self, place: float) -> float:
        """The curve's height between its points; NaN outside or where undefined."""
        for i in range(1, len(self.places)):
            left, right = self.places[i - 1], self.places[i]
            if left <= place <= right:
                share = (place - left) / (right - left)
                return self.heights[i - 1] * (1 - share) + self.heights[i] * share
        return math.nan


@dataclass(frozen=True)
class EndLabel:
    """What stands at a place of the track, from 0 to 1."""

    place: float
    words: str


@dataclass(frozen=True)
class PreviewMarks:
    """Places on the track, from 0 to 1."""

    default: float | None = None
    baseline: float | None = None
    decades: tuple[float, ...] = ()
    labels: tuple[EndLabel, ...] = ()  # the ends come first, then what has room between
    beyond: tuple[bool, bool] = (False, False)  # whether more is allowed than the track shows


def label_font(font: QFont) -> QFont:
    """Of the words at the ends of a track."""
    small = QFont(font)
    small.setPointSizeF(font.pointSizeF() * LABEL_SIZE)
    return small


def labelled_height(font: QFont) -> int:
    """Of a track with words below it."""
    return math.ceil(LABELS_Y + QFontMetricsF(font).height())


def placed_labels(marks: PreviewMarks, width: float, font: QFont) -> list[tuple[float, str]]:
    """The words that have room, each with its left edge: first come the ends."""
    metrics = QFontMetricsF(font)
    placed: list[tuple[float, float, str]] = []
    for label in marks.labels:
        length = metrics.horizontalAdvance(label.words)
        left = min(max(x_of(label.place, width) - length / 2, 0.0), width - length)
        free = all(
            left > end + LABEL_GAP or left + length < begin - LABEL_GAP for begin, end, _ in placed
        )
        if free:
            placed.append((left, left + length, label.words))
    return [(left, words) for left, _, words in placed]


def paint_labels(
    painter: QPainter,
    palette: QPalette,
    width: float,
    marks: PreviewMarks,
    font: QFont,
    *,
    mirrored: bool = False,
) -> None:
    """What stands at the ends of the track, below it."""
    painter.setFont(font)
    painter.setPen(palette.color(QPalette.ColorRole.PlaceholderText))
    each_by_itself(painter)
    metrics = QFontMetricsF(font)
    base = LABELS_Y + metrics.ascent()
    for left, words in placed_labels(marks, width, font):
        if mirrored:
            left = width - left - metrics.horizontalAdvance(words)
        painter.drawText(QPointF(left, base), words)


def x_of(place: float, width: float) -> float:
    return MARGIN + place * max(width - 2 * MARGIN, 1.0)


def place_of(x: float, width: float) -> float:
    """The place under a pointer; beyond the ends it is below 0 or above 1."""
    return (x - MARGIN) / max(width - 2 * MARGIN, 1.0)


class CurvePaths:
    """The paths of a preview for one width; made once, painted often."""

    def __init__(self, preview: Preview, width: float) -> None:
        self.width = width
        self.line = QPainterPath()
        self.fill = QPainterPath()
        stretch: list[QPointF] = []
        for place, height in zip(preview.places, preview.heights, strict=True):
            if math.isnan(height):
                self._close(stretch)
                stretch = []
            else:
                y = CURVE_TOP + (1 - height) * CURVE_HEIGHT
                stretch.append(QPointF(x_of(place, width), y))
        self._close(stretch)

    def _close(self, points: list[QPointF]) -> None:
        if len(points) < 2:
            return
        line = QPolygonF(points)
        self.line.addPolygon(line)
        floor = TRACK_Y
        self.fill.addPolygon(
            QPolygonF([QPointF(points[0].x(), floor), *points, QPointF(points[-1].x(), floor)])
        )


def _faint(colour: QColor, alpha: int) -> QColor:
    result = QColor(colour)
    result.setAlpha(alpha)
    return result


def paint_track(
    painter: QPainter,
    palette: QPalette,
    width: float,
    place: float,
    marks: PreviewMarks,
    preview: Preview | None,
    curve: CurvePaths | None,
    *,
    active: bool,
) -> None:
    """Everything but the handle."""
    quiet = palette.color(QPalette.ColorRole.PlaceholderText)
    text = palette.color(QPalette.ColorRole.WindowText)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if preview is not None and curve is not None:
        painter.fillPath(curve.fill, _faint(quiet, FILL_ALPHA))
        painter.setPen(QPen(_faint(quiet, LINE_ALPHA), 1.25))
        painter.drawPath(curve.line)
        painter.setPen(QPen(_faint(text, LIMIT_ALPHA), 1.0, Qt.PenStyle.DotLine))
        for limit in preview.limits:
            x = round(x_of(limit, width)) + 0.5
            painter.drawLine(QPointF(x, CURVE_TOP), QPointF(x, TRACK_Y))
    groove = QRectF(MARGIN, TRACK_Y - TRACK_WIDTH / 2, width - 2 * MARGIN, TRACK_WIDTH)
    _paint_ends(painter, quiet, groove, marks.beyond)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(_faint(quiet, GROOVE_ALPHA))
    painter.drawRoundedRect(groove, 1.5, 1.5)
    if active:
        groove.setWidth(max(x_of(place, width) - MARGIN, 0.0))
        painter.setBrush(palette.color(QPalette.ColorRole.Highlight))
        painter.drawRoundedRect(groove, 1.5, 1.5)
    painter.setPen(QPen(quiet, 1.0))
    for decade in marks.decades:
        _upright(painter, x_of(decade, width), *DECADE_TICK)
    if marks.default is not None:
        painter.setPen(QPen(quiet, 2.0))
        _upright(painter, x_of(marks.default, width), *DEFAULT_TICK)
    if marks.baseline is not None:
        painter.setPen(QPen(quiet, 1.0, Qt.PenStyle.DashLine))
        _upright(painter, x_of(marks.baseline, width), CURVE_TOP - 2, DEFAULT_TICK[1])
    if preview is not None and preview.best is not None:
        x = x_of(preview.best, width)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(text)
        painter.drawPolygon(
            QPolygonF([QPointF(x - BEST_SIZE, 0), QPointF(x + BEST_SIZE, 0), QPointF(x, 5)])
        )


def _paint_ends(
    painter: QPainter, quiet: QColor, groove: QRectF, beyond: tuple[bool, bool]
) -> None:
    """An upright where a track ends for good; where more is allowed, the groove goes on."""
    for end, way, more in ((groove.left(), -1, beyond[0]), (groove.right(), 1, beyond[1])):
        if more:
            rest = QRectF(end, groove.top(), way * ON, groove.height()).normalized()
            painter.fillRect(rest, _faint(quiet, ON_ALPHA))
        else:
            painter.setPen(QPen(quiet, 1.0))
            _upright(painter, end, TRACK_Y - STOP, TRACK_Y + STOP)


def paint_handle(
    painter: QPainter, palette: QPalette, at: QPointF, *, active: bool, focused: bool, held: bool
) -> None:
    """The handle: round, and square-cornered and grey where it can't be moved."""
    accent = palette.color(QPalette.ColorRole.Highlight)
    quiet = palette.color(QPalette.ColorRole.PlaceholderText)
    painter.setPen(QPen(accent if active else quiet, 1.5))
    painter.setBrush(accent if held else palette.color(QPalette.ColorRole.Base))
    if active:
        painter.drawEllipse(at, HANDLE, HANDLE)
    else:
        side = 2 * HANDLE - 2
        painter.drawRect(QRectF(at.x() - side / 2, at.y() - side / 2, side, side))
    if focused:
        painter.setPen(QPen(accent if active else quiet, 2.0))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(at, RING, RING)


def _upright(painter: QPainter, x: float, top: float, bottom: float) -> None:
    x = round(x) + 0.5  # on the pixel, or it blurs
    painter.drawLine(QPointF(x, top), QPointF(x, bottom))
