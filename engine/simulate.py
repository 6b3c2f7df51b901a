"""Scenarios to results: which equation feeds which, in the order of the model.

`Simulation` names every quantity once; each is computed when first asked for, so a run that
wants one series pays for one. The equations themselves are in `engine.model`.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from engine.inputs import Inputs
from engine.model import chips, demand, fleet, money, power, roadmap, stocks
from engine.model.conventions import (
    DOLLARS_PER_BN,
    H100_TOPS,
    HOURS_PER_MONTH,
    MONTHS_PER_YEAR,
    WATTS_PER_GW,
    WATTS_PER_MW,
    Array,
    over_families,
    ratio,
    weighted_over_families,
)
from engine.quantity import quantity
from engine.result import Result
from engine.scenario import Scenario
from engine.series import SERIES, columns_of

# What worlds that differ in their mix alone have in common.
MIX_INDEPENDENT = frozenset(
    {
        "blend",
        "price_level",
        "capex_usd",
        "demand_shock",
        "revenue_bn_per_year",
        "demand_eflops",
        "target",
        "capacity_per_chip",
        "capacity_per_watt",
        "power_limit_gw",
        "it_limit_gw",
        "supplied_watts",
        "initial_chips",
        "_initial_capacity",
        "initial_share_alive",
        "_initial_capex",
        "_initial_owned_watts",
    }
)


# What decides which chips a delivery consists of; among worlds with a few kinds of it the
# roadmap is computed once a kind.
OF_ROADMAP = (
    *("start", "as_of", "events", "generation_slip_months", "generation_ramp_months"),
    *("cadence_months", "perf_per_watt_growth", "watts_per_chip_growth"),
    "price_performance_growth",
)
FEW_WORLDS = 8  # fewer are not worth the sorting


class Simulation:
    """Every quantity of the model for some worlds; axes (time, [family,] scenario, [draw])."""

    def __init__(self, inputs: Inputs) -> None:
        self.inputs = inputs
        self.xp = inputs.xp
        self.month = inputs.month
        self.month_by_family = inputs.month[:, None]

    # Section 1: the chip catalogue

    @quantity
    def blend(self) -> Array:
        """(attribute, time, family, ...) of a delivery, before the price level."""
        p = self.inputs
        if not p.has_luck and len(p.scenarios) >= FEW_WORLDS:
            first, kind = p.alike_in(OF_ROADMAP)
            if 1 < len(first) <= len(kind) // 2:  # a tornado: most worlds share a roadmap
                some = Simulation(Inputs([p.scenarios[i] for i in first], self.xp))
                return self.xp.take(some.blend, self.xp.asarray(kind), axis=-1)
        slip = p.host("generation_slip_months") + p.events.slip + p.luck.slip
        generations = [
            self._generations(family, slip[min(f, len(slip) - 1)])
            for f, family in enumerate(p.families)
        ]
        shapes = [np.broadcast_shapes(m.shape[1:], a[-1].shape[1:]) for m, a in generations]
        tail = np.broadcast_shapes(*shapes, p.host("generation_ramp_months").shape)
        blend = self.xp.empty((roadmap.ATTRIBUTES, p.months, len(p.families), *tail))
        for f, (months, attributes) in enumerate(generations):
            self._take_over(blend[:, :, f], months, attributes)
        return blend

    def _generations(self, family: str, slip: Array) -> tuple[Array, list[Array]]:
        """Months since start at which the family's generations come, and their attributes."""
        p = self.inputs
        known_months, known = p.known_generations(family)
        cadence = p.host("cadence_months")
        unslipped = roadmap.available_months(np, known_months, cadence, p.months)
        growth = ("perf_per_watt_growth", "watts_per_chip_growth", "price_performance_growth")
        attributes = roadmap.generation_attributes(
            np, known, len(unslipped), cadence, *(p.host(key) for key in growth)
        )
        return roadmap.slipped(np, unslipped, slip, p.host("as_of")), attributes

    def _take_over(self, blend: Array, months: Array, attributes: list[Array]) -> None:
        """Fill `blend` (attribute, time, ...): generations taking over, oldest first."""
        p, xp = self.inputs, self.xp
        ramp_months = p.host("generation_ramp_months")
        first, done = roadmap.ramp_windows(np, months, ramp_months, p.months)
        steps = bool((ramp_months == 0).any())
        oldest = max(k for k in range(len(months)) if k == 0 or done[k] == 0)
        older, settled = xp.asarray(attributes[oldest])[:, None], 0
        for k in range(oldest + 1, len(months)):
            newer = xp.asarray(attributes[k])[:, None]
            blend[:, settled : max(first[k], settled)] = older
            if first[k] < settled:  # two takeovers at once
                blend[:, settled : done[k]] = older
            if first[k] < done[k]:
                share = roadmap.share_taken_over(
                    xp,
                    self.month[first[k] : done[k]],
                    xp.asarray(months[k]),
                    p["generation_ramp_months"],
                    steps=steps,
                )
                window = blend[:, first[k] : done[k]]
                before = window if first[k] < settled else older
                roadmap.take_over(xp, window, before, newer, share)
            older, settled = newer, done[k]
        blend[:, settled:] = older

    @quantity
    def tops(self) -> Array:
        return self.blend[roadmap.TOPS]

    @quantity
    def it_watts(self) -> Array:
        return self.blend[roadmap.IT_WATTS]

    @quantity
    def price_level(self) -> Array:
        p, xp = self.inputs, self.xp
        factor = p["chip_price_factor"] * xp.exp(xp.asarray(p.luck.log_price))
        price = xp.asarray(p.events.price)
        return roadmap.price_level(xp, self.month_by_family, p["as_of"], factor, price)

    @quantity
    def capex_usd(self) -> Array:
        return self.blend[roadmap.CAPEX] * self.price_level

    # Section 2: demand

    def _planned_revenue(self, month: Array) -> Array:
        p, xp = self.inputs, self.xp
        return demand.planned_revenue(
            xp,
            month,
            *p.anchors,
            xp.log(p["revenue_growth"]) + xp.asarray(p.luck.log_growth),
            xp.log(p["revenue_growth_longrun"]),
            p["growth_half_life_years"],
        )

    def _training_share(self, month: Array) -> Array:
        p = self.inputs
        keys = ("training_share_start", "training_share_end", "training_share_end_month")
        return demand.training_share(self.xp, month, *(p[key] for key in keys))

    def _demand(self, month: Array, revenue: Array) -> Array:
        p, xp = self.inputs, self.xp
        efficiency = xp.log(p["algorithmic_efficiency"]) + xp.asarray(p.luck.log_efficiency)
        training = self._training_share(month)
        return demand.demand(xp, month, revenue, p["intensity"], efficiency, p["rebound"], training)

    @quantity
    def demand_shock(self) -> Array:
        return self.xp.asarray(self.inputs.events.demand)

    @quantity
    def revenue_bn_per_year(self) -> Array:
        return self._planned_revenue(self.month) * self.demand_shock

    @quantity
    def demand_eflops(self) -> Array:
        return self._demand(self.month, self.revenue_bn_per_year)

    @quantity
    def target(self) -> Array:
        """The mature capacity to reach: demand as foreseen, with the reserve [EFLOP/s]."""
        p = self.inputs
        ahead = self.month + p["plan_ahead_months"]
        planned = self._demand(ahead, self._planned_revenue(ahead))
        return planned * self.demand_shock * (1 + p["reserve_margin"])

    # Section 3: effective compute of a chip

    @quantity
    def capacity_per_chip(self) -> Array:
        p = self.inputs
        training = self._training_share(self.month)[:, None]
        used = chips.utilisation(training, p["mfu_training"], p["mfu_serving"])
        return chips.effective_capacity(self.tops, used, p["availability"])

    @quantity
    def capacity_per_watt(self) -> Array:
        return self.capacity_per_chip / self.it_watts

    # Section 4: power

    @quantity
    def power_limit_gw(self) -> Array:
        p, xp = self.inputs, self.xp
        delay = p.host("grid_delay_months") + p.events.grid_delay + p.luck.grid_delay
        limit = power.facility_limit(
            xp,
            self.month,
            p["as_of"],
            xp.asarray(delay),
            p["power_start_gw"],
            p["power_budget_gw"],
            p["power_ramp_start"],
            p["power_ready_month"],
            p["power_growth_gw_per_year"],
        )
        return limit * xp.asarray(p.events.power_kept)

    @quantity
    def it_limit_gw(self) -> Array:
        return self.power_limit_gw / self.inputs["peak_ratio"]

    # Section 5: the fleet

    @quantity
    def mix(self) -> Array:
        keys = ("mix_start", "mix", "mix_from_month", "mix_month")
        values = (self.inputs[key] for key in keys)
        return fleet.mix_of_new_power(self.xp, self.month_by_family, *values)

    @quantity
    def supplied_watts(self) -> Array:
        p, xp = self.inputs, self.xp
        chips_supplied = fleet.supply(
            xp,
            self.month_by_family,
            p["supply_chips_per_year"],
            xp.log(p["supply_growth"]),
            xp.log(p["supply_growth_longrun"]),
            p["supply_half_life_years"],
            xp.asarray(p.events.supply_kept),
        )
        return chips_supplied * xp.asarray(p.luck.supply_kept) * self.it_watts

    @quantity
    def budget_watts(self) -> Array | None:
        p, xp = self.inputs, self.xp
        if all(s.investment_budget_bn_per_year is None for s in p.scenarios):
            return None
        per_watt = over_families(self.mix * self.capex_usd / self.it_watts)
        cost = per_watt + p["facility_capex_usd_per_watt"]
        monthly = p["investment_budget_bn_per_year"] * DOLLARS_PER_BN / MONTHS_PER_YEAR
        return xp.where(cost > 0, monthly / xp.where(cost > 0, cost, 1.0), xp.inf)

    @quantity
    def initial_chips(self) -> Array:
        """(family, ...) in service at the start of month 0."""
        return self.inputs["initial_it_mw"] * WATTS_PER_MW / self.it_watts[0]

    @quantity
    def _initial_capacity(self) -> Array:
        """(family, ...) mature capacity in service at the start of month 0."""
        return self.initial_chips * self.capacity_per_chip[0]

    @quantity
    def initial_share_alive(self) -> Array:
        return fleet.initial_share_alive(self.xp, self.month, self.inputs["life_months"])

    @quantity
    def bought(self) -> fleet.Purchases:
        p, xp = self.inputs, self.xp
        initial_watts = p["initial_it_mw"] * WATTS_PER_MW
        sure = p.host("substitute_any").all() or all(
            (p.host(key) > fleet.SMALLEST_SURE_SHARE).all() for key in ("mix_start", "mix")
        )
        may_substitute = None if sure else xp.maximum(self.mix > 0, p["substitute_any"])
        return fleet.buy(
            xp,
            self.target,
            self.capacity_per_watt,
            self.mix,
            self.it_limit_gw * WATTS_PER_GW,
            self.budget_watts,
            self.supplied_watts,
            may_substitute,
            p["substitution"],
            xp.sum(initial_watts, axis=0) * self.initial_share_alive,
            self._initial_capacity.sum(axis=0) * self.initial_share_alive,
            p.whole("life_months"),
            p.fuse,
        )

    @quantity
    def chips_delivered_by_family(self) -> Array:
        return self.bought.by_family / self.it_watts

    def _alive(self, delivered: Array, initial: Array) -> Array:
        """(time, ...) stock after deliveries of what arrives and what was there.

        `delivered` (time, family, ...) with `initial` (family, ...), or both without family.
        """
        xp = self.xp
        left = self.initial_share_alive
        share = left if delivered.ndim == left.ndim else left[:, None]
        return stocks.alive(xp, delivered, initial * share, self.inputs.whole("life_months"))

    @quantity
    def it_watts_by_family(self) -> Array:
        """IT power of the chips alive [W]."""
        return self._alive(self.bought.by_family, self.inputs["initial_it_mw"] * WATTS_PER_MW)

    @quantity
    def it_power_gw_by_family(self) -> Array:
        return self.it_watts_by_family / WATTS_PER_GW

    @quantity
    def it_power_gw(self) -> Array:
        return over_families(self.it_watts_by_family) / WATTS_PER_GW

    @quantity
    def facility_power_gw(self) -> Array:
        return self.it_power_gw * self.inputs["peak_ratio"]

    @quantity
    def chips_alive_by_family(self) -> Array:
        return self._alive(self.chips_delivered_by_family, self.initial_chips)

    @quantity
    def chips_retired_by_family(self) -> Array:
        p, xp = self.inputs, self.xp
        delivered = self.chips_delivered_by_family
        leaving = stocks.later(xp, delivered, p.whole("life_months"))
        ones = xp.ones_like(self.initial_share_alive[0])
        share = -money.increments(xp, self.initial_share_alive, ones)
        return leaving + self.initial_chips * share[:, None]

    @quantity
    def mature_capacity_eflops(self) -> Array:
        added = over_families(self.bought.capacity_by_family)
        return self._alive(added, self._initial_capacity.sum(axis=0))

    @quantity
    def curtailment(self) -> Array:
        return fleet.curtailment(self.xp, self.it_limit_gw, self.it_power_gw)

    @quantity
    def capacity_eflops_by_family(self) -> Array:
        p, xp = self.inputs, self.xp
        serving = stocks.serving(
            xp,
            self.bought.capacity_by_family,
            self._initial_capacity * self.initial_share_alive[:, None],
            p.whole("bring_up_months"),
            p.whole("life_months"),
        )
        kept = xp.asarray(p.luck.base_kept) * xp.asarray(p.events.base_kept)
        return serving * (kept * self.curtailment[:, None])

    @quantity
    def capacity_eflops(self) -> Array:
        return over_families(self.capacity_eflops_by_family)

    @quantity
    def h100e_by_family(self) -> Array:
        delivered = self.chips_delivered_by_family * self.tops
        return self._alive(delivered, self.initial_chips * self.tops[0]) / H100_TOPS

    @quantity
    def h100e(self) -> Array:
        return over_families(self.h100e_by_family)

    @quantity
    def served_eflops(self) -> Array:
        return self.xp.minimum(self.demand_eflops, self.capacity_eflops)

    @quantity
    def shortfall_eflops(self) -> Array:
        return self.demand_eflops - self.served_eflops

    @quantity
    def wanted_it_gw(self) -> Array:
        return self.bought.wanted / WATTS_PER_GW

    @quantity
    def delivered_it_gw(self) -> Array:
        return self.bought.delivered / WATTS_PER_GW

    @quantity
    def binding(self) -> Array:
        return fleet.binding(self.xp, self.bought)

    # Section 6: money

    @quantity
    def _owned(self) -> Array:
        return self.inputs["owned_share"]

    def _charge(self, life_key: str) -> Array:
        p, xp = self.inputs, self.xp
        rate = money.monthly_rate(xp, p["wacc"])
        return money.capital_recovery_factor(xp, rate, p[life_key])

    def _owned_total(self, by_family: Array) -> Array:
        return weighted_over_families(self._owned, by_family)

    @quantity
    def _delivered_at_price_level(self) -> Array:
        """(time, family, ...) chips delivered times the factor on their capex and rent."""
        return self.chips_delivered_by_family * self.price_level

    @quantity
    def _rent_delivered(self) -> Array:
        """(time, family, ...) $/h of chips delivered, owned or rented."""
        return self._delivered_at_price_level * self.blend[roadmap.RENT]

    @quantity
    def _capex_delivered(self) -> Array:
        """(time, family, ...) $ of chips delivered, owned or rented."""
        return self._delivered_at_price_level * self.blend[roadmap.CAPEX]

    @quantity
    def _initial_capex(self) -> Array:
        return self.initial_chips * self.blend[roadmap.CAPEX][0]

    @quantity
    def chip_capex_bn(self) -> Array:
        return self._owned_total(self._capex_delivered) / DOLLARS_PER_BN

    @quantity
    def _owned_watts(self) -> Array:
        return self._owned_total(self.it_watts_by_family)

    @quantity
    def _initial_owned_watts(self) -> Array:
        # added like the fleet of month 0, so that no purchase means no facility to the last bit
        return self._owned_total((self.inputs["initial_it_mw"] * WATTS_PER_MW)[None])[0]

    @quantity
    def _facility_watts(self) -> Array:
        """Facility built for owned chips: a high-water mark [W IT]."""
        return money.highest_so_far(self.xp, self._owned_watts, self._initial_owned_watts)

    @quantity
    def facility_capex_bn(self) -> Array:
        built = money.increments(self.xp, self._facility_watts, self._initial_owned_watts)
        return built * self.inputs["facility_capex_usd_per_watt"] / DOLLARS_PER_BN

    @quantity
    def rent_bn(self) -> Array:
        rented = 1 - self._owned
        delivered = weighted_over_families(rented, self._rent_delivered)
        initial = rented * self.initial_chips * self.blend[roadmap.RENT][0]
        hourly = self._alive(delivered, initial.sum(axis=0))
        return hourly * HOURS_PER_MONTH / DOLLARS_PER_BN

    @quantity
    def energy_bn(self) -> Array:
        p = self.inputs
        price = money.electricity_price(
            self.xp, self.month, p["electricity_usd_per_kwh"], p["electricity_escalation"]
        )
        return money.energy(self._owned_watts, p["load_factor"], p["pue"], price) / DOLLARS_PER_BN

    @quantity
    def site_opex_bn(self) -> Array:
        yearly = self.inputs["site_opex_usd_per_mw_year"]
        return money.site_operation(self._owned_watts, yearly) / DOLLARS_PER_BN

    @quantity
    def _owned_capex_alive(self) -> Array:
        initial = (self._owned * self._initial_capex).sum(axis=0)
        return self._alive(self._owned_total(self._capex_delivered), initial)

    @quantity
    def maintenance_bn(self) -> Array:
        share = self.inputs["maintenance_share_per_year"]
        return money.maintenance(self._owned_capex_alive, share) / DOLLARS_PER_BN

    @quantity
    def platform_bn(self) -> Array:
        yearly = self.inputs["platform_usd_per_year"]
        return money.platform(self.xp, self.it_watts_by_family, yearly) / DOLLARS_PER_BN

    @quantity
    def chip_capital_charge_bn(self) -> Array:
        return self._owned_capex_alive * self._charge("life_months") / DOLLARS_PER_BN

    @quantity
    def facility_capital_charge_bn(self) -> Array:
        built = self._facility_watts * self.inputs["facility_capex_usd_per_watt"]
        return built * self._charge("facility_life_months") / DOLLARS_PER_BN

    @quantity
    def _running_cost_bn(self) -> Array:
        owned = self.energy_bn + self.site_opex_bn + self.maintenance_bn
        return self.rent_bn + owned + self.platform_bn

    @quantity
    def cash_cost_bn(self) -> Array:
        return self.chip_capex_bn + self.facility_capex_bn + self._running_cost_bn

    @quantity
    def economic_cost_bn(self) -> Array:
        charges = self.chip_capital_charge_bn + self.facility_capital_charge_bn
        return charges + self._running_cost_bn

    @quantity
    def commitment_bn_by_family(self) -> Array:
        """What a month signs for: chips and facilities bought, rent for the whole life."""
        p = self.inputs
        capex = self._owned * self._capex_delivered / DOLLARS_PER_BN
        facility = money.facility_by_family(
            self.xp, self.facility_capex_bn, self._owned * self.bought.by_family
        )
        hourly = self._rent_delivered
        hours = HOURS_PER_MONTH * p["life_months"]
        return capex + facility + (1 - self._owned) * hourly * hours / DOLLARS_PER_BN

    @quantity
    def commitment_bn(self) -> Array:
        return over_families(self.commitment_bn_by_family)

    @quantity
    def usd_per_pflop_hour(self) -> Array:
        cost = self.economic_cost_bn * DOLLARS_PER_BN
        return money.usd_per_pflop_hour(self.xp, cost, self.capacity_eflops)

    @quantity
    def usd_per_million_tokens(self) -> Array:
        return money.usd_per_million_tokens(self.usd_per_pflop_hour, self.inputs["active_params"])

    @quantity
    def unserved_revenue_bn(self) -> Array:
        short = ratio(self.xp, self.shortfall_eflops, self.demand_eflops, 0.0)
        return short * self.revenue_bn_per_year / MONTHS_PER_YEAR

    @quantity
    def economic_cost_per_revenue(self) -> Array:
        yearly = self.economic_cost_bn * MONTHS_PER_YEAR
        return ratio(self.xp, yearly, self.revenue_bn_per_year, float("nan"))

    @quantity
    def npv_cash_cost_bn(self) -> Array:
        return money.running_value(self.xp, self.month, self.cash_cost_bn, self.inputs["wacc"])

    @quantity
    def npv_economic_cost_bn(self) -> Array:
        return money.running_value(self.xp, self.month, self.economic_cost_bn, self.inputs["wacc"])


def simulate(scenario: Scenario) -> Result:
    """One plain run: every series of the scenario, monthly."""
    return simulate_batch([scenario])[0]


def simulate_batch(
    scenarios: Sequence[Scenario], series: Sequence[str] | None = None
) -> list[Result]:
    """A result for each scenario, in order; `series` are table keys, all by default.

    The scenarios may differ in anything; those that share horizon and catalogue run as one.
    """
    rows = [row for row in SERIES if series is None or row.key in series]
    together: dict[object, list[int]] = {}
    for i, scenario in enumerate(scenarios):
        key = (scenario.horizon_months, id(scenario.catalogue))
        together.setdefault(key, []).append(i)
    results: list[Result | None] = [None] * len(scenarios)
    for members in together.values():
        group = [scenarios[i] for i in members]
        columns = columns_of(Simulation(Inputs(group)), rows)
        for array in columns.values():
            array.setflags(write=False)
        for place, i in enumerate(members):
            results[i] = Result(scenarios[i], columns, place)
    return [result for result in results if result is not None]
