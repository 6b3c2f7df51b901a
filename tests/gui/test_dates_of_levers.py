"""Months of the calendar are dates in every lever, whatever is typed, stepped or said."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from engine import PARAMETERS, Scenario, parameter
from gui.document.session import Session
from gui.levers.rows import NumberRow
from gui.pages.compare.changes import differences
from gui.words.moved import lever_words
from gui.words.value_texts import tooltip, unit_text

DATES = [row for row in PARAMETERS if row.is_date]
READY = "power_ready_month"


@pytest.fixture
def row(qtbot, plain_session):
    made = NumberRow(parameter(READY), plain_session)
    qtbot.addWidget(made)
    made.show_scenario(plain_session.scenario)
    return made


@pytest.fixture
def plain_session(qapp) -> Session:
    from engine import Document

    session = Session(Document(Scenario(start="2025-01", power_ready_month=24)))
    yield session
    session.deleteLater()


def typed(row: NumberRow, text: str) -> float:
    field = row.line.spin
    field.lineEdit().selectAll()
    QTest.keyClicks(field, text)
    QTest.keyClick(field, Qt.Key.Key_Return)
    row.show_scenario(row.session.scenario)
    return getattr(row.session.scenario, READY)


def test_that_there_are_dates_and_none_has_a_unit() -> None:
    assert {READY, "power_ramp_start"} <= {row.key for row in DATES}
    assert {unit_text(row) for row in DATES} == {""}


def test_that_a_lever_shows_the_month_of_the_calendar(row) -> None:
    assert row.line.spin.text() == "Jan 2027"
    assert row.unit.text() == ""


@pytest.mark.parametrize(
    ("text", "month"),
    [
        ("Mar 2027", 26),
        ("2027-03", 26),
        ("3/2027", 26),
        ("March 2027", 26),
        ("+6", 30),
        ("-3", 21),
        ("2027-03-15", 26),
    ],
)
def test_that_a_date_is_typed_in_any_of_its_forms(row, text, month) -> None:
    assert typed(row, text) == month


def test_that_arrows_step_by_a_month(row) -> None:
    QTest.keyClick(row.line.spin, Qt.Key.Key_Up)
    row.show_scenario(row.session.scenario)
    assert getattr(row.session.scenario, READY) == 25
    assert row.line.spin.text() == "Feb 2027"


@pytest.mark.parametrize("text", ["24", "soon", "2027", "13/2027"])
def test_that_what_is_no_month_is_refused_in_one_line_and_changes_nothing(row, text) -> None:
    assert typed(row, text) == 24
    assert text in row._problem.text()
    assert "\n" not in row._problem.text()


def test_that_a_month_beyond_the_limit_is_refused_with_the_limit_as_a_date(row) -> None:
    assert typed(row, "Mar 2050") == 24
    assert row._problem.text() == "At most Jan 2035 is allowed"


def test_that_a_month_between_two_keeps_its_value_untouched(row) -> None:
    row.session.edit(READY, 24.4)
    row.show_scenario(row.session.scenario)
    assert row.line.spin.text() == "Jan 2027"
    row.line.spin.finish()
    assert getattr(row.session.scenario, READY) == 24.4


def test_that_dates_move_with_the_first_month_of_the_scenario(row) -> None:
    row.session.edit("start", "2026-01")
    row.show_scenario(row.session.scenario)
    assert row.line.spin.text() == "Jan 2028"
    assert "Feb 2026 to Jan 2036" in row.toolTip()


def test_that_tips_sentences_undo_and_changes_say_dates(row) -> None:
    before = row.session.scenario
    row.session.edit(READY, 26)
    after = row.session.scenario
    label = parameter(READY).label_text
    assert row.session.history.undoText() == f"{label} Jan 2027 → Mar 2027"
    starts = (before.start, after.start)
    assert lever_words(parameter(READY), 24, 26, starts) == f"{label} Jan 2027 → Mar 2027"
    [change] = [cells for cells in differences(before, after) if cells[0] == label]
    assert change[1:5] == ("Jan 2027", "Mar 2027", "+2", "months")
    assert "months since start" not in tooltip(parameter(READY), "2025-01")
    assert "Default: Jan 2027" in tooltip(parameter(READY), "2025-01")


def test_that_a_screen_reader_hears_dates(row) -> None:
    assert row.line.slider.spoken_value() == "Jan 2027"
    said = row.line.slider.accessibleDescription()
    assert said.startswith("from Feb 2025 to Jan 2035; default Jan 2027")


def test_that_the_first_month_is_typed_and_said_as_a_date_too(window) -> None:
    row = window.levers.row("start")
    assert row.unit.text() == ""
    assert row.field.text() == "Jan 2025"
    for text, month in (("2026-03", "2026-03"), ("Apr 2026", "2026-04"), ("+2", "2026-06")):
        row.field.setText(text)
        row._finish()
        assert window.session.scenario.start == month
    assert row.field.text() == "Jun 2026"
    assert window.session.history.undoText().endswith("Apr 2026 → Jun 2026")
    row.field.setText("soon")
    row._finish()
    assert window.session.scenario.start == "2026-06"
    assert "soon" in row._problem.text()


def test_that_no_lever_has_a_code_for_a_unit() -> None:
    for row in PARAMETERS:
        assert unit_text(row) not in ("0/1", "list", "integer", "YYYY-MM"), row.key
