"""A scenario of a finished sweep again, from the plan and the bases that its folder keeps."""

from __future__ import annotations

from pathlib import Path

import numpy as np

from engine.files import scenario_files
from engine.problems import Problem, ScenarioError
from engine.sweep.factors import Cell, named
from engine.sweep.findings import Findings
from engine.sweep.folder import BASES, PLAN
from engine.sweep.plan_file import LARGEST_PLAN, parse_plan
from engine.tables.scenario import Scenario
from engine.text import translate


def scenario_of(path: Path, found: Findings, number: int) -> Scenario:
    """The scenario of a number, with a name that says which it is.

    Takes: `path` of the folder; `found`, what its summary says; `number` of a finished scenario.
    Gives: Scenario.
    Raises: ScenarioError where the folder holds no plan, or another than was run.
    """
    file = path / PLAN
    try:
        plan = parse_plan(scenario_files.read(file, LARGEST_PLAN), path, kept=path / BASES)
    except ScenarioError as error:
        raise error if error.file else error.in_file(str(file)) from None
    place = found.scenarios.index(number)
    told = [found.columns[column][place] for column in found.facts.varied]
    same = plan.count == found.facts.count and plan.varied == found.facts.varied
    if not same or not all(map(_alike, plan.cells(number), told)):
        why = translate("Sweep", "is not the plan that was run")
        raise ScenarioError(Problem("", "", why), str(file))
    return named(plan.scenario(number), number)


def _alike(cell: Cell, told: float | str) -> bool:
    """Whether a summary says so; where all texts of a column are numbers, it has numbers."""
    if isinstance(told, str):
        return str(cell) == told or (not isinstance(cell, str) and f"{cell!r}" == told)
    try:
        return bool(np.float64(cell) == told)
    except ValueError:
        return False
