"""The page of changes shows what they come to, below what was changed."""

from __future__ import annotations

import pytest

from engine import Scenario, simulate
from gui.pages.compare.changes import results


def table(page) -> list[list[str]]:
    rows, columns = page.table.rowCount(), page.table.columnCount()
    return [[page.table.item(r, c).text() for c in range(columns)] for r in range(rows)]


def test_that_each_figure_is_given_before_and_after_with_its_difference() -> None:
    before = simulate(Scenario())
    after = simulate(Scenario(power_budget_gw=0.8))
    rows = {row[0]: row[1:] for row in results(before, after, 23)}
    power = rows["Facility power"]
    was, now = (r["facility_power_gw"][23] for r in (before, after))
    assert power[:2] == (f"{was:,.2f} GW", f"{now:,.2f} GW")
    assert power[2] == f"−{was - now:,.2f} GW"
    assert power[4] == "Results in Dec 2026"
    assert "Shortfall risk" not in rows


def test_that_baselines_with_another_first_month_are_read_in_the_same_month() -> None:
    before = simulate(Scenario(start="2024-01"))
    after = simulate(Scenario(start="2025-01"))
    rows = {row[0]: row[1:] for row in results(before, after, 12)}
    was = before["capacity_eflops"][before.months.index("2026-01")]
    assert float(rows["Capacity, EFLOP/s"][0].replace(",", "")) == pytest.approx(was, abs=0.5)


def test_that_there_are_no_results_of_a_month_that_the_one_before_has_not() -> None:
    before, after = simulate(Scenario()), simulate(Scenario(horizon_months=120))
    assert len(results(before, after, 95)) > 0
    assert results(before, after, 96) == ()


def test_that_the_page_has_levers_first_and_then_the_results_of_the_chosen_month(
    window, qtbot
) -> None:
    window.session.edit("power_budget_gw", 0.8)
    window.pages.show_key("compare")
    window.pages["compare"].show_part("two")
    page = window.pages["compare"].changes
    qtbot.waitUntil(lambda: page.table.rowCount() > 1)
    rows = table(page)
    assert rows[0][0] == "Facility power when ready"
    assert {row[5] for row in rows[1:]} == {"Results in Dec 2026"}
    window.kpis.choose_month(35)
    assert {row[5] for row in table(page)[1:]} == {"Results in Dec 2027"}
    window.session.history.undo()
    qtbot.waitUntil(lambda: table(page) == [])
