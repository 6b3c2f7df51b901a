"""What holds of every scenario, over the whole bounds of the table: the model's section 9."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from engine.files.scenario_files import load
from engine.model.arrays import Array
from engine.run.result import Result
from engine.run.simulate import simulate, simulate_batch
from engine.tables.catalogue import Catalogue
from engine.tables.parameter import Parameter
from engine.tables.scenario import PARAMETERS, Scenario, parameter
from engine.tables.series import SERIES
from engine.values import ALL, EVENT_KINDS, Contract, Event, Site
from tests.engine.strategies import scenarios

RTOL = 1e-9
STRESSED = Path(__file__).parent / "golden" / "stress_all.json"
MAY_BE_UNDEFINED = {
    "usd_per_pflop_hour",
    "usd_per_million_tokens",
    "economic_cost_per_revenue",
}
OF_A_GIGAWATT = {"economic_cost_bn_per_gw_year", "revenue_bn_per_gw_year"}
COSTS = ["rent_bn", "energy_bn", "site_opex_bn", "maintenance_bn", "platform_bn"]
COSTS += ["idle_commitment_bn"]
CASH = ["chip_capex_bn", "facility_capex_bn", *COSTS]
ECONOMIC = ["chip_capital_charge_bn", "facility_capital_charge_bn", *COSTS]


def close(ours: Array, expected: Array, *whole: Array) -> None:
    """Equal to 1e-9 of the value or of the largest value of it, or of what it is part of."""
    both = np.isfinite(expected)
    assert (np.isfinite(ours) == both).all()
    largest = max(np.max(np.abs(x[np.isfinite(x)]), initial=0.0) for x in (expected, *whole))
    np.testing.assert_allclose(ours[both], expected[both], rtol=RTOL, atol=RTOL * largest)


def all_close(ours: Result, expected: Result) -> None:
    """Each column of one run against the other's, but for what rounding alone decides."""
    for row in SERIES:
        if row.key != "binding":
            for column in row.columns(expected.scenario.families):
                whole = (expected[key] for key in whole_of(row.key))
                parts = (expected[key] for key in row.columns(expected.scenario.families))
                close(ours[column], expected[column], *whole, *parts)


def total(result: Result, keys: Iterable[str]) -> Array:
    return np.sum([result[key] for key in keys], axis=0)


@given(scenario=scenarios())
def test_that_chips_in_are_chips_alive_and_chips_retired(scenario: Scenario) -> None:
    result = simulate(scenario)
    for family in scenario.families:
        alive, retired = result[f"chips_alive_{family}"], result[f"chips_retired_{family}"]
        delivered = result[f"chips_delivered_{family}"]
        initial = alive[0] + retired[0] - delivered[0]
        close(alive + np.cumsum(retired), initial + np.cumsum(delivered))


@given(scenario=scenarios())
def test_that_a_fleet_draws_no_more_than_the_limit_or_what_its_survivors_draw(
    scenario: Scenario,
) -> None:
    result = simulate(scenario)
    power, delivered = result["it_power_gw"], result["delivered_it_gw"]
    survivors = power - delivered
    allowed = np.maximum(result["it_limit_gw"], survivors)
    assert (power <= allowed * (1 + RTOL) + RTOL * power.max()).all()
    close(result["facility_power_gw"], power * scenario.peak_ratio)


@given(scenario=scenarios())
def test_that_what_families_have_sums_to_what_all_have(scenario: Scenario) -> None:
    result = simulate(scenario)
    for row in SERIES:
        if row.by_family and row.total:
            close(result[row.key], np.sum(result.by_family(row.key), axis=0))


@given(scenario=scenarios())
def test_that_what_is_served_is_never_more_than_demand_or_capacity(scenario: Scenario) -> None:
    result = simulate(scenario)
    served, demand = result["served_eflops"], result["demand_eflops"]
    assert (served >= 0).all()
    assert (served <= np.minimum(demand, result["capacity_eflops"])).all()
    close(result["shortfall_eflops"], demand - served)
    assert (result["capacity_eflops"] <= result["mature_capacity_eflops"] * (1 + RTOL) + 1e-9).all()
    assert ((result["curtailment"] >= 0) & (result["curtailment"] <= 1)).all()


