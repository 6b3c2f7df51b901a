"""The model once more, as plainly as it can be written: one scenario, scalars, loops over chips.

Written from the specification alone and slow on purpose, so that the engine has somebody to
disagree with. Sections are those of the specification.
"""

from __future__ import annotations

import itertools
import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from engine.tables.scenario import Scenario

HOURS = 730.5
NAN = math.nan


@dataclass
class Vintage:
    """The chips of one family delivered in one month (or the initial fleet), and what each is."""

    month: int
    chips: float
    tops: float
    watts: float
    capex: float
    rent: float
    eflops: float
    initial: bool = False


def months_between(start: str, month: str) -> int:
    return (int(month[:4]) - int(start[:4])) * 12 + int(month[5:]) - int(start[5:])


def ramp(t: float, first: float, last: float) -> float:
    """0 until `first`, 1 from `last` on, straight between; a step where there is no between."""
    if last <= first:
        return 1.0 if t >= last else 0.0
    return min(max((t - first) / (last - first), 0.0), 1.0)


def fading_growth(years: float, at_first: float, in_the_end: float, half_life: float) -> float:
    exponent = years * math.log(in_the_end)
    if half_life > 0:
        faded = half_life / math.log(2) * (1 - 2 ** (-years / half_life))
        exponent += (math.log(at_first) - math.log(in_the_end)) * faded
    return math.exp(exponent)


