"""A single world is bought for in plain numbers, several as arrays: both give the same bits."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given

from engine.files.scenario_files import load
from engine.model import buying
from engine.run.simulate import simulate, simulate_batch
from engine.tables.scenario import Scenario
from tests.engine.strategies import scenarios
from tests.engine.test_golden import GOLDEN, NAMES


def assert_same_bits(scenario: Scenario) -> None:
    """Computed alone, and beside a world that differs in what the plan alone looks at."""
    other = scenario.having(reserve_margin=0.25 if scenario.reserve_margin != 0.25 else 0.5)
    alone, together = simulate(scenario), simulate_batch([scenario, other])[0]
    for column, line in alone.items():
        np.testing.assert_array_equal(line, together[column], column, strict=True)


@pytest.mark.parametrize("name", NAMES)
def test_that_a_stored_scenario_is_to_the_bit_the_same_alone_and_beside_another(name: str) -> None:
    assert_same_bits(load(GOLDEN / f"{name}.json").scenario)


def test_that_the_two_ways_are_really_gone(monkeypatch: pytest.MonkeyPatch) -> None:
    gone: list[object] = []
    monkeypatch.setattr(buying._Loop, "_run_one", lambda *of: gone.append(of) or 1 / 0)
    scenario = Scenario()
    simulate_batch([scenario, scenario.having(reserve_margin=0.25)], ["it_power_gw"])
    assert not gone
    with pytest.raises(ZeroDivisionError):
        simulate_batch([scenario], ["it_power_gw"])


@given(
    scenario=scenarios() | scenarios(own_catalogue=False, repower_threshold=1.0, as_of=0),
)
def test_that_any_scenario_is_to_the_bit_the_same_alone_and_beside_another(
    scenario: Scenario,
) -> None:
    assert_same_bits(scenario)
