"""Section 3 and 5: effective use of chips, and what is bought month by month."""

from __future__ import annotations

import numpy as np

from engine.model import buying, chips, fleet
from engine.model.arrays import Array
from engine.model.conventions import (
    DOLLARS_PER_BN,
    MONTHS_PER_YEAR,
    WATTS_PER_GW,
    WATTS_PER_MW,
    product_over_families,
    years,
)
from engine.run.graph.demand import Demand
from engine.run.graph.power import Power
from engine.run.graph.prices import Prices
from engine.run.graph.roadmap import Roadmap
from engine.run.graph.section import Section, quantity
from engine.run.graph.supply import Supply
from engine.run.scenario_arrays import Inputs


class Purchases(Section):
    """What is asked for, what is got, and what held it back."""

    def __init__(
        self,
        inputs: Inputs,
        demand: Demand,
        roadmap: Roadmap,
        power: Power,
        supply: Supply,
        prices: Prices,
    ) -> None:
        super().__init__(inputs)
        self.demand = demand
        self.roadmap = roadmap
        self.power = power
        self.supply = supply
        self.prices = prices

    @quantity
    def effective_use(self) -> Array:
        """(time, family, ...) effective compute for each unit of nominal peak, of old chips and new
        alike [EFLOP/s per TFLOP/s].
        """
        p, xp = self.inputs, self.xp
        training = self.demand.training_share(self.month_by_family)
        mfu = (p["mfu_training"], p["mfu_serving"])
        if (p.host("software_gain") == 1).all():
            used = self.kernel(chips.utilisation)(training, *mfu)
        else:
            since = years(xp.maximum(self.month_by_family - p["as_of"], 0.0))
            gain = (xp.log(p["software_gain"]), p["software_half_life_years"])
            used = self.kernel(chips.improved_utilisation)(training, *mfu, since, *gain)
        return chips.effective_use(used, p["availability"])

    @quantity
    def budget_watts(self) -> Array | None:
        """(time, ...) what the investment budget pays for in the month [W IT]; None without a
        budget.
        """
        p, xp = self.inputs, self.xp
        if (p.host("investment_budget_bn_per_year") == np.inf).all():
            return None
        usd_per_watt = self.prices.capex_usd / self.roadmap.it_watts
        cost = product_over_families(self.supply.mix, usd_per_watt)
        cost = cost + p["facility_capex_usd_per_watt"]
        monthly = p["investment_budget_bn_per_year"] * DOLLARS_PER_BN / MONTHS_PER_YEAR
        return xp.where(cost > 0, monthly / xp.where(cost > 0, cost, 1.0), xp.inf)

    @quantity
    def initial_watts(self) -> Array:
        """(family, ...) IT power in service at the start of month 0 [W]."""
        return self.inputs["initial_it_mw"] * WATTS_PER_MW

    @quantity
    def initial_peak(self) -> Array:
        """(family, ...) its nominal peak [TFLOP/s]."""
        first: Array = self.roadmap.peak_per_watt[0]
        return self.initial_watts * first

    @quantity
    def initial_share_alive(self) -> Array:
        """(time, ...) share of the initial fleet that is left, which leaves in equal parts over its
        life [share].
        """
        return fleet.initial_share_alive(self.xp, self.month, self.inputs["life_months"])

    @quantity
    def _repowering(self) -> fleet.Repowering | None:
        p = self.inputs
        thresholds = p.host("repower_threshold")
        if not thresholds.any():
            return None
        return fleet.Repowering(
            threshold=p["repower_threshold"],
            most_per_month=p["repower_share_per_year"] / MONTHS_PER_YEAR,
            begins=p["as_of"],
            first_month=int(p.host("as_of").min()),
        )

    @quantity
    def bought(self) -> fleet.Purchases:
        """What was delivered and what held it back, as Purchases of the model says."""
        p, xp = self.inputs, self.xp
        mix = self.supply.mix
        sure = p.host("substitute_any").all() or all(
            (p.host(key) > fleet.SMALLEST_SURE_SHARE).all() for key in ("mix_start", "mix")
        )
        plan = fleet.Plan(
            target=self.demand.target,
            use=self.effective_use,
            peak_per_watt=self.roadmap.peak_per_watt,
            mix=mix,
            it_limit=self.power.it_limit_gw * WATTS_PER_GW,
            budget=self.budget_watts,
            supplied=self.supply.supplied_watts,
            firm=self.supply.firm_watts,
            may_substitute=None if sure else xp.maximum(mix > 0, p["substitute_any"]),
            substitution=p["substitution"],
            initial_watts=self.initial_watts,
            initial_peak=self.initial_peak,
            initial_alive=self.initial_share_alive,
            life=p.whole("life_months"),
            repowering=self._repowering,
        )
        return buying.buy(xp, plan, p.fuse)

    @quantity
    def idle_watts_by_family(self) -> Array | None:
        """(time, family, ...) what had to be taken and found no power [W IT a month]; None where
        there is none of it.
        """
        firm, taken = self.supply.firm_watts, self.bought.taken_by_family
        if firm is None or taken is None:
            return None
        idle = firm - taken
        return idle if (idle > 0).any() else None

    @quantity
    def idle_chips_by_family(self) -> Array | None:
        """(time, family, ...) the same as chips [chips a month]."""
        idle = self.idle_watts_by_family
        return None if idle is None else idle / self.roadmap.it_watts

    @quantity
    def chips_delivered_by_family(self) -> Array:
        """(time, family, ...) delivered in the month [chips]."""
        return self.bought.by_family / self.roadmap.it_watts

    @quantity
    def wanted_it_gw(self) -> Array:
        """(time, ...) new IT power that the plan asks for in the month [GW IT]."""
        return self.bought.wanted / WATTS_PER_GW

    @quantity
    def delivered_it_gw(self) -> Array:
        """(time, ...) new IT power that is delivered in the month [GW IT]."""
        return self.bought.delivered / WATTS_PER_GW

    @quantity
    def repowered_it_gw(self) -> Array:
        """(time, ...) old IT power that makes way for new in the month [GW IT]."""
        repowered = self.bought.repowered
        return self.xp.zeros_like(self.month) if repowered is None else repowered / WATTS_PER_GW

    @quantity
    def binding(self) -> Array:
        """(time, ...) what held the month's purchases back, an index into BINDING [limit]."""
        return fleet.binding(self.xp, self.bought)
