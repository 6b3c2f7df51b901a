"""No lever is dead without saying so: it moves something, or what it needs is not there."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import numpy as np
import pytest

from engine import PARAMETERS, Result, Scenario, ScenarioError, parameter, simulate
from engine.tables.needs import NEEDS, unmet
from engine.tables.parameter import Parameter
from engine.values import PerFamily
from engine.worlds.ensemble import Ensemble, ensemble
from tests.engine.make_rank_reference import NAMES, scenario

DRAWS = 64
COLUMNS = ("capacity_eflops", "economic_cost_bn", "facility_power_gw")
# entries are added by hand; the number of worlds makes what is drawn finer, and moves no world
OTHER_KINDS = ("anchors", "list", "month")
FINER = {"draws"}


def others(row: Parameter, now: Any) -> Iterator[Any]:
    """Other values of a lever: both ends, for each family."""
    if row.kind == "switch":
        yield not now
    elif row.kind == "choice":
        yield from (word for word in row.words if word != now)
    elif row.sums_to_one:
        for family in now:
            yield {f: float(f == family) for f in now}
    elif isinstance(now, PerFamily):
        for family in now:
            yield from (now.having(**{family: float(end)}) for end in (row.low, row.high))
    elif row.low is not None and row.high is not None:
        yield from (int(end) if row.whole else end for end in (row.low, row.high))


def same(one: Result, other: Result) -> bool:
    return len(one.months) == len(other.months) and all(
        np.array_equal(one[column], other[column], equal_nan=True) for column in one
    )


def as_drawn(one: Ensemble, other: Ensemble) -> bool:
    lines = ((one.bands[c], other.bands[c]) for c in COLUMNS)
    pairs = ((getattr(a, p), getattr(b, p)) for a, b in lines for p in ("p5", "p50", "p95"))
    return repr(one.risk) == repr(other.risk) and all(np.array_equal(a, b) for a, b in pairs)


def moves(of: Scenario, row: Parameter, plan: Result, drawn: Ensemble) -> bool:
    for value in others(row, getattr(of, row.key)):
        try:
            changed = of.having(**{row.key: value})
        except ScenarioError:
            continue
        if changed != of and not same(plan, simulate(changed)):
            return True
        if changed != of and not as_drawn(drawn, ensemble(changed, DRAWS, COLUMNS)):
            return True
    return False


@pytest.mark.parametrize("name", NAMES)
def test_that_each_lever_moves_something_or_says_why_it_does_not(name: str) -> None:
    of = scenario(name)
    plan, drawn = simulate(of), ensemble(of, DRAWS, COLUMNS)
    silent, wrong = [], []
    for row in PARAMETERS:
        if row.kind in OTHER_KINDS or row.key in FINER:
            continue
        lacks, acts = unmet(row.key, of) is not None, moves(of, row, plan, drawn)
        if not acts and not lacks:
            silent.append(row.key)
        if acts and lacks:
            wrong.append(row.key)
    assert (silent, wrong) == ([], [])


def test_that_a_need_names_a_lever_and_is_met_once_that_is_set() -> None:
    of = scenario("public_record_2026_11")
    for key, need in NEEDS.items():
        assert parameter(key)
        assert {parameter(read).key for read in need.reads} == need.reads
        assert need.lever in need.reads
    met = {
        "repower_share_per_year": of.having(repower_threshold=0.5),
        "software_half_life_years": of.having(software_gain=of.software_gain.having(gpu=1.5)),
        "supply_half_life_years": of.having(supply_growth=of.supply_growth.having(gpu=9.0)),
        "substitute_any": of.having(mix={"tpu": 0.5, "trainium": 0.5, "gpu": 0.0}),
        "grid_common": of,
    }
    assert {key: unmet(key, there) for key, there in met.items()} == dict.fromkeys(NEEDS)