@given(scenario=scenarios())
def test_that_costs_are_the_sums_of_their_kinds(scenario: Scenario) -> None:
    result = simulate(scenario)
    close(result["cash_cost_bn"], total(result, CASH))
    close(result["economic_cost_bn"], total(result, ECONOMIC))
    discount = (1 + scenario.wacc) ** (-np.arange(scenario.horizon_months) / 12)
    for kind in ("cash", "economic"):
        running = np.cumsum(result[f"{kind}_cost_bn"] * discount)
        close(result[f"npv_{kind}_cost_bn"], running)


@given(scenario=scenarios(fine=True))
def test_that_every_value_is_finite_and_none_below_zero_or_undefined_by_definition(
    scenario: Scenario,
) -> None:
    result = simulate(scenario)
    for column, line in result.items():
        if column in MAY_BE_UNDEFINED | OF_A_GIGAWATT:
            undefined = np.isnan(line)
            nothing = result["capacity_eflops"] < 1e-90
            if column in OF_A_GIGAWATT:
                nothing = result["it_power_gw"] < 1e-90
            if column == "economic_cost_per_revenue":
                nothing = result["revenue_bn_per_year"] < 1e-90
            assert (undefined == nothing).all(), column
            line = line[~undefined]
        assert np.isfinite(line).all(), column
        assert (line >= 0).all(), column
    codes = next(row.codes for row in SERIES if row.key == "binding")
    assert set(np.unique(result["binding"]).tolist()) <= set(range(len(codes)))


@given(scenario=scenarios())
def test_that_a_second_run_gives_the_same_bits(scenario: Scenario) -> None:
    first, second = simulate(scenario), simulate(dataclasses.replace(scenario))
    for column in first:
        np.testing.assert_array_equal(first[column], second[column], column)


@given(scenario=scenarios())
def test_that_a_result_cannot_be_written_to(scenario: Scenario) -> None:
    result = simulate(scenario)
    for line in result.values():
        assert not line.flags.writeable
        assert line.shape == (scenario.horizon_months,)


# Batches


@given(members=st.lists(scenarios(), min_size=2, max_size=5))
def test_that_a_batch_of_any_scenarios_gives_what_each_gives_alone(
    members: list[Scenario],
) -> None:
    for scenario, together in zip(members, simulate_batch(members), strict=True):
        alone = simulate(scenario)
        assert together.scenario is scenario
        assert list(together) == list(alone)
        all_close(together, alone)


@given(base=scenarios(), data=st.data())
def test_that_a_batch_that_differs_in_a_few_values_gives_what_each_gives_alone(
    base: Scenario, data: st.DataObject
) -> None:
    """The members share catalogue and horizon, and so are computed as one."""
    other = data.draw(scenarios(own_catalogue=False, horizon_months=base.horizon_months))
    keys = data.draw(
        st.lists(st.sampled_from([r.key for r in PARAMETERS if not r.per_family]), max_size=6)
    )
    changes = {key: getattr(other, key) for key in keys if parameter(key).schema is None}
    for key in data.draw(
        st.lists(st.sampled_from([r.key for r in PARAMETERS if r.per_family]), max_size=4)
    ):
        old = getattr(base, key)
        changes[key] = dict(zip(old, reversed(list(old.values())), strict=True))
    events = [e for e in other.events if e.scope in (ALL, *base.families)]
    for low, high in (("slip_min", "slip_max"), ("grid_min", "grid_max")):
        changes.pop(low, None), changes.pop(high, None)
    contracts = [c for c in other.contracts if c.family in base.families]
    lists = {"events": events, "sites": other.sites, "contracts": contracts}
    members = [base, base.having(**changes), base.having(**lists)]
    for scenario, together in zip(members, simulate_batch(members), strict=True):
        all_close(together, simulate(scenario))


