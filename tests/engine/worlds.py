"""Scenarios for tests of chance: alike suppliers, and worlds without any luck."""

from __future__ import annotations

import dataclasses
from typing import Any

from engine import Catalogue, Scenario, shipped_catalogue
from engine.values import PerFamily

FAMILIES = ("tpu", "trainium", "gpu")


def all_families(value: float) -> PerFamily:
    return PerFamily(dict.fromkeys(FAMILIES, value))


NO_LUCK: dict[str, Any] = {
    "sigma_growth": 0,
    "sigma_algorithmic": 0,
    "sigma_rebound": 0,
    "sigma_price": 0,
    "p_slip": all_families(0),
    "p_grid": 0,
    "outage_rate_per_year": all_families(0),
    "recall_rate_per_year": all_families(0),
}

THIRDS = PerFamily({"tpu": 1 / 3, "trainium": 1 / 3, "gpu": 1 - 2 / 3})


def alike(**changes: Any) -> Scenario:
    """Three suppliers of the same chip under three names, and no luck but what is asked for."""
    gpus = shipped_catalogue().generations("gpu")
    chips = tuple(dataclasses.replace(chip, family=f) for f in FAMILIES for chip in gpus)
    same = {
        "mfu_training": all_families(0.4),
        "mfu_serving": all_families(0.2),
        "bring_up_months": all_families(0),
        "owned_share": all_families(0),
        "initial_it_mw": all_families(50),
        "supply_chips_per_year": all_families(500_000),
        "supply_growth": all_families(2),
        "platform_usd_per_year": all_families(0),
        "mix_start": THIRDS,
        "mix": THIRDS,
        "mix_month": 0,
        "mix_from_month": 0,
        "power_budget_gw": 30,
        "power_start_gw": 10,
        "horizon_months": 60,
    }
    scenario = Scenario().having(catalogue=Catalogue("alike", chips))
    return scenario.having(**{**NO_LUCK, **same, **changes})
