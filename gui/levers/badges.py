"""Small marks beside a lever's name: changed, locked, and what is this."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Slot
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QToolButton, QWidget

from engine.tables.parameter import Parameter
from gui.widgets.focus_ring import shows_focus
from gui.widgets.help_request import ask
from gui.widgets.plain import PlainLabel

DOT_RADIUS = 3.0
DOT_WIDTH = 10
LOCK_SIZE = 18
UNIT_WIDTH = 96


class ChangedDot(QWidget):
    """A dot where a value is not its default; it keeps its room, so that nothing jumps.

    Its slider says so to screen readers.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedWidth(DOT_WIDTH)
        self.on = False

    def show_changed(self, changed: bool) -> None:
        if changed != self.on:
            self.on = changed
            self.setToolTip(self.tr("Changed from the default") if changed else "")
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self.on:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self.palette().color(QPalette.ColorRole.Highlight))
        centre = QPointF(DOT_WIDTH / 2, self.height() / 2)
        painter.drawEllipse(centre, DOT_RADIUS, DOT_RADIUS)
        painter.end()


class HelpButton(QToolButton):
    """A question mark: what the lever means, in the help."""

    def __init__(self, row: Parameter, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._key = row.key
        self.setText("?")
        self.setObjectName("ask")
        self.setAutoRaise(True)
        self.setFixedSize(LOCK_SIZE, LOCK_SIZE)
        self.setToolTip(self.tr("What is this? (F1)"))
        self.setAccessibleName(self.tr("Help about {lever}").format(lever=row.label_text))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # F1 does the same from the slider
        self.clicked.connect(self._ask)

    @Slot()
    def _ask(self) -> None:
        ask(self, "levers", self._key)


class UnitLabel(PlainLabel):
    """A lever's unit; a long one stands on two lines, or the name would have no room."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setObjectName("unit")
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Preferred)
        self.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        if self.sizeHint().width() > UNIT_WIDTH:
            self.setWordWrap(True)
            self.setFixedWidth(UNIT_WIDTH)


class LockButton(QAbstractButton):
    """A padlock: checked is locked. Faint while open, so that a panel of them stays calm."""

    def __init__(self, what: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setCheckable(True)
        self.setAccessibleName(self.tr("Lock {lever}").format(lever=what))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setProperty("paintsItsFocus", True)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.toggled.connect(self._tell)
        self._tell(False)

    def sizeHint(self) -> QSize:
        return QSize(LOCK_SIZE, LOCK_SIZE)

    def _tell(self, locked: bool) -> None:
        self.setToolTip(
            self.tr("Locked: it can't be moved, and a search for a goal leaves it alone")
            if locked
            else self.tr("Lock this lever")
        )
        self.update()

    def enterEvent(self, event: object) -> None:
        self.update()

    def leaveEvent(self, event: object) -> None:
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        palette, locked = self.palette(), self.isChecked()
        role = QPalette.ColorRole.WindowText if locked else QPalette.ColorRole.PlaceholderText
        colour = palette.color(role)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if not locked and not self.underMouse() and not self.hasFocus():
            painter.setOpacity(0.65)
        middle, top = self.width() / 2, self.height() / 2 - 6
        shackle = QPainterPath()
        shackle.moveTo(middle - 3, top + 6)
        shackle.lineTo(middle - 3, top + 3.5)
        shackle.arcTo(QRectF(middle - 3, top + 0.5, 6, 6), 180, -180)
        if locked:
            shackle.lineTo(middle + 3, top + 6)
        painter.setPen(QPen(colour, 1.4))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(shackle)
        body = QRectF(middle - 4.5, top + 6, 9, 6.5)
        if locked:
            painter.setBrush(colour)
        painter.drawRoundedRect(body, 1, 1)
        if shows_focus(self):
            painter.setOpacity(1)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(palette.color(QPalette.ColorRole.Highlight), 1.5))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 3, 3)
        painter.end()
