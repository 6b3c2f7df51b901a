"""What both charts of a sweep are: a picture painted beside the window, and who is chosen in it."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QFocusEvent, QImage, QPainter, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from gui.sweeps.painting import Canvas
from gui.sweeps.pictures import WAIT, Painting, PictureWanted, PictureWork
from gui.sweeps.quantities import Chosen
from gui.system.latest import Latest
from gui.widgets.focus_ring import shows_focus
from gui.widgets.palette import LIGHT, Palette


class SweptChart(QWidget):
    """The scenarios are a picture that follows; axes and marks are painted over it at once."""

    picked = Signal(int)  # the place of a scenario
    wanted = Signal(int)  # the same, to be opened

    def __init__(self, name: str, least: QSize, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._chosen: Chosen = np.zeros(0, bool)
        self._current: int | None = None
        self._palette = LIGHT
        self._image: QImage | None = None
        self.worker: Latest[PictureWanted] = Latest(
            PictureWork(), first=WAIT, later=WAIT, parent=self
        )
        self.worker.answered.connect(self._show_image)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setProperty("paintsItsFocus", True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(least)
        self.setAccessibleName(name)

    def show_chosen(self, chosen: Chosen) -> None:
        """Which scenarios are chosen, by brushes and by what is typed."""
        self._chosen = chosen
        self._ask()

    def show_current(self, place: int | None) -> None:
        """The scenario that the table is at."""
        self._current = place
        self.update()

    def use_palette(self, palette: Palette) -> None:
        self._palette = palette
        self._ask()

    def stop(self) -> None:
        self.worker.stop()

    def _painting(self) -> Painting | None:
        """What paints the scenarios as they are now; None where there is nothing to paint."""
        raise NotImplementedError

    def _ask(self) -> None:
        painting = self._painting() if len(self._chosen) else None
        if painting is not None and self.width() and self.height():
            canvas = Canvas(self.size(), self.devicePixelRatioF())
            self.worker.request(PictureWanted(canvas, painting))
        self.update()

    @Slot(object, object)
    def _show_image(self, _part: PictureWanted, image: QImage) -> None:
        self._image = image
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._ask()

    def _begin(self) -> QPainter:
        """A painter on the ground."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), self._palette.ground)
        return painter

    def _lay_image(self, painter: QPainter) -> None:
        """The newest picture there is, as large as the chart is now."""
        if self._image is not None:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawImage(QRectF(self.rect()), self._image)

    @property
    def _has_keys(self) -> bool:
        return self.hasFocus() and shows_focus(self)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()
