"""No lever is dead without saying so: it moves something, or what it needs is not there."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import numpy as np
import pytest

from engine import PARAMETERS, Result, Scenario, ScenarioError, parameter, simulate
from engine.tables.needs import NEEDS, unmet
from engine.tables.parameter import Parameter
from engine.values import PerFamily, Site
from engine.worlds.ensemble import Ensemble, ensemble
from tests.engine.make_rank_reference import NAMES, scenario

DRAWS = 64
COLUMNS = ("capacity_eflops", "economic_cost_bn", "facility_power_gw")
# entries are added by hand; the number of worlds makes what is drawn finer, and moves no world
OTHER_KINDS = ("anchors", "list", "month")
FINER = {"draws"}
SOME_MIX = {"tpu": 0.6, "trainium": 0.22, "gpu": 0.18}


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


@pytest.mark.parametrize("name", [*NAMES, "the table's defaults"])
def test_that_each_lever_moves_something_or_says_why_it_does_not(name: str) -> None:
    of = scenario(name) if name in NAMES else Scenario()
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


def test_that_a_need_names_a_lever_and_all_that_it_reads() -> None:
    for key, need in NEEDS.items():
        assert parameter(key)
        assert {parameter(read).key for read in need.reads} == need.reads
        assert need.lever in need.reads


# of one scenario in which it acts on nothing, and one in which it does
NONE = {"tpu": 0.0, "trainium": 0.0, "gpu": 0.0}
SOME = {"tpu": 0.2, "trainium": 0.2, "gpu": 0.2}
DEAD_AND_ALIVE: dict[tuple[str, ...], tuple[dict[str, Any], dict[str, Any]]] = {
    ("repower_share_per_year",): ({"repower_threshold": 0.0}, {"repower_threshold": 0.5}),
    ("software_half_life_years",): (
        {"software_gain": dict.fromkeys(NONE, 1.0)},
        {"software_gain": dict.fromkeys(NONE, 1.5)},
    ),
    ("supply_half_life_years",): (
        {"supply_growth": dict.fromkeys(NONE, 1.2), "supply_growth_longrun": 1.2},
        {"supply_growth": dict.fromkeys(NONE, 2.0)},
    ),
    ("substitute_any",): ({}, {"mix": {"tpu": 0.5, "trainium": 0.5, "gpu": 0.0}}),
    ("mix_from_month", "mix_month"): ({"mix": SOME_MIX, "mix_start": SOME_MIX}, {}),
    ("training_share_end_month",): (
        {"training_share_start": 0.4, "training_share_end": 0.4},
        {"training_share_start": 0.7},
    ),
    ("provider_margin",): ({"rent_basis": "quoted"}, {"rent_basis": "cost"}),
    (
        "facility_capex_usd_per_watt",
        "facility_life_months",
        "pue",
        "load_factor",
        "electricity_usd_per_kwh",
        "electricity_escalation",
        "site_opex_usd_per_mw_year",
        "maintenance_share_per_year",
    ): (
        {"owned_share": NONE, "rent_basis": "quoted"},
        {"owned_share": NONE, "rent_basis": "cost"},
    ),
    ("outage_mean_duration_months", "outage_severity", "beta"): (
        {"outage_rate_per_year": NONE},
        {},
    ),
    ("common_severity",): ({"beta": 0.0}, {}),
    ("recall_duration_months", "recall_severity"): ({"recall_rate_per_year": NONE}, {}),
    ("slip_min", "slip_max"): ({"p_slip": NONE}, {}),
    ("grid_min", "grid_max"): ({"p_grid": 0.0}, {}),
    ("grid_common",): ({"p_grid": 0.0}, {}),
}


def test_that_each_need_has_its_two_scenarios() -> None:
    assert {key for keys in DEAD_AND_ALIVE for key in keys} == set(NEEDS)


@pytest.mark.parametrize("keys", DEAD_AND_ALIVE, ids=lambda keys: keys[0])
@pytest.mark.parametrize("alive", [False, True])
def test_that_a_lever_is_dead_exactly_where_it_says_so(keys: tuple[str, ...], alive: bool) -> None:
    of = scenario("public_record_2026_11").having(**DEAD_AND_ALIVE[keys][alive])
    plan, drawn = simulate(of), ensemble(of, DRAWS, COLUMNS)
    for key in keys:
        assert moves(of, parameter(key), plan, drawn) == alive, key
        assert (unmet(key, of) is None) == alive, key


def test_that_a_need_is_met_as_soon_as_anything_is_beyond_nought() -> None:
    known = Scenario().as_of

    def met(key: str, **changes: Any) -> bool:
        return unmet(key, Scenario().having(**changes)) is None

    def site(month: int) -> list[Site]:
        return [Site("Elm", 1.0, month, 6, 0.9)]

    # a site of the month that is known has its grid, or it has none
    assert [met("grid_common", p_grid=0.1, sites=site(known + k)) for k in (0, 1)] == [False, True]
    assert not met("grid_common", p_grid=0.1, sites=[])
    one = {"tpu": 0.0, "trainium": 0.0, "gpu": 0.01}
    for key, lever in (
        ("outage_severity", "outage_rate_per_year"),
        ("recall_severity", "recall_rate_per_year"),
        ("slip_min", "p_slip"),
    ):
        assert [met(key, **{lever: value}) for value in (NONE, one)] == [False, True], key
    assert [met("common_severity", beta=beta) for beta in (0.0, 0.01)] == [False, True]
    assert not met("common_severity", beta=0.5, outage_rate_per_year=NONE)
    assert [met("pue", rent_basis="quoted", owned_share=share) for share in (NONE, one)] == [
        *(False, True)
    ]


def test_that_a_lever_of_owned_chips_says_on_how_little_it_acts() -> None:
    need = NEEDS["facility_capex_usd_per_watt"]
    of = Scenario(rent_basis="quoted")  # a tenth of the GPUs is bought, and 18 % are GPUs
    assert need.said(of) == (
        "Acts on owned chips only, 1.8% of new power: the rest has quoted rents."
    )
    assert unmet("facility_capex_usd_per_watt", of) is None
    assert need.said(of.having(rent_basis="cost")) == ""
    assert need.said(of.having(owned_share=SOME)) == ""
    assert need.said(of.having(owned_share=NONE)) == need.unmet
