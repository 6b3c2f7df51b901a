"""The engine against a second program written from the specification alone."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
import pytest
from hypothesis import given

from engine.model.arrays import Array
from engine.run.result import Result
from engine.run.simulate import simulate
from engine.tables.scenario import Scenario
from engine.tables.series import SERIES, series
from tests.engine.plain_model import PlainModel
from tests.engine.strategies import scenarios

TOLERANCE = 1e-9
STEMS = [row.key for row in SERIES if row.by_family]
LEFT_BETWEEN = {
    "wanted_it_gw": "it_power_gw",
    "delivered_it_gw": "it_power_gw",
    "repowered_it_gw": "it_power_gw",
    "idle_commitment_bn": "economic_cost_bn",
    "chips_delivered": "chips_alive",
    "chips_retired": "chips_alive",
    "chip_capex_bn": "economic_cost_bn",
    "facility_capex_bn": "economic_cost_bn",
    "commitment_bn": "economic_cost_bn",
    "shortfall_eflops": "demand_eflops",
    "unserved_revenue_bn": "revenue_bn_per_year",
}


def differences(result: Result, plain: dict[str, list[object]]) -> list[str]:
    """A line for each series that is not the same to 1e-9, of the value or of its largest."""
    lines = {key: np.array(values) for key, values in plain.items() if key != "binding"}
    found = []
    for key, expected in lines.items():
        ours = result[key]
        atol = TOLERANCE * max(largest(lines[k]) for k in scale_of(key, lines))
        near = np.isclose(ours, expected, rtol=TOLERANCE, atol=atol, equal_nan=True)
        if not near.all():
            t = int(np.argmin(near))
            found.append(f"{key} in month {t}: {ours[t]!r}, not {expected[t]!r}; atol {atol!r}")
    names = [series("binding").codes[int(code)] for code in result["binding"]]
    wrong = [t for t, allowed in enumerate(plain["binding"]) if names[t] not in allowed]  # type: ignore[operator]
    found += [f"binding in month {t}: {names[t]}, not {plain['binding'][t]}" for t in wrong[:1]]
    return found


def largest(values: Array) -> float:
    return float(np.nanmax(np.abs(values))) if np.isfinite(values).any() else 0.0


def scale_of(key: str, lines: Mapping[str, object]) -> list[str]:
    """The series against whose largest value rounding in `key` is measured.

    A part is measured against its whole, and what is left between two large numbers against
    those: the specification asks for that where a limit is met exactly.
    """
    stem = next((s for s in STEMS if key == s or key.startswith(f"{s}_")), key)
    parts = [k for k in lines if k == stem or k.startswith(f"{stem}_")]
    return [*parts, *(k for k in lines if k.startswith(LEFT_BETWEEN.get(stem, "none")))]


@given(scenario=scenarios())
def test_that_any_scenario_gives_what_a_plain_program_gives(scenario: Scenario) -> None:
    assert differences(simulate(scenario), PlainModel(scenario).run()) == []


@given(scenario=scenarios(own_catalogue=False, horizon_months=96))
def test_that_any_scenario_of_the_shipped_chips_gives_what_a_plain_program_gives(
    scenario: Scenario,
) -> None:
    assert differences(simulate(scenario), PlainModel(scenario).run()) == []


def test_that_the_plain_program_has_every_series() -> None:
    scenario = Scenario()
    columns = {column for row in SERIES for column in row.columns(scenario.families)}
    assert set(PlainModel(scenario).run()) == columns


@pytest.mark.parametrize("key", ["it_power_gw", "capacity_eflops", "economic_cost_bn"])
def test_that_a_wrong_series_would_be_noticed(key: str) -> None:
    plain = PlainModel(Scenario()).run()
    plain[key][5] *= 1 + 1e-7
    assert len(differences(simulate(Scenario()), plain)) == 1


def test_that_what_is_left_of_a_fleet_that_shrank_to_next_to_nothing_keeps_its_digits() -> None:
    """Where old chips make way, what is there is what came less what has left."""
    scenario = Scenario().having(
        revenue_anchors=[[0, 1e6], [30, 1e-9], [95, 1e-9]],
        life_months=24,
        repower_threshold=0.5,
        supply_chips_per_year=dict.fromkeys(Scenario().families, 1e6),
        power_budget_gw=10,
    )
    found = simulate(scenario)
    capacity = found["capacity_eflops"]
    assert capacity[capacity > 0].min() < 1e-11 * capacity.max()
    assert differences(found, PlainModel(scenario).run()) == []
