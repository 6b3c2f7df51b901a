"""The Why page under the hand: exact parts, put back by a click or a key, asked while at rest."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from engine.analysis.calendar import calendar
from engine.analysis.paired import paired
from engine.analysis.waterfall import waterfall
from engine.files import scenario_files
from engine.files.document import Document
from gui.pages.why.measures import SERVED, WhyPeriod, measures
from gui.pages.why.waterfall_view import NAME

LEFT = Qt.MouseButton.LeftButton
CHANGES = {
    "power_growth_gw_per_year": 0.5,
    "power_budget_gw": 1.0,
    "revenue_growth": 5.0,
    "availability": 0.95,
}


@pytest.fixture
def why(window, qtbot):
    """The page in front, of few worlds, after some changes, with all that it asks answered."""
    session = window.session
    session.edit("draws", 64)
    session.pin_baseline()
    window.kpis.choose_month(60)
    for key, value in CHANGES.items():
        session.edit(key, value)
    window.pages.show_key("why")
    settle(window, qtbot)
    return window.pages["why"]


def settle(window, qtbot) -> None:
    window.presenter.runner.finish()
    window.presenter.interaction.rest()
    window.pages["why"].rest(held=False)
    qtbot.waitUntil(lambda: window.pages["why"].settled, timeout=30_000)


def bytes_of(window) -> str:
    return scenario_files.text_of(Document(window.session.scenario))


def test_that_the_bars_go_from_before_to_now_without_a_gap(why, window):
    found = why.cause.found
    kpi = SERVED.kpi(WhyPeriod(60, 60))
    whole = waterfall(window.session.baseline, window.session.scenario, kpi)
    assert (found.before, found.after) == (whole.groups.before, whole.groups.after)
    at = found.before
    for group in found.groups:
        assert group.begin == pytest.approx(at)
        inner = group.begin
        for step in group.steps:
            assert step.begin == pytest.approx(inner)
            inner = step.end
        assert inner == pytest.approx(group.end)
        at = group.end
    assert at == pytest.approx(found.after)
    assert {key for group in found.groups for key in group.keys} | set(found.idle) == set(CHANGES)


def test_that_a_click_on_a_bar_puts_it_back_and_undo_brings_the_same_bytes(why, window, qtbot):
    before, now = bytes_of(window), window.session.scenario
    step = why.cause.view.model().index(1, NAME).data(Qt.ItemDataRole.UserRole + 2)
    QTest.mouseClick(why.cause.view.viewport(), LEFT, pos=why.cause.view.bar_place(1))
    for key in CHANGES:
        wanted = window.session.baseline if key in step.keys else now
        assert getattr(window.session.scenario, key) == getattr(wanted, key)
    window.session.history.undo()
    assert bytes_of(window) == before


def test_that_by_keys_a_group_is_opened_and_one_of_its_levers_put_back(why, window, qtbot):
    why.choose_measure("capacity")
    settle(window, qtbot)
    view = why.cause.view
    rows = range(view.model().rowCount())
    [row] = [r for r in rows if view.model().rowCount(view.model().index(r, NAME)) == 2]
    view.setFocus()
    view.setCurrentIndex(view.model().index(row, NAME))
    QTest.keyClick(view, Qt.Key.Key_Right)
    QTest.keyClick(view, Qt.Key.Key_Down)
    [key] = view.step_here.keys
    assert key in ("power_growth_gw_per_year", "power_budget_gw")
    QTest.keyClick(view, Qt.Key.Key_Return)
    back = {k for k in CHANGES if getattr(window.session.scenario, k) != CHANGES[k]}
    assert back == {key}
    settle(window, qtbot)  # the group has one change now, and stands for it
    assert view.model().rowCount(view.model().index(row, NAME)) == 0


def test_that_a_click_on_a_name_opens_the_group_and_changes_nothing(why, window, qtbot):
    view, before = why.cause.view, window.session.scenario
    rows = range(view.model().rowCount())
    [row] = [r for r in rows if view.model().rowCount(view.model().index(r, NAME)) == 2]
    index = view.model().index(row, NAME)
    height = view.height()
    QTest.mouseClick(view.viewport(), LEFT, pos=view.visualRect(index).center())
    assert view.isExpanded(index)
    assert view.height() == height + 2 * view.row_height
    assert window.session.scenario is before


def test_that_the_chances_are_the_engine_s_on_the_same_worlds(why, window):
    scenario, baseline = window.session.scenario, window.session.baseline
    found = paired(scenario, baseline, SERVED.line)
    assert why.cause.paired.a_better.tolist() == found.a_better.tolist()
    assert "worlds" in why.cause.often.text()


def test_that_the_sentence_names_the_largest_change(why):
    said = why.cause.sentence.text()
    assert said.startswith("Demand served in Jan 2030: ")
    assert "%, down from 100%." in said
    assert max(why.cause.found.groups, key=lambda g: abs(g.change)).label in said


def test_that_every_number_can_be_explained(why, window, qtbot):
    for measure in measures(window.session.scenario.families):
        why.choose_measure(measure.key)
        settle(window, qtbot)
        assert why.cause.found is not None
        assert why.cause.subject.measure.key == measure.key


def test_that_nothing_is_said_of_no_change_and_of_other_chips(why, window, qtbot):
    window.session.return_to_baseline()
    settle(window, qtbot)
    assert why.cause.sentence.text().startswith("Nothing has changed yet")
    assert why.cause.picture.isHidden()  # or it would be axes without a year
    assert why.cause.often.text()
    assert why.cause.view.isHidden()
    window.session.history.undo()
    settle(window, qtbot)
    assert not why.cause.view.isHidden()
    window.session.edit("horizon_months", 72)
    settle(window, qtbot)
    assert why.cause.sentence.text().startswith("This can't be split")


def test_that_a_version_can_stand_in_the_place_of_the_baseline(why, window, qtbot):
    window.session.keep_version("before the cut")
    window.session.edit("power_budget_gw", 0.5)
    why.before.setCurrentIndex(1)
    settle(window, qtbot)
    [group] = why.cause.found.groups
    assert group.keys == ("power_budget_gw",)


def test_that_the_page_is_remembered(why, window):
    why.choose_measure("unit_cost")
    why.period.setCurrentIndex(1)
    kept = why.state
    why.choose_measure("served")
    why.use_state(kept)
    assert why.state == kept
    with pytest.raises((TypeError, ValueError)):
        why.use_state({"part": "nowhere", "measure": "", "period": 0})


def test_that_the_calendar_is_the_engine_s_and_leads_to_its_lever(why, window, qtbot):
    why.show_part("by_when")
    settle(window, qtbot)
    part = why.by_when
    scenario, subject = window.session.scenario, part.subject
    found = {
        (one.what, one.name): one
        for one in calendar(scenario, subject.target, subject.chance, draws=64)
    }
    rows = part.table.bars.rows
    assert {row.key for row in rows} == set(found)
    for row in rows:
        last = found[row.key].last_month
        assert bool(row.spans) == (last is not None)
        if last is not None:
            assert row.spans[0].high == last + 1
    with qtbot.waitSignal(why.lever_wanted) as wanted:
        part.table.setFocus()
        QTest.keyClick(part.table, Qt.Key.Key_Return)
    assert wanted.args[0] in ("sites", "contracts", "mix_month", "power_ready_month")


def test_that_a_target_that_is_out_of_reach_is_said_to_be_saved_by_no_date(why, window, qtbot):
    why.show_part("by_when")
    part = why.by_when
    part._take_value(100.0)
    part.chance.setValue(100)
    settle(window, qtbot)
    assert "no later date saves it" in part.sentence.text()
    assert all(row.texts[3] == "not even without a wait" for row in part.table.bars.rows)
