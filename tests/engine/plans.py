"""Plans of a few months and two families, that can be bought by in one's head."""

from __future__ import annotations

from typing import Any

import numpy as np

from engine.model import buying
from engine.model.arrays import HOST
from engine.model.fleet import Plan, Purchases, Repowering

PEAK, USE = (2.0, 8.0), (0.5, 0.25)  # of a watt of each family: 1 and 2 of effective compute
PLENTY = 1e6


def over_time(values: Any, months: int) -> np.ndarray:
    """(time, world) of a number or of one for each month."""
    return np.broadcast_to(np.asarray(values, float).reshape((-1, 1)), (months, 1)).copy()


def by_family(values: Any, months: int) -> np.ndarray:
    """(time, family, world) of a row, or of one for each month."""
    rows = np.atleast_2d(np.asarray(values, float))
    return np.broadcast_to(rows, (months, rows.shape[1]))[:, :, None].copy()


def plan(worlds: int, months: int, target: Any, **given: Any) -> Plan:
    """Two families in equal parts, and nothing that is short but what is given."""
    peak, initial = given.get("peak", PEAK), given.get("initial")
    peak_per_watt = by_family(peak, months)
    families = peak_per_watt.shape[1]
    watts = np.zeros((families, 1)) if initial is None else np.array(initial, float)[:, None]
    life = given.get("life", 100)
    alive = given.get("initial_alive", [max(life - t, 0) / life for t in range(months)])
    repowering = given.get("repowering")
    may = given.get("may_substitute")
    budget, firm = given.get("budget"), given.get("firm")
    return Plan(
        target=np.broadcast_to(over_time(target, months), (months, worlds)).copy(),
        use=by_family(given.get("use", USE if families == 2 else (1.0,)), months),
        peak_per_watt=peak_per_watt,
        mix=by_family(given.get("mix", [1 / families] * families), months),
        it_limit=over_time(given.get("limit", PLENTY), months),
        budget=None if budget is None else over_time(budget, months),
        supplied=by_family(given.get("supplied", [PLENTY] * families), months),
        firm=None if firm is None else by_family(firm, months),
        may_substitute=None if may is None else by_family(may, months),
        substitution=np.array([given.get("substitution", 0.0)]),
        initial_watts=watts,
        initial_peak=watts * peak_per_watt[0],
        initial_alive=over_time(alive, months),
        life=np.array([life]),
        repowering=repowering,
    )


def replacing(threshold: float, most: float, begins: int) -> Repowering:
    return Repowering(np.array([threshold]), np.array([most]), np.array([float(begins)]), begins)


def is_near(found: np.ndarray | None, expected: Any) -> None:
    """The same in every world."""
    assert found is not None
    for world in range(found.shape[-1]):
        np.testing.assert_allclose(found[..., world], expected, rtol=1e-12, atol=1e-12)


def bought(worlds: int, months: int, target: Any, **given: Any) -> Purchases:
    return buying.buy(HOST, plan(worlds, months, target, **given))
