"""Painted texts where people read from the right: each as its own letters read."""

from __future__ import annotations

from PySide6.QtCore import QMargins, Qt
from PySide6.QtGui import QGuiApplication, QPainter
from PySide6.QtWidgets import QStyle


def each_by_itself(painter: QPainter) -> None:
    """Have figures keep their order: $81.4 bn, not bn $81.4. A painter knows the window's alone."""
    if QGuiApplication.isRightToLeft():
        painter.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)


def mirrored(side: Qt.AlignmentFlag) -> Qt.AlignmentFlag:
    """The side that a text stands at for who reads from there, whichever way its letters run."""
    way = QGuiApplication.layoutDirection()
    return QStyle.visualAlignment(way, side) | Qt.AlignmentFlag.AlignAbsolute


def margins(first: int, top: int, last: int, bottom: int) -> QMargins:
    """Around a layout, which Qt does not mirror: `first` is the side that is read first."""
    left, right = (last, first) if QGuiApplication.isRightToLeft() else (first, last)
    return QMargins(left, top, right, bottom)
