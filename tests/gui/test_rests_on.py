"""What a chart and a report rest on: named with their sources, the weakest first."""

from __future__ import annotations

from dataclasses import replace

import pytest

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
