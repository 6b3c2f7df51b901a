"""Results whose every number a test has chosen itself, instead of a run's."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np

from engine import Result, Scenario
from engine.tables.series import series

FAMILIES = ("tpu", "trainium", "gpu")
BY_FAMILY = ("chips_alive", "commitment_bn")
# what figures and sentences read, where a test says nothing of it
PLAIN = {
    "capacity_eflops": 1000.0,
    "demand_eflops": 1000.0,
    "served_eflops": 1000.0,
    "facility_power_gw": 1.0,
    "power_limit_gw": 2.0,
    "usd_per_pflop_hour": 0.5,
    "unserved_revenue_bn": 0.0,
    "commitment_bn": 1.0,
}


def made(
    scenario: Scenario | None = None,
    binding: Sequence[str] = (),
    families: Mapping[str, Mapping[str, float | Sequence[float]]] | None = None,
    **columns: float | Sequence[float],
) -> Result:
    """A result with these columns: a number for all months, or one for each."""
    scenario = scenario or Scenario(start="2026-01", horizon_months=12)
    months = scenario.horizon_months
    found = {**PLAIN, **columns}
    for key in BY_FAMILY:
        for family in FAMILIES:
            found[f"{key}_{family}"] = (families or {}).get(key, {}).get(family, 0.0)
    codes = series("binding").codes
    found["binding"] = [float(codes.index(word)) for word in binding] or 0.0
    lines = {k: np.broadcast_to(np.asarray(v, float), (months,)) for k, v in found.items()}
    return Result(scenario, {key: line[:, np.newaxis] for key, line in lines.items()})
