"""A target by gesture: ways to it are found, tried on as ghosts, applied as one step, stopped."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest

from engine.analysis.kpi import values
from engine.analysis.proposals import DECISIONS
from engine.files import scenario_files
from engine.files.document import Document
from engine.worlds.ensemble import ensemble
from gui.charts.months import years_of
from gui.pages.why.goal.goal import WantedGoal
from gui.pages.why.goal.tile_field import TileField
from gui.pages.why.measures import CAPACITY, SERVED, WhyPeriod

LEFT = Qt.MouseButton.LeftButton
FREE = {"power_budget_gw", "power_growth_gw_per_year", "power_ready_month"}
MONTH = 60


@pytest.fixture
def goal(window, qtbot):
    """A plan that is short for want of power, of few worlds; the search may move power alone."""
    session = window.session
    session.edit("draws", 64)
    session.edit("power_growth_gw_per_year", 0.5)
    session.edit("power_budget_gw", 1.0)
    window.levers.locked |= {*DECISIONS, "sites", "contracts"} - FREE
    window.kpis.choose_month(MONTH)
    window.presenter.runner.finish()
    window.presenter.interaction.rest()
    return window.goal


def settle(goal, qtbot) -> None:
    qtbot.waitUntil(lambda: goal.settled and goal.found is not None, timeout=60_000)


def bytes_of(window) -> str:
    return scenario_files.text_of(Document(window.session.scenario))


def served(window) -> float:
    [value] = values([window.session.scenario], SERVED.kpi(WhyPeriod(MONTH, MONTH)))
    return float(value)


def test_that_a_way_is_applied_in_one_step_and_undone_to_the_same_bytes(goal, window, qtbot):
    before = bytes_of(window)
    steps = window.session.history.count()
    assert served(window) < 0.9
    goal.seek(WantedGoal("served", 0.95))
    settle(goal, qtbot)
    qtbot.mouseClick(goal.cards[0].apply, LEFT)
    assert served(window) == pytest.approx(0.95, abs=1e-4)
    assert window.session.history.count() == steps + 1
    assert window.session.history.undoText() == "Reach 95.0%"
    assert goal.isHidden()
    window.session.history.undo()
    assert bytes_of(window) == before


def test_that_what_is_locked_is_left_alone(goal, window, qtbot):
    window.levers.locked.add("power_budget_gw")
    goal.seek(WantedGoal("served", 0.95))
    settle(goal, qtbot)
    for one in goal.found.proposals:
        assert {lever.key for lever, *_ in one.solution.moved} <= FREE - {"power_budget_gw"}
    window.levers.locked |= FREE
    goal.seek(WantedGoal("served", 0.97))
    settle(goal, qtbot)
    assert goal.state.text() == "Every decision is locked."
    assert all(card.isHidden() for card in goal.cards)


def test_that_a_way_is_a_ghost_while_it_is_looked_at(goal, window, qtbot):
    window.session.pin_baseline()
    chart = window.overview.charts["capacity"]
    assert not chart.plot.spec.ghosts
    goal.seek(WantedGoal("served", 0.95))
    settle(goal, qtbot)
    goal.cards[0].apply.setFocus()
    [ghost, *_] = chart.plot.spec.ghosts
    assert ghost.label == "Capacity, proposal"
    way = goal.found.proposals[0].solution.scenario
    assert ghost.values[MONTH] == pytest.approx(
        float(values([way], CAPACITY.kpi(WhyPeriod(MONTH, MONTH)))[0])
    )
    goal.give_up()
    assert not chart.plot.spec.ghosts


def test_that_a_search_is_stopped_and_keeps_what_it_found(goal, window, qtbot):
    goal.seek(WantedGoal("served", 0.95))
    qtbot.waitUntil(lambda: goal.found is not None and bool(goal.found.proposals), timeout=30_000)
    found = goal.found
    goal.stop_search()
    qtbot.waitUntil(lambda: goal.settled)
    assert goal.found is found
    assert goal.cards[0].apply.isEnabled()


def test_that_another_change_ends_the_search_and_rest_begins_it_anew(goal, window, qtbot):
    goal.seek(WantedGoal("served", 0.95))
    settle(goal, qtbot)
    window.session.edit("availability", 0.95)
    assert goal.settled
    assert not goal.cards[0].apply.isEnabled()
    window.presenter.runner.finish()
    window.presenter.interaction.rest()
    assert goal.question.scenario is window.session.scenario
    qtbot.waitUntil(lambda: goal.settled, timeout=60_000)
    assert goal.cards[0].apply.isEnabled()


def test_that_out_of_reach_is_said_with_what_binds(goal, window, qtbot):
    goal.seek(WantedGoal("capacity", 1e6))
    settle(goal, qtbot)
    assert goal.state.text().startswith("Out of reach of the decisions that are free: ")
    assert "Then no limit binds" in goal.state.text()


def test_that_a_target_is_typed_into_a_tile(goal, window, qtbot):
    tile = window.kpis.tiles["served"]
    QTest.mouseDClick(tile, LEFT, pos=QPoint(tile.width() // 2, tile.height() // 2))
    QTest.mouseRelease(tile, LEFT)
    [field] = tile.findChildren(TileField)
    field.selectAll()
    QTest.keyClicks(field, "96")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert goal.isVisible()
    assert goal.chosen.key == "served"
    settle(goal, qtbot)
    assert goal.question.target == pytest.approx(0.96)


def test_that_a_chance_of_a_shortfall_is_typed_into_its_tile_and_reached(goal, window, qtbot):
    qtbot.waitUntil(lambda: window.presenter.ensemble is not None, timeout=30_000)
    tile = window.kpis.tiles["risk"]
    qtbot.waitUntil(lambda: tile.kpi.number == tile.kpi.number, timeout=30_000)
    assert tile.kpi.number > 0.5
    window.kpis.type_target("risk")
    [field] = tile.findChildren(TileField)
    field.selectAll()
    QTest.keyClicks(field, "50")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert goal.chosen.key == "risk"
    settle(goal, qtbot)
    assert "short in 50% of the worlds" in goal.cards[0].facts.text()
    qtbot.mouseClick(goal.cards[0].apply, LEFT)
    assert window.session.history.undoText() == "Reach 50%"
    risk = ensemble(window.session.scenario, 64, ["capacity_eflops"]).risk
    assert risk.short[MONTH] == pytest.approx(0.5)


def test_that_a_point_of_a_curve_is_dragged_to_a_target(goal, window, qtbot):
    chart = window.overview.charts["capacity"]
    qtbot.waitUntil(lambda: not chart.plot.scale.held)
    line, years = window.result["capacity_eflops"], years_of(window.result)
    begin = chart.plot.to_device.map(QPointF(float(years[MONTH]), float(line[MONTH]))).toPoint()
    port = chart.plot.viewport()
    QTest.mousePress(port, LEFT, pos=begin)
    for step in (3, 6, 9):
        QTest.mouseMove(port, begin - QPoint(0, step))
    QTest.mouseRelease(port, LEFT, pos=begin - QPoint(0, 9))
    assert goal.isVisible()
    assert goal.chosen.key == "capacity"
    pixel = 1 / abs(chart.plot.to_device.m22())
    assert goal.question.target == pytest.approx(float(line[MONTH]) + 9 * pixel, rel=1e-6)
    settle(goal, qtbot)


def test_that_a_drag_along_the_months_is_still_the_marker_s(goal, window, qtbot):
    chart = window.overview.charts["capacity"]
    line, years = window.result["capacity_eflops"], years_of(window.result)
    begin = chart.plot.to_device.map(QPointF(float(years[MONTH]), float(line[MONTH]))).toPoint()
    port = chart.plot.viewport()
    QTest.mousePress(port, LEFT, pos=begin)
    for step in (5, 20, 40):
        QTest.mouseMove(port, begin + QPoint(step, 0))
    QTest.mouseRelease(port, LEFT, pos=begin + QPoint(40, 0))
    assert goal.isHidden()
    assert window.kpis.index > MONTH


def test_that_by_keys_alone_a_target_is_set_and_applied(goal, window, qtbot):
    window.activateWindow()
    window.actions_by_key["edit.reach"].trigger()
    assert goal.field.hasFocus()
    QTest.keyClicks(goal.field, "95")
    QTest.keyClick(goal.field, Qt.Key.Key_Return)
    settle(goal, qtbot)
    QTest.keyClick(goal.field, Qt.Key.Key_Tab)
    assert goal.cards[0].apply.hasFocus()
    QTest.keyClick(goal.cards[0].apply, Qt.Key.Key_Space)
    assert served(window) == pytest.approx(0.95, abs=1e-4)


def test_that_escape_gives_the_goal_up(goal, window, qtbot):
    goal.seek(WantedGoal("served"))
    QTest.keyClick(goal.measure, Qt.Key.Key_Escape)
    assert goal.isHidden()
    assert goal.settled


def test_that_a_typed_target_is_shown_as_it_was_typed_and_has_its_room(goal, window, qtbot):
    goal.seek(WantedGoal("unit_cost", None))
    field = goal.field
    field.selectAll()
    QTest.keyClicks(field, "1.7")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert field.text() == "1.70 $/PFLOP-hour"
    assert field.fontMetrics().horizontalAdvance(field.text()) < field.lineEdit().width()
    settle(goal, qtbot)


def test_that_one_field_at_most_stands_over_the_tiles_and_goes_when_its_tile_hides(window, qtbot):
    def fields() -> list[TileField]:
        return window.kpis.findChildren(TileField)

    window.kpis.type_target("capacity")
    [first] = fields()
    first.clearFocus()  # as where the window has not the keys: no focus is ever lost
    for key in ("served", "capacity", "served"):
        window.kpis.type_target(key)
    qtbot.waitUntil(lambda: len(fields()) == 1)
    window.kpis.hide()
    qtbot.waitUntil(lambda: fields() == [])
    window.kpis.show()
