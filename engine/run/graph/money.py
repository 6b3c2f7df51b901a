"""Section 6: what the fleet costs, in cash and in use."""

from __future__ import annotations

from engine.model import money, roadmap
from engine.model.arrays import Array
from engine.model.conventions import (
    DOLLARS_PER_BN,
    HOURS_PER_MONTH,
    MONTHS_PER_YEAR,
    over_families,
    ratio,
    weighted_over_families,
)
from engine.run.graph.demand import Demand
from engine.run.graph.fleet import Fleet
from engine.run.graph.prices import Prices
from engine.run.graph.purchases import Purchases
from engine.run.graph.roadmap import Roadmap
from engine.run.graph.section import Section, quantity
from engine.run.scenario_arrays import Inputs

BN_PER_HOURLY_DOLLAR = HOURS_PER_MONTH / DOLLARS_PER_BN  # $bn a month for each $ an hour


class Money(Section):
    """Costs. A cost that is a stock times a rate has a rate in $bn a month, `..._rate`.

    What is paid for follows the contract, whether chips are still there or made way; what is used
    and kept up follows what is alive.
    """

    def __init__(
        self,
        inputs: Inputs,
        demand: Demand,
        roadmap: Roadmap,
        prices: Prices,
        purchases: Purchases,
        fleet: Fleet,
    ) -> None:
        super().__init__(inputs)
        self.demand = demand
        self.roadmap = roadmap
        self.prices = prices
        self.purchases = purchases
        self.fleet = fleet

    # What is paid for

    @quantity
    def _owned_capex(self) -> Array:
        """(time, ...) capital cost of the owned chips delivered [$]."""
        bought = self.purchases.chips_delivered_by_family, self.prices.capex_usd
        return weighted_over_families(self.inputs["owned_share"], self._owners, *bought)

    def _rent_of(self, share: Array, families: list[int], chips: Array, watts: Array) -> Array:
        """(time, ...) rent of a share of some families' chips [$/h], added up before it is made."""
        prices = self.prices
        quoted = prices.quoted_usd_per_hour
        if quoted is not None:
            quoted = weighted_over_families(share, families, chips, quoted)
            if prices.from_cost is False:
                return quoted
        capex = weighted_over_families(share, families, chips, prices.capex_usd)
        return prices.rent_of(capex, weighted_over_families(share, families, watts), quoted)

    @quantity
    def _rent_signed(self) -> Array:
        """(time, ...) rent of the rented chips delivered [$/h]."""
        bought = self.purchases.chips_delivered_by_family, self.purchases.bought.by_family
        if not self._renters:
            return self.xp.zeros_like(self.month)
        return self._rent_of(1 - self.inputs["owned_share"], self._renters, *bought)

    @quantity
    def _idle_rent(self) -> Array | None:
        """(time, ...) rent of the chips that the month had to take and could not power [$/h]; None
        where there are none.
        """
        chips, watts = self.purchases.idle_chips_by_family, self.purchases.idle_watts_by_family
        if chips is None or watts is None:
            return None
        every = list(range(watts.shape[1]))
        return self._rent_of(
            self.xp.ones((len(every), *(1,) * (watts.ndim - 2))), every, chips, watts
        )

    @quantity
    def _owners(self) -> list[int]:
        """The families of which chips are owned in some world."""
        shares = enumerate(self.inputs.host("owned_share"))
        return [f for f, share in shares if bool((share > 0).any())]

    @quantity
    def _renters(self) -> list[int]:
        """The families of which chips are rented in some world."""
        shares = enumerate(self.inputs.host("owned_share"))
        return [f for f, share in shares if bool((share < 1).any())]

    def _owned(self, by_family: Array) -> Array:
        """(time, ...) the owned part of (time, family, ...), over all families."""
        return weighted_over_families(self.inputs["owned_share"], self._owners, by_family)

    @quantity
    def _owned_watts(self) -> Array:
        """(time, ...) IT power of the owned chips alive [W]."""
        return self._owned(self.fleet.it_watts_by_family)

    @quantity
    def initial_owned_watts(self) -> Array:
        """(...) IT power of the owned chips of the initial fleet [W IT]."""
        # added like the fleet of month 0, so that no purchase means no facility to the last bit
        initial: Array = self._owned(self.purchases.initial_watts[None])[0]
        return initial

    @quantity
    def facility_watts(self) -> Array:
        """(time, ...) facility built for owned chips: a high-water mark [W IT]."""
        return money.highest_so_far(self.xp, self._owned_watts, self.initial_owned_watts)

    @quantity
    def initial_owned_capex(self) -> Array:
        """(family, ...) capital cost of the owned chips of the initial fleet [$]."""
        price: Array = self.roadmap.blend[roadmap.CAPEX][0]
        return self.inputs["owned_share"] * self.fleet.initial_chips * price

    @quantity
    def _owned_capex_signed(self) -> Array:
        """(time, ...) capital cost of the owned chips that are not paid off [$]."""
        return self.fleet.signed(self._owned_capex, self.initial_owned_capex.sum(axis=0))

    @quantity
    def _owned_capex_alive(self) -> Array:
        """(time, ...) capital cost of the owned chips alive [$]."""
        if self.purchases.bought.removed is None:
            return self._owned_capex_signed
        alive = self.fleet.alive(self.owned_capex_by_family, self.initial_owned_capex)
        return over_families(alive)

    @quantity
    def owned_capex_by_family(self) -> Array:
        """(time, family, ...) capital cost of the owned chips delivered [$]."""
        delivered = self.purchases.chips_delivered_by_family * self.prices.capex_usd
        return self.inputs["owned_share"] * delivered

    @quantity
    def initial_rent(self) -> Array:
        """(family, ...) rent of the rented chips of the initial fleet [$/h]."""
        rented = 1 - self.inputs["owned_share"]
        return rented * self.fleet.initial_chips * self.prices.initial_rent_usd_per_hour

    @quantity
    def _rent_per_hour(self) -> Array:
        return self.fleet.signed(self._rent_signed, self.initial_rent.sum(axis=0))

    # What it costs

    @quantity
    def chip_capex_bn(self) -> Array:
        """(time, ...) owned chips delivered, paid at delivery [$bn/month]."""
        return self._owned_capex / DOLLARS_PER_BN

    @quantity
    def facility_capex_bn(self) -> Array:
        """(time, ...) facility built for owned chips beyond the most there was [$bn/month]."""
        built = money.increments(self.xp, self.facility_watts, self.initial_owned_watts)
        return built * (self.inputs["facility_capex_usd_per_watt"] / DOLLARS_PER_BN)

    @quantity
    def rent_bn(self) -> Array:
        """(time, ...) rent of rented chips, from delivery to the end of their life [$bn/month]."""
        return self._rent_per_hour * BN_PER_HOURLY_DOLLAR

    @quantity
    def idle_commitment_bn(self) -> Array:
        """(time, ...) rent of chips that had to be taken and found no power, for as long as their
        contract runs [$bn/month].
        """
        idle = self._idle_rent
        if idle is None:
            return self.xp.zeros_like(self.month)
        nothing = self.xp.zeros_like(self.initial_rent[0])
        return self.fleet.signed(idle, nothing) * BN_PER_HOURLY_DOLLAR

    @quantity
    def energy_rate(self) -> Array:
        """(time, ...) energy of each owned watt [$bn a month per W IT]."""
        return self.prices.energy_per_watt / DOLLARS_PER_BN

    @quantity
    def energy_bn(self) -> Array:
        """(time, ...) energy of the owned chips alive, facility losses included [$bn/month]."""
        return self._owned_watts * self.energy_rate

    @quantity
    def site_rate(self) -> Array:
        """(...) staff and operation of each owned watt [$bn a month per W IT]."""
        yearly = self.inputs["site_opex_usd_per_mw_year"]
        return money.site_operation_per_watt(yearly) / DOLLARS_PER_BN

    @quantity
    def site_opex_bn(self) -> Array:
        """(time, ...) staff and operation of the sites of the owned chips [$bn/month]."""
        return self._owned_watts * self.site_rate

    @quantity
    def maintenance_rate(self) -> Array:
        """(...) maintenance of each $ of owned chips [$bn a month per $]."""
        share = self.inputs["maintenance_share_per_year"]
        return share / (MONTHS_PER_YEAR * DOLLARS_PER_BN)

    @quantity
    def maintenance_bn(self) -> Array:
        """(time, ...) maintenance of the owned chips alive, a share of their price [$bn/month]."""
        return self._owned_capex_alive * self.maintenance_rate

    @quantity
    def platform_bn(self) -> Array:
        """(time, ...) standing cost of the software stacks in use [$bn/month]."""
        yearly = self.inputs["platform_usd_per_year"]
        return money.platform_bn(self.xp, self.fleet.it_watts_by_family, yearly)

    @quantity
    def chip_charge_rate(self) -> Array:
        """(...) level payment on a chip [$bn a month per $]."""
        return self.prices.chip_recovery / DOLLARS_PER_BN

    @quantity
    def chip_capital_charge_bn(self) -> Array:
        """(time, ...) level payment on the owned chips until they are paid off, interest included
        [$bn/month].
        """
        return self._owned_capex_signed * self.chip_charge_rate

    @quantity
    def facility_charge_rate(self) -> Array:
        """(...) level payment on each watt built [$bn a month per W IT]."""
        usd_per_watt = self.inputs["facility_capex_usd_per_watt"]
        return usd_per_watt * self.prices.facility_recovery / DOLLARS_PER_BN

    @quantity
    def facility_capital_charge_bn(self) -> Array:
        """(time, ...) level payment on the facility built, interest included [$bn/month]."""
        return self.facility_watts * self.facility_charge_rate

    @quantity
    def rent_and_idle_bn(self) -> Array:
        """(time, ...) rent of what is used and of what is not [$bn/month]."""
        rent = self.rent_bn
        return rent if self._idle_rent is None else rent + self.idle_commitment_bn

    @quantity
    def cash_cost_bn(self) -> Array:
        """(time, ...) what is paid: capex, rent, energy, operation, maintenance, platforms and idle
        commitments [$bn/month].
        """
        owned = self.energy_bn + self.site_opex_bn + self.maintenance_bn
        running = self.rent_and_idle_bn + owned + self.platform_bn
        return self.chip_capex_bn + self.facility_capex_bn + running

    @quantity
    def economic_cost_bn(self) -> Array:
        """(time, ...) what use costs: the same with capital charges in the place of capex
        [$bn/month].
        """
        return self.kernel(money.economic_cost)(
            self._owned_watts,
            self._owned_capex_signed,
            self._owned_capex_alive,
            self.facility_watts,
            self.rent_and_idle_bn,
            self.platform_bn,
            self.energy_rate,
            self.site_rate,
            self.maintenance_rate,
            self.chip_charge_rate,
            self.facility_charge_rate,
        )

    @quantity
    def usd_per_pflop_hour(self) -> Array:
        """(time, ...) economic cost of effective compute, NaN without any [$/PFLOP-h]."""
        unit_cost = self.kernel(money.usd_per_pflop_hour)
        found: Array = unit_cost(self.economic_cost_bn, self.fleet.capacity_eflops)
        return found

    @quantity
    def usd_per_million_tokens(self) -> Array:
        """(time, ...) economic cost of serving, NaN without capacity [$/million tokens]."""
        return money.usd_per_million_tokens(self.usd_per_pflop_hour, self.inputs["active_params"])

    @quantity
    def unserved_revenue_bn(self) -> Array:
        """(time, ...) revenue of the share of demand that is not served [$bn/month]."""
        return self.kernel(money.unserved_revenue)(
            self.fleet.shortfall_eflops, self.demand.demand_eflops, self.demand.revenue_bn_per_year
        )

    @quantity
    def economic_cost_per_revenue(self) -> Array:
        """(time, ...) economic cost for each $ of revenue, NaN without revenue [$/$]."""
        yearly = self.economic_cost_bn * MONTHS_PER_YEAR
        return ratio(self.xp, yearly, self.demand.revenue_bn_per_year, float("nan"))

    @quantity
    def economic_cost_bn_per_gw_year(self) -> Array:
        """(time, ...) economic cost for each GW of IT power, NaN without any [$bn/GW-year]."""
        yearly = self.economic_cost_bn * MONTHS_PER_YEAR
        return ratio(self.xp, yearly, self.fleet.it_power_gw, float("nan"))

    @quantity
    def revenue_bn_per_gw_year(self) -> Array:
        """(time, ...) revenue served for each GW of IT power, NaN without any [$bn/GW-year]."""
        share = ratio(self.xp, self.fleet.served_eflops, self.demand.demand_eflops, 1.0)
        served = self.demand.revenue_bn_per_year * share
        return ratio(self.xp, served, self.fleet.it_power_gw, float("nan"))

    @quantity
    def npv_cash_cost_bn(self) -> Array:
        """(time, ...) cash cost so far, discounted to month 0 at the cost of capital [$bn]."""
        return money.running_value(self.xp, self.month, self.cash_cost_bn, self.inputs["wacc"])

    @quantity
    def npv_economic_cost_bn(self) -> Array:
        """(time, ...) economic cost so far, discounted the same way [$bn]."""
        return money.running_value(self.xp, self.month, self.economic_cost_bn, self.inputs["wacc"])
