"""What every lever does when it is moved up: as a planner expects it, or as the help explains."""

from __future__ import annotations

import functools

import numpy as np
import pytest

from engine.analysis.kpi import total
from engine.analysis.outcomes import outcomes
from engine.analysis.variants import Lever, levers
from engine.files.scenario_files import load
from tests.engine.make_solve_reference import SCENARIOS

NAMES = ("public_record_2026_11", "article_2025_10", "power_starved")
DRAWS, TOGETHER = 128, 12
STILL = 0.004  # of the mean: less is no direction
# what moves the revenue left unserved up or down; the rest moves cost alone, or redistributes
WORSE = {
    *("revenue_growth", "revenue_growth_longrun", "growth_half_life_years", "intensity"),
    *("algorithmic_efficiency", "rebound", "training_share_start", "training_share_end"),
    *("training_share_end_month", "power_ready_month", "grid_delay_months", "peak_ratio"),
    *("generation_slip_months", "generation_ramp_months", "cadence_months", "bring_up_months"),
    *("outage_rate_per_year", "outage_mean_duration_months", "outage_severity"),
    *("common_severity", "recall_rate_per_year", "recall_duration_months", "recall_severity"),
    *("p_slip", "slip_min", "slip_max", "p_grid", "grid_min", "grid_max", "sigma_growth"),
    *("sigma_rebound", "beta"),
}
BETTER = {
    *("power_budget_gw", "power_growth_gw_per_year", "supply_chips_per_year", "supply_growth"),
    *("supply_growth_longrun", "supply_half_life_years", "substitution", "perf_per_watt_growth"),
    *("watts_per_chip_growth", "mfu_training", "mfu_serving", "availability", "software_gain"),
    *("repower_share_per_year", "repower_threshold", "plan_ahead_months", "reserve_margin"),
    *("life_months", "initial_it_mw"),
}
DEARER = {
    *("chip_price_factor", "chip_price_growth", "provider_margin", "wacc"),
    *("facility_capex_usd_per_watt", "pue", "load_factor", "electricity_usd_per_kwh"),
    *("electricity_escalation", "site_opex_usd_per_mw_year", "maintenance_share_per_year"),
    "platform_usd_per_year",
}
CHEAPER = {"price_performance_growth", "facility_life_months"}
# "When more helps less" in the help says why
EXPLAINED = {
    ("article_2025_10", "life_months"),
    ("power_starved", "life_months"),
    ("article_2025_10", "supply_chips_per_year.trainium"),
    ("article_2025_10", "supply_growth.trainium"),
    ("article_2025_10", "supply_growth_longrun"),
    ("power_starved", "repower_threshold"),
}


@functools.cache
def moved(name: str) -> dict[str, tuple[float, float]]:
    """By lever, half of its plausible range up: unserved revenue and cost, of what they were."""
    of = load(SCENARIOS / f"{name}.headroom").scenario
    found: dict[str, tuple[float, float]] = {}
    steps: list[tuple[Lever, float]] = []
    for lever in levers(of, of_chance=True):
        if getattr(of, lever.key) is None or lever.key.startswith("mix"):
            continue
        here, (low, high) = lever.value(of), lever.plausible(of)
        there = min(here + max((high - low) / 2, lever.row.step), lever.bounds[1])
        there = round(there) if lever.row.whole else there
        if there != here:
            steps.append((lever, there))
    last = of.horizon_months - 1
    for first in range(0, len(steps), TOGETHER):
        some = steps[first : first + TOGETHER]
        runs = [of, *(lever.moved(of, there) for lever, there in some)]
        seen = outcomes(runs, DRAWS, None, total("capacity_eflops", of.as_of + 1, last))
        for place, (lever, _) in enumerate(some, 1):
            key = f"{lever.key}.{lever.family}".rstrip(".")
            change = []
            for measure in ("unserved_revenue", "economic_cost"):
                worlds = seen.of[measure]
                before = max(float(np.mean(worlds[0])), 1e-9)
                change.append(float(np.mean(worlds[place] - worlds[0])) / before)
            found[key] = change[0], change[1]
    return found


@pytest.mark.parametrize("name", NAMES)
def test_that_each_lever_moves_what_is_unserved_as_a_planner_expects_or_the_help_says_why(
    name: str,
) -> None:
    surprises = {}
    for key, (unserved, _) in moved(name).items():
        row = key.partition(".")[0]
        sign = (row in WORSE) - (row in BETTER)
        if sign and unserved * sign < -STILL:
            surprises[key] = unserved
    assert {(name, key) for key in surprises} <= EXPLAINED, surprises


@pytest.mark.parametrize("name", NAMES)
def test_that_what_is_dearer_costs_more_and_serves_as_before(name: str) -> None:
    for key, (unserved, cost) in moved(name).items():
        row = key.partition(".")[0]
        sign = (row in DEARER) - (row in CHEAPER)
        if sign:
            assert cost * sign > -1e-12, key
            assert abs(unserved) < 1e-9, key


def test_that_every_direction_is_of_a_lever_that_there_is() -> None:
    rows = {key.partition(".")[0] for name in NAMES for key in moved(name)}
    assert rows | {"software_half_life_years"} >= WORSE | BETTER | DEARER | CHEAPER
    assert not WORSE & BETTER
