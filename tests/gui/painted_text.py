"""Every text that a window paints, with where it stands and how much of it is seen.

A paint engine that paints nothing and writes down what it is told, so that words over one
another and words that are cut are found wherever they come from: labels, tables, charts, and
what a page paints by itself.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QPoint, QPointF, QRectF
from PySide6.QtGui import QPaintDevice, QPaintEngine, QPainter, QTextItem
from PySide6.QtWidgets import QAbstractScrollArea, QLineEdit, QWidget

from gui.pages.risk.kept_plot import KeptPlot

SLANT = 1.0  # pixels by which a letter may lean over its room
LETTERS = 0.72  # of a font's ascent: what capitals fill
SHADOW = 3.0  # pixels: the same text so near is its halo
Metric = QPaintDevice.PaintDeviceMetric


@dataclass(frozen=True)
class PaintedText:
    """A run of letters: its room, what may be seen of it, and the widget that paints it."""

    text: str
    room: QRectF
    seen: QRectF
    widget: QWidget | None  # None: the inside of a table or of a text

    def __str__(self) -> str:
        room = self.room
        at = f"{room.left():.0f}, {room.top():.0f}, {room.width():.0f} wide"
        return f"{self.text!r} of {type(self.widget).__name__} at {at}"


class _Engine(QPaintEngine):
    def __init__(self) -> None:
        super().__init__(QPaintEngine.PaintEngineFeature.AllFeatures)
        self.found: list[PaintedText] = []

    def begin(self, device: QPaintDevice) -> bool:
        return True

    def end(self) -> bool:
        return True

    def type(self) -> QPaintEngine.Type:
        return QPaintEngine.Type.User

    def updateState(self, state: object) -> None: ...

    def drawTextItem(self, at: QPointF, item: QTextItem) -> None:
        painter = self.painter()
        high = item.ascent() * LETTERS
        room = QRectF(at.x(), at.y() - high, item.width(), high)
        where = painter.deviceTransform()
        seen = QRectF(self.systemClip().boundingRect())
        if painter.hasClipping():
            seen &= where.mapRect(painter.clipBoundingRect())
        if item.text().strip() and painter.opacity() > 0:
            device = painter.device()
            # one that only C++ knows is the inside of a table or of a text, which scrolls
            widget = device if isinstance(device, QWidget) else None
            self.found.append(PaintedText(item.text(), where.mapRect(room), seen, widget))

    def drawPixmap(self, *_: object) -> None: ...
    def drawPath(self, *_: object) -> None: ...
    def drawPolygon(self, *_: object) -> None: ...
    def drawRects(self, *_: object) -> None: ...
    def drawLines(self, *_: object) -> None: ...
    def drawImage(self, *_: object) -> None: ...
    def drawTiledPixmap(self, *_: object) -> None: ...
    def drawEllipse(self, *_: object) -> None: ...
    def drawPoints(self, *_: object) -> None: ...


class _Paper(QPaintDevice):
    """As large as a widget, and as fine as its screen."""

    def __init__(self, of: QWidget) -> None:
        super().__init__()
        self.engine = _Engine()
        self._of = of

    def paintEngine(self) -> QPaintEngine:
        return self.engine

    def metric(self, which: Metric) -> int:
        if which == Metric.PdmDevicePixelRatio:
            return 1
        if which == Metric.PdmDevicePixelRatioScaled:
            return int(QPaintDevice.devicePixelRatioFScale())
        return self._of.metric(which)


def texts(window: QWidget) -> list[PaintedText]:
    """What is painted now and can be seen at least in part."""
    paper = _Paper(window)
    window.render(paper, QPoint(0, 0))
    found = list(paper.engine.found)
    for plot in window.findChildren(KeptPlot):  # what it keeps is a picture
        if plot.isVisible():
            found += _kept(plot)
    return [each for each in found if each.room.intersects(each.seen)]


def _kept(plot: KeptPlot) -> Iterator[PaintedText]:
    paper = _Paper(plot)
    painter = QPainter(paper)
    plot._paint(painter)
    painter.end()
    off = QPointF(plot.mapTo(plot.window(), QPoint(0, 0)))
    seen = QRectF(plot.visibleRegion().boundingRect()).translated(off)
    for each in paper.engine.found:
        yield PaintedText(each.text, each.room.translated(off), seen, plot)


def over_another(found: list[PaintedText]) -> Iterator[str]:
    """Words over words: the pairs."""
    order = sorted(found, key=lambda each: each.room.left())
    for number, one in enumerate(order):
        here = (one.room & one.seen).adjusted(SLANT, SLANT, -SLANT, -SLANT)
        for other in order[number + 1 :]:
            if other.room.left() >= one.room.right():
                break
            off = (other.room.topLeft() - one.room.topLeft()).manhattanLength()
            halo = one.text == other.text and off < SHADOW
            if not halo and here.intersects(other.room & other.seen):
                yield f"{one} over {other}"


def cut(found: list[PaintedText]) -> Iterator[str]:
    """Words of which a part is not seen, where nobody can scroll to it."""
    for each in found:
        if each.widget is None or isinstance(each.widget, QLineEdit):
            continue
        around = each.widget.parentWidget()
        if not (isinstance(around, QAbstractScrollArea) and around.viewport() is each.widget):
            inside = QRectF(each.widget.rect()).translated(
                QPointF(each.widget.mapTo(each.widget.window(), QPoint(0, 0)))
            )
            if not inside.adjusted(-SLANT, -SLANT, SLANT, SLANT).contains(each.room):
                yield str(each)
