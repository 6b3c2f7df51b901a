"""What a sweep's folder says: what drives each measure, the best, the least regret, the front.

It reads `summary.csv` and the manifest alone.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from engine.analysis import regret
from engine.analysis.prim import Score, Search
from engine.analysis.rank_correlation import ranks
from engine.csv_out import cell, csv_text
from engine.model.arrays import Array, Truths
from engine.problems import Problem, ScenarioError
from engine.sweep.folder import SUMMARY, Folder
from engine.sweep.measures import COSTS, UNSERVED
from engine.sweep.tables import read_file
from engine.text import translate

REPORT = "report"
WORST_SHARE = 0.75  # of the scenarios are not among those that fail
LEAST = Score(0.5, 0.5)  # coverage and density that a box is worth telling with
LISTED = 10


@dataclass(frozen=True)
class Findings:
    """A finished part of a sweep: its lines in order, and what its manifest says of them."""

    manifest: Mapping[str, Any]
    columns: Mapping[str, Sequence[Any]]

    @property
    def scenarios(self) -> list[int]:
        """The numbers of the scenarios."""
        return [int(number) for number in self.columns["scenario"]]

    def mean(self, measure: str) -> Array:
        """The mean of a `measure` over the draws. Gives: (scenario,) [its unit]."""
        line = self.columns[f"{measure}_mean"]
        return np.array([np.nan if value is None else value for value in line], float)

    @property
    def numbers(self) -> dict[str, Array]:
        """What differs and is a number, by column (scenario,) [its unit]."""
        found = {}
        for column in self.manifest["varied"]:
            line = self.columns[column]
            if all(isinstance(value, float) for value in line) and len(set(line)) > 1:
                found[column] = np.array(line, float)
        return found

    def drivers(self, measure: str) -> list[tuple[str, float]]:
        """Spearman's rho of each number that differs with a `measure`. Gives: strongest first."""
        value = self.mean(measure)
        known = ~np.isnan(value)
        of_measure = ranks(value[known])
        found = [
            (column, _correlation(ranks(line[known]), of_measure))
            for column, line in self.numbers.items()
        ]
        return sorted(found, key=lambda pair: -abs(pair[1]))

    def best(self, measure: str, low_is_better: bool) -> int:
        """The place of the best scenario. Takes: `measure`; `low_is_better`. Gives: a place."""
        value = self.mean(measure)
        return int(np.nanargmin(value if low_is_better else -value))

    def front(self) -> list[int]:
        """Places of the scenarios of which none is both cheaper and better served.

        Gives: places, the cheapest first; none where the sweep has not kept both measures.
        """
        names = [measure["name"] for measure in self.manifest["measures"]]
        cost = next((name for name in COSTS if name in names), None)
        if cost is None or UNSERVED not in names:
            return []
        costs, unserved = self.mean(cost), self.mean(UNSERVED)
        found: list[int] = []
        for place in np.lexsort((unserved, costs)).tolist():
            if not found or unserved[place] < unserved[found[-1]]:
                found.append(place)
        return found

    def regrets(self, measure: str, low_is_better: bool) -> list[tuple[int, float]]:
        """The largest regret of each choice over what may come to pass, least first.

        A choice is a position of all that is decided; worlds are positions of all the rest. Only
        where each choice is there in each world can they be compared.

        Takes: `measure`; `low_is_better`.
        Gives: a place with that choice, and its largest regret [unit of the measure].
        """
        decided = [c for f in self.manifest["factors"] if f["decision"] for c in f["columns"]]
        others = [column for column in self.manifest["varied"] if column not in decided]
        choices, worlds = self._groups(decided), self._groups(others)
        count = len(choices), len(worlds)
        if not decided or count[0] < 2 or count[0] * count[1] != len(self.scenarios):
            return []
        table = np.full(count, np.nan)
        first: dict[int, int] = {}
        value = self.mean(measure)
        for place in range(len(value)):
            row = choices[self._key(place, decided)]
            table[row, worlds[self._key(place, others)]] = value[place]
            first.setdefault(row, place)
        worst = regret.felt(table, higher_is_better=not low_is_better).max(axis=1)
        order = np.argsort(worst, kind="stable").tolist()
        return [(first[row], float(worst[row])) for row in order]

    def _key(self, place: int, columns: Sequence[str]) -> tuple[Any, ...]:
        return tuple(self.columns[column][place] for column in columns)

    def _groups(self, columns: Sequence[str]) -> dict[tuple[Any, ...], int]:
        keys = dict.fromkeys(self._key(place, columns) for place in range(len(self.scenarios)))
        return {key: number for number, key in enumerate(keys)}

    def conditions(self) -> list[str]:
        """Under which conditions the worst quarter of unserved revenue lies (PRIM). Gives: text."""
        names = [measure["name"] for measure in self.manifest["measures"]]
        inputs = self.numbers
        if UNSERVED not in names or not inputs:
            return []
        value = self.mean(UNSERVED)
        fails: Truths = value > np.nanquantile(value, WORST_SHARE)
        if not 0 < fails.sum() < len(fails):
            return []
        search = Search(np.stack(list(inputs.values())), fails)
        box = search.best(LEAST)
        if box is None:
            return []
        found = [
            f"{column} {'at least' if side == 0 else 'at most'} {box.ends[side, i]:.6g}"
            for i, column in enumerate(inputs)
            for side in (0, 1)
            if np.isfinite(box.ends[side, i])
        ]
        score = search.score(box)
        return [*found, f"covers {score.coverage:.0%} of them; {score.density:.0%} inside are such"]


