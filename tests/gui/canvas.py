"""A painter that writes down what it is asked to draw, and with what: strokes, fills, texts."""

from __future__ import annotations

from dataclasses import dataclass, replace
from types import ModuleType
from typing import Any

import pytest
from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import (
    QBrush,
    QColor,
    QFont,
    QFontMetrics,
    QGradient,
    QPainter,
    QPainterPath,
    QPen,
    QTransform,
)
from PySide6.QtWidgets import QWidget

STYLES = {Qt.PenStyle.DotLine: " dotted", Qt.PenStyle.DashLine: " dashed"}
PLACES = 3  # digits of a place


def colour_words(colour: Any) -> str:
    """`#rrggbb`, with its cover behind it where that is not all."""
    found = QColor(colour)
    return found.name() if found.alpha() == 255 else f"{found.name()}/{found.alpha()}"


def pen_words(pen: Any) -> str:
    """`#rrggbb 1.5 dotted`; nothing for no pen."""
    if pen is None or pen == Qt.PenStyle.NoPen:
        return ""
    if not isinstance(pen, QPen):
        return f"{colour_words(pen)} 1"
    if pen.style() == Qt.PenStyle.NoPen:
        return ""
    return f"{colour_words(pen.color())} {pen.widthF():g}{STYLES.get(pen.style(), '')}"


def brush_words(brush: Any) -> str:
    if brush is None or brush == Qt.BrushStyle.NoBrush:
        return ""
    if isinstance(brush, QBrush) and brush.style() == Qt.BrushStyle.NoBrush:
        return ""
    if isinstance(brush, QGradient):
        return " to ".join(colour_words(colour) for _, colour in brush.stops())
    return colour_words(brush.color() if isinstance(brush, QBrush) else brush)


@dataclass(frozen=True)
class Drawn:
    """One thing: where, with which pen and brush, and whether its edges are smooth."""

    kind: str
    place: tuple[float, ...]
    pen: str = ""
    brush: str = ""
    text: str = ""
    smooth: bool = False
    points: float = 0.0  # of the letters


@dataclass(frozen=True)
class _State:
    pen: Any = None
    brush: Any = None
    font: QFont | None = None
    opacity: float = 1.0
    smooth: bool = False
    transform: QTransform | None = None


