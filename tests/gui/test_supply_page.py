"""The page of chips, contracts and sites: worths, the price of waiting, and power for it all."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from engine import Document, Scenario, simulate
from engine.analysis.outcomes import MeanDifference
from engine.analysis.waiting import Later, Target, Waiting
from engine.analysis.worth import worth
from engine.tables.catalogue import family_label
from engine.values import Contract, Site
from gui.charts import specs
from gui.document.session import Session
from gui.pages.page import OnScreen
from gui.pages.supply import figures
from gui.pages.supply.goals import goals
from gui.pages.supply.page import SupplyPage
from gui.pages.supply.questions import (
    FIRST_DRAWS,
    Waited,
    WaitingQuestion,
    WaitingWork,
    WorthQuestion,
    WorthWork,
    bare,
    first,
    most_months,
)
from gui.pages.supply.waiting_panel import WaitingPanel
from gui.pages.supply.worth_table import WorthTable
from gui.words import units
from gui.words.units import Units

CONTRACTS = (
    Contract("Old", "gpu", 2, 6, 0.2, 0.5, 1.0),
    Contract("Tranche 2", "tpu", 20, 12, 0.6, 0.8, 1.0),
)
SITES = (Site("North", 1.0, 24, 12, 0.9),)
PLAN = Scenario().having(contracts=CONTRACTS, sites=SITES, draws=128, as_of=10)
TARGET = Target(goals(PLAN)[0].kpi(PLAN, 36), "at least", 500.0)


def later(months: int, chance: float | None) -> Later:
    nothing = MeanDifference(1.0, 1.5, 0.5, 0.1)
    of = dict.fromkeys(
        ("unserved_revenue", "economic_cost", "idle_commitment", "shortfall"), nothing
    )
    return Later(months, of, of, chance)


def test_that_worths_are_asked_of_few_worlds_first_and_of_four_times_as_many_next() -> None:
    work, asked = WorthWork(), first(WorthQuestion(bare(PLAN), "contracts"))
    assert asked.draws == FIRST_DRAWS
    found = work.answer(asked, lambda _: True)
    assert (found.draws, found.settled) == (FIRST_DRAWS, False)
    assert found.of == worth(bare(PLAN), "contracts", draws=FIRST_DRAWS)
    finer = work.rest(asked, asked, found)
    assert finer is not None
    assert finer.draws == 128  # all that the scenario has, though four times as many were more
    assert work.rest(finer, finer, work.answer(finer, lambda _: True)) is None


def test_that_an_answer_of_other_entries_is_not_shown() -> None:
    work, asked = WorthWork(), WorthQuestion(PLAN, "contracts")
    moved = WorthQuestion(PLAN.having(revenue_growth=3.0), "contracts")
    fewer = WorthQuestion(PLAN.having(contracts=CONTRACTS[:1]), "contracts")
    assert work.serves(asked, moved)
    assert not work.serves(asked, fewer)
    assert not work.serves(asked, WorthQuestion(PLAN, "sites"))


def test_that_only_what_has_not_begun_is_waited_for() -> None:
    assert most_months(PLAN, "contracts", "Old") == 0
    assert most_months(PLAN, "contracts", "Tranche 2") == 12
    assert most_months(PLAN, "contracts", "gone") == 0
    assert most_months(PLAN, "sites", "North") == 12
    assert most_months(PLAN, "generations", "tpu") == 12
    assert most_months(PLAN, "generations", "mars") == 0


def test_that_waiting_is_answered_with_the_chance_of_the_goal() -> None:
    work, asked = WaitingWork(), first(WaitingQuestion(bare(PLAN), "sites", "North", TARGET))
    found = work.answer(asked, lambda _: True)
    assert [each.months for each in found.of.later] == list(range(13))
    assert all(each.chance is not None for each in found.of.later)
    assert not work.serves(asked, WaitingQuestion(PLAN, "contracts", "Tranche 2", TARGET))


def test_that_what_is_firm_is_set_against_the_power_of_the_month() -> None:
    result = simulate(PLAN)
    due = figures.due(result, "contracts")
    assert due["Tranche 2"].month == 31
    assert due["Tranche 2"].firm == pytest.approx(0.1 + 0.48)
    ready = result["power_limit_gw"][31] / PLAN.peak_ratio
    assert due["Tranche 2"].ready == pytest.approx(ready)
    assert not due["Tranche 2"].waits
    assert figures.Due(0, 2.0, 1.0).waits


def test_that_a_difference_has_its_sign_its_margin_and_the_shown_currency() -> None:
    found = MeanDifference(1.0, 4.1, 3.1, 0.25)
    assert figures.difference("economic_cost", found) == ("+3.1", "± 0.49")
    assert figures.difference("shortfall", MeanDifference(0.5, 0.38, -0.12, 0.01)) == (
        "\u221212.0",
        "± 2.0",
    )
    assert figures.difference("economic_cost", MeanDifference(1, 1, 0.0, 0.0)) == ("0", "")
    units.install(Units("GW", "EUR", 0.5))
    assert figures.difference("economic_cost", found)[0] == "+1.6"
    assert figures.heading("economic_cost") == "Economic cost\n€bn"


def test_that_the_table_of_worths_waits_for_the_worlds_and_says_them() -> None:
    table = WorthTable("contracts")
    table.show_plan(PLAN, figures.due(simulate(PLAN), "contracts"))
    keys = list(table.keys)
    assert table.text("unserved_revenue", "Old", 0) == "…"
    assert table.text("whole", "Tranche 2", 1) == "Aug 2027"
    assert table.text("own", "Tranche 2", 1) == "0.48"
    found = WorthWork().answer(first(WorthQuestion(bare(PLAN), "contracts")), lambda _: True)
    table.show_worths(found)
    said = table.data(table.index(1, keys.index("economic_cost")))
    assert said == " ".join(figures.difference("economic_cost", found.of[1].of["economic_cost"]))
    tip = table.data(table.index(1, keys.index("economic_cost")), Qt.ItemDataRole.ToolTipRole)
    assert tip.startswith("without $")
    name = table.data(table.index(0, 1), Qt.ItemDataRole.AccessibleTextRole)
    assert name.startswith("Worth, $bn: ")
    net = found.of[1].net
    assert table.text("saved", "Tranche 2", 1) == " ".join(figures.difference("net", net)).rstrip()


def test_that_the_chart_stacks_what_is_promised_under_what_is_wanted_and_has_power() -> None:
    result = simulate(PLAN)
    [spec] = specs.charts(specs.SUPPLY_CHARTS, result).values()
    assert [layer.label for layer in spec.layers] == [family_label(f) for f in PLAN.families]
    assert spec.layers[-1].upper[40] == pytest.approx(0.8)
    [firm] = specs.charts(specs.SUPPLY_CHARTS, result, {"contracted": "firm"}).values()
    assert firm.layers[-1].upper[40] == pytest.approx(0.58)
    wanted, ready = spec.curves
    power = sum(result[f"it_power_gw_{family}"][40] for family in PLAN.families)
    more = max(result["wanted_it_gw"][40] - result["delivered_it_gw"][40], 0)
    assert wanted.values[40] == pytest.approx(power + more)
    assert ready.values[40] == pytest.approx(result["power_limit_gw"][40] / PLAN.peak_ratio)


def test_that_a_goal_begins_a_tenth_below_the_plan() -> None:
    result = simulate(PLAN)
    capacity, power, unserved, *chips = goals(PLAN)
    assert capacity.usual(result, 36) == pytest.approx(
        result["capacity_eflops"][36] * 0.9, rel=0.06
    )
    assert unserved.usual(result, 36) >= 1.0
    assert (power.side, unserved.side) == ("at least", "at most")
    assert [goal.column for goal in chips] == [f"chips_alive_{f}" for f in PLAN.families]


# With widgets


@pytest.fixture
def panel(qtbot) -> WaitingPanel:
    made = WaitingPanel()
    qtbot.addWidget(made)
    made.show_plan(simulate(PLAN), 36)
    yield made
    made.stop()


@pytest.mark.parametrize(
    ("chances", "said"),
    [
        ((0.95, 0.9, 0.85), "The goal still holds in Mar 2027, 2 months later: 85%."),
        ((0.95, 0.9, 0.5), "Feb 2027, 1 month later, is the last that holds the goal: 90%."),
        ((0.95, 0.5, 0.4), "Jan 2027 is the last month that holds the goal: 95%."),
        ((0.5, 0.4, 0.3), "Even without a wait the goal holds in 50% of the worlds only."),
    ],
)
def test_that_the_last_month_that_holds_the_goal_is_said(panel, chances, said) -> None:
    panel.choose("sites", "North")
    rows = tuple(later(months, chance) for months, chance in enumerate(chances))
    asked = WaitingQuestion(PLAN, "sites", "North", TARGET)
    panel._take(asked, Waited(Waiting("sites", "North", rows), 64, False))
    assert panel.verdict.text() == said
    assert panel.margin.text().startswith("64 worlds")
    table = panel.model
    assert table.data(table.index(1, 0)) == "Feb 2027"
    assert table.data(table.index(1, 1)) == f"{chances[1]:.0%}"
    assert table.data(table.index(0, 2)) == "$1.5 bn"
    assert table.data(table.index(1, 2)) == "+0.50 ± 0.20"


def test_that_what_has_begun_says_since_when(panel) -> None:
    panel.choose("contracts", "Old")
    assert panel.verdict.text() == "It began in Mar 2025: there is nothing to wait for."
    assert not panel.view.isVisibleTo(panel)


def on_screen(scenario: Scenario, month: int = 36) -> OnScreen:
    result = simulate(scenario)
    return OnScreen(result, None, None, month, scenario, scenario, still=False, held=False)


@pytest.fixture
def page(qtbot):
    session = Session(Document(PLAN))
    made = SupplyPage(session)
    qtbot.addWidget(made)
    made.resize(1200, 800)
    made.show()
    session.scenario_changed.connect(lambda scenario: made.take(on_screen(scenario)))
    made.take(on_screen(PLAN))
    yield made, session
    session.scenario_changed.disconnect()  # or each would hold the other for good
    made.stop()


def test_that_a_contract_is_changed_in_the_table_and_its_worth_follows(page, qtbot) -> None:
    page, session = page
    page.show_part("contracts")
    part = page.parts["contracts"]
    qtbot.waitUntil(lambda: part.settled, timeout=20_000)
    before = part.worths.text("idle_commitment", "Tranche 2", 1)
    assert "128 worlds" in part._margin.text()
    assert part.waiting._name == "Tranche 2"  # the first that has not begun
    keys = [column.key for column in part.table.model.columns]
    index = part.table.model.index(1, keys.index("it_gw"))
    assert part.table.model.setData(index, "3")
    qtbot.waitUntil(lambda: part.settled, timeout=20_000)
    assert part.worths.text("idle_commitment", "Tranche 2", 1) != before
    session.history.undo()
    qtbot.waitUntil(lambda: part.settled, timeout=20_000)
    assert part.worths.text("idle_commitment", "Tranche 2", 1) == before


def test_that_the_entry_that_is_looked_at_is_the_same_everywhere(page, qtbot) -> None:
    page, _ = page
    page.show_part("contracts")
    part = page.parts["contracts"]
    part.table.choose(0)
    assert part.worth_view.currentIndex().row() == 0
    assert part.waiting._name == "Old"
    part.worth_view.setCurrentIndex(part.worths.index(1, 0))
    assert part.table.view.currentIndex().row() == 1
    assert part.waiting._name == "Tranche 2"
    qtbot.waitUntil(lambda: part.settled, timeout=20_000)


def test_that_a_list_that_is_emptied_and_filled_again_is_followed(page, qtbot) -> None:
    page, session = page
    page.show_part("sites")
    part = page.parts["sites"]
    part.table.remove.click()
    assert session.scenario.sites == ()
    assert part.worths.rowCount() == 0
    assert part.waiting.verdict.text() == "There is nothing to wait for yet."
    assert part.settled
    part.table.add.click()
    assert part.worths.rowCount() == 1
    qtbot.waitUntil(lambda: part.settled, timeout=20_000)
    assert part.worths.text("economic_cost", "Site 1", 0) != "…"
    assert part.waiting.verdict.text()


def test_that_what_was_just_added_has_the_keys_when_it_is_drawn_a_frame_later(
    window, qtbot
) -> None:
    window.pages.show_key("supply")
    page = window.pages["supply"]
    page.show_part("contracts")
    part = page.parts["contracts"]
    qtbot.waitUntil(lambda: part.worths.rowCount() > 0)
    many = part.worths.rowCount()
    part.table.add.click()
    qtbot.waitUntil(lambda: part.worths.rowCount() == many + 1)
    assert part.table.view.currentIndex().row() == many
    assert part.worth_view.currentIndex().row() == many
    assert part.waiting._name == window.session.scenario.contracts[many].name
    qtbot.waitUntil(lambda: part.settled, timeout=60_000)


def test_that_an_entry_that_gets_another_name_is_still_the_one_that_is_looked_at(page) -> None:
    page, session = page
    page.show_part("contracts")
    part = page.parts["contracts"]
    part.table.choose(0)
    session.edit("contracts", [replace(CONTRACTS[0], name="Older"), CONTRACTS[1]])
    assert part.table.view.currentIndex().row() == 0
    assert part.worth_view.currentIndex().row() == 0
    assert part.waiting._name == "Older"


def test_that_no_row_moves_under_the_hand_that_clicks_it(window, qtbot):
    window.resize(1600, 1000)
    window.pages.show_key("supply")
    page = window.pages["supply"]
    page.show_part("contracts")
    part = page.parts["contracts"]
    qtbot.waitUntil(lambda: part.worths.rowCount() > 0)
    qtbot.waitUntil(lambda: part.settled, timeout=60_000)
    view = part.table.view
    row = view.model().index(2, 0)

    def where() -> int:
        QApplication.processEvents()
        return view.viewport().mapTo(window, view.visualRect(row).center()).y()

    before = where()
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=view.visualRect(row).center())
    assert where() == before  # what it waited for is being worked out anew
    qtbot.waitUntil(lambda: part.settled, timeout=60_000)
    assert where() == before


def test_that_the_chart_of_supply_is_copied_and_exported_like_any_other(window, qtbot) -> None:
    window.pages.show_key("supply")
    window.pages["supply"].show_part("contracts")
    chart = window.pages["supply"].parts["contracts"].chart
    chart.choice = "firm"
    assert window.exporter.order().choices["contracted"] == "firm"
    qtbot.waitUntil(lambda: chart.shown is not None)
    window.chart.do("copy_data", "contracted")
    assert QGuiApplication.clipboard().text().splitlines()[0].startswith("month\tWanted")


def test_that_worlds_are_asked_only_while_somebody_looks(page, qtbot) -> None:
    page, _ = page
    page.show_part("sites")
    page.hide()
    for part in page.parts.values():
        assert part.settled
    assert page.generations.settled


def test_that_the_part_in_front_is_kept_with_the_layout(page) -> None:
    page, _ = page
    page.show_part("sites")
    assert page.state == {"part": "sites"}
    page.use_state({"part": "chips"})
    assert page.part == "chips"
    with pytest.raises(ValueError, match="part in front"):
        page.use_state({"part": "moon"})


def test_that_the_generations_of_the_family_in_the_table_are_waited_for(page, qtbot) -> None:
    page, _ = page
    page.show_part("chips")
    rows = [chip.family for chip in page.chips.model.catalogue.chips]
    page.chips.table.setCurrentIndex(page.chips.model.index(rows.index("gpu"), 1))
    assert page.generations._name == "gpu"
    qtbot.waitUntil(lambda: page.generations.settled, timeout=20_000)
    table = page.generations.model
    assert table.data(table.index(2, 0)) == "2 months"
