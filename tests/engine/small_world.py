"""A small world of two kinds of chips, in which every number can be worked out by hand."""

from __future__ import annotations

from typing import Any

import numpy as np

from engine.run.result import Result
from engine.run.simulate import simulate
from engine.tables.catalogue import Catalogue, Chip
from engine.tables.scenario import PARAMETERS, Scenario

MONTH_BN = 730.5 / 1e9  # of a dollar an hour


def chip(family: str, available: str, tops: float, watts: float, usd: float, rent: float) -> Chip:
    return Chip(
        family, f"{family} of {available}", available, tops, watts, usd, rent, 9, 9, "", "C"
    )


CHIPS = Catalogue(
    "two kinds",
    (chip("a", "2024-01", 1e3, 1e3, 2e4, 2.0), chip("b", "2024-01", 2e3, 500, 1e4, 1.0)),
)


def both(of_a: float, of_b: float) -> dict[str, float]:
    return {"a": of_a, "b": of_b}


SMALL: dict[str, Any] = {
    row.key: both(0, 0) for row in PARAMETERS if row.per_family and not row.sums_to_one
} | {
    "start": "2025-01",
    "horizon_months": 30,
    "as_of": 4,
    "revenue_anchors": [[0, 12.0]],  # $bn a year, and no more
    "revenue_growth": 1,
    "revenue_growth_longrun": 1,
    "intensity": 5,  # 60 EFLOP/s of serving, and 20 of training beside it
    "algorithmic_efficiency": 1,
    "training_share_start": 0.25,
    "training_share_end": 0.25,
    "plan_ahead_months": 0,
    "reserve_margin": 0.125,  # 90 are aimed at
    "mix_start": both(0.5, 0.5),
    "mix": both(0.5, 0.5),
    "life_months": 24,
    "power_start_gw": 1,
    "power_budget_gw": 1,
    "power_growth_gw_per_year": 0,
    "peak_ratio": 1.25,
    "supply_chips_per_year": both(1.8e6, 1.8e6),
    "supply_growth": both(1, 1),
    "supply_growth_longrun": 1,
    "cadence_months": 48,
    "generation_ramp_months": 0,
    "mfu_training": both(0.4, 0.8),
    "mfu_serving": both(0.2, 0.4),
    "availability": 0.8,
    "bring_up_months": both(0, 2),
    "software_gain": both(1, 1),
    "owned_share": both(0.5, 0),
    "chip_price_factor": both(1, 1),
    "chip_price_growth": both(1, 1),
    "wacc": 0,
    "facility_capex_usd_per_watt": 10,
    "facility_life_months": 60,
    "pue": 1.25,
    "load_factor": 0.8,
    "electricity_usd_per_kwh": 0.1,
    "electricity_escalation": 0,
    "site_opex_usd_per_mw_year": 480_000,
    "maintenance_share_per_year": 0.12,
    "platform_usd_per_year": both(12e6, 24e6),
}


def small(**changes: Any) -> Scenario:
    """A watt of a has 0.2e-6 of effective EFLOP/s, one of b 1.6e-6: one of the mix 0.9e-6."""
    return Scenario(catalogue=CHIPS).having(**{**SMALL, **changes})


def run(**changes: Any) -> Result:
    return simulate(small(**changes))


def is_near(found: Any, expected: Any) -> None:
    np.testing.assert_allclose(found, expected, rtol=1e-9, atol=1e-9)


NEWER = Catalogue(
    "two generations", (*CHIPS.chips, chip("a", "2025-07", 4e3, 2e3, 3e4, 3.0))
)  # in month 6
