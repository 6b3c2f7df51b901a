"""What a chart and a report rest on: named with their sources, the weakest first."""

from __future__ import annotations

from dataclasses import replace
from unittest.mock import patch

import pytest
from PySide6.QtCore import QEvent, QPoint
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QApplication, QMenu

from engine import Document, Scenario
from engine.tables.own import OwnSource
from gui.charts import specs
from gui.charts.measured import measured
from gui.document import templates
from gui.pages.evidence.rests import RestsOn
from gui.report import rests
from gui.report.compare import Comparison
from gui.report.content import Order, gather
from gui.report.markdown import comparison_markdown, markdown


def opened(window) -> RestsOn:
    return next(d for d in window.findChildren(RestsOn) if d.isVisible())


def texts(dialog: RestsOn) -> list[list[str]]:
    return [[cell.text for cell in row.cells] for row in dialog.table.read.rows]


def test_that_each_chart_says_what_it_rests_on(window):
    for page, rows in (("overview", specs.CHARTS), ("fleet", specs.FLEET_CHARTS)):
        window.pages.show_key(page)
        for row in rows:
            window.chart.do("rests_on", row.key)
            dialog = opened(window)
            found = texts(dialog)
            assert 0 < len(found) <= 6, row.key
            assert [cells[0] for cells in found] == sorted((c[0] for c in found), reverse=True)
            assert all(cells[4] for cells in found)
            dialog.close()


def test_that_it_is_in_the_chart_s_menu_and_leads_to_the_ledger(window, qtbot):
    from gui.charts.chart_menu import chart_menu

    panel = window.pages["overview"].panels["capacity"]
    menu = chart_menu(panel, panel)
    entry = next(a for a in menu.actions() if a.text().replace("&", "") == "What it rests on…")
    entry.trigger()
    dialog = opened(window)
    assert "Capacity and demand" in dialog.windowTitle()
    dialog.all.click()
    assert window.pages.in_front is window.pages["evidence"]
    assert window.pages["evidence"].part == "ledger"
    menu.deleteLater()


def test_that_an_own_source_is_named_there_as_text(window):
    plan = window.session.scenario
    own = OwnSource("power_budget_gw", plan.power_budget_gw, "<b>letter</b>", "A", "2026-11")
    window.session.edit("own_sources", [own])
    window.presenter.interaction.rest()
    window.chart.do("rests_on", "power")
    dialog = opened(window)
    assert "own: <b>letter</b>" in [cells[4] for cells in texts(dialog)]
    dialog.close()


def test_that_each_chart_and_choice_has_numbers_to_ask_about():
    plan = Scenario()
    for row in specs.ALL_CHARTS:
        for choice in row.choices or ("",):
            assert measured(row, choice, plan, 23), (row.key, choice)


@pytest.fixture(scope="module")
def content():
    return gather(replace(Order(templates.default_document()), written="2026-11-29"))


def test_that_the_report_s_list_is_the_engine_s_and_in_each_of_its_parts(content):
    table = content.tables["rests"]
    found = content.footing()
    assert [row[0] for row in table.rows] == [foot.ground.key for foot in found.feet]
    assert [row[2] for row in table.rows] == [round(foot.moves, 4) for foot in found.feet]
    assert list(content.tables).index("rests") < list(content.tables).index("assumptions")
    said = markdown(content)
    assert "## What it rests on" in said
    document = Document(content.scenario.having(own_sources=()))
    assert "nobody says" in markdown(gather(replace(content.order, document=document)))


def test_that_it_is_the_same_whenever_it_is_made_again(content):
    later = replace(content.order, written="2031-01-01")
    keys = [row[0] for row in gather(later).tables["rests"].rows]
    assert sorted(keys) == sorted(row[0] for row in content.tables["rests"].rows)
    assert gather(content.order).tables["rests"] == content.tables["rests"]
    assert rests.day_of("someday") == rests.day_of("")


def test_that_each_scenario_of_a_comparison_has_its_own():
    plans = [Scenario().having(name=name, power_budget_gw=gw) for name, gw in (("A", 1), ("B", 4))]
    found = Comparison(tuple(gather(Order(Document(plan))) for plan in plans))
    rows = found.tables["compared_rests"].rows
    assert {row[0] for row in rows} == {"A", "B"}
    assert all(len([r for r in rows if r[0] == name]) == rests.FEW for name in "AB")
    assert "## What it rests on" in comparison_markdown(found)


