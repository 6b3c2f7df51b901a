"""A sweep's folder as one NetCDF file, as xarray reads it: scenario, month and statistic are axes.

Scenario after scenario goes through memory, so that it stays flat whatever the sweep's size.
"""

from __future__ import annotations

import importlib
import os
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np

from engine.files.reasons import reason_of, unwritable
from engine.files.writing import PART
from engine.model.arrays import Array
from engine.problems import Problem, ScenarioError
from engine.sweep.findings import Findings, read_findings
from engine.sweep.folder import Folder
from engine.sweep.measures import unit_of
from engine.sweep.rows import KIND_OF_MEASURE, STATISTICS
from engine.sweep.summary import SCENARIO, read_manifest
from engine.sweep.tables import CSV, PARQUET, read_file
from engine.tables.parameter import month_number, month_text
from engine.text import translate

FILE = "sweep.nc"
MONTH, STATISTIC = "month", "statistic"
BLOCK = 64  # scenarios that are written at once, and are one chunk of the file
OF_SERIES = STATISTICS[:-1]  # the worst twentieth is of measures alone
EPOCH = "1970-01-01"
VARIED, RANK_ERROR = "varied_", "rank_error"


def needs_netcdf() -> Any:
    """What writes NetCDF. Raises: ScenarioError where it is not installed."""
    try:
        importlib.import_module("h5py")  # one of those that h5netcdf can work with
        return importlib.import_module("h5netcdf")
    except ImportError:
        why = translate("Sweep", "needs h5netcdf: install headroom[netcdf]")
        raise ScenarioError(Problem("--netcdf", "", why)) from None


def write_netcdf(path: Path) -> Path:
    """Everything that a folder holds of its scenarios into its `sweep.nc`, whole or not at all.

    Takes: `path` of the folder.
    Gives: the file.
    Raises: ScenarioError where it can't be read or written, or h5netcdf is not installed.
    """
    library, found = needs_netcdf(), read_findings(path)
    target, beside = path / FILE, path / f".{FILE}{PART}"
    try:
        with library.File(beside, "w") as file:
            _write(file, found, Folder(path))
        os.replace(beside, target)
    except ScenarioError:
        raise
    except Exception as error:  # HDF5 has errors of its own kinds, of a full disk too
        reason = reason_of(error) if isinstance(error, OSError) else str(error)
        why = unwritable(" ".join(reason.split())[:80])
        raise ScenarioError(Problem("", "", why), str(target)) from None
    finally:
        beside.unlink(missing_ok=True)
    return target


def _write(file: Any, found: Findings, folder: Folder) -> None:
    manifest = read_manifest(folder.path)
    folder.kind = CSV if found.facts.tables == CSV else PARQUET
    tables = (read_file(folder.path / folder.name(number)) for number in found.scenarios)
    months, series = _months_and_series(folder, found)
    count = len(found.scenarios)
    file.attrs["Conventions"] = "CF-1.11"
    file.attrs["title"] = found.facts.name or "A sweep"
    file.attrs["source"] = ", ".join(f"{k} {v}" for k, v in manifest.get("engine", {}).items())
    file.dimensions = {SCENARIO: count, MONTH: len(months), STATISTIC: len(STATISTICS)}
    _put(file, SCENARIO, (SCENARIO,), np.array(found.scenarios, np.int32))
    days = [np.datetime64(month_text(month), "D").astype(int) for month in months]
    _put(file, MONTH, (MONTH,), np.array(days, np.int32), units=f"days since {EPOCH}")
    _put(file, STATISTIC, (STATISTIC,), _texts(STATISTICS))
    taken = {SCENARIO, MONTH, STATISTIC, RANK_ERROR, *series}
    taken |= {measure.name for measure in found.facts.measures}
    for column in found.facts.varied:
        line = found.columns[column]
        values = line if isinstance(line, np.ndarray) else _texts(line)
        name = _named(column)
        _put(file, VARIED + name if name in taken else name, (SCENARIO,), values)
    for measure in found.facts.measures:
        lines = [found.columns[f"{measure.name}_{key}"] for key in STATISTICS]
        values = np.stack([np.asarray(line, float) for line in lines], axis=1)
        _put(file, measure.name, (SCENARIO, STATISTIC), values, units=measure.unit)
    for name in series:
        chunks = (min(BLOCK, count), len(months), len(STATISTICS))
        variable = file.create_variable(
            _named(name),
            (SCENARIO, MONTH, STATISTIC),
            float,
            fillvalue=np.nan,
            chunks=chunks,
            compression="gzip",
            shuffle=True,
        )
        variable.attrs["units"] = unit_of(name)
    _fill(file, tables, months, series, count)


def _months_and_series(folder: Folder, found: Findings) -> tuple[list[int], list[str]]:
    """All months and series that any of the bases has: a scenario of each is looked at."""
    base = found.facts.varied[0] if found.facts.varied else SCENARIO
    bases, months, series = set[Any](), set[int](), dict[str, None]()
    for number, label in zip(found.scenarios, found.columns[base], strict=True):
        if label in bases:
            continue
        bases.add(label)
        table = read_file(folder.path / folder.name(number))
        for kind, quantity, month in zip(
            table["kind"], table["quantity"], table[MONTH], strict=True
        ):
            if kind != KIND_OF_MEASURE:
                months.add(month_number(month))
                series[quantity] = None
    return sorted(months), list(series)


def _fill(
    file: Any,
    tables: Iterator[Mapping[str, Sequence[Any]]],
    months: Sequence[int],
    series: Sequence[str],
    count: int,
) -> None:
    """The series of every scenario, a block at a time."""
    place = {month_text(month): i for i, month in enumerate(months)}
    errors = np.zeros(count)
    for first in range(0, count, BLOCK):
        many = min(BLOCK, count - first)
        blocks = {name: np.full((many, len(months), len(STATISTICS)), np.nan) for name in series}
        for row, table in zip(range(many), tables, strict=False):
            columns = [table[key] for key in OF_SERIES]
            for i, (quantity, month) in enumerate(
                zip(table["quantity"], table[MONTH], strict=True)
            ):
                if month is not None:
                    line = [np.nan if column[i] is None else column[i] for column in columns]
                    blocks[quantity][row, place[month], : len(OF_SERIES)] = line
            errors[first + row] = max((value or 0.0 for value in table[RANK_ERROR]), default=0.0)
        for name, block in blocks.items():
            file.variables[_named(name)][first : first + many] = block
    _put(file, RANK_ERROR, (SCENARIO,), errors)


def _texts(line: Sequence[str]) -> Any:
    return np.array([str(text) for text in line], object)


def _put(file: Any, name: str, axes: tuple[str, ...], values: Array, units: str = "") -> None:
    kind = importlib.import_module("h5py").string_dtype() if values.dtype == object else None
    variable = file.create_variable(name, axes, kind or values.dtype, data=values)
    if units:
        variable.attrs["units"] = units


def _named(name: str) -> str:
    """As a variable may be called."""
    return name.replace("/", "_")
