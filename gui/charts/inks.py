"""Names as they are written into a plot: in ink with a rim, as on a map; kept as stamps.

Outlining letters takes longer than all else in a frame, so each name is outlined once.
"""

from __future__ import annotations

from typing import Any, Protocol

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QPainter,
    QPainterPath,
    QPen,
    QPixmap,
    QTransform,
)

from gui.system.plotting import pg
from gui.widgets.palette import Palette

EVERYWHERE = QRectF(0, 0, 20_000, 20_000)
LARGER = 64.0  # times: a letter of a picture is as fine
RIM, RIM_ALPHA = 3.0, 200  # pixels, and how much it covers


class Writer(Protocol):
    """A view that knows its names."""

    def write_names(self, painter: QPainter) -> None: ...


class Inks:
    """Writes names in one font and palette; `scale` is how fine the screen is."""

    def __init__(self, font: QFont, palette: Palette, scale: float) -> None:
        self._font = font
        self._palette = palette
        self._scale = scale
        self._metrics = QFontMetricsF(font)
        self._stamps: dict[str, QPixmap] = {}
        self._widths: dict[str, float] = {}

    @property
    def height(self) -> float:
        """Of a line, in pixels."""
        return self._metrics.height()

    def width(self, text: str) -> float:
        if text not in self._widths:
            self._widths[text] = self._metrics.horizontalAdvance(text)
        return self._widths[text]

    def write(self, painter: QPainter, middle: QPointF, text: str, *, picture: bool) -> None:
        """Write `text` around `middle`; into a `picture` letter by letter, sharp at any size."""
        corner = middle - QPointF(self.width(text) / 2 + RIM, self.height / 2 + RIM)
        if picture:
            self._outline(painter, corner, text)
            return
        if text not in self._stamps:
            self._stamps[text] = self._stamp(text)
        painter.drawPixmap(corner, self._stamps[text])

    def _stamp(self, text: str) -> QPixmap:
        wide, high = self.width(text) + 2 * RIM, self.height + 2 * RIM
        stamp = QPixmap(round(wide * self._scale) + 1, round(high * self._scale) + 1)
        stamp.setDevicePixelRatio(self._scale)
        stamp.fill(Qt.GlobalColor.transparent)
        painter = QPainter(stamp)
        self._outline(painter, QPointF(0, 0), text)
        painter.end()
        return stamp

    def _letters(self, at: QPointF, text: str) -> QPainterPath:
        path = QPainterPath()
        path.addText(at, self._font, text)
        return path

    def _outline(self, painter: QPainter, corner: QPointF, text: str) -> None:
        path = self._letters(corner + QPointF(RIM, RIM + self._metrics.ascent()), text)
        # the rim is the ground's, so that the ink can be read on any layer, veiled or not
        rim = QColor(self._palette.ground)
        rim.setAlpha(RIM_ALPHA)
        pen = QPen(rim, RIM)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.strokePath(path, pen)
        painter.fillPath(path, QColor(self._palette.text))
        painter.restore()


class PictureInks(Inks):
    """Writes names into pictures, where each has its letters at the same places every time.

    How wide Qt takes a letter to be depends by 1/64 of a pixel on what it has drawn before with
    the same font; of a font that nothing is drawn with it does not.
    """

    def __init__(self, font: QFont, palette: Palette, scale: float) -> None:
        super().__init__(font, palette, scale)
        self._large = QFont(font)
        self._large.setPointSizeF(font.pointSizeF() * LARGER)
        self._large_metrics = QFontMetricsF(self._large)

    def width(self, text: str) -> float:
        if text not in self._widths:
            self._widths[text] = self._large_metrics.horizontalAdvance(text) / LARGER
        return self._widths[text]

    def _letters(self, at: QPointF, text: str) -> QPainterPath:
        path = QPainterPath()
        path.addText(QPointF(0, 0), self._large, text)
        return QTransform().translate(at.x(), at.y()).scale(1 / LARGER, 1 / LARGER).map(path)


class Names(pg.GraphicsObject):
    """All names of one view, as the topmost item of its scene."""

    def __init__(self, view: Writer) -> None:
        super().__init__()
        self._view = view
        self.setZValue(100)

    def boundingRect(self) -> QRectF:
        return EVERYWHERE  # where the plot is, the view knows, and only when it paints

    def shape(self) -> QPainterPath:
        return QPainterPath()  # takes no clicks

    def paint(self, painter: QPainter, *_: Any) -> None:
        self._view.write_names(painter)
