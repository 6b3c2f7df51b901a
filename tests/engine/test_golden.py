"""Stored runs of the specification's reference program, reproduced through the command line."""

from __future__ import annotations

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
from tests.engine.stored_runs import first_difference, first_difference_of_stored, table

GOLDEN = Path(__file__).parent / "golden"
ROOT = GOLDEN.parents[2]
NAMES = sorted(path.stem for path in GOLDEN.glob("*.json"))
PRESETS = sorted(entry.name for entry in resource("scenarios").iterdir())


@pytest.mark.parametrize("name", NAMES)
def test_that_the_command_line_reproduces_a_stored_run(name: str) -> None:
    command = [sys.executable, "-m", "engine", "run", str(GOLDEN / f"{name}.json"), "--csv", "-"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    stored = table((GOLDEN / f"{name}.csv").read_text())
    assert first_difference_of_stored(table(done.stdout), stored) == ""


@pytest.mark.parametrize("preset", PRESETS)
def test_that_a_shipped_scenario_gives_the_stored_run_of_its_name(
    preset: str, tmp_path: Path
) -> None:
    file, out = tmp_path / preset, tmp_path / "series.csv"
    file.write_bytes(resource("scenarios", preset).read_bytes())
    assert command_line.main(["run", str(file), "--csv", str(out)]) == 0
    stored = (GOLDEN / f"{Path(preset).stem}.csv").read_text()
    assert first_difference_of_stored(table(out.read_text()), table(stored)) == ""


@pytest.mark.parametrize("preset", PRESETS)
def test_that_a_shipped_scenario_has_the_values_of_the_stored_one(preset: str) -> None:
    shipped = parse(resource("scenarios", preset).read_bytes())
    stored = load(GOLDEN / f"{Path(preset).stem}.json")
    # how its notes write money is the shipped one's own, and where its values come from
    told = replace(shipped.scenario, notes="", own_sources=())
    assert told == replace(stored.scenario, notes="")
    assert shipped.scenario.own_sources
    assert shipped.scenario.notes
    assert shipped.notices == stored.notices == ()


def test_that_the_four_presets_are_shipped() -> None:
    assert [Path(preset).stem for preset in PRESETS] == [
        "article_2025_10",
        "one_supplier_gpu",
        "power_starved",
        "public_record_2026_11",
    ]


def test_that_every_stored_run_has_its_scenario() -> None:
    assert sorted(path.stem for path in GOLDEN.glob("*.csv")) == NAMES


def test_that_a_difference_would_be_noticed() -> None:
    stored = table((GOLDEN / "article_2025_10.csv").read_text())
    value = float(stored["rent_bn"][50])
    for wrong in (repr(value * (1 + 1e-7)), ""):
        ours = stored | {"rent_bn": [*stored["rent_bn"][:50], wrong, *stored["rent_bn"][51:]]}
        assert first_difference(ours, stored).startswith("rent_bn in month 50")
        assert first_difference_of_stored(ours | {"more": []}, stored).startswith("rent_bn in mon")
    assert first_difference_of_stored(stored | {"more": []}, stored) == ""
    less = {key: column for key, column in stored.items() if key != "rent_bn"}
    assert first_difference_of_stored(less, stored) == "no columns ['rent_bn']"


def test_that_the_stored_scenarios_give_every_parameter() -> None:
    for name in NAMES:
        content = json.loads((GOLDEN / f"{name}.json").read_text())
        assert all(not isinstance(v, float) or math.isfinite(v) for v in content.values())
        assert {"title", "description", "events", "sites", "contracts", "seed"} <= set(content)
