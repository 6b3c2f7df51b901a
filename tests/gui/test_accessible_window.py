"""Everything that takes the keys has a name for a screen reader, and the keys get everywhere."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QWidget

NAMED_BY_THEMSELVES = ("QMenuBar",)  # by its entries


def name_of(widget: QWidget) -> str:
    """What a screen reader would say the widget is."""
    interface = QAccessible.queryAccessibleInterface(widget)
    return interface.text(QAccessible.Text.Name) if interface is not None else ""


def takes_keys(widget: QWidget) -> bool:
    if not widget.isVisible() or not widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
        return False
    kind = widget.metaObject().className()
    inner = isinstance(widget.parentWidget(), QAbstractScrollArea)
    return widget.focusProxy() is None and kind not in NAMED_BY_THEMSELVES and not inner


def nameless(window: QWidget) -> list[str]:
    found = [w for w in window.findChildren(QWidget) if takes_keys(w)]
    assert len(found) > 10
    return [f"{w.metaObject().className()} {w.objectName()}" for w in found if not name_of(w)]


def test_that_all_that_takes_the_keys_has_a_name_on_every_page(window, qtbot):
    for group in window.levers.groups:
        group.header.setChecked(True)
    for key in window.pages.keys:
        window.pages.show_key(key)
        qtbot.wait(1)
        assert nameless(window) == [], key


def test_that_every_lever_says_its_value_range_and_default(window, qtbot):
    for group in window.levers.groups:
        group.header.setChecked(True)
        for row in group.rows.values():
            for line in row.lines.values():
                said = line.slider.accessibleDescription()
                assert "from" in said, row.row.key
                assert "default" in said or line._default is None, row.row.key


@pytest.mark.parametrize("key", ["overview", "fleet", "mix", "risk", "compare"])
def test_that_tab_reaches_everything_and_comes_round(window, qtbot, key):
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    window.pages.show_key(key)
    window.levers.search.setFocus()
    wanted = {w for w in window.findChildren(QWidget) if takes_keys(w) and w.isEnabled()}
    reached = set()
    for _ in range(4 * len(wanted)):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        now = QApplication.focusWidget()
        assert now is not None
        reached.add(now)
        if now is window.levers.search:
            break
    assert now is window.levers.search, "the keys are caught somewhere"
    missed = [f"{w.metaObject().className()} {name_of(w)}" for w in wanted - reached]
    assert missed == []
