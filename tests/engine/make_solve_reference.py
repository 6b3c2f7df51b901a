"""How near SciPy comes: targets for `solve`, and the least change that its best start finds.

    pip install -e '.[bench]' && python tests/engine/make_solve_reference.py

writes `solve_reference.json` anew, which the tests read: SciPy is no dependency of theirs.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import numpy as np

from engine.analysis.kpi import Kpi, at, total, values
from engine.analysis.variants import Lever
from engine.files.scenario_files import load
from engine.tables.scenario import Scenario

HERE = Path(__file__).parent
SCENARIOS = HERE.parent.parent / "resources" / "scenarios"
REFERENCE = HERE / "solve_reference.json"
STARTS = 10
CLOSE = 1e-6  # of the target, as in `solve`
NUDGE = 1e-5  # of a slider

POWER = ("power_budget_gw", "power_growth_gw_per_year", "availability")
CHIPS = ("supply_growth.tpu", "supply_growth.trainium", "supply_growth.gpu", "availability")
SOFTWARE = ("algorithmic_efficiency", "mfu_serving.tpu", "mfu_serving.gpu", "availability")
MONEY = ("wacc", "chip_price_factor.tpu", "chip_price_factor.gpu", "pue")
WIDE = ("power_budget_gw", "availability", "supply_growth.tpu", "revenue_growth", "wacc", "mix.tpu")

UNSERVED = total("unserved_revenue_bn", 21, 95)
CAPACITY = at("capacity_eflops", 48)
COST = at("npv_economic_cost_bn", 95)
PRICE = at("usd_per_pflop_hour", 60)

# scenario, KPI, levers, and by which factor the number is to change
CASES: tuple[tuple[str, Kpi, tuple[str, ...], float], ...] = (
    ("public_record_2026_11", UNSERVED, POWER, 0.9),
    ("public_record_2026_11", UNSERVED, CHIPS, 0.8),
    ("public_record_2026_11", UNSERVED, SOFTWARE, 0.0),
    ("public_record_2026_11", UNSERVED, WIDE, 0.0),
    ("public_record_2026_11", UNSERVED, WIDE, 0.5),
    ("public_record_2026_11", CAPACITY, POWER, 1.1),
    ("public_record_2026_11", COST, MONEY, 0.8),
    ("public_record_2026_11", PRICE, SOFTWARE, 0.8),
    ("article_2025_10", CAPACITY, POWER, 0.9),
    ("article_2025_10", PRICE, WIDE, 0.85),
    ("article_2025_10", CAPACITY, WIDE, 1.3),
    ("article_2025_10", COST, WIDE, 0.7),
    ("article_2025_10", PRICE, MONEY, 0.9),
    ("one_supplier_gpu", UNSERVED, SOFTWARE, 0.5),
    ("one_supplier_gpu", CAPACITY, CHIPS, 1.05),
    ("one_supplier_gpu", COST, MONEY, 1.2),
    ("power_starved", UNSERVED, POWER, 0.5),
    ("power_starved", UNSERVED, SOFTWARE, 0.5),
    ("power_starved", CAPACITY, WIDE, 1.25),
    ("power_starved", PRICE, WIDE, 1.3),
)


def scenario(name: str) -> Scenario:
    return load(SCENARIOS / f"{name}.headroom").scenario


def levers(names: tuple[str, ...]) -> list[Lever]:
    return [Lever(*name.split(".")) for name in names]


def goal(of: Scenario, kpi: Kpi, factor: float) -> float:
    return float(values([of], kpi)[0]) * factor


def least_change(of: Scenario, kpi: Kpi, target: float, moved: list[Lever]) -> float | None:
    """How far SciPy's best place has the sliders moved in all; None where none is on the target."""
    from scipy.optimize import minimize

    here = np.array([lever.position(lever.value(of)) for lever in moved])
    scale = max(abs(target), abs(float(values([of], kpi)[0])))

    def world(place: Any) -> Scenario:
        there = of
        for lever, position, start in zip(moved, place, here, strict=True):
            if position != start:
                there = lever.moved(there, lever.at(float(position)))
        return there

    def misses(places: Any) -> Any:
        return (values([world(place) for place in places], kpi) - target) / scale

    # from one side: at a target of 0 an equation has no slope beyond it
    sign = -1.0 if misses([here])[0] > 0 else 1.0

    many = len(here)

    def place_of(both: Any) -> Any:
        """Where the levers stand that have been moved up by the first half, down by the second."""
        return np.clip(here + both[:many] - both[many:], 0, 1)

    def beyond(both: Any) -> float:
        return float(sign * misses([place_of(both)])[0])

    def slope(both: Any) -> Any:
        place = place_of(both)
        steps = np.where(place + NUDGE <= 1, NUDGE, -NUDGE)
        nudged = misses([place, *(place + np.diag(steps))])
        rise = sign * (nudged[1:] - nudged[0]) / steps
        return np.concatenate([rise, -rise])

    found = []
    chance = np.random.default_rng(1)
    for start in (here, *chance.random((STARTS - 1, many))):
        answer = minimize(
            np.sum,
            np.concatenate([np.maximum(start - here, 0), np.maximum(here - start, 0)]),
            jac=np.ones_like,
            method="SLSQP",
            bounds=[*((0, up) for up in 1 - here), *((0, down) for down in here)],
            constraints=[{"type": "ineq", "fun": beyond, "jac": slope}],
            options={"maxiter": 60, "ftol": 1e-9},
        )
        if beyond(answer.x) >= -CLOSE:
            found.append(float(np.sum(np.abs(place_of(answer.x) - here))))
    return min(found, default=None)


def main() -> None:
    rows = []
    for name, kpi, names, factor in CASES:
        of, moved = scenario(name), levers(names)
        target = goal(of, kpi, factor)
        rows.append({"target": target, "change": least_change(of, kpi, target, moved)})
        print(name, kpi.column, names, factor, rows[-1], flush=True)
    REFERENCE.write_text(json.dumps(rows, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
