"""Section 6, by family: what each family's share of cost and of commitments is."""

from __future__ import annotations

from engine.model import money
from engine.model.arrays import Array
from engine.model.conventions import DOLLARS_PER_BN, HOURS_PER_MONTH, over_families, running_sum
from engine.run.graph.fleet import Fleet
from engine.run.graph.money import BN_PER_HOURLY_DOLLAR, Money
from engine.run.graph.prices import Prices
from engine.run.graph.purchases import Purchases
from engine.run.graph.roadmap import Roadmap
from engine.run.graph.section import Section, quantity
from engine.run.scenario_arrays import Inputs


class ByFamily(Section):
    """Costs by family. A facility is one for all: it is split by the owned power that built it."""

    def __init__(
        self,
        inputs: Inputs,
        roadmap: Roadmap,
        prices: Prices,
        purchases: Purchases,
        fleet: Fleet,
        money: Money,
    ) -> None:
        super().__init__(inputs)
        self.roadmap = roadmap
        self.prices = prices
        self.purchases = purchases
        self.fleet = fleet
        self.money = money

    @quantity
    def _leases(self) -> Array:
        """(time, family, ...) rented chips delivered, and those left idle [$/h]."""
        rented = 1 - self.inputs["owned_share"]
        hourly = self.purchases.chips_delivered_by_family * self.prices.rent_usd_per_hour
        idle = self.purchases.idle_chips_by_family
        if idle is None:
            return rented * hourly
        return rented * hourly + idle * self.prices.rent_usd_per_hour

    @quantity
    def facility_by_family(self) -> Array:
        """(time, family, ...) [$bn/month]."""
        owned = self.inputs["owned_share"] * self.purchases.bought.by_family
        return money.facility_by_family(self.xp, self.money.facility_capex_bn, owned)

    @quantity
    def _running(self) -> Array:
        """(time, family, ...) rent, energy, operation, maintenance, platforms and idle
        commitments [$bn/month].
        """
        p, watts = self.inputs, self.fleet.it_watts_by_family
        owned = p["owned_share"]
        hourly = self.fleet.signed(self._leases, self.money.initial_rent)
        alive = self.fleet.alive(self.money.owned_capex_by_family, self.money.initial_owned_capex)
        rate = (self.money.energy_rate + self.money.site_rate)[:, None]
        platform = money.platform_bn_by_family(self.xp, watts, p["platform_usd_per_year"])
        upkeep = owned * watts * rate + alive * self.money.maintenance_rate
        return hourly * BN_PER_HOURLY_DOLLAR + upkeep + platform

    @quantity
    def cash_cost_bn_by_family(self) -> Array:
        """(time, family, ...) what is paid for each family [$bn/month]."""
        bought = self.money.owned_capex_by_family / DOLLARS_PER_BN
        return bought + self.facility_by_family + self._running

    @quantity
    def economic_cost_bn_by_family(self) -> Array:
        """(time, family, ...) what the use of each family costs [$bn/month]."""
        p = self.inputs
        signed = self.fleet.signed(self.money.owned_capex_by_family, self.money.initial_owned_capex)
        usd_per_watt = p["facility_capex_usd_per_watt"]
        initial = p["owned_share"] * self.purchases.initial_watts * usd_per_watt
        built = running_sum(self.xp, self.facility_by_family) + initial / DOLLARS_PER_BN
        facility = built * self.prices.facility_recovery
        return signed * self.money.chip_charge_rate + facility + self._running

    @quantity
    def commitment_bn_by_family(self) -> Array:
        """(time, family, ...) what the month signs for: chips, site, rent for life [$bn/month]."""
        hours = HOURS_PER_MONTH * self.inputs["life_months"]
        rent = self._leases * hours / DOLLARS_PER_BN
        return self.money.owned_capex_by_family / DOLLARS_PER_BN + self.facility_by_family + rent

    @quantity
    def commitment_bn(self) -> Array:
        """(time, ...) what the month signs for: chips, facility, and rent for the whole life
        [$bn/month].
        """
        return over_families(self.commitment_bn_by_family)
