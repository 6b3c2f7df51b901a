"""Scenarios against the public record: the values compared, the verdicts, and the score."""

from __future__ import annotations

import csv
import io
import math
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

import engine
from engine import Scenario, backtest, load, observed, simulate
from engine import __main__ as command_line
from engine.analysis.backtest import STOCKS, Answer, over_time
from engine.files.other_chips import with_catalogue
from engine.files.scenario_files import Document, save
from engine.resource import resource
from engine.tables.catalogue import shipped_catalogue
from engine.tables.observed import Observed, read_observed

RECORD = "public_record_2026_11"
HEADER = "series,month,p5,p50,p95,unit,source,grade\n"
# what an independent program gave for the shipped scenarios of the record and of the article
VALUES = """
h100e 2024-12 204e3 207e3
h100e 2025-12 1135e3 1163e3
it_power_gw 2025-12 1.231 1.177
it_power_gw 2026-06 2.431 1.701
it_power_share_trainium 2025-12 0.5261 0.4378
h100e_per_mw 2025-12 922 987.5
it_power_gw_trainium 2025-12 0.6474 0.5154
it_power_gw_trainium 2025-06 0.3998 0.2869
it_power_gw_trainium 2026-03 0.8923 0.6044
it_power_gw_trainium 2026-12 1.047 0.7393
it_power_gw_tpu 2026-12 1.273 1.024
chips_alive_trainium 2025-10 638e3 504e3
chips_alive_trainium 2026-10 1089e3 786e3
chips_delivered_tpu@from:2025-11 2026-12 975e3 836e3
chips_alive_gpu 2026-11 558e3 191e3
economic_cost_bn@year 2025-12 7.63 7.067
economic_cost_bn@year 2026-12 28.22 16.71
economic_cost_bn_per_gw_year 2025-12 10.09 10.03
economic_cost_bn_per_gw_year 2026-09 11.74 9.67
revenue_bn_per_gw_year@year 2025-12 5.508 3.215
revenue_bn_per_gw_year 2026-07 24.73 5.245
revenue_bn_per_year 2025-01 1.15 1
revenue_bn_per_year 2025-05 3 1.646
revenue_bn_per_year 2025-08 5 2.391
revenue_bn_per_year 2025-10 7.2 3.067
revenue_bn_per_year 2025-12 9 -
revenue_bn_per_year 2026-01 12.3 -
revenue_bn_per_year 2026-03 25 -
revenue_bn_per_year 2026-03 25 -
revenue_bn_per_year 2026-05 48.5 -
revenue_bn_per_year 2026-07 65 -
revenue_bn@year 2025-12 4.404 2.2
revenue_bn@quarter 2025-06 0.7431 0.4135
revenue_bn@quarter 2026-03 4.483 1.361
revenue_bn@quarter 2026-06 11.89 1.918
unserved_share@history 2026-09 0 0.02136
"""


def shipped(name: str) -> Scenario:
    return load(str(resource("scenarios", f"{name}.headroom"))).scenario


def answers_by_row(name: str) -> list[tuple[str, Answer]]:
    return [(f"{a.observed.series} {a.observed.month}", a) for a in backtest(shipped(name)).answers]


def one(line: str, **changes: object) -> Answer:
    (answer,) = backtest(Scenario().having(**changes), read_observed(HEADER + line)).answers
    return answer


@pytest.mark.parametrize(("name", "column"), [(RECORD, 2), ("article_2025_10", 3)])
def test_that_each_observed_value_meets_the_number_that_another_program_gave(
    name: str, column: int
) -> None:
    lines = [line.split() for line in VALUES.strip().splitlines()]
    found = answers_by_row(name)
    assert [where for where, _ in found] == [" ".join(line[:2]) for line in lines]
    for line, (where, answer) in zip(lines, found, strict=True):
        if line[column] == "-":
            continue
        digits = len(line[column].partition("e")[0].replace(".", "").lstrip("0"))
        assert answer.value == pytest.approx(float(line[column]), rel=0.51 * 10 ** (1 - digits)), (
            where
        )


