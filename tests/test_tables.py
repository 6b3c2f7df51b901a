"""The two tables: every row is complete, and a new row needs no other edit."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from engine.files.scenario_files import Document, text_of
from engine.run.simulation import Simulation
from engine.tables.output import Series
from engine.tables.parameter import Parameter
from engine.tables.scenario import GROUPS, PARAMETERS, Scenario
from engine.tables.series import SERIES
from engine.values import PerFamily

ROOT = Path(__file__).parent.parent
UNIT_LIMIT = 30  # characters: it stands beside a number


@pytest.mark.parametrize("row", PARAMETERS, ids=lambda row: row.key)
def test_that_a_parameter_says_all_that_a_lever_needs(row: Parameter) -> None:
    assert row.key.isidentifier()
    assert row.key == row.key.lower()
    assert row.label[0].isupper() or row.label[0].isdigit()
    assert not row.label.endswith(".")
    assert 0 < len(row.unit) <= UNIT_LIMIT
    assert row.source.strip() == row.source != ""
    assert row.grade in ("A", "B", "C")
    assert row.role in ("headline", "decision", "assumption")
    assert row.group in {group.GROUP for group in GROUPS}  # type: ignore[attr-defined]
    assert row.allowed.startswith("allowed is ")


@pytest.mark.parametrize("row", [*PARAMETERS, *SERIES], ids=lambda row: row.key)
def test_that_a_help_text_is_whole_sentences(row: Parameter | Series) -> None:
    assert row.help.endswith(".")
    assert row.help[0].isupper()
    assert "  " not in row.help
    assert "\n" not in row.help


@pytest.mark.parametrize(
    "row", [row for row in PARAMETERS if row.is_number or row.per_family], ids=lambda row: row.key
)
def test_that_a_default_lies_within_bounds_and_a_step_within_the_range(row: Parameter) -> None:
    assert row.low is not None
    assert row.high is not None
    defaults = list(row.default.values()) if isinstance(row.default, PerFamily) else [row.default]
    for default in defaults:
        assert default is None or row.low <= default <= row.high  # type: ignore[operator]
    assert 0 < row.step <= row.high - row.low
    assert row.scale == "linear" or row.low > 0
    assert not row.whole or float(row.step).is_integer()


def test_that_keys_are_unique_and_labels_within_their_group() -> None:
    for table in (PARAMETERS, SERIES):
        keys = [row.key for row in table]
        assert len(set(keys)) == len(keys)
    labels = [(row.group, row.label) for row in PARAMETERS]
    assert len(set(labels)) == len(labels)
    assert len({row.label for row in SERIES}) == len(SERIES)


def test_that_every_parameter_is_a_field_of_the_scenario_with_the_rows_default() -> None:
    scenario = Scenario()
    for row in PARAMETERS:
        assert getattr(scenario, row.key) == row.default
    assert list(scenario.values()) == [row.key for row in PARAMETERS]
    assert scenario.problems() == ()


@pytest.mark.parametrize("row", SERIES, ids=lambda row: row.key)
def test_that_a_series_is_a_quantity_of_the_simulation(row: Series) -> None:
    names = [row.key] if row.total else []
    names += [f"{row.key}_by_family"] if row.by_family else []
    assert names
    for name in names:
        assert name in Simulation.HOMES


@pytest.mark.parametrize("row", SERIES, ids=lambda row: row.key)
def test_that_a_series_can_be_written_as_the_user_reads_it(row: Series) -> None:
    assert row.text(0.0)
    assert row.codes or row.text(float("nan")) == "undefined"
    assert 0 < len(row.unit) <= UNIT_LIMIT


# A fake row in each table, as somebody would add it: in a copy of the engine, one edit

FAKE_PARAMETER = """\
    fusion_gw: float = number(
        0.25, unit="GW fusion", low=0, high=3, step=0.05, grade="C",
        label="Fusion power", help="Power of the sun.", source="a test",
    )
"""
FAKE_SERIES = """\
    Series("sunshine_gw", "Sunshine", "GW", ",.1f", "Power twice over."),
"""
FAKE_QUANTITY = """\
    @quantity
    def sunshine_gw(self) -> Array:
        return self.it_power_gw * 2

