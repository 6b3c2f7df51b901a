"""A source written in the ledger: of one value, one step of undo, saved, exported, plain."""

from __future__ import annotations

import openpyxl
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import Qt as TextQt
from PySide6.QtWidgets import QLabel

from engine import Document
from engine.files import scenario_files
from engine.tables.own import OwnSource
from engine.tables.scenario import parameter
from gui.pages.evidence.source_form import SourceForm

HOSTILE = '<img src="file:///etc/passwd"><b>&amp; =1+1</b>'


@pytest.fixture
def page(window, qtbot):
    window.session.open(Document(window.session.scenario.having(own_sources=())), None)
    window.pages.show_key("evidence")
    found = window.pages["evidence"]
    found.show_part("ledger")
    qtbot.waitUntil(lambda: bool(found.ledger.table.read.rows), timeout=20_000)
    return found


def line_of(page, key: str):
    return next(line for line in page.ledger.lines if line.ground.key == key)


def look_at(page, key: str) -> None:
    table = page.ledger.table
    table.selectRow(table.row_of(line_of(page, key).lever))


def form_of(page, key: str) -> SourceForm:
    look_at(page, key)
    page.ledger.write.click()
    return next(form for form in page.ledger.findChildren(SourceForm) if form.isVisible())


def write(page, key: str, source: str, as_of: str = "", note: str = "", grade: str = "B") -> None:
    form = form_of(page, key)
    form.source.setText(source)
    form.grade.setCurrentIndex(form.grade.findData(grade))
    form.as_of.setText(as_of)
    form.note.setPlainText(note)
    form.keep.click()


def row_texts(page, key: str) -> list[str]:
    rows = page.ledger.table.read.rows
    return next([c.text for c in row.cells] for row in rows if row.key == line_of(page, key).lever)


def test_that_a_changed_value_is_a_guess_until_its_source_is_written(page, window):
    window.session.edit("power_budget_gw", 2.25)
    page.ledger.show_scenario(window.session.scenario)
    line = line_of(page, "power_budget_gw")
    assert (line.changed, line.grade, line.source) == (True, "C", "")
    assert "none yet" in row_texts(page, "power_budget_gw")[9]
    look_at(page, "power_budget_gw")
    assert "nobody says" in page.ledger.detail.words.text()
    write(page, "power_budget_gw", "The operator's letter", "Sep 2026", "page 3", "A")
    page.ledger.show_scenario(window.session.scenario)
    cells = row_texts(page, "power_budget_gw")
    assert cells[6:8] == ["A", "Sep 2026"]
    assert cells[9] == "own: The operator's letter"
    assert "page 3" in page.ledger.detail.words.text()


def test_that_it_is_one_step_of_undo_and_in_the_file(page, window, tmp_path):
    session = window.session
    before, steps = session.scenario, session.history.index()
    write(page, "power_budget_gw", "A letter", "2026-09")
    assert session.history.index() == steps + 1
    assert session.modified
    [own] = session.scenario.own_sources
    assert own == OwnSource("power_budget_gw", before.power_budget_gw, "A letter", "B", "2026-09")
    session.save(tmp_path / "mine.headroom")
    assert scenario_files.load(tmp_path / "mine.headroom").scenario.own_sources == (own,)
    session.history.undo()
    assert session.scenario == before
    session.history.redo()
    assert session.scenario.own_sources == (own,)


def test_that_it_is_changed_and_taken_away_in_its_form(page, window):
    write(page, "pue", "First")
    page.ledger.show_scenario(window.session.scenario)
    write(page, "pue", "Second")
    assert [own.source for own in window.session.scenario.own_sources] == ["Second"]
    page.ledger.show_scenario(window.session.scenario)
    form = form_of(page, "pue")
    assert form.source.text() == "Second"
    form.removed.emit("pue")
    form.reject()
    assert window.session.scenario.own_sources == ()


def test_that_the_own_ones_can_be_had_alone(page, window):
    write(page, "pue", "Mine")
    ledger = page.ledger
    ledger.show_scenario(window.session.scenario)
    ledger.filter.setCurrentIndex(ledger.filter.findData("own"))
    assert [row.key for row in ledger.table.read.rows] == [line_of(page, "pue").lever]
    window.session.edit("pue", 1.5)
    ledger.show_scenario(window.session.scenario)
    assert not ledger.table.read.rows  # it was of another value


def test_that_what_can_t_be_is_said_in_the_form_and_nothing_is_kept(page, window):
    form = form_of(page, "pue")
    form.keep.click()
    assert form.problem.text() == "Write who says so."
    form.source.setText("Somebody")
    form.as_of.setText("someday")
    form.keep.click()
    assert "no month" in form.problem.text()
    form.as_of.clear()
    form.note.setPlainText("x" * 1001)
    form.keep.click()
    assert "1000" in form.problem.text()
    assert window.session.scenario.own_sources == ()
    form.reject()


def test_that_hostile_text_stays_text(page, window, tmp_path, qtbot):
    write(page, "pue", HOSTILE, note=HOSTILE)
    page.ledger.show_scenario(window.session.scenario)
    look_at(page, "pue")
    assert HOSTILE in page.ledger.detail.words.text()
    shown = [label for label in page.ledger.findChildren(QLabel) if "<img" in label.text()]
    assert shown
    for label in shown:
        assert label.textFormat() == Qt.TextFormat.PlainText
    row = page.ledger.table.row_of(line_of(page, "pue").lever)
    tip = page.ledger.table.sorted.index(row, 9).data(Qt.ItemDataRole.ToolTipRole)
    assert not TextQt.mightBeRichText(tip)
    path = tmp_path / "ledger.xlsx"
    window.evidence.ledger_to(path)
    sheet = openpyxl.load_workbook(path)["Ledger"]
    heads = [cell.value for cell in sheet[1]]
    found = next(
        dict(zip(heads, cells, strict=True))
        for cells in sheet.iter_rows(min_row=2)
        if cells[1].value == "pue"
    )
    assert found["Source"].value == HOSTILE
    assert found["Source"].data_type == "s"
    assert (found["Own source"].value, found["Note"].value) == ("yes", HOSTILE)
    assert found["Grade"].value == "B"


def test_that_a_text_that_the_file_has_no_room_for_is_refused(page, window, monkeypatch):
    monkeypatch.setattr(scenario_files, "LARGEST_DOCUMENT", 25_000)
    write(page, "pue", "x" * 1000, note="y" * 1000)
    many = 0
    while not window.messages.text and many < 20:
        page.ledger.show_scenario(window.session.scenario)
        key = page.ledger.lines[many].ground.key
        write(page, key, "x" * 1000, note="y" * 1000)
        many += 1
    assert "a scenario file has at most" in window.messages.text
    assert len(window.session.scenario.own_sources) < many + 1


def test_that_the_report_s_assumptions_have_the_own_source(window):
    from gui.report.tables import assumptions_table

    plan = window.session.scenario.having(
        power_budget_gw=2.25,
        own_sources=[OwnSource("power_budget_gw", 2.25, "The letter", "A", "2026-09")],
    )
    rows = {row[1]: row for row in assumptions_table(plan).rows}
    assert rows["power_budget_gw"][7:9] == ("The letter", "A")
    moved = {row[1]: row for row in assumptions_table(plan.having(power_budget_gw=2.0)).rows}
    assert moved["power_budget_gw"][7] == parameter("power_budget_gw").source
