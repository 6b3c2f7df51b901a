"""A scenario and its luck as plain numbers, for programs that know nothing of the engine."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np

from engine import Scenario
from engine.run.scenario_arrays import NO_LUCK, Luck
from engine.tables.parameter import month_number
from engine.tables.scenario import PARAMETERS
from engine.tables.series import SERIES
from engine.values import EVENT_KINDS, PerFamily
from engine.worlds import random_draws

MOST_ROWS = 64  # of a list
MOST_WORDS = 6  # of a row
EVERY_FAMILY = -1
BASES = ("quoted", "cost")
LUCK = (  # as the programs have them, and the axes before the worlds
    ("log_growth", ()),
    ("log_efficiency", ()),
    ("rebound", ()),
    ("log_price", ("family",)),
    ("slip", ("family",)),
    ("grid_delay", ()),
    ("site_delay", ("site",)),
    ("site_built", ("site",)),
    ("supply_kept", ("month", "family")),
    ("base_kept", ("month", "family")),
)

Values = dict[str, float | list[float] | list[list[float]]]


def packed(scenario: Scenario) -> Values:
    """Every parameter by key, lists as rows of numbers; the chips too."""
    families = {family: f for f, family in enumerate(scenario.families)}
    found: Values = {}
    for row in PARAMETERS:
        value = getattr(scenario, row.key)
        if isinstance(value, PerFamily):
            found[row.key] = [float(value[family]) for family in families]
        elif row.key == "rent_basis":
            found[row.key] = float(BASES.index(value))
        elif value is None:  # no budget, and nothing chosen
            found[row.key] = math.inf
        elif isinstance(value, int | float):
            found[row.key] = float(value)
        elif isinstance(value, tuple):
            found[row.key] = [_numbers(entry, families) for entry in value]
    start = month_number(scenario.start)
    found["chips"] = [
        [
            families[chip.family],
            month_number(chip.available) - start,
            chip.tops,
            chip.it_watts,
            chip.capex_usd,
            chip.rent_usd_per_hour,
        ]
        for chip in sorted(scenario.catalogue.chips, key=lambda chip: chip.available)
    ]
    return found


def _numbers(entry: Any, families: Mapping[str, int]) -> list[float]:
    match entry:
        case (month, level):
            return [month, level]
    kinds = list(EVENT_KINDS)
    of = {**families, "all": EVERY_FAMILY}
    words: Mapping[str, Any] = vars(entry)
    if "kind" in words:
        keys = ("start_month", "duration_months", "severity")
        return [kinds.index(words["kind"]), of[words["scope"]], *(words[key] for key in keys)]
    if "family" in words:
        keys = ("start_month", "ramp_months", "it_gw", "firm", "price_factor")
        return [of[words["family"]], *(words[key] for key in keys)]
    return [words[key] for key in ("gw", "start_month", "ramp_months", "delay_months")]


def luck_of(scenario: Scenario, draws: int | None) -> dict[str, np.ndarray]:
    """The luck of so many worlds, or that of a plain run, by name, each (..., world)."""
    lot = NO_LUCK
    if draws is not None:
        drawn = random_draws.chance(
            scenario.seed, scenario.families, scenario.horizon_months, 0, draws
        )
        lot = random_draws.luck([scenario], drawn)
    sizes = {
        "month": scenario.horizon_months,
        "family": len(scenario.families),
        "site": len(scenario.sites),
    }
    found = {}
    for name, axes in LUCK:
        values = _values(lot, name)
        if values.ndim > len(axes):  # the scenario's axis, of length one
            values = values.reshape((*values.shape[: len(axes)], -1))
        shape = (*(sizes[axis] for axis in axes), draws or 1)
        found[name] = np.ascontiguousarray(np.broadcast_to(values, shape), float)
    return found


def _values(lot: Luck, name: str) -> np.ndarray:
    value = getattr(lot, name)
    return np.ones(()) if value is None else np.asarray(value)


def columns(families: Sequence[str]) -> list[str]:
    """Every column of a run, in the order of the table."""
    return [column for row in SERIES for column in row.columns(tuple(families))]


def places(families: int) -> dict[str, int]:
    """The number of each column by its name in the programs, by family that of the first."""
    found: dict[str, int] = {}
    number = 0
    for row in SERIES:
        if row.total:
            found[row.key.upper()] = number
            number += 1
        if row.by_family:
            found[f"{row.key.upper()}_BY_FAMILY"] = number
            number += families
    return found


def header(scenario: Scenario) -> str:
    """`tables.h`: what C is to know of the tables."""
    count = len(scenario.families)
    lines = [f"enum {{ FAMILIES = {count}, MOST_ROWS = {MOST_ROWS}, MOST_WORDS = {MOST_WORDS} }};"]
    lines.append(f"enum {{ {', '.join(kind.upper() for kind in EVENT_KINDS)} }};")
    lines.append(f"enum {{ {', '.join(basis.upper() for basis in BASES)} }};")
    lines.append("enum {")
    lines += [f"    {name} = {number}," for name, number in places(count).items()]
    lines += ["};", "typedef struct {"]
    for key, value in packed(scenario).items():
        if key in _lists(scenario):
            lines.append(f"    double {key}_count, {key}[MOST_ROWS][MOST_WORDS];")
        else:
            lines.append(f"    double {key}{'[FAMILIES]' if isinstance(value, list) else ''};")
    return "\n".join([*lines, "} Scenario;", ""])


def _lists(scenario: Scenario) -> set[str]:
    lists = {row.key for row in PARAMETERS if isinstance(getattr(scenario, row.key), tuple)}
    return lists | {"chips"}


def struct(scenario: Scenario) -> np.ndarray:
    """The scenario as C's `Scenario`."""
    found: list[float] = []
    lists = _lists(scenario)
    for key, value in packed(scenario).items():
        if key not in lists:
            found += value if isinstance(value, list) else [value]  # type: ignore[list-item]
            continue
        assert isinstance(value, list)
        if len(value) > MOST_ROWS:
            raise ValueError(f"{key}: allowed are at most {MOST_ROWS}, not {len(value)}")
        rows = np.zeros((MOST_ROWS, MOST_WORDS))
        for i, row in enumerate(value):
            assert isinstance(row, list)
            rows[i, : len(row)] = row
        found += [float(len(value)), *rows.ravel().tolist()]
    return np.array(found, float)
