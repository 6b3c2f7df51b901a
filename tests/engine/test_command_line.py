"""The headless twin: runs, settings, and the two tables, from a terminal."""

from __future__ import annotations

import csv
import io
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from engine import __main__ as command_line
from engine.__main__ import with_settings
from engine.files.scenario_files import Document, save
from engine.problems import ScenarioError
from engine.run.simulate import simulate
from engine.tables.scenario import PARAMETERS, Scenario
from engine.tables.series import SERIES

ROOT = Path(__file__).parents[2]


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "mine.headroom"
    save(Document(Scenario()), path)
    return path


@pytest.mark.parametrize(
    ("setting", "key", "value"),
    [
        ("wacc=0.2", "wacc", 0.2),
        (" wacc = 0.2 ", "wacc", 0.2),
        ("horizon_months=120", "horizon_months", 120),
        ("horizon_months=120.0", "horizon_months", 120),
        ("power_budget_gw=1e1", "power_budget_gw", 10.0),
        ("start=2026-03", "start", "2026-03"),
        ('start="2026-03"', "start", "2026-03"),
        ("substitute_any=true", "substitute_any", True),
        ("substitute_any=1", "substitute_any", True),
        ("investment_budget_bn_per_year=20", "investment_budget_bn_per_year", 20.0),
        ("investment_budget_bn_per_year=none", "investment_budget_bn_per_year", None),
        ("investment_budget_bn_per_year=null", "investment_budget_bn_per_year", None),
        ("investment_budget_bn_per_year=", "investment_budget_bn_per_year", None),
        ("revenue_anchors=[[0, 2], [5, 3]]", "revenue_anchors", ((0, 2.0), (5, 3.0))),
        ("events=[]", "events", ()),
    ],
)
def test_that_a_setting_changes_one_parameter(setting: str, key: str, value: Any) -> None:
    changed = with_settings(Scenario(), [setting])
    assert getattr(changed, key) == value
    assert type(getattr(changed, key)) is type(value)
    assert changed == Scenario().having(**{key: value})


def test_that_a_setting_with_a_family_changes_that_family_alone() -> None:
    changed = with_settings(Scenario(), ["owned_share.tpu=0.5", "owned_share.gpu=1"])
    assert dict(changed.owned_share) == {"tpu": 0.5, "trainium": 0.0, "gpu": 1.0}


def test_that_a_setting_takes_all_families_as_an_object() -> None:
    changed = with_settings(Scenario(), ['mix={"tpu": 0, "trainium": 0, "gpu": 1}'])
    assert dict(changed.mix) == {"tpu": 0.0, "trainium": 0.0, "gpu": 1.0}


def test_that_settings_are_checked_together() -> None:
    shares = ["mix.tpu=0", "mix.trainium=0", "mix.gpu=1"]
    assert dict(with_settings(Scenario(), shares).mix) == {"tpu": 0, "trainium": 0, "gpu": 1}


@pytest.mark.parametrize(
    ("setting", "line"),
    [
        ("wacc", "wacc: allowed is KEY=VALUE"),
        ("", ": allowed is KEY=VALUE"),
        ("wacc=7", "wacc = 7: allowed is a number from 0 to 0.25 share per year"),
        ("wacc=a lot", "wacc = 'a lot': allowed is a number from 0 to 0.25 share per year"),
        ("wacc=NaN", "wacc = nan: allowed is a number"),
        ("wacc=-Infinity", "wacc = -inf: allowed is a number"),
        ("wacc=1e999", "wacc = inf: allowed is a number"),
        ("wacc=none", "wacc = None: allowed is a number"),
        ("wacc=" + "9" * 5000, "wacc = "),
        ("wacc=" + "[" * 100_000, "wacc = "),
        ("WACC=0.1", "WACC: no such parameter; `describe parameters` lists them"),
        ("=1", ": no such parameter"),
        ("name=Mine", "name: no such parameter"),
        ("wacc.tpu=0.1", "wacc.tpu = 0.1: has no families"),
        ("mix.abacus=0.1", "mix.abacus = 0.1: families are tpu, trainium, gpu"),
        ("mix.tpu=0.9", "mix = {'tpu': 0.9, "),
        ("mix.tpu=2", "mix.tpu = 2: allowed is a number from 0 to 1"),
        ("mix=1", "mix = 1: allowed is a number from 0 to 1 share of IT power for each family"),
        ("mix=1 mix.tpu=0", "mix = '1 mix.tpu=0'"),
        ("start=2030-01", "start = '2030-01': allowed is a month from 2024-01 to 2028-01"),
        ("seed=-1", "seed = -1: allowed is a whole number from 0 to 4294967295 integer"),
        (
            "active_params=0",
            "active_params = 0: allowed is a number from 1000000000 to 2000000000000 parameters",
        ),
        ("seed=٣", "seed = '٣': allowed is a whole number"),
        (
            "revenue_anchors=[[0, 1e308]]",
            "revenue_anchors[0] = [0, 1e+308]: allowed is a list of 1 to 500 [month, $bn], "
            "months ascending from 0 to 1200, values from 1e-09 to 1000000000",
        ),
        ("revenue_anchors=[[0, 1e-320]]", "revenue_anchors[0] = [0, 1e-320]: allowed is a list"),
        (
            "events=[" + "{}," * 500 + "{}]",
            "events = 501 of them: allowed is a list of at most 500 events",
        ),
        ('mix={"tpu": 0, "tpu": 1, "trainium": 0, "gpu": 0}', "mix.tpu: stands there twice"),
        ('events=[{"kind": "base_loss", "kind": 1}]', "events.kind: stands there twice"),
        ("horizon_months=96.5", "horizon_months = 96.5: allowed is a whole number from 12 to"),
    ],
)
def test_that_a_setting_that_cannot_be_is_refused_in_one_line(
    file: Path, capsys: pytest.CaptureFixture[str], setting: str, line: str
) -> None:
    code = command_line.main(["run", str(file), "--csv", "-", "--set", setting])
    printed = capsys.readouterr()
    assert (code, printed.out) == (2, "")
    assert printed.err.count("\n") == 1
    assert printed.err.removeprefix("--set: ").startswith(line.removeprefix(": "))
    assert len(printed.err) < 500