class PlainModel:
    def __init__(self, scenario: Scenario) -> None:
        self.p: dict[str, Any] = dict(scenario.values())
        self.families = scenario.families
        self.events = list(self.p["events"])
        self.generations = {f: self.generations_of(f, scenario) for f in self.families}

    def active(self, kind: str, t: int, family: str | None = None) -> list[Any]:
        return [
            event
            for event in self.events
            if event.kind == kind
            and event.start_month <= t < event.start_month + event.duration_months
            and (family is None or event.scope in ("all", family))
        ]

    def lost(self, kind: str, t: int, family: str) -> float:
        left = 1.0
        for event in self.active(kind, t, family):
            left *= 1 - event.severity
        return 1 - left

    # Section 1

    def generations_of(self, family: str, scenario: Scenario) -> list[tuple[float, Any]]:
        """(availability in months after slips, (tops, watts, capex, rent)), oldest first."""
        p = self.p
        known = sorted(
            (c for c in scenario.catalogue.chips if c.family == family), key=lambda c: c.available
        )
        found = [
            (
                float(months_between(p["start"], c.available)),
                (c.tops, c.it_watts, c.capex_usd, c.rent_usd_per_hour),
            )
            for c in known
        ]
        years = p["cadence_months"] / 12
        watts_factor = p["watts_per_chip_growth"] ** years
        tops_factor = (p["perf_per_watt_growth"] * p["watts_per_chip_growth"]) ** years
        price_factor = tops_factor / p["price_performance_growth"] ** years
        last, (tops, watts, capex, rent) = found[-1]
        number = 1
        while last + number * p["cadence_months"] < p["horizon_months"]:
            tops, watts = tops * tops_factor, watts * watts_factor
            capex, rent = capex * price_factor, rent * price_factor
            found.append((last + number * p["cadence_months"], (tops, watts, capex, rent)))
            number += 1
        slip = p["generation_slip_months"][family] + sum(
            event.duration_months
            for event in self.events
            if event.kind == "generation_slip" and event.scope in ("all", family)
        )
        return [(a + slip if a > p["as_of"] else a, attributes) for a, attributes in found]

    def blend(self, family: str, t: int) -> list[float]:
        """Tops, watts, capex and rent of a chip delivered in month t, before price factors."""
        ramps = []
        for k, (available, _) in enumerate(self.generations[family]):
            length = self.p["generation_ramp_months"]
            if k == 0:
                ramps.append(1.0)
            elif length == 0:
                ramps.append(1.0 if t >= available else 0.0)
            else:
                ramps.append(min(max((t - available + 1) / length, 0.0), 1.0))
        blended = [0.0, 0.0, 0.0, 0.0]
        for k, (_, attributes) in enumerate(self.generations[family]):
            share = ramps[k] * math.prod(1 - newer for newer in ramps[k + 1 :])
            blended = [b + share * a for b, a in zip(blended, attributes, strict=True)]
        return blended

    def delivery(self, family: str, t: int, initial: bool = False) -> Vintage:
        """What one chip of a delivery of month t is; how many is said later."""
        tops, watts, capex, rent = self.blend(family, t)
        price = 1.0
        if not initial:
            if t >= self.p["as_of"]:
                price = self.p["chip_price_factor"][family]
            for event in self.active("price_shock", t, family):
                price *= 1 + event.severity
        training = self.training_share(t)
        utilisation = (
            training * self.p["mfu_training"][family]
            + (1 - training) * self.p["mfu_serving"][family]
        )
        eflops = tops * 1e-6 * utilisation * self.p["availability"]
        return Vintage(t, 0.0, tops, watts, capex * price, rent * price, eflops, initial)

    # Section 2

    def planned_revenue(self, t: float) -> float:
        anchors = self.p["revenue_anchors"]
        for (first, low), (last, high) in itertools.pairwise(anchors):
            if first <= t < last:
                part = (t - first) / (last - first)
                return math.exp((1 - part) * math.log(low) + part * math.log(high))
        month, level = anchors[-1]
        return level * fading_growth(
            (t - month) / 12,
            self.p["revenue_growth"],
            self.p["revenue_growth_longrun"],
            self.p["growth_half_life_years"],
        )

    def shock(self, t: int) -> float:
        left = 1.0
        for event in self.active("demand_shock", t):
            left *= 1 - event.severity * (1 - (t - event.start_month) / event.duration_months)
        return left

    def training_share(self, t: float) -> float:
        first, last = self.p["training_share_start"], self.p["training_share_end"]
        return first + (last - first) * ramp(t, 0, self.p["training_share_end_month"])

    def planned_demand(self, t: float) -> float:
        efficiency = self.p["algorithmic_efficiency"] ** (-(1 - self.p["rebound"]) * t / 12)
        serving = self.planned_revenue(t) * self.p["intensity"] * efficiency
        return serving / (1 - self.training_share(t))

    # Section 4

    def power_limit(self, t: int) -> float:
        """GW, after outages."""
        p = self.p
        delay = p["grid_delay_months"] + sum(
            event.duration_months for event in self.events if event.kind == "grid_delay"
        )
        at = max(t - delay, p["as_of"]) if t >= p["as_of"] else t
        limit = p["power_start_gw"]
        limit += (p["power_budget_gw"] - p["power_start_gw"]) * ramp(
            at, p["power_ramp_start"], p["power_ready_month"]
        )
        limit += p["power_growth_gw_per_year"] * max(0.0, at - p["power_ready_month"]) / 12
        for event in self.active("power_outage", t):
            limit *= 1 - event.severity
        return limit

    # Section 5

    def mix(self, t: int) -> dict[str, float]:
        part = ramp(t, self.p["mix_from_month"], self.p["mix_month"])
        first, last = self.p["mix_start"], self.p["mix"]
        return {f: (1 - part) * first[f] + part * last[f] for f in self.families}

    def supply(self, family: str, t: int) -> float:
        growth = fading_growth(
            t / 12,
            self.p["supply_growth"][family],
            self.p["supply_growth_longrun"],
            self.p["supply_half_life_years"],
        )
        yearly = self.p["supply_chips_per_year"][family] * growth
        return yearly / 12 * (1 - self.lost("supply_stop", t, family))

    def retire(self, fleet: list[Vintage], size_of_initial: float, t: int) -> float:
        """Take out what leaves at the start of month t; how many chips that was."""
        life, left = self.p["life_months"], 0.0
        for vintage in list(fleet):
            if vintage.initial and 1 <= t <= life:
                left += size_of_initial / life
                vintage.chips = size_of_initial * (life - t) / life
            elif not vintage.initial and t == vintage.month + life:
                left += vintage.chips
                fleet.remove(vintage)
        return left

    def run(self) -> dict[str, list[Any]]:
        p, families = self.p, self.families
        fleet: dict[str, list[Vintage]] = {}
        initial_chips: dict[str, float] = {}
        for f in families:
            first = self.delivery(f, 0, initial=True)
            first.chips = initial_chips[f] = p["initial_it_mw"][f] * 1e6 / first.watts
            fleet[f] = [first]
        facility = self.owned_watts(fleet)
        npv_cash = npv_economic = 0.0
        rows: list[dict[str, Any]] = []
        for t in range(p["horizon_months"]):
            row: dict[str, Any] = {}
            for f in families:
                row[f"chips_retired_{f}"] = self.retire(fleet[f], initial_chips[f], t)
            news = self.deliver(fleet, t, row)
            for f in families:
                fleet[f].append(news[f])
            self.serve(fleet, t, row)
            facility_before, facility = facility, max(facility, self.owned_watts(fleet))
            self.pay(fleet, news, facility_before, facility, t, row)
            discount = (1 + p["wacc"]) ** (-t / 12)
            npv_cash += row["cash_cost_bn"] * discount
            npv_economic += row["economic_cost_bn"] * discount
            row["npv_cash_cost_bn"], row["npv_economic_cost_bn"] = npv_cash, npv_economic
            rows.append(row)
        return {key: [row[key] for row in rows] for key in rows[0]}

    def deliver(
        self, fleet: Mapping[str, list[Vintage]], t: int, row: dict[str, Any]
    ) -> dict[str, Vintage]:
        """Steps 2 to 8."""
        p, families = self.p, self.families
        alive = [v for f in families for v in fleet[f]]
        power = math.fsum(v.chips * v.watts for v in alive)
        mature = math.fsum(v.chips * v.eflops for v in alive)
        new = {f: self.delivery(f, t) for f in families}
        limit = self.power_limit(t)
        it_limit = limit / p["peak_ratio"] * 1e9
        target = self.planned_demand(t + p["plan_ahead_months"]) * self.shock(t)
        gap = max(0.0, target * (1 + p["reserve_margin"]) - mature)
        mix = self.mix(t)
        per_watt = sum(mix[f] * new[f].eflops / new[f].watts for f in families)
        wanted = gap / per_watt if per_watt > 0 else 0.0
        powered = min(wanted, max(0.0, it_limit - power))
        affordable = powered
        if p["investment_budget_bn_per_year"] is not None:
            price = sum(mix[f] * new[f].capex / new[f].watts for f in families)
            price += p["facility_capex_usd_per_watt"]
            affordable = min(powered, p["investment_budget_bn_per_year"] * 1e9 / 12 / price)
        cap = {f: self.supply(f, t) * new[f].watts for f in families}
        got = {f: min(mix[f] * affordable, cap[f]) for f in families}
        unmet = max(0.0, affordable - sum(got.values()))
        slack = {f: cap[f] - got[f] if mix[f] > 0 or p["substitute_any"] else 0.0 for f in families}
        if sum(slack.values()) > 0:
            part = min(1.0, p["substitution"] * unmet / sum(slack.values()))
            got = {f: got[f] + slack[f] * part for f in families}
        for f in families:
            new[f].chips = got[f] / new[f].watts
            row[f"chips_delivered_{f}"] = new[f].chips
        delivered = sum(got.values())
        row["power_limit_gw"], row["it_limit_gw"] = limit, it_limit / 1e9
        row["wanted_it_gw"], row["delivered_it_gw"] = wanted / 1e9, delivered / 1e9
        row["binding"] = bindings(wanted, powered, affordable, delivered, it_limit)
        return new

    def serve(self, fleet: Mapping[str, list[Vintage]], t: int, row: dict[str, Any]) -> None:
        """Step 9, and what is counted of the fleet."""
        p, families = self.p, self.families
        for f in families:
            row[f"chips_alive_{f}"] = math.fsum(v.chips for v in fleet[f])
            row[f"it_power_gw_{f}"] = math.fsum(v.chips * v.watts for v in fleet[f]) / 1e9
            row[f"h100e_{f}"] = math.fsum(v.chips * v.tops for v in fleet[f]) / 1979
        row["it_power_gw"] = sum(row[f"it_power_gw_{f}"] for f in families)
        row["h100e"] = sum(row[f"h100e_{f}"] for f in families)
        row["facility_power_gw"] = row["it_power_gw"] * p["peak_ratio"]
        row["mature_capacity_eflops"] = math.fsum(
            v.chips * v.eflops for f in families for v in fleet[f]
        )
        curtailment = 1.0
        if row["it_power_gw"] > 0:
            curtailment = min(1.0, row["it_limit_gw"] / row["it_power_gw"])
        row["curtailment"] = curtailment
        for f in families:
            in_service = math.fsum(
                v.chips * v.eflops
                for v in fleet[f]
                if v.initial or t - v.month >= p["bring_up_months"][f]
            )
            kept = 1 - self.lost("base_loss", t, f)
            row[f"capacity_eflops_{f}"] = curtailment * kept * in_service
        row["capacity_eflops"] = sum(row[f"capacity_eflops_{f}"] for f in families)
        row["revenue_bn_per_year"] = self.planned_revenue(t) * self.shock(t)
        row["demand_eflops"] = self.planned_demand(t) * self.shock(t)
        row["served_eflops"] = min(row["demand_eflops"], row["capacity_eflops"])
        row["shortfall_eflops"] = row["demand_eflops"] - row["served_eflops"]

    # Section 6

    def owned_watts(self, fleet: Mapping[str, list[Vintage]]) -> float:
        owned = self.p["owned_share"]
        return math.fsum(owned[f] * v.chips * v.watts for f in self.families for v in fleet[f])

    def pay(
        self,
        fleet: Mapping[str, list[Vintage]],
        news: Mapping[str, Vintage],
        facility_before: float,
        facility: float,
        t: int,
        row: dict[str, Any],
    ) -> None:
        p, families = self.p, self.families
        owned = p["owned_share"]
        capex = {f: owned[f] * news[f].chips * news[f].capex / 1e9 for f in families}
        facility_capex = (facility - facility_before) * p["facility_capex_usd_per_watt"] / 1e9
        watts = self.owned_watts(fleet)
        price = p["electricity_usd_per_kwh"] * (1 + p["electricity_escalation"]) ** (t / 12)
        chips_value = math.fsum(owned[f] * v.chips * v.capex for f in families for v in fleet[f])
        rate = math.expm1(math.log1p(p["wacc"]) / 12)
        row["chip_capex_bn"] = sum(capex.values())
        row["facility_capex_bn"] = facility_capex
        row["rent_bn"] = (
            HOURS
            / 1e9
            * math.fsum((1 - owned[f]) * v.chips * v.rent for f in families for v in fleet[f])
        )
        row["energy_bn"] = watts * p["load_factor"] * p["pue"] * HOURS / 1000 * price / 1e9
        row["site_opex_bn"] = watts / 1e6 * p["site_opex_usd_per_mw_year"] / 12 / 1e9
        row["maintenance_bn"] = chips_value * p["maintenance_share_per_year"] / 12 / 1e9
        row["platform_bn"] = sum(
            p["platform_usd_per_year"][f] / 12 / 1e9
            for f in families
            if row[f"it_power_gw_{f}"] * 1e6 > 1
        )
        row["chip_capital_charge_bn"] = chips_value * annuity(rate, p["life_months"]) / 1e9
        row["facility_capital_charge_bn"] = (
            facility
            * p["facility_capex_usd_per_watt"]
            * annuity(rate, p["facility_life_months"])
            / 1e9
        )
        running = sum(
            row[key]
            for key in ("rent_bn", "energy_bn", "site_opex_bn", "maintenance_bn", "platform_bn")
        )
        row["cash_cost_bn"] = row["chip_capex_bn"] + facility_capex + running
        row["economic_cost_bn"] = (
            row["chip_capital_charge_bn"] + row["facility_capital_charge_bn"] + running
        )
        owned_new = {f: owned[f] * news[f].chips * news[f].watts for f in families}
        for f in families:
            rent = (1 - owned[f]) * news[f].chips * news[f].rent * HOURS * p["life_months"] / 1e9
            share = owned_new[f] / sum(owned_new.values()) if owned_new[f] > 0 else 0.0
            row[f"commitment_bn_{f}"] = capex[f] + facility_capex * share + rent
        row["commitment_bn"] = sum(row[f"commitment_bn_{f}"] for f in families)
        cost, capacity = row["economic_cost_bn"], row["capacity_eflops"]
        unit = cost * 1e9 / (capacity * 1000 * HOURS) if capacity > 0 else NAN
        row["usd_per_pflop_hour"] = unit
        row["usd_per_million_tokens"] = unit / 3.6e18 * 2 * p["active_params"] * 1e6
        demand, revenue = row["demand_eflops"], row["revenue_bn_per_year"]
        row["unserved_revenue_bn"] = (
            row["shortfall_eflops"] / demand * revenue / 12 if demand > 0 else 0.0
        )
        row["economic_cost_per_revenue"] = cost * 12 / revenue if revenue > 0 else NAN


def annuity(rate: float, periods: int) -> float:
    return rate / -math.expm1(-periods * math.log1p(rate)) if rate else 1 / periods


def bindings(
    wanted: float, powered: float, affordable: float, delivered: float, it_limit: float
) -> set[str]:
    """What held the delivery back; more than one where rounding decides."""
    found = set()
    for tolerance in (0.5e-9, 1e-9, 2e-9):
        margin = tolerance * max(wanted, 1.0)
        for rounding in (0.0, 1e-14 * it_limit):
            slack = margin + rounding
            if delivered >= wanted - slack:
                found.add("demand")
            elif delivered < affordable - slack:
                found.add("supply")
            elif affordable < powered - slack:
                found.add("budget")
            else:
                found.add("power")
    return found
