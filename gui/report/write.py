"""A scenario's report as files: each chart and the Overview as PNG, the series as CSV."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from engine import Document, Problem, Result, Scenario, ScenarioError, files, simulate, tables
from engine.analysis.outlook import outlook
from engine.ensemble import Band
from gui.charts import specs
from gui.charts.chart_spec import ChartSpec
from gui.charts.export import Renderer, caption_of, png_bytes
from gui.kpis import DEFAULT_MONTH

FORMATS = ("png", "csv")


def file_stem(name: str) -> str:
    """A scenario's name as a file's: letters, digits and dashes, never empty or a path."""
    return re.sub(r"[^\w]+", "-", name, flags=re.UNICODE).strip("-_")[:80] or "scenario"


def write_report(
    document: Document,
    stem: str,
    folder: Path,
    formats: Sequence[str],
    renderer: Renderer,
    draws: int | None = None,
) -> list[Path]:
    """Write one scenario's report into `folder`; what was written. Raises ScenarioError.

    With `draws` the charts have bands, and bands and risk measures are tables of their own.
    """
    make_folder(folder)
    result = simulate(document.scenario)
    found = outlook(document.scenario, draws) if draws else None
    written = []
    if "png" in formats:
        bands = found.ensemble.bands if found else None
        written += write_pictures(result, folder, stem, renderer, bands=bands)
    if "csv" in formats:
        written.append(write_csv(result, folder / f"{stem}.csv"))
    if "csv" in formats and found:
        for ending, text in (
            ("bands", tables.ensemble_csv(found.ensemble)),
            ("risk", tables.risk_csv(found)),
        ):
            path = folder / f"{stem}-{ending}.csv"
            files.write_whole(path, text.encode())
            written.append(path)
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
    bands: Mapping[str, Band] | None = None,
) -> list[Path]:
    """The Overview and each chart."""
    overview = folder / f"{stem}-overview.png"
    files.write_whole(overview, png_bytes(renderer.overview(result, month, bands=bands)))
    charts = specs.overview(result, bands=bands)
    return [overview, *write_charts(charts, caption_of(result), folder, stem, renderer)]


def write_charts(
    charts: Mapping[str, ChartSpec],
    caption: str,
    folder: Path,
    stem: str,
    renderer: Renderer,
) -> Iterator[Path]:
    """Each chart, one picture a file."""
    for key, spec in charts.items():
        path = folder / f"{stem}-{key.replace('_', '-')}.png"
        files.write_whole(path, png_bytes(renderer.chart(spec, caption)))
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
