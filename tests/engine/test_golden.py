"""Stored runs of the specification's reference program, reproduced through the command line."""

from __future__ import annotations

import csv
import io
import json
import math
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from engine import __main__ as command_line
from engine.files.scenario_files import load, parse
from engine.resource import resource

GOLDEN = Path(__file__).parent / "golden"
ROOT = GOLDEN.parents[2]
NAMES = sorted(path.stem for path in GOLDEN.glob("*.json"))
PRESETS = sorted(entry.name for entry in resource("scenarios").iterdir())
TEXTS = ("t", "month", "binding")
TOLERANCE = 1e-9  # of the value, and of the largest value of its series

Table = dict[str, list[str]]


def table(text: str) -> Table:
    header, *rows = csv.reader(io.StringIO(text))
    return {key: [row[i] for row in rows] for i, key in enumerate(header)}


def first_difference(ours: Table, stored: Table) -> str:
    """Where the tables first differ; empty where they agree."""
    if list(ours) != list(stored):
        return f"headers: {list(ours)}"
    for key, column in stored.items():
        if len(ours[key]) != len(column):
            return f"{key} has {len(ours[key])} months"
        if key in TEXTS:
            if ours[key] != column:
                return f"{key}: {ours[key]}"
            continue
        largest = max((abs(float(y)) for y in column if y), default=0.0)
        for t, (x, y) in enumerate(zip(ours[key], column, strict=True)):
            if not near(x, y, largest):
                return f"{key} in month {t}: {x}, stored is {y}"
    return ""


def near(x: str, y: str, largest: float) -> bool:
    if not (x and y):  # undefined agrees with undefined only
        return x == y
    return abs(float(x) - float(y)) <= TOLERANCE * (abs(float(y)) + largest)


@pytest.mark.parametrize("name", NAMES)
def test_that_the_command_line_reproduces_a_stored_run(name: str) -> None:
    command = [sys.executable, "-m", "engine", "run", str(GOLDEN / f"{name}.json"), "--csv", "-"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    assert first_difference(table(done.stdout), table((GOLDEN / f"{name}.csv").read_text())) == ""


@pytest.mark.parametrize("preset", PRESETS)
def test_that_a_shipped_scenario_gives_the_stored_run_of_its_name(
    preset: str, tmp_path: Path
) -> None:
    file, out = tmp_path / preset, tmp_path / "series.csv"
    file.write_bytes(resource("scenarios", preset).read_bytes())
    assert command_line.main(["run", str(file), "--csv", str(out)]) == 0
    stored = (GOLDEN / f"{Path(preset).stem}.csv").read_text()
    assert first_difference(table(out.read_text()), table(stored)) == ""


@pytest.mark.parametrize("preset", PRESETS)
def test_that_a_shipped_scenario_has_the_values_of_the_stored_one(preset: str) -> None:
    shipped = parse(resource("scenarios", preset).read_bytes())
    stored = load(GOLDEN / f"{Path(preset).stem}.json")
    # how its notes write money is the shipped one's own
    assert replace(shipped.scenario, notes="") == replace(stored.scenario, notes="")
    assert shipped.scenario.notes
    assert shipped.notices == stored.notices == ()


def test_that_the_four_presets_are_shipped() -> None:
    assert [Path(preset).stem for preset in PRESETS] == [
        "article_2025_10",
        "one_supplier_gpu",
        "power_starved",
        "public_record_2026_09",
    ]


def test_that_every_stored_run_has_its_scenario() -> None:
    assert sorted(path.stem for path in GOLDEN.glob("*.csv")) == NAMES


def test_that_a_difference_would_be_noticed() -> None:
    stored = table((GOLDEN / "article_2025_10.csv").read_text())
    value = float(stored["rent_bn"][50])
    for wrong in (repr(value * (1 + 1e-7)), ""):
        ours = stored | {"rent_bn": [*stored["rent_bn"][:50], wrong, *stored["rent_bn"][51:]]}
        assert first_difference(ours, stored).startswith("rent_bn in month 50")


def test_that_the_stored_scenarios_give_every_parameter() -> None:
    for name in NAMES:
        content = json.loads((GOLDEN / f"{name}.json").read_text())
        assert all(not isinstance(v, float) or math.isfinite(v) for v in content.values())
        assert {"title", "description", "events", "seed"} <= set(content)
