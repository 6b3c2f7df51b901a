"""Milestones as flags above the ribbon: hover, click, or walk them by key."""

from __future__ import annotations

import html

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
    QPolygonF,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from gui.widgets.directions import each_by_itself
from gui.widgets.focus_ring import shows_focus
from gui.widgets.palette import FONT_FAMILY, LIGHT, TICK_POINTS, Palette
from gui.widgets.spoken import Role, Spoken
from gui.words.milestones import Milestone, milestones, place

HEIGHT = 20
LOW, HIGH = 9.0, 1.0  # where a flag flies, in pixels from above; neighbours take turns
FLAG = (8.0, 3.5)  # its length, and half its height
NEAR = 11.0  # pixels: flags closer than this would cover each other
NAME_GAP = 4.0  # pixels before a name, and after it
REACH = 8.0  # pixels around a flag that count as on it


class Flags(Spoken, QWidget):
    """A strip as wide as the ribbon's months; `chosen` says the flag's sentence."""

    spoken_role = Role.List

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._palette = LIGHT
        self._months: tuple[str, ...] = ()
        self.shown: list[tuple[int, Milestone]] = []
        self.current: int | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setProperty("paintsItsFocus", True)
        self.setAccessibleName(self.tr("Milestones; left and right walk them"))

    def sizeHint(self) -> QSize:
        return QSize(400, HEIGHT)

    def use_palette(self, palette: Palette) -> None:
        self._palette = palette
        self.update()

    def show_months(self, months: tuple[str, ...]) -> None:
        if months == self._months:
            return
        self._months = months
        found = ((place(milestone, months), milestone) for milestone in milestones())
        self.shown = [(index, milestone) for index, milestone in found if index is not None]
        self.current = None
        self.update()

    def x_of(self, index: int) -> float:
        """Where month `index` is, in pixels."""
        return (index + 0.5) * self.width() / max(len(self._months), 1)

    def spoken_description(self) -> str:
        return "" if self.current is None else self.shown[self.current][1].sentence

    def spoken_items(self) -> int:
        return len(self.shown)

    def spoken_item(self, number: int) -> tuple[str, str]:
        milestone = self.shown[number][1]
        return milestone.label_text, milestone.sentence

    def spoken_item_box(self, number: int) -> QRectF | None:
        return QRectF(self.x_of(self.shown[number][0]), 0, *FLAG).adjusted(0, 0, 0, HEIGHT)

    def spoken_current(self) -> int | None:
        return self.current

    def choose(self, number: int) -> None:
        """Make the `number`-th flag the current one, and say it."""
        if self.shown:
            self.current = number % len(self.shown)
            text = self.shown[self.current][1].sentence
            self.chosen.emit(text)
            self.update()

    def _name(self, painter: QPainter, number: int, left: float, middle: float) -> None:
        """The milestone's name beside its flag, where there is room before the next one."""
        text, metrics = self.shown[number][1].label_text, painter.fontMetrics()
        after = self.shown[number + 1 :]
        end = self.x_of(after[0][0]) if after else float(self.width())
        if left + metrics.horizontalAdvance(text) + NAME_GAP <= end:
            base = middle + (metrics.ascent() - metrics.descent()) / 2
            painter.drawText(QPointF(left, base), text)

    def _levels(self) -> list[float]:
        """How high each flag flies: low, and high where its neighbour is near and low."""
        levels: list[float] = []
        before = -NEAR
        for index, _ in self.shown:
            near = self.x_of(index) - before < NEAR
            levels.append(HIGH if near and levels[-1] == LOW else LOW)
            before = self.x_of(index)
        return levels

    def _under(self, x: float) -> int | None:
        near = [(abs(self.x_of(index) - x), n) for n, (index, _) in enumerate(self.shown)]
        distance, number = min(near, default=(REACH + 1, 0))
        return number if distance <= REACH else None

    def mousePressEvent(self, event: QMouseEvent) -> None:
        number = self._under(event.position().x())
        if number is not None:
            self.choose(number)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Right: 1, Qt.Key.Key_Left: -1}
        step = steps.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
        elif self.current is None:
            self.choose(0 if step > 0 else -1)
        else:
            self.choose(self.current + step)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            number = self._under(event.pos().x())
            if number is None:
                QToolTip.hideText()
            else:
                milestone = self.shown[number][1]
                label, said = html.escape(milestone.label_text), html.escape(milestone.sentence)
                text = f"<p><b>{label}</b></p><p>{said}</p>"
                QToolTip.showText(event.globalPos(), text, self)
            return True
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        each_by_itself(painter)
        font = QFont(FONT_FAMILY)
        font.setPointSizeF(TICK_POINTS)
        painter.setFont(font)
        levels = self._levels()
        for number, (index, _) in enumerate(self.shown):
            x = round(self.x_of(index)) + 0.5
            current = number == self.current
            colour = QColor(self._palette.accent if current else self._palette.quiet)
            painter.setPen(colour)
            painter.setBrush(colour)
            y, (long, half) = levels[number], FLAG
            painter.drawLine(QPointF(x, y), QPointF(x, HEIGHT))
            flag = [QPointF(x, y), QPointF(x + long, y + half), QPointF(x, y + 2 * half)]
            painter.drawPolygon(QPolygonF(flag))
            self._name(painter, number, x + long + NAME_GAP, y + half)
        if shows_focus(self):
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QColor(self._palette.accent))
            painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
        painter.end()
