"""Levers and pages of a scenario with one chip family, and with four."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from engine import PARAMETERS, Document, Scenario, shipped_catalogue
from engine.files.other_chips import default_for, with_catalogue
from gui.document.session import Session
from gui.levers.number_line import NumberLine
from gui.levers.panel import LeverPanel
from gui.pages.mix.linked_bars import LinkedBars
from tests.gui.mix_page import opened

PER_FAMILY = [row for row in PARAMETERS if row.per_family]
LEFT = Qt.MouseButton.LeftButton
NONE = Qt.KeyboardModifier.NoModifier


def of_one() -> Scenario:
    chips = tuple(chip for chip in shipped_catalogue().chips if chip.family == "gpu")
    return with_catalogue(Scenario(), replace(shipped_catalogue(), chips=chips))[0]


def of_four() -> Scenario:
    shipped = shipped_catalogue()
    newcomer = replace(shipped.chips[-1], name="MI400", family="amd")
    return with_catalogue(Scenario(), replace(shipped, chips=(*shipped.chips, newcomer)))[0]


@pytest.fixture(params=[of_one, of_four], ids=["one", "four"])
def session(qapp, request):
    return Session(Document(request.param()))


@pytest.mark.parametrize("made", [of_one, of_four])
@pytest.mark.parametrize("row", PER_FAMILY, ids=lambda row: row.key)
def test_that_the_default_of_other_families_is_what_a_new_catalogue_begins_with(row, made):
    scenario = made()
    assert default_for(row, scenario.families) == getattr(scenario, row.key)
    assert default_for(row, Scenario().families) == row.default


def test_that_nothing_counts_as_changed_where_only_the_families_are_others(panel):
    assert panel._changed() == set()
    for row in PER_FAMILY:
        lever = panel.row(row.key)
        assert not lever.changed
        assert not lever.reset.isEnabled()


@pytest.mark.parametrize("key", ["mix", "owned_share"])
def test_that_lines_of_families_that_are_gone_go_at_once_and_are_not_kept(panel, qtbot, key):
    lever = panel.row(key)
    before = lever.findChildren(NumberLine)
    panel.show_lever(key)
    qtbot.waitUntil(before[0].isVisible)
    lever.show_value(getattr(Scenario(), key))
    assert not any(line.isVisible() for line in before)
    assert list(lever.lines) == ["tpu", "trainium", "gpu"]
    qtbot.waitUntil(lambda: len(lever.findChildren(NumberLine)) == 3)
    assert lever.findChildren(NumberLine) == list(lever.lines.values())


@pytest.mark.parametrize("row", PER_FAMILY, ids=lambda row: row.key)
def test_that_every_lever_of_families_goes_back_to_its_default(panel, session, row):
    lever = panel.row(row.key)
    default = getattr(session.scenario, row.key)
    others = dict.fromkeys(session.scenario.families, row.low)
    if row.sums_to_one:
        others = dict.fromkeys(session.scenario.families, 0.0)
        others[session.scenario.families[-1]] = 1.0
    session.edit(row.key, others)
    lever.reset.click()
    assert lever._problem.text() == ""
    assert getattr(session.scenario, row.key) == default
    session.edit(row.key, others)
    slider = next(iter(lever.lines.values())).slider
    slider.setFocus()
    QTest.mouseDClick(slider, LEFT, NONE, QPoint(60, 20))
    QTest.mouseRelease(slider, LEFT, NONE, QPoint(60, 20))
    assert lever._problem.text() == ""


def test_that_the_only_family_has_all_and_its_share_is_not_for_moving(qtbot, qapp):
    session = Session(Document(of_one()))
    panel = LeverPanel(session)
    qtbot.addWidget(panel)
    (line,) = panel.row("mix").lines.values()
    assert not line.isEnabled()
    session.open(Document(of_four()), None)
    panel.show_scenario(session.scenario)
    assert all(line.isEnabled() for line in panel.row("mix").lines.values())
    panel.stop()


def test_that_the_tip_of_a_share_says_its_default_in_percent(panel, session):
    first = session.scenario.families[0]
    share = session.scenario.mix[first] * 100
    assert f"{share:g}%" in panel.row("mix").reset.toolTip().replace("\u00a0", " ")


def test_that_the_mix_page_of_one_family_says_that_it_has_all(qtbot, qapp):
    session = Session(Document(of_one()))
    with opened(qtbot, session) as page:
        said = page.findChild(LinkedBars).said.text()
        assert "has all of it" in said
        assert "linked" not in said


def test_that_the_page_of_the_bars_hands_the_keys_on_to_what_is_on_it(window, qtbot):
    """It would have a ring about all of it and do nothing with them."""
    window.activateWindow()
    window.pages.show_key("supply")
    window.session.open(Document(of_one()), None)
    window.pages["supply"].chips.table.setFocus()
    window.pages.show_key("mix")
    assert not window.pages["mix"].hasFocus()
    assert window.pages["mix"].isAncestorOf(QApplication.focusWidget())


def test_that_the_bars_of_the_mix_page_look_ahead_as_those_of_the_panel_do(window, qtbot):
    window.session.open(Document(of_four()), None)
    first = window.levers.row("mix").lines["amd"].slider
    qtbot.waitUntil(lambda: first.preview is not None)
    qtbot.wait(200)  # the panel has asked, long before the page comes to the front
    window.pages.show_key("mix")
    qtbot.waitUntil(lambda: window.pages["mix"].bars is not None)
    qtbot.waitUntil(
        lambda: all(
            line.slider.preview is not None for line in window.pages["mix"].bars.lines.values()
        )
    )
