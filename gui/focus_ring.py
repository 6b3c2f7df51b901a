"""A ring around whatever has the keys, the same everywhere; what paints its own has none."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt, Slot
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


class FocusRing(QWidget):
    """Lies over a window without taking its mouse; covers nothing but the ring itself."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._watched: list[QWidget] = []
        self.around: QWidget | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hide()
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._follow)

    @Slot()  # without the signal's widgets: the old one may be half destroyed
    def _follow(self) -> None:
        now = QApplication.focusWidget()
        for watched in filter(isValid, self._watched):  # some went with their window
            watched.removeEventFilter(self)
        self._watched = []
        ours = now is not None and now.window() is self._window and not now.property(OWN)
        self.around = now if ours else None
        above: QWidget | None = self.around
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
        if widget is None or seen.isEmpty():
            self.hide()
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
        self.raise_()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        pen = QPen(self.palette().color(QPalette.ColorRole.Highlight), WIDTH)
        pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
        painter.setPen(pen)
        half = WIDTH // 2
        painter.drawRect(self.rect().adjusted(half, half, -half, -half))
        painter.end()