@pytest.mark.parametrize("row", PARAMETERS, ids=lambda row: row.key)
def test_that_scenarios_that_differ_in_one_parameter_give_together_what_each_gives_alone(
    row: Parameter,
) -> None:
    """What all agree on is computed once: here that is everything but one row."""
    stressed = load(STRESSED).scenario.having(horizon_months=96, plan_ahead_months=6)
    members = [stressed, *(stressed.having(**change) for change in extremes(row, stressed))]
    assert len(members) > 1
    for scenario, together in zip(members, simulate_batch(members), strict=True):
        all_close(together, simulate(scenario))


def extremes(row: Parameter, scenario: Scenario) -> list[dict[str, Any]]:
    first, *others = scenario.families
    if row.sums_to_one:
        return [{row.key: dict.fromkeys(others, 0) | {first: 1}}]
    if row.per_family:
        return [{row.key: dict.fromkeys(others, row.low) | {first: row.high}}]
    if row.key == "events":
        return [{row.key: [Event(kind, ALL, 9, 12, 0.5)]} for kind in EVENT_KINDS]
    if row.key == "sites":
        return [{row.key: [Site("A", 0.4, start, 6, 0.5)]} for start in (-3, 12)]
    if row.key == "contracts":
        return [{row.key: [Contract("A", first, 12, 6, 0.4, firm, 1.5)]} for firm in (0, 1)]
    if row.kind == "choice":
        return [{row.key: word} for word in row.words if word != getattr(scenario, row.key)]
    if row.kind == "anchors":
        return [{row.key: [[0, 2.0]]}, {row.key: [[0, 2.0], [5, 3.0], [7, 4.0]]}]
    if row.kind == "month":
        return [{row.key: bound} for bound in row.bounds_text or ()]
    if row.kind == "switch":
        return [{row.key: not getattr(scenario, row.key)}]
    if row.key in ("slip_min", "slip_max", "grid_min", "grid_max"):
        return [{row.key: getattr(scenario, row.key) + (1 if row.key.endswith("max") else -1)}]
    return [{row.key: row.low}, {row.key: row.high}]


# Scale

SCALED_BY_SIZE = ("initial_it_mw", "supply_chips_per_year", "sites", "contracts")
POWERS = ("power_start_gw", "power_budget_gw", "power_growth_gw_per_year")
RATIOS = {"curtailment"} | MAY_BE_UNDEFINED | OF_A_GIGAWATT


def times(value: Any, factor: float) -> Any:
    if isinstance(value, tuple):
        return tuple(larger(part, factor) for part in value)
    if isinstance(value, float | int):
        return value * factor
    return type(value)({family: v * factor for family, v in value.items()})


def larger(part: Any, factor: float) -> Any:
    match part:
        case Site():
            return dataclasses.replace(part, gw=part.gw * factor)
        case Contract():
            return dataclasses.replace(part, it_gw=part.it_gw * factor)
        case month, level:
            return month, level * factor
    raise TypeError(part)


def with_scaled(scenario: Scenario, factor: float, *keys: str) -> Scenario:
    """Some values times a factor, whatever the bounds say."""
    given = {key: getattr(scenario, key) for key in keys}
    changes = {key: times(value, factor) for key, value in given.items() if value is not None}
    return dataclasses.replace(scenario, **changes)


@given(scenario=scenarios(), factor=st.sampled_from([0.125, 0.5, 2.0, 8.0]))
def test_that_a_plan_twice_the_size_gives_twice_of_everything_but_platforms(
    scenario: Scenario, factor: float
) -> None:
    """Factors of two, so that rounding is the same at every size."""
    scenario = scenario.having(platform_usd_per_year=dict.fromkeys(scenario.families, 0))
    budget = "investment_budget_bn_per_year"
    keys = (*SCALED_BY_SIZE, *POWERS, budget, "revenue_anchors")
    small, large = simulate(scenario), simulate(with_scaled(scenario, factor, *keys))
    for row in SERIES:
        if row.key == "binding":
            continue  # its tolerance of a watt is of no degree
        for column in row.columns(scenario.families):
            ratio = row.key in RATIOS
            whole = [small[key] * factor for key in whole_of(row.key)]
            close(large[column], small[column] * (1 if ratio else factor), *whole)