"""
USE = """
from engine import Scenario, __main__ as command_line, simulate
from engine.csv_out import result_csv
from engine.files.scenario_files import Document, parse, text_of
scenario = Scenario()
"""


@pytest.fixture
def house(tmp_path: Path) -> Path:
    """A copy of the engine that can be edited; the rest is only linked to."""
    shutil.copytree(ROOT / "engine", tmp_path / "engine")
    for name in ("resources", "tests"):
        (tmp_path / name).symlink_to(ROOT / name)
    return tmp_path


def edit(file: Path, before: str, added: str) -> None:
    """Put `added` before the first line that begins with `before`."""
    text = file.read_text("utf-8")
    place = text.index(f"\n{before}") + 1
    file.write_text(text[:place] + added + text[place:], "utf-8")


def run(house: Path, *lines: str, code: int = 0) -> str:
    """What a fresh Python in the house prints; its complaint where it is to fail."""
    done = subprocess.run(
        [sys.executable, "-c", "\n".join((USE, *lines))],
        cwd=house,
        env={**os.environ, "PYTHONPATH": str(house)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == code, done.stderr
    return done.stdout if code == 0 else done.stderr


@pytest.fixture
def with_fusion(house: Path) -> Path:
    edit(house / "engine" / "tables" / "rows" / "power.py", "    power_start_gw", FAKE_PARAMETER)
    return house


def test_that_a_new_parameter_is_in_the_saved_file_and_read_back(with_fusion: Path) -> None:
    out = run(
        with_fusion,
        "changed = scenario.having(fusion_gw=1.5)",
        "text = text_of(Document(changed))",
        "assert parse(text.encode()).scenario == changed != scenario",
        "print(text)",
    )
    assert '    "fusion_gw": 1.5,\n' in out
    assert '"fusion_gw"' not in text_of(Document(Scenario()))


def test_that_a_new_parameter_is_described_set_and_refused_out_of_bounds(
    with_fusion: Path,
) -> None:
    out = run(
        with_fusion,
        "command_line.main(['describe', 'parameters'])",
        "print(command_line.with_settings(scenario, ['fusion_gw=2']).fusion_gw)",
        "try:",
        "    scenario.having(fusion_gw=4)",
        "except ValueError as error:",
        "    print(error)",
    )
    *described, value, refusal = out.splitlines()
    line = (
        "fusion_gw,Fusion power,GW fusion,0.25,0,3,0.05,linear,Power,0,Power of the sun.,a test,C,"
        "0.175,0.325,grade C"
    )
    assert line in described
    assert value == "2.0"
    assert refusal == "fusion_gw = 4: allowed is a number from 0 to 3 GW fusion"


def test_that_a_new_parameter_is_drawn_by_the_property_tests(with_fusion: Path) -> None:
    out = run(
        with_fusion,
        "from hypothesis import Phase, find, settings",
        "from tests.engine.strategies import scenarios",
        "quick = settings(database=None, deadline=None, derandomize=True, phases=[Phase.generate])",
        "print(find(scenarios(), lambda s: s.fusion_gw == 3, settings=quick).fusion_gw)",
    )
    assert float(out) == 3


@pytest.mark.parametrize(
    ("good", "bad"),
    [
        ('help="Power of the sun."', 'help=""'),
        ('source="a test"', 'source=""'),
        ('grade="C"', 'grade="D"'),
        ("high=3", "high=-1"),
        ("0.25,", "25.0,"),
        ("step=0.05", "step=0"),
    ],
)
def test_that_a_row_with_a_slip_is_refused_at_once(house: Path, good: str, bad: str) -> None:
    slip = FAKE_PARAMETER.replace(good, bad)
    edit(house / "engine" / "tables" / "rows" / "power.py", "    power_start_gw", slip)
    assert "fusion_gw" in run(house, code=1)


def test_that_a_new_series_is_in_the_csv_and_described(house: Path) -> None:
    edit(house / "engine" / "tables" / "series.py", ")\n\n_BY_KEY", FAKE_SERIES)
    edit(
        house / "engine" / "run" / "graph" / "fleet.py",
        "    @quantity\n    def it_power_gw(",
        FAKE_QUANTITY,
    )
    out = run(
        house,
        "result = simulate(scenario)",
        "assert (result['sunshine_gw'] == 2 * result['it_power_gw']).all()",
        "print(result_csv(result).splitlines()[0])",
        "print(result_csv(result, units=True).splitlines()[0])",
        "command_line.main(['describe', 'series'])",
    )
    plain, with_units, *described = out.splitlines()
    assert plain.endswith(",sunshine_gw")
    assert with_units.endswith(",sunshine_gw [GW]")
    assert described[-1] == "sunshine_gw,Sunshine,GW,1,0,sunshine_gw,Power twice over."
