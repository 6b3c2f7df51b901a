"""Always compared, always uncertain, always explained."""

from __future__ import annotations

from types import SimpleNamespace

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from engine import Scenario, simulate
from engine.worlds.ensemble import ensemble
from gui.charts import specs
from gui.pages.compare.changes import differences
from gui.run.band_runner import BandRunner
from gui.run.change_sentence import sentence
from gui.run.presenter import Presenter
from gui.words.kpis import kpis
from tests.gui.accessible_tree import node

MORE_POWER = {"power_budget_gw": 4.0}
MONTH = 23


@pytest.fixture(scope="module")
def before():
    return simulate(Scenario())


@pytest.fixture(scope="module")
def after():
    return simulate(Scenario().having(**MORE_POWER))


def settled(qtbot, window) -> None:
    qtbot.waitUntil(lambda: window.result.scenario == window.session.scenario)


def test_that_a_figure_says_its_difference_with_sign_unit_and_words(before, after):
    tile = {k.key: k for k in kpis(after, MONTH, before)}["power"]
    assert tile.delta.startswith("▲ +")
    assert tile.delta.endswith("GW")
    assert "more than the baseline's 2.42 GW" in tile.delta_words


def test_that_a_figure_equal_to_the_baseline_s_says_nothing(before):
    same = simulate(Scenario())
    assert not any(k.delta for k in kpis(same, MONTH, before))


def test_that_the_baseline_stands_behind_every_chart(before, after):
    for key, spec in specs.overview(after, None, before).items():
        assert spec.ghosts, key
        own = specs.overview(before)[key]
        total = own.curves[0].values if own.curves else own.layers[-1].upper
        np.testing.assert_array_equal(spec.ghosts[0].values, total)


def test_that_a_baseline_of_other_months_is_drawn_at_its_own_place(after):
    earlier = simulate(Scenario().having(start="2024-07", horizon_months=60))
    spec = specs.overview(after, None, earlier)["power"]
    ghost = spec.ghosts[0].values
    np.testing.assert_array_equal(ghost[:54], earlier["power_limit_gw"][6:])
    assert np.isnan(ghost[54:]).all()


def test_that_bands_are_drawn_for_capacity_power_cost_and_unit_cost(after):
    columns = specs.fan_columns()
    found = ensemble(after.scenario, 64, columns)
    drawn = specs.overview(after, None, None, found.bands)
    assert [key for key, spec in drawn.items() if spec.fans] == [
        "capacity",
        "power",
        "cost",
        "unit_cost",
    ]
    p5, p25, p75, p95 = drawn["capacity"].fans[0].bounds
    assert (p5 <= p25).all()
    assert (p25 <= p75).all()
    assert (p75 <= p95).all()


def test_that_only_levers_that_differ_are_listed():
    mix = {"tpu": 0.5, "trainium": 0.32, "gpu": 0.18}
    rows = differences(Scenario(), Scenario().having(**MORE_POWER, mix=mix))
    assert [row[0] for row in rows] == [
        "Target mix of new power, Google TPU",
        "Target mix of new power, AWS Trainium",
        "Facility power when ready",
    ]
    assert rows[2][1:4] == ("2.5", "4", "+1.5 (+60.0%)")


def test_that_the_sentence_says_what_moved_by_how_much_and_what_binds(before, after):
    said = sentence(before, after, MONTH)
    assert said.startswith("Facility power when ready 2.5 → 4 GW: ")
    assert "EFLOP/s more capacity" in said
    assert said.endswith("no limit binds from Sep 2026 to May 2029, power did before.")
    assert said.endswith(".")


def test_that_the_sentence_is_silent_where_nothing_moved(before):
    assert sentence(before, before, MONTH) == ""


def test_that_the_sentence_counts_levers_when_many_moved(before):
    other = simulate(Scenario().having(power_budget_gw=3, wacc=0.12, pue=1.2, rebound=1))
    assert "and 3 more levers: " in sentence(before, other, MONTH)


def test_that_bands_are_refined_step_by_step_and_the_last_is_the_scenario_s_own(qtbot):
    runner = BandRunner()
    seen = []
    runner.banded.connect(lambda found: seen.append(found.draws))
    scenario = Scenario().having(draws=300)
    runner.request(scenario, ["capacity_eflops"])
    qtbot.waitUntil(lambda: 300 in seen)
    assert seen == [64, 256, 300]
    runner.stop()