class Canvas:
    """Stands in for a QPainter; `drawn` has what was drawn, in order."""

    RenderHint = QPainter.RenderHint

    def __init__(self, *_: Any) -> None:
        self.drawn: list[Drawn] = []
        self.ended = False
        self.origin = (0.0, 0.0)  # of what is hatched
        self._state = _State()
        self._saved: list[_State] = []

    # State

    def save(self) -> None:
        self._saved.append(self._state)

    def restore(self) -> None:
        self._state = self._saved.pop()

    def end(self) -> None:
        assert not self._saved
        self.ended = True

    def setPen(self, pen: Any) -> None:
        self._state = replace(self._state, pen=pen)

    def setBrush(self, brush: Any) -> None:
        self._state = replace(self._state, brush=brush)

    def setFont(self, font: QFont) -> None:
        self._state = replace(self._state, font=QFont(font))

    def fontMetrics(self) -> QFontMetrics:
        return QFontMetrics(self.font())

    def font(self) -> QFont:
        return QFont() if self._state.font is None else self._state.font

    def setOpacity(self, opacity: float) -> None:
        self._state = replace(self._state, opacity=opacity)

    def setRenderHint(self, hint: Any, on: bool = True) -> None:
        if hint & QPainter.RenderHint.Antialiasing:
            self._state = replace(self._state, smooth=on)

    setRenderHints = setRenderHint

    def setTransform(self, transform: QTransform) -> None:
        self._state = replace(self._state, transform=transform)

    def transform(self) -> QTransform:
        return self._state.transform or QTransform()

    combinedTransform = transform

    def setBrushOrigin(self, origin: QPointF) -> None:
        self.origin = (origin.x(), origin.y())

    def translate(self, *by: Any) -> None:
        x, y = (by[0].x(), by[0].y()) if len(by) == 1 else by
        self.setTransform(QTransform.fromTranslate(x, y) * self.transform())

    def scale(self, x: float, y: float) -> None:
        self.setTransform(QTransform.fromScale(x, y) * self.transform())

    # Drawing

    def _note(
        self, kind: str, place: Any, *, pen: str = "", brush: str = "", text: str = ""
    ) -> None:
        state = self._state
        shown = "" if state.opacity == 1.0 else f" at {state.opacity:g}"
        letters = self.font().pointSizeF() if kind == "text" else 0.0
        found = tuple(round(float(part), PLACES) + 0.0 for part in place)
        ink = f"{pen}{shown}" if pen else ""
        self.drawn.append(Drawn(kind, found, ink, brush, text, state.smooth, round(letters, 2)))

    def _mapped(self, *points: QPointF) -> list[float]:
        placed = [self.transform().map(QPointF(point)) for point in points]
        return [part for point in placed for part in (point.x(), point.y())]

    @property
    def _inks(self) -> dict[str, str]:
        return {"pen": pen_words(self._state.pen), "brush": brush_words(self._state.brush)}

    def drawLine(self, *ends: Any) -> None:
        line = QLineF(*ends) if len(ends) != 1 else QLineF(ends[0])
        pen = pen_words(self._state.pen)
        self._note("line", self._mapped(line.p1(), line.p2()), pen=pen)

    def drawLines(self, lines: list[QLineF]) -> None:
        for line in lines:
            self.drawLine(line)

    def drawPolyline(self, points: Any) -> None:
        self._note("polyline", self._mapped(*points), pen=pen_words(self._state.pen))

    def drawPolygon(self, points: Any) -> None:
        self._note("polygon", self._mapped(*points), **self._inks)

    def drawRect(self, *rect: Any) -> None:
        self._note("rect", _box(*rect), **self._inks)

    def drawRoundedRect(self, rect: Any, *_: float) -> None:
        self._note("rect", _box(rect), **self._inks)

    def drawEllipse(self, *ellipse: Any) -> None:
        if len(ellipse) == 1:
            box = QRectF(ellipse[0])
            ellipse = box.center(), box.width() / 2, box.height() / 2
        middle, across, down = ellipse
        self._note("ellipse", [*self._mapped(middle), across, down], **self._inks)

    def drawText(self, place: Any, *words: Any) -> None:
        where = self._mapped(place) if isinstance(place, QPointF) else _box(place)
        self._note("text", where, pen=pen_words(self._state.pen), text=words[-1])

    def drawPath(self, path: QPainterPath) -> None:
        self._note("path", _box(path.boundingRect()), **self._inks)

    def strokePath(self, path: QPainterPath, pen: QPen) -> None:
        self._note("path", _box(path.boundingRect()), pen=pen_words(pen))

    def fillPath(self, path: QPainterPath, brush: Any) -> None:
        self._note("path", _box(path.boundingRect()), brush=brush_words(brush))

    def fillRect(self, rect: Any, brush: Any) -> None:
        box = QRectF(rect).translated(self.transform().dx(), self.transform().dy())
        self._note("rect", _box(box), brush=brush_words(brush))

    def __getattr__(self, name: str) -> Any:
        return lambda *_: None


def _box(*rect: Any) -> list[float]:
    box = QRectF(*rect)
    return [box.x(), box.y(), box.width(), box.height()]


def painted_by(widget: QWidget, module: ModuleType, monkeypatch: pytest.MonkeyPatch) -> list[Drawn]:
    """What a widget paints of itself with the QPainter that its module knows."""
    made: list[Canvas] = []

    class Kept(Canvas):
        def __init__(self, *on: Any) -> None:
            super().__init__(*on)
            made.append(self)

    with monkeypatch.context() as patch:
        patch.setattr(module, "QPainter", Kept)
        widget.paintEvent(None)  # type: ignore[arg-type]
    assert all(canvas.ended for canvas in made)
    return [drawn for canvas in made for drawn in canvas.drawn]
