"""What the failure of each supplier costs: its deliveries stop, or its base is lost."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from engine import allowed
from engine.analysis.variants import changed
from engine.model.arrays import Array
from engine.run.simulate import simulate_batch
from engine.tables.scenario import Scenario
from engine.values import Event
from engine.worlds.risk import default_window

MODES = ("supply_stop", "base_loss")


@dataclass(frozen=True)
class Loss:
    """One failure against the plain run: `lost` (time,) share of capacity in service.

    `unserved_revenue` is what it adds over the horizon [$bn].
    """

    family: str
    mode: str
    lost: Array
    unserved_revenue: float

    @property
    def worst(self) -> float:
        """The largest share lost in any month [share]."""
        return float(np.nanmax(self.lost, initial=0.0))


@dataclass(frozen=True)
class SupplierLoss:
    """Every family's failure in both modes, and the largest of each mode."""

    losses: tuple[Loss, ...]

    @property
    def largest(self) -> Mapping[str, Loss]:
        """By mode the failure that loses most in its worst month."""
        return {
            mode: max((x for x in self.losses if x.mode == mode), key=lambda loss: loss.worst)
            for mode in MODES
        }


def supplier_loss(
    scenario: Scenario, start: int | None = None, duration: int | None = None
) -> SupplierLoss:
    """Each family failing entirely for some months, in both modes.

    A supply stop leaves the base running and grows as deliveries are missed; a base loss takes the
    installed chips out of reach at once. One plain run for each.

    Takes: `scenario`; `start` [months since start], by default the month after `as_of`; `duration`
        [months], by default to the horizon's end.
    Gives: SupplierLoss.
    Raises: ValueError for months out of the horizon.
    Source: model, section 8, loss of the largest supplier.
    """
    horizon = scenario.horizon_months
    first = default_window(scenario)[0] if start is None else start
    first = allowed.whole("start month", first, 0, horizon - 1)
    months = horizon - first if duration is None else duration
    months = allowed.whole("duration in months", months, 1, horizon - first)
    failures = [(mode, family) for mode in MODES for family in scenario.families]
    runs = [scenario]
    for mode, family in failures:
        event = Event(mode, family, first, months, 1.0)
        runs.append(changed(scenario, events=(*scenario.events, event)))
    plain, *failed = simulate_batch(runs, ["capacity_eflops", "unserved_revenue_bn"])
    before, revenue = plain["capacity_eflops"], plain["unserved_revenue_bn"]
    losses = []
    for (mode, family), result in zip(failures, failed, strict=True):
        there = before > 0
        left = np.divide(result["capacity_eflops"], before, out=np.ones_like(before), where=there)
        added = float(np.sum(result["unserved_revenue_bn"] - revenue))
        losses.append(Loss(family, mode, 1 - left, added))
    return SupplierLoss(tuple(losses))
