"""The ribbon says which limit binds, from when to when, what is missing, and what would help."""

from __future__ import annotations

import re

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QApplication, QToolTip

from engine import Scenario, simulate
from gui.charts.ribbon import RELIEF, Ribbon, explanation
from gui.charts.stretches import binding_stretches


@pytest.fixture(scope="module")
def tight():
    return simulate(Scenario().having(power_budget_gw=1.2))


def of_limit(result, limit: str):
    return next(s for s in binding_stretches(result) if s.limit == limit)


def test_that_a_limit_says_when_how_much_is_missing_and_what_helps(tight):
    said = explanation(tight, of_limit(tight, "power"))
    assert re.match(r"\w{3} 20\d\d to \w{3} 20\d\d: facility power is the limit\. ", said)
    assert re.search(r"in \w{3} 20\d\d, [\d,]+ EFLOP/s or [\d.]+% of demand go unserved", said)
    assert re.search(r"\$[\d.,]+ (bn|m) of revenue", said)
    assert said.endswith(RELIEF["power"])


def test_that_a_limit_that_costs_no_demand_says_what_waits():
    result = simulate(Scenario())
    said = explanation(result, of_limit(result, "supply"))
    assert "chip supply is the limit" in said
    assert "unserved" in said or "must wait" in said


def test_that_met_demand_says_just_that():
    result = simulate(Scenario())
    said = explanation(result, of_limit(result, "demand"))
    assert said.endswith("no limit binds.")


def test_that_every_stretch_of_many_scenarios_explains_itself():
    nothing = dict.fromkeys(Scenario().families, 0.0)
    for values in (
        {"revenue_growth": 12.0},
        {"investment_budget_bn_per_year": 5.0},
        {"horizon_months": 24},
        {"initial_it_mw": nothing, "supply_chips_per_year": nothing},
    ):
        result = simulate(Scenario().having(**values))
        for stretch in binding_stretches(result):
            said = explanation(result, stretch)
            assert said.endswith(".")
            assert "nan" not in said


def test_that_the_keys_walk_the_ribbon_and_say_each_stretch(window, qtbot):
    ribbon: Ribbon = window.pages["overview"].ribbon
    assert ribbon.focusPolicy() & Qt.FocusPolicy.TabFocus
    ribbon.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(ribbon, Qt.Key.Key_Right)
    assert "chip supply is the limit" in window.sentence.text()
    qtbot.keyClick(ribbon, Qt.Key.Key_Right)
    assert "no limit binds" in window.sentence.text()
    qtbot.keyClick(ribbon, Qt.Key.Key_Right)
    assert "facility power is the limit" in window.sentence.text()
    assert ribbon.accessibleDescription() == window.sentence.text()
    qtbot.keyClick(ribbon, Qt.Key.Key_End)
    assert "no limit binds" in window.sentence.text()


def test_that_a_click_and_the_pointer_say_it_too(window, qtbot):
    ribbon: Ribbon = window.pages["overview"].ribbon
    at = QPoint(ribbon.width() // 2, 5)
    qtbot.mouseClick(ribbon, Qt.MouseButton.LeftButton, pos=at)
    assert "chip supply is the limit" in window.sentence.text()
    event = QHelpEvent(QEvent.Type.ToolTip, at, ribbon.mapToGlobal(at))
    QApplication.sendEvent(ribbon, event)
    assert "chip supply is the limit" in QToolTip.text()
    QToolTip.hideText()
