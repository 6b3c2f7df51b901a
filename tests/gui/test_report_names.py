"""What reports are called, what they may replace, and what is printed of them."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import unicodedata
from pathlib import Path

import pytest

from engine import Document, Scenario
from engine.files import scenario_files
from engine.files.target import LONGEST_NAME
from gui.report.options import FORMATS
from gui.report.write import file_names, report_stems
from gui.words.sanitize import alike, file_stem
from tests.gui.reports import write

ROOT = Path(__file__).parents[2]
SHORT = Scenario().having(horizon_months=12)


def headroom(*words: object, encoding: str = "utf-8") -> subprocess.CompletedProcess:
    environment = os.environ | {"PYTHONIOENCODING": encoding}
    command = [sys.executable, "-m", "gui", *map(str, words)]
    return subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, check=False)


def saved(folder: Path, name: str, scenario: Scenario = SHORT) -> Path:
    folder.mkdir(exist_ok=True)
    scenario_files.save(Document(scenario), folder / name)
    return folder / name


def stems(*names: str) -> list[str]:
    return report_stems([Path(name) for name in names], [Scenario()] * len(names))


# Stems


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        (("plan.headroom", "PLAN.headroom", "Plan.headroom"), ["plan", "PLAN-2", "Plan-3"]),
        (("stra\u00dfe.headroom", "STRASSE.headroom"), ["stra\u00dfe", "STRASSE-2"]),
        (("caf\u00e9.headroom", "cafe\u0301.headroom"), ["caf\u00e9", "caf\u00e9-2"]),
        (("plan.headroom", "plan-risk.headroom"), ["plan", "plan-risk-2"]),
        (("plan-overview.headroom", "plan.headroom"), ["plan-overview", "plan"]),
        (("plan.headroom", "plan-2.headroom", "b/plan.headroom"), ["plan", "plan-2", "plan-3"]),
        (("Comparison.headroom", "comparison"), ["Comparison", "comparison-2"]),
    ],
)
def test_that_no_two_reports_have_a_file_in_common(names, expected) -> None:
    found = stems(*names)
    assert found == expected
    every = [alike(name) for stem in found for name in file_names(stem)]
    assert len(every) == len(set(every))


@pytest.mark.parametrize("letter", ["\u8a08", "\u00e9", "\U00020000", "\u0928\u093f", "a"])
def test_that_a_stem_leaves_room_for_every_ending(letter) -> None:
    stem = file_stem(letter * 200)
    assert stem
    for name in file_names(f"{stem}-99"):
        assert len(name.encode()) <= LONGEST_NAME
    assert len(f"{stem}.headroom.bak".encode()) <= LONGEST_NAME


def test_that_marks_of_vowels_stay_in_a_name() -> None:
    assert file_stem("\u092f\u094b\u091c\u0928\u093e") == "\u092f\u094b\u091c\u0928\u093e"
    assert file_stem(unicodedata.normalize("NFD", "\u00e9t\u00e9")) == "\u00e9t\u00e9"


def test_that_everything_written_is_a_name_that_is_known_before(tmp_path, qapp) -> None:
    two = [SHORT, SHORT.having(pue=1.3)]
    write(tmp_path, two, FORMATS, baseline=SHORT.having(pue=1.2), draws=8)
    known = {name for stem in ("r0", "r1", "comparison") for name in file_names(stem)}
    found = {path.name for path in tmp_path.iterdir()}
    assert found <= known
    assert "r0-risk.csv.headroom" in found
    assert "comparison-levers.csv" in found


def test_that_long_names_of_several_bytes_are_reported(tmp_path) -> None:
    name = "\u8a08" * 80
    plan = saved(tmp_path, f"{name}.headroom")
    done = headroom("report", plan, "--out", tmp_path / "o", "--format", "csv")
    assert (done.returncode, done.stderr) == (0, b"")
    assert any(
        path.name.endswith("-assumptions.csv.headroom") for path in (tmp_path / "o").iterdir()
    )


# What may be replaced


def test_that_a_report_is_written_again_over_its_like_with_and_without_the_scenario(
    tmp_path, qapp
) -> None:
    for outside in (False, True, True, False):
        write(tmp_path, [SHORT, SHORT.having(pue=1.3)], FORMATS, draws=8, outside=outside)
        assert (tmp_path / "r0.csv.headroom").exists() != outside


@pytest.mark.parametrize(
    "name",
    ["plan.md", "plan.pdf", "plan.csv", "plan.xlsx", "plan-overview.png", "plan-fleet.svg"],
)
def test_that_what_no_report_wrote_is_not_replaced(tmp_path, name) -> None:
    plan, there = saved(tmp_path, "plan.headroom"), tmp_path / name
    there.write_bytes(b"# About Headroom\n\nmine, and nobody else's\n")
    done = headroom("report", plan, "--out", tmp_path, "--format", ",".join(FORMATS))
    says = "is there already and of no report; write to another folder, or remove it first"
    assert done.returncode == 2
    assert done.stderr.decode() == f"{there}: {says}\n"
    assert there.read_bytes().endswith(b"nobody else's\n")
    assert {path.name for path in tmp_path.iterdir()} == {"plan.headroom", name}


@pytest.mark.parametrize("outside", [(), ("--outside",)])
def test_that_a_scenario_called_as_one_beside_a_table_stays(tmp_path, outside) -> None:
    plan = saved(tmp_path, "plan.headroom")
    neighbour = saved(tmp_path, "plan.csv.headroom", SHORT.having(pue=1.5))
    before = neighbour.read_bytes()
    done = headroom("report", plan, "--out", tmp_path, "--format", "csv", *outside)
    assert done.returncode == 2
    assert b"is a scenario; write to another folder" in done.stderr
    assert neighbour.read_bytes() == before


def test_that_a_baseline_is_not_written_over_by_a_second_name_of_it(tmp_path) -> None:
    plan, base = saved(tmp_path / "a", "plan.headroom"), saved(tmp_path / "b", "base.headroom")
    (tmp_path / "o").mkdir()
    os.link(base, tmp_path / "o" / "plan.md")
    before = base.read_bytes()
    out = ("--out", tmp_path / "o", "--format", "md", "--baseline", base)
    done = headroom("report", plan, *out)
    assert done.returncode == 2
    assert b"is the file that is read; write to another" in done.stderr
    assert base.read_bytes() == before


# What is typed, and what is printed


@pytest.mark.parametrize(
    ("option", "value", "says"),
    [
        ("--scale", "\u0663", "allowed are 1, 2, 3, 4"),
        ("--scale", "1_0", "allowed are 1, 2, 3, 4"),
        ("--scale", "0", "allowed are 1, 2, 3, 4"),
        ("--draws", "\u0664", "allowed is a whole number from 1 to 1000000"),
        ("--size", "1600000000x900", "--size = 1600000000x900: allowed is 320x240 to"),
        ("--size", "\u0661600x900", "allowed is WIDTHxHEIGHT"),
    ],
)
def test_that_numbers_of_other_scripts_and_sizes_are_refused(tmp_path, option, value, says) -> None:
    plan = saved(tmp_path, "plan.headroom")
    done = headroom("report", plan, "--out", tmp_path / "o", option, value)
    assert done.returncode == 2
    assert says in done.stderr.decode()
    assert done.stderr.count(b"\n") == 1
    assert not (tmp_path / "o").exists()


def test_that_an_option_of_a_report_is_taken_once(tmp_path) -> None:
    plan = saved(tmp_path, "plan.headroom")
    done = headroom("report", plan, "--out", tmp_path / "o", "--out", tmp_path / "p")
    assert (done.returncode, list(tmp_path.iterdir())) == (2, [plan])
    assert b"--out is given twice" in done.stderr


@pytest.mark.parametrize("encoding", ["cp1252", "ascii"])
def test_that_another_code_page_stops_no_report_and_no_check(tmp_path, encoding) -> None:
    plan = saved(tmp_path, "\u8a08\u753b.headroom")
    done = headroom(
        "report", plan, "--out", tmp_path / "o", "--format", "csv,md", encoding=encoding
    )
    assert (done.returncode, done.stderr) == (0, b"")
    written = sorted((tmp_path / "o").glob("*.csv")) + sorted((tmp_path / "o").glob("*.md"))
    assert len(done.stdout.splitlines()) == len(written) == 5
    assert b"\\u8a08\\u753b.csv" in done.stdout
    done = headroom("verify", *written, encoding=encoding)
    assert (done.returncode, done.stderr) == (0, b"")
    assert len(done.stdout.splitlines()) == 5


def test_that_a_reader_that_has_seen_enough_stops_no_report(tmp_path) -> None:
    plan = saved(tmp_path, "plan.headroom")
    command = (
        f"'{sys.executable}' -m gui report '{plan}' --out '{tmp_path}/o' --format csv | head -1"
    )
    done = subprocess.run(
        ["bash", "-o", "pipefail", "-c", command], cwd=ROOT, capture_output=True, check=False
    )
    assert (done.returncode, done.stderr) == (0, b"")
    assert (tmp_path / "o" / "plan-chips.csv").exists()


@pytest.mark.skipif(sys.platform == "win32", reason="no SIGKILL on Windows, nor SIGINT to one")
def test_that_ctrl_c_stops_a_report_cleanly(tmp_path) -> None:
    plan = saved(tmp_path, "plan.headroom", Scenario())
    command = [sys.executable, "-m", "gui", "report", plan, "--out", tmp_path / "o"]
    report = subprocess.Popen(
        [*map(str, command), "--draws", "1000000"], cwd=ROOT, stderr=subprocess.PIPE, text=True
    )
    try:
        first = report.stderr.readline()
        report.send_signal(signal.SIGINT)
        _, rest = report.communicate(timeout=60)
    finally:
        report.kill()
    assert "left (Ctrl+C stops)" in first
    assert rest.splitlines()[-1] == "stopped; nothing was written"
    assert "Traceback" not in rest
    assert report.returncode == 130
    assert not list(tmp_path.rglob("*.part"))