def whole_of(key: str) -> list[str]:
    """What a flow is the small difference of."""
    if key in ("wanted_it_gw", "delivered_it_gw", "repowered_it_gw"):
        return ["it_power_gw"]
    if key == "shortfall_eflops":
        return ["demand_eflops"]
    if key == "unserved_revenue_bn":
        return ["revenue_bn_per_year"]
    if key.startswith("chips_"):
        return ["h100e"]  # of the size of a fleet's chips
    return ["economic_cost_bn"] if key.endswith("_bn") else []


PRICES = (
    "platform_usd_per_year",
    "facility_capex_usd_per_watt",
    "electricity_usd_per_kwh",
    "site_opex_usd_per_mw_year",
    "investment_budget_bn_per_year",
)


@given(scenario=scenarios(), factor=st.sampled_from([0.25, 0.5, 2.0, 4.0]))
def test_that_prices_twice_as_high_double_every_cost_and_nothing_else(
    scenario: Scenario, factor: float
) -> None:
    chips = tuple(
        dataclasses.replace(
            chip,
            capex_usd=chip.capex_usd * factor,
            rent_usd_per_hour=chip.rent_usd_per_hour * factor,
        )
        for chip in scenario.catalogue.chips
    )
    dearer = dataclasses.replace(
        with_scaled(scenario, factor, *PRICES), catalogue=Catalogue("dearer", chips)
    )
    before, after = simulate(scenario), simulate(dearer)
    for row in SERIES:
        revenue = ("revenue_bn_per_year", "unserved_revenue_bn", "revenue_bn_per_gw_year")
        money = "$" in row.unit and row.key not in revenue
        for column in row.columns(scenario.families):
            close(after[column], before[column] * (factor if money else 1))


# Never less for more, in month 0

GAINS = [
    ("power_start_gw", "mature_capacity_eflops"),
    ("investment_budget_bn_per_year", "mature_capacity_eflops"),
    ("supply_chips_per_year", "delivered_it_gw"),
]


@pytest.mark.parametrize(("key", "series"), GAINS)
@given(scenario=scenarios(investment_budget_bn_per_year=20.0), data=st.data())
def test_that_more_of_a_limit_never_gives_less_in_month_zero(
    key: str, series: str, scenario: Scenario, data: st.DataObject
) -> None:
    row = next(row for row in PARAMETERS if row.key == key)
    value = getattr(scenario, key)
    assert row.high is not None
    if row.per_family:
        family = data.draw(st.sampled_from(scenario.families))
        more = {**value, family: data.draw(st.floats(value[family], row.high))}
    else:
        more = data.draw(st.floats(value, row.high))
    # what a contract is dearer or cheaper than weighs less, the more there is beside it
    contracts = () if key == "supply_chips_per_year" else scenario.contracts
    poorer = scenario.having(horizon_months=12, contracts=contracts)
    richer = poorer.having(**{key: more})
    less, same_or_more = simulate(poorer)[series][0], simulate(richer)[series][0]
    assert same_or_more >= less * (1 - RTOL) - 1e-15


@given(scenario=scenarios(), share=st.floats(0, 1))
def test_that_more_availability_gives_more_of_equal_deliveries(
    scenario: Scenario, share: float
) -> None:
    nothing = dict.fromkeys(scenario.families, 0)
    scenario = scenario.having(supply_chips_per_year=nothing, contracts=())  # equal: none
    better = scenario.having(availability=scenario.availability * (1 - share) + share)
    more, less = simulate(better), simulate(scenario)
    key = "mature_capacity_eflops"
    assert (more[key] >= less[key] * (1 - RTOL)).all()


@pytest.mark.parametrize(
    "more",
    [
        lambda old: {"sites": (*old.sites, Site("one more", 0.5, -12, 6, 1.0))},
        lambda old: {"repower_threshold": 1.0, "repower_share_per_year": 1.0},
        lambda old: {
            "contracts": (*old.contracts, Contract("one more", old.families[0], -3, 12, 2.0, 0, 1))
        },
    ],
    ids=["a site", "repowering", "a contract that binds nobody"],
)
@given(scenario=scenarios(as_of=0, investment_budget_bn_per_year=None))
def test_that_what_helps_never_lowers_what_is_delivered_in_month_zero(
    more: Callable[[Scenario], dict[str, Any]], scenario: Scenario
) -> None:
    poorer = scenario.having(horizon_months=12)
    less = simulate(poorer)["delivered_it_gw"][0]
    assert simulate(poorer.having(**more(poorer)))["delivered_it_gw"][0] >= less * (1 - RTOL)


