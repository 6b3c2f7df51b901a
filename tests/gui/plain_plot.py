"""A plot whose scale is plain: ten pixels a month from January 2025 on, one for one upwards."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QTransform
from PySide6.QtWidgets import QGraphicsScene, QWidget

FIRST = 2025  # the first year along the axis


class Plot(QWidget):
    """As much of a chart as the points ask for."""

    def __init__(self) -> None:
        super().__init__()
        self.resize(700, 500)
        self._scene, self._viewport = QGraphicsScene(self), QWidget(self)
        # year and demand to pixels: 120 a year, and one down for each of demand from 600 on
        self.to_device = QTransform(120, 0, 0, -1, -120 * FIRST, 600)

    def scene(self):
        return self._scene

    def viewport(self):
        return self._viewport

    def plot_area(self) -> QRectF:
        return QRectF(0, 0, 600, 500)
