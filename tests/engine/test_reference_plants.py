"""Two plants that the world has priced, built by the engine at the reference assumptions."""

from __future__ import annotations

from typing import Any

import pytest

from engine.run.result import Result
from engine.run.simulate import simulate
from engine.tables.catalogue import Catalogue, shipped_catalogue
from engine.tables.scenario import PARAMETERS, Scenario


def plant(chip_name: str, **changes: Any) -> Result:
    """One kind of chip from nothing, with as much demand as it takes; all else by default."""
    chip = next(chip for chip in shipped_catalogue().chips if chip.name == chip_name)
    family = chip.family
    default = Scenario()
    only = {
        row.key: {family: getattr(default, row.key)[family]} for row in PARAMETERS if row.per_family
    }
    only |= {"mix": {family: 1}, "mix_start": {family: 1}, "initial_it_mw": {family: 0}}
    settings: dict[str, Any] = {
        "start": "2025-12",
        "horizon_months": 12,
        "revenue_anchors": [[0, 1000.0]],
        "power_growth_gw_per_year": 0,
        "power_ready_month": 1,
    }
    per_family = {k: {family: v} if k in only else v for k, v in changes.items()}
    scenario = Scenario(catalogue=Catalogue(chip.name, (chip,)))
    return simulate(scenario.having(**{**only, **settings, **per_family}))


def a_gigawatt_of_gb200(**changes: Any) -> Result:
    return plant(
        "GB200 NVL72",
        supply_chips_per_year=2_000_000,
        power_start_gw=1.2,
        power_budget_gw=1.2,
        owned_share=1,
        wacc=0.07,
        life_months=60,
        facility_life_months=168,
        **changes,
    )


def a_million_tpu_v7(**changes: Any) -> Result:
    """A million chips in twelve equal months."""
    return plant(
        "TPU v7 Ironwood",
        supply_chips_per_year=1_000_000,
        supply_growth=1,
        supply_growth_longrun=1,
        power_start_gw=10,
        power_budget_gw=10,
        **changes,
    )


def up_front_bn(result: Result) -> float:
    return float((result["chip_capex_bn"] + result["facility_capex_bn"]).sum())


def a_year_bn(result: Result) -> float:
    return float(result["economic_cost_bn"][-1] * 12)


def test_that_one_gigawatt_of_it_of_owned_gb200_is_built() -> None:
    result = a_gigawatt_of_gb200()
    assert result["it_power_gw"][-1] == pytest.approx(1.0)
    assert result["facility_power_gw"][-1] == pytest.approx(1.2)


def test_that_one_gigawatt_of_it_of_owned_gb200_costs_about_38_bn_up_front() -> None:
    # Epoch AI, AI data center cost breakdown, 2026-05: 38 $bn
    assert up_front_bn(a_gigawatt_of_gb200()) == pytest.approx(38, rel=0.15)


def test_that_one_gigawatt_of_it_of_owned_gb200_costs_about_8_5_bn_a_year() -> None:
    # the same: 8.5 $bn with chips over 5 years and the facility over 14
    assert a_year_bn(a_gigawatt_of_gb200()) == pytest.approx(8.5, rel=0.20)


def test_that_about_two_thirds_of_a_gigawatts_price_are_chips() -> None:
    result = a_gigawatt_of_gb200()
    assert result["chip_capex_bn"].sum() / up_front_bn(result) == pytest.approx(
        26.1 / 37.9, rel=0.1
    )


def test_that_a_gigawatt_costs_about_nine_tenths_of_a_billion_a_year_to_run() -> None:
    # Epoch AI: 0.9 $bn, 0.6 of it energy
    result = a_gigawatt_of_gb200(maintenance_share_per_year=0, platform_usd_per_year=0)
    assert result["energy_bn"][-1] * 12 == pytest.approx(0.6, rel=0.1)
    running = result["energy_bn"][-1] + result["site_opex_bn"][-1]
    assert running * 12 == pytest.approx(0.9, rel=0.1)


def test_that_a_million_tpu_v7_are_a_million_chips() -> None:
    result = a_million_tpu_v7()
    assert result["chips_alive_tpu"][-1] == pytest.approx(1e6)
    assert result["h100e"][-1] == pytest.approx(2_331_500, rel=1e-4)


def test_that_a_million_tpu_v7_need_1_0_to_2_5_gigawatts() -> None:
    # announcement of 2025-10: well over a gigawatt
    result = a_million_tpu_v7()
    assert 1.0 < result["it_power_gw"][-1] < result["facility_power_gw"][-1] < 2.5


@pytest.mark.parametrize("owned_share", [0, 0.4, 1])
def test_that_a_million_tpu_v7_cost_tens_of_billions_bought_or_rented(owned_share: float) -> None:
    # announcement of 2025-10: tens of billions of dollars
    result = a_million_tpu_v7(owned_share=owned_share)
    assert 20 < result["commitment_bn"].sum() < 100


def test_that_six_hundred_thousand_rented_tpu_v7_are_a_commitment_of_about_42_bn() -> None:
    # SemiAnalysis 2025-11: 600,000 rented for about 42 $bn
    rented = a_million_tpu_v7(owned_share=0)["commitment_bn"].sum() * 0.6
    assert rented == pytest.approx(42, rel=0.05)
