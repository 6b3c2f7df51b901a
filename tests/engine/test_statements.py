"""The story and the record: every sentence has its line, its source and its verdict."""

from __future__ import annotations

import csv
import dataclasses
import io
from collections import Counter

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
    parts = Counter(row.part for row in statements())
    assert parts == {"article": 18, "compute": 24, "deals": 44, "revenue": 36, "prices": 15}


# of each row of the record: when it was said, or a part of that, and a number or a name in it
RECORD = """
2025-09-02 300,000|2025-09-02 sevenfold|2025-09-02 $183 bn|2025-10-23 one million|2025-12 $8.0 bn
2025-10-21 $7 bn|2025-11-03 500,000|2025-11-03 a million Trainium2|2025-11-12 $50 bn
2025-11-18 $30 bn|2025-11-18 up to $10 bn|2025-11-28 600,000|2025-12-11 $21 bn
2026-02-05 1.4 million|2026-02-12 $380 bn|2026-02-12 $14 bn|2026-04-06 3.5 GW|2026-04-06 $30 bn
2026-04 $1 million|2026-04-20 5 GW|2026-04-20 $5 bn|2026-04-20 100,000 customers|2026-04-24 $40 bn
2026-05 $200 bn|2026-05-06 325,000|2026-05-28 $965 bn|2026-05-28 $47 bn|2026-06-01 draft prospectus
2026-08-17 $65 bn|2026-08-17 $11.5 bn|2026 $4.73 bn|2025 $0.787 bn|2026-08-31 350 MW
2026-09-28 $4.59 bn|2026-09-28 $8.06 bn|2026-09-28 $7.33 bn|2026-09-28 $518 bn|2026-09-28 161.2
2026-09-28 110 with|2026-09-28 84.5|2026-09-28 Two customers|2026-09-28 $180 bn|2026-09-28 2.5 GW
2026-09-28 2.6 GW|2026 MI450|2026-09 398 MW|2026-09 626 MW|2026-09 910 MW|2026-09 1,925 MW
2026-09 125,598|2026-09 100,478|2026-09 123,804|2026-09 946 MW|2026-09 1,531 MW|2026-06-30 190.4
2024-01 0.087|2025-01 $1 bn|2025-05-30 $3 bn|2025-08-31 $5 bn|2025-12-31 $9 bn|2026-03-18 $19 bn
2026-09-28 0.38|2026 32%|2026-03-10 28 days|2026-04 about 8|2026 80%|2025-07 60%|2025-10 a thousand
2025-09-02 16.7|2023 0.285|2026-09-03 $2.5 bn|2026-09-03 $6.78 bn|2025 $1.7 bn|2026 $20 bn
2026 19 to $26 bn|2026 6 to $8 bn|2026-05-14 $8.5 bn|2026-09-03 209 thousand|2026-09-03 1.19 million
2026-09-03 1.38 GW|2026-09-03 52%|2026-09-03 865|2026-09-03 754|2026-09-03 $1.95|2026-09-03 1.74
2026-09-03 1,900|2026-09-03 1.39|2026-09-03 2,090|2026-09-03 55 to 90%|2026-04 neither
2026-05-03 90 days|2026-05 Maia|2026-07 $35 bn|2026-07-06 401 MW|2026-07 50.1%|2026-08-05 chips
2026-08-26 460 MW|2026-08-31 Nueces|2026-09-24 $11.6 bn|2026-09-29 cancelled|2026-10-01 $42 bn
2026-10-01 Thanksgiving|2026-10-07 245 MW|2026-10-07 45%|2026-08-23 6,000|2026-09 0.559
2026-09-28 $42 bn|2026-09-08 2.00|2026-09-14 2,300 W|2026-09-14 8.5|2026-09-14 1.4 to 3
2026-09-16 v6.1|2026-08 2.68|2026-08 5.66|2026-10-05 Futures|2026-08-26 Trainium4|2026-08-26 96.2
2026-09 16.7 bn|2026 $1.6 bn|2026-10-01 $500 bn|2026-05 3.1%|2026-01 3.95
"""


@pytest.mark.parametrize("found", RECORD.strip().replace("\n", "|").split("|"))
def test_that_every_row_of_the_record_has_a_line(found: str) -> None:
    said, _, words = found.partition(" ")
    assert any(row.said.startswith(said) and words in row.detail for row in statements()), found


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
    assert (len(told), len(holds)) == (59, 50)
    revenue = next(j for j in found if "2.2 bn" in j.statement.detail)
    assert (
        revenue.verdict is ClaimVerdict.CONTRADICTED
    )  # the story's figure, overtaken by the record
    assert revenue.statement.later
