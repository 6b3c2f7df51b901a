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
from engine.run.graph.roadmap import Roadmap
from engine.run.graph.section import Section, quantity
from engine.run.scenario_arrays import Inputs

BN_PER_HOURLY_DOLLAR = HOURS_PER_MONTH / DOLLARS_PER_BN  # $bn a month for each $ an hour


class Money(Section):
    """Costs. A cost that is a stock times a rate has a rate in $bn a month, `..._rate`."""

    def __init__(self, inputs: Inputs, demand: Demand, roadmap: Roadmap, fleet: Fleet) -> None:
        super().__init__(inputs)
        self.demand = demand
        self.roadmap = roadmap
        self.fleet = fleet

    # What is paid for

    @quantity
    def _owned_capex_and_rent(self) -> tuple[Array, Array]:
        """(time, ...) capex of the owned chips delivered [$], rent of the rented ones [$/h]."""
        owned, (owners, renters) = self.inputs["owned_share"], self._owners_and_renters
        bought = (self.fleet.chips_delivered_by_family, self.roadmap.price_level)
        capex, rent = self.roadmap.blend[roadmap.CAPEX], self.roadmap.blend[roadmap.RENT]
        return (
            weighted_over_families(owned, owners, *bought, capex),
            weighted_over_families(1 - owned, renters, *bought, rent),
        )

    @quantity
    def _owners_and_renters(self) -> tuple[list[int], list[int]]:
        """The families of which chips are owned in some world, and of which some are rented."""
        shares = enumerate(self.inputs.host("owned_share"))
        known = [(f, bool((share > 0).any()), bool((share < 1).any())) for f, share in shares]
        return [f for f, own, _ in known if own], [f for f, _, rent in known if rent]

    def _owned(self, by_family: Array) -> Array:
        """(time, ...) the owned part of (time, family, ...), over all families."""
        return weighted_over_families(
            self.inputs["owned_share"], self._owners_and_renters[0], by_family
        )

    @quantity
    def _owned_watts(self) -> Array:
        """(time, ...) IT power of the owned chips alive [W]."""
        return self._owned(self.fleet.it_watts_by_family)

    @quantity
    def _initial_owned_watts(self) -> Array:
        # added like the fleet of month 0, so that no purchase means no facility to the last bit
        initial: Array = self._owned(self.fleet.initial_watts[None])[0]
        return initial

    @quantity
    def _facility_watts(self) -> Array:
        """Facility built for owned chips: a high-water mark [W IT]."""
        return money.highest_so_far(self.xp, self._owned_watts, self._initial_owned_watts)

    @quantity
    def _owned_capex_alive(self) -> Array:
        initial = (
            self.inputs["owned_share"]
            * self.fleet.initial_chips
            * self.roadmap.blend[roadmap.CAPEX][0]
        )
        return self.fleet.alive(self._owned_capex_and_rent[0], initial.sum(axis=0))

    @quantity
    def _rent_per_hour(self) -> Array:
        rented = 1 - self.inputs["owned_share"]
        initial = rented * self.fleet.initial_chips * self.roadmap.blend[roadmap.RENT][0]
        return self.fleet.alive(self._owned_capex_and_rent[1], initial.sum(axis=0))

    # What it costs

    @quantity
    def chip_capex_bn(self) -> Array:
        """(time, ...) owned chips delivered, paid at delivery [$bn/month]."""
        return self._owned_capex_and_rent[0] / DOLLARS_PER_BN

    @quantity
    def facility_capex_bn(self) -> Array:
        """(time, ...) facility built for owned chips beyond the most there was [$bn/month]."""
        built = money.increments(self.xp, self._facility_watts, self._initial_owned_watts)
        return built * (self.inputs["facility_capex_usd_per_watt"] / DOLLARS_PER_BN)

    @quantity
    def rent_bn(self) -> Array:
        """(time, ...) rent of rented chips, from delivery to the end of their life [$bn/month]."""
        return self._rent_per_hour * BN_PER_HOURLY_DOLLAR

    @quantity
    def _energy_rate(self) -> Array:
        """(time, ...) $bn a month for each owned watt."""
        p = self.inputs
        price = money.electricity_price(
            self.xp, self.month, p["electricity_usd_per_kwh"], p["electricity_escalation"]
        )
        return money.energy_per_watt(p["load_factor"], p["pue"], price) / DOLLARS_PER_BN

    @quantity
    def energy_bn(self) -> Array:
        """(time, ...) energy of the owned chips alive, facility losses included [$bn/month]."""
        return self._owned_watts * self._energy_rate

    @quantity
    def _site_rate(self) -> Array:
        yearly = self.inputs["site_opex_usd_per_mw_year"]
        return money.site_operation_per_watt(yearly) / DOLLARS_PER_BN

    @quantity
    def site_opex_bn(self) -> Array:
        """(time, ...) staff and operation of the sites of the owned chips [$bn/month]."""
        return self._owned_watts * self._site_rate

    @quantity
    def _maintenance_rate(self) -> Array:
        share = self.inputs["maintenance_share_per_year"]
        return share / (MONTHS_PER_YEAR * DOLLARS_PER_BN)

    @quantity
    def maintenance_bn(self) -> Array:
        """(time, ...) maintenance of the owned chips alive, a share of their price [$bn/month]."""
        return self._owned_capex_alive * self._maintenance_rate

    @quantity
    def platform_bn(self) -> Array:
        """(time, ...) standing cost of the software stacks in use [$bn/month]."""
        yearly = self.inputs["platform_usd_per_year"]
        return money.platform_bn(self.xp, self.fleet.it_watts_by_family, yearly)

    def _recovery(self, life_key: str) -> Array:
        """The level monthly payment over a life, $bn for each $ of capital."""
        rate = money.monthly_rate(self.xp, self.inputs["wacc"])
        share = money.capital_recovery_factor(self.xp, rate, self.inputs[life_key])
        return share / DOLLARS_PER_BN

    @quantity
    def _chip_charge_rate(self) -> Array:
        return self._recovery("life_months")

    @quantity
    def chip_capital_charge_bn(self) -> Array:
        """(time, ...) level payment on the owned chips alive, interest included [$bn/month]."""
        return self._owned_capex_alive * self._chip_charge_rate

    @quantity
    def _facility_charge_rate(self) -> Array:
        usd_per_watt = self.inputs["facility_capex_usd_per_watt"]
        return usd_per_watt * self._recovery("facility_life_months")

    @quantity
    def facility_capital_charge_bn(self) -> Array:
        """(time, ...) level payment on the facility built, interest included [$bn/month]."""
        return self._facility_watts * self._facility_charge_rate

    @quantity
    def cash_cost_bn(self) -> Array:
        """(time, ...) what is paid: capex, rent, energy, operation, maintenance and platforms
        [$bn/month].
        """
        owned = self.energy_bn + self.site_opex_bn + self.maintenance_bn
        running = self.rent_bn + owned + self.platform_bn
        return self.chip_capex_bn + self.facility_capex_bn + running

    @quantity
    def economic_cost_bn(self) -> Array:
        """(time, ...) what use costs: the same with capital charges in the place of capex
        [$bn/month].
        """
        return self.kernel(money.economic_cost)(
            self._owned_watts,
            self._owned_capex_alive,
            self._facility_watts,
            self.rent_bn,
            self.platform_bn,
            self._energy_rate,
            self._site_rate,
            self._maintenance_rate,
            self._chip_charge_rate,
            self._facility_charge_rate,
        )

    @quantity
    def commitment_bn_by_family(self) -> Array:
        """(time, family, ...) what the month signs for: chips, site, rent for life [$bn/month]."""
        p = self.inputs
        owned = p["owned_share"]
        chips_at_level = self.fleet.chips_delivered_by_family * self.roadmap.price_level
        capex: Array = owned * (chips_at_level * self.roadmap.blend[roadmap.CAPEX]) / DOLLARS_PER_BN
        facility = money.facility_by_family(
            self.xp, self.facility_capex_bn, owned * self.fleet.bought.by_family
        )
        hourly: Array = chips_at_level * self.roadmap.blend[roadmap.RENT]
        hours = HOURS_PER_MONTH * p["life_months"]
        return capex + facility + (1 - owned) * hourly * hours / DOLLARS_PER_BN

    @quantity
    def commitment_bn(self) -> Array:
        """(time, ...) what the month signs for: chips, facility, and rent for the whole life
        [$bn/month].
        """
        return over_families(self.commitment_bn_by_family)

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
    def npv_cash_cost_bn(self) -> Array:
        """(time, ...) cash cost so far, discounted to month 0 at the cost of capital [$bn]."""
        return money.running_value(self.xp, self.month, self.cash_cost_bn, self.inputs["wacc"])

    @quantity
    def npv_economic_cost_bn(self) -> Array:
        """(time, ...) economic cost so far, discounted the same way [$bn]."""
        return money.running_value(self.xp, self.month, self.economic_cost_bn, self.inputs["wacc"])
