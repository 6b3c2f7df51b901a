"""One task: a scenario, or a chunk of its draws, from which its rows of the store come.

It runs in whichever process; what it needs is in it, and what it gives is small.
"""

from __future__ import annotations

import io
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np

from engine.model.arrays import HOST, Array
from engine.problems import Problem, ScenarioError
from engine.run.backend import NUMPY, NUMPY_BLOCK
from engine.run.scenario_arrays import Inputs
from engine.run.simulation import Simulation
from engine.sweep import rows
from engine.sweep.identity import Identity, here, identity
from engine.sweep.measures import Measure
from engine.sweep.rows import MEASURE
from engine.sweep.tables import encoded
from engine.tables.scenario import Scenario
from engine.text import translate
from engine.worlds import quantiles
from engine.worlds.ensemble import EXACT_DRAWS, EXACT_VALUES, each_block, quantities
from engine.worlds.sample_store import Everything, SampleStore, Sketches

CHUNK = 128 * NUMPY_BLOCK  # draws: what a core does in ten seconds to a minute


@dataclass(frozen=True)
class Task:
    """A scenario of a plan and what is kept of it; `begin` and `count` are a chunk of its draws."""

    number: int
    scenario: Scenario
    draws: int
    columns: tuple[str, ...]
    measures: tuple[Measure, ...]
    window: tuple[int, int]
    raw_measures: bool
    raw_columns: bool
    kind: str
    engine: Identity
    begin: int = 0
    count: int = 0  # 0 is all of them

    def chunks(self, chunk: int = CHUNK) -> list[Task]:
        """Itself, or its chunks where it has many draws.

        Takes: `chunk`, how many draws a chunk has at most, a whole number of blocks.
        Gives: tasks.
        """
        if self.draws <= chunk:
            return [self]
        starts = range(0, self.draws, chunk)
        return [
            replace(self, begin=begin, count=min(chunk, self.draws - begin)) for begin in starts
        ]


@dataclass(frozen=True)
class Done:
    """What a task gives: its table, raw values where asked for, and its measures in short.

    Of a chunk `table` is what its scenario's is made from. `seconds` are the engine's.
    """

    number: int
    begin: int
    table: bytes
    raw: bytes
    measured: tuple[tuple[float, ...], ...]
    seconds: float
    where: str


def run_task(task: Task) -> Done:
    """Do a task.

    Takes: `task`.
    Gives: Done.
    Raises: ScenarioError where the engine here is another one than was asked.
    """
    began = time.perf_counter()
    if identity() != task.engine:
        why = translate("Sweep", "a worker has another engine: {its}; asked was {asked}")
        text = why.format(its=identity(), asked=task.engine)
        raise ScenarioError(Problem("", "", text), here())
    if task.count:
        return _chunk(task, began)
    return _finished(task, _plain_run(task), *_sampled(task), began)


def _plain_run(task: Task) -> dict[str, Array]:
    """The plan: each column (time,) and measure (1,) where nothing goes wrong."""
    simulation = Simulation(Inputs([task.scenario]))
    months = task.scenario.horizon_months
    known = quantities(task.scenario.families)
    found = {
        column: np.broadcast_to(known[column](simulation)[:, 0], (months,))
        for column in task.columns
    }
    tolerance = task.scenario.shortfall_tolerance
    for measure in task.measures:
        value = np.asarray(measure.of(simulation, task.window, tolerance)).ravel()[:1]
        found[MEASURE + measure.name] = value
    return found


def _sampled(task: Task) -> tuple[list[rows.Spread], dict[str, Array]]:
    """How each measure and column spreads, and the raw values that are to be kept."""
    spreads, raw = [], {}
    for some, measures in _passes(task):
        store = _stored(task, some, measures, task.draws)
        for name in (*(MEASURE + measure.name for measure in measures), *some):
            spreads.append(rows.spread(store, name, {m.name: m for m in measures}))
        if task.raw_measures and measures:
            for measure in measures:
                raw[MEASURE + measure.name] = store.values(MEASURE + measure.name)
        if task.raw_columns:
            raw |= {column: store.values(column) for column in some}
    return spreads, raw