def test_that_of_many_requests_the_last_is_always_served(qtbot):
    runner = BandRunner()
    seen = []
    runner.banded.connect(seen.append)
    for step in range(30):
        runner.request(Scenario().having(power_budget_gw=1 + step / 10), ["capacity_eflops"])
        qtbot.wait(2)
    qtbot.waitUntil(lambda: bool(seen) and seen[-1].scenario.power_budget_gw == 3.9)
    assert len(seen) < 30
    runner.stop()


def test_that_nothing_comes_after_the_runner_was_stopped(qtbot):
    runner = BandRunner()
    runner.request(Scenario(), ["capacity_eflops"])
    with qtbot.assertNotEmitted(runner.banded, wait=200):
        runner.stop()


def test_that_pinning_compares_from_there_and_undo_goes_back(window, qtbot):
    window.session.edit("power_budget_gw", 4.0)
    settled(qtbot, window)
    assert window.kpis.tiles["power"].kpi.delta
    qtbot.keyClick(window, Qt.Key.Key_B, Qt.KeyboardModifier.ControlModifier)
    assert not window.kpis.tiles["power"].kpi.delta
    window.session.edit("power_budget_gw", 5.0)
    window.session.edit("wacc", 0.12)
    window.session.edit("pue", 1.2)
    settled(qtbot, window)
    window.pages.show_key("compare")
    window.pages["compare"].show_part("two")
    levers, figures = 3, 7
    assert window.pages["compare"].changes.table.rowCount() == levers + figures
    window.compare.return_to_baseline()
    assert window.session.scenario.power_budget_gw == 4.0
    assert (
        window.pages["compare"].changes.table.rowCount() == levers + figures
    )  # until the run is there
    settled(qtbot, window)
    assert window.pages["compare"].changes.table.rowCount() == 0
    window.session.history.undo()
    assert window.session.scenario.wacc == 0.12


def test_that_swapping_twice_is_where_it_began(window, qtbot):
    window.session.edit("power_budget_gw", 4.0)
    window.compare.swap_baseline()
    assert window.session.scenario.power_budget_gw == 1.6
    assert window.session.baseline.power_budget_gw == 4.0
    window.compare.swap_baseline()
    assert window.session.scenario.power_budget_gw == 4.0


def test_that_bands_of_other_months_are_not_drawn_behind_a_plan_s_curves():
    def shown(drawn, on_screen):
        drawn = drawn and SimpleNamespace(scenario=SimpleNamespace(start=drawn), bands="bands")
        result = SimpleNamespace(scenario=SimpleNamespace(start=on_screen))
        return Presenter.bands_shown.fget(
            SimpleNamespace(_drawn_on_screen=drawn, _on_screen=result)
        )

    assert shown("2025-01", "2025-01") == "bands"
    assert shown("2025-01", "2026-01") is None
    assert shown(None, "2025-01") is None


def test_that_a_proposal_stands_behind_the_curves_but_not_while_the_baseline_is_held(
    window, monkeypatch
):
    page, taken = window.pages.in_front, []
    monkeypatch.setattr(page, "take", lambda shown: taken.append(shown.preview))
    proposal = window.session.scenario.having(power_budget_gw=4.0)
    window.presenter.preview(proposal)
    assert taken.pop().scenario == proposal
    window.presenter.hold_baseline(True)
    assert taken == [None]
    window.presenter.hold_baseline(False)
    assert taken.pop().scenario == proposal
    window.presenter.preview(None)
    assert taken == [None, None]


def test_that_holding_space_shows_the_baseline_until_it_is_let_go(window, qtbot):
    window.session.edit("power_budget_gw", 4.0)
    settled(qtbot, window)
    shown = window.pages["overview"].charts["power"].plot
    now = shown.spec.layers[-1].upper
    qtbot.keyPress(window, Qt.Key.Key_Space)
    assert shown.spec.layers[-1].upper[30] < now[30]
    qtbot.keyRelease(window, Qt.Key.Key_Space)
    np.testing.assert_array_equal(shown.spec.layers[-1].upper, now)


def test_that_the_window_shows_the_chance_of_a_shortfall_once_worlds_are_drawn(window, qtbot):
    qtbot.waitUntil(lambda: window.kpis.tiles["risk"].kpi.value.endswith("%"))
    qtbot.waitUntil(lambda: window.presenter.ensemble.draws == 1024)
    found = window.presenter.ensemble
    expected = f"{found.risk.short[window.kpis.index]:.0%}"
    assert window.kpis.tiles["risk"].kpi.value == expected
    assert window.pages["overview"].charts["capacity"].plot.spec.fans


