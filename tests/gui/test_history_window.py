"""The steps of undo as a list, to go back to any of them."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest


def test_that_the_list_has_each_step_and_a_click_goes_there(window, qtbot) -> None:
    session = window.session
    opened = session.scenario
    session.edit("pue", 1.3)
    session.edit("power_budget_gw", 3.0)
    window.actions_by_key["edit.history"].trigger()
    steps = window.edit._history.steps
    assert steps.isVisible()
    texts = [steps.model().index(row, 0).data() for row in range(steps.model().rowCount())]
    assert texts[0] == "As it was opened"
    assert [text.rpartition("→")[2].strip() for text in texts[1:]] == ["1.3", "3"]
    place = steps.visualRect(steps.model().index(1, 0)).center()
    QTest.mouseClick(steps.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert (session.scenario.pue, session.scenario.power_budget_gw) == (
        1.3,
        opened.power_budget_gw,
    )
    QTest.keyClick(steps, Qt.Key.Key_Home)
    assert session.scenario == opened
    QTest.keyClick(steps, Qt.Key.Key_End)
    assert session.scenario.power_budget_gw == 3.0
    window.edit._history.close()


def test_that_it_follows_what_is_done_while_it_is_open(window) -> None:
    window.edit.history()
    steps = window.edit._history.steps
    window.session.edit("pue", 1.25)
    assert steps.model().rowCount() == 2
    window.session.history.undo()
    assert steps.currentIndex().row() == 0
    window.edit.history()
    assert window.edit._history.steps is steps
    window.edit._history.close()
