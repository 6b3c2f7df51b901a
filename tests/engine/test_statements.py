"""The story and the record: every sentence has its line, its source and its verdict."""

from __future__ import annotations

import csv
import dataclasses
import io

import pytest

from engine.analysis.verdicts import ClaimVerdict, judge
from engine.resource import resource
from engine.tables.statements import COLUMNS, Statement, read_statements, statements
from tests.engine.make_rank_reference import scenario

GOOD = (
    "deals,2026-02-05,AWS,A million chips.,chips_alive_tpu,2026-12,1000000,,chips,"
    "A source,https://example.org,facts,A,"
)
HEADER = ",".join(COLUMNS)


def with_cell(column: str, value: str) -> str:
    cells = dict(zip(COLUMNS, GOOD.split(","), strict=True)) | {column: value}
    out = io.StringIO()
    csv.writer(out, lineterminator="\n").writerow(cells.values())
    return f"{HEADER}\n{out.getvalue()}"


def test_that_every_sentence_of_the_story_has_a_line() -> None:
    assert len([row for row in statements() if row.part == "article"]) == 18
    assert {row.part for row in statements()} == {"article", "compute", "deals", "revenue"}


def test_that_what_charts_show_of_the_story_is_in_the_record_as_well() -> None:
    rows = csv.DictReader(io.StringIO(resource("claims.csv").read_text("utf-8")))
    said = {(row.series, row.month, row.low, row.high) for row in statements()}
    for row in rows:
        high = float(row["high"]) if row["high"] else None
        assert (row["column"], row["month"], float(row["low"]), high) in said


@pytest.mark.parametrize(
    ("column", "value", "why"),
    [
        ("part", "gossip", "part"),
        ("said", "February", "said"),
        ("who", "", "who"),
        ("detail", " ", "detail"),
        ("series", "Chips alive", "series"),
        ("series", "chips@decade", "series"),
        ("series", "", "month"),
        ("month", "2026", "month"),
        ("low", "many", "low"),
        ("low", "", "low and high"),
        ("high", "3", "low and high"),
        ("link", "http://example.org", "link"),
        ("grade", "D", "grade"),
        ("licence", "", "licence"),
    ],
)
def test_that_a_slip_in_the_file_is_named(column: str, value: str, why: str) -> None:
    with pytest.raises(ValueError, match=why) as caught:
        read_statements(with_cell(column, value))
    assert "line 2" in str(caught.value)


def test_that_another_heading_or_a_missing_cell_is_named() -> None:
    with pytest.raises(ValueError, match="line 1"):
        read_statements("a,b\n")
    with pytest.raises(ValueError, match="cells"):
        read_statements(f"{HEADER}\na,b\n")


def statement(low: float | None, high: float | None, series: str = "it_power_gw") -> Statement:
    [row] = read_statements(f"{HEADER}\n{GOOD}\n")
    return dataclasses.replace(row, series=series, month="2026-12", low=low, high=high)


def test_that_what_was_said_holds_is_off_or_is_contradicted() -> None:
    of = scenario("article_2025_10")
    [plain] = judge(of, [statement(0.1, None)])
    assert plain.verdict is ClaimVerdict.HOLDS
    assert plain.value is not None
    value = plain.value
    said = [(value * 1.2, None), (None, value / 1.2), (value * 2, None), (None, value / 2)]
    found = judge(of, [statement(low, high) for low, high in said])
    assert [j.verdict.value for j in found] == ["off", "off", "contradicted", "contradicted"]
    assert [j.off for j in found] == pytest.approx([1 / 1.2 - 1, 0.2, -0.5, 1.0])


def test_that_what_the_model_has_not_is_untold_and_says_why() -> None:
    of = scenario("article_2025_10")
    rows = [
        dataclasses.replace(statement(1, None), month="2051-01"),
        statement(1, None, "chips_alive_abacus"),
    ]
    late, strange = judge(of, rows)
    assert late.verdict is strange.verdict is ClaimVerdict.UNTOLD
    assert late.why
    assert "abacus" in strange.why


def test_that_a_sum_to_date_begins_with_the_first_month() -> None:
    from engine import simulate

    of = scenario("article_2025_10")
    [found] = judge(of, [statement(1, None, "commitment_bn@to_date")])
    assert found.value == pytest.approx(simulate(of)["commitment_bn"][:24].sum())


def test_that_growth_over_a_year_is_a_ratio_of_months() -> None:
    from engine import simulate

    of = scenario("article_2025_10")
    [found] = judge(of, [statement(1, None, "revenue_times_a_year_before")])
    line = simulate(of)["revenue_bn_per_year"]
    assert found.value == pytest.approx(line[23] / line[11])


def test_that_the_record_s_own_scenario_agrees_with_most_of_the_record() -> None:
    found = judge(scenario("public_record_2026_11"))
    told = [
        j
        for j in found
        if j.verdict in (ClaimVerdict.HOLDS, ClaimVerdict.OFF, ClaimVerdict.CONTRADICTED)
    ]
    holds = [j for j in told if j.verdict is ClaimVerdict.HOLDS]
    assert len(told) >= 50
    assert len(holds) / len(told) > 0.85
    revenue = next(j for j in found if "2.2 bn" in j.statement.detail)
    assert (
        revenue.verdict is ClaimVerdict.CONTRADICTED
    )  # the story's figure, overtaken by the record
    assert revenue.statement.later
