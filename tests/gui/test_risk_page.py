"""The Risk page under the hand: what it says, when it asks, and what is done from it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from engine.analysis.exceedance import exceedance
from engine.analysis.sources import sources
from gui.pages.risk.measures import BY_KEY
from gui.pages.risk.stress import StressFigures


@pytest.fixture
def risk(window, qtbot):
    """The page in front, of few worlds, with all that it asks answered."""
    window.session.edit("draws", 128)
    window.pages.show_key("risk")
    settle(window, qtbot)
    return window.pages["risk"]


def settle(window, qtbot) -> None:
    window.presenter.runner.finish()
    window.presenter.interaction.rest()
    window.pages["risk"].rest(held=False)
    qtbot.waitUntil(lambda: window.pages["risk"].settled, timeout=30_000)


def test_that_the_parts_of_the_loss_sum_to_what_is_expected(risk, window):
    found = sources(window.session.scenario)
    by_key = {row.key: row for row in risk.odds.split.bars.rows}
    parts = [by_key[name].spans[1].high for name in ("plain", *found.mean_parts)]
    assert sum(parts) == pytest.approx(by_key["sum"].spans[1].high)
    assert by_key["sum"].spans[1].high == pytest.approx(found.mean)
    assert by_key["sum"].spans[0].high == pytest.approx(found.cvar95)


def test_that_the_curve_is_the_engine_s(risk, window):
    scenario = window.session.scenario
    kpi = BY_KEY["unserved"].kpi(scenario, 0)
    [curve] = exceedance([scenario], kpi)
    assert risk.odds.curve._curves[0].values == pytest.approx(curve.values)
    share = risk.odds.curve.quantile_text(0.05)
    assert BY_KEY["unserved"].words(curve.exceeded_in(0.05)) in share


def test_that_the_stress_line_says_the_plan_s_lowest_month(risk, window, qtbot):
    window.session.edit("power_budget_gw", 0.8)
    settle(window, qtbot)
    figures = StressFigures.of(window.result)
    demand, unserved = (window.result[key] for key in ("demand_eflops", "shortfall_eflops"))
    after = slice(window.session.scenario.as_of + 1, None)
    assert figures.lowest == pytest.approx(float((1 - unserved / demand)[after].min()))
    assert "falls to" in risk.odds.sentence.text()


def test_that_a_plan_that_serves_all_says_so(risk, window, qtbot):
    window.session.edit("power_budget_gw", 3.0)
    settle(window, qtbot)
    after = slice(window.session.scenario.as_of + 1, None)
    assert window.result["shortfall_eflops"][after].max() == 0.0
    expected = "From Nov 2025 on the plan serves all demand; the target is 99.0%."
    assert risk.odds.sentence.text() == expected


def test_that_nothing_is_asked_while_a_hand_moves_a_lever(risk, window, qtbot):
    before = risk.odds.curve._curves
    for step in range(6):
        window.session.edit("power_budget_gw", 2.0 + step / 10, gesture=99)
        window.presenter.runner.finish()
        assert risk.asker.latest.wanted is None
    assert risk.odds.curve._curves is before  # the old answer stands
    settle(window, qtbot)
    assert risk.odds.curve._curves[0].scenario.power_budget_gw == 2.5


def test_that_a_page_that_nobody_sees_asks_nothing(risk, window, qtbot):
    window.pages.show_key("overview")
    window.session.edit("power_budget_gw", 4.0)
    window.presenter.runner.finish()
    window.presenter.interaction.rest()
    assert risk.asker.latest.wanted is None
    window.pages.show_key("risk")
    settle(window, qtbot)
    assert risk.odds.curve._curves[0].scenario.power_budget_gw == 4.0


def test_that_the_same_is_not_asked_twice(risk, window, qtbot):
    before = risk.odds.curve._curves
    window.pages.show_key("overview")
    window.pages.show_key("risk")
    settle(window, qtbot)
    assert risk.odds.curve._curves is before


def test_that_a_world_of_the_tail_opens_by_the_mouse_and_goes_by_undo(risk, window, qtbot):
    plan = window.session.scenario
    table = risk.odds.worst
    place = table.visualRect(table.bars.index(0, 0)).center()
    qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    world = window.session.scenario
    assert world != plan
    assert "world" in world.name
    assert "Undo brings the plan back" in window.messages.text
    window.presenter.runner.finish()
    first, last = BY_KEY["unserved"].kpi(world, 0).first, BY_KEY["unserved"].kpi(world, 0).last
    lost = window.result["unserved_revenue_bn"][first : last + 1].sum()
    curve = exceedance([plan], BY_KEY["unserved"].kpi(plan, 0))[0]
    assert lost == pytest.approx(curve.values[0])
    window.session.history.undo()
    assert window.session.scenario == plan


def test_that_a_world_of_the_tail_opens_by_the_keys(risk, window, qtbot):
    plan = window.session.scenario
    risk.odds.worst.setFocus()
    QTest.keyClick(risk.odds.worst, Qt.Key.Key_Down)
    QTest.keyClick(risk.odds.worst, Qt.Key.Key_Return)
    curve = exceedance([plan], BY_KEY["unserved"].kpi(plan, 0))[0]
    assert str(curve.worst[1]) in window.session.scenario.name


def test_that_a_world_beyond_the_bounds_of_levers_is_refused_and_nothing_changes(
    risk, window, qtbot
):
    window.session.edit("sigma_growth", 0.6)
    window.session.edit("revenue_growth", 28.0)
    settle(window, qtbot)
    plan = window.session.scenario
    worst = risk.odds._curve
    assert worst.scenario_of(0).revenue_growth > 30
    risk.open_world(worst, 0)
    assert window.session.scenario == plan
    assert "Undo" not in window.messages.text


def test_that_a_month_is_read_and_chosen_in_the_picture(risk, window, qtbot):
    picture = risk.odds.picture
    picture.setFocus()
    QTest.keyClick(picture, Qt.Key.Key_End)
    assert risk.odds.chances.text().startswith("Dec 2032")
    QTest.keyClick(picture, Qt.Key.Key_Return)
    assert window.kpis.month == "2032-12"


def test_that_another_measure_is_asked_of_the_month_of_the_figures(risk, window, qtbot):
    risk.measure.setCurrentIndex(risk.measure.findData("capacity"))
    settle(window, qtbot)
    curve = risk.odds.curve._curves[0]
    assert curve.values[0] == min(curve.values)
    assert "Dec 2026" in risk.odds.curve_card.title.text()
    window.kpis.choose_month(40)
    settle(window, qtbot)
    assert "May 2028" in risk.odds.curve_card.title.text()


def test_that_the_page_remembers_what_it_looked_at(risk):
    risk.measure.setCurrentIndex(risk.measure.findData("power"))
    state = risk.state
    risk.measure.setCurrentIndex(0)
    risk.use_state(state)
    assert risk.measure.currentData() == "power"
    with pytest.raises((TypeError, ValueError)):
        risk.use_state({"part": "odds", "measure": "luck"})
