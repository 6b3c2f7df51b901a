"""Flags, tables, the clipboard and the command palette."""

from __future__ import annotations

import re

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication

from engine import PARAMETERS, Scenario, simulate
from gui.charts import specs
from gui.charts.table import months_of, tab_separated
from gui.words.milestones import milestones, place


def test_that_every_milestone_is_a_dated_fact_with_a_source():
    assert len(milestones()) >= 6
    for milestone in milestones():
        assert re.fullmatch(r"20\d\d-\d\d", milestone.month)
        assert milestone.label
        assert milestone.source
        assert milestone.sentence.endswith(".")


def test_that_milestones_outside_the_horizon_have_no_flag():
    (first, *_) = milestones()
    assert place(first, ("2030-01", "2030-02")) is None


def test_that_a_flag_says_its_fact_and_source_by_click_and_by_key(window, qtbot):
    flags = window.pages["overview"].flags
    index, milestone = flags.shown[2]
    at = QPoint(round(flags.x_of(index)), 5)
    qtbot.mouseClick(flags, Qt.MouseButton.LeftButton, pos=at)
    assert milestone.source in window.sentence.text()
    qtbot.keyClick(flags, Qt.Key.Key_Right)
    assert flags.shown[3][1].source in window.sentence.text()


def test_that_a_chart_s_table_has_the_numbers_of_its_curves():
    result = simulate(Scenario())
    lines = tab_separated(specs.capacity(result)).splitlines()
    assert lines[0].split("\t") == [
        "month",
        "Capacity [EFLOP/s]",
        "Demand [EFLOP/s]",
        "Shortfall [EFLOP/s]",
    ]
    assert float(lines[24].split("\t")[1]) == result["capacity_eflops"][23]
    assert months_of(specs.capacity(result)) == result.months


def test_that_a_chart_shows_as_a_table_and_back(window, qtbot):
    chart = window.pages["overview"].charts["power"]
    qtbot.mouseClick(chart._as_table, Qt.MouseButton.LeftButton)
    assert not chart.plot.isVisible()
    model = chart._table.model()
    assert model.rowCount() == 96
    window.session.edit("power_budget_gw", 4.0)
    qtbot.waitUntil(lambda: window.result.scenario == window.session.scenario)
    wanted = f"{window.result['power_limit_gw'][50]:,.2f}"
    assert model.data(model.index(50, 0)) == wanted
    qtbot.mouseClick(chart._as_table, Qt.MouseButton.LeftButton)
    assert chart.plot.isVisible()


def test_that_copying_a_chart_puts_picture_and_numbers_on_the_clipboard(window, qtbot):
    chart = window.pages["overview"].charts["power"]
    chart.setFocus()
    chart.copy()
    mime = QGuiApplication.clipboard().mimeData()
    assert mime.hasImage()
    assert mime.text().startswith("month\tLimit [GW]")
    window.close()  # the picture would crash the end of the process; the numbers stay
    assert QGuiApplication.clipboard().text().startswith("month\tLimit [GW]")
    assert not QGuiApplication.clipboard().mimeData().hasImage()


def test_that_the_palette_finds_a_lever_and_takes_the_keys_there(window, qtbot):
    window.activateWindow()
    qtbot.keyClick(window, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    palette = window.edit.palette
    assert palette.isVisible()
    qtbot.keyClicks(palette.field, "electricity price")
    qtbot.keyClick(palette.field, Qt.Key.Key_Return)
    assert not palette.isVisible()
    row = window.levers.row("electricity_usd_per_kwh")
    assert row.isVisible()
    qtbot.waitUntil(lambda: row.isAncestorOf(window.focusWidget()))


def test_that_the_palette_runs_an_action(window, qtbot):
    window.session.edit("power_budget_gw", 4.0)
    window.edit.command_palette()
    qtbot.keyClicks(window.edit.palette.field, "undo")
    qtbot.keyClick(window.edit.palette.field, Qt.Key.Key_Return)
    assert window.session.scenario.power_budget_gw == 1.6


def test_that_escape_closes_the_palette_and_gives_the_focus_back(window, qtbot):
    window.activateWindow()
    before = window.focusWidget()
    window.edit.command_palette()
    qtbot.keyClick(window.edit.palette.field, Qt.Key.Key_Escape)
    assert not window.edit.palette.isVisible()
    assert window.focusWidget() is before


def test_that_the_palette_knows_every_lever(window):
    window.edit.command_palette()
    texts = {command.text for command in window.edit.palette._commands}
    assert {row.label for row in PARAMETERS} <= texts
    window.edit.palette.hide()


@pytest.mark.parametrize("page", ["overview", "fleet", "compare"])
def test_that_each_page_comes_to_the_front(window, qtbot, page):
    wanted = window.pages[page]
    window.pages.show_page(wanted)
    assert window.pages.currentWidget() is wanted
    window.grab()


def test_that_the_palette_says_where_nothing_is_found(window, qtbot):
    window.edit.command_palette()
    palette = window.edit.palette
    palette.field.setText("zebra crossing")
    assert not palette.list.isVisible()
    assert palette._nothing.isVisible()
    assert palette._nothing.text() == "Nothing has all of these words in its name."
    palette.field.setText("power")
    assert palette.list.isVisible()
    assert not palette._nothing.isVisible()
    qtbot.keyClick(palette.field, Qt.Key.Key_Escape)
