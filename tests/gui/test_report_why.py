"""The Why page in a report: the parts are the engine's, and sum to what has changed."""

from __future__ import annotations

import pytest

from engine.analysis.kpi import at
from engine.analysis.waterfall import waterfall
from gui.document import templates
from gui.report.content import Order, gather
from gui.report.markdown import markdown
from gui.words.kpis import DEFAULT_MONTH, month_index

CHANGES = {"power_budget_gw": 1.0, "availability": 0.8}


@pytest.fixture(scope="module")
def content():
    document = templates.default_document()
    before = document.scenario.having(**CHANGES)
    return gather(Order(document, baseline=before, pages=("why",)))


def test_that_the_parts_of_each_figure_sum_to_what_has_changed(content):
    table = content.tables["why_parts"]
    figures = dict.fromkeys(row[0] for row in table.rows)
    assert len(figures) == 5
    for figure in figures:
        rows = [row for row in table.rows if row[0] == figure]
        before, now = rows[0][5], rows[-1][5]
        groups = [row[5] for row in rows[1:-1] if row[3] is None]
        levers = [row[5] for row in rows if row[3] is not None]
        assert before + sum(groups) == pytest.approx(now)
        assert before + sum(levers) == pytest.approx(now)
        assert {row[3] for row in rows if row[3] is not None} == set(CHANGES)


def test_that_they_are_the_engine_s(content):
    kpi = at("capacity_eflops", month_index(content.result, DEFAULT_MONTH))
    found = waterfall(content.order.baseline, content.scenario, kpi)
    parts = {key: part for levers in found.levers.values() for key, part in levers.items()}
    label = next(r[0] for r in content.tables["why_parts"].rows if "apacity" in r[0])
    rows = [r for r in content.tables["why_parts"].rows if r[0] == label and r[3] is not None]
    assert {row[3]: row[5] for row in rows} == pytest.approx(parts)


def test_that_the_summary_in_words_has_the_table(content):
    assert content.tables["why_parts"].title in markdown(content)


def test_that_without_a_baseline_there_is_nothing_to_split():
    content = gather(Order(templates.default_document(), pages=("why",)))
    assert content.tables["why_parts"].rows == ()
