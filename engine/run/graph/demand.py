"""Section 2: revenue, demand, and the capacity that the plan aims at."""

from __future__ import annotations

from engine.model import demand
from engine.model.arrays import Array
from engine.run.graph.section import Section, quantity


class Demand(Section):
    """Revenue and demand, as they come and as they are foreseen."""

    @quantity
    def _log_growth(self) -> tuple[Array, Array]:
        """Growth of revenue as it starts and in the long run [ln per year]."""
        p, xp = self.inputs, self.xp
        start = xp.log(p["revenue_growth"]) + xp.asarray(p.luck.log_growth)
        return start, xp.log(p["revenue_growth_longrun"])

    @quantity
    def _log_saving(self) -> Array:
        """What software saves on serving, less what of it is spent again [ln per year]."""
        p, xp = self.inputs, self.xp
        efficiency = xp.log(p["algorithmic_efficiency"]) + xp.asarray(p.luck.log_efficiency)
        return (1 - p["rebound"]) * efficiency

    def _planned_revenue(self, month: Array) -> Array:
        p = self.inputs
        half_life = p["growth_half_life_years"]
        return demand.planned_revenue(self.xp, month, *p.anchors, *self._log_growth, half_life)

    def training_share(self, month: Array) -> Array:
        """Share of the fleet used for training and research.

        Takes: `month` (time, ...) [months since start], any, also past the horizon.
        Gives: (time, ...) [share].
        Source: model, section 2.
        """
        p = self.inputs
        keys = ("training_share_start", "training_share_end", "training_share_end_month")
        return self.kernel(demand.training_share)(month, *(p[key] for key in keys))

    def _demand(self, month: Array, revenue: Array) -> Array:
        training = self.training_share(month)
        intensity = self.inputs["intensity"]
        return self.kernel(demand.demand)(month, revenue, intensity, self._log_saving, training)

    @quantity
    def demand_shock(self) -> Array:
        """(time, ...) share of demand that events leave [share]."""
        return self.xp.asarray(self.inputs.events.demand)

    @quantity
    def revenue_bn_per_year(self) -> Array:
        """(time, ...) revenue run-rate, shocks included [$bn/year]."""
        return self._planned_revenue(self.month) * self.demand_shock

    @quantity
    def demand_eflops(self) -> Array:
        """(time, ...) capacity asked for, serving and training together [EFLOP/s]."""
        return self._demand(self.month, self.revenue_bn_per_year)

    @quantity
    def target(self) -> Array:
        """(time, ...) mature capacity to reach: demand as foreseen, with the reserve [EFLOP/s]."""
        reserve = 1 + self.inputs["reserve_margin"]
        ahead = self.month + self.inputs["plan_ahead_months"]
        return self._demand(ahead, self._planned_revenue(ahead)) * (self.demand_shock * reserve)
