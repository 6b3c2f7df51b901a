"""The stress line: where demand served starts, how far it falls and when, and how often."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from engine import Array, Result
from engine.text import begun, filled, share_of_worlds, translate, written
from engine.worlds.risk import Risk, default_window
from gui.pages.risk.plot import AIR, Frame, Pencil, pen
from gui.widgets.focus_ring import shows_focus
from gui.widgets.palette import LIGHT, LINE_WIDTH, THIN_WIDTH, Palette
from gui.widgets.spoken import Role, Spoken, announce
from gui.words.kpis import month_words
from gui.words.kpis import share_words as fine_share_words

MARGINS = (46.0, 14.0, 12.0, 24.0)  # pixels: left, right, above, below
TICKS = (0.0, 0.25, 0.5, 0.75, 1.0)
DOT = 4.0
YEAR = 12
NARROW_YEAR = 44.0  # pixels that the name of a year needs
CHANCE_ALPHA = 70


@dataclass(frozen=True)
class StressFigures:
    """Demand served in the plan: by month, at the start of the window, at its lowest, the target.

    Months are places in the run; shares are of demand.
    """

    served: Array
    first: int
    trough: int
    target: float

    @staticmethod
    def of(result: Result) -> StressFigures:
        demand: Array = result["demand_eflops"]
        unserved: Array = np.divide(
            result["shortfall_eflops"], demand, out=np.zeros(len(demand)), where=demand > 0
        )
        first, last = default_window(result.scenario)
        trough = first + int(np.argmax(unserved[first : last + 1]))
        return StressFigures(1 - unserved, first, trough, 1 - result.scenario.shortfall_tolerance)

    @property
    def start(self) -> float:
        return float(self.served[self.first])

    @property
    def lowest(self) -> float:
        return float(self.served[self.trough])

    @property
    def falls(self) -> bool:
        """Whether it falls as far as can be read."""
        start, lowest = fine_share_words(self.start), fine_share_words(self.lowest)
        return self.lowest < self.start and lowest != start

    @property
    def short(self) -> bool:
        """Whether the plan itself is short in some month."""
        return self.lowest < self.target


def stress_sentence(figures: StressFigures, months: tuple[str, ...]) -> str:
    """The line in words, of the plan alone."""
    values = {
        "start": fine_share_words(figures.start),
        "first": month_words(months[figures.first]),
        "lowest": fine_share_words(figures.lowest),
        "month": month_words(months[figures.trough]),
        "target": fine_share_words(figures.target),
    }
    if figures.lowest >= 1.0:
        text = translate(
            "Risk", "From {first} on the plan serves all demand; the target is {target}."
        )
    elif figures.short and not figures.falls:
        text = translate(
            "Risk",
            "Demand served is lowest at the start: {start} in {first}, below the target of "
            "{target}.",
        )
    elif not figures.falls:
        text = translate(
            "Risk",
            "Demand served never falls below the {start} of {first}; the target is {target}.",
        )
    elif figures.short:
        text = translate(
            "Risk",
            "Demand served starts at {start} in {first} and falls to {lowest} in {month}, "
            "below the target of {target}.",
        )
    else:
        text = translate(
            "Risk",
            "Demand served starts at {start} in {first}, is lowest in {month} with {lowest}, and "
            "keeps to the target of {target}.",
        )
    return filled(text, **values)


class StressPicture(Spoken, QWidget):
    """Demand served by month in the plan, and the chance that a month is short, on one scale.

    The pointer or the arrow keys read a month; a click or Enter makes it that of the figures.
    """

    spoken_role = Role.Chart

    month_chosen = Signal(int)
    read = Signal(str)  # a month in words, nothing when nobody reads

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._palette = LIGHT
        self._result: Result | None = None
        self._figures: StressFigures | None = None
        self._compared: Array | None = None
        self._risk: Risk | None = None
        self._month = 0
        self._read_month: int | None = None
        self.setMouseTracking(True)
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)  # as every chart
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setProperty("paintsItsFocus", True)
        self.setMinimumSize(300, 170)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(self.tr("Demand served and chance of a shortfall by month"))

    def sizeHint(self) -> QSize:
        return QSize(560, 210)

    # What is shown

    def show_plan(self, result: Result, compared: Result | None, month: int) -> None:
        """The plan, at every frame; what worlds said before stays."""
        self._result, self._month = result, month
        self._figures = StressFigures.of(result)
        other = None
        if compared is not None and compared.months == result.months:
            other = StressFigures.of(compared).served
        self._compared = other
        if self._risk is not None and len(self._risk.short) != len(result.months):
            self._risk = None
        self.update()

    def show_risk(self, risk: Risk) -> None:
        self._risk = risk
        self.update()

    def use_palette(self, palette: Palette) -> None:
        self._palette = palette
        self.update()

    def spoken_description(self) -> str:
        if self._result is None or self._figures is None:
            return ""
        said = stress_sentence(self._figures, tuple(self._result.months))
        at = self.month_text(self._month if self._read_month is None else self._read_month)
        keys = self.tr("Arrows read other months, Enter chooses one.")
        return f"{said} {at} {keys}"

    def month_text(self, month: int) -> str:
        """What is known of a month."""
        result, figures = self._result, self._figures
        if result is None or figures is None or not 0 <= month < len(result.months):
            return ""
        name = begun(month_words(result.months[month]))
        served = fine_share_words(float(figures.served[month]))
        if self._risk is None or month < self._risk.window[0]:
            return self.tr("{month}: {served} of demand served in the plan.").format(
                month=name, served=served
            )
        text = self.tr(
            "{month}: {served} of demand served in the plan; short in {short} of worlds, and in "
            "{ever} by then."
        )
        return filled(
            text,
            month=name,
            served=served,
            short=share_of_worlds(float(self._risk.short[month])),
            ever=share_of_worlds(float(self._risk.ever_short[month])),
        )

    # Under the hand

    def _frame(self) -> Frame:
        scale = self._palette.type_scale
        left, right, above, below = (margin * scale for margin in MARGINS)
        box = QRectF(self.rect()).adjusted(left, above, -right, -below)
        months = 1 if self._result is None else len(self._result.months)
        return Frame(box, 0, months, 0, 1)

    def _month_at(self, x: float) -> int | None:
        if self._result is None:
            return None
        return min(max(int(self._frame().value_at(x)), 0), len(self._result.months) - 1)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._look_at(self._month_at(event.position().x()))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        month = self._month_at(event.position().x())
        if event.button() == Qt.MouseButton.LeftButton and month is not None:
            self.month_chosen.emit(month)

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._look_at(None)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
        step = steps.get(Qt.Key(event.key()))
        if self._result is None:
            super().keyPressEvent(event)
            return
        last = len(self._result.months) - 1
        here = self._month if self._read_month is None else self._read_month
        if step is not None:
            far = YEAR if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1
            self._look_at(min(max(here + step * far, 0), last))
        elif event.key() in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self._look_at(0 if event.key() == Qt.Key.Key_Home else last)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.month_chosen.emit(here)
        else:
            super().keyPressEvent(event)
            return
        if self._read_month is not None:
            announce(self, self.month_text(self._read_month))

    def _look_at(self, month: int | None) -> None:
        if month != self._read_month:
            self._read_month = month
            self.read.emit("" if month is None else self.month_text(month))
            self.update()

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._result is None or self._figures is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pencil, frame, palette = (
            Pencil(painter, self._palette, self.font()),
            self._frame(),
            self._palette,
        )
        pencil.grid(frame, [(tick, written(tick, ".0%")) for tick in TICKS], self._years(frame))
        self._paint_chances(painter, frame)
        figures = self._figures
        target = frame.y(figures.target)
        painter.setPen(pen(palette.quiet, THIN_WIDTH, Qt.PenStyle.DashLine))
        painter.drawLine(QPointF(frame.box.left(), target), QPointF(frame.box.right(), target))
        middles = np.arange(len(figures.served), dtype=float) + 0.5
        if self._compared is not None:
            painter.setPen(pen(palette.lighter("demand"), LINE_WIDTH, Qt.PenStyle.DashLine))
            painter.drawPolyline(frame.line(middles, self._compared))
        painter.setPen(pen(palette.colour("demand"), LINE_WIDTH))
        painter.drawPolyline(frame.line(middles, figures.served))
        self._paint_words(pencil, frame, figures)
        self._paint_months(painter, frame)
        painter.end()

    def _years(self, frame: Frame) -> list[tuple[float, str]]:
        assert self._result is not None
        found = [
            (place, month[:4])
            for place, month in enumerate(self._result.months)
            if month.endswith("-01")
        ]
        room = NARROW_YEAR * self._palette.type_scale
        wide = frame.box.width() / max(len(self._result.months), 1) * YEAR
        every = max(1, int(np.ceil(room / max(wide, 1.0))))
        return [pair for pair in found if int(pair[1]) % every == 0]

    def _paint_chances(self, painter: QPainter, frame: Frame) -> None:
        if self._risk is None:
            return
        colour, first = QColor(self._palette.colour("shortfall")), self._risk.window[0]
        floor = frame.y(0)
        area = frame.stairs(self._risk.short[first:], first)
        area.append(QPointF(frame.box.right(), floor))
        area.append(QPointF(frame.x(first), floor))
        fill = QColor(colour)
        fill.setAlpha(CHANCE_ALPHA)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(fill)
        painter.drawPolygon(area)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(pen(colour.name(), THIN_WIDTH))
        painter.drawPolyline(frame.stairs(self._risk.ever_short[first:], first))

    def _paint_words(self, pencil: Pencil, frame: Frame, figures: StressFigures) -> None:
        assert self._result is not None
        palette, painter, high = self._palette, pencil.painter, pencil.line_height
        for month, value, name in (
            (figures.first, figures.start, ""),
            (figures.trough, figures.lowest, month_words(self._result.months[figures.trough])),
        ):
            at = QPointF(frame.x(month + 0.5), frame.y(value))
            painter.setPen(pen(palette.ground, 1.0))
            painter.setBrush(QColor(palette.colour("demand")))
            painter.drawEllipse(at, DOT, DOT)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            pencil.take(QRectF(at.x() - DOT, at.y() - DOT, 2 * DOT, 2 * DOT))
            if name and figures.falls:
                text = f"{fine_share_words(value)} · {name}"
                wide = pencil.width(text)
                left = min(max(at.x() - wide / 2, frame.box.left()), frame.box.right() - wide)
                below, above = at.y() + DOT + high / 2 + AIR, at.y() - DOT - high / 2 - AIR
                places = [QPointF(left, below), QPointF(left, above)]
                inside = [
                    p for p in places if frame.box.top() <= p.y() <= frame.box.bottom() - high / 2
                ]
                pencil.word(text, inside or places, palette.text)
        target = self.tr("target {share}").format(share=fine_share_words(figures.target))
        left, y = frame.box.left() + AIR, frame.y(figures.target)
        pencil.word(target, [QPointF(left, y + high), QPointF(left, y - high / 2)], palette.quiet)
        if self._risk is None:
            return
        for line, text in (
            (self._risk.ever_short, self.tr("short by then")),
            (self._risk.short, self.tr("short in the month")),
        ):
            wide = pencil.width(text)
            last = len(line) - 1
            places = [
                QPointF(frame.x(month) - wide - AIR, frame.y(float(line[month])) + side * high)
                for month in range(last, self._risk.window[0], -3)
                if frame.x(month) - wide - AIR > frame.box.left()
                for side in (-0.7, 0.8)
                if frame.box.top() + high / 2
                < frame.y(float(line[month])) + side * high
                < frame.box.bottom() - high / 2
            ]
            pencil.word(text, places, palette.colour("problem"))

    def _paint_months(self, painter: QPainter, frame: Frame) -> None:
        """The month of the figures, and the one that is read."""
        for month, colour in (
            (self._month, self._palette.quiet),
            (self._read_month, self._palette.accent),
        ):
            if month is None:
                continue
            x = frame.x(month + 0.5)
            style = Qt.PenStyle.DotLine if month == self._month else Qt.PenStyle.SolidLine
            painter.setPen(pen(colour, 1.0, style))
            painter.drawLine(QPointF(x, frame.box.top()), QPointF(x, frame.box.bottom()))
        if shows_focus(self):
            painter.setPen(pen(self._palette.accent, 2.0))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 4, 4)
