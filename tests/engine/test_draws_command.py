"""`python -m engine run --draws`: bands and risk as two tables."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest

from engine.__main__ import main
from engine.ensemble import BAND_COLUMNS, all_columns

FILE = str(Path(__file__).parent / "golden" / "article_2025_10.json")
FAMILIES = ("tpu", "trainium", "gpu")


def table(text):
    return list(csv.DictReader(io.StringIO(text)))


def test_draws_write_bands_of_every_column_and_the_risk_beside_them(tmp_path):
    path = tmp_path / "bands.csv"
    assert main(["run", FILE, "--csv", str(path), "--draws", "64"]) == 0
    rows = table(path.read_text("utf-8"))
    assert len(rows) == 96
    for column in all_columns(FAMILIES):
        assert {f"{column}_{share}" for share in BAND_COLUMNS} <= set(rows[0])
    assert {"risk_short", "risk_ever_short", "risk_hhi_foundry"} <= set(rows[0])
    assert float(rows[50]["capacity_eflops_p5"]) <= float(rows[50]["capacity_eflops_p95"])
    risk = {
        row["measure"]: row["value"] for row in table((tmp_path / "bands-risk.csv").read_text())
    }
    assert risk["draws"] == "64"
    assert 0 <= float(risk["chance_of_shortfall"]) <= 1
    assert float(risk["cost_cvar95"]) >= float(risk["cost_p95"])
    assert risk["largest_base_loss"] in FAMILIES
    assert "hedge_premium_against_gpu" in risk


def test_the_same_file_and_seed_give_the_same_digits(capsys):
    texts = []
    for _ in range(2):
        assert main(["run", FILE, "--csv", "-", "--draws", "64"]) == 0
        texts.append(capsys.readouterr().out)
    assert texts[0] == texts[1]
    bands, risk = texts[0].split("\n\n")
    assert bands.startswith("t,month,")
    assert risk.startswith("measure,unit,value")


def test_the_tables_say_whether_they_are_exact(capsys, monkeypatch):
    assert main(["run", FILE, "--csv", "-", "--draws", "64"]) == 0
    bands, risk = capsys.readouterr().out.split("\n\n")
    assert {(row["quantiles"], row["quantiles_rank_error"]) for row in table(bands)} == {
        ("exact", "0.0")
    }
    measures = {row["measure"]: (row["unit"], row["value"]) for row in table(risk)}
    assert measures["quantiles"] == ("exactness", "exact")
    assert measures["totals"] == ("exactness", "exact")
    costs = {name: value for name, value in measures.items() if name.startswith("cost_")}

    monkeypatch.setattr("engine.ensemble.EXACT_DRAWS", 32)
    monkeypatch.setattr("engine.quantiles.BUFFER", 16)
    assert main(["run", FILE, "--csv", "-", "--draws", "64"]) == 0
    bands, risk = capsys.readouterr().out.split("\n\n")
    bound = str((1 * 1 + 1 * 2 + 1) / 64)  # 4 buffers: 2 merges of single draws, 1 of pairs
    assert {(row["quantiles"], row["quantiles_rank_error"]) for row in table(bands)} == {
        ("sketch", bound)
    }
    measures = {row["measure"]: (row["unit"], row["value"]) for row in table(risk)}
    assert measures["quantiles"] == ("exactness", "sketch")
    assert measures["quantiles_rank_error"] == ("share", bound)
    assert measures["totals"] == ("exactness", "exact")
    assert {name: measures[name] for name in costs} == costs


@pytest.mark.parametrize("draws", ["0", "-5", "1000001", "many", "1e3", "1_0", "9" * 30])
def test_a_wrong_number_of_draws_is_one_line(draws, capsys, tmp_path):
    path = tmp_path / "bands.csv"
    assert main(["run", FILE, "--csv", str(path), "--draws", draws]) == 2
    [line] = capsys.readouterr().err.splitlines()
    assert line == f"--draws = {draws}: allowed is a whole number from 1 to 1000000"
    assert not path.exists()
