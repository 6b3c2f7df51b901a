"""What needs more height than a small window has, so that all of it can be reached."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget


def scrolled(inside: QWidget, *, sideways: bool = False) -> QScrollArea:
    """`inside` as high as there is room, and scrolled where that is less than it needs.

    Only up and down, unless `sideways` as well; it takes no keys, and follows what has them.
    """
    if not inside.objectName():
        inside.setObjectName("overview")  # the ground of a page
    around = QScrollArea()
    around.setWidget(inside)
    around.setWidgetResizable(True)
    around.setFrameShape(QFrame.Shape.NoFrame)
    if not sideways:
        around.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    around.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    return around
