"""The ribbon under the time axis: which limit binds each month."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QHelpEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from engine import Result
from engine.parameter import QT_TRANSLATE_NOOP
from engine.text import translate
from gui.charts.palette import FONT_FAMILY, LIGHT, Palette, ink_on
from gui.charts.specs import Stretch, binding_stretches
from gui.kpis import month_words

HEIGHT = 22
WORDS = {
    "demand": QT_TRANSLATE_NOOP("Ribbon", "demand is met as planned: no limit binds"),
    "supply": QT_TRANSLATE_NOOP("Ribbon", "chip supply is the limit"),
    "budget": QT_TRANSLATE_NOOP("Ribbon", "the investment budget is the limit"),
    "power": QT_TRANSLATE_NOOP("Ribbon", "facility power is the limit"),
}


class Ribbon(QWidget):
    """Stretches of months in the colour and with the name of what binds."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._palette = LIGHT
        self._months: tuple[str, ...] = ()
        self.stretches: tuple[Stretch, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("What binds, month by month"))

    def sizeHint(self) -> QSize:
        return QSize(400, round(HEIGHT * self._palette.type_scale))

    def use_palette(self, palette: Palette) -> None:
        self._palette = palette
        self.updateGeometry()
        self.update()

    def show_result(self, result: Result) -> None:
        stretches, months = binding_stretches(result), result.months
        if (stretches, months) == (self.stretches, self._months):
            return
        self.stretches, self._months = stretches, months
        self.setAccessibleDescription("; ".join(self.sentence(s) for s in stretches))
        self.update()

    def sentence(self, stretch: Stretch) -> str:
        """What a stretch says, in words."""
        first, last = self._months[stretch.first], self._months[stretch.last - 1]
        text = self.tr("{first} to {last}: {what}")
        what = translate("Ribbon", WORDS[stretch.limit])
        return text.format(first=month_words(first), last=month_words(last), what=what)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint_ribbon(painter, QRectF(self.rect()), self.stretches, self._months, self._palette)
        painter.end()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent) and self._months:
            month = int(event.pos().x() / max(self.width(), 1) * len(self._months))
            for stretch in self.stretches:
                if stretch.first <= month < stretch.last:
                    QToolTip.showText(event.globalPos(), self.sentence(stretch), self)
                    return True
        return super().event(event)


def paint_ribbon(
    painter: QPainter,
    area: QRectF,
    stretches: tuple[Stretch, ...],
    months: Sequence[str],
    palette: Palette,
) -> None:
    """Paint the ribbon into `area`; a name stands where it fits."""
    if not months:
        return
    font = QFont(FONT_FAMILY)
    font.setPointSizeF(palette.tick_points)
    painter.setFont(font)
    width = area.width() / len(months)
    for number, stretch in enumerate(stretches):
        box = QRectF(
            area.left() + stretch.first * width,
            area.top(),
            (stretch.last - stretch.first) * width,
            area.height(),
        )
        colour = palette.colour(f"binds_{stretch.limit}")
        painter.fillRect(box, QColor(colour))
        painter.setPen(QColor(ink_on(colour)))
        name = translate("Limit", stretch.limit)
        since = translate("Ribbon", "{limit} from {month}")
        since = since.format(limit=name, month=month_words(months[stretch.first]))
        for text in (since, name) if number else (name,):
            if painter.fontMetrics().horizontalAdvance(text) + 8 <= box.width():
                painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)
                break
    painter.setPen(QColor(palette.ground))
    for stretch in stretches[1:]:
        x = area.left() + stretch.first * width
        painter.drawLine(QPointF(x, area.top()), QPointF(x, area.bottom()))
