"""The rows of the store: how measures and series of one scenario spread over its worlds."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from engine.model.arrays import HOST, Array
from engine.sweep.measures import Measure
from engine.tables.parameter import month_number, month_text
from engine.tables.scenario import Scenario
from engine.worlds import quantiles
from engine.worlds.risk import CONFIDENCE
from engine.worlds.sample_store import Everything, SampleStore

MEASURE = "measure: "  # before the name of a measure, so that no column is called like it
# fmt: off
COLUMNS = ("scenario", "kind", "quantity", "month", "plan", "mean", "p5", "p25", "p50", "p75",
           "p95", "worst5", "rank_error")
# fmt: on
STATISTICS = COLUMNS[4:12]  # what is said of a measure in short
KIND_OF_MEASURE, KIND_OF_SERIES = "measure", "series"


@dataclass(frozen=True)
class KeptSamples:
    """The samples of some columns and measures, and those values that are kept one by one."""

    samples: SampleStore
    everything: Everything

    def values(self, name: str) -> Array:
        """Every value of a column or a measure.

        Takes: `name`.
        Gives: (row, draw) [its unit].
        """
        return self.everything.values(name)


@dataclass(frozen=True)
class Spread:
    """One quantity over the worlds, each (row,): its mean, quantiles, and its worst twentieth."""

    name: str
    mean: Array
    shares: tuple[Array, ...]
    worst: Array | None
    rank_error: float


def spread(store: KeptSamples, name: str, measures: Mapping[str, Measure]) -> Spread:
    """How one column or measure spreads.

    Takes: `store`; `name`; `measures` by name, of which the worst worlds are told.
    Gives: Spread.
    """
    measure = measures.get(name.removeprefix(MEASURE)) if name.startswith(MEASURE) else None
    worst = None
    if measure is not None:
        sign = 1.0 if measure.low_is_better else -1.0
        ordered = quantiles.sample(HOST, sign * store.values(name))
        worst = sign * quantiles.tail_means(HOST, ordered, CONFIDENCE)
    error = 0.0 if measure is not None else store.samples.rank_error
    shares = tuple(store.samples.spread(name))
    return Spread(name, store.samples.mean(name), shares, worst, error)


def table(
    number: int, scenario: Scenario, plain: Mapping[str, Array], spreads: Sequence[Spread]
) -> dict[str, list[Any]]:
    """The rows of a scenario, measures first; undefined is not there.

    Takes: `number` of the scenario; `scenario`; `plain`, each quantity (row,) of the plain run;
        `spreads`.
    Gives: columns by name.
    """
    first = month_number(scenario.start)
    found: dict[str, list[Any]] = {column: [] for column in COLUMNS}
    for each in sorted(spreads, key=lambda each: not each.name.startswith(MEASURE)):
        of_measure = each.name.startswith(MEASURE)
        count = len(each.mean)
        lines = [plain[each.name], each.mean, *each.shares, each.worst]
        cells = [[None] * count if line is None else _plain(line) for line in lines]
        months = [None] if of_measure else [month_text(first + t) for t in range(count)]
        kind = KIND_OF_MEASURE if of_measure else KIND_OF_SERIES
        name = each.name.removeprefix(MEASURE)
        own: list[list[Any]] = [[number] * count, [kind] * count, [name] * count, months, *cells]
        own.append([each.rank_error] * count)
        for column, line in zip(COLUMNS, own, strict=True):
            found[column] += line
    return found


def _plain(line: Array) -> list[float | None]:
    return [None if value != value else value for value in np.asarray(line, float).tolist()]


def raw_table(number: int, scenario: Scenario, raw: Mapping[str, Array]) -> dict[str, list[Any]]:
    """Every world's values.

    Takes: `number` of the scenario; `scenario`; `raw`, by quantity (row, draw) [its unit].
    Gives: columns by name: a row for each world, and each month where it has months.
    """
    first = month_number(scenario.start)
    found: dict[str, list[Any]] = {
        name: [] for name in ("scenario", "quantity", "month", "draw", "value")
    }
    for name, values in raw.items():
        for t, line in enumerate(values):
            count = len(line)
            month = None if name.startswith(MEASURE) else month_text(first + t)
            found["scenario"] += [number] * count
            found["quantity"] += [name.removeprefix(MEASURE)] * count
            found["month"] += [month] * count
            found["draw"] += range(count)
            found["value"] += _plain(line)
    return found


def in_short(plain: Mapping[str, Array], each: Spread) -> tuple[float, ...]:
    """What is said of a measure, in the order of `STATISTICS`; NaN where undefined.

    Takes: `plain`, each quantity (row,) of the plain run; `each`, its spread.
    Gives: numbers [its unit].
    """
    lines = [plain[each.name], each.mean, *each.shares, each.worst]
    return tuple(float("nan") if line is None else float(line[0]) for line in lines)
