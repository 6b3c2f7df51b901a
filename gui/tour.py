"""The tour of the first start: a minute, step by step, beside what each step is about."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPoint, QRect, Qt, Signal, Slot
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from gui.focus_ring import Ring
from gui.plain import PlainLabel
from gui.style import BODY_POINTS

WIDTH = 340  # pixels, in letters of the usual size
GAP = 10  # between the callout and what it points at
EDGE = 8  # of the window
BORDER = 4  # the style sheet's, above and below

Target = tuple[QWidget, QRect | None]  # a widget, or a part of one


@dataclass(frozen=True)
class Step:
    """What is said, about what; `target` is asked for when the step comes."""

    title: str
    text: str
    target: Callable[[], Target]


class Tour(QFrame):
    """A callout that never takes the window away: every lever works while it is there."""

    ended = Signal()

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._steps: Sequence[Step] = ()
        self.place = 0
        self.setObjectName("tour")
        self.ring = Ring(window)
        self.ring.moved.connect(self._beside)
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
        self.skip.clicked.connect(self.end)
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
        layout.addLayout(row)
        self.hide()

    def start(self, steps: Sequence[Step]) -> None:
        """From the first step on, wherever it was."""
        self._steps = steps
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
    def _go_on(self) -> None:
        if self.place + 1 < len(self._steps):
            self._show(self.place + 1)
        else:
            self.end()

    @Slot()
    def _go_back(self) -> None:
        self._show(max(self.place - 1, 0))

    def _show(self, place: int) -> None:
        self.place = place
        step, count = self._steps[place], len(self._steps)
        last = place + 1 == count
        self._title.setText(step.title)
        self._text.setText(step.text)
        self._count.setText(self.tr("{step} of {count}").format(step=place + 1, count=count))
        self.back.setEnabled(place > 0)
        self.next.setText(self.tr("&Done") if last else self.tr("&Next"))
        self.skip.setHidden(last)
        self.setFixedWidth(round(WIDTH * self.font().pointSizeF() / BODY_POINTS))
        said = f"{step.title}. {step.text}"
        self.setAccessibleName(self.tr("Tour: {step}").format(step=said))
        self.next.setAccessibleDescription(said)
        self.ring.put(*step.target())
        self._beside()
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, said))

    @Slot()
    def _beside(self) -> None:
        """Beside the target where there is room: right of it, below, above, left."""
        if self.isHidden():
            return
        layout = self.layout()
        assert layout is not None
        for label in (self._title, self._text, self._count):
            label.ensurePolished()  # or the first step would be as high as with other letters
        layout.invalidate()
        layout.activate()
        self.setFixedHeight(layout.totalHeightForWidth(self.width()) + BORDER)
        room = self._window.rect().adjusted(EDGE, EDGE, -EDGE, -EDGE)
        target = (
            self.ring.geometry()
            if not self.ring.isHidden()
            else QRect(room.center(), room.center())
        )
        size = self.size()
        middle = target.center() - QPoint(size.width() // 2, size.height() // 2)
        corners = (
            QPoint(target.right() + GAP, middle.y()),
            QPoint(middle.x(), target.bottom() + GAP),
            QPoint(middle.x(), target.top() - GAP - size.height()),
            QPoint(target.left() - GAP - size.width(), middle.y()),
        )
        best = None
        for corner in corners:
            box = QRect(corner, size)
            box.moveLeft(min(max(box.left(), room.left()), room.right() - size.width()))
            box.moveTop(min(max(box.top(), room.top()), room.bottom() - size.height()))
            if not box.intersects(target):
                best = box
                break
        if best is None:
            best = QRect(room.bottomRight() - QPoint(size.width(), size.height()), size)
        self.move(best.topLeft())
        self.raise_()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key == Qt.Key.Key_Escape:
            self.end()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            focused = next((b for b in (self.skip, self.back) if b.hasFocus()), self.next)
            focused.click()
        else:
            super().keyPressEvent(event)
