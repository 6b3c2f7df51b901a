"""The Evidence page: what was said beside the plan, the record, and what numbers rest on."""

from __future__ import annotations

import math
from datetime import date

import openpyxl
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QDesktopServices

from engine import Scenario, simulate
from engine.analysis.backtest import backtest
from engine.analysis.verdicts import judge
from engine.tables.statements import statements
from gui.document import templates
from gui.pages.evidence import words
from gui.pages.evidence.assumptions import assumptions
from gui.pages.evidence.detail import spec_of
from gui.pages.evidence.record import RecordPart
from gui.system.application import make_application

TODAY = date(2026, 11, 29)


@pytest.fixture
def page(window, qtbot):
    window.session.open(templates.example("public_record_2026_11"), None)
    window.pages.show_key("evidence")
    found = window.pages["evidence"]
    qtbot.waitUntil(lambda: bool(found.claims.table.read.rows), timeout=20_000)
    return found


def cells(table, place: int) -> list[str]:
    return [cell.text for cell in table.read.rows[place].cells]


def test_that_every_statement_has_a_line_and_a_verdict(page):
    assert len(page.claims.table.read.rows) == len(statements())
    assert "hold" in page.claims.counts.text()
    place = next(
        i for i, row in enumerate(page.claims.table.read.rows) if "million Google" in row.key.detail
    )
    found = cells(page.claims.table, place)
    assert found[3] == "at least 1,000,000 chips"
    assert found[6] == "✓ holds"
    assert "272" in found[8]


def test_that_the_story_can_be_looked_at_by_part_by_verdict_and_by_words(page):
    claims = page.claims
    claims.part.setCurrentIndex(claims.part.findData("article"))
    assert len(claims.table.read.rows) == 18
    claims.verdict.setCurrentIndex(claims.verdict.findData("contradicted"))
    [row] = claims.table.read.rows
    assert "2.2 bn" in row.key.detail
    claims.part.setCurrentIndex(0)
    claims.verdict.setCurrentIndex(0)
    claims.search.setText("rainier trainium2")
    assert all("Trainium2" in row.key.detail for row in claims.table.read.rows)


def test_that_a_line_shows_its_source_and_its_chart(page):
    claims = page.claims
    row = next(row for row in claims.table.read.rows if "million Google" in row.key.detail)
    claims.table.selectRow(claims.table.row_of(row.key))
    assert "Google Cloud" in claims.detail.words.text()
    assert "Since then" in claims.detail.words.text()
    assert not claims.detail.open.isHidden()
    spec = claims.detail.plot.spec
    assert spec.observed.places == (23,)
    claims.search.setText("unmatched maturity")
    claims.table.selectRow(0)
    assert claims.detail.plot.isHidden()


def test_that_the_verdicts_follow_the_plan(page, window, qtbot):
    before = page.claims.counts.text()
    window.session.edit("power_budget_gw", 1.0)
    window.presenter.interaction.rest()
    qtbot.waitUntil(lambda: page.claims.counts.text() != before, timeout=20_000)


def test_that_the_record_is_cut_at_the_month_that_was_chosen(qtbot):
    part = RecordPart()
    qtbot.addWidget(part)
    result = simulate(templates.example("public_record_2026_11").scenario)
    part.show_backtest(backtest(result.scenario, result=result), result)
    assert part.score.text().startswith("All of the record: 3")
    part.known.setCurrentIndex(part.known.findData("2025-12"))
    assert "Known by Dec 2025" in part.score.text()
    assert "What came later" in part.score.text()
    known = [row.cells[8].text for row in part.table.read.rows]
    assert {"known", "came later"} == set(known)
    late = known.count("came later")
    found = backtest(result.scenario, result=result)
    assert late == sum(answer.observed.month > "2025-12" for answer in found.answers)


def test_that_only_what_is_outside_its_interval_stands_out_and_months_stay_listed(qtbot):
    part = RecordPart()
    qtbot.addWidget(part)
    result = simulate(templates.example("public_record_2026_11").scenario)
    found = backtest(result.scenario, result=result)
    part.show_backtest(found, result)
    inside = [answer.inside for answer in found.answers]
    assert {True, False} <= set(inside)
    roles = [row.cells[6].role for row in part.table.read.rows]
    assert roles == ["problem" if held is False else "" for held in inside]
    gone: list[object] = []
    part.known.model().rowsRemoved.connect(lambda *rows: gone.append(rows))
    part.known.setCurrentIndex(part.known.findData("2025-12"))
    part.show_backtest(found, result)  # of the same months: the list is not made anew
    assert gone == []
    assert part.cut == "2025-12"


