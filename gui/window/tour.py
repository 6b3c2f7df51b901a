"""The tour of the first start: a minute, step by step, beside what each step is about."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from gui.widgets.focus_ring import Ring
from gui.widgets.plain import PlainLabel
from gui.widgets.spoken import announce
from gui.widgets.style import BODY_POINTS

WIDTH = 340  # pixels, in letters of the usual size
GAP = 10  # between the callout and what it points at
EDGE = 8  # of the window
GRID = 20  # pixels between the places that are tried
BORDER = 4  # the style sheet's, above and below

MOUSE = (
    QEvent.Type.MouseButtonPress,
    QEvent.Type.MouseButtonRelease,
    QEvent.Type.MouseButtonDblClick,
    QEvent.Type.Wheel,
    QEvent.Type.ContextMenu,
)

Target = tuple[QWidget, QRect | None]  # a widget, or a part of one


@dataclass(frozen=True)
class Step:
    """What is said, about what; `target` is asked for when the step comes."""

    title: str
    text: str
    target: Callable[[], Target]


class Shield(QWidget):
    """Takes what the mouse does, so that nothing below hears of it."""

    def event(self, event: QEvent) -> bool:
        if event.type() in MOUSE:
            event.accept()
            return True
        return super().event(event)


class Tour(QFrame):
    """A callout that never takes the window away: every lever works while it is there.

    It keeps its place and its size from the first step to the last, so that its buttons stay
    under the pointer, and covers none of the things that it speaks of.
    """

    ended = Signal()

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._steps: Sequence[Step] = ()
        self._targets: tuple[QRect, ...] = ()  # of all steps, in the window
        self.place = 0
        self.setObjectName("tour")
        self.ring = Ring(window)
        self.ring.moved.connect(self._keep_off)
        self._shield = Shield(window)
        self._shield.hide()
        self._lower_shield = QTimer(self, singleShot=True)
        self._lower_shield.timeout.connect(self._shield.hide)
        self._resized = QTimer(self, singleShot=True, interval=0)  # when all is laid out
        self._resized.timeout.connect(self._place_anew)
        window.installEventFilter(self)
        self._title = PlainLabel()
        self._title.setObjectName("pageTitle")
        self._text = PlainLabel()
        self._count = PlainLabel()
        self._count.setObjectName("caption")
        for label in (self._title, self._text):
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
        self.skip = QPushButton(self.tr("&Skip"))
        self.back = QPushButton(self.tr("&Back"))
        self.next = QPushButton()
        self.skip.clicked.connect(self._finish)
        self.back.clicked.connect(self._go_back)
        self.next.clicked.connect(self._go_on)
        row = QHBoxLayout()
        row.addWidget(self.skip)
        row.addWidget(self._count)
        row.addStretch(1)
        row.addWidget(self.back)
        row.addWidget(self.next)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(14, 12, 14, 12)
        layout.setSpacing(8)
        layout.addWidget(self._title)
        layout.addWidget(self._text)
        layout.addStretch(1)
        layout.addLayout(row)
        self.hide()

    def start(self, steps: Sequence[Step]) -> None:
        """From the first step on, wherever it was."""
        self._steps = steps
        self._shield.hide()
        self._choose_place()
        self.show()
        self._show(0)
        self.next.setFocus()

    @Slot()
    def end(self) -> None:
        """No more of it; the window is as it was left."""
        if not self.isHidden():
            self.hide()
            self.ring.put(None)
            self.ended.emit()

    @Slot()
    def _finish(self) -> None:
        """The second click of two must not fall on what lay below the button."""
        self._shield.setGeometry(self.geometry())
        self._shield.show()
        self._shield.raise_()
        self._lower_shield.start(QApplication.doubleClickInterval())
        self.end()

    @Slot()
    def _go_on(self) -> None:
        if self.place + 1 < len(self._steps):
            self._show(self.place + 1)
        else:
            self._finish()

    @Slot()
    def _go_back(self) -> None:
        self._show(max(self.place - 1, 0))

    def _show(self, place: int) -> None:
        self.place = place
        step = self._steps[place]
        self._write(place)
        said = f"{step.title}. {step.text}"
        self.setAccessibleName(self.tr("Tour: {step}").format(step=said))
        self.ring.put(*step.target())
        self.raise_()  # the ring lies below
        announce(self, said)

    def _write(self, place: int) -> None:
        step, count = self._steps[place], len(self._steps)
        last = place + 1 == count
        self._title.setText(step.title)
        self._text.setText(step.text)
        self._count.setText(self.tr("{step} of {count}").format(step=place + 1, count=count))
        self.back.setEnabled(place > 0)
        self.next.setText(self.tr("&Done") if last else self.tr("&Next"))
        self.skip.setHidden(last)
        layout = self.layout()
        if layout is not None:
            layout.activate()

    # Its place

    def _choose_place(self) -> None:
        """One for all steps: as near to them as can be, over none of them."""
        for step in reversed(self._steps):
            step.target()  # brings to the front what it is about
        QApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)  # so all has its place
        self._targets = tuple(self._target_of(step) for step in reversed(self._steps))
        size = self._largest()
        self.setFixedSize(size)
        room = self._window.rect().adjusted(EDGE, EDGE, -EDGE, -EDGE)
        boxes = [
            QRect(QPoint(x, y), size)
            for x in range(room.left(), max(room.right() - size.width(), room.left() + 1), GRID)
            for y in range(room.top(), max(room.bottom() - size.height(), room.top() + 1), GRID)
        ]
        self.move(min(boxes, key=self._cost).topLeft())

    def _target_of(self, step: Step) -> QRect:
        widget, part = step.target()
        seen = widget.visibleRegion().boundingRect()
        if part is not None:
            seen = seen.intersected(part)
        return seen.translated(widget.mapTo(self._window, QPoint(0, 0)))

    def _cost(self, box: QRect) -> tuple[int, int]:
        """How much of the targets a place would cover, and how far it is from all of them."""
        near = box.adjusted(-GAP, -GAP, GAP, GAP)
        covered = [near.intersected(target) for target in self._targets]
        ways = [(box.center() - target.center()).manhattanLength() for target in self._targets]
        return sum(part.width() * part.height() for part in covered), sum(ways)

    def _largest(self) -> QSize:
        """What the step with the most text needs; steps with less have room to spare."""
        width = round(WIDTH * self.font().pointSizeF() / BODY_POINTS)
        layout = self.layout()
        assert layout is not None
        for widget in (self._title, self._text, self._count, self.skip, self.back, self.next):
            widget.ensurePolished()  # or the first step would be as high as with other letters
        height = 0
        for place in range(len(self._steps)):
            self._write(place)
            layout.invalidate()
            height = max(height, layout.totalHeightForWidth(width))
        return QSize(width, height + BORDER)

    @Slot()
    def _keep_off(self) -> None:
        """What it is about has moved below it: only then is there another place."""
        if self.isHidden():
            return
        if self.ring.isVisible() and self.ring.geometry().intersects(self.geometry()):
            self._place_anew()
        self.raise_()

    def _place_anew(self) -> None:
        place = self.place
        self.ring.blockSignals(True)
        self._choose_place()
        self._write(place)
        self.ring.put(*self._steps[place].target())
        self.ring.blockSignals(False)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and not self.isHidden():
            self._resized.start()
        return False

    def event(self, event: QEvent) -> bool:
        if event.type() in MOUSE:  # no click goes through to what lies below
            super().event(event)
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key == Qt.Key.Key_Escape:
            self.end()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            focused = next((b for b in (self.skip, self.back) if b.hasFocus()), self.next)
            focused.click()
        else:
            super().keyPressEvent(event)
