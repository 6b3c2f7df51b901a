"""Painted texts where people read from the right: each as its own letters read."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QPainter


def each_by_itself(painter: QPainter) -> None:
    """Have figures keep their order: $81.4 bn, not bn $81.4. A painter knows the window's alone."""
    if QGuiApplication.isRightToLeft():
        painter.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)