@pytest.mark.parametrize(
    ("settings", "twice"),
    [
        (["wacc=0.1", "wacc=0.2"], "wacc"),
        (["wacc=0.1", "pue=1.2", " wacc = 0.1"], "wacc"),
        (["mix.gpu=0.5", "mix.gpu=1"], "mix.gpu"),
        (["mix.gpu=1", 'mix={"tpu": 0, "trainium": 0, "gpu": 1}'], "mix"),
        (['mix={"tpu": 0}', 'mix={"tpu": 0, "trainium": 0, "gpu": 1}'], "mix"),
    ],
)
def test_that_what_is_set_twice_is_refused(
    file: Path, capsys: pytest.CaptureFixture[str], settings: list[str], twice: str
) -> None:
    words = [word for setting in settings for word in ("--set", setting)]
    assert command_line.main(["run", str(file), "--csv", "-", *words]) == 2
    assert capsys.readouterr().err == f"--set: {twice}: is set twice\n"


@pytest.mark.parametrize("option", ["--csv", "--draws"])
@pytest.mark.parametrize("form", ["{} 8", "{}=8"])
def test_that_an_option_is_taken_once(
    file: Path, capsys: pytest.CaptureFixture[str], option: str, form: str
) -> None:
    words = ["run", str(file), "--csv", "-", "--draws", "8", *form.format(option).split()]
    with pytest.raises(SystemExit) as left:
        command_line.main(words)
    printed = capsys.readouterr()
    assert (left.value.code, printed.out) == (2, "")
    assert f"{option} is given twice" in printed.err
    assert printed.err.count("\n") == 1


def test_that_an_object_and_then_one_of_its_families_are_taken_together() -> None:
    settings = ['mix={"tpu": 0, "trainium": 0.5, "gpu": 1}', "mix.trainium=0"]
    assert dict(with_settings(Scenario(), settings).mix) == {"tpu": 0, "trainium": 0, "gpu": 1}


def test_that_one_family_of_a_value_that_is_no_object_is_refused() -> None:
    for value in ("1", '"tpu"', "[1]", "none"):
        with pytest.raises(ScenarioError):
            with_settings(Scenario(), [f"mix={value}", "mix.tpu=0"])


def test_that_the_csv_has_a_line_a_month_and_every_digit(
    file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert command_line.main(["run", str(file), "--csv", "-", "--set", "horizon_months=12"]) == 0
    rows = list(csv.DictReader(io.StringIO(capsys.readouterr().out)))
    result = simulate(Scenario().having(horizon_months=12))
    assert [row["month"] for row in rows] == [f"2025-{m:02d}" for m in range(1, 13)]
    assert [float(row["rent_bn"]) for row in rows] == result["rent_bn"].tolist()


def test_that_the_same_run_writes_the_same_bytes_to_a_file_and_to_the_terminal(
    file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "out.csv"
    assert command_line.main(["run", str(file), "--csv", str(out)]) == 0
    assert command_line.main(["run", str(file), "--csv", "-"]) == 0
    assert capsys.readouterr().out == out.read_text()
    assert out.read_bytes().startswith(b"t,month,")  # for programs: without the mark of UTF-8


def test_that_undefined_is_an_empty_cell(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    nothing = ["initial_it_mw", "supply_chips_per_year"]
    settings = [f"{key}.{family}=0" for key in nothing for family in Scenario().families]
    arguments = [word for setting in settings for word in ("--set", setting)]
    assert command_line.main(["run", str(file), "--csv", "-", *arguments]) == 0
    rows = list(csv.DictReader(io.StringIO(capsys.readouterr().out)))
    assert {row["usd_per_pflop_hour"] for row in rows} == {""}
    assert {row["capacity_eflops"] for row in rows} == {"0.0"}


def test_that_unknown_keys_are_said_beside_the_result(
    file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file.write_text(file.read_text().replace('"wacc"', '"colour": 1, "wacc"'))
    assert command_line.main(["run", str(file), "--csv", "-"]) == 0
    printed = capsys.readouterr()
    assert printed.err == f"{file}: unknown keys, kept but not used: colour\n"
    assert printed.out.startswith("t,month,")


@pytest.mark.parametrize(
    "arguments", [[], ["run"], ["run", "x"], ["fly"], ["describe"], ["describe", "chips"]]
)
def test_that_a_command_that_is_none_is_refused_in_one_line(
    arguments: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as left:
        command_line.main(arguments)
    printed = capsys.readouterr()
    assert (left.value.code, printed.out) == (2, "")
    assert printed.err.count("\n") == 1


def test_that_describe_lists_each_parameter_and_each_series(
    capsys: pytest.CaptureFixture[str],
) -> None:
    for table, rows in (("parameters", PARAMETERS), ("series", SERIES)):
        assert command_line.main(["describe", table]) == 0
        listed = list(csv.DictReader(io.StringIO(capsys.readouterr().out)))
        assert [row["key"] for row in listed] == [row.key for row in rows]


def test_that_a_reader_that_has_seen_enough_is_no_fault(file: Path) -> None:
    command = f"'{sys.executable}' -m engine run '{file}' --csv - | head -1"
    done = subprocess.run(
        ["bash", "-o", "pipefail", "-c", command],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.stdout.startswith("t,month,")
    assert done.stderr == ""
