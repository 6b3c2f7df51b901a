"""Claims added to a scenario: judged with the rest, on the charts, undone, saved, plain."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from engine import Scenario, simulate
from engine.analysis.backtest import quantities, quantity_unit
from engine.analysis.verdicts import as_statement, judge, own_statements
from engine.files import scenario_files
from engine.tables.own import OwnClaim
from engine.tables.statements import statements
from gui.charts import specs
from gui.pages.evidence.claim_form import ClaimForm

HOSTILE = '<img src="file:///etc/passwd"> =1+1'


def claim(series: str, low: float | None, high: float | None = None, **more: str) -> OwnClaim:
    cells = {"detail": "So much.", "who": "A colleague", "said": "2026-10", "month": "2026-12"}
    return OwnClaim(series=series, low=low, high=high, **{**cells, **more})


@pytest.fixture
def page(window, qtbot):
    window.pages.show_key("evidence")
    found = window.pages["evidence"]
    qtbot.waitUntil(lambda: bool(found.claims.table.read.rows), timeout=20_000)
    return found


def form_of(page, button) -> ClaimForm:
    button.click()
    return next(form for form in page.claims.findChildren(ClaimForm) if form.isVisible())


def fill(form: ClaimForm, **texts: str) -> None:
    for key, text in texts.items():
        getattr(form, key).setText(text)


def add(page, **more: str) -> None:
    form = form_of(page, page.claims.add)
    form.quantity.setCurrentIndex(form.quantity.findData("chips_alive_tpu"))
    usual = {
        "detail": "Half a million TPUs.",
        "who": "A colleague",
        "said": "2026-10-03",
        "month": "Dec 2026",
        "low": "500,000",
        "high": "",
        "source": "a talk",
    }
    fill(form, **{**usual, **more})
    form.keep.click()


def await_rows(page, qtbot, count: int) -> None:
    table = page.claims.table
    qtbot.waitUntil(lambda: len(table.read.rows) == count, timeout=20_000)


def test_that_what_is_added_is_judged_with_the_rest_and_live(page, window, qtbot):
    shipped = len(statements())
    add(page, low="900,000")
    window.presenter.interaction.rest()
    await_rows(page, qtbot, shipped + 1)
    [row] = [row for row in page.claims.table.read.rows if row.key.part == "own"]
    texts = [cell.text for cell in row.cells]
    assert texts[:4] == [
        "2026-10-03",
        "A colleague",
        "Half a million TPUs.",
        "at least 900,000 chips",
    ]
    assert texts[6] == "✓ holds"
    page.claims.part.setCurrentIndex(page.claims.part.findData("own"))
    assert len(page.claims.table.read.rows) == 1
    page.claims.table.selectRow(0)
    assert "a talk" in page.claims.detail.words.text()
    assert page.claims.detail.plot.spec.observed is not None
    window.session.edit("power_budget_gw", 0.5)
    window.presenter.interaction.rest()
    qtbot.waitUntil(
        lambda: "contradicted" in page.claims.table.read.rows[0].cells[6].text, timeout=20_000
    )


def test_that_adding_changing_and_removing_are_a_step_each_and_saved(page, window, qtbot, tmp_path):
    session, steps = window.session, window.session.history.index()
    add(page)
    window.presenter.interaction.rest()
    await_rows(page, qtbot, len(statements()) + 1)
    page.claims.table.selectRow(
        page.claims.table.row_of(as_statement(session.scenario.own_claims[0]))
    )
    form = form_of(page, page.claims.change)
    assert form.low.text() == "500000"
    fill(form, low="", high="2 million")
    form.keep.click()
    [changed] = session.scenario.own_claims
    assert (changed.low, changed.high) == (None, 2e6)
    session.save(tmp_path / "mine.headroom")
    assert scenario_files.load(tmp_path / "mine.headroom").scenario.own_claims == (changed,)
    window.presenter.interaction.rest()
    qtbot.waitUntil(lambda: page.claims.table.row_of(as_statement(changed)) >= 0, timeout=20_000)
    page.claims.table.selectRow(page.claims.table.row_of(as_statement(changed)))
    page.claims.remove.click()
    assert session.scenario.own_claims == ()
    assert session.history.index() == steps + 3
    for count in (1, 1, 0):
        session.history.undo()
        assert len(session.scenario.own_claims) == count
    for count in (1, 1, 0):
        session.history.redo()
        assert len(session.scenario.own_claims) == count


def test_that_shipped_claims_are_nobody_s_to_change(page):
    page.claims.table.selectRow(0)
    assert page.claims.change.isHidden()
    assert page.claims.remove.isHidden()


def test_that_what_is_missing_or_unclear_is_said_and_nothing_is_kept(page, window):
    form = form_of(page, page.claims.add)
    for texts, said in (
        ({}, "Write what was said."),
        ({"detail": "So much."}, "Write who said it."),
        ({"who": "Somebody"}, "Write when it was said."),
        ({"said": "lately"}, "Write the month."),
        ({"month": "Dec 2026", "low": "1"}, "allowed is a date"),
        ({"said": "2026", "low": "", "high": ""}, "one or two numbers"),
        ({"low": "3", "high": "2"}, "the lower one first"),
        ({"low": "plenty"}, "plenty"),
    ):
        fill(form, **texts)
        form.keep.click()
        assert said in form.problem.text(), texts
    assert window.session.scenario.own_claims == ()
    form.reject()


def test_that_hostile_text_stays_text(page, window, qtbot):
    add(page, detail=HOSTILE, who=HOSTILE, source=HOSTILE)
    window.presenter.interaction.rest()
    await_rows(page, qtbot, len(statements()) + 1)
    page.claims.table.selectRow(0)
    shown = [label for label in page.claims.findChildren(QLabel) if "<img" in label.text()]
    assert shown
    assert all(label.textFormat() == Qt.TextFormat.PlainText for label in shown)


def test_that_each_quantity_has_its_unit_and_can_be_judged():
    plan = Scenario()
    for name in quantities(plan.families):
        assert quantity_unit(name), name
    assert quantity_unit("economic_cost_bn@year") == "$bn"
    assert quantity_unit("economic_cost_bn") == "$bn/month"
    assert quantity_unit("abacus") == ""
    held = plan.having(own_claims=[claim(name, -1e12) for name in quantities(plan.families)])
    for found in judge(held, own_statements(held)):
        assert found.verdict.value in ("holds", "untold"), found.statement.series
        assert found.verdict.value == "holds" or found.why == "undefined"


@pytest.mark.parametrize(
    ("series", "chart", "choice", "factor"),
    [
        ("capacity_eflops", "capacity", "", 1.0),
        ("demand_eflops", "capacity", "", 1.0),
        ("chips_alive_trainium", "fleet", "chips", 1e-6),
        ("it_power_gw_tpu", "power", "", None),
        ("h100e", "h100e", "", 1e-6),
        ("usd_per_pflop_hour", "unit_cost", "pflop_hour", 1.0),
        ("commitment_bn_gpu@to_date", "cost", "signed_by_family@to_date", 1.0),
        ("economic_cost_bn", "cost", "economic", 1.0),
    ],
)
def test_that_it_stands_on_its_line_or_layer(series, chart, choice, factor):
    plain = simulate(Scenario())
    column, at, _ = series.partition("@")
    line = plain[column]
    value = float(line[:24].sum() if at else line[23])
    for low, met in ((value * 0.9, True), (value * 1.1, False)):
        result = simulate(Scenario().having(own_claims=[claim(series, low)]))
        spec = specs.charts(specs.ALL_CHARTS, result, {chart: choice})[chart]
        before = specs.charts(specs.ALL_CHARTS, plain, {chart: choice})[chart]
        [mark] = [mark for mark in spec.marks if mark not in before.marks]
        assert (mark.place, mark.met) == (23, met)
        scale = Scenario().peak_ratio if factor is None else factor
        family = column.rpartition("_")[2]
        layers = dict(zip(Scenario().families, spec.layers, strict=False))
        below = float(layers[family].lower[23]) if family in layers else 0.0
        assert mark.value == pytest.approx(below + low * scale)
        assert "A colleague claims for Dec 2026" in mark.words


def test_that_it_is_on_no_chart_of_another_quantity_or_over_other_months():
    held = Scenario().having(
        own_claims=[claim("chips_alive_tpu", 1), claim("capacity_eflops@year", 1)]
    )
    result, plain = simulate(held), simulate(Scenario())
    found = specs.charts(specs.ALL_CHARTS, result)
    usual = specs.charts(specs.ALL_CHARTS, plain)
    more = {key for key in found if found[key].marks != usual[key].marks}
    assert more == {"fleet"}
