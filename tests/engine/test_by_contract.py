"""What a contract costs: parts that sum to their family, and the very figures of a single one."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from engine import Scenario, simulate
from engine.analysis.by_contract import COLUMNS, cost_by_contract
from engine.values import Contract, PerFamily
from tests.engine.make_rank_reference import scenario

NAMES = ("public_record_2026_11", "power_starved", "article_2025_10", "one_supplier_gpu")
HOURS = 730.5


@pytest.mark.parametrize("cost", COLUMNS)
@pytest.mark.parametrize("name", NAMES)
def test_parts_of_a_family_sum_to_it_and_none_is_negative(name: str, cost: str) -> None:
    of = scenario(name)
    parts = cost_by_contract(of, cost)
    assert [part.contract for part in parts if part.contract] == list(of.contracts)
    result = simulate(of)
    for family in of.families:
        own = [part.cost for part in parts if part.family == family]
        whole = result[f"{COLUMNS[cost]}_{family}"]
        np.testing.assert_allclose(np.sum(own, axis=0), whole, rtol=1e-9, atol=1e-12)
        for part in own:
            assert part.min() >= -1e-9 * max(whole.max(), 1.0)


@pytest.mark.parametrize("cost", COLUMNS)
@pytest.mark.parametrize("name", NAMES)
def test_what_is_left_beside_contracts_is_nothing_where_it_is_a_sum_s_rounding(
    name: str, cost: str
) -> None:
    of = scenario(name)
    for part in cost_by_contract(of, cost):
        assert not np.any(np.signbit(part.cost))
        assert not np.any((part.cost > 0) & (part.cost < 1e-13))


def alone(**values: object) -> Scenario:
    """A plan that buys one family by one contract alone."""
    of = Scenario().having(**values)
    nothing = dict.fromkeys(of.families, 0.0)
    contract = Contract("North", "gpu", of.as_of + 1, 24, 2.0, 0.4, 1.3)
    return of.having(
        contracts=[contract],
        mix=PerFamily({**nothing, "gpu": 1.0}),
        mix_start=PerFamily({**nothing, "gpu": 1.0}),
        supply_chips_per_year=PerFamily(nothing),
        initial_it_mw=PerFamily(nothing),
        platform_usd_per_year=PerFamily(nothing),
    )


@pytest.mark.parametrize("cost", COLUMNS)
@pytest.mark.parametrize("owned", [0.0, 0.3, 1.0])
@pytest.mark.parametrize("threshold", [0.0, 0.9])
def test_a_contract_that_is_all_there_is_costs_all_that_there_is(
    cost: str, owned: float, threshold: float
) -> None:
    share = PerFamily(dict.fromkeys(Scenario().families, owned))
    of = alone(owned_share=share, repower_threshold=threshold, life_months=36)
    parts = cost_by_contract(of, cost)
    [own] = [part for part in parts if part.contract]
    whole = simulate(of)[f"{COLUMNS[cost]}_gpu"]
    assert whole.max() > 0
    np.testing.assert_allclose(own.cost, whole, rtol=1e-9, atol=1e-12)


@pytest.mark.parametrize("cost", COLUMNS)
def test_a_contract_in_two_halves_costs_as_much(cost: str) -> None:
    of = scenario("public_record_2026_11")
    [one, *others] = of.contracts
    halves = [replace(one, it_gw=one.it_gw / 2, name=name) for name in ("a half", "other half")]
    before = {p.contract.name: p.cost for p in cost_by_contract(of, cost) if p.contract}
    split = of.having(contracts=[*halves, *others])
    after = {p.contract.name: p.cost for p in cost_by_contract(split, cost) if p.contract}
    both = after["a half"] + after["other half"]
    np.testing.assert_allclose(both, before[one.name], rtol=1e-9, atol=1e-12)
    for other in others:
        np.testing.assert_allclose(after[other.name], before[other.name], rtol=1e-9, atol=1e-12)


def test_a_dearer_contract_bears_its_own_price() -> None:
    """Two contracts of equal size, all rented: what is signed is as one price to the other."""
    rented = PerFamily(dict.fromkeys(Scenario().families, 0.0))
    of = alone(owned_share=rented)
    [cheap] = of.contracts
    cheap = replace(cheap, price_factor=1.0)
    both = of.having(contracts=[cheap, replace(cheap, name="South", price_factor=1.5)])
    north, south, *_ = cost_by_contract(both, "signed")
    assert north.cost.max() > 0
    np.testing.assert_allclose(south.cost, 1.5 * north.cost, rtol=1e-9)


def test_another_cost_is_refused() -> None:
    with pytest.raises(ValueError, match=r"^cost .*: allowed are economic, cash, signed"):
        cost_by_contract(Scenario(), "free")
