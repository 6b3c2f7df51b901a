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
    initial: bool = False
    signed: float = 0.0  # chips that are paid for until their contract ends, alive or not
    idle: float = 0.0  # chips that had to be taken and found no power


def months_between(start: str, month: str) -> int:
    return (int(month[:4]) - int(start[:4])) * 12 + int(month[5:]) - int(start[5:])


def ramp(t: float, first: float, last: float) -> float:
    """0 until `first`, 1 from `last` on, straight between; a step where there is no between."""
    if last <= first:
        return 1.0 if t >= last else 0.0
    return min(max((t - first) / (last - first), 0.0), 1.0)


def fading_years(years: float, half_life: float) -> float:
    return half_life / math.log(2) * (1 - 2 ** (-years / half_life)) if half_life > 0 else 0.0


def fading_growth(years: float, at_first: float, in_the_end: float, half_life: float) -> float:
    excess = math.log(at_first) - math.log(in_the_end)
    return math.exp(years * math.log(in_the_end) + excess * fading_years(years, half_life))


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

    def price_level(self, family: str, t: int) -> float:
        """Of a delivery, the premium of contracts included."""
        level = 1.0
        if t >= self.p["as_of"]:
            growth = self.p["chip_price_growth"][family] ** ((t - self.p["as_of"]) / 12)
            level = self.p["chip_price_factor"][family] * growth
        for event in self.active("price_shock", t, family):
            level *= 1 + event.severity
        ordinary = self.ordinary_supply(family, t) * self.blend(family, t)[1]
        contracts = self.contracts_of(family, t)
        all_of_it = ordinary + sum(watts for watts, _, _ in contracts)
        if all_of_it > 0:
            paid = ordinary + sum(watts * factor for watts, _, factor in contracts)
            level *= paid / all_of_it
        return level

    def delivery(self, family: str, t: int, initial: bool = False) -> Vintage:
        """What one chip of a delivery of month t is; how many is said later."""
        tops, watts, capex, rent = self.blend(family, t)
        level = 1.0 if initial else self.price_level(family, t)
        capex, rent = capex * level, rent * level
        if self.p["rent_basis"] == "cost":
            rent = self.rent_from_cost(capex, watts, t)
        return Vintage(t, 0.0, tops, watts, capex, rent, initial)

    # Section 3

    def utilisation(self, family: str, t: int) -> float:
        p = self.p
        training = self.training_share(t)
        mixed = training * p["mfu_training"][family] + (1 - training) * p["mfu_serving"][family]
        years = max(0, t - p["as_of"]) / 12
        gain = math.log(p["software_gain"][family])
        return min(1.0, mixed * math.exp(gain * fading_years(years, p["software_half_life_years"])))

    def eflops(self, family: str, vintage: Vintage, t: int) -> float:
        """Effective EFLOP/s of one chip."""
        return vintage.tops * 1e-6 * self.utilisation(family, t) * self.p["availability"]

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
        before = self.p["algorithmic_efficiency"] ** -(1 - self.p["rebound"])
        after = before if self.p["later_compute_growth"] is None else self.p["later_compute_growth"]
        as_of = self.p["as_of"]
        efficiency = before ** (min(t, as_of) / 12) * after ** (max(0.0, t - as_of) / 12)
        serving = self.planned_revenue(t) * self.p["intensity"] * efficiency
        return serving / (1 - self.training_share(t))

    # Section 4

    def scheduled_power(self, t: int) -> float:
        """GW of the levers, before outages."""
        p = self.p
        at = max(t - self.grid_delay(), p["as_of"]) if t >= p["as_of"] else t
        limit: float = p["power_start_gw"]
        limit += (p["power_budget_gw"] - p["power_start_gw"]) * ramp(
            at, p["power_ramp_start"], p["power_ready_month"]
        )
        return limit + p["power_growth_gw_per_year"] * max(0.0, at - p["power_ready_month"]) / 12

    def grid_delay(self) -> float:
        delay: float = self.p["grid_delay_months"]
        return delay + sum(
            event.duration_months for event in self.events if event.kind == "grid_delay"
        )

    def site_power(self, t: int) -> float:
        """GW of the sites, before outages."""
        found = 0.0
        for site in self.p["sites"]:
            begins = site.start_month
            if begins > self.p["as_of"]:
                begins = begins + self.grid_delay() + site.delay_months
            found += site.gw * min(max((t - begins + 1) / site.ramp_months, 0.0), 1.0)
        return found

    def power_kept(self, t: int) -> float:
        kept = 1.0
        for event in self.active("power_outage", t):
            kept *= 1 - event.severity
        return kept

    # Section 5

    def mix(self, t: int) -> dict[str, float]:
        part = ramp(t, self.p["mix_from_month"], self.p["mix_month"])
        first, last = self.p["mix_start"], self.p["mix"]
        return {f: (1 - part) * first[f] + part * last[f] for f in self.families}

    def ordinary_supply(self, family: str, t: int) -> float:
        """Chips of the month beside the contracts, before losses."""
        growth = fading_growth(
            t / 12,
            self.p["supply_growth"][family],
            self.p["supply_growth_longrun"],
            self.p["supply_half_life_years"],
        )
        yearly: float = self.p["supply_chips_per_year"][family]
        return yearly * growth / 12

    def contracts_of(self, family: str, t: int) -> list[tuple[float, float, float]]:
        """(watts, firm share, price factor) of the contracts that deliver in month t."""
        return [
            (each.it_gw * 1e9 / each.ramp_months, each.firm, each.price_factor)
            for each in self.p["contracts"]
            if each.family == family and each.start_month <= t < each.start_month + each.ramp_months
        ]

    def supply(self, family: str, t: int, watts: float) -> tuple[float, float]:
        """Watts that can be had, and of them those that must be taken."""
        kept = 1 - self.lost("supply_stop", t, family)
        contracts = self.contracts_of(family, t)
        most = self.ordinary_supply(family, t) * watts + sum(each for each, _, _ in contracts)
        return most * kept, sum(each * firm for each, firm, _ in contracts) * kept

    def retire(self, fleet: list[Vintage], size_of_initial: float, t: int) -> float:
        """Take out what leaves at the start of month t; how many chips that was."""
        life, left = self.p["life_months"], 0.0
        for vintage in list(fleet):
            if vintage.initial and 1 <= t <= life:
                leaving = min(size_of_initial / life, vintage.chips) if t < life else vintage.chips
                left += leaving
                vintage.chips -= leaving
                vintage.signed = size_of_initial * (life - t) / life
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
            first.signed = first.chips
            fleet[f] = [first]
        facility = self.owned_watts(fleet)
        self.facility_built = {
            f: p["owned_share"][f]
            * p["initial_it_mw"][f]
            * 1e6
            * p["facility_capex_usd_per_watt"]
            / 1e9
            for f in families
        }
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
        new = {f: self.delivery(f, t) for f in families}
        kept, sites = self.power_kept(t), self.site_power(t)
        limit = (self.scheduled_power(t) + sites) * kept
        it_limit = limit / p["peak_ratio"] * 1e9
        power = math.fsum(v.chips * v.watts for f in families for v in fleet[f])
        mix = self.mix(t)
        per_watt = sum(mix[f] * self.eflops(f, new[f], t) / new[f].watts for f in families)
        wanted = self.wanted(fleet, per_watt, t)
        room = max(0.0, it_limit - power)
        affordable = math.inf
        if p["investment_budget_bn_per_year"] is not None:
            price = sum(mix[f] * new[f].capex / new[f].watts for f in families)
            price += p["facility_capex_usd_per_watt"]
            if price > 0:
                affordable = p["investment_budget_bn_per_year"] * 1e9 / 12 / price
        supplied = {f: self.supply(f, t, new[f].watts) for f in families}
        cap = {f: supplied[f][0] for f in families}
        floor = {f: supplied[f][1] for f in families}
        old = dict.fromkeys(families, 0.0)
        may_leave = 0.0
        if p["repower_threshold"] > 0 and t >= p["as_of"] and power <= it_limit * (1 + 1e-9):
            old = {f: self.old_watts(f, fleet[f], per_watt, t) for f in families}
            asked = min(wanted, affordable, sum(min(mix[f] * wanted, cap[f]) for f in families))
            most = p["repower_share_per_year"] / 12 * power
            may_leave = min(max(0.0, asked - room), sum(old.values()), most)
        with_room = room + may_leave
        part = min(1.0, with_room / sum(floor.values())) if sum(floor.values()) > 0 else 0.0
        taken = {f: floor[f] * part for f in families}
        firm = sum(taken.values())
        powered = max(min(wanted, with_room), firm)
        within = max(min(powered, affordable), firm)
        want = {f: max(0.0, mix[f] * within - taken[f]) for f in families}
        scale = min(1.0, (within - firm) / sum(want.values())) if sum(want.values()) > 0 else 0.0
        got = {f: taken[f] + min(scale * want[f], cap[f] - taken[f]) for f in families}
        unmet = max(0.0, within - sum(got.values()))
        slack = {f: cap[f] - got[f] if mix[f] > 0 or p["substitute_any"] else 0.0 for f in families}
        if sum(slack.values()) > 0:
            part = min(1.0, p["substitution"] * unmet / sum(slack.values()))
            got = {f: got[f] + slack[f] * part for f in families}
        delivered = sum(got.values())
        leaving = min(may_leave, max(0.0, delivered - room))
        for f in families:
            if leaving > 0:
                share = old[f] / sum(old.values())
                row[f"chips_retired_{f}"] += self.scrap(fleet[f], share * leaving)
            new[f].chips = new[f].signed = got[f] / new[f].watts
            new[f].idle = (floor[f] - taken[f]) / new[f].watts
            row[f"chips_delivered_{f}"] = new[f].chips
        if leaving > 0:
            wanted = self.wanted(fleet, per_watt, t)
        row["power_limit_gw"], row["it_limit_gw"] = limit, it_limit / 1e9
        row["site_power_gw"], row["repowered_it_gw"] = sites * kept, leaving / 1e9
        row["wanted_it_gw"], row["delivered_it_gw"] = wanted / 1e9, delivered / 1e9
        row["binding"] = bindings(wanted, powered, within, delivered, it_limit)
        return new

    def wanted(self, fleet: Mapping[str, list[Vintage]], per_watt: float, t: int) -> float:
        """Watts that would bring mature capacity up to the target."""
        mature = math.fsum(v.chips * self.eflops(f, v, t) for f in self.families for v in fleet[f])
        target = self.planned_demand(t + self.p["plan_ahead_months"]) * self.shock(t)
        gap = max(0.0, target * (1 + self.p["reserve_margin"]) - mature)
        return gap / per_watt if per_watt > 0 else 0.0

    def old_watts(self, family: str, lots: list[Vintage], per_watt: float, t: int) -> float:
        """IT power of the oldest lots, up to the first that is good enough to stay."""
        found = 0.0
        good = self.p["repower_threshold"] * per_watt * (1 - 1e-9)
        for lot in lots:
            if lot.chips > 0:
                if self.eflops(family, lot, t) / lot.watts >= good:
                    break
                found += lot.chips * lot.watts
        return found

    def scrap(self, lots: list[Vintage], watts: float) -> float:
        """Take out `watts`, oldest first; how many chips that was."""
        chips = 0.0
        for lot in lots:
            leaving = min(lot.chips, watts / lot.watts)
            lot.chips -= leaving
            chips += leaving
            watts -= leaving * lot.watts
        return chips

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
            v.chips * self.eflops(f, v, t) for f in families for v in fleet[f]
        )
        curtailment = 1.0
        if row["it_power_gw"] > 0:
            curtailment = min(1.0, row["it_limit_gw"] / row["it_power_gw"])
        row["curtailment"] = curtailment
        for f in families:
            in_service = math.fsum(
                v.chips * self.eflops(f, v, t)
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
        chip_capex = {f: owned[f] * news[f].chips * news[f].capex / 1e9 for f in families}
        facility_capex = (facility - facility_before) * p["facility_capex_usd_per_watt"] / 1e9
        alive = {f: owned[f] * math.fsum(v.chips * v.watts for v in fleet[f]) for f in families}
        value = {f: owned[f] * math.fsum(v.chips * v.capex for v in fleet[f]) for f in families}
        signed = {f: owned[f] * math.fsum(v.signed * v.capex for v in fleet[f]) for f in families}
        bn = HOURS / 1e9
        costs = {
            "rent_bn": {
                f: bn * (1 - owned[f]) * math.fsum(v.signed * v.rent for v in fleet[f])
                for f in families
            },
            "energy_bn": {f: alive[f] * self.energy_per_watt(t) / 1e9 for f in families},
            "site_opex_bn": {
                f: alive[f] / 1e6 * p["site_opex_usd_per_mw_year"] / 12 / 1e9 for f in families
            },
            "maintenance_bn": {
                f: value[f] * p["maintenance_share_per_year"] / 12 / 1e9 for f in families
            },
            "platform_bn": {
                f: p["platform_usd_per_year"][f] / 12 / 1e9
                if row[f"it_power_gw_{f}"] * 1e6 > 1
                else 0.0
                for f in families
            },
            "idle_commitment_bn": {
                f: bn * math.fsum(v.idle * v.rent for v in fleet[f]) for f in families
            },
        }
        running = {f: sum(cost[f] for cost in costs.values()) for f in families}
        for key, cost in costs.items():
            row[key] = sum(cost.values())
        chip_annuity = annuity(self.monthly_rate(), p["life_months"])
        charge = {f: signed[f] * chip_annuity / 1e9 for f in families}
        facility_charge = (
            facility
            * p["facility_capex_usd_per_watt"]
            * annuity(self.monthly_rate(), p["facility_life_months"])
            / 1e9
        )
        row["chip_capex_bn"], row["facility_capex_bn"] = sum(chip_capex.values()), facility_capex
        row["chip_capital_charge_bn"] = sum(charge.values())
        row["facility_capital_charge_bn"] = facility_charge
        row["cash_cost_bn"] = row["chip_capex_bn"] + facility_capex + sum(running.values())
        row["economic_cost_bn"] = (
            row["chip_capital_charge_bn"] + facility_charge + sum(running.values())
        )
        owned_new = {f: owned[f] * news[f].chips * news[f].watts for f in families}
        for f in families:
            lease = news[f].rent * bn * p["life_months"]
            rent = ((1 - owned[f]) * news[f].chips + news[f].idle) * lease
            share = owned_new[f] / sum(owned_new.values()) if owned_new[f] > 0 else 0.0
            row[f"commitment_bn_{f}"] = chip_capex[f] + facility_capex * share + rent
            built = facility_capex * share
            self.facility_built[f] += built
            row[f"cash_cost_bn_{f}"] = chip_capex[f] + built + running[f]
            row[f"economic_cost_bn_{f}"] = (
                charge[f]
                + running[f]
                + self.facility_built[f] * annuity(self.monthly_rate(), p["facility_life_months"])
            )
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
        gigawatts = row["it_power_gw"]
        served = revenue * row["served_eflops"] / demand if demand > 0 else revenue
        row["economic_cost_bn_per_gw_year"] = cost * 12 / gigawatts if gigawatts > 0 else NAN
        row["revenue_bn_per_gw_year"] = served / gigawatts if gigawatts > 0 else NAN

    def monthly_rate(self) -> float:
        return math.expm1(math.log1p(self.p["wacc"]) / 12)

    def energy_per_watt(self, t: int) -> float:
        """$ a month."""
        p = self.p
        price = p["electricity_usd_per_kwh"] * (1 + p["electricity_escalation"]) ** (t / 12)
        cost: float = p["load_factor"] * p["pue"] * HOURS / 1000 * price
        return cost

    def rent_from_cost(self, capex: float, watts: float, t: int) -> float:
        """$ an hour that a provider with the same cost of capital asks for."""
        p, rate = self.p, self.monthly_rate()
        of_chip = annuity(rate, p["life_months"]) + p["maintenance_share_per_year"] / 12
        of_watt = p["facility_capex_usd_per_watt"] * annuity(rate, p["facility_life_months"])
        of_watt += self.energy_per_watt(t) + p["site_opex_usd_per_mw_year"] / 12e6
        return float((1 + p["provider_margin"]) * (capex * of_chip + watts * of_watt) / HOURS)


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
