"""From a fall in demand served to its cause and a fix, in ten actions at most, and undone."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from engine.analysis.proposals import DECISIONS
from engine.files import scenario_files
from engine.files.document import Document

CONTROL = Qt.KeyboardModifier.ControlModifier
LEFT = Qt.MouseButton.LeftButton
MONTH = 60
MOST_ACTIONS = 10


class Hand:
    """Counts what is done."""

    def __init__(self, window, qtbot) -> None:
        self.window, self.qtbot, self.actions = window, qtbot, 0

    def press(self, key: Qt.Key, modifier=Qt.KeyboardModifier.NoModifier) -> None:
        self.actions += 1
        QTest.keyClick(QApplication.focusWidget() or self.window, key, modifier)

    def click(self, widget) -> None:
        self.actions += 1
        self.qtbot.mouseClick(widget, LEFT)


def served(window) -> float:
    return window.kpis.tiles["served"].kpi.number


def bytes_of(window) -> str:
    return scenario_files.text_of(Document(window.session.scenario))


def rested(window, qtbot) -> None:
    qtbot.waitUntil(lambda: window.result.scenario == window.session.scenario)
    qtbot.waitUntil(lambda: not window.presenter.interaction.moving)


@pytest.fixture
def fallen(window, qtbot):
    """A plan in which somebody has changed three things, and demand served has fallen."""
    session = window.session
    session.edit("draws", 64)
    session.pin_baseline()
    window.kpis.choose_month(MONTH)
    session.edit("availability", 0.92)
    session.edit("power_growth_gw_per_year", 0.4)
    session.edit("power_budget_gw", 1.0)
    # so that the search has little to turn on a busy machine
    window.levers.locked |= set(DECISIONS) - {"power_budget_gw", "power_ready_month"}
    window.activateWindow()
    rested(window, qtbot)
    assert served(window) < 0.95
    return Hand(window, qtbot)


def explained(window, qtbot) -> None:
    why = window.pages["why"]
    qtbot.waitUntil(lambda: why.cause.found is not None and why.settled, timeout=30_000)
    assert "down from" in why.cause.sentence.text()
    assert "Power" in why.cause.sentence.text()


def sought(window, qtbot) -> None:
    goal = window.goal
    qtbot.waitUntil(lambda: goal.cards[0].isVisible() and goal.settled, timeout=60_000)


def test_that_cause_and_fix_are_found_by_mouse(fallen, window, qtbot):
    before = bytes_of(window)
    fallen.click(window.pages.rail.buttons["why"])
    explained(window, qtbot)
    fallen.click(window.pages["why"].cause.goal)
    sought(window, qtbot)
    fallen.click(window.goal.cards[0].apply)
    rested(window, qtbot)
    assert served(window) == pytest.approx(1.0, abs=1e-4)
    assert fallen.actions <= MOST_ACTIONS
    window.actions_by_key["edit.undo"].trigger()
    assert bytes_of(window) == before


def test_that_cause_and_fix_are_found_by_keys(fallen, window, qtbot):
    before = bytes_of(window)
    fallen.press(Qt.Key.Key_6, CONTROL)
    assert window.pages.key == "why"
    explained(window, qtbot)
    fallen.press(Qt.Key.Key_G, CONTROL)
    QTest.keyClicks(window.goal.field, "100")
    fallen.actions += 1
    fallen.press(Qt.Key.Key_Return)
    sought(window, qtbot)
    fallen.press(Qt.Key.Key_Tab)
    fallen.press(Qt.Key.Key_Space)
    rested(window, qtbot)
    assert served(window) == pytest.approx(1.0, abs=1e-4)
    assert fallen.actions <= MOST_ACTIONS
    fallen.press(Qt.Key.Key_Z, CONTROL)
    assert bytes_of(window) == before


def test_that_the_cause_itself_is_undone_by_keys(fallen, window, qtbot):
    fallen.press(Qt.Key.Key_6, CONTROL)
    explained(window, qtbot)
    view = window.pages["why"].cause.view
    view.setFocus()
    fallen.actions += 1
    before = served(window)
    fallen.press(Qt.Key.Key_Return)
    rested(window, qtbot)
    assert served(window) > before
    assert fallen.actions <= MOST_ACTIONS
