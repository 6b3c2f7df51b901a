"""With whom a plan stands and falls: every contract in its month, and power by counterparty."""

from __future__ import annotations

from pathlib import Path

import pytest

from engine import Scenario, simulate
from engine.analysis.commitments import commitments, counterparties, hhi_of
from engine.analysis.variants import changed
from engine.files.scenario_files import load
from engine.values import Contract

SCENARIOS = Path(__file__).parents[2] / "resources" / "scenarios"
MONTH = 30


@pytest.mark.parametrize("path", sorted(SCENARIOS.glob("*.headroom")), ids=lambda p: p.stem)
def test_that_the_counterparties_sum_to_the_power(path):
    result = simulate(load(path).scenario)
    found = counterparties(result, MONTH)
    assert sum(found.values()) == pytest.approx(result.by_family("it_power_gw")[:, MONTH].sum())
    assert list(found.values()) == sorted(found.values(), reverse=True)


def test_that_a_contract_ends_with_its_term_and_is_given_up_before():
    signed = Contract("Elm", "gpu", 10, 4, 2.0, 0.5, 1.0, "Oak", 36, 6)
    open_ended = Contract("Ash", "gpu", 28, 10, 1.0, 1.0, 1.0)
    scenario = changed(Scenario(), contracts=(open_ended, signed))
    first, second = commitments(scenario, MONTH)
    assert (first.contract, first.ends, first.give_up_by) == (signed, 46, 40)
    assert (first.it_gw, first.firm_gw, first.free_gw) == (2.0, 1.0, 1.0)
    assert (second.contract, second.ends, second.give_up_by) == (open_ended, None, None)
    assert second.it_gw == pytest.approx(0.3)
    assert commitments(scenario, 0)[0].it_gw == 0


def test_that_an_index_is_that_of_the_shares():
    assert hhi_of({"a": 3.0}) == 10_000
    assert hhi_of({"a": 1.0, "b": 1.0}) == 5_000
    assert hhi_of({}) != hhi_of({})


def test_that_a_month_out_of_the_horizon_is_refused():
    with pytest.raises(ValueError, match="month"):
        commitments(Scenario(), -1)
    with pytest.raises(ValueError, match="month"):
        counterparties(simulate(Scenario()), 10_000)
