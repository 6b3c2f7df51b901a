"""Words on the map of mixes: contours and marks named where neither puck nor mark covers them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter

from gui.pages.mix.map_worker import MixPicture
from gui.pages.mix.painting import MARK_RADIUS, Geometry, small_font
from gui.pages.mix.words import marks
from gui.widgets.palette import Palette

PLATE, PLATE_ALPHA = 3.0, 0.86  # behind the text
LABEL_GAP = 12.0  # from the middle of a mark
INSIDE = 0.05  # contour labels keep this far from the edges, in shares
APART = 3.0  # and this far from each other, in pixels
HALF = 0.5
BASE = 0.4  # of the ascent: how far below the middle of a text its base line is


@dataclass(frozen=True)
class Label:
    """A text with the places it may stand at, the best first: base line's left end, and plate."""

    text: str
    font: QFont
    places: tuple[tuple[QPointF, QRectF], ...]


def around(at: QPointF, radius: float) -> QRectF:
    """The square about a circle."""
    return QRectF(at.x() - radius, at.y() - radius, 2 * radius, 2 * radius)


def labels(picture: MixPicture, geometry: Geometry, base: QFont) -> tuple[Label, ...]:
    """All there is to name, the marks first."""
    return (*_of_marks(picture, geometry, base), *_of_contours(picture, geometry, base))


def chosen(found: Iterable[Label], taken: Sequence[QRectF]) -> list[tuple[Label, QPointF]]:
    """Each label at the first place that is clear of what is taken and of the labels before it.

    One that has no such place gives way.
    """
    standing = list(taken)
    result = []
    for label in found:
        for at, plate in label.places:
            if not any(plate.intersects(other) for other in standing):
                standing.append(plate)
                result.append((label, at))
                break
    return result


def paint(painter: QPainter, standing: Iterable[tuple[Label, QPointF]], palette: Palette) -> None:
    """Each on a plate, so that it can be read on anything."""
    ground = QColor(palette.ground)
    ground.setAlphaF(PLATE_ALPHA)
    for label, at in standing:
        painter.setFont(label.font)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ground)
        painter.drawRoundedRect(_plate(QFontMetricsF(label.font), at, label.text), PLATE, PLATE)
        painter.setPen(QColor(palette.text))
        painter.drawText(at, label.text)


def mark_places(picture: MixPicture, geometry: Geometry) -> list[QPointF]:
    """Where the marked mixes stand."""
    return [geometry.point(shares) for shares in marks(picture)]


def _of_marks(picture: MixPicture, geometry: Geometry, base: QFont) -> Iterable[Label]:
    """Beside the mark: towards the middle of the triangle first."""
    font = small_font(base, bold=True)
    metrics = QFontMetricsF(font)
    diamonds = [around(at, MARK_RADIUS) for at in mark_places(picture, geometry)]
    middle = geometry.box.center().x()
    for shares, words in marks(picture).items():
        at = geometry.point(shares)
        wide, rise = metrics.horizontalAdvance(words), metrics.ascent() * BASE
        if shares[0] == 0:  # on the lower edge: above it
            drops = [-LABEL_GAP, -2 * LABEL_GAP - metrics.height()]
        elif shares[0] == 1:  # at the top: below that corner's own label
            drops = [LABEL_GAP + rise, 2 * LABEL_GAP + metrics.height()]
        else:
            drops = [rise, LABEL_GAP + metrics.height(), -LABEL_GAP - HALF * metrics.height()]
        right = [at.x() + gap for gap in (LABEL_GAP, 2 * LABEL_GAP)]
        left = [at.x() - gap - wide for gap in (LABEL_GAP, 2 * LABEL_GAP)]
        sides = left + right if at.x() > middle + 1 else right + left
        yield _label(words, font, [QPointF(x, at.y() + y) for y in drops for x in sides], diamonds)


def _of_contours(picture: MixPicture, geometry: Geometry, base: QFont) -> Iterable[Label]:
    """Each line named once, as far inside as it can be."""
    font = small_font(base)
    metrics = QFontMetricsF(font)
    diamonds = [around(at, MARK_RADIUS) for at in mark_places(picture, geometry)]
    for level, segments in picture.contours:
        text = picture.question.measure.text(level)
        shift = QPointF(-metrics.horizontalAdvance(text) * HALF, metrics.ascent() * BASE)
        lines = segments.tolist()
        middles = [
            [(a + b) * HALF for a, b in zip(start, end, strict=True)] for start, end in lines
        ]
        inner = sorted((m for m in middles if min(m) > INSIDE), key=min, reverse=True)
        yield _label(text, font, [geometry.point(m) + shift for m in inner], diamonds)


def _label(text: str, font: QFont, places: list[QPointF], diamonds: list[QRectF]) -> Label:
    metrics = QFontMetricsF(font)
    found = []
    for at in places:
        plate = _plate(metrics, at, text).adjusted(-APART, -APART, APART, APART)
        if not any(plate.intersects(diamond) for diamond in diamonds):
            found.append((at, plate))
    return Label(text, font, tuple(found))


def _plate(metrics: QFontMetricsF, at: QPointF, text: str) -> QRectF:
    wide = metrics.horizontalAdvance(text) + 2 * PLATE
    return QRectF(at.x() - PLATE, at.y() - metrics.ascent(), wide, metrics.height())
