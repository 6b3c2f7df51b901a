"""Scenarios to results: one run, or many together.

Each quantity is computed when first asked for, so a run that wants one series pays for one. What
feeds which is in `engine.run.graph`, the equations themselves in `engine.model`.
"""

from __future__ import annotations

from collections.abc import Sequence

from engine import allowed
from engine.run.backend import let_the_allocator_keep_memory
from engine.run.result import Result
from engine.run.scenario_arrays import Inputs
from engine.run.simulation import Simulation
from engine.tables.scenario import Scenario
from engine.tables.series import SERIES


def simulate(scenario: Scenario) -> Result:
    """One plain run: every series of the scenario, monthly.

    Takes: `scenario`.
    Gives: Result.
    """
    return simulate_batch([scenario])[0]


def simulate_batch(
    scenarios: Sequence[Scenario], series: Sequence[str] | None = None
) -> list[Result]:
    """A result for each scenario, in order.

    The scenarios may differ in anything; those that share horizon and catalogue run as one.

    Takes: `scenarios`; `series`, keys of the output table, all by default.
    Gives: Results.
    Raises: ValueError for a series that there is not.
    """
    let_the_allocator_keep_memory()
    if series is not None:
        allowed.words("series", series, (row.key for row in SERIES))
    rows = [row for row in SERIES if series is None or row.key in series]
    together: dict[object, list[int]] = {}
    for i, scenario in enumerate(scenarios):
        key = (scenario.horizon_months, id(scenario.catalogue))
        together.setdefault(key, []).append(i)
    results: list[Result | None] = [None] * len(scenarios)
    for members in together.values():
        group = [scenarios[i] for i in members]
        columns = Simulation(Inputs(group)).columns(rows)
        for array in columns.values():
            array.setflags(write=False)
        for place, i in enumerate(members):
            results[i] = Result(scenarios[i], columns, place)
    return [result for result in results if result is not None]
