"""From a fall in demand served to its cause and a fix, by mouse and by keys, in ten actions."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from gui.pages.risk.stress import StressFigures
from gui.window.main_window import MainWindow

CONTROL = Qt.KeyboardModifier.ControlModifier
LEFT = Qt.MouseButton.LeftButton
MOST_ACTIONS = 10
FEW = 0.8  # GW: the fall


class Actions:
    """Counts what a user does."""

    def __init__(self, window: MainWindow) -> None:
        self.window, self.count = window, 0

    def key(self, key: Qt.Key, modifiers=Qt.KeyboardModifier.NoModifier, times: int = 1) -> None:
        """A key, or a run of the same one, at whatever has the keys."""
        self.count += 1
        for _ in range(times):
            QTest.keyClick(QApplication.focusWidget() or self.window, key, modifiers)

    def click(self, widget, at: QPoint | None = None) -> None:
        self.count += 1
        QTest.mouseClick(widget, LEFT, pos=at or widget.rect().center())


@pytest.fixture
def starved(window: MainWindow, qtbot) -> Actions:
    """A plan that somebody has starved of power: demand served has fallen."""
    window.session.edit("draws", 128)
    window.session.edit("power_budget_gw", FEW)
    settle(window, qtbot)
    return Actions(window)


def settle(window: MainWindow, qtbot) -> None:
    window.presenter.runner.finish()
    window.presenter.interaction.rest()
    page = window.pages["risk"]
    if window.pages.key == "risk":
        page.rest(held=False)
        qtbot.waitUntil(lambda: page.settled, timeout=60_000)


def lowest(window: MainWindow) -> float:
    window.presenter.runner.finish()
    return StressFigures.of(window.result).lowest


def place_of(table, key: str) -> int:
    return next(i for i, row in enumerate(table.bars.rows) if row.key.key == key)


def walk(actions: Actions, until: Callable[[], bool], key: Qt.Key = Qt.Key.Key_Tab) -> None:
    """Tab on until something has the keys: one action, as a hand that holds the key."""
    actions.count += 1
    for _ in range(40):
        if until():
            return
        QTest.keyClick(QApplication.focusWidget(), key)
    raise AssertionError("it never gets the keys")


def test_that_a_fall_is_found_and_mended_by_the_keys(starved, window, qtbot):
    before = lowest(window)
    page = window.pages["risk"]
    starved.key(Qt.Key.Key_5, CONTROL)
    settle(window, qtbot)
    assert "falls to" in page.odds.sentence.text()
    walk(starved, page.tabs.hasFocus)
    starved.key(Qt.Key.Key_Right)
    assert page.part == "matters"
    settle(window, qtbot)
    table = page.matters.tornado
    walk(starved, page.matters.spans.hasFocus)
    starved.key(Qt.Key.Key_Down)
    settle(window, qtbot)
    walk(starved, table.hasFocus)
    place = place_of(table, "power_budget_gw")
    starved.key(Qt.Key.Key_Down, times=place - table.currentIndex().row())
    starved.key(Qt.Key.Key_Return)
    assert window.levers.row("power_budget_gw").isAncestorOf(QApplication.focusWidget())
    starved.key(Qt.Key.Key_PageUp, times=3)
    assert window.session.scenario.power_budget_gw > FEW
    assert lowest(window) > before
    assert starved.count <= MOST_ACTIONS


def test_that_a_fall_is_found_and_mended_by_the_mouse(starved, window, qtbot):
    before = lowest(window)
    page = window.pages["risk"]
    starved.click(window.pages.rail.buttons["risk"])
    settle(window, qtbot)
    assert "falls to" in page.odds.sentence.text()
    starved.click(page.tabs, page.tabs.tabRect(1).center())
    settle(window, qtbot)
    page.matters.spans.setCurrentIndex(1)
    starved.count += 2  # the list is opened, and its second line clicked
    settle(window, qtbot)
    table = page.matters.tornado
    index = table.bars.index(place_of(table, "power_budget_gw"), 0)
    starved.click(table.viewport(), table.visualRect(index).center())
    row = window.levers.row("power_budget_gw")
    assert row.isAncestorOf(QApplication.focusWidget())
    [line] = row.lines.values()
    slider = line.slider
    right = QPoint(slider.width() - 8, slider.height() // 2)
    starved.click(slider, right)
    assert window.session.scenario.power_budget_gw > FEW
    assert lowest(window) > before
    assert starved.count <= MOST_ACTIONS


def test_that_a_world_of_the_tail_is_opened_explained_and_undone_by_the_keys(
    starved, window, qtbot
):
    plan = window.session.scenario
    window.session.pin_baseline()
    page = window.pages["risk"]
    starved.key(Qt.Key.Key_5, CONTROL)
    settle(window, qtbot)
    walk(starved, page.odds.worst.hasFocus)
    starved.key(Qt.Key.Key_Return)
    assert window.session.scenario != plan
    starved.key(Qt.Key.Key_7, CONTROL)
    assert window.pages.key == "compare"
    window.presenter.runner.finish()
    starved.key(Qt.Key.Key_Z, CONTROL)
    assert window.session.scenario == plan
    assert starved.count <= MOST_ACTIONS


def test_that_a_shock_is_tried_and_taken_back_by_the_keys(starved, window, qtbot):
    plan = window.session.scenario
    page = window.pages["risk"]
    starved.key(Qt.Key.Key_5, CONTROL)
    page.show_part("shocks")
    settle(window, qtbot)
    walk(starved, page.shocks.deck.cards[0].hasFocus)
    starved.key(Qt.Key.Key_Return)
    assert len(window.session.scenario.events) == len(plan.events) + 1
    starved.key(Qt.Key.Key_Z, CONTROL)
    assert window.session.scenario == plan
