"""Cells, headings and scores as they are written, and where a table may be put."""

from __future__ import annotations

import csv
import io
import math
from pathlib import Path

import pytest

from engine import Document, Scenario, ScenarioError, simulate
from engine.analysis.backtest import Answer, Backtest
from engine.csv_out import RISK_COLUMNS, _short, cell, result_csv, score_text
from engine.files.scenario_files import save
from engine.table_file import checked_table_file, risk_file
from engine.tables.observed import Observed


def test_that_a_heading_has_its_unit_where_that_is_asked_for_and_words_have_none() -> None:
    result = simulate(Scenario().having(horizon_months=12))
    for units, power, binding in (
        (False, "it_power_gw", "binding"),
        (True, "it_power_gw [GW IT]", "binding"),
    ):
        rows = list(csv.DictReader(io.StringIO(result_csv(result, units=units))))
        assert len(rows) == 12
        assert list(rows[0])[:2] == ["t", "month"]
        assert [row["t"] for row in rows] == [str(t) for t in range(12)]
        assert rows[11]["month"] == "2025-12"
        assert float(rows[3][power]) == result["it_power_gw"][3]
        assert rows[3][binding] in ("demand", "supply", "budget", "power")
        assert f"{binding} [" not in result_csv(result, units=units)


@pytest.mark.parametrize(
    ("value", "said"),
    [
        (None, ""),
        (999.94, "999.9"),
        (-999.4, "-999.4"),
        (1000.0, "1,000"),
        (-1000.0, "-1,000"),
        (12345.6, "12,346"),
        (0.00012345, "0.0001234"),
    ],
)
def test_that_a_value_beside_the_record_has_four_digits_or_all_before_the_point(
    value: float | None, said: str
) -> None:
    assert _short(value) == said


def answer(value: float | None, low: float | None = None, high: float | None = None) -> Answer:
    return Answer(Observed("it_power_gw", "2026-01", low, 2.0, high, "GW", "", "A"), value)


def test_that_a_score_says_how_many_lie_inside_and_how_far_off_they_are() -> None:
    assert score_text(Backtest((answer(None),))) == "no value has an interval to lie in"
    inside, beyond, open_ended = answer(2.0, 1.0, 3.0), answer(2 * math.e, 1.0, 3.0), answer(2.0)
    assert score_text(Backtest((inside, beyond, open_ended))) == (
        "1 of 2 values that have an interval lie in it (50%); mean log error 0.333 from the "
        "middle, over 3 (a factor of 1.40)"
    )


def test_that_a_cell_is_a_number_in_full_or_a_text_that_is_no_formula() -> None:
    assert [cell(value) for value in (1.5, 0.1 + 0.2, 7, None, math.nan)] == [
        *("1.5", "0.30000000000000004", "7", "", "")
    ]
    for text in ("=1+1", "+1", "-1", "@x", "\tx"):
        assert cell(text) == f"'{text}"
    assert [cell(text) for text in ("a=b", "", "x-1")] == ["a=b", "", "x-1"]


def test_that_a_table_is_put_where_no_file_that_is_read_is(tmp_path: Path) -> None:
    read, link = tmp_path / "read.csv", tmp_path / "link.csv"
    read.write_text("a,b\n1,2\n")
    link.symlink_to(read)
    checked_table_file(read, None, [])
    checked_table_file(tmp_path / "new.csv", None, [str(read)])
    for path in (read, link, tmp_path / "." / "read.csv"):
        with pytest.raises(ScenarioError, match="is the file that is read; write to another"):
            checked_table_file(path, None, [str(read)])
    with pytest.raises(ScenarioError, match="is the file that is read; write to another"):
        checked_table_file(tmp_path / "new.csv", read, [str(read)])
    with pytest.raises(ScenarioError, match="is the file that is read; write to another"):
        checked_table_file(tmp_path / "new.csv", tmp_path / "new.csv", [])


def test_that_a_table_of_risk_gives_way_to_its_like_alone(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    second = risk_file(path)
    assert second == tmp_path / "a-risk.csv"
    checked_table_file(path, second, [])
    second.write_text(",".join(RISK_COLUMNS) + "\nx,1,2\n")
    checked_table_file(path, second, [])
    second.write_text("month,value\n1,2\n")
    with pytest.raises(ScenarioError, match="is there already and is no table of risk"):
        checked_table_file(path, second, [])
    scenario = tmp_path / "plan.txt"
    save(Document(Scenario()), scenario)
    with pytest.raises(ScenarioError, match="is there already and is no table; write to another"):
        checked_table_file(scenario, None, [])
    for name in ("a.headroom", "a.xlsx", "a.json"):
        with pytest.raises(ScenarioError, match=r"a table is written as CSV; name it a\.csv"):
            checked_table_file(tmp_path / name, None, [])
