"""Months of waiting in a table, and what a goal of the page of supply is and begins with."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import Qt

from engine import Scenario
from engine.analysis.outcomes import MeanDifference
from engine.analysis.waiting import Later
from gui.pages.supply.figures import MARGIN, both, difference, level
from gui.pages.supply.goals import goals
from gui.pages.supply.later_table import KEYS, LaterTable
from gui.pages.supply.worth_table import WorthTable
from gui.widgets.table_keys import COPIED

ROLE = Qt.ItemDataRole


def apart(mean: float, error: float = 0.0) -> MeanDifference:
    return MeanDifference(10.0, 10.0 + mean, mean, error)


def later(months: int, cost: float, step: float, chance: float | None = None) -> Later:
    of = {key: apart(cost, 0.1) for key in KEYS[2:-1]} | {
        KEYS[-1]: MeanDifference(0.1, 0.4, 0.3, 0.0)
    }
    steps = {key: apart(step) for key in KEYS[2:]}
    return Later(months, of, steps, chance)


WAITS = (later(0, 0.0, 0.0, 0.9), later(1, 2.0, 2.0, 0.75), later(2, 5.0, 3.0))


@pytest.fixture
def table(qapp):
    found = LaterTable()
    found.show_waiting(WAITS, "2025-01", 20)
    return found


def cells(table, row: int, role=ROLE.DisplayRole) -> list[object]:
    return [table.index(row, column).data(role) for column in range(table.columnCount())]


def test_that_each_month_of_waiting_has_a_row_against_no_wait(table):
    assert (table.rowCount(), table.columnCount()) == (3, 6)
    assert cells(table, 0) == ["Sep 2026", "90%", "$10.0 bn", "$10.0 bn", "$10.0 bn", "40%"]
    assert cells(table, 1)[:4] == ["Oct 2026", "75%", "+2.0 ± 0.20", "+2.0 ± 0.20"]
    assert cells(table, 1)[5] == "+30.0"
    assert cells(table, 2)[:3] == ["Nov 2026", "", "+5.0 ± 0.20"]
    assert cells(table, 1, COPIED)[2] == "+2.0"


def test_that_what_has_no_month_says_how_much_later(table):
    table.show_waiting(WAITS, "2025-01", None)
    assert [cells(table, row)[0] for row in range(3)] == ["0 months", "1 month", "2 months"]
    across = Qt.Orientation.Horizontal
    assert table.headerData(0, across) == "Later by"
    table.show_waiting(WAITS, "2025-01", 20)
    heads = [table.headerData(column, across) for column in range(6)]
    assert heads[:3] == ["Begins in", "Goal holds", "Unserved revenue\n$bn"]
    assert heads[5] == "Chance of a shortfall\npoints"


def test_that_a_cell_says_what_the_last_month_adds_and_is_read_out_on_one_line(table):
    assert "+3.0 against a month less" in cells(table, 2, ROLE.ToolTipRole)[2]
    assert cells(table, 0, ROLE.ToolTipRole)[2] is None
    assert cells(table, 2, ROLE.ToolTipRole)[0] is None
    said = cells(table, 2, ROLE.AccessibleTextRole)
    assert said[0] == "Begins in: Nov 2026"
    assert said[2] == "Unserved revenue, $bn: +5.0 ± 0.20"
    sides = [Qt.AlignmentFlag(side) for side in cells(table, 0, ROLE.TextAlignmentRole)]
    left = [bool(side & Qt.AlignmentFlag.AlignLeft) for side in sides]
    assert left == [True] + [False] * 5
    across = Qt.Orientation.Horizontal
    assert table.headerData(0, across, ROLE.ToolTipRole) is None
    about = " ".join(table.headerData(2, across, ROLE.ToolTipRole).split())
    assert about.endswith("So much later, less without any wait.")
    assert table.headerData(1, across, ROLE.TextAlignmentRole) == sides[1]


def test_that_as_many_rows_are_the_same_table(table):
    told = []
    table.modelReset.connect(lambda: told.append("reset"))
    table.dataChanged.connect(lambda a, b: told.append((a.row(), b.row(), b.column())))
    table.headerDataChanged.connect(lambda *_: told.append("heads"))
    table.show_waiting(WAITS, "2025-01", None)
    table.show_waiting(WAITS[:1], "2025-01", None)
    table.show_waiting((), "2025-01", None)
    table.show_waiting((), "2025-01", None)
    assert told == ["heads", (0, 2, 5), "reset", "reset"]


def test_that_a_margin_is_about_two_standard_errors():
    assert MARGIN == 1.96
    assert difference("economic_cost", apart(3.0, 1.0)) == ("+3.0", "± 2.0")
    assert difference("economic_cost", apart(3.0, 0.5)) == ("+3.0", "± 0.98")
    assert difference("economic_cost", apart(3.0, 0.0)) == ("+3.0", "")
    assert difference("economic_cost", apart(3.0, float("nan"))) == ("+3.0", "")
    assert difference("shortfall", apart(-0.12, 0.01)) == ("−12.0", "± 2.0")
    assert level("shortfall", 0.256) == "26%"
    found = MeanDifference(12.0, 8.0, -4.0, 0.0)
    assert both("economic_cost", found) == "without $12.0 bn, with $8.0 bn"


def test_that_each_heading_of_worths_says_what_it_is(qapp):
    table, across = WorthTable("contracts"), Qt.Orientation.Horizontal
    heads = {
        table.headerData(n, across): " ".join(table.headerData(n, across, ROLE.ToolTipRole).split())
        for n in range(table.columnCount())
    }
    assert heads["Name"] == "Each alone: the others stay as they are."
    assert heads["Whole in"].startswith("The month in which all of it is there")
    assert heads["Firm part\nGW IT"] == "What of it must be taken, or paid for."
    unserved = heads["Unserved revenue\n$bn"]
    assert unserved.endswith("With it, less without it, on the same worlds.")


# Goals


PLAN = Scenario().having(start="2025-01", horizon_months=60)


class Run(dict):
    scenario = PLAN


def test_that_a_goal_is_of_a_month_or_of_all_that_can_still_be_touched():
    found = {goal.key: goal for goal in goals(PLAN)}
    assert list(found) == ["capacity", "power", "unserved", *(f"chips_{f}" for f in PLAN.families)]
    capacity, unserved = found["capacity"], found["unserved"]
    kpi = capacity.kpi(PLAN, 70)
    assert (kpi.column, kpi.how, kpi.first, kpi.last) == ("capacity_eflops", "at", 59, 59)
    assert capacity.kpi(PLAN, -3).first == 0
    assert capacity.kpi(PLAN, 59).first == 59
    kpi = unserved.kpi(PLAN, 5)
    assert (kpi.first, kpi.last) == (PLAN.as_of + 1, 59)
    assert (capacity.side, unserved.side) == ("at least", "at most")
    assert [found[key].unit for key in ("capacity", "power", "unserved", "chips_tpu")] == [
        "EFLOP/s",
        "GW",
        "$bn",
        "chips",
    ]
    target = capacity.target(PLAN, 12, 500.0)
    assert (target.kpi, target.side, target.value) == (capacity.kpi(PLAN, 12), "at least", 500.0)


def test_that_a_goal_begins_a_tenth_from_the_plan_in_two_digits():
    found = {goal.key: goal for goal in goals(PLAN)}
    line = np.arange(60.0) * 100
    run = Run(capacity_eflops=line, unserved_revenue_bn=np.zeros(60))
    assert found["capacity"].usual(run, 12) == 1100  # nine tenths of 1200, in two digits
    assert found["capacity"].usual(run, 99) == 5300
    assert found["capacity"].usual(run, -1) == 0
    assert found["unserved"].usual(run, 0) == 1  # never nothing at all
    run["unserved_revenue_bn"] = np.where(np.arange(60) > PLAN.as_of, 0.0, 5.0)
    assert found["unserved"].usual(run, 0) == 1  # what is past cannot be saved
    run["unserved_revenue_bn"][-1] = 90.0
    assert found["unserved"].usual(run, 0) == 100
    run["capacity_eflops"] = np.full(60, np.nan)
    assert found["capacity"].usual(run, 0) == 0