def test_that_what_is_named_moves_the_numbers_by_what_can_be_believed():
    for key in templates.examples():
        found = gather(Order(templates.example(key)))
        assert all(0.01 < foot.moves < 2 for foot in found.footing().feet), key


PICTURED = (
    *(("risk", part) for part in ("odds", "matters", "shocks", "hedge")),
    *(("why", part) for part in ("cause", "by_when")),
    *(("evidence", part) for part in ("claims", "record", "ledger")),
    *(("compare", part) for part in ("table", "charts", "odds", "two")),
    ("mix", ""),
)


def in_front(window, qtbot, key: str, part: str):
    window.pages.show_key(key)
    page = window.pages.in_front
    if part:
        page.show_part(part)
    qtbot.waitUntil(lambda: page.settled, timeout=20_000)
    return page


@pytest.mark.parametrize(("key", "part"), PICTURED)
def test_that_the_picture_of_each_other_page_says_it_too(window, qtbot, key, part):
    window.session.edit("power_budget_gw", 1.0)
    window.presenter.interaction.rest()
    page = in_front(window, qtbot, key, part)
    if key == "evidence" and part != "ledger":
        table = {"claims": page.claims, "record": page.record}[part].table
        rows = range(table.model().rowCount())
        for row in rows:  # the first that the plan has a number for
            table.selectRow(row)
            if page.pictured:
                break
    pictures = page.pictured
    assert len(pictures) == (2 if key == "compare" else 1)
    for picture in pictures:
        assert all(picture.title.replace(": ", ", ").split(", ")), "something has no name"
        window.chart.show_rests(picture)
        dialog = opened(window)
        assert dialog.windowTitle().startswith("What it rests on: ")
        assert picture.title in dialog.windowTitle()
        assert 0 < len(texts(dialog)) <= 6
        dialog.close()
        dialog.deleteLater()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def asked(page, act):
    """The menus that come up with something that is done; no screen shows them here."""
    menus = []
    with patch.object(QMenu, "popup", lambda menu, at: menus.append(menu)):
        act()
    return menus


def test_that_a_click_with_the_other_button_asks_for_it_wherever_a_page_draws(window, qtbot):
    page = in_front(window, qtbot, "risk", "odds")
    at = QPoint(40, 40)
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, page.odds.mapToGlobal(at))
    [menu] = asked(page, lambda: QApplication.sendEvent(page.odds, event))
    [entry] = menu.actions()
    assert entry.text().replace("&", "") == "What it rests on…"
    entry.trigger()
    assert "Unserved revenue" in opened(window).windowTitle()


def test_that_of_several_plans_it_is_asked_which(window, qtbot):
    window.session.edit("power_budget_gw", 1.0)
    window.presenter.interaction.rest()
    page = in_front(window, qtbot, "compare", "charts")
    [menu] = asked(page, window.actions_by_key["view.rests_on"].trigger)
    head, *plans = menu.actions()
    assert head.isSeparator()
    assert head.text() == "What it rests on"
    assert [plan.text() for plan in plans] == [picture.plan for picture in page.pictured]
    plans[1].trigger()
    assert page.pictured[1].title in opened(window).windowTitle()


def test_that_the_view_menu_asks_it_of_the_page_in_front(window):
    ask = window.actions_by_key["view.rests_on"]
    window.pages.show_key("fleet")
    second = list(window.pages.in_front.panels.values())[1]
    second.setFocus()
    ask.trigger()
    assert second.shown.title in opened(window).windowTitle()
    opened(window).close()
    window.pages.show_key("notes")
    ask.trigger()
    assert "Nothing is drawn here" in window.messages.text


def test_that_a_line_is_asked_of_the_plans_that_have_it(window, qtbot):
    """A plan that ends before the month, or has not the family, is left out and not made up."""
    page = in_front(window, qtbot, "compare", "charts")
    page.add(Document(Scenario().having(name="Short", horizon_months=12)))
    qtbot.waitUntil(lambda: len(page.results) == 3)
    assert {picture.plan for picture in page.pictured}.isdisjoint({"Short"})
