"""Dates of plans that begin in different months differ by the months of the calendar."""

from __future__ import annotations

import pytest

from engine import Document, Scenario, parameter
from engine.values import Contract, Event, Site
from gui.levers.rows import NumberRow
from gui.pages.compare.changes import differences
from gui.pages.compare.rows import Input, inputs
from gui.report.compare import Comparison
from gui.report.readable import COMPARED_FROM, DIFFERENCE_BEFORE, DIFFERENCE_NOW, readable
from gui.report.tables import differences_table
from gui.run.change_sentence import levers_moved
from gui.words.moved import lever_words
from gui.words.seen_from import seen_from
from tests.gui.reports import content, plan
from tests.gui.sessions import with_session

READY = "power_ready_month"
LABEL = parameter(READY).label_text
EARLY = Scenario(start="2025-01", power_ready_month=24.0)  # Jan 2027
LATE = Scenario(start="2026-01", power_ready_month=24.0)  # Jan 2028
SAME = LATE.having(power_ready_month=12.0)  # Jan 2027
SITE = Site("North", 0.5, 24, 6, 1.0)


def test_that_the_compare_table_has_dates_apart_by_months_of_the_calendar() -> None:
    ready = Input(READY)
    assert (ready.text(EARLY), ready.text(LATE), ready.text(SAME)) == (
        "Jan 2027",
        "Jan 2028",
        "Jan 2027",
    )
    assert (ready.difference(LATE, EARLY), ready.difference(EARLY, LATE)) == ("+12", "−12")
    assert ready.difference(SAME, EARLY) == "="
    assert (ready.is_same(SAME, EARLY), ready.is_same(LATE, EARLY)) == (True, False)
    assert ready.number(SAME) == ready.number(EARLY) == ready.number(LATE) - 12


def test_that_an_input_is_listed_where_its_month_differs() -> None:
    listed = {row.key for row in inputs([EARLY, LATE])}
    assert {"start", READY, "as_of", "revenue_anchors"} <= listed
    assert READY not in {row.key for row in inputs([EARLY, SAME])}
    assert inputs([EARLY, EARLY]) == ()


def test_that_the_table_of_changes_says_the_months_between_two_dates() -> None:
    [row] = [row for row in differences(EARLY, LATE) if row[0] == LABEL]
    assert row[1:5] == ("Jan 2027", "Jan 2028", "+12", "months")
    assert LABEL not in {row[0] for row in differences(EARLY, SAME)}


def test_that_entries_of_lists_differ_by_their_month_too() -> None:
    one, late = EARLY.having(sites=(SITE,)), LATE.having(sites=(SITE,))
    [row] = [row for row in differences(one, late) if row[0].startswith("Sites")]
    assert row[1:5] == ("Jan 2027", "Jan 2028", "+12", "months")
    moved = late.having(sites=(Site("North", 0.5, 12, 6, 1.0),))
    assert not [row for row in differences(one, moved) if row[0].startswith("Sites")]
    assert "sites" not in {row.key for row in inputs([one, moved])}


def test_that_months_are_counted_from_another_month_and_nothing_else_is_changed() -> None:
    events = (Event("supply_stop", "all", 3, 6, 0.5), Event("grid_delay", "all", 0, 6, 0.0))
    deal = Contract("Deal", "tpu", 5, 6, 0.5, 0.8, 1.0)
    late = LATE.having(events=events, contracts=(deal,), power_ready_month=24.3)

    def seen(key: str, first: str = "2025-01"):
        return seen_from(first, parameter(key), late)

    assert [event.start_month for event in seen("events")] == [15, 0]  # a delay has no first month
    assert [contract.start_month for contract in seen("contracts")] == [17]
    assert seen(READY) == 36.3
    assert seen("revenue_anchors")[0] == (12, late.revenue_anchors[0][1])
    assert seen("revenue_growth") == late.revenue_growth
    assert seen("events", late.start) is late.events


def test_that_the_sentence_leaves_out_a_date_that_is_the_month_it_was() -> None:
    [said] = levers_moved(EARLY, SAME)
    assert said.startswith("First month")
    [said] = levers_moved(EARLY, LATE)  # every date goes with the first month
    assert said.startswith("First month")
    _, said = levers_moved(EARLY, LATE.having(power_ready_month=26.0))
    assert said == f"{LABEL} Jan 2027 → Mar 2028"
    starts = (EARLY.start, LATE.start)
    assert lever_words(parameter(READY), 24.0, 12.25, starts) == f"{LABEL} 0.25 months later"


def test_that_the_report_lists_dates_by_their_month() -> None:
    def row_of(other: Scenario):
        table = differences_table(EARLY, other)
        shown = readable(table, {DIFFERENCE_BEFORE: EARLY, DIFFERENCE_NOW: other})
        return [row[2:5] for row in shown.rows if row[0] == READY]

    assert row_of(LATE) == [("Jan 2027", "Jan 2028", "+12 months")]
    assert row_of(SAME) == []
    assert row_of(EARLY.having(power_ready_month=24.25)) == [("Jan 2027", "Jan 2027", "0 months")]


def test_that_the_report_of_a_comparison_lists_dates_by_their_month() -> None:
    def rows(*scenarios: Scenario):
        runs = [plan() for _ in scenarios]
        for run, scenario in zip(runs, scenarios, strict=True):
            run.scenario = scenario
        table = Comparison(tuple(map(content, runs)))._levers()
        shown = readable(table, dict(enumerate(scenarios, COMPARED_FROM)))
        return [row[3:] for row in shown.rows if row[0] == READY]

    assert rows(EARLY, LATE, SAME) == [("Jan 2027", "Jan 2028", "Jan 2027")]
    assert rows(EARLY, SAME) == []


@pytest.mark.parametrize(
    ("start", "ready", "mark"),
    [("2026-01", 24.0, 36.0), ("2026-01", 12.0, None), ("2045-01", 24.0, None)],
)
def test_that_a_lever_marks_the_month_that_the_baseline_has(qtbot, start, ready, mark) -> None:
    row = with_session(lambda session: NumberRow(parameter(READY), session), Document(EARLY))
    qtbot.addWidget(row)
    row.session.pin_baseline(Scenario(start=start, power_ready_month=ready))
    row.show_scenario(row.session.scenario)
    assert row.line._baseline == mark
