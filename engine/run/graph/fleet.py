"""Sections 3 to 5: effective compute, power, and the fleet that is bought and serves."""

from __future__ import annotations

import numpy as np

from engine.model import chips, fleet, money, power, stocks
from engine.model.arrays import Array
from engine.model.conventions import (
    DOLLARS_PER_BN,
    H100_TOPS,
    MONTHS_PER_YEAR,
    WATTS_PER_GW,
    WATTS_PER_MW,
    over_families,
    product_over_families,
)
from engine.run.graph.demand import Demand
from engine.run.graph.roadmap import Roadmap
from engine.run.graph.section import Section, quantity
from engine.run.scenario_arrays import Inputs


class Fleet(Section):
    """What is bought, what is there, what of it serves."""

    def __init__(self, inputs: Inputs, demand: Demand, roadmap: Roadmap) -> None:
        super().__init__(inputs)
        self.demand = demand
        self.roadmap = roadmap

    # Section 3: effective compute of a chip

    def _capacity_per_chip(self, month: Array, tops: Array) -> Array:
        """Effective EFLOP/s of a chip delivered in `month`."""
        p = self.inputs
        training = self.demand.training_share(month)
        used = chips.utilisation(training, p["mfu_training"], p["mfu_serving"])
        return chips.effective_capacity(tops, used, p["availability"])

    @quantity
    def capacity_per_watt(self) -> Array:
        """(time, family, ...) mature capacity of a watt delivered [EFLOP/s per W IT]."""
        per_chip = self._capacity_per_chip(self.month_by_family, self.roadmap.tops)
        return per_chip / self.roadmap.it_watts

    # Section 4: power

    @quantity
    def power_limit_gw(self) -> Array:
        """(time, ...) facility power that there is, after delays and outages [GW]."""
        p, xp = self.inputs, self.xp
        delay = xp.asarray(p.host("grid_delay_months") + p.events.grid_delay + p.luck.grid_delay)
        limit = self.kernel(power.facility_limit)(
            self.month,
            p["as_of"],
            delay,
            p["power_start_gw"],
            p["power_budget_gw"],
            p["power_ramp_start"],
            p["power_ready_month"],
            p["power_growth_gw_per_year"],
        )
        kept = p.events.power_kept
        found: Array = limit if kept.size == 1 and kept == 1 else xp.asarray(kept) * limit
        return found

    @quantity
    def it_limit_gw(self) -> Array:
        """(time, ...) IT power that the facility limit can carry at its peak [GW IT]."""
        return self.power_limit_gw / self.inputs["peak_ratio"]

    # Section 5: the fleet

    @quantity
    def mix(self) -> Array:
        """(time, family, ...) share of each family in new IT power, summing to 1 [share]."""
        keys = ("mix_start", "mix", "mix_from_month", "mix_month")
        values = (self.inputs[key] for key in keys)
        return self.kernel(fleet.mix_of_new_power)(self.month_by_family, *values)

    @quantity
    def supplied_watts(self) -> Array:
        """(time, family, ...) what can be had of each family in the month [W IT]."""
        p, xp = self.inputs, self.xp
        planned = self.kernel(fleet.supply)(
            self.month_by_family,
            p["supply_chips_per_year"],
            xp.log(p["supply_growth"]),
            xp.log(p["supply_growth_longrun"]),
            p["supply_half_life_years"],
            xp.asarray(p.events.supply_kept),
        )
        return planned * p.by_month(p.luck.supply_kept) * self.roadmap.it_watts

    @quantity
    def budget_watts(self) -> Array | None:
        """(time, ...) what the investment budget pays for in the month [W IT]; None without a
        budget.
        """
        p, xp = self.inputs, self.xp
        if (p.host("investment_budget_bn_per_year") == np.inf).all():
            return None
        per_watt = product_over_families(self.mix, self.roadmap.capex_usd / self.roadmap.it_watts)
        cost = per_watt + p["facility_capex_usd_per_watt"]
        monthly = p["investment_budget_bn_per_year"] * DOLLARS_PER_BN / MONTHS_PER_YEAR
        return xp.where(cost > 0, monthly / xp.where(cost > 0, cost, 1.0), xp.inf)

    @quantity
    def initial_watts(self) -> Array:
        """(family, ...) IT power in service at the start of month 0 [W]."""
        return self.inputs["initial_it_mw"] * WATTS_PER_MW

    @quantity
    def initial_chips(self) -> Array:
        """(family, ...) in service at the start of month 0 [chips]."""
        first: Array = self.roadmap.it_watts[0]
        return self.initial_watts / first

    @quantity
    def _initial_capacity(self) -> Array:
        """(family, ...) mature capacity in service at the start of month 0."""
        per_chip = self._capacity_per_chip(self.month_by_family[:1], self.roadmap.tops[:1])
        first: Array = per_chip[0]
        return self.initial_chips * first

    @quantity
    def initial_share_alive(self) -> Array:
        """(time, ...) share of the initial fleet that is left, which leaves in equal parts over its
        life [share].
        """
        return fleet.initial_share_alive(self.xp, self.month, self.inputs["life_months"])

    @quantity
    def bought(self) -> fleet.Purchases:
        """What was delivered and what held it back, as Purchases says."""
        p, xp = self.inputs, self.xp
        sure = p.host("substitute_any").all() or all(
            (p.host(key) > fleet.SMALLEST_SURE_SHARE).all() for key in ("mix_start", "mix")
        )
        may_substitute = None if sure else xp.maximum(self.mix > 0, p["substitute_any"])
        return fleet.buy(
            xp,
            self.demand.target,
            self.capacity_per_watt,
            self.mix,
            self.it_limit_gw * WATTS_PER_GW,
            self.budget_watts,
            self.supplied_watts,
            may_substitute,
            p["substitution"],
            xp.sum(self.initial_watts, axis=0) * self.initial_share_alive,
            self._initial_capacity.sum(axis=0) * self.initial_share_alive,
            p.whole("life_months"),
            p.fuse,
        )

    @quantity
    def chips_delivered_by_family(self) -> Array:
        """(time, family, ...) delivered in the month [chips]."""
        return self.bought.by_family / self.roadmap.it_watts

    def alive(self, delivered: Array, initial: Array) -> Array:
        """Stock after deliveries of what arrives and what was there.

        Takes: `delivered` (time, family, ...) [any unit, a month] with `initial` (family, ...)
            [the same unit], in service at the start of month 0; or both without family.
        Gives: (time, family, ...) or (time, ...) [unit of `initial`].
        Source: model, section 5.
        """
        left = self.initial_share_alive
        share = left if delivered.ndim == left.ndim else left[:, None]
        return stocks.alive(self.xp, delivered, initial * share, self.inputs.whole("life_months"))

    @quantity
    def it_watts_by_family(self) -> Array:
        """(time, family, ...) IT power of the chips alive [W IT]."""
        return self.alive(self.bought.by_family, self.initial_watts)

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
        return self.alive(self.chips_delivered_by_family, self.initial_chips)

    @quantity
    def chips_retired_by_family(self) -> Array:
        """(time, family, ...) leaving by age at the start of the month [chips]."""
        p, xp = self.inputs, self.xp
        delivered = self.chips_delivered_by_family
        leaving = stocks.later(xp, delivered, p.whole("life_months"))
        ones = xp.ones_like(self.initial_share_alive[0])
        share = -money.increments(xp, self.initial_share_alive, ones)
        return leaving + self.initial_chips * share[:, None]

    @quantity
    def mature_capacity_eflops(self) -> Array:
        """(time, ...) capacity of the fleet as if all served and all were powered [EFLOP/s]."""
        added = over_families(self.bought.capacity_by_family)
        return self.alive(added, self._initial_capacity.sum(axis=0))

    @quantity
    def curtailment(self) -> Array:
        """(time, ...) share of the fleet that the power of the month can run, at most 1 [share]."""
        return self.kernel(fleet.curtailment)(self.it_limit_gw, self.it_power_gw)

    @quantity
    def _serving_by_family(self) -> Array:
        """(time, family, ...) brought up and alive, before losses and curtailment."""
        p = self.inputs
        return stocks.serving(
            self.xp,
            self.bought.capacity_by_family,
            self._initial_capacity * self.initial_share_alive[:, None],
            p.whole("bring_up_months"),
            p.whole("life_months"),
        )

    @quantity
    def _base_kept(self) -> Array:
        """(time, family, ...) share of what serves that recalls and losses leave in reach."""
        return self.inputs.by_month(self.inputs.luck.base_kept, self.inputs.events.base_kept)

    @quantity
    def capacity_eflops_by_family(self) -> Array:
        """(time, family, ...) effective capacity in service [EFLOP/s]."""
        return self._serving_by_family * (self._base_kept * self.curtailment[:, None])

    @quantity
    def capacity_eflops(self) -> Array:
        """(time, ...) effective capacity in service [EFLOP/s]."""
        return product_over_families(self._serving_by_family, self._base_kept) * self.curtailment

    @quantity
    def h100e_by_family(self) -> Array:
        """(time, family, ...) nominal peak of the chips alive, in H100 equivalents [H100e]."""
        delivered = self.chips_delivered_by_family * self.roadmap.tops
        return self.alive(delivered, self.initial_chips * self.roadmap.tops[0]) / H100_TOPS

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

    @quantity
    def wanted_it_gw(self) -> Array:
        """(time, ...) new IT power that the plan asks for in the month [GW IT]."""
        return self.bought.wanted / WATTS_PER_GW

    @quantity
    def delivered_it_gw(self) -> Array:
        """(time, ...) new IT power that is delivered in the month [GW IT]."""
        return self.bought.delivered / WATTS_PER_GW

    @quantity
    def binding(self) -> Array:
        """(time, ...) what held the month's purchases back, an index into BINDING [limit]."""
        return fleet.binding(self.xp, self.bought)
