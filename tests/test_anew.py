"""`make anew`: what follows from the two tables is shown, and written when asked for."""

from __future__ import annotations

import csv
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.test_tables import FAKE_PARAMETER, FAKE_QUANTITY, FAKE_SERIES, ROOT, edit

SCHEMA = "resources/headroom-scenario.schema.json"
RUN = Path("tests") / "engine" / "golden" / "article_2025_10.csv"
# of the suite, what fails where something that is made from the tables is stale
CLAIMS = (
    "tests/test_tables.py::test_that_a_parameter_says_all_that_a_lever_needs",
    "tests/test_tables.py::test_that_a_series_is_a_quantity_of_the_simulation",
    "tests/engine/test_parameters.py::test_that_describe_covers_every_column_of_the_stored_runs",
    "tests/engine/test_golden.py::test_that_a_shipped_scenario_gives_the_stored_run_of_its_name",
    "tests/engine/test_golden.py::test_that_a_shipped_scenario_has_the_values_of_the_stored_one",
    "tests/engine/test_file_versions.py::test_that_the_newest_sample_is_what_saving_it_writes",
    "tests/engine/test_file_versions.py::test_that_the_published_schema_is_made_of_the_table",
    "tests/engine/test_file_versions.py::test_that_the_shipped_scenarios_keep_to_the_schema",
)


@pytest.fixture
def house(tmp_path: Path) -> Path:
    """A copy of all that is made anew, and of what makes it."""
    for name in ("engine", "packaging", "resources", "tests/engine"):
        ignored = shutil.ignore_patterns("__pycache__", "*.png", "fonts")
        shutil.copytree(ROOT / name, tmp_path / name, ignore=ignored)
    for name in ("gui", "pyproject.toml", "tests/test_tables.py"):
        (tmp_path / name).symlink_to(ROOT / name)
    return tmp_path


@pytest.fixture
def with_rows(house: Path) -> Path:
    """A new parameter, of which old files had nothing, and a new series."""
    edit(house / "engine" / "tables" / "rows" / "power.py", "    power_start_gw", FAKE_PARAMETER)
    migrations = house / "engine" / "files" / "migrations.py"
    edit(migrations, '    "software_half_life_years"', '    "fusion_gw": 0.0,\n')
    edit(house / "engine" / "tables" / "series.py", ")\n\n_BY_KEY", FAKE_SERIES)
    fleet = house / "engine" / "run" / "graph" / "fleet.py"
    edit(fleet, "    @quantity\n    def it_power_gw(", FAKE_QUANTITY)
    return house


def run(house: Path, *command: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, *command],
        cwd=house,
        env={**os.environ, "PYTHONPATH": str(house)},
        capture_output=True,
        text=True,
        check=False,
    )


def anew(house: Path, *options: str) -> str:
    done = run(house, "packaging/anew.py", *options)
    assert done.returncode == 0, done.stderr
    return done.stdout


def files(house: Path) -> dict[Path, bytes]:
    return {
        path.relative_to(house): path.read_bytes()
        for folder in ("resources", "tests/engine")
        for path in (house / folder).rglob("*")
        if path.is_file() and path.parent.name != "__pycache__"
    }


def columns(path: Path) -> dict[str, list[str]]:
    header, *rows = csv.reader(path.read_text("utf-8").splitlines())
    return {name: [row[i] for row in rows] for i, name in enumerate(header)}


def test_that_nothing_in_the_repository_is_stale() -> None:
    assert anew(ROOT) == "Nothing is different.\n"


def test_that_what_new_rows_touch_is_shown_and_nothing_written(with_rows: Path) -> None:
    before = files(with_rows)
    shown = anew(with_rows)
    assert files(with_rows) == before
    assert shown.endswith("Nothing is written yet: --write does that.\n")
    for path, line in (
        (
            "resources/headroom-scenario.schema.json",
            "added (7): properties.parameters.required.fusion_gw, ",
        ),
        ("tests/engine/parameters.csv", "rows added (1): fusion_gw"),
        ("resources/scenarios/power_starved.headroom", "added (1): parameters.fusion_gw"),
        ("tests/engine/golden/article_2025_10.csv", "columns added (1): sunshine_gw"),
        ("resources/translations/headroom_fr.ts", "added (2): Source: a test, Unit: GW fusion"),
    ):
        block = shown.partition(f"{path}\n")[2]
        assert block.startswith(f"    {line}"), (path, block[:200])


def test_that_what_is_written_satisfies_the_tests_of_the_tables(with_rows: Path) -> None:
    failed = run(with_rows, "-m", "pytest", "-q", "-p", "no:cacheprovider", *CLAIMS)
    assert failed.returncode == 1, failed.stdout
    anew(with_rows, "--write")
    done = run(with_rows, "-m", "pytest", "-q", "-p", "no:cacheprovider", *CLAIMS)
    assert done.returncode == 0, done.stdout
    assert anew(with_rows) == "Nothing is different.\n"
    before, after = columns(ROOT / RUN), columns(with_rows / RUN)
    assert {name: after[name] for name in before} == before  # to the digit
    assert [float(x) for x in after["sunshine_gw"]] == pytest.approx(
        [2 * float(x) for x in before["it_power_gw"]], rel=1e-9
    )
    shipped = with_rows / "resources" / "scenarios" / "power_starved.headroom"
    assert json.loads(shipped.read_text("utf-8"))["parameters"]["fusion_gw"] == 0.0


def test_that_a_number_that_changes_is_shown_with_where_and_how_far(house: Path) -> None:
    table = columns(house / RUN)
    there = table["energy_bn"][50]
    changed = f"{float(there) * 1.25:.12g}"  # as if the equation had given that before
    text = (house / RUN).read_text("utf-8")
    assert text.count(f",{there},") == 1
    (house / RUN).write_text(text.replace(f",{there},", f",{changed},"), "utf-8")
    assert anew(house).splitlines() == [
        "tests/engine/golden/article_2025_10.csv",
        "    columns changed (1): energy_bn",
        f"    largest change: energy_bn in row 50: {changed} -> {there} (2.0e-01 of it)",
        "Nothing is written yet: --write does that.",
    ]