def test_that_the_shipped_record_meets_all_of_the_record_but_three_intervals_and_one_plan() -> None:
    found = backtest(shipped(RECORD))
    outside = [
        (a.observed.series, a.observed.month, a.observed.source.partition(" ")[0])
        for a in found.answers
        if a.inside is False
    ]
    assert outside == [
        ("it_power_gw", "2026-06", "derived"),
        ("revenue_bn_per_gw_year@year", "2025-12", "derived"),
        ("revenue_bn_per_year", "2026-03", "Axios"),
    ]
    (plan,) = (a for a in found.answers if a.inside is None)
    assert (plan.observed.series, plan.observed.month) == ("economic_cost_bn@year", "2026-12")
    assert plan.off == pytest.approx(0.41, abs=0.005)
    assert (found.inside, found.judged) == (32, 35)
    assert found.share_inside == pytest.approx(32 / 35)


def test_that_the_score_is_the_share_inside_and_the_mean_size_of_the_log_of_the_ratio() -> None:
    record = read_observed(
        HEADER
        + "revenue_bn_per_year,2025-01,1,1,2,bn,here,A\n"  # 1.0 is what the model says
        + "revenue_bn_per_year,2025-01,3,4,5,bn,here,A\n"  # four times too much
        + "revenue_bn_per_year,2025-01,,0.5,,bn,here,A\n"  # half as much, without an interval
        + "revenue_bn_per_year,2025-01,0.5,,,bn,here,A\n"  # without a middle
        + "revenue_bn_per_year,1999-01,1,1,1,bn,here,A\n"  # of no month of the scenario
    )
    scenario = Scenario().having(revenue_anchors=[[0, 1.0], [12, 1.0]])
    found = backtest(scenario, record)
    assert [a.inside for a in found.answers] == [True, False, None, True, None]
    assert (found.inside, found.judged, found.measured) == (2, 3, 3)
    assert found.mean_log_error == pytest.approx((0 + math.log(4) + math.log(2)) / 3)
    assert [a.off for a in found.answers] == [0, -0.75, 1.0, None, None]


def test_that_a_scenario_without_any_month_of_the_record_has_no_score_and_no_error() -> None:
    late = backtest(Scenario().having(start="2028-01"))
    assert {a.why for a in late.answers} == {"outside the scenario's months"}
    assert (late.judged, late.measured) == (0, 0)
    assert math.isnan(late.share_inside)
    assert math.isnan(late.mean_log_error)


@pytest.mark.parametrize(
    ("line", "value"),
    [
        ("revenue_bn@year,2025-12,1,1,1,bn,s,A", 12.0),
        ("revenue_bn@quarter,2025-12,1,1,1,bn,s,A", 3.0),
        ("revenue_bn@from:2025-11,2026-02,1,1,1,bn,s,A", 4.0),
        ("revenue_bn_per_year@year,2025-12,1,1,1,bn,s,A", 12.0),  # a mean, not a sum
        ("revenue_bn@history,2025-03,1,1,1,bn,s,A", 1.0),  # the highest month
        ("it_power_gw,2024-12,1,1,1,GW,s,A", 0.3),
        ("facility_power_gw,2024-12,1,1,1,GW,s,A", 0.45),
        ("it_power_gw_gpu,2024-12,1,1,1,GW,s,A", 0.2),
        ("it_power_share_gpu,2024-12,1,1,1,share,s,A", 2 / 3),
    ],
)
def test_that_a_flow_is_summed_and_a_rate_averaged_over_what_the_row_is_of(
    line: str, value: float
) -> None:
    answer = one(
        line,
        revenue_anchors=[[0, 12.0], [24, 12.0]],
        initial_it_mw={"tpu": 60, "trainium": 40, "gpu": 200},
        peak_ratio=1.5,
    )
    assert answer.value == pytest.approx(value, rel=1e-12)


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ("it_power_gw,2024-11,1,1,1,GW,s,A", "outside the scenario's months"),
        ("revenue_bn_per_year,2024-12,1,1,1,bn,s,A", "outside the scenario's months"),
        ("revenue_bn@year,2025-11,1,1,1,bn,s,A", "outside the scenario's months"),
        ("it_power_gw@quarter,2025-02,1,1,1,GW,s,A", "outside the scenario's months"),
        ("h100e@history,2024-12,1,1,1,H100e,s,A", "outside the scenario's months"),
        ("h100e@from:2026-02,2026-01,1,1,1,H100e,s,A", "outside the scenario's months"),
        ("h100e,2033-01,1,1,1,H100e,s,A", "outside the scenario's months"),
        ("h100e_abacus,2025-12,1,1,1,H100e,s,A", "the scenario has no family abacus"),
        ("it_power_share_abacus,2025-12,1,1,1,share,s,A", "the scenario has no family abacus"),
        ("beads,2025-12,1,1,1,beads,s,A", "the model has no such series"),
    ],
)
def test_that_what_the_scenario_has_not_is_said_and_is_no_error(line: str, why: str) -> None:
    answer = one(line)
    assert (answer.value, answer.inside, answer.off, answer.why) == (None, None, None, why)


