"""A point of a curve under the hand: where it is let go is what the number should be there."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QPointF, Qt, Signal
from PySide6.QtGui import QMouseEvent

from engine import Array
from engine.text import translate, written
from gui.charts.chart_spec import ChartSpec
from gui.charts.months import MONTHS_PER_YEAR
from gui.charts.panel import ChartPanel
from gui.timeline.handles import Handle, Handles
from gui.widgets.palette import Palette
from gui.words import units

REACH = 7.0  # pixels above and below a curve that count as on it
STILL = 4.0  # pixels a hand may shake before a drag begins
LEFT = Qt.MouseButton.LeftButton
# by chart: its choice, the measure of its solid line, and the engine's unit
LINES = {
    "capacity": ("", "capacity", "EFLOP/s"),
    "power": ("", "power", "GW facility"),
    "unit_cost": ("pflop_hour", "unit_cost", "$/PFLOP-hour"),
}


@dataclass
class _Pull:
    month: int
    at: QPointF
    value: float  # of the curve, in the shown unit
    now: float
    moving: bool = False


class GoalDrag(QObject):
    """Watches one chart's plot. A drag along the months is the marker's, as ever."""

    dropped = Signal(str, float)  # the measure, and its value in the engine's unit
    month_chosen = Signal(int)

    def __init__(self, panel: ChartPanel) -> None:
        super().__init__(panel)
        self._panel = panel
        self._plot = panel.plot
        self._drag: _Pull | None = None
        self._over: tuple[int, float] | None = None  # a month and the curve's value there
        self.live = True  # not while the baseline is shown in the scenario's place
        self._handles = Handles(self._shown, self._plot.plot_area)
        self._plot.scene().addItem(self._handles)
        self._plot.viewport().installEventFilter(self)

    @staticmethod
    def of(panel: ChartPanel) -> GoalDrag | None:
        """For a chart with a line that can be dragged; None for others."""
        return GoalDrag(panel) if panel.row.key in LINES else None

    def use_palette(self, palette: Palette) -> None:
        self._handles.use_palette(palette)

    @property
    def _line(self) -> Array | None:
        """The solid line, in the shown unit; None where the chart has none now."""
        spec, (choice, _, _) = self._plot.spec, LINES[self._panel.row.key]
        if spec is None or (choice and self._panel.choice != choice):
            return None
        return _solid(spec)

    def _near(self, pointer: QPointF) -> tuple[int, float] | None:
        """The month under the pointer and the curve's value, where the pointer is on it."""
        spec, line = self._plot.spec, self._line
        back, invertible = self._plot.to_device.inverted()
        if spec is None or line is None or not invertible or not self.live:
            return None
        year = back.map(pointer).x()
        month = round((year - float(spec.years[0])) * MONTHS_PER_YEAR)
        if not 0 <= month < len(line) or not self._plot.plot_area().contains(pointer):
            return None
        value = float(line[month])
        if value != value or abs(self._place(month, value).y() - pointer.y()) > REACH:
            return None
        return month, value

    def _place(self, month: int, value: float) -> QPointF:
        assert self._plot.spec is not None
        return self._plot.to_device.map(QPointF(float(self._plot.spec.years[month]), value))

    def _shown(self) -> list[Handle]:
        spec = self._plot.spec
        if spec is None:
            return []
        if self._drag is not None:
            at = self._place(self._drag.month, self._drag.now)
            text = translate("Goal", "to {value} {unit}")
            said = text.format(value=written(self._drag.now, spec.format), unit=spec.unit)
            return [Handle(at, True, said)]
        if self._over is not None:
            said = translate("Goal", "drag to a target")
            return [Handle(self._place(*self._over), True, said)]
        return []

    def _repaint(self) -> None:
        self._handles.held = self._drag is not None
        self._handles.setVisible(self._drag is not None or self._over is not None)
        self._handles.update()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind == QEvent.Type.Leave and self._drag is None:
            self._over = None
            self._repaint()
        if not isinstance(event, QMouseEvent):
            return False
        if kind == QEvent.Type.MouseButtonPress:
            return self._press(event)
        if kind == QEvent.Type.MouseMove:
            return self._move(event)
        if kind == QEvent.Type.MouseButtonRelease:
            return self._release(event)
        return False

    def _press(self, event: QMouseEvent) -> bool:
        if self._drag is not None and event.button() != LEFT:
            self._drag = None  # given up
            self._repaint()
            return True
        found = self._near(event.position()) if event.button() == LEFT else None
        if found is None:
            return False
        month, value = found
        self._drag = _Pull(month, event.position(), value, value)
        self.month_chosen.emit(month)
        self._repaint()
        return True

    def _move(self, event: QMouseEvent) -> bool:
        drag = self._drag
        if drag is None:
            over = None if event.buttons() else self._near(event.position())
            if over != self._over:
                self._over = over
                self._repaint()
            if over is not None:
                self._plot.viewport().setCursor(Qt.CursorShape.SizeVerCursor)
            elif self._plot.viewport().cursor().shape() == Qt.CursorShape.SizeVerCursor:
                self._plot.viewport().unsetCursor()
            return False
        way = event.position() - drag.at
        if not drag.moving:
            if way.manhattanLength() < STILL:
                return True
            if abs(way.x()) > abs(way.y()):  # along the months: the marker goes with the hand
                self._drag = self._over = None
                self._repaint()
                return False
            drag.moving = True
        pixel = abs(self._plot.to_device.m22()) or 1.0
        drag.now = max(drag.value - way.y() / pixel, 0.0)
        self._repaint()
        return True

    def _release(self, event: QMouseEvent) -> bool:
        drag, self._drag = self._drag, None
        if drag is None or event.button() != LEFT:
            self._drag = drag
            return False
        self._over = None
        self._repaint()
        if drag.moving:
            _, measure, unit = LINES[self._panel.row.key]
            self.dropped.emit(measure, units.of(unit).back(drag.now))
        return True


def _solid(spec: ChartSpec) -> Array | None:
    """The plan's own line: the top of a stack, else the first that is not dashed."""
    if spec.total is not None:
        return spec.total.values
    return next((curve.values for curve in spec.curves if not curve.dashed), None)
