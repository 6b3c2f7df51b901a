"""What a sweep's folder says: indices of variance, and a folder that says it wrongly."""

from __future__ import annotations

import importlib.util
import json
import math
from pathlib import Path
from types import ModuleType

import numpy as np
import pytest

from engine import ScenarioError
from engine.sweep.findings import read_findings
from engine.sweep.folder import Folder
from engine.sweep.indices import LEAST_POINTS, indices, variance_shares
from engine.sweep.plan_file import parse_plan
from engine.sweep.pools import Here
from engine.sweep.report import write_report
from engine.sweep.running import run
from engine.sweep.summary import MANIFEST, SUMMARY

HERE = Path(__file__).parent
DESIGN = """
draws = 8
columns = []
[[dimension]]
key = "slip_max"
values = [6, 9]
[[sample]]
method = "saltelli"
points = 16
levers = {power_budget_gw = [1, 3], rho = [0, 1]}
"""


@pytest.fixture(scope="module")
def reference() -> ModuleType:
    spec = importlib.util.spec_from_file_location("by_salib", HERE / "make_indices_reference.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_that_indices_are_those_of_salib_for_the_same_runs(reference: ModuleType) -> None:
    said = json.loads(reference.REFERENCE.read_text("utf-8"))
    first, total = variance_shares(reference.runs())
    np.testing.assert_allclose(first, said["first"], atol=1e-6)
    np.testing.assert_allclose(total, said["total"], atol=1e-6)


def test_that_indices_of_ishigamis_function_are_those_worked_out_by_hand(
    reference: ModuleType,
) -> None:
    exact_first, exact_total = reference.exact()
    found = {index.lever: index for index in indices(["x", "y", "z"], reference.runs())}
    for lever, first, total in zip("xyz", exact_first, exact_total, strict=True):
        index = found[lever]
        assert abs(index.first - first) < 2 * index.first_error
        assert abs(index.total - total) < 2 * index.total_error
        assert index.total_error < 0.05
    assert list(found) == ["x", "y", "z"]  # the largest total first


def test_that_of_a_sum_each_part_alone_is_all_it_does() -> None:
    random = np.random.default_rng(1)
    first, second = random.random((2, 2, 4096))
    mixed = [np.where(np.arange(2)[:, None] == lever, second, first) for lever in range(2)]
    values = np.stack([3 * x + 4 * y for x, y in (first, second, *mixed)])
    alone, whole = variance_shares(values)
    np.testing.assert_allclose(alone, [9 / 25, 16 / 25], atol=0.05)
    np.testing.assert_allclose(whole, [9 / 25, 16 / 25], atol=0.05)


def test_that_points_that_are_not_known_are_left_out_of_all_samples() -> None:
    values = np.random.default_rng(1).random((4, 3 * LEAST_POINTS))
    holed = values.copy()
    holed[2, :5] = math.nan
    assert indices(["a", "b"], holed) == indices(["a", "b"], values[:, 5:])
    holed[0, : 2 * LEAST_POINTS + 1] = math.nan
    assert indices(["a", "b"], holed) == []
    assert indices(["a"], np.ones((3, LEAST_POINTS)))[0].total == 0


@pytest.fixture(scope="module")
def designed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("designed")
    run(parse_plan(DESIGN.encode(), HERE), Folder(path), Here())
    return path


def test_that_a_design_beside_another_dimension_has_its_indices(designed: Path) -> None:
    found = read_findings(designed)
    cost = found.mean("economic_cost").reshape(2, 4, 16)
    expected = {
        index.lever: index
        for index in indices(["power_budget_gw", "rho"], np.concatenate(cost, axis=1))
    }
    said = {index.lever: index for index in found.indices("economic_cost")}
    assert said.keys() == expected.keys()
    for lever, index in said.items():
        assert index.total == pytest.approx(expected[lever].total)
    assert said["power_budget_gw"].total > said["rho"].total


def test_that_the_report_has_the_indices(designed: Path) -> None:
    names = write_report(designed)
    assert "indices.csv" in names
    table = (designed / "report" / "indices.csv").read_text("utf-8").splitlines()
    assert table[0] == "measure,lever,first,first_error,total,total_error"
    assert len(table) == 1 + 3 * 2
    assert "with power_budget_gw and what that does with others" in (
        designed / "report" / "report.md"
    ).read_text("utf-8")


def spoilt(path: Path, target: Path, name: str, old: str, new: str) -> Path:
    """A copy of a folder's two files with one of them changed."""
    target.mkdir()
    for each in (MANIFEST, SUMMARY):
        text = (path / each).read_text("utf-8")
        assert each != name or old in text
        (target / each).write_text(text.replace(old, new, 1) if each == name else text, "utf-8")
    return target


@pytest.mark.parametrize(
    ("name", "old", "new", "told"),
    [
        (MANIFEST, '"headroom-sweep"', '"other"', "is not the folder of a sweep"),
        (MANIFEST, "{", "[" * 100_000, "is not the folder of a sweep"),
        (MANIFEST, '"version": 1', '"version": 2', "was written by a newer Headroom"),
        (MANIFEST, '"scenarios": 128', '"scenarios": "many"', "scenarios = 'many': allowed is"),
        (MANIFEST, '"scenarios": 128', '"scenarios": 7', "is a damaged table"),
        (MANIFEST, '"factors": [', '"factors": [7, ', "factors = 7: allowed is a table"),
        (MANIFEST, '"economic_cost"', '"eco\\nnomic"', "allowed is a text on one line"),
        (MANIFEST, '"levels": 64', '"levels": 0.5', "factors[1].levels = 0.5: allowed is"),
        (SUMMARY, "\n0,", "\n0,0,", "is a damaged table"),
        (SUMMARY, "\n1,", "\n0,", "is a damaged table"),
        (SUMMARY, "\n1,", "\n\x00,", "is a damaged table"),
        (SUMMARY, "rho", "roh", "is a damaged table"),
    ],
)
def test_that_a_folder_that_was_tampered_with_is_told_in_one_line(
    designed: Path, tmp_path: Path, name: str, old: str, new: str, told: str
) -> None:
    path = spoilt(designed, tmp_path / "spoilt", name, old, new)
    with pytest.raises(ScenarioError) as caught:
        read_findings(path)
    assert told in str(caught.value)
    assert len(str(caught.value).splitlines()) == 1


def test_that_a_folder_that_is_too_large_or_not_there_is_told(
    designed: Path, tmp_path: Path
) -> None:
    with pytest.raises(ScenarioError, match="is too large"):
        read_findings(designed, largest=1000)
    with pytest.raises(ScenarioError, match="is not the folder of a sweep"):
        read_findings(tmp_path / "nowhere")
    (tmp_path / MANIFEST).write_text((designed / MANIFEST).read_text("utf-8"), "utf-8")
    with pytest.raises(ScenarioError, match="nothing is finished"):
        read_findings(tmp_path)
