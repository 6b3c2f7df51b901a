"""Section 5: the stocks that follow from what is bought, and what of them serves."""

from __future__ import annotations

from engine.model import fleet, money, stocks
from engine.model.arrays import Array
from engine.model.conventions import H100_TOPS, WATTS_PER_GW, over_families, product_over_families
from engine.run.graph.demand import Demand
from engine.run.graph.power import Power
from engine.run.graph.purchases import Purchases
from engine.run.graph.roadmap import Roadmap
from engine.run.graph.section import Section, quantity
from engine.run.scenario_arrays import Inputs


class Fleet(Section):
    """What is there, what of it serves."""

    def __init__(
        self,
        inputs: Inputs,
        demand: Demand,
        roadmap: Roadmap,
        power: Power,
        purchases: Purchases,
    ) -> None:
        super().__init__(inputs)
        self.demand = demand
        self.roadmap = roadmap
        self.power = power
        self.purchases = purchases

    @quantity
    def initial_chips(self) -> Array:
        """(family, ...) in service at the start of month 0 [chips]."""
        first: Array = self.roadmap.it_watts[0]
        return self.purchases.initial_watts / first

    def signed(self, delivered: Array, initial: Array) -> Array:
        """Stock of what leaves by age alone: what is paid for until its contract ends.

        Takes: `delivered` (time, family, ...) [any unit, a month] with `initial` (family, ...)
            [the same unit], in service at the start of month 0; or both without family.
        Gives: (time, family, ...) or (time, ...) [unit of `initial`].
        Source: model, sections 5 and 6.
        """
        left = self.purchases.initial_share_alive
        share = left if delivered.ndim == left.ndim else left[:, None]
        return stocks.alive(self.xp, delivered, initial * share, self.inputs.whole("life_months"))

    def alive(self, delivered: Array, initial: Array) -> Array:
        """Stock after deliveries of what arrives and what was there, less what made way.

        Takes: `delivered` (time, family, ...) [any unit, a month]; `initial` (family, ...)
            [the same unit], in service at the start of month 0.
        Gives: (time, family, ...) [unit of `initial`].
        Source: model, section 5.
        """
        removed = self.purchases.bought.removed
        if removed is None:
            return self.signed(delivered, initial)
        return stocks.left_of(self.xp, delivered, initial, removed)

    @quantity
    def it_watts_by_family(self) -> Array:
        """(time, family, ...) IT power of the chips alive [W IT]."""
        removed = self.purchases.bought.removed
        if removed is not None:
            return removed.watts_alive
        return self.signed(self.purchases.bought.by_family, self.purchases.initial_watts)

    @quantity
    def it_power_gw_by_family(self) -> Array:
        """(time, family, ...) IT power of the chips alive [GW IT]."""
        return self.it_watts_by_family / WATTS_PER_GW

    @quantity
    def it_power_gw(self) -> Array:
        """(time, ...) IT power of the chips alive [GW IT]."""
        return over_families(self.it_watts_by_family) / WATTS_PER_GW

    @quantity
    def facility_power_gw(self) -> Array:
        """(time, ...) what the fleet draws at the facility, at its peak [GW]."""
        return self.it_power_gw * self.inputs["peak_ratio"]

    @quantity
    def chips_alive_by_family(self) -> Array:
        """(time, family, ...) in the fleet at the end of the month [chips]."""
        return self.alive(self.purchases.chips_delivered_by_family, self.initial_chips)

    @quantity
    def chips_retired_by_family(self) -> Array:
        """(time, family, ...) leaving in the month, by age or for new ones [chips]."""
        p, xp = self.inputs, self.xp
        delivered = self.purchases.chips_delivered_by_family
        removed = self.purchases.bought.removed
        if removed is not None:
            return stocks.leaving_of(xp, delivered, self.initial_chips, removed)
        leaving = stocks.later(xp, delivered, p.whole("life_months"))
        left = self.purchases.initial_share_alive
        share = -money.increments(xp, left, xp.ones_like(left[0]))
        return leaving + self.initial_chips * share[:, None]

    @quantity
    def _peak_by_family(self) -> Array:
        """(time, family, ...) nominal peak of the chips alive [TFLOP/s]."""
        removed = self.purchases.bought.removed
        if removed is not None:
            return removed.peak_alive
        return self.signed(self.purchases.bought.peak_by_family, self.purchases.initial_peak)

    @quantity
    def mature_capacity_eflops(self) -> Array:
        """(time, ...) capacity of the fleet as if all served and all were powered [EFLOP/s]."""
        return product_over_families(self._peak_by_family, self.purchases.effective_use)

    @quantity
    def curtailment(self) -> Array:
        """(time, ...) share of the fleet that the power of the month can run, at most 1 [share]."""
        return self.kernel(fleet.curtailment)(self.power.it_limit_gw, self.it_power_gw)

    @quantity
    def _serving_by_family(self) -> Array:
        """(time, family, ...) nominal peak brought up and alive, before losses and curtailment."""
        p, bought = self.inputs, self.purchases.bought
        delivered, initial = bought.peak_by_family, self.purchases.initial_peak
        bring_up = p.whole("bring_up_months")
        if bought.removed is not None:
            return stocks.serving_of(self.xp, bought.removed, bring_up)
        left = initial * self.purchases.initial_share_alive[:, None]
        return stocks.serving(self.xp, delivered, left, bring_up, p.whole("life_months"))

    @quantity
    def _base_kept(self) -> Array:
        """(time, family, ...) share of what serves that recalls and losses leave in reach."""
        return self.inputs.by_month(self.inputs.luck.base_kept, self.inputs.events.base_kept)

    @quantity
    def capacity_eflops_by_family(self) -> Array:
        """(time, family, ...) effective capacity in service [EFLOP/s]."""
        use = self.purchases.effective_use * self._base_kept
        return self._serving_by_family * (use * self.curtailment[:, None])

    @quantity
    def capacity_eflops(self) -> Array:
        """(time, ...) effective capacity in service [EFLOP/s]."""
        factors = (self._serving_by_family, self.purchases.effective_use, self._base_kept)
        return product_over_families(*factors) * self.curtailment

    @quantity
    def h100e_by_family(self) -> Array:
        """(time, family, ...) nominal peak of the chips alive, in H100 equivalents [H100e]."""
        return self._peak_by_family / H100_TOPS

    @quantity
    def h100e(self) -> Array:
        """(time, ...) nominal peak of the chips alive, in H100 equivalents [H100e]."""
        return over_families(self.h100e_by_family)

    @quantity
    def served_eflops(self) -> Array:
        """(time, ...) demand that the capacity in service meets [EFLOP/s]."""
        return self.xp.minimum(self.demand.demand_eflops, self.capacity_eflops)

    @quantity
    def shortfall_eflops(self) -> Array:
        """(time, ...) demand that it does not meet [EFLOP/s]."""
        return self.demand.demand_eflops - self.served_eflops
