"""Section 6, prices: what a chip delivered costs to buy and to rent, month by month."""

from __future__ import annotations

from engine.model import money, roadmap
from engine.model.arrays import Array, Truths
from engine.model.conventions import MONTHS_PER_YEAR
from engine.run.graph.roadmap import Roadmap
from engine.run.graph.section import Section, quantity
from engine.run.graph.supply import Supply
from engine.run.scenario_arrays import Inputs

FROM_COST = "cost"  # the word of `rent_basis`


class Prices(Section):
    """Capital cost and rent of deliveries, and what capital and a watt cost in a month."""

    def __init__(self, inputs: Inputs, roadmap: Roadmap, supply: Supply) -> None:
        super().__init__(inputs)
        self.roadmap = roadmap
        self.supply = supply

    @quantity
    def price_factor(self) -> Array:
        """(family, ...) factor on the price of deliveries from the as-of month on [factor]."""
        drawn = self.xp.exp(self.xp.asarray(self.inputs.luck.log_price))
        return self.inputs["chip_price_factor"] * drawn

    @quantity
    def price_level(self) -> Array:
        """(time, family, ...) factor on capex and rent of deliveries: luck, growth, shocks and
        contracts [factor].
        """
        p, xp = self.inputs, self.xp
        factor = self.price_factor
        if (p.host("chip_price_growth") != 1).any():
            growth = self.kernel(roadmap.price_growth)
            log_growth = xp.log(p["chip_price_growth"])
            factor = factor * growth(self.month_by_family, p["as_of"], log_growth)
        level: Array = self.kernel(roadmap.price_level)(
            self.month_by_family, p["as_of"], factor, xp.asarray(p.events.price)
        )
        return self.supply.with_premium(level)

    @quantity
    def capex_usd(self) -> Array:
        """(time, family, ...) price of a chip delivered [$]."""
        catalogue: Array = self.roadmap.blend[roadmap.CAPEX]
        return catalogue * self.price_level

    @quantity
    def rent_usd_per_hour(self) -> Array:
        """(time, family, ...) rent of a chip delivered, for as long as it is rented [$/h]."""
        return self.rent_of(self.capex_usd, self.roadmap.it_watts, self.quoted_usd_per_hour)

    def rent_of(self, capex: Array, it_watts: Array, quoted: Array | None) -> Array:
        """The rent of chips from what they cost and draw, or as it is quoted.

        Being a sum of both, it is the rent of many chips as it is of one.

        Takes: `capex` (time, ...) [$]; `it_watts` (time, ...) [W IT]; `quoted` (time, ...)
            [$ per hour], None where no rent is quoted.
        Gives: (time, ...) [$ per hour].
        Source: model, section 6.
        """
        if self.from_cost is False:
            assert quoted is not None
            return quoted
        p, watt = self.inputs, self.watt_cost[: len(capex)]
        of_watt = watt if capex.ndim == self.month.ndim else watt[:, None]
        of_capital = self.chip_recovery
        of_capital = of_capital + p["maintenance_share_per_year"] / MONTHS_PER_YEAR
        cost = money.rent_from_cost(capex, it_watts, of_capital, of_watt, p["provider_margin"])
        if quoted is None:
            return cost
        return cost if self.from_cost is True else self.xp.where(self.from_cost, cost, quoted)

    @quantity
    def quoted_usd_per_hour(self) -> Array | None:
        """(time, family, ...) the catalogue's rent of a chip delivered [$/h]; None where all rents
        are made from cost.
        """
        if self.from_cost is True:
            return None
        catalogue: Array = self.roadmap.blend[roadmap.RENT]
        return catalogue * self.price_level

    @quantity
    def initial_rent_usd_per_hour(self) -> Array:
        """(family, ...) the same of a chip of the initial fleet [$/h]."""
        blend = self.roadmap.blend[:, :1]
        first = blend[roadmap.CAPEX], blend[roadmap.IT_WATTS], blend[roadmap.RENT]
        rent: Array = self.rent_of(*first)[0]
        return rent

    @quantity
    def from_cost(self) -> bool | Truths:
        """(scenario, ...) whether rents are made from cost [yes or no]; one word for all alike."""
        words = [word == FROM_COST for word in self.inputs.values("rent_basis")]
        if all(words) or not any(words):
            return bool(words[0])
        flags = self.xp.asarray([float(word) for word in words])
        return flags.reshape((-1, *self.month.shape[2:])) > 0

    @quantity
    def watt_cost(self) -> Array:
        """(time, ...) building, energy and operation of a watt in a month [$ per W IT]."""
        p = self.inputs
        building = p["facility_capex_usd_per_watt"] * self.facility_recovery
        operation = money.site_operation_per_watt(p["site_opex_usd_per_mw_year"])
        return self.energy_per_watt + (building + operation)

    @quantity
    def energy_per_watt(self) -> Array:
        """(time, ...) a month's energy of a watt of IT [$ per W IT]."""
        p = self.inputs
        price = money.electricity_price(
            self.xp, self.month, p["electricity_usd_per_kwh"], p["electricity_escalation"]
        )
        return money.energy_per_watt(p["load_factor"], p["pue"], price)

    @quantity
    def chip_recovery(self) -> Array:
        """(...) level monthly payment over a chip's life, for each $ of it [$ a month per $]."""
        return self._recovery("life_months")

    @quantity
    def facility_recovery(self) -> Array:
        """(...) the same of a facility [$ a month per $]."""
        return self._recovery("facility_life_months")

    def _recovery(self, life_key: str) -> Array:
        rate = money.monthly_rate(self.xp, self.inputs["wacc"])
        return money.capital_recovery_factor(self.xp, rate, self.inputs[life_key])