def test_that_the_ledger_has_every_assumption_and_what_knowing_it_is_worth(page, qtbot):
    page.show_part("ledger")
    ledger = page.ledger
    qtbot.waitUntil(lambda: any(line.worth is not None for line in ledger.lines), timeout=60_000)
    assert len(ledger.lines) == len(assumptions(page._shown.result.scenario))
    assert any(line.worth and line.worth > 0 for line in ledger.lines)
    assert ledger.picture.dots
    rows = range(ledger.table.sorted.rowCount())
    worths = [ledger.table.sorted.index(row, 5).data() for row in rows]
    told = [text for text in worths if text not in ("—", "…", "")]
    assert 0 < len(told) < len(worths)
    assert worths[: len(told)] == told  # what nothing is known of stands below
    first = ledger.table.sorted.index(0, 5).data()
    assert first != "—"  # what to find out first


def test_that_the_ledger_can_be_narrowed_to_what_is_weak(page, qtbot):
    page.show_part("ledger")
    ledger = page.ledger
    every = len(ledger.table.read.rows)
    for key in ("changed", "judged", "stale", "guesses"):
        ledger.filter.setCurrentIndex(ledger.filter.findData(key))
        assert 0 < len(ledger.table.read.rows) < every
    ledger.filter.setCurrentIndex(0)
    ledger.search.setText("half-life excess")
    labels = [row.cells[0].text for row in ledger.table.read.rows]
    assert labels
    assert all("alf-life" in label for label in labels)


def test_that_the_ledger_is_exported_with_every_source(page, window, qtbot, tmp_path):
    page.show_part("ledger")
    qtbot.waitUntil(lambda: any(line.matters for line in page.ledger.lines), timeout=60_000)
    path = tmp_path / "ledger.xlsx"
    window.evidence.ledger_to(path)
    assert "Saved" in window.messages.text
    sheet = openpyxl.load_workbook(path)["Ledger"]
    rows = list(sheet.iter_rows(values_only=True))
    assert len(rows) == 1 + len(page.ledger.lines)
    source = rows[0].index("Source")
    assert all(row[source] for row in rows[1:])


def test_that_what_is_weak_is_old_open_or_a_guess():
    lines = {line.lever.key: line for line in assumptions(Scenario())}
    assert lines["pue"].weakness(TODAY) < 1  # a filing
    assert lines["slip_max"].guess
    assert lines["algorithmic_efficiency"].stale(TODAY)
    assert lines["rebound"].age(TODAY) is None


def test_that_numbers_are_written_as_they_are_read():
    assert words.number(1234567.0, "chips_alive_tpu") == "1,234,567"
    assert words.number(0.523, "it_power_share_trainium") == "52%"
    assert words.interval(0.9, None, "it_power_gw") == "at least 0.9"
    assert words.when("revenue_bn@year", "2025-12") == "in the year to Dec 2025"
    assert words.when("chips_delivered_tpu@from:2025-11", "2026-12").startswith("since Nov 2025")
    assert "," not in words.quantity_label("economic_cost_bn_per_gw_year")  # no family
    assert "TPU" in words.quantity_label("commitment_bn_tpu@to_date")


def test_that_a_chart_of_what_the_plan_has_not_is_none():
    from engine.analysis.verdicts import as_observed

    [row] = [s for s in statements() if "Lake Mariner" in s.detail]
    result = simulate(Scenario())
    assert spec_of(result, (as_observed(row),)) is not None
    from tests.engine.small_world import small

    assert spec_of(simulate(small()), (as_observed(row),)) is None


def test_that_judging_takes_the_run_that_is_there():
    result = simulate(Scenario())
    assert judge(Scenario(), result=result) == judge(Scenario())


def test_that_headings_sort_and_keep_numbers_apart_from_words(page):
    table = page.claims.table
    table.sortByColumn(5, Qt.SortOrder.DescendingOrder)
    first = table.sorted.index(0, 5).data()
    assert float(first.replace(",", "")) > 1e5


