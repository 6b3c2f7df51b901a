"""A scenario's report as files: each chart and the Overview as PNG, the series as CSV."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from engine import Document, Problem, Result, Scenario, ScenarioError, files, simulate, tables
from gui.charts import specs
from gui.charts.export import Renderer, caption_of, png_bytes
from gui.kpis import DEFAULT_MONTH

FORMATS = ("png", "csv")


def file_stem(name: str) -> str:
    """A scenario's name as a file's: letters, digits and dashes, never empty or a path."""
    return re.sub(r"[^\w]+", "-", name, flags=re.UNICODE).strip("-_")[:80] or "scenario"


def write_report(
    document: Document, stem: str, folder: Path, formats: Sequence[str], renderer: Renderer
) -> list[Path]:
    """Write one scenario's report into `folder`; what was written. Raises ScenarioError."""
    make_folder(folder)
    result = simulate(document.scenario)
    written = []
    if "png" in formats:
        written += write_pictures(result, folder, stem, renderer)
    if "csv" in formats:
        written.append(write_csv(result, folder / f"{stem}.csv"))
    return written


def make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise ScenarioError(Problem("", "", f"cannot be made: {reason}"), str(folder)) from None


def write_csv(result: Result, path: Path) -> Path:
    """The monthly series, with units in the header."""
    files.write_whole(path, tables.result_csv(result, units=True).encode())
    return path


def write_pictures(
    result: Result,
    folder: Path,
    stem: str,
    renderer: Renderer,
    month: str = DEFAULT_MONTH,
    choices: Mapping[str, str] | None = None,
) -> list[Path]:
    """The Overview and each chart."""
    overview = folder / f"{stem}-overview.png"
    files.write_whole(overview, png_bytes(renderer.overview(result, month, choices)))
    return [overview, *write_charts(result, folder, stem, renderer, choices)]


def write_charts(
    result: Result,
    folder: Path,
    stem: str,
    renderer: Renderer,
    choices: Mapping[str, str] | None = None,
) -> Iterator[Path]:
    """Each chart, one picture a file."""
    for key, spec in specs.overview(result, choices).items():
        path = folder / f"{stem}-{key.replace('_', '-')}.png"
        files.write_whole(path, png_bytes(renderer.chart(spec, caption_of(result))))
        yield path


def report_stems(paths: Sequence[Path], scenarios: Sequence[Scenario]) -> list[str]:
    """A file stem for each scenario, told apart where two files have one name."""
    stems: list[str] = []
    for path, scenario in zip(paths, scenarios, strict=True):
        stem = file_stem(path.stem if path.name else scenario.name)
        count = 2
        unique = stem
        while unique in stems:
            unique, count = f"{stem}-{count}", count + 1
        stems.append(unique)
    return stems
