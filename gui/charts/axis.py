"""The only axes: the value axis writes plain numbers, the time axis writes years."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QPaintEngine, QPainter, QStaticText, QTransform

from engine.text import written
from gui.system.plotting import pg
from gui.widgets.palette import FONT_FAMILY, Palette
from gui.words.kpis import month_name

VALUE_AXIS_WIDTH = 52  # fixed, so that plots don't shift sideways as numbers grow
TIME_AXIS_HEIGHT = 24
YEARS_BELOW = 7  # pixels: nearer to the axis the first year would touch the nought beside it
SHORTEST_YEAR_PIXELS = 44  # a label every other year where years are narrower
SHORTEST_QUARTER_PIXELS = 36
QUARTERS, MONTHS = 4, 12  # of a year
MOST_TICKS, FEWEST_TICKS = 5, 2
SHORTEST_STEP_PIXELS = 18  # a value's label is about 12 high
LABEL_MARGIN = 15
MOST_TEXTS = 32  # kept by an axis: more than it shows at once
STEP_TOLERANCE = 0.99  # an axis a hair longer than five steps still has five


class _Static:
    """An axis ready to be painted at each frame: lines of one pen in one call, texts laid out."""

    def __init__(
        self,
        painter: QPainter,
        specs: Any,
        axis: pg.AxisItem,
        kept: dict[str, tuple[QPointF, QStaticText]],
    ) -> None:
        """`kept` are texts laid out before, and where they stand in their room."""
        (self._pen, first, last), ticks, texts = specs
        self._line = QLineF(first, last)
        self._tick_pen = ticks[0][0] if ticks else self._pen
        self._ticks = [QLineF(begin, end) for _, begin, end in ticks]
        self._font = axis.style["tickFont"] or painter.font()
        self._text_pen = axis.textPen()
        painter.setFont(self._font)
        for room, flags, words in texts:
            if words not in kept:
                text = QStaticText(words)
                text.setTextFormat(Qt.TextFormat.PlainText)
                text.prepare(QTransform(), self._font)
                corner = painter.boundingRect(room, int(flags), words).topLeft()
                kept[words] = corner - room.topLeft(), text
        rooms = [(room.topLeft(), *kept[words]) for room, _, words in texts]
        self._texts = [(corner + offset, text) for corner, offset, text in rooms]

    def draw(self, painter: QPainter) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        painter.setPen(self._pen)
        painter.drawLine(self._line)
        painter.setPen(self._tick_pen)
        painter.drawLines(self._ticks)
        painter.setFont(self._font)
        painter.setPen(self._text_pen)
        for place, text in self._texts:
            painter.drawStaticText(place, text)


class _Axis(pg.AxisItem):
    picture: Any  # what is drawn; pyqtgraph sets None where it is to be found anew
    _static: _Static | None = None  # the same for the screen

    def __init__(self, orientation: str) -> None:
        super().__init__(orientation)
        self._texts: dict[str, tuple[QPointF, QStaticText]] = {}
        # pyqtgraph would rewrite 5e9 as "5" under an unchanged label
        self.enableAutoSIPrefix(False)
        self.setStyle(tickLength=-4, autoExpandTextSpace=False)

    def boundingRect(self) -> QRectF:
        # labels at the very ends reach past the axis; pyqtgraph leaves those out otherwise
        plain: QRectF = super().boundingRect()
        return plain.adjusted(-LABEL_MARGIN, -LABEL_MARGIN, LABEL_MARGIN, LABEL_MARGIN)

    def paint(self, painter: QPainter, _option: object, _widget: object = None) -> None:
        """pyqtgraph would keep a QPicture, and PySide never gives back five references to None for
        each one that was painted on."""
        if self.picture is None:
            self.picture = self.generateDrawSpecs(painter) or ()
            drawn = self.picture
            self._static = _Static(painter, drawn, self, self._kept_texts()) if drawn else None
        if self._static is None:
            return
        painter.save()
        if painter.paintEngine().type() == QPaintEngine.Type.Raster:
            self._static.draw(painter)
        else:  # on paper a text stays a text
            self.drawPicture(painter, *self.picture)
        painter.restore()

    def _kept_texts(self) -> dict[str, tuple[QPointF, QStaticText]]:
        """The same years stand there for each horizon; numbers without end are let go."""
        if len(self._texts) > MOST_TEXTS:
            self._texts.clear()
        return self._texts

    def use(self, palette: Palette, scale: float) -> None:
        self._texts.clear()  # they are of another font
        font = QFont(FONT_FAMILY)
        font.setPointSizeF(palette.tick_points)
        self.setStyle(tickFont=font)
        self.setPen(pg.mkPen(palette.grid, width=scale))
        self.setTextPen(pg.mkPen(palette.quiet))


class ValueAxis(_Axis):
    """Round numbers, as many digits as their step needs, thousands set apart."""

    def __init__(self) -> None:
        super().__init__("left")
        self.setWidth(VALUE_AXIS_WIDTH)
        self._shortest = SHORTEST_STEP_PIXELS * 1.0

    def use(self, palette: Palette, scale: float) -> None:
        super().use(palette, scale)
        self.setWidth(round(VALUE_AXIS_WIDTH * palette.type_scale))
        self._shortest = SHORTEST_STEP_PIXELS * palette.type_scale

    def tickValues(self, low: float, high: float, size: float) -> list[tuple[float, Any]]:
        most = min(max(int(size / self._shortest), FEWEST_TICKS), MOST_TICKS)
        step = tick_step(high - low, most)
        first = math.ceil(low / step - 1e-9)
        return [(step, [i * step for i in range(first, math.floor(high / step + 1e-9) + 1)])]

    def tickStrings(self, values: Sequence[float], scale: float, spacing: float) -> list[str]:
        return [tick_text(value, spacing) for value in values]


class TimeAxis(_Axis):
    """Calendar years at their January; where few are shown, quarters between them."""

    def __init__(self) -> None:
        super().__init__("bottom")
        self.setHeight(TIME_AXIS_HEIGHT)
        self._shortest = SHORTEST_YEAR_PIXELS * 1.0

    def use(self, palette: Palette, scale: float) -> None:
        super().use(palette, scale)
        self.setHeight(round(TIME_AXIS_HEIGHT * palette.type_scale))
        self.setStyle(tickTextOffset=round(YEARS_BELOW * palette.type_scale))
        self._shortest = SHORTEST_YEAR_PIXELS * palette.type_scale

    def tickValues(self, low: float, high: float, size: float) -> list[tuple[float, Any]]:
        years = high - low
        quarter = self._shortest * SHORTEST_QUARTER_PIXELS / SHORTEST_YEAR_PIXELS
        if years * quarter * QUARTERS <= size:
            first = math.ceil(low * QUARTERS - 1e-9)
            last = math.floor(high * QUARTERS + 1e-9)
            return [(1 / QUARTERS, [i / QUARTERS for i in range(first, last + 1)])]
        every = max(1, math.ceil(years * self._shortest / max(size, 1)))
        first = math.ceil(low / every - 1e-9) * every
        return [(every, list(range(first, math.floor(high + 1e-9) + 1, every)))]

    def tickStrings(self, values: Sequence[float], scale: float, spacing: float) -> list[str]:
        if spacing >= 1:
            return [f"{value:.0f}" for value in values]
        months = [round(value * MONTHS) for value in values]
        return [
            f"{month // MONTHS}" if month % MONTHS == 0 else month_name(month % MONTHS)
            for month in months
        ]


def tick_step(span: float, most: int = MOST_TICKS) -> float:
    """A step of 1, 2, 2.5 or 5 times a power of ten that gives at most so many steps."""
    if not span > 0:
        return 1.0
    rough = span / most
    power = 10.0 ** math.floor(math.log10(rough))
    return next(m * power for m in (1, 2, 2.5, 5, 10) if m * power >= rough * STEP_TOLERANCE)


def tick_text(value: float, step: float) -> str:
    """`value` with the digits its step needs."""
    digits = max(0, -math.floor(math.log10(step) + 1e-9)) if step < 1 else 0
    if step and abs(step * 10**digits - round(step * 10**digits)) > 1e-6:
        digits += 1  # a step of 2.5
    return written(value + 0.0, f",.{digits}f")
