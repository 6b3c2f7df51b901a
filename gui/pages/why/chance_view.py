"""The chance that this is better than before, month by month: a band better, a band worse."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QBrush, QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from engine.analysis.paired import Paired
from engine.tables.parameter import month_number, month_text
from engine.text import begun, share_of_worlds, written
from gui.pages.risk.plot import Frame, Pencil, pen
from gui.widgets.focus_ring import shows_focus
from gui.widgets.palette import LIGHT, LINE_WIDTH, Palette
from gui.widgets.spoken import Role, Spoken, announce
from gui.words.month_names import month_words

MARGINS = (46.0, 14.0, 10.0, 24.0)  # pixels: left, right, above, below
TICKS = (0.0, 0.5, 1.0)
YEAR = 12
NARROW_YEAR = 44.0  # pixels that the name of a year needs
ALPHA = 60
WORSE = "shortfall"


class ChanceView(Spoken, QWidget):
    """Shares of the worlds from below (better) and from above (worse); between them the same."""

    spoken_role = Role.Chart

    month_chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Chance of being better than before, by month"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setProperty("paintsItsFocus", True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumHeight(120)
        self._palette = LIGHT
        self.found: Paired | None = None
        self._start = "2025-01"
        self.month = 0

    def sizeHint(self) -> QSize:
        return QSize(320, 170)

    def use_palette(self, palette: Palette) -> None:
        self._palette = palette
        self.update()

    def show_chances(self, found: Paired | None, start: str) -> None:
        """Shares by month from the calendar month `start` on; None while they are not known."""
        self.found, self._start = found, start
        self.update()

    def mark_month(self, month: int) -> None:
        if month != self.month:
            self.month = month
            self.update()

    def spoken_description(self) -> str:
        """The chances of the chosen month."""
        found = self.found
        if found is None or not 0 <= self.month < len(found.a_better):
            return ""
        month = month_text(month_number(self._start) + self.month)
        said = self.tr("{month}: better in {better} of worlds, worse in {worse}")
        better, worse = found.a_better[self.month], found.b_better[self.month]
        return said.format(
            month=begun(month_words(month)),
            better=share_of_worlds(float(better)),
            worse=share_of_worlds(float(worse)),
        )

    @property
    def _frame(self) -> Frame:
        left, right, above, below = (edge * self._palette.type_scale for edge in MARGINS)
        box = QRectF(self.rect()).adjusted(left, above, -right, -below)
        months = 1 if self.found is None else len(self.found.a_better)
        return Frame(box, 0.0, float(max(months, 1)), 0.0, 1.0)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        frame, palette = self._frame, self._palette
        pencil = Pencil(painter, palette, self.font())
        pencil.grid(frame, [(t, written(t, ".0%")) for t in TICKS], self._years(frame))
        if self.found is not None:
            better = frame.stairs(self.found.a_better)
            worse = frame.stairs(1 - self.found.b_better)
            self._fill(painter, better, frame.box.bottom(), palette.accent, hatched=False)
            self._fill(painter, worse, frame.box.top(), palette.colour(WORSE), hatched=True)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(pen(palette.colour(WORSE), 1.0))
            painter.drawPolyline(worse)
            painter.setPen(pen(palette.accent, LINE_WIDTH))
            painter.drawPolyline(better)
            x = frame.x(self.month + 0.5)
            painter.setPen(pen(palette.quiet, 1.0))
            painter.drawLine(QPointF(x, frame.box.top()), QPointF(x, frame.box.bottom()))
            self._words(pencil, frame)
        if shows_focus(self):
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(pen(palette.accent, 1.5))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 4, 4)
        painter.end()

    def _fill(
        self, painter: QPainter, line: QPolygonF, edge: float, colour: str, *, hatched: bool
    ) -> None:
        area = QPolygonF(line)
        area.append(QPointF(line.last().x(), edge))
        area.append(QPointF(line.first().x(), edge))
        shade = QColor(colour)
        shade.setAlpha(ALPHA)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QBrush(shade))
        painter.drawPolygon(area)
        if hatched:
            painter.setBrush(QBrush(QColor(colour), Qt.BrushStyle.BDiagPattern))
            painter.setOpacity(0.5)
            painter.drawPolygon(area)
            painter.setOpacity(1.0)

    def _words(self, pencil: Pencil, frame: Frame) -> None:
        """Which side is which, where there is room for it."""
        assert self.found is not None
        months = len(self.found.a_better)
        for line, text, colour, up in (
            (self.found.a_better, self.tr("better"), self._palette.text, True),
            (self.found.b_better, self.tr("worse"), self._palette.text, False),
        ):
            place = int(line.argmax())
            if line[place] < 0.15:
                continue
            half = float(line[place]) / 2
            y = frame.y(half if up else 1 - half)
            wide = pencil.width(text)
            x = min(frame.x(min(place, months - 1)), frame.box.right() - wide - 8)
            pencil.word(text, [QPointF(x + 4, y)], colour)

    def _years(self, frame: Frame) -> list[tuple[float, str]]:
        first = month_number(self._start)
        months = int(frame.right)
        years = [(t, (first + t) // YEAR) for t in range(months) if (first + t) % YEAR == 0]
        room = frame.box.width() / max(months, 1) * YEAR
        every = max(1, round(NARROW_YEAR / max(room, 1.0) + 0.5))
        return [(float(t), str(year)) for t, year in years if year % every == 0]

    # The month that is looked at

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._point(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._point(event)

    def _point(self, event: QMouseEvent) -> None:
        if event.buttons() & Qt.MouseButton.LeftButton and self.found is not None:
            self._go(int(self._frame.value_at(event.position().x())))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        last = 0 if self.found is None else len(self.found.a_better) - 1
        wide = YEAR if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1
        places = {
            Qt.Key.Key_Left: self.month - wide,
            Qt.Key.Key_Right: self.month + wide,
            Qt.Key.Key_Home: 0,
            Qt.Key.Key_End: last,
        }
        if Qt.Key(event.key()) in places and self.found is not None:
            self._go(places[Qt.Key(event.key())])
            announce(self, self.spoken_description())
        else:
            super().keyPressEvent(event)

    def _go(self, month: int) -> None:
        assert self.found is not None
        self.month_chosen.emit(min(max(month, 0), len(self.found.a_better) - 1))

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FontChange:
            self.update()
        return super().event(event)