def test_that_a_claim_says_what_would_break_it(page, window, qtbot):
    row = next(row for row in page.claims.table.read.rows if row.key.series == "it_power_gw_tpu")
    page.claims.table.selectRow(page.claims.table.row_of(row.key))
    words = page.claims.detail.words
    qtbot.waitUntil(lambda: "alone: " in words.text() or "No assumption" in words.text())
    assert "break it" in words.text()
    window.session.edit("power_budget_gw", 0.5)
    window.presenter.interaction.rest()
    qtbot.waitUntil(lambda: "have it hold" in words.text(), timeout=20_000)


@pytest.mark.parametrize("key", list(templates.examples()))
def test_that_no_value_of_a_shipped_scenario_is_without_its_source(key):
    for line in assumptions(templates.example(key).scenario):
        assert line.source, line.ground.key
        assert line.ground.own == line.changed


def test_that_a_heading_stands_over_its_numbers_or_its_words(page):
    model = page.claims.table.read
    row = next(row for row in model.rows if "million Google" in row.key.detail)
    align, across = Qt.ItemDataRole.TextAlignmentRole, Qt.Orientation.Horizontal
    for column, cell in enumerate(row.cells):
        side = Qt.AlignmentFlag.AlignRight if cell.right else Qt.AlignmentFlag.AlignLeft
        assert model.headerData(column, across, align) & side, cell.text


def test_that_a_statement_says_its_licence_in_words(page):
    page.claims.table.selectRow(0)
    assert "licence: none is needed for facts." in page.claims.detail.words.text()
    assert words.licence_words("CC BY 4.0") == "CC BY 4.0"


def test_that_an_assumption_says_the_licence_of_its_source_in_words(page):
    page.show_part("ledger")
    ledger = page.ledger
    line = next(n for n in ledger.lines if n.origin is not None and n.origin.licence == words.FACTS)
    ledger._describe(line.lever)
    assert "licence: none is needed for facts." in ledger.detail.words.text()


def test_that_the_record_s_average_is_one_that_its_rows_can_have(qtbot):
    """A factor: as a percentage, what is too low by half at most would be off by 92%."""
    part = RecordPart()
    qtbot.addWidget(part)
    result = simulate(templates.default_document().scenario)
    found = backtest(result.scenario, result=result)
    part.show_backtest(found, result)
    factor = f"off by a factor of {math.exp(found.mean_log_error):.2f} on average."
    assert part.score.text().endswith(factor)


def test_that_a_column_whose_texts_are_cut_has_the_room_that_there_is(page, window, qtbot):
    table = page.claims.table
    window.resize(2400, 1200)
    qtbot.waitUntil(lambda: table.viewport().width() > 1800)
    wide = {column: table.columnWidth(column) for column in range(9)}
    assert wide[3] >= table.sizeHintForColumn(3)  # claimed
    assert wide[2] - 220 >= 2 * (wide[3] - 150)  # what was said has the most of it
    assert table.horizontalHeader().length() == table.viewport().width()
    window.resize(1366, 768)
    qtbot.waitUntil(lambda: table.viewport().width() < 1200)
    assert table.columnWidth(2) == 220  # what was said keeps what it has at least


def test_that_the_line_beside_a_statement_says_what_it_is_and_in_what(page):
    table = page.claims.table
    row = next(row for row in table.read.rows if "million Google" in row.key.detail)
    table.selectRow(table.row_of(row.key))
    assert page.claims.detail.named.text() == "Chips alive, Google TPU [million chips]"
    assert page.claims.detail.named.isVisible()


def test_that_a_source_that_no_browser_opens_is_written_out(page, monkeypatch):
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: False)
    detail = page.claims.detail
    detail.say("Title", "Words", "https://example.org/a")
    detail.open.click()
    detail.open.click()
    assert detail.words.text() == "Words\nNo browser opened it: https://example.org/a"


def test_that_units_of_the_record_are_read_in_french(qtbot):
    make_application("fr")
    try:
        part = RecordPart()
        qtbot.addWidget(part)
        result = simulate(templates.example("public_record_2026_11").scenario)
        part.show_backtest(backtest(result.scenario, result=result), result)
        units = {row.cells[4].text for row in part.table.read.rows}
    finally:
        make_application("en")
    assert {"Md$ par GW-an", "Md$ sur l’année", "puces livrées depuis nov. 2025"} <= units
