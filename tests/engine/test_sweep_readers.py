"""A sweep's folder as others read it: pandas and DuckDB in one line, xarray from its NetCDF."""

from __future__ import annotations

import sys
from pathlib import Path

import duckdb
import numpy as np
import pandas
import pytest
import xarray

from engine import ScenarioError
from engine.__main__ import main
from engine.sweep import netcdf
from engine.sweep.findings import Findings, read_findings
from engine.sweep.folder import Folder
from engine.sweep.plan_file import parse_plan
from engine.sweep.pools import Here
from engine.sweep.running import run
from engine.sweep.tables import read_file

ROOT = Path(__file__).parent.parent.parent
PLAN = """
name = "Two suppliers"
bases = ["article_2025_10", "one_supplier_gpu"]
draws = 32
columns = ["capacity_eflops", "it_power_gw_tpu"]
[[dimension]]
key = "power_budget_gw"
values = [1, 3]
"""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("swept")
    run(parse_plan(PLAN.encode(), ROOT), Folder(path), Here())
    return path


def costs(found: Findings) -> list[float]:
    return list(found.mean("economic_cost"))


def test_that_pandas_reads_the_results_in_one_line(folder: Path) -> None:
    table = pandas.read_parquet(folder / "results")
    cost = table[table["quantity"] == "economic_cost"].sort_values("scenario")
    assert cost["mean"].tolist() == costs(read_findings(folder))
    scenarios = pandas.read_parquet(folder / "scenarios.parquet")
    assert scenarios["power_budget_gw"].tolist() == [1, 3, 1, 3]


def test_that_duckdb_reads_the_results_in_one_line(folder: Path) -> None:
    table = duckdb.sql(f"from '{folder}/results/**/*.parquet'")
    asked = table.filter("quantity = 'economic_cost'").order("scenario").select("mean")
    assert [mean for (mean,) in asked.fetchall()] == costs(read_findings(folder))


def test_that_xarray_reads_from_netcdf_what_the_folder_holds(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["sweep", "report", str(folder), "--netcdf"]) == 0
    assert capsys.readouterr().out.splitlines()[-1] == str(folder / "sweep.nc")
    found = read_findings(folder)
    with xarray.open_dataset(folder / "sweep.nc", engine="h5netcdf") as data:
        assert data.attrs["title"] == "Two suppliers"
        assert data["base"].values.tolist() == ["article_2025_10"] * 2 + ["one_supplier_gpu"] * 2
        assert data["power_budget_gw"].values.tolist() == [1, 3, 1, 3]
        assert data["economic_cost"].sel(statistic="mean").values.tolist() == costs(found)
        assert data["economic_cost"].attrs["units"] == "$bn"
        table = read_file(folder / Folder(folder).name(2))
        rows = [i for i, name in enumerate(table["quantity"]) if name == "capacity_eflops"]
        line = data["capacity_eflops"].sel(scenario=2, statistic="p95")
        assert line.values.tolist() == [table["p95"][i] for i in rows]
        months = np.datetime_as_string(line["month"].values, "M").tolist()
        assert months == [table["month"][i] for i in rows]
        assert np.isnan(data["capacity_eflops"].sel(statistic="worst5")).all()


def test_that_netcdf_that_cannot_be_written_is_told_and_leaves_nothing(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("manifest.json", "summary.csv"):
        (tmp_path / name).write_bytes((folder / name).read_bytes())
    with pytest.raises(ScenarioError, match="cannot be"):
        netcdf.write_netcdf(tmp_path)
    left = sorted(path.name for path in tmp_path.iterdir())
    assert left == ["manifest.json", "summary.csv"]
    monkeypatch.setitem(sys.modules, "h5netcdf", None)
    with pytest.raises(ScenarioError, match=r"needs h5netcdf: install headroom\[netcdf\]"):
        netcdf.write_netcdf(folder)
