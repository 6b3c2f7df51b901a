"""What can be seen can be clicked: under the middle of each control lies that control."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSpinBox,
    QComboBox,
    QLineEdit,
    QTabBar,
    QWidget,
)

from gui.pages.page_list import PAGES

CONTROLS = (QAbstractButton, QAbstractSpinBox, QComboBox, QLineEdit, QTabBar)


def covered(window: QWidget) -> list[str]:
    """The controls in sight whose clicks something else would have."""
    found = []
    for control in (each for kind in CONTROLS for each in window.findChildren(kind)):
        seen = control.visibleRegion()
        middle = seen.boundingRect().center()
        if not control.isVisible() or control.window() is not window or not seen.contains(middle):
            continue
        top = window.childAt(control.mapTo(window, middle))
        if top is not control and not control.isAncestorOf(top):
            found.append(f"{control.accessibleName()} under {type(top).__name__}")
    return found


@pytest.mark.parametrize("key", [row.key for row in PAGES])
def test_that_nothing_lies_over_what_is_to_be_clicked(window, qtbot, key):
    window.pages.show_key(key)
    if key == "overview":
        window.overview.timeline.unfold()
    qtbot.waitUntil(window.pages[key].isVisible)
    assert covered(window) == []