def test_that_the_sentence_appears_once_the_hand_rests(window, qtbot):
    window.session.edit("power_budget_gw", 4.0)
    qtbot.waitUntil(lambda: window.sentence.text().startswith("Facility power when ready 1.6 → 4"))
    assert node(window.sentence).name == window.sentence.text()


def test_that_the_table_of_changes_fills_the_page_and_reads_well(window, qtbot):
    window.session.edit("power_budget_gw", 2.0)
    window.pages.show_key("compare")
    window.pages["compare"].show_part("two")
    table = window.pages["compare"].changes.table
    qtbot.waitUntil(lambda: table.rowCount() == 1 + 7)  # a lever, and what it comes to
    assert table.item(0, 3).text() == "+0.4 (+25.0%)"
    assert "\t+0.4 (+25.0%)\t" in window.pages["compare"].changes.text()
    header = table.horizontalHeader()
    qtbot.waitUntil(lambda: header.length() == table.viewport().width())
    window.session.edit("power_budget_gw", 3.0)  # its rows are written anew, and no size changes
    qtbot.waitUntil(lambda: table.item(0, 3).text() == "+1.4 (+87.5%)")
    qtbot.waitUntil(lambda: header.length() == table.viewport().width())


def test_that_the_table_of_changes_can_be_copied(window, qtbot):
    window.session.edit("power_budget_gw", 4.0)
    settled(qtbot, window)
    window.pages.show_key("compare")
    window.pages["compare"].show_part("two")
    window.pages["compare"].changes.copy()
    lines = QGuiApplication.clipboard().text().splitlines()
    assert lines[1].startswith("Facility power when ready\t1.6\t4\t")


def test_that_the_fleet_page_draws_five_charts_of_the_same_scenario(window, qtbot):
    window.pages.show_page(window.pages["fleet"])
    for chart in window.pages["fleet"].charts.values():
        assert chart.plot.spec is not None
    total = window.pages["fleet"].charts["h100e"].plot.spec.layers[-1].upper
    np.testing.assert_allclose(total, window.result["h100e"] / 1e6, rtol=1e-12)


def test_that_shares_differ_in_percent_as_their_lever_shows_them():
    there = Scenario().having(mix={"tpu": 0.5, "trainium": 0.32, "gpu": 0.18})
    first = differences(Scenario(), there)[0]
    assert first[1:5] == ("60", "50", "-10 (-16.7%)", "% of IT power")


def test_that_the_baseline_held_has_its_bands_its_chance_and_the_same_axes(window, qtbot):
    finest = window.session.scenario.draws
    qtbot.waitUntil(lambda: window.presenter.ensemble is not None)
    qtbot.waitUntil(lambda: window.presenter.ensemble.draws == finest)
    plot = window.pages["overview"].charts["power"].plot
    chance = window.kpis.tiles["risk"].kpi.value
    window.session.edit("power_budget_gw", 4.0)
    settled(qtbot, window)
    qtbot.waitUntil(lambda: window.presenter.ensemble.scenario is window.session.scenario)
    window.presenter.interaction.rest()
    qtbot.waitUntil(lambda: plot.scale.top == plot.scale.wanted)
    top = plot.scale.top
    qtbot.keyPress(window, Qt.Key.Key_Space)
    assert window.kpis.tiles["risk"].kpi.value == chance
    assert plot.spec.fans
    assert plot.scale.top == top
    assert "Shown while the key is held: the baseline" in window.header.key.text()
    qtbot.keyRelease(window, Qt.Key.Key_Space)
    assert "Shown while" not in window.header.key.text()


def test_that_bands_of_other_months_never_stand_behind_the_curves(window, qtbot):
    """Of a baseline that begins later, while it is held: the worlds of the plan are not its own."""
    plan = window.session.scenario
    later = plan.having(start="2025-07", as_of=max(plan.as_of - 6, 0), revenue_anchors=[[0, 9.0]])
    window.session.pin_baseline(later)
    qtbot.waitUntil(lambda: window.presenter.bands.latest.idle, timeout=20_000)
    assert window.presenter.bands_shown
    window.presenter.hold_baseline(True)
    assert not window.presenter.bands_shown or (
        window.presenter._drawn_on_screen.scenario.start == "2025-07"
    )
    qtbot.waitUntil(lambda: window.presenter.bands.latest.idle, timeout=20_000)
    window.presenter.hold_baseline(False)
    assert window.presenter.bands_shown
