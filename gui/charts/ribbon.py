"""The ribbon under the time axis: which limit binds each month."""

from __future__ import annotations

import html
from collections.abc import Sequence

import numpy as np
from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QFont,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from engine import Result
from engine.tables.parameter import QT_TRANSLATE_NOOP
from engine.text import joined, translate
from gui.charts.stretches import Stretch, binding_stretches
from gui.widgets.directions import each_by_itself
from gui.widgets.palette import FONT_FAMILY, LIGHT, Palette, ink_on
from gui.widgets.spoken import Role, Spoken
from gui.words.kpis import eflops_words, month_words, share_words
from gui.words.units import power_words, some_money_words

SHARE_WORTH_A_WORD = 0.001  # of demand
LEAST_GW = 0.01  # that power is written as
HEIGHT = 22
WORDS = {
    "demand": QT_TRANSLATE_NOOP("Ribbon", "demand is met as planned: no limit binds"),
    "supply": QT_TRANSLATE_NOOP("Ribbon", "chip supply is the limit"),
    "budget": QT_TRANSLATE_NOOP("Ribbon", "the investment budget is the limit"),
    "power": QT_TRANSLATE_NOOP("Ribbon", "facility power is the limit"),
}
RELIEF = {
    "supply": QT_TRANSLATE_NOOP(
        "Ribbon", "More chips a year, or a mix with more of a family that has some left, help."
    ),
    "budget": QT_TRANSLATE_NOOP(
        "Ribbon", "A larger budget, or renting in the place of buying, helps."
    ),
    "power": QT_TRANSLATE_NOOP(
        "Ribbon", "More facility power, earlier power, or more compute for each watt help."
    ),
}
NAMES = {
    "demand": QT_TRANSLATE_NOOP("Limit", "demand"),
    "supply": QT_TRANSLATE_NOOP("Limit", "supply"),
    "budget": QT_TRANSLATE_NOOP("Limit", "budget"),
    "power": QT_TRANSLATE_NOOP("Limit", "power"),
}


def explanation(result: Result, stretch: Stretch) -> str:
    """What a stretch says: which limit, from when to when, what is missing, what would help."""
    months = result.months
    first, last = months[stretch.first], months[stretch.last - 1]
    text = translate("Ribbon", "{first} to {last}: {what}.").format(
        first=month_words(first),
        last=month_words(last),
        what=translate("Ribbon", WORDS[stretch.limit]),
    )
    if stretch.limit not in RELIEF:
        return text
    parts = [text, _missing(result, stretch), translate("Ribbon", RELIEF[stretch.limit])]
    return " ".join(part for part in parts if part)


def _missing(result: Result, stretch: Stretch) -> str:
    """How much demand goes unserved at worst; else how much new power waits."""
    span = slice(stretch.first, stretch.last)
    short = result["shortfall_eflops"][span]
    worst = int(np.argmax(short))
    demand = float(result["demand_eflops"][span][worst])
    if short[worst] > SHARE_WORTH_A_WORD * demand:
        lost = float(result["unserved_revenue_bn"][span].sum())
        text = translate(
            "Ribbon",
            "At worst, in {month}, {amount} or {share} of demand go unserved; {money} of revenue "
            "over the time.",
        )
        return text.format(
            month=month_words(result.months[stretch.first + worst]),
            amount=eflops_words(float(short[worst])),
            share=share_words(float(short[worst]) / demand),
            money=some_money_words(lost),
        )
    waiting = float(np.max(result["wanted_it_gw"][span] - result["delivered_it_gw"][span]))
    if waiting <= 0:
        return ""
    if waiting < LEAST_GW / 2:
        text = translate("Ribbon", "Demand is served; less than {power} of IT power must wait.")
        return text.format(power=power_words(LEAST_GW))
    text = translate("Ribbon", "Demand is served, yet up to {power} of IT power a month must wait.")
    return text.format(power=power_words(waiting))