def test_that_a_ratio_of_nothing_is_undefined() -> None:
    nothing = dict.fromkeys(Scenario().families, 0.0)
    answer = one(
        "h100e_per_mw,2025-03,1,1,1,per MW,s,A",
        initial_it_mw=nothing,
        supply_chips_per_year=nothing,
        contracts=[],
    )
    assert (answer.value, answer.why) == (None, "undefined")


def test_that_a_catalogue_without_a_family_of_the_record_is_compared_in_the_rest() -> None:
    chips = tuple(chip for chip in shipped_catalogue().chips if chip.family != "trainium")
    two, _ = with_catalogue(Scenario(), replace(shipped_catalogue(), chips=chips))
    found = backtest(two)
    missing = {a.observed.series for a in found.answers if "no family trainium" in a.why}
    assert missing == {"it_power_share_trainium", "it_power_gw_trainium", "chips_alive_trainium"}
    assert sum(a.value is not None for a in found.answers) == len(observed()) - 7


@pytest.mark.parametrize(
    ("p5", "p95", "inside"),
    [(1.0, None, True), (None, 1.0, True), (1.0001, None, False), (None, 0.9999, False)],
)
def test_that_an_empty_bound_is_open_and_an_end_belongs_to_the_interval(
    p5: float | None, p95: float | None, inside: bool
) -> None:
    row = Observed("h100e", "2025-12", p5, None, p95, "H100e", "here", "A")
    assert Answer(row, 1.0).inside is inside
    assert Answer(row, 1.0 + 1e-12).inside is inside


def test_that_the_stocks_that_have_a_month_before_the_first_are_series() -> None:
    assert {engine.series(key).key for key in STOCKS} == STOCKS


# The command


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "mine.headroom"
    save(Document(shipped(RECORD)), path)
    return path


