"""The report of a sweep's folder: Markdown and tables, in English, for people and programs."""

from __future__ import annotations

from pathlib import Path

from engine.csv_out import cell, csv_text
from engine.sweep.findings import Findings, read_findings
from engine.sweep.folder import Folder
from engine.sweep.indices import Index
from engine.sweep.summary import MeasureFacts

REPORT = "report"
LISTED = 10


def write_report(path: Path) -> list[str]:
    """Markdown and tables into the folder's `report`.

    Takes: `path` of the folder.
    Gives: names of the files.
    Raises: ScenarioError where it can't be read or written.
    """
    found, folder = read_findings(path), Folder(path)
    measures = found.facts.measures
    drivers = {measure.name: found.drivers(measure.name) for measure in measures}
    indices = {measure.name: found.indices(measure.name) for measure in measures}
    numbers = found.scenarios
    lines = [f"# {found.facts.name or 'A sweep'}", ""]
    lines += [f"{len(numbers)} of {found.facts.count} scenarios are finished.", ""]
    for measure in measures:
        lines += [f"## {measure.name} [{measure.unit}]", ""]
        lines += [
            f"- driven by {column}: rank correlation {round(rho, 2) + 0.0:+.2f}"
            for column, rho in drivers[measure.name]
        ]
        lines += [
            f"- its variance: {_share(each.total)} ± {_share(each.total_error)} with {each.lever} "
            f"and what that does with others; {_share(each.first)} ± {_share(each.first_error)} "
            "from it alone"
            for each in indices[measure.name]
        ]
        lines += [*_best(found, measure), ""]
    lines += _conditions(found)
    front = found.front()
    if front:
        lines += [f"## Cost against unserved revenue: {len(front)} scenarios on the front", ""]
        lines += [f"- scenario {numbers[place]}" for place in front[:LISTED]] + [""]
    columns = [found.scenarios, *list(found.columns.values())[1:]]
    tables = {
        "report.md": "\n".join(lines),
        "drivers.csv": csv_text(
            ["measure", "column", "rank_correlation"],
            ([name, column, cell(rho)] for name in drivers for column, rho in drivers[name]),
        ),
        "indices.csv": csv_text(
            ["measure", "lever", "first", "first_error", "total", "total_error"],
            ([name, *_cells(each)] for name in indices for each in indices[name]),
        ),
        "front.csv": csv_text(
            list(found.columns), ([_cell(line[place]) for line in columns] for place in front)
        ),
    }
    for name, text in tables.items():
        folder.write(f"{REPORT}/{name}", text.encode())
    return list(tables)


def _share(value: float) -> str:
    return f"{round(value, 2) + 0.0:.0%}"  # never -0%


def _best(found: Findings, measure: MeasureFacts) -> list[str]:
    name, low = measure.name, measure.low_is_better
    place = found.best(name, low)
    if place is None:
        return ["- is not defined in any scenario"]
    number = found.scenarios[place]
    return [
        f"- best: scenario {number}, {found.mean(name)[place]:.6g} on average",
        *(
            f"- least regret: the choice of scenario {found.scenarios[at]}, at most {worst:.6g}"
            for at, worst in found.regrets(name, low)[:1]
        ),
    ]


def _conditions(found: Findings) -> list[str]:
    conditions = found.conditions()
    if conditions is None:
        return []
    return [
        "## The worst quarter of unserved revenue",
        "",
        *(
            f"- {end.column} {'at least' if end.at_least else 'at most'} {end.value:.6g}"
            for end in conditions.ends
        ),
        f"- covers {conditions.coverage:.0%} of them; {conditions.density:.0%} inside are such",
        "",
    ]


def _cells(index: Index) -> list[str]:
    numbers = (index.first, index.first_error, index.total, index.total_error)
    return [index.lever, *map(cell, numbers)]


def _cell(value: float | str) -> str:
    return cell(value if isinstance(value, int | str) else float(value))
