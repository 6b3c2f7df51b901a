"""What a sweep's folder says of itself, read as plain data: its manifest and `summary.csv`.

A folder may come from anywhere: sizes are bounded, and what does not fit is told in one line.
"""

from __future__ import annotations

import csv
import io
import json
import math
from array import array
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from engine.files.reading import read_plain
from engine.files.reasons import reason_of, unreadable
from engine.model.arrays import Array
from engine.problems import Problem, ScenarioError
from engine.sweep import given as check
from engine.sweep.plan import MOST_SCENARIOS
from engine.sweep.rows import STATISTICS
from engine.text import translate

FORMAT, VERSION = "headroom-sweep", 1
MANIFEST, SUMMARY = "manifest.json", "summary.csv"
LARGEST_MANIFEST = 5_000_000  # bytes
LARGEST_SUMMARY = 1_000_000_000  # bytes: a million scenarios of fifty columns
SCENARIO = "scenario"
LONGEST_UNIT = 80  # letters

Column = Array | tuple[str, ...]


@dataclass(frozen=True)
class FactorFacts:
    """What was varied as one. `levels` and `points` are 0 where the folder does not tell."""

    name: str
    method: str
    decision: bool
    columns: tuple[str, ...]
    levers: tuple[str, ...]
    levels: int
    points: int


@dataclass(frozen=True)
class MeasureFacts:
    """A measure that was kept, its unit, and which way is better."""

    name: str
    unit: str
    low_is_better: bool


@dataclass(frozen=True)
class Facts:
    """A manifest: of `count` scenarios it says what differs, `varied`, and what is kept."""

    name: str
    count: int
    varied: tuple[str, ...]
    factors: tuple[FactorFacts, ...]
    measures: tuple[MeasureFacts, ...]
    tables: str

    @property
    def header(self) -> list[str]:
        """The columns of its summary."""
        measured = [f"{m.name}_{key}" for m in self.measures for key in STATISTICS]
        return [SCENARIO, *self.varied, *measured]


def read_manifest(path: Path) -> dict[str, Any]:
    """The manifest of a folder, as JSON has it.

    Takes: `path` of the folder.
    Gives: what it holds.
    Raises: ScenarioError where it is no sweep's, or of a newer Headroom.
    """
    try:
        found = json.loads(read_plain(path / MANIFEST, LARGEST_MANIFEST))
    except (OSError, ValueError, RecursionError):  # ScenarioError is a ValueError
        found = None
    if not isinstance(found, dict) or found.get("format") != FORMAT:
        raise _refused(path, translate("Sweep", "is not the folder of a sweep"))
    if found.get("version") != VERSION:
        raise _refused(path, translate("Sweep", "was written by a newer Headroom"))
    return found


def read_facts(path: Path) -> Facts:
    """What the manifest of a folder says, checked.

    Takes: `path` of the folder.
    Gives: Facts.
    Raises: ScenarioError where it is no sweep's, or damaged.
    """
    content = read_manifest(path)
    try:
        return Facts(
            name=check.text("name", content.get("name", "")),
            count=check.whole("scenarios", content, 1, MOST_SCENARIOS) or 0,
            varied=_texts("varied", content),
            factors=tuple(
                _factor(f"factors[{i}]", given)
                for i, given in enumerate(check.tables("factors", content))
            ),
            measures=tuple(
                MeasureFacts(
                    check.text(f"measures[{i}].name", given.get("name")),
                    check.text(f"measures[{i}].unit", given.get("unit"))[:LONGEST_UNIT],
                    given.get("low_is_better") is True,
                )
                for i, given in enumerate(check.tables("measures", content))
            ),
            tables=check.text("tables", content.get("tables", "")),
        )
    except ScenarioError as error:
        raise error.in_file(str(path / MANIFEST)) from None


def _factor(at: str, given: Mapping[str, Any]) -> FactorFacts:
    return FactorFacts(
        check.text(f"{at}.name", given.get("name")),
        check.text(f"{at}.method", given.get("method")),
        given.get("decision") is True,
        _texts("columns", given, at),
        _texts("levers", given, at) if "levers" in given else (),
        check.whole("levels", given, 0, MOST_SCENARIOS, at) or 0,
        check.whole("points", given, 0, MOST_SCENARIOS, at) or 0,
    )


def _texts(key: str, content: Mapping[str, Any], at: str = "") -> tuple[str, ...]:
    where = f"{at}.{key}" if at else key
    return tuple(check.text(where, each) for each in check.listed(where, content.get(key)))


def read_summary(path: Path, facts: Facts, largest: int = LARGEST_SUMMARY) -> dict[str, Column]:
    """The lines of a folder's summary, by column.

    Takes: `path` of the folder; `facts` of its manifest; `largest`, so many bytes at most.
    Gives: columns: numbers (scenario,), NaN where not defined; texts where one is no number.
    Raises: ScenarioError where it can't be read, is too large or damaged, or nothing is finished.
    """
    file = path / SUMMARY
    try:
        data = read_plain(file, largest)
    except FileNotFoundError:
        raise _refused(path, translate("Sweep", "nothing is finished")) from None
    except ScenarioError as error:
        raise error.in_file(str(file)) from None
    except OSError as error:
        raise _refused(file, unreadable(reason_of(error))) from None
    try:
        columns = _columns(data.decode(), facts)
    except (ValueError, csv.Error):
        raise _refused(file, translate("Sweep", "is a damaged table")) from None
    if not len(columns[SCENARIO]):
        raise _refused(path, translate("Sweep", "nothing is finished"))
    return columns


def _columns(text: str, facts: Facts) -> dict[str, Column]:
    """Raises ValueError where the table is not that of the manifest."""
    lines = csv.reader(io.StringIO(text))
    if next(lines, None) != facts.header:
        raise ValueError("its header")
    texts = 1 + len(facts.varied)
    varied: list[list[str]] = [[] for _ in facts.varied]
    numbers = array("d")
    wide = 1 + len(facts.header) - texts
    for line in lines:
        if len(line) != len(facts.header):
            raise ValueError("the length of a line")
        for column, value in zip(varied, line[1:texts], strict=True):
            column.append(value)
        numbers.extend(_number(value) for value in (line[0], *line[texts:]))
    table = np.frombuffer(numbers, float).reshape(-1, wide).T
    found = table[0]
    # in order, each once, and of the plan: places follow from the numbers
    if not ((found == np.floor(found)).all() and (np.diff(found) > 0).all()):
        raise ValueError("its scenarios")
    if len(found) and not (found[0] >= 0 and found[-1] < facts.count):
        raise ValueError("its scenarios")
    columns: dict[str, Column] = {SCENARIO: found}
    columns |= {name: _read(line) for name, line in zip(facts.varied, varied, strict=True)}
    return columns | dict(zip(facts.header[texts:], table[1:], strict=True))


def _number(text: str) -> float:
    return float(text) if text else math.nan


def _read(texts: Sequence[str]) -> Column:
    """Numbers where all are, and finite; else what stands there."""
    try:
        numbers = np.array([float(text) for text in texts])
    except ValueError:
        return tuple(_plain(texts))
    return numbers if np.isfinite(numbers).all() else tuple(_plain(texts))


def _plain(texts: Iterable[str]) -> Iterable[str]:
    """Without the sign that keeps a spreadsheet from reading a formula, and printable."""
    for text in texts:
        own = text.removeprefix("'")
        yield own if own.isprintable() else ascii(own)


def _refused(path: Path, why: str) -> ScenarioError:
    return ScenarioError(Problem("", "", why), str(path))
