"""Rings over a window: around what has the keys, and around what is pointed at."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QPen, QRegion
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

GAP = 2  # pixels between the widget and the ring
WIDTH = 2
OWN = "paintsItsFocus"  # the property of a widget that shows its focus itself
FOLLOWED = (
    QEvent.Type.Move,
    QEvent.Type.Resize,
    QEvent.Type.Show,
    QEvent.Type.Hide,
    QEvent.Type.ParentChange,
)


class Ring(QWidget):
    """Lies over a window without taking its mouse; covers nothing but the ring itself."""

    moved = Signal()  # or hidden, or shown

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._watched: list[QWidget] = []
        self._part: QRect | None = None
        self.around: QWidget | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hide()

    def put(self, widget: QWidget | None, part: QRect | None = None) -> None:
        """Around a widget of the window or a part of it, and follow it; None takes it away."""
        for watched in filter(isValid, self._watched):  # some went with their window
            watched.removeEventFilter(self)
        self._watched = []
        self.around, self._part = widget, part
        above = widget
        while above is not None and above is not self._window:
            above.installEventFilter(self)
            self._watched.append(above)
            above = above.parentWidget()
        self._place()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in FOLLOWED:
            self._place()
        return False

    def _place(self) -> None:
        """Around what is to be seen of the widget; nowhere if it is scrolled out of sight."""
        widget = self.around
        seen = QRect() if widget is None else widget.visibleRegion().boundingRect()
        if self._part is not None:
            seen = seen.intersected(self._part)
        if widget is None or seen.isEmpty():
            if not self.isHidden():
                self.hide()
                self.moved.emit()
            return
        corner = widget.mapTo(self._window, QPoint(0, 0))
        room = GAP + WIDTH
        wanted = seen.translated(corner).adjusted(-room, -room, room, room)
        if wanted != self.geometry() or self.isHidden():
            self.setGeometry(wanted)
            inside = self.rect().adjusted(WIDTH, WIDTH, -WIDTH, -WIDTH)
            # with a hole, or each paint of a chart would paint what lies over it too
            self.setMask(QRegion(self.rect()).subtracted(QRegion(inside)))
            self.show()
            self.moved.emit()
        self.raise_()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        pen = QPen(self.palette().color(QPalette.ColorRole.Highlight), WIDTH)
        pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
        painter.setPen(pen)
        half = WIDTH // 2
        painter.drawRect(self.rect().adjusted(half, half, -half, -half))
        painter.end()


class FocusRing(Ring):
    """Around whatever has the keys, the same everywhere; what paints its own has none."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._follow)

    @Slot()  # without the signal's widgets: the old one may be half destroyed
    def _follow(self) -> None:
        now = QApplication.focusWidget()
        ours = now is not None and now.window() is self._window and not now.property(OWN)
        self.put(now if ours else None)
