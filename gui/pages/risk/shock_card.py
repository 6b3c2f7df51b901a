"""A card of the deck: a shock, what it does, and a hand that takes it to the timeline."""

from __future__ import annotations

import math

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QFont,
    QFontMetricsF,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QAbstractButton, QApplication, QSizePolicy, QWidget

from engine.analysis.shocks import Shock
from engine.text import told
from gui.pages.risk.plot import pen, small
from gui.widgets.directions import each_by_itself, mirrored
from gui.widgets.focus_ring import shows_focus
from gui.widgets.palette import LIGHT, Palette, mix

WIDE, HIGH = 208, 78  # pixels, in letters of the usual size
INSIDE, RADIUS = 10.0, 6.0
BAR = 6.0
SEMIBOLD = 600
RAISED = 0.08  # of the accent in the ground of a card under the pointer


class ShockCard(QAbstractButton):
    """Clicked, or with Enter, it puts its shock on the timeline; dragged, where it is let go.

    `marked` cards are the two that are worst together.
    """

    dragged = Signal(object, QPointF)  # the Shock, and where the pointer is on the screen
    dropped = Signal(object, QPointF)
    let_go = Signal(object)  # a drag that is taken back
    forget_wanted = Signal(object)  # a card of somebody's own that is to go

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.shock: Shock | None = None
        self.own = False
        self._effect = self._about = ""
        self._share, self._worse, self._marked = 0.0, True, False
        self._palette = LIGHT
        self._from: QPointF | None = None
        self._dragging = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setProperty("paintsItsFocus", True)
        self.setCursor(Qt.CursorShape.OpenHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def sizeHint(self) -> QSize:
        scale = self._palette.type_scale
        return QSize(round(WIDE * scale), round(HIGH * scale))

    @property
    def width_wanted(self) -> float:
        """In which its name is read whole."""
        edge = 1.0  # of the box that is drawn
        wide = QFontMetricsF(self._title_font()).horizontalAdvance(self.text())
        return math.ceil(wide) + 2 * (INSIDE + edge)

    def _title_font(self) -> QFont:
        title = QFont(self.font())
        title.setWeight(title.Weight(SEMIBOLD))
        return title

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def show_shock(
        self,
        shock: Shock,
        *,
        effect: str,
        about: str,
        share: float,
        worse: bool,
        marked: bool,
        own: bool,
    ) -> None:
        """`share` is how large the effect is, of the largest of the deck."""
        self.shock, self.own = shock, own
        self._effect, self._about = effect, about
        self._share, self._worse, self._marked = share, worse, marked
        self.setText(shock.name)
        pair = self.tr("One of the two that are worst together. ") if marked else ""
        self.setAccessibleName(told(shock.name, effect))
        self.setAccessibleDescription(
            pair + about + ". " + self.tr("Enter puts it on the timeline.")
        )
        self.setToolTip(
            self.tr("Click to put it on the timeline, or drag it there to the month you want.")
        )
        self.update()

    def use_palette(self, palette: Palette) -> None:
        self._palette = palette
        self.updateGeometry()
        self.update()

    # Under the hand

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        if event.button() == Qt.MouseButton.LeftButton:
            self._from = event.position()
        elif event.button() == Qt.MouseButton.RightButton and self._dragging:
            self._cancel()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._from is None or self.shock is None:
            super().mouseMoveEvent(event)
            return
        far = (event.position() - self._from).manhattanLength()
        if not self._dragging and far >= QApplication.startDragDistance():
            self._dragging = True
            self.setDown(False)
            self.setFocus(Qt.FocusReason.MouseFocusReason)  # for Esc
            self.setCursor(Qt.CursorShape.ClosedHandCursor)
        if self._dragging:
            self.dragged.emit(self.shock, event.globalPosition())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._dragging and event.button() == Qt.MouseButton.LeftButton:
            self._end()
            self.dropped.emit(self.shock, event.globalPosition())
            return
        self._from = None
        super().mouseReleaseEvent(event)

    def _end(self) -> None:
        self._from, self._dragging = None, False
        self.setCursor(Qt.CursorShape.OpenHandCursor)
        self.update()

    def _cancel(self) -> None:
        self._end()
        self.let_go.emit(self.shock)

    def event(self, event: QEvent) -> bool:
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and event.key() == Qt.Key.Key_Escape
            and self._dragging
        ):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self._dragging:
            self._cancel()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) and self.own:
            self.forget_wanted.emit(self.shock)
        else:
            event.ignore()  # the space bar is the window's, arrows are the deck's

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        event.ignore()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if self.own:
            self.forget_wanted.emit(self.shock)

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, palette = QPainter(self), self._palette
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        each_by_itself(painter)
        box = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        ground = (
            mix(palette.ground, palette.accent, RAISED) if self.underMouse() else palette.ground
        )
        edge = palette.colour("shortfall") if self._marked else palette.grid
        painter.setPen(pen(edge, 2.0 if self._marked else 1.0))
        painter.setBrush(QColor(ground))
        painter.drawRoundedRect(box, RADIUS, RADIUS)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        inside = box.adjusted(INSIDE, INSIDE / 2, -INSIDE, -INSIDE)
        self._write(painter, inside, self.text(), self._title_font(), palette.text, 0)
        step = QFontMetricsF(self.font()).height()
        quiet = small(self.font())
        self._write(painter, inside, self._about, quiet, palette.quiet, step)
        colour = palette.colour("problem") if self._worse else palette.text
        self._write(painter, inside, self._effect, self.font(), colour, 2 * step)
        if self._marked:
            self._write_mark(painter, inside, quiet, 2 * step)
        track = QRectF(inside.left(), inside.bottom() - BAR, inside.width(), BAR)
        painter.fillRect(track, QColor(palette.grid))
        filled = QRectF(track)
        filled.setWidth(track.width() * min(self._share, 1.0))
        painter.fillRect(filled, QColor(palette.colour("shortfall" if self._worse else "capital")))
        if shows_focus(self):
            painter.setPen(pen(palette.accent, 2.0))
            painter.drawRoundedRect(box, RADIUS, RADIUS)
        painter.end()

    def _write(
        self, painter: QPainter, inside: QRectF, text: str, font: QFont, colour: str, down: float
    ) -> None:
        painter.setFont(font)
        painter.setPen(QColor(colour))
        metrics = QFontMetricsF(font)
        line = QRectF(inside.left(), inside.top() + down, inside.width(), metrics.height() + 2)
        elided = metrics.elidedText(text, Qt.TextElideMode.ElideRight, line.width())
        side = mirrored(Qt.AlignmentFlag.AlignLeft) | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(line, side, elided)

    def _write_mark(self, painter: QPainter, inside: QRectF, font: QFont, down: float) -> None:
        painter.setFont(font)
        painter.setPen(QColor(self._palette.colour("problem")))
        line = QRectF(inside.left(), inside.top() + down, inside.width(), inside.height() / 4)
        side = mirrored(Qt.AlignmentFlag.AlignRight) | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(line, side, self.tr("worst pair"))
