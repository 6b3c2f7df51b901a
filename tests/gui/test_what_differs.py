"""What two plans differ by: parts that sum to the gap, each put back in its own plan alone."""

from __future__ import annotations

import math

import pytest
from PySide6.QtCore import Qt

from engine import Document, Scenario
from engine.analysis.kpi import at
from engine.analysis.waterfall import waterfall
from engine.tables.catalogue import Catalogue
from engine.values import Event
from gui.document.comparison import Kind
from gui.report.compare import Comparison
from gui.report.content import Order, gather
from gui.report.markdown import comparison_markdown
from gui.words.kpis import DEFAULT_MONTH, month_index

CHANGES = {"power_budget_gw": 1.0, "availability": 0.8, "revenue_growth": 3.0}


def plan(name: str, **values: object) -> Document:
    return Document(Scenario().having(name=name, **values))


@pytest.fixture
def page(window, qtbot):
    """Its last part in front, with a plan of its own beside the window's."""
    window.pages.show_key("compare")
    found = window.pages["compare"]
    found.add(plan("Leaner", **CHANGES))
    qtbot.waitUntil(lambda: len(found.model.columns) == 3)
    found.show_part("two")
    return found


def choose(page, qtbot, before: int, after: int) -> None:
    changes = page.changes
    changes.before.setCurrentIndex(before)
    changes.after.setCurrentIndex(after)
    changes.chosen.emit()
    settle(page, qtbot)


def settle(page, qtbot) -> None:
    qtbot.waitUntil(lambda: page.settled, timeout=20_000)


def test_that_the_bars_go_from_one_plan_to_the_other_without_a_gap(page, qtbot):
    choose(page, qtbot, 1, 2)
    fall = page.changes.fall
    for key in range(fall.measure.count()):
        for period in (0, 1):
            fall.measure.setCurrentIndex(key)
            fall.period.setCurrentIndex(period)
            settle(page, qtbot)
            found = fall.found
            ends = [found.before, *(group.end for group in found.groups)]
            starts = [*(group.begin for group in found.groups), found.after]
            assert starts == pytest.approx(ends, rel=1e-9, abs=1e-9)
            for group in found.groups:
                assert math.fsum(s.change for s in group.steps) == pytest.approx(
                    group.change, rel=1e-6, abs=1e-9
                )


def test_that_the_parts_are_the_engine_s_in_the_month_of_the_window(page, window, qtbot):
    choose(page, qtbot, 1, 2)
    fall = page.changes.fall
    fall.measure.setCurrentIndex(fall.measure.findData("capacity"))
    settle(page, qtbot)
    for month in (page._shown.month, 40):
        page.month_chosen.emit(month)
        settle(page, qtbot)
        kpi = at("capacity_eflops", month)
        before, after = (page.comparison.columns[i].scenario for i in (1, 2))
        expected = waterfall(before, after, kpi)
        parts = {key: part for of in expected.levers.values() for key, part in of.items()}
        steps = {s.keys[0]: s.change for group in fall.found.groups for s in group.steps}
        assert {key: parts[key] for key in steps} == pytest.approx(steps)
        assert fall.found.after == pytest.approx(expected.groups.after)


def test_that_what_is_put_back_is_one_step_of_its_own_plan_alone(page, qtbot):
    choose(page, qtbot, 1, 2)
    own, current = page.comparison.columns[2], page.comparison.columns[1]
    was, here = own.scenario, current.scenario
    group = next(g for g in page.changes.fall.found.groups if "availability" in g.keys)
    page.changes.fall.view.put_back.emit(group)
    assert own.scenario.availability == here.availability
    assert own.scenario.power_budget_gw == was.power_budget_gw
    assert current.scenario == here
    own.session.history.undo()
    assert own.scenario == was


def test_that_nothing_is_put_back_in_the_baseline(page, qtbot):
    choose(page, qtbot, 2, 0)
    fall, baseline = page.changes.fall, page.comparison.of_kind(Kind.BASELINE)
    assert not fall.view.reversible
    assert all(not fall.view.model().index(row, 3).data() for row in range(2))
    was = baseline.scenario
    fall.view._want_back(fall.found.groups[0])
    assert baseline.scenario == was


def test_that_plans_of_other_months_or_chips_are_not_split_and_say_why(page, qtbot):
    chips = Scenario().catalogue
    fewer = Catalogue("fewer", chips.chips[:-1])
    page.add(plan("Short", horizon_months=48))
    page.add(plan("Late", start="2025-07", as_of=3))
    page.add(Document(Scenario().having(name="Others", catalogue=fewer)))
    qtbot.waitUntil(lambda: len(page.results) == 6)
    for place, words in ((3, "months"), (4, "months"), (5, "chips")):
        choose(page, qtbot, 1, place)
        fall = page.changes.fall
        assert fall.found is None
        assert words in fall.sentence.text()
        assert not fall.view.isVisible()


def content(document: Document):
    return gather(Order(document))


def test_that_the_report_splits_each_plan_s_gap_to_the_first_into_its_levers():
    short = plan("Short", horizon_months=48)
    found = Comparison(
        tuple(map(content, (plan("First"), plan("Leaner", **CHANGES), short, plan("Same"))))
    )
    table = found.tables["compared_parts"]
    assert [column.heading for column in table.columns[5:]] == ["Leaner", "Short", "Same"]
    figures = dict.fromkeys(row[0] for row in table.rows)
    assert len(figures) == 5
    for figure in figures:
        rows = [row for row in table.rows if row[0] == figure]
        for column in (5, 7):
            levers = [row[column] for row in rows if row[3] is not None]
            assert rows[0][column] + sum(levers) == pytest.approx(rows[-1][column])
        assert all(row[6] is None for row in rows)  # it has other months
    assert {row[3] for row in table.rows} - {None} == set(CHANGES)
    kpi = at("capacity_eflops", month_index(found.contents[0].result, DEFAULT_MONTH))
    engine = waterfall(found.contents[0].scenario, found.contents[1].scenario, kpi)
    label = next(row[0] for row in table.rows if "apacity" in row[0])
    told = {row[3]: row[5] for row in table.rows if row[0] == label and row[3] is not None}
    assert told == pytest.approx({k: v for of in engine.levers.values() for k, v in of.items()})
    said = comparison_markdown(found)
    assert "## What each difference adds" in said
    assert "Counted from “First” to each of the others." in said
    assert found.unsplit == ("Short",)
    assert "months or chips are not the same: Short" in said


def test_that_a_list_of_one_has_one_entry_and_headings_stand_over_numbers(page, window, qtbot):
    window.session.edit("events", [Event("supply_stop", "tpu", 26, 6, 0.5)])
    choose(page, qtbot, 0, 1)
    table = page.changes.table
    cells = {
        table.item(place, 0).text(): table.item(place, 2).text()
        for place in range(table.rowCount())
    }
    assert cells["Shocks"] == "1 entry"
    for column in (1, 2, 3):
        sides = (table.horizontalHeaderItem(column), table.item(0, column))
        assert all(item.textAlignment() & Qt.AlignmentFlag.AlignRight for item in sides)
