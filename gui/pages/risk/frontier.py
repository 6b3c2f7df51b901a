"""What each mix costs and what it leaves unserved: a dot a mix, the better the lower and lefter."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from engine.analysis.mixes import LEAST, THIS, MixOutcome
from engine.text import joined
from gui.charts.axis import tick_step, tick_text
from gui.pages.risk.plot import AIR, Frame, Pencil, pen
from gui.widgets.palette import LIGHT, LINE_WIDTH, Palette, family_role
from gui.words import units

MARGINS = (56.0, 20.0, 24.0, 40.0)  # pixels: left, right, above, below
DOT, RING = 5.0, 8.0
ROOM = 0.12  # of a scale, left free at both ends
ALIKE = 0.002  # of a number: a scale goes no closer than that
FEW = 5  # ticks


class HedgeFrontier(QWidget):
    """The table beside it says the same in figures."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._palette = LIGHT
        self._found: tuple[MixOutcome, ...] = ()
        self._names: tuple[str, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(260, 190)
        self.setAccessibleName(self.tr("Cost and unserved revenue of each mix"))

    def sizeHint(self) -> QSize:
        return QSize(420, 260)

    def show_mixes(self, found: Sequence[MixOutcome], names: Sequence[str]) -> None:
        self._found, self._names = tuple(found), tuple(names)
        self.setAccessibleDescription(joined(names))
        self.update()

    def use_palette(self, palette: Palette) -> None:
        self._palette = palette
        self.update()

    def _frame(self) -> Frame:
        scale = self._palette.type_scale
        left, right, above, below = (margin * scale for margin in MARGINS)
        box = QRectF(self.rect()).adjusted(left, above, -right, -below)
        ends = []
        for values in (
            [one.cost for one in self._found],
            [one.unserved_cvar95 for one in self._found],
        ):
            low, high = min(values), max(values)
            # what is apart by less than could be read is drawn as one
            room = max((high - low) * ROOM, max(abs(low), abs(high)) * ALIKE) or 1.0
            # neither is ever less than none
            ends += [low - room if low < 0 else max(low - room, 0.0), high + room]
        return Frame(box, *ends)

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._found:
            return
        painter, palette = QPainter(self), self._palette
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pencil, frame = Pencil(painter, palette, self.font()), self._frame()
        pencil.grid(frame, _ticks(frame.bottom, frame.top), _ticks(frame.left, frame.right))
        painter.setPen(QColor(palette.quiet))
        unit = units.of_axis("$bn", frame.right).unit
        name = self.tr("economic cost, {unit} \u2192").format(unit=unit)
        below = frame.box.bottom() + 2 * pencil.line_height + AIR
        painter.drawText(QPointF(frame.box.right() - pencil.width(name), below), name)
        unit = units.of_axis("$bn", frame.top).unit
        name = self.tr("\u2191 unserved in the worst 5%, {unit}").format(unit=unit)
        painter.drawText(QPointF(AIR, frame.box.top() - AIR * 2), name)
        places = [QPointF(frame.x(one.cost), frame.y(one.unserved_cvar95)) for one in self._found]
        families = [one.name for one in self._found if one.name not in (THIS, LEAST)]
        for at in places:
            pencil.take(QRectF(at.x() - RING, at.y() - RING, 2 * RING, 2 * RING))
        for one, at, label in zip(self._found, places, self._names, strict=True):
            colour = palette.text
            if one.name in families:
                colour = palette.colour(family_role(one.name, families.index(one.name)))
            painter.setPen(pen(palette.ground, 1.0))
            painter.setBrush(QColor(colour))
            painter.drawEllipse(at, DOT, DOT)
            if one.name in (THIS, LEAST):
                painter.setBrush(Qt.BrushStyle.NoBrush)
                style = Qt.PenStyle.SolidLine if one.name == THIS else Qt.PenStyle.DotLine
                painter.setPen(pen(palette.accent, LINE_WIDTH, style))
                painter.drawEllipse(at, RING, RING)
            wide, high = pencil.width(label), pencil.line_height
            beside = [
                QPointF(at.x() + RING + AIR, at.y()),
                QPointF(at.x() - RING - AIR - wide, at.y()),
                QPointF(at.x() - wide / 2, at.y() - RING - high / 2),
                QPointF(at.x() - wide / 2, at.y() + RING + high / 2),
                QPointF(at.x() + RING + AIR, at.y() - high),
                QPointF(at.x() + RING + AIR, at.y() + high),
            ]
            inside = [p for p in beside if p.x() > 0 and p.x() + wide < self.width()]
            pencil.word(label, inside or beside, palette.text)
        painter.end()


def _ticks(low: float, high: float) -> list[tuple[float, str]]:
    shown = units.of_axis("$bn", high)
    first, last = shown.number(low), shown.number(high)
    step = tick_step(last - first, FEW)
    number = -int(-first // step)
    found = []
    while number * step <= last:
        text = tick_text(number * step, step).replace("-", "\u2212")
        found.append((shown.back(number * step), text))
        number += 1
    return found