def _correlation(one: Array, other: Array) -> float:
    one, other = one - one.mean(), other - other.mean()
    scale = np.sqrt(np.sum(one * one) * np.sum(other * other))
    return float(np.sum(one * other) / scale) if scale > 0 else 0.0


def read_findings(path: Path) -> Findings:
    """The findings of a folder.

    Takes: `path` of the folder.
    Gives: Findings.
    Raises: ScenarioError where it is no sweep's, or nothing is finished.
    """
    manifest = Folder(path).manifest()
    try:
        columns = read_file(path / SUMMARY)
    except OSError:
        columns = {}
    if not columns.get("scenario"):
        raise ScenarioError(Problem("", "", translate("Sweep", "nothing is finished")), str(path))
    return Findings(manifest, columns)


def write_report(path: Path) -> list[str]:
    """Markdown and tables into the folder's `report`, in English, for programs and people.

    Takes: `path` of the folder.
    Gives: names of the files.
    Raises: ScenarioError where it can't be read or written.
    """
    found, folder = read_findings(path), Folder(path)
    measures = found.manifest["measures"]
    numbers = found.scenarios
    lines = [f"# {found.manifest['name'] or 'A sweep'}", ""]
    lines += [f"{len(numbers)} of {found.manifest['scenarios']} scenarios are finished.", ""]
    rows = []
    for measure in measures:
        name, low = measure["name"], measure["low_is_better"]
        drivers = found.drivers(name)
        rows += [[name, column, cell(rho)] for column, rho in drivers]
        place = found.best(name, low)
        lines += [f"## {name} [{measure['unit']}]", ""]
        lines += [f"- driven by {column}: rank correlation {rho:+.2f}" for column, rho in drivers]
        lines += [f"- best: scenario {numbers[place]}, {found.mean(name)[place]:.6g} on average"]
        lines += [
            f"- least regret: the choice of scenario {numbers[at]}, at most {worst:.6g}"
            for at, worst in found.regrets(name, low)[:1]
        ]
        lines.append("")
    conditions = found.conditions()
    if conditions:
        lines += ["## The worst quarter of unserved revenue", ""]
        lines += [f"- {line}" for line in conditions] + [""]
    front = found.front()
    if front:
        lines += [f"## Cost against unserved revenue: {len(front)} scenarios on the front", ""]
        lines += [f"- scenario {numbers[place]}" for place in front[:LISTED]] + [""]
    tables = {
        "report.md": "\n".join(lines),
        "drivers.csv": csv_text(["measure", "column", "rank_correlation"], rows),
        "front.csv": csv_text(
            list(found.columns),
            ([cell(line[place]) for line in found.columns.values()] for place in front),
        ),
    }
    for name, text in tables.items():
        folder.write(f"{REPORT}/{name}", text.encode())
    return list(tables)
