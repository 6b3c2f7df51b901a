"""A lever that can't move anything says so below it, and leads to the one that it needs."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from engine.tables.needs import NEEDS

KEY = "repower_share_per_year"


def test_that_a_dead_lever_says_why_and_its_link_leads_to_what_it_needs(window, qtbot) -> None:
    session, levers = window.session, window.levers
    session.edit("repower_threshold", 0.0)
    levers.show_lever(KEY)
    line = levers.row(KEY).needs
    assert line.isVisible()
    assert line.why.text() == NEEDS[KEY].unmet_text
    QTest.mouseClick(line.link, Qt.MouseButton.LeftButton)
    QApplication.processEvents()
    asked = levers.row("repower_threshold")
    assert asked.isVisible()
    assert asked.isAncestorOf(QApplication.focusWidget())


def test_that_it_is_silent_once_what_it_needs_is_there_and_says_so_again_after_undo(window) -> None:
    session, levers = window.session, window.levers
    session.edit("repower_threshold", 0.0)
    levers.show_lever(KEY)
    line = levers.row(KEY).needs
    session.edit("repower_threshold", 0.5)
    assert line.isHidden()
    session.history.undo()
    assert not line.isHidden()


def test_that_a_lever_without_needs_never_says_any(window) -> None:
    for key in ("power_budget_gw", "wacc", "as_of"):
        assert window.levers.row(key).needs.isHidden()


def test_that_dates_follow_the_first_month_in_the_panel(window) -> None:
    row = window.levers.row("power_ready_month")
    before = row.line.spin.text()
    window.session.edit("start", "2024-01")
    year = int(before.split()[1]) - int(window.session.baseline.start[:4]) + 2024
    assert row.line.spin.text() == f"{before.split()[0]} {year}"
