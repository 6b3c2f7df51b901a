"""No month is shown as a number and no share as a fraction, wherever people read a lever."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractSpinBox, QLabel, QLineEdit, QWidget

from engine import PARAMETERS, Document, Scenario, parameter
from engine.analysis.variants import Lever, levers
from engine.tables.parameter import Parameter
from engine.values import PerFamily
from gui.document import templates
from gui.document.session import Session
from gui.levers.foresight import MEASURES, ForesightQuestion, answer
from gui.levers.panel import LeverPanel
from gui.pages.compare.rows import inputs
from gui.report import words
from gui.report.content import Order, gather
from gui.report.markdown import markdown
from gui.report.pdf import ASSUMED
from gui.report.readable import ASSUMED_VALUE, readable
from gui.run.change_sentence import levers_moved
from gui.words.value_texts import bounds_words, shown_unit

SCENARIO = templates.example("public_record_2026_11").scenario
DATES = [row for row in PARAMETERS if row.is_date]
SHARES = [row for row in PARAMETERS if row.is_share]
MONTH = 47  # of which no text has the number by chance: Dec 2028
FRACTION = 0.4137
EVENT = {
    "kind": "supply_stop",
    "scope": "gpu",
    "start_month": 47,
    "duration_months": 7,
    "severity": 0.4137,
}
BARE_MONTH = re.compile(r"(?<![\d.,+−])47(?![\d.,]*\d)(?!%)")
BARE_FRACTION = re.compile(r"0[.,]\d*4137|(?<![\d])[.,]4137")
WRITTEN_AS_KEYS = re.compile(r"months since start|start_month|\bshare\b of [A-Z]|shares? since")


def moved(row: Parameter) -> Scenario:
    """One lever at a month or a share that is easily told."""
    if row.is_date:
        return SCENARIO.having(**{row.key: MONTH})
    if row.sums_to_one:
        value = {"tpu": FRACTION, "trainium": 1 - FRACTION, "gpu": 0.0}
        return SCENARIO.having(**{row.key: value})
    if row.per_family:
        now: PerFamily = getattr(SCENARIO, row.key)
        return SCENARIO.having(**{row.key: now.having(gpu=share_of(row))})
    return SCENARIO.having(**{row.key: share_of(row)})


def share_of(row: Parameter) -> float:
    """As it ends in the same digits wherever it is allowed."""
    return next(s for s in (FRACTION, 0.04137, 0.64137) if row.low <= s <= row.high)


def assert_told(said: str) -> None:
    said = html.unescape(re.sub(r"<[^>]+>", " ", said))
    assert not BARE_FRACTION.search(said), said
    assert not BARE_MONTH.search(said), said


def texts_of(widget: QWidget) -> Iterator[str]:
    """All that a widget shows, tips and says, with what is in it."""
    for each in (widget, *widget.findChildren(QWidget)):
        yield from (each.toolTip(), each.accessibleName(), each.accessibleDescription())
        if isinstance(each, QLabel | QLineEdit | QAbstractSpinBox):
            yield each.text()


@pytest.fixture(scope="module")
def panels() -> dict[str, LeverPanel]:
    return {}


@pytest.mark.parametrize("row", [*DATES, *SHARES], ids=lambda row: row.key)
def test_that_a_lever_its_history_and_the_sentence_say_dates_and_percents(qtbot, row):
    after = moved(row)
    session = Session(Document(SCENARIO))
    panel = LeverPanel(session)
    qtbot.addWidget(panel)
    lever = panel.row(row.key)
    session.edit(row.key, getattr(after, row.key))
    texts = [*texts_of(lever), session.history.undoText(), *levers_moved(SCENARIO, after)]
    for text in texts:
        assert_told(text)
    wanted = "Dec 2028" if row.is_date else f"{share_of(row) * 100:.4g}%"
    assert wanted in " ".join(texts)
    panel.stop()


def test_that_curves_behind_levers_say_dates_and_percents():
    of = tuple(lever for lever in levers(SCENARIO) if lever.row.is_date or lever.row.is_share)
    for lever, preview in answer(ForesightQuestion(SCENARIO, of, MEASURES[0], 12)).items():
        assert not re.search(r" at \d+\.$| from 0\.\d", preview.words), (lever, preview.words)


@pytest.mark.parametrize("row", [*DATES, *SHARES], ids=lambda row: row.key)
def test_that_the_page_of_comparison_says_dates_and_percents(row):
    after = moved(row)
    for each in inputs((SCENARIO, after)):
        assert_told(each.text(after))
        assert_told(each.unit)
        assert "since start" not in each.unit
        assert not each.unit.startswith("share")


def test_that_a_report_says_dates_and_percents():
    after = SCENARIO
    for row in DATES:
        after = after.having(**{row.key: MONTH})
    for row in SHARES:
        after = after.having(**{row.key: getattr(moved(row), row.key)})
    after = after.having(events=[EVENT])
    content = gather(Order(Document(after), SCENARIO, None))
    assumed = readable(content.tables["assumptions"], {ASSUMED_VALUE: content.scenario})
    pages = [
        " ".join(assumed.text(i, j) for j in ASSUMED[:2]) + f" {assumed.rows[i][ASSUMED[2]]}"
        for i in range(len(assumed.rows))
    ]
    of_words = list(words.summary(content))
    for said in (*pages, *of_words, *markdown(content).replace("\\", "").splitlines()):
        assert_told(said)
        assert not WRITTEN_AS_KEYS.search(said), said


def test_that_no_label_or_help_counts_months_from_nought():
    for row in PARAMETERS:
        for text in (row.label, row.help):
            assert not re.search(r"month \d|\bin month$", text), text


def test_that_a_chance_is_set_and_told_in_percent(qtbot):
    session = Session(Document(SCENARIO))
    panel = LeverPanel(session)
    qtbot.addWidget(panel)
    row, line = parameter("p_grid"), panel.row("p_grid").line
    session.edit("p_grid", 0.35)
    assert (line.spin.text(), shown_unit(row), bounds_words(row)) == ("35", "%", ("0", "100"))
    line.spin.lineEdit().setText("40")
    line.spin.lineEdit().setModified(True)
    qtbot.keyClick(line.spin, Qt.Key.Key_Return)
    assert session.scenario.p_grid == 0.4  # as it is stored, and was
    assert Lever("p_slip", "gpu").row.is_share
    panel.stop()