def _passes(task: Task) -> Iterator[tuple[Sequence[str], Sequence[Measure]]]:
    """The columns by the pass in which all their values fit, the measures in the first."""
    values = task.scenario.horizon_months * min(task.draws, EXACT_DRAWS)
    room = max(EXACT_VALUES // values, 1)
    for begin in range(0, max(len(task.columns), 1), room):
        yield task.columns[begin : begin + room], () if begin else task.measures


def _stored(
    task: Task, columns: Sequence[str], measures: Sequence[Measure], count: int
) -> rows.KeptSamples:
    """The values of some columns and measures over the task's draws, or their sketches."""
    scenario = task.scenario
    known = {column: quantities(scenario.families)[column] for column in columns}
    names = [MEASURE + measure.name for measure in measures]
    heights = dict.fromkeys(known, scenario.horizon_months) | dict.fromkeys(names, 1)
    exact = task.draws <= EXACT_DRAWS or task.raw_columns
    everything = Everything(NUMPY, count)
    store: SampleStore = everything
    if not exact:
        sketches = Sketches(NUMPY, count, heights, unsorted=(), whole=names)
        store, everything = sketches, sketches.kept

    def found(simulation: Simulation, size: int) -> Iterator[tuple[str, Array]]:
        for column, quantity in known.items():
            line = quantity(simulation)
            yield column, np.broadcast_to(line, (heights[column], 1, size))[:, 0]
        for name, measure in zip(names, measures, strict=True):
            value = measure.of(simulation, task.window, scenario.shortfall_tolerance)
            yield name, np.broadcast_to(value, (1, size))

    for first, lines in each_block([scenario], count, found, begin=task.begin):
        for name, values in lines:
            store.add(first, name, values)
    return rows.KeptSamples(store, everything)


def _finished(
    task: Task,
    plain: dict[str, Array],
    spreads: Sequence[rows.Spread],
    raw: dict[str, Array],
    began: float,
) -> Done:
    table = encoded(rows.table(task.number, task.scenario, plain, spreads), task.kind)
    kept = encoded(rows.raw_table(task.number, task.scenario, raw), task.kind) if raw else b""
    measured = tuple(
        rows.in_short(plain, spread) for spread in spreads if spread.name.startswith(MEASURE)
    )
    seconds = time.perf_counter() - began
    return Done(task.number, task.begin, table, kept, measured, seconds, here())


# Chunks


def _chunk(task: Task, began: float) -> Done:
    """What is to be known of a chunk: every value of measures, samples of columns."""
    parts: dict[str, Array] = {}
    store = _stored(task, task.columns, task.measures, task.count)
    for measure in task.measures:
        parts[MEASURE + measure.name] = store.values(MEASURE + measure.name)
    for column in task.columns:
        sample = store.samples.sample(column)
        assert sample.weight is not None
        assert sample.defined is not None
        parts[f"{column}/values"] = sample.values
        parts[f"{column}/weight"] = sample.weight
        parts[f"{column}/defined"] = sample.defined
        parts[f"{column}/mean"] = store.samples.mean(column)
    parts["rank_error"] = np.array([store.samples.rank_error])
    out = io.BytesIO()
    np.savez(out, **parts)  # type: ignore[arg-type]
    seconds = time.perf_counter() - began
    return Done(task.number, task.begin, out.getvalue(), b"", (), seconds, here())


def merged(task: Task, chunks: Sequence[bytes]) -> Done:
    """The scenario's own from its chunks', in the order of their draws.

    A quantile is of all their samples together; its error is the mean of theirs, by draws.

    Takes: `task`, of the whole scenario; `chunks`, tables of its chunks.
    Gives: Done.
    """
    began = time.perf_counter()
    parts = [np.load(io.BytesIO(chunk)) for chunk in chunks]
    error = float(sum(part["rank_error"][0] for part in parts) / len(parts))
    spreads, raw = [], {}
    for measure in task.measures:
        name = MEASURE + measure.name
        values = np.concatenate([part[name] for part in parts], axis=1)
        if task.raw_measures:
            raw[name] = values
        whole = Everything(NUMPY, values.shape[1])
        whole.add(0, name, values)
        spreads.append(rows.spread(rows.KeptSamples(whole, whole), name, {measure.name: measure}))
    for column in task.columns:
        values, weight = (
            np.concatenate([part[f"{column}/{key}"] for part in parts], axis=1)
            for key in ("values", "weight")
        )
        order = np.argsort(values, axis=1, kind="stable")
        defined = np.sum([part[f"{column}/defined"] for part in parts], axis=0)
        sample = quantiles.Sample(
            np.take_along_axis(values, order, axis=1),
            np.take_along_axis(weight, order, axis=1),
            defined=defined,
        )
        means = np.stack([part[f"{column}/mean"] for part in parts])
        counts = np.stack([part[f"{column}/defined"] for part in parts])
        total = np.sum(np.where(counts > 0, means * counts, 0.0), axis=0)
        mean = np.where(defined > 0, total / np.maximum(defined, 1), np.nan)
        found = quantiles.quantiles(HOST, sample)
        spreads.append(rows.Spread(column, mean, tuple(found), None, error))
    return _finished(task, _plain_run(task), spreads, raw, began)