def test_that_the_command_prints_every_row_its_verdict_and_the_score(
    file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert command_line.main(["backtest", str(file)]) == 0
    printed = capsys.readouterr()
    lines = printed.out.splitlines()
    assert (len(lines), printed.err) == (1 + len(observed()) + 2, "")
    heads, first = lines[0], lines[1]
    assert heads.split()[:7] == ["series", "month", "p5", "p50", "p95", "model", "verdict"]
    assert first.split()[:7] == [
        *("h100e", "2024-12", "145,190", "208,560", "298,183", "203,950", "inside")
    ]
    assert len({line.find(" inside") for line in lines if " inside  " in line}) == 1
    assert sum("OUTSIDE" in line for line in lines) == 3
    (plan,) = (line for line in lines if "+41%" in line)
    assert plan.startswith("economic_cost_bn@year")
    assert lines[-1].startswith("32 of 35 values that have an interval lie in it (91%); mean log")


def test_that_the_csv_of_a_backtest_has_full_numbers_and_empty_cells(
    file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "record.csv"
    assert command_line.main(["backtest", str(file), "--csv", str(path)]) == 0
    assert capsys.readouterr().out.startswith("32 of 35 values")
    rows = list(csv.DictReader(io.StringIO(path.read_text("utf-8"))))
    assert len(rows) == len(observed())
    plan = next(
        r for r in rows if (r["series"], r["month"]) == ("economic_cost_bn@year", "2026-12")
    )
    assert (plan["p5"], plan["p50"], plan["p95"], plan["inside"]) == ("", "20.0", "", "")
    assert float(plan["model"]) == pytest.approx(28.22, abs=0.005)
    assert float(plan["off"]) == float(plan["model"]) / 20 - 1
    assert [row["inside"] for row in rows].count("0") == 3

    assert command_line.main(["backtest", str(file), "--csv", "-"]) == 0
    table, score = capsys.readouterr().out.split("\n\n")
    assert f"{table}\n" == path.read_text("utf-8")
    measures = {row["measure"]: row["value"] for row in csv.DictReader(io.StringIO(score))}
    assert (measures["inside"], measures["judged"]) == ("32", "35")


def test_that_a_setting_changes_what_is_held_against_the_record(
    file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    settings = ["--set", "initial_it_mw.gpu=400"]
    assert command_line.main(["backtest", str(file), *settings]) == 0
    first = capsys.readouterr().out.splitlines()[1]
    assert first.split()[6] == "OUTSIDE"


@pytest.mark.parametrize(
    ("words", "line"),
    [
        (["backtest", "{gone}"], "gone.headroom: "),
        (["backtest", "{file}", "--set", "wacc=7"], "wacc = 7: allowed is a number"),
        (["backtest", "{file}", "--csv", "{file}"], "mine.headroom: a table is written as CSV"),
    ],
)
def test_that_bad_input_of_a_backtest_is_one_line_and_exit_code_2(
    file: Path, capsys: pytest.CaptureFixture[str], words: list[str], line: str
) -> None:
    before = file.read_bytes()
    places = {"file": str(file), "gone": str(file.with_name("gone.headroom"))}
    assert command_line.main([word.format(**places) for word in words]) == 2
    printed = capsys.readouterr()
    assert (printed.out, printed.err.count("\n")) == ("", 1)
    assert line in printed.err
    assert file.read_bytes() == before


def test_that_the_command_describes_the_record_as_its_file_does(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert command_line.main(["describe", "observed"]) == 0
    assert read_observed(capsys.readouterr().out) == observed()


def test_that_a_quantity_over_time_is_in_each_month_what_the_record_takes_it_over() -> None:
    of = Scenario()
    result = simulate(of)
    cost = result["economic_cost_bn"]
    year = over_time(result, "economic_cost_bn@year")
    assert year is not None
    assert np.isnan(year[:11]).all()
    assert year[11] == pytest.approx(cost[:12].sum())
    assert year[23] == pytest.approx(cost[12:24].sum())
    to_date = over_time(result, "commitment_bn_tpu@to_date")
    assert to_date is not None
    np.testing.assert_allclose(to_date, np.cumsum(result["commitment_bn_tpu"]))
    since = over_time(result, "chips_delivered_tpu@from:2025-11")
    assert since is not None
    assert np.isnan(since[:10]).all()
    assert since[12] == pytest.approx(result["chips_delivered_tpu"][10:13].sum())
    mean = over_time(result, "revenue_bn_per_gw_year@year")
    assert mean is not None
    assert mean[11] == pytest.approx(result["revenue_bn_per_gw_year"][:12].mean())
    assert over_time(result, "chips_alive_abacus") is None


def test_that_a_run_that_is_there_is_not_made_again() -> None:
    result = simulate(Scenario())
    assert backtest(Scenario(), result=result) == backtest(Scenario())
