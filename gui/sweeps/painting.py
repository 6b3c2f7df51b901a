"""Lines and points of many scenarios as pictures, and what stands around them.

The pictures are made on a worker's thread: thousands of lines take longer than a frame.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QImage, QPainter, QPen, QPolygonF

from engine import Array
from engine.worlds.ensemble import Cancelled
from gui.system.plotting import pg
from gui.widgets.palette import Palette

GoOn = Callable[[float], bool]
Places = npt.NDArray[np.integer]

MOST_LINES = 3000  # drawn of each kind; more would be one surface
AT_ONCE = 50  # lines that are painted in one call, so that the window's thread has its turns
FAINT, CLEAR = 44, 150  # of 255, where lines are many
FEW = 40  # lines that are told apart without being see-through
OPAQUE = 255
LINE, POINT, BIG_POINT = 1.0, 3.0, 5.0  # pixels
HALO = 2.5
PIXELS_A_POINT = 96 / 72


@dataclass(frozen=True)
class Canvas:
    """The size of a picture in logical pixels, and how many of the screen's each has."""

    size: QSize
    ratio: float

    def image(self) -> QImage:
        """Nothing yet."""
        image = QImage(self.size * self.ratio, QImage.Format.Format_ARGB32_Premultiplied)
        image.setDevicePixelRatio(self.ratio)
        image.fill(Qt.GlobalColor.transparent)
        return image


def evenly(places: Places, most: int) -> Places:
    """At most so many of them, spread over all."""
    if len(places) <= most:
        return places
    return np.asarray(places[np.linspace(0, len(places) - 1, most).astype(int)])


def ink(colour: str, count: int, strength: int) -> QColor:
    """A colour for so many lines: the more, the more of what lies below shows through."""
    found = QColor(colour)
    if count > FEW:
        share = max(FEW / count, 0.0) ** 0.5
        found.setAlpha(round(strength * share + FAINT * (1 - share)))
    return found


def paint_lines(
    painter: QPainter, across: Array, down: Array, colour: QColor, go_on: GoOn | None = None
) -> None:
    """A line for each row of `down` (line, axis) over the axes at `across`; NaN leaves a gap.

    Raises Cancelled where `go_on` says that nobody waits.
    """
    painter.setPen(QPen(colour, LINE))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    between = np.append(across, np.nan)
    for first in range(0, len(down), AT_ONCE):
        some = down[first : first + AT_ONCE]
        x = np.tile(between, len(some))
        y = np.concatenate([some, np.full((len(some), 1), np.nan)], axis=1).ravel()
        painter.drawPath(pg.arrayToQPath(x, y, connect="finite"))
        if go_on is not None and not go_on((first + len(some)) / len(down)):
            raise Cancelled


def paint_points(
    painter: QPainter,
    across: Array,
    down: Array,
    colour: QColor,
    width: float = POINT,
    go_on: GoOn | None = None,
) -> None:
    """A dot at each place. Raises Cancelled where `go_on` says that nobody waits."""
    painter.setPen(QPen(colour, width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
    known = ~(np.isnan(across) | np.isnan(down))
    x, y = across[known].tolist(), down[known].tolist()
    step = AT_ONCE * 20
    for first in range(0, len(x), step):
        part = zip(x[first : first + step], y[first : first + step], strict=True)
        painter.drawPoints(QPolygonF([QPointF(*point) for point in part]))
        if go_on is not None and not go_on(min(first + step, len(x)) / len(x)):
            raise Cancelled


def paint_front(
    painter: QPainter, points: Sequence[QPointF], palette: Palette, edge: QPointF
) -> None:
    """The front as steps from point to point, and on to the `edge`; its points ringed."""
    if not points:
        return
    steps = [QPointF(points[0].x(), edge.y())]
    for here, there in zip(points, [*points[1:], None], strict=True):
        steps += [here, QPointF(edge.x() if there is None else there.x(), here.y())]
    painter.setPen(QPen(QColor(palette.text), 1.25))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPolyline(QPolygonF(steps))
    painter.setBrush(QColor(palette.ground))
    for point in points:
        painter.drawEllipse(point, BIG_POINT / 2 + 1, BIG_POINT / 2 + 1)


def letters(points: float, *, bold: bool = False, family: str = "") -> QFont:
    """The font of an axis; of the application where no `family` is given."""
    font = QFont(family) if family else QFont()
    if family:  # of a picture, the same on each machine
        font.setPixelSize(round(points * PIXELS_A_POINT))
    else:
        font.setPointSizeF(points)
    font.setWeight(QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
    font.setFeature(QFont.Tag("tnum"), 1)
    return font


def paint_text(
    painter: QPainter,
    area: QRectF,
    text: str,
    colour: str,
    flags: Qt.AlignmentFlag,
    ground: str = "",
) -> None:
    """A text on one line, cut where there is no room; on a strip of `ground` over lines."""
    metrics = QFontMetricsF(painter.font())
    shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, area.width())
    if ground:
        box = metrics.tightBoundingRect(shown)
        room = QRectF(0, 0, metrics.horizontalAdvance(shown), box.height())
        if flags & Qt.AlignmentFlag.AlignRight:
            room.moveRight(area.right())
        elif flags & Qt.AlignmentFlag.AlignHCenter:
            room.moveCenter(area.center())
        else:
            room.moveLeft(area.left())
        room.moveCenter(QPointF(room.center().x(), area.center().y()))
        veil = QColor(ground)
        veil.setAlpha(210)
        painter.fillRect(room.adjusted(-HALO, -HALO, HALO, HALO), veil)
    painter.setPen(QColor(colour))
    painter.drawText(area, flags | Qt.AlignmentFlag.AlignVCenter, shown)
