"""Rings over a window: around what has the keys, and around what is pointed at."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt, Signal, Slot
from PySide6.QtGui import (
    QGuiApplication,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QPen,
    QRegion,
    QWindow,
)
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

GAP = 2  # pixels between the widget and the ring
WIDTH = 2
OWN = "paintsItsFocus"  # the property of a widget that shows its focus itself
SHOWN = "showsItsFocus"  # whether it is to do so now
PRESSES = (QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonDblClick, QEvent.Type.TouchBegin)
MODIFIERS = (
    *(Qt.Key.Key_Shift, Qt.Key.Key_Control, Qt.Key.Key_Alt, Qt.Key.Key_AltGr, Qt.Key.Key_Meta),
    *(Qt.Key.Key_CapsLock, Qt.Key.Key_NumLock),
)
LEADING = (
    *(Qt.Key.Key_Tab, Qt.Key.Key_Backtab, Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up),
    *(Qt.Key.Key_Down, Qt.Key.Key_Home, Qt.Key.Key_End, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown),
)
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
    """Around whatever has the keys, the same everywhere; what paints its own is told to.

    Only for who works with the keys: a click says itself where it went. The first key that
    leads somewhere brings the ring.
    """

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._by_keys = True
        self._told: QWidget | None = None  # paints its own frame now
        self._handle: QWindow | None = None  # hears of presses before any widget
        window.installEventFilter(self)
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._follow)

    @Slot()  # without the signal's widgets: the old one may be half destroyed
    def _follow(self) -> None:
        if QGuiApplication.mouseButtons() != Qt.MouseButton.NoButton:
            self._by_keys = False
        self._show_focus()

    def _show_focus(self) -> None:
        now = QApplication.focusWidget()
        ours = now is not None and now.window() is self._window and self._by_keys
        own = ours and now is not None and bool(now.property(OWN))
        told = now if own else None
        if self._told is not told:
            for widget, shown in ((self._told, False), (told, True)):
                if widget is not None and isValid(widget):
                    _tell(widget, shown)
            self._told = told
        self.put(now if ours and not own else None)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if watched is self._window:
            if kind == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
                self._hear_key(event)  # of every key that no field keeps for its text
            elif kind == QEvent.Type.Show and self._window.windowHandle() is not self._handle:
                self._handle = self._window.windowHandle()
                if self._handle is not None:
                    self._handle.installEventFilter(self)
            return False
        if watched is self._handle:
            if kind in PRESSES:
                self._by_keys = False
            return False
        return super().eventFilter(watched, event)

    def _hear_key(self, event: QKeyEvent) -> None:
        if event.key() not in MODIFIERS and not self._by_keys:
            self._by_keys = True
            if event.key() in LEADING:
                self._show_focus()


def shows_focus(widget: QWidget) -> bool:
    """Whether a widget that paints its focus itself is to do so now."""
    return widget.hasFocus() and bool(widget.property(SHOWN))


def _tell(widget: QWidget, shown: bool) -> None:
    widget.setProperty(SHOWN, shown)
    widget.update()
