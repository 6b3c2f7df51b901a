"""`python -m engine run --draws`: bands and risk as two tables, how far it is, and Ctrl+C."""

from __future__ import annotations

import csv
import io
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from engine import console
from engine.__main__ import main
from engine.worlds.ensemble import BAND_COLUMNS, all_columns

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

    monkeypatch.setattr("engine.worlds.ensemble.EXACT_DRAWS", 32)
    monkeypatch.setattr("engine.worlds.quantiles.BUFFER", 16)
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


@pytest.mark.parametrize(
    "draws",
    ["0", "-5", "1000001", "many", "1e3", "1_0", "9" * 30, "٣", "६४", "１２", "²", "+5", " 5"],
)
def test_a_wrong_number_of_draws_is_one_line(draws, capsys, tmp_path):
    path = tmp_path / "bands.csv"
    assert main(["run", FILE, "--csv", str(path), "--draws", draws]) == 2
    [line] = capsys.readouterr().err.splitlines()
    assert line == f"--draws = {draws}: allowed is a whole number from 1 to 1000000"
    assert not path.exists()


def test_a_long_run_tells_how_far_it_is_and_how_long_it_takes(capsys):
    now = [0.0]
    progress = console.Progress("1000000 draws", clock=lambda: now[0])
    told = []
    for seconds, share in ((1, 0.01), (10, 0.05), (12, 0.06), (30, 0.25), (300, 1.0)):
        now[0] = seconds
        assert progress(share) is True
        told.append(capsys.readouterr().err)
    progress.end()
    assert told == [
        "",  # it may be over in a moment
        "1000000 draws: 5% done, about 3 minutes left (Ctrl+C stops)\n",
        "",
        "1000000 draws: 25% done, about 90 seconds left (Ctrl+C stops)\n",
        "",
    ]
    assert capsys.readouterr().err == ""


def test_on_a_terminal_the_line_is_written_over_and_taken_away(capsys, monkeypatch):
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    now = [0.0]
    progress = console.Progress("8 draws", clock=lambda: now[0])
    now[0] = 4.0
    progress(0.5)
    line = "8 draws: 50% done, about 4 seconds left (Ctrl+C stops)"
    assert capsys.readouterr().err == f"\r{line}"
    progress.end()
    assert capsys.readouterr().err == f"\r{' ' * len(line)}\r"


def test_a_short_run_tells_nothing(capsys, tmp_path):
    assert main(["run", FILE, "--csv", str(tmp_path / "b.csv"), "--draws", "8"]) == 0
    assert capsys.readouterr().err == ""


@pytest.mark.skipif(sys.platform == "win32", reason="no SIGKILL on Windows, nor SIGINT to one")
def test_a_million_draws_tell_how_far_they_are_and_stop_at_once(tmp_path):
    path = tmp_path / "bands.csv"
    run = subprocess.Popen(
        [sys.executable, "-m", "engine", "run", FILE, "--csv", str(path), "--draws", "1000000"],
        cwd=Path(__file__).parents[2],
        stderr=subprocess.PIPE,
        text=True,
    )
    try:
        first = run.stderr.readline()
        run.send_signal(signal.SIGINT)
        _, rest = run.communicate(timeout=60)
    finally:
        run.kill()
    assert first.startswith("1,000,000 draws: ")
    assert "left (Ctrl+C stops)" in first
    assert rest.splitlines()[-1] == "stopped; nothing was written"
    assert "Traceback" not in rest
    assert run.returncode == 130
    assert not list(tmp_path.iterdir())


@pytest.mark.skipif(sys.platform == "win32", reason="no SIGKILL on Windows, nor SIGINT to one")
def test_that_ctrl_c_while_the_command_loads_ends_it_without_a_traceback(tmp_path):
    late = (  # as numpy is looked for
        "import os, signal, sys\n"
        "class Late:\n"
        "    def find_spec(self, name, *_):\n"
        "        if name == 'numpy':\n"
        "            os.kill(os.getpid(), signal.SIGINT)\n"
        "sys.meta_path.insert(0, Late())\n"
    )
    (tmp_path / "sitecustomize.py").write_text(late)
    done = subprocess.run(
        [sys.executable, "-m", "engine", "describe", "series"],
        cwd=Path(__file__).parents[2],
        env={**os.environ, "PYTHONPATH": str(tmp_path)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stdout, done.stderr) == (-signal.SIGINT, "", "")


def test_ctrl_c_between_two_tables_waits_for_both(tmp_path):
    def write() -> None:
        with console.to_the_end():
            signal.raise_signal(signal.SIGINT)
            (tmp_path / "second").write_text("written")

    with pytest.raises(KeyboardInterrupt):
        write()
    assert (tmp_path / "second").read_text() == "written"
    assert signal.getsignal(signal.SIGINT) is signal.default_int_handler