class Ribbon(Spoken, QWidget):
    """Stretches of months in the colour and with the name of what binds.

    One explains itself under the pointer; a click, or the arrow keys, say it.
    """

    spoken_role = Role.List

    chosen = Signal(str)  # what a stretch says

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._palette = LIGHT
        self._result: Result | None = None
        self._months: tuple[str, ...] = ()
        self.stretches: tuple[Stretch, ...] = ()
        self.current: int | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(self.tr("What binds, month by month; left and right walk it"))

    def sizeHint(self) -> QSize:
        return QSize(400, round(HEIGHT * self._palette.type_scale))

    def use_palette(self, palette: Palette) -> None:
        self._palette = palette
        self.updateGeometry()
        self.update()

    def show_result(self, result: Result) -> None:
        stretches, months = binding_stretches(result), result.months
        self._result = result
        if (stretches, months) == (self.stretches, self._months):
            return
        if len(stretches) != len(self.stretches):
            self.current = None
        self.stretches, self._months = stretches, months
        self.update()

    def sentence(self, stretch: Stretch) -> str:
        """What a stretch says, in short."""
        first, last = self._months[stretch.first], self._months[stretch.last - 1]
        return translate("Ribbon", "{first} to {last}: {what}").format(
            first=month_words(first),
            last=month_words(last),
            what=translate("Ribbon", WORDS[stretch.limit]),
        )

    def spoken_description(self) -> str:
        if self.current is not None and self._result is not None:
            return explanation(self._result, self.stretches[self.current])
        return joined(self.sentence(s) for s in self.stretches)

    def spoken_items(self) -> int:
        return len(self.stretches)

    def spoken_item(self, number: int) -> tuple[str, str]:
        stretch = self.stretches[number]
        said = "" if self._result is None else explanation(self._result, stretch)
        return self.sentence(stretch), said

    def spoken_item_box(self, number: int) -> QRectF | None:
        return self._box(self.stretches[number])

    def spoken_current(self) -> int | None:
        return self.current

    def _box(self, stretch: Stretch) -> QRectF:
        each = self.width() / max(len(self._months), 1)
        wide = (stretch.last - stretch.first) * each
        return QRectF(stretch.first * each, 0, wide, self.height())

    def choose(self, number: int) -> None:
        """Make the `number`-th stretch the current one, and say it."""
        if self.stretches and self._result is not None:
            self.current = min(max(number, 0), len(self.stretches) - 1)
            text = explanation(self._result, self.stretches[self.current])
            self.chosen.emit(text)
            self.update()

    def _under(self, x: float) -> int | None:
        month = int(x / max(self.width(), 1) * len(self._months))
        for number, stretch in enumerate(self.stretches):
            if stretch.first <= month < stretch.last:
                return number
        return None

    def mousePressEvent(self, event: QMouseEvent) -> None:
        number = self._under(event.position().x())
        if number is not None:
            self.choose(number)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        last = len(self.stretches) - 1
        at = self.current
        places = {
            Qt.Key.Key_Right: 0 if at is None else at + 1,
            Qt.Key.Key_Left: last if at is None else at - 1,
            Qt.Key.Key_Home: 0,
            Qt.Key.Key_End: last,
        }
        place = places.get(Qt.Key(event.key()))
        if place is None:
            super().keyPressEvent(event)
        else:
            self.choose(place)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.current = None
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        area = QRectF(self.rect())
        paint_ribbon(painter, area, self.stretches, self._months, self._palette)
        if self.current is not None:
            box = self._box(self.stretches[self.current])
            painter.setPen(QPen(QColor(self._palette.text), 2))
            painter.drawRect(box.adjusted(1, 1, -1, -1))
        painter.end()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            number = self._under(event.pos().x())
            if number is None or self._result is None:
                QToolTip.hideText()
            else:
                text = explanation(self._result, self.stretches[number])
                QToolTip.showText(event.globalPos(), f"<p>{html.escape(text)}</p>", self)
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
    each_by_itself(painter)
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
        name = translate("Limit", NAMES[stretch.limit])
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
