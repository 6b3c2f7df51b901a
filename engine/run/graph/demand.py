"""Section 2: revenue, demand, and the capacity that the plan aims at."""

from __future__ import annotations

import numpy as np

from engine.model import demand
from engine.model.arrays import Array
from engine.run.graph.section import Section, quantity


class Demand(Section):
    """Revenue and demand, as they come and as they are foreseen."""

    def planned_revenue(self, month: Array) -> Array:
        """Revenue without shocks; luck leaves history and the known points alone.

        Takes: `month` (time, ...) [months since start], any, also past the horizon.
        Gives: (time, ...) [$bn/year].
        Source: model, section 2.
        """
        p, xp = self.inputs, self.xp
        months, levels = p.anchors
        half_life = p["growth_half_life_years"]
        rates = xp.log(p["revenue_growth"]), xp.log(p["revenue_growth_longrun"])
        log_revenue = demand.log_planned_revenue(xp, month, months, levels, *rates, half_life)
        luck = p.luck.log_growth
        if np.ndim(luck):
            years = demand.years_of_luck(xp, month, months[-1], p["as_of"], half_life)
            log_revenue = log_revenue + years * xp.asarray(luck)
        return xp.exp(log_revenue)

    @quantity
    def _log_savings(self) -> tuple[Array, Array]:
        """What software saves on serving, less what of it is spent again, up to the as-of month
        and from it on [ln per year].
        """
        p, xp = self.inputs, self.xp
        rebound, log_efficiency = p["rebound"], xp.log(p["algorithmic_efficiency"])
        planned = (1 - rebound) * log_efficiency
        after, chosen = planned, p.host("later_compute_growth")
        luck = p.luck
        if np.ndim(luck.log_efficiency):
            drawn = log_efficiency + xp.asarray(luck.log_efficiency)
            after = (1 - (rebound + xp.asarray(luck.rebound))) * drawn
        if np.isfinite(chosen).any():  # then luck moves what is chosen as far
            own = -xp.log(xp.asarray(np.where(np.isfinite(chosen), chosen, 1.0)))
            after = xp.where(xp.asarray(chosen) < np.inf, own + (after - planned), after)
        return planned, after

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
        p, training = self.inputs, self.training_share(month)
        saved = self.kernel(demand.log_saving)(month, p["as_of"], *self._log_savings)
        return self.kernel(demand.demand)(revenue, p["intensity"], saved, training)

    @quantity
    def demand_shock(self) -> Array:
        """(time, ...) share of demand that events leave [share]."""
        return self.xp.asarray(self.inputs.events.demand)

    @quantity
    def revenue_bn_per_year(self) -> Array:
        """(time, ...) revenue run-rate, shocks included [$bn/year]."""
        return self.planned_revenue(self.month) * self.demand_shock

    @quantity
    def demand_eflops(self) -> Array:
        """(time, ...) capacity asked for, serving and training together [EFLOP/s]."""
        return self._demand(self.month, self.revenue_bn_per_year)

    @quantity
    def target(self) -> Array:
        """(time, ...) mature capacity to reach: demand as foreseen, with the reserve [EFLOP/s]."""
        reserve = 1 + self.inputs["reserve_margin"]
        ahead = self.month + self.inputs["plan_ahead_months"]
        return self._demand(ahead, self.planned_revenue(ahead)) * (self.demand_shock * reserve)
