"""What each contract costs, month by month, and what is bought beside contracts.

A family's deliveries of a month are told apart by where they came from: what must be taken by the
firm parts of its contracts, the rest by what contracts and ordinary supply have left, each in
proportion. What rests on watts (energy, operation, facility) is split by watts, what rests on price
(chips, rent, maintenance, idle commitments) by watts times the contract's price factor. So the
parts of a family sum to what the family costs.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from engine import allowed
from engine.model.arrays import HOST, Array
from engine.model.contracts import promised
from engine.model.conventions import (
    DOLLARS_PER_BN,
    HOURS_PER_MONTH,
    running_sum,
)
from engine.run.graph.money import BN_PER_HOURLY_DOLLAR
from engine.run.scenario_arrays import Inputs
from engine.run.simulation import Simulation
from engine.tables.scenario import Scenario
from engine.values import Contract

ROUNDING = 1e-12  # of what contracts cost: what is left of a family within it is nothing
# the columns that they are parts of
COLUMNS = {"economic": "economic_cost_bn", "cash": "cash_cost_bn", "signed": "commitment_bn"}


@dataclass(frozen=True, eq=False)
class CostPart:
    """What a contract costs, or what a family costs beside contracts: `contract` is None there.

    (time,) [$bn a month].
    """

    family: str
    contract: Contract | None
    cost: Array


def cost_by_contract(scenario: Scenario, cost: str = "economic") -> tuple[CostPart, ...]:
    """Each contract's part of a cost, then each family's without a contract.

    What stands beside contracts has the initial fleet and the software stacks.

    Takes: `scenario`; `cost`, one of `COLUMNS`: of use, paid, or signed for in the month.
    Gives: CostParts, which sum to the cost of each family [$bn a month].
    Raises: ValueError for another cost.
    Source: model, sections 5 and 6.
    """
    allowed.word("cost", cost, COLUMNS)
    run = Simulation(Inputs([scenario]))
    split = _Split(run, scenario)
    found = []
    for place, contract in enumerate(scenario.contracts):
        line = split.cost(place, cost)
        row = scenario.families.index(contract.family)
        found.append(CostPart(contract.family, contract, line[:, row, 0]))
    whole = run[f"{COLUMNS[cost]}_by_family"]
    for f, family in enumerate(scenario.families):
        own = sum((part.cost for part in found if part.family == family), np.zeros(len(whole)))
        left = whole[:, f, 0] - own
        nothing = np.abs(left) <= ROUNDING * np.abs(own)  # all of it is by contract
        found.append(CostPart(family, None, np.where(nothing, 0.0, left)))
    return tuple(found)


class _Split:
    """Where a family's deliveries came from, in a plain run; axes time, family, scenario."""

    def __init__(self, run: Simulation, scenario: Scenario) -> None:
        self._run = run
        self._got = run.purchases.bought.by_family
        taken = run.purchases.bought.taken_by_family
        self._taken = np.zeros_like(self._got) if taken is None else taken
        self._idle = run.purchases.idle_chips_by_family
        self._contracts = scenario.contracts
        self._promised = [self._alone(contract, scenario) for contract in scenario.contracts]
        firm, free, priced = np.zeros((3, *self._got.shape))
        self._firm_watts, self._free_watts = firm, free + run.supply.ordinary_watts
        for contract, watts in zip(self._contracts, self._promised, strict=True):
            self._firm_watts = self._firm_watts + contract.firm * watts
            self._free_watts = self._free_watts + (1 - contract.firm) * watts
        bought = [self._bought(c, w) for c, w in zip(self._contracts, self._promised, strict=True)]
        self._bought_watts = bought
        self._priced = priced + self._got
        for contract, watts in zip(self._contracts, bought, strict=True):
            self._priced = self._priced + (contract.price_factor - 1) * watts
        self._idle_priced = sum(
            (
                c.price_factor * c.firm * w
                for c, w in zip(self._contracts, self._promised, strict=True)
            ),
            np.zeros_like(self._got),
        )

    @staticmethod
    def _alone(contract: Contract, scenario: Scenario) -> Array:
        """What the contract brings, before losses [W IT a month]."""
        found = promised(HOST, [(contract,)], scenario.families, scenario.horizon_months)
        assert found is not None
        return np.asarray(found.watts)

    def _bought(self, contract: Contract, watts: Array) -> Array:
        """What of it was delivered [W IT a month]."""
        firm = _share(contract.firm * watts, self._firm_watts)
        free = _share((1 - contract.firm) * watts, self._free_watts)
        return np.asarray(firm * self._taken + free * (self._got - self._taken))

    def cost(self, place: int, cost: str) -> Array:
        """(time, family, scenario) what a contract costs [$bn a month]."""
        run, contract = self._run, self._contracts[place]
        owned = run.inputs["owned_share"]
        watts, factor = self._bought_watts[place], contract.price_factor
        by_watts = _share(watts, self._got)
        by_price = _share(factor * watts, self._priced)
        capex = run.money.owned_capex_by_family * by_price
        hourly = run.purchases.chips_delivered_by_family * run.prices.rent_usd_per_hour
        lease = (1 - owned) * hourly * by_price
        if self._idle is not None:
            idle = _share(factor * contract.firm * self._promised[place], self._idle_priced)
            lease = lease + self._idle * run.prices.rent_usd_per_hour * idle
        facility = run.by_family.facility_by_family * by_watts
        if cost == "signed":
            hours = HOURS_PER_MONTH * run.inputs["life_months"]
            return np.asarray((capex + lease * hours) / DOLLARS_PER_BN + facility)
        nothing = np.zeros_like(run.money.initial_rent)
        alive = run.fleet.alive(watts, nothing)
        rate = (run.money.energy_rate + run.money.site_rate)[:, None]
        running = run.fleet.signed(lease, nothing) * BN_PER_HOURLY_DOLLAR
        running = running + owned * alive * rate
        running = running + run.fleet.alive(capex, nothing) * run.money.maintenance_rate
        if cost == "cash":
            return np.asarray(capex / DOLLARS_PER_BN + facility + running)
        signed = run.fleet.signed(capex, nothing) * run.money.chip_charge_rate
        built = running_sum(HOST, facility) * run.prices.facility_recovery
        return np.asarray(signed + built + running)


def _share(part: Array, whole: Array) -> Array:
    """A part of a whole; 0 of nothing."""
    there = whole > 0
    return np.where(there, part / np.where(there, whole, 1.0), 0.0)
