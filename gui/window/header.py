"""What stands above the pages: figures, what was said last, and what the bands are.

Messages lie over the sentence about the last change: they come and go, and nothing moves.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Slot
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QStatusBar, QVBoxLayout, QWidget

from gui.pages.kpi_strip import KpiStrip
from gui.widgets.directions import margins
from gui.widgets.elided_label import ElidedLabel

DRESSED_LATER = (QEvent.Type.Show, QEvent.Type.FontChange)  # before its buttons have their style
BAR_CHANGES = (*DRESSED_LATER, QEvent.Type.LayoutRequest)
SENTENCE_CHANGES = (QEvent.Type.Move, QEvent.Type.Resize)
EDGE = 16  # pixels to the right of the last word
GAP = 12


class Header(QWidget):
    """Rows one below the other; the key to the charts stands in the bar below if there is one."""

    def __init__(
        self,
        rows: tuple[QWidget, QWidget],
        kpis: KpiStrip,
        below: QStatusBar,
        parent: QWidget | None = None,
    ) -> None:
        """`rows`: messages, over the sentence below the figures; `below`: the window's bar."""
        super().__init__(parent)
        self._messages, self._sentence = rows
        self._kpis, self._below = kpis, below
        self.key = ElidedLabel()  # to the charts
        self.key.setObjectName("caption")
        self._row = QHBoxLayout()  # empty, and no row at all, where nothing needs it
        self._row.setContentsMargins(margins(GAP, 0, EDGE, 0))
        self._row.setSpacing(GAP)
        stack = QVBoxLayout(self)
        stack.setContentsMargins(0, 0, 0, 0)
        stack.setSpacing(0)
        stack.addWidget(kpis)
        stack.addWidget(self._sentence)
        stack.addLayout(self._row)
        kpis.narrowed.connect(self._place)
        below.installEventFilter(self)
        # figures that find another height while they are being laid out are not laid out again
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._settle)
        self._when_dressed = QTimer(self, singleShot=True, interval=0)
        self._when_dressed.timeout.connect(self._place_dressed)
        kpis.installEventFilter(self)
        self._messages.setParent(self)
        self._messages.installEventFilter(self)
        self._sentence.installEventFilter(self)

    def show_key(self, text: str) -> None:
        """Say what the lines and bands are; nothing where the page has none."""
        if self.key.text() != text:
            self.key.setText(text)
            self._place()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._place()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if watched is self._below and kind in (QEvent.Type.Show, QEvent.Type.Hide):
            self._place()
        elif watched is self._kpis and kind == QEvent.Type.Resize:
            self._soon.start()
        elif kind in {self._messages: BAR_CHANGES, self._sentence: SENTENCE_CHANGES}.get(
            watched,  # type: ignore[call-overload]
            (),
        ):
            self._place_messages()
            if kind in DRESSED_LATER:
                self._when_dressed.start()
        return False

    @Slot()
    def _settle(self) -> None:
        layout = self.layout()
        if layout is not None:
            layout.invalidate()
            layout.activate()

    @Slot()
    def _place_dressed(self) -> None:
        """With buttons that have their style by now."""
        layout = self._messages.layout()
        if layout is not None:
            layout.invalidate()  # which asks for another layout: at each of those it would not end
        self._place_messages()

    def _place_messages(self) -> None:
        """Over the sentence, and over the figures above it where the text is long."""
        bar, layout = self._messages, self._messages.layout()
        if bar.isHidden() or layout is None:
            return
        lowest = self._sentence.geometry().bottom() + 1
        height = max(layout.totalHeightForWidth(self.width()), self._sentence.height())
        bar.setGeometry(0, max(lowest - height, 0), self.width(), height)
        bar.raise_()

    @Slot()
    def _place(self) -> None:
        """The month in a row of its own where the figures need its room, the key where it fits."""
        month = self._kpis.month_box
        room = self.width() - EDGE - GAP
        if self._kpis.narrow:
            room -= month.sizeHint().width() + GAP
            if month.parent() is not self:
                self._row.addWidget(month, 0, Qt.AlignmentFlag.AlignRight)
                month.show()
        elif month.parent() is self:
            self._row.removeWidget(month)
            self._kpis.take_month_back()
        fits = self.key.fontMetrics().horizontalAdvance(self.key.text()) <= room
        beside = self._kpis.narrow and fits
        wanted: QWidget = self if beside or self._below.isHidden() else self._below
        if self.key.parent() is wanted:
            return
        if wanted is self:
            self._below.removeWidget(self.key)
            self._row.insertWidget(0, self.key, 1)
        else:
            self._row.removeWidget(self.key)
            self._below.insertWidget(0, self.key, 1)
        self.key.show()