@given(scenario=scenarios(horizon_months=96))
def test_that_contracts_split_in_two_halves_change_no_total(scenario: Scenario) -> None:
    halves = [
        dataclasses.replace(contract, name=f"{contract.name[:70]} {half}", it_gw=contract.it_gw / 2)
        for contract in scenario.contracts
        for half in (1, 2)
    ]
    before = simulate(scenario)
    all_close(simulate(dataclasses.replace(scenario, contracts=tuple(halves))), before)


# Families


@given(scenario=scenarios(), data=st.data())
def test_that_the_order_of_families_in_the_catalogue_changes_nothing(
    scenario: Scenario, data: st.DataObject
) -> None:
    order = data.draw(st.permutations(scenario.families))
    chips = tuple(sorted(scenario.catalogue.chips, key=lambda chip: order.index(chip.family)))
    permuted = dataclasses.replace(scenario, catalogue=Catalogue("permuted", chips))
    assert permuted.families == tuple(order)
    before, after = simulate(scenario), simulate(permuted)
    assert set(before) == set(after)
    for row in SERIES:
        if row.key == "binding":
            continue  # at the edge of its tolerance rounding decides
        whole = [before[c] for c in row.columns(scenario.families)]
        for column in row.columns(scenario.families):
            close(after[column], before[column], *whole, *(before[k] for k in whole_of(row.key)))


HALVED = (
    "mix",
    "mix_start",
    "supply_chips_per_year",
    "initial_it_mw",
    "platform_usd_per_year",
)


def split(scenario: Scenario, family: str, twin: str) -> Scenario:
    """The same world with one family sold under two names, half of everything each."""
    chips = scenario.catalogue.chips
    twins = tuple(dataclasses.replace(c, family=twin) for c in chips if c.family == family)
    catalogue = Catalogue("split", chips + twins)
    changes: dict[str, Any] = {}
    for row in PARAMETERS:
        if row.per_family:
            value = getattr(scenario, row.key)
            share = value[family] / 2 if row.key in HALVED else value[family]
            changes[row.key] = value.having(**{family: share, twin: share})
    doubled = [
        copy
        for event in scenario.events
        for copy in (
            (event, dataclasses.replace(event, scope=twin)) if event.scope == family else (event,)
        )
    ]
    halves = [
        copy
        for contract in scenario.contracts
        for copy in (
            (
                dataclasses.replace(contract, it_gw=contract.it_gw / 2),
                dataclasses.replace(
                    contract, it_gw=contract.it_gw / 2, family=twin, name=f"{contract.name}, {twin}"
                ),
            )
            if contract.family == family
            else (contract,)
        )
    ]
    return dataclasses.replace(
        scenario, catalogue=catalogue, events=tuple(doubled), contracts=tuple(halves), **changes
    )


@given(scenario=scenarios(), data=st.data())
def test_that_a_family_split_into_two_equal_halves_changes_no_total(
    scenario: Scenario, data: st.DataObject
) -> None:
    family = data.draw(st.sampled_from(scenario.families))
    before, after = simulate(scenario), simulate(split(scenario, family, "twin"))
    # A half may fall below the 1 kW at which a family needs its software stack.
    assume(
        (before[f"it_power_gw_{family}"] * 1e6 > 2).all()
        or scenario.platform_usd_per_year[family] == 0
    )
    for row in SERIES:
        if row.total and row.key != "binding":
            close(after[row.key], before[row.key], *(before[k] for k in whole_of(row.key)))
        if row.by_family:
            halves = after[f"{row.key}_{family}"] + after[f"{row.key}_twin"]
            whole = [before[c] for c in row.columns(scenario.families)]
            close(halves, before[f"{row.key}_{family}"], *whole)
