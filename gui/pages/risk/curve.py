"""The exceedance curve: how many worlds are at least as bad, the baseline's beside it."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QWidget

from engine import series
from engine.analysis.exceedance import Exceedance
from engine.text import joined, sentences, written
from gui.charts.axis import tick_step, tick_text
from gui.pages.risk.kept_plot import KeptPlot
from gui.pages.risk.measures import RiskMeasure, share_words
from gui.pages.risk.plot import AIR, Frame, Pencil, pen
from gui.widgets.focus_ring import shows_focus
from gui.widgets.palette import LINE_WIDTH, THIN_WIDTH
from gui.widgets.spoken import Role, Spoken, announce
from gui.words import units

MARGINS = (46.0, 18.0, 12.0, 40.0)  # pixels: left, right, above, below
TICKS = (0.0, 0.25, 0.5, 0.75, 1.0)
HALF = 0.5  # of the worlds
POINT, FAR = 0.01, 10  # a step of the keys, and with Shift so many
REACH = 7.0  # pixels around a world
DOT = 3.5
ROOM = 0.04  # of the scale, left free at both ends


class ExceedanceCurve(Spoken, KeptPlot):
    """A curve that is read: the pointer's height, or the arrows, choose how many worlds.

    The worst worlds are dots at its end; a click opens one.
    """

    spoken_role = Role.Chart

    read = Signal(str)  # a quantile in words, nothing when nobody reads
    world_wanted = Signal(int)  # its place among the worst

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._measure: RiskMeasure | None = None
        self._curves: tuple[Exceedance, ...] = ()
        self._plan = float("nan")
        self._share: float | None = None
        self.setMouseTracking(True)
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)  # as every chart
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setProperty("paintsItsFocus", True)
        self.setMinimumSize(300, 190)
        self.setAccessibleName(self.tr("Share of worlds that are at least as bad"))

    def sizeHint(self) -> QSize:
        return QSize(560, 240)

    # What is shown

    def show_curves(self, measure: RiskMeasure, curves: Sequence[Exceedance], plan: float) -> None:
        """The scenario's curve, the baseline's if there is one, and the plan's own value."""
        self._measure, self._curves, self._plan = measure, tuple(curves), plan
        self._redraw()

    def quantile_text(self, share: float) -> str:
        """What so bad a share of worlds reaches, and the same of the baseline."""
        if self._measure is None or not self._curves:
            return ""
        own, *others = self._curves
        value = self._measure.words(own.exceeded_in(share), self._plan)
        if self._measure.is_nothing(own.exceeded_in(share)):
            return self._nothing_text(share, value)
        if self._measure.high_is_bad:
            text = self.tr("In {share} of worlds it is {value} or more")
        else:
            text = self.tr("In {share} of worlds it is {value} or less")
        said = text.format(share=share_words(share), value=value)
        if others:
            other = self._measure.words(others[0].exceeded_in(share), self._plan)
            said = joined((said, self.tr("in the baseline's, {value}").format(value=other)))
        return said

    def _nothing_text(self, share: float, nothing: str) -> str:
        """The same where so many worlds have none of it: that it is nought or more says nothing."""
        text = self.tr("In fewer than {share} of worlds it is more than {value}")
        said = text.format(share=share_words(share), value=nothing)
        assert self._measure is not None
        for other in self._curves[1:]:
            value = other.exceeded_in(share)
            more = self.tr("so it is in the baseline")
            if not self._measure.is_nothing(value):
                more = self.tr("in the baseline it is {value} or more in {share}")
            words = self._measure.words(value, self._plan)
            said = joined((said, more.format(value=words, share=share_words(share))))
        return said

    @property
    def alike(self) -> bool:
        """Whether no world differs from another by anything that can be read."""
        return bool(self._curves) and self._is_alike(self._curves[0])

    def _is_alike(self, curve: Exceedance) -> bool:
        if self._measure is None:
            return False
        ends = (float(curve.values.min()), float(curve.values.max()))
        return len({self._measure.words(end, self._plan) for end in ends}) == 1

    def _alike_text(self) -> str:
        """What it is in each of the worlds, and in half of the baseline's."""
        assert self._measure is not None
        own, *others = self._curves
        value = self._measure.words(own.exceeded_in(HALF), self._plan)
        said = [self.tr("It is {value} in every world").format(value=value)]
        for other in others:
            text = self.tr("in half of the baseline's it is {value} or less")
            if self._measure.high_is_bad:
                text = self.tr("in half of the baseline's it is {value} or more")
            half = other.exceeded_in(HALF)
            if self._is_alike(other):
                text = self.tr("in each of the baseline's it is {value}")
            elif self._measure.is_nothing(half):
                text = self.tr("in half of the baseline's it is {value}")  # none has less
            said.append(text.format(value=self._measure.words(half, self._plan)))
        return f"{joined(said)}."

    def said_of(self, shares: Sequence[float]) -> str:
        """What these shares of the worlds reach; of those that reach nothing the first alone."""
        if self.alike:
            return self._alike_text()
        told: list[str] = []
        for share in shares:
            told.append(f"{self.quantile_text(share)}.")
            own = self._curves[0].exceeded_in(share) if self._curves else 0.0
            if self._measure is None or self._measure.is_nothing(own):
                break
        return sentences(*told)

    def spoken_description(self) -> str:
        said = self.said_of((0.05, 0.5, 0.95))
        now = "" if self._share is None else self.quantile_text(self._share)
        keys = self.tr("Up and Down read other shares.")
        listed = self.tr("The worst worlds are listed beside it.") if self.has_worst else ""
        return sentences(f"{now}." if now else said, keys, listed)

    @property
    def has_worst(self) -> bool:
        """Whether there are worst worlds to tell: not where all are alike or have nothing of it."""
        if self._measure is None or not self._curves or self.alike:
            return False
        return not self._measure.is_nothing(float(self._curves[0].values[0]))

    # Under the hand

    @property
    def _frame(self) -> Frame:
        scale = self._palette.type_scale
        left, right, above, below = (margin * scale for margin in MARGINS)
        box = QRectF(self.rect()).adjusted(left, above, -right, -below)
        shown = [curve.values[np.isfinite(curve.values)] for curve in self._curves]
        ends = [float(end) for line in shown if len(line) for end in (line.min(), line.max())]
        if self._plan == self._plan:
            ends.append(self._plan)
        low, high = min(ends, default=0.0), max(ends, default=1.0)
        room = (high - low) * ROOM or abs(high) * ROOM or 1.0
        return Frame(box, low - room, high + room, 0, 1)

    def _dots(self, frame: Frame) -> list[QPointF]:
        if not self._curves:
            return []
        own = self._curves[0]
        places = range(len(own.worst))
        return [
            QPointF(frame.x(float(own.values[i])), frame.y(float(own.chance[i]))) for i in places
        ]

    def _dot_at(self, at: QPointF) -> int | None:
        apart = [
            ((dot - at).manhattanLength(), place)
            for place, dot in enumerate(self._dots(self._frame))
        ]
        nearest = min(apart, default=(REACH + 1, 0))
        return nearest[1] if nearest[0] <= REACH else None

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        at, frame = event.position(), self._frame
        over = self._dot_at(at) is not None
        shape = Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.ArrowCursor
        if self.cursor().shape() != shape:
            self.setCursor(shape)
        inside = frame.box.adjusted(0, -REACH, 0, REACH).contains(at)
        self._look_at(min(max(frame.height_at(at.y()), POINT), 1.0) if inside else None)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        place = self._dot_at(event.position())
        if event.button() == Qt.MouseButton.LeftButton and place is not None:
            self.world_wanted.emit(place)

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._look_at(None)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Up: POINT, Qt.Key.Key_Down: -POINT}
        step = steps.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
            return
        far = FAR if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1
        here = 0.5 if self._share is None else self._share
        self._look_at(min(max(round(here + step * far, 2), POINT), 1.0))
        if self._share is not None:
            announce(self, self.quantile_text(self._share))

    def _look_at(self, share: float | None) -> None:
        if share != self._share:
            self._share = share
            self.read.emit("" if share is None else self.quantile_text(share))
            self.update()

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.drawPixmap(0, 0, self._picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_reading(painter)
        if shows_focus(self):
            painter.setPen(pen(self._palette.accent, 2.0))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 4, 4)
        painter.end()

    def _paint(self, painter: QPainter) -> None:
        if self._measure is None or not self._curves:
            return
        pencil, frame = Pencil(painter, self._palette, self.font()), self._frame
        pencil.grid(frame, [(tick, written(tick, ".0%")) for tick in TICKS], self._ticks(frame))
        self._name_axis(pencil, frame)
        for curve, main in reversed([*zip(self._curves, (True, False), strict=False)]):
            colour = self._palette.accent if main else self._palette.quiet
            style = Qt.PenStyle.SolidLine if main else Qt.PenStyle.DashLine
            painter.setPen(pen(colour, LINE_WIDTH if main else THIN_WIDTH, style))
            painter.drawPolyline(frame.line(curve.values, curve.chance))
            pencil.take_line(frame.line(curve.values, curve.chance))
        self._paint_words(pencil, frame)

    def _ticks(self, frame: Frame) -> list[tuple[float, str]]:
        assert self._measure is not None
        shown, base = self._shown(frame), self._base
        low, high = (shown.number(end - base) for end in (frame.left, frame.right))
        step = tick_step(high - low)
        first, last = int(np.ceil(low / step)), int(np.floor(high / step))
        return [
            (shown.back(i * step) + base, tick_text(i * step, step).replace("-", "\u2212"))
            for i in range(first, last + 1)
        ]

    @property
    def _base(self) -> float:
        """Where the axis has its nought."""
        assert self._measure is not None
        return self._plan if self._measure.over_plan and self._plan == self._plan else 0.0

    def _shown(self, frame: Frame) -> units.Shown:
        """The unit along the axis."""
        assert self._measure is not None
        unit = series(self._measure.column).unit.removesuffix("/month")
        ends = (frame.left - self._base, frame.right - self._base)
        return units.of_axis(unit, max(map(abs, ends)))

    def _name_axis(self, pencil: Pencil, frame: Frame) -> None:
        assert self._measure is not None
        text = f"{self._measure.label_text}, {self._shown(frame).unit}"
        pencil.painter.setPen(QColor(self._palette.quiet))
        left = frame.box.right() - pencil.width(text)
        below = frame.box.bottom() + 2 * pencil.line_height + AIR
        pencil.painter.drawText(QPointF(left, below), text)

    def _paint_words(self, pencil: Pencil, frame: Frame) -> None:
        painter, palette, high = pencil.painter, self._palette, pencil.line_height
        if self._plan == self._plan:
            x = frame.x(self._plan)
            painter.setPen(pen(palette.text, 1.0, Qt.PenStyle.DotLine))
            painter.drawLine(QPointF(x, frame.box.top()), QPointF(x, frame.box.bottom()))
            text = self.tr("the plan")
            wide = pencil.width(text)
            top = frame.box.top() + high / 2
            places = [QPointF(x + AIR, top), QPointF(x - wide - AIR, top)]
            fitting = [p for p in places if p.x() + wide < frame.box.right() and p.x() > 0]
            pencil.word(text, fitting or places, palette.text)
        painter.setPen(pen(palette.ground, 1.0))
        painter.setBrush(QColor(palette.colour("shortfall")))
        for dot in self._dots(frame):
            painter.drawEllipse(dot, DOT, DOT)
            pencil.take(QRectF(dot.x() - DOT, dot.y() - DOT, 2 * DOT, 2 * DOT))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if len(self._curves) > 1:
            text = self.tr("baseline")
            pencil.word(text, self._beside_baseline(frame, pencil.width(text), high), palette.quiet)

    def _beside_baseline(self, frame: Frame, wide: float, high: float) -> list[QPointF]:
        """Where its name is nearer to it than to the other curve: the side that is away from it."""
        own, other, *_ = self._curves
        places = []
        for share in (0.35, 0.5, 0.65, 0.2, 0.8, 0.1, 0.9):
            value, y = other.exceeded_in(share), frame.y(share)
            if value > own.exceeded_in(share):
                left = frame.x(value) + 2 * AIR
                places += [QPointF(left, y), QPointF(left, y - high)]
            else:
                left = frame.x(value) - wide - 2 * AIR
                places += [QPointF(left, y), QPointF(left, y + high)]
        room = frame.box.adjusted(AIR, 0, -wide - AIR, -high / 2)
        return [place for place in places if room.contains(place)]

    def _paint_reading(self, painter: QPainter) -> None:
        if self._share is None or not self._curves:
            return
        frame = self._frame
        y = frame.y(self._share)
        x = frame.x(self._curves[0].exceeded_in(self._share))
        painter.setPen(pen(self._palette.accent, 1.0, Qt.PenStyle.DashLine))
        painter.drawLine(QPointF(frame.box.left(), y), QPointF(x, y))
        painter.drawLine(QPointF(x, y), QPointF(x, frame.box.bottom()))
        painter.setBrush(QColor(self._palette.accent))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.drawEllipse(QPointF(x, y), DOT, DOT)
        painter.setBrush(Qt.BrushStyle.NoBrush)
