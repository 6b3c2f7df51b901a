"""However the months are gone through, compiled, as arrays or in plain numbers: the same bits.

The compiled loop need only agree to 1e-9; that it agrees to the bit makes any difference a fault.
"""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given

from engine.files.scenario_files import load
from engine.model import compiled
from engine.run.backend import loop_words
from engine.run.scenario_arrays import Inputs
from engine.run.simulate import simulate, simulate_batch
from engine.run.simulation import Simulation
from engine.tables.scenario import Scenario
from engine.tables.series import SERIES
from engine.worlds import random_draws
from tests.engine.strategies import scenarios
from tests.engine.test_golden import GOLDEN, NAMES
from tests.engine.ways import NUMPY, WAYS, going


def assert_same_bits(scenario: Scenario) -> None:
    """Computed alone, and beside a world that differs in what the plan alone looks at."""
    other = scenario.having(reserve_margin=0.25 if scenario.reserve_margin != 0.25 else 0.5)
    with going(WAYS[0]):
        expected = simulate(scenario)
    for way in WAYS:
        with going(way):
            found = [simulate(scenario), simulate_batch([scenario, other])[0]]
        for result in found:
            for column, line in expected.items():
                np.testing.assert_array_equal(line, result[column], f"{way} {column}", strict=True)


def of_draws(scenario: Scenario, way: str) -> dict[str, np.ndarray]:
    """Every column of some drawn worlds, of the scenario and of one with other lives."""
    life = 24 if scenario.life_months != 24 else 60
    both = [scenario, scenario.having(life_months=life)]
    drawn = random_draws.chance(7, scenario.families, scenario.horizon_months, 0, 70)
    with going(way):
        simulation = Simulation(Inputs(both, random_draws.luck(both, drawn)))
        return simulation.columns(SERIES)


def assert_same_draws(scenario: Scenario) -> None:
    expected = of_draws(scenario, NUMPY)
    for column, values in of_draws(scenario, WAYS[0]).items():
        np.testing.assert_array_equal(values, expected[column], column, strict=True)


@pytest.mark.parametrize("name", NAMES)
def test_that_a_stored_scenario_is_to_the_bit_the_same_alone_and_beside_another(name: str) -> None:
    assert_same_bits(load(GOLDEN / f"{name}.json").scenario)


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("threshold", [0.0, 0.7])
def test_that_the_draws_of_a_stored_scenario_are_to_the_bit_what_arrays_give(
    name: str, threshold: float
) -> None:
    assert_same_draws(load(GOLDEN / f"{name}.json").scenario.having(repower_threshold=threshold))


@given(
    scenario=scenarios() | scenarios(own_catalogue=False, repower_threshold=1.0, as_of=0),
)
def test_that_any_scenario_is_to_the_bit_the_same_alone_and_beside_another(
    scenario: Scenario,
) -> None:
    assert_same_bits(scenario)


@given(scenario=scenarios() | scenarios(own_catalogue=False, repower_threshold=1.0, as_of=0))
def test_that_draws_of_any_scenario_are_to_the_bit_what_arrays_give(scenario: Scenario) -> None:
    assert_same_draws(scenario)


def test_that_the_way_is_said_in_words() -> None:
    said = []
    for way in WAYS:
        with going(way):
            said.append(loop_words())
    assert said[-1] == "NumPy, as no compiled part was built"
    assert said[:-1] in ([], ["compiled"])


def test_that_a_library_of_other_sources_is_as_none(monkeypatch: pytest.MonkeyPatch) -> None:
    class Older:
        EDITION = compiled.EDITION - 1

    assert compiled.of_this_edition(Older) is None
    monkeypatch.setenv(compiled.SWITCH, "yes")
    assert compiled.found() is None


def test_that_arrays_too_short_are_refused_and_not_read_beyond() -> None:
    if WAYS == [NUMPY]:
        return  # what NumPy refuses is its own
    room, life = np.empty((4, 2)), np.array([3, 3])
    with pytest.raises(ValueError, match="array 1 is too short"):
        compiled.stock(np.ones((3, 2)), np.zeros((4, 2)), life, None, room)
    with pytest.raises(ValueError, match="2 axes of 4 bytes"):
        compiled.stock(np.ones((4, 2), np.float32), np.zeros((4, 2)), life, None, room)
    assert not compiled.usable_for([object()])
